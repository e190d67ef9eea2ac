//! A transaction that knows for whom it works.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::Poll;

use bytes::Bytes;
use deadpool_postgres::Object;
use futures::{FutureExt, SinkExt, Stream, StreamExt, TryStreamExt, stream};
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{BorrowToSql, ToSql};
use tokio_postgres::{Row, SimpleQueryMessage, Statement};

use crate::tell::Teller;
use crate::tls::Tls;
use crate::{Error, Scope};

/// Prepared statements kept per connection; beyond it the cache is emptied, since statements built from
/// requests have no natural number.
const STATEMENTS_KEPT: usize = 400;

/// What a transaction may do and what it sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TxMode {
    /// Reads and writes at read committed, the default.
    Write,
    /// Reads only, at read committed.
    ReadOnly,
    /// Reads only, all from one moment: exports and reports of several statements.
    Snapshot,
    /// Reads and writes as if alone; may end in [`Error::Conflict`].
    Serializable,
}

impl TxMode {
    fn begin(self) -> &'static str {
        match self {
            Self::Write => "begin",
            Self::ReadOnly => "begin read only",
            Self::Snapshot => "begin isolation level repeatable read, read only",
            Self::Serializable => "begin isolation level serializable",
        }
    }

    /// A transaction in which a statement failed answers COMMIT with ROLLBACK, which the driver does not take for an
    /// error. The select before it does fail then, so that no caller believes a change was kept.
    fn commit(self) -> &'static str {
        match self {
            Self::Write | Self::Serializable => "select current_setting('app.told', true); commit",
            Self::ReadOnly | Self::Snapshot => "select; commit",
        }
    }
}

/// Sets what a scope says, and something more before the role. That comes last: what is set before is set as the
/// connection's own role.
macro_rules! set_scope {
    ($more:literal) => {
        concat!(
            "select set_config('app.tenant', $1, true), set_config('app.user', $2, true), \
             set_config('app.actor', $3, true), set_config('app.reason', $4, true), set_config('app.action', $5, true), \
             set_config('app.user_email', $6, true), set_config('app.user_role', $7, true), \
             set_config('app.request', $8, true), set_config('app.ip', $9, true), set_config('app.agent', $10, true), ",
            $more,
            "set_config('role', $11, true)"
        )
    };
}

/// `app.told` gathers what `platform.tell` is given, a line each.
const SET_SCOPE: &str = set_scope!("set_config('app.told', e'\\n', true), ");
/// The same for a transaction under way, which has gathered something already.
const CHANGE_SCOPE: &str = set_scope!("");

/// A transaction in a [`Scope`]. Dropped without [`commit`](Tx::commit), it is rolled back.
///
/// Dropped while a statement runs, because whoever waited for it has gone, the statement is cancelled.
pub struct Tx {
    /// Taken only by the drop.
    client: Option<Object>,
    tls: Tls,
    teller: Teller,
    scope: Scope,
    mode: TxMode,
    open: bool,
    savepoints: AtomicU32,
    /// Statements begun whose answers have not all arrived.
    unfinished: Arc<AtomicU32>,
}

impl std::fmt::Debug for Tx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tx").field("scope", &self.scope).finish_non_exhaustive()
    }
}

impl Tx {
    pub(crate) fn new(client: Object, tls: Tls, teller: Teller, scope: &Scope, mode: TxMode) -> Self {
        Self {
            client: Some(client),
            tls,
            teller,
            scope: scope.clone(),
            mode,
            open: false,
            savepoints: AtomicU32::new(0),
            unfinished: Arc::default(),
        }
    }

    /// `BEGIN` and the settings leave together: one round trip once the statement is prepared.
    pub(crate) async fn begin(mut self) -> Result<Self, Error> {
        let set_scope = self.prepare_cached(SET_SCOPE).await?;
        self.open = true;
        let settings = settings(&self.scope);
        let params = settings.each_ref().map(|value| value as &(dyn ToSql + Sync));
        // `futures::join!` polls in order, so the two are sent in order.
        let (begun, set) = futures::join!(
            self.batch_execute(self.mode.begin()),
            self.run(self.client().execute(&set_scope, &params)),
        );
        begun?;
        set?;
        Ok(self)
    }

    /// The whole transaction leaves together, with one statement in it.
    pub(crate) async fn alone(
        mut self,
        sql: &str,
        params: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, Error> {
        let set_scope = self.prepare_cached(SET_SCOPE).await?;
        let statement = self.prepare_cached(sql).await?;
        self.open = true;
        let settings = settings(&self.scope);
        let scope_params = settings.each_ref().map(|value| value as &(dyn ToSql + Sync));
        let (begun, set, rows, ended) = futures::join!(
            self.batch_execute(self.mode.begin()),
            self.run(self.client().execute(&set_scope, &scope_params)),
            self.run_prepared(sql, self.client().query(&statement, params)),
            self.run(self.client().simple_query(self.mode.commit())),
        );
        begun?;
        set?;
        let rows = rows?;
        self.committed(&ended?);
        Ok(rows)
    }

    /// Goes on for another actor, as another role, in the tenant that the transaction began for: what a person asked for
    /// is written as that person, and what is kept of the work itself by Cuspid, both or neither.
    ///
    /// # Errors
    /// What the server says.
    pub async fn act_as(&mut self, scope: &Scope) -> Result<(), Error> {
        let scope = scope.clone().for_tenant(self.scope.tenant());
        let change_scope = self.prepare_cached(CHANGE_SCOPE).await?;
        let settings = settings(&scope);
        let params = settings.each_ref().map(|value| value as &(dyn ToSql + Sync));
        self.run(self.client().execute(&change_scope, &params)).await?;
        self.scope = scope;
        Ok(())
    }

    fn client(&self) -> &Object {
        self.client.as_ref().unwrap_or_else(|| unreachable!("the connection is taken only by the drop"))
    }

    /// Runs one statement, known to be unfinished for as long as it is.
    async fn run<T, E: Into<Error>>(&self, work: impl Future<Output = Result<T, E>>) -> Result<T, Error> {
        self.unfinished.fetch_add(1, Ordering::Relaxed);
        let result = work.await;
        self.unfinished.fetch_sub(1, Ordering::Relaxed);
        result.map_err(Into::into)
    }

    /// A stream of answers, known to be unfinished until its end has been read.
    fn answers<T, S>(&self, answers: S) -> impl Stream<Item = Result<T, Error>> + Send + use<T, S>
    where
        S: Stream<Item = Result<T, tokio_postgres::Error>> + Send,
    {
        let unfinished = Arc::clone(&self.unfinished);
        unfinished.fetch_add(1, Ordering::Relaxed);
        let end = stream::poll_fn(move |_| {
            unfinished.fetch_sub(1, Ordering::Relaxed);
            Poll::Ready(None)
        });
        answers.map_err(Error::from).chain(end).fuse()
    }

    /// Runs a prepared statement. One that no longer fits the schema is forgotten, so that it fails only once.
    async fn run_prepared<T>(
        &self,
        sql: &str,
        work: impl Future<Output = Result<T, tokio_postgres::Error>>,
    ) -> Result<T, Error> {
        self.run(work.inspect(|result| {
            let stale = [&SqlState::FEATURE_NOT_SUPPORTED, &SqlState::INVALID_SQL_STATEMENT_NAME];
            if let Err(error) = result
                && error.code().is_some_and(|code| stale.contains(&code))
            {
                self.client().statement_cache.remove(sql, &[]);
            }
        }))
        .await
    }

    /// For whom this transaction works.
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Prepares a statement, or finds it prepared on this connection. The methods below do this by
    /// themselves for the text they are given.
    ///
    /// # Errors
    /// What the server says about the statement.
    pub async fn prepare_cached(&self, sql: &str) -> Result<Statement, Error> {
        let cache = &self.client().statement_cache;
        if cache.size() >= STATEMENTS_KEPT {
            cache.clear();
        }
        self.run(self.client().prepare_cached(sql)).await
    }

    /// All rows of a statement.
    ///
    /// # Errors
    /// What the server says.
    pub async fn query(&self, sql: &str, params: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>, Error> {
        let statement = self.prepare_cached(sql).await?;
        self.run_prepared(sql, self.client().query(&statement, params)).await
    }

    /// The one row of a statement.
    ///
    /// # Errors
    /// [`Error::RowCount`] unless there is exactly one; what the server says.
    pub async fn query_one(&self, sql: &str, params: &[&(dyn ToSql + Sync)]) -> Result<Row, Error> {
        self.query_opt(sql, params).await?.ok_or(Error::RowCount { got: 0 })
    }

    /// The one row of a statement, if there is one.
    ///
    /// # Errors
    /// [`Error::RowCount`] if there are several; what the server says.
    pub async fn query_opt(&self, sql: &str, params: &[&(dyn ToSql + Sync)]) -> Result<Option<Row>, Error> {
        let mut rows = self.query(sql, params).await?;
        if rows.len() > 1 {
            return Err(Error::RowCount { got: rows.len() });
        }
        Ok(rows.pop())
    }

    /// Runs a statement; the number of rows it touched.
    ///
    /// # Errors
    /// What the server says.
    pub async fn execute(&self, sql: &str, params: &[&(dyn ToSql + Sync)]) -> Result<u64, Error> {
        let statement = self.prepare_cached(sql).await?;
        self.run_prepared(sql, self.client().execute(&statement, params)).await
    }

    /// Runs statements without parameters, separated by semicolons.
    ///
    /// # Errors
    /// What the server says.
    pub async fn batch_execute(&self, sql: &str) -> Result<(), Error> {
        self.run(self.client().batch_execute(sql)).await
    }

    /// The rows of a statement as they arrive; memory stays flat however many there are.
    ///
    /// # Errors
    /// What the server says, now or in the stream.
    pub async fn query_stream<P, I>(
        &self,
        sql: &str,
        params: I,
    ) -> Result<impl Stream<Item = Result<Row, Error>> + Send + use<P, I>, Error>
    where
        P: BorrowToSql,
        I: IntoIterator<Item = P>,
        I::IntoIter: ExactSizeIterator,
    {
        let statement = self.prepare_cached(sql).await?;
        let rows = self.run_prepared(sql, self.client().query_raw(&statement, params)).await?;
        Ok(self.answers(rows))
    }

    /// What `copy … to stdout` gives, chunk by chunk.
    ///
    /// # Errors
    /// What the server says, now or in the stream.
    pub async fn copy_out(
        &self,
        sql: &str,
    ) -> Result<impl Stream<Item = Result<Bytes, Error>> + Send + use<>, Error> {
        let chunks = self.run(self.client().copy_out(sql)).await?;
        Ok(self.answers(chunks))
    }

    /// Feeds `copy … from stdin`; the number of rows.
    ///
    /// # Errors
    /// What the server says. An error leaves the transaction to be rolled back.
    pub async fn copy_in(&self, sql: &str, chunks: impl Stream<Item = Bytes> + Send) -> Result<u64, Error> {
        self.run(async {
            let sink = self.client().copy_in::<_, Bytes>(sql).await?;
            let mut sink = std::pin::pin!(sink);
            let mut chunks = std::pin::pin!(chunks);
            while let Some(chunk) = chunks.next().await {
                sink.as_mut().feed(chunk).await?;
            }
            sink.finish().await
        })
        .await
    }

    /// A point to which the transaction can return. Ends with [`Savepoint::release`] or, dropped, with a
    /// rollback to it.
    ///
    /// # Errors
    /// What the server says.
    pub async fn savepoint(&self) -> Result<Savepoint<'_>, Error> {
        let number = self.savepoints.fetch_add(1, Ordering::Relaxed);
        self.run(self.client().batch_execute(&format!("savepoint s{number}"))).await?;
        Ok(Savepoint { tx: self, number, open: true })
    }

    /// Makes everything done in the transaction last.
    ///
    /// # Errors
    /// What the server says, for example a deferred constraint; then nothing lasts.
    pub async fn commit(mut self) -> Result<(), Error> {
        let ended = self.run(self.client().simple_query(self.mode.commit())).await?;
        self.committed(&ended);
        Ok(())
    }

    fn committed(&mut self, answer: &[SimpleQueryMessage]) {
        self.open = false;
        let told = answer.iter().find_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0),
            _ => None,
        });
        if let Some(told) = told
            && !told.trim_ascii().is_empty()
        {
            self.teller.tell(told.to_owned());
        }
    }

    /// Undoes everything done in the transaction.
    ///
    /// # Errors
    /// What the server says; the changes are undone all the same.
    pub async fn rollback(mut self) -> Result<(), Error> {
        self.open = false;
        self.run(self.client().batch_execute("rollback")).await
    }
}

/// The values of [`SET_SCOPE`].
fn settings(scope: &Scope) -> [Cow<'_, str>; 11] {
    [
        scope.tenant().to_string().into(),
        scope.user_id().map(|user| user.to_string()).unwrap_or_default().into(),
        scope.actor().name().into(),
        scope.reason().into(),
        scope.action().into(),
        scope.email().into(),
        scope.roles().into(),
        scope.request().to_string().into(),
        scope.ip().as_ref().map(IpAddr::to_string).unwrap_or_default().into(),
        scope.agent().unwrap_or_default().into(),
        scope.role().name().into(),
    ]
}

impl Drop for Tx {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        if self.unfinished.load(Ordering::Relaxed) > 0 {
            // Whoever takes this connection next would wait for the statement, and might be hit by a late
            // cancellation: so it leaves the pool.
            let client = Object::take(client);
            let (token, tls) = (client.cancel_token(), self.tls.clone());
            if let Ok(runtime) = tokio::runtime::Handle::try_current() {
                runtime.spawn(async move {
                    let _ = token.cancel_query(tls).await;
                    drop(client);
                });
            }
        } else if self.open {
            // One poll puts the message on the connection's queue, ahead of whoever takes the connection next.
            let _ = client.batch_execute("rollback").now_or_never();
        }
    }
}

/// A point inside a [`Tx`] to which it can return.
#[derive(Debug)]
pub struct Savepoint<'a> {
    tx: &'a Tx,
    number: u32,
    open: bool,
}

impl Savepoint<'_> {
    /// Keeps what was done since.
    ///
    /// # Errors
    /// What the server says.
    pub async fn release(mut self) -> Result<(), Error> {
        self.open = false;
        let release = format!("release savepoint s{}", self.number);
        self.tx.run(self.tx.client().batch_execute(&release)).await
    }

    /// Undoes what was done since; the transaction goes on.
    ///
    /// # Errors
    /// What the server says.
    pub async fn rollback(mut self) -> Result<(), Error> {
        self.open = false;
        self.tx.run(self.tx.client().batch_execute(&self.back())).await
    }

    fn back(&self) -> String {
        format!("rollback to savepoint s{0}; release savepoint s{0}", self.number)
    }
}

impl Drop for Savepoint<'_> {
    fn drop(&mut self) {
        if self.open {
            // Sent at once and in order, as in the drop of the transaction.
            let _ = self.tx.client().batch_execute(&self.back()).now_or_never();
        }
    }
}
