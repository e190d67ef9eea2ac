//! Working on jobs: completing, failing, trying again, stopping, telling how far.

mod common;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use common::{AtWork, KIND, Watch, a_job, complete, effects, enqueue, quick, row};
use futures::future::BoxFuture;
use job::{Context, Done, End, Failure, Handler, Job, JobStatus, NewJob, Stop, Worker, WorkerConfig};
use pg::{Db, Scope, Tx};
use serde_json::json;
use testkit::{Practice, TestDb};
use tokio::sync::{Barrier, Notify};

async fn place() -> (TestDb, Scope) {
    let database = testkit::database().await;
    let scope = Practice::beside(database.db()).await.system();
    (database, scope)
}

async fn cancel(db: &Db, scope: &Scope, job: &Job) {
    let tx = db.begin(scope).await.unwrap();
    job::cancel(&tx, job.id).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_completed_job_says_what_came_of_it_and_left_its_effect() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let worker = AtWork::doing(db, quick(), |context| Box::pin(complete(context, "one")));
    let job = enqueue(db, &scope, &a_job()).await;

    let row = watch.until_status(job.id, JobStatus::Completed).await;
    assert_eq!(row["result"], json!({"effect": "one"}));
    assert_eq!((&row["progress"], &row["attempts"]), (&json!(1), &json!(1)));
    assert_eq!(effects(db, &scope).await, ["effect one"]);
    worker.stop().await;
}

#[tokio::test]
async fn jobs_without_effects_that_end_together_are_completed_each_for_itself() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let all_begun = Arc::new(Barrier::new(8));
    let many = WorkerConfig { concurrency: 8, prefetch: 8, ..quick() };
    let (lost_db, lost_scope) = (db.clone(), scope.clone());
    let worker = AtWork::doing(db, many, move |context| {
        let (all_begun, db, scope) = (Arc::clone(&all_begun), lost_db.clone(), lost_scope.clone());
        Box::pin(async move {
            let number = context.job().payload["number"].clone();
            if number == 3 {
                cancel(&db, &scope, context.job()).await;
            }
            all_begun.wait().await;
            context.finish(json!({ "number": number })).await
        })
    });
    let tx = db.begin(&scope).await.unwrap();
    let mut jobs = Vec::new();
    for number in 0..8 {
        let new = NewJob { payload: json!({ "number": number }), ..a_job() };
        jobs.push(job::enqueue(&tx, &new).await.unwrap());
    }
    tx.commit().await.unwrap();

    for (number, job) in jobs.iter().enumerate() {
        if number == 3 {
            let row = watch.until_status(job.id, JobStatus::Cancelled).await;
            assert_eq!(row["result"], json!(null));
            continue;
        }
        let row = watch.until_status(job.id, JobStatus::Completed).await;
        assert_eq!((&row["result"]["number"], &row["attempts"]), (&json!(number), &json!(1)));
    }
    worker.stop().await;
}

#[tokio::test]
async fn a_failure_that_may_mend_is_tried_again_after_a_wait() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let worker = AtWork::doing(db, quick(), |context| {
        Box::pin(async move {
            if context.job().attempts < 3 {
                return Err(Failure::retryable("service_away", "The service is away.").into());
            }
            complete(context, "third").await
        })
    });
    let job = enqueue(db, &scope, &a_job()).await;

    let waiting = watch.until(job.id, |row| row["status"] == "pending" && row["attempts"] == 1).await;
    assert_eq!(waiting["error"]["code"], "service_away");
    let done = watch.until_status(job.id, JobStatus::Completed).await;
    assert_eq!((&done["attempts"], &done["error"]), (&json!(3), &json!(null)));
    worker.stop().await;
}

#[tokio::test]
async fn a_lasting_failure_is_not_tried_again() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let worker = AtWork::doing(db, quick(), |_| {
        Box::pin(async { Err(Failure::lasting("not_an_arch", "This is no jaw.").into()) })
    });
    let job = enqueue(db, &scope, &a_job()).await;

    let row = watch.until_status(job.id, JobStatus::Failed).await;
    assert_eq!(row["attempts"], 1);
    assert_eq!(row["error"], json!({"code": "not_an_arch", "message": "This is no jaw."}));
    worker.stop().await;
}

#[tokio::test]
async fn after_its_last_attempt_a_job_has_failed() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let worker = AtWork::doing(db, quick(), |_| {
        Box::pin(async { Err(Failure::retryable("service_away", "The service is away.").into()) })
    });
    let twice = NewJob { max_attempts: 2, ..a_job() };
    let job = enqueue(db, &scope, &twice).await;

    let row = watch.until_status(job.id, JobStatus::Failed).await;
    assert_eq!(row["attempts"], 2);
    worker.stop().await;
}

#[tokio::test]
async fn a_panic_fails_the_attempt_and_not_the_worker() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let worker = AtWork::doing(db, quick(), |context| {
        Box::pin(async move {
            assert!(context.job().attempts > 1, "the first attempt panics");
            complete(context, "second").await
        })
    });
    let job = enqueue(db, &scope, &a_job()).await;
    watch.until_status(job.id, JobStatus::Completed).await;
    worker.stop().await;
}

#[tokio::test]
async fn a_running_job_is_cancelled_within_a_second_and_leaves_no_effect() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let slow =
        WorkerConfig { heartbeat: Duration::from_secs(20), lost_after: Duration::from_secs(60), ..quick() };
    let worker = AtWork::doing(db, slow, |context| {
        Box::pin(async move {
            context.progress("begun", 0.5);
            context.stopped().await;
            complete(context, "forbidden").await
        })
    });
    let job = enqueue(db, &scope, &a_job()).await;
    watch.until(job.id, |row| row["stage"] == "begun").await;

    let asked = Instant::now();
    cancel(db, &scope, &job).await;
    let row = watch.until_status(job.id, JobStatus::Cancelled).await;
    assert!(asked.elapsed() < Duration::from_secs(1), "{:?}", asked.elapsed());
    assert!(row["finished_at"].is_string());
    assert!(effects(db, &scope).await.is_empty());
    worker.stop().await;
}

#[tokio::test]
async fn a_job_that_is_not_done_by_its_deadline_has_failed() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let worker = AtWork::doing(db, quick(), |context| {
        Box::pin(async move {
            context.stopped().await;
            Err(Stop::Stopped)
        })
    });
    let soon = NewJob {
        deadline_at: Some(jiff::Timestamp::now() + jiff::SignedDuration::from_millis(1500)),
        ..a_job()
    };
    let job = enqueue(db, &scope, &soon).await;

    let row = watch.until_status(job.id, JobStatus::Failed).await;
    assert_eq!((&row["error"]["code"], &row["attempts"]), (&json!("deadline_exceeded"), &json!(1)));
    worker.stop().await;
}

#[tokio::test]
async fn a_job_whose_deadline_has_passed_is_not_begun() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let late =
        NewJob { deadline_at: Some(jiff::Timestamp::now() - jiff::SignedDuration::from_secs(1)), ..a_job() };
    let job = enqueue(db, &scope, &late).await;
    let worker = AtWork::doing(db, quick(), |context| Box::pin(complete(context, "forbidden")));

    let row = watch.until_status(job.id, JobStatus::Failed).await;
    assert_eq!(row["error"]["code"], "deadline_exceeded");
    assert!(effects(db, &scope).await.is_empty());
    worker.stop().await;
}

#[tokio::test]
async fn progress_is_seen_while_the_job_runs_and_stages_are_timed() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let seen = Arc::new(Notify::new());
    let go_on = Arc::clone(&seen);
    let worker = AtWork::doing(db, quick(), move |context| {
        let go_on = Arc::clone(&go_on);
        Box::pin(async move {
            context.progress("read", 0.25);
            go_on.notified().await;
            context.progress("segment", 0.75);
            go_on.notified().await;
            complete(context, "told").await
        })
    });
    let job = enqueue(db, &scope, &a_job()).await;

    let first = watch.until(job.id, |row| row["stage"] == "read").await;
    assert_eq!(first["progress"], 0.25);
    seen.notify_one();
    watch.until(job.id, |row| row["stage"] == "segment").await;
    seen.notify_one();
    let row = watch.until_status(job.id, JobStatus::Completed).await;
    assert!(row["timings"]["read"].is_number() && row["timings"]["segment"].is_number());
    worker.stop().await;
}

#[tokio::test]
async fn a_worker_that_stops_hands_back_what_it_cannot_finish() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let leaving = AtWork::doing(db, quick(), |context| {
        Box::pin(async move {
            context.progress("begun", 0.5);
            context.stopped().await;
            Err(Stop::Stopped)
        })
    });
    let job = enqueue(db, &scope, &a_job()).await;
    watch.until(job.id, |row| row["stage"] == "begun").await;
    leaving.stop().await;
    let handed_back = row(db, &scope, job.id).await;
    assert_eq!((&handed_back["status"], &handed_back["attempts"]), (&json!("pending"), &json!(0)));

    let next = AtWork::doing(db, quick(), |context| Box::pin(complete(context, "next")));
    watch.until_status(job.id, JobStatus::Completed).await;
    next.stop().await;
}

#[tokio::test]
async fn a_worker_that_stops_finishes_what_takes_no_longer_than_its_drain() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let stopping = Arc::new(Notify::new());
    let told = Arc::clone(&stopping);
    let patient = WorkerConfig { drain: Duration::from_secs(20), ..quick() };
    let leaving = AtWork::doing(db, patient, move |context| {
        let told = Arc::clone(&told);
        Box::pin(async move {
            context.progress("begun", 0.5);
            told.notified().await;
            complete(context, "finished").await
        })
    });
    let job = enqueue(db, &scope, &a_job()).await;
    watch.until(job.id, |row| row["stage"] == "begun").await;
    let (_, ()) = tokio::join!(leaving.stop(), async { stopping.notify_one() });
    assert_eq!(row(db, &scope, job.id).await["status"], "completed");
}

#[tokio::test]
async fn a_worker_that_lost_its_job_to_another_can_neither_keep_a_piece_nor_complete_it() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let tries = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&tries);
    let taken = Arc::new(Notify::new());
    let go_on = Arc::clone(&taken);
    let worker =
        AtWork::doing(db, WorkerConfig { heartbeat: Duration::from_secs(20), ..quick() }, move |context| {
            let (count, go_on) = (Arc::clone(&count), Arc::clone(&go_on));
            Box::pin(async move {
                let piece = context.begin().await?;
                context.hold(&piece).await?;
                piece.commit().await?;
                context.progress("begun", 0.5);
                go_on.notified().await;
                let piece = context.begin().await?;
                let held = context.hold(&piece).await;
                drop(piece);
                let completed = complete(context, "late").await;
                let refused = [held.is_err(), completed.is_err()].into_iter().filter(|is| *is).count();
                count.store(refused, Ordering::SeqCst);
                completed
            })
        });
    let job = enqueue(db, &scope, &a_job()).await;
    watch.until(job.id, |row| row["stage"] == "begun").await;
    let tx = db.begin(&scope).await.unwrap();
    tx.execute(
        "update tenant.jobs set attempts = attempts + 1, worker = 'another' where id = $1",
        &[&job.id],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();

    taken.notify_one();
    worker.stop().await;
    assert_eq!(tries.load(Ordering::SeqCst), 2);
    assert!(effects(db, &scope).await.is_empty());
    let row = row(db, &scope, job.id).await;
    assert_eq!((&row["status"], &row["worker"]), (&json!("processing"), &json!("another")));
}

/// Fails and writes down that it ended.
struct Ending;

impl Handler for Ending {
    fn run(&self, _: Context) -> BoxFuture<'_, Result<Done, Stop>> {
        Box::pin(async {
            Err(Failure::retryable("never", "It never works.").with_detail(json!("detail")).into())
        })
    }

    fn ended<'a>(&'a self, tx: &'a Tx, _: &'a Job, end: &'a End) -> BoxFuture<'a, Result<(), pg::Error>> {
        Box::pin(async move {
            let End::Failed(failure) = end else { return Ok(()) };
            let name = format!("effect of the end: {}", failure.detail.clone().unwrap_or_default());
            tx.execute("insert into tenant.locations (name) values ($1)", &[&name]).await.map(drop)
        })
    }
}

#[tokio::test]
async fn what_else_changes_with_a_job_that_failed_changes_once_with_it() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let worker = AtWork::start(Worker::new(db.clone(), quick()).handle(KIND, Ending));
    let twice = NewJob { max_attempts: 2, ..a_job() };
    let job = enqueue(db, &scope, &twice).await;
    watch.until_status(job.id, JobStatus::Failed).await;
    assert_eq!(effects(db, &scope).await, ["effect of the end: \"detail\""]);
    worker.stop().await;
}

#[tokio::test]
async fn the_trail_tells_that_a_job_came_and_ended_and_not_how_far_it_was() {
    let (database, scope) = place().await;
    let db = database.db();
    let mut watch = Watch::open(db, &scope).await;
    let worker = AtWork::doing(db, quick(), |context| {
        Box::pin(async move {
            context.progress("read", 0.5);
            complete(context, "trail").await
        })
    });
    let job = enqueue(db, &scope, &a_job()).await;
    watch.until_status(job.id, JobStatus::Completed).await;
    let tx = db.begin(&scope).await.unwrap();
    let events = tx
        .query(
            "select event_type::text, new_values ->> 'status' from tenant.audit_events \
             where resource_type = 'jobs' and resource_id = $1 order by id",
            &[&job.id],
        )
        .await
        .unwrap();
    let events: Vec<(String, Option<String>)> = events.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert_eq!(
        events,
        [
            ("data_create".to_owned(), Some("pending".to_owned())),
            ("data_update".to_owned(), Some("completed".to_owned())),
        ]
    );
    worker.stop().await;
}
