//! Other systems, webhooks, and the fields that tenants added.

use uuid::Uuid;

use super::load::Job;
use super::table::{Table, fields};
use super::value::{DAY, HOUR, Hash, Json, MINUTE, SECOND, Set, Time};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.webhook_deliveries", deliveries),
    Job::new("tenant.webhook_events", events),
    Job::new("tenant.sync_job_logs", logs),
    Job::new("tenant.sync_jobs", syncs),
    Job::new("tenant.fhir_resources", resources),
    Job::new("tenant.tenant_integrations", integrations),
    Job::new("tenant.integration_credentials", credentials),
    Job::new("tenant.webhook_subscriptions", subscriptions),
    Job::new("tenant.custom_field_definitions", definitions),
    Job::new("tenant.custom_field_values", values),
    Job::new("tenant.imports", imports),
    Job::new("tenant.import_errors", import_errors),
];

const SYSTEMS: [(&str, &str); 3] =
    [("pacs", "Image archive"), ("pms", "Practice software"), ("insurance_clearinghouse", "Clearinghouse")];

fn made(world: &World, tenant: usize) -> Time {
    world.tenant(tenant).made.plus(3 * HOUR)
}

impl World {
    /// When a tenant brought its patients from the system that it had before.
    pub(super) fn imported(&self, tenant: usize) -> Time {
        made(self, tenant).plus(HOUR)
    }

    pub(super) fn import_job_id(&self, tenant: usize) -> Uuid {
        self.id("import_jobs", tenant, self.imported(tenant))
    }

    fn import_id(&self, tenant: usize) -> Uuid {
        self.id("imports", tenant, self.imported(tenant))
    }

    pub(super) fn integration_id(&self, tenant: usize, number: usize) -> Uuid {
        self.id("tenant_integrations", tenant * 10 + number, made(self, tenant))
    }
}

fn integrations(world: &World, out: &mut Table) {
    for index in 0..world.tenants.len() {
        for (number, (code, name)) in SYSTEMS.iter().enumerate() {
            out.row(
                &world.stamp(index, world.integration_id(index, number), made(world, index), Some(world.admin(index))),
                fields! {
                    external_system_id: world.known.systems.get(*code).copied(), system_type: *code, display_name: *name, status: "active",
                    sync_mode: "unidirectional", sync_interval_minutes: 1440_i32, last_sync_at: world.calendar.end.plus(-2 * HOUR),
                },
            );
        }
    }
}

fn credentials(world: &World, out: &mut Table) {
    for index in 0..world.tenants.len() {
        let secret: Hash = world.seed.hash("credentials", index);
        let at = made(world, index);
        out.row(
            &world.stamp(index, world.id("integration_credentials", index, at), at, Some(world.admin(index))),
            fields! {
                tenant_integration_id: world.integration_id(index, 0), name: "default", api_keys: secret,
                encryption: Json(r#"{"algorithm": "aes-256-gcm", "key": "demo"}"#), rotated_at: at,
            },
        );
    }
}

/// A synchronisation a week of each tenant's practice software.
fn weeks(world: &World) -> impl Iterator<Item = (usize, usize, Time)> + use<'_> {
    (0..world.tenants.len()).flat_map(move |index| {
        (1..52).map(move |week| (index, index * 60 + week as usize, made(world, index).plus(week * 7 * DAY)))
    })
}

fn sync_id(world: &World, n: usize, at: Time) -> Uuid {
    world.id("sync_jobs", n, at)
}

fn syncs(world: &World, out: &mut Table) {
    for (index, n, at) in weeks(world) {
        out.row(
            &world.stamp(index, sync_id(world, n, at), at, None),
            fields! {
                tenant_integration_id: world.integration_id(index, 1), operation: "patient_import", status: "completed",
                period_start: at.plus(-7 * DAY), period_end: at, started_at: at, finished_at: at.plus(40 * SECOND),
                created_count: 1_i32, updated_count: 1_i32, failed_count: 0_i32,
            },
        );
    }
}

fn logs(world: &World, out: &mut Table) {
    for (index, n, at) in weeks(world) {
        let patients = &world.tenant(index).patients;
        for (place, status) in ["created", "updated"].into_iter().enumerate() {
            let patient = (!patients.is_empty()).then(|| patients.start + (n * 2 + place) % patients.len());
            let at = at.plus((place as i64 + 1) * SECOND);
            out.row(
                &world.stamp(index, world.id("sync_job_logs", n * 2 + place, at), at, None),
                fields! {
                    sync_job_id: sync_id(world, n, at.plus(-(place as i64 + 1) * SECOND)), resource_type: "patients",
                    resource_id: patient.map(|patient| world.patient_id(patient)), external_id: format!("EXT{:07}", n * 2 + place), status: status,
                    created_count: i64::from(place == 0), updated_count: i64::from(place == 1),
                },
            );
        }
    }
}

fn resources(world: &World, out: &mut Table) {
    for n in (0..world.patients.len()).step_by(20) {
        let patient = world.patients[n];
        let at = patient.made.plus(HOUR / 6);
        let content = format!(
            r#"{{"resourceType": "Patient", "id": "p{n}", "active": true, "name": [{{"family": "{}", "given": ["{}"]}}]}}"#,
            patient.last, patient.first
        );
        out.row(
            &world.stamp(patient.tenant, world.id("fhir_resources", n, at), at, None),
            fields! {
                tenant_integration_id: world.integration_id(patient.tenant, 1), resource_type: "Patient", fhir_id: format!("p{n}"),
                patient_id: world.patient_id(n), content: Json(content), last_updated: at,
            },
        );
    }
}

fn subscription_id(world: &World, tenant: usize) -> Uuid {
    world.id("webhook_subscriptions", tenant, made(world, tenant))
}

fn subscriptions(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        out.row(
            &world.stamp(index, subscription_id(world, index), made(world, index), Some(world.admin(index))),
            fields! {
                name: "Reports to the archive", url: format!("https://hooks.{}.example/cuspid", tenant.slug),
                event_types: Set(&["diagnostic_reports.insert"]), signing_secret: world.seed.hash("webhook", index), status: "active",
                last_success_at: world.calendar.end.plus(-HOUR),
            },
        );
    }
}

/// One report in so many was told by a webhook.
const TOLD: usize = 20;

fn told(world: &World) -> impl Iterator<Item = (super::derive::Report, Uuid)> + use<'_> {
    (0..world.sizes.reports).step_by(TOLD).map(|n| {
        let report = world.report(n);
        let id = world.id("webhook_events", n, report.uploaded);
        (report, id)
    })
}

fn events(world: &World, out: &mut Table) {
    for (report, id) in told(world) {
        out.row(
            &world.stamp(report.tenant, id, report.uploaded, None),
            fields! {
                event_type: "diagnostic_reports.insert", resource_type: "diagnostic_reports", resource_id: report.id,
                audit_event_id: world.created_event_id("diagnostic_reports", report.n, report.uploaded), occurred_at: report.uploaded,
                payload: Json(format!(r#"{{"id": "{}"}}"#, report.id)),
            },
        );
    }
}

fn deliveries(world: &World, out: &mut Table) {
    for (report, event) in told(world) {
        let at = report.uploaded.plus(SECOND);
        out.row(
            &world.stamp(report.tenant, world.id("webhook_deliveries", report.n, at), at, None),
            fields! {
                webhook_event_id: event, webhook_subscription_id: subscription_id(world, report.tenant), status: "delivered",
                attempts: 1_i32, response_status: 204_i32, duration_ms: 30 + report.n as i64 % 300, delivered_at: at.plus(SECOND),
            },
        );
    }
}

const FIELDS: [(&str, &str, &str); 2] = [
    ("favourite_music", "Music during treatment", "text"),
    ("referred_by_friend", "Came by recommendation", "boolean"),
];

fn definitions(world: &World, out: &mut Table) {
    for index in 0..world.tenants.len() {
        for (number, (key, label, kind)) in FIELDS.iter().enumerate() {
            let at = made(world, index).plus(MINUTE);
            out.row(
                &world.stamp(index, world.id("custom_field_definitions", index * 2 + number, at), at, Some(world.admin(index))),
                fields! { entity_type: "patient", field_key: *key, label: *label, data_type: *kind, position: number },
            );
        }
    }
}

fn values(world: &World, out: &mut Table) {
    for n in (0..world.patients.len()).step_by(5) {
        let patient = world.patients[n];
        let at = patient.made.plus(8 * MINUTE);
        let text = n % 2 == 0;
        let (key, _, kind) = FIELDS[usize::from(!text)];
        out.row(
            &world.stamp(patient.tenant, world.id("custom_field_values", n, at), at, Some(world.desk(patient.tenant, n))),
            fields! {
                entity_type: "patient", entity_id: world.patient_id(n), field_key: key, data_type: kind,
                value_text: text.then_some(["Jazz", "Piano", "None"][n % 3]), value_boolean: (!text).then_some(n % 3 == 0),
            },
        );
    }
}

fn imports(world: &World, out: &mut Table) {
    for tenant in 0..world.tenants.len() {
        let at = world.imported(tenant);
        out.row(
            &world.stamp(tenant, world.import_id(tenant), at, Some(world.admin(tenant))),
            fields! {
                resource: "patients", format: "csv", size_bytes: 4096_i64, on_error: "skip", status: "completed", bytes_read: 4096_i64,
                rows_read: 40_i64, rows_written: 39_i64, rows_refused: 1_i64, rows_settled: 40_i64, finished_at: at.plus(9 * SECOND),
                job_id: world.import_job_id(tenant),
            },
        );
    }
}

fn import_errors(world: &World, out: &mut Table) {
    for tenant in 0..world.tenants.len() {
        let at = world.imported(tenant);
        out.row(
            &world.stamp(tenant, world.id("import_errors", tenant, at), at, Some(world.admin(tenant))),
            fields! {
                import_id: world.import_id(tenant), row_number: 17_i64, code: "invalid_value", field: "dob",
                message: "dob is a day, as 2026-01-31.",
            },
        );
    }
}
