//! What a handler has in hand.

use std::sync::Arc;

use pg::{Db, Scope, Tx};
use serde_json::Value;
use tokio::sync::Notify;

use crate::job::Job;
use crate::outcome::{Done, Stop};
use crate::running::{Control, Meter};
use crate::together::Together;

/// A job being done: what it is, how to tell how far it is, whether to go on, and the way to complete it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Context {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    db: Db,
    job: Job,
    worker: String,
    control: Arc<Control>,
    together: Arc<Together>,
    meter: Meter,
    moved: Notify,
}

impl Context {
    pub(crate) fn new(
        db: Db,
        together: Arc<Together>,
        job: Job,
        worker: String,
        control: Arc<Control>,
    ) -> Self {
        Self {
            inner: Arc::new(Inner {
                db,
                job,
                worker,
                control,
                together,
                meter: Meter::new(),
                moved: Notify::new(),
            }),
        }
    }

    /// The job.
    pub fn job(&self) -> &Job {
        &self.inner.job
    }

    /// Cuspid itself, working on this job for its tenant.
    pub fn scope(&self) -> Scope {
        Scope::system("job").for_tenant(self.inner.job.tenant_id).with_action(self.inner.job.job_type.clone())
    }

    /// Begins a transaction in [`Context::scope`].
    ///
    /// # Errors
    /// As [`Db::begin`].
    pub async fn begin(&self) -> Result<Tx, pg::Error> {
        self.inner.db.begin(&self.scope()).await
    }

    /// Says what is being done and how much is done, 0 to 1. Call it as often as you like, from any thread: it costs
    /// little and is written down a few times a second.
    pub fn progress(&self, stage: &str, fraction: f32) {
        self.inner.meter.set(stage, fraction);
        self.inner.moved.notify_one();
    }

    /// Whether the job must stop: return [`Stop::Stopped`] soon. For loops and other threads; an `async fn` can wait for
    /// [`Context::stopped`].
    pub fn is_stopped(&self) -> bool {
        self.inner.control.token.is_cancelled()
    }

    /// Comes back when the job must stop.
    pub async fn stopped(&self) {
        self.inner.control.token.cancelled().await;
    }

    /// Commits `tx` with everything written in it, and with it the job's completion. Nothing is committed if the job
    /// was cancelled in the meantime or is another worker's by now.
    ///
    /// # Errors
    /// [`Stop::Stopped`] then; else what the database says.
    pub async fn complete(&self, tx: Tx, result: Value) -> Result<Done, Stop> {
        let job = &self.inner.job;
        let completed = tx
            .execute(
                pg::sql!("update tenant.jobs set status = 'completed', progress = 1, result = $4, error = null, timings = $5, \
                     finished_at = now() \
                 where id = $1 and status = 'processing' and attempts = $2 and worker = $3 and cancel_requested_at is null"),
                &[
                    &job.id,
                    &job.attempts,
                    &self.inner.worker,
                    &result,
                    &self.inner.meter.timings(),
                ],
            )
            .await?;
        if completed == 0 {
            return Err(Stop::Stopped);
        }
        tx.commit().await?;
        Ok(Done(()))
    }

    /// Completes the job, which has no effects to commit with it. Jobs that end at the same moment are committed together,
    /// durably, each only if it is still this worker's and wanted.
    ///
    /// # Errors
    /// As [`Context::complete`].
    pub async fn finish(&self, result: Value) -> Result<Done, Stop> {
        let Inner { together, job, worker, meter, .. } = &*self.inner;
        let is_done = together.complete(self.scope(), job, worker, result.clone(), meter.timings()).await;
        if is_done {
            return Ok(Done(()));
        }
        let tx = self.begin().await?;
        self.complete(tx, result).await
    }

    /// Makes sure, in the transaction of `tx`, that the job is still this worker's and wanted; until its commit nobody else
    /// takes the job. For long work that is kept piece by piece: each piece is committed with the place it reached, so that
    /// another attempt goes on behind it.
    ///
    /// # Errors
    /// [`Stop::Stopped`] where it is not; else what the database says.
    pub async fn hold(&self, tx: &Tx) -> Result<(), Stop> {
        let job = &self.inner.job;
        let held = tx
            .query_opt(
                pg::sql!(
                    "select from tenant.jobs \
                     where id = $1 and status = 'processing' and attempts = $2 and worker = $3 \
                         and cancel_requested_at is null for share"
                ),
                &[&job.id, &job.attempts, &self.inner.worker],
            )
            .await?;
        held.map(drop).ok_or(Stop::Stopped)
    }

    pub(crate) fn worker(&self) -> &str {
        &self.inner.worker
    }

    pub(crate) fn meter(&self) -> &Meter {
        &self.inner.meter
    }

    pub(crate) fn control(&self) -> &Control {
        &self.inner.control
    }

    /// Comes back when there is progress to write down.
    pub(crate) async fn moved(&self) {
        self.inner.moved.notified().await;
    }
}
