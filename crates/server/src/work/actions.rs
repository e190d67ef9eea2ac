//! What people do with jobs: start, cancel, do again.

use axum::extract::State;
use axum::http::StatusCode;
use mesh::Jaw;
use pg::Tx;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{import, scan};
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
    let tx = app.db.begin(&caller.scope().with_action("cancel")).await?;
    may(&tx, &caller, id, "cancel").await?;
    let job = job::cancel(&tx, id).await?;
    if job.status == job::JobStatus::Cancelled {
        match job.job_type.as_str() {
            scan::JOB_TYPE => scan::give_up(&tx, &job, &job::End::Cancelled).await?,
            import::JOB_TYPE => import::give_up(&tx, &job, &job::End::Cancelled).await?,
            _ => {}
        }
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
    let tx = app.db.begin(&caller.scope().with_action("retry")).await?;
    may(&tx, &caller, id, "retry").await?;
    let job = job::retry(&tx, id).await?;
    match (job.job_type.as_str(), job.case_file_id) {
        (scan::JOB_TYPE, Some(file)) => drop(scan::begin(&tx, file).await?),
        (import::JOB_TYPE, _) => import::restart(&tx, &job).await?,
        _ => {}
    }
    let row = job_row(&tx, id).await?;
    tx.commit().await?;
    Ok(Json(row))
}

/// Makes sure that the caller may do this to the job: by right, or because it is an import of their own.
async fn may(tx: &Tx, caller: &Caller, id: Uuid, verb: &str) -> Result<(), Error> {
    let Err(refused) = caller.may("jobs", verb) else {
        return Ok(());
    };
    let own = tx
        .query_opt(
            pg::sql!("select from tenant.imports where tenant_id = $1 and job_id = $2 and created_by = $3"),
            &[&tx.scope().tenant(), &id, &caller.user_id],
        )
        .await?;
    own.map(drop).ok_or(refused)
}

/// The row of a job, as an answer shows it.
pub(super) async fn job_row(tx: &Tx, id: Uuid) -> Result<Value, Error> {
    let row = tx
        .query_one(
            pg::sql!("select to_jsonb(j) from tenant.jobs as j where tenant_id = $1 and id = $2"),
            &[&tx.scope().tenant(), &id],
        )
        .await?;
    Ok(json!({ "job": row.get::<_, Value>(0) }))
}
