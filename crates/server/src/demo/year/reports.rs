//! Diagnostic reports, their images, what the model said and what doctors said.

use super::derive::Report;
use super::load::Job;
use super::table::{Fields, Stamp, Table, fields};
use super::value::{DAY, Dec, Json};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.ai_analyses", analyses),
    Job::new("tenant.diagnostic_reports", reports),
    Job::new("tenant.report_images", images),
    Job::new("tenant.doctor_reviews", reviews),
];

/// One report in so many belongs to an imaging study in the archive; the images of the others are kept elsewhere.
pub(super) const IN_STUDY: usize = 5;

/// What a model may find: the platform's own code, and in words.
pub(super) fn finding(report: &Report) -> (&'static str, &'static str) {
    [
        ("caries", "Caries"),
        ("bone_loss", "Horizontal bone loss"),
        ("periapical_lesion", "Periapical lesion"),
        ("calculus", "Calculus"),
    ][report.n % 4]
}

impl World {
    pub(super) fn report_row(&self, report: &Report, use_row: &mut dyn FnMut(&Stamp, Fields<'_>)) {
        let patient = self.patients[report.patient];
        let doctor = &self.members[report.doctor];
        let (_, words) = finding(report);
        let clear = report.risk == "low";
        let findings = if clear {
            "No sign of disease.".to_owned()
        } else {
            format!("{words} at tooth {}.", report.tooth)
        };
        let status = match report.reviewed {
            Some(_) if report.disputed => "rejected",
            Some(_) if report.n.is_multiple_of(4) => "confirmed",
            Some(_) => "reviewed",
            None => "analyzed",
        };
        let place = ["low", "medium", "high"].iter().position(|risk| *risk == report.risk).unwrap_or(0);
        use_row(
            &self.stamp(report.tenant, report.id, report.uploaded, Some(report.radiologist)),
            fields! {
                kind: "radiology", patient_id: self.patient_id(report.patient), encounter_id: self.encounter_id(report.visit),
                imaging_study_id: report.n.is_multiple_of(IN_STUDY).then(|| self.study_id(report)),
                radiologist_id: self.members[report.radiologist].user, reviewing_practitioner_id: doctor.practitioner,
                patient_name: self.patient_name(report.patient), patient_age: self.age(report.patient, report.uploaded.day()),
                patient_gender: if patient.female { "female" } else { "male" },
                study_type: if report.n.is_multiple_of(3) { "panoramic" } else { "bitewing" }, risk_score: report.risk,
                confidence_score: Dec(report.odds[place], 5), findings: findings, status: status, uploaded_at: report.uploaded,
                analyzed_at: report.analyzed, reviewed_at: report.reviewed,
            },
        );
    }

    pub(super) fn analysis_row(&self, report: &Report, use_row: &mut dyn FnMut(&Stamp, Fields<'_>)) {
        let mut dice = self.dice("analysis", report.n);
        let (code, _) = finding(report);
        let findings = if report.risk == "low" {
            r#"{"abnormalities": []}"#.to_owned()
        } else {
            let severity = if report.risk == "high" { "severe" } else { "moderate" };
            let sure = dice.between(60, 98);
            format!(
                r#"{{"abnormalities": [{{"type": "{code}", "location": "{}", "severity": "{severity}", "confidence": 0.{sure}}}]}}"#,
                report.tooth
            )
        };
        use_row(
            &self.stamp(report.tenant, report.analysis, report.analyzed, None),
            fields! {
                report_id: report.id, model_version_id: self.model_version_id(1),
                inference_job_id: report.n.is_multiple_of(IN_STUDY).then(|| self.inference_id(report)), is_current: true,
                model_version: super::reference::MODELS[1].3, risk_category: report.risk,
                risk_probability: Dec(report.odds[1] / 2 + report.odds[2], 5), low_probability: Dec(report.odds[0], 5),
                medium_probability: Dec(report.odds[1], 5), high_probability: Dec(report.odds[2], 5), findings: Json(findings),
                image_quality_score: Dec(dice.between(70_000, 99_000), 5), confidence_threshold: Dec(50_000, 5),
                processed_at: report.analyzed, processing_time_ms: dice.between(250, 1400),
            },
        );
    }

    /// The review of a report, where it has one.
    pub(super) fn review_row(&self, report: &Report, use_row: &mut dyn FnMut(&Stamp, Fields<'_>)) {
        let Some(at) = report.reviewed else { return };
        let urgency = match report.risk {
            "high" => "urgent",
            "medium" => "follow_up",
            _ => "routine",
        };
        let again = report.risk != "low";
        let notes =
            if report.disputed { "The image shows something else." } else { "Agrees with the analysis." };
        use_row(
            &self.stamp(report.tenant, self.id("doctor_reviews", report.n, at), at, Some(report.doctor)),
            fields! {
                report_id: report.id, analysis_id: report.analysis, doctor_id: self.members[report.doctor].user, review_notes: notes,
                confirmed_ai_diagnosis: !report.disputed, ai_accuracy_rating: if report.disputed { 2_i64 } else { 3 + report.n as i64 % 3 },
                doctor_risk_assessment: if report.disputed { "medium" } else { report.risk }, urgency_level: urgency,
                recommended_action: again.then_some("Treat at the next visit."), follow_up_required: again,
                follow_up_date: again.then(|| at.plus(30 * DAY).day()), reviewed_at: at,
            },
        );
    }
}

fn all(world: &World) -> impl Iterator<Item = Report> + use<'_> {
    (0..world.sizes.reports).map(|n| world.report(n))
}

fn reports(world: &World, out: &mut Table) {
    for report in all(world) {
        world.report_row(&report, &mut |stamp, row| out.row(stamp, row));
    }
}

fn analyses(world: &World, out: &mut Table) {
    for report in all(world) {
        world.analysis_row(&report, &mut |stamp, row| out.row(stamp, row));
    }
}

fn reviews(world: &World, out: &mut Table) {
    for report in all(world) {
        world.review_row(&report, &mut |stamp, row| out.row(stamp, row));
    }
}

fn images(world: &World, out: &mut Table) {
    for report in all(world) {
        let archived = report.n % IN_STUDY == 0;
        let wide = report.n % 3 == 0;
        let at = report.uploaded;
        let elsewhere = format!("https://images.example/{}", report.id.simple());
        out.row(
            &world.stamp(report.tenant, world.id("report_images", report.n, at), at, Some(report.radiologist)),
            fields! {
                report_id: report.id, imaging_object_id: archived.then(|| world.image_id(&report)),
                image_url: (!archived).then_some(elsewhere), image_type: "xray", image_format: if archived { "dicom" } else { "jpeg" },
                width: if wide { 2400_i64 } else { 1280 }, height: if wide { 1200_i64 } else { 960 },
                size_bytes: 180_000 + (report.n as i64 % 1000) * 731, uploaded_at: at, display_order: 0_i32,
            },
        );
    }
}
