//! Rows of one resource from a file, as a job: the same planning, the same statement and the same database role as a POST
//! of them, in batches, on behalf of whoever brought the file.
//!
//! Where nothing is to be kept unless every row is sound, a file of up to [`ImportLimits::rows_at_once`] rows is one
//! transaction, which ends with the job. A larger one is tried whole first, that many rows at a time, each time undone; then
//! it is written. What is written in batches is committed with the place that was reached, and with the job still in hand:
//! an attempt that was killed left whole batches, and the next one goes on behind them.

mod csv;
mod file;
mod ndjson;
mod person;
mod record;
mod request;
mod trial;

use axum::Router;
use axum::routing::post;
use futures::future::BoxFuture;
use job::{Context, Done, End, Failure, Handler, Job, Stop};
use object::{Content, Object, Store};
use pg::Tx;
use resource::Catalog;

use self::file::{File, Unreadable};
use self::person::Person;
use self::record::{Import, Tally};
use self::trial::Trial;
use super::scan::store_failed;
use crate::App;

pub(super) use record::{give_up, restart};

pub(super) const JOB_TYPE: &str = "import";

/// Batches between two notes of how far a file is that is only being tried.
const BATCHES_A_NOTE: u64 = 20;

/// Routes of this area: bodies of any size.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/api/v1/{resource}/import", post(request::import))
}

/// How much an import does at once.
#[derive(Clone, Copy, Debug)]
pub struct ImportLimits {
    /// Rows that one transaction writes or tries, at most.
    pub rows_at_once: u64,
}

impl Default for ImportLimits {
    /// 100,000 rows.
    fn default() -> Self {
        Self { rows_at_once: 100_000 }
    }
}

/// Imports files.
pub(super) struct Importing {
    pub(super) store: Store,
    pub(super) catalog: Catalog,
    pub(super) limits: ImportLimits,
}

impl Handler for Importing {
    fn run(&self, context: Context) -> BoxFuture<'_, Result<Done, Stop>> {
        Box::pin(async move {
            // Stopped anywhere it is as if it was killed there, and its statement is cancelled.
            tokio::select! {
                done = self.import(&context) => done,
                () = context.stopped() => Err(Stop::Stopped),
            }
        })
    }

    fn ended<'a>(&'a self, tx: &'a Tx, job: &'a Job, end: &'a End) -> BoxFuture<'a, Result<(), pg::Error>> {
        Box::pin(give_up(tx, job, end))
    }
}

impl Importing {
    async fn import(&self, context: &Context) -> Result<Done, Stop> {
        let import = Import::begin(context).await?;
        if import.is_tried_first()
            && let Some(done) = self.try_all(context, &import).await?
        {
            return Ok(done);
        }
        self.write(context, &import).await
    }

    /// Tries every row. `None` where all are sound and too many for one transaction, so that they are still to be written.
    async fn try_all(&self, context: &Context, import: &Import) -> Result<Option<Done>, Stop> {
        let mut file = self.open(context, import).await?;
        let mut tally = Tally::default();
        let (mut tx, mut person) = self.begin(context, import).await?;
        let (mut undone, mut is_one) = (0, true);
        let mut batches = 0_u64;
        while let Some(batch) = file.batch().await.map_err(|error| unreadable(error, &mut tally))? {
            if undone > 0 && undone + batch.read > self.limits.rows_at_once {
                tx.rollback().await?;
                (tx, person) = self.begin(context, import).await?;
                (undone, is_one) = (0, false);
            }
            undone += batch.read;
            tally.rows_read += batch.read;
            tally.refuse(self.trial(import, &person).run(&tx, batch).await?);
            context.progress("check", share(&file, import));
            batches += 1;
            if batches.is_multiple_of(BATCHES_A_NOTE) {
                import.note(context, &tally, file.bytes_read()).await?;
            }
        }
        if import.dry_run {
            tx.rollback().await?;
            let tx = context.begin().await?;
            let result = import.complete(&tx, &tally, 0).await?;
            return context.complete(tx, result).await.map(Some);
        }
        if tally.rows_refused > 0 {
            tx.rollback().await?;
            return Err(tally.refusal().into());
        }
        if is_one {
            tx.act_as(&context.scope()).await?;
            let result = import.complete(&tx, &tally, tally.rows_read).await?;
            return context.complete(tx, result).await.map(Some);
        }
        tx.rollback().await?;
        let tx = context.begin().await?;
        context.hold(&tx).await?;
        import.found_sound(&tx).await?;
        tx.commit().await?;
        Ok(None)
    }

    /// Writes the rows behind those that are settled.
    async fn write(&self, context: &Context, import: &Import) -> Result<Done, Stop> {
        let mut file = self.open(context, import).await?;
        let mut tally = import.tally();
        file.skip(import.rows_settled).await.map_err(|error| unreadable(error, &mut tally))?;
        while let Some(batch) = file.batch().await.map_err(|error| unreadable(error, &mut tally))? {
            let (mut tx, person) = self.begin(context, import).await?;
            let before = tally.rows_read;
            tally.rows_read += batch.read;
            tally.refuse(self.trial(import, &person).run(&tx, batch).await?);
            if !import.skips && tally.rows_refused > 0 {
                tx.rollback().await?;
                return Err(tally.late_refusal(before).into());
            }
            tx.act_as(&context.scope()).await?;
            context.hold(&tx).await?;
            import.settle(&tx, before, &mut tally, file.bytes_read()).await?;
            tx.commit().await?;
            context.progress("write", share(&file, import));
        }
        let tx = context.begin().await?;
        let result = import.complete(&tx, &tally, tally.rows_read).await?;
        context.complete(tx, result).await
    }

    async fn open(&self, context: &Context, import: &Import) -> Result<File<Content>, Stop> {
        let gone = || Failure::lasting("file_gone", "The file was thrown away.");
        let tx = context.begin().await?;
        let object = match import.object_id {
            Some(id) => Object::find(&tx, id).await.map_err(store_failed)?,
            None => None,
        };
        tx.commit().await?;
        let bytes = self.store.read(&object.ok_or_else(gone)?, None).await.map_err(store_failed)?;
        let resource = self.catalog.resource(&import.resource).ok_or_else(|| {
            Failure::lasting("unknown_resource", "This version does not know the resource.")
        })?;
        Ok(File::new(bytes, import.format, resource))
    }

    /// Begins a transaction as the person who asked, who must still be allowed to.
    async fn begin(&self, context: &Context, import: &Import) -> Result<(Tx, Person), Stop> {
        let mut tx = context.begin().await?;
        let person = Person::find(&tx, import.user_id, import.request_id)
            .await?
            .filter(|person| person.may(&import.resource, "create"))
            .ok_or_else(|| {
                Failure::lasting(
                    "not_allowed",
                    "Whoever asked for the import may not add these rows any more.",
                )
            })?;
        tx.act_as(person.scope()).await?;
        Ok((tx, person))
    }

    fn trial<'a>(&'a self, import: &'a Import, person: &'a Person) -> Trial<'a> {
        Trial { catalog: &self.catalog, resource: &import.resource, person }
    }
}

fn share(file: &File<Content>, import: &Import) -> f32 {
    file.bytes_read() as f32 / import.size_bytes.max(1) as f32
}

/// What ends the job where the file cannot be read on.
fn unreadable(error: Unreadable, tally: &mut Tally) -> Stop {
    match error {
        Unreadable::Store(error) => store_failed(error).into(),
        Unreadable::File(refusal) => tally.unreadable(refusal).into(),
    }
}
