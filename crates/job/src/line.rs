//! What callers do with jobs, in their own transaction: get in line, leave it, get in line again.

use pg::Tx;
use uuid::Uuid;

use crate::Error;
use crate::job::{Job, NewJob, sql_of_job};

/// The channel on which workers hear of jobs to cancel; the payload is the job's id.
pub(crate) const CANCEL_CHANNEL: &str = "cuspid_cancel";

/// Puts a job in line, for the tenant and in the transaction of `tx`: rolled back, nothing is left of it.
///
/// # Errors
/// What the database says, for example about a case that is another tenant's.
pub async fn enqueue(tx: &Tx, new: &NewJob) -> Result<Job, Error> {
    let id = tx.scope().new_id();
    let row = tx
        .query_one(
            sql_of_job!(
                "insert into tenant.jobs (id, job_type, case_id, case_file_id, priority, payload, max_attempts, run_at, \
                     deadline_at, queue_job_id, place) \
                 select $1, $2::text::platform.job_type, $3, $4, $5::text::platform.priority_level, $6, $7, \
                     coalesce($8, now()), $9, line.ticket, line.place \
                 from platform.take_place($1, $5::text::platform.priority_level, $8) as line \
                 returning"
            ),
            &[
                &id,
                &new.job_type,
                &new.case_id,
                &new.case_file_id,
                &new.priority.name(),
                &new.payload,
                &new.max_attempts,
                &new.run_at,
                &new.deadline_at,
            ],
        )
        .await?;
    Ok(Job::from_row(&row))
}

/// A job of the tenant of `tx`.
///
/// # Errors
/// [`Error::NotFound`]; what the database says.
pub async fn get(tx: &Tx, id: Uuid) -> Result<Job, Error> {
    let row = tx.query_opt(sql_of_job!("select" " from tenant.jobs where id = $1"), &[&id]).await?;
    row.as_ref().map(Job::from_row).ok_or(Error::NotFound)
}

/// Cancels a job. One in line is cancelled with this transaction; one that is being done ends as cancelled soon after,
/// and its effects never happen.
///
/// # Errors
/// [`Error::NotFound`], [`Error::State`] for a finished job; what the database says.
pub async fn cancel(tx: &Tx, id: Uuid) -> Result<Job, Error> {
    let row = tx
        .query_opt(
            sql_of_job!(
                "update tenant.jobs set cancel_requested_at = coalesce(cancel_requested_at, now()), \
                     finished_at = case status when 'pending' then now() end, \
                     status = case status when 'pending' then 'cancelled' else status end \
                 where id = $1 and status in ('pending', 'processing') \
                 returning"
            ),
            &[&id],
        )
        .await?;
    let Some(row) = row else {
        return Err(Error::State(get(tx, id).await?.status));
    };
    tx.execute(pg::sql!("select platform.tell($1, $2)"), &[&CANCEL_CHANNEL, &id.to_string()]).await?;
    Ok(Job::from_row(&row))
}

/// Puts a failed or cancelled job in line again, as if it had just come; its attempts count from zero.
///
/// # Errors
/// [`Error::NotFound`], [`Error::State`] for any other job; what the database says.
pub async fn retry(tx: &Tx, id: Uuid) -> Result<Job, Error> {
    let row = tx
        .query_opt(
            sql_of_job!(
                "update tenant.jobs set status = 'pending', attempts = 0, progress = 0, stage = null, error = null, \
                     run_at = now(), finished_at = null, cancel_requested_at = null, deadline_at = null, \
                     (queue_job_id, place) = (select ticket, place from platform.take_place(jobs.id, jobs.priority, null)) \
                 where id = $1 and status in ('failed', 'cancelled') \
                 returning"
            ),
            &[&id],
        )
        .await?;
    match row {
        Some(row) => Ok(Job::from_row(&row)),
        None => Err(Error::State(get(tx, id).await?.status)),
    }
}
