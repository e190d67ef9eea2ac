//! The schema, brought to what this program expects.

use sha2::{Digest, Sha256};

use tokio_postgres::Client;
use tokio_postgres::error::ErrorPosition;

use crate::error::causes;
use crate::{Db, Error};

/// One file of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// The file's name; steps are applied in the order of the slice, which is the order of the names.
    pub name: &'static str,
    /// Its statements.
    pub sql: &'static str,
}

/// What [`migrate`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MigrationReport {
    /// Steps that were there before.
    pub present: usize,
    /// Steps applied now, in order.
    pub applied: Vec<&'static str>,
}

/// Why the schema was left as it was.
#[derive(Debug, thiserror::Error)]
pub enum MigrateError {
    /// A step that the database has differs from the file of the same name.
    #[error(
        "schema step {0} was changed after it was applied; restore the file and put the change in a new step"
    )]
    Changed(String),
    /// The database has a step that this program does not know.
    #[error(
        "the database has schema step {0}, which this program lacks; use the version of Cuspid that applied it"
    )]
    Missing(String),
    /// A new step would come before one that the database has.
    #[error("schema step {name} is new but comes before {before}, which is applied; new steps come last")]
    OutOfOrder {
        /// The new step.
        name: String,
        /// The applied one it would precede.
        before: String,
    },
    /// The steps given are not in the order of their names, or a name occurs twice.
    #[error("schema steps are not in order: {0} comes too late")]
    Unsorted(String),
    /// A step's statements failed; nothing was applied.
    #[error("schema step {name}: {message}")]
    Failed {
        /// The step.
        name: String,
        /// The server's words, with the line of the file where it names a place.
        message: String,
    },
    /// The database could not be asked.
    #[error(transparent)]
    Database(#[from] Error),
}

/// The schema of this version: `schema/*.sql`, one step a file.
pub const SCHEMA: &[Step] = include!(concat!(env!("OUT_DIR"), "/schema.rs"));

/// A digest of all steps: equal where the same schema results.
pub fn digest(steps: &[Step]) -> String {
    let mut hash = Sha256::new();
    for step in steps {
        hash.update(step.name);
        hash.update([0]);
        hash.update(checksum(step));
    }
    hex::encode(hash.finalize())
}

fn checksum(step: &Step) -> String {
    hex::encode(Sha256::digest(step.sql))
}

/// One migration at a time in a database; the number is arbitrary and ours.
const LOCK: i64 = 0x0063_7573_7069_6400;

const RECORD: &str = "
    create schema if not exists platform;
    create table if not exists platform.schema_migrations (
        name text primary key,
        checksum text not null,
        cuspid_version text not null,
        applied_at timestamptz not null default now()
    );
    comment on table platform.schema_migrations is 'The steps of the schema that this database has.';
    comment on column platform.schema_migrations.name is 'File name of the step.';
    comment on column platform.schema_migrations.checksum is 'SHA-256 of the file, in hex.';
    comment on column platform.schema_migrations.cuspid_version is 'Version of Cuspid that applied it.';
    comment on column platform.schema_migrations.applied_at is 'When it was applied.';
";

/// Applies the steps that the database lacks, all in one transaction. Several programs may do so at the same
/// time: one works, the others wait and find it done.
///
/// # Errors
/// [`MigrateError`]; the database is as it was.
pub async fn migrate(db: &Db, steps: &'static [Step]) -> Result<MigrationReport, MigrateError> {
    if let Some(pair) = steps.windows(2).find(|pair| pair[0].name >= pair[1].name) {
        return Err(MigrateError::Unsorted(pair[1].name.to_owned()));
    }
    let client = db.connector().client().await?;
    let run = |sql: String| {
        let client = &client;
        async move { client.batch_execute(&sql).await.map_err(Error::from) }
    };
    // The connection is this function's own: leaving early closes it, and the transaction with it.
    run(format!("begin; set local lock_timeout = '10min'; select pg_advisory_xact_lock({LOCK})")).await?;
    let present = recorded(&client).await?;
    let new = plan(&present, steps)?;
    for step in new {
        client.batch_execute(step.sql).await.map_err(|error| MigrateError::Failed {
            name: step.name.to_owned(),
            message: explain(&error, step.sql),
        })?;
    }
    if !new.is_empty() {
        run(RECORD.to_owned()).await?;
    }
    for step in new {
        client
            .execute(
                "insert into platform.schema_migrations (name, checksum, cuspid_version) values ($1, $2, $3)",
                &[&step.name, &checksum(step), &env!("CARGO_PKG_VERSION")],
            )
            .await
            .map_err(Error::from)?;
    }
    run("commit".to_owned()).await?;
    Ok(MigrationReport { present: present.len(), applied: new.iter().map(|step| step.name).collect() })
}

/// The steps that the database has, by name, with their checksums.
async fn recorded(client: &Client) -> Result<Vec<(String, String)>, Error> {
    let known = client.query_one("select to_regclass('platform.schema_migrations') is not null", &[]).await?;
    if !known.get::<_, bool>(0) {
        return Ok(Vec::new());
    }
    let rows = client
        .query("select name, checksum from platform.schema_migrations order by name collate \"C\"", &[])
        .await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// What is left to apply: the end of `steps`, if its beginning is what the database has.
fn plan<'a>(present: &[(String, String)], steps: &'a [Step]) -> Result<&'a [Step], MigrateError> {
    for (index, (name, sum)) in present.iter().enumerate() {
        match steps.get(index) {
            Some(step) if step.name == name && checksum(step) == *sum => {}
            Some(step) if step.name == name => return Err(MigrateError::Changed(name.clone())),
            Some(step) if step.name < name.as_str() => {
                return Err(MigrateError::OutOfOrder { name: step.name.to_owned(), before: name.clone() });
            }
            _ => return Err(MigrateError::Missing(name.clone())),
        }
    }
    Ok(&steps[present.len()..])
}

/// The server's words, with the line where it names a place in the file.
fn explain(error: &tokio_postgres::Error, sql: &str) -> String {
    let Some(report) = error.as_db_error() else {
        return causes(error);
    };
    let mut text = format!("{} ({})", report.message(), report.code().code());
    if let Some(ErrorPosition::Original(position)) = report.position() {
        let before = sql.chars().take(*position as usize);
        let line = before.filter(|character| *character == '\n').count() + 1;
        text.push_str(&format!(", line {line}"));
    }
    if let Some(place) = report.where_() {
        text.push_str(&format!(", in {place}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: &[Step] = &[Step { name: "1.sql", sql: "a" }, Step { name: "2.sql", sql: "b" }];

    fn present(steps: &[Step]) -> Vec<(String, String)> {
        steps.iter().map(|step| (step.name.to_owned(), checksum(step))).collect()
    }

    #[test]
    fn only_what_comes_after_the_applied_steps_is_left() {
        let names = |present: &[(String, String)]| {
            plan(present, STEPS).map(|steps| steps.iter().map(|step| step.name).collect::<Vec<_>>())
        };
        assert_eq!(names(&[]).unwrap(), ["1.sql", "2.sql"]);
        assert_eq!(names(&present(&STEPS[..1])).unwrap(), ["2.sql"]);
        assert!(names(&present(STEPS)).unwrap().is_empty());
    }

    #[test]
    fn a_changed_step_is_refused_by_name() {
        let error = plan(&[("1.sql".into(), "another sum".into())], STEPS).unwrap_err();
        assert!(matches!(&error, MigrateError::Changed(name) if name == "1.sql"), "{error}");
    }

    #[test]
    fn a_step_that_this_program_lacks_is_refused_by_name() {
        let newer = present(&[STEPS[0], STEPS[1], Step { name: "3.sql", sql: "c" }]);
        assert!(matches!(plan(&newer, STEPS), Err(MigrateError::Missing(name)) if name == "3.sql"));
    }

    #[test]
    fn a_new_step_before_an_applied_one_is_refused_by_name() {
        let error = plan(&present(&STEPS[1..]), STEPS).unwrap_err();
        assert_eq!(
            error.to_string(),
            "schema step 1.sql is new but comes before 2.sql, which is applied; new steps come last"
        );
    }

    #[test]
    fn the_schema_is_in_order_and_not_empty() {
        assert!(!SCHEMA.is_empty());
        assert!(SCHEMA.is_sorted_by(|a, b| a.name < b.name));
    }
}
