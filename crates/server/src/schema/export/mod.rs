//! What is derived from the schema: files for machines and for people, each a pure function of what the live catalog holds.

mod data_schema;
mod dbml;
mod ddl;
mod dictionary;
mod json_schema;
mod mermaid;
pub mod model;
mod modules;
mod read;
mod typescript;

use pg::Db;
use resource::Catalog;

pub use data_schema::read as parse_data_schema;
pub use ddl::ddl;
use model::Model;

/// What can be derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum Format {
    /// The whole schema for machines; it can be made anew from this.
    DataSchema,
    /// JSON Schema 2020-12 of each resource: a row, a new one, a change.
    JsonSchema,
    /// The description of the API, OpenAPI 3.1.
    Openapi,
    /// Types for the page.
    Typescript,
    /// Entities and relations, a Mermaid diagram a module.
    Mermaid,
    /// Tables and references for diagram tools.
    Dbml,
    /// The data dictionary, to read.
    Dictionary,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::DataSchema,
        Self::JsonSchema,
        Self::Openapi,
        Self::Typescript,
        Self::Mermaid,
        Self::Dbml,
        Self::Dictionary,
    ];
}

/// A derived file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// Where it is kept, from the root of the repository.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// Why nothing is derived.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// What the database said.
    #[error(transparent)]
    Database(#[from] pg::Error),
    /// The API cannot serve what is exposed.
    #[error(transparent)]
    Catalog(#[from] resource::LoadError),
    /// The catalog answered what the model does not expect.
    #[error("the catalog's answer: {0}")]
    Shape(#[from] serde_json::Error),
    /// The schema has objects that the model has no place for.
    #[error("the schema holds what its model has no place for: {}", .0.join(", "))]
    Unknown(Vec<String>),
    /// YAML that cannot be written or read.
    #[error("YAML: {0}")]
    Yaml(String),
}

/// What everything is derived from: the schema, and what the API serves of it.
#[derive(Debug)]
pub struct Source {
    /// The schema.
    pub model: Model,
    /// What the API serves.
    pub catalog: Catalog,
}

impl Source {
    /// Reads both from a live database.
    ///
    /// # Errors
    /// [`ExportError`].
    pub async fn read(db: &Db) -> Result<Self, ExportError> {
        Ok(Self { model: Model::read(db).await?, catalog: Catalog::load(db).await? })
    }

    /// The files of a format.
    ///
    /// # Errors
    /// [`ExportError::Yaml`].
    pub fn derive(&self, format: Format) -> Result<Vec<Derived>, ExportError> {
        let one = |path: &str, text| vec![Derived { path: path.into(), text }];
        Ok(match format {
            Format::DataSchema => one("generated/dataSchema.yaml", data_schema::write(&self.model)?),
            Format::JsonSchema => one("generated/schemas.json", json_schema::write(&self.catalog)),
            Format::Openapi => {
                one("generated/openapi.json", format!("{:#}\n", crate::openapi::document(&self.catalog)))
            }
            Format::Typescript => one("web/src/lib/api/generated.ts", typescript::write(self)),
            Format::Mermaid => mermaid::write(&self.model),
            Format::Dbml => one("generated/schema.dbml", dbml::write(&self.model)),
            Format::Dictionary => one("generated/dictionary.md", dictionary::write(&self.model)),
        })
    }
}

/// A type as people write it.
fn short_type(kind: &str) -> String {
    let known = [("timestamp with time zone", "timestamptz"), ("double precision", "float8")];
    let short = known.iter().fold(kind.to_owned(), |text, (long, short)| text.replace(long, short));
    short.replace("character varying", "varchar")
}

/// Columns that most tables have and that say nothing of their own; what refers by them is not drawn.
const STANDARD: [&str; 10] = [
    "tenant_id",
    "id",
    "version",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "deleted_at",
    "deleted_by",
    "is_deleted",
];

/// The column by which a foreign key refers, besides the tenant; none where all of its columns are standard ones.
fn telling(key: &model::ForeignKey) -> Option<&str> {
    key.columns.iter().map(String::as_str).find(|column| !STANDARD.contains(column))
}
