//! PostgreSQL: the embedded cluster, the pool, scoped transactions, migrations and notifications.
//!
//! A statement can be run in two ways only, and both need a [`Scope`]:
//! - [`Db::begin`] takes a connection of the pool for a transaction ([`Tx`]): writes, lists, searches;
//! - [`Db::point`] sends one short read down a shared connection ([`PointReader`]): rows by key.
//!
//! The driver's client never leaves this crate, so no code can forget to say for whom it works.

mod clock;
mod db;
pub mod embedded;
mod error;
mod listen;
pub mod migrate;
mod point;
mod scope;
pub mod statements;
mod tell;
mod tls;
mod tx;

pub use clock::Clock;
pub use db::{Db, DbConfig};
pub use embedded::{Embedded, EmbeddedConfig, EmbeddedError};
pub use error::{ConstraintKind, Error, Timeout};
pub use listen::{Listener, Notice};
pub use migrate::{MigrateError, MigrationReport, Step, migrate};
pub use point::{PointReader, PointRow};
pub use scope::{Actor, DbRole, Scope, TenantId, UserId};
pub use tx::{Savepoint, Tx, TxMode};

/// Types of the driver that appear in signatures here.
pub use postgres_types as types;
pub use tokio_postgres::{Row, Statement};

#[doc(hidden)]
pub use inventory;
