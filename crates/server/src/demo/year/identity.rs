//! Accounts, memberships, roles, sessions and programs.

use super::load::Job;
use super::table::{Stamp, Table, fields};
use super::value::{DAY, HOUR, Hash, Json, MINUTE, Set, Time};
use super::words::AGENTS;
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("platform.sessions", sessions),
    Job::new("platform.users", users),
    Job::new("platform.user_auth_identities", identities),
    Job::new("platform.user_tenants", memberships),
    Job::new("platform.user_roles", roles),
    Job::new("platform.password_reset_tokens", resets),
    Job::new("platform.api_clients", clients),
    Job::new("tenant.idempotency_keys", idempotency_keys),
];

fn users(world: &World, out: &mut Table) {
    for (n, member) in world.members.iter().enumerate().filter(|(_, member)| member.own) {
        let mut dice = world.dice("user", n);
        let region = world.tenant(member.tenant).region;
        let seen = world.calendar.end.plus(-dice.below(20 * DAY) - MINUTE);
        out.row(
            &Stamp::new(None, member.user, member.joined, None),
            fields! {
                email: member.email, full_name: member.name(), phone: world.phone(member.tenant, n),
                preferred_locale: region.language,
                preferences: Json(r#"{"theme": "system", "notifications_enabled": true, "email_notifications": true}"#),
                status: if n % 97 == 96 { "disabled" } else { "active" }, is_email_verified: n % 19 != 18, last_login_at: seen,
            },
        );
    }
}

fn identities(world: &World, out: &mut Table) {
    for (n, member) in world.members.iter().enumerate().filter(|(_, member)| member.own) {
        let at = member.joined.plus(MINUTE);
        let named = member.role == "admin";
        out.bare(fields! {
            id: world.id("user_auth_identities", n, at), user_id: member.user,
            method: if named { "password" } else { "oidc" },
            provider: if named { String::new() } else { format!("https://login.{}.example", world.tenant(member.tenant).slug) },
            subject: if named { String::new() } else { member.user.simple().to_string() },
            secret_hash: named.then(|| world.password.clone()), verified_at: at, created_at: at, updated_at: at,
        });
    }
}

fn memberships(world: &World, out: &mut Table) {
    for (n, member) in world.members.iter().enumerate() {
        let id = world.id("user_tenants", n, member.joined);
        out.row(
            &world.stamp(member.tenant, id, member.joined, None),
            fields! { user_id: member.user, user_type: member.user_type, default_location_id: world.place_of(member) },
        );
    }
}

fn roles(world: &World, out: &mut Table) {
    for (n, member) in world.members.iter().enumerate() {
        let at = member.joined.plus(MINUTE);
        out.row(
            &world.stamp(member.tenant, world.id("user_roles", n, at), at, Some(world.admin(member.tenant))),
            fields! {
                user_id: member.user, role_id: world.known.roles.get(member.role).copied(),
                resource_scope: if member.role == "patient" { "self" } else { "all_locations" },
            },
        );
    }
}

impl World {
    /// The sessions of the year: who signed in when.
    pub(super) fn session_count(&self) -> usize {
        self.sizes.of(50_000, self.members.len())
    }

    pub(super) fn session(&self, n: usize) -> (usize, Time) {
        let member = n % self.members.len();
        let mut dice = self.dice("sessions", n);
        let first = self.members[member].joined.plus(HOUR);
        let day = dice.below((self.calendar.end.0 - first.0) / DAY);
        (member, self.clip(first.plus(day * DAY + dice.below(10 * HOUR))))
    }
}

/// Network addresses for documentation (RFC 5737).
pub(super) fn address(n: usize) -> String {
    format!("198.51.100.{}", n % 254 + 1)
}

fn sessions(world: &World, out: &mut Table) {
    for n in 0..world.session_count() {
        let (member, at) = world.session(n);
        let made = &world.members[member];
        let expires = at.plus(12 * HOUR);
        let logout = (expires < world.calendar.end).then(|| at.plus(HOUR + (n as i64 % 7) * HOUR));
        let refresh: Hash = world.seed.hash("refresh", n);
        out.row(
            &world.stamp(made.tenant, world.id("sessions", n, at), at, Some(member)),
            fields! {
                user_id: made.user, token_hash: world.seed.hash("token", n), refresh_token_hash: refresh,
                ip_address: address(member), user_agent: AGENTS[member % AGENTS.len()],
                device_info: Json(r#"{"kind": "desktop"}"#), login_time: at,
                last_activity: logout.unwrap_or(at.plus(MINUTE)).min(world.calendar.end), expires_at: expires, logout_time: logout,
            },
        );
    }
}

fn resets(world: &World, out: &mut Table) {
    for (n, member) in world.members.iter().enumerate().filter(|(_, member)| member.own).step_by(50) {
        let at = world.clip(member.joined.plus((n as i64 % 300) * DAY));
        let used = at.plus(7 * MINUTE);
        out.bare(fields! {
            id: world.id("password_reset_tokens", n, at), user_id: member.user, token_hash: world.seed.hash("reset", n),
            ip_address: address(n), created_at: at, expires_at: at.plus(HOUR), used_at: (used < world.calendar.end).then_some(used),
        });
    }
}

fn clients(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        let at = tenant.made.plus(3 * HOUR);
        out.row(
            &world.stamp(index, world.id("api_clients", index, at), at, Some(world.admin(index))),
            fields! {
                client_id: format!("client-{}", tenant.slug), client_secret_hash: world.seed.hash("client", index),
                name: "Practice software", owner_id: world.members[world.admin(index)].user,
                scopes: Set(&["patients:read", "appointments:read"]), rate_limit_per_minute: 600_i32,
            },
        );
    }
}

fn idempotency_keys(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        let at = world.calendar.end.plus(-HOUR * (1 + index as i64 % 20));
        out.bare(fields! {
            tenant_id: tenant.id, user_id: world.members[world.admin(index)].user, key: format!("import-{index}"),
            request_hash: world.seed.hash("request", index), status: 201_i32, headers: Json("{}"), created_at: at,
        });
    }
}
