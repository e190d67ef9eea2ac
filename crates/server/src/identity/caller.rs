//! Who is asking.

use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use pg::{Clock, DbRole, Scope, TenantId, UserId};
use uuid::Uuid;

use super::session::Session;
use super::token::{Token, TokenHash};
use crate::http::{origin, request};
use crate::{App, Error};

/// The cookie that holds a browser's session.
pub const COOKIE: &str = "cuspid_session";
/// What a page of ours sends with every change. Other sites' forms and links cannot set it.
const CSRF_HEADER: (&str, &str) = ("x-requested-with", "cuspid");

/// The signed-in person of a request. As an argument of a handler it refuses everyone else with 401.
#[derive(Clone)]
pub struct Caller {
    /// The person.
    pub user_id: UserId,
    /// The tenant that the session is for.
    pub tenant_id: TenantId,
    /// The request, as logs and trail know it.
    pub request_id: Uuid,
    session: Arc<Session>,
    hash: TokenHash,
    ip: Option<IpAddr>,
    agent: Option<String>,
    clock: Clock,
}

impl Caller {
    /// What a transaction of an action needs to know: the role is `cuspid_app`.
    pub fn scope(&self) -> Scope {
        Scope::user(self.tenant_id, self.user_id)
            .with_person(self.session.email.as_str(), self.session.roles.join(","))
            .with_request(self.request_id)
            .with_origin(self.ip, self.agent.as_deref())
            .with_clock(self.clock.clone())
    }

    /// What a transaction of the resource engine needs to know: the role is `cuspid_api`.
    pub fn api_scope(&self) -> Scope {
        self.scope().with_role(DbRole::Api)
    }

    /// Makes sure that the caller's roles allow `verb` (read, create, update, delete or the name of an action) on
    /// `resource`.
    ///
    /// # Errors
    /// 403 `not_allowed`.
    pub fn may(&self, resource: &str, verb: &str) -> Result<(), Error> {
        if self.session.may(resource, verb) { Ok(()) } else { Err(Error::not_allowed(resource, verb)) }
    }

    /// The session, with name, roles, rights and expiry.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Looks again: the caller as they are now, or `None` when the session has ended.
    pub(crate) async fn refreshed(&self, app: &App) -> Result<Option<Self>, Error> {
        let Some(session) = app.sessions.find(self.hash).await? else {
            return Ok(None);
        };
        Ok(Some(Self { session, ..self.clone() }))
    }
}

impl fmt::Debug for Caller {
    /// For logs: who it is, without what is personal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller")
            .field("user_id", &self.user_id)
            .field("tenant_id", &self.tenant_id)
            .finish_non_exhaustive()
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let (token, by_cookie) = presented(&parts.headers).ok_or_else(Error::unauthenticated)?;
        let hash = token.hash();
        let session = app.sessions.find(hash).await?.ok_or_else(Error::unauthenticated)?;
        if by_cookie && !is_safe(&parts.method) && !is_own_page(&parts.headers) {
            return Err(Error::new(
                StatusCode::FORBIDDEN,
                "csrf",
                "Changes with a session cookie need the header X-Requested-With: cuspid.",
            )
            .with_field("X-Requested-With"));
        }
        let origin = origin::of(parts, &app.config);
        Ok(Self {
            user_id: session.user_id,
            tenant_id: session.tenant_id,
            request_id: request::current_id(),
            session,
            hash,
            ip: origin.ip,
            agent: origin.agent,
            clock: app.clock.clone(),
        })
    }
}

/// The token of a request, and whether a browser sent it by itself. A bearer token wins over a cookie.
fn presented(headers: &HeaderMap) -> Option<(Token, bool)> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("bearer") {
            return None;
        }
        return Token::parse(token.trim()).map(|token| (token, false));
    }
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| *name == COOKIE)
        .find_map(|(_, value)| Token::parse(value))
        .map(|token| (token, true))
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn is_own_page(headers: &HeaderMap) -> bool {
    let (name, value) = CSRF_HEADER;
    headers.get(name).is_some_and(|sent| sent.as_bytes() == value.as_bytes())
}
