//! Properties of orientation and segmentation on synthetic arches.

use mesh::synth::{ArchSpec, LabelledArch, arch};
use mesh::{Fdi, Jaw, Mesh, OrientError, OrientOptions, SegmentError, Vec3, orient, segment};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::LazyLock;

static UPPER: LazyLock<LabelledArch> = LazyLock::new(|| made(Jaw::Upper, 1, &[]));
static LOWER: LazyLock<LabelledArch> = LazyLock::new(|| made(Jaw::Lower, 2, &[]));

fn made(jaw: Jaw, seed: u64, missing: &[u16]) -> LabelledArch {
    let missing = missing.iter().filter_map(|&code| Fdi::try_from(code).ok()).collect();
    arch(&ArchSpec { faces: 20_000, missing, ..ArchSpec::new(jaw, seed) })
}

fn turned(mesh: &Mesh, axis: Vec3, angle: f32) -> Mesh {
    Mesh {
        positions: mesh.positions.iter().map(|&p| turn(p, axis, angle)).collect(),
        faces: mesh.faces.clone(),
    }
}

fn turn(p: Vec3, axis: Vec3, angle: f32) -> Vec3 {
    let (sin, cos) = angle.sin_cos();
    p * cos + axis.cross(p) * sin + axis * axis.dot(p) * (1.0 - cos)
}

fn go_on(_: f32) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn labels(mesh: &Mesh) -> Vec<u16> {
    let orientation = orient(mesh, OrientOptions::default()).unwrap();
    segment(mesh, &orientation, &mut go_on).unwrap().face_labels
}

fn codes(labels: &[u16]) -> BTreeSet<u16> {
    labels.iter().copied().filter(|&l| l != 0).collect()
}

fn agreement(a: &[u16], b: &[u16]) -> f32 {
    a.iter().zip(b).filter(|(a, b)| a == b).count() as f32 / a.len() as f32
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_turned_scan_has_the_same_anatomy(x in -1.0f32..1.0, y in -1.0f32..1.0, angle in 0.0f32..6.0, upper: bool) {
        let truth = if upper { &*UPPER } else { &*LOWER };
        let axis = Vec3::new(x, y, 0.3).normalized();
        let found = orient(&turned(&truth.mesh, axis, angle), OrientOptions::default()).unwrap();
        prop_assert_eq!(found.jaw, truth.jaw);
        for (found, true_axis) in [
            (found.frame.superior, truth.frame.superior),
            (found.frame.anterior, truth.frame.anterior),
            (found.frame.left, truth.frame.left),
        ] {
            prop_assert!(found.dot(turn(true_axis, axis, angle)) > 0.97);
        }
    }
}

#[test]
fn the_teeth_of_a_full_arch_are_found_and_numbered() {
    for truth in [&*UPPER, &*LOWER] {
        let found = labels(&truth.mesh);
        assert_eq!(codes(&found), codes(&truth.face_labels));
        assert!(agreement(&found, &truth.face_labels) > 0.9);
    }
}

#[test]
fn a_turned_scan_gets_the_same_labels() {
    let straight = labels(&UPPER.mesh);
    let other = labels(&turned(&UPPER.mesh, Vec3::new(0.6, 0.0, 0.8), 2.0));
    assert!(agreement(&straight, &other) > 0.98);
}

#[test]
fn a_missing_tooth_leaves_its_number_out() {
    for (jaw, missing) in [(Jaw::Upper, 15), (Jaw::Upper, 26), (Jaw::Lower, 36), (Jaw::Lower, 45)] {
        let truth = made(jaw, 3, &[missing]);
        assert_eq!(codes(&labels(&truth.mesh)), codes(&truth.face_labels), "without {missing}");
    }
}

#[test]
fn third_molars_are_numbered() {
    let spec = ArchSpec { faces: 20_000, third_molars: true, ..ArchSpec::new(Jaw::Upper, 5) };
    assert_eq!(codes(&labels(&arch(&spec).mesh)).len(), 16);
}

#[test]
fn a_mirrored_scan_does_not_fail() {
    let mirrored = Mesh {
        positions: UPPER.mesh.positions.iter().map(|p| Vec3::new(-p[0], p[1], p[2])).collect(),
        faces: UPPER.mesh.faces.iter().map(|&[a, b, c]| [a, c, b]).collect(),
    };
    assert_eq!(codes(&labels(&mirrored)).len(), 14);
}

#[test]
fn a_named_jaw_wins() {
    let options = OrientOptions { jaw: Some(Jaw::Lower) };
    assert_eq!(orient(&UPPER.mesh, options).unwrap().jaw, Jaw::Lower);
}

#[test]
fn the_caller_can_stop() {
    let orientation = orient(&LOWER.mesh, OrientOptions::default()).unwrap();
    let stopped = segment(&LOWER.mesh, &orientation, &mut |share| {
        if share > 0.2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped, Err(SegmentError::Cancelled));
}

#[test]
fn what_is_no_arch_is_refused() {
    assert_eq!(orient(&Mesh::default(), OrientOptions::default()), Err(OrientError::Empty));
    let (mut plate, side) = (Mesh::default(), 60u32);
    for i in 0..side * side {
        plate.positions.push(Vec3::new((i % side) as f32, (i / side) as f32, 0.0));
    }
    for i in (0..side * (side - 1)).filter(|i| i % side + 1 < side) {
        plate.faces.extend([[i, i + 1, i + side], [i + 1, i + side + 1, i + side]]);
    }
    assert_eq!(orient(&plate, OrientOptions::default()), Err(OrientError::NotAnArch));
}

#[test]
fn half_an_arch_is_refused() {
    let mut half = LOWER.mesh.clone();
    let positions = &half.positions;
    half.faces.retain(|f| f.iter().all(|&v| positions[v as usize][0] > 3.0));
    let refused = orient(&half, OrientOptions::default())
        .map_err(|e| e.code())
        .and_then(|o| segment(&half, &o, &mut go_on).map(|_| o).map_err(|e| e.code()));
    assert!(matches!(refused, Err("partial_arch" | "not_an_arch")), "{refused:?}");
}

#[test]
fn the_same_specification_gives_the_same_arch() {
    assert_eq!(made(Jaw::Lower, 2, &[]), *LOWER);
    assert_ne!(made(Jaw::Lower, 3, &[]).mesh, LOWER.mesh);
}

#[test]
fn the_face_count_is_met_within_a_tenth() {
    let faces = LOWER.mesh.faces.len() as f32;
    assert!((faces / 20_000.0 - 1.0).abs() < 0.1, "{faces}");
}
