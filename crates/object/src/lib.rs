//! Content-addressed objects and resumable uploads.
//!
//! Bytes arrive in a spool on local disk, hashed on the way, and become an object of the [`Store`] as a
//! whole: a link on the same file system, a multipart upload to S3. Rows follow in one transaction:
//!
//! - a program's own files: [`Store::put`] or [`Store::put_bytes`], then [`Store::record`] in the transaction that
//!   makes the rows which name them;
//! - a file that somebody sends in one request: [`Store::put_within_quota`], then [`Store::record`];
//! - people's files: [`Store::open_upload`], [`Store::receive`] as often as it takes, [`Store::place`],
//!   [`Store::finish`] in the transaction that makes the file's row, [`Whole::discard`] after its commit.
//!
//! Bytes leave by [`Store::read`], which compares whole reads with the hash.

mod checksum;
mod collect;
mod config;
mod error;
mod quota;
mod read;
mod record;
mod spool;
mod store;
mod upload;
mod vault;

pub use checksum::Checksum;
pub use collect::Collected;
pub use config::{Limits, S3Config, StoreConfig};
pub use error::Error;
pub use read::Content;
pub use record::{Object, Placed};
pub use spool::PieceCheck;
pub use store::Store;
pub use upload::{NewUpload, Received, Upload, UploadStatus, Whole};
