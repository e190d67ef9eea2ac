//! The worker: takes tickets, runs handlers, drains.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use graphile_worker::{
    IntoTaskHandlerResult, LocalQueueConfig, RefetchDelayConfig, TaskHandler, WorkerContext, WorkerOptions,
    WorkerRecoveryConfig, WorkerShutdownConfig,
};
use pg::{Db, DbRole, Notice, Scope};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

use crate::driver::database;
use crate::job::NewJob;
use crate::line::CANCEL_CHANNEL;
use crate::migrate::SCHEMA;
use crate::outcome::Handler;
use crate::running::{Running, Why};
use crate::ticket::Ticket;
use crate::together::Together;
use crate::{Backoff, Error, enqueue};

/// How a worker works.
#[derive(Clone, Debug)]
pub struct WorkerConfig {
    /// Jobs done at the same time.
    pub concurrency: usize,
    /// Tickets taken from the queue at once. More is faster for many small jobs; fewer leave more to other workers.
    pub prefetch: usize,
    /// How often a worker gives a sign of life.
    pub heartbeat: Duration,
    /// A worker without a sign of life for this long is gone; its jobs go to others.
    pub lost_after: Duration,
    /// How often a worker looks for tickets that no notification told it of.
    pub poll: Duration,
    /// On stopping, how long jobs may go on before they are handed back.
    pub drain: Duration,
    /// How long to wait before another attempt.
    pub backoff: Backoff,
}

impl Default for WorkerConfig {
    fn default() -> Self {
        Self {
            concurrency: std::thread::available_parallelism().map_or(2, usize::from),
            prefetch: 4,
            heartbeat: Duration::from_secs(5),
            lost_after: Duration::from_secs(15),
            poll: Duration::from_secs(1),
            drain: Duration::from_secs(20),
            backoff: Backoff::default(),
        }
    }
}

/// What all tickets of a worker share.
pub(crate) struct Shared {
    pub(crate) db: Db,
    pub(crate) config: WorkerConfig,
    pub(crate) handlers: HashMap<&'static str, Arc<dyn Handler>>,
    pub(crate) schedules: HashMap<&'static str, NewJob>,
    pub(crate) running: Arc<Running>,
    pub(crate) together: Arc<Together>,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared").field("config", &self.config).finish_non_exhaustive()
    }
}

/// Does jobs of all tenants, until told to stop.
#[derive(Debug)]
pub struct Worker {
    shared: Shared,
    crontab: String,
}

impl Worker {
    /// A worker that knows no kind of job yet.
    pub fn new(db: Db, config: WorkerConfig) -> Self {
        Self {
            shared: Shared {
                together: Arc::new(Together::new(db.clone())),
                db,
                config,
                handlers: HashMap::new(),
                schedules: HashMap::new(),
                running: Arc::default(),
            },
            crontab: String::new(),
        }
    }

    /// The same worker, doing jobs of this type.
    #[must_use]
    pub fn handle(mut self, job_type: &'static str, handler: impl Handler) -> Self {
        self.shared.handlers.insert(job_type, Arc::new(handler));
        self
    }

    /// The same worker, enqueueing `job` in the platform's tenant whenever `times` says (a crontab line's five fields,
    /// UTC). Of several workers with the same schedule one does it; a time that passed while none was there is made up
    /// for once within a day. `name` tells schedules apart: lower-case letters and underscores.
    #[must_use]
    pub fn schedule(mut self, name: &'static str, times: &'static str, job: NewJob) -> Self {
        use std::fmt::Write;

        // Writing to a string cannot fail.
        let _ = writeln!(
            self.crontab,
            "{times} {} ?id={name}&fill=1d {{\"schedule\":\"{name}\"}}",
            Tick::IDENTIFIER
        );
        self.shared.schedules.insert(name, job);
        self
    }

    /// Works until `stopping` is cancelled, then drains: jobs in hand are finished or, after
    /// [`WorkerConfig::drain`], handed back.
    ///
    /// # Errors
    /// [`Error::Queue`] if the queue cannot be reached or its schema is missing ([`crate::migrate`]), or if a schedule
    /// is not a crontab line.
    pub async fn run(self, stopping: CancellationToken) -> Result<(), Error> {
        let Self { shared, crontab } = self;
        let shared = Arc::new(shared);
        let config = &shared.config;
        // One connection to fetch, one to complete, one for signs of life.
        let database = database(&shared.db, Some(DbRole::App), 3)?;

        let mut worker = WorkerOptions::default()
            .database(database)
            .schema(SCHEMA)
            .concurrency(config.concurrency.max(1))
            .poll_interval(config.poll)
            .local_queue(
                LocalQueueConfig::default()
                    .with_size(config.prefetch.max(1))
                    .with_ttl(config.lost_after)
                    // Without a pause after an empty fetch the library fetches again at once, for ever; the first
                    // job that is put in line ends the pause.
                    .with_refetch_delay(
                        RefetchDelayConfig::default().with_duration(config.poll).with_max_abort_threshold(1),
                    ),
            )
            .complete_job_batch_delay(Duration::from_millis(10))
            .worker_recovery(
                WorkerRecoveryConfig::default()
                    .heartbeat_interval(config.heartbeat)
                    .sweep_interval(config.heartbeat)
                    .sweep_threshold(config.lost_after)
                    .recovery_delay(Duration::ZERO),
            )
            .worker_shutdown(
                WorkerShutdownConfig::default()
                    .listen_os_shutdown_signals(false)
                    .grace_period(config.drain + Duration::from_secs(10))
                    .interrupted_job_retry_delay(Duration::ZERO)
                    .shutdown_signal(stopping.clone().cancelled_owned()),
            )
            .define_job::<Turn>()
            .define_job::<Due>()
            .define_job::<Tick>()
            .add_extension(Arc::clone(&shared));
        if !crontab.is_empty() {
            worker = worker.with_cron(crontab).map_err(queue_error)?;
        }
        let worker = worker.init().await.map_err(queue_error)?;

        let beside = async {
            tokio::join!(hear_cancels(&shared), drain(&shared, &stopping));
        };
        tokio::select! {
            ended = worker.run() => ended.map_err(queue_error),
            () = beside => Ok(()),
        }
    }
}

fn queue_error(error: impl std::fmt::Display) -> Error {
    Error::Queue(error.to_string())
}

/// Stops jobs that people cancel. What a lost connection kept from being heard, the next sign of life sees.
async fn hear_cancels(shared: &Shared) {
    let mut listener = loop {
        match shared.db.listen(CANCEL_CHANNEL).await {
            Ok(listener) => break listener,
            Err(error) => tracing::warn!(%error, "cannot hear of cancelled jobs yet"),
        }
        tokio::time::sleep(shared.config.heartbeat).await;
    };
    while let Some(notice) = listener.recv().await {
        if let Notice::Payload(text) = notice
            && let Ok(id) = text.parse()
        {
            shared.running.stop(id, Why::Cancelled);
        }
    }
}

/// Hands back what is not done in time after the worker was told to stop.
async fn drain(shared: &Shared, stopping: &CancellationToken) {
    stopping.cancelled().await;
    tokio::time::sleep(shared.config.drain).await;
    shared.running.stop_all(Why::Draining);
    std::future::pending::<()>().await;
}

fn shared(context: &WorkerContext) -> Result<Arc<Shared>, String> {
    context.get_ext::<Arc<Shared>>().cloned().ok_or_else(|| "the worker is not set up".to_owned())
}

/// The library's task for one turn of a job.
#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
struct Turn(Ticket);

impl TaskHandler for Turn {
    const IDENTIFIER: &'static str = "job";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let shared = shared(&context)?;
        let ticket = context.job().id().to_string();
        self.0.run(&shared, &ticket, context.worker_id()).await.map_err(|error| error.to_string())
    }
}

/// The library's task for a job whose time has come.
#[derive(Debug, Serialize, Deserialize)]
#[serde(transparent)]
struct Due(Ticket);

impl TaskHandler for Due {
    const IDENTIFIER: &'static str = "due";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let shared = shared(&context)?;
        let ticket = context.job().id().to_string();
        self.0.put_in_line(&shared, &ticket).await.map_err(|error| error.to_string())
    }
}

/// The library's task for a moment of a schedule.
#[derive(Debug, Serialize, Deserialize)]
struct Tick {
    schedule: String,
}

impl TaskHandler for Tick {
    const IDENTIFIER: &'static str = "tick";

    async fn run(self, context: WorkerContext) -> impl IntoTaskHandlerResult {
        let shared = shared(&context)?;
        // A schedule that another version of the program had.
        let Some(job) = shared.schedules.get(self.schedule.as_str()) else {
            return Ok(());
        };
        let enqueued = async {
            let tx = shared.db.begin(&Scope::system("schedule")).await?;
            enqueue(&tx, job).await?;
            tx.commit().await.map_err(Error::from)
        };
        enqueued.await.map_err(|error| error.to_string())
    }
}
