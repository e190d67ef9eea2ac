//! Rows of a node: `(select columns from table where … order by … limit …) as t0`, and the JSON of each.
//!
//! The inner select finds the page, the outer one builds JSON, so that nothing is built for rows that a sort or limit
//! drops. Aliases: `s0` the table, `t0` its rows on the page, `j0` what is shown of one; numbers grow with depth.

use uuid::Uuid;

use super::Statement;
use crate::catalog::{Ident, Relation, Resource};
use crate::plan::{Condition, Field, Key, Node};
use crate::request::{Comparison, Is, Logic, Nulls};

/// Which rows, beyond the node's own conditions.
pub(super) enum Which<'a> {
    /// The row of this id.
    Key(Uuid),
    /// A page, behind these values of the order's keys; with one row more than asked for, which tells whether there
    /// is a next page.
    Page(Option<&'a [Option<String>]>),
    /// Those that a row of the level above leads to.
    Related(&'a Relation),
}

/// The rows of a node under the alias `t{level}`.
pub(super) fn source(sql: &mut Statement, node: &Node<'_>, level: usize, which: &Which<'_>) {
    let table = format!("s{level}");
    sql.push("(select ");
    for (at, column) in needed(node).into_iter().enumerate() {
        sql.push(if at > 0 { ", " } else { "" })
            .push(&table)
            .push(".")
            .push(column.sql());
    }
    sql.push(" from ")
        .push(node.resource.table())
        .push(" as ")
        .push(&table)
        .push(" where ");
    match which {
        Which::Key(id) => {
            of_key(sql, node.resource, &table, *id);
        }
        Which::Page(after) => {
            conditions(sql, node, &table, level);
            if let Some(values) = after {
                sql.push(" and ");
                behind(sql, &node.order, values, &table);
            }
            order(sql, node, &table);
            // The planner chooses by the limit, so it stands in the text; it is a number of ours.
            sql.push(&format!(" limit {}", node.limit + 1));
        }
        Which::Related(relation) => {
            joined(sql, relation, &table, &format!("t{}", level - 1));
            sql.push(" and ");
            conditions(sql, node, &table, level);
            if relation.many() {
                order(sql, node, &table);
                sql.push(&format!(" limit {}", node.limit));
            }
        }
    }
    if node.offset > 0 && !matches!(which, Which::Key(_)) {
        sql.push(" offset ").param(node.offset.to_string(), "bigint");
    }
    sql.push(&format!(") as t{level}"));
}

/// All rows that fit the node's conditions.
pub(super) fn all(sql: &mut Statement, node: &Node<'_>) {
    sql.push(node.resource.table()).push(" as s0 where ");
    conditions(sql, node, "s0", 0);
}

/// What is shown of each row of `t{level}`, as the record `j{level}`.
pub(super) fn lateral(sql: &mut Statement, node: &Node<'_>, level: usize) {
    sql.push(" cross join lateral (select");
    let mut first = true;
    for field in &node.fields {
        let key = match field {
            Field::Embed { shown: false, .. } => continue,
            Field::Column { key, .. } | Field::Embed { key, .. } => key,
        };
        sql.push(if first { " " } else { ", " });
        first = false;
        match field {
            Field::Column { column, .. } => {
                sql.push(&format!("t{level}.")).push(column.ident().sql());
                if key == column.name() {
                    continue;
                }
            }
            Field::Embed { relation, node, .. } => embedded(sql, relation, node, level + 1),
        }
        // A name of the catalog or an `Alias`: word characters only.
        sql.push(" as \"").push(key).push("\"");
    }
    sql.push(&format!(") as j{level}"));
}

fn embedded(sql: &mut Statement, relation: &Relation, node: &Node<'_>, level: usize) {
    if relation.many() {
        sql.push(&format!("(select coalesce(json_agg(j{level}), '[]') from "));
    } else {
        sql.push(&format!("(select row_to_json(j{level}) from "));
    }
    source(sql, node, level, &Which::Related(relation));
    lateral(sql, node, level);
    sql.push(")");
}

/// Columns that the levels around and inside ask of the rows of a node.
fn needed<'n>(node: &'n Node<'_>) -> Vec<&'n Ident> {
    let mut columns: Vec<&Ident> = Vec::new();
    let mut need = |column: &'n Ident| {
        if !columns.contains(&column) {
            columns.push(column);
        }
    };
    need(node.resource.id().ident());
    node.resource
        .version()
        .into_iter()
        .for_each(|version| need(version.ident()));
    node.order.iter().for_each(|key| need(key.column.ident()));
    for field in &node.fields {
        match field {
            Field::Column { column, .. } => need(column.ident()),
            Field::Embed { relation, .. } => relation.pairs().iter().for_each(|(here, _)| need(here)),
        }
    }
    columns
}

/// The living row of an id.
pub(super) fn of_key(sql: &mut Statement, resource: &Resource, table: &str, id: Uuid) {
    sql.push(table)
        .push(".")
        .push(resource.id().ident().sql())
        .push(" = ")
        .param(id.to_string(), "uuid");
    if let Some(deleted_at) = resource.deleted_at() {
        sql.push(" and ")
            .push(table)
            .push(".")
            .push(deleted_at.ident().sql())
            .push(" is null");
    }
}

fn joined(sql: &mut Statement, relation: &Relation, there: &str, here: &str) {
    for (at, (local, remote)) in relation.pairs().iter().enumerate() {
        sql.push(if at > 0 { " and " } else { "" });
        sql.push(there)
            .push(".")
            .push(remote.sql())
            .push(" = ")
            .push(here)
            .push(".")
            .push(local.sql());
    }
}

fn conditions(sql: &mut Statement, node: &Node<'_>, table: &str, level: usize) {
    let mut and = "";
    if let Some(deleted_at) = node.resource.deleted_at().filter(|_| node.living) {
        sql.push(table)
            .push(".")
            .push(deleted_at.ident().sql())
            .push(" is null");
        and = " and ";
    }
    for test in &node.conditions {
        sql.push(and);
        condition(sql, test, table);
        and = " and ";
    }
    for field in &node.fields {
        if let Field::Embed {
            relation,
            inner: true,
            node,
            ..
        } = field
        {
            let inner = format!("e{}", level + 1);
            sql.push(and)
                .push("exists (select from ")
                .push(node.resource.table())
                .push(" as ")
                .push(&inner);
            sql.push(" where ");
            joined(sql, relation, &inner, table);
            sql.push(" and ");
            conditions(sql, node, &inner, level + 1);
            sql.push(")");
            and = " and ";
        }
    }
    if and.is_empty() {
        sql.push("true");
    }
}

fn condition(sql: &mut Statement, condition: &Condition<'_>, table: &str) {
    let negated = match condition {
        Condition::Compare { negated, .. }
        | Condition::In { negated, .. }
        | Condition::Is { negated, .. }
        | Condition::Group { negated, .. } => *negated,
    };
    sql.push(if negated { "not (" } else { "" });
    match condition {
        Condition::Compare {
            column,
            comparison,
            value,
            ..
        } => {
            let operator = match comparison {
                Comparison::Eq => " = ",
                Comparison::Neq => " <> ",
                Comparison::Gt => " > ",
                Comparison::Gte => " >= ",
                Comparison::Lt => " < ",
                Comparison::Lte => " <= ",
            };
            sql.push(table)
                .push(".")
                .push(column.ident().sql())
                .push(operator)
                .param(value, column.cast());
        }
        Condition::In { column, values, .. } => {
            sql.push(table)
                .push(".")
                .push(column.ident().sql())
                .push(" = any (");
            sql.param(array(values), &format!("{}[]", column.cast()))
                .push(")");
        }
        Condition::Is { column, is, .. } => {
            sql.push(table)
                .push(".")
                .push(column.ident().sql())
                .push(match is {
                    Is::Null => " is null",
                    Is::NotNull => " is not null",
                    Is::True => " is true",
                    Is::False => " is false",
                });
        }
        Condition::Group { logic, members, .. } => {
            sql.push("(");
            for (at, member) in members.iter().enumerate() {
                sql.push(match (at, logic) {
                    (0, _) => "",
                    (_, Logic::And) => " and ",
                    (_, Logic::Or) => " or ",
                });
                self::condition(sql, member, table);
            }
            sql.push(")");
        }
    }
    sql.push(if negated { ")" } else { "" });
}

/// An array as PostgreSQL reads it from text: one parameter and one statement however many values.
fn array(values: &[String]) -> String {
    let quoted: Vec<String> = values
        .iter()
        .map(|value| format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")))
        .collect();
    format!("{{{}}}", quoted.join(","))
}

pub(super) fn order(sql: &mut Statement, node: &Node<'_>, table: &str) {
    for (at, key) in node.order.iter().enumerate() {
        sql.push(if at > 0 { ", " } else { " order by " });
        sql.push(table)
            .push(".")
            .push(key.column.ident().sql())
            .push(if key.descending { " desc" } else { "" });
        // Said only where it changes anything, since an index fits only the order it was made in.
        let usual = if key.descending { Nulls::First } else { Nulls::Last };
        if key.nullable() && key.nulls != usual {
            sql.push(if key.nulls == Nulls::First {
                " nulls first"
            } else {
                " nulls last"
            });
        }
    }
}

/// Rows behind these values in the order.
fn behind(sql: &mut Statement, keys: &[Key<'_>], values: &[Option<String>], table: &str) {
    let descending = keys.first().is_some_and(|key| key.descending);
    // Where all keys go one way and have values, PostgreSQL compares rows, and an index leads straight to the place.
    if keys
        .iter()
        .all(|key| key.descending == descending && !key.nullable())
    {
        sql.push("(");
        for (at, key) in keys.iter().enumerate() {
            sql.push(if at > 0 { ", " } else { "" })
                .push(table)
                .push(".")
                .push(key.column.ident().sql());
        }
        sql.push(if descending { ") < (" } else { ") > (" });
        for (at, (key, value)) in keys.iter().zip(values).enumerate() {
            sql.push(if at > 0 { ", " } else { "" });
            sql.param(value.clone().unwrap_or_default(), key.column.cast());
        }
        sql.push(")");
        return;
    }
    if let (Some(key), Some(Some(value))) = (keys.first(), values.first())
        && !key.nullable()
    {
        // Follows from what comes below, but is what an index can be searched by.
        sql.push(table)
            .push(".")
            .push(key.column.ident().sql())
            .push(if key.descending { " <= " } else { " >= " });
        sql.param(value, key.column.cast()).push(" and ");
    }
    lexicographic(sql, keys, values, table);
}

fn lexicographic(sql: &mut Statement, keys: &[Key<'_>], values: &[Option<String>], table: &str) {
    let (Some((key, more)), Some((value, values))) = (keys.split_first(), values.split_first()) else {
        sql.push("false");
        return;
    };
    let column = format!("{table}.{}", key.column.ident().sql());
    sql.push("(");
    match value {
        Some(value) => {
            sql.push(&column)
                .push(if key.descending { " < " } else { " > " })
                .param(value, key.column.cast());
            if key.nullable() && key.nulls == Nulls::Last {
                sql.push(" or ").push(&column).push(" is null");
            }
        }
        None if key.nulls == Nulls::First => {
            sql.push(&column).push(" is not null");
        }
        None => {
            sql.push("false");
        }
    }
    if !more.is_empty() {
        sql.push(" or ").push(&column);
        match value {
            Some(value) => sql.push(" = ").param(value, key.column.cast()),
            None => sql.push(" is null"),
        };
        sql.push(" and ");
        lexicographic(sql, more, values, table);
    }
    sql.push(")");
}
