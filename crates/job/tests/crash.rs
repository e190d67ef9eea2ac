//! A worker is killed in the middle of a job: another one completes it, and nothing happened twice or by half.
#![allow(clippy::print_stdout)]

mod common;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use common::{AtWork, Watch, a_job, complete, effects, enqueue, quick};
use job::JobStatus;
use pg::{Db, DbConfig};
use testkit::Practice;

/// Names the database to the worker that is to be killed.
const DATABASE: &str = "CUSPID_TEST_DOOMED_WORKER";
/// What that worker says when half of the job's effects are written.
const IN_THE_MIDDLE: &str = "in the middle";

#[tokio::test]
async fn a_job_whose_worker_was_killed_is_completed_once_by_another() {
    let database = testkit::database().await;
    let db = database.db();
    let scope = Practice::beside(db).await.system();
    let mut watch = Watch::open(db, &scope).await;
    let job = enqueue(db, &scope, &a_job()).await;

    let mut doomed = Doomed::start(database.url());
    doomed.wait_for_the_middle();
    doomed.kill();
    assert!(effects(db, &scope).await.is_empty());

    let worker = AtWork::doing(db, quick(), |context| Box::pin(complete(context, "whole")));
    let row = watch.until_status(job.id, JobStatus::Completed).await;
    assert_eq!(row["attempts"], 2);
    assert_eq!(effects(db, &scope).await, ["effect whole"]);
    worker.stop().await;
}

/// The worker that is to be killed: this test binary, running [`be_the_doomed_worker`].
struct Doomed(Child);

impl Doomed {
    fn start(url: &str) -> Self {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["be_the_doomed_worker", "--exact", "--ignored", "--nocapture"])
            .env(DATABASE, url)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self(child)
    }

    fn wait_for_the_middle(&mut self) {
        let lines = BufReader::new(self.0.stdout.take().unwrap()).lines();
        let reached = lines.map_while(Result::ok).any(|line| line.contains(IN_THE_MIDDLE));
        assert!(reached, "the doomed worker ended early");
    }

    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Doomed {
    fn drop(&mut self) {
        // Already dead unless the test failed.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
#[ignore = "run by the test above, in a process of its own"]
async fn be_the_doomed_worker() {
    let Ok(url) = std::env::var(DATABASE) else {
        return;
    };
    let db = Db::connect(&DbConfig::new(url)).await.unwrap();
    let _worker = AtWork::doing(&db, quick(), |context| {
        Box::pin(async move {
            let tx = context.begin().await?;
            tx.execute("insert into tenant.locations (name) values ('effect half')", &[]).await?;
            println!("{IN_THE_MIDDLE}");
            std::future::pending().await
        })
    });
    std::future::pending::<()>().await;
}
