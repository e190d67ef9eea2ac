//! One thread that starts the server, starts it again when it dies, and stops it.

use std::fs;
use std::process::Child;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::cluster::{Cluster, ServerState};
use super::process::{self, GLANCE};
use super::{EmbeddedConfig, EmbeddedError};

/// Recovery after a crash replays up to `max_wal_size`; a slow disk is given this long.
const START_LIMIT: Duration = Duration::from_secs(180);
/// How long whoever used the cluster before has to leave it.
const LEAVE_LIMIT: Duration = Duration::from_secs(60);
/// After this long, leaving is made urgent.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often the server is looked at while all is well.
const WATCH: Duration = Duration::from_millis(50);
/// A server that ran this long was healthy: its end begins a new count of restarts.
const HEALTHY: Duration = Duration::from_secs(60);
/// Restarts in a row after which there is no point in going on.
const RESTARTS: u32 = 8;

/// The supervisor's life. Tells `report` once how the first start went; ends when `stop` is dropped or the server
/// cannot be kept running.
pub(super) fn run(
    config: &EmbeddedConfig,
    stop: &Receiver<()>,
    report: &Sender<Result<String, EmbeddedError>>,
) {
    let first = Cluster::open(config).and_then(|cluster| start(&cluster).map(|started| (cluster, started)));
    let (cluster, mut server) = match first {
        Ok((cluster, (server, state))) => {
            let _ = report.send(Ok(cluster.connection_string(&state)));
            (cluster, server)
        }
        Err(error) => {
            let _ = report.send(Err(error));
            return;
        }
    };
    let mut since = Instant::now();
    let mut restarts = 0;
    loop {
        if !matches!(stop.recv_timeout(WATCH), Err(RecvTimeoutError::Timeout)) {
            end(&mut server);
            return;
        }
        let Ok(Some(status)) = server.try_wait() else {
            continue;
        };
        if since.elapsed() > HEALTHY {
            restarts = 0;
        }
        tracing::error!(%status, "PostgreSQL ended by itself; starting it again");
        server = loop {
            restarts += 1;
            if restarts > RESTARTS {
                tracing::error!(log = %cluster.log.display(), "PostgreSQL does not stay up; giving up");
                return;
            }
            // 0.1 s, 0.2 s, … 12.8 s: a cause that passes by itself gets time to.
            let pause = Duration::from_millis(50 << restarts);
            if restarts > 1 && !matches!(stop.recv_timeout(pause), Err(RecvTimeoutError::Timeout)) {
                return;
            }
            match start(&cluster) {
                Ok((server, _)) => break server,
                Err(error) => tracing::error!(%error, "PostgreSQL did not start"),
            }
        };
        since = Instant::now();
        tracing::warn!("PostgreSQL runs again");
    }
}

/// Starts the server and waits until it answers.
fn start(cluster: &Cluster) -> Result<(Child, ServerState), EmbeddedError> {
    vacate(cluster)?;
    let mut command = cluster.command("postgres", Signal::INT)?;
    command.arg("-D").arg(&cluster.dir).arg("-k").arg(&cluster.socket_dir);
    let mut server = command.spawn().map_err(EmbeddedError::file(&cluster.binaries.program("postgres")))?;
    let deadline = Instant::now() + START_LIMIT;
    loop {
        match server.try_wait() {
            Ok(None) => {}
            Ok(Some(status)) => return Err(cluster.failed("postgres", &status)),
            Err(error) => return Err(EmbeddedError::file(&cluster.dir)(error)),
        }
        let own = |state: &ServerState| state.ready && state.pid == server.id().cast_signed();
        if let Some(state) = cluster.state().filter(own)
            && cluster.answers(&state)
        {
            return Ok((server, state));
        }
        if Instant::now() >= deadline {
            end(&mut server);
            return Err(EmbeddedError::TooSlow {
                what: "starting PostgreSQL".into(),
                seconds: START_LIMIT.as_secs(),
                log: cluster.log.clone(),
            });
        }
        std::thread::sleep(GLANCE);
    }
}

/// Makes sure that no process of an earlier server works in the cluster.
///
/// A server whose Cuspid was killed is stopping by itself. One whose postmaster was killed leaves children that
/// notice, sooner or later. Whoever stays is asked to leave, then told to. The data directory's lock is held here,
/// so nobody new can come.
fn vacate(cluster: &Cluster) -> Result<(), EmbeddedError> {
    let begun = Instant::now();
    let mut urgency = None;
    loop {
        let present = process::postgres_in(&cluster.dir);
        if present.is_empty() {
            break;
        }
        let next = match begun.elapsed() {
            waited if waited >= LEAVE_LIMIT => {
                return Err(EmbeddedError::TooSlow {
                    what: format!("the end of an earlier PostgreSQL (processes {present:?})"),
                    seconds: LEAVE_LIMIT.as_secs(),
                    log: cluster.log.clone(),
                });
            }
            waited if waited >= 2 * PATIENCE => Signal::KILL,
            waited if waited >= PATIENCE => Signal::QUIT,
            _ => Signal::INT,
        };
        if urgency != Some(next) {
            urgency = Some(next);
            match cluster.state().map(|state| state.pid).filter(|pid| present.contains(pid)) {
                Some(postmaster) => process::signal(postmaster, next),
                // Orphans: INT would only cancel their statement.
                None => {
                    let told = if next == Signal::INT { Signal::TERM } else { next };
                    present.iter().for_each(|pid| process::signal(*pid, told));
                }
            }
        }
        std::thread::sleep(GLANCE);
    }
    // Nobody works here, so a lock file left behind names a process that is a zombie or somebody else by now. The
    // server would believe it; it goes by whether any process has that number.
    for left in cluster.lock_files() {
        fs::remove_file(&left).map_err(EmbeddedError::file(&left))?;
    }
    Ok(())
}

/// Stops the server: sessions are ended and everything is written; if that takes too long, less gently.
fn end(server: &mut Child) {
    for (signal, patience) in
        [(Signal::INT, 30 * Duration::from_secs(1)), (Signal::QUIT, PATIENCE), (Signal::KILL, PATIENCE)]
    {
        process::signal(server.id().cast_signed(), signal);
        if let Ok(Some(_)) = process::wait_until(server, Instant::now() + patience) {
            return;
        }
    }
}
