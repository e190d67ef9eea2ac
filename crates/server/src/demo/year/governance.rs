//! Consents, retention, holds, erasure, exports and research.

use uuid::Uuid;

use super::load::Job;
use super::table::{Table, fields};
use super::value::{DAY, HOUR, Json, MINUTE, SECOND, Time};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.consents", consents),
    Job::new("tenant.data_retention_policies", retention),
    Job::new("tenant.legal_holds", holds),
    Job::new("tenant.erasure_requests", erasures),
    Job::new("tenant.data_exports", exports),
    Job::new("tenant.research_datasets", datasets),
    Job::new("tenant.research_dataset_members", members),
    Job::new("tenant.research_access_logs", access),
];

fn consent_id(world: &World, patient: usize) -> Uuid {
    world.id("consents", patient, world.patients[patient].made.plus(7 * MINUTE))
}

fn consents(world: &World, out: &mut Table) {
    for (n, patient) in world.patients.iter().enumerate() {
        let at = patient.made.plus(7 * MINUTE);
        let revoked = (n % 50 == 49).then(|| at.plus(40 * DAY)).filter(|at| *at < world.calendar.end);
        out.row(
            &world.stamp(patient.tenant, consent_id(world, n), at, Some(world.desk(patient.tenant, n))),
            fields! {
                subject_type: "patient", patient_id: world.patient_id(n), consent_type: if n % 4 == 0 { "research" } else { "ai_analysis" },
                granted_at: at, revoked_at: revoked, revocation_reason: revoked.map(|_| "Changed their mind."),
                source: if patient.account.is_some() { "portal" } else { "in_clinic" }, document_id: world.paper_of(n),
            },
        );
    }
}

fn retention(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        for (number, (class, years)) in
            [("patient_record", 10), ("imaging", 10), ("logs", 7)].into_iter().enumerate()
        {
            let at = tenant.made.plus(2 * HOUR);
            out.row(
                &world.stamp(index, world.id("data_retention_policies", index * 3 + number, at), at, Some(world.admin(index))),
                fields! { data_class: class, min_years: years, max_years: years + 20, archival_strategy: "cold_storage" },
            );
        }
    }
}

/// Tenants with patients; a matter each.
fn matters<'w>(
    world: &'w World,
    purpose: &'static str,
) -> impl Iterator<Item = (usize, usize, Time, Uuid)> + use<'w> {
    (0..world.tenants.len()).filter(|&index| !world.tenant(index).patients.is_empty()).map(move |index| {
        let patients = &world.tenant(index).patients;
        let patient = patients.start + purpose.len() % patients.len();
        let at = world.clip(world.patients[patient].made.plus(20 * DAY));
        (index, patient, at, world.id(purpose, index, at))
    })
}

fn holds(world: &World, out: &mut Table) {
    for (index, patient, at, id) in matters(world, "legal_holds") {
        out.row(
            &world.stamp(index, id, at, Some(world.admin(index))),
            fields! {
                resource_type: "patients", resource_id: world.patient_id(patient), matter: format!("Matter {index:03}"),
                reason: "A question about an invoice is at court.",
            },
        );
    }
}

fn erasures(world: &World, out: &mut Table) {
    for (index, patient, at, id) in matters(world, "erasure_requests") {
        let admin = world.members[world.admin(index)].user;
        out.row(
            &world.stamp(index, id, at, None),
            fields! {
                subject_type: "patient", subject_id: world.patient_id(patient), status: "rejected", received_at: at, due_at: at.plus(30 * DAY),
                verified_at: at.plus(SECOND), decided_at: at.plus(MINUTE), decided_by: admin,
                decision_reason: "The law asks to keep the record for ten years.",
            },
        );
    }
}

fn exports(world: &World, out: &mut Table) {
    for (index, patient, at, id) in matters(world, "data_exports") {
        let over = at.plus(7 * DAY) < world.calendar.end;
        out.row(
            &world.stamp(index, id, at, Some(world.admin(index))),
            fields! {
                subject_type: "patient", patient_id: world.patient_id(patient), status: if over { "expired" } else { "pending" },
                format: "fhir_ndjson", row_count: over.then_some(120_i64), expires_at: at.plus(7 * DAY),
            },
        );
    }
}

/// Academic tenants do research.
fn schools(world: &World) -> impl Iterator<Item = (usize, Uuid, Time)> + use<'_> {
    (0..world.tenants.len()).filter(|&index| world.tenant(index).kind == "academic").map(|index| {
        let at = Time(world.calendar.end.0 - 60 * DAY);
        (index, world.id("research_datasets", index, at), at)
    })
}

/// Those who agreed, before the dataset was made.
fn agreed(world: &World, tenant: usize, until: Time) -> impl Iterator<Item = usize> + use<'_> {
    world
        .tenant(tenant)
        .patients
        .clone()
        .filter(move |&n| n % 4 == 0 && n % 50 != 49 && world.patients[n].made.plus(7 * MINUTE) < until)
}

fn datasets(world: &World, out: &mut Table) {
    for (index, id, at) in schools(world) {
        out.row(
            &world.stamp(index, id, at, Some(world.admin(index))),
            fields! {
                name: "Caries on bitewings", version_tag: "1", purpose: "How often early caries is seen by a model and by people.",
                status: "frozen", deidentification_method: "safe_harbor", ethics_approval: "EX-2026-17", consent_required: true,
                principal_investigator_id: world.members[world.staff(index, 1)].user, criteria: Json(r#"{"study_type": "bitewing"}"#),
                member_count: agreed(world, index, at).count(), frozen_at: at.plus(DAY),
            },
        );
    }
}

fn members(world: &World, out: &mut Table) {
    for (index, dataset, at) in schools(world) {
        for (number, patient) in agreed(world, index, at).enumerate() {
            let at = at.plus(number as i64);
            let id = world.patient_id(patient);
            out.row(
                &world.stamp(index, world.id("research_dataset_members", patient, at), at, Some(world.admin(index))),
                fields! {
                    dataset_id: dataset, patient_id: id, consent_id: consent_id(world, patient), pseudonym: format!("S{number:06}"),
                    resource_type: "patients", resource_id: id,
                },
            );
        }
    }
}

fn access(world: &World, out: &mut Table) {
    for (index, dataset, at) in schools(world) {
        for number in 0..200_usize {
            let at = at.plus(2 * DAY + number as i64 * 6 * HOUR);
            let member = world.staff(index, 1 + number % 3);
            out.bare(fields! {
                tenant_id: world.tenant(index).id, id: world.id("research_access_logs", index * 1000 + number, at), created_at: at,
                dataset_id: dataset, access_type: ["view", "query", "download"][number % 3], purpose: "The study's question.",
                user_id: world.members[member].user, user_email: world.members[member].email, user_role: world.members[member].role,
                row_count: 100 + number as i64, ip_address: super::identity::address(member),
            });
        }
    }
}
