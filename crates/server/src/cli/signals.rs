//! Ctrl-C and the system's request to end.

use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// What shells expect of a program that a signal ended.
const ENDED_BY_SIGNAL: i32 = 130;

/// Cancels `stopping` at the first signal; the second ends the process at once.
pub(super) fn watch(stopping: CancellationToken) -> anyhow::Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::spawn(async move {
        either(&mut interrupt, &mut terminate).await;
        tracing::info!("stopping; once more to stop at once");
        stopping.cancel();
        either(&mut interrupt, &mut terminate).await;
        std::process::exit(ENDED_BY_SIGNAL);
    });
    Ok(())
}

async fn either(interrupt: &mut Signal, terminate: &mut Signal) {
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}
