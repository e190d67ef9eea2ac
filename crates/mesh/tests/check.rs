//! The assessment finds what was planted, where it was planted, and nothing else.

mod shapes;

use mesh::check::{
    BoundaryKind, Finding, FindingCode, QualityReport, Severity, Topology, Unit, UnitReading, Verdict,
    boundary_loops, check, infer_unit, named_unit,
};
use mesh::{Mesh, Vec3};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashSet};

const AROUND: u32 = 720;

/// A dome as fine as a scan.
fn clean() -> Mesh {
    shapes::dome(180, AROUND)
}

fn assess(mesh: &Mesh) -> QualityReport {
    check(mesh, UnitReading { unit: Unit::Millimetre, plausible: true, reason: String::new() })
}

/// Findings beyond information.
fn defects(report: &QualityReport) -> Vec<(FindingCode, usize)> {
    report.findings.iter().filter(|f| f.severity > Severity::Info).map(|f| (f.code, f.count)).collect()
}

fn finding(report: &QualityReport, code: FindingCode) -> &Finding {
    report.findings.iter().find(|f| f.code == code).expect("finding")
}

fn distance(place: [f32; 3], target: Vec3) -> f32 {
    (Vec3(place) - target).length()
}

/// A face in the middle of the dome.
fn middle(mesh: &Mesh) -> usize {
    mesh.faces.len() / 3
}

#[test]
fn a_clean_open_surface_passes_with_its_rim_named_as_natural() {
    let report = assess(&clean());
    assert_eq!((report.score, report.verdict, defects(&report)), (100, Verdict::Pass, vec![]));
    let rim = finding(&report, FindingCode::OpenRim);
    assert_eq!(rim.severity, Severity::Info);
    assert!((rim.measure.expect("length") - 60.0 * std::f32::consts::PI).abs() < 0.1);
    assert!(rim.message.contains("no defect"));
}

#[test]
fn a_hole_is_found_with_its_length_area_and_place() {
    let mut mesh = clean();
    let gone = middle(&mesh);
    let centre = mesh.face_centre(gone);
    let corners = mesh.corners(gone);
    let length: f32 = (0..3).map(|k| (corners[(k + 1) % 3] - corners[k]).length()).sum();
    let area = mesh.face_normal(gone).length() / 2.0;
    mesh.faces.remove(gone);
    let report = assess(&mesh);
    assert_eq!(defects(&report), [(FindingCode::Holes, 1)]);
    assert!(distance(finding(&report, FindingCode::Holes).places[0], centre) < 1e-3);
    let hole = report.boundaries.iter().find(|b| b.kind == BoundaryKind::Hole).expect("hole");
    assert!((hole.length_mm - length).abs() < 1e-3 && (hole.area_mm2 - area).abs() < 1e-3);
}

#[test]
fn holes_that_touch_at_a_vertex_are_two() {
    let mut mesh = clean();
    let pole: Vec<usize> = (0..mesh.faces.len()).filter(|&f| mesh.faces[f].contains(&0)).collect();
    mesh.faces.remove(pole[AROUND as usize / 2]);
    mesh.faces.remove(pole[0]);
    assert_eq!(assess(&mesh).counts.holes, 2);
}

#[test]
fn a_fin_is_one_edge_of_three_faces_and_no_pinch() {
    let mut mesh = clean();
    let [a, b, _] = mesh.faces[middle(&mesh)];
    let foot = (mesh.positions[a as usize] + mesh.positions[b as usize]) / 2.0;
    mesh.positions.push(foot * 1.05);
    mesh.faces.push([a, b, mesh.positions.len() as u32 - 1]);
    let report = assess(&mesh);
    assert_eq!((report.counts.non_manifold_edges, report.counts.non_manifold_vertices), (1, 0));
    assert!(distance(finding(&report, FindingCode::NonManifoldEdges).places[0], foot) < 1e-3);
}

#[test]
fn surfaces_that_touch_in_a_point_are_a_pinch_of_two_parts() {
    let mut mesh = clean();
    let tip = mesh.faces[middle(&mesh)][0];
    let n = mesh.positions.len() as u32;
    let at = mesh.positions[tip as usize];
    mesh.positions.extend([at + Vec3::new(0.2, 0.0, 1.0), at + Vec3::new(0.0, 0.2, 1.0)]);
    mesh.faces.push([tip, n, n + 1]);
    let report = assess(&mesh);
    assert_eq!((report.counts.non_manifold_vertices, report.counts.components), (1, 2));
    assert!(distance(finding(&report, FindingCode::NonManifoldVertices).places[0], at) < 1e-6);
}

#[test]
fn a_flipped_face_is_found_alone() {
    let mut mesh = clean();
    let turned = middle(&mesh);
    mesh.faces[turned].swap(0, 1);
    let report = assess(&mesh);
    assert_eq!(defects(&report), [(FindingCode::FlippedFaces, 1)]);
    let place = finding(&report, FindingCode::FlippedFaces).places[0];
    assert!(distance(place, mesh.face_centre(turned)) < 1e-6);
}

#[test]
fn a_duplicate_is_found_in_whatever_order_its_corners_stand() {
    let original = clean();
    let [a, b, c] = original.faces[middle(&original)];
    for copy in [[a, b, c], [b, c, a], [c, b, a]] {
        let mut mesh = original.clone();
        mesh.faces.push(copy);
        assert_eq!(assess(&mesh).counts.duplicate_faces, 1, "{copy:?}");
    }
}

#[test]
fn faces_without_area_are_found_named_twice_or_stretched_flat() {
    let mut mesh = clean();
    let [a, b, _] = mesh.faces[middle(&mesh)];
    let n = mesh.positions.len() as u32;
    mesh.positions.extend([Vec3::new(0.0, 0.0, 40.0), Vec3::new(1.0, 1.0, 40.0), Vec3::new(3.0, 3.0, 40.0)]);
    mesh.faces.extend([[a, a, b], [n, n + 1, n + 2]]);
    assert_eq!(assess(&mesh).counts.degenerate_faces, 2);
}

#[test]
fn loose_pieces_are_counted_and_their_edges_are_no_holes() {
    let mut mesh = clean();
    let n = mesh.positions.len() as u32;
    let corners = [Vec3::new(0.0, 0.0, 40.0), Vec3::new(1.0, 0.0, 40.0), Vec3::new(0.0, 1.0, 40.0)];
    mesh.positions.extend(corners);
    mesh.faces.push([n, n + 1, n + 2]);
    let report = assess(&mesh);
    assert_eq!((defects(&report), report.counts.holes), (vec![(FindingCode::LooseParts, 1)], 0));
    assert!(
        distance(finding(&report, FindingCode::LooseParts).places[0], Vec3::new(1.0 / 3.0, 1.0 / 3.0, 40.0))
            < 1e-3
    );
}

#[test]
fn a_coarse_surface_warns() {
    let report = assess(&shapes::dome(60, 240));
    assert_eq!((report.verdict, defects(&report)), (Verdict::Warn, vec![(FindingCode::CoarseSurface, 1)]));
}

#[test]
fn a_closed_surface_is_named_a_model() {
    let mut mesh = shapes::cube();
    mesh.positions.iter_mut().for_each(|p| *p = *p * 0.1);
    assert_eq!(defects(&assess(&mesh)), []);
    assert_eq!(finding(&assess(&mesh), FindingCode::ClosedModel).severity, Severity::Info);
}

#[test]
fn a_surface_of_the_size_of_no_jaw_is_refused() {
    let mut mesh = clean();
    mesh.positions.iter_mut().for_each(|p| *p = *p * 10.0);
    let report = check(&mesh, infer_unit(&mesh));
    assert_eq!(report.verdict, Verdict::Refuse);
    assert_eq!(report.findings[0].code, FindingCode::ImplausibleSize);
}

#[test]
fn the_unit_is_told_by_the_size_with_a_reason() {
    for unit in [Unit::Micrometre, Unit::Millimetre, Unit::Centimetre, Unit::Inch, Unit::Metre] {
        let mut mesh = shapes::dome(4, 8);
        mesh.positions.iter_mut().for_each(|p| *p = *p / unit.millimetres());
        let reading = infer_unit(&mesh);
        assert_eq!((reading.unit, reading.plausible), (unit, true));
        assert!(reading.reason.contains("60.0 mm"), "{}", reading.reason);
    }
}

#[test]
fn a_named_unit_stands_but_must_fit() {
    let arch = shapes::dome(4, 8);
    assert!(named_unit(&arch, Unit::Millimetre).plausible);
    let metres = named_unit(&arch, Unit::Metre);
    assert_eq!((metres.unit, metres.plausible), (Unit::Metre, false));
}

#[test]
fn places_are_bounded() {
    let mut mesh = clean();
    for face in (0..mesh.faces.len()).step_by(97) {
        mesh.faces[face].swap(0, 1);
    }
    let report = assess(&mesh);
    let flipped = finding(&report, FindingCode::FlippedFaces);
    assert!(flipped.count > 20 && flipped.places.len() == 20);
}

#[test]
fn a_wound_cube_is_closed() {
    let topology = Topology::new(&shapes::cube());
    assert!(
        topology.is_closed() && topology.flipped().is_empty() && topology.non_manifold_vertices().is_empty()
    );
}

#[test]
fn every_finding_is_serialised_under_its_name() {
    let mut mesh = clean();
    mesh.faces[0].swap(0, 1);
    for finding in assess(&mesh).findings {
        assert_eq!(serde_json::to_value(finding.code).expect("json"), finding.code.name());
    }
}

/// Any triangles over a few vertices, so that edges and corners meet in every way.
fn tangle() -> impl Strategy<Value = Mesh> {
    let index = 0u32..9;
    prop::collection::vec(prop::array::uniform3(index), 1..40).prop_map(|faces| {
        let positions =
            (0..9u8).map(|i| Vec3(std::array::from_fn(|k| f32::from(((i * i) >> k) & 7)))).collect();
        Mesh { positions, faces }
    })
}

/// How many faces run along each edge, counted plainly.
fn edge_uses(mesh: &Mesh) -> BTreeMap<(u32, u32), usize> {
    let mut uses = BTreeMap::new();
    for &[a, b, c] in &mesh.faces {
        for (from, to) in [(a, b), (b, c), (c, a)] {
            if from != to {
                *uses.entry((from.min(to), from.max(to))).or_default() += 1;
            }
        }
    }
    uses
}

proptest! {
    #[test]
    fn edges_are_counted_as_a_plain_count_does(mesh in tangle()) {
        let topology = Topology::new(&mesh);
        let found: BTreeMap<_, _> =
            topology.edges().iter().map(|e| ((e.low, e.high), topology.half_edges(e).len())).collect();
        prop_assert_eq!(found, edge_uses(&mesh));
    }

    #[test]
    fn boundary_loops_use_every_boundary_edge_once(mesh in tangle()) {
        let topology = Topology::new(&mesh);
        let loops = boundary_loops(&mesh, &topology);
        let edges: usize = loops.iter().map(|l| l.vertices.len() - usize::from(!l.closed)).sum();
        prop_assert_eq!(edges, topology.boundary().count());
        for edge in &loops {
            let once: HashSet<_> = edge.vertices.iter().collect();
            prop_assert_eq!(once.len(), edge.vertices.len());
        }
    }

    #[test]
    fn duplicates_are_what_remains_after_taking_each_triangle_once(mesh in tangle()) {
        let proper: Vec<_> = mesh
            .faces
            .iter()
            .map(|f| {
                let mut sorted = *f;
                sorted.sort_unstable();
                sorted
            })
            .filter(|[a, b, c]| a != b && b != c)
            .collect();
        let once: HashSet<_> = proper.iter().collect();
        prop_assert_eq!(Topology::new(&mesh).duplicates().len(), proper.len() - once.len());
    }

    #[test]
    fn turning_every_flipped_face_leaves_none_of_a_manifold_flipped(
        turned in prop::collection::vec(any::<prop::sample::Index>(), 0..200),
    ) {
        let mut mesh = shapes::dome(8, 16);
        for index in turned {
            let face = index.index(mesh.faces.len());
            mesh.faces[face].swap(0, 1);
        }
        let flipped = Topology::new(&mesh).flipped();
        prop_assert!(2 * flipped.len() <= mesh.faces.len());
        for face in flipped {
            mesh.faces[face as usize].swap(0, 1);
        }
        prop_assert!(Topology::new(&mesh).flipped().is_empty());
    }
}
