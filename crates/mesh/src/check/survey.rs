//! Everything measured on a surface, before anything is judged.

use super::boundary::{BoundaryLoop, boundary_loops};
use super::report::{BoundaryKind, Counts, Measures};
use super::topology::{Edge, Topology, has_twin};
use crate::{Mesh, Vec3};

/// A face is degenerate when its height falls below this share of its longest side (or a corner is named twice).
const FLATNESS: f32 = 1e-6;

/// What a surface is like.
pub(super) struct Survey<'a> {
    pub(super) mesh: &'a Mesh,
    pub(super) topology: &'a Topology,
    pub(super) counts: Counts,
    pub(super) measures: Measures,
    pub(super) boundaries: Vec<(BoundaryKind, BoundaryLoop)>,
    /// Area and centre of every connected part, the largest first.
    pub(super) parts: Vec<(f32, Vec3)>,
    pub(super) degenerate: Vec<u32>,
    pub(super) duplicate: Vec<u32>,
    pub(super) flipped: Vec<u32>,
    pub(super) non_manifold_vertices: Vec<u32>,
}

impl<'a> Survey<'a> {
    /// Measures a welded surface.
    pub(super) fn new(mesh: &'a Mesh, topology: &'a Topology) -> Self {
        let areas: Vec<f32> = (0..mesh.faces.len()).map(|f| mesh.face_normal(f).length() / 2.0).collect();
        let (part_of, components) = topology.components();
        let (main, parts) = parts(mesh, &areas, &part_of, components);
        let (low, high) = mesh.bounds().unwrap_or_default();
        let boundaries = classify(boundary_loops(mesh, topology), mesh, topology, &part_of, main);
        let degenerate: Vec<u32> =
            (0..mesh.faces.len() as u32).filter(|&f| is_degenerate(mesh, f as usize)).collect();
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
                holes: boundaries.iter().filter(|(kind, _)| *kind == BoundaryKind::Hole).count(),
                non_manifold_edges: topology.non_manifold().count(),
                non_manifold_vertices: non_manifold_vertices.len(),
                degenerate_faces: degenerate.len(),
                duplicate_faces: duplicate.len(),
                flipped_faces: flipped.len(),
            },
            measures: Measures {
                extent_mm: (high - low).0,
                area_mm2: area,
                faces_per_mm2: if area > 0.0 { mesh.faces.len() as f32 / area } else { 0.0 },
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

    /// The open edges of a kind, the longest first.
    pub(super) fn boundaries_of(&self, kind: BoundaryKind) -> Vec<&BoundaryLoop> {
        self.boundaries.iter().filter(|(k, _)| *k == kind).map(|(_, edge)| edge).collect()
    }
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
    (main, order.into_iter().map(|i| (sums[i].0, sums[i].1 / sums[i].2 as f32)).collect())
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
    let longest = [(b - a).length(), (c - b).length(), (a - c).length()].into_iter().fold(0.0, f32::max);
    has_twin(&mesh.faces[face]) || mesh.face_normal(face).length() <= FLATNESS * longest * longest
}

fn median_edge(mesh: &Mesh, topology: &Topology) -> f32 {
    let length = |e: &Edge| (mesh.positions[e.high as usize] - mesh.positions[e.low as usize]).length();
    let mut lengths: Vec<f32> = topology.edges().iter().map(length).collect();
    let middle = lengths.len() / 2;
    if lengths.is_empty() { 0.0 } else { *lengths.select_nth_unstable_by(middle, f32::total_cmp).1 }
}
