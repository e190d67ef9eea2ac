//! How the server says no: one type, one shape (RFC 9457), a stable code for programs and a sentence for people.

use std::borrow::Cow;
use std::time::Duration;

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pg::{ConstraintKind, Timeout};
use serde::Serialize;
use uuid::Uuid;

use crate::http::request;

/// Why a request was refused or failed.
///
/// What its constructors take as `detail` goes to the caller; [`Error::with_context`] goes to the log only.
#[derive(Debug)]
pub struct Error(Box<Refusal>);

#[derive(Debug)]
struct Refusal {
    status: StatusCode,
    code: Cow<'static, str>,
    detail: String,
    field: Option<String>,
    retry_after: Option<Duration>,
    context: Option<String>,
}

/// The body of a refusal, as it goes out: `application/problem+json`.
#[derive(Debug, Serialize, schemars::JsonSchema)]
pub struct Problem {
    /// The kind of problem as a URI: `urn:cuspid:problem:` and the code.
    #[serde(rename = "type")]
    pub kind: String,
    /// The status in words.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What programs go by.
    pub code: String,
    /// What people read.
    pub detail: String,
    /// `detail` again, where clients of PostgREST look for it.
    pub message: String,
    /// The field, parameter or header that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// `field` again, where clients of PostgREST look for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// The request, as logs and trail know it.
    pub request_id: Uuid,
}

impl Error {
    /// A refusal with a status, a stable snake_case code and a sentence for people.
    pub fn new(status: StatusCode, code: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> Self {
        Self(Box::new(Refusal {
            status,
            code: code.into(),
            detail: detail.into(),
            field: None,
            retry_after: None,
            context: None,
        }))
    }

    /// 400: the request itself is malformed. `field` names the parameter, header or column, or is empty.
    pub fn bad_request(
        code: impl Into<Cow<'static, str>>,
        field: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail).with_field(field)
    }

    /// 401: nobody is signed in, or no longer.
    pub fn unauthenticated() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthenticated", "Sign in first: there is no living session.")
    }

    /// 403: the caller's roles do not allow `verb` on `resource`.
    pub fn not_allowed(resource: &str, verb: &str) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "not_allowed",
            format!("Your roles do not allow {verb} on {resource}."),
        )
    }

    /// 404: there is no such thing for this caller. Deliberately the same for what never was, what was deleted and
    /// what is another tenant's.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "There is nothing here.")
    }

    /// 409: the request is sound but the state of things is against it.
    pub fn conflict(code: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, detail)
    }

    /// 412: the row was changed since the caller read it.
    pub fn stale_version() -> Self {
        Self::new(
            StatusCode::PRECONDITION_FAILED,
            "stale_version",
            "The row was changed in the meantime; read it again.",
        )
        .with_field("If-Match")
    }

    /// 413: the body is larger than `limit` bytes.
    pub fn too_large(limit: u64) -> Self {
        Self::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "too_large",
            format!("The body is larger than {limit} bytes."),
        )
    }

    /// 422: the request is well-formed but a value cannot be taken. `field` names it, or is empty.
    pub fn unprocessable(
        code: impl Into<Cow<'static, str>>,
        field: impl Into<String>,
        detail: impl Into<String>,
    ) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, detail).with_field(field)
    }

    /// 429: too many, come back after `wait`.
    pub fn too_many(code: impl Into<Cow<'static, str>>, detail: impl Into<String>, wait: Duration) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, code, detail).with_retry_after(wait)
    }

    /// 503: what the answer needs is away or busy; the same request may succeed soon.
    pub fn unavailable(code: impl Into<Cow<'static, str>>, context: impl std::fmt::Display) -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            code,
            "The service cannot answer right now; try again soon.",
        )
        .with_retry_after(Duration::from_secs(1))
        .with_context(context)
    }

    /// 500: a defect of Cuspid. `context` is for the log; the caller learns the request's id and nothing else.
    pub fn internal(context: impl std::fmt::Display) -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "Something went wrong here. The request id finds it in the log.",
        )
        .with_context(context)
    }

    /// The same, naming the field it is about; an empty name is none.
    #[must_use]
    pub fn with_field(mut self, field: impl Into<String>) -> Self {
        self.0.field = Some(field.into()).filter(|field| !field.is_empty());
        self
    }

    /// The same, with what only the log may see. Keep health information out of it.
    #[must_use]
    pub fn with_context(mut self, context: impl std::fmt::Display) -> Self {
        self.0.context = Some(context.to_string());
        self
    }

    /// The same, with a time after which trying again makes sense.
    #[must_use]
    pub fn with_retry_after(mut self, wait: Duration) -> Self {
        self.0.retry_after = Some(wait);
        self
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The stable code.
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// The sentence for people.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// The field it is about.
    pub fn field(&self) -> Option<&str> {
        self.0.field.as_deref()
    }
}

impl std::fmt::Display for Error {
    /// For logs: code and context, never the detail, which may quote what the caller sent.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.0.status.as_u16(), self.0.code)?;
        match &self.0.context {
            Some(context) => write!(f, ": {context}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        if self.0.status.is_server_error() {
            tracing::error!(code = %self.0.code, context = self.0.context.as_deref(), "failed");
        } else {
            tracing::debug!(code = %self.0.code, context = self.0.context.as_deref(), "refused");
        }
        let Refusal { status, code, detail, field, retry_after, .. } = *self.0;
        let problem = Problem {
            kind: format!("urn:cuspid:problem:{code}"),
            title: status.canonical_reason().unwrap_or("Refused").to_owned(),
            status: status.as_u16(),
            code: code.into_owned(),
            message: detail.clone(),
            detail,
            details: field.clone(),
            field,
            request_id: request::current_id(),
        };
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(wait) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl From<pg::Error> for Error {
    /// The one table from what the database said to what the caller hears. A constraint's name is the code.
    fn from(error: pg::Error) -> Self {
        let context = match &error {
            // Its words quote the value, which may be about a patient.
            pg::Error::InvalidValue { code, .. } => format!("invalid value ({code})"),
            error => error.to_string(),
        };
        let answer = match error {
            pg::Error::Constraint { name, kind, table, column } => constraint(name, kind, &table, column),
            pg::Error::Permission { .. } | pg::Error::RowSecurity { .. } => {
                Self::new(StatusCode::FORBIDDEN, "not_allowed", "This change is not allowed.")
            }
            pg::Error::InvalidValue { column, .. } => Self::bad_request(
                "invalid_value",
                column.unwrap_or_default(),
                "A value does not fit its type or is out of range.",
            ),
            pg::Error::Conflict { .. } => {
                Self::conflict("collision", "Another change got in the way; send the request again.")
            }
            pg::Error::Timeout(Timeout::Lock) => {
                Self::conflict("locked", "Someone else is changing this right now; try again.")
            }
            pg::Error::Timeout(Timeout::Statement) => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "too_slow",
                "The answer took too long; ask for less.",
            ),
            pg::Error::Timeout(Timeout::Pool) => return Self::unavailable("overloaded", context),
            pg::Error::Timeout(_) | pg::Error::Unavailable(_) => {
                return Self::unavailable("database_unavailable", context);
            }
            pg::Error::Raised { code, message, .. } => {
                let (status, code) = raised(&code);
                Self::new(status, code, message)
            }
            pg::Error::RowCount { .. }
            | pg::Error::TooLarge { .. }
            | pg::Error::Statement { .. }
            | pg::Error::Driver(_)
            | pg::Error::Config(_) => return Self::internal(context),
        };
        answer.with_context(context)
    }
}

fn constraint(name: String, kind: ConstraintKind, table: &str, column: Option<String>) -> Error {
    let field = column.clone().or_else(|| constrained_field(&name, table)).unwrap_or_default();
    match kind {
        ConstraintKind::NotNull => Error::unprocessable("required", field, "A value is missing."),
        ConstraintKind::Check => Error::unprocessable(name, field, "A value is outside of what is allowed."),
        ConstraintKind::ForeignKey => Error::unprocessable(
            name,
            field,
            "What is referred to is not there, or what is here is still referred to.",
        ),
        ConstraintKind::Unique => {
            Error::conflict(name, "There is one with this value already.").with_field(field)
        }
        ConstraintKind::Exclusion => Error::conflict(name, "It overlaps with another one.").with_field(field),
    }
}

/// The column that a constraint is about, by PostgreSQL's naming of constraints: `cases_tenant_id_patient_id_fkey`.
fn constrained_field(constraint: &str, table: &str) -> Option<String> {
    let columns = constraint.strip_prefix(table)?.strip_prefix('_')?;
    let columns = ["_fkey", "_key", "_check"].iter().find_map(|end| columns.strip_suffix(end))?;
    let column = columns.strip_prefix("tenant_id_").unwrap_or(columns);
    (column != "tenant_id").then(|| column.to_owned())
}

/// Names for the codes that the schema raises, and whether the request or the row is at fault.
fn raised(state: &str) -> (StatusCode, Cow<'static, str>) {
    match state {
        "CU001" => (StatusCode::UNPROCESSABLE_ENTITY, Cow::Borrowed("key_immutable")),
        "CU002" => (StatusCode::BAD_REQUEST, Cow::Borrowed("search_too_broad")),
        "CU003" => (StatusCode::BAD_REQUEST, Cow::Borrowed("malformed_search")),
        other => (StatusCode::UNPROCESSABLE_ENTITY, Cow::Owned(other.to_ascii_lowercase())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constraint_is_the_code_and_names_its_column() {
        let error = Error::from(pg::Error::Constraint {
            name: "cases_tenant_id_patient_id_fkey".into(),
            kind: ConstraintKind::ForeignKey,
            table: "cases".into(),
            column: None,
        });
        assert_eq!(error.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(error.code(), "cases_tenant_id_patient_id_fkey");
        assert_eq!(error.field(), Some("patient_id"));
    }

    #[test]
    fn a_value_that_does_not_fit_is_in_no_log() {
        let error = Error::from(pg::Error::InvalidValue {
            code: "22007".into(),
            message: "invalid input syntax for type date: \"Nora\"".into(),
            column: None,
        });
        assert_eq!(error.status(), StatusCode::BAD_REQUEST);
        assert!(!error.to_string().contains("Nora"));
    }

    #[test]
    fn what_the_server_said_stays_in_the_log() {
        let error = Error::from(pg::Error::Statement {
            code: "42P01".into(),
            message: "relation \"x\" does not exist".into(),
        });
        assert_eq!(error.code(), "internal");
        assert!(!error.0.detail.contains("relation"));
        assert!(error.to_string().contains("relation"));
    }
}
