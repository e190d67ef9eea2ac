//! One PostgreSQL for the tests of a process, and databases in it.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;
use std::{env, fs, thread};

use anyhow::{Context, Result, bail, ensure};
use pg::migrate::{self, SCHEMA};
use pg::{Db, DbConfig, Embedded, EmbeddedConfig, EmbeddedError};
use sha2::{Digest, Sha256};
use tokio::sync::{mpsc, oneshot};
use tokio_postgres::{Client, NoTls};

/// Clusters in the temporary directory, one for each process that tests at the same time.
const SLOTS: usize = 64;
/// A template can be copied only while nobody is in it; whoever made it may take this long to leave.
const LEAVE: Duration = Duration::from_secs(10);

/// A database of a test's own, with the whole schema and no rows but the schema's. Dropped with the value.
///
/// For tests that touch what all tenants share: migrations, platform tables, the queue's clock.
#[derive(Debug)]
pub struct TestDb {
    db: Db,
    database: Database,
}

impl TestDb {
    /// The database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// Its URL as the owner, for what needs a connection of its own.
    pub fn url(&self) -> &str {
        &self.database.url
    }
}

/// A database of one's own, with the whole schema.
///
/// # Panics
/// Where there is no PostgreSQL or the schema does not apply: without a database there is no test.
pub async fn database() -> TestDb {
    let database = create(Kind::Own).await;
    TestDb { db: connect(&database.url).await, database }
}

/// A database of one's own that holds nothing.
///
/// # Panics
/// As [`database`].
pub async fn empty_database() -> TestDb {
    let database = create(Kind::Empty).await;
    TestDb { db: connect(&database.url).await, database }
}

/// The database that the tests of this process share, each with tenants of its own.
pub(crate) async fn shared() -> Db {
    let database = create(Kind::Shared).await;
    connect(&database.url).await
}

async fn connect(url: &str) -> Db {
    // Many tests run at once, each with a pool of its own, since a pool belongs to its test's runtime.
    let config = DbConfig { pool_size: 4, ..DbConfig::new(url) };
    Db::connect(&config).await.expect("the test database answers")
}

async fn create(kind: Kind) -> Database {
    let (reply, database) = oneshot::channel();
    KEEPER.send(Order::Create(kind, reply)).expect("the keeper lives");
    database.await.expect("the keeper answers").expect("a test database")
}

/// A database and, if it is a test's own, the duty to drop it.
#[derive(Debug)]
struct Database {
    url: String,
    own: Option<String>,
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(name) = self.own.take() {
            // Not waited for: what is left at the end goes when the cluster is next used.
            let _ = KEEPER.send(Order::Drop(name));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Own,
    Empty,
    Shared,
}

enum Order {
    Create(Kind, oneshot::Sender<Result<Database, String>>),
    Drop(String),
}

/// One thread keeps the server and does what is done to databases, since tests come and go with their runtimes.
static KEEPER: LazyLock<mpsc::UnboundedSender<Order>> = LazyLock::new(|| {
    let (orders, inbox) = mpsc::unbounded_channel();
    thread::Builder::new().name("testkit".into()).spawn(move || keep(inbox)).expect("a thread");
    orders
});

fn keep(mut inbox: mpsc::UnboundedReceiver<Order>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let server = Server::find();
    runtime.block_on(async {
        let mut keeper = match server {
            Ok(server) => Keeper::open(server).await,
            Err(error) => Err(error),
        };
        while let Some(order) = inbox.recv().await {
            match (order, &mut keeper) {
                (Order::Create(kind, reply), Ok(keeper)) => {
                    let _ = reply.send(keeper.create(kind).await.map_err(|error| format!("{error:#}")));
                }
                (Order::Create(_, reply), Err(error)) => {
                    let _ = reply.send(Err(format!("{error:#}")));
                }
                (Order::Drop(name), Ok(keeper)) => keeper.drop(&name).await,
                (Order::Drop(_), Err(_)) => {}
            }
        }
    });
}

/// Where databases can be made. The cluster, if it is ours, lives as long as this.
struct Server {
    url: String,
    embedded: Option<Embedded>,
}

impl Server {
    fn find() -> Result<Self> {
        if let Ok(url) = env::var("CUSPID_TEST_PG") {
            return Ok(Self { url, embedded: None });
        }
        let user = rustix::process::geteuid().as_raw();
        let home = env::temp_dir().join(format!("cuspid-test-{user}"));
        for slot in 0..SLOTS {
            let dir = home.join(slot.to_string());
            match start(dir.clone()) {
                Err(EmbeddedError::InUse { .. }) => {}
                Ok(embedded) => {
                    return Ok(Self {
                        url: embedded.connection_string().to_owned(),
                        embedded: Some(embedded),
                    });
                }
                Err(EmbeddedError::Failed { .. } | EmbeddedError::OtherVersion { .. }) => {
                    // Files that were never made to last: a power cut or an upgrade ends them.
                    fs::remove_dir_all(dir.join("cluster")).context("a spoilt test cluster")?;
                    let embedded = start(dir)?;
                    return Ok(Self {
                        url: embedded.connection_string().to_owned(),
                        embedded: Some(embedded),
                    });
                }
                Err(error) => return Err(error.into()),
            }
        }
        bail!("{SLOTS} processes are testing already")
    }

    fn url_of(&self, database: &str) -> String {
        format!("{} dbname={database}", self.url)
    }
}

fn start(dir: PathBuf) -> Result<Embedded, EmbeddedError> {
    let mut config = EmbeddedConfig::new(dir);
    config.durable = false;
    config.max_connections = 400;
    Embedded::start(&config)
}

struct Keeper {
    server: Server,
    client: Client,
    template: String,
    made: usize,
    shared: Option<String>,
}

/// The template is kept from run to run for as long as the schema and the queue library's are the same.
fn template_name() -> String {
    let both = Sha256::digest(migrate::digest(SCHEMA) + &job::schema_digest());
    format!("cuspid_{}", &hex::encode(both)[..16])
}

impl Keeper {
    async fn open(server: Server) -> Result<Self> {
        let (client, connection) = tokio_postgres::connect(&server.url_of("postgres"), NoTls).await?;
        tokio::spawn(connection);
        let template = template_name();
        let keeper = Self { server, client, template, made: 0, shared: None };
        // Other processes may use the same server, if it is not ours.
        keeper.client.batch_execute("select pg_advisory_lock(7)").await?;
        if keeper.server.embedded.is_some() {
            keeper.clean().await?;
        }
        keeper.make_template().await?;
        keeper.client.batch_execute("select pg_advisory_unlock(7)").await?;
        Ok(keeper)
    }

    /// Drops what earlier processes left in this cluster: test databases, and templates of other schemas.
    async fn clean(&self) -> Result<()> {
        let left = self
            .client
            .query(
                "select datname::text, datistemplate from pg_database where datname ~ '^(test|cuspid)_' and datname <> $1",
                &[&self.template],
            )
            .await?;
        for row in left {
            let (name, is_template): (String, bool) = (row.get(0), row.get(1));
            if is_template {
                self.client.batch_execute(&format!("alter database {name} is_template false")).await?;
            }
            self.client.batch_execute(&format!("drop database {name} with (force)")).await?;
        }
        Ok(())
    }

    /// Makes the database that tests' databases are copies of. It counts as a template once it is whole.
    async fn make_template(&self) -> Result<()> {
        let name = &self.template;
        let found = self
            .client
            .query_opt("select datistemplate from pg_database where datname = $1", &[name])
            .await?;
        match found.map(|row| row.get(0)) {
            Some(true) => return Ok(()),
            Some(false) => self.client.batch_execute(&format!("drop database {name} with (force)")).await?,
            None => {}
        }
        self.client.batch_execute(&format!("create database {name}")).await?;
        let db = Db::connect(&DbConfig { pool_size: 1, ..DbConfig::new(self.server.url_of(name)) }).await?;
        let report = pg::migrate(&db, SCHEMA).await?;
        ensure!(report.applied.len() == SCHEMA.len(), "the new template was not empty");
        job::migrate(&db).await?;
        drop(db);
        self.client.batch_execute(&format!("alter database {name} is_template true")).await?;
        Ok(())
    }

    async fn create(&mut self, kind: Kind) -> Result<Database> {
        if let (Kind::Shared, Some(url)) = (kind, &self.shared) {
            return Ok(Database { url: url.clone(), own: None });
        }
        let name = format!("test_{}_{}", std::process::id(), self.made);
        self.made += 1;
        // From 15 on the server can be told to copy files, which without fsync is the quickest.
        let version: i32 =
            self.client.query_one("select current_setting('server_version_num')::int", &[]).await?.get(0);
        let strategy = if version >= 150_000 { "strategy file_copy" } else { "" };
        let template = if kind == Kind::Empty { "template0" } else { &self.template };
        let copy = format!("create database {name} template {template} {strategy}");
        let deadline = tokio::time::Instant::now() + LEAVE;
        while let Err(error) = self.client.batch_execute(&copy).await {
            let in_use = error.code() == Some(&tokio_postgres::error::SqlState::OBJECT_IN_USE);
            if !in_use || tokio::time::Instant::now() > deadline {
                return Err(error).context("copying the template");
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        let url = self.server.url_of(&name);
        if kind == Kind::Shared {
            self.shared = Some(url.clone());
            return Ok(Database { url, own: None });
        }
        Ok(Database { url, own: Some(name) })
    }

    async fn drop(&self, name: &str) {
        // A database that cannot be dropped now is dropped when the cluster is next used.
        let _ = self.client.batch_execute(&format!("drop database if exists {name} with (force)")).await;
    }
}
