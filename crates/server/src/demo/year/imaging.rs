//! Imaging studies of the archive, photos, stored bytes and the exchange by DICOM.

use uuid::Uuid;

use super::derive::Report;
use super::load::Job;
use super::reports::{IN_STUDY, finding};
use super::table::{Table, fields};
use super::value::{Dec, Json, MINUTE, SECOND, Set};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.imaging_studies", studies),
    Job::new("tenant.imaging_objects", images),
    Job::new("tenant.imaging_series", series),
    Job::new("tenant.image_annotations", annotations),
    Job::new("tenant.objects", objects),
    Job::new("tenant.dental_photos", photos),
    Job::new("tenant.dicom_transactions", transactions),
];

impl World {
    pub(super) fn study_id(&self, report: &Report) -> Uuid {
        self.id("imaging_studies", report.n, report.uploaded.plus(-30 * SECOND))
    }

    fn series_id(&self, report: &Report) -> Uuid {
        self.id("imaging_series", report.n, report.uploaded.plus(-20 * SECOND))
    }

    pub(super) fn image_id(&self, report: &Report) -> Uuid {
        self.id("imaging_objects", report.n, report.uploaded.plus(-10 * SECOND))
    }

    pub(super) fn annotation_id(&self, report: &Report) -> Uuid {
        self.id("image_annotations", report.n, report.analyzed.plus(SECOND))
    }

    /// The reports whose image is in the archive.
    pub(super) fn archived(&self) -> impl Iterator<Item = Report> + use<'_> {
        (0..self.sizes.reports).step_by(IN_STUDY).map(|n| self.report(n))
    }
}

/// A DICOM UID from a UUID (PS3.5, annex B).
fn uid(id: Uuid) -> String {
    format!("2.25.{}", id.as_u128())
}

fn modality(report: &Report) -> (&'static str, &'static str) {
    if report.n.is_multiple_of(3) { ("panoramic", "PX") } else { ("intraoral", "IO") }
}

fn studies(world: &World, out: &mut Table) {
    for report in world.archived() {
        let (id, at) = (world.study_id(&report), report.uploaded.plus(-30 * SECOND));
        let (modality, code) = modality(&report);
        let doctor = &world.members[report.doctor];
        out.row(
            &world.stamp(report.tenant, id, at, Some(report.radiologist)),
            fields! {
                patient_id: world.patient_id(report.patient), encounter_id: world.encounter_id(report.visit),
                location_id: world.place_of(doctor), study_uid: uid(id), accession_number: format!("A{:08}", report.n),
                modality: modality, dicom_modality: code, body_part: "JAW", description: "Radiograph of the teeth",
                acquisition_datetime: at, referring_provider_id: doctor.practitioner,
                performing_device_id: world.device_id(report.tenant, 4), performed_by: world.members[report.radiologist].user,
                source_system: "device", status: "available", dose_area_product_mgycm2: Dec(if report.n % 3 == 0 { 84_000 } else { 9_000 }, 3),
            },
        );
    }
}

fn series(world: &World, out: &mut Table) {
    for report in world.archived() {
        let (id, at) = (world.series_id(&report), report.uploaded.plus(-20 * SECOND));
        let (modality, code) = modality(&report);
        out.row(
            &world.stamp(report.tenant, id, at, Some(report.radiologist)),
            fields! {
                study_id: world.study_id(&report), series_uid: uid(id), series_number: 1_i32, modality: modality,
                dicom_modality: code, body_part: "JAW", started_at: at,
            },
        );
    }
}

fn images(world: &World, out: &mut Table) {
    for report in world.archived() {
        let (id, at) = (world.image_id(&report), report.uploaded.plus(-10 * SECOND));
        let stored = world.stored(report.tenant, "image", report.n, at);
        let wide = report.n % 3 == 0;
        out.row(
            &world.stamp(report.tenant, id, at, Some(report.radiologist)),
            fields! {
                study_id: world.study_id(&report), series_id: world.series_id(&report), sop_instance_uid: uid(id),
                sop_class_uid: "1.2.840.10008.5.1.4.1.1.1.3", transfer_syntax_uid: "1.2.840.10008.1.2.4.70", instance_number: 1_i32,
                object_type: "dicom", media_type: "application/dicom", size_bytes: stored.size, checksum: stored.hash.hex(),
                object_id: stored.id, width: if wide { 2400_i64 } else { 1280 }, height: if wide { 1200_i64 } else { 960 },
                frame_count: 1_i32, bits_stored: 12_i32, photometric_interpretation: "MONOCHROME2", acquired_at: at,
                is_original: true, quality_score: 70 + report.n as i64 % 30, has_burned_in_annotation: false,
            },
        );
    }
}

fn annotations(world: &World, out: &mut Table) {
    for report in world.archived() {
        let mut dice = world.dice("image_annotations", report.n);
        let (x, y) = (dice.between(40, 900), dice.between(40, 700));
        let (code, words) = finding(&report);
        out.row(
            &world.stamp(report.tenant, world.annotation_id(&report), report.analyzed.plus(SECOND), None),
            fields! {
                imaging_object_id: world.image_id(&report), source_type: "ai", author_user_id: None::<Uuid>,
                model_version_id: world.model_version_id(0), inference_job_id: world.inference_id(&report),
                annotation_type: "bounding_box",
                geometry: Json(format!(r#"{{"coordinates": [[{x}, {y}], [{}, {}]]}}"#, x + 60, y + 80)),
                label_code_system: "internal", label_code: code, label: words, tooth_number: report.tooth, surface: Set(&[]),
                confidence: Dec(dice.between(55_000, 98_000), 5),
            },
        );
    }
}

/// Stored bytes, as a row refers to them.
pub(super) struct Stored {
    pub(super) id: Uuid,
    pub(super) hash: super::value::Hash,
    pub(super) size: i64,
    pub(super) at: super::value::Time,
    pub(super) tenant: usize,
}

/// One visit in so many left a photo.
const PHOTOGRAPHED: usize = 10;

impl World {
    /// The bytes that the `n`th of a purpose was stored as.
    pub(super) fn stored(
        &self,
        tenant: usize,
        purpose: &'static str,
        n: usize,
        at: super::value::Time,
    ) -> Stored {
        let sizes = match purpose {
            "scan" => (3_000_000, 22_000_000),
            "document" => (40_000, 900_000),
            _ => (200_000, 2_400_000),
        };
        let size = self.dice(purpose, n).between(sizes.0, sizes.1);
        Stored { id: self.id(purpose, n, at), hash: self.seed.hash(purpose, n), size, at, tenant }
    }

    fn photo(&self, completed: usize) -> Stored {
        let (_, seen) = self.completed(completed);
        self.stored(seen.tenant, "photo", completed, seen.start.plus(5 * MINUTE))
    }
}

fn objects(world: &World, out: &mut Table) {
    let images = world
        .archived()
        .map(|report| world.stored(report.tenant, "image", report.n, report.uploaded.plus(-10 * SECOND)));
    let photos = (0..world.completed.len()).step_by(PHOTOGRAPHED).map(|number| world.photo(number));
    let all = images
        .chain(photos)
        .chain(world.scans().map(|scan| scan.stored))
        .chain(world.papers().map(|paper| paper.stored));
    for stored in all {
        out.row(
            &world.stamp(stored.tenant, stored.id, stored.at, None),
            fields! { sha256: stored.hash, size_bytes: stored.size, verified_at: stored.at },
        );
    }
}

fn photos(world: &World, out: &mut Table) {
    for number in (0..world.completed.len()).step_by(PHOTOGRAPHED) {
        let (visit, seen) = world.completed(number);
        let stored = world.photo(number);
        out.row(
            &world.stamp(seen.tenant, world.id("dental_photos", number, stored.at), stored.at, Some(seen.by)),
            fields! {
                patient_id: world.patient_id(seen.patient), encounter_id: world.encounter_id(visit), object_id: stored.id,
                media_type: "image/jpeg", size_bytes: stored.size, checksum: stored.hash.hex(), width: 3000_i32, height: 2000_i32,
                photo_type: ["intraoral", "smile", "occlusal"][number / PHOTOGRAPHED % 3], taken_at: stored.at,
            },
        );
    }
}

fn transactions(world: &World, out: &mut Table) {
    for report in world.archived().step_by(2) {
        let at = report.uploaded.plus(-9 * SECOND);
        let stored = world.stored(report.tenant, "image", report.n, at);
        let failed = report.n % 400 == 0;
        out.row(
            &world.stamp(report.tenant, world.id("dicom_transactions", report.n, at), at, None),
            fields! {
                integration_id: world.integration_id(report.tenant, 0), operation: "c_store", direction: "incoming",
                status: if failed { "failure" } else { "success" }, dicom_status_code: if failed { 42_752_i64 } else { 0 },
                calling_ae_title: "SENSOR", called_ae_title: "CUSPID", imaging_study_id: world.study_id(&report),
                study_uid: uid(world.study_id(&report)), instance_count: 1_i32, failed_count: i64::from(failed), byte_count: stored.size,
                started_at: at, completed_at: at.plus(2 * SECOND),
            },
        );
    }
}
