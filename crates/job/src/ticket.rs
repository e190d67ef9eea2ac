//! One ticket of the queue: take the job, have it done, write down how it ended.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures::FutureExt;
use jiff::Timestamp;
use pg::{Scope, TenantId, Tx};
use serde::{Deserialize, Serialize};
use tokio::time::Instant;
use uuid::Uuid;

use crate::context::Context;
use crate::job::{Job, JobStatus, sql_of_job};
use crate::outcome::{Done, End, Failure, Handler, Stop};
use crate::running::Why;
use crate::worker::Shared;

/// Progress is written at most this often.
const PROGRESS_PAUSE: Duration = Duration::from_millis(250);
/// A handler that was told to stop has this long to do so before it is dropped.
const STOP_PATIENCE: Duration = Duration::from_secs(5);

/// What a ticket says.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct Ticket {
    tenant_id: TenantId,
    job_id: Uuid,
}

impl Ticket {
    fn scope(self) -> Scope {
        Scope::system("job").for_tenant(self.tenant_id)
    }

    /// The time of a waiting job has come: it gets its place in line.
    pub(crate) async fn put_in_line(self, shared: &Shared, ticket: &str) -> Result<(), pg::Error> {
        shared
            .db
            .run(
                &self.scope(),
                pg::sql!(
                    "update tenant.jobs set (queue_job_id, place) = \
                     (select ticket, place from platform.take_place(jobs.id, jobs.priority, null)) \
                 where id = $1 and queue_job_id = $2 and status = 'pending'"
                ),
                &[&self.job_id, &ticket],
            )
            .await?;
        Ok(())
    }

    /// A job's turn has come. Comes back when its row says how it ended, or that it has a new ticket.
    pub(crate) async fn run(self, shared: &Arc<Shared>, ticket: &str, worker: &str) -> Result<(), pg::Error> {
        let Some(job) = self.take(shared, ticket, worker).await? else {
            return Ok(());
        };
        let in_hand = shared.running.add(job.id);
        let context = Context::new(
            shared.db.clone(),
            Arc::clone(&shared.together),
            job,
            worker.to_owned(),
            Arc::clone(&in_hand.control),
        );
        let Some(handler) = shared.handlers.get(context.job().job_type.as_str()) else {
            let failure =
                Failure::lasting("no_handler", "This version of the worker does not know this kind of job.");
            return settle(shared, &context, None, failure.into()).await;
        };
        match attend(shared, &context, handler).await {
            Ok(Done(())) => Ok(()),
            Err(stop) => settle(shared, &context, Some(handler.as_ref()), stop).await,
        }
    }

    /// Marks the job as this worker's. `None` for a ticket that is void: the job is done, cancelled, or has another.
    /// A job that is being done and comes with the same ticket was lost by its worker.
    async fn take(self, shared: &Shared, ticket: &str, worker: &str) -> Result<Option<Job>, pg::Error> {
        let together = shared.together.take(self.scope(), self.job_id, ticket, worker).await;
        if together.is_some() {
            return Ok(together);
        }
        // A taking that is lost in a crash is taken again.
        let rows = shared
            .db
            .run(
                &self.scope(),
                sql_of_job!(
                    "update tenant.jobs set status = 'processing', attempts = attempts + 1, worker = $3, stage = null, \
                         progress = 0, started_at = now(), heartbeat_at = now() \
                     where id = $1 and queue_job_id = $2 and status in ('pending', 'processing') \
                         and set_config('synchronous_commit', 'off', true) = 'off' \
                     returning"
                ),
                &[&self.job_id, &ticket, &worker],
            )
            .await?;
        Ok(rows.first().map(Job::from_row))
    }
}

/// Has the job done, telling its progress and watching for reasons to stop.
async fn attend(shared: &Shared, context: &Context, handler: &Arc<dyn Handler>) -> Result<Done, Stop> {
    let job = context.job();
    if job.attempts > job.max_attempts {
        // Every attempt so far ended with its worker's death, which nobody could write down.
        return Err(Failure::lasting("worker_lost", "The workers that tried this job all went away.").into());
    }
    let deadline = job.deadline_at.map(|at| {
        let left = Duration::try_from(at.duration_since(Timestamp::now())).unwrap_or_default();
        Instant::now() + left
    });
    if deadline.is_some_and(|at| at <= Instant::now()) {
        context.control().stop(Why::Deadline);
        return Err(Stop::Stopped);
    }

    let work = AssertUnwindSafe(handler.run(context.clone())).catch_unwind();
    let mut work = std::pin::pin!(work);
    let mut told = std::pin::pin!(tell(shared, context));
    let mut patience = std::pin::pin!(async {
        context.stopped().await;
        tokio::time::sleep(STOP_PATIENCE).await;
    });
    let mut expiry = std::pin::pin!(async {
        match deadline {
            Some(at) => tokio::time::sleep_until(at).await,
            None => std::future::pending().await,
        }
        context.control().stop(Why::Deadline);
        std::future::pending::<()>().await;
    });
    tokio::select! {
        ended = &mut work => ended.unwrap_or_else(|_| {
            Err(Failure::retryable("panic", "The worker met a defect of its own.").into())
        }),
        () = &mut patience => Err(Stop::Stopped),
        () = &mut told => Err(Stop::Stopped),
        () = &mut expiry => Err(Stop::Stopped),
    }
}

/// Writes down progress as it comes and a sign of life in between; hears so whether the job is still wanted and ours.
async fn tell(shared: &Shared, context: &Context) {
    let mut next_life_sign = Instant::now() + shared.config.heartbeat;
    loop {
        tokio::select! {
            () = context.moved() => {}
            () = tokio::time::sleep_until(next_life_sign) => {}
        }
        next_life_sign = Instant::now() + shared.config.heartbeat;
        match write_progress(shared, context).await {
            Ok(Some(false)) => {}
            Ok(Some(true)) => context.control().stop(Why::Cancelled),
            Ok(None) => context.control().stop(Why::Lost),
            Err(error) => tracing::warn!(job = %context.job().id, %error, "progress was not written"),
        }
        tokio::time::sleep(PROGRESS_PAUSE).await;
    }
}

/// `None` if the job is not this worker's any more, else whether someone asked to cancel it.
async fn write_progress(shared: &Shared, context: &Context) -> Result<Option<bool>, pg::Error> {
    let job = context.job();
    let (stage, fraction) = context.meter().position();
    let rows = shared
        .db
        .run(
            &context.scope(),
            pg::sql!("update tenant.jobs set stage = $4, progress = greatest(progress, $5), timings = $6, heartbeat_at = now() \
             where id = $1 and status = 'processing' and attempts = $2 and worker = $3 \
                 and set_config('synchronous_commit', 'off', true) = 'off' \
             returning cancel_requested_at is not null"),
            &[
                &job.id,
                &job.attempts,
                &context.worker(),
                &stage,
                &fraction,
                &context.meter().timings(),
            ],
        )
        .await?;
    Ok(rows.first().map(|row| row.get(0)))
}

/// What becomes of a job that was not completed.
enum Verdict {
    Over(End),
    /// Another attempt, after a wait.
    Again(Failure, Duration),
    /// Given back untouched: this attempt does not count.
    HandBack,
}

fn judge(shared: &Shared, job: &Job, why: Option<Why>, stop: Stop) -> Option<Verdict> {
    let failure = match (why, stop) {
        (Some(Why::Lost), _) => return None,
        (Some(Why::Cancelled), _) => return Some(Verdict::Over(End::Cancelled)),
        (Some(Why::Draining), Stop::Stopped) => return Some(Verdict::HandBack),
        (Some(Why::Deadline), _) => {
            Failure::lasting("deadline_exceeded", "The job was not done before its deadline.")
        }
        (_, Stop::Failed(failure)) => failure,
        (None, Stop::Stopped) => Failure::retryable("stopped", "The work stopped without being asked to."),
    };
    if failure.retryable && job.attempts < job.max_attempts {
        let wait = shared.config.backoff.after(job.attempts, rand::random());
        return Some(Verdict::Again(failure, wait));
    }
    Some(Verdict::Over(End::Failed(failure)))
}

/// Writes down how an attempt ended that did not complete the job.
async fn settle(
    shared: &Shared,
    context: &Context,
    handler: Option<&dyn Handler>,
    stop: Stop,
) -> Result<(), pg::Error> {
    let job = context.job();
    let tx = shared.db.begin(&context.scope()).await?;
    let Some(cancel_requested) = lock(&tx, context).await? else {
        return Ok(());
    };
    let why = if cancel_requested { Some(Why::Cancelled) } else { context.control().why() };
    let Some(verdict) = judge(shared, job, why, stop) else {
        return Ok(());
    };
    match verdict {
        Verdict::Over(end) => {
            let (status, error) = match &end {
                End::Cancelled => (JobStatus::Cancelled, None),
                End::Failed(failure) => {
                    tracing::warn!(job = %job.id, code = failure.code, "job failed");
                    (JobStatus::Failed, Some(describe(failure)))
                }
            };
            tx.execute(
                pg::sql!("update tenant.jobs set status = $2::text::platform.job_status, error = $3, timings = $4, \
                     finished_at = now() where id = $1"),
                &[&job.id, &status.name(), &error, &context.meter().timings()],
            )
            .await?;
            if let Some(handler) = handler {
                handler.ended(&tx, job, &end).await?;
            }
        }
        Verdict::Again(failure, wait) => {
            tracing::info!(job = %job.id, code = failure.code, wait_s = wait.as_secs_f64(), "job will be tried again");
            tx.execute(
                pg::sql!("update tenant.jobs set status = 'pending', error = $2, run_at = now() + $3 * interval '1 s', \
                     (queue_job_id, place) = (select ticket, place \
                         from platform.take_place(jobs.id, jobs.priority, now() + $3 * interval '1 s')) \
                 where id = $1"),
                &[&job.id, &describe(&failure), &wait.as_secs_f64()],
            )
            .await?;
        }
        Verdict::HandBack => {
            tx.execute(
                pg::sql!(
                    "update tenant.jobs set status = 'pending', attempts = attempts - 1, \
                     (queue_job_id, place) = (select ticket, place \
                         from platform.take_place(jobs.id, jobs.priority, null)) \
                 where id = $1"
                ),
                &[&job.id],
            )
            .await?;
        }
    }
    tx.commit().await
}

/// Locks the job's row, if the job is still this worker's: whether someone asked to cancel it.
async fn lock(tx: &Tx, context: &Context) -> Result<Option<bool>, pg::Error> {
    let job = context.job();
    let row = tx
        .query_opt(
            pg::sql!(
                "select cancel_requested_at is not null from tenant.jobs \
             where id = $1 and status = 'processing' and attempts = $2 and worker = $3 for update"
            ),
            &[&job.id, &job.attempts, &context.worker()],
        )
        .await?;
    Ok(row.map(|row| row.get(0)))
}

fn describe(failure: &Failure) -> serde_json::Value {
    serde_json::json!({ "code": failure.code, "message": failure.message })
}
