//! The schema, brought to what this program expects.

use sha2::{Digest, Sha256};

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

/// Applies the steps that the database lacks, all in one transaction. Several programs may do so at the same
/// time: one works, the others wait and find it done.
///
/// # Errors
/// [`MigrateError`]; the database is as it was.
pub async fn migrate(_db: &Db, _steps: &[Step]) -> Result<MigrationReport, MigrateError> {
    Err(MigrateError::Database(Error::Unavailable("not migrated".into())))
}
