//! The plain upload: the bytes as the body of one request.

use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use object::{Checksum, NewUpload, Received};
use serde::Deserialize;
use serde_json::json;
use uuid::Uuid;

use super::{arrival, name};
use crate::http::extract::{Path, Query};
use crate::{App, Caller, Error};

/// What the address of a plain upload may say.
#[derive(Deserialize)]
pub(super) struct Hints {
    jaw: Option<String>,
}

/// `PUT /api/v1/cases/{id}/files/{name}`
pub(super) async fn upload(
    State(app): State<App>,
    caller: Caller,
    Path((case_id, name)): Path<(String, String)>,
    Query(hints): Query<Hints>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Error> {
    caller.may("case_files", "upload")?;
    let case_id: Uuid = case_id.parse().map_err(|_| Error::not_found())?;
    name::check(&name)?;
    arrival::jaw_named(hints.jaw.as_deref())?;
    let new = NewUpload {
        case_id,
        name,
        media_type: media_type(&headers),
        length: length(&headers)?,
        declared: declared(&headers)?,
        metadata: json!({ "jaw": hints.jaw }),
    };

    let scope = caller.scope();
    let upload = arrival::open(&app, &scope, &new).await?;
    let arrived = arrival::detached(async move {
        let received = app.store.receive(&app.db, &scope, upload.id, 0, None, body.into_data_stream()).await;
        let arrived = match received {
            Ok(Received::Whole(whole)) => arrival::finish(&app, &scope, whole).await,
            Ok(Received::Part { offset, .. }) => {
                Err(object::Error::Interrupted(format!("after {offset} bytes")).into())
            }
            Err(error) => Err(error.into()),
        };
        if arrived.is_err() {
            arrival::give_up(&app, &scope, upload.id).await;
        }
        arrived
    })
    .await?;
    let (status, place) = match arrived.was_known {
        true => (StatusCode::OK, header::CONTENT_LOCATION),
        false => (StatusCode::CREATED, header::LOCATION),
    };
    let address = format!("/api/v1/case_files/{}", arrived.file_id);
    Ok((status, [(place, address)], Json(arrived)).into_response())
}

/// The body's length, which must be known: the space for it is promised before the first byte.
fn length(headers: &HeaderMap) -> Result<u64, Error> {
    headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse().ok()).ok_or_else(|| {
        Error::new(
            StatusCode::LENGTH_REQUIRED,
            "length_required",
            "Say how many bytes there are, or use a resumable upload.",
        )
        .with_field("Content-Length")
    })
}

/// The media type that the sender names, where it is one.
fn media_type(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
    super::tus::sound_media_type(text)
}

/// SHA-256 of the body, as RFC 9530 spells it: `sha-256=:…:`, beside other algorithms perhaps.
fn declared(headers: &HeaderMap) -> Result<Option<Checksum>, Error> {
    for name in ["repr-digest", "content-digest"] {
        for member in headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
        {
            let Some(value) = member.trim().strip_prefix("sha-256=") else {
                continue;
            };
            return value
                .strip_prefix(':')
                .and_then(|value| value.strip_suffix(':'))
                .and_then(|value| STANDARD.decode(value).ok())
                .and_then(|bytes| Checksum::from_bytes(&bytes))
                .map(Some)
                .ok_or_else(|| {
                    Error::bad_request(
                        "invalid_digest",
                        name,
                        "Write the digest as sha-256=:base64 of 32 bytes:.",
                    )
                });
        }
    }
    Ok(None)
}
