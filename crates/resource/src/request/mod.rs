//! The first stage: from the bytes of a request to what it says, without knowing what there is.

mod body;
mod filter;
mod headers;
mod page;
mod query;
mod scan;
mod select;

use http::{HeaderMap, Method};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::Error;
use crate::limits;

pub use filter::{Comparison, Filter, Is, Logic, Test};
pub use headers::{Count, Media, Preferences, Return, Tags};
pub use page::{Nulls, OrderKey, Page};
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
}

/// What is to be done.
#[derive(Debug)]
pub enum Operation {
    /// A page of rows.
    List(Page),
    /// One row.
    Get {
        /// Its id.
        id: Uuid,
        /// Versions that the caller has.
        none_match: Option<Tags>,
    },
    /// New rows.
    Create {
        /// Their values.
        rows: Vec<Fields>,
        /// Whether they came as an array.
        bulk: bool,
        /// The columns that the caller announced.
        columns: Option<Vec<String>>,
    },
    /// A change of one row.
    Update {
        /// Which one.
        target: Target,
        /// New values.
        fields: Fields,
    },
    /// The end of one row.
    Delete {
        /// Which one.
        target: Target,
    },
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
    pub filters: Vec<Filter>,
    /// The order, most important first.
    pub order: Vec<OrderKey>,
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
    let Incoming { method, headers, .. } = incoming;
    if incoming.query.len() > limits::QUERY_BYTES {
        return Err(Error::too_much(
            "query_too_long",
            "",
            limits::QUERY_BYTES as u64,
            "bytes of query",
        ));
    }
    if incoming.body.len() > limits::BODY_BYTES {
        return Err(Error::BodyTooLarge);
    }
    // What is no UUID names no row.
    let id = incoming
        .id
        .map(str::parse)
        .transpose()
        .map_err(|_| Error::NotFound)?;
    let preferences = Preferences::parse(headers)?;
    let query = query::parse(incoming.query)?;
    let (operation, level) = match (method, id) {
        (&Method::GET | &Method::HEAD, None) => {
            let query::Query { level, page, columns } = query;
            refuse(columns.is_some(), "columns")?;
            (Operation::List(page.with_range(headers, &level)?), level)
        }
        (&Method::GET | &Method::HEAD, Some(id)) => {
            let none_match = headers::if_none_match(headers);
            (Operation::Get { id, none_match }, query.of_one_row()?)
        }
        (&Method::POST, None) => {
            headers::body_is_json(headers)?;
            let (rows, bulk) = body::rows(incoming.body)?;
            let columns = query.columns.clone();
            (Operation::Create { rows, bulk, columns }, query.of_one_row()?)
        }
        (&Method::PATCH, id) => {
            headers::body_is_json(headers)?;
            let fields = body::fields(incoming.body)?;
            let (target, level) = target(id, headers, query)?;
            (Operation::Update { target, fields }, level)
        }
        (&Method::DELETE, id) => {
            let (target, level) = target(id, headers, query)?;
            (Operation::Delete { target }, level)
        }
        (_, id) => {
            let allowed = if id.is_some() {
                "GET, HEAD, PATCH, DELETE"
            } else {
                "GET, HEAD, POST, PATCH, DELETE"
            };
            return Err(Error::Method {
                allowed: allowed.into(),
            });
        }
    };
    if preferences.media == Media::Csv && !matches!(operation, Operation::List(_)) {
        return Err(Error::NotAcceptable);
    }
    Ok(Request {
        resource: incoming.resource.to_owned(),
        operation,
        level,
        preferences,
    })
}

/// The row of a change: by address, or by `id=eq.…` alone.
fn target(id: Option<Uuid>, headers: &HeaderMap, mut query: query::Query) -> Result<(Target, Level), Error> {
    let version = headers::if_match(headers)?;
    let filtered = id.is_none();
    let id = match id {
        Some(id) => id,
        None => match std::mem::take(&mut query.level.filters).as_slice() {
            [
                Filter::Test {
                    column,
                    negated: false,
                    test: Test::Compare(Comparison::Eq, id),
                },
            ] if column == "id" => id
                .parse()
                .map_err(|_| Error::invalid("invalid_value", "id", "Write a UUID."))?,
            _ => {
                return Err(Error::invalid(
                    "key_required",
                    "id",
                    "A change names one row: PATCH or DELETE …/{id}, or ?id=eq.{id} and no other filter.",
                ));
            }
        },
    };
    refuse(query.columns.is_some(), "columns")?;
    Ok((
        Target {
            id,
            version,
            filtered,
        },
        query.of_one_row()?,
    ))
}

fn refuse(given: bool, parameter: &str) -> Result<(), Error> {
    if given {
        return Err(Error::invalid(
            "unknown_parameter",
            parameter,
            "This parameter has no meaning here; leave it out.",
        ));
    }
    Ok(())
}
