//! Background work: what jobs do, and what people can do with them.

mod actions;
mod import;
mod maintenance;
mod scan;

use axum::Router;
use axum::routing::post;
use object::Store;
use pg::Db;
use resource::Catalog;

use crate::{App, Error};

pub use import::ImportLimits;
pub use scan::start_scan;

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/case_files/{id}/process", post(actions::process))
        .route("/api/v1/jobs/{id}/cancel", post(actions::cancel))
        .route("/api/v1/jobs/{id}/retry", post(actions::retry))
}

/// Routes of this area that take bodies of any size and answer when those have arrived.
pub fn streaming_routes() -> Router<App> {
    import::routes()
}

/// The worker for every kind of job that there is.
pub fn worker(
    db: Db,
    store: Store,
    catalog: Catalog,
    limits: ImportLimits,
    config: job::WorkerConfig,
) -> job::Worker {
    let maintenance = maintenance::Maintenance { db: db.clone(), store: store.clone() };
    let importing = import::Importing { store: store.clone(), catalog, limits };
    let mut worker = job::Worker::new(db, config)
        .handle(import::JOB_TYPE, importing)
        .handle(scan::JOB_TYPE, scan::ScanProcessing { store })
        .handle(maintenance::JOB_TYPE, maintenance);
    for task in maintenance::Task::ALL {
        worker = worker.schedule(task.name(), task.times(), task.job());
    }
    worker
}

impl From<job::Error> for Error {
    fn from(error: job::Error) -> Self {
        match error {
            job::Error::Database(error) => error.into(),
            job::Error::NotFound => Self::not_found(),
            job::Error::State(status) => Self::conflict("job_state", format!("The job is {status}.")),
            job::Error::Queue(context) => Self::internal(context),
        }
    }
}
