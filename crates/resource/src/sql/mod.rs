//! The third stage: a plan as one statement.
//!
//! Names come from the catalog, values are parameters in text with a cast to the column's type. The tenant is not
//! mentioned: row security adds it to every table. PostgreSQL builds the JSON, a row at a time.

mod rows;
mod versions;
mod write;

use uuid::Uuid;

use crate::catalog::{Column, Ident, Kind};
use crate::plan::{Field, Plan, Step};
use crate::request::Media;

/// A statement and its values.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// The text.
    pub text: String,
    /// The values of `$1`, `$2`, …, as PostgreSQL reads them from text.
    pub params: Vec<String>,
}

impl Statement {
    fn put(&mut self, text: impl AsRef<str>) -> &mut Self {
        self.text.push_str(text.as_ref());
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
            sql.put(format!("{prefix}{column}"));
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
pub fn statement(plan: &Plan<'_>) -> Statement {
    let mut sql = Statement::default();
    let node = &plan.node;
    let version =
        node.resource.version().map_or("null".to_owned(), |version| format!("t0.{}", version.ident));
    let named = format!("{version}::text, t0.{}::text from ", node.resource.id().ident);
    match &plan.step {
        Step::List { after, .. } => page(&mut sql, plan, after.as_deref()),
        Step::Stream => stream(&mut sql, plan),
        Step::Get { id, as_of, .. } => {
            sql.put("select row_to_json(j0)::text, ").put(named);
            rows::source(&mut sql, node, 0, &rows::Which::Key(*id, *as_of));
            rows::lateral(&mut sql, node, 0);
        }
        Step::History(id) => versions::all(&mut sql, node, *id),
        Step::Create { .. } | Step::Update { .. } | Step::Delete { .. } | Step::Restore { .. } => {
            write::changed(&mut sql, plan);
            let shown = plan.returns_rows();
            sql.put(if shown { "select row_to_json(j0)::text, " } else { "select null::text, " });
            sql.put(named).put("w as t0");
            if shown {
                rows::lateral(&mut sql, node, 0);
            }
        }
    }
    sql
}

/// How many rows a list has on all its pages together.
pub fn count(plan: &Plan<'_>) -> Statement {
    let mut sql = Statement::default();
    rows::all(sql.put("select count(*) from "), &plan.node);
    sql
}

/// All rows of a list, to be explained and not run.
pub fn all(plan: &Plan<'_>) -> Statement {
    let mut sql = Statement::default();
    rows::all(sql.put("select from "), &plan.node);
    sql
}

/// What the planner thinks of a statement.
pub fn explained(statement: &Statement) -> Statement {
    Statement { text: format!("explain (format json) {}", statement.text), params: statement.params.clone() }
}

/// Finds the row that a change was meant for, to tell a stale change from one of nothing.
pub fn existence(plan: &Plan<'_>, id: Uuid) -> Statement {
    let mut sql = Statement::default();
    sql.put(format!("select from {} as s0 where ", plan.node.resource.table));
    let alive = !matches!(plan.step, Step::Restore { .. });
    rows::of_key(&mut sql, plan.node.resource, "s0", id, alive);
    sql
}

/// All rows, without the keys that only a page needs.
fn stream(sql: &mut Statement, plan: &Plan<'_>) {
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
fn cell(sql: &mut Statement, field: &Field<'_>) {
    if let Field::Column { column, .. } = field {
        sql.put(format!("to_json(t0.{}) #>> '{{}}'", column.ident));
    }
}

fn page(sql: &mut Statement, plan: &Plan<'_>, after: Option<&[Option<String>]>) {
    let node = &plan.node;
    sql.put("select row_to_json(j0)::text, ");
    sql.list(", ", &node.order, |sql, key| {
        let cast = if key_is_read(key.column) { "" } else { "::text" };
        sql.put(format!("t0.{}{cast}", key.column.ident));
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
