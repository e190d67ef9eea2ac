//! The scan line from bytes to files, on synthetic arches.

mod shapes;

use mesh::check::{FindingCode, Unit};
use mesh::pipeline::{CANCELLED, Options, Outcome, Progress, Refusal, Stage, run};
use mesh::synth::{ArchSpec, LabelledArch, arch};
use mesh::{Jaw, Mesh, Vec3, write};
use proptest::prelude::*;
use std::ops::ControlFlow;
use std::sync::LazyLock;

static ARCH: LazyLock<LabelledArch> =
    LazyLock::new(|| arch(&ArchSpec { faces: 20_000, ..ArchSpec::new(Jaw::Upper, 7) }));

static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| {
    let options = Options { levels: vec![8_000], stl: true, obj: true, ..Options::default() };
    taken(&obj(&ARCH.mesh), &options).expect("an arch")
});

fn obj(mesh: &Mesh) -> Vec<u8> {
    write::obj(mesh, &vec![0; mesh.faces.len()])
}

fn taken(bytes: &[u8], options: &Options) -> Result<Outcome, Refusal> {
    run(bytes, options, &mut |_| ControlFlow::Continue(()))
}

/// Nothing made beside the labels.
fn bare() -> Options {
    Options { levels: vec![], thumbnail: (8, 8), ..Options::default() }
}

#[test]
fn labels_follow_the_order_of_the_file() {
    let labels = &OUTCOME.labels;
    assert_eq!(labels.face_labels.len(), ARCH.mesh.faces.len());
    assert_eq!(labels.vertex_labels.as_ref().map(Vec::len), Some(ARCH.mesh.positions.len()));
    let agreeing = labels.face_labels.iter().zip(&ARCH.face_labels).filter(|(a, b)| a == b).count();
    assert!(agreeing as f32 / labels.face_labels.len() as f32 > 0.8, "{agreeing}");
}

#[test]
fn the_table_has_a_row_for_every_label() {
    let mut found: Vec<u16> = OUTCOME.labels.face_labels.iter().copied().filter(|&l| l != 0).collect();
    found.sort_unstable();
    found.dedup();
    let rows: Vec<u16> = OUTCOME.report.teeth.iter().map(|row| row.fdi.code()).collect();
    assert_eq!(rows, found);
    assert_eq!(OUTCOME.labels.confidence.keys().copied().collect::<Vec<_>>(), found);
    for row in &OUTCOME.report.teeth {
        assert!((3.0..16.0).contains(&row.width_mm), "{}: {} mm", row.fdi.code(), row.width_mm);
        assert!((0..3).all(|k| (row.low[k]..=row.high[k]).contains(&row.centroid[k])));
    }
}

#[test]
fn the_files_wanted_are_made() {
    let names: Vec<_> = OUTCOME.artefacts.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "thumbnail.png",
            "segmented.glb",
            "segmented.ply",
            "surface.stl",
            "segmented.obj",
            "segmented_8k.glb"
        ]
    );
    assert!(OUTCOME.artefacts.iter().all(|a| !a.bytes.is_empty()));
}

#[test]
fn an_stl_has_no_vertex_labels() {
    let outcome = taken(&write::stl(&ARCH.mesh), &bare()).expect("an arch");
    assert_eq!(outcome.labels.vertex_labels, None);
    assert_eq!(outcome.labels.face_labels, OUTCOME.labels.face_labels);
}

#[test]
fn labels_and_colours_in_a_file_are_not_looked_at() {
    let truth = taken(&write::ply(&ARCH.mesh, &ARCH.face_labels), &bare()).expect("an arch");
    let wrong = taken(&write::ply(&ARCH.mesh, &vec![48; ARCH.mesh.faces.len()]), &bare()).expect("an arch");
    assert_eq!(truth.labels, wrong.labels);
}

#[test]
fn a_file_in_inches_is_read_as_such_and_says_so() {
    let mut mesh = ARCH.mesh.clone();
    mesh.positions.iter_mut().for_each(|p| *p = *p / 25.4);
    let outcome = taken(&obj(&mesh), &bare()).expect("an arch");
    assert_eq!(outcome.report.quality.unit.unit, Unit::Inch);
    assert!(outcome.report.quality.findings.iter().any(|f| f.code == FindingCode::UnitConverted));
    let widest = |o: &Outcome| o.report.quality.measures.extent_mm.into_iter().fold(0.0, f32::max);
    assert!((widest(&outcome) - widest(&OUTCOME)).abs() < 0.01);
}

#[test]
fn progress_passes_all_stages_and_never_falls() {
    let mut heard: Vec<Progress> = Vec::new();
    let mut listen = |progress| {
        heard.push(progress);
        ControlFlow::Continue(())
    };
    run(&obj(&ARCH.mesh), &bare(), &mut listen).expect("an arch");
    assert!(heard.is_sorted_by(|a, b| a.fraction <= b.fraction && a.stage <= b.stage));
    let mut stages: Vec<_> = heard.iter().map(|p| p.stage).collect();
    stages.dedup();
    assert_eq!(stages, Stage::ALL);
    assert_eq!(heard.last().map(|p| p.fraction), Some(1.0));
}

#[test]
fn the_work_can_be_cancelled_in_every_stage() {
    let bytes = obj(&ARCH.mesh);
    for stage in Stage::ALL {
        let mut stop = |progress: Progress| {
            if progress.stage == stage { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let refusal = run(&bytes, &bare(), &mut stop).expect_err("cancelled");
        assert_eq!((refusal.code.as_str(), refusal.stage), (CANCELLED, stage));
    }
}

#[test]
fn an_unreadable_file_is_refused_with_the_readers_code() {
    let refusal = taken(b"PK\x03\x04", &bare()).expect_err("refused");
    assert_eq!(
        (refusal.code.as_str(), refusal.stage, refusal.quality),
        ("unsupported_format", Stage::Read, None)
    );
}

#[test]
fn a_surface_of_the_size_of_no_jaw_is_refused_by_the_assessment() {
    let mut mesh = ARCH.mesh.clone();
    mesh.positions.iter_mut().for_each(|p| *p = *p * 20.0);
    let refusal = taken(&obj(&mesh), &bare()).expect_err("refused");
    assert_eq!((refusal.code.as_str(), refusal.stage), ("implausible_size", Stage::Check));
}

#[test]
fn what_is_no_arch_is_refused_with_its_assessment() {
    let refusal = taken(&obj(&shapes::dome(60, 240)), &bare()).expect_err("refused");
    assert!(refusal.stage >= Stage::Orient && refusal.quality.is_some(), "{refusal:?}");
}

#[test]
fn stages_are_serialised_in_lower_snake_case() {
    let names = serde_json::to_value(Stage::ALL).expect("json");
    assert_eq!(names, serde_json::json!(["read", "weld", "check", "orient", "segment", "convert"]));
}

/// Triangles thrown together in the space of a jaw: folded, doubled, crossing, without area.
fn debris() -> impl Strategy<Value = Mesh> {
    let coordinate = prop_oneof![-40.0f32..40.0, Just(0.0), Just(40.0), Just(-40.0)];
    prop::collection::vec(prop::array::uniform3(coordinate), 3..60).prop_flat_map(|points| {
        let index = 0..points.len() as u32;
        prop::collection::vec(prop::array::uniform3(index), 1..200)
            .prop_map(move |faces| Mesh { positions: points.iter().copied().map(Vec3).collect(), faces })
    })
}

proptest! {
    #[test]
    fn debris_is_taken_or_refused_with_a_report_in_finite_numbers(mesh in debris(), scale in 0.3f32..1.5) {
        let mut mesh = mesh;
        mesh.positions.iter_mut().for_each(|p| *p = *p * scale);
        let report = match taken(&obj(&mesh), &bare()) {
            Ok(outcome) => serde_json::to_string(&outcome.report.quality),
            Err(refusal) => serde_json::to_string(&refusal.quality),
        };
        let read: Option<mesh::check::QualityReport> = serde_json::from_str(&report.expect("json")).expect("finite");
        prop_assert!(read.is_none_or(|quality| quality.counts.faces == mesh.faces.len()));
    }
}
