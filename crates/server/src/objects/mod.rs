//! Files of cases: uploads and downloads.
//!
//! An upload ends in one transaction (`arrival`): the bytes are an object, the object is a file of its case, and a
//! scan has its job; or none of it happened. Plain uploads (`put`) and tus uploads (`tus`) differ in how bytes
//! arrive and in nothing else.

mod arrival;
mod content;
mod error;
mod glance;
mod kind;
mod name;
mod put;
mod range;
mod tus;

use axum::Router;
use axum::routing::{get, put};

use crate::App;

pub use glance::Glances;

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/cases/{id}/files/{name}", put(put::upload))
        .route("/api/v1/case_files/{id}/content", get(content::send))
        .merge(tus::routes())
}
