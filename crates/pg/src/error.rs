//! What the database said, sorted by what a caller can do about it. The one table of SQLSTATEs.

use postgres_protocol::message::backend::ErrorResponseBody;
use tokio_postgres::error::SqlState;

/// Why the database did not do what was asked.
///
/// Messages of the variants are for operators: they may name tables, never values of rows.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule of the schema refused the change (class 23). The constraint's name is its stable code.
    #[error("constraint {name} ({kind}) of table {table} refused the change")]
    Constraint {
        /// The constraint's name; for a `not null` the column's name.
        name: String,
        /// Which kind of rule.
        kind: ConstraintKind,
        /// The table, without schema; empty where the server does not say.
        table: String,
        /// The column, for `not null`.
        column: Option<String>,
    },
    /// The role may not do this (42501), for example write a column that an action owns.
    #[error("permission denied: {message}")]
    Permission {
        /// The server's words; they name a table or function.
        message: String,
    },
    /// The row would lie outside the scope's tenant or rights (42501 by a row security policy).
    #[error("row security refused the change: {message}")]
    RowSecurity {
        /// The server's words; they name a table and policy.
        message: String,
    },
    /// A value that its type does not hold: malformed, too long, out of range (class 22).
    #[error("invalid value ({code}): {message}")]
    InvalidValue {
        /// SQLSTATE.
        code: String,
        /// The server's words; they may quote the value that was sent, so show them only to its sender.
        message: String,
        /// The column, where the server names it.
        column: Option<String>,
    },
    /// Another transaction got in the way; the same work may be tried again (class 40).
    #[error("the transaction collided with another one ({code})")]
    Conflict {
        /// SQLSTATE: 40001 serialization failure, 40P01 deadlock.
        code: String,
    },
    /// Something took longer than it may.
    #[error("{0}")]
    Timeout(Timeout),
    /// The server is not there, is starting or stopping, or the connection broke.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// `raise exception` in the schema with a code of ours (`CU…`).
    #[error("{code}: {message}")]
    Raised {
        /// SQLSTATE, five characters, beginning with `CU`.
        code: String,
        /// The message, written for people.
        message: String,
        /// What `detail =` said.
        detail: Option<String>,
        /// What `hint =` said.
        hint: Option<String>,
    },
    /// A statement that must give one row gave another number.
    #[error("expected one row, got {got}")]
    RowCount {
        /// How many there were; 2 stands for "more than one".
        got: usize,
    },
    /// A short read gave more than a short read may.
    #[error("the answer is too large for a point read (limit: {limit} rows)")]
    TooLarge {
        /// The largest number of rows.
        limit: usize,
    },
    /// Any other answer of the server: a defect of Cuspid or its schema.
    #[error("the database refused a statement ({code}): {message}")]
    Statement {
        /// SQLSTATE.
        code: String,
        /// The server's words.
        message: String,
    },
    /// The driver and the program disagree, for example about a column's type: a defect of Cuspid.
    #[error("driver: {0}")]
    Driver(String),
    /// The connection settings cannot be used.
    #[error("database URL: {0}")]
    Config(String),
}

/// The kinds of [`Error::Constraint`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintKind {
    /// A key or unique index.
    Unique,
    /// A foreign key.
    ForeignKey,
    /// A column that must have a value.
    NotNull,
    /// A check.
    Check,
    /// An exclusion constraint.
    Exclusion,
}

impl std::fmt::Display for ConstraintKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unique => "unique",
            Self::ForeignKey => "foreign key",
            Self::NotNull => "not null",
            Self::Check => "check",
            Self::Exclusion => "exclusion",
        })
    }
}

/// What [`Error::Timeout`] waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Timeout {
    /// A free connection: too much is going on.
    #[error("no database connection became free in time")]
    Pool,
    /// A new connection.
    #[error("the database did not accept a connection in time")]
    Connect,
    /// The statement itself.
    #[error("the statement took too long and was cancelled")]
    Statement,
    /// A lock that another transaction holds.
    #[error("a lock was not free in time")]
    Lock,
    /// The transaction's owner, who went idle.
    #[error("the transaction was idle for too long and was ended")]
    Idle,
}

impl Error {
    /// Whether the same work, started again from the beginning of its transaction, may succeed.
    pub fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::Conflict { .. } | Self::Unavailable(_) | Self::Timeout(Timeout::Lock | Timeout::Pool)
        )
    }
}

/// The fields of a server's error that this crate reads, whichever driver received it.
pub(crate) struct Report {
    code: String,
    message: String,
    detail: Option<String>,
    hint: Option<String>,
    table: Option<String>,
    column: Option<String>,
    constraint: Option<String>,
    routine: Option<String>,
}

impl Report {
    /// Reads an `ErrorResponse` message.
    pub(crate) fn from_message(body: &ErrorResponseBody) -> Self {
        use fallible_iterator::FallibleIterator;

        let mut report = Self {
            code: String::new(),
            message: String::new(),
            detail: None,
            hint: None,
            table: None,
            column: None,
            constraint: None,
            routine: None,
        };
        let mut fields = body.fields();
        while let Ok(Some(field)) = fields.next() {
            let value = String::from_utf8_lossy(field.value_bytes()).into_owned();
            match field.type_() {
                b'C' => report.code = value,
                b'M' => report.message = value,
                b'D' => report.detail = Some(value),
                b'H' => report.hint = Some(value),
                b't' => report.table = Some(value),
                b'c' => report.column = Some(value),
                b'n' => report.constraint = Some(value),
                b'R' => report.routine = Some(value),
                _ => {}
            }
        }
        report
    }

    /// SQLSTATE.
    pub(crate) fn code(&self) -> &str {
        &self.code
    }
}

impl From<&tokio_postgres::error::DbError> for Report {
    fn from(error: &tokio_postgres::error::DbError) -> Self {
        Self {
            code: error.code().code().to_owned(),
            message: error.message().to_owned(),
            detail: error.detail().map(str::to_owned),
            hint: error.hint().map(str::to_owned),
            table: error.table().map(str::to_owned),
            column: error.column().map(str::to_owned),
            constraint: error.constraint().map(str::to_owned),
            routine: error.routine().map(str::to_owned),
        }
    }
}

impl From<Report> for Error {
    /// The one table from SQLSTATE to what a caller can do.
    fn from(report: Report) -> Self {
        let state = SqlState::from_code(&report.code);
        let constraint = |kind, report: Report| Self::Constraint {
            name: report.constraint.or_else(|| report.column.clone()).unwrap_or_default(),
            kind,
            table: report.table.unwrap_or_default(),
            column: report.column,
        };
        match state {
            SqlState::UNIQUE_VIOLATION => constraint(ConstraintKind::Unique, report),
            SqlState::FOREIGN_KEY_VIOLATION | SqlState::RESTRICT_VIOLATION => {
                constraint(ConstraintKind::ForeignKey, report)
            }
            SqlState::NOT_NULL_VIOLATION => constraint(ConstraintKind::NotNull, report),
            SqlState::CHECK_VIOLATION => constraint(ConstraintKind::Check, report),
            SqlState::EXCLUSION_VIOLATION => constraint(ConstraintKind::Exclusion, report),
            // The routine does not depend on the server's language; the code is shared with plain permissions.
            SqlState::INSUFFICIENT_PRIVILEGE if report.routine.as_deref() == Some("ExecWithCheckOptions") => {
                Self::RowSecurity { message: report.message }
            }
            SqlState::INSUFFICIENT_PRIVILEGE => Self::Permission { message: report.message },
            SqlState::T_R_SERIALIZATION_FAILURE | SqlState::T_R_DEADLOCK_DETECTED => {
                Self::Conflict { code: report.code }
            }
            SqlState::QUERY_CANCELED => Self::Timeout(Timeout::Statement),
            SqlState::LOCK_NOT_AVAILABLE => Self::Timeout(Timeout::Lock),
            SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT => Self::Timeout(Timeout::Idle),
            SqlState::ADMIN_SHUTDOWN
            | SqlState::CRASH_SHUTDOWN
            | SqlState::CANNOT_CONNECT_NOW
            | SqlState::TOO_MANY_CONNECTIONS => Self::Unavailable(report.message),
            _ if report.code.starts_with("CU") => Self::Raised {
                code: report.code,
                message: report.message,
                detail: report.detail,
                hint: report.hint,
            },
            _ if report.code.starts_with("22") => {
                Self::InvalidValue { code: report.code, message: report.message, column: report.column }
            }
            // Who we are or which database we want: a matter of the URL.
            SqlState::INVALID_CATALOG_NAME => Self::Config(report.message),
            _ if report.code.starts_with("28") => Self::Config(report.message),
            _ if report.code.starts_with("08") => Self::Unavailable(report.message),
            _ => Self::Statement { code: report.code, message: report.message },
        }
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        if let Some(report) = error.as_db_error() {
            return Report::from(report).into();
        }
        let text = causes(&error);
        let is_io = std::iter::successors(std::error::Error::source(&error), |cause| cause.source())
            .any(|cause| cause.is::<std::io::Error>());
        if error.is_closed() || is_io { Self::Unavailable(text) } else { Self::Driver(text) }
    }
}

impl From<deadpool_postgres::PoolError> for Error {
    fn from(error: deadpool_postgres::PoolError) -> Self {
        use deadpool_postgres::{PoolError, TimeoutType};

        match error {
            PoolError::Timeout(TimeoutType::Wait) => Self::Timeout(Timeout::Pool),
            PoolError::Timeout(_) => Self::Timeout(Timeout::Connect),
            PoolError::Backend(error) => match Self::from(error) {
                Self::Driver(text) => Self::Unavailable(text),
                other => other,
            },
            other => Self::Unavailable(causes(&other)),
        }
    }
}

/// An error's words with those of its causes.
pub(crate) fn causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        if !text.contains(&words) {
            text.push_str(": ");
            text.push_str(&words);
        }
        cause = error.source();
    }
    text
}
