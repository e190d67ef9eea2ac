//! The first stage: from the bytes of a request to what it says, without knowing what there is.

mod body;
mod filter;
mod headers;
mod page;
mod query;
mod scan;
mod select;

use std::collections::BTreeMap;

use http::{HeaderMap, Method};
use jiff::Timestamp;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Error, limits};

pub use filter::{COMPARISONS, Filter, SEARCHES, STATES, Test};
pub use headers::{Count, Media, Preferences};
pub use page::Key;
pub(crate) use scan::Scanner;
pub use select::{Alias, Embed, Item};

/// A request as the server received it.
#[derive(Clone, Copy, Debug)]
pub struct Incoming<'a> {
    /// The method.
    pub method: &'a Method,
    /// The resource's name in the address.
    pub resource: &'a str,
    /// The row's id in the address, where there is one.
    pub id: Option<&'a str>,
    /// What follows the id, where something does: `history`, `restore`.
    pub facet: Option<&'a str>,
    /// The query string, as it was sent.
    pub query: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
    /// The body.
    pub body: &'a [u8],
}

/// What a request says.
#[derive(Debug)]
pub struct Request {
    /// The resource's name.
    pub resource: String,
    /// What is to be done.
    pub operation: Operation,
    /// What is to be seen of the rows.
    pub level: Level,
    /// How the answer is wished.
    pub preferences: Preferences,
    /// What tells this request from others when it is repeated, where the caller wants that.
    pub repeat: Option<Repeat>,
}

/// A request that may be sent again: its key and what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// The caller's `Idempotency-Key`.
    pub key: String,
    /// SHA-256 of method, address and body.
    pub digest: [u8; 32],
}

/// What is to be done.
#[derive(Debug)]
pub enum Operation {
    /// A page of rows.
    List {
        /// The place behind which it begins, as a former answer named it.
        cursor: Option<String>,
        /// The query string without cursor and offset, for the link to the next page.
        rest: String,
    },
    /// One row.
    Get {
        /// Its id.
        id: Uuid,
        /// Versions that the caller has; `*` is any.
        known: Vec<String>,
        /// The moment whose version is wanted; `None` is now.
        as_of: Option<Timestamp>,
    },
    /// All versions of one row.
    History(Uuid),
    /// New rows.
    Create {
        /// Their values.
        rows: Vec<Fields>,
        /// Whether they came as an array.
        bulk: bool,
        /// The columns that the caller announced.
        columns: Vec<String>,
    },
    /// A change of one row to these values.
    Update(Target, Fields),
    /// The end of one row.
    Delete(Target),
    /// The return of a deleted row.
    Restore(Target),
}

/// The row of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its id.
    pub id: Uuid,
    /// The version that the caller knows.
    pub version: Option<i32>,
    /// Whether it was named by a filter on the list's address, as PostgREST's clients do; then the answer is a list.
    pub filtered: bool,
}

/// Values by column, as JSON.
pub type Fields = BTreeMap<String, Box<RawValue>>;

/// What is to be seen of one resource: columns, embedded resources, and which rows in which order.
#[derive(Debug, Default)]
pub struct Level {
    /// What is selected; `None` is everything of the resource itself.
    pub select: Option<Vec<Item>>,
    /// Conditions, all of which hold.
    pub filters: Vec<Filter<String>>,
    /// The order, most important first.
    pub order: Vec<Key<String>>,
    /// Rows, at most.
    pub limit: Option<u32>,
    /// Rows to skip.
    pub offset: Option<u32>,
}

/// Reads a request.
///
/// # Errors
/// Where it is malformed, too large, or says what nobody can do.
pub fn parse(incoming: Incoming<'_>) -> Result<Request, Error> {
    let Incoming { method, resource, id, facet, query, headers, body } = incoming;
    limits::QUERY_BYTES.hold(query.len(), "")?;
    if body.len() > limits::BODY_BYTES {
        return Err(Error::body_too_large());
    }
    // What is no UUID names no row.
    let id = id.map(str::parse).transpose().map_err(|_| Error::not_found())?;
    let preferences = Preferences::parse(headers)?;
    let repeat = headers::idempotency_key(headers)?.map(|key| Repeat { key, digest: digest(&incoming) });
    let mut query = query::parse(query, preferences.media.is_stream())?;
    let (operation, level) = match (method, id) {
        (&Method::GET | &Method::HEAD, Some(id)) if facet == Some("history") => {
            (Operation::History(id), query.without_columns()?.of_versions()?)
        }
        (&Method::POST, id @ Some(_)) if facet == Some("restore") => {
            let (target, level) = target(id, headers, query)?;
            (Operation::Restore(target), level)
        }
        _ if facet.is_some() => return Err(Error::not_found()),
        (&Method::GET | &Method::HEAD, None) => {
            let mut query = query.without_columns()?;
            page::range(headers, &mut query.level, query.cursor.is_some())?;
            (Operation::List { cursor: query.cursor, rest: query.rest }, query.level)
        }
        (&Method::GET | &Method::HEAD, Some(id)) => {
            let known = headers::if_none_match(headers);
            let as_of = query.as_of.take();
            let level = query.without_columns()?.of_one_row()?;
            (Operation::Get { id, known, as_of }, level)
        }
        (&Method::POST, None) => {
            headers::body_is_json(headers)?;
            let (rows, bulk) = body::rows(body)?;
            let columns = query.columns.take().unwrap_or_default();
            (Operation::Create { rows, bulk, columns }, query.of_one_row()?)
        }
        (&Method::PATCH, id) => {
            headers::body_is_json(headers)?;
            let fields = body::read(body)?;
            let (target, level) = target(id, headers, query)?;
            (Operation::Update(target, fields), level)
        }
        (&Method::DELETE, id) => {
            let (target, level) = target(id, headers, query)?;
            (Operation::Delete(target), level)
        }
        (_, Some(_)) => return Err(Error::method("GET, HEAD, PATCH, DELETE")),
        (_, None) => return Err(Error::method("GET, HEAD, POST, PATCH, DELETE")),
    };
    if preferences.media.is_stream() && !matches!(operation, Operation::List { .. }) {
        return Err(Error::not_acceptable());
    }
    Ok(Request { resource: resource.to_owned(), operation, level, preferences, repeat })
}

/// SHA-256 of what a request does.
fn digest(incoming: &Incoming<'_>) -> [u8; 32] {
    let mut hash = Sha256::new();
    let address = [incoming.method.as_str(), incoming.resource, incoming.id.unwrap_or_default()];
    for part in address.into_iter().chain([incoming.facet.unwrap_or_default(), incoming.query]) {
        hash.update(part);
        hash.update([0]);
    }
    hash.update(incoming.body);
    hash.finalize().into()
}

/// The row of a change: by address, or by `id=eq.…` alone.
fn target(id: Option<Uuid>, headers: &HeaderMap, query: query::Query) -> Result<(Target, Level), Error> {
    let version = headers::if_match(headers)?;
    let filtered = id.is_none();
    let mut query = query.without_columns()?;
    let id = match id {
        Some(id) => id,
        None => match std::mem::take(&mut query.level.filters).as_slice() {
            [Filter::Test { column, negated: false, test: Test::Compare("=", id) }] if column == "id" => {
                id.parse().map_err(|_| Error::invalid("invalid_value", "id", "Write a UUID."))?
            }
            _ => {
                let hint =
                    "A change names one row: PATCH or DELETE …/{id}, or ?id=eq.{id} and no other filter.";
                return Err(Error::invalid("key_required", "id", hint));
            }
        },
    };
    Ok((Target { id, version, filtered }, query.of_one_row()?))
}
