//! What the store says, as the caller hears it.

use axum::http::StatusCode;
use object::Error as Store;

use crate::Error;

/// The status by which tus answers bytes that do not match their checksum.
const CHECKSUM_MISMATCH: u16 = 460;

impl From<Store> for Error {
    fn from(error: Store) -> Self {
        let context = error.to_string();
        let answer = match error {
            Store::Database(error) => return error.into(),
            Store::QuotaExceeded { needed, free } => Self::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "quota_exceeded",
                format!("{needed} bytes do not fit: the organisation's quota has {free} bytes left."),
            ),
            Store::TooLarge { limit } => Self::too_large(limit),
            Store::Locked => {
                Self::new(StatusCode::LOCKED, "upload_locked", "Another request is sending to this upload.")
            }
            Store::WrongOffset { offset } => Self::conflict(
                "wrong_offset",
                format!("The upload has reached byte {offset}; go on from there."),
            )
            .with_field("Upload-Offset"),
            Store::Gone => {
                Self::new(StatusCode::GONE, "upload_gone", "The upload has ended; begin a new one.")
            }
            Store::Elsewhere => Self::new(
                StatusCode::MISDIRECTED_REQUEST,
                "upload_elsewhere",
                "Another server has the bytes that arrived; send to the server where the upload began.",
            ),
            Store::ChecksumMismatch { .. } => Self::bad_request(
                "checksum_mismatch",
                "",
                "The bytes do not have the checksum that was declared; nothing was kept.",
            ),
            Store::PieceMismatch => Self::new(
                StatusCode::from_u16(CHECKSUM_MISMATCH).unwrap_or(StatusCode::BAD_REQUEST),
                "checksum_mismatch",
                "The bytes do not have the checksum that was declared; the upload is where it was.",
            )
            .with_field("Upload-Checksum"),
            Store::Interrupted(_) => Self::bad_request("interrupted", "", "The body ended early."),
            Store::TooSlow => {
                Self::new(StatusCode::REQUEST_TIMEOUT, "too_slow", "Nothing arrived for too long.")
            }
            Store::BadRange { .. } => Self::new(
                StatusCode::RANGE_NOT_SATISFIABLE,
                "bad_range",
                "The file does not have this range.",
            )
            .with_field("Range"),
            Store::File { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                Self::new(StatusCode::INSUFFICIENT_STORAGE, "storage_full", "The server has no room left.")
            }
            Store::Backend(_) => return Self::unavailable("object_store_unavailable", context),
            Store::Missing(_)
            | Store::Damaged(_)
            | Store::Encrypted(_)
            | Store::File { .. }
            | Store::Config(_) => return Self::internal(context),
        };
        answer.with_context(context)
    }
}
