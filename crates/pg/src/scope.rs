//! Who acts, for which tenant, as which database role: what every transaction must be told.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;
use std::sync::LazyLock;

use jiff::Timestamp;
use postgres_types::{FromSql, ToSql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Clock;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSql, FromSql,
        )]
        #[serde(transparent)]
        #[postgres(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Says that `id` names one of these.
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The bare id.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id_type! {
    /// A tenant: one practice, laboratory or group, whose rows nobody else sees.
    TenantId
}

id_type! {
    /// A person's account; one user may be a member of several tenants.
    UserId
}

impl TenantId {
    /// The tenant of work that belongs to the installation itself.
    pub const PLATFORM: Self = Self(Uuid::nil());
}

/// Who is acting. Written to the audit trail with every change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person.
    User(UserId),
    /// A program holding an API key of this user.
    ApiClient(UserId),
    /// Cuspid itself; the scope's reason says why.
    System,
}

impl Actor {
    /// The person behind the act, if there is one.
    pub const fn user(self) -> Option<UserId> {
        match self {
            Self::User(user) | Self::ApiClient(user) => Some(user),
            Self::System => None,
        }
    }

    /// The name used in `app.actor` and in the trail.
    pub const fn name(self) -> &'static str {
        match self {
            Self::User(_) => "user",
            Self::ApiClient(_) => "api_client",
            Self::System => "system",
        }
    }
}

/// The database role a transaction runs as. Neither bypasses row security.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DbRole {
    /// `cuspid_api`: the resource engine, granted column by column.
    Api,
    /// `cuspid_app`: actions and jobs, which may also write the columns a behaviour owns.
    App,
}

impl DbRole {
    /// The role's name in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Api => "cuspid_api",
            Self::App => "cuspid_app",
        }
    }
}

/// Who acts for which tenant, why, from where and at what time. The only key to a transaction:
/// [`Db::begin`](crate::Db::begin).
#[derive(Clone, Debug)]
pub struct Scope {
    tenant: TenantId,
    actor: Actor,
    role: DbRole,
    reason: Cow<'static, str>,
    action: Cow<'static, str>,
    email: String,
    roles: String,
    request: Uuid,
    ip: Option<IpAddr>,
    agent: Option<String>,
    clock: Clock,
}

/// A browser's name may be long; the trail keeps this many characters of it.
const AGENT_LIMIT: usize = 300;

static MACHINE_CLOCK: LazyLock<Clock> = LazyLock::new(Clock::machine);

impl Scope {
    /// A person working for `tenant`, as [`DbRole::App`].
    pub fn user(tenant: TenantId, user: UserId) -> Self {
        Self::of(tenant, Actor::User(user), Cow::Borrowed(""))
    }

    /// A program working for `tenant` with an API key of `user`, as [`DbRole::App`].
    pub fn api_client(tenant: TenantId, user: UserId) -> Self {
        Self::of(tenant, Actor::ApiClient(user), Cow::Borrowed(""))
    }

    /// Cuspid itself, in the platform's tenant unless [`for_tenant`](Self::for_tenant) says otherwise.
    /// `reason` goes to the trail: say what the work is for.
    pub fn system(reason: &'static str) -> Self {
        Self::of(TenantId::PLATFORM, Actor::System, Cow::Borrowed(reason))
    }

    fn of(tenant: TenantId, actor: Actor, reason: Cow<'static, str>) -> Self {
        let clock = MACHINE_CLOCK.clone();
        let request = clock.new_id();
        Self {
            tenant,
            actor,
            role: DbRole::App,
            reason,
            action: Cow::Borrowed(""),
            email: String::new(),
            roles: String::new(),
            request,
            ip: None,
            agent: None,
            clock,
        }
    }

    /// The same actor, working for another tenant.
    #[must_use]
    pub fn for_tenant(mut self, tenant: TenantId) -> Self {
        self.tenant = tenant;
        self
    }

    /// The same, as another database role.
    #[must_use]
    pub fn with_role(mut self, role: DbRole) -> Self {
        self.role = role;
        self
    }

    /// The same, with a reason for the trail.
    #[must_use]
    pub fn with_reason(mut self, reason: impl Into<Cow<'static, str>>) -> Self {
        self.reason = reason.into();
        self
    }

    /// The same, as the action of this name: the trail says it instead of the bare change.
    #[must_use]
    pub fn with_action(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.action = name.into();
        self
    }

    /// The same, with what the trail keeps of the person: the e-mail address and the roles of the moment.
    #[must_use]
    pub fn with_person(mut self, email: impl Into<String>, roles: impl Into<String>) -> Self {
        self.email = email.into();
        self.roles = roles.into();
        self
    }

    /// The same, as part of the request `id` (one id from the edge to the trail).
    #[must_use]
    pub fn with_request(mut self, id: Uuid) -> Self {
        self.request = id;
        self
    }

    /// The same, with the address and program it comes from. A long `agent` is cut.
    #[must_use]
    pub fn with_origin(mut self, ip: Option<IpAddr>, agent: Option<&str>) -> Self {
        self.ip = ip;
        self.agent = agent.map(|agent| agent.chars().take(AGENT_LIMIT).collect());
        self
    }

    /// The same, by another clock.
    #[must_use]
    pub fn with_clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// The tenant whose rows are in reach.
    pub fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Who acts.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// The person behind the act, if there is one.
    pub fn user_id(&self) -> Option<UserId> {
        self.actor.user()
    }

    /// The database role.
    pub fn role(&self) -> DbRole {
        self.role
    }

    /// Why; empty where nobody said.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The action's name; empty where it is none.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// The person's e-mail address as the trail keeps it; empty where not given.
    pub fn email(&self) -> &str {
        &self.email
    }

    /// The person's roles as the trail keeps them; empty where not given.
    pub fn roles(&self) -> &str {
        &self.roles
    }

    /// The request this work is part of.
    pub fn request(&self) -> Uuid {
        self.request
    }

    /// The address the request came from.
    pub fn ip(&self) -> Option<IpAddr> {
        self.ip
    }

    /// The program the request came from, as it named itself.
    pub fn agent(&self) -> Option<&str> {
        self.agent.as_deref()
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The present moment by the scope's clock.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// A new UUIDv7 by the scope's clock.
    pub fn new_id(&self) -> Uuid {
        self.clock.new_id()
    }
}
