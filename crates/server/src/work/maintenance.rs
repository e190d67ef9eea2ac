//! What the installation does for itself, by the clock.

use std::fmt::Display;

use futures::future::BoxFuture;
use job::{Context, Done, Failure, Handler, NewJob, Stop};
use object::Store;
use pg::{Db, Scope};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub(super) const JOB_TYPE: &str = "maintenance";

/// A chore.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Task {
    /// Months of the trail for the next year.
    TrailMonths,
    /// Uploads that nobody continued, files of imports that ended long ago, bytes that nothing names, and answers kept for
    /// requests that may be repeated.
    Garbage,
}

impl Task {
    pub(super) const ALL: [Self; 2] = [Self::TrailMonths, Self::Garbage];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::TrailMonths => "trail_months",
            Self::Garbage => "garbage",
        }
    }

    /// When, as a crontab line's five fields, UTC.
    pub(super) const fn times(self) -> &'static str {
        match self {
            Self::TrailMonths => "10 2 * * *",
            Self::Garbage => "40 * * * *",
        }
    }

    pub(super) fn job(self) -> NewJob {
        NewJob { payload: json!({ "task": self }), priority: job::Priority::Low, ..NewJob::new(JOB_TYPE) }
    }
}

/// Does the chores.
pub(super) struct Maintenance {
    pub(super) db: Db,
    pub(super) store: Store,
}

impl Handler for Maintenance {
    fn run(&self, context: Context) -> BoxFuture<'_, Result<Done, Stop>> {
        Box::pin(async move {
            let task = context.job().payload.get("task").cloned().unwrap_or_default();
            let task: Task = serde_json::from_value(task)
                .map_err(|_| Failure::lasting("unknown_task", "This version does not know this chore."))?;
            match task {
                Task::TrailMonths => {
                    let tx = context.begin().await?;
                    tx.execute(pg::sql!("select platform.make_audit_partitions(current_date, 14)"), &[])
                        .await?;
                    context.complete(tx, json!({})).await
                }
                Task::Garbage => {
                    let result = self.collect_garbage(&context).await?;
                    context.finish(result).await
                }
            }
        })
    }
}

impl Maintenance {
    async fn collect_garbage(&self, context: &Context) -> Result<Value, Stop> {
        let tx = context.begin().await?;
        let tenants = tx.query(pg::sql!("select id from platform.tenants order by id"), &[]).await?;
        tx.commit().await?;
        let (mut uploads, mut objects, mut answers) = (0, 0, 0);
        for (done, row) in tenants.iter().enumerate() {
            if context.is_stopped() {
                return Err(Stop::Stopped);
            }
            let scope = Scope::system("garbage").for_tenant(row.get(0));
            let tx = self.db.begin(&scope).await?;
            let imported = pg::sql!(
                "update tenant.imports set object_id = null
                 where tenant_id = $1 and object_id is not null and finished_at < now() - interval '30 days'"
            );
            tx.execute(imported, &[&scope.tenant()]).await?;
            tx.commit().await?;
            let collected = self.store.collect(&self.db, &scope).await.map_err(retryable)?;
            uploads += collected.uploads;
            objects += collected.objects;
            let tx = self.db.begin(&scope).await?;
            let forgotten =
                pg::sql!("delete from tenant.idempotency_keys where created_at < now() - interval '1 day'");
            answers += tx.execute(forgotten, &[]).await?;
            tx.commit().await?;
            context.progress("collect", (done + 1) as f32 / tenants.len() as f32);
        }
        Ok(json!({ "uploads": uploads, "objects": objects, "answers": answers }))
    }
}

fn retryable(error: impl Display) -> Failure {
    Failure::retryable("object_store", error.to_string())
}
