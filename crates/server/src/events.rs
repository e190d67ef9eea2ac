//! Changes, as they happen, to whoever may see them.
//!
//! One connection of the server listens; what it hears goes to the subscribers of its tenant. A subscriber that is
//! too slow loses changes and is told so ([`Heard::Gap`]); nobody holds anybody else up.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures::{Stream, stream};
use pg::{Notice, TenantId};
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;
use tokio::time::{Instant, MissedTickBehavior};
use uuid::Uuid;

use crate::identity::{Caller, Sessions};
use crate::{App, Error};

/// The channel on which the trail's trigger tells.
pub(crate) const CHANNEL: &str = "cuspid_changes";
/// Changes kept for a subscriber that is slow.
const BACKLOG: usize = 256;
/// How often a stream without changes shows that it is alive.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// How often a stream makes sure that its session has not ended by itself.
const CHECK: Duration = Duration::from_secs(1);

/// One changed row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Change {
    /// The tenant whose row it is; subscribers know it.
    #[serde(skip_serializing)]
    pub tenant_id: TenantId,
    /// The resource.
    pub resource: String,
    /// The row.
    pub id: Uuid,
    /// insert, update or delete.
    pub change: String,
    /// The row's version after the change, where it has one.
    pub version: Option<i64>,
    /// The case that the row belongs to.
    pub case_id: Option<Uuid>,
}

/// What a notification says.
#[derive(Deserialize)]
#[serde(untagged)]
enum Told {
    Change(Change),
    /// More changes of a tenant at once than are told one by one.
    Many {
        tenant_id: TenantId,
    },
}

/// What a subscriber hears.
#[derive(Clone, Debug)]
pub enum Heard {
    /// A row changed.
    Change(Arc<Change>),
    /// Changes may have been missed: fetch anew.
    Gap,
}

/// Hands changes out by tenant.
#[derive(Clone, Default)]
pub struct Changes {
    tenants: Arc<Mutex<HashMap<TenantId, broadcast::Sender<Heard>>>>,
}

impl Changes {
    /// The changes of a tenant from now on.
    pub fn subscribe(&self, tenant: TenantId) -> broadcast::Receiver<Heard> {
        self.lock().entry(tenant).or_insert_with(|| broadcast::channel(BACKLOG).0).subscribe()
    }

    fn tell(&self, tenant: TenantId, heard: Heard) {
        let mut tenants = self.lock();
        if let Some(sender) = tenants.get(&tenant)
            && sender.send(heard).is_err()
        {
            tenants.remove(&tenant);
        }
    }

    fn tell_gap(&self) {
        self.lock().retain(|_, sender| sender.send(Heard::Gap).is_ok());
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<TenantId, broadcast::Sender<Heard>>> {
        self.tenants.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Listens to the database for as long as the server lives. Sessions hear a change before subscribers do, so that
/// a subscriber that looks again after a revocation sees it.
pub(crate) async fn listen(mut listener: pg::Listener, sessions: Sessions, changes: Changes) {
    while let Some(notice) = listener.recv().await {
        match notice {
            Notice::Gap => {
                sessions.forget();
                changes.tell_gap();
            }
            Notice::Payload(payload) => match serde_json::from_str(&payload) {
                Ok(Told::Change(change)) => {
                    sessions.hear(&change);
                    changes.tell(change.tenant_id, Heard::Change(Arc::new(change)));
                }
                Ok(Told::Many { tenant_id }) => {
                    sessions.forget();
                    changes.tell(tenant_id, Heard::Gap);
                }
                Err(error) => tracing::warn!(%error, "a change that cannot be read"),
            },
        }
    }
}

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new().route("/api/v1/events", get(stream_changes))
}

async fn stream_changes(
    State(app): State<App>,
    caller: Caller,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Error> {
    let mut check = tokio::time::interval_at(Instant::now() + CHECK, CHECK);
    check.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let watcher = Watcher { changes: app.changes.subscribe(caller.tenant_id), check, app, caller };
    let events = stream::unfold(watcher, |mut watcher| async {
        let event = watcher.next().await?;
        Some((Ok(event), watcher))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(HEARTBEAT)))
}

/// One open stream.
struct Watcher {
    app: App,
    caller: Caller,
    changes: broadcast::Receiver<Heard>,
    check: tokio::time::Interval,
}

impl Watcher {
    /// The next event for this caller; `None` when the session or the server ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let heard = tokio::select! {
                () = self.app.stopping.cancelled() => return None,
                _ = self.check.tick() => {
                    self.refresh().await?;
                    continue;
                }
                heard = self.changes.recv() => heard,
            };
            match heard {
                Ok(Heard::Change(change)) => {
                    if self.concerns_caller(&change) {
                        self.refresh().await?;
                    }
                    if self.caller.session().may(&change.resource, "read")
                        && let Ok(event) = Event::default().event("change").json_data(&*change)
                    {
                        return Some(event);
                    }
                }
                Ok(Heard::Gap) | Err(broadcast::error::RecvError::Lagged(_)) => {
                    self.refresh().await?;
                    return Some(Event::default().event("gap").data("{}"));
                }
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    }

    fn concerns_caller(&self, change: &Change) -> bool {
        match change.resource.as_str() {
            "sessions" => change.id == self.caller.session().id,
            "user_roles" | "user_tenants" | "tenants" => true,
            _ => false,
        }
    }

    /// Looks at the session again: rights may have changed, or it has ended. When the database cannot say, the
    /// stream ends rather than go on unchecked; the page connects again.
    async fn refresh(&mut self) -> Option<()> {
        self.caller = self.caller.refreshed(&self.app).await.ok()??;
        Some(())
    }
}
