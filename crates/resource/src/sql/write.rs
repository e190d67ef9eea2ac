//! Changes: `with w as (insert … returning …)`.

use super::{Statement, rows};
use crate::catalog::Resource;
use crate::plan::{Plan, Step, Values};
use crate::request::Target;

/// Everything up to the select that shows the changed rows.
pub(super) fn changed(sql: &mut Statement<'_>, plan: &Plan<'_>) {
    let resource = plan.node.resource;
    sql.put("with w as (");
    match &plan.step {
        Step::Create { values, .. } => insert(sql, resource, values),
        Step::Update { target, values } => update(sql, resource, target, values),
        Step::Delete { target } => delete(sql, resource, target),
        Step::Restore { target } => restore(sql, resource, target),
        Step::List { .. } | Step::Stream | Step::Get { .. } | Step::History(_) => {}
    }
    sql.put(" returning ");
    sql.columns("s0.", resource.columns.iter().map(|column| &column.ident));
    sql.put(") ");
}

pub(super) fn insert(sql: &mut Statement<'_>, resource: &Resource, values: &Values<'_>) {
    sql.put(format_args!("insert into {} as s0 (", resource.table));
    if values.columns.is_empty() {
        // Rows of nothing but defaults: said of one column, it holds for all.
        let column = resource.columns.iter().find(|column| !column.managed).unwrap_or(resource.id());
        sql.put(format_args!("{}) values {}", column.ident, vec!["(default)"; values.rows].join(", ")));
        return;
    }
    sql.columns("", values.columns.iter().map(|column| &column.ident));
    sql.put(") select ");
    sql.columns("v.", values.columns.iter().map(|column| &column.ident));
    recordset(sql, values);
}

fn update(sql: &mut Statement<'_>, resource: &Resource, target: &Target, values: &Values<'_>) {
    sql.put(format_args!("update {} as s0 set ", resource.table));
    sql.list(", ", &values.columns, |sql, column| {
        sql.put(format_args!("{0} = v.{0}", column.ident));
    });
    recordset(sql, values);
    of_target(sql, resource, target, true);
}

fn delete(sql: &mut Statement<'_>, resource: &Resource, target: &Target) {
    match resource.deleted_at().filter(|_| resource.soft_delete) {
        Some(column) => sql.put(format_args!("update {} as s0 set {} = now()", resource.table, column.ident)),
        None => sql.put(format_args!("delete from {} as s0", resource.table)),
    };
    of_target(sql, resource, target, true);
}

fn restore(sql: &mut Statement<'_>, resource: &Resource, target: &Target) {
    sql.put(format_args!("update {} as s0 set deleted_at = null", resource.table));
    of_target(sql, resource, target, false);
}

/// The values as a table `v`, typed as the columns are.
fn recordset(sql: &mut Statement<'_>, values: &Values<'_>) {
    let json = sql.param(&*values.json, "json");
    sql.put(format_args!(" from json_to_recordset({json}) as v ("));
    sql.list(", ", &values.columns, |sql, column| {
        sql.put(format_args!("{} {}", column.ident, column.cast));
    });
    sql.put(")");
}

fn of_target(sql: &mut Statement<'_>, resource: &Resource, target: &Target, alive: bool) {
    rows::of_key(sql.put(" where "), resource, "s0", target.id, alive);
    if let (Some(expected), Some(version)) = (target.version, resource.version()) {
        let expected = sql.param(expected.to_string(), &version.cast);
        sql.put(format_args!(" and s0.{} = {expected}", version.ident));
    }
}
