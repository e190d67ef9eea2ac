//! Bodies: one object, or an array of them.

use serde::de::DeserializeOwned;

use super::Fields;
use crate::{Error, limits};

/// The rows of an insert, and whether they came as an array.
pub(super) fn rows(body: &[u8]) -> Result<(Vec<Fields>, bool), Error> {
    if body.trim_ascii_start().first() != Some(&b'[') {
        return Ok((vec![read(body)?], false));
    }
    let rows: Vec<Fields> = read(body)?;
    if rows.is_empty() {
        return Err(Error::invalid("empty_body", "", "Send at least one row."));
    }
    limits::BULK_ROWS.hold(rows.len(), "")?;
    Ok((rows, true))
}

/// An object, or an array of them.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    if body.trim_ascii().is_empty() {
        return Err(Error::invalid("empty_body", "", "Send a JSON object."));
    }
    serde_json::from_slice(body).map_err(|error| {
        let what = "Send a JSON object of values by column, or to insert an array of them";
        let hint = format!("{what} (line {}, column {}).", error.line(), error.column());
        Error::invalid("malformed_json", "", hint)
    })
}
