//! The description of the API for programs and people.

use axum::Router;

use crate::App;

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new()
}
