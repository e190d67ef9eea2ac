//! The assessment of a scan: is it whole, is it clean, is it fine enough, does it have the size of a jaw.

mod boundary;
mod report;
mod rules;
mod topology;
mod units;

pub use boundary::{BoundaryLoop, boundary_loops};
pub use report::{
    Boundary, BoundaryKind, Counts, Finding, FindingCode, MeasureUnit, Measures, QualityReport, Severity,
    Verdict,
};
pub use topology::{Edge, Topology};
pub use units::{Unit, UnitReading, infer_unit};

use crate::{Mesh, Vec3};

/// Most places a finding names.
const PLACES: usize = 20;
/// Most boundaries a report lists.
const BOUNDARIES: usize = 100;
/// A face is degenerate when its height falls below this share of its longest side (or a corner is named twice).
const FLATNESS: f32 = 1e-6;

/// Assesses a welded surface in millimetres. `unit` says how the file's numbers were read.
#[must_use]
pub fn check(mesh: &Mesh, unit: UnitReading) -> QualityReport {
    let topology = Topology::new(mesh);
    let survey = Survey::new(mesh, &topology);
    let mut findings = survey.findings(&unit);
    findings.sort_by_key(|f| std::cmp::Reverse(f.severity));
    let (score, verdict) = rules::judge(findings.iter().map(|f| f.severity));
    let boundaries = survey
        .boundaries
        .iter()
        .take(BOUNDARIES)
        .map(|(kind, edge)| Boundary {
            kind: *kind,
            length_mm: edge.length,
            area_mm2: edge.area,
            place: edge.centre.0,
        })
        .collect();
    QualityReport {
        score,
        verdict,
        unit,
        counts: survey.counts,
        measures: survey.measures,
        boundaries,
        findings,
    }
}

/// Everything measured on a surface, before it is judged.
struct Survey<'a> {
    mesh: &'a Mesh,
    topology: &'a Topology,
    counts: Counts,
    measures: Measures,
    boundaries: Vec<(BoundaryKind, BoundaryLoop)>,
    /// Area and centre of every connected part, the largest first.
    parts: Vec<(f32, Vec3)>,
    degenerate: Vec<u32>,
    duplicate: Vec<u32>,
    flipped: Vec<u32>,
    non_manifold_vertices: Vec<u32>,
}

impl<'a> Survey<'a> {
    fn new(mesh: &'a Mesh, topology: &'a Topology) -> Self {
        let areas: Vec<f32> = (0..mesh.faces.len())
            .map(|f| mesh.face_normal(f).length() / 2.0)
            .collect();
        let (part_of, components) = topology.components();
        let (main, parts) = parts(mesh, &areas, &part_of, components);
        let (low, high) = mesh.bounds().unwrap_or_default();
        let boundaries = classify(boundary_loops(mesh, topology), mesh, topology, &part_of, main);
        let degenerate: Vec<u32> = (0..mesh.faces.len() as u32)
            .filter(|&f| is_degenerate(mesh, f as usize))
            .collect();
        let duplicate = topology.duplicates();
        let flipped = topology.flipped();
        let non_manifold_vertices = topology.non_manifold_vertices();
        let area = areas.iter().map(|&a| f64::from(a)).sum::<f64>() as f32;
        Self {
            counts: Counts {
                vertices: mesh.positions.len(),
                faces: mesh.faces.len(),
                components,
                boundary_edges: topology.boundary().count(),
                boundary_loops: boundaries.len(),
                holes: boundaries
                    .iter()
                    .filter(|(kind, _)| *kind == BoundaryKind::Hole)
                    .count(),
                non_manifold_edges: topology.non_manifold().count(),
                non_manifold_vertices: non_manifold_vertices.len(),
                degenerate_faces: degenerate.len(),
                duplicate_faces: duplicate.len(),
                flipped_faces: flipped.len(),
            },
            measures: Measures {
                extent_mm: (high - low).0,
                area_mm2: area,
                faces_per_mm2: if area > 0.0 {
                    mesh.faces.len() as f32 / area
                } else {
                    0.0
                },
                median_edge_mm: median_edge(mesh, topology),
            },
            mesh,
            topology,
            boundaries,
            parts,
            degenerate,
            duplicate,
            flipped,
            non_manifold_vertices,
        }
    }

    fn findings(&self, unit: &UnitReading) -> Vec<Finding> {
        let size = if !unit.plausible {
            Some(plain(
                FindingCode::ImplausibleSize,
                format!("This does not have the size of a jaw. {}", unit.reason),
            ))
        } else if unit.unit != Unit::Millimetre {
            Some(plain(
                FindingCode::UnitConverted,
                format!("The file is not in millimetres. {}", unit.reason),
            ))
        } else {
            None
        };
        let rest = [self.resolution(), self.holes(), self.loose_parts(), self.rim()];
        size.into_iter()
            .chain(rest.into_iter().flatten())
            .chain(self.defects())
            .collect()
    }

    fn resolution(&self) -> Option<Finding> {
        let edge = self.measures.median_edge_mm;
        let message = format!(
            "The surface is coarse: a typical triangle side measures {edge:.2} mm, so fine detail such as a crown margin cannot be judged."
        );
        let finding = measured(
            FindingCode::CoarseSurface,
            1,
            edge,
            MeasureUnit::Mm,
            message,
            Vec::new(),
        );
        (finding.severity > Severity::Info).then_some(finding)
    }

    fn holes(&self) -> Option<Finding> {
        let holes: Vec<_> = self
            .boundaries
            .iter()
            .filter(|(kind, _)| *kind == BoundaryKind::Hole)
            .collect();
        let (_, largest) = holes.first()?;
        let message = format!(
            "The surface has {}; the largest is {:.1} mm round. What lies there was not scanned.",
            counted(holes.len(), "gap", "gaps"),
            largest.length
        );
        let places = holes.iter().map(|(_, edge)| edge.centre).collect();
        Some(measured(
            FindingCode::Holes,
            holes.len(),
            largest.length,
            MeasureUnit::Mm,
            message,
            places,
        ))
    }

    fn loose_parts(&self) -> Option<Finding> {
        let (_, loose) = self.parts.split_first()?;
        if loose.is_empty() {
            return None;
        }
        let area: f32 = loose.iter().map(|part| part.0).sum();
        let share = if self.measures.area_mm2 > 0.0 {
            area / self.measures.area_mm2
        } else {
            0.0
        };
        let message = format!(
            "{} beside the main surface, {area:.1} mm² in all: stray tissue, or a scan that did not join up.",
            counted(loose.len(), "loose piece lies", "loose pieces lie")
        );
        let places = loose.iter().map(|part| part.1).collect();
        Some(measured(
            FindingCode::LooseParts,
            loose.len(),
            share,
            MeasureUnit::Share,
            message,
            places,
        ))
    }

    fn rim(&self) -> Option<Finding> {
        let rims: Vec<_> = self
            .boundaries
            .iter()
            .filter(|(kind, _)| *kind == BoundaryKind::Rim)
            .collect();
        if rims.is_empty() {
            let message =
                "The surface is closed on all sides, like a printed or based model rather than a raw scan.";
            return self
                .topology
                .is_closed()
                .then(|| plain(FindingCode::ClosedModel, message.into()));
        }
        let length = rims.iter().map(|(_, rim)| rim.length).sum();
        let message = format!(
            "The scan is open along its outer edge, {length:.0} mm round, as intraoral scans are. This is no defect."
        );
        let places = rims.iter().map(|(_, rim)| rim.centre).collect();
        Some(measured(
            FindingCode::OpenRim,
            rims.len(),
            length,
            MeasureUnit::Mm,
            message,
            places,
        ))
    }

    /// The defects of the triangles themselves.
    fn defects(&self) -> Vec<Finding> {
        let faces = |list: &[u32]| spread(list).map(|f| self.mesh.face_centre(f as usize)).collect();
        let vertices = |list: &[u32]| spread(list).map(|v| self.mesh.positions[v as usize]).collect();
        let edges: Vec<Edge> = self.topology.non_manifold().copied().collect();
        let middles = spread(&edges)
            .map(|e| (self.mesh.positions[e.low as usize] + self.mesh.positions[e.high as usize]) / 2.0)
            .collect();
        let all = [
            (
                FindingCode::NonManifoldEdges,
                edges.len(),
                self.topology.edges().len(),
                middles,
                "edge is shared by more than two triangles",
                "edges are shared by more than two triangles",
                "The surface branches there, which modelling software cannot follow.",
            ),
            (
                FindingCode::NonManifoldVertices,
                self.non_manifold_vertices.len(),
                self.mesh.positions.len(),
                vertices(&self.non_manifold_vertices),
                "point joins surfaces that touch nowhere else",
                "points join surfaces that touch nowhere else",
                "Such pinches come from stitching and are usually repaired on import.",
            ),
            (
                FindingCode::DegenerateFaces,
                self.degenerate.len(),
                self.mesh.faces.len(),
                faces(&self.degenerate),
                "triangle has no area",
                "triangles have no area",
                "They carry no shape and are usually dropped on import.",
            ),
            (
                FindingCode::DuplicateFaces,
                self.duplicate.len(),
                self.mesh.faces.len(),
                faces(&self.duplicate),
                "triangle is there twice",
                "triangles are there twice",
                "One copy of each is enough.",
            ),
            (
                FindingCode::FlippedFaces,
                self.flipped.len(),
                self.mesh.faces.len(),
                faces(&self.flipped),
                "triangle faces the wrong way",
                "triangles face the wrong way",
                "Inside and outside are mixed up there.",
            ),
        ];
        all.into_iter()
            .filter(|(_, count, ..)| *count > 0)
            .map(|(code, count, of, places, one, many, meaning)| {
                let message = format!("{}. {meaning}", counted(count, one, many));
                measured(
                    code,
                    count,
                    count as f32 / of.max(1) as f32,
                    MeasureUnit::Share,
                    message,
                    places,
                )
            })
            .collect()
    }
}

fn plain(code: FindingCode, message: String) -> Finding {
    let severity = rules::severity(code, 0.0);
    Finding {
        code,
        severity,
        count: 1,
        message,
        measure: None,
        unit: None,
        places: Vec::new(),
    }
}

fn measured(
    code: FindingCode,
    count: usize,
    measure: f32,
    unit: MeasureUnit,
    message: String,
    places: Vec<Vec3>,
) -> Finding {
    let severity = rules::severity(code, measure);
    let places = places.into_iter().take(PLACES).map(|p| p.0).collect();
    Finding {
        code,
        severity,
        count,
        message,
        measure: Some(measure),
        unit: Some(unit),
        places,
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 {
        format!("1 {one}")
    } else {
        format!("{count} {many}")
    }
}

/// At most [`PLACES`] of a list, evenly spread over it.
fn spread<T: Copy>(list: &[T]) -> impl Iterator<Item = T> {
    let taken = list.len().min(PLACES);
    (0..taken).map(move |i| list[i * list.len() / taken])
}

/// Number of the largest part, and area and centre of every part, the largest first.
fn parts(mesh: &Mesh, areas: &[f32], part_of: &[u32], count: usize) -> (u32, Vec<(f32, Vec3)>) {
    let mut sums = vec![(0.0f32, Vec3::ZERO, 0usize); count];
    for (face, &part) in part_of.iter().enumerate() {
        let sum = &mut sums[part as usize];
        *sum = (sum.0 + areas[face], sum.1 + mesh.face_centre(face), sum.2 + 1);
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| sums[b].0.total_cmp(&sums[a].0));
    let main = order.first().copied().unwrap_or_default() as u32;
    (
        main,
        order
            .into_iter()
            .map(|i| (sums[i].0, sums[i].1 / sums[i].2 as f32))
            .collect(),
    )
}

/// Tells the rim from holes and from the edges of loose parts. The rim is what spans at least half of the whole surface: a
/// gap that large would be no gap. It comes in several pieces where the surface branches at it.
fn classify(
    loops: Vec<BoundaryLoop>,
    mesh: &Mesh,
    topology: &Topology,
    part_of: &[u32],
    main: u32,
) -> Vec<(BoundaryKind, BoundaryLoop)> {
    let mut part_at = vec![u32::MAX; mesh.positions.len()];
    for edge in topology.boundary() {
        let face = topology.half_edges(edge)[0] / 3;
        part_at[edge.low as usize] = part_of[face as usize];
        part_at[edge.high as usize] = part_of[face as usize];
    }
    let span = mesh.bounds().map_or(0.0, |(low, high)| (high - low).length());
    loops
        .into_iter()
        .map(|edge| {
            let kind = if part_at[edge.vertices[0] as usize] != main {
                BoundaryKind::Part
            } else if edge.diagonal >= span / 2.0 {
                BoundaryKind::Rim
            } else {
                BoundaryKind::Hole
            };
            (kind, edge)
        })
        .collect()
}

fn is_degenerate(mesh: &Mesh, face: usize) -> bool {
    let [a, b, c] = mesh.corners(face);
    let longest = [(b - a).length(), (c - b).length(), (a - c).length()]
        .into_iter()
        .fold(0.0, f32::max);
    topology::has_twin(&mesh.faces[face]) || mesh.face_normal(face).length() <= FLATNESS * longest * longest
}

fn median_edge(mesh: &Mesh, topology: &Topology) -> f32 {
    let length = |e: &Edge| (mesh.positions[e.high as usize] - mesh.positions[e.low as usize]).length();
    let mut lengths: Vec<f32> = topology.edges().iter().map(length).collect();
    let middle = lengths.len() / 2;
    if lengths.is_empty() {
        0.0
    } else {
        *lengths.select_nth_unstable_by(middle, f32::total_cmp).1
    }
}
