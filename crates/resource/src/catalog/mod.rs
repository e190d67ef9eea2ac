//! What the API serves, as the live database describes it.
//!
//! Every name that reaches SQL is an [`Ident`], and only [`Catalog::load`] makes those: text that a caller sent is
//! looked up here and never travels further.

mod load;
mod value;

pub use load::LoadError;
pub use value::Kind;

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

    /// The bare name, for people and JSON.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name as SQL writes it.
    pub fn sql(&self) -> &str {
        &self.quoted
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
pub struct Column {
    ident: Ident,
    kind: Kind,
    cast: String,
    nullable: bool,
    has_default: bool,
    managed: bool,
    upkeep: bool,
    content: String,
    comment: String,
}

impl Column {
    /// Its name.
    pub fn ident(&self) -> &Ident {
        &self.ident
    }

    /// Its bare name.
    pub fn name(&self) -> &str {
        self.ident.name()
    }

    /// What values it takes.
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// The type that values are cast to; for a domain the type under it.
    pub fn cast(&self) -> &str {
        &self.cast
    }

    /// Whether it may be empty.
    pub fn nullable(&self) -> bool {
        self.nullable
    }

    /// Whether a new row may leave it out.
    pub fn optional(&self) -> bool {
        self.nullable || self.has_default
    }

    /// Whether only an action or Cuspid itself writes it.
    pub fn managed(&self) -> bool {
        self.managed
    }

    /// Whether Cuspid itself keeps it: keys, provenance, computed values. No action writes these.
    pub fn upkeep(&self) -> bool {
        self.upkeep
    }

    /// What it holds: `plain`, `personal` or `phi`.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// What it means.
    pub fn comment(&self) -> &str {
        &self.comment
    }
}

/// A way from one resource to another along a foreign key.
#[derive(Clone, Debug)]
pub struct Relation {
    column: String,
    constraint: String,
    target: usize,
    many: bool,
    pairs: Vec<(Ident, Ident)>,
}

impl Relation {
    /// The column that refers, without the tenant: here for to-one, there for to-many.
    pub fn column(&self) -> &str {
        &self.column
    }

    /// The foreign key's name.
    pub fn constraint(&self) -> &str {
        &self.constraint
    }

    /// Whether it leads to many rows.
    pub fn many(&self) -> bool {
        self.many
    }

    /// Columns that are equal: here and there.
    pub fn pairs(&self) -> &[(Ident, Ident)] {
        &self.pairs
    }
}

/// A table or view that the API serves.
#[derive(Clone, Debug)]
pub struct Resource {
    name: String,
    table: String,
    comment: String,
    verbs: Vec<Verb>,
    soft_delete: bool,
    columns: Vec<Column>,
    id: usize,
    relations: Vec<Relation>,
    actions: Vec<String>,
}

impl Resource {
    /// Its name in the address.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The table as SQL writes it.
    pub fn table(&self) -> &str {
        &self.table
    }

    /// What it is.
    pub fn comment(&self) -> &str {
        &self.comment
    }

    /// Whether the engine offers the verb on it.
    pub fn offers(&self, verb: Verb) -> bool {
        self.verbs.contains(&verb)
    }

    /// Whether deleting marks the row instead of removing it.
    pub fn soft_delete(&self) -> bool {
        self.soft_delete
    }

    /// Its columns, in the order of the table.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

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

    /// Where one can go from here.
    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// What else can be done with it, by name: `advance`, `process`.
    pub fn actions(&self) -> &[String] {
        &self.actions
    }
}

/// All resources.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// Sorted by name.
    resources: Vec<Resource>,
}

impl Catalog {
    /// All resources, by name.
    pub fn resources(&self) -> &[Resource] {
        &self.resources
    }

    /// The resource of this name.
    pub fn resource(&self, name: &str) -> Option<&Resource> {
        let at = self
            .resources
            .binary_search_by(|resource| resource.name.as_str().cmp(name))
            .ok()?;
        self.resources.get(at)
    }

    /// Where a relation leads.
    pub fn target(&self, relation: &Relation) -> &Resource {
        &self.resources[relation.target]
    }
}
