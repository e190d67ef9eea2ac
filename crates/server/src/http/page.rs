//! The page: files of `web/dist`, in the binary.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

use crate::{App, Error};

/// What the page's build left; empty where it was not built.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct Files;

const INDEX: &str = "index.html";
/// Files in here have a hash of their content in their names.
const HASHED: &str = "assets/";
/// What is shown where the page was not built in.
const NOT_BUILT: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Cuspid</title>\
    <h1>Cuspid runs</h1><p>This program was built without its page. The API is at <a href=/api/v1/openapi.json>/api/v1/openapi.json</a>.";

/// Routes of this area: every address that is not the API's is one of the page.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/", get(page))
        .route("/{*path}", get(page))
        .route("/api/{*path}", axum::routing::any(no_such_api))
        .route("/api/docs", get(page))
}

/// Under /api a wrong address is an error for programs, not the page.
async fn no_such_api() -> Error {
    Error::not_found()
}

async fn page(request: Request) -> Result<Response, Error> {
    debug_assert!(matches!(*request.method(), Method::GET | Method::HEAD));
    let path = request.uri().path().trim_start_matches('/');
    if let Some(file) = Files::get(path) {
        return Ok(answer(path, file, request.headers()));
    }
    // A missing file is missing; any other address is a place within the page.
    if path.starts_with(HASHED) {
        return Err(Error::not_found());
    }
    Ok(match Files::get(INDEX) {
        Some(file) => answer(INDEX, file, request.headers()),
        None => Html(NOT_BUILT).into_response(),
    })
}

fn answer(path: &str, file: rust_embed::EmbeddedFile, asked: &HeaderMap) -> Response {
    let tag = format!("\"{}\"", hex::encode(&file.metadata.sha256_hash()[..16]));
    let caching = if path.starts_with(HASHED) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    let is_known = asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    if is_known {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(path)));
    (headers, file.data.into_owned()).into_response()
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "wasm" => "application/wasm",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
