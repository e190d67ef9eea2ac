//! Background work as people see it, over a PostgreSQL queue library.
