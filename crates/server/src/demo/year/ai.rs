//! Runs of models, what they found and how people judged it.

use uuid::Uuid;

use super::derive::Report;
use super::load::Job;
use super::reports::finding;
use super::table::{Table, fields};
use super::value::{Dec, HOUR, Json, MINUTE, SECOND, Set};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.ai_inference_jobs", jobs),
    Job::new("tenant.ai_predictions", predictions),
    Job::new("tenant.ai_review_events", reviews),
    Job::new("tenant.ai_outcome_links", outcomes),
];

impl World {
    pub(super) fn inference_id(&self, report: &Report) -> Uuid {
        self.id("ai_inference_jobs", report.n, report.uploaded.plus(SECOND))
    }

    pub(super) fn prediction_id(&self, report: &Report) -> Uuid {
        self.id("ai_predictions", report.n, report.analyzed.plus(2 * SECOND))
    }
}

fn jobs(world: &World, out: &mut Table) {
    for report in world.archived() {
        let at = report.uploaded.plus(SECOND);
        out.row(
            &world.stamp(report.tenant, world.inference_id(&report), at, Some(report.radiologist)),
            fields! {
                model_version_id: world.model_version_id(0), deployment_id: world.deployment_id(0),
                patient_id: world.patient_id(report.patient), input_type: "imaging_study", imaging_study_id: world.study_id(&report),
                status: "succeeded", requested_by_user_id: world.members[report.radiologist].user, started_at: at,
                completed_at: report.analyzed.max(at), compute_env: Json(r#"{"runtime": "onnx"}"#),
            },
        );
    }
}

fn predictions(world: &World, out: &mut Table) {
    for report in world.archived() {
        let (code, words) = finding(&report);
        let kind = match code {
            "periapical_lesion" => "pathology",
            other => other,
        };
        let mut dice = world.dice("ai_predictions", report.n);
        let state = match report.reviewed {
            Some(_) if report.disputed => "rejected",
            Some(_) => "confirmed",
            None => "unreviewed",
        };
        out.row(
            &world.stamp(report.tenant, world.prediction_id(&report), report.analyzed.plus(2 * SECOND), None),
            fields! {
                job_id: world.inference_id(&report), patient_id: world.patient_id(report.patient),
                imaging_object_id: world.image_id(&report), prediction_type: kind, code_system: "internal", code: code,
                tooth_number: report.tooth, surface: Set(&[]), confidence: Dec(dice.between(55_000, 98_000), 5),
                severity: ["mild", "moderate", "severe"][report.n % 3], explanation: format!("{words} is likely."),
                roi_ref: world.annotation_id(&report), review_state: state,
            },
        );
    }
}

fn reviews(world: &World, out: &mut Table) {
    for report in world.archived() {
        let Some(at) = report.reviewed else { continue };
        let at = world.clip(at.max(report.analyzed.plus(3 * SECOND)));
        out.row(
            &world.stamp(report.tenant, world.id("ai_review_events", report.n, at), at, Some(report.doctor)),
            fields! {
                prediction_id: world.prediction_id(&report), reviewer_id: world.members[report.doctor].user,
                review_action: if report.disputed { "rejected" } else { "confirmed" },
                reason_code: report.disputed.then_some("not_visible"), use_for_training: report.n % 10 == 0,
            },
        );
    }
}

fn outcomes(world: &World, out: &mut Table) {
    for report in world.archived().step_by(8) {
        let at = world.clip(report.analyzed.plus(3 * HOUR + MINUTE));
        out.row(
            &world.stamp(report.tenant, world.id("ai_outcome_links", report.n, at), at, Some(report.doctor)),
            fields! {
                prediction_id: world.prediction_id(&report), encounter_id: world.encounter_id(report.visit),
                ground_truth_source: "clinical_note", outcome: if report.disputed { "false_positive" } else { "true_positive" },
                evaluation_timestamp: at,
            },
        );
    }
}
