//! Sign-in, sign-out and who one is.

use std::collections::{BTreeMap, BTreeSet};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::Timestamp;
use pg::{TenantId, UserId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::caller::{COOKIE, Caller};
use super::sign_in::{Attempt, Membership, memberships};
use crate::http::extract::Json;
use crate::http::origin::Origin;
use crate::{App, Error};

/// Routes of this area.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/auth/login", post(login))
        .route("/api/v1/auth/logout", post(logout))
        .route("/api/v1/me", get(me))
}

/// What signing in takes.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Login {
    /// E-mail address of the account.
    email: String,
    /// Its password.
    password: String,
    /// The tenant to work in, by slug or id; the oldest membership where it is not said.
    tenant: Option<String>,
}

/// A session, as its holder learns of it.
#[derive(Serialize, JsonSchema)]
pub(crate) struct SignedIn {
    /// For `Authorization: Bearer`.
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// When the session ends by itself.
    #[schemars(with = "String")]
    expires_at: Timestamp,
    #[serde(flatten)]
    identity: Identity,
}

/// A person in a tenant.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Identity {
    user: User,
    tenant: Tenant,
    /// The tenants that the person may sign in to.
    tenants: Vec<Tenant>,
    /// The person's roles in `tenant`.
    roles: Vec<String>,
}

/// A person.
#[derive(Serialize, JsonSchema)]
struct User {
    #[schemars(with = "Uuid")]
    id: UserId,
    email: String,
    full_name: String,
}

/// A tenant.
#[derive(Serialize, JsonSchema)]
struct Tenant {
    #[schemars(with = "Uuid")]
    id: TenantId,
    name: String,
    slug: String,
}

/// The caller and what they may do.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Me {
    #[serde(flatten)]
    identity: Identity,
    /// Verbs and actions by resource.
    rights: BTreeMap<String, BTreeSet<String>>,
    session: SessionEnd,
}

/// How long it lasts.
#[derive(Serialize, JsonSchema)]
struct SessionEnd {
    /// When the session ends by itself.
    #[schemars(with = "String")]
    expires_at: Timestamp,
}

impl From<Membership> for Tenant {
    fn from(membership: Membership) -> Self {
        Self { id: membership.id, name: membership.name, slug: membership.slug }
    }
}

async fn login(State(app): State<App>, origin: Origin, Json(login): Json<Login>) -> Result<Response, Error> {
    let opened = app
        .sign_in
        .enter(Attempt { email: login.email, password: login.password, tenant: login.tenant, origin })
        .await?;
    let session = app
        .sessions
        .find(opened.token.hash())
        .await?
        .ok_or_else(|| Error::internal("a session that was just opened is not there"))?;
    let token = opened.token.text();
    let cookie = cookie(&token, i64::from(app.config.session_hours) * 3600, &app);
    let signed_in = SignedIn {
        access_token: token,
        token_type: "Bearer",
        expires_at: opened.expires_at,
        identity: Identity {
            user: User {
                id: session.user_id,
                email: session.email.clone(),
                full_name: session.full_name.clone(),
            },
            tenant: opened.tenant.into(),
            tenants: opened.tenants.into_iter().map(Tenant::from).collect(),
            roles: session.roles.clone(),
        },
    };
    Ok((set_cookie(&cookie)?, Json(signed_in)).into_response())
}

async fn logout(State(app): State<App>, caller: Caller) -> Result<Response, Error> {
    let scope = caller.scope();
    let id = caller.session().id;
    let tx = app.db.begin(&scope).await?;
    tx.execute(
        pg::sql!("update platform.sessions set logout_time = $2 where id = $1 and logout_time is null"),
        &[&id, &scope.now()],
    )
    .await?;
    tx.execute(pg::sql!("select platform.record_event('logout', 'logout', 'sessions', $1)"), &[&id]).await?;
    tx.commit().await?;
    app.sessions.end(id);
    Ok((StatusCode::NO_CONTENT, set_cookie(&cookie("", 0, &app))?).into_response())
}

async fn me(State(app): State<App>, caller: Caller) -> Result<Json<Me>, Error> {
    let tx = app.db.begin(&caller.scope()).await?;
    let tenants = memberships(&tx, caller.user_id).await?;
    tx.commit().await?;
    let tenant = tenants
        .iter()
        .find(|tenant| tenant.id == caller.tenant_id)
        .cloned()
        .ok_or_else(Error::unauthenticated)?;
    let session = caller.session();
    Ok(Json(Me {
        identity: Identity {
            user: User {
                id: session.user_id,
                email: session.email.clone(),
                full_name: session.full_name.clone(),
            },
            tenant: tenant.into(),
            tenants: tenants.into_iter().map(Tenant::from).collect(),
            roles: session.roles.clone(),
        },
        rights: session
            .rights
            .iter()
            .map(|(resource, verbs)| (resource.clone(), verbs.iter().cloned().collect()))
            .collect(),
        session: SessionEnd { expires_at: session.expires_at },
    }))
}

fn cookie(token: &str, seconds: i64, app: &App) -> String {
    let secure = if app.config.is_https() { "; Secure" } else { "" };
    format!("{COOKIE}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Strict{secure}")
}

fn set_cookie(cookie: &str) -> Result<HeaderMap, Error> {
    let mut headers = HeaderMap::new();
    headers.insert(header::SET_COOKIE, HeaderValue::from_str(cookie).map_err(Error::internal)?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(headers)
}
