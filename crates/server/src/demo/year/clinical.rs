//! Visits and what is written down about them.

use super::load::Job;
use super::table::{Fields, Stamp, Table, fields};
use super::value::{DAY, Dec, HOUR, Json, MINUTE, SECOND, Time};
use super::words::VISITS;
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.encounters", encounters),
    Job::new("tenant.clinical_notes", notes),
    Job::new("tenant.encounter_diagnoses", diagnoses),
    Job::new("tenant.vital_signs", vital_signs),
    Job::new("tenant.medical_records", records),
    Job::new("tenant.clinical_outcomes", outcomes),
    Job::new("tenant.clinical_note_amendments", amendments),
];

impl World {
    /// A visit's row; none for an appointment that did not take place.
    pub(super) fn encounter_row(&self, n: usize, use_row: &mut dyn FnMut(&Stamp, Fields<'_>)) {
        let visit = self.visits[n];
        if visit.status != "completed" {
            return;
        }
        let kind = &VISITS[visit.kind].0;
        let by = &self.members[visit.by];
        let came = self.came(n);
        use_row(
            &self.stamp(visit.tenant, self.encounter_id(n), came, Some(self.desk(visit.tenant, n))),
            fields! {
                patient_id: self.patient_id(visit.patient), location_id: self.place_of(by), provider_id: by.practitioner,
                appointment_id: self.appointment_id(n), encounter_type: kind.encounter, status: "completed",
                scheduled_start_at: visit.start, scheduled_end_at: visit.end(), check_in_at: came,
                check_out_at: visit.end().plus((n as i64 % 9) * MINUTE), chief_complaint: kind.complaint,
            },
        );
    }

    pub(super) fn note_id(&self, completed: usize) -> uuid::Uuid {
        self.id("clinical_notes", completed, self.visits[self.completed[completed]].end().plus(MINUTE))
    }
}

fn encounters(world: &World, out: &mut Table) {
    for n in 0..world.visits.len() {
        world.encounter_row(n, &mut |stamp, row| out.row(stamp, row));
    }
}

fn diagnoses(world: &World, out: &mut Table) {
    for number in 0..world.completed.len() {
        let (visit, seen) = world.completed(number);
        let at = seen.end().plus(30 * SECOND);
        let (code, display) = world.finding(number);
        let tooth = world.procedures_of(number).find_map(|procedure| procedure.tooth);
        out.row(
            &world.stamp(seen.tenant, world.id("encounter_diagnoses", number, at), at, Some(seen.by)),
            fields! {
                encounter_id: world.encounter_id(visit), patient_id: world.patient_id(seen.patient),
                condition_id: world.condition_id(number), code_system: "icd_10_cm", code: code, display: display, role: "primary",
                verification: "confirmed", tooth_number: tooth, sequence_order: 1_i32,
                diagnosed_by_id: world.members[seen.by].practitioner,
            },
        );
    }
}

fn note(world: &World, completed: usize) -> String {
    let (_, seen) = world.completed(completed);
    let kind = &VISITS[seen.kind].0;
    let done: Vec<String> = world
        .procedures_of(completed)
        .map(|procedure| match procedure.tooth {
            Some(tooth) => format!("{} (tooth {tooth})", procedure.service.name),
            None => procedure.service.name.to_owned(),
        })
        .collect();
    let (code, display) = world.finding(completed);
    format!(
        "**Subjective**: {}\n**Objective**: soft tissue without finding.\n**Assessment**: {display} ({code}).\n**Plan**: done today: {}. Recall as usual.",
        kind.complaint,
        done.join("; ")
    )
}

fn amended(completed: usize) -> bool {
    completed.is_multiple_of(90)
}

fn notes(world: &World, out: &mut Table) {
    for number in 0..world.completed.len() {
        let (visit, seen) = world.completed(number);
        let at = seen.end().plus(MINUTE);
        let signed = at.plus(10 * MINUTE);
        let author = world.members[seen.by].user;
        let mut content = note(world, number);
        if amended(number) {
            content.push_str(" Local anaesthesia was given.");
        }
        out.row(
            &world.stamp(seen.tenant, world.note_id(number), at, Some(seen.by)),
            fields! {
                encounter_id: world.encounter_id(visit), patient_id: world.patient_id(seen.patient), author_id: author,
                note_type: "soap", title: VISITS[seen.kind].0.reason, content: content, signed_at: signed, signed_by: author,
                amended_at: amended(number).then(|| signed.plus(20 * MINUTE)),
            },
        );
    }
}

fn amendments(world: &World, out: &mut Table) {
    for number in (0..world.completed.len()).filter(|&number| amended(number)) {
        let (_, seen) = world.completed(number);
        let at = seen.end().plus(31 * MINUTE);
        let before = note(world, number);
        out.row(
            &world.stamp(seen.tenant, world.id("clinical_note_amendments", number, at), at, Some(seen.by)),
            fields! {
                clinical_note_id: world.note_id(number), patient_id: world.patient_id(seen.patient),
                author_id: world.members[seen.by].user, reason: "Anaesthesia was left out.", previous_content: before,
                content: format!("{before} Local anaesthesia was given."), amended_at: at,
            },
        );
    }
}

fn vital_signs(world: &World, out: &mut Table) {
    for number in (0..world.completed.len()).step_by(6) {
        let (visit, seen) = world.completed(number);
        let mut dice = world.dice("vital_signs", number);
        let at = seen.start.plus(MINUTE);
        let systolic = dice.between(104, 158);
        let helper = world.staff(seen.tenant, 5);
        out.row(
            &world.stamp(seen.tenant, world.id("vital_signs", number, at), at, Some(helper)),
            fields! {
                encounter_id: world.encounter_id(visit), patient_id: world.patient_id(seen.patient), measured_at: at,
                systolic_mmhg: systolic, diastolic_mmhg: systolic * 5 / 8 - dice.between(0, 9), heart_rate_bpm: dice.between(56, 96),
                temperature_c: Dec(dice.between(361, 372), 1), oxygen_saturation_percent: Dec(dice.between(950, 999), 1),
                pain_score: if VISITS[seen.kind].0.encounter == "emergency" { dice.between(5, 9) } else { dice.between(0, 3) },
                measured_by: world.members[helper].user,
            },
        );
    }
}

fn records(world: &World, out: &mut Table) {
    for number in (3..world.completed.len()).step_by(8) {
        let (visit, seen) = world.completed(number);
        let at = seen.end().plus(2 * MINUTE);
        let (kind, title) = [
            ("prescription", "Prescription"),
            ("treatment", "Treatment"),
            ("certificate", "Certificate of attendance"),
        ][number % 3];
        out.row(
            &world.stamp(seen.tenant, world.id("medical_records", number, at), at, Some(seen.by)),
            fields! {
                patient_id: world.patient_id(seen.patient), practitioner_id: world.members[seen.by].practitioner,
                encounter_id: world.encounter_id(visit), record_type: kind, title: title,
                description: "As agreed with the patient.", data: Json("{}"), attachments: Json("[]"), record_date: at,
            },
        );
    }
}

fn outcomes(world: &World, out: &mut Table) {
    for number in (0..world.completed.len()).step_by(25) {
        let (_, seen) = world.completed(number);
        let at: Time = seen.end().plus(92 * DAY + HOUR);
        let Some(procedure) = world.procedures_of(number).next().filter(|_| at < world.calendar.end) else {
            continue;
        };
        let mut dice = world.dice("clinical_outcomes", number);
        out.row(
            &world.stamp(seen.tenant, world.id("clinical_outcomes", number, at), at, Some(seen.by)),
            fields! {
                patient_id: world.patient_id(seen.patient), procedure_id: procedure.id, assessed_at: at,
                assessed_by_id: world.members[seen.by].practitioner, follow_up_months: 3_i32, success: dice.percent(94),
                outcome_scores: Json(format!(r#"{{"ohip_14": {}}}"#, dice.between(0, 18))), complications: Json("[]"),
                satisfaction: dice.between(6, 10),
            },
        );
    }
}
