//! Cases: what is more than changing a field.

mod advance;

use axum::Router;
use axum::routing::post;

use crate::App;

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new().route("/api/v1/cases/{id}/advance", post(advance::advance).get(advance::ways))
}
