//! `cuspid worker`.

use std::process::ExitCode;
use std::sync::Arc;

use pg::Clock;

use super::database::Database;
use super::settings::SettingArgs;
use super::signals;
use crate::config::Config;
use crate::{App, telemetry, work};

pub(super) fn run(args: SettingArgs) -> anyhow::Result<ExitCode> {
    let (config, _) = args.load()?;
    let telemetry = telemetry::start(&config)?;
    let database = Database::start(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let worked = runtime.block_on(work(&database, config));
    drop(runtime);
    database.stop();
    telemetry.stop();
    worked.map(|()| ExitCode::SUCCESS)
}

async fn work(database: &Database, config: Arc<Config>) -> anyhow::Result<()> {
    database.migrate().await?;
    let db = database.connect(&config).await?;
    let app = App::open(Arc::clone(&config), db, Clock::machine()).await?;
    signals::watch(app.stopping.clone())?;
    tracing::info!(workers = config.workers, "working");
    let worker = work::worker(&app, config.workers.max(1).into());
    Ok(worker.run(app.stopping.clone()).await?)
}
