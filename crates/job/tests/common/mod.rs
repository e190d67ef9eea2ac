//! What the tests of jobs share: a queue of one's own, a worker that runs a closure, waiting without sleeping.
#![allow(dead_code)]

use std::time::Duration;

use futures::future::BoxFuture;
use job::{Backoff, Context, Done, Handler, Job, JobStatus, NewJob, Stop, Worker, WorkerConfig};
use pg::{Db, Listener, Scope};
use serde_json::{Value, json};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// The type whose handler the tests take over.
pub const KIND: &str = "maintenance";
/// Nothing here takes this long unless it is broken.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A job that a test does.
pub fn a_job() -> NewJob {
    NewJob::new(KIND)
}

/// Enqueues and commits.
pub async fn enqueue(db: &Db, scope: &Scope, new: &NewJob) -> Job {
    let tx = db.begin(scope).await.unwrap();
    let job = job::enqueue(&tx, new).await.unwrap();
    tx.commit().await.unwrap();
    job
}

/// The job's row.
pub async fn row(db: &Db, scope: &Scope, id: Uuid) -> Value {
    let tx = db.begin(scope).await.unwrap();
    tx.query_one("select to_jsonb(j) from tenant.jobs as j where id = $1", &[&id]).await.unwrap().get(0)
}

/// Names of the places that effects left.
pub async fn effects(db: &Db, scope: &Scope) -> Vec<String> {
    let tx = db.begin(scope).await.unwrap();
    let rows = tx
        .query("select name from tenant.locations where name like 'effect%' order by name", &[])
        .await
        .unwrap();
    rows.iter().map(|row| row.get(0)).collect()
}

/// A handler made of a closure.
pub struct Does<F>(pub F);

impl<F> Handler for Does<F>
where
    F: Fn(Context) -> BoxFuture<'static, Result<Done, Stop>> + Send + Sync + 'static,
{
    fn run(&self, context: Context) -> BoxFuture<'_, Result<Done, Stop>> {
        (self.0)(context)
    }
}

/// Completes with an effect.
pub async fn complete(context: Context, effect: &str) -> Result<Done, Stop> {
    let tx = context.begin().await?;
    tx.execute("insert into tenant.locations (name) values ($1)", &[&format!("effect {effect}")]).await?;
    context.complete(tx, json!({ "effect": effect })).await
}

/// Settings under which nothing takes long.
pub fn quick() -> WorkerConfig {
    WorkerConfig {
        concurrency: 2,
        prefetch: 1,
        heartbeat: Duration::from_millis(200),
        lost_after: Duration::from_secs(1),
        poll: Duration::from_millis(100),
        drain: Duration::from_millis(100),
        backoff: Backoff { first: Duration::from_millis(50), longest: Duration::from_millis(200) },
    }
}

/// A worker at work.
pub struct AtWork {
    stopping: CancellationToken,
    task: JoinHandle<Result<(), job::Error>>,
}

impl AtWork {
    pub fn start(worker: Worker) -> Self {
        let stopping = CancellationToken::new();
        Self { task: tokio::spawn(worker.run(stopping.clone())), stopping }
    }

    /// A worker that does `KIND` so.
    pub fn doing<F>(db: &Db, config: WorkerConfig, does: F) -> Self
    where
        F: Fn(Context) -> BoxFuture<'static, Result<Done, Stop>> + Send + Sync + 'static,
    {
        Self::start(Worker::new(db.clone(), config).handle(KIND, Does(does)))
    }

    /// Drains.
    pub async fn stop(self) {
        self.stopping.cancel();
        tokio::time::timeout(PATIENCE, self.task).await.expect("the worker drains").unwrap().unwrap();
    }
}

/// Sees jobs change.
pub struct Watch<'a> {
    db: &'a Db,
    scope: Scope,
    changes: Listener,
}

impl<'a> Watch<'a> {
    pub async fn open(db: &'a Db, scope: &Scope) -> Self {
        Self { db, scope: scope.clone(), changes: db.listen("cuspid_changes").await.unwrap() }
    }

    /// Comes back with the job's row as soon as it is so.
    pub async fn until(&mut self, id: Uuid, is_so: impl Fn(&Value) -> bool) -> Value {
        let waiting = async {
            loop {
                let row = row(self.db, &self.scope, id).await;
                if is_so(&row) {
                    return row;
                }
                self.changes.recv().await;
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.expect("the job changes")
    }

    pub async fn until_status(&mut self, id: Uuid, status: JobStatus) -> Value {
        self.until(id, |row| row["status"] == status.name()).await
    }
}
