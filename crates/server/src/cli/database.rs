//! The database that the settings name, or one of our own.

use std::time::Duration;

use anyhow::Context;
use pg::{Db, DbConfig, Embedded, EmbeddedConfig, EmbeddedError, MigrationReport};

use crate::config::Config;

/// The directory of our own cluster in the data directory.
const CLUSTER: &str = "postgres";
/// The role that serves. It owns nothing and is never a superuser.
const SERVER_ROLE: &str = "cuspid_server";

/// At the end, those who watch may be told of the last changes for this long.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// Comes back when all committed changes were told to those who watch, or it takes too long.
pub(super) async fn tell_the_rest(db: &Db) {
    if let Err(error) = db.told(LAST_WORDS).await {
        tracing::warn!(%error, "the last changes were not told");
    }
}

/// A database that can be reached for as long as this lives.
pub(super) struct Database {
    embedded: Option<Embedded>,
    /// As its owner, who may change the schema.
    owner: String,
    /// As whoever serves.
    server: String,
}

impl Database {
    /// Starts our own cluster where the settings name no other; nobody else may run it. Blocks; call it outside of a runtime.
    pub(super) fn start(config: &Config) -> anyhow::Result<Self> {
        Self::with(config, Embedded::start)
    }

    /// The same for a helper of the server: the cluster that the server runs from the same data directory, or, where
    /// none runs, our own.
    pub(super) fn join_or_start(config: &Config) -> anyhow::Result<Self> {
        Self::with(config, Embedded::join_or_start)
    }

    fn with(
        config: &Config,
        open: fn(&EmbeddedConfig) -> Result<Embedded, EmbeddedError>,
    ) -> anyhow::Result<Self> {
        if let Some(url) = &config.database_url {
            let url = url.expose().to_owned();
            return Ok(Self { embedded: None, owner: url.clone(), server: url });
        }
        let embedded = open(&EmbeddedConfig {
            bin_dir: config.postgres_bin_dir.clone(),
            ..EmbeddedConfig::new(config.data_dir.join(CLUSTER))
        })
        .context("starting PostgreSQL")?;
        let owner = embedded.connection_string().to_owned();
        Ok(Self { embedded: Some(embedded), server: format!("{owner} user={SERVER_ROLE}"), owner })
    }

    /// Brings the schema to this version, the queue's own included.
    pub(super) async fn migrate(&self) -> anyhow::Result<MigrationReport> {
        let db = Db::connect(&DbConfig { pool_size: 1, ..DbConfig::new(&self.owner) })
            .await
            .context("connecting to the database")?;
        let report = pg::migrate(&db, pg::migrate::SCHEMA).await?;
        job::migrate(&db).await?;
        Ok(report)
    }

    /// The connection string of the schema's owner.
    pub(super) fn owner(&self) -> &str {
        &self.owner
    }

    /// The pool that serves.
    pub(super) async fn connect(&self, config: &Config) -> anyhow::Result<Db> {
        Db::connect(&DbConfig {
            pool_size: config.database_connections.into(),
            ..DbConfig::new(&self.server)
        })
        .await
        .context("connecting to the database")
    }

    /// Stops our own cluster, everything committed on disk.
    pub(super) fn stop(self) {
        if let Some(embedded) = self.embedded {
            embedded.stop();
        }
    }
}
