//! The request that brings a file.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use job::NewJob;
use pg::Tx;
use resource::catalog::Verb;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::JOB_TYPE;
use super::file::Format;
use super::record::{Payload, signed};
use crate::http::extract::{Json, Path, Query};
use crate::work::actions::job_row;
use crate::{App, Caller, Error};

/// What is to be done with the file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    #[serde(default)]
    dry_run: bool,
    #[serde(default)]
    on_error: Policy,
}

/// What a refused row does to the others.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Policy {
    #[default]
    Stop,
    Skip,
}

impl Policy {
    const fn name(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Skip => "skip",
        }
    }
}

/// `POST /api/v1/{resource}/import`
pub(super) async fn import(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Error> {
    let resource = app.catalog.resource(&name).ok_or_else(Error::not_found)?;
    if !resource.verbs.contains(&Verb::Create) {
        return Err(Error::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "method_not_allowed",
            format!("{name} takes no new rows."),
        ));
    }
    caller.may(&name, Verb::Create.name())?;
    let format = format(&headers)?;
    let scope = caller.scope().with_action(JOB_TYPE);
    let placed = app.store.put_within_quota(&app.db, &scope, body.into_data_stream()).await?;
    if placed.size() == 0 {
        return Err(Error::bad_request("empty_body", "", "Send at least one row."));
    }
    let _turn = app.store.turn().await;
    let tx = app.db.begin(&scope).await?;
    let objects = app.store.record(&tx, &[placed]).await?;
    let id = scope.new_id();
    let payload = Payload { import_id: id, request_id: scope.request() };
    let job = job::enqueue(&tx, &NewJob { payload: json!(payload), ..NewJob::new(JOB_TYPE) }).await?;
    tx.execute(
        pg::sql!(
            "insert into tenant.imports (id, resource, format, object_id, size_bytes, dry_run, on_error, job_id)
             values ($1, $2, $3::text::platform.import_format, $4, $5, $6, $7::text::platform.import_policy, $8)"
        ),
        &[
            &id,
            &name,
            &format.name(),
            &objects.first(),
            &signed(placed.size()),
            &wish.dry_run,
            &wish.on_error.name(),
            &job.id,
        ],
    )
    .await?;
    let mut answer = job_row(&tx, job.id).await?;
    answer["import"] = import_row(&tx, id).await?;
    tx.commit().await?;
    let place = [(header::LOCATION, format!("/api/v1/imports/{id}"))];
    Ok((StatusCode::ACCEPTED, place, Json(answer)).into_response())
}

/// How the rows are written, by the body's media type.
fn format(headers: &HeaderMap) -> Result<Format, Error> {
    let sent = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let sent = sent.to_ascii_lowercase();
    let mut parts = sent.split(';').map(str::trim);
    let format = match parts.next() {
        Some("text/csv") => Some(Format::Csv),
        Some("application/x-ndjson") => Some(Format::Ndjson),
        _ => None,
    };
    let charset = parts.find_map(|part| part.strip_prefix("charset=")).map(|name| name.trim_matches('"'));
    format.filter(|_| charset.is_none_or(|name| name == "utf-8")).ok_or_else(|| {
        Error::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "rows_expected",
            "Send text/csv with a line of column names, or application/x-ndjson; in UTF-8.",
        )
        .with_field("Content-Type")
    })
}

async fn import_row(tx: &Tx, id: Uuid) -> Result<Value, Error> {
    let row = tx
        .query_one(
            pg::sql!("select to_jsonb(i) from tenant.imports as i where tenant_id = $1 and id = $2"),
            &[&tx.scope().tenant(), &id],
        )
        .await?;
    Ok(row.get(0))
}
