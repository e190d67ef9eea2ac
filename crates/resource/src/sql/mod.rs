//! The third stage: a plan as one statement.
//!
//! Names come from the catalog, values are parameters in text with a cast to the column's type. The tenant is not
//! mentioned: row security adds it to every table. PostgreSQL builds the JSON, a row at a time.

mod rows;
mod write;

use crate::catalog::{Column, Kind};
use crate::plan::{Field, Plan, Step};
use crate::request::Media;

/// A statement and its values.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// The text.
    pub text: String,
    /// The values of `$1`, `$2`, …, as PostgreSQL reads them from text.
    pub params: Vec<Option<String>>,
}

impl Statement {
    fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    fn param(&mut self, value: impl Into<String>, cast: &str) -> &mut Self {
        self.params.push(Some(value.into()));
        let number = self.params.len();
        self.push(&format!("${number}::{cast}"))
    }

    /// The values as the point reader takes them.
    pub(crate) fn texts(&self) -> Vec<Option<&str>> {
        self.params.iter().map(Option::as_deref).collect()
    }
}

/// The statement of a plan. What its rows hold:
/// - a page: the JSON of the row (for CSV one text a column), then the order's keys;
/// - one row and changes: the JSON of the row (null where the change answers with nothing), its version, its id.
pub fn statement(plan: &Plan<'_>) -> Statement {
    let mut sql = Statement::default();
    match &plan.step {
        Step::List { after, .. } => page(&mut sql, plan, after.as_deref()),
        Step::Get { id, .. } => {
            shown(&mut sql, plan, true);
            rows::source(&mut sql, &plan.node, 0, &rows::Which::Key(*id));
            rows::lateral(&mut sql, &plan.node, 0);
        }
        Step::Create { .. } | Step::Update { .. } | Step::Delete { .. } => {
            write::changed(&mut sql, plan);
            shown(&mut sql, plan, plan.returns_rows());
            sql.push("w as t0");
            if plan.returns_rows() {
                rows::lateral(&mut sql, &plan.node, 0);
            }
        }
    }
    sql
}

/// How many rows a list has on all its pages together.
pub fn count(plan: &Plan<'_>) -> Statement {
    let mut sql = Statement::default();
    sql.push("select count(*) from ");
    rows::all(&mut sql, &plan.node);
    sql
}

/// How many rows the planner expects a list to have.
pub fn expected_count(plan: &Plan<'_>) -> Statement {
    let mut sql = Statement::default();
    sql.push("explain (format json) select from ");
    rows::all(&mut sql, &plan.node);
    sql
}

/// The version of a living row, to tell a stale change from one of nothing.
pub fn version(plan: &Plan<'_>, id: uuid::Uuid) -> Statement {
    let mut sql = Statement::default();
    sql.push("select from ")
        .push(plan.node.resource.table())
        .push(" as s0 where ");
    rows::of_key(&mut sql, plan.node.resource, "s0", id);
    sql
}

fn page(sql: &mut Statement, plan: &Plan<'_>, after: Option<&[Option<String>]>) {
    let node = &plan.node;
    sql.push("select ");
    let csv = plan.preferences.media == Media::Csv;
    if csv {
        for field in &node.fields {
            if let Field::Column { column, .. } = field {
                sql.push("to_json(t0.")
                    .push(column.ident().sql())
                    .push(") #>> '{}', ");
            }
        }
    } else {
        sql.push("row_to_json(j0)::text, ");
    }
    for (at, key) in node.order.iter().enumerate() {
        sql.push(if at > 0 { ", t0." } else { "t0." })
            .push(key.column.ident().sql());
        sql.push(if key_is_read(key.column) { "" } else { "::text" });
    }
    sql.push(" from ");
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
        column.kind(),
        Kind::Uuid | Kind::Timestamp | Kind::Int(32) | Kind::Text
    )
}

/// `select json, version, id from `.
fn shown(sql: &mut Statement, plan: &Plan<'_>, rows: bool) {
    sql.push(if rows {
        "select row_to_json(j0)::text, "
    } else {
        "select null::text, "
    });
    match plan.node.resource.version() {
        Some(version) => sql.push("t0.").push(version.ident().sql()).push("::text"),
        None => sql.push("null::text"),
    };
    sql.push(", t0.")
        .push(plan.node.resource.id().ident().sql())
        .push("::text from ");
}
