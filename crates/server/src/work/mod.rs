//! Background work: what jobs do, and what people can do with them.

use axum::Router;

use crate::App;

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new()
}
