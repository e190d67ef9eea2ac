//! Where objects are kept and what an upload may take.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

/// Where objects are kept.
#[derive(Clone, Debug)]
pub struct StoreConfig {
    /// A directory (a path or `file:///…`), or `s3://bucket/prefix`.
    pub url: String,
    /// The directory for bytes that are arriving, on local disk; best on the file system of the objects. It belongs
    /// to this server (its processes may share it) and must outlive restarts, or uploads under way are lost.
    pub spool_dir: PathBuf,
    /// How to reach S3; without effect for a directory.
    pub s3: S3Config,
    /// What an upload may take.
    pub limits: Limits,
}

impl StoreConfig {
    /// Objects at `url`, with the defaults for the rest.
    pub fn new(url: impl Into<String>, spool_dir: impl Into<PathBuf>) -> Self {
        Self {
            url: url.into(),
            spool_dir: spool_dir.into(),
            s3: S3Config::default(),
            limits: Limits::default(),
        }
    }
}

/// How to reach S3, or a store that speaks like it. What is not given comes from the machine's role, where it has one.
#[derive(Clone, Default)]
pub struct S3Config {
    /// The service's address, for stores other than Amazon's.
    pub endpoint: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The key's name.
    pub access_key_id: Option<String>,
    /// The key.
    pub secret_access_key: Option<String>,
    /// Whether to speak plain HTTP where the endpoint says so.
    pub allow_http: bool,
}

impl fmt::Debug for S3Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Config")
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("access_key_id", &self.access_key_id)
            .field("allow_http", &self.allow_http)
            .finish_non_exhaustive()
    }
}

/// What an upload may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of one upload, at most.
    pub max_upload_bytes: u64,
    /// How long a sender may say nothing in the middle of a body.
    pub body_idle: Duration,
    /// How long one body may take in all.
    pub body_total: Duration,
    /// How long an upload that nobody continues is kept.
    pub upload_lifetime: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_upload_bytes: 16 << 30,
            body_idle: Duration::from_secs(30),
            body_total: Duration::from_secs(6 * 3600),
            upload_lifetime: Duration::from_secs(24 * 3600),
        }
    }
}
