//! The third stage: a plan as one statement.
//!
//! Names come from the catalog, values are parameters in text with a cast to the column's type. The tenant is not
//! mentioned: row security adds it to every table. PostgreSQL builds the JSON, a row at a time.

mod rows;
mod write;

use std::borrow::Cow;
use std::fmt::{Display, Write};

use uuid::Uuid;

use crate::catalog::{Column, Ident, Kind};
use crate::plan::{Field, Node, Plan, Step};
use crate::request::Media;

/// A statement and its values.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Statement<'c> {
    /// The text.
    pub text: Cow<'c, str>,
    /// The values of `$1`, `$2`, …, as PostgreSQL reads them from text.
    pub params: Vec<String>,
}

impl Statement<'_> {
    fn put(&mut self, text: impl Display) -> &mut Self {
        // A `String` takes whatever is written to it.
        let _ = write!(self.text.to_mut(), "{text}");
        self
    }

    /// The name of a new parameter, cast to its type.
    fn param(&mut self, value: impl Into<String>, cast: &str) -> String {
        self.params.push(value.into());
        format!("${}::{cast}", self.params.len())
    }

    /// Writes columns with a prefix and commas.
    fn columns<'i>(&mut self, prefix: &str, columns: impl IntoIterator<Item = &'i Ident>) {
        self.list(", ", columns, |sql, column| {
            sql.put(prefix).put(column);
        });
    }

    /// Writes items with something between them.
    fn list<T>(
        &mut self,
        between: &str,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        for (at, item) in items.into_iter().enumerate() {
            self.put(if at > 0 { between } else { "" });
            write(self, item);
        }
    }
}

/// The statement of a plan. What its rows hold:
/// - a page: the JSON of the row (for CSV one text a column), then the order's keys;
/// - one row and changes: the JSON of the row (null where the change answers with nothing), its version, its id.
pub fn statement<'c>(plan: &Plan<'c>) -> Statement<'c> {
    let node = &plan.node;
    match &plan.step {
        Step::List { after, .. } => page(plan, after.as_deref()),
        // By far the commonest read: its text is written once.
        Step::Get { id, .. } if node.is_whole() => Statement {
            text: Cow::Borrowed(
                node.resource
                    .whole
                    .get_or_init(|| one(node, *id).text.into_owned()),
            ),
            params: vec![id.to_string()],
        },
        Step::Get { id, .. } => one(node, *id),
        Step::Create { .. } | Step::Update { .. } | Step::Delete { .. } => changed(plan),
    }
}

/// One row.
fn one<'c>(node: &Node<'_>, id: Uuid) -> Statement<'c> {
    let mut sql = Statement::default();
    sql.put("select row_to_json(j0)::text, ").put(named(node));
    rows::source(&mut sql, node, 0, &rows::Which::Key(id));
    rows::lateral(&mut sql, node, 0);
    sql
}

/// A change and the rows that it wrote.
fn changed<'c>(plan: &Plan<'_>) -> Statement<'c> {
    let mut sql = Statement::default();
    write::changed(&mut sql, plan);
    let shown = plan.returns_rows();
    sql.put(if shown {
        "select row_to_json(j0)::text, "
    } else {
        "select null::text, "
    });
    sql.put(named(&plan.node)).put("w as t0");
    if shown {
        rows::lateral(&mut sql, &plan.node, 0);
    }
    sql
}

/// The version and the id of a row.
fn named(node: &Node<'_>) -> String {
    let version = node
        .resource
        .version()
        .map_or("null".to_owned(), |version| format!("t0.{}", version.ident));
    format!("{version}::text, t0.{}::text from ", node.resource.id().ident)
}

/// How many rows a list has on all its pages together.
pub fn count<'c>(plan: &Plan<'_>) -> Statement<'c> {
    let mut sql = Statement::default();
    rows::all(sql.put("select count(*) from "), &plan.node);
    sql
}

/// How many rows the planner expects a list to have.
pub fn expected_count<'c>(plan: &Plan<'_>) -> Statement<'c> {
    let mut sql = Statement::default();
    rows::all(sql.put("explain (format json) select from "), &plan.node);
    sql
}

/// Finds a living row, to tell a stale change from one of nothing.
pub fn existence<'c>(plan: &Plan<'_>, id: Uuid) -> Statement<'c> {
    let mut sql = Statement::default();
    sql.put(format_args!(
        "select from {} as s0 where ",
        plan.node.resource.table
    ));
    rows::of_key(&mut sql, plan.node.resource, "s0", id);
    sql
}

/// A page of rows.
fn page<'c>(plan: &Plan<'_>, after: Option<&[Option<String>]>) -> Statement<'c> {
    let mut sql = Statement::default();
    let node = &plan.node;
    let csv = plan.preferences.media == Media::Csv;
    sql.put("select ");
    if csv {
        for field in &node.fields {
            if let Field::Column { column, .. } = field {
                sql.put(format_args!("to_json(t0.{}) #>> '{{}}', ", column.ident));
            }
        }
    } else {
        sql.put("row_to_json(j0)::text, ");
    }
    sql.list(", ", &node.order, |sql, key| {
        let cast = if key_is_read(key.column) { "" } else { "::text" };
        sql.put(format_args!("t0.{}{cast}", key.column.ident));
    });
    sql.put(" from ");
    rows::source(&mut sql, node, 0, &rows::Which::Page(after));
    if !csv {
        rows::lateral(&mut sql, node, 0);
    }
    // The page is in this order already; saying so costs nothing and makes it a promise.
    rows::order(&mut sql, node, "t0");
    sql
}

/// Whether the engine reads a key from the driver's own format. Others are made text for every row of the page
/// though only one is needed.
pub(crate) fn key_is_read(column: &Column) -> bool {
    matches!(
        column.kind,
        Kind::Uuid | Kind::Timestamp | Kind::Int(32) | Kind::Text
    )
}
