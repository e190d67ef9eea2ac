//! Changes: `with w as (insert … returning …)`.

use super::{Statement, rows};
use crate::catalog::Resource;
use crate::plan::{Plan, Step, Values};
use crate::request::Target;

/// Everything up to the select that shows the changed rows.
pub(super) fn changed(sql: &mut Statement, plan: &Plan<'_>) {
    let resource = plan.node.resource;
    sql.push("with w as (");
    match &plan.step {
        Step::Create { values, .. } => insert(sql, resource, values),
        Step::Update { target, values } => update(sql, resource, target, values),
        Step::Delete { target } => delete(sql, resource, target),
        Step::List { .. } | Step::Get { .. } => {}
    }
    sql.push(" returning ");
    for (at, column) in resource.columns().iter().enumerate() {
        sql.push(if at > 0 { ", s0." } else { "s0." })
            .push(column.ident().sql());
    }
    sql.push(") ");
}

fn insert(sql: &mut Statement, resource: &Resource, values: &Values<'_>) {
    sql.push("insert into ").push(resource.table()).push(" as s0 ");
    if values.columns.is_empty() {
        // Rows of nothing but defaults: said of one column, it holds for all.
        if let Some(column) = resource.columns().iter().find(|column| !column.managed()) {
            sql.push("(").push(column.ident().sql()).push(") values ");
            sql.push(&vec!["(default)"; values.rows].join(", "));
        }
        return;
    }
    names(sql.push("("), values, "");
    names(sql.push(") select "), values, "v.");
    sql.push(" from ");
    recordset(sql, values);
}

fn update(sql: &mut Statement, resource: &Resource, target: &Target, values: &Values<'_>) {
    sql.push("update ").push(resource.table()).push(" as s0 set ");
    for (at, column) in values.columns.iter().enumerate() {
        let name = column.ident().sql();
        sql.push(if at > 0 { ", " } else { "" })
            .push(name)
            .push(" = v.")
            .push(name);
    }
    sql.push(" from ");
    recordset(sql, values);
    at(sql, resource, target);
}

fn delete(sql: &mut Statement, resource: &Resource, target: &Target) {
    match resource.deleted_at().filter(|_| resource.soft_delete()) {
        Some(column) => {
            sql.push("update ")
                .push(resource.table())
                .push(" as s0 set ")
                .push(column.ident().sql())
                .push(" = now()");
        }
        None => {
            sql.push("delete from ").push(resource.table()).push(" as s0");
        }
    }
    at(sql, resource, target);
}

/// The values as a table `v`, typed as the columns are.
fn recordset(sql: &mut Statement, values: &Values<'_>) {
    sql.push("json_to_recordset(")
        .param(&*values.json, "json")
        .push(") as v (");
    for (at, column) in values.columns.iter().enumerate() {
        sql.push(if at > 0 { ", " } else { "" })
            .push(column.ident().sql())
            .push(" ")
            .push(column.cast());
    }
    sql.push(")");
}

fn at(sql: &mut Statement, resource: &Resource, target: &Target) {
    rows::of_key(sql.push(" where "), resource, "s0", target.id);
    if let (Some(expected), Some(version)) = (target.version, resource.version()) {
        sql.push(" and s0.")
            .push(version.ident().sql())
            .push(" = ")
            .param(expected.to_string(), version.cast());
    }
}

fn names(sql: &mut Statement, values: &Values<'_>, prefix: &str) {
    for (at, column) in values.columns.iter().enumerate() {
        sql.push(if at > 0 { ", " } else { "" })
            .push(prefix)
            .push(column.ident().sql());
    }
}
