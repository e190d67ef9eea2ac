//! `order=created_at.desc,id`, `limit`, `offset`, `cursor` and the `Range` header.

use http::{HeaderMap, header};

use super::Level;
use super::scan::Scanner;
use crate::{Error, limits};

/// One key of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderKey {
    /// The column.
    pub column: String,
    /// Whether the largest comes first.
    pub descending: bool,
    /// Where rows without a value come.
    pub nulls: Nulls,
}

/// Where rows without a value come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nulls {
    /// Before all others.
    First,
    /// After all others.
    Last,
}

/// Which rows of a list.
#[derive(Debug, Default)]
pub struct Page {
    /// The place after which the page begins, as a former answer named it.
    pub cursor: Option<String>,
    /// The query string without cursor and offset, for the link to the next page.
    pub rest: String,
    /// First row and number of rows, by the `Range` header.
    pub range: Option<(u32, u32)>,
}

impl Page {
    /// Takes the `Range` header in, if it counts rows.
    pub(super) fn with_range(mut self, headers: &HeaderMap, level: &Level) -> Result<Self, Error> {
        if self.cursor.is_some() && level.offset.is_some() {
            return Err(Error::invalid(
                "cursor_and_offset",
                "offset",
                "A cursor says where the page begins; leave offset out.",
            ));
        }
        let rows = headers.get("range-unit").is_none_or(|unit| unit == "items");
        let Some(range) = headers.get(header::RANGE).filter(|_| rows) else {
            return Ok(self);
        };
        let Some(range) = range.to_str().ok().filter(|range| !range.contains('=')) else {
            return Ok(self);
        };
        let bad = || {
            Error::invalid(
                "invalid_range",
                "Range",
                "Write first-last, counted from 0, as 0-49.",
            )
        };
        let (first, last) = range.split_once('-').ok_or_else(bad)?;
        let first: u32 = first.parse().map_err(|_| bad())?;
        let rows = match last {
            "" => limits::PAGE_ROWS,
            last => last
                .parse::<u32>()
                .ok()
                .and_then(|last| last.checked_sub(first))
                .ok_or_else(bad)?
                .saturating_add(1),
        };
        if self.cursor.is_some() || level.limit.is_some() || level.offset.is_some() {
            return Err(Error::invalid(
                "range_and_limit",
                "Range",
                "Send either Range or limit, offset and cursor.",
            ));
        }
        check_limit(rows, "Range")?;
        check_offset(first, "Range")?;
        self.range = Some((first, rows));
        Ok(self)
    }
}

/// Reads an `order`.
pub(super) fn order(text: &str, field: &str) -> Result<Vec<OrderKey>, Error> {
    let mut scanner = Scanner::new(text, field);
    let mut keys: Vec<OrderKey> = Vec::new();
    loop {
        scanner.skip_spaces();
        let column = scanner.name()?.to_owned();
        if scanner.peek() == Some('(') {
            return Err(Error::invalid(
                "unsupported_order",
                field,
                "Rows are ordered by their own columns only.",
            ));
        }
        let (mut descending, mut nulls) = (false, None);
        while scanner.take('.') {
            match scanner.name()? {
                "asc" => descending = false,
                "desc" => descending = true,
                "nullsfirst" => nulls = Some(Nulls::First),
                "nullslast" => nulls = Some(Nulls::Last),
                _ => {
                    return Err(Error::invalid(
                        "malformed_parameter",
                        field,
                        "After the column come asc or desc, then nullsfirst or nullslast.",
                    ));
                }
            }
        }
        let nulls = nulls.unwrap_or(if descending { Nulls::First } else { Nulls::Last });
        if keys.iter().all(|key| key.column != column) {
            keys.push(OrderKey {
                column,
                descending,
                nulls,
            });
        }
        if keys.len() > limits::ORDER_KEYS {
            return Err(Error::too_much(
                "too_many_order_keys",
                field,
                limits::ORDER_KEYS as u64,
                "columns",
            ));
        }
        scanner.skip_spaces();
        if !scanner.take(',') {
            break;
        }
    }
    if !scanner.is_done() {
        return Err(scanner.malformed("Expected a comma"));
    }
    Ok(keys)
}

pub(super) fn limit(text: &str, field: &str) -> Result<u32, Error> {
    let rows = number(text, field)?;
    check_limit(rows, field)?;
    Ok(rows)
}

pub(super) fn offset(text: &str, field: &str) -> Result<u32, Error> {
    let rows = number(text, field)?;
    check_offset(rows, field)?;
    Ok(rows)
}

fn number(text: &str, field: &str) -> Result<u32, Error> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits {
        return Err(Error::invalid(
            "invalid_value",
            field,
            "Write a whole number from 0.",
        ));
    }
    // Digits that do not fit are a number that is too large.
    Ok(text.parse().unwrap_or(u32::MAX))
}

fn check_limit(rows: u32, field: &str) -> Result<(), Error> {
    if rows > limits::MOST_ROWS {
        return Err(Error::too_much(
            "limit_too_large",
            field,
            limits::MOST_ROWS,
            "rows",
        ));
    }
    Ok(())
}

fn check_offset(rows: u32, field: &str) -> Result<(), Error> {
    if rows > limits::OFFSET_ROWS {
        return Err(Error::invalid(
            "offset_too_large",
            field,
            format!(
                "At most {} rows are skipped; follow the link to the next page, which has a cursor.",
                limits::OFFSET_ROWS
            ),
        ));
    }
    Ok(())
}
