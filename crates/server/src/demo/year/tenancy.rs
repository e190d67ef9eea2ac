//! Tenants, how they are set up, and their places and teams.

use super::load::Job;
use super::table::{Stamp, Table, fields};
use super::value::{HOUR, Hash, Json, MINUTE, SECOND};
use super::words::STREETS;
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("platform.tenants", tenants),
    Job::new("platform.tenant_quotas", quotas),
    Job::new("platform.tenant_subscriptions", subscriptions),
    Job::new("platform.tenant_features", features),
    Job::new("platform.tenant_settings", settings),
    Job::new("platform.tenant_branding", branding),
    Job::new("platform.system_settings", system_settings),
    Job::new("tenant.locations", locations),
    Job::new("tenant.teams", teams),
    Job::new("tenant.team_members", team_members),
    Job::new("tenant.number_series", number_series),
];

fn tenants(world: &World, out: &mut Table) {
    for tenant in &world.tenants {
        out.row(
            &Stamp::new(None, tenant.id, tenant.made, None),
            fields! {
                name: tenant.name, slug: tenant.slug, type: tenant.kind,
                parent_tenant_id: tenant.parent.map(|parent| world.tenant(parent).id),
                primary_region: "local", partition_strategy: "row_level", status: "active",
                time_zone: tenant.region.zone, locale: tenant.region.language,
            },
        );
    }
}

fn quotas(world: &World, out: &mut Table) {
    for tenant in &world.tenants {
        out.bare(fields! { tenant_id: tenant.id });
    }
}

/// The plan of a kind of tenant.
pub(super) fn plan(kind: &str) -> &'static str {
    match kind {
        "dso" | "payer" | "group_practice" => "enterprise",
        "academic" | "regulator" | "ai_vendor" => "research",
        "solo_practice" => "basic",
        _ => "pro",
    }
}

fn subscriptions(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        let start = tenant.made.plus(MINUTE);
        let id = world.id("tenant_subscriptions", index, start);
        out.row(
            &world.stamp(index, id, start, None),
            fields! {
                plan_id: world.known.plans.get(plan(tenant.kind)).copied(), start_at: start, status: "active",
                billing_cycle: if index % 3 == 0 { "yearly" } else { "monthly" }, is_trial: false, auto_renew: true,
            },
        );
    }
}

fn features(world: &World, out: &mut Table) {
    const ALL: [&str; 6] =
        ["scan_processing", "imaging", "ai_diagnostics", "laboratory", "claims", "patient_portal"];
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (number, feature) in ALL.iter().take(2 + index % 5).enumerate() {
            let at = tenant.made.plus(MINUTE + number as i64);
            let id = world.id("tenant_features", index * 10 + number, at);
            out.row(
                &world.stamp(index, id, at, None),
                fields! { feature: *feature, is_enabled: true, source: "plan", valid_from: at, config: Json("{}") },
            );
        }
    }
}

fn settings(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        let at = tenant.made.plus(2 * HOUR);
        let region = tenant.region;
        let imperial = region.country == "US";
        let localization = format!(
            r#"{{"language": "{}", "currency": "{}", "time_format": "{}", "first_day_of_week": {}, "tooth_notation": "{}", "measurement_system": "{}"}}"#,
            region.language,
            region.currency,
            if imperial { "12h" } else { "24h" },
            if imperial { 7 } else { 1 },
            if imperial { "universal" } else { "fdi" },
            if imperial { "imperial" } else { "metric" },
        );
        out.row(
            &world.stamp(index, world.id("tenant_settings", index, at), at, Some(world.admin(index))),
            fields! {
                data_residency: region.country,
                default_retention_policies: Json(r#"{"min_years": 10, "archival_strategy": "keep_online"}"#),
                localization: Json(localization),
                clinical_workflow_options: Json(r#"{"second_reader_for_high_risk": true}"#),
            },
        );
    }
}

fn branding(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        let at = tenant.made.plus(2 * HOUR);
        out.row(
            &world.stamp(index, world.id("tenant_branding", index, at), at, Some(world.admin(index))),
            fields! {
                product_name: format!("{} Portal", tenant.name),
                logos: Json(format!(r#"{{"light": "https://{}.example/logo.svg"}}"#, tenant.slug)),
                color_schemes: Json(r##"{"light": {"accent": "#0b7285"}, "dark": {"accent": "#66d9e8"}}"##),
                email_templates: Json(r#"{"appointment_reminder": {"en": {"subject": "Your appointment"}}}"#),
            },
        );
    }
}

fn system_settings(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        let at = tenant.made.plus(2 * HOUR);
        for (number, (key, secret)) in
            [("reminders.hours_before", false), ("imports.archive_key", true)].into_iter().enumerate()
        {
            let n = index * 2 + number;
            let cipher: Option<Hash> = secret.then(|| world.seed.hash("setting", n));
            out.row(
                &world.stamp(index, world.id("system_settings", n, at), at, Some(world.admin(index))),
                fields! {
                    setting_key: key, setting_value: (!secret).then_some(Json("24")), setting_ciphertext: cipher,
                    description: "Set at the start.", is_sensitive: secret,
                },
            );
        }
    }
}

fn locations(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (place, id) in tenant.locations.iter().enumerate() {
            let town = tenant.region.towns[(index + place) % 4];
            let kind = match tenant.kind {
                "dental_lab" => "laboratory",
                "academic" => "teaching_clinic",
                "ai_vendor" | "regulator" => "virtual",
                _ => "clinic",
            };
            out.row(
                &world.stamp(index, *id, tenant.made.plus(MINUTE), None),
                fields! {
                    name: if place == 0 { "Main site".to_owned() } else { format!("{town} site") }, kind: kind,
                    code: format!("S{}", place + 1), address_line1: format!("{} {}", 3 + index, STREETS[(index + place) % 12]),
                    city: town, postal_code: format!("{:05}", 10_000 + index * 37 + place), country: tenant.region.country,
                    phone: world.phone(index, place), email: format!("site{}@{}.example", place + 1, tenant.slug),
                    is_active: true,
                },
            );
        }
    }
}

const TEAMS: [&str; 3] = ["Clinical team", "Administration", "Quality circle"];

fn teams(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (number, name) in TEAMS.iter().enumerate() {
            let at = tenant.made.plus(2 * HOUR);
            out.row(
                &world.stamp(index, world.team_id(index, number), at, Some(world.admin(index))),
                fields! { name: *name, kind: if number == 1 { "department" } else { "team" }, location_id: tenant.locations[0] },
            );
        }
    }
}

impl World {
    pub(super) fn team_id(&self, tenant: usize, number: usize) -> uuid::Uuid {
        self.id("teams", tenant * 10 + number, self.tenants[tenant].made.plus(2 * HOUR))
    }
}

fn team_members(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for member in tenant.staff.clone() {
            let number = member - tenant.staff.start;
            let at = tenant.made.plus(2 * HOUR + MINUTE + number as i64 * SECOND);
            out.row(
                &world.stamp(index, world.id("team_members", member, at), at, Some(world.admin(index))),
                fields! {
                    team_id: world.team_id(index, number % 3), user_id: world.members[member].user, is_lead: number < 3,
                },
            );
        }
    }
}

fn number_series(world: &World, out: &mut Table) {
    for tenant in &world.tenants {
        let clinical = tenant.completed.len();
        for (series, last) in [
            ("case", tenant.cases.len()),
            ("claim", clinical),
            ("shipment", tenant.cases.len() * 2),
            ("referral", clinical),
        ] {
            out.bare(fields! { tenant_id: tenant.id, series: series, last: last });
        }
    }
}
