//! How an upload becomes a file: in one transaction with everything that follows from it, or not at all.

use mesh::Jaw;
use object::{Checksum, NewUpload, Placed, Upload, Whole};
use pg::{Scope, Tx};
use serde::Serialize;
use serde_json::Value;
use tracing::Instrument;
use uuid::Uuid;

use super::kind::{HEAD, Kind};
use crate::{App, Error, work};

/// The action's name in the trail.
const ACTION: &str = "upload";
/// How often the transaction is tried while others are in its way.
const TRIES: usize = 4;

/// What an upload became.
#[derive(Debug, Serialize)]
pub(super) struct Arrived {
    /// The file's row.
    pub(super) file: Value,
    /// The row of its latest job, for a scan.
    pub(super) job: Option<Value>,
    #[serde(skip)]
    pub(super) file_id: Uuid,
    #[serde(skip)]
    pub(super) job_id: Option<Uuid>,
    /// Whether the case had this file before.
    #[serde(skip)]
    pub(super) was_known: bool,
}

/// Promises an upload its place: the case must be there for this tenant.
pub(super) async fn open(app: &App, scope: &Scope, new: &NewUpload) -> Result<Upload, Error> {
    let _turn = app.store.turn().await;
    let tx = app.db.begin(&scope.clone().with_action(ACTION)).await?;
    require_case(&tx, new.case_id).await?;
    let upload = app.store.open_upload(&tx, new).await?;
    tx.commit().await?;
    Ok(upload)
}

/// Runs what must not stop half-way when the caller goes away: dropping the answer does not drop the work.
pub(super) async fn detached<T: Send + 'static>(
    work: impl Future<Output = Result<T, Error>> + Send + 'static,
) -> Result<T, Error> {
    tokio::spawn(work.in_current_span())
        .await
        .map_err(|error| Error::internal(format!("an upload's task ended: {error}")))?
}

/// Makes the upload a file of its case. Where the case has a file of this name and content, that one is the answer.
pub(super) async fn finish(app: &App, scope: &Scope, whole: Box<Whole>) -> Result<Arrived, Error> {
    let kind = Kind::of(&whole.head(HEAD).await?, whole.upload().length);
    let placed = app.store.place(scope, &whole).await?;
    let mut tries = 1..TRIES;
    let arrived = loop {
        match settle(app, scope, &whole, kind, placed).await {
            // All bytes are here: another one in the way is no reason to have them sent again.
            Err(error) if is_collision(&error) && tries.next().is_some() => {}
            settled => break settled?,
        }
    };
    if let Err(error) = whole.discard() {
        tracing::warn!(%error, "the bytes of a finished upload stay in the spool until they are collected");
    }
    Ok(arrived)
}

fn is_collision(error: &Error) -> bool {
    matches!(error.code(), "collision" | "locked")
}

/// The one transaction.
async fn settle(
    app: &App,
    scope: &Scope,
    whole: &Whole,
    kind: Kind,
    placed: Placed,
) -> Result<Arrived, Error> {
    let upload = whole.upload();
    let _turn = app.store.turn().await;
    let tx = app.db.begin(&scope.clone().with_action(ACTION)).await?;
    require_case(&tx, upload.case_id).await?;
    let object_id = app.store.finish(&tx, whole, placed).await?;
    let known = known_file(&tx, upload, whole.checksum()).await?;
    let was_known = known.is_some();
    let (file_id, job_id) = match known {
        Some(file_id) => (file_id, latest_job(&tx, file_id).await?),
        None => {
            let file_id = add_file(&tx, upload, kind, whole.checksum(), object_id).await?;
            let job_id = match kind.is_scan() {
                true => Some(work::start_scan(&tx, file_id, jaw_of(upload)).await?.id),
                false => None,
            };
            (file_id, job_id)
        }
    };
    app.store.close_upload(&tx, whole, file_id).await?;
    let file = row(
        &tx,
        pg::sql!("select to_jsonb(f) from tenant.case_files as f where tenant_id = $1 and id = $2"),
        file_id,
    )
    .await?;
    let job = match job_id {
        Some(id) => Some(
            row(
                &tx,
                pg::sql!("select to_jsonb(j) from tenant.jobs as j where tenant_id = $1 and id = $2"),
                id,
            )
            .await?,
        ),
        None => None,
    };
    tx.commit().await?;
    app.metrics.uploaded(whole.upload().length);
    Ok(Arrived { file, job, file_id, job_id, was_known })
}

/// Gives an upload up that failed; what fails here is left to the collection of garbage.
pub(super) async fn give_up(app: &App, scope: &Scope, id: Uuid) {
    match app.store.abandon(&app.db, scope, id).await {
        Ok(()) | Err(object::Error::Gone) => {}
        Err(error) => tracing::warn!(%error, "an upload that failed stays until it expires"),
    }
}

/// The jaw that a sender named.
pub(super) fn jaw_named(name: Option<&str>) -> Result<Option<Jaw>, Error> {
    match name {
        None => Ok(None),
        Some("upper") => Ok(Some(Jaw::Upper)),
        Some("lower") => Ok(Some(Jaw::Lower)),
        Some(_) => Err(Error::bad_request("invalid_jaw", "jaw", "The jaw is upper or lower.")),
    }
}

/// The jaw that the sender of an upload named.
fn jaw_of(upload: &Upload) -> Option<Jaw> {
    let name = upload.metadata.get("jaw").and_then(Value::as_str);
    jaw_named(name).ok().flatten()
}

/// The case must be alive; it stays so until the end of the transaction, and two uploads to it finish one by one.
async fn require_case(tx: &Tx, case_id: Uuid) -> Result<(), Error> {
    tx.query_opt(
        pg::sql!(
            "select from tenant.cases where tenant_id = $1 and id = $2 and not is_deleted for no key update"
        ),
        &[&tx.scope().tenant(), &case_id],
    )
    .await?
    .map(drop)
    .ok_or_else(Error::not_found)
}

async fn known_file(tx: &Tx, upload: &Upload, checksum: Checksum) -> Result<Option<Uuid>, Error> {
    let row = tx
        .query_opt(
            pg::sql!(
                "select id from tenant.case_files
                 where tenant_id = $1 and case_id = $2 and name = $3 and checksum = $4
                   and derived_from_id is null and not is_deleted
                 order by uploaded_at limit 1"
            ),
            &[&tx.scope().tenant(), &upload.case_id, &upload.name, &checksum.to_string()],
        )
        .await?;
    Ok(row.map(|row| row.get(0)))
}

async fn latest_job(tx: &Tx, file_id: Uuid) -> Result<Option<Uuid>, Error> {
    let row = tx
        .query_opt(
            pg::sql!(
                "select id from tenant.jobs where tenant_id = $1 and case_file_id = $2
                 order by created_at desc, id desc limit 1"
            ),
            &[&tx.scope().tenant(), &file_id],
        )
        .await?;
    Ok(row.map(|row| row.get(0)))
}

async fn add_file(
    tx: &Tx,
    upload: &Upload,
    kind: Kind,
    checksum: Checksum,
    object_id: Uuid,
) -> Result<Uuid, Error> {
    let media_type = kind.media_type.or(upload.media_type.as_deref()).unwrap_or("application/octet-stream");
    let size = i64::try_from(upload.length).map_err(|_| Error::too_large(upload.length))?;
    let row = tx
        .query_one(
            pg::sql!(
                "insert into tenant.case_files
                    (case_id, name, file_type, format, media_type, size_bytes, checksum, object_id, jaw, uploaded_by)
                 values ($1, $2, $3::text::platform.file_type, $4, $5, $6, $7, $8, $9::text::platform.jaw, $10)
                 returning id"
            ),
            &[
                &upload.case_id,
                &upload.name,
                &kind.file_type,
                &kind.format,
                &media_type,
                &size,
                &checksum.to_string(),
                &object_id,
                &upload.metadata.get("jaw").and_then(Value::as_str),
                &tx.scope().user_id(),
            ],
        )
        .await?;
    Ok(row.get(0))
}

async fn row(tx: &Tx, sql: &'static str, id: Uuid) -> Result<Value, Error> {
    Ok(tx.query_one(sql, &[&tx.scope().tenant(), &id]).await?.get(0))
}
