//! The queue library's own tables.

use graphile_worker::{DbExecutor, DbParams, WorkerUtils};
use pg::Db;

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

/// Brings the queue library's schema to the state that this program expects. Runs as the owner of the database, after
/// the schema's own migration.
///
/// # Errors
/// [`Error::Queue`].
pub async fn migrate(db: &Db) -> Result<(), Error> {
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
    Ok(())
}

/// The library's schema.
pub(crate) const SCHEMA: &str = "graphile_worker";
