//! A job, as its row says it.

use std::fmt;

use jiff::Timestamp;
use pg::{Row, TenantId};
use serde_json::Value;
use uuid::Uuid;

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobStatus {
    /// In line, or waiting for its time.
    Pending,
    /// A worker has it.
    Processing,
    /// Done; its effects are there.
    Completed,
    /// Given up; `error` says why.
    Failed,
    /// Cancelled by a person.
    Cancelled,
}

impl JobStatus {
    const ALL: [Self; 5] = [Self::Pending, Self::Processing, Self::Completed, Self::Failed, Self::Cancelled];

    /// The value's name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Processing => "processing",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl fmt::Display for JobStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How soon a job is done, among the others. Waiting counts: after 15 minutes a job stands before an urgent one that
/// has just come, and nobody waits for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Priority {
    /// Stands behind what comes in the next 15 minutes.
    Low,
    /// The usual.
    #[default]
    Medium,
    /// Stands before the usual work of the last 5 minutes.
    High,
    /// Stands before the usual work of the last 15 minutes.
    Urgent,
}

impl Priority {
    /// The priority with this name in the database.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Low, Self::Medium, Self::High, Self::Urgent]
            .into_iter()
            .find(|priority| priority.name() == name)
    }

    /// The value's name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Urgent => "urgent",
        }
    }
}

/// What is to be done.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// A value of `platform.job_type`; the handler of this name does it.
    pub job_type: &'static str,
    /// The case that it works for.
    pub case_id: Option<Uuid>,
    /// The file that it works on.
    pub case_file_id: Option<Uuid>,
    /// How soon.
    pub priority: Priority,
    /// What the work needs to know.
    pub payload: Value,
    /// How often it may be begun, 1 to 25.
    pub max_attempts: i16,
    /// Not before this time.
    pub run_at: Option<Timestamp>,
    /// Given up after this time.
    pub deadline_at: Option<Timestamp>,
}

impl NewJob {
    /// A job of this type with the usual settings: medium priority, at once, five attempts, no deadline.
    pub fn new(job_type: &'static str) -> Self {
        Self {
            job_type,
            case_id: None,
            case_file_id: None,
            priority: Priority::default(),
            payload: Value::Object(serde_json::Map::new()),
            max_attempts: 5,
            run_at: None,
            deadline_at: None,
        }
    }
}

/// A row of `tenant.jobs`, as far as workers and actions need it.
#[derive(Clone, Debug)]
pub struct Job {
    /// The tenant.
    pub tenant_id: TenantId,
    /// Identifier.
    pub id: Uuid,
    /// What kind of work it is.
    pub job_type: String,
    /// The case that it works for.
    pub case_id: Option<Uuid>,
    /// The file that it works on.
    pub case_file_id: Option<Uuid>,
    /// How it stands.
    pub status: JobStatus,
    /// What the work needs to know.
    pub payload: Value,
    /// How often it was begun, this time included.
    pub attempts: i16,
    /// How often it may be begun.
    pub max_attempts: i16,
    /// Given up after this time.
    pub deadline_at: Option<Timestamp>,
}

/// A fixed statement that ends with what [`Job::from_row`] reads.
macro_rules! sql_of_job {
    ($text:literal $($rest:literal)?) => {
        pg::sql!(concat!(
            $text,
            " tenant_id, id, job_type::text, case_id, case_file_id, status::text, payload, attempts, max_attempts, deadline_at"
            $(, $rest)?
        ))
    };
}
pub(crate) use sql_of_job;

impl Job {
    pub(crate) fn from_row(row: &Row) -> Self {
        let status: &str = row.get(5);
        Self {
            tenant_id: row.get(0),
            id: row.get(1),
            job_type: row.get(2),
            case_id: row.get(3),
            case_file_id: row.get(4),
            status: JobStatus::ALL
                .into_iter()
                .find(|known| known.name() == status)
                .unwrap_or(JobStatus::Failed),
            payload: row.get(6),
            attempts: row.get(7),
            max_attempts: row.get(8),
            deadline_at: row.get(9),
        }
    }
}
