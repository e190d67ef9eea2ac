//! Beginning and completing many small jobs at once: one transaction for those of a tenant that come at the same moment.
//!
//! Every job of a group is fenced as it is alone. One that is void, or whose row somebody holds, is left out, so that none
//! fails the others or holds them up; whoever was left out does it alone.

use std::collections::HashMap;

use pg::{Db, Row, Scope, TenantId};
use serde_json::Value;
use uuid::Uuid;

use crate::gather::Gather;
use crate::job::{Job, sql_of_job};

/// What a worker does together.
#[derive(Debug)]
pub(crate) struct Together {
    db: Db,
    taking: Gather<TenantId, (Uuid, String), Job>,
    completing: Gather<(TenantId, String), Completion, ()>,
}

/// A job that is done.
#[derive(Debug)]
struct Completion {
    id: Uuid,
    attempts: i16,
    result: Value,
    timings: Value,
}

impl Together {
    pub(crate) fn new(db: Db) -> Self {
        Self { db, taking: Gather::default(), completing: Gather::default() }
    }

    /// Marks the job of this ticket as the worker's; the job, if that was done.
    pub(crate) async fn take(&self, scope: Scope, id: Uuid, ticket: &str, worker: &str) -> Option<Job> {
        let (db, worker) = (self.db.clone(), worker.to_owned());
        self.taking
            .join(scope.tenant(), (id, ticket.to_owned()), move |tickets| {
                take(db.clone(), scope.clone(), tickets, worker.clone())
            })
            .await
    }

    /// Completes a job that `worker` has; whether that was done.
    pub(crate) async fn complete(
        &self,
        scope: Scope,
        job: &Job,
        worker: &str,
        result: Value,
        timings: Value,
    ) -> bool {
        let (db, worker) = (self.db.clone(), worker.to_owned());
        let completion = Completion { id: job.id, attempts: job.attempts, result, timings };
        self.completing
            .join((job.tenant_id, job.job_type.clone()), completion, move |completions| {
                complete(db.clone(), scope.clone(), completions, worker.clone())
            })
            .await
            .is_some()
    }
}

async fn take(db: Db, scope: Scope, tickets: Vec<(Uuid, String)>, worker: String) -> Vec<Option<Job>> {
    let (ids, tickets): (Vec<Uuid>, Vec<String>) = tickets.into_iter().unzip();
    // A taking that is lost in a crash is taken again.
    let rows = db
        .run(
            &scope,
            sql_of_job!(
                "with free as materialized ( \
                     select mine.at from unnest($1::uuid[], $2::text[]) as turn (id, ticket) \
                     cross join lateral ( \
                         select j.ctid as at from tenant.jobs as j \
                         where j.id = turn.id and j.queue_job_id = turn.ticket and j.status in ('pending', 'processing') \
                         limit 1 for update skip locked) as mine) \
                 update tenant.jobs set status = 'processing', attempts = attempts + 1, worker = $3, stage = null, \
                     progress = 0, started_at = now(), heartbeat_at = now() \
                 from free where jobs.ctid = free.at and set_config('synchronous_commit', 'off', true) = 'off' \
                 returning"
                ", queue_job_id"
            ),
            &[&ids, &tickets, &worker],
        )
        .await;
    // A failure shows again to each of them, alone.
    let mut taken: HashMap<String, Job> =
        rows.unwrap_or_default().iter().map(|row| (row.get("queue_job_id"), Job::from_row(row))).collect();
    tickets.iter().map(|ticket| taken.remove(ticket)).collect()
}

async fn complete(db: Db, scope: Scope, completions: Vec<Completion>, worker: String) -> Vec<Option<()>> {
    let ids: Vec<Uuid> = completions.iter().map(|one| one.id).collect();
    let attempts: Vec<i16> = completions.iter().map(|one| one.attempts).collect();
    let results: Vec<&Value> = completions.iter().map(|one| &one.result).collect();
    let timings: Vec<&Value> = completions.iter().map(|one| &one.timings).collect();
    let rows = db
        .run(
            &scope,
            pg::sql!(
                "with free as materialized ( \
                     select done.result, done.timings, mine.at \
                     from unnest($1::uuid[], $2::smallint[], $3::jsonb[], $4::jsonb[]) as done (id, attempts, result, timings) \
                     cross join lateral ( \
                         select j.ctid as at from tenant.jobs as j \
                         where j.id = done.id and j.status = 'processing' and j.attempts = done.attempts and j.worker = $5 \
                             and j.cancel_requested_at is null \
                         limit 1 for update skip locked) as mine) \
                 update tenant.jobs set status = 'completed', progress = 1, result = free.result, error = null, \
                     timings = free.timings, finished_at = now() \
                 from free where jobs.ctid = free.at \
                 returning id, attempts"
            ),
            &[&ids, &attempts, &results, &timings, &worker],
        )
        .await;
    // As above.
    let completed: Vec<(Uuid, i16)> =
        rows.unwrap_or_default().iter().map(|row: &Row| (row.get(0), row.get(1))).collect();
    completions.iter().map(|one| completed.contains(&(one.id, one.attempts)).then_some(())).collect()
}
