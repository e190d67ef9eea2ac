//! Rows of a node: `(select columns from table where … order by … limit …) as t0`, and the JSON of each.
//!
//! The inner select finds the page, the outer one builds JSON, so that nothing is built for rows that a sort or limit
//! drops. Aliases: `s0` the table, `t0` its rows on the page, `j0` what is shown of one; numbers grow with depth.

use jiff::Timestamp;
use uuid::Uuid;

use super::{Statement, versions};
use crate::catalog::{Column, Ident, Relation, Resource, array};
use crate::plan::{Field, Node};
use crate::request::{Filter, Key, Test};

/// Which rows, beyond the node's own conditions.
pub(super) enum Which<'a> {
    /// The row of this id, now or as it was at a moment.
    Key(Uuid, Option<Timestamp>),
    /// All of them.
    All,
    /// A page, behind these values of the order's keys; with one row more than asked for, which tells whether there
    /// is a next page.
    Page(Option<&'a [Option<String>]>),
    /// Those that a row of the level above leads to.
    Related(&'a Relation),
}

/// The rows of a node under the alias `t{level}`.
pub(super) fn source(sql: &mut Statement<'_>, node: &Node<'_>, level: usize, which: &Which<'_>) {
    let table = format!("s{level}");
    sql.put("(select ");
    sql.columns(&format!("{table}."), needed(node));
    match which {
        Which::Key(id, Some(moment)) => versions::at(sql.put(" from "), node.resource, *id, *moment),
        _ => {
            sql.put(format_args!(" from {}", node.resource.table));
        }
    }
    sql.put(format_args!(" as {table} where "));
    // The planner chooses by the limit, so it stands in the text; it is a number of ours.
    let limit = match which {
        Which::Key(id, _) => {
            of_key(sql, node.resource, &table, *id, true);
            None
        }
        Which::All => {
            conditions(sql, node, &table, level);
            order(sql, node, &table);
            Some(node.limit).filter(|limit| *limit < u32::MAX)
        }
        Which::Page(after) => {
            conditions(sql, node, &table, level);
            if let Some(values) = after {
                behind(sql.put(" and "), &node.order, values, &table);
            }
            order(sql, node, &table);
            Some(node.limit + 1)
        }
        Which::Related(relation) => {
            joined(sql, relation, &table, &format!("t{}", level - 1));
            conditions(sql.put(" and "), node, &table, level);
            if relation.many {
                order(sql, node, &table);
            }
            relation.many.then_some(node.limit)
        }
    };
    if let Some(limit) = limit {
        sql.put(format_args!(" limit {limit}"));
        if node.offset > 0 {
            let offset = sql.param(node.offset.to_string(), "bigint");
            sql.put(format_args!(" offset {offset}"));
        }
    }
    sql.put(format_args!(") as t{level}"));
}

/// All rows that fit the node's conditions.
pub(super) fn all(sql: &mut Statement<'_>, node: &Node<'_>) {
    sql.put(format_args!("{} as s0 where ", node.resource.table));
    conditions(sql, node, "s0", 0);
}

/// What is shown of each row of `t{level}`, as the record `j{level}`.
pub(super) fn lateral(sql: &mut Statement<'_>, node: &Node<'_>, level: usize) {
    sql.put(" cross join lateral (select ");
    let shown = node.fields.iter().filter(|field| !matches!(field, Field::Embed { shown: false, .. }));
    sql.list(", ", shown, |sql, field| {
        match field {
            Field::Column { column, .. } => {
                sql.put(format_args!("t{level}.{}", column.ident));
            }
            Field::Embed { relation, node, .. } => embedded(sql, relation, node, level + 1),
        }
        // A name of the catalog or an `Alias`: word characters only.
        sql.put(format_args!(" as \"{}\"", field.key()));
    });
    sql.put(format_args!(") as j{level}"));
}

fn embedded(sql: &mut Statement<'_>, relation: &Relation, node: &Node<'_>, level: usize) {
    if relation.many {
        sql.put(format_args!("(select coalesce(json_agg(j{level}), '[]') from "));
    } else {
        sql.put(format_args!("(select row_to_json(j{level}) from "));
    }
    source(sql, node, level, &Which::Related(relation));
    lateral(sql, node, level);
    sql.put(")");
}

/// Columns that the levels around and inside ask of the rows of a node.
fn needed<'n>(node: &'n Node<'_>) -> Vec<&'n Ident> {
    let mut columns = vec![&node.resource.id().ident];
    columns.extend(node.resource.version().map(|version| &version.ident));
    columns.extend(node.order.iter().map(|key| &key.column.ident));
    for field in &node.fields {
        match field {
            Field::Column { column, .. } => columns.push(&column.ident),
            Field::Embed { relation, .. } => columns.extend(relation.pairs.iter().map(|(here, _)| here)),
        }
    }
    let mut once: Vec<&Ident> = Vec::with_capacity(columns.len());
    for column in columns {
        if !once.contains(&column) {
            once.push(column);
        }
    }
    once
}

/// The living or the deleted row of an id.
pub(super) fn of_key(sql: &mut Statement<'_>, resource: &Resource, table: &str, id: Uuid, alive: bool) {
    let value = sql.param(id.to_string(), "uuid");
    sql.put(format_args!("{table}.{} = {value}", resource.id().ident));
    if let Some(deleted_at) = resource.deleted_at() {
        let state = if alive { "is null" } else { "is not null" };
        sql.put(format_args!(" and {table}.{} {state}", deleted_at.ident));
    }
}

fn joined(sql: &mut Statement<'_>, relation: &Relation, there: &str, here: &str) {
    sql.list(" and ", &relation.pairs, |sql, (local, remote)| {
        sql.put(format_args!("{there}.{remote} = {here}.{local}"));
    });
}

fn conditions(sql: &mut Statement<'_>, node: &Node<'_>, table: &str, level: usize) {
    match node.resource.deleted_at().filter(|_| node.living) {
        Some(deleted_at) => sql.put(format_args!("{table}.{} is null", deleted_at.ident)),
        None => sql.put("true"),
    };
    for filter in &node.conditions {
        condition(sql.put(" and "), filter, node.resource, table);
    }
    for field in &node.fields {
        if let Field::Embed { relation, inner: true, node, .. } = field {
            let inner = format!("e{}", level + 1);
            sql.put(format_args!(" and exists (select from {} as {inner} where ", node.resource.table));
            joined(sql, relation, &inner, table);
            conditions(sql.put(" and "), node, &inner, level + 1);
            sql.put(")");
        }
    }
}

fn condition(sql: &mut Statement<'_>, filter: &Filter<&Column>, resource: &Resource, table: &str) {
    let (Filter::Test { negated, .. } | Filter::Group { negated, .. }) = filter;
    sql.put(if *negated { "not (" } else { "(" });
    match filter {
        Filter::Test { column, test, .. } => {
            let this = format!("{table}.{}", column.ident);
            let holds = match test {
                Test::Compare(operator, value) => {
                    format!("{this} {operator} {}", sql.param(value, &column.cast))
                }
                Test::Is(state) => format!("{this} {state}"),
                Test::In(values) => {
                    let values = sql.param(array(values), &format!("{}[]", column.cast));
                    format!("{this} = any ({values})")
                }
                Test::Search(operator, value) => {
                    let asked = [resource.name.as_str(), column.name(), operator, value];
                    let asked = asked.map(|text| sql.param(text, "text")).join(", ");
                    // As an array the ids are found once, and then the rows by their key.
                    let id = &resource.id().ident;
                    let found = format!("{table}.{id} = any (array(select platform.search({asked})))");
                    // Of an empty value nobody knows, whichever way it was asked.
                    if column.nullable { format!("{found} or {this} is null and null") } else { found }
                }
            };
            sql.put(holds);
        }
        Filter::Group { any, members, .. } => {
            let between = if *any { " or " } else { " and " };
            sql.list(between, members, |sql, member| condition(sql, member, resource, table));
        }
    }
    sql.put(")");
}

pub(super) fn order(sql: &mut Statement<'_>, node: &Node<'_>, table: &str) {
    sql.put(" order by ");
    sql.list(", ", &node.order, |sql, key| {
        sql.put(format_args!("{table}.{}", key.column.ident));
        sql.put(if key.descending { " desc" } else { "" });
        // Said only where it changes anything, since an index fits only the order it was made in.
        if key.nullable() && key.nulls_first != key.descending {
            sql.put(if key.nulls_first { " nulls first" } else { " nulls last" });
        }
    });
}

/// Rows behind these values in the order.
fn behind(sql: &mut Statement<'_>, keys: &[Key<&Column>], values: &[Option<String>], table: &str) {
    let descending = keys.first().is_some_and(|key| key.descending);
    // Where all keys go one way and have values, PostgreSQL compares rows, and an index leads straight to the place.
    if keys.iter().all(|key| key.descending == descending && !key.nullable()) {
        sql.put("(");
        sql.columns(&format!("{table}."), keys.iter().map(|key| &key.column.ident));
        sql.put(if descending { ") < (" } else { ") > (" });
        sql.list(", ", keys.iter().zip(values), |sql, (key, value)| {
            let value = sql.param(value.as_deref().unwrap_or_default(), &key.column.cast);
            sql.put(value);
        });
        sql.put(")");
        return;
    }
    if let (Some(key), Some(Some(value))) = (keys.first(), values.first())
        && !key.nullable()
    {
        // Follows from what comes below, but is what an index can be searched by.
        let value = sql.param(value, &key.column.cast);
        let operator = if descending { "<=" } else { ">=" };
        sql.put(format_args!("{table}.{} {operator} {value} and ", key.column.ident));
    }
    lexicographic(sql, keys, values, table);
}

fn lexicographic(sql: &mut Statement<'_>, keys: &[Key<&Column>], values: &[Option<String>], table: &str) {
    let (Some((key, more)), Some((value, values))) = (keys.split_first(), values.split_first()) else {
        sql.put("false");
        return;
    };
    let column = format!("{table}.{}", key.column.ident);
    let value = value.as_ref().map(|value| sql.param(value, &key.column.cast));
    let operator = if key.descending { "<" } else { ">" };
    let (behind, equal) = match value {
        Some(value) if key.nullable() && !key.nulls_first => {
            (format!("{column} {operator} {value} or {column} is null"), format!("{column} = {value}"))
        }
        Some(value) => (format!("{column} {operator} {value}"), format!("{column} = {value}")),
        None if key.nulls_first => (format!("{column} is not null"), format!("{column} is null")),
        None => ("false".to_owned(), format!("{column} is null")),
    };
    sql.put(format_args!("({behind} or {equal} and "));
    lexicographic(sql, more, values, table);
    sql.put(")");
}
