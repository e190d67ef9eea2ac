//! The whole schema as plain values: what the live catalog holds, without what depends on the day or the installation.
//!
//! Names are `schema.name`, unquoted. Types, expressions and definitions are as PostgreSQL writes them with an empty search path. Lists are
//! in the order of names, columns in the order of the table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};
use serde_saphyr::FlowSeq;

/// Privileges by role, in the order of names.
pub type Grants = BTreeMap<String, Vec<String>>;

/// Short lists are written on one line: `[tenant_id, id]`.
fn flow<S: Serializer>(list: &Vec<String>, serializer: S) -> Result<S::Ok, S::Error> {
    FlowSeq(list).serialize(serializer)
}

fn flow_each<S: Serializer>(grants: &Grants, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(grants.iter().map(|(role, privileges)| (role, FlowSeq(privileges))))
}

/// The whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Major version of the server that wrote the definitions: others may write them differently.
    pub postgresql: u32,
    /// Roles that own something or may do something here. Their attributes belong to the cluster.
    #[serde(serialize_with = "flow")]
    pub roles: Vec<String>,
    /// Schemas.
    pub schemas: Vec<Schema>,
    /// Extensions, in the schemas where they are.
    pub extensions: Vec<Extension>,
    /// Enumerated types.
    pub enums: Vec<Enum>,
    /// Domains.
    pub domains: Vec<Domain>,
    /// Functions.
    pub functions: Vec<Function>,
    /// Tables and views. Partitions by date are made as time goes by and are not here; the default ones are.
    pub relations: Vec<Relation>,
}

/// A schema.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schema {
    /// Its name.
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Who may use it and create in it, besides its owner.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", serialize_with = "flow_each")]
    pub grants: Grants,
}

/// An extension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// Its name.
    pub name: String,
    /// Where its objects are.
    pub schema: String,
}

/// An enumerated type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enum {
    /// Its name.
    pub name: String,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Its values, in their order.
    #[serde(serialize_with = "flow")]
    pub values: Vec<String>,
}

/// A domain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Its name.
    pub name: String,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The type under it.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its default, an expression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// Whether it may be empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nullable: bool,
    /// Its checks; the columns are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<Constraint>,
    /// What must be there before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "flow")]
    pub needs: Vec<String>,
}

/// A function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Function {
    /// Its name with the types of its arguments.
    pub name: String,
    /// What it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The role that owns it, where that is not who installed the schema.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Who may call it, besides its owner; everybody unless it says otherwise.
    #[serde(default = "everybody", skip_serializing_if = "is_everybody", serialize_with = "flow")]
    pub execute: Vec<String>,
    /// The statement that makes it.
    pub definition: String,
    /// What must be there before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "flow")]
    pub needs: Vec<String>,
}

fn everybody() -> Vec<String> {
    vec!["public".into()]
}

fn is_everybody(roles: &Vec<String>) -> bool {
    *roles == everybody()
}

/// What a relation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// A table, partitioned or not.
    Table,
    /// A partition of one.
    Partition,
    /// A view.
    View,
    /// A view whose rows are stored.
    MaterializedView,
}

/// Whether rows are kept from those who may not see them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowSecurity {
    /// No.
    #[default]
    None,
    /// From all but the owner.
    Enabled,
    /// From the owner too.
    Forced,
}

impl RowSecurity {
    fn is_none(&self) -> bool {
        *self == Self::None
    }
}

/// A table or view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: RelationKind,
    /// The file of the schema that makes it, without its ending; none for what the program makes itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<String>,
    /// What its rows are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// How the API serves it, where it is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceRecord>,
    /// The role that owns it, where that is not who installed the schema.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Storage parameters and options, as `name=value`.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "flow")]
    pub options: Vec<String>,
    /// By what it is partitioned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partition_by: Option<String>,
    /// The table that it is a partition of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partition_of: Option<String>,
    /// Its columns; a partition's are its table's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Column>,
    /// Keys, checks and exclusions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<Constraint>,
    /// Foreign keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign_keys: Vec<ForeignKey>,
    /// Indexes beside those of the constraints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<Definition>,
    /// Triggers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Definition>,
    /// Whether policies hold.
    #[serde(default, skip_serializing_if = "RowSecurity::is_none")]
    pub row_security: RowSecurity,
    /// Policies of row security.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<Policy>,
    /// Privileges on the whole, besides its owner's.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", serialize_with = "flow_each")]
    pub grants: Grants,
    /// Privileges on columns: by role and privilege.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub column_grants: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// The query of a view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// What must be there before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "flow")]
    pub needs: Vec<String>,
}

impl Relation {
    /// Its name without the schema.
    pub fn bare_name(&self) -> &str {
        self.name.split_once('.').map_or(self.name.as_str(), |(_, name)| name)
    }

    /// The columns of its primary key.
    pub fn primary_key(&self) -> &[String] {
        let key = self.constraints.iter().find(|key| key.kind == ConstraintKind::PrimaryKey);
        key.map_or(&[], |key| &key.columns)
    }
}

/// How the API serves a relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResourceRecord {
    /// Its name in the address.
    pub name: String,
    /// What the engine offers; nothing where the API does not serve it.
    #[serde(serialize_with = "flow")]
    pub verbs: Vec<String>,
    /// Whether deleting marks the row.
    pub soft_delete: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether it may be empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nullable: bool,
    /// Its default, an expression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// The expression that it is computed by and stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated: Option<String>,
    /// `always` or `by default`, for an identity column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
    /// Its collation, where it is not its type's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// What it means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What it holds: plain, personal, phi or secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// What becomes of it when records are de-identified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deidentify: Option<String>,
    /// The action that alone writes it, or `system`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
}

/// What a constraint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConstraintKind {
    /// The primary key.
    PrimaryKey,
    /// Another key.
    Unique,
    /// A condition that every row meets.
    Check,
    /// What no two rows have in common.
    Exclusion,
}

/// A constraint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Constraint {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ConstraintKind,
    /// The columns it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "flow")]
    pub columns: Vec<String>,
    /// As SQL says it.
    pub definition: String,
}

/// A foreign key.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForeignKey {
    /// Its name.
    pub name: String,
    /// The columns that refer.
    #[serde(serialize_with = "flow")]
    pub columns: Vec<String>,
    /// The table that they refer to.
    pub references: String,
    /// The columns there.
    #[serde(serialize_with = "flow")]
    pub referenced_columns: Vec<String>,
    /// What becomes of the row when the other is deleted.
    pub on_delete: String,
    /// What becomes of it when the key of the other changes, where that is possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_update: Option<String>,
    /// When it is checked, if not at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deferrable: Option<String>,
}

/// An index or trigger: a name and the statement that makes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// Its name.
    pub name: String,
    /// The statement.
    pub definition: String,
}

/// A policy of row security.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// `all`, `select`, `insert`, `update` or `delete`.
    pub command: String,
    /// For whom it holds.
    #[serde(serialize_with = "flow")]
    pub roles: Vec<String>,
    /// Whether it only narrows what others allow.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restrictive: bool,
    /// Which rows are seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub using: Option<String>,
    /// Which rows may be written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
}
