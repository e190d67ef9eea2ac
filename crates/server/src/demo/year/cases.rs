//! Cases of laboratories: files, segments, jobs, notes.

use uuid::Uuid;

use super::imaging::Stored;
use super::load::Job;
use super::table::{Fields, Stamp, Table, fields};
use super::value::{DAY, HOUR, Json, MINUTE, SECOND, Time};
use super::words::WORKS;
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.segments", segments),
    Job::new("tenant.case_files", files),
    Job::new("tenant.cases", cases),
    Job::new("tenant.jobs", jobs),
    Job::new("tenant.case_notes", notes),
    Job::new("tenant.case_models", models),
    Job::new("tenant.uploads", uploads),
];

/// A scan of one jaw: the file of a case and its stored bytes.
pub(super) struct Scan {
    pub(super) n: usize,
    pub(super) case: usize,
    pub(super) upper: bool,
    pub(super) at: Time,
    pub(super) stored: Stored,
}

impl World {
    /// Two scans a case: the jaw that is worked on, and its antagonist.
    pub(super) fn scans(&self) -> impl Iterator<Item = Scan> + use<'_> {
        (0..self.cases.len() * 2).map(|n| {
            let case = self.cases[n / 2];
            let at = case.made.plus((1 + n as i64 % 2) * 2 * MINUTE);
            let stored = self.stored(case.tenant, "scan", n, at);
            Scan { n, case: n / 2, upper: (n + n / 2) % 2 == 0, at, stored }
        })
    }

    pub(super) fn file_id(&self, scan: &Scan) -> Uuid {
        self.id("case_files", scan.n, scan.at)
    }

    pub(super) fn job_id(&self, scan: &Scan) -> Uuid {
        self.id("jobs", scan.n, scan.at.plus(SECOND))
    }

    /// Who of a laboratory works on a case.
    pub(super) fn technician(&self, case: usize, stage: usize) -> usize {
        self.staff(self.cases[case].tenant, 1 + (case + stage) % 4)
    }

    pub(super) fn delivered(&self, case: usize) -> Option<Time> {
        let made = self.cases[case];
        (made.done == 7 && !made.cancelled).then(|| self.stage_times(case, 6).1)
    }

    pub(super) fn case_row(&self, n: usize, use_row: &mut dyn FnMut(&Stamp, Fields<'_>)) {
        let case = self.cases[n];
        let tenant = self.tenant(case.tenant);
        let status = match (case.cancelled, case.done) {
            (true, _) => "cancelled",
            (_, 0) => "received",
            (_, 1) => "processing",
            (_, 2) => "designing",
            (_, 3 | 4) => "milling",
            (_, 5) => "qc",
            (_, 6) => "ready",
            _ => "delivered",
        };
        let name = WORKS[case.work].0;
        use_row(
            &self.stamp(case.tenant, self.case_id(n), case.made, Some(self.technician(n, 0))),
            fields! {
                case_number: self.case_number(n), title: format!("{} for {}", name.replace('_', " "), self.patient_name(case.patient)),
                patient_id: self.patient_id(case.patient), dentist_id: self.dentist_id(case.dentist), location_id: tenant.locations[0],
                procedure_type: name, urgency: if n.is_multiple_of(12) { "rush" } else { "standard" },
                priority: if n.is_multiple_of(12) { "high" } else { "medium" }, status: status, due_at: case.due,
                delivered_at: self.delivered(n), tags: Json(r#"["synthetic"]"#), metadata: Json("{}"),
            },
        );
    }
}

fn cases(world: &World, out: &mut Table) {
    for n in 0..world.cases.len() {
        world.case_row(n, &mut |stamp, row| out.row(stamp, row));
    }
}

fn files(world: &World, out: &mut Table) {
    for scan in world.scans() {
        let case = world.cases[scan.case];
        let jaw = if scan.upper { "upper" } else { "lower" };
        let by = world.technician(scan.case, 0);
        let score = 62 + scan.n as i64 % 38;
        out.row(
            &world.stamp(case.tenant, world.file_id(&scan), scan.at, Some(by)),
            fields! {
                case_id: world.case_id(scan.case), name: format!("{jaw}_jaw.stl"), file_type: "intraoral_scan", format: "stl_binary",
                media_type: "model/stl", size_bytes: scan.stored.size, checksum: scan.stored.hash.hex(), object_id: scan.stored.id,
                status: "processed", jaw: jaw, quality_score: score, quality_verdict: if score < 70 { "warn" } else { "pass" },
                report: Json(r#"{"checks": {"watertight": true}}"#), uploaded_by: world.members[by].user, uploaded_at: scan.at,
                processed_at: scan.at.plus(30 * SECOND),
            },
        );
    }
}

/// One scan in so many was cut into teeth.
const CUT: usize = 3;

fn segments(world: &World, out: &mut Table) {
    for scan in world.scans().step_by(CUT) {
        let case = world.cases[scan.case];
        let at = scan.at.plus(29 * SECOND);
        let quadrants: [i64; 2] = if scan.upper { [1, 2] } else { [3, 4] };
        let teeth = quadrants.iter().flat_map(|quadrant| (1..=7).map(move |place| quadrant * 10 + place));
        for (number, tooth) in teeth.map(Some).chain([None]).enumerate() {
            let n = scan.n * 15 + number;
            let mut dice = world.dice("segments", n);
            let centre = format!(
                "[{}.{}, {}.{}, {}.0]",
                dice.between(-28, 28),
                dice.below(10),
                dice.between(-3, 40),
                dice.below(10),
                dice.between(-2, 8)
            );
            out.row(
                &world.stamp(case.tenant, world.id("segments", n, at), at, None),
                fields! {
                    case_id: world.case_id(scan.case), case_file_id: world.file_id(&scan), created_by_job: world.job_id(&scan),
                    segment_type: if tooth.is_some() { "tooth" } else { "gums" }, fdi: tooth,
                    label: tooth.map_or("gingiva".to_owned(), |tooth| format!("tooth_{tooth}")),
                    confidence_score: super::value::Dec(dice.between(80, 99), 2),
                    face_count: if tooth.is_some() { dice.between(3_000, 9_000) } else { 40_000 }, centroid: Json(centre),
                },
            );
        }
    }
}

fn jobs(world: &World, out: &mut Table) {
    for scan in world.scans() {
        let case = world.cases[scan.case];
        let at = scan.at.plus(SECOND);
        let done = at.plus(28 * SECOND);
        out.row(
            &world.stamp(case.tenant, world.job_id(&scan), at, Some(world.technician(scan.case, 0))),
            fields! {
                case_id: world.case_id(scan.case), case_file_id: world.file_id(&scan), job_type: "scan_processing", status: "completed",
                priority: "medium", place: at, progress: 1_i32, attempts: 1_i32, run_at: at, started_at: at.plus(SECOND),
                heartbeat_at: done, finished_at: done, worker: "worker-1",
            },
        );
    }
    for tenant in 0..world.tenants.len() {
        let at = world.imported(tenant);
        let done = at.plus(9 * SECOND);
        out.row(
            &world.stamp(tenant, world.import_job_id(tenant), at, Some(world.admin(tenant))),
            fields! {
                case_id: None::<Uuid>, case_file_id: None::<Uuid>, job_type: "import", status: "completed",
                priority: "medium", place: at, progress: 1_i32, attempts: 1_i32, run_at: at, started_at: at.plus(SECOND),
                heartbeat_at: done, finished_at: done, worker: "worker-1",
            },
        );
    }
}

fn notes(world: &World, out: &mut Table) {
    for n in 0..world.cases.len() {
        let case = world.cases[n];
        let at = world.clip(case.made.plus(2 * HOUR));
        let by = world.technician(n, 1);
        let content = [
            "Please check the margin at the palatal side.",
            "Shade A2, as discussed.",
            "Occlusion is tight; adjusted by 0.1 mm.",
        ];
        out.row(
            &world.stamp(case.tenant, world.id("case_notes", n, at), at, Some(by)),
            fields! {
                case_id: world.case_id(n), author_id: world.members[by].user, note_type: if n % 4 == 0 { "question" } else { "note" },
                content: content[n % 3],
            },
        );
    }
}

fn models(world: &World, out: &mut Table) {
    for n in (0..world.cases.len()).step_by(50) {
        let case = world.cases[n];
        let at = world.clip(case.made.plus(3 * HOUR));
        out.row(
            &world.stamp(case.tenant, world.id("case_models", n, at), at, None),
            fields! { case_id: world.case_id(n), model_version_id: world.model_version_id(2) },
        );
    }
}

fn uploads(world: &World, out: &mut Table) {
    for scan in world.scans().step_by(10) {
        let case = world.cases[scan.case];
        let at = scan.at.plus(-30 * SECOND);
        out.row(
            &world.stamp(case.tenant, world.id("uploads", scan.n, at), at, Some(world.technician(scan.case, 0))),
            fields! {
                case_id: world.case_id(scan.case), name: if scan.upper { "upper_jaw.stl" } else { "lower_jaw.stl" }, media_type: "model/stl",
                length_bytes: scan.stored.size, offset_bytes: scan.stored.size, declared_sha256: scan.stored.hash, metadata: Json("{}"),
                status: "finished", spool: world.id("spool", case.tenant, at), case_file_id: world.file_id(&scan), expires_at: at.plus(DAY),
            },
        );
    }
}
