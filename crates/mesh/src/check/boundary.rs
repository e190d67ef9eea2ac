//! The open edges of a surface, strung into loops.

use super::topology::Topology;
use crate::{Mesh, Vec3};

/// A chain of boundary edges that meets itself nowhere.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundaryLoop {
    /// Its vertices in order.
    pub vertices: Vec<u32>,
    /// Whether the last vertex leads back to the first; chains that end at a non-manifold edge do not.
    pub closed: bool,
    /// Length in mm.
    pub length: f32,
    /// Area that a flat lid would have, in mm²; 0 for an open chain.
    pub area: f32,
    /// Middle of its vertices.
    pub centre: Vec3,
    /// Diagonal of its bounding box, in mm.
    pub diagonal: f32,
}

impl BoundaryLoop {
    fn new(mesh: &Mesh, vertices: Vec<u32>, closed: bool) -> Self {
        let at = |k: usize| mesh.positions[vertices[k % vertices.len()] as usize];
        let steps = if closed { vertices.len() } else { vertices.len() - 1 };
        let centre = (0..vertices.len()).fold(Vec3::ZERO, |sum, k| sum + at(k)) / vertices.len() as f32;
        let length = (0..steps).map(|k| (at(k + 1) - at(k)).length()).sum();
        let lid = (0..steps).fold(Vec3::ZERO, |sum, k| sum + (at(k) - centre).cross(at(k + 1) - centre));
        let (low, high) = (0..vertices.len()).fold((at(0), at(0)), |(low, high), k| {
            let p = at(k);
            (
                Vec3(std::array::from_fn(|i| low[i].min(p[i]))),
                Vec3(std::array::from_fn(|i| high[i].max(p[i]))),
            )
        });
        let area = if closed { lid.length() / 2.0 } else { 0.0 };
        Self { closed, length, area, centre, diagonal: (high - low).length(), vertices }
    }
}

/// All boundary loops of a mesh, the longest first. Loops that touch at a vertex are told apart.
#[must_use]
pub fn boundary_loops(mesh: &Mesh, topology: &Topology) -> Vec<BoundaryLoop> {
    let edges: Vec<(u32, u32)> = topology.boundary().map(|e| (e.low, e.high)).collect();
    let mut ends: Vec<(u32, u32)> =
        edges.iter().enumerate().flat_map(|(i, &(a, b))| [(a, i as u32), (b, i as u32)]).collect();
    ends.sort_unstable();
    let mut walk = Walk {
        unused: vec![true; edges.len()],
        next_end: vec![u32::MAX; mesh.positions.len()],
        place: vec![u32::MAX; mesh.positions.len()],
        edges,
        ends,
    };
    let mut odd = Vec::new();
    let mut first = 0;
    for at_vertex in walk.ends.chunk_by(|a, b| a.0 == b.0) {
        walk.next_end[at_vertex[0].0 as usize] = first;
        first += at_vertex.len() as u32;
        if at_vertex.len() % 2 == 1 {
            odd.push(at_vertex[0].0);
        }
    }
    // Chains with two ends come first, so that what remains is loops.
    let starts = odd.into_iter().chain(walk.edges.iter().map(|e| e.0).collect::<Vec<_>>());
    let mut loops = Vec::new();
    for start in starts {
        walk.run(start, |vertices, closed| loops.push(BoundaryLoop::new(mesh, vertices, closed)));
    }
    loops.sort_by(|a, b| b.length.total_cmp(&a.length));
    loops
}

struct Walk {
    edges: Vec<(u32, u32)>,
    /// Vertex and edge of both ends of every edge, by vertex.
    ends: Vec<(u32, u32)>,
    unused: Vec<bool>,
    /// By vertex: the first of its entries in `ends` that may still be unused.
    next_end: Vec<u32>,
    /// By vertex: its place in the path being walked.
    place: Vec<u32>,
}

impl Walk {
    /// Takes an unused edge at a vertex and gives its other end.
    fn step(&mut self, vertex: u32) -> Option<u32> {
        let cursor = &mut self.next_end[vertex as usize];
        while let Some(&(v, edge)) = self.ends.get(*cursor as usize).filter(|end| end.0 == vertex) {
            *cursor += 1;
            if std::mem::take(&mut self.unused[edge as usize]) {
                let (a, b) = self.edges[edge as usize];
                return Some(if a == v { b } else { a });
            }
        }
        None
    }

    /// Walks until no edge is left at the path's end, giving out a loop whenever the path meets itself.
    fn run(&mut self, start: u32, mut found: impl FnMut(Vec<u32>, bool)) {
        let mut path = vec![start];
        self.place[start as usize] = 0;
        while let Some(next) = path.last().and_then(|&end| self.step(end)) {
            let place = self.place[next as usize];
            if place == u32::MAX {
                self.place[next as usize] = path.len() as u32;
                path.push(next);
            } else {
                for &v in &path[place as usize + 1..] {
                    self.place[v as usize] = u32::MAX;
                }
                found(path[place as usize..].to_vec(), true);
                path.truncate(place as usize + 1);
            }
        }
        for &v in &path {
            self.place[v as usize] = u32::MAX;
        }
        if path.len() > 1 {
            found(path, false);
        }
    }
}
