//! Limits on time and on how much is answered at once.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::Semaphore;

use crate::Error;
use crate::config::Config;

/// How long a request waits for a place before it is refused.
const PATIENCE: Duration = Duration::from_secs(2);

/// As many requests at a time as the settings say, and for as long.
#[derive(Clone)]
pub(super) struct Bounds {
    places: Arc<Semaphore>,
    time: Duration,
}

impl Bounds {
    pub(super) fn new(config: &Config) -> Self {
        Self {
            places: Arc::new(Semaphore::new(usize::from(config.concurrent_requests).max(1))),
            time: Duration::from_secs(config.request_seconds.into()),
        }
    }
}

/// Waits for a place; a server that is full says so instead of making everyone slower. Gives the request up after its
/// time; its transaction is rolled back with it.
pub(super) async fn hold(
    State(bounds): State<Bounds>,
    request: Request,
    next: Next,
) -> Result<Response, Error> {
    let _place = tokio::time::timeout(PATIENCE, bounds.places.acquire())
        .await
        .map_err(|_| Error::unavailable("overloaded", "no place became free"))?;
    tokio::time::timeout(bounds.time, next.run(request))
        .await
        .map_err(|_| Error::unavailable("timeout", "the request took too long"))
}
