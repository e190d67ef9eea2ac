//! PostgreSQL: the embedded cluster, the pool, scoped transactions, migrations and notifications.
