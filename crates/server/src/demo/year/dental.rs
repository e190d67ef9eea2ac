//! Charts, measurements of the gums, plans and procedures.

use super::load::Job;
use super::table::{Fields, Stamp, Table, fields};
use super::value::{DAY, Dec, Json, MINUTE, SECOND, Set, Time};
use super::words::{Place, TEETH, VISITS};
use super::world::{ADULT, World};

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.perio_measurements", perio),
    Job::new("tenant.procedures", procedures),
    Job::new("tenant.treatment_plan_items", plan_items),
    Job::new("tenant.tooth_chart_snapshots", charts),
    Job::new("tenant.treatment_plans", plans),
    Job::new("tenant.treatment_plan_procedures", plan_procedures),
    Job::new("tenant.procedure_materials", materials),
];

impl World {
    pub(super) fn procedure_row(&self, n: usize, use_row: &mut dyn FnMut(&Stamp, Fields<'_>)) {
        let procedure = self.procedure(n);
        let seen = self.visits[procedure.visit];
        let tenant = self.tenant(seen.tenant);
        let numb =
            matches!(procedure.service.place, Place::Tooth(_)) && procedure.service.category != "diagnostic";
        use_row(
            &self.stamp(seen.tenant, procedure.id, self.recorded(&procedure), Some(seen.by)),
            fields! {
                patient_id: self.patient_id(seen.patient), encounter_id: self.encounter_id(procedure.visit),
                provider_id: self.members[seen.by].practitioner, procedure_catalog_id: self.service_id(seen.tenant, procedure.number),
                cdt_code: procedure.service.code, description: procedure.service.name, tooth_number: procedure.tooth,
                surface: Set(procedure.surfaces), oral_area: procedure.area, quantity: 1_i32, start_at: procedure.start,
                end_at: procedure.end, status: "completed", currency: tenant.region.currency, fee: procedure.fee,
                anesthesia: numb.then_some("Articaine 4 %, 1.7 ml, infiltration"),
            },
        );
    }
}

fn procedures(world: &World, out: &mut Table) {
    for n in 0..world.procedure_count() {
        world.procedure_row(n, &mut |stamp, row| out.row(stamp, row));
    }
}

fn perio(world: &World, out: &mut Table) {
    const SITES: [&str; 6] = ["mb", "b", "db", "ml", "l", "dl"];
    let exams = world.sizes.of(2_400, 6);
    let treated = (0..world.completed.len()).filter(|&number| {
        let (_, seen) = world.completed(number);
        matches!(VISITS[seen.kind].0.encounter, "periodontal" | "exam")
            && world.age(seen.patient, seen.start.day()) >= ADULT
    });
    for (exam, number) in treated.take(exams * 7).step_by(7).enumerate() {
        let (visit, seen) = world.completed(number);
        let mut dice = world.dice("perio_measurements", number);
        let ill = VISITS[seen.kind].0.encounter == "periodontal";
        for (place, tooth) in TEETH.iter().enumerate() {
            for (side, site) in SITES.iter().enumerate() {
                let deep = dice.percent(if ill { 22 } else { 4 });
                let depth = if deep {
                    dice.between(4, if ill { 9 } else { 5 })
                } else {
                    dice.weighted(&[(1, 12), (2, 48), (3, 40)])
                };
                let margin = dice.weighted(&[(0, 70), (1, 20), (-1, 10)]);
                let at = seen.start.plus(4 * MINUTE + (place * 6 + side) as i64 * 2 * SECOND);
                let n = exam * 168 + place * 6 + side;
                out.row(
                    &world.stamp(seen.tenant, world.id("perio_measurements", n, at), at, Some(seen.by)),
                    fields! {
                        patient_id: world.patient_id(seen.patient), encounter_id: world.encounter_id(visit),
                        practitioner_id: world.members[seen.by].practitioner, measured_at: at, tooth_number: *tooth, site: *site,
                        pocket_depth_mm: Dec(depth * 10, 1), gingival_margin_mm: Dec(margin * 10, 1),
                        bleeding_on_probing: depth >= 4 && dice.percent(70) || dice.percent(6), suppuration: depth >= 7 && dice.percent(20),
                        plaque: dice.percent(25), mobility_grade: i64::from(depth >= 8),
                    },
                );
            }
        }
    }
}

fn charts(world: &World, out: &mut Table) {
    let charts = world.sizes.of(5_000, 20);
    let step = (world.completed.len() / charts).max(1);
    for number in (0..world.completed.len()).step_by(step) {
        let (visit, seen) = world.completed(number);
        if world.age(seen.patient, seen.start.day()) < ADULT {
            continue;
        }
        let mut dice = world.dice("tooth_chart_snapshots", number);
        let at = seen.start.plus(6 * MINUTE);
        let teeth: Vec<String> = TEETH
            .iter()
            .filter(|_| dice.percent(30))
            .map(|tooth| {
                let filled = if tooth % 10 >= 4 {
                    r#", "restorations": [{"kind": "filling", "material": "composite", "surfaces": ["occlusal"]}]"#
                } else {
                    ""
                };
                format!(r#"{{"tooth": {tooth}, "status": "present"{filled}}}"#)
            })
            .collect();
        let chart =
            format!(r#"{{"numbering": {{"code_system": "iso_3950"}}, "teeth": [{}]}}"#, teeth.join(", "));
        out.row(
            &world.stamp(seen.tenant, world.id("tooth_chart_snapshots", number, at), at, Some(seen.by)),
            fields! {
                patient_id: world.patient_id(seen.patient), encounter_id: world.encounter_id(visit),
                practitioner_id: world.members[seen.by].practitioner, charted_at: at, notation: "fdi", dentition: "permanent",
                chart_json: Json(chart),
            },
        );
    }
}

/// One visit in so many began with a plan.
const PLANNED: usize = 8;

/// Plans with the visit that they belong to: what was done there had been planned before.
fn planned(world: &World) -> impl Iterator<Item = (usize, Time)> + use<'_> {
    (0..world.completed.len()).step_by(PLANNED).map(|number| {
        let (_, seen) = world.completed(number);
        (number, seen.booked.plus(MINUTE).min(seen.start))
    })
}

impl World {
    /// The plan of a completed visit, where it had one.
    pub(super) fn plan_id(&self, completed: usize) -> Option<uuid::Uuid> {
        let (_, seen) = self.completed(completed);
        completed
            .is_multiple_of(PLANNED)
            .then(|| self.id("treatment_plans", completed, seen.booked.plus(MINUTE).min(seen.start)))
    }

    fn plan_item_id(&self, procedure: usize, at: Time) -> uuid::Uuid {
        self.id("treatment_plan_items", procedure, at)
    }
}

fn plans(world: &World, out: &mut Table) {
    for (number, at) in planned(world) {
        let (_, seen) = world.completed(number);
        let cost: i64 = world.procedures_of(number).map(|procedure| procedure.fee).sum();
        let covered = if world.patients[seen.patient].insured { cost * 60 / 100 } else { 0 };
        out.row(
            &world.stamp(seen.tenant, world.id("treatment_plans", number, at), at, Some(seen.by)),
            fields! {
                patient_id: world.patient_id(seen.patient), practitioner_id: world.members[seen.by].practitioner,
                title: VISITS[seen.kind].0.reason, status: "completed", currency: world.tenant(seen.tenant).region.currency,
                total_estimated_cost: cost, estimated_insurance_coverage: covered, presented_at: at, decided_at: at.plus(10 * MINUTE),
                completed_at: seen.end(), valid_until: at.plus(180 * DAY).day(),
            },
        );
    }
}

fn plan_items(world: &World, out: &mut Table) {
    for (number, at) in planned(world) {
        let (_, seen) = world.completed(number);
        for (order, procedure) in world.procedures_of(number).enumerate() {
            let own =
                if world.patients[seen.patient].insured { procedure.fee * 40 / 100 } else { procedure.fee };
            out.row(
                &world.stamp(seen.tenant, world.plan_item_id(procedure.n, at), at, Some(seen.by)),
                fields! {
                    plan_id: world.plan_id(number), patient_id: world.patient_id(seen.patient),
                    procedure_catalog_id: world.service_id(seen.tenant, procedure.number),
                    practitioner_id: world.members[seen.by].practitioner, cdt_code: procedure.service.code,
                    description: procedure.service.name, tooth_number: procedure.tooth, surface: Set(procedure.surfaces),
                    oral_area: procedure.area, phase: 1_i32, sequence_order: order + 1, quantity: 1_i32,
                    currency: world.tenant(seen.tenant).region.currency, estimated_fee: procedure.fee,
                    estimated_patient_portion: own, status: "completed",
                },
            );
        }
    }
}

fn plan_procedures(world: &World, out: &mut Table) {
    for (number, at) in planned(world) {
        let (_, seen) = world.completed(number);
        for procedure in world.procedures_of(number) {
            let done = world.recorded(&procedure).plus(SECOND);
            out.row(
                &world.stamp(seen.tenant, world.id("treatment_plan_procedures", procedure.n, done), done, Some(seen.by)),
                fields! {
                    plan_id: world.plan_id(number), item_id: world.plan_item_id(procedure.n, at), procedure_id: procedure.id,
                    patient_id: world.patient_id(seen.patient),
                },
            );
        }
    }
}

fn materials(world: &World, out: &mut Table) {
    for n in 0..world.procedure_count() {
        let procedure = world.procedure(n);
        if !matches!(procedure.service.place, Place::Tooth(1..)) {
            continue;
        }
        let seen = world.visits[procedure.visit];
        let at = world.recorded(&procedure).plus(SECOND);
        let mut dice = world.dice("procedure_materials", n);
        out.row(
            &world.stamp(seen.tenant, world.id("procedure_materials", n, at), at, Some(seen.by)),
            fields! {
                procedure_id: procedure.id, patient_id: world.patient_id(seen.patient), material_id: world.material_id(0),
                quantity: Dec(dice.between(2, 9) * 100, 3), unit: "g", shade: dice.pick(&["A1", "A2", "A3"]),
                lot_number: format!("L{:05}", dice.below(400)), expires_on: at.day().plus(400),
            },
        );
    }
}
