//! The resource engine over HTTP.

use axum::Router;
use axum::body::Body;
use axum::extract::{RawQuery, Request, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use futures::TryStreamExt;
use resource::Incoming;

use crate::http::extract::Path;
use crate::{App, Caller, Error};

/// Routes of this area. Addresses of actions are more specific and come first.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/{resource}", any(rows))
        .route("/api/v1/{resource}/{id}", any(row))
        .route("/api/v1/{resource}/{id}/history", any(history))
        .route("/api/v1/{resource}/{id}/restore", any(restore))
}

async fn rows(
    State(app): State<App>,
    caller: Caller,
    Path(resource): Path<String>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Error> {
    answer(&app, &caller, &resource, (None, None), query, request).await
}

async fn row(
    State(app): State<App>,
    caller: Caller,
    Path((resource, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Error> {
    answer(&app, &caller, &resource, (Some(&id), None), query, request).await
}

async fn history(
    State(app): State<App>,
    caller: Caller,
    Path((resource, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Error> {
    answer(&app, &caller, &resource, (Some(&id), Some("history")), query, request).await
}

async fn restore(
    State(app): State<App>,
    caller: Caller,
    Path((resource, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Error> {
    answer(&app, &caller, &resource, (Some(&id), Some("restore")), query, request).await
}

async fn answer(
    app: &App,
    caller: &Caller,
    resource: &str,
    (id, facet): (Option<&str>, Option<&str>),
    query: Option<String>,
    request: Request,
) -> Result<Response, Error> {
    let (Parts { method, headers, .. }, body) = request.into_parts();
    let body = axum::body::to_bytes(body, resource::limits::BODY_BYTES)
        .await
        .map_err(|_| Error::too_large(resource::limits::BODY_BYTES as u64))?;
    let incoming = Incoming {
        method: &method,
        resource,
        id,
        facet,
        query: query.as_deref().unwrap_or_default(),
        headers: &headers,
        body: &body,
    };
    let may = |resource: &str, verb: &str| caller.session().may(resource, verb);
    let answer = resource::answer(&app.catalog, &app.db, &caller.api_scope(), &may, incoming).await?;
    let body = |body| match body {
        resource::Body::Whole(bytes) => Body::from(bytes),
        // A failure in the middle ends the answer short; the reason goes to the log, as it would have as an answer.
        resource::Body::Stream(pieces) => Body::from_stream(pieces.inspect_err(|error| {
            tracing::warn!(%error, "a stream of rows ended early");
        })),
    };
    Ok(answer.map(body).into_response())
}

impl From<resource::Error> for Error {
    fn from(error: resource::Error) -> Self {
        match error {
            resource::Error::Refused { status, code, field, hint } => {
                Self::new(status, code, hint).with_field(field)
            }
            resource::Error::Database(error) => error.into(),
        }
    }
}
