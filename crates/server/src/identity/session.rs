//! Living sessions, remembered for a moment.
//!
//! Every request needs its session and rights. They are kept for at most [`KEPT`] and forgotten at once when the
//! database tells of a change to sessions, roles, members, accounts or tenants, so that a revocation takes effect within
//! a second.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::{SignedDuration, Timestamp};
use pg::{Clock, Db, Scope, TenantId, UserId};
use uuid::Uuid;

use super::token::TokenHash;
use crate::Error;
use crate::events::Change;

/// How long a session is believed without asking again, where no change was heard of.
const KEPT: SignedDuration = SignedDuration::from_secs(30);
/// Sessions remembered at most; beyond it all are forgotten, which costs one query each.
const MOST: usize = 20_000;

/// A signed-in device and what its person may do.
pub struct Session {
    /// The session's row.
    pub id: Uuid,
    /// The tenant that it is for.
    pub tenant_id: TenantId,
    /// The person.
    pub user_id: UserId,
    /// The person's e-mail address.
    pub email: String,
    /// The person's name.
    pub full_name: String,
    /// The person's roles in the tenant.
    pub roles: Vec<String>,
    /// What these roles allow: verbs and actions by resource.
    pub rights: HashMap<String, HashSet<String>>,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

impl Session {
    /// Whether the person's roles allow `verb` on `resource`.
    pub fn may(&self, resource: &str, verb: &str) -> bool {
        self.rights.get(resource).is_some_and(|verbs| verbs.contains(verb))
    }
}

/// Finds the session of a token.
#[derive(Clone)]
pub struct Sessions {
    db: Db,
    clock: Clock,
    known: Arc<Mutex<Known>>,
}

#[derive(Default)]
struct Known {
    entries: HashMap<TokenHash, Entry>,
    /// Counts what was forgotten, so that an answer that was under way meanwhile is not kept.
    forgotten: u64,
}

impl Known {
    fn forget(&mut self, which: impl Fn(&Session) -> bool) {
        self.forgotten += 1;
        self.entries.retain(|_, entry| !which(&entry.session));
    }
}

struct Entry {
    session: Arc<Session>,
    fetched: Timestamp,
    /// The last minute in which use was noted.
    noted: i64,
}

impl Sessions {
    /// Sessions of the database, by the clock.
    pub fn new(db: Db, clock: Clock) -> Self {
        Self { db, clock, known: Arc::default() }
    }

    /// The living session of a token, if there is one.
    pub(super) async fn find(&self, hash: TokenHash) -> Result<Option<Arc<Session>>, Error> {
        let now = self.clock.now();
        let forgotten = {
            let mut known = self.lock();
            if let Some(entry) = known.entries.get_mut(&hash) {
                if now.duration_since(entry.fetched) < KEPT && now < entry.session.expires_at {
                    let session = Arc::clone(&entry.session);
                    let minute = now.as_second() / 60;
                    if entry.noted < minute {
                        entry.noted = minute;
                        self.note_use(&session);
                    }
                    return Ok(Some(session));
                }
                known.entries.remove(&hash);
            }
            known.forgotten
        };

        let Some((session, last_activity)) = self.fetch(hash).await? else {
            return Ok(None);
        };
        let session = Arc::new(session);
        let minute = now.as_second() / 60;
        if last_activity.as_second() / 60 < minute {
            self.note_use(&session);
        }
        let mut known = self.lock();
        if known.forgotten == forgotten {
            if known.entries.len() >= MOST {
                known.entries.clear();
            }
            known.entries.insert(hash, Entry { session: Arc::clone(&session), fetched: now, noted: minute });
        }
        Ok(Some(session))
    }

    async fn fetch(&self, hash: TokenHash) -> Result<Option<(Session, Timestamp)>, Error> {
        let tx = self.db.begin(&Scope::system("session of a request")).await?;
        let row = tx
            .query_opt(
                pg::sql!("select s.session_id, s.tenant_id, s.user_id, s.email, s.full_name, s.roles, s.expires_at, s.last_activity,
                        array(select r.resource || ':' || r.verb
                              from platform.rights_of(s.user_id, s.tenant_id) as r) as rights
                 from platform.session_of($1) as s"),
                &[&hash.0.as_slice()],
            )
            .await?;
        tx.commit().await?;
        let Some(row) = row else { return Ok(None) };
        let mut rights: HashMap<String, HashSet<String>> = HashMap::new();
        for right in row.get::<_, Vec<String>>("rights") {
            if let Some((resource, verb)) = right.split_once(':') {
                rights.entry(resource.to_owned()).or_default().insert(verb.to_owned());
            }
        }
        let session = Session {
            id: row.get("session_id"),
            tenant_id: row.get("tenant_id"),
            user_id: row.get("user_id"),
            email: row.get("email"),
            full_name: row.get("full_name"),
            roles: row.get("roles"),
            rights,
            expires_at: row.get("expires_at"),
        };
        Ok(Some((session, row.get("last_activity"))))
    }

    /// Writes down, to the minute and beside the request, that a session is in use.
    fn note_use(&self, session: &Session) {
        let db = self.db.clone();
        let id = session.id;
        let scope = Scope::user(session.tenant_id, session.user_id).with_clock(self.clock.clone());
        tokio::spawn(async move {
            let noted = async {
                let tx = db.begin(&scope).await?;
                tx.execute(
                    pg::sql!(
                        "update platform.sessions set last_activity = date_trunc('minute', $2::timestamptz)
                     where id = $1 and last_activity < $2"
                    ),
                    &[&id, &scope.now()],
                )
                .await?;
                tx.commit().await
            };
            if let Err(error) = noted.await {
                tracing::warn!(%error, "the last activity of a session was not noted");
            }
        });
    }

    /// Forgets what a change of the database may have made wrong.
    pub(crate) fn hear(&self, change: &Change) {
        let mut known = self.lock();
        match change.resource.as_str() {
            "sessions" => known.forget(|session| session.id == change.id),
            "users" => known.forget(|session| session.user_id.uuid() == change.id),
            "tenants" => known.forget(|session| session.tenant_id.uuid() == change.id),
            "user_roles" | "user_tenants" => known.forget(|session| session.tenant_id == change.tenant_id),
            _ => {}
        }
    }

    /// Forgets a session that was ended here, before the database tells of it.
    pub(super) fn end(&self, session: Uuid) {
        self.lock().forget(|known| known.id == session);
    }

    /// Forgets all: changes may have been missed.
    pub(crate) fn forget(&self) {
        self.lock().forget(|_| true);
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
