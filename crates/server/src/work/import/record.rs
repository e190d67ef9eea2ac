//! The import's row and the refusals that it keeps.

use job::{Context, End, Failure, Job, Stop};
use pg::{Tx, UserId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::file::{Format, Refusal};

/// Refusals that an import keeps; the others are counted.
const REFUSALS_KEPT: u64 = 1_000;
/// Ends a job whose file is refused whole because of some of its rows.
const ROWS_REFUSED: &str = "rows_refused";

/// What the job is told.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Payload {
    pub(super) import_id: Uuid,
    /// The request that brought the file, which the trail names with every row.
    pub(super) request_id: Uuid,
}

/// Rows so far, and refusals that are not stored yet.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Tally {
    pub(super) rows_read: u64,
    pub(super) rows_refused: u64,
    errors: Vec<Refusal>,
}

impl Tally {
    /// Counts refused rows and keeps what is wrong with the first of them.
    pub(super) fn refuse(&mut self, refused: Vec<Refusal>) {
        let room = REFUSALS_KEPT.saturating_sub(self.rows_refused);
        self.rows_refused += refused.len() as u64;
        self.errors.extend(refused.into_iter().take(room as usize));
    }

    /// Ends the job because some rows were refused and so none is kept.
    pub(super) fn refusal(&self) -> Failure {
        let message =
            format!("{} of {} rows were refused; nothing was kept.", self.rows_refused, self.rows_read);
        Failure::lasting(ROWS_REFUSED, message).with_detail(json!(self))
    }

    /// Ends the job because a row was refused that had been sound before.
    pub(super) fn late_refusal(&self, kept: u64) -> Failure {
        let message = format!(
            "What the rows are checked against changed while they were written; the first {kept} rows are kept."
        );
        Failure::lasting("rows_refused_late", message).with_detail(json!(self))
    }

    /// Ends the job because the file cannot be read on.
    pub(super) fn unreadable(&mut self, refusal: Refusal) -> Failure {
        let failure = Failure::lasting(refusal.code.clone(), refusal.message.clone());
        self.errors.push(refusal);
        failure.with_detail(json!(self))
    }
}

/// An import, as its row said it when this attempt began.
#[derive(Debug)]
pub(super) struct Import {
    id: Uuid,
    pub(super) resource: String,
    pub(super) format: Format,
    pub(super) object_id: Option<Uuid>,
    pub(super) size_bytes: u64,
    pub(super) dry_run: bool,
    /// Whether refused rows are left out, instead of the whole file.
    pub(super) skips: bool,
    pub(super) user_id: UserId,
    pub(super) request_id: Uuid,
    pub(super) rows_settled: u64,
    is_sound: bool,
    rows_refused: u64,
}

impl Import {
    /// Begins an attempt: what a former one left that is not settled is forgotten.
    pub(super) async fn begin(context: &Context) -> Result<Self, Stop> {
        let unknown =
            || Failure::lasting("unknown_payload", "This version does not know this kind of order.");
        let payload: Payload =
            serde_json::from_value(context.job().payload.clone()).map_err(|_| unknown())?;
        let tx = context.begin().await?;
        context.hold(&tx).await?;
        let row = tx
            .query_opt(
                pg::sql!(
                    "update tenant.imports
                     set status = case when checked_at is not null or on_error = 'skip' and not dry_run
                                       then 'writing' else 'checking' end::platform.import_status,
                         finished_at = null, bytes_read = 0, rows_read = rows_settled,
                         rows_refused = rows_settled - rows_written
                     where tenant_id = $1 and id = $2 and job_id = $3
                     returning resource, format::text, object_id, size_bytes, dry_run, on_error = 'skip', created_by,
                         rows_settled, checked_at is not null, rows_refused"
                ),
                &[&context.job().tenant_id, &payload.import_id, &context.job().id],
            )
            .await?
            .ok_or_else(unknown)?;
        tx.execute(
            pg::sql!(
                "delete from tenant.import_errors
                 where tenant_id = $1 and import_id = $2 and (row_number = 0 or row_number > $3)"
            ),
            &[&context.job().tenant_id, &payload.import_id, &row.get::<_, i64>(7)],
        )
        .await?;
        tx.commit().await?;
        Ok(Self {
            id: payload.import_id,
            resource: row.get(0),
            format: if row.get::<_, &str>(1) == Format::Csv.name() { Format::Csv } else { Format::Ndjson },
            object_id: row.get(2),
            size_bytes: row.get::<_, i64>(3).unsigned_abs(),
            dry_run: row.get(4),
            skips: row.get(5),
            user_id: row.get::<_, Option<UserId>>(6).ok_or_else(unknown)?,
            request_id: payload.request_id,
            rows_settled: row.get::<_, i64>(7).unsigned_abs(),
            is_sound: row.get(8),
            rows_refused: row.get::<_, i64>(9).unsigned_abs(),
        })
    }

    /// Whether every row is tried before any is kept.
    pub(super) fn is_tried_first(&self) -> bool {
        self.dry_run || !self.skips && !self.is_sound
    }

    /// What is settled already.
    pub(super) fn tally(&self) -> Tally {
        Tally { rows_read: self.rows_settled, rows_refused: self.rows_refused, errors: Vec::new() }
    }

    /// Tells how far a file is that is being tried, in a transaction of its own: the trial's is undone or ends much later.
    pub(super) async fn note(&self, context: &Context, tally: &Tally, bytes_read: u64) -> Result<(), Stop> {
        let tx = context.begin().await?;
        tx.execute(
            pg::sql!(
                "update tenant.imports set bytes_read = $3, rows_read = $4, rows_refused = $5
                 where tenant_id = $1 and id = $2"
            ),
            &[
                &tx.scope().tenant(),
                &self.id,
                &signed(bytes_read),
                &signed(tally.rows_read),
                &signed(tally.rows_refused),
            ],
        )
        .await?;
        Ok(tx.commit().await?)
    }

    /// Every row is sound; from here on they are written.
    pub(super) async fn found_sound(&self, tx: &Tx) -> Result<(), Stop> {
        tx.execute(
            pg::sql!(
                "update tenant.imports
                 set checked_at = now(), status = 'writing', bytes_read = 0, rows_read = 0, rows_refused = 0
                 where tenant_id = $1 and id = $2"
            ),
            &[&tx.scope().tenant(), &self.id],
        )
        .await?;
        Ok(())
    }

    /// Settles the rows behind the first `before` of them, in the transaction that writes them.
    pub(super) async fn settle(
        &self,
        tx: &Tx,
        before: u64,
        tally: &mut Tally,
        bytes_read: u64,
    ) -> Result<(), Stop> {
        let settled = tx
            .execute(
                pg::sql!(
                    "update tenant.imports
                     set rows_settled = $4, rows_read = $4, rows_refused = $5, rows_written = $4::bigint - $5::bigint,
                         bytes_read = $6
                     where tenant_id = $1 and id = $2 and rows_settled = $3"
                ),
                &[
                    &tx.scope().tenant(),
                    &self.id,
                    &signed(before),
                    &signed(tally.rows_read),
                    &signed(tally.rows_refused),
                    &signed(bytes_read),
                ],
            )
            .await?;
        // Another attempt has come this far: it has the job.
        if settled == 0 {
            return Err(Stop::Stopped);
        }
        keep(tx, self.id, &tally.errors).await?;
        tally.errors.clear();
        Ok(())
    }

    /// The end of the import, in the transaction that completes the job: the job's result.
    pub(super) async fn complete(&self, tx: &Tx, tally: &Tally, settled: u64) -> Result<Value, Stop> {
        let written = tally.rows_read - tally.rows_refused;
        tx.execute(
            pg::sql!(
                "update tenant.imports
                 set status = 'completed', finished_at = now(), bytes_read = size_bytes, rows_read = $3, rows_refused = $4,
                     rows_written = $5, rows_settled = $6
                 where tenant_id = $1 and id = $2"
            ),
            &[
                &tx.scope().tenant(),
                &self.id,
                &signed(tally.rows_read),
                &signed(tally.rows_refused),
                &signed(written),
                &signed(settled),
            ],
        )
        .await?;
        keep(tx, self.id, &tally.errors).await?;
        Ok(json!({
            "import_id": self.id, "rows_read": tally.rows_read, "rows_written": written,
            "rows_refused": tally.rows_refused,
        }))
    }
}

/// Ends the import of a job that ended without being completed.
pub(in crate::work) async fn give_up(tx: &Tx, job: &Job, end: &End) -> Result<(), pg::Error> {
    let (status, tally) = match end {
        End::Cancelled => ("cancelled", None),
        End::Failed(failure) => (
            if failure.code == ROWS_REFUSED { "refused" } else { "failed" },
            failure.detail.clone().and_then(|detail| serde_json::from_value::<Tally>(detail).ok()),
        ),
    };
    let row = tx
        .query_opt(
            pg::sql!(
                "update tenant.imports
                 set status = $3::text::platform.import_status, finished_at = now(), rows_read = coalesce($4, rows_read),
                     rows_refused = coalesce($5, rows_refused)
                 where tenant_id = $1 and job_id = $2
                 returning id"
            ),
            &[
                &job.tenant_id,
                &job.id,
                &status,
                &tally.as_ref().map(|tally| signed(tally.rows_read)),
                &tally.as_ref().map(|tally| signed(tally.rows_refused)),
            ],
        )
        .await?;
    if let (Some(row), Some(tally)) = (row, tally) {
        keep(tx, row.get(0), &tally.errors).await?;
    }
    Ok(())
}

/// Puts the import of a job in line again.
pub(in crate::work) async fn restart(tx: &Tx, job: &Job) -> Result<(), pg::Error> {
    tx.execute(
        pg::sql!(
            "update tenant.imports set status = 'pending', finished_at = null where tenant_id = $1 and job_id = $2"
        ),
        &[&job.tenant_id, &job.id],
    )
    .await?;
    Ok(())
}

async fn keep(tx: &Tx, import: Uuid, refused: &[Refusal]) -> Result<(), pg::Error> {
    if refused.is_empty() {
        return Ok(());
    }
    tx.execute(
        pg::sql!(
            "insert into tenant.import_errors (import_id, row_number, code, field, message)
             select $1, e.row_number, e.code, e.field, e.message
             from jsonb_to_recordset($2) as e (row_number bigint, code text, field text, message text)
             on conflict (tenant_id, import_id, row_number) do nothing"
        ),
        &[&import, &json!(refused)],
    )
    .await?;
    Ok(())
}

/// Numbers in the database are signed; a file has far fewer rows and bytes.
pub(super) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
