//! Whether the server lives, whether it can work, and how it does.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use object::Checksum;
use pg::{Scope, TenantId};
use serde_json::json;

use crate::{App, Error};

/// Routes of this area.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/healthz", get(healthz))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
}

/// The process answers: nothing else is looked at, so that a database that is away does not restart it.
async fn healthz() -> Json<serde_json::Value> {
    Json(json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")}))
}

/// Database, schema and store can be used, and the server is not stopping.
async fn readyz(State(app): State<App>) -> Response {
    let (database, store) = tokio::join!(database(&app), store(&app));
    let checks = [
        ("database", is_well("database", &database)),
        ("store", is_well("store", &store)),
        ("serving", !app.stopping.is_cancelled()),
    ];
    let is_ready = checks.iter().all(|(_, ok)| *ok);
    let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let checks: serde_json::Map<_, _> =
        checks.into_iter().map(|(name, ok)| (name.to_owned(), json!(ok))).collect();
    (status, Json(json!({"ready": is_ready, "checks": checks}))).into_response()
}

fn is_well<E: std::fmt::Display>(part: &str, checked: &Result<(), E>) -> bool {
    if let Err(error) = checked {
        tracing::warn!(%error, part, "not ready");
    }
    checked.is_ok()
}

/// The store answers whether it has an object, here the empty one.
async fn store(app: &App) -> Result<(), object::Error> {
    let nothing = Checksum::of(&[]);
    app.store.stored_size(TenantId::PLATFORM, nothing).await?;
    Ok(())
}

/// One statement that needs the schema, the role and row security to be in place.
async fn database(app: &App) -> Result<(), pg::Error> {
    let tx = app.db.begin(&Scope::system("readiness")).await?;
    tx.query_one(pg::sql!("select count(*) from platform.exposed_resources"), &[]).await?;
    tx.commit().await
}

async fn metrics(State(app): State<App>, headers: HeaderMap) -> Result<Response, Error> {
    if let Some(token) = &app.config.metrics_token {
        let sent = headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "));
        if sent != Some(token.expose()) {
            return Err(Error::unauthenticated());
        }
    }
    let text = app.metrics.render(&app.db).await?;
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response())
}
