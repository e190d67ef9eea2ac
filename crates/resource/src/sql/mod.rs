//! The third stage: a plan as one statement.
//!
//! Names come from the catalog, values are parameters in text with a cast to the column's type. The tenant is not
//! mentioned: row security adds it to every table. PostgreSQL builds the JSON, a row at a time.

mod rows;
mod versions;
mod write;

use std::borrow::Cow;
use std::fmt::{Display, Write};

use jiff::Timestamp;
use uuid::Uuid;

use crate::catalog::{Column, Ident, Kind, Resource};
use crate::plan::{Field, Node, Plan, Step, Values};
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
/// - a page: the JSON of the row, then the order's keys;
/// - a stream: the JSON of the row, or for CSV one text a column;
/// - versions: the JSON of each;
/// - one row and changes: the JSON of the row (null where the change answers with nothing), its version, its id.
pub fn statement<'c>(plan: &Plan<'c>) -> Statement<'c> {
    let node = &plan.node;
    let mut sql = Statement::default();
    match &plan.step {
        Step::List { after, .. } => page(&mut sql, plan, after.as_deref()),
        Step::Stream => stream(&mut sql, plan),
        // By far the commonest read: its text is written once.
        Step::Get { id, as_of: None, .. } if node.is_whole() => {
            let text = node.resource.whole.get_or_init(|| one(node, *id, None).text.into_owned());
            return Statement { text: Cow::Borrowed(text), params: vec![id.to_string()] };
        }
        Step::Get { id, as_of, .. } => return one(node, *id, *as_of),
        Step::History(id) => versions::all(&mut sql, node, *id),
        Step::Create { .. } | Step::Update { .. } | Step::Delete { .. } | Step::Restore { .. } => {
            write::changed(&mut sql, plan);
            let shown = plan.returns_rows();
            sql.put(if shown { "select row_to_json(j0)::text, " } else { "select null::text, " });
            sql.put(named(node)).put("w as t0");
            if shown {
                rows::lateral(&mut sql, node, 0);
            }
        }
    }
    sql
}

/// One row, now or as it was at a moment.
fn one<'c>(node: &Node<'_>, id: Uuid, as_of: Option<Timestamp>) -> Statement<'c> {
    let mut sql = Statement::default();
    sql.put("select row_to_json(j0)::text, ").put(named(node));
    rows::source(&mut sql, node, 0, &rows::Which::Key(id, as_of));
    rows::lateral(&mut sql, node, 0);
    sql
}

/// The version and the id of a row.
fn named(node: &Node<'_>) -> String {
    let version =
        node.resource.version().map_or("null".to_owned(), |version| format!("t0.{}", version.ident));
    format!("{version}::text, t0.{}::text from ", node.resource.id().ident)
}

/// Inserts rows and shows nothing of them.
pub fn insertion(resource: &Resource, values: &Values<'_>) -> Statement<'static> {
    let mut sql = Statement::default();
    write::insert(&mut sql, resource, values);
    sql
}

/// How many rows a list has on all its pages together.
pub fn count<'c>(plan: &Plan<'_>) -> Statement<'c> {
    let mut sql = Statement::default();
    rows::all(sql.put("select count(*) from "), &plan.node);
    sql
}

/// All rows of a list, to be explained and not run.
pub fn all<'c>(plan: &Plan<'_>) -> Statement<'c> {
    let mut sql = Statement::default();
    rows::all(sql.put("select from "), &plan.node);
    sql
}

/// What the planner thinks of a statement.
pub fn explained<'c>(statement: &Statement<'_>) -> Statement<'c> {
    let text = format!("explain (format json) {}", statement.text);
    Statement { text: text.into(), params: statement.params.clone() }
}

/// Finds the row that a change was meant for, to tell a stale change from one of nothing.
pub fn existence<'c>(plan: &Plan<'_>, id: Uuid) -> Statement<'c> {
    let mut sql = Statement::default();
    sql.put(format_args!("select from {} as s0 where ", plan.node.resource.table));
    let alive = !matches!(plan.step, Step::Restore { .. });
    rows::of_key(&mut sql, plan.node.resource, "s0", id, alive);
    sql
}

/// All rows, without the keys that only a page needs.
fn stream(sql: &mut Statement<'_>, plan: &Plan<'_>) {
    sql.put("select ");
    if plan.preferences.media == Media::Csv {
        sql.list(", ", &plan.node.fields, |sql, field| cell(sql, field));
    } else {
        sql.put("row_to_json(j0)::text");
    }
    sql.put(" from ");
    rows::source(sql, &plan.node, 0, &rows::Which::All);
    if plan.preferences.media != Media::Csv {
        rows::lateral(sql, &plan.node, 0);
    }
}

/// A column as CSV shows it.
fn cell(sql: &mut Statement<'_>, field: &Field<'_>) {
    if let Field::Column { column, .. } = field {
        sql.put(format_args!("to_json(t0.{}) #>> '{{}}'", column.ident));
    }
}

fn page(sql: &mut Statement<'_>, plan: &Plan<'_>, after: Option<&[Option<String>]>) {
    let node = &plan.node;
    sql.put("select row_to_json(j0)::text, ");
    sql.list(", ", &node.order, |sql, key| {
        let cast = if key_is_read(key.column) { "" } else { "::text" };
        sql.put(format_args!("t0.{}{cast}", key.column.ident));
    });
    sql.put(" from ");
    rows::source(sql, node, 0, &rows::Which::Page(after));
    rows::lateral(sql, node, 0);
    // The page is in this order already; saying so costs nothing and makes it a promise.
    rows::order(sql, node, "t0");
}

/// Whether the engine reads a key from the driver's own format. Others are made text for every row of the page
/// though only one is needed.
pub(crate) fn key_is_read(column: &Column) -> bool {
    matches!(column.kind, Kind::Uuid | Kind::Timestamp | Kind::Int(32) | Kind::Text)
}
