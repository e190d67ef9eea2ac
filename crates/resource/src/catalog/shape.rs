//! What the checks of a table say of single columns, as JSON Schema says it. What they say otherwise is left to the database.

use pg::{Tx, sql};
use serde_json::{Map, Number, Value, json};

use super::{Ident, Resource};

/// Reads what the checks of one column say.
pub(super) async fn shapes(tx: &Tx, resources: &mut [Resource]) -> Result<(), pg::Error> {
    let rows = tx
        .query(
            sql!(
                "select r.resource, a.attname::text, pg_get_constraintdef(k.oid)
                 from platform.exposed_resources as r
                 join pg_constraint as k on k.conrelid = to_regclass(format('%I.%I', r.table_schema, r.table_name))
                     and k.contype = 'c' and cardinality(k.conkey) = 1
                 join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                 order by r.resource, k.conname"
            ),
            &[],
        )
        .await?;
    for row in &rows {
        let (name, column): (&str, &str) = (row.get(0), row.get(1));
        for resource in resources.iter_mut().filter(|resource| resource.name == name) {
            if let Some(known) = resource.columns.iter_mut().find(|known| known.name() == column) {
                known.shape.extend(shape(&known.ident, row.get(2)));
            }
        }
    }
    Ok(())
}

/// What one check says, as PostgreSQL writes it: the whole structure of JSON, or bounds joined by `AND`.
fn shape(column: &Ident, check: &str) -> Map<String, Value> {
    if let Some(literal) = check.strip_prefix("CHECK (platform.json_matches(") {
        return structure(literal).unwrap_or_default();
    }
    if check.contains(" OR ") || check.contains("NOT ") {
        return Map::new();
    }
    let said = check.trim_start_matches("CHECK ").split(" AND ");
    said.filter_map(|part| bound(column, part)).map(|(key, value)| (key.to_owned(), value)).collect()
}

/// The JSON at the beginning of a text: `'…'::jsonb`, or `E'…'` where it has backslashes.
fn structure(text: &str) -> Option<Map<String, Value>> {
    let (literal, _) = text.rsplit_once("'::jsonb")?;
    let json = match literal.strip_prefix('E') {
        Some(escaped) => escaped.replace("\\\\", "\\"),
        None => literal.to_owned(),
    };
    serde_json::from_str(&json.strip_prefix('\'')?.replace("''", "'")).ok()
}

/// One comparison of the column, its length or its JSON type with a constant.
fn bound(column: &Ident, text: &str) -> Option<(&'static str, Value)> {
    let mut words = text.trim_matches(['(', ')']).split(' ');
    let (Some(left), Some(operator), Some(right), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return None;
    };
    let constant = right.split("::").next().unwrap_or(right).trim_matches(['(', ')', '\'']);
    let (of, left) = left.trim_end_matches(')').split_once('(').unwrap_or(("", left));
    if left != column.name && left != column.quoted {
        return None;
    }
    let key = match (of, operator) {
        ("length", ">=") => "minLength",
        ("length", "<=") => "maxLength",
        ("cardinality", ">=") => "minItems",
        ("cardinality", "<=") => "maxItems",
        ("", ">=") => "minimum",
        ("", "<=") => "maximum",
        ("", ">") => "exclusiveMinimum",
        ("", "<") => "exclusiveMaximum",
        ("jsonb_typeof", "=") => return Some(("type", json!(constant))),
        _ => return None,
    };
    constant.parse::<Number>().ok().map(|number| (key, Value::Number(number)))
}
