//! Every fixed statement of the program, so that one test can let the database check them all.
//!
//! ```ignore
//! let row = tx.query_one(pg::sql!("select name from platform.tenants where id = $1"), &[&id]).await?;
//! ```
//! A statement marked so is known to [`all`] in any binary that links its crate; [`check`] has the server
//! parse each of them against the schema.

use crate::{Db, Error, Scope};

/// A fixed statement and where it stands.
#[derive(Debug)]
pub struct Marked {
    /// The statement.
    pub text: &'static str,
    /// The source file.
    pub file: &'static str,
    /// The line in it.
    pub line: u32,
}

inventory::collect!(Marked);

/// Marks a fixed statement; evaluates to its text.
#[macro_export]
macro_rules! sql {
    ($text:expr) => {{
        $crate::inventory::submit! {
            $crate::statements::Marked { text: $text, file: file!(), line: line!() }
        }
        $text
    }};
}

/// All marked statements of the crates linked into this binary.
pub fn all() -> impl Iterator<Item = &'static Marked> {
    inventory::iter::<Marked>()
}

/// Lets the server parse every marked statement; the ones it refuses, with its words.
///
/// # Errors
/// Where the database cannot be asked at all.
pub async fn check(db: &Db) -> Result<Vec<String>, Error> {
    let tx = db.begin(&Scope::system("check statements")).await?;
    let mut refused = Vec::new();
    for marked in all() {
        let savepoint = tx.savepoint().await?;
        match tx.prepare_cached(marked.text).await {
            Ok(_) => savepoint.release().await?,
            Err(error) => {
                refused.push(format!("{}:{}: {error}", marked.file, marked.line));
                savepoint.rollback().await?;
            }
        }
    }
    tx.rollback().await?;
    Ok(refused)
}
