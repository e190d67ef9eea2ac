//! The resource engine over HTTP.

use axum::Router;

use crate::App;

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new()
}
