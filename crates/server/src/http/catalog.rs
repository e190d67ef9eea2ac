//! What there is, for pages that show any resource: names, meanings, kinds of values, ways, and what the caller may do.

use std::collections::HashMap;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use resource::catalog::{Column, Kind, Resource, Search, Verb};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{App, Caller, Error};

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new().route("/api/v1/catalog", get(catalog))
}

/// A resource, as the caller may use it.
#[derive(Serialize, JsonSchema)]
pub struct ResourceEntry {
    /// Its name in the address.
    name: String,
    /// The module that it belongs to.
    module: String,
    /// What it is.
    comment: String,
    /// What the caller may do with rows: read, create, update, delete.
    verbs: Vec<&'static str>,
    /// What else the caller may do with a row, by name.
    actions: Vec<String>,
    /// Whether former versions are kept and deleted rows come back.
    keeps_versions: bool,
    /// Its columns, in the order of the table.
    columns: Vec<ColumnEntry>,
    /// Where one can go from here.
    relations: Vec<RelationEntry>,
}

/// A column.
#[derive(Serialize, JsonSchema)]
struct ColumnEntry {
    name: String,
    /// What it means.
    comment: String,
    /// uuid, boolean, integer, number, text, date, timestamp, json, inet, enum, array or other.
    kind: &'static str,
    /// The values of an enum, or of the items of an array of one.
    values: Vec<String>,
    nullable: bool,
    /// Whether a new row must give it.
    required: bool,
    /// Whether only an action or Cuspid itself writes it.
    managed: bool,
    /// plain, personal or phi.
    content: String,
    /// Operators that search it by an index, beyond comparisons: pattern, words, parts, json.
    searches: Vec<&'static str>,
}

/// A way to other rows along a foreign key.
#[derive(Serialize, JsonSchema)]
struct RelationEntry {
    /// The other resource.
    resource: String,
    /// The column that refers: here, or there where there are many.
    column: String,
    /// Whether it leads to many rows.
    many: bool,
}

async fn catalog(State(app): State<App>, caller: Caller) -> Result<Json<Vec<ResourceEntry>>, Error> {
    let tx = app.db.begin(&caller.scope()).await?;
    let modules = pg::sql!(
        "select r.resource, min(p.module) from platform.permission_rights as r
         join platform.permissions as p on p.name = r.permission where r.verb = 'read' group by r.resource"
    );
    let modules: HashMap<String, String> =
        tx.query(modules, &[]).await?.iter().map(|row| (row.get(0), row.get(1))).collect();
    let may = |resource: &str, verb: &str| caller.session().may(resource, verb);
    let seen = app.catalog.resources().iter().filter(|resource| may(&resource.name, "read"));
    Ok(Json(seen.map(|resource| entry(&app, resource, &modules, &may)).collect()))
}

fn entry(
    app: &App,
    resource: &Resource,
    modules: &HashMap<String, String>,
    may: &impl Fn(&str, &str) -> bool,
) -> ResourceEntry {
    let name = &resource.name;
    let offered = resource.verbs.iter().map(|verb| Verb::name(*verb));
    let ways = resource.relations.iter().map(|way| (app.catalog.target(way), way));
    ResourceEntry {
        name: name.clone(),
        module: modules.get(name).cloned().unwrap_or_default(),
        comment: resource.comment.clone(),
        verbs: offered.filter(|verb| may(name, verb)).collect(),
        actions: resource.actions.iter().filter(|action| may(name, action)).cloned().collect(),
        keeps_versions: resource.deleted_at().is_some(),
        columns: resource.columns.iter().map(column).collect(),
        relations: ways
            .filter(|(target, _)| may(&target.name, "read"))
            .map(|(target, way)| RelationEntry {
                resource: target.name.clone(),
                column: way.column.clone(),
                many: way.many,
            })
            .collect(),
    }
}

fn column(column: &Column) -> ColumnEntry {
    let (kind, values) = kind(&column.kind);
    ColumnEntry {
        name: column.name().to_owned(),
        comment: column.comment.clone(),
        kind,
        values,
        nullable: column.nullable,
        required: !column.optional && !column.managed,
        managed: column.managed,
        content: column.content.clone(),
        searches: column
            .searches
            .iter()
            .map(|search| match search {
                Search::Pattern => "pattern",
                Search::Words => "words",
                Search::Parts => "parts",
                Search::Json => "json",
            })
            .collect(),
    }
}

fn kind(kind: &Kind) -> (&'static str, Vec<String>) {
    match kind {
        Kind::Uuid => ("uuid", Vec::new()),
        Kind::Bool => ("boolean", Vec::new()),
        Kind::Int(_) => ("integer", Vec::new()),
        Kind::Float(_) | Kind::Numeric => ("number", Vec::new()),
        Kind::Text => ("text", Vec::new()),
        Kind::Date => ("date", Vec::new()),
        Kind::Timestamp => ("timestamp", Vec::new()),
        Kind::Json => ("json", Vec::new()),
        Kind::Inet => ("inet", Vec::new()),
        Kind::Enum(labels) => ("enum", labels.clone()),
        Kind::Array(item) => ("array", self::kind(item).1),
        Kind::Other => ("other", Vec::new()),
    }
}
