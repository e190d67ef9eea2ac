//! What patients have, take, do not bear, and how they live.

use super::load::Job;
use super::reference::DRUGS;
use super::table::{Table, fields};
use super::value::{DAY, Dec, Json, MINUTE, Time};
use super::words::VISITS;
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.patient_medical_history", medical_history),
    Job::new("tenant.patient_conditions", conditions),
    Job::new("tenant.patient_social_history", social_history),
    Job::new("tenant.patient_medications", medications),
    Job::new("tenant.patient_allergies", allergies),
];

impl World {
    /// The entry of a completed visit in the patient's problem list, where there is one: every other visit finds something.
    pub(super) fn condition_id(&self, completed: usize) -> Option<uuid::Uuid> {
        completed
            .is_multiple_of(2)
            .then(|| self.id("patient_conditions", completed, self.visits[self.completed[completed]].end()))
    }

    /// What a completed visit found: ICD-10-CM code and what it says.
    pub(super) fn finding(&self, completed: usize) -> (&'static str, &'static str) {
        let kind = self.visits[self.completed[completed]].kind;
        self.dice("finding", completed).pick(VISITS[kind].0.diagnoses)
    }
}

fn conditions(world: &World, out: &mut Table) {
    for number in 0..world.completed.len() {
        let Some(id) = world.condition_id(number) else { continue };
        let (visit, seen) = world.completed(number);
        let at = seen.end();
        let (code, display) = world.finding(number);
        let tooth = world.procedures_of(number).find_map(|procedure| procedure.tooth);
        let resolved = number % 3 == 0 && at.plus(30 * DAY) < world.calendar.end;
        out.row(
            &world.stamp(seen.tenant, id, at, Some(seen.by)),
            fields! {
                patient_id: world.patient_id(seen.patient), code_system: "icd_10_cm", code: code, display: display, tooth_number: tooth,
                status: if resolved { "resolved" } else { "active" }, verification: "confirmed",
                severity: ["mild", "moderate", "mild", "severe"][number / 2 % 4], onset_date: at.day(),
                resolved_date: resolved.then(|| at.plus(30 * DAY).day()), encounter_id: world.encounter_id(visit),
                practitioner_id: world.members[seen.by].practitioner,
            },
        );
    }
}

fn each<'w>(
    world: &'w World,
    purpose: &'static str,
    step: usize,
) -> impl Iterator<Item = (usize, usize, Time)> + use<'w> {
    let start = purpose.len() % step;
    (start..world.patients.len()).step_by(step).map(move |n| {
        let patient = world.patients[n];
        (n, patient.tenant, patient.made.plus(purpose.len() as i64 * MINUTE / 4))
    })
}

fn medications(world: &World, out: &mut Table) {
    for (n, tenant, at) in each(world, "patient_medications", 3) {
        let number = 6 + n % 2;
        let (name, _, _, strength, dose) = DRUGS[number];
        out.row(
            &world.stamp(tenant, world.id("patient_medications", n, at), at, Some(world.staff(tenant, 1))),
            fields! {
                patient_id: world.patient_id(n), name: name, drug_id: world.drug_id(number), dosage: strength, frequency: dose,
                route: "oral", start_date: at.day().plus(-300), status: "current",
                reason: if number == 6 { "Diabetes" } else { "High blood pressure" }, prescriber: "Family doctor",
            },
        );
    }
}

fn allergies(world: &World, out: &mut Table) {
    for (n, tenant, at) in each(world, "patient_allergies", 8) {
        let drug = n % 2 == 0;
        out.row(
            &world.stamp(tenant, world.id("patient_allergies", n, at), at, Some(world.staff(tenant, 1))),
            fields! {
                patient_id: world.patient_id(n), category: if drug { "drug" } else { "material" },
                substance: if drug { "Amoxicillin" } else { "Latex" }, drug_id: drug.then(|| world.drug_id(0)), reaction: "Rash",
                severity: ["mild", "moderate", "severe"][n % 3], status: "active", verification: "confirmed",
            },
        );
    }
}

const SMOKING: [&str; 6] = ["never", "never", "former", "never", "current", "occasional"];

fn social_history(world: &World, out: &mut Table) {
    for (n, tenant, at) in each(world, "patient_social_history", 2) {
        let mut dice = world.dice("patient_social_history", n);
        let smoking = dice.pick(&SMOKING);
        let cigarettes = (smoking == "current").then(|| dice.between(3, 25));
        out.row(
            &world.stamp(tenant, world.id("patient_social_history", n, at), at, Some(world.staff(tenant, 1))),
            fields! {
                patient_id: world.patient_id(n), recorded_on: at.day(), smoking: smoking, cigarettes_per_day: cigarettes,
                alcohol: dice.pick(&["never", "occasional", "moderate"]), alcohol_units_per_week: Dec(dice.between(0, 120), 1),
                exercise: dice.pick(&["rarely", "weekly", "several_times_a_week", "daily"]), brushing_per_day: dice.between(1, 3),
                flossing_per_week: dice.between(0, 7), bruxism: dice.percent(18), habits: Json("[]"),
            },
        );
    }
}

fn medical_history(world: &World, out: &mut Table) {
    for (n, tenant, at) in each(world, "patient_medical_history", 1) {
        let mut dice = world.dice("patient_medical_history", n);
        let ill = dice.percent(30);
        out.row(
            &world.stamp(tenant, world.id("patient_medical_history", n, at), at, Some(world.desk(tenant, n))),
            fields! {
                patient_id: world.patient_id(n),
                conditions: Json(if ill { r#"["high blood pressure"]"# } else { "[]" }),
                medications: Json(if ill { r#"["ramipril"]"# } else { "[]" }), family_history: Json("[]"),
                smoking_status: dice.pick(&SMOKING), alcohol_consumption: "occasional", exercise_frequency: "weekly",
            },
        );
    }
}
