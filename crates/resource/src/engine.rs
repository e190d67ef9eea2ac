//! Runs the stages, and between them the statement.

use bytes::Bytes;
use http::Response;
use jiff::Timestamp;
use pg::types::{Format, IsNull, ToSql, Type, to_sql_checked};
use pg::{Db, Row, Scope, Tx, TxMode};
use uuid::Uuid;

use crate::catalog::{Column, Kind};
use crate::plan::{self, Plan, Rights, Step};
use crate::request::{self, Count, Incoming, Target};
use crate::respond::{self, Page, Shown};
use crate::sql::{self, Statement};
use crate::{Catalog, Error};

/// Rows above which an estimated count is the planner's.
const COUNTED: i64 = 1000;

/// Answers a request for a caller with these rights. `scope` is that of the role `cuspid_api`.
///
/// # Errors
/// Everything that [`Error`] says; nothing was changed then.
pub async fn answer(
    catalog: &Catalog,
    db: &Db,
    scope: &Scope,
    may: Rights<'_>,
    incoming: Incoming<'_>,
) -> Result<Response<Bytes>, Error> {
    let request = request::parse(incoming)?;
    let plan = plan::plan(catalog, may, request)?;
    let statement = sql::statement(&plan);
    match &plan.step {
        Step::List { .. } => {
            let page = list(db, scope, &plan, &statement).await?;
            respond::list(&plan, page)
        }
        Step::Get { .. } => {
            let rows = db
                .point()
                .query(scope, &statement.text, &statement.texts())
                .await?;
            let row = rows.first().ok_or(Error::NotFound)?;
            let text = |at| {
                row.column(at)
                    .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            };
            let shown = Shown {
                json: row.column(0),
                version: text(1),
                id: text(2).unwrap_or_default(),
            };
            respond::one(&plan, shown)
        }
        Step::Create { .. } => {
            let rows = change(db, scope, &plan, &statement, None).await?;
            respond::changed(&plan, rows)
        }
        Step::Update { target, .. } | Step::Delete { target } => {
            let rows = change(db, scope, &plan, &statement, Some(target)).await?;
            respond::changed(&plan, rows)
        }
    }
}

async fn list(db: &Db, scope: &Scope, plan: &Plan<'_>, statement: &Statement) -> Result<Page, Error> {
    // The transaction is not ended but dropped: it changed nothing, and so nobody waits for its end.
    let tx = db.begin_as(scope, TxMode::ReadOnly).await?;
    let (rows, total) = futures::try_join!(run(&tx, statement), total(&tx, plan))?;
    let shown = rows.len().min(plan.node.limit as usize);
    let keys = plan.node.order.len();
    let next = match rows[..shown].last() {
        Some(last) if rows.len() > shown => {
            let first = last.len() - keys;
            let values = plan.node.order.iter().enumerate();
            let values = values
                .map(|(at, key)| key_text(last, first + at, key.column))
                .collect::<Result<Vec<_>, _>>()?;
            Some(crate::cursor::encode(
                plan.node.resource.name(),
                &plan.node.order,
                &values,
            ))
        }
        _ => None,
    };
    let rows = rows[..shown]
        .iter()
        .map(|row| (0..row.len() - keys).map(|at| text(row, at)).collect())
        .collect::<Result<_, _>>()?;
    Ok(Page { rows, total, next })
}

async fn total(tx: &Tx, plan: &Plan<'_>) -> Result<Option<i64>, Error> {
    let Some(wanted) = plan.preferences.count else {
        return Ok(None);
    };
    if wanted != Count::Exact {
        let rows = run(tx, &sql::expected_count(plan)).await?;
        let explained: serde_json::Value = match rows.first() {
            Some(row) => row.try_get(0).map_err(driver)?,
            None => serde_json::Value::Null,
        };
        let expected = explained
            .pointer("/0/Plan/Plan Rows")
            .and_then(serde_json::Value::as_i64);
        if wanted == Count::Planned || expected.is_some_and(|rows| rows > COUNTED) {
            return Ok(expected);
        }
    }
    let rows = run(tx, &sql::count(plan)).await?;
    rows.first().map(|row| row.try_get(0)).transpose().map_err(driver)
}

async fn change(
    db: &Db,
    scope: &Scope,
    plan: &Plan<'_>,
    statement: &Statement,
    target: Option<&Target>,
) -> Result<Vec<Shown>, Error> {
    let tx = db.begin(scope).await?;
    let rows = run(&tx, statement).await?;
    if let Some(target) = target.filter(|_| rows.is_empty()) {
        let stale = target.version.is_some() && !run(&tx, &sql::version(plan, target.id)).await?.is_empty();
        return Err(if stale {
            Error::StaleVersion
        } else {
            Error::NotFound
        });
    }
    let shown = rows
        .iter()
        .map(|row| {
            let id = text(row, 2)?.unwrap_or_default();
            Ok(Shown {
                json: text(row, 0)?.map(Bytes::from),
                version: text(row, 1)?,
                id,
            })
        })
        .collect::<Result<_, Error>>()?;
    if plan.preferences.rollback {
        tx.rollback().await?;
    } else {
        tx.commit().await?;
    }
    Ok(shown)
}

async fn run(tx: &Tx, statement: &Statement) -> Result<Vec<Row>, Error> {
    let params: Vec<Text<'_>> = statement
        .params
        .iter()
        .map(|value| Text(value.as_deref()))
        .collect();
    let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
    Ok(tx.query(&statement.text, &params).await?)
}

/// A value that PostgreSQL itself reads from text, whatever its type.
#[derive(Debug)]
struct Text<'a>(Option<&'a str>);

impl ToSql for Text<'_> {
    fn to_sql(
        &self,
        _: &Type,
        out: &mut bytes::BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self.0 {
            Some(text) => {
                out.extend_from_slice(text.as_bytes());
                Ok(IsNull::No)
            }
            None => Ok(IsNull::Yes),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Text
    }

    to_sql_checked!();
}

fn text(row: &Row, at: usize) -> Result<Option<String>, Error> {
    row.try_get(at).map_err(driver)
}

/// The value of an order's key as a cursor holds it.
fn key_text(row: &Row, at: usize, column: &Column) -> Result<Option<String>, Error> {
    let read = sql::key_is_read(column);
    match column.kind() {
        Kind::Uuid if read => row
            .try_get::<_, Option<Uuid>>(at)
            .map(|id| id.map(|id| id.to_string())),
        Kind::Int(32) if read => row
            .try_get::<_, Option<i32>>(at)
            .map(|number| number.map(|number| number.to_string())),
        Kind::Timestamp if read => row
            .try_get::<_, Option<Timestamp>>(at)
            .map(|moment| moment.map(|moment| moment.to_string())),
        _ => row.try_get(at),
    }
    .map_err(driver)
}

/// The driver and the statements here disagree: a defect.
fn driver(error: impl std::error::Error) -> Error {
    Error::Database(pg::Error::Driver(error.to_string()))
}
