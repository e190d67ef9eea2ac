//! The scan line as a job: from a scan that was uploaded to numbered teeth.
//!
//! A case whose first scan is started goes from received to processing; when all its scans are processed it goes to
//! designing. Any other state is a person's choice and stays.

mod results;

use std::ops::ControlFlow;

use bytes::Bytes;
use futures::future::BoxFuture;
use job::{Context, Done, End, Failure, Handler, Job, NewJob, Stop};
use mesh::Jaw;
use mesh::pipeline::{self, Options, Outcome, Progress, Refusal, Stage};
use object::{Object, Store};
use pg::Tx;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Error;

pub(super) const JOB_TYPE: &str = "scan_processing";

/// A scan is worked on in memory, so there is an end to its size: eight million triangles in binary STL.
const MOST_BYTES: u64 = 400 << 20;
/// Share of the work that is done when the files are made and remain to be stored.
const COMPUTED: f32 = 0.92;

/// What the job is told.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Payload {
    /// The jaw, where somebody named it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    jaw: Option<Jaw>,
}

/// Puts a scan in line to be processed, in the transaction of `tx`: its file is `processing` from then on.
///
/// # Errors
/// 404 for a file that is not there, 409 for one that is no scan (`not_a_scan`) or is being processed
/// (`already_processing`).
pub async fn start_scan(tx: &Tx, case_file_id: Uuid, jaw: Option<Jaw>) -> Result<Job, Error> {
    let (case_id, priority) = begin(tx, case_file_id).await?;
    let new = NewJob {
        case_id: Some(case_id),
        case_file_id: Some(case_file_id),
        priority,
        payload: json!(Payload { jaw }),
        ..NewJob::new(JOB_TYPE)
    };
    Ok(job::enqueue(tx, &new).await?)
}

/// Marks a scan as being processed; its case and the case's priority.
pub(super) async fn begin(tx: &Tx, case_file_id: Uuid) -> Result<(Uuid, job::Priority), Error> {
    let tenant = tx.scope().tenant();
    let begun = tx
        .query_opt(
            pg::sql!(
                "update tenant.case_files as f set status = 'processing'
                 from tenant.cases as c
                 where f.tenant_id = $1 and f.id = $2 and not f.is_deleted
                   and f.file_type = 'intraoral_scan' and f.derived_from_id is null and f.status <> 'processing'
                   and c.tenant_id = f.tenant_id and c.id = f.case_id and not c.is_deleted
                 returning c.id, c.priority::text"
            ),
            &[&tenant, &case_file_id],
        )
        .await?;
    let Some(row) = begun else {
        return Err(why_not(tx, case_file_id).await?);
    };
    let case_id: Uuid = row.get(0);
    tx.execute(
        pg::sql!(
            "update tenant.cases set status = 'processing' where tenant_id = $1 and id = $2 and status = 'received'"
        ),
        &[&tenant, &case_id],
    )
    .await?;
    Ok((case_id, job::Priority::named(row.get(1)).unwrap_or_default()))
}

async fn why_not(tx: &Tx, case_file_id: Uuid) -> Result<Error, Error> {
    let row = tx
        .query_opt(
            pg::sql!(
                "select f.status = 'processing'
                 from tenant.case_files as f
                 join tenant.cases as c on c.tenant_id = f.tenant_id and c.id = f.case_id and not c.is_deleted
                 where f.tenant_id = $1 and f.id = $2 and not f.is_deleted"
            ),
            &[&tx.scope().tenant(), &case_file_id],
        )
        .await?;
    Ok(match row.map(|row| row.get(0)) {
        None => Error::not_found(),
        Some(true) => Error::conflict("already_processing", "The scan is being processed."),
        Some(false) => Error::conflict("not_a_scan", "The file is not a scan as it came in."),
    })
}

/// Takes the mark off a scan whose job ended without result.
pub(super) async fn give_up(tx: &Tx, job: &Job, end: &End) -> Result<(), pg::Error> {
    let (status, report) = match end {
        End::Cancelled => ("uploaded", None),
        End::Failed(failure) => ("failed", failure.detail.clone()),
    };
    tx.execute(
        pg::sql!(
            "update tenant.case_files
             set status = $3::text::platform.file_status,
                 processed_at = case when $3 = 'failed' then now() else processed_at end,
                 report = coalesce($4, report),
                 quality_score = coalesce(($4::jsonb #>> '{quality,score}')::smallint, quality_score),
                 quality_verdict = coalesce(($4::jsonb #>> '{quality,verdict}')::platform.quality_verdict, quality_verdict)
             where tenant_id = $1 and id = $2 and status = 'processing'"
        ),
        &[&job.tenant_id, &job.case_file_id, &status, &report],
    )
    .await?;
    Ok(())
}

/// Processes scans.
pub(super) struct ScanProcessing {
    pub(super) store: Store,
}

impl Handler for ScanProcessing {
    fn run(&self, context: Context) -> BoxFuture<'_, Result<Done, Stop>> {
        Box::pin(async move {
            let payload: Payload = serde_json::from_value(context.job().payload.clone()).map_err(|_| {
                Failure::lasting("unknown_payload", "This version does not know this kind of order.")
            })?;
            context.progress(stage_name(Stage::Read), 0.0);
            let scan = results::ScanFile::find(&context).await?;
            let bytes = self.read(&context, scan.object_id).await?;
            let outcome = compute(&context, bytes, payload.jaw).await?;
            context.progress("store", COMPUTED);
            let made = self.place(&context, &scan, outcome).await?;
            let tx = context.begin().await?;
            let result = made.record(&tx, &self.store, &context).await?;
            context.complete(tx, result).await
        })
    }

    fn ended<'a>(&'a self, tx: &'a Tx, job: &'a Job, end: &'a End) -> BoxFuture<'a, Result<(), pg::Error>> {
        Box::pin(give_up(tx, job, end))
    }
}

impl ScanProcessing {
    async fn read(&self, context: &Context, object_id: Uuid) -> Result<Bytes, Stop> {
        let tx = context.begin().await?;
        let object = Object::find(&tx, object_id).await.map_err(store_failed)?;
        tx.commit().await?;
        let object =
            object.ok_or_else(|| Failure::lasting("file_gone", "The bytes of the scan are gone."))?;
        if object.size > MOST_BYTES {
            let message = format!("The scan has {} bytes; {MOST_BYTES} are the most.", object.size);
            return Err(Failure::lasting("scan_too_large", message).into());
        }
        Ok(self.store.read_whole(&object, MOST_BYTES).await.map_err(store_failed)?)
    }

    /// Stores the files that were made. Until they have rows they are garbage, should the worker die.
    async fn place(
        &self,
        context: &Context,
        scan: &results::ScanFile,
        outcome: Outcome,
    ) -> Result<results::Made, Stop> {
        let tenant = context.job().tenant_id;
        let mut made = results::Made::new(scan, outcome)
            .map_err(|error| Failure::lasting("unwritable_result", error.to_string()))?;
        let count = made.files.len() as f32;
        for file in &made.files {
            if context.is_stopped() {
                return Err(Stop::Stopped);
            }
            let bytes = file.bytes.clone();
            made.placed.push(self.store.put_bytes(tenant, bytes).await.map_err(store_failed)?);
            context.progress("store", COMPUTED + (1.0 - COMPUTED) * made.placed.len() as f32 / count);
        }
        Ok(made)
    }
}

pub(super) fn store_failed(error: object::Error) -> Failure {
    match error {
        object::Error::QuotaExceeded { .. } => Failure::lasting("quota_exceeded", error.to_string()),
        other => Failure::retryable("object_store", other.to_string()),
    }
}

/// Runs the pure part on a thread of its own, which hears of it when the job must stop.
async fn compute(context: &Context, bytes: Bytes, jaw: Option<Jaw>) -> Result<Outcome, Stop> {
    let options = Options { jaw, stl: true, obj: true, ..Options::default() };
    let ear = context.clone();
    let computed = tokio::task::spawn_blocking(move || {
        pipeline::run(&bytes, &options, &mut |progress: Progress| {
            ear.progress(stage_name(progress.stage), progress.fraction * COMPUTED);
            if ear.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
    })
    .await;
    match computed {
        Ok(Ok(outcome)) => Ok(outcome),
        Ok(Err(refusal)) if refusal.code == pipeline::CANCELLED => Err(Stop::Stopped),
        Ok(Err(refusal)) => Err(refused(refusal).into()),
        Err(_) => Err(Failure::lasting("defect", "The scan met a defect of the program.").into()),
    }
}

fn refused(refusal: Refusal) -> Failure {
    let report: Value = json!({
        "quality": refusal.quality,
        "refusal": {"code": refusal.code, "message": refusal.message, "stage": refusal.stage},
    });
    Failure::lasting(refusal.code, refusal.message).with_detail(report)
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Read => "read",
        Stage::Weld => "weld",
        Stage::Check => "check",
        Stage::Orient => "orient",
        Stage::Segment => "segment",
        Stage::Convert => "convert",
    }
}
