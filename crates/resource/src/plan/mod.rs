//! The second stage: what a request means here, for this caller. Names become columns of the catalog, values are
//! checked against them, rights are asked for. What leaves this stage can be written as SQL.

mod level;
mod write;

use std::borrow::Cow;

use jiff::Timestamp;
use uuid::Uuid;

use crate::catalog::{Catalog, Column, Relation, Resource, Verb};
use crate::request::{Fields, Filter, Key, Media, Operation, Preferences, Repeat, Request, Target};
use crate::{Error, cursor, limits};

pub use write::{Values, writable};

/// What a caller may do: resource and verb.
pub type Rights<'a> = &'a (dyn Fn(&str, &str) -> bool + Send + Sync);

/// A request that can be carried out.
#[derive(Debug)]
pub struct Plan<'c> {
    /// What to do.
    pub step: Step<'c>,
    /// What is to be seen of the rows.
    pub node: Node<'c>,
    /// How the answer is wished.
    pub preferences: Preferences,
    /// What tells this change from others when it is repeated.
    pub repeat: Option<Repeat>,
}

/// What to do.
#[derive(Debug)]
pub enum Step<'c> {
    /// Read a page.
    List {
        /// Values of the order's columns behind which it begins.
        after: Option<Vec<Option<String>>>,
        /// The query string for the link to the next page.
        rest: String,
    },
    /// Send all rows as they come.
    Stream,
    /// Read one row.
    Get {
        /// Its id.
        id: Uuid,
        /// Versions that the caller has.
        known: Vec<String>,
        /// The moment whose version is wanted.
        as_of: Option<Timestamp>,
    },
    /// Read all versions of a row.
    History(Uuid),
    /// Insert rows.
    Create {
        /// Their values.
        values: Values<'c>,
        /// Whether they came as an array.
        bulk: bool,
    },
    /// Change a row.
    Update {
        /// Which one.
        target: Target,
        /// New values.
        values: Values<'c>,
    },
    /// Delete a row.
    Delete {
        /// Which one.
        target: Target,
    },
    /// Bring a deleted row back.
    Restore {
        /// Which one.
        target: Target,
    },
}

/// Rows of one resource: which, in which order, and what of them.
#[derive(Debug)]
pub struct Node<'c> {
    /// The resource.
    pub resource: &'c Resource,
    /// What is shown.
    pub fields: Vec<Field<'c>>,
    /// Conditions, all of which hold.
    pub conditions: Vec<Filter<&'c Column>>,
    /// Whether deleted rows are left out.
    pub living: bool,
    /// The order; it ends in the id, so that no two rows are equal in it.
    pub order: Vec<Key<&'c Column>>,
    /// Rows, at most.
    pub limit: u32,
    /// Rows to skip.
    pub offset: u32,
}

/// One entry of a row in the answer.
#[derive(Debug)]
pub enum Field<'c> {
    /// A column.
    Column {
        /// Its name in the answer: a column's own or an alias.
        key: Cow<'c, str>,
        /// The column.
        column: &'c Column,
    },
    /// Rows of another resource.
    Embed {
        /// Its name in the answer: a resource's, a column's or an alias.
        key: String,
        /// How to get there.
        relation: &'c Relation,
        /// Whether rows without any are left out.
        inner: bool,
        /// Whether it is shown, or there for its conditions only.
        shown: bool,
        /// What is to be seen of it.
        node: Box<Node<'c>>,
    },
}

impl Field<'_> {
    /// Its name in the answer: word characters.
    pub fn key(&self) -> &str {
        match self {
            Self::Column { key, .. } => key,
            Self::Embed { key, .. } => key,
        }
    }
}

impl Node<'_> {
    /// Whether it shows the columns of its resource and nothing else, as where nothing is selected.
    pub fn is_whole(&self) -> bool {
        let columns = &self.resource.columns;
        let is_own = |(field, own): (&Field<'_>, &Column)| match field {
            Field::Column { key, column } => key == own.name() && column.ident == own.ident,
            Field::Embed { .. } => false,
        };
        self.fields.len() == columns.len() && self.fields.iter().zip(columns).all(is_own)
    }
}

impl Key<&Column> {
    /// Whether there can be rows without a value. Views do not say so of their ids.
    pub fn nullable(&self) -> bool {
        self.column.nullable && self.column.name() != "id"
    }
}

impl Plan<'_> {
    /// Whether anything changes.
    pub fn is_change(&self) -> bool {
        !matches!(self.step, Step::List { .. } | Step::Stream | Step::Get { .. } | Step::History(_))
    }

    /// Whether the answer holds rows.
    pub fn returns_rows(&self) -> bool {
        let unasked = !matches!(self.step, Step::Delete { .. });
        !self.is_change() || self.preferences.representation.unwrap_or(unasked)
    }

    /// Whether the answer is made of columns alone.
    pub fn is_flat(&self) -> bool {
        self.node.fields.iter().all(|field| matches!(field, Field::Column { .. }))
    }
}

/// Says what a request means for a caller with these rights.
///
/// # Errors
/// What is not there, not allowed, or does not fit its column.
pub fn plan<'c>(catalog: &'c Catalog, may: Rights<'_>, request: Request) -> Result<Plan<'c>, Error> {
    let Request { resource, operation, level, preferences, repeat } = request;
    let resource = catalog.resource(&resource).ok_or_else(Error::not_found)?;
    let verb = match operation {
        Operation::List { .. } | Operation::Get { .. } | Operation::History(_) => Verb::Read,
        Operation::Create { .. } => Verb::Create,
        Operation::Update(..) => Verb::Update,
        Operation::Delete(..) | Operation::Restore(..) => Verb::Delete,
    };
    let versions = matches!(
        operation,
        Operation::History(_) | Operation::Restore(_) | Operation::Get { as_of: Some(_), .. }
    );
    if versions && (resource.deleted_at().is_none() || resource.version().is_none()) {
        let hint = format!("{} keeps no former versions and deletes for good.", resource.name);
        return Err(Error::invalid("no_history", "", hint));
    }
    if !resource.verbs.contains(&verb) {
        return Err(Error::method(&methods(resource)));
    }
    allowed(may, resource, verb)?;
    let asked = level.limit;
    let mut node = level::Planner { catalog, may }.node(resource, level)?;
    let step = match operation {
        Operation::List { cursor, .. } if preferences.media.is_stream() => {
            if cursor.is_some() {
                return Err(cursor::invalid());
            }
            Step::Stream
        }
        Operation::List { cursor, rest } => {
            let after = cursor.map(|cursor| cursor::decode(&node, &cursor)).transpose()?;
            Step::List { after, rest }
        }
        Operation::Get { id, known, as_of } => Step::Get { id, known, as_of },
        Operation::History(id) => Step::History(id),
        Operation::Create { rows, bulk, columns } => {
            Step::Create { values: write::rows(resource, &rows, &columns)?, bulk }
        }
        Operation::Update(target, fields) => {
            Step::Update { target, values: write::changes(resource, fields)? }
        }
        Operation::Delete(target) => Step::Delete { target },
        Operation::Restore(target) => Step::Restore { target },
    };
    // What is bounded is what is held at once: of rows that are sent as they come, one.
    if !matches!(step, Step::List { .. } | Step::History(_)) {
        node.limit = 1;
    }
    let mut plan = Plan { step, node, preferences, repeat };
    if plan.returns_rows() {
        allowed(may, resource, Verb::Read)?;
    }
    limits::ANSWER_ROWS.hold(level::rows(&plan.node), "select")?;
    if matches!(plan.step, Step::Stream) {
        plan.node.limit = asked.unwrap_or(u32::MAX);
    }
    if preferences.media == Media::Csv && !plan.is_flat() {
        let hint = "CSV holds plain columns; ask for JSON to embed.";
        return Err(Error::invalid("unsupported_select", "select", hint));
    }
    Ok(plan)
}

/// The values of new rows for a caller with these rights: what a request that inserts them would mean.
///
/// # Errors
/// As [`plan`].
pub fn rows<'c>(
    catalog: &'c Catalog,
    may: Rights<'_>,
    resource: &str,
    rows: &[Fields],
) -> Result<(&'c Resource, Values<'c>), Error> {
    let resource = catalog.resource(resource).ok_or_else(Error::not_found)?;
    if !resource.verbs.contains(&Verb::Create) {
        return Err(Error::method(&methods(resource)));
    }
    allowed(may, resource, Verb::Create)?;
    Ok((resource, write::rows(resource, rows, &[])?))
}

fn allowed(may: Rights<'_>, resource: &Resource, verb: Verb) -> Result<(), Error> {
    if may(&resource.name, verb.name()) {
        return Ok(());
    }
    Err(Error::not_allowed(&resource.name, verb.name()))
}

/// Methods of a resource, as in `Allow`.
fn methods(resource: &Resource) -> String {
    let named = resource.verbs.iter().map(|verb| match verb {
        Verb::Read => "GET, HEAD",
        Verb::Create => "POST",
        Verb::Update => "PATCH",
        Verb::Delete => "DELETE",
    });
    named.collect::<Vec<_>>().join(", ")
}
