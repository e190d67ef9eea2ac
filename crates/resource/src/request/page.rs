//! `order=created_at.desc,id`, `limit`, `offset` and the `Range` header.

use http::{HeaderMap, header};
use jiff::Timestamp;

use super::Level;
use super::scan::Scanner;
use crate::Error;
use crate::catalog::Kind;
use crate::limits::{self, Bound};

/// One key of an order, on a column by name or, once planned, of the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<C> {
    /// The column.
    pub column: C,
    /// Whether the largest comes first.
    pub descending: bool,
    /// Whether rows without a value come first.
    pub nulls_first: bool,
}

/// Reads an `order`.
pub(super) fn order(text: &str, field: &str) -> Result<Vec<Key<String>>, Error> {
    let mut scanner = Scanner::new(text, field);
    let mut keys: Vec<Key<String>> = Vec::new();
    loop {
        scanner.skip_spaces();
        let column = scanner.name()?.to_owned();
        if scanner.peek() == Some('(') {
            let hint = "Rows are ordered by their own columns only.";
            return Err(Error::invalid("unsupported_order", field, hint));
        }
        let (mut descending, mut nulls_first) = (false, None);
        while scanner.take('.') {
            match scanner.name()? {
                "asc" => descending = false,
                "desc" => descending = true,
                "nullsfirst" => nulls_first = Some(true),
                "nullslast" => nulls_first = Some(false),
                _ => {
                    return Err(scanner.malformed("After a column come asc or desc, nullsfirst or nullslast"));
                }
            }
        }
        let nulls_first = nulls_first.unwrap_or(descending);
        if keys.iter().all(|key| key.column != column) {
            keys.push(Key { column, descending, nulls_first });
        }
        limits::ORDER_KEYS.hold(keys.len(), field)?;
        scanner.skip_spaces();
        if !scanner.take(',') {
            scanner.end()?;
            return Ok(keys);
        }
    }
}

/// Reads a moment.
pub(super) fn moment(text: &str, field: &str) -> Result<Timestamp, Error> {
    let moment = Kind::Timestamp.read_text(text).and_then(|moment| moment.parse().ok());
    let hint = format!("Write {}.", Kind::Timestamp.expects());
    moment.ok_or_else(|| Error::invalid("invalid_value", field, hint))
}

/// Reads a number of rows, within its bound.
pub(super) fn rows(text: &str, field: &str, bound: Bound) -> Result<u32, Error> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Error::invalid("invalid_value", field, "Write a whole number from 0."));
    }
    // Digits that do not fit are a number that is too large.
    let rows = text.parse().unwrap_or(u32::MAX);
    bound.hold(rows as usize, field)?;
    Ok(rows)
}

/// Takes the `Range` header in, if it counts rows.
pub(super) fn range(headers: &HeaderMap, level: &mut Level, cursor: bool) -> Result<(), Error> {
    let Some(range) = headers.get(header::RANGE).and_then(|range| range.to_str().ok()) else {
        return Ok(());
    };
    if range.contains('=') || headers.get("range-unit").is_some_and(|unit| unit != "items") {
        return Ok(());
    }
    if cursor || level.limit.is_some() || level.offset.is_some() {
        let hint = "Send either Range or limit, offset and cursor.";
        return Err(Error::invalid("range_and_limit", "Range", hint));
    }
    let invalid = || Error::invalid("invalid_range", "Range", "Write first-last, counted from 0, as 0-49.");
    let (first, last) = range.split_once('-').ok_or_else(invalid)?;
    let first = rows(first, "Range", limits::OFFSET_ROWS)?;
    level.offset = Some(first);
    if !last.is_empty() {
        let last: u32 = last.parse().map_err(|_| invalid())?;
        let rows = last.checked_sub(first).ok_or_else(invalid)?.saturating_add(1);
        limits::LIST_ROWS.hold(rows as usize, "Range")?;
        level.limit = Some(rows);
    }
    Ok(())
}
