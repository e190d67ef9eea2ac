//! Background work as people see it, over a PostgreSQL queue library.
//!
//! `tenant.jobs` is what people see: what is to be done, how far it is, why it failed. Under it `graphile_worker` hands
//! out tickets, one for each turn of a job. Both are written in the caller's transaction, so a job is there exactly if
//! what it is for is there:
//!
//! ```no_run
//! # async fn example(tx: &pg::Tx) -> Result<(), job::Error> {
//! let job = job::enqueue(tx, &job::NewJob::new("scan_processing")).await?;
//! # Ok(()) }
//! ```
//!
//! A [`Worker`] runs [`Handler`]s. A ticket may be handed out twice, after a crash for example; a job's effects still
//! happen once, because [`Context::complete`] commits them together with the job's completion, and only for whoever has
//! the job at that moment. A job without effects of its own ends with [`Context::finish`], which commits many at once.

mod backoff;
mod context;
mod driver;
mod gather;
mod job;
mod line;
mod migrate;
mod outcome;
mod running;
mod ticket;
mod together;
mod worker;

pub use backoff::Backoff;
pub use context::Context;
pub use job::{Job, JobStatus, NewJob, Priority};
pub use line::{cancel, enqueue, get, retry};
pub use migrate::{migrate, schema_digest};
pub use outcome::{Done, End, Failure, Handler, Stop};
pub use worker::{Worker, WorkerConfig};

/// Why the queue could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database said no.
    #[error(transparent)]
    Database(#[from] pg::Error),
    /// There is no such job in this tenant.
    #[error("there is no such job")]
    NotFound,
    /// The job's state is against it: a finished job cannot be cancelled, an unfinished one not be retried.
    #[error("the job is {0}")]
    State(JobStatus),
    /// The queue library failed or could not start.
    #[error("queue: {0}")]
    Queue(String),
}
