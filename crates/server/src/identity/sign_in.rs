//! The door: a password in, a session out.

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp, Unit};
use pg::{Clock, Db, Scope, TenantId, UserId};
use uuid::Uuid;

use super::password;
use super::throttle::Throttle;
use super::token::Token;
use crate::Error;
use crate::http::origin::Origin;
use crate::http::request;

/// Checks passwords and opens sessions.
pub struct SignIn {
    db: Db,
    clock: Clock,
    lifetime: SignedDuration,
    throttle: Throttle,
}

/// A tenant that a person may sign in to.
#[derive(Clone, Debug)]
pub(super) struct Membership {
    pub(super) id: TenantId,
    pub(super) name: String,
    pub(super) slug: String,
}

/// A session that was just opened.
pub(super) struct Opened {
    pub(super) token: Token,
    pub(super) tenant: Membership,
    pub(super) tenants: Vec<Membership>,
    pub(super) expires_at: Timestamp,
}

/// What someone typed in.
pub(super) struct Attempt {
    pub(super) email: String,
    pub(super) password: String,
    /// The tenant to work in, by slug or id; the oldest membership where it is not said.
    pub(super) tenant: Option<String>,
    pub(super) origin: Origin,
}

/// The account that an attempt names.
struct Account {
    user: UserId,
    hash: Option<String>,
    is_active: bool,
}

fn wrong_credentials() -> Error {
    Error::new(StatusCode::UNAUTHORIZED, "wrong_credentials", "E-mail address or password are wrong.")
}

impl SignIn {
    /// A door to the database's accounts; sessions live for `lifetime`.
    pub fn new(db: Db, clock: Clock, lifetime: SignedDuration) -> Self {
        Self { db, clock, lifetime, throttle: Throttle::default() }
    }

    /// Opens a session. What is wrong (no such account, a closed one, another password, a tenant that is not
    /// theirs) is answered alike and takes the same steps.
    pub(super) async fn enter(&self, attempt: Attempt) -> Result<Opened, Error> {
        let email = attempt.email.trim().to_lowercase();
        if attempt.password.len() > password::LONGEST || email.len() > 320 {
            return Err(wrong_credentials());
        }
        let key = Throttle::key(&email, attempt.origin.ip);
        self.throttle.enter(key, self.clock.now()).map_err(|wait| {
            Error::too_many("too_many_attempts", "Too many wrong passwords; wait before the next try.", wait)
        })?;

        let (account, tenants) = self.look_up(&email).await?;
        let hash = account.as_ref().and_then(|account| account.hash.clone());
        let is_right = password::is_right(attempt.password, hash).await?;
        let tenant = match &attempt.tenant {
            Some(wanted) => {
                tenants.iter().find(|tenant| tenant.slug == *wanted || tenant.id.to_string() == *wanted)
            }
            None => tenants.first(),
        };
        match (account, tenant) {
            (Some(account), Some(tenant)) if is_right && account.is_active => {
                self.throttle.forgive(key);
                let tenant = tenant.clone();
                let (token, expires_at) = self.open(account.user, &tenant, &attempt.origin).await?;
                Ok(Opened { token, tenant, tenants, expires_at })
            }
            (account, tenant) => {
                let tenant = tenant.or(tenants.first()).map_or(TenantId::PLATFORM, |tenant| tenant.id);
                let user = account.map(|account| account.user);
                self.note_failure(tenant, user, &attempt.origin).await?;
                Err(wrong_credentials())
            }
        }
    }

    async fn look_up(&self, email: &str) -> Result<(Option<Account>, Vec<Membership>), Error> {
        let tx = self.db.begin(&self.system("sign-in")).await?;
        let account = tx
            .query_opt(
                pg::sql!("select user_id, password_hash, status = 'active' as is_active from platform.password_of($1)"),
                &[&email],
            )
            .await?
            .map(|row| Account {
                user: row.get("user_id"),
                hash: row.get("password_hash"),
                is_active: row.get("is_active"),
            });
        let user = account.as_ref().map_or(UserId::new(Uuid::nil()), |account| account.user);
        let tenants = memberships(&tx, user).await?;
        tx.commit().await?;
        Ok((account, tenants))
    }

    async fn open(
        &self,
        user: UserId,
        tenant: &Membership,
        origin: &Origin,
    ) -> Result<(Token, Timestamp), Error> {
        let token = Token::random();
        let now = self.clock.now();
        // To the microsecond, as the database keeps it: the answer and the row must not differ.
        let expires_at = now
            .saturating_add(self.lifetime)
            .and_then(|end| end.round(Unit::Microsecond))
            .unwrap_or(Timestamp::MAX);
        let scope = from(Scope::user(tenant.id, user), origin).with_clock(self.clock.clone());
        let tx = self.db.begin(&scope).await?;
        let id = scope.new_id();
        tx.execute(
            pg::sql!("insert into platform.sessions (id, user_id, token_hash, ip_address, user_agent, login_time, last_activity, expires_at)
             values ($1, $2, $3, nullif(current_setting('app.ip'), '')::inet, nullif(current_setting('app.agent'), ''),
                     $4, date_trunc('minute', $4::timestamptz), $5)"),
            &[&id, &user, &token.hash().0.as_slice(), &now, &expires_at],
        )
        .await?;
        tx.execute(
            pg::sql!("select platform.record_event('login_success', 'login', 'sessions', $1)"),
            &[&id],
        )
        .await?;
        tx.execute(pg::sql!("update platform.users set last_login_at = $2 where id = $1"), &[&user, &now])
            .await?;
        tx.commit().await?;
        Ok((token, expires_at))
    }

    /// A try that failed stands in the trail of the tenant that was asked for, or in the platform's where nobody of
    /// this name exists. The name that was typed in is not kept: people type passwords there.
    async fn note_failure(
        &self,
        tenant: TenantId,
        user: Option<UserId>,
        origin: &Origin,
    ) -> Result<(), Error> {
        let scope = from(self.system("sign-in").for_tenant(tenant), origin);
        let tx = self.db.begin(&scope).await?;
        tx.execute(
            pg::sql!(
                "select platform.record_event('login_failure', 'login', 'users', $1, outcome => 'failure')"
            ),
            &[&user.map(UserId::uuid)],
        )
        .await?;
        Ok(tx.commit().await?)
    }

    fn system(&self, reason: &'static str) -> Scope {
        Scope::system(reason).with_clock(self.clock.clone())
    }
}

/// The tenants that a person may sign in to, the oldest membership first.
pub(super) async fn memberships(tx: &pg::Tx, user: UserId) -> Result<Vec<Membership>, pg::Error> {
    let rows = tx
        .query(
            pg::sql!("select tenant_id, tenant_name, tenant_slug from platform.memberships_of($1)"),
            &[&user],
        )
        .await?;
    Ok(rows
        .iter()
        .map(|row| Membership {
            id: row.get("tenant_id"),
            name: row.get("tenant_name"),
            slug: row.get("tenant_slug"),
        })
        .collect())
}

fn from(scope: Scope, origin: &Origin) -> Scope {
    scope.with_request(request::current_id()).with_origin(origin.ip, origin.agent.as_deref())
}
