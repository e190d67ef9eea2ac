//! Jobs a second and the time from enqueueing to the start, of jobs as people see them and of the bare queue library, in
//! one run on one database. Run it by `bench/jobs/run.py`.
#![allow(clippy::print_stdout)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::{Duration, Instant};

use futures::future::{BoxFuture, join_all};
use graphile_worker::tokio_postgres::TokioPostgresDatabase;
use graphile_worker::{
    DbExecutor, DbParams, IntoTaskHandlerResult, JobSpec, LocalQueueConfig, RefetchDelayConfig, TaskHandler,
    WorkerContext, WorkerOptions, WorkerUtils,
};
use job::{Context, Done, Handler, NewJob, Stop, Worker, WorkerConfig};
use pg::{Db, DbConfig, Scope};
use serde::{Deserialize, Serialize};
use serde_json::json;
use testkit::Practice;
use tokio_util::sync::CancellationToken;

const PRODUCERS: usize = 8;
const CONCURRENCY: usize = 32;
const PREFETCH: usize = 128;
/// The library with its default settings does a few jobs a second.
const FEW: usize = 48;
const PROBES: usize = 200;
const BETWEEN_PROBES: Duration = Duration::from_millis(20);

type Error = Box<dyn std::error::Error + Send + Sync>;

/// When the program began; probes say when they were sent by it.
static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
static DONE: AtomicUsize = AtomicUsize::new(0);
static WAITS: Mutex<Vec<f64>> = Mutex::new(Vec::new());

/// A job that does nothing but note that it began.
#[derive(Clone, Serialize, Deserialize)]
struct Nothing {
    /// Microseconds after [`BEGAN`] when it was sent; 0 for one that is only counted.
    sent_us: u64,
}

impl Nothing {
    const COUNTED: Self = Self { sent_us: 0 };

    fn probe() -> Self {
        Self { sent_us: BEGAN.elapsed().as_micros() as u64 }
    }

    fn begin(&self) {
        if self.sent_us > 0 {
            let waited = BEGAN.elapsed().as_micros() as u64 - self.sent_us;
            WAITS.lock().expect("no panic").push(waited as f64 / 1000.0);
        }
        DONE.fetch_add(1, Ordering::SeqCst);
    }
}

impl TaskHandler for Nothing {
    const IDENTIFIER: &'static str = "nothing";

    async fn run(self, _: WorkerContext) -> impl IntoTaskHandlerResult {
        self.begin();
    }
}

struct DoesNothing;

impl Handler for DoesNothing {
    fn run(&self, context: Context) -> BoxFuture<'_, Result<Done, Stop>> {
        Box::pin(async move {
            let sent_us = context.job().payload["sent_us"].as_u64().unwrap_or(0);
            Nothing { sent_us }.begin();
            context.finish(json!(null)).await
        })
    }
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), count) = (arguments.next(), arguments.next()) else {
        return Err("usage: throughput DATABASE_URL [JOBS]".into());
    };
    let count: usize = count.map_or(Ok(4000), |count| count.parse())?;
    LazyLock::force(&BEGAN);
    let db = Db::connect(&DbConfig::new(&url)).await?;
    pg::migrate(&db, pg::migrate::SCHEMA).await?;
    job::migrate(&db).await?;
    let scope = Practice::beside(&db).await.system();

    println!("{count} jobs, {PRODUCERS} producers, {CONCURRENCY} at a time\n");
    floor(&db, &scope, count / 4).await?;
    let library = library(&url, count, false).await?;
    let tuned = self::library(&url, count, true).await?;
    let ours = ours(&db, &url, &scope, count).await?;
    println!(
        "\nours / library with its default settings: {:.2} enqueued one by one and run",
        ours.steady / library.steady
    );
    println!(
        "ours / library with our settings:          {:.2} enqueued one by one and run, {:.2} a backlog",
        ours.steady / tuned.steady,
        ours.backlog / tuned.backlog
    );
    Ok(())
}

/// Jobs a second.
struct Rates {
    steady: f64,
    backlog: f64,
}

/// What the disk and the server give: transactions of one row a second, without a notification and with one.
async fn floor(db: &Db, scope: &Scope, count: usize) -> Result<(), Error> {
    for (name, statement) in [
        ("one row", "select platform.record_event('config_changed', $1, 'bench')"),
        (
            "one row and a notification",
            "select platform.record_event('config_changed', $1, 'bench'), pg_notify('bench', $1)",
        ),
    ] {
        let began = Instant::now();
        let producers = (0..PRODUCERS).map(|_| async move {
            for _ in 0..count / PRODUCERS {
                let tx = db.begin(scope).await?;
                tx.execute(statement, &[&"x"]).await?;
                tx.commit().await?;
            }
            Ok::<_, Error>(())
        });
        for produced in join_all(producers).await {
            produced?;
        }
        println!("floor: transactions of {name}: {:.0}/s", rate(count, began));
    }
    Ok(())
}

async fn library(url: &str, count: usize, tuned: bool) -> Result<Rates, Error> {
    let name = if tuned { "library, our settings" } else { "library, default settings" };
    let database = TokioPostgresDatabase::from_url(url, PRODUCERS + 4)?;
    let mut options = WorkerOptions::default()
        .database(database.clone())
        .listen_os_shutdown_signals(false)
        .define_job::<Nothing>();
    if tuned {
        options = options
            .concurrency(CONCURRENCY)
            .local_queue(
                LocalQueueConfig::default().with_size(PREFETCH).with_refetch_delay(
                    RefetchDelayConfig::default()
                        .with_duration(Duration::from_millis(200))
                        .with_max_abort_threshold(1),
                ),
            )
            .complete_job_batch_delay(Duration::from_millis(2));
    }
    let worker = Arc::new(options.init().await?);
    let utils = WorkerUtils::new(database, "graphile_worker");

    // Without a local queue the library runs one job a slot and signal: a backlog waits for its polls. It is left out.
    let mut backlog = f64::NAN;
    DONE.store(0, Ordering::SeqCst);
    if tuned {
        let spec = JobSpec::default();
        utils.add_jobs(&vec![(Nothing::COUNTED, &spec); count]).await?;
    }
    let began = Instant::now();
    let running = tokio::spawn({
        let worker = Arc::clone(&worker);
        async move { worker.run().await }
    });
    if tuned {
        all_done(count).await;
        backlog = rate(count, began);
        println!("{name}: a backlog: {backlog:.0} jobs/s");
    }

    DONE.store(0, Ordering::SeqCst);
    let began = Instant::now();
    let count = if tuned { count / 4 / PRODUCERS * PRODUCERS } else { FEW };
    let producers = (0..PRODUCERS).map(|_| async {
        for _ in 0..count / PRODUCERS {
            utils.add_job(Nothing::COUNTED, JobSpec::default()).await?;
        }
        Ok::<_, Error>(())
    });
    for produced in join_all(producers).await {
        produced?;
    }
    all_done(count).await;
    let steady = rate(count, began);
    println!("{name}: enqueued one by one and run: {steady:.0} jobs/s");

    for _ in 0..PROBES {
        utils.add_job(Nothing::probe(), JobSpec::default()).await?;
        tokio::time::sleep(BETWEEN_PROBES).await;
    }
    print_waits(name);
    worker.request_shutdown();
    running.await??;
    Ok(Rates { steady, backlog })
}

async fn ours(db: &Db, url: &str, scope: &Scope, count: usize) -> Result<Rates, Error> {
    DONE.store(0, Ordering::SeqCst);
    let tx = db.begin(scope).await?;
    for _ in 0..count {
        job::enqueue(&tx, &NewJob::new("maintenance")).await?;
    }
    tx.commit().await?;
    // As the database does by itself within a minute.
    TokioPostgresDatabase::from_url(url, 1)?.execute("analyze tenant.jobs", DbParams::new()).await?;
    let stopping = CancellationToken::new();
    let config = WorkerConfig { concurrency: CONCURRENCY, prefetch: PREFETCH, ..WorkerConfig::default() };
    let worker = Worker::new(db.clone(), config).handle("maintenance", DoesNothing);
    let began = Instant::now();
    let running = tokio::spawn(worker.run(stopping.clone()));
    all_done(count).await;
    let backlog = rate(count, began);
    println!("ours: a backlog: {backlog:.0} jobs/s");

    DONE.store(0, Ordering::SeqCst);
    let began = Instant::now();
    let count = count / 4 / PRODUCERS * PRODUCERS;
    let send = |what: Nothing| async move {
        let new = NewJob { payload: json!(what), ..NewJob::new("maintenance") };
        let tx = db.begin(scope).await?;
        job::enqueue(&tx, &new).await?;
        tx.commit().await?;
        Ok::<_, Error>(())
    };
    let producers = (0..PRODUCERS).map(|_| async {
        for _ in 0..count / PRODUCERS {
            send(Nothing::COUNTED).await?;
        }
        Ok::<_, Error>(())
    });
    for produced in join_all(producers).await {
        produced?;
    }
    all_done(count).await;
    let steady = rate(count, began);
    println!("ours: enqueued one by one and run: {steady:.0} jobs/s");

    for _ in 0..PROBES {
        send(Nothing::probe()).await?;
        tokio::time::sleep(BETWEEN_PROBES).await;
    }
    print_waits("ours");
    stopping.cancel();
    running.await??;
    Ok(Rates { steady, backlog })
}

async fn all_done(count: usize) {
    while DONE.load(Ordering::SeqCst) < count {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

fn rate(count: usize, began: Instant) -> f64 {
    count as f64 / began.elapsed().as_secs_f64()
}

/// From before the enqueueing transaction to the handler's first line.
fn print_waits(name: &str) {
    let mut waits = std::mem::take(&mut *WAITS.lock().expect("no panic"));
    waits.sort_by(f64::total_cmp);
    let at = |share: f64| waits[((waits.len() - 1) as f64 * share) as usize];
    println!(
        "{name}: idle, from before enqueueing to the start: p50 {:.1} ms, p99 {:.1} ms",
        at(0.5),
        at(0.99)
    );
}
