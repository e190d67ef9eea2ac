//! Resumable uploads by the tus protocol, version 1.0: core, creation, creation-with-upload, checksum, expiration,
//! termination (<https://tus.io/protocols/resumable-upload>).

mod headers;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::map_response;
use axum::response::{IntoResponse, Response};
use axum::routing::{options, post};
use object::{NewUpload, Received, Upload, UploadStatus};
use pg::Scope;
use serde_json::json;
use uuid::Uuid;

pub(super) use self::headers::sound_media_type;
use self::headers::{
    BYTES, CHECKSUM_ALGORITHM, EXPIRES, EXTENSION, EXTENSIONS, Metadata, OFFSET, RESUMABLE, VERSION,
    check_of, http_date, number, required_number,
};
use super::arrival::{self, Arrived};
use super::name;
use crate::http::extract::Path;
use crate::{App, Caller, Error};

const METHOD_OVERRIDE: HeaderName = HeaderName::from_static("x-http-method-override");
const FILE_ID: HeaderName = HeaderName::from_static("cuspid-file-id");
const JOB_ID: HeaderName = HeaderName::from_static("cuspid-job-id");

/// Routes of the protocol.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/cases/{id}/uploads", post(create).merge(options(abilities)))
        .route(
            "/api/v1/uploads/{id}",
            post(overridden).head(progress).patch(go_on).delete(terminate).merge(options(abilities)),
        )
        .layer(map_response(versioned))
}

/// Every answer says which version it speaks, refusals too.
async fn versioned(mut response: Response) -> Response {
    if response.status() == StatusCode::PRECONDITION_FAILED {
        response.headers_mut().insert(headers::TUS_VERSION, HeaderValue::from_static(VERSION));
    }
    response.headers_mut().insert(RESUMABLE, HeaderValue::from_static(VERSION));
    response
}

/// `OPTIONS`: what this server can do.
async fn abilities(State(app): State<App>) -> Response {
    (
        StatusCode::NO_CONTENT,
        [
            (headers::TUS_VERSION, VERSION.to_owned()),
            (EXTENSION, EXTENSIONS.to_owned()),
            (CHECKSUM_ALGORITHM, "sha256,sha1".to_owned()),
            (headers::MAX_SIZE, app.store.limits().max_upload_bytes.to_string()),
        ],
    )
        .into_response()
}

/// `POST /api/v1/cases/{id}/uploads`: a new upload, with its first bytes where the body has some.
async fn create(
    State(app): State<App>,
    caller: Caller,
    Path(case_id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Error> {
    headers::require_version(&headers)?;
    caller.may("case_files", "upload")?;
    let case_id: Uuid = case_id.parse().map_err(|_| Error::not_found())?;
    if headers.contains_key(headers::DEFER_LENGTH) {
        return Err(Error::bad_request(
            "length_required",
            "Upload-Length",
            "Say how many bytes there are: this server does not defer the length.",
        ));
    }
    let length = required_number(&headers, headers::LENGTH)?;
    let metadata = Metadata::of(&headers)?;
    name::check(&metadata.name)?;
    arrival::jaw_named(metadata.jaw.as_deref())?;
    let scope = caller.scope();
    let upload = arrival::open(
        &app,
        &scope,
        &NewUpload {
            case_id,
            name: metadata.name,
            media_type: metadata.media_type,
            length,
            declared: metadata.sha256,
            metadata: json!({ "jaw": metadata.jaw, "header": metadata.header }),
        },
    )
    .await?;

    let address = format!("/api/v1/uploads/{}", upload.id);
    let created = [(header::LOCATION, address)];
    // An empty file has arrived with its creation.
    if length > 0 && !is_bytes(&headers) {
        let mut response = (StatusCode::CREATED, created).into_response();
        Step::Part { offset: 0, expires: http_date(upload.expires_at) }.write(response.headers_mut());
        return Ok(response);
    }
    let step = receive(app, scope, upload.id, length, 0, &headers, body).await?;
    let mut response = (StatusCode::CREATED, created).into_response();
    step.write(response.headers_mut());
    Ok(response)
}

/// `HEAD /api/v1/uploads/{id}`: how far the upload is.
async fn progress(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    headers::require_version(&headers)?;
    caller.may("case_files", "upload")?;
    let scope = caller.scope();
    let upload = find(&app, &scope, &id).await?;
    let mut answer = HeaderMap::new();
    let mut set = |name: HeaderName, value: String| {
        if let Ok(value) = HeaderValue::from_str(&value) {
            answer.insert(name, value);
        }
    };
    match upload.status {
        UploadStatus::Open if upload.is_open_at(scope.clock().now()) => {
            set(EXPIRES, http_date(upload.expires_at));
        }
        UploadStatus::Finished => {
            if let Some(file) = upload.case_file_id {
                set(FILE_ID, file.to_string());
            }
        }
        _ => return Err(object::Error::Gone.into()),
    }
    set(OFFSET, upload.offset.to_string());
    set(headers::LENGTH, upload.length.to_string());
    set(header::CACHE_CONTROL, "no-store".to_owned());
    if let Some(metadata) = upload.metadata.get("header").and_then(|value| value.as_str()) {
        set(headers::METADATA, metadata.to_owned());
    }
    Ok((StatusCode::OK, answer).into_response())
}

/// `PATCH /api/v1/uploads/{id}`: further bytes.
async fn go_on(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Error> {
    headers::require_version(&headers)?;
    caller.may("case_files", "upload")?;
    if !is_bytes(&headers) {
        return Err(Error::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "bytes_expected",
            "Send application/offset+octet-stream.",
        )
        .with_field("Content-Type"));
    }
    let from = required_number(&headers, OFFSET)?;
    let scope = caller.scope();
    let upload = find(&app, &scope, &id).await?;
    let step = receive(app, scope, upload.id, upload.length, from, &headers, body).await?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    step.write(response.headers_mut());
    Ok(response)
}

/// `DELETE /api/v1/uploads/{id}`: the upload is given up, with what has arrived.
async fn terminate(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    headers::require_version(&headers)?;
    caller.may("case_files", "upload")?;
    let scope = caller.scope();
    let upload = find(&app, &scope, &id).await?;
    app.store.abandon(&app.db, &scope, upload.id).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// `POST /api/v1/uploads/{id}` from where other methods do not get through.
async fn overridden(
    state: State<App>,
    caller: Caller,
    id: Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Error> {
    match headers.get(METHOD_OVERRIDE).map(HeaderValue::as_bytes) {
        Some(b"PATCH") => go_on(state, caller, id, headers, body).await,
        Some(b"DELETE") => terminate(state, caller, id, headers).await,
        Some(b"HEAD") => progress(state, caller, id, headers).await,
        _ => Err(Error::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "Send PATCH, or POST with X-HTTP-Method-Override: PATCH.",
        )),
    }
}

async fn find(app: &App, scope: &Scope, id: &str) -> Result<Upload, Error> {
    let id: Uuid = id.parse().map_err(|_| Error::not_found())?;
    let tx = app.db.begin(scope).await?;
    let upload = Upload::find(&tx, id).await?;
    tx.commit().await?;
    upload.ok_or_else(Error::not_found)
}

fn is_bytes(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(BYTES.as_bytes()))
}

/// Where a body has brought an upload.
enum Step {
    Part { offset: u64, expires: String },
    Whole { length: u64, arrived: Box<Arrived> },
}

impl Step {
    fn write(self, headers: &mut HeaderMap) {
        let mut set = |name: HeaderName, value: String| {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(name, value);
            }
        };
        match self {
            Self::Part { offset, expires } => {
                set(OFFSET, offset.to_string());
                set(EXPIRES, expires);
            }
            Self::Whole { length, arrived } => {
                set(OFFSET, length.to_string());
                set(FILE_ID, arrived.file_id.to_string());
                if let Some(job) = arrived.job_id {
                    set(JOB_ID, job.to_string());
                }
            }
        }
    }
}

/// Takes the body, and makes the upload a file with its last byte.
async fn receive(
    app: App,
    scope: Scope,
    id: Uuid,
    length: u64,
    from: u64,
    headers: &HeaderMap,
    body: Body,
) -> Result<Step, Error> {
    let check = check_of(headers)?;
    if let Some(announced) = number(headers, header::CONTENT_LENGTH)?
        && announced > length.saturating_sub(from)
    {
        return Err(Error::too_large(length.saturating_sub(from)));
    }
    arrival::detached(async move {
        let body = body.into_data_stream();
        match app.store.receive(&app.db, &scope, id, from, check, body).await? {
            Received::Part { offset, expires_at } => {
                Ok(Step::Part { offset, expires: http_date(expires_at) })
            }
            Received::Whole(whole) => {
                let arrived = arrival::finish(&app, &scope, whole).await;
                // A case that has gone will not come back for this upload; anything else may be tried again.
                if arrived.as_ref().is_err_and(|error| error.status() == StatusCode::NOT_FOUND) {
                    arrival::give_up(&app, &scope, id).await;
                }
                Ok(Step::Whole { length, arrived: Box::new(arrived?) })
            }
        }
    })
    .await
}
