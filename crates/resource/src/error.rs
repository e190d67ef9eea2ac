//! How the engine says no: a stable code, the field it is about, and what would be right.

use http::StatusCode;

use crate::limits;

/// Why a request was refused. The message is for the caller; it never holds a value of a row.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such resource or row for this caller.
    #[error("There is nothing here.")]
    NotFound,
    /// The caller's roles do not allow it.
    #[error("Your roles do not allow {verb} on {resource}.")]
    NotAllowed {
        /// The resource.
        resource: String,
        /// The verb.
        verb: &'static str,
    },
    /// The address does not take this method.
    #[error("This address does not take this method; it takes {allowed}.")]
    Method {
        /// Methods that it takes, as in `Allow`.
        allowed: String,
    },
    /// The row was changed since the caller read it.
    #[error("The row was changed in the meantime; read it again.")]
    StaleVersion,
    /// A single row was asked for and there are none or several.
    #[error("One row was asked for, and there is not exactly one.")]
    NotSingle,
    /// The answer cannot be in any of the media types that the caller accepts.
    #[error("Answers are application/json, application/vnd.pgrst.object+json or, for lists, text/csv.")]
    NotAcceptable,
    /// Something is larger than it may be.
    #[error("There is too much of this; at most {limit} {unit} are taken.")]
    TooMuch {
        /// Stable code.
        code: &'static str,
        /// The parameter or header.
        field: String,
        /// The bound.
        limit: u64,
        /// What is counted.
        unit: &'static str,
    },
    /// The body is larger than it may be.
    #[error("The body is larger than {} bytes.", limits::BODY_BYTES)]
    BodyTooLarge,
    /// The request is malformed or asks for what is not there.
    #[error("{hint}")]
    Invalid {
        /// Stable code.
        code: &'static str,
        /// The parameter, header or column; empty for the body as a whole.
        field: String,
        /// What would be right.
        hint: String,
    },
    /// The request is well-formed, but a row cannot be written so.
    #[error("{hint}")]
    Unwritable {
        /// Stable code.
        code: &'static str,
        /// The column.
        field: String,
        /// What would be right.
        hint: String,
    },
    /// What the body is in cannot be read.
    #[error("Send application/json.")]
    MediaType,
    /// What the database said.
    #[error(transparent)]
    Database(#[from] pg::Error),
}

impl Error {
    pub(crate) fn invalid(code: &'static str, field: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Invalid {
            code,
            field: field.into(),
            hint: hint.into(),
        }
    }

    pub(crate) fn unwritable(code: &'static str, field: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Unwritable {
            code,
            field: field.into(),
            hint: hint.into(),
        }
    }

    pub(crate) fn too_much(
        code: &'static str,
        field: impl Into<String>,
        limit: impl TryInto<u64>,
        unit: &'static str,
    ) -> Self {
        Self::TooMuch {
            code,
            field: field.into(),
            limit: limit.try_into().unwrap_or(u64::MAX),
            unit,
        }
    }

    /// The stable code; `None` for what the database said, whose code is the server's business.
    pub fn code(&self) -> Option<&'static str> {
        Some(match self {
            Self::NotFound => "not_found",
            Self::NotAllowed { .. } => "not_allowed",
            Self::Method { .. } => "method_not_allowed",
            Self::StaleVersion => "stale_version",
            Self::NotSingle => "not_single",
            Self::NotAcceptable => "not_acceptable",
            Self::BodyTooLarge => "too_large",
            Self::MediaType => "json_expected",
            Self::TooMuch { code, .. } | Self::Invalid { code, .. } | Self::Unwritable { code, .. } => code,
            Self::Database(_) => return None,
        })
    }

    /// The parameter, header or column that it is about, if it is about one.
    pub fn field(&self) -> Option<&str> {
        match self {
            Self::StaleVersion => Some("If-Match"),
            Self::NotSingle | Self::NotAcceptable => Some("Accept"),
            Self::MediaType => Some("Content-Type"),
            Self::TooMuch { field, .. } | Self::Invalid { field, .. } | Self::Unwritable { field, .. } => {
                Some(field.as_str()).filter(|field| !field.is_empty())
            }
            _ => None,
        }
    }

    /// The status of the answer; that of [`Error::Database`] is the server's business.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAllowed { .. } => StatusCode::FORBIDDEN,
            Self::Method { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::StaleVersion => StatusCode::PRECONDITION_FAILED,
            Self::NotSingle | Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMuch { .. } | Self::Invalid { .. } => StatusCode::BAD_REQUEST,
            Self::Unwritable { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Database(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}
