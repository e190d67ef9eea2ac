//! The queue library's way to the database: a pool of `pg`, with its encryption, and its listener.

use std::any::Any;
use std::time::Duration;

use futures::{FutureExt, stream};
use graphile_worker::tokio_postgres::TokioPostgresDatabase;
use graphile_worker::{
    BoxFuture, Database, DatabaseDriver, DbCell, DbError, DbExecutor, DbParams, DbRow, DbTransaction,
    DbValue, Notification, NotificationStream,
};
use pg::types::{ToSql, Type};
use pg::{Db, DbRole, Row};

use crate::Error;

/// The library looks for tickets at every notification, and misses one that comes while a look of its ends with nothing, until
/// its next poll. So of many notifications it hears the first, and then one each time this has passed, up to once after
/// the last.
const AGAIN: Duration = Duration::from_millis(3);

/// A database of the library, over ours: at most `size` connections, of the connection's own role or of `role`.
pub(crate) fn database(db: &Db, role: Option<DbRole>, size: usize) -> Result<Database, Error> {
    Ok(Database::new(Driver {
        pool: TokioPostgresDatabase::new(db.driver_pool(role, size)?),
        db: db.clone(),
    }))
}

/// The library's own driver opens connections without encryption, unless told otherwise at compile time, and with
/// certificates of its own choice. So it is given open ones. It also has each statement parsed and planned anew; here they
/// are prepared once.
#[derive(Debug)]
struct Driver {
    pool: TokioPostgresDatabase,
    db: Db,
}

impl Driver {
    async fn query(&self, sql: &str, params: &DbParams) -> Result<Vec<Row>, DbError> {
        let client = self.pool.pool().get().await?;
        let statement = client.prepare_cached(sql).await?;
        let params: Vec<_> = params.values().iter().map(param).collect();
        let rows = client.query(&statement, &params).await;
        if rows.is_err() {
            // It may no longer fit the schema; then it fails only once.
            client.statement_cache.remove(sql, &[]);
        }
        Ok(rows?)
    }
}

fn param(value: &DbValue) -> &(dyn ToSql + Sync) {
    match value {
        DbValue::Bool(value) => value,
        DbValue::BoolOpt(value) => value,
        DbValue::I16(value) => value,
        DbValue::I16Opt(value) => value,
        DbValue::I32(value) => value,
        DbValue::I32Opt(value) => value,
        DbValue::I64(value) => value,
        DbValue::I64Opt(value) => value,
        DbValue::Json(value) => value,
        DbValue::JsonOpt(value) => value,
        DbValue::Text(value) => value,
        DbValue::TextOpt(value) => value,
        DbValue::TextArray(value) => value,
        DbValue::TextArrayOpt(value) => value,
        DbValue::I32Array(value) => value,
        DbValue::I64Array(value) => value,
        DbValue::TimestampTz(value) => value,
        DbValue::TimestampTzOpt(value) => value,
    }
}

fn row(row: &Row) -> Result<DbRow, DbError> {
    let cells = row.columns().iter().enumerate().map(|(at, column)| {
        let cell = match *column.type_() {
            Type::BOOL => row.try_get::<_, Option<_>>(at)?.map(DbCell::Bool),
            Type::INT2 => row.try_get::<_, Option<_>>(at)?.map(DbCell::I16),
            Type::INT4 => row.try_get::<_, Option<_>>(at)?.map(DbCell::I32),
            Type::INT8 => row.try_get::<_, Option<_>>(at)?.map(DbCell::I64),
            Type::JSON | Type::JSONB => row.try_get::<_, Option<_>>(at)?.map(DbCell::Json),
            Type::TEXT => row.try_get::<_, Option<_>>(at)?.map(DbCell::Text),
            Type::TIMESTAMPTZ => row.try_get::<_, Option<_>>(at)?.map(DbCell::TimestampTz),
            ref other => return Err(DbError::new(format!("the library does not read {other}"))),
        };
        Ok((column.name().to_owned(), cell.unwrap_or(DbCell::Null)))
    });
    Ok(DbRow::new(cells.collect::<Result<_, DbError>>()?))
}

impl DbExecutor for Driver {
    fn execute<'a>(&'a self, sql: &'a str, params: DbParams) -> BoxFuture<'a, Result<u64, DbError>> {
        self.pool.execute(sql, params)
    }

    fn fetch_all<'a>(&'a self, sql: &'a str, params: DbParams) -> BoxFuture<'a, Result<Vec<DbRow>, DbError>> {
        Box::pin(async move { self.query(sql, &params).await?.iter().map(row).collect() })
    }
}

impl DatabaseDriver for Driver {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn begin<'a>(&'a self) -> BoxFuture<'a, Result<DbTransaction, DbError>> {
        self.pool.begin()
    }

    fn listen<'a>(&'a self, channel: &'a str) -> BoxFuture<'a, Result<Option<NotificationStream>, DbError>> {
        Box::pin(async move {
            let listener = self.db.listen(channel).await.map_err(|error| DbError::new(error.to_string()))?;
            let channel = channel.to_owned();
            // After a gap there may be tickets that nobody told of: the library looks, as for any notification, and does
            // not read what it says.
            let notifications = stream::unfold((listener, false), move |(mut listener, looks_again)| {
                let channel = channel.clone();
                async move {
                    let mut heard = if looks_again {
                        tokio::time::sleep(AGAIN).await;
                        false
                    } else {
                        listener.recv().await?;
                        true
                    };
                    while listener.recv().now_or_never().is_some_and(|notice| notice.is_some()) {
                        heard = true;
                    }
                    let payload = String::new();
                    Some((Ok(Notification { channel, payload }), (listener, heard)))
                }
            });
            Ok(Some(Box::pin(notifications) as NotificationStream))
        })
    }
}
