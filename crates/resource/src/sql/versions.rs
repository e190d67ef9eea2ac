//! Former versions of a row: `tenant.row_versions` holds what it was, the table what it is.

use jiff::Timestamp;
use uuid::Uuid;

use super::Statement;
use crate::catalog::{Ident, Resource};
use crate::plan::Node;

/// The versions of a row, newest first, each with who wrote it and when it held.
pub(super) fn all(sql: &mut Statement<'_>, node: &Node<'_>, id: Uuid) {
    let resource = node.resource;
    let named = named(sql, resource, id);
    let value = sql.param(id.to_string(), "uuid");
    sql.put("select row_to_json(h)::text from (select v.version, v.valid_from, v.valid_until, v.changed_by, v.content as \"row\" from ");
    sql.put(named);
    sql.put(" union all select s0.version, s0.updated_at, null, s0.updated_by, to_jsonb(s0) from (select ");
    sql.columns("", columns(resource));
    sql.put(format_args!(" from {}) as s0 where s0.{} = {value}", resource.table, resource.id().ident));
    sql.put(format_args!(") as h order by version desc limit {}", node.limit));
    if node.offset > 0 {
        let offset = sql.param(node.offset.to_string(), "bigint");
        sql.put(format_args!(" offset {offset}"));
    }
}

/// A row as it was at a moment, in place of its table.
pub(super) fn at(sql: &mut Statement<'_>, resource: &Resource, id: Uuid, moment: Timestamp) {
    let named = named(sql, resource, id);
    let value = sql.param(id.to_string(), "uuid");
    let moment = sql.param(moment.to_string(), "timestamptz");
    sql.put("(select ");
    sql.columns("r.", columns(resource));
    sql.put(format_args!(
        " from {named} and v.valid_from <= {moment} and v.valid_until > {moment} union all select "
    ));
    sql.columns("", columns(resource));
    sql.put(format_args!(
        " from {} where {} = {value} and updated_at <= {moment})",
        resource.table,
        resource.id().ident
    ));
}

/// The kept versions `v` of a row, and each as a record `r` of the table.
fn named(sql: &mut Statement<'_>, resource: &Resource, id: Uuid) -> String {
    let (name, id) = (sql.param(&*resource.name, "text"), sql.param(id.to_string(), "uuid"));
    format!(
        "tenant.row_versions as v cross join lateral jsonb_populate_record(null::{}, v.content) as r \
         where v.resource = {name} and v.row_id = {id}",
        resource.table
    )
}

fn columns(resource: &Resource) -> impl Iterator<Item = &Ident> {
    resource.columns.iter().map(|column| &column.ident)
}
