//! Claims to payers for visits of insured patients.

use uuid::Uuid;

use super::load::Job;
use super::table::{Table, fields};
use super::value::{DAY, Dec, HOUR, Json, Set, Time};
use super::words::PAYERS;
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.claim_status_events", events),
    Job::new("tenant.claim_lines", lines),
    Job::new("tenant.claims", claims),
];

/// What became of a claim by the year's end.
pub(super) struct Claim {
    pub(super) id: Uuid,
    pub(super) made: Time,
    submitted: Option<Time>,
    /// When the payer decided.
    decided: Option<Time>,
    denied: bool,
    pub(super) paid: Option<Time>,
    billed: i64,
    allowed: i64,
    pub(super) paid_amount: i64,
}

impl Claim {
    /// When it is clear what is left to the patient.
    pub(super) fn settled(&self) -> Option<Time> {
        if self.denied { self.decided } else { self.paid }
    }

    fn status(&self) -> &'static str {
        match (self.submitted, self.decided, self.paid) {
            (None, _, _) => "ready",
            (_, None, _) => "in_review",
            _ if self.denied => "denied",
            (_, _, None) => "approved",
            _ => "paid",
        }
    }
}

/// What a payer allows of a fee, and pays of that.
fn shares(fee: i64) -> (i64, i64) {
    let allowed = fee * 90 / 100;
    (allowed, allowed * 70 / 100)
}

impl World {
    /// The claim of a completed visit: every other one of an insured patient.
    pub(super) fn claim(&self, completed: usize) -> Option<Claim> {
        let (_, seen) = self.completed(completed);
        if completed % 2 == 1 || !self.patients[seen.patient].insured {
            return None;
        }
        let mut dice = self.dice("claims", completed);
        let made = self.clip(seen.end().plus(HOUR));
        let past = |at: Time| (at < self.calendar.end).then_some(at);
        let submitted = past(made.plus(dice.between(4, 40) * HOUR));
        let decided = submitted.and_then(|at| past(at.plus(dice.between(8, 26) * DAY)));
        let denied = dice.percent(5);
        let paid = decided.filter(|_| !denied).and_then(|at| past(at.plus(dice.between(2, 6) * DAY)));
        let (mut billed, mut allowed, mut pays) = (0, 0, 0);
        for procedure in self.procedures_of(completed) {
            let share = shares(procedure.fee);
            (billed, allowed, pays) = (billed + procedure.fee, allowed + share.0, pays + share.1);
        }
        let paid_amount = if denied { 0 } else { pays };
        Some(Claim {
            id: self.id("claims", completed, made),
            made,
            submitted,
            decided,
            denied,
            paid,
            billed,
            allowed,
            paid_amount,
        })
    }
}

fn all(world: &World) -> impl Iterator<Item = (usize, Claim)> + use<'_> {
    (0..world.completed.len()).filter_map(|number| Some((number, world.claim(number)?)))
}

fn claims(world: &World, out: &mut Table) {
    for (number, claim) in all(world) {
        let (visit, seen) = world.completed(number);
        let tenant = world.tenant(seen.tenant);
        let by = &world.members[seen.by];
        let (code, display) = world.finding(number);
        let decided = claim.decided.is_some();
        let day = seen.start.day();
        out.row(
            &world.stamp(seen.tenant, claim.id, claim.made, Some(world.desk(seen.tenant, number))),
            fields! {
                claim_number: format!("CL-{:06}", number - tenant.completed.start + 1), use: "claim", status: claim.status(),
                patient_id: world.patient_id(seen.patient), payer_id: world.payer_id(seen.tenant, seen.patient % PAYERS.len()),
                insurance_policy_id: world.policy_id(seen.patient), encounter_id: world.encounter_id(visit),
                treatment_plan_id: world.plan_id(number), provider_id: by.practitioner, location_id: world.place_of(by),
                payer_claim_number: claim.submitted.map(|_| format!("P{number:09}")),
                diagnosis_codes: Json(format!(r#"[{{"system": "icd_10_cm", "code": "{code}", "display": "{display}"}}]"#)),
                service_start: day, service_end: day, submitted_at: claim.submitted, last_submitted_at: claim.submitted,
                adjudicated_at: claim.decided, paid_at: claim.paid, currency: tenant.region.currency, total_billed_amount: claim.billed,
                total_allowed_amount: decided.then_some(if claim.denied { 0 } else { claim.allowed }),
                total_paid_amount: claim.paid.map(|_| claim.paid_amount),
                patient_responsibility_amount: decided.then_some(claim.billed - claim.paid_amount),
                denial_reason: (decided && claim.denied).then_some("Not covered by the plan."),
            },
        );
    }
}

fn line_id(world: &World, procedure: usize, made: Time) -> Uuid {
    world.id("claim_lines", procedure, made)
}

fn lines(world: &World, out: &mut Table) {
    for (number, claim) in all(world) {
        let (_, seen) = world.completed(number);
        for (place, procedure) in world.procedures_of(number).enumerate() {
            let (allowed, pays) = if claim.denied { (0, 0) } else { shares(procedure.fee) };
            let decided = claim.decided.is_some();
            let adjustment = procedure.fee - allowed;
            let codes = format!(r#"[{{"group": "CO", "reason": "45", "amount": {adjustment}}}]"#);
            out.row(
                &world.stamp(seen.tenant, line_id(world, procedure.n, claim.made), claim.made, Some(world.desk(seen.tenant, number))),
                fields! {
                    claim_id: claim.id, line_number: place + 1, procedure_id: procedure.id, procedure_code: procedure.service.code,
                    description: procedure.service.name, tooth_number: procedure.tooth, surface: Set(procedure.surfaces),
                    service_date: seen.start.day(), quantity: Dec(100, 2), billed_amount: procedure.fee,
                    allowed_amount: decided.then_some(allowed), adjustment_amount: decided.then_some(adjustment),
                    paid_amount: claim.paid.map(|_| pays), patient_responsibility_amount: decided.then_some(procedure.fee - pays),
                    adjustment_codes: Json(if decided { codes } else { "[]".to_owned() }),
                },
            );
        }
    }
}

fn events(world: &World, out: &mut Table) {
    for (number, claim) in all(world) {
        let (_, seen) = world.completed(number);
        let verdict = if claim.denied { ("denied", "denied") } else { ("adjudicated", "approved") };
        let steps = [
            ("created", "practice", None, "ready", Some(claim.made)),
            ("submitted", "practice", Some("ready"), "submitted", claim.submitted),
            (
                "acknowledged",
                "clearinghouse",
                Some("submitted"),
                "in_review",
                claim.submitted.map(|at| world.clip(at.plus(HOUR))),
            ),
            (verdict.0, "payer", Some("in_review"), verdict.1, claim.decided),
            ("paid", "payer", Some("approved"), "paid", claim.paid),
        ];
        for (step, (event, source, from, to, at)) in steps.into_iter().enumerate() {
            let Some(at) = at else { continue };
            out.row(
                &world.stamp(seen.tenant, world.id("claim_status_events", number * 5 + step, at), at, None),
                fields! {
                    claim_id: claim.id, event_type: event, source: source, from_status: from, to_status: to, occurred_at: at,
                    received_at: at, paid_amount: (event == "paid").then_some(claim.paid_amount),
                },
            );
        }
    }
}
