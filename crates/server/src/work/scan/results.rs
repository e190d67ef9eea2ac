//! What a processed scan leaves: files that were made from it, its segments, its report.

use bytes::Bytes;
use job::{Context, Failure, Stop};
use mesh::Jaw;
use mesh::check::Verdict;
use mesh::pipeline::{Artefact, Outcome, ToothRow};
use object::{Placed, Store};
use pg::Tx;
use serde_json::{Value, json};
use uuid::Uuid;

use super::store_failed;

/// Names of files leave room for what is added to the scan's own.
const STEM_LIMIT: usize = 200;

/// The scan, as its row says it.
pub(super) struct ScanFile {
    id: Uuid,
    case_id: Uuid,
    /// Its name without the ending.
    stem: String,
    pub(super) object_id: Uuid,
}

impl ScanFile {
    pub(super) async fn find(context: &Context) -> Result<Self, Stop> {
        let tx = context.begin().await?;
        let row = tx
            .query_opt(
                pg::sql!(
                    "select id, case_id, name, object_id from tenant.case_files
                     where tenant_id = $1 and id = $2 and not is_deleted"
                ),
                &[&context.job().tenant_id, &context.job().case_file_id],
            )
            .await?;
        tx.commit().await?;
        let row = row.ok_or_else(gone)?;
        let name: String = row.get(2);
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        Ok(Self {
            id: row.get(0),
            case_id: row.get(1),
            stem: stem.chars().take(STEM_LIMIT).collect(),
            object_id: row.get(3),
        })
    }
}

fn gone() -> Failure {
    Failure::lasting("file_gone", "The scan was deleted.")
}

/// A file that was made.
pub(super) struct MadeFile {
    name: String,
    file_type: &'static str,
    format: &'static str,
    media_type: &'static str,
    metadata: Value,
    pub(super) bytes: Bytes,
}

/// Everything that a scan gave, ready to be written down.
pub(super) struct Made {
    file_id: Uuid,
    case_id: Uuid,
    pub(super) files: Vec<MadeFile>,
    /// The files in the store, in the order of `files`.
    pub(super) placed: Vec<Placed>,
    jaw: Jaw,
    score: i16,
    verdict: Verdict,
    /// JSON texts: as numbers of double precision, those of single precision would gain false digits.
    report: String,
    segments: String,
    teeth: usize,
}

impl Made {
    pub(super) fn new(scan: &ScanFile, outcome: Outcome) -> Result<Self, serde_json::Error> {
        let Outcome { report, labels, artefacts } = outcome;
        let labels = Artefact {
            name: "labels.json".to_owned(),
            media_type: "application/json",
            bytes: serde_json::to_vec(&labels)?,
        };
        let mut level = 0;
        let files = artefacts.into_iter().chain([labels]);
        Ok(Self {
            file_id: scan.id,
            case_id: scan.case_id,
            files: files.map(|artefact| describe(&scan.stem, artefact, &mut level)).collect(),
            placed: Vec::new(),
            jaw: report.orientation.jaw,
            score: i16::from(report.quality.score),
            verdict: report.quality.verdict,
            segments: serde_json::to_string(&segments(
                &report.teeth,
                report.quality.counts.faces,
                report.quality.measures.area_mm2,
            ))?,
            teeth: report.teeth.len(),
            report: serde_json::to_string(&report)?,
        })
    }

    /// Writes everything down in one transaction, in place of what an earlier run left. The job's result.
    pub(super) async fn record(self, tx: &Tx, store: &Store, context: &Context) -> Result<Value, Stop> {
        let tenant = context.job().tenant_id;
        let job_id = context.job().id;
        // The case first, as everyone who writes to a case does; then the file, which may have been deleted.
        let alive = tx
            .query_opt(
                pg::sql!(
                    "select from tenant.cases where tenant_id = $1 and id = $2 and not is_deleted for no key update"
                ),
                &[&tenant, &self.case_id],
            )
            .await?;
        let processed = tx
            .execute(
                pg::sql!(
                    "update tenant.case_files
                     set status = 'processed', jaw = $3::text::platform.jaw, quality_score = $4,
                         quality_verdict = $5::text::platform.quality_verdict, report = $6::text::jsonb, processed_at = now()
                     where tenant_id = $1 and id = $2 and not is_deleted"
                ),
                &[&tenant, &self.file_id, &name_of(&self.jaw), &self.score, &name_of(&self.verdict), &self.report],
            )
            .await?;
        if alive.is_none() || processed == 0 {
            return Err(gone().into());
        }
        for earlier in [
            pg::sql!("delete from tenant.segments where tenant_id = $1 and case_file_id = $2"),
            pg::sql!("delete from tenant.case_files where tenant_id = $1 and derived_from_id = $2"),
        ] {
            tx.execute(earlier, &[&tenant, &self.file_id]).await?;
        }
        let objects = store.record(tx, &self.placed).await.map_err(store_failed)?;
        for ((file, placed), object_id) in self.files.iter().zip(&self.placed).zip(objects) {
            tx.execute(
                pg::sql!(
                    "insert into tenant.case_files (case_id, name, file_type, format, media_type, size_bytes, checksum, object_id,
                         derived_from_id, created_by_job, status, jaw, metadata, processed_at)
                     values ($1, $2, $3::text::platform.file_type, $4, $5, $6, $7, $8, $9, $10, 'processed',
                         $11::text::platform.jaw, $12, now())"
                ),
                &[
                    &self.case_id,
                    &file.name,
                    &file.file_type,
                    &file.format,
                    &file.media_type,
                    &i64::try_from(placed.size()).unwrap_or(i64::MAX),
                    &placed.checksum().to_string(),
                    &object_id,
                    &self.file_id,
                    &job_id,
                    &name_of(&self.jaw),
                    &file.metadata,
                ],
            )
            .await?;
        }
        tx.execute(
            pg::sql!(
                "insert into tenant.segments (case_id, case_file_id, created_by_job, segment_type, fdi, label, confidence_score,
                     face_count, area_mm2, centroid, properties)
                 select $1, $2, $3, s.segment_type, s.fdi, s.label, s.confidence, s.faces, s.area_mm2, s.centroid, s.properties
                 from jsonb_to_recordset($4::text::jsonb) as s (segment_type platform.segment_type, fdi smallint, label text,
                     confidence real, faces integer, area_mm2 real, centroid jsonb, properties jsonb)"
            ),
            &[&self.case_id, &self.file_id, &job_id, &self.segments],
        )
        .await?;
        tx.execute(
            pg::sql!(
                "update tenant.cases as c set status = 'designing'
                 where tenant_id = $1 and id = $2 and status = 'processing'
                   and not exists (
                       select from tenant.case_files as f
                       where f.tenant_id = c.tenant_id and f.case_id = c.id and not f.is_deleted
                         and f.file_type = 'intraoral_scan' and f.derived_from_id is null and f.status <> 'processed')"
            ),
            &[&tenant, &self.case_id],
        )
        .await?;
        Ok(
            json!({ "teeth": self.teeth, "jaw": self.jaw, "quality_score": self.score, "files": self.files.len() }),
        )
    }
}

/// How a file that was made is called and described; `level` counts the levels of detail met so far.
fn describe(stem: &str, artefact: Artefact, level: &mut u8) -> MadeFile {
    let Artefact { name, media_type, bytes } = artefact;
    let (file_type, format) = match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "glb" => ("segmented_scan", "glb"),
        "ply" => ("segmented_scan", "ply_binary_little_endian"),
        "obj" => ("segmented_scan", "obj"),
        "stl" => ("segmented_scan", "stl_binary"),
        "png" => ("thumbnail", "png"),
        _ => ("other", "json"),
    };
    let (name, metadata) = if format == "glb" {
        let this = *level;
        *level += 1;
        let name = if this == 0 { name } else { format!("level{this}.glb") };
        (name, json!({ "artefact": "segmented_glb", "level": this }))
    } else {
        let artefact = name.replace('.', "_");
        (name, json!({ "artefact": artefact }))
    };
    MadeFile { name: format!("{stem}_{name}"), file_type, format, media_type, metadata, bytes: bytes.into() }
}

#[derive(serde::Serialize)]
struct Segment {
    segment_type: &'static str,
    fdi: Option<u16>,
    label: String,
    confidence: Option<f32>,
    faces: usize,
    area_mm2: f32,
    centroid: Option<mesh::Vec3>,
    properties: Properties,
}

/// Measurements of a tooth, in millimetres and the scan's coordinates.
#[derive(Default, serde::Serialize)]
struct Properties {
    #[serde(skip_serializing_if = "Option::is_none")]
    width_mm: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<mesh::Vec3>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<mesh::Vec3>,
}

/// One segment a tooth, and the gums: what is left of the surface.
fn segments(teeth: &[ToothRow], faces: usize, area_mm2: f32) -> Vec<Segment> {
    let of_teeth = teeth.iter().map(|tooth| Segment {
        segment_type: "tooth",
        fdi: Some(tooth.fdi.code()),
        label: format!("tooth_{}", tooth.fdi.code()),
        confidence: Some(tooth.confidence),
        faces: tooth.faces,
        area_mm2: tooth.area_mm2,
        centroid: Some(tooth.centroid),
        properties: Properties {
            width_mm: Some(tooth.width_mm),
            low: Some(tooth.low),
            high: Some(tooth.high),
        },
    });
    let gums = Segment {
        segment_type: "gums",
        fdi: None,
        label: "gingiva".to_owned(),
        confidence: None,
        faces: faces.saturating_sub(teeth.iter().map(|tooth| tooth.faces).sum()),
        area_mm2: (area_mm2 - teeth.iter().map(|tooth| tooth.area_mm2).sum::<f32>()).max(0.0),
        centroid: None,
        properties: Properties::default(),
    };
    of_teeth.chain([gums]).collect()
}

/// The name of a value that is one word in JSON and the same word in the database.
fn name_of(value: &impl serde::Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}
