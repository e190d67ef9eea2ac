//! The trail and the log of reading, consistent with the rows that they tell of.
//!
//! What is told in full is the making of patients and their changes, of appointments, visits, procedures, cases, reports, analyses and reviews, and signing in and out;
//! the rest of the events are readings of reports.

use std::collections::HashSet;

use uuid::Uuid;

use super::identity::address;
use super::load::Job;
use super::table::{Fields, Stamp, Table, fields};
use super::value::{DAY, HOUR, Json, MINUTE, Time};
use super::words::AGENTS;
use super::world::World;

pub(super) const JOBS: &[Job] =
    &[Job::new("tenant.audit_events", audit), Job::new("tenant.phi_access_logs", phi)];

/// Who did what when, for one event.
struct Event<'a> {
    id: Uuid,
    tenant: usize,
    at: Time,
    kind: &'a str,
    action: &'a str,
    outcome: &'a str,
    /// The person; the system where there is none.
    by: Option<usize>,
    resource: &'a str,
    row: Option<Uuid>,
    case: Option<Uuid>,
    patient: Option<Uuid>,
    request: Uuid,
    old_values: Option<Json<&'a str>>,
    new_values: Option<Json<&'a str>>,
}

impl World {
    /// The event of the making of a table's `n`th row.
    pub(super) fn created_event_id(&self, resource: &str, n: usize, at: Time) -> Uuid {
        let mut dice = self.dice(resource, n);
        self.id("audit_events", dice.next() as usize, at)
    }
}

fn write(world: &World, out: &mut Table, event: &Event<'_>) {
    let member = event.by.map(|member| &world.members[member]);
    out.bare(fields! {
        tenant_id: world.tenant(event.tenant).id, id: event.id, created_at: event.at, event_type: event.kind, action: event.action,
        outcome: event.outcome, actor_type: if member.is_some() { "user" } else { "system" },
        user_id: member.map(|member| member.user), user_email: member.map(|member| member.email.as_str()),
        user_role: member.map(|member| member.role), resource_type: event.resource, resource_id: event.row, case_id: event.case,
        patient_id: event.patient, request_id: event.request, ip_address: event.by.map(address),
        user_agent: event.by.map(|member| AGENTS[member % AGENTS.len()]), old_values: event.old_values,
        new_values: event.new_values,
    });
}

/// Writes the making of rows, with the values that the trail's trigger would have kept.
struct Makings<'a> {
    world: &'a World,
    out: &'a mut Table,
    resource: &'static str,
    masked: Option<&'a HashSet<String>>,
    by: Option<usize>,
    tenant: usize,
    buffer: Vec<u8>,
}

impl Makings<'_> {
    fn row(&mut self, n: usize, stamp: &Stamp, row: Fields<'_>, of_patient: bool) {
        let mut patient = of_patient.then_some(stamp.id);
        let mut out = std::mem::take(&mut self.buffer);
        out.clear();
        for (name, value) in row.iter().filter(|(_, value)| !value.is_null()) {
            out.push(if out.is_empty() { b'{' } else { b',' });
            out.push(b'"');
            out.extend_from_slice(name.as_bytes());
            out.extend_from_slice(b"\":");
            if self.masked.is_some_and(|masked| masked.contains(*name)) {
                out.extend_from_slice(b"\"[masked]\"");
            } else {
                value.json(&mut out);
            }
            if *name == "patient_id" {
                let mut id = Vec::new();
                value.text(&mut id);
                patient = Uuid::try_parse_ascii(&id).ok();
            }
        }
        out.push(b'}');
        let event = Event {
            id: self.world.created_event_id(self.resource, n, stamp.at),
            tenant: self.tenant,
            at: stamp.at,
            kind: "data_create",
            action: "insert",
            outcome: "success",
            by: self.by,
            resource: self.resource,
            row: Some(stamp.id),
            case: (self.resource == "cases").then_some(stamp.id),
            patient,
            request: self.world.id("requests", n, stamp.at),
            old_values: None,
            new_values: Some(Json(std::str::from_utf8(&out).unwrap_or("{}"))),
        };
        write(self.world, self.out, &event);
        self.buffer = out;
    }
}

fn audit(world: &World, out: &mut Table) {
    let makings = made(world, out);
    let (changes, sessions) = (changed(world, out), signed_in(world, out));
    let readings = world.sizes.events.saturating_sub(makings + changes + sessions);
    for n in 0..readings {
        let (tenant, member, at, report, patient) = reading(world, n, readings);
        write(
            world,
            out,
            &Event {
                id: world.id("view_report", n, at),
                tenant,
                at,
                kind: "view_report",
                action: "read",
                outcome: if n % 500 == 499 { "failure" } else { "success" },
                by: Some(member),
                resource: "diagnostic_reports",
                row: Some(report),
                case: None,
                patient: Some(patient),
                request: world.id("read_requests", n, at),
                old_values: None,
                new_values: None,
            },
        );
    }
}

/// Telephone numbers that changed; how many there were.
fn changed(world: &World, out: &mut Table) -> usize {
    let masked = Some(Json(r#"{"phone_mobile": "[masked]"}"#));
    let changes = world.patient_changes();
    let mut count = 0;
    for (n, at) in changes {
        let (patient, tenant) = (world.patient_id(n), world.patients[n].tenant);
        write(
            world,
            out,
            &Event {
                id: world.id("patient_changes", n, at),
                tenant,
                at,
                kind: "data_update",
                action: "update",
                outcome: "success",
                by: Some(world.desk(tenant, n)),
                resource: "patients",
                row: Some(patient),
                case: None,
                patient: Some(patient),
                request: world.id("change_requests", n, at),
                old_values: masked,
                new_values: masked,
            },
        );
        count += 1;
    }
    count
}

/// The making of rows; how many there were.
fn made(world: &World, out: &mut Table) -> usize {
    let mut count = 0;
    let mut begin = |resource: &'static str,
                     out: &mut Table,
                     each: &mut dyn FnMut(&mut Makings<'_>) -> usize| {
        let masked = world.known.masked.get(resource);
        let mut makings = Makings { world, out, resource, masked, by: None, tenant: 0, buffer: Vec::new() };
        count += each(&mut makings);
    };
    begin("patients", out, &mut |makings| {
        for (n, patient) in world.patients.iter().enumerate() {
            (makings.tenant, makings.by) = (patient.tenant, Some(world.desk(patient.tenant, n)));
            world.patient_row(n, false, &mut |stamp, row| makings.row(n, stamp, row, true));
        }
        world.patients.len()
    });
    begin("appointments", out, &mut |makings| {
        for (n, visit) in world.visits.iter().enumerate() {
            (makings.tenant, makings.by) = (visit.tenant, Some(world.desk(visit.tenant, n)));
            world.appointment_row(n, &mut |stamp, row| makings.row(n, stamp, row, false));
        }
        world.visits.len()
    });
    begin("encounters", out, &mut |makings| {
        for (n, visit) in world.visits.iter().enumerate() {
            (makings.tenant, makings.by) = (visit.tenant, Some(world.desk(visit.tenant, n)));
            world.encounter_row(n, &mut |stamp, row| makings.row(n, stamp, row, false));
        }
        world.completed.len()
    });
    begin("procedures", out, &mut |makings| {
        for n in 0..world.procedure_count() {
            let seen = world.visits[world.procedure(n).visit];
            (makings.tenant, makings.by) = (seen.tenant, Some(seen.by));
            world.procedure_row(n, &mut |stamp, row| makings.row(n, stamp, row, false));
        }
        world.procedure_count()
    });
    begin("cases", out, &mut |makings| {
        for (n, case) in world.cases.iter().enumerate() {
            (makings.tenant, makings.by) = (case.tenant, Some(world.technician(n, 0)));
            world.case_row(n, &mut |stamp, row| makings.row(n, stamp, row, false));
        }
        world.cases.len()
    });
    begin("diagnostic_reports", out, &mut |makings| {
        for report in (0..world.sizes.reports).map(|n| world.report(n)) {
            (makings.tenant, makings.by) = (report.tenant, Some(report.radiologist));
            world.report_row(&report, &mut |stamp, row| makings.row(report.n, stamp, row, false));
        }
        world.sizes.reports
    });
    begin("ai_analyses", out, &mut |makings| {
        for report in (0..world.sizes.reports).map(|n| world.report(n)) {
            (makings.tenant, makings.by) = (report.tenant, None);
            world.analysis_row(&report, &mut |stamp, row| makings.row(report.n, stamp, row, false));
        }
        world.sizes.reports
    });
    begin("doctor_reviews", out, &mut |makings| {
        let mut reviews = 0;
        for report in (0..world.sizes.reports).map(|n| world.report(n)) {
            (makings.tenant, makings.by) = (report.tenant, Some(report.doctor));
            world.review_row(&report, &mut |stamp, row| makings.row(report.n, stamp, row, false));
            reviews += usize::from(report.reviewed.is_some());
        }
        reviews
    });
    count
}

/// Signing in, and signing out again where the session is over; how many events there were.
fn signed_in(world: &World, out: &mut Table) -> usize {
    let mut count = 0;
    for n in 0..world.session_count() {
        let (member, at) = world.session(n);
        let session = world.id("sessions", n, at);
        let over = (at.plus(12 * HOUR) < world.calendar.end).then(|| at.plus(HOUR + (n as i64 % 7) * HOUR));
        let steps = [("login_success", "login", "success", Some(at)), ("logout", "logout", "success", over)];
        let failed = (n % 25 == 0).then(|| at.plus(-MINUTE));
        let all = steps.into_iter().chain([("login_failure", "login", "failure", failed)]);
        for (kind, action, outcome, at) in all {
            let Some(at) = at else { continue };
            write(
                world,
                out,
                &Event {
                    id: world.id(kind, n, at),
                    tenant: world.members[member].tenant,
                    at,
                    kind,
                    action,
                    outcome,
                    by: Some(member),
                    resource: "sessions",
                    row: (kind != "login_failure").then_some(session),
                    case: None,
                    patient: None,
                    request: world.id("sign_in_requests", n * 3 + usize::from(kind == "logout"), at),
                    old_values: None,
                    new_values: None,
                },
            );
            count += 1;
        }
    }
    count
}

/// One of `all` readings: tenant, reader, when, report and patient. A report is read mostly in the days after it was made.
fn reading(world: &World, n: usize, all: usize) -> (usize, usize, Time, Uuid, Uuid) {
    let report = world.report((n as u64 * world.sizes.reports as u64 / all as u64) as usize);
    let mut dice = world.dice("reading", n);
    let later = if dice.percent(70) { dice.below(2 * DAY) } else { dice.below(60 * DAY) };
    let at = world.clip(report.analyzed.plus(MINUTE + later));
    let patient = world.patients[report.patient];
    let reader = match dice.below(4) {
        0 => report.radiologist,
        1 => patient.account.unwrap_or(report.doctor),
        2 => world.staff(report.tenant, dice.below(8) as usize),
        _ => report.doctor,
    };
    (report.tenant, reader, at, report.id, world.patient_id(report.patient))
}

fn phi(world: &World, out: &mut Table) {
    let all = world.sizes.of(500_000, 400);
    for n in 0..all {
        let (tenant, member, at, report, patient) = reading(world, n, all);
        let who = &world.members[member];
        let own = who.role == "patient";
        out.bare(fields! {
            tenant_id: world.tenant(tenant).id, id: world.id("phi_access_logs", n, at), created_at: at, access_type: "view",
            purpose: if own { "patient_request" } else { "treatment" }, actor_type: "user", user_id: who.user, user_email: who.email,
            user_role: who.role, patient_id: patient, resource_type: "diagnostic_reports", resource_id: report, row_count: 1_i32,
            request_id: world.id("phi_requests", n, at), ip_address: address(member), user_agent: AGENTS[member % AGENTS.len()],
        });
    }
}
