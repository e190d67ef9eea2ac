//! The third stage: a plan as one statement.
//!
//! Names come from the catalog, values are parameters in text with a cast to the column's type. The tenant is not
//! mentioned: row security adds it to every table. PostgreSQL builds the JSON, a row at a time.

mod rows;
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
/// - a page: the JSON of the row (for CSV one text a column), then the order's keys;
/// - one row and changes: the JSON of the row (null where the change answers with nothing), its version, its id.
pub fn statement(plan: &Plan<'_>) -> Statement {
    let mut sql = Statement::default();
    let node = &plan.node;
    let version = node
        .resource
        .version()
        .map_or("null".to_owned(), |version| format!("t0.{}", version.ident));
    let named = format!("{version}::text, t0.{}::text from ", node.resource.id().ident);
    match &plan.step {
        Step::List { after, .. } => page(&mut sql, plan, after.as_deref()),
        Step::Get { id, .. } => {
            sql.put("select row_to_json(j0)::text, ").put(named);
            rows::source(&mut sql, node, 0, &rows::Which::Key(*id));
            rows::lateral(&mut sql, node, 0);
        }
        Step::Create { .. } | Step::Update { .. } | Step::Delete { .. } => {
            write::changed(&mut sql, plan);
            let shown = plan.returns_rows();
            sql.put(if shown {
                "select row_to_json(j0)::text, "
            } else {
                "select null::text, "
            });
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

/// How many rows the planner expects a list to have.
pub fn expected_count(plan: &Plan<'_>) -> Statement {
    let mut sql = Statement::default();
    rows::all(sql.put("explain (format json) select from "), &plan.node);
    sql
}

/// Finds a living row, to tell a stale change from one of nothing.
pub fn existence(plan: &Plan<'_>, id: Uuid) -> Statement {
    let mut sql = Statement::default();
    sql.put(format!("select from {} as s0 where ", plan.node.resource.table));
    rows::of_key(&mut sql, plan.node.resource, "s0", id);
    sql
}

fn page(sql: &mut Statement, plan: &Plan<'_>, after: Option<&[Option<String>]>) {
    let node = &plan.node;
    let csv = plan.preferences.media == Media::Csv;
    sql.put("select ");
    if csv {
        for field in &node.fields {
            if let Field::Column { column, .. } = field {
                sql.put(format!("to_json(t0.{}) #>> '{{}}', ", column.ident));
            }
        }
    } else {
        sql.put("row_to_json(j0)::text, ");
    }
    sql.list(", ", &node.order, |sql, key| {
        let cast = if key_is_read(key.column) { "" } else { "::text" };
        sql.put(format!("t0.{}{cast}", key.column.ident));
    });
    sql.put(" from ");
    rows::source(sql, node, 0, &rows::Which::Page(after));
    if !csv {
        rows::lateral(sql, node, 0);
    }
    // The page is in this order already; saying so costs nothing and makes it a promise.
    rows::order(sql, node, "t0");
}

/// Whether the engine reads a key from the driver's own format. Others are made text for every row of the page
/// though only one is needed.
pub(crate) fn key_is_read(column: &Column) -> bool {
    matches!(
        column.kind,
        Kind::Uuid | Kind::Timestamp | Kind::Int(32) | Kind::Text
    )
}
