//! `cuspid serve`.

use std::fs;
use std::io::Write;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, bail};
use pg::Clock;

use super::database::{Database, tell_the_rest};
use super::settings::SettingArgs;
use super::{signals, worker};
use crate::config::Config;
use crate::demo::{self, DemoUser};
use crate::identity::accounts;
use crate::{App, http, telemetry};

#[derive(Debug, clap::Args)]
pub(super) struct ServeArgs {
    /// Fill an empty platform with two synthetic practices to try, with well-known passwords.
    #[arg(long)]
    demo: bool,
    /// Let other machines in, in spite of the demo's well-known passwords.
    #[arg(long, requires = "demo")]
    demo_allow_remote: bool,
    /// Write this file, as JSON, as soon as requests are answered.
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
    #[command(flatten)]
    settings: SettingArgs,
}

/// How a start ends up on the screen and in the ready file.
#[derive(serde::Serialize)]
struct Ready {
    url: String,
    users: Vec<DemoUser>,
}

pub(super) fn run(args: ServeArgs) -> anyhow::Result<ExitCode> {
    let (config, _) = args.settings.load()?;
    if args.demo && !args.demo_allow_remote && !config.listen.ip().is_loopback() {
        bail!(
            "the demo's passwords are public, and {} can be reached from other machines; \
             listen on 127.0.0.1 or add --demo-allow-remote",
            config.listen
        );
    }
    let telemetry = telemetry::start(&config)?;
    // Before anything is started: a port that is taken is the commonest mistake.
    let listener =
        TcpListener::bind(config.listen).with_context(|| format!("listening on {}", config.listen))?;
    listener.set_nonblocking(true)?;
    let database = Database::start(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(serve(listener, &database, config, args.demo, args.ready_file.as_deref()));
    runtime.shutdown_timeout(Duration::from_secs(1));
    database.stop();
    telemetry.stop();
    served.map(|()| ExitCode::SUCCESS)
}

async fn serve(
    listener: TcpListener,
    database: &Database,
    config: Arc<Config>,
    is_demo: bool,
    ready_file: Option<&Path>,
) -> anyhow::Result<()> {
    if config.migrate_at_start {
        let report = database.migrate().await?;
        tracing::info!(applied = report.applied.len(), "the schema is of this version");
    }
    let db = database.connect(&config).await?;
    let app = App::open(Arc::clone(&config), db, Clock::machine()).await?;
    signals::watch(app.stopping.clone())?;

    let users = if is_demo { demo::people(&app).await.context("the demo's people")? } else { Vec::new() };
    let way_in = if accounts::are_there_any(&app.db).await? { None } else { Some(way_in(&config)) };
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let address = listener.local_addr()?;
    let router = http::router(app.clone());
    if is_demo {
        tokio::spawn(
            app.stopping.clone().run_until_cancelled_owned(demo::cases(app.clone(), router.clone())),
        );
    }
    let patience = Duration::from_secs(config.stop_seconds.into());
    let serving = tokio::spawn(http::serve(listener, router, app.stopping.clone(), patience));
    let working = tokio::spawn(work_beside(app.clone()));
    announce(&Ready { url: url(&config, address), users }, way_in.as_deref(), ready_file)?;

    let all_ended = serving.await?;
    if !all_ended {
        tracing::warn!("some connections did not end in time");
    }
    working.await??;
    tell_the_rest(&app.db).await;
    if let Some(file) = ready_file {
        let _ = fs::remove_file(file);
    }
    Ok(())
}

/// Works on jobs in this process, where the settings give it hands. Without its workers a server stops: people would
/// wait for scans that nobody processes.
async fn work_beside(app: App) -> anyhow::Result<()> {
    if app.config.workers == 0 {
        return Ok(());
    }
    let _stop_with_me = app.stopping.clone().drop_guard();
    worker::work_on_jobs(&app, app.config.workers).await
}

fn url(config: &Config, address: SocketAddr) -> String {
    config.public_url.clone().unwrap_or_else(|| format!("http://{address}"))
}

/// How whoever runs the server makes the first account.
fn way_in(config: &Config) -> String {
    let place = match &config.database_url {
        Some(_) => "--database-url …".to_owned(),
        None => {
            let dir = std::path::absolute(&config.data_dir).unwrap_or_else(|_| config.data_dir.clone());
            format!("--data-dir \"{}\"", dir.display())
        }
    };
    let command = format!(
        "cuspid admin create {place} --email you@example.org --name \"Your Name\" --tenant \"Your Practice\""
    );
    tracing::warn!("nobody can sign in yet; make the first administrator: {command}");
    command
}

/// Says that the server is ready: to people on the screen, to programs in a file that is there whole or not at all.
fn announce(ready: &Ready, way_in: Option<&str>, file: Option<&Path>) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "Cuspid is ready: {}", ready.url)?;
    if let Some(command) = way_in {
        writeln!(
            out,
            "\nNobody can sign in yet. Make the first administrator, in another terminal:\n  {command}"
        )?;
    }
    if !ready.users.is_empty() {
        writeln!(out, "\nSign in as one of these (synthetic people of two synthetic practices):")?;
        for user in &ready.users {
            writeln!(out, "  {:<34} {:<16} {} of {}", user.email, user.password, user.role, user.tenant)?;
        }
        writeln!(
            out,
            "\nTry first: sign in as the technician, open a case, turn the scan in 3D and click a tooth;\n\
             then make a case of your own and drop a scan on it (STL, PLY or OBJ). Ctrl-C stops."
        )?;
    }
    out.flush()?;
    if let Some(file) = file {
        let mut beside = file.as_os_str().to_owned();
        beside.push(".new");
        let written =
            fs::write(&beside, serde_json::to_vec_pretty(ready)?).and_then(|()| fs::rename(&beside, file));
        written.with_context(|| format!("writing {}", file.display()))?;
    }
    Ok(())
}
