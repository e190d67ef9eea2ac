//! A place in an ordered list, as text that a caller hands back.
//!
//! It holds the values of the order's columns in the last row of a page, so that the next page begins behind them
//! however many rows came or went. It is no secret and grants nothing: row security applies to what it leads to.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::Error;
use crate::plan::Node;

/// Bytes of the checksum, which tells a damaged cursor from a strange place.
const CHECK: usize = 6;

/// The cursor of a row with these values of the order's columns.
pub fn encode(node: &Node<'_>, values: &[Option<String>]) -> String {
    let payload = serde_json::json!([signature(node), values]).to_string();
    let mut bytes = check(payload.as_bytes()).to_vec();
    bytes.extend_from_slice(payload.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The values that a cursor holds, if it belongs to this order and every value fits its column.
pub(crate) fn decode(node: &Node<'_>, cursor: &str) -> Result<Vec<Option<String>>, Error> {
    read(node, cursor).ok_or_else(invalid)
}

fn read(node: &Node<'_>, cursor: &str) -> Option<Vec<Option<String>>> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let (sum, payload) = bytes.split_at_checked(CHECK)?;
    if sum != check(payload) {
        return None;
    }
    let (signed, values): (String, Vec<Option<String>>) = serde_json::from_slice(payload).ok()?;
    if signed != signature(node) || values.len() != node.order.len() {
        return None;
    }
    let fitting = node.order.iter().zip(values).map(|(key, value)| match value {
        Some(text) => key.column.kind.read_text(&text).map(Some),
        None => key.nullable().then_some(None),
    });
    fitting.collect()
}

/// The one answer to a cursor that cannot be used.
pub(crate) fn invalid() -> Error {
    let hint = "A cursor comes from the link to the next page and goes with the same resource and order.";
    Error::invalid("invalid_cursor", "cursor", hint)
}

fn check(payload: &[u8]) -> [u8; CHECK] {
    let mut sum = [0; CHECK];
    sum.copy_from_slice(&Sha256::digest(payload)[..CHECK]);
    sum
}

fn signature(node: &Node<'_>) -> String {
    let mut text = node.resource.name.clone();
    for key in &node.order {
        let (descending, first) = (key.descending, key.nulls_first);
        text.push_str(&format!(" {}.{descending}.{first}", key.column.name()));
    }
    text
}
