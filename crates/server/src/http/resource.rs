//! The resource engine over HTTP.

use axum::Router;
use axum::body::Body;
use axum::extract::{RawQuery, Request, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use resource::Incoming;

use crate::http::extract::Path;
use crate::{App, Caller, Error};

/// Routes of this area. Addresses of actions are more specific and come first.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/{resource}", any(rows))
        .route("/api/v1/{resource}/{id}", any(row))
}

async fn rows(
    State(app): State<App>,
    caller: Caller,
    Path(resource): Path<String>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Error> {
    answer(&app, &caller, &resource, None, query, request).await
}

async fn row(
    State(app): State<App>,
    caller: Caller,
    Path((resource, id)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    request: Request,
) -> Result<Response, Error> {
    answer(&app, &caller, &resource, Some(&id), query, request).await
}

async fn answer(
    app: &App,
    caller: &Caller,
    resource: &str,
    id: Option<&str>,
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
        query: query.as_deref().unwrap_or_default(),
        headers: &headers,
        body: &body,
    };
    let may = |resource: &str, verb: &str| caller.session().may(resource, verb);
    let answer = resource::answer(&app.catalog, &app.db, &caller.api_scope(), &may, incoming).await?;
    Ok(answer.map(Body::from).into_response())
}

impl From<resource::Error> for Error {
    fn from(error: resource::Error) -> Self {
        match error {
            resource::Error::Refused {
                status,
                code,
                field,
                hint,
            } => Self::new(status, code, hint).with_field(field),
            resource::Error::Database(error) => error.into(),
        }
    }
}
