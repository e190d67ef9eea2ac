//! Limits on time and on how much is answered at once.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::Semaphore;

use crate::config::Config;
use crate::{App, Error};

/// How long a request waits for a place before it is refused.
const PATIENCE: Duration = Duration::from_secs(2);

/// As many requests at a time as the settings say.
#[derive(Clone)]
pub(super) struct Places(Arc<Semaphore>);

impl Places {
    pub(super) fn new(config: &Config) -> Self {
        Self(Arc::new(Semaphore::new(
            usize::from(config.concurrent_requests).max(1),
        )))
    }
}

/// Waits for a place; a server that is full says so instead of making everyone slower.
pub(super) async fn places(
    State(places): State<Places>,
    request: Request,
    next: Next,
) -> Result<Response, Error> {
    let place = tokio::time::timeout(PATIENCE, places.0.acquire())
        .await
        .map_err(|_| Error::unavailable("overloaded", "no place became free"))?;
    let response = next.run(request).await;
    drop(place);
    Ok(response)
}

/// Gives a request up after its time; its transaction is rolled back with it.
pub(super) async fn time(State(app): State<App>, request: Request, next: Next) -> Result<Response, Error> {
    let limit = Duration::from_secs(app.config.request_seconds.into());
    tokio::time::timeout(limit, next.run(request))
        .await
        .map_err(|_| Error::unavailable("timeout", "the request took too long"))
}
