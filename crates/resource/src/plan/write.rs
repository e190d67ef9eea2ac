//! Writing: values checked against their columns.

use serde_json::value::RawValue;

use super::level::{column, unfit};
use crate::Error;
use crate::catalog::{Column, Resource};
use crate::request::Fields;

/// Values of rows that are written.
#[derive(Debug)]
pub struct Values<'c> {
    /// The columns that are written, the same in every row.
    pub columns: Vec<&'c Column>,
    /// The rows as one JSON array of objects.
    pub json: String,
    /// How many there are.
    pub rows: usize,
}

/// The values of new rows.
pub(super) fn rows<'c>(
    resource: &'c Resource,
    rows: Vec<Fields>,
    announced: Option<Vec<String>>,
) -> Result<Values<'c>, Error> {
    let Some(first) = rows.first() else {
        return Err(Error::invalid("empty_body", "", "Send at least one row."));
    };
    let columns = first
        .keys()
        .map(|name| writable(resource, name))
        .collect::<Result<Vec<_>, _>>()?;
    for row in &rows {
        let other = row.keys().find(|name| !first.contains_key(*name));
        if let Some(name) = other.or_else(|| first.keys().find(|name| !row.contains_key(*name))) {
            writable(resource, name)?;
            return Err(Error::invalid(
                "uneven_rows",
                name,
                "All rows of one request have the same columns; write null, or send two requests.",
            ));
        }
    }
    if let Some(name) = announced.iter().flatten().find(|name| !first.contains_key(*name)) {
        return Err(Error::invalid(
            "uneven_rows",
            name,
            "A column is announced that the rows do not have.",
        ));
    }
    if let Some(missing) = resource
        .columns()
        .iter()
        .find(|column| !column.optional() && !column.managed() && !first.contains_key(column.name()))
    {
        return Err(required(missing));
    }
    Ok(Values {
        json: json(&columns, &rows)?,
        rows: rows.len(),
        columns,
    })
}

/// The values of a change.
pub(super) fn changes<'c>(resource: &'c Resource, fields: Fields) -> Result<Values<'c>, Error> {
    let columns = fields
        .keys()
        .map(|name| writable(resource, name))
        .collect::<Result<Vec<_>, _>>()?;
    if columns.is_empty() {
        return Err(Error::invalid("empty_body", "", "Send the columns that change."));
    }
    Ok(Values {
        json: json(&columns, &[fields])?,
        rows: 1,
        columns,
    })
}

fn writable<'c>(resource: &'c Resource, name: &str) -> Result<&'c Column, Error> {
    let column = column(resource, name)?;
    if !column.managed() {
        return Ok(column);
    }
    let owner = if column.upkeep() || resource.actions().is_empty() {
        "Cuspid itself keeps it".to_owned()
    } else {
        let actions: Vec<String> = resource
            .actions()
            .iter()
            .map(|action| format!("POST /api/v1/{}/{{id}}/{action}", resource.name()))
            .collect();
        format!("actions own it: {}", actions.join(", "))
    };
    Err(Error::unwritable(
        "managed_column",
        name,
        format!("{name} is not written directly; {owner}."),
    ))
}

fn json(columns: &[&Column], rows: &[Fields]) -> Result<String, Error> {
    let mut text = String::from("[");
    for row in rows {
        text.push_str(if text.len() > 1 { ",{" } else { "{" });
        // Both are in the order of the names.
        for (at, (column, (_, value))) in columns.iter().zip(row).enumerate() {
            text.push_str(if at > 0 { ",\"" } else { "\"" });
            text.push_str(column.name());
            text.push_str("\":");
            text.push_str(&checked(column, value)?);
        }
        text.push('}');
    }
    text.push(']');
    Ok(text)
}

fn checked(column: &Column, value: &RawValue) -> Result<String, Error> {
    if value.get() != "null" {
        return column.kind().read_json(value).ok_or_else(|| unfit(column));
    }
    if column.nullable() {
        return Ok("null".to_owned());
    }
    Err(required(column))
}

fn required(column: &Column) -> Error {
    Error::unwritable(
        "required",
        column.name(),
        format!("{} must have a value: {}", column.name(), column.comment()),
    )
}
