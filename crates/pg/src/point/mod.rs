//! Short reads by key down a shared connection.
//!
//! Round trips are the cost of a small read. Here the scope's settings and the statement travel in one message
//! group that ends in one `Sync`: the server runs it as one implicit transaction, so the settings end with it and
//! requests of many tenants can follow each other on one connection without seeing each other.

use std::time::Duration;

use bytes::Bytes;

use crate::db::Connect;
use crate::{Error, Scope};

/// Reads single rows and short lists. Cheap to clone.
#[derive(Clone)]
pub struct PointReader {}

/// One row: columns in the server's text format, for `json` its bytes as they go out to a client.
#[derive(Clone, Debug)]
pub struct PointRow {}

impl PointRow {
    /// The bytes of column `index`; `None` for null and beyond the last column.
    pub fn column(&self, _index: usize) -> Option<Bytes> {
        None
    }
}

impl PointReader {
    pub(crate) fn new(_connect: Connect, _connections: usize, _statement_timeout: Duration) -> Self {
        Self {}
    }

    /// Runs one reading statement as `cuspid_api` in `scope` (its tenant, user and actor; the trail's settings are
    /// not needed for a read). Parameters are in text format, their types inferred by the server. The statement
    /// must be quick, since others wait behind it on the connection.
    ///
    /// # Errors
    /// What the server says; [`Error::TooLarge`] for more than 1,000 rows; [`Error::Unavailable`] when the
    /// connection breaks twice.
    pub async fn query(
        &self,
        _scope: &Scope,
        _sql: &str,
        _params: &[Option<&str>],
    ) -> Result<Vec<PointRow>, Error> {
        Err(Error::Unavailable("point reader".into()))
    }
}
