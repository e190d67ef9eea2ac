//! What the API serves, as the live database describes it.
//!
//! Every name that reaches SQL is an [`Ident`], and only [`Catalog::load`] makes those: text that a caller sent is
//! looked up here and never travels further.

mod load;
mod shape;
mod value;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

pub use load::LoadError;
pub use value::Kind;
pub(crate) use value::array;

/// How rows can be searched by a column: what its GIN indexes allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// `like` and `ilike`, by trigrams.
    Pattern,
    /// Full text: `fts`, `plfts`, `phfts`, `wfts`.
    Words,
    /// Arrays by what they hold: `cs`, `cd`, `ov`.
    Parts,
    /// JSON by what it holds: `cs`.
    Json,
}

/// A name of a column, as the database knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ident {
    name: String,
    quoted: String,
}

impl Ident {
    fn new(name: String) -> Self {
        let quoted = quote(&name);
        Self { name, quoted }
    }
}

/// As SQL writes it.
impl std::fmt::Display for Ident {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.quoted)
    }
}

/// A name in double quotes.
fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// What the engine does with rows; actions are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// List and get.
    Read,
    /// Insert.
    Create,
    /// Change plain columns.
    Update,
    /// Delete, softly where the table has that.
    Delete,
}

impl Verb {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Read, Self::Create, Self::Update, Self::Delete];

    /// The name in rights and in the catalog.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }
}

/// A column that callers see. Secret columns are not in the catalog at all.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Column {
    /// Its name, as SQL writes it.
    pub ident: Ident,
    /// What values it takes.
    pub kind: Kind,
    /// The type that values are cast to; for a domain the type under it.
    pub cast: String,
    /// Whether it may be empty.
    pub nullable: bool,
    /// Whether a new row may leave it out.
    pub optional: bool,
    /// Whether only an action or Cuspid itself writes it.
    pub managed: bool,
    /// Whether Cuspid itself keeps it: keys, provenance, computed values. No action writes these.
    pub upkeep: bool,
    /// What it holds: `plain`, `personal` or `phi`.
    pub content: String,
    /// How rows can be searched by it.
    pub searches: Vec<Search>,
    /// What its checks say of its values, as JSON Schema says it.
    pub shape: serde_json::Map<String, serde_json::Value>,
    /// What it means.
    pub comment: String,
}

impl Column {
    /// Its bare name.
    pub fn name(&self) -> &str {
        &self.ident.name
    }
}

/// A way from one resource to another along a foreign key.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Relation {
    /// The column that refers, without the tenant: here for to-one, there for to-many.
    pub column: String,
    /// The foreign key's name.
    pub constraint: String,
    /// Whether it leads to many rows.
    pub many: bool,
    /// Columns that are equal: here and there.
    pub pairs: Vec<(Ident, Ident)>,
    target: usize,
}

/// A table or view that the API serves.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Resource {
    /// Its name in the address.
    pub name: String,
    /// The table as SQL writes it.
    pub table: String,
    /// What it is.
    pub comment: String,
    /// What the engine offers on it.
    pub verbs: Vec<Verb>,
    /// Whether deleting marks the row instead of removing it.
    pub soft_delete: bool,
    /// Its columns, in the order of the table.
    pub columns: Vec<Column>,
    /// Where one can go from here.
    pub relations: Vec<Relation>,
    /// What else can be done with it, by name: `advance`, `process`.
    pub actions: Vec<String>,
    /// The statement that reads a whole row by its id, once it was asked for.
    pub(crate) whole: OnceLock<String>,
    id: usize,
}

impl Resource {
    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name() == name)
    }

    /// The column that names a row.
    pub fn id(&self) -> &Column {
        &self.columns[self.id]
    }

    /// The column that counts changes, where there is one.
    pub fn version(&self) -> Option<&Column> {
        self.column("version")
    }

    /// The column that marks a deleted row, where there is one.
    pub fn deleted_at(&self) -> Option<&Column> {
        self.column("deleted_at")
    }
}

/// All resources.
#[derive(Clone, Debug)]
pub struct Catalog {
    resources: Vec<Resource>,
    /// Statements, by a hash, that were found affordable for a tenant.
    affordable: Arc<Mutex<HashSet<u64>>>,
}

/// Statements remembered as affordable; beyond it all are judged anew.
const AFFORDABLE_KEPT: usize = 10_000;

impl Catalog {
    /// All resources, sorted by name.
    pub fn resources(&self) -> &[Resource] {
        &self.resources
    }

    /// The resource of this name.
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        let at = self.resources.binary_search_by(|resource| resource.name.as_str().cmp(name));
        at.ok().map(|at| &self.resources[at])
    }

    pub(crate) fn is_affordable(&self, statement: u64) -> bool {
        self.affordable().contains(&statement)
    }

    pub(crate) fn remember_affordable(&self, statement: u64) {
        let mut known = self.affordable();
        if known.len() >= AFFORDABLE_KEPT {
            known.clear();
        }
        known.insert(statement);
    }

    fn affordable(&self) -> MutexGuard<'_, HashSet<u64>> {
        self.affordable.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where a relation leads.
    pub fn target(&self, relation: &Relation) -> &Resource {
        &self.resources[relation.target]
    }

    /// The names of what a resource can embed.
    pub fn embeds(&self, resource: &Resource) -> Vec<&str> {
        let targets = resource.relations.iter().map(|relation| self.target(relation).name.as_str());
        let mut names: Vec<&str> = targets.collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
