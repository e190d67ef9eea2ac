//! The second stage: what a request means here, for this caller. Names become columns of the catalog, values are
//! checked against them, rights are asked for. What leaves this stage can be written as SQL.

mod level;
mod write;

use uuid::Uuid;

use crate::catalog::{Catalog, Column, Relation, Resource, Verb};
use crate::request::{
    Comparison, Is, Logic, Media, Nulls, Operation, Preferences, Request, Return, Tags, Target,
};
use crate::{Error, cursor, limits};

pub use write::Values;

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
    /// Read one row.
    Get {
        /// Its id.
        id: Uuid,
        /// Versions that the caller has.
        none_match: Option<Tags>,
    },
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
}

/// Rows of one resource: which, in which order, and what of them.
#[derive(Debug)]
pub struct Node<'c> {
    /// The resource.
    pub resource: &'c Resource,
    /// What is shown.
    pub fields: Vec<Field<'c>>,
    /// Conditions, all of which hold.
    pub conditions: Vec<Condition<'c>>,
    /// Whether deleted rows are left out.
    pub living: bool,
    /// The order; it ends in the id, so that no two rows are equal in it.
    pub order: Vec<Key<'c>>,
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
        key: String,
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
    fn key(&self) -> &str {
        match self {
            Self::Column { key, .. } | Self::Embed { key, .. } => key,
        }
    }
}

/// A condition on a row.
#[derive(Debug)]
pub enum Condition<'c> {
    /// A comparison.
    Compare {
        /// The column.
        column: &'c Column,
        /// How.
        comparison: Comparison,
        /// With what.
        value: String,
        /// Whether the opposite is meant.
        negated: bool,
    },
    /// One of several values.
    In {
        /// The column.
        column: &'c Column,
        /// The values.
        values: Vec<String>,
        /// Whether the opposite is meant.
        negated: bool,
    },
    /// Empty, true or false.
    Is {
        /// The column.
        column: &'c Column,
        /// Which.
        is: Is,
        /// Whether the opposite is meant.
        negated: bool,
    },
    /// Several conditions.
    Group {
        /// How they come together.
        logic: Logic,
        /// Whether the opposite is meant.
        negated: bool,
        /// The conditions.
        members: Vec<Self>,
    },
}

/// One key of an order.
#[derive(Clone, Copy, Debug)]
pub struct Key<'c> {
    /// The column.
    pub column: &'c Column,
    /// Whether the largest comes first.
    pub descending: bool,
    /// Where rows without a value come.
    pub nulls: Nulls,
}

impl Key<'_> {
    /// Whether there can be rows without a value. Views do not say so of their ids.
    pub fn nullable(&self) -> bool {
        self.column.nullable() && self.column.name() != "id"
    }
}

impl Plan<'_> {
    /// Whether a change answers with its rows.
    pub fn returns_rows(&self) -> bool {
        match (&self.step, self.preferences.returned) {
            (Step::List { .. } | Step::Get { .. }, _) | (_, Some(Return::Representation)) => true,
            (Step::Delete { .. }, None) | (_, Some(Return::Minimal)) => false,
            (_, None) => true,
        }
    }
}

/// Says what a request means for a caller with these rights.
///
/// # Errors
/// What is not there, not allowed, or does not fit its column.
pub fn plan<'c>(catalog: &'c Catalog, may: Rights<'_>, request: Request) -> Result<Plan<'c>, Error> {
    let Request {
        resource,
        operation,
        level,
        preferences,
    } = request;
    let resource = catalog.resource(&resource).ok_or(Error::NotFound)?;
    let verb = match operation {
        Operation::List(_) | Operation::Get { .. } => Verb::Read,
        Operation::Create { .. } => Verb::Create,
        Operation::Update { .. } => Verb::Update,
        Operation::Delete { .. } => Verb::Delete,
    };
    if !resource.offers(verb) {
        return Err(Error::Method {
            allowed: methods(resource),
        });
    }
    allowed(may, resource, verb)?;
    let planner = level::Planner { catalog, may };
    let mut node = planner.node(resource, level)?;
    let step = match operation {
        Operation::List(page) => {
            if let Some((first, rows)) = page.range {
                (node.offset, node.limit) = (first, rows);
            }
            let after = page
                .cursor
                .map(|cursor| cursor::decode(resource.name(), &node.order, &cursor))
                .transpose()?;
            Step::List {
                after,
                rest: page.rest,
            }
        }
        Operation::Get { id, none_match } => Step::Get { id, none_match },
        Operation::Create { rows, bulk, columns } => Step::Create {
            values: write::rows(resource, rows, columns)?,
            bulk,
        },
        Operation::Update { target, fields } => Step::Update {
            target,
            values: write::changes(resource, fields)?,
        },
        Operation::Delete { target } => Step::Delete { target },
    };
    if matches!(step, Step::Get { .. } | Step::Update { .. } | Step::Delete { .. }) {
        node.limit = 1;
    }
    let plan = Plan {
        step,
        node,
        preferences,
    };
    if plan.returns_rows() {
        allowed(may, resource, Verb::Read)?;
    }
    let rows = level::rows(&plan.node);
    if rows > limits::ANSWER_ROWS {
        return Err(Error::invalid(
            "too_costly",
            "select",
            format!(
                "Up to {rows} rows could come of this, and {} are the most; set limits, inside too: case_files.limit=20.",
                limits::ANSWER_ROWS
            ),
        ));
    }
    if plan.preferences.media == Media::Csv
        && plan
            .node
            .fields
            .iter()
            .any(|field| matches!(field, Field::Embed { .. }))
    {
        return Err(Error::invalid(
            "unsupported_select",
            "select",
            "CSV holds plain columns; ask for JSON to embed.",
        ));
    }
    Ok(plan)
}

fn allowed(may: Rights<'_>, resource: &Resource, verb: Verb) -> Result<(), Error> {
    if may(resource.name(), verb.name()) {
        return Ok(());
    }
    Err(Error::NotAllowed {
        resource: resource.name().to_owned(),
        verb: verb.name(),
    })
}

/// Methods of a resource, as in `Allow`.
fn methods(resource: &Resource) -> String {
    let named = [
        (Verb::Read, "GET, HEAD"),
        (Verb::Create, "POST"),
        (Verb::Update, "PATCH"),
        (Verb::Delete, "DELETE"),
    ];
    let offered: Vec<&str> = named
        .iter()
        .filter(|(verb, _)| resource.offers(*verb))
        .map(|(_, methods)| *methods)
        .collect();
    offered.join(", ")
}
