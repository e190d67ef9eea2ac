//! The router: every area's routes, and what holds for all of them.
//!
//! From the outside in: the request gets its id, span, timing and a net under panics; the answer gets its security
//! headers; then short routes wait for a place and get a time limit and compression, streaming ones do not.

pub mod catalog;
pub mod extract;
mod health;
mod limits;
mod listen;
mod observe;
pub mod origin;
mod page;
pub mod request;
pub mod resource;
mod security;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tower_http::compression::CompressionLayer;

pub use listen::serve;

use crate::{App, Error, cases, events, identity, objects, openapi, work};

/// Bytes of a JSON body, at most.
pub const JSON_LIMIT: usize = 1 << 20;

/// The whole server as one service.
pub fn router(app: App) -> Router {
    let short = Router::new()
        .merge(identity::routes())
        .merge(catalog::routes())
        .merge(resource::routes())
        .merge(work::routes())
        .merge(cases::routes())
        .merge(openapi::routes())
        .merge(page::routes());
    let routes = bounded(short, &app)
        .merge(objects::routes())
        .merge(work::streaming_routes())
        .merge(events::routes())
        .merge(health::routes());
    around(routes, app)
}

/// What holds for routes that answer at once and in short: a place, a time, compression.
pub fn bounded(routes: Router<App>, app: &App) -> Router<App> {
    routes
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(limits::Bounds::new(&app.config), limits::hold))
}

/// What holds for every route, around these.
pub fn around(routes: Router<App>, app: App) -> Router {
    routes
        .fallback(nothing_here)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(app.clone(), every_request))
        .with_state(app)
}

/// One layer for all of it: each layer copies every layer inside of it for each request.
async fn every_request(State(app): State<App>, mut request: Request, next: Next) -> Response {
    DefaultBodyLimit::max(JSON_LIMIT).apply(&mut request);
    let mut response = observe::request(&app, request, next).await;
    security::add_headers(&app.config, response.headers_mut());
    response
}

async fn nothing_here() -> Error {
    Error::not_found()
}

async fn wrong_method() -> Error {
    Error::new(
        StatusCode::METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "This address does not take this method.",
    )
}
