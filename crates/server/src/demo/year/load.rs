//! Rows into the database: COPY into one table at a time, without its indexes, on two connections.

use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use futures::stream;
use pg::{Db, DbConfig, Scope, Tx, sql};
use tokio::sync::{mpsc, oneshot};

use super::table::Table;
use super::world::World;

/// Connections that load at the same time: as many as a small machine has cores.
const CONNECTIONS: usize = 2;
/// Chunks that may wait for a connection.
const WAITING: usize = 8;
/// A table of millions of rows and its indexes take minutes.
const LONGEST: Duration = Duration::from_secs(3600);

/// What fills one table.
#[derive(Clone, Copy)]
pub(super) struct Job {
    table: &'static str,
    rows: fn(&World, &mut Table),
}

impl Job {
    /// Rows for a table, by its full name.
    pub(super) const fn new(table: &'static str, rows: fn(&World, &mut Table)) -> Self {
        Self { table, rows }
    }
}

/// A pool for the owner whose statements may take long.
///
/// # Errors
/// Where no server answers.
pub(super) async fn connect(owner: &str) -> anyhow::Result<Db> {
    let config = DbConfig {
        pool_size: CONNECTIONS,
        statement_timeout: LONGEST,
        lock_timeout: LONGEST,
        pool_wait: LONGEST,
        idle_in_transaction_timeout: LONGEST,
        ..DbConfig::new(owner)
    };
    Db::connect(&config).await.context("connecting to the database")
}

/// A transaction as the owner: row security does not hold it, and triggers do not run, since the rows are what they would have made.
pub(super) async fn owner(db: &Db) -> anyhow::Result<Tx> {
    let tx = db.begin(&Scope::system("demo year")).await?;
    tx.batch_execute(
        "set local role none; set local session_replication_role = replica; set local synchronous_commit = off; \
         set local maintenance_work_mem = '256MB'; set local max_parallel_maintenance_workers = 0",
    )
    .await
    .context("the owner of the schema must be allowed to set session_replication_role")?;
    Ok(tx)
}

/// Fills all tables; the number of rows.
///
/// # Errors
/// What the server said; the tables that were finished before stay filled.
pub(super) async fn all(db: &Db, world: &Arc<World>, jobs: Vec<Job>) -> anyhow::Result<u64> {
    let (jobs, next) = (Arc::new(jobs), Arc::new(AtomicUsize::new(0)));
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..CONNECTIONS {
        let (db, world, jobs, next) = (db.clone(), Arc::clone(world), Arc::clone(&jobs), Arc::clone(&next));
        workers.spawn(async move {
            let mut rows = 0;
            while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                rows += fill(&db, &world, *job).await.with_context(|| format!("filling {}", job.table))?;
            }
            anyhow::Ok(rows)
        });
    }
    let mut rows = 0;
    while let Some(done) = workers.join_next().await {
        rows += done??;
    }
    Ok(rows)
}

/// Fills one table in one transaction; the number of rows.
async fn fill(db: &Db, world: &Arc<World>, job: Job) -> anyhow::Result<u64> {
    let began = Instant::now();
    let tx = owner(db).await?;
    let indexes = drop_indexes(&tx, job.table).await?;

    let (columns, first) = oneshot::channel();
    let (chunks, inbox) = mpsc::channel(WAITING);
    let rows_of = Arc::clone(world);
    let writer = tokio::task::spawn_blocking(move || {
        let mut table = Table::new(columns, chunks);
        (job.rows)(&rows_of, &mut table);
        table.flush();
    });
    let mut rows = 0;
    // No columns: the generator had no row.
    if let Ok(columns) = first.await {
        let statement = format!("copy {} ({columns}) from stdin", job.table);
        let chunks =
            stream::unfold(inbox, |mut inbox| async move { inbox.recv().await.map(|chunk| (chunk, inbox)) });
        rows = tx.copy_in(&statement, chunks).await?;
    }
    writer.await?;
    let copied = began.elapsed();
    for index in &indexes {
        tx.batch_execute(index).await?;
    }
    tx.batch_execute(&format!("analyze {}", job.table)).await?;
    tx.commit().await?;
    let (whole, copied) = (began.elapsed().as_secs_f64(), copied.as_secs_f64());
    let rate = rows as f64 / copied.max(0.001);
    writeln!(
        std::io::stderr(),
        "{:<36} {rows:>9} rows in {copied:6.1} s ({rate:>8.0}/s), {} indexes in {:6.1} s",
        job.table,
        indexes.len(),
        whole - copied
    )?;
    Ok(rows)
}

/// Drops the indexes that no constraint stands on; what makes them anew. The transaction's end decides both.
async fn drop_indexes(tx: &Tx, table: &str) -> anyhow::Result<Vec<String>> {
    let indexes = tx
        .query(
            sql!(
                "select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) from pg_index as i
             where i.indrelid = $1::text::regclass and not i.indisunique and not i.indisexclusion
               and not exists (select from pg_constraint as c where c.conindid = i.indexrelid)
             order by i.indexrelid"
            ),
            &[&table],
        )
        .await?;
    for index in &indexes {
        tx.batch_execute(&format!("drop index {}", index.get::<_, &str>(0))).await?;
    }
    // A partitioned table's own definition leaves its parts out.
    Ok(indexes.iter().map(|index| index.get::<_, &str>(1).replacen(" ON ONLY ", " ON ", 1)).collect())
}
