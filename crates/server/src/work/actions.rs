//! What people do with jobs: start, cancel, do again.

use axum::extract::State;
use axum::http::StatusCode;
use mesh::Jaw;
use pg::Tx;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::scan;
use crate::http::extract::{Json, Path};
use crate::{App, Caller, Error};

/// How to process a scan.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Process {
    /// The jaw, where somebody knows it; else the shape decides.
    #[serde(default)]
    jaw: Option<Jaw>,
}

/// Puts a scan in line to be processed, for the first time or again.
pub(super) async fn process(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Uuid>,
    body: Option<Json<Process>>,
) -> Result<(StatusCode, Json<Value>), Error> {
    caller.may("case_files", "process")?;
    let Json(process) = body.unwrap_or_default();
    let tx = app.db.begin(&caller.scope().with_action("process")).await?;
    let job = scan::start_scan(&tx, id, process.jaw).await?;
    let row = job_row(&tx, job.id).await?;
    tx.commit().await?;
    Ok((StatusCode::ACCEPTED, Json(row)))
}

/// Cancels a job: at once while it is in line, soon after while it is being done.
pub(super) async fn cancel(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, Error> {
    caller.may("jobs", "cancel")?;
    let tx = app.db.begin(&caller.scope().with_action("cancel")).await?;
    let job = job::cancel(&tx, id).await?;
    if job.status == job::JobStatus::Cancelled && job.job_type == scan::JOB_TYPE {
        scan::give_up(&tx, &job, &job::End::Cancelled).await?;
    }
    let row = job_row(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(row))
}

/// Puts a failed or cancelled job in line again.
pub(super) async fn retry(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Uuid>,
) -> Result<Json<Value>, Error> {
    caller.may("jobs", "retry")?;
    let tx = app.db.begin(&caller.scope().with_action("retry")).await?;
    let job = job::retry(&tx, id).await?;
    if let (scan::JOB_TYPE, Some(file)) = (job.job_type.as_str(), job.case_file_id) {
        scan::begin(&tx, file).await?;
    }
    let row = job_row(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(row))
}

async fn job_row(tx: &Tx, id: Uuid) -> Result<Value, Error> {
    let row = tx
        .query_one(
            pg::sql!("select to_jsonb(j) from tenant.jobs as j where tenant_id = $1 and id = $2"),
            &[&tx.scope().tenant(), &id],
        )
        .await?;
    Ok(json!({ "job": row.get::<_, Value>(0) }))
}
