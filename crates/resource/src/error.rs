//! How the engine says no: a stable code, the field it is about, and what would be right.

use http::StatusCode;

use crate::limits;

/// Why a request was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The request is at fault.
    #[error("{hint}")]
    Refused {
        /// The status of the answer.
        status: StatusCode,
        /// What programs go by, stable.
        code: &'static str,
        /// The parameter, header or column that it is about; empty where it is about none.
        field: String,
        /// What would be right, for people. Never holds a value of a row.
        hint: String,
    },
    /// What the database said; the server knows what that means to a caller.
    #[error(transparent)]
    Database(#[from] pg::Error),
}

impl Error {
    fn new(status: StatusCode, code: &'static str, field: &str, hint: impl Into<String>) -> Self {
        Self::Refused { status, code, field: field.to_owned(), hint: hint.into() }
    }

    /// The request is malformed or asks for what is not there.
    pub(crate) fn invalid(code: &'static str, field: &str, hint: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, field, hint)
    }

    /// The request is well-formed, but a row cannot be written so.
    pub(crate) fn unwritable(code: &'static str, field: &str, hint: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, field, hint)
    }

    /// There is no such resource or row for this caller.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "", "There is nothing here.")
    }

    pub(crate) fn not_allowed(resource: &str, verb: &str) -> Self {
        let hint = format!("Your roles do not allow {verb} on {resource}.");
        Self::new(StatusCode::FORBIDDEN, "not_allowed", "", hint)
    }

    pub(crate) fn method(allowed: &str) -> Self {
        let hint = format!("This address does not take this method; it takes {allowed}.");
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", "", hint)
    }

    pub(crate) fn stale_version() -> Self {
        let hint = "The row was changed in the meantime; read it again.";
        Self::new(StatusCode::PRECONDITION_FAILED, "stale_version", "If-Match", hint)
    }

    pub(crate) fn too_costly() -> Self {
        let hint = "No index serves this; filter or order by other columns, or by fewer.";
        Self::invalid("too_costly", "", hint)
    }

    pub(crate) fn key_reused() -> Self {
        let hint = "This key was used for another request; choose a new one for every change.";
        Self::unwritable("idempotency_key_reused", "Idempotency-Key", hint)
    }

    pub(crate) fn not_single() -> Self {
        let hint = "One row was asked for, and there is not exactly one.";
        Self::new(StatusCode::NOT_ACCEPTABLE, "not_single", "Accept", hint)
    }

    pub(crate) fn not_acceptable() -> Self {
        let hint = "Answers are application/json, application/vnd.pgrst.object+json or, for lists, application/x-ndjson and text/csv.";
        Self::new(StatusCode::NOT_ACCEPTABLE, "not_acceptable", "Accept", hint)
    }

    pub(crate) fn not_json() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "json_expected",
            "Content-Type",
            "Send application/json.",
        )
    }

    pub(crate) fn body_too_large() -> Self {
        let hint = format!("The body is larger than {} bytes.", limits::BODY_BYTES);
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", "", hint)
    }
}
