//! The queue library's way to the database: a pool of `pg`, with its encryption, and its listener.

use std::any::Any;

use futures::StreamExt;
use graphile_worker::tokio_postgres::TokioPostgresDatabase;
use graphile_worker::{
    BoxFuture, Database, DatabaseDriver, DbError, DbExecutor, DbParams, DbRow, DbTransaction, Notification,
    NotificationStream,
};
use pg::{Db, DbRole, Notice};

use crate::Error;

/// A database of the library, over ours: at most `size` connections, of the connection's own role or of `role`.
pub(crate) fn database(db: &Db, role: Option<DbRole>, size: usize) -> Result<Database, Error> {
    Ok(Database::new(Driver {
        pool: TokioPostgresDatabase::new(db.driver_pool(role, size)?),
        db: db.clone(),
    }))
}

/// The library's own driver opens connections without encryption, unless told otherwise at compile time, and with
/// certificates of its own choice. So it is given open ones.
#[derive(Debug)]
struct Driver {
    pool: TokioPostgresDatabase,
    db: Db,
}

impl DbExecutor for Driver {
    fn execute<'a>(&'a self, sql: &'a str, params: DbParams) -> BoxFuture<'a, Result<u64, DbError>> {
        self.pool.execute(sql, params)
    }

    fn fetch_all<'a>(&'a self, sql: &'a str, params: DbParams) -> BoxFuture<'a, Result<Vec<DbRow>, DbError>> {
        self.pool.fetch_all(sql, params)
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
            let listener = self
                .db
                .listen(channel)
                .await
                .map_err(|error| DbError::new(error.to_string()))?;
            let channel = channel.to_owned();
            // After a gap there may be tickets that nobody told of: the library looks, as for any notification.
            let notifications = listener.map(move |notice| {
                Ok(Notification {
                    channel: channel.clone(),
                    payload: match notice {
                        Notice::Payload(payload) => payload,
                        Notice::Gap => String::new(),
                    },
                })
            });
            Ok(Some(Box::pin(notifications) as NotificationStream))
        })
    }
}
