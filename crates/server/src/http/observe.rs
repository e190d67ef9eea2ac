//! Every request: an id, a span, a line in the log, a timing; and an answer even where code panics.

use std::panic::AssertUnwindSafe;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::FutureExt;
use tracing::Instrument;
use uuid::Uuid;

use super::request::with_id;
use crate::{App, Error};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The route of requests that no route answers.
const NO_ROUTE: &str = "none";

/// Log and metrics know a request by its route's template, never by its address: names of files and filters are in
/// there.
pub(super) async fn request(app: &App, request: Request, next: Next) -> Response {
    let id = request
        .headers()
        .get(REQUEST_ID)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| Uuid::try_parse(value).ok())
        .unwrap_or_else(|| app.clock.new_id());
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let route = matched.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    let method = method_name(request.method());
    let span = tracing::info_span!(
        "request",
        otel.name = %format_args!("{method} {route}"),
        otel.kind = "server",
        method,
        route,
        request_id = %id,
        otel.status_code = tracing::field::Empty,
    );

    let _in_flight = app.metrics.request_began();
    let began = Instant::now();
    let work = async {
        match AssertUnwindSafe(next.run(request)).catch_unwind().await {
            Ok(response) => response,
            Err(_) => Error::internal("a handler panicked").into_response(),
        }
    };
    let mut response = with_id(id, work).instrument(span.clone()).await;
    let took = began.elapsed();

    let status = response.status().as_u16();
    app.metrics.request_ended(method, route, status, took);
    if response.status().is_server_error() {
        span.record("otel.status_code", "ERROR");
    }
    let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    span.in_scope(|| tracing::info!(status, microseconds, "answered"));
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// A caller may invent methods; the metrics know only the usual ones.
fn method_name(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
