//! Bodies: one object, or an array of them.

use super::Fields;
use crate::{Error, limits};

/// The rows of an insert, and whether they came as an array.
pub(super) fn rows(body: &[u8]) -> Result<(Vec<Fields>, bool), Error> {
    if body.trim_ascii_start().first() != Some(&b'[') {
        return Ok((vec![fields(body)?], false));
    }
    let rows: Vec<Fields> = serde_json::from_slice(body).map_err(malformed)?;
    match rows.len() {
        0 => Err(Error::invalid("empty_body", "", "Send at least one row.")),
        many if many > limits::BULK_ROWS => Err(Error::too_much(
            "too_many_rows",
            "",
            limits::BULK_ROWS as u64,
            "rows",
        )),
        _ => Ok((rows, true)),
    }
}

/// One object.
pub(super) fn fields(body: &[u8]) -> Result<Fields, Error> {
    if body.trim_ascii().is_empty() {
        return Err(Error::invalid("empty_body", "", "Send a JSON object."));
    }
    serde_json::from_slice(body).map_err(malformed)
}

fn malformed(error: serde_json::Error) -> Error {
    let hint = match error.classify() {
        serde_json::error::Category::Data => {
            "Send a JSON object of values by column, or an array of them".to_owned()
        }
        _ => "This is not JSON".to_owned(),
    };
    Error::invalid(
        "malformed_json",
        "",
        format!("{hint} (line {}, column {}).", error.line(), error.column()),
    )
}
