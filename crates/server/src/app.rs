//! What every handler has at hand.

use std::sync::Arc;

use pg::{Clock, Db};
use tokio_util::sync::CancellationToken;

use crate::config::Config;
use crate::events::Changes;
use crate::identity::{Sessions, SignIn};
use crate::telemetry::Metrics;

/// The running server. Cheap to clone; clones are the same server.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The settings.
    pub config: Arc<Config>,
    /// The clock.
    pub clock: Clock,
    /// Sessions of signed-in people.
    pub sessions: Sessions,
    /// The door: passwords, throttled.
    pub sign_in: Arc<SignIn>,
    /// Changes, as they happen.
    pub changes: Changes,
    /// Counters and timings.
    pub metrics: Arc<Metrics>,
    /// Cancelled when the server begins to stop; long answers end then.
    pub stopping: CancellationToken,
}
