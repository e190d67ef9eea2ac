//! The pool, and the doors through it.

use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use futures::{Stream, StreamExt, stream};
use tokio_postgres::types::ToSql;
use tokio_postgres::{AsyncMessage, Client, Row};

use crate::listen::Listener;
use crate::point::PointReader;
use crate::tell::Teller;
use crate::tls::{self, Tls};
use crate::{DbRole, Error, Scope, Timeout, Tx, TxMode};

/// The oldest server that Cuspid runs on, as `server_version_num` counts.
const OLDEST_SERVER: i32 = 140_000;
/// A connection over a network that says nothing for this long is asked whether it is still there.
const KEEPALIVE: Duration = Duration::from_secs(30);

/// How to reach the database and how long anything there may take.
#[derive(Clone, Debug)]
pub struct DbConfig {
    /// `postgres://user:password@host/database?sslmode=…`, or the `key=value` form; the user must own the
    /// schema or be a member of `cuspid_api` and `cuspid_app`.
    pub url: String,
    /// Connections of the pool, at most. Few are faster than many: twice the server's cores is plenty.
    pub pool_size: usize,
    /// Shared connections of the point reader; one is fastest on a small machine.
    pub point_connections: usize,
    /// How long a caller waits for a free connection before [`Timeout::Pool`].
    pub pool_wait: Duration,
    /// How long opening a connection may take.
    pub connect_timeout: Duration,
    /// How long one statement may run.
    pub statement_timeout: Duration,
    /// How long one statement may wait for a lock.
    pub lock_timeout: Duration,
    /// How long a transaction may sit idle before the server ends it.
    pub idle_in_transaction_timeout: Duration,
}

impl DbConfig {
    /// The defaults for the server at `url`.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            pool_size: 16,
            point_connections: 1,
            pool_wait: Duration::from_secs(5),
            connect_timeout: Duration::from_secs(5),
            statement_timeout: Duration::from_secs(30),
            lock_timeout: Duration::from_secs(5),
            idle_in_transaction_timeout: Duration::from_secs(60),
        }
    }
}

/// A database. Cheap to clone; clones share the pool.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

struct Inner {
    pool: Pool,
    point: PointReader,
    teller: Teller,
    connect: Connect,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Db").field("pool", &self.inner.pool.status()).finish_non_exhaustive()
    }
}

impl Db {
    /// Opens the pool and makes sure that a supported server answers.
    ///
    /// # Errors
    /// [`Error::Config`] for a URL that cannot be used or a server older than 14, [`Error::Unavailable`]
    /// or [`Error::Timeout`] where none answers.
    pub async fn connect(config: &DbConfig) -> Result<Self, Error> {
        let (mut settings, tls) = tls::parse(&config.url)?;
        settings
            .application_name("cuspid")
            .connect_timeout(config.connect_timeout)
            .keepalives_idle(KEEPALIVE);
        // Times leave the database as JSON in the session's zone: answers are in UTC whatever the server's own is.
        let options = settings.get_options().unwrap_or_default().to_owned();
        settings.options(format!("{options} -c timezone=UTC").trim_start());
        let alone = Connect { settings: settings.clone(), tls: tls.clone(), timeout: config.connect_timeout };
        let mut options = settings.get_options().unwrap_or_default().to_owned();
        for (name, limit) in [
            ("statement_timeout", config.statement_timeout),
            ("lock_timeout", config.lock_timeout),
            ("idle_in_transaction_session_timeout", config.idle_in_transaction_timeout),
        ] {
            options.push_str(&format!(" -c {name}={}", limit.as_millis()));
        }
        settings.options(options.trim_start());

        let pool = pool(
            settings.clone(),
            tls.clone(),
            config.pool_size,
            config.connect_timeout,
            Some(config.pool_wait),
        )?;

        let version: i32 = pool
            .get()
            .await?
            .query_one("select current_setting('server_version_num')::int", &[])
            .await?
            .get(0);
        if version < OLDEST_SERVER {
            return Err(Error::Config(format!(
                "the server is PostgreSQL {}; Cuspid needs {} or later",
                version / 10_000,
                OLDEST_SERVER / 10_000
            )));
        }

        let point = PointReader::new(
            Connect { settings, tls, timeout: config.connect_timeout },
            config.point_connections.max(1),
            config.statement_timeout,
        );
        Ok(Self {
            inner: Arc::new(Inner { pool, point, teller: Teller::start(alone.clone()), connect: alone }),
        })
    }

    /// Begins a transaction in `scope`: its tenant, actor and role hold until the end of the transaction.
    ///
    /// # Errors
    /// [`Timeout::Pool`] when no connection becomes free, [`Error::Unavailable`] when the server is away.
    pub async fn begin(&self, scope: &Scope) -> Result<Tx, Error> {
        self.begin_as(scope, TxMode::Write).await
    }

    /// Begins a transaction of another mode: read-only, or a stronger isolation.
    ///
    /// # Errors
    /// As [`Db::begin`].
    pub async fn begin_as(&self, scope: &Scope, mode: TxMode) -> Result<Tx, Error> {
        self.tx(scope, mode).await?.begin().await
    }

    /// Runs one statement as a transaction of its own, in one round trip; its rows.
    ///
    /// # Errors
    /// As [`Db::begin`], and what the server says; then nothing lasts.
    pub async fn run(
        &self,
        scope: &Scope,
        sql: &str,
        params: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, Error> {
        self.tx(scope, TxMode::Write).await?.alone(sql, params).await
    }

    async fn tx(&self, scope: &Scope, mode: TxMode) -> Result<Tx, Error> {
        let Inner { pool, teller, connect, .. } = &*self.inner;
        let client = pool.get().await?;
        Ok(Tx::new(client, connect.tls.clone(), teller.clone(), scope, mode))
    }

    /// Comes back when those who listen were told of everything committed before. For the end of a process.
    ///
    /// # Errors
    /// [`Timeout::Statement`] where it cannot be told within `patience`.
    pub async fn told(&self, patience: Duration) -> Result<(), Error> {
        tokio::time::timeout(patience, self.inner.teller.sent())
            .await
            .map_err(|_| Error::Timeout(Timeout::Statement))
    }

    /// The reader of single rows and short lists by key.
    pub fn point(&self) -> &PointReader {
        &self.inner.point
    }

    /// Hears what is notified on `channel`, reconnecting for as long as the listener lives.
    ///
    /// # Errors
    /// [`Error::Config`] for a channel whose name is empty or longer than 63 bytes; [`Error::Unavailable`]
    /// where the first connection fails.
    pub async fn listen(&self, channel: &str) -> Result<Listener, Error> {
        Listener::open(self.inner.connect.clone(), channel).await
    }

    /// A pool for the one library that speaks to the database by itself, the job queue's: of the connection's own role,
    /// or of `role`, at most `size` connections, without the limits in time. With a role, commits do not wait for the disk:
    /// the library hands out tickets, and what it forgets in a crash of the database it hands out again.
    ///
    /// # Errors
    /// [`Error::Config`].
    pub fn driver_pool(&self, role: Option<DbRole>, size: usize) -> Result<Pool, Error> {
        let Connect { settings, tls, timeout } = &self.inner.connect;
        let mut settings = settings.clone();
        if let Some(role) = role {
            let options = settings.get_options().unwrap_or_default();
            settings
                .options(format!("{options} -c role={} -c synchronous_commit=off", role.name()).trim_start());
        }
        pool(settings, tls.clone(), size, *timeout, None)
    }

    /// Connections of the pool: how many are open, and how many callers wait for one. For metrics.
    pub fn pool_status(&self) -> (usize, usize) {
        let status = self.inner.pool.status();
        (status.size, status.waiting)
    }

    pub(crate) fn connector(&self) -> &Connect {
        &self.inner.connect
    }
}

fn pool(
    settings: tokio_postgres::Config,
    tls: Tls,
    size: usize,
    connect_timeout: Duration,
    wait: Option<Duration>,
) -> Result<Pool, Error> {
    let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    Pool::builder(Manager::from_config(settings, tls, recycling))
        .max_size(size.max(1))
        .wait_timeout(wait)
        .create_timeout(Some(connect_timeout))
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(|error| Error::Config(error.to_string()))
}

/// Opens connections outside the pool, without its time limits.
#[derive(Clone)]
pub(crate) struct Connect {
    pub(crate) settings: tokio_postgres::Config,
    pub(crate) tls: Tls,
    pub(crate) timeout: Duration,
}

impl Connect {
    /// A connection of one's own, with what the server says unasked.
    pub(crate) async fn open(
        &self,
    ) -> Result<
        (Client, impl Stream<Item = Result<AsyncMessage, tokio_postgres::Error>> + Unpin + use<>),
        Error,
    > {
        let (client, mut connection) =
            tokio::time::timeout(self.timeout, self.settings.connect(self.tls.clone()))
                .await
                .map_err(|_| Error::Timeout(Timeout::Connect))?
                .map_err(|error| match Error::from(error) {
                    Error::Driver(text) => Error::Unavailable(text),
                    other => other,
                })?;
        Ok((client, stream::poll_fn(move |context| connection.poll_message(context))))
    }

    /// A connection of one's own, closed with the client.
    pub(crate) async fn client(&self) -> Result<Client, Error> {
        let (client, mut messages) = self.open().await?;
        tokio::spawn(async move { while let Some(Ok(_)) = messages.next().await {} });
        Ok(client)
    }
}
