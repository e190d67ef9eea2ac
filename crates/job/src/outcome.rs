//! How work ends.

use futures::future::{self, BoxFuture};
use pg::Tx;
use serde_json::Value;

use crate::context::Context;
use crate::job::Job;

/// Proof that a job's effects and its completion were committed; only [`Context::complete`] and
/// [`Context::finish`] make it.
#[derive(Debug)]
pub struct Done(pub(crate) ());

/// Why a handler did not complete its job.
#[derive(Debug)]
pub enum Stop {
    /// The work failed.
    Failed(Failure),
    /// The handler was told to stop ([`Context::is_stopped`]) and did.
    Stopped,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<pg::Error> for Stop {
    fn from(error: pg::Error) -> Self {
        Self::Failed(Failure::retryable("database", error.to_string()))
    }
}

/// Why work failed.
#[derive(Clone, Debug)]
pub struct Failure {
    /// A stable snake_case name, shown in `jobs.error`.
    pub code: String,
    /// A sentence for people, shown in `jobs.error`; free of health information.
    pub message: String,
    /// Whether another attempt may succeed.
    pub retryable: bool,
    /// What [`Handler::ended`] needs to know besides; stored nowhere.
    pub detail: Option<Value>,
}

impl Failure {
    /// A failure that another attempt may mend: a service that is away, a full disk.
    pub fn retryable(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into(), retryable: true, detail: None }
    }

    /// A failure that every attempt would meet: a file that cannot be read.
    pub fn lasting(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self { retryable: false, ..Self::retryable(code, message) }
    }

    /// The same, with what [`Handler::ended`] needs to know besides.
    #[must_use]
    pub fn with_detail(mut self, detail: Value) -> Self {
        self.detail = Some(detail);
        self
    }
}

/// How a job ended that was not completed.
#[derive(Clone, Debug)]
pub enum End {
    /// Given up.
    Failed(Failure),
    /// Cancelled by a person.
    Cancelled,
}

/// Does the work of one job type.
pub trait Handler: Send + Sync + 'static {
    /// Does the work. It may be killed anywhere and run again: compute first, then commit everything with
    /// [`Context::complete`], or with [`Context::finish`] where there is nothing else to commit. Long work looks at [`Context::is_stopped`] often, several times a second.
    fn run(&self, context: Context) -> BoxFuture<'_, Result<Done, Stop>>;

    /// What else changes when a job ends without being completed, in the transaction that ends it. Not called while
    /// there are attempts left.
    fn ended<'a>(&'a self, tx: &'a Tx, job: &'a Job, end: &'a End) -> BoxFuture<'a, Result<(), pg::Error>> {
        let _ = (tx, job, end);
        Box::pin(future::ready(Ok(())))
    }
}
