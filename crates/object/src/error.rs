//! Why bytes did not arrive, or do not leave.

use std::io;
use std::path::{Path, PathBuf};

use crate::Checksum;

/// Why the store did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The settings cannot be used.
    #[error("object store: {0}")]
    Config(String),
    /// The tenant's storage would be over its quota.
    #[error("{needed} bytes are more than the {free} that the tenant's quota leaves")]
    QuotaExceeded {
        /// Bytes that were asked for.
        needed: u64,
        /// Bytes that are neither used nor promised.
        free: u64,
    },
    /// More bytes than one upload may have, or than were announced.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The most there may be.
        limit: u64,
    },
    /// Someone else is sending to this upload now.
    #[error("the upload is being written by another request")]
    Locked,
    /// The sender goes on from another place than the upload has reached.
    #[error("the upload has reached byte {offset}")]
    WrongOffset {
        /// How many bytes have arrived.
        offset: u64,
    },
    /// The upload is not open any more: finished, failed, expired, or its bytes are lost.
    #[error("the upload is not open any more")]
    Gone,
    /// The bytes that have arrived are on another server of this installation.
    #[error("the upload is on another server")]
    Elsewhere,
    /// The bytes are not those that the sender declared. Nothing was kept of them.
    #[error("the bytes have SHA-256 {found}, which is not what was declared")]
    ChecksumMismatch {
        /// Of the bytes that arrived.
        found: Checksum,
    },
    /// A piece is not what its sender declared. The upload is where it was before it.
    #[error("the piece does not match its checksum")]
    PieceMismatch,
    /// The sender went away in the middle.
    #[error("the body ended early: {0}")]
    Interrupted(String),
    /// The sender said nothing for too long, or took too long in all.
    #[error("the body took too long")]
    TooSlow,
    /// The store does not have the object.
    #[error("object {0} is missing from the store")]
    Missing(Checksum),
    /// The object's bytes are not those of its name.
    #[error("object {0} is damaged: its bytes do not match its name")]
    Damaged(Checksum),
    /// The object is encrypted in a way that this version does not know.
    #[error("object {0} is encrypted; this version cannot read it")]
    Encrypted(Checksum),
    /// A range that the object does not have.
    #[error("the object has {size} bytes; the range lies outside")]
    BadRange {
        /// The object's size.
        size: u64,
    },
    /// The local disk.
    #[error("{}: {source}", path.display())]
    File {
        /// The file or directory.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// The object store.
    #[error("object store: {0}")]
    Backend(#[from] object_store::Error),
    /// The database.
    #[error(transparent)]
    Database(#[from] pg::Error),
}

impl Error {
    /// Names the file that an operation failed on.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<'_> {
        move |source| Self::File { path: path.to_owned(), source }
    }

    /// Whether the object cannot be trusted any more, so that its row should say so.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Missing(_) | Self::Damaged(_))
    }
}

/// Runs blocking work on the pool for it. Such a task ends early only when the runtime does.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|error| Error::File { path: PathBuf::new(), source: io::Error::other(error) })?
}
