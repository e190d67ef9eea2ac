//! Writing: values checked against their columns.

use serde_json::Value;
use serde_json::value::RawValue;

use super::level::{column, unfit};
use crate::catalog::{Column, Resource};
use crate::request::Fields;
use crate::{BASE, Error};

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

/// The values of new rows, of which the caller announced some columns.
pub(super) fn rows<'c>(
    resource: &'c Resource,
    rows: &[Fields],
    announced: &[String],
) -> Result<Values<'c>, Error> {
    let values = values(resource, rows)?;
    let given = |name: &str| values.columns.iter().any(|column| column.name() == name);
    if let Some(name) = announced.iter().find(|name| !given(name)) {
        return Err(uneven(name));
    }
    let mut needed = resource.columns.iter().filter(|column| !column.optional && !column.managed);
    needed.find(|column| !given(column.name())).map_or(Ok(()), |missing| Err(required(missing)))?;
    Ok(values)
}

/// The values of a change.
pub(super) fn changes(resource: &Resource, fields: Fields) -> Result<Values<'_>, Error> {
    if fields.is_empty() {
        return Err(Error::invalid("empty_body", "", "Send the columns that change."));
    }
    values(resource, &[fields])
}

fn values<'c>(resource: &'c Resource, rows: &[Fields]) -> Result<Values<'c>, Error> {
    let (mut columns, mut json) = (Vec::new(), String::from("["));
    for (at, row) in rows.iter().enumerate() {
        json.push_str(if at > 0 { ",{" } else { "{" });
        for (place, (name, value)) in row.iter().enumerate() {
            let column = writable(resource, name)?;
            if at == 0 {
                columns.push(column);
            } else if columns.get(place).is_none_or(|expected| expected.name() != name) {
                return Err(uneven(name));
            }
            json.push_str(if place > 0 { "," } else { "" });
            json.push_str(&format!("{}:{}", Value::from(name.as_str()), checked(column, value)?));
        }
        if let Some(missing) = columns.get(row.len()) {
            return Err(uneven(missing.name()));
        }
        json.push('}');
    }
    json.push(']');
    Ok(Values { columns, json, rows: rows.len() })
}

/// The column of this name, which callers may write.
///
/// # Errors
/// Where there is none, or it is managed.
pub fn writable<'c>(resource: &'c Resource, name: &str) -> Result<&'c Column, Error> {
    let column = column(resource, name)?;
    if !column.managed {
        return Ok(column);
    }
    let actions = resource.actions.iter().filter(|_| !column.upkeep);
    let actions: Vec<String> =
        actions.map(|action| format!("POST {BASE}/{}/{{id}}/{action}", resource.name)).collect();
    let owner = match actions.as_slice() {
        [] => "Cuspid itself keeps it".to_owned(),
        actions => format!("actions own it: {}", actions.join(", ")),
    };
    Err(Error::unwritable("managed_column", name, format!("{name} is not written directly; {owner}.")))
}

fn checked(column: &Column, value: &RawValue) -> Result<String, Error> {
    match value.get() {
        "null" if column.nullable => Ok("null".to_owned()),
        "null" => Err(required(column)),
        _ => column.kind.read_json(value).ok_or_else(|| unfit(column)),
    }
}

fn required(column: &Column) -> Error {
    let hint = format!("{} must have a value: {}", column.name(), column.comment);
    Error::unwritable("required", column.name(), hint)
}

fn uneven(name: &str) -> Error {
    let hint = "All rows of one request have the same columns; write null, or send two requests.";
    Error::invalid("uneven_rows", name, hint)
}
