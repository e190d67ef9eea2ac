//! What every handler has at hand.

use std::ops::Deref;
use std::sync::Arc;

use jiff::SignedDuration;
use object::{Limits, S3Config, Store, StoreConfig};
use pg::{Clock, Db};
use resource::Catalog;
use tokio_util::sync::CancellationToken;

use crate::config::{Config, Secret};
use crate::events::{self, Changes};
use crate::identity::{Sessions, SignIn};
use crate::objects::Glances;
use crate::telemetry::Metrics;

/// The directory of objects in the data directory, where the settings name no other store.
const OBJECTS: &str = "objects";
/// The directory of bytes that are arriving, in the data directory.
const SPOOL: &str = "spool";

/// The running server. Cheap to clone, as every layer around a route does it; clones are the same server.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What the server is made of.
pub struct Parts {
    /// The database.
    pub db: Db,
    /// The object store.
    pub store: Store,
    /// What the resource engine serves.
    pub catalog: Catalog,
    /// The settings.
    pub config: Arc<Config>,
    /// The clock.
    pub clock: Clock,
    /// Sessions of signed-in people.
    pub sessions: Sessions,
    /// The door: passwords, throttled.
    pub sign_in: SignIn,
    /// Changes, as they happen.
    pub changes: Changes,
    /// Glances at pictures in lists that stand in the trail.
    pub glances: Glances,
    /// Counters and timings.
    pub metrics: Metrics,
    /// Cancelled when the server begins to stop; long answers end then.
    pub stopping: CancellationToken,
}

/// Why the server did not come up.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database.
    #[error(transparent)]
    Database(#[from] pg::Error),
    /// The catalog of resources.
    #[error("catalog: {0}")]
    Catalog(#[from] resource::LoadError),
    /// The object store.
    #[error("object store: {0}")]
    Store(#[from] object::Error),
    /// The metrics: a defect.
    #[error("metrics: {0}")]
    Metrics(#[from] prometheus::Error),
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Opens what the server works with. The database has the schema of this version.
    ///
    /// # Errors
    /// [`OpenError`] naming what could not be opened.
    pub async fn open(config: Arc<Config>, db: Db, clock: Clock) -> Result<Self, OpenError> {
        let catalog = Catalog::load(&db).await?;
        let store = Store::open(&store_config(&config)).await?;
        let sessions = Sessions::new(db.clone(), clock.clone());
        let lifetime = SignedDuration::from_hours(config.session_hours.into());
        let sign_in = SignIn::new(db.clone(), clock.clone(), lifetime);
        let changes = Changes::default();
        let stopping = CancellationToken::new();
        let listener = db.listen(events::CHANNEL).await?;
        let listening = events::listen(listener, sessions.clone(), changes.clone());
        tokio::spawn(stopping.clone().run_until_cancelled_owned(listening));
        Ok(Self(Arc::new(Parts {
            db,
            store,
            catalog,
            config,
            clock,
            sessions,
            sign_in,
            changes,
            glances: Glances::default(),
            metrics: Metrics::new()?,
            stopping,
        })))
    }
}

fn store_config(config: &Config) -> StoreConfig {
    let url = match &config.object_url {
        Some(url) => url.expose().to_owned(),
        None => config.data_dir.join(OBJECTS).display().to_string(),
    };
    StoreConfig {
        s3: S3Config {
            endpoint: config.object_endpoint.clone(),
            region: config.object_region.clone(),
            access_key_id: config.object_access_key_id.clone(),
            secret_access_key: config
                .object_secret_access_key
                .as_ref()
                .map(|key| Secret::expose(key).to_owned()),
            allow_http: config
                .object_endpoint
                .as_deref()
                .is_some_and(|endpoint| endpoint.starts_with("http://")),
        },
        limits: Limits { max_upload_bytes: config.upload_bytes, ..Limits::default() },
        ..StoreConfig::new(url, config.data_dir.join(SPOOL))
    }
}
