//! Getting in line: with the caller's transaction, by urgency, by waiting, fair between tenants.

mod common;

use std::sync::{Arc, Mutex};

use common::{AtWork, PATIENCE, a_job, complete, enqueue, quick, row};
use job::{Job, JobStatus, NewJob, Priority, WorkerConfig};
use pg::{Db, Scope};
use testkit::Practice;
use tokio::sync::Semaphore;
use uuid::Uuid;

#[tokio::test]
async fn a_job_of_a_transaction_that_is_rolled_back_was_never_there() {
    let database = testkit::database().await;
    let practice = Practice::beside(database.db()).await;
    let tx = database.db().begin(&practice.system()).await.unwrap();
    let job = job::enqueue(&tx, &a_job()).await.unwrap();
    tx.rollback().await.unwrap();

    let tx = database.db().begin(&practice.system()).await.unwrap();
    assert!(matches!(job::get(&tx, job.id).await, Err(job::Error::NotFound)));
    assert_eq!(tickets(database.db()).await, 0);
}

#[tokio::test]
async fn another_tenants_job_is_not_there() {
    let database = testkit::database().await;
    let (ours, theirs) = two_practices(database.db()).await;
    let job = enqueue(database.db(), &theirs, &a_job()).await;

    let tx = database.db().begin(&ours).await.unwrap();
    assert!(matches!(job::cancel(&tx, job.id).await, Err(job::Error::NotFound)));
    assert!(matches!(job::retry(&tx, job.id).await, Err(job::Error::NotFound)));
}

#[tokio::test]
async fn a_job_in_line_is_cancelled_at_once_and_never_runs() {
    let database = testkit::database().await;
    let (db, scope) = (database.db(), Practice::beside(database.db()).await.system());
    let cancelled = enqueue(db, &scope, &a_job()).await;
    let tx = db.begin(&scope).await.unwrap();
    assert_eq!(job::cancel(&tx, cancelled.id).await.unwrap().status, JobStatus::Cancelled);
    tx.commit().await.unwrap();

    let done = order_of_work(db, &[enqueue(db, &scope, &a_job()).await]).await;
    assert!(!done.contains(&cancelled.id));
    assert_eq!(row(db, &scope, cancelled.id).await["attempts"], 0);
}

#[tokio::test]
async fn a_finished_job_cannot_be_cancelled_and_a_waiting_one_not_be_retried() {
    let database = testkit::database().await;
    let (db, scope) = (database.db(), Practice::beside(database.db()).await.system());
    let job = enqueue(db, &scope, &a_job()).await;
    let tx = db.begin(&scope).await.unwrap();
    assert!(matches!(job::retry(&tx, job.id).await, Err(job::Error::State(JobStatus::Pending))));
    job::cancel(&tx, job.id).await.unwrap();
    assert!(matches!(job::cancel(&tx, job.id).await, Err(job::Error::State(JobStatus::Cancelled))));
}

#[tokio::test]
async fn a_cancelled_job_that_is_retried_runs() {
    let database = testkit::database().await;
    let (db, scope) = (database.db(), Practice::beside(database.db()).await.system());
    let job = enqueue(db, &scope, &a_job()).await;
    let tx = db.begin(&scope).await.unwrap();
    job::cancel(&tx, job.id).await.unwrap();
    job::retry(&tx, job.id).await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(order_of_work(db, std::slice::from_ref(&job)).await, [job.id]);
}

#[tokio::test]
async fn what_is_more_urgent_is_done_before_what_came_earlier() {
    let database = testkit::database().await;
    let (db, scope) = (database.db(), Practice::beside(database.db()).await.system());
    let mut jobs = Vec::new();
    for priority in [Priority::Low, Priority::Medium, Priority::High, Priority::Urgent] {
        jobs.push(enqueue(db, &scope, &of(priority)).await);
    }
    let done = order_of_work(db, &jobs).await;
    jobs.reverse();
    assert_eq!(done, ids(&jobs));
}

#[tokio::test]
async fn who_has_waited_long_enough_is_done_before_what_is_urgent_and_new() {
    let database = testkit::database().await;
    let (db, scope) = (database.db(), Practice::beside(database.db()).await.system());
    let patient = enqueue(db, &scope, &of(Priority::Low)).await;
    let impatient = enqueue(db, &scope, &of(Priority::Low)).await;
    wait_in_thought(db, &scope, patient.id, 31).await;
    wait_in_thought(db, &scope, impatient.id, 29).await;
    let urgent = enqueue(db, &scope, &of(Priority::Urgent)).await;

    let done = order_of_work(db, &[patient.clone(), impatient.clone(), urgent.clone()]).await;
    assert_eq!(done, [patient.id, urgent.id, impatient.id]);
}

#[tokio::test]
async fn many_jobs_of_one_tenant_do_not_stand_before_a_few_of_another() {
    let database = testkit::database().await;
    let db = database.db();
    let (crowd, few) = two_practices(db).await;
    let mut jobs = Vec::new();
    let tx = db.begin(&crowd).await.unwrap();
    for _ in 0..300 {
        jobs.push(job::enqueue(&tx, &a_job()).await.unwrap());
    }
    tx.commit().await.unwrap();
    let mut theirs = Vec::new();
    for _ in 0..5 {
        theirs.push(enqueue(db, &few, &a_job()).await);
    }
    jobs.extend(theirs.clone());

    let done = order_of_work(db, &jobs).await;
    let last = done.iter().rposition(|id| ids(&theirs).contains(id)).unwrap();
    // A second of the crowd's places for each second that passed before the few came, and one of theirs for each of ours.
    assert!(last < 60, "the last of the few was number {last}");
}

#[tokio::test]
async fn jobs_of_one_tenant_and_urgency_are_done_in_the_order_they_came() {
    let database = testkit::database().await;
    let (db, scope) = (database.db(), Practice::beside(database.db()).await.system());
    let mut jobs = Vec::new();
    for _ in 0..20 {
        jobs.push(enqueue(db, &scope, &a_job()).await);
    }
    assert_eq!(order_of_work(db, &jobs).await, ids(&jobs));
}

#[tokio::test]
async fn a_job_does_not_run_before_its_time() {
    let database = testkit::database().await;
    let (db, scope) = (database.db(), Practice::beside(database.db()).await.system());
    let later =
        NewJob { run_at: Some(jiff::Timestamp::now() + jiff::SignedDuration::from_mins(10)), ..a_job() };
    let later = enqueue(db, &scope, &later).await;
    let now = enqueue(db, &scope, &a_job()).await;

    assert_eq!(order_of_work(db, std::slice::from_ref(&now)).await, [now.id]);
    wait_in_thought(db, &scope, later.id, 10).await;
    assert_eq!(order_of_work(db, std::slice::from_ref(&later)).await, [later.id]);
}

fn of(priority: Priority) -> NewJob {
    NewJob { priority, ..a_job() }
}

fn ids(jobs: &[Job]) -> Vec<Uuid> {
    jobs.iter().map(|job| job.id).collect()
}

async fn two_practices(db: &Db) -> (Scope, Scope) {
    (Practice::beside(db).await.system(), Practice::beside(db).await.system())
}

async fn tickets(db: &Db) -> i64 {
    let tx = db.begin(&Scope::system("test")).await.unwrap();
    tx.query_one("select count(*) from graphile_worker._private_jobs", &[]).await.unwrap().get(0)
}

/// Lets `minutes` pass for one job.
async fn wait_in_thought(db: &Db, scope: &Scope, id: Uuid, minutes: i32) {
    let tx = db.begin(scope).await.unwrap();
    let moved = tx
        .execute(
            "update graphile_worker._private_jobs set run_at = run_at - $2 * interval '1 min' \
             where id = (select queue_job_id::bigint from tenant.jobs where id = $1)",
            &[&id, &f64::from(minutes)],
        )
        .await
        .unwrap();
    assert_eq!(moved, 1);
    tx.commit().await.unwrap();
}

/// Has the jobs done one after the other: in which order.
async fn order_of_work(db: &Db, jobs: &[Job]) -> Vec<Uuid> {
    let done = Arc::new(Mutex::new(Vec::new()));
    let count = Arc::new(Semaphore::new(0));
    let (list, counter) = (Arc::clone(&done), Arc::clone(&count));
    let one_by_one = WorkerConfig { concurrency: 1, ..quick() };
    let worker = AtWork::doing(db, one_by_one, move |context| {
        let (list, counter) = (Arc::clone(&list), Arc::clone(&counter));
        Box::pin(async move {
            let id = context.job().id;
            let done = complete(context, &id.to_string()).await?;
            list.lock().unwrap().push(id);
            counter.add_permits(1);
            Ok(done)
        })
    });
    let all = count.acquire_many(u32::try_from(jobs.len()).unwrap());
    let _all = tokio::time::timeout(PATIENCE, all).await.expect("all jobs are done").unwrap();
    worker.stop().await;
    std::mem::take(&mut *done.lock().unwrap())
}
