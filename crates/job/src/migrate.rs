//! The queue library's own tables.

use graphile_worker::{DbExecutor, DbParams, WorkerUtils};
use graphile_worker_migrations::sql::GRAPHILE_WORKER_MIGRATIONS;
use pg::{Db, Scope};
use sha2::{Digest, Sha256};

use crate::Error;
use crate::driver::database;

/// Actions enqueue and workers take as `cuspid_app`. The library turns row security on for its tables, to keep all but
/// their owner out; its rows hold ids only, of all tenants.
const GRANTS: [&str; 3] = [
    "grant usage on schema graphile_worker to cuspid_app",
    "grant select, insert, update, delete on all tables in schema graphile_worker to cuspid_app",
    "do $$
     declare
         name text;
     begin
         for name in
             select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname = 'graphile_worker' and rowsecurity
               and not exists (select from pg_policies as p
                               where p.schemaname = pg_tables.schemaname and p.tablename = pg_tables.tablename)
         loop
             execute format('create policy queue on %s to cuspid_app using (true) with check (true)', name);
         end loop;
     end
     $$",
];

/// One migration at a time in a database; the number is arbitrary and ours.
const LOCK: i64 = 0x0063_7573_7069_6401;

/// A digest of what [`migrate`] makes: equal where the same tables and grants result.
pub fn schema_digest() -> String {
    let mut hash = Sha256::new();
    let migrations = GRAPHILE_WORKER_MIGRATIONS.iter();
    for statement in migrations.flat_map(|migration| migration.stmts).chain(&GRANTS) {
        hash.update(statement);
        hash.update([0]);
    }
    hex::encode(hash.finalize())
}

/// Brings the queue library's schema to the state that this program expects. Runs as the owner of the database, after
/// the schema's own migration. Several programs may do so at the same time.
///
/// # Errors
/// [`Error::Queue`]; [`Error::Database`] where another program's migration does not end.
pub async fn migrate(db: &Db) -> Result<(), Error> {
    // The database refuses grants on a table by two programs at once, so they take turns.
    let turn = db.begin(&Scope::system("migrating the queue")).await?;
    turn.execute(pg::sql!("select set_config('lock_timeout', '25s', true)"), &[]).await?;
    turn.execute(pg::sql!("select pg_advisory_xact_lock($1)"), &[&LOCK]).await?;
    let database = database(db, None, 1)?;
    WorkerUtils::new(database.clone(), SCHEMA)
        .migrate()
        .await
        .map_err(|error| Error::Queue(error.to_string()))?;
    for statement in GRANTS {
        database
            .execute(statement, DbParams::new())
            .await
            .map_err(|error| Error::Queue(error.to_string()))?;
    }
    Ok(turn.commit().await?)
}

/// The library's schema.
pub(crate) const SCHEMA: &str = "graphile_worker";
