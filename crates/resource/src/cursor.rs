//! A place in an ordered list, as text that a caller hands back.
//!
//! It holds the values of the order's columns in the last row of a page, so that the next page begins behind them
//! however many rows came or went in between. It is no secret and grants nothing: row security applies to what it leads to.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::plan::Key;
use crate::request::Nulls;

/// Bytes of the checksum, which tells a damaged cursor from a strange place.
const CHECK: usize = 6;

/// The cursor of a row with these values, in the order of the keys.
pub(crate) fn encode(resource: &str, keys: &[Key<'_>], values: &[Option<String>]) -> String {
    let payload = serde_json::json!([signature(resource, keys), values]).to_string();
    let mut bytes = check(payload.as_bytes()).to_vec();
    bytes.extend_from_slice(payload.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The values that a cursor holds, if it belongs to this order and every value fits its column.
pub(crate) fn decode(resource: &str, keys: &[Key<'_>], cursor: &str) -> Result<Vec<Option<String>>, Error> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| invalid())?;
    let (sum, payload) = bytes.split_at_checked(CHECK).ok_or_else(invalid)?;
    if sum != check(payload) {
        return Err(invalid());
    }
    let (signed, values): (String, Vec<Option<String>>) =
        serde_json::from_slice(payload).map_err(|_| invalid())?;
    if signed != signature(resource, keys) || values.len() != keys.len() {
        return Err(invalid());
    }
    keys.iter()
        .zip(values)
        .map(|(key, value)| match value {
            Some(text) => key.column.kind().read_text(&text).map(Some).ok_or_else(invalid),
            None if key.nullable() => Ok(None),
            None => Err(invalid()),
        })
        .collect()
}

/// The one answer to a cursor that cannot be used.
pub(crate) fn invalid() -> Error {
    Error::invalid(
        "invalid_cursor",
        "cursor",
        "A cursor comes from the link to the next page and goes with the same resource and order.",
    )
}

fn check(payload: &[u8]) -> [u8; CHECK] {
    let mut sum = [0; CHECK];
    sum.copy_from_slice(&Sha256::digest(payload)[..CHECK]);
    sum
}

fn signature(resource: &str, keys: &[Key<'_>]) -> String {
    let mut text = resource.to_owned();
    for key in keys {
        let direction = if key.descending { "desc" } else { "asc" };
        let nulls = if key.nulls == Nulls::First {
            "first"
        } else {
            "last"
        };
        text.push_str(&format!(" {}.{direction}.{nulls}", key.column.name()));
    }
    text
}
