//! `cuspid worker`.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use job::WorkerConfig;
use pg::Clock;

use super::database::{Database, tell_the_rest};
use super::settings::SettingArgs;
use super::signals;
use crate::config::Config;
use crate::{App, telemetry, work};

pub(super) fn run(args: SettingArgs) -> anyhow::Result<ExitCode> {
    let (config, _) = args.load()?;
    let telemetry = telemetry::start(&config)?;
    let database = Database::join_or_start(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let worked = runtime.block_on(work(&database, config));
    runtime.shutdown_timeout(Duration::from_secs(1));
    database.stop();
    telemetry.stop();
    worked.map(|()| ExitCode::SUCCESS)
}

async fn work(database: &Database, config: Arc<Config>) -> anyhow::Result<()> {
    if config.migrate_at_start {
        database.migrate().await?;
    }
    let db = database.connect(&config).await?;
    let app = App::open(Arc::clone(&config), db, Clock::machine()).await?;
    signals::watch(app.stopping.clone())?;
    tracing::info!(workers = config.workers, "working");
    let worked = work_on_jobs(&app, config.workers.max(1)).await;
    tell_the_rest(&app.db).await;
    worked
}

/// Works on as many jobs at a time as there are `hands`, until the app stops; then lets them end.
pub(super) async fn work_on_jobs(app: &App, hands: u16) -> anyhow::Result<()> {
    let config = WorkerConfig {
        concurrency: hands.into(),
        drain: Duration::from_secs(app.config.stop_seconds.into()),
        ..WorkerConfig::default()
    };
    let limits = work::ImportLimits::default();
    work::worker(app.db.clone(), app.store.clone(), app.catalog.clone(), limits, config)
        .run(app.stopping.clone())
        .await
        .context("working on jobs")
}
