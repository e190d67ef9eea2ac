//! The resource engine: catalog, request, plan, SQL, answer.
