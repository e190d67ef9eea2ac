//! What all tenants share and an installation brings itself: drugs, materials, equipment, models.

use uuid::Uuid;

use super::load::Job;
use super::table::{Stamp, Table, fields};
use super::value::{DAY, Dec, HOUR, Json, Time};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("platform.drug_reference", drugs),
    Job::new("platform.material_reference", materials),
    Job::new("platform.equipment_reference", equipment),
    Job::new("platform.ai_models", models),
    Job::new("platform.ai_model_versions", versions),
    Job::new("platform.ai_model_deployments", deployments),
    Job::new("platform.model_metrics", metrics),
];

/// Name, class, form, strength, usual dose.
pub(super) const DRUGS: [(&str, &str, &str, &str, &str); 8] = [
    ("Amoxicillin", "antibiotic", "capsule", "500 mg", "500 mg three times a day"),
    ("Clindamycin", "antibiotic", "capsule", "300 mg", "300 mg four times a day"),
    ("Ibuprofen", "analgesic", "tablet", "400 mg", "400 mg three times a day"),
    ("Paracetamol", "analgesic", "tablet", "500 mg", "1 g up to four times a day"),
    ("Articaine with epinephrine", "local anaesthetic", "cartridge", "40 mg/ml", "1.7 ml"),
    ("Chlorhexidine", "antiseptic", "mouthwash", "0.2 %", "10 ml twice a day"),
    ("Metformin", "antidiabetic", "tablet", "850 mg", "850 mg twice a day"),
    ("Ramipril", "antihypertensive", "tablet", "5 mg", "5 mg once a day"),
];

/// Name and category.
pub(super) const MATERIALS: [(&str, &str); 8] = [
    ("Nanohybrid composite", "composite"),
    ("Glass ionomer cement", "glass_ionomer"),
    ("Zirconia disc", "zirconia"),
    ("Lithium disilicate block", "ceramic"),
    ("Printing resin, model", "printing_resin"),
    ("Universal bonding agent", "bonding"),
    ("Titanium implant", "implant"),
    ("Alginate", "impression"),
];

/// Name and category.
pub(super) const DEVICES: [(&str, &str); 6] = [
    ("Intraoral scanner", "intraoral_scanner"),
    ("Five-axis mill", "milling_machine"),
    ("Resin printer", "printer"),
    ("Sintering furnace", "furnace"),
    ("Panoramic X-ray unit", "panoramic_xray"),
    ("Design workstation", "workstation"),
];

/// Name, domain, type, version.
pub(super) const MODELS: [(&str, &str, &str, &str); 3] = [
    ("Caries and bone loss on radiographs", "caries", "detection", "2.4.0"),
    ("Risk of disease from radiographs", "pathology", "risk_prediction", "1.7.2"),
    ("Teeth in surface scans", "scan_processing", "segmentation", "3.1.0"),
];

/// Reference data is there before the first tenant.
fn made(world: &World) -> Time {
    world.calendar.start.plus(-HOUR)
}

impl World {
    pub(super) fn drug_id(&self, number: usize) -> Uuid {
        self.id("drug_reference", number % DRUGS.len(), made(self))
    }

    pub(super) fn material_id(&self, number: usize) -> Uuid {
        self.id("material_reference", number % MATERIALS.len(), made(self))
    }

    pub(super) fn device_type_id(&self, number: usize) -> Uuid {
        self.id("equipment_reference", number % DEVICES.len(), made(self))
    }

    /// The version in use of a model.
    pub(super) fn model_version_id(&self, model: usize) -> Uuid {
        self.id("ai_model_versions", model, made(self))
    }

    pub(super) fn deployment_id(&self, model: usize) -> Uuid {
        self.id("ai_model_deployments", model, made(self))
    }
}

fn drugs(world: &World, out: &mut Table) {
    for (number, (name, class, form, strength, dose)) in DRUGS.iter().enumerate() {
        out.row(
            &Stamp::new(None, world.drug_id(number), made(world), None),
            fields! {
                name: *name, brand_names: Json("[]"), drug_class: *class, dosage_form: *form, strength: *strength, usual_dose: *dose,
                is_controlled: false, needs_prescription: *class != "analgesic",
            },
        );
    }
}

fn materials(world: &World, out: &mut Table) {
    for (number, (name, category)) in MATERIALS.iter().enumerate() {
        out.row(
            &Stamp::new(None, world.material_id(number), made(world), None),
            fields! { name: *name, category: *category, manufacturer: "", shades: Json(r#"["A1", "A2", "A3", "B1"]"#) },
        );
    }
}

fn equipment(world: &World, out: &mut Table) {
    for (number, (name, category)) in DEVICES.iter().enumerate() {
        out.row(
            &Stamp::new(None, world.device_type_id(number), made(world), None),
            fields! {
                name: *name, category: *category, manufacturer: "", emits_ionising_radiation: category.ends_with("xray"),
                maintenance_interval_days: 180_i32,
            },
        );
    }
}

fn models(world: &World, out: &mut Table) {
    for (number, (name, domain, _, _)) in MODELS.iter().enumerate() {
        out.row(
            &Stamp::new(None, world.id("ai_models", number, made(world)), made(world), None),
            fields! { name: *name, domain: *domain, vendor: "internal", regulatory_class: "experimental",
            intended_use: "Demonstration with synthetic data." },
        );
    }
}

fn versions(world: &World, out: &mut Table) {
    for (number, (_, _, kind, version)) in MODELS.iter().enumerate() {
        let at = made(world);
        out.row(
            &Stamp::new(None, world.model_version_id(number), at, None),
            fields! {
                model_id: world.id("ai_models", number, at), version_tag: *version, model_type: *kind, framework: "onnx",
                performance_metrics: Json(r#"{"sensitivity": 0.91, "specificity": 0.88, "auc": 0.94}"#),
                baseline_accuracy: Dec(90_000, 5), trained_at: at.plus(-60 * DAY), validated_on: at.plus(-30 * DAY),
                deployed_at: at.plus(-DAY), is_active: true,
            },
        );
    }
}

fn deployments(world: &World, out: &mut Table) {
    for number in 0..MODELS.len() {
        let at = made(world);
        out.row(
            &Stamp::new(None, world.deployment_id(number), at, None),
            fields! { model_version_id: world.model_version_id(number), status: "rolled_out", activated_at: at },
        );
    }
}

fn metrics(world: &World, out: &mut Table) {
    for model in 0..MODELS.len() {
        for (place, (first, last)) in world.calendar.months().into_iter().enumerate() {
            let n = model * 100 + place;
            let mut dice = world.dice("model_metrics", n);
            let at = world.clip(Time(last.plus(1).0 * DAY));
            let total = dice.between(4000, 9000);
            let [truly, falsely, missed] =
                [total / 4, total * dice.between(2, 5) / 100, total * dice.between(1, 4) / 100];
            let right = total - falsely - missed;
            out.row(
                &Stamp::new(None, world.id("model_metrics", n, at), at, None),
                fields! {
                    model_version_id: world.model_version_id(model), accuracy: Dec(right * 100_000 / total, 5),
                    precision: Dec(truly * 100_000 / (truly + falsely), 5), recall: Dec(truly * 100_000 / (truly + missed), 5),
                    true_positives: truly, true_negatives: right - truly, false_positives: falsely, false_negatives: missed,
                    total_predictions: total, correct_predictions: right, average_processing_time_ms: dice.between(300, 900),
                    recorded_at: at, period_start: Time(first.0 * DAY), period_end: at,
                },
            );
        }
    }
}
