//! The resource engine: one program for the nouns of the API.
//!
//! A request passes five stages, each of which can be understood and tested alone:
//! [`catalog`] (what there is, from the live database) → [`request`] (what is said) → [`plan`] (what it means here,
//! for this caller) → [`sql`] (one statement; PostgreSQL builds the JSON) → [`respond`] (status, headers, bytes).
//! All but the first are pure; [`answer`] runs them and, in the middle, the statement.
//!
//! The language of the addresses is on one page: `dialect.md`.

pub mod catalog;
pub mod cursor;
mod engine;
mod error;
pub mod limits;
pub mod plan;
mod repeat;
pub mod request;
pub mod respond;
pub mod sql;

pub use catalog::{Catalog, LoadError};
pub use engine::{Body, answer, execute, rows};
pub use error::Error;
pub use plan::writable;
pub use request::{Fields, Incoming};

/// Where the resources are.
pub const BASE: &str = "/api/v1";
