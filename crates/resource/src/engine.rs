//! Runs the stages, and between them the statement.

use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};

use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use futures::stream::BoxStream;
use http::Response;
use jiff::Timestamp;
use pg::types::{Format, IsNull, ToSql, Type, to_sql_checked};
use pg::{Db, Row, Scope, Tx, TxMode};
use serde_json::Value;
use uuid::Uuid;

use crate::catalog::{Column, Kind};
use crate::plan::{self, Plan, Rights, Step};
use crate::request::{self, Count, Incoming};
use crate::respond::{self, Page, Shown};
use crate::sql::{self, Statement};
use crate::{Catalog, Error, cursor, limits, repeat};

/// Rows above which an estimated count is the planner's.
const COUNTED: i64 = 1000;
/// Rows of a stream that are written into one piece, at most.
const ROWS_AT_ONCE: usize = 256;

/// The body of an answer.
pub enum Body {
    /// All of it.
    Whole(Bytes),
    /// Rows as they come, in pieces; memory stays flat however many there are.
    Stream(BoxStream<'static, Result<Bytes, Error>>),
}

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
) -> Result<Response<Body>, Error> {
    let plan = plan::plan(catalog, may, request::parse(incoming)?)?;
    let statement = sql::statement(&plan);
    let whole = match &plan.step {
        Step::List { .. } => respond::list(&plan, list(catalog, db, scope, &plan, &statement).await?)?,
        Step::Stream => return stream(db, scope, &plan, &statement).await,
        Step::Get { .. } => respond::one(&plan, get(db, scope, &statement).await?),
        Step::History(_) => respond::versions(&plan, versions(db, scope, &statement).await?),
        _ => change(db, scope, &plan, &statement).await?,
    };
    Ok(whole.map(Body::Whole))
}

async fn get(db: &Db, scope: &Scope, statement: &Statement<'_>) -> Result<Shown, Error> {
    let params: Vec<Option<&str>> = statement.params.iter().map(|value| Some(value.as_str())).collect();
    let rows = db.point().query(scope, &statement.text, &params).await?;
    let row = rows.first().ok_or_else(Error::not_found)?;
    let text = |at| row.column(at).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(Shown { json: row.column(0), version: text(1), id: text(2).unwrap_or_default() })
}

async fn list(
    catalog: &Catalog,
    db: &Db,
    scope: &Scope,
    plan: &Plan<'_>,
    statement: &Statement<'_>,
) -> Result<Page, Error> {
    // The transaction is not ended but dropped: it changed nothing, and so nobody waits for its end.
    let tx = db.begin_as(scope, TxMode::ReadOnly).await?;
    affordable(catalog, &tx, statement).await?;
    let (mut rows, total) = futures::try_join!(run(&tx, statement), total(&tx, plan))?;
    let order = &plan.node.order;
    let more = rows.len() > plan.node.limit as usize;
    rows.truncate(plan.node.limit as usize);
    let mut next = None;
    if let Some(last) = rows.last().filter(|_| more) {
        let first = last.len() - order.len();
        let keys = order.iter().enumerate().map(|(at, key)| key_text(last, first + at, key.column));
        next = Some(cursor::encode(&plan.node, &keys.collect::<Result<Vec<_>, _>>()?));
    }
    Ok(Page { rows: jsons(&rows)?, total, next })
}

/// Refuses a list that would take long, by the planner's estimate, once for each tenant and statement.
async fn affordable(catalog: &Catalog, tx: &Tx, statement: &Statement<'_>) -> Result<(), Error> {
    let mut hash = DefaultHasher::new();
    (tx.scope().tenant(), &statement.text).hash(&mut hash);
    let hash = hash.finish();
    if !catalog.is_affordable(hash) {
        let cost = estimate(tx, statement, "Total Cost").await?.unwrap_or_default();
        if cost > limits::COST {
            return Err(Error::too_costly());
        }
        catalog.remember_affordable(hash);
    }
    Ok(())
}

/// What the planner expects of a statement: `Plan Rows`, `Total Cost`.
async fn estimate(tx: &Tx, statement: &Statement<'_>, what: &str) -> Result<Option<f64>, Error> {
    let rows = run(tx, &sql::explained(statement)).await?;
    let plan: Option<Value> = rows.first().map(|row| row.try_get(0)).transpose().map_err(driver)?;
    Ok(plan.and_then(|plan| plan.pointer("/0/Plan")?.get(what)?.as_f64()))
}

async fn total(tx: &Tx, plan: &Plan<'_>) -> Result<Option<i64>, Error> {
    let Some(wanted) = plan.preferences.count else {
        return Ok(None);
    };
    if wanted != Count::Exact {
        let expected = estimate(tx, &sql::all(plan), "Plan Rows").await?.map(|rows| rows as i64);
        if wanted == Count::Planned || expected.is_some_and(|rows| rows > COUNTED) {
            return Ok(expected);
        }
    }
    let rows = run(tx, &sql::count(plan)).await?;
    rows.first().map(|row| row.try_get(0)).transpose().map_err(driver)
}

async fn versions(db: &Db, scope: &Scope, statement: &Statement<'_>) -> Result<Vec<String>, Error> {
    let tx = db.begin_as(scope, TxMode::ReadOnly).await?;
    let rows = run(&tx, statement).await?;
    if rows.is_empty() {
        return Err(Error::not_found());
    }
    jsons(&rows)
}

async fn stream(
    db: &Db,
    scope: &Scope,
    plan: &Plan<'_>,
    statement: &Statement<'_>,
) -> Result<Response<Body>, Error> {
    let tx = db.begin_as(scope, TxMode::Snapshot).await?;
    // It lasts as long as the caller reads, which is not for ever.
    tx.batch_execute("set local statement_timeout = '1h'").await?;
    let params: Vec<Text<String>> = statement.params.iter().cloned().map(Text).collect();
    let rows = tx.query_stream(&statement.text, params).await?;
    let write = respond::line(plan);
    let chunks = rows.ready_chunks(ROWS_AT_ONCE).map(move |rows| {
        let _open = &tx;
        let mut piece = String::new();
        for row in rows {
            let row = row?;
            let cells = (0..row.len()).map(|at| row.try_get(at).map_err(driver));
            write(&mut piece, &cells.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(Bytes::from(piece))
    });
    let head = respond::head(plan);
    let head = futures::stream::iter(head.map(|head| Ok(Bytes::from(head))));
    Ok(respond::stream(plan).map(|()| Body::Stream(head.chain(chunks).boxed())))
}

async fn change(
    db: &Db,
    scope: &Scope,
    plan: &Plan<'_>,
    statement: &Statement<'_>,
) -> Result<Response<Bytes>, Error> {
    let tx = db.begin(scope).await?;
    if let Some(repeat) = &plan.repeat
        && let Some(answer) = repeat::former(&tx, repeat).await?
    {
        return Ok(answer);
    }
    let rows = run(&tx, statement).await?;
    if let (true, Step::Update { target, .. } | Step::Delete { target } | Step::Restore { target }) =
        (rows.is_empty(), &plan.step)
    {
        let stale = target.version.is_some() && !run(&tx, &sql::existence(plan, target.id)).await?.is_empty();
        return Err(if stale { Error::stale_version() } else { Error::not_found() });
    }
    let shown = rows.iter().map(|row| {
        let (json, version, id) = (text(row, 0)?.map(Bytes::from), text(row, 1)?, text(row, 2)?);
        Ok(Shown { json, version, id: id.unwrap_or_default() })
    });
    let answer = respond::changed(plan, shown.collect::<Result<_, Error>>()?)?;
    if plan.preferences.rollback {
        tx.rollback().await?;
        return Ok(answer);
    }
    if let Some(repeat) = &plan.repeat {
        repeat::keep(&tx, repeat, &answer).await?;
    }
    tx.commit().await?;
    Ok(answer)
}

/// The statement that inserts rows for a caller with these rights, to be [`execute`]d: a POST without an answer.
///
/// # Errors
/// As [`answer`], but for what only the database knows.
pub fn rows(
    catalog: &Catalog,
    may: Rights<'_>,
    resource: &str,
    rows: &[request::Fields],
) -> Result<Statement<'static>, Error> {
    let (resource, values) = plan::rows(catalog, may, resource, rows)?;
    Ok(sql::insertion(resource, &values))
}

/// Runs a statement of [`rows`] in the transaction of `tx`, whose scope is that of the role `cuspid_api`.
///
/// # Errors
/// What the database says.
pub async fn execute(tx: &Tx, statement: &Statement<'_>) -> Result<(), Error> {
    run(tx, statement).await.map(drop)
}

async fn run(tx: &Tx, statement: &Statement<'_>) -> Result<Vec<Row>, Error> {
    let params: Vec<Text<&String>> = statement.params.iter().map(Text).collect();
    let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|value| value as _).collect();
    Ok(tx.query(&statement.text, &params).await?)
}

/// A value that PostgreSQL itself reads from text, whatever its type.
#[derive(Debug)]
struct Text<T>(T);

impl<T: AsRef<str> + Debug> ToSql for Text<T> {
    fn to_sql(
        &self,
        _: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        out.extend_from_slice(self.0.as_ref().as_bytes());
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Text
    }

    to_sql_checked!();
}

/// The first column of each row.
fn jsons(rows: &[Row]) -> Result<Vec<String>, Error> {
    rows.iter().map(|row| row.try_get(0).map_err(driver)).collect()
}

fn text(row: &Row, at: usize) -> Result<Option<String>, Error> {
    row.try_get(at).map_err(driver)
}

/// The value of an order's key as a cursor holds it.
fn key_text(row: &Row, at: usize, column: &Column) -> Result<Option<String>, Error> {
    let shown = match column.kind {
        _ if !sql::key_is_read(column) => row.try_get(at),
        Kind::Uuid => row.try_get::<_, Option<Uuid>>(at).map(|id| id.map(|id| id.to_string())),
        Kind::Int(_) => {
            row.try_get::<_, Option<i32>>(at).map(|number| number.map(|number| number.to_string()))
        }
        Kind::Timestamp => {
            row.try_get::<_, Option<Timestamp>>(at).map(|moment| moment.map(|moment| moment.to_string()))
        }
        _ => row.try_get(at),
    };
    shown.map_err(driver)
}

/// The driver and the statements here disagree: a defect.
fn driver(error: impl std::error::Error) -> Error {
    Error::Database(pg::Error::Driver(error.to_string()))
}
