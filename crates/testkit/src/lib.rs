//! What tests share: a cluster, a database or a practice of one's own.
//!
//! The first test of a process that asks starts PostgreSQL (without durability, in the temporary directory, on a unix
//! socket); it ends with the process, and the next process finds the files and the migrated template again.
//! `CUSPID_TEST_PG` names a running server instead, in `key=value` form, with a user that may create databases.

mod practice;
mod server;

pub use practice::Practice;
pub use server::{TestDb, database, empty_database};
