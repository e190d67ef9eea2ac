//! Background work: what jobs do, and what people can do with them.

use std::time::Duration;

use axum::Router;
use job::{Worker, WorkerConfig};

use crate::App;

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new()
}

/// A worker that knows every kind of job and does `concurrency` of them at a time.
pub fn worker(app: &App, concurrency: usize) -> Worker {
    let config = WorkerConfig {
        concurrency,
        drain: Duration::from_secs(app.config.stop_seconds.into()),
        ..WorkerConfig::default()
    };
    Worker::new(app.db.clone(), config)
}
