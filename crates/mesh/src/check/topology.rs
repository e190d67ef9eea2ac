//! Who shares an edge with whom: the one structure from which every topological finding is read.

use crate::Mesh;

/// An edge and the half-edges that run along it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// The vertex with the smaller number.
    pub low: u32,
    /// The vertex with the greater number.
    pub high: u32,
    start: u32,
    end: u32,
}

/// Edges of a mesh with their half-edges. A half-edge is numbered three times its face plus the corner it leaves from;
/// an edge that leads from a vertex to itself does not count.
#[derive(Debug, Clone)]
pub struct Topology {
    edges: Vec<Edge>,
    half_edges: Vec<u32>,
    corners: Vec<[u32; 3]>,
    vertices: usize,
}

impl Topology {
    /// Finds all edges, by sorting half-edges into buckets of their lower vertex.
    #[must_use]
    pub fn new(mesh: &Mesh) -> Self {
        let vertices = mesh.positions.len();
        let ends = |half: usize| {
            let face = mesh.faces[half / 3];
            let (from, to) = (face[half % 3], face[(half % 3 + 1) % 3]);
            (from.min(to), from.max(to))
        };
        let mut next = vec![0u32; vertices + 1];
        for half in 0..mesh.faces.len() * 3 {
            let (low, high) = ends(half);
            next[low as usize + 1] += u32::from(low != high);
        }
        for v in 0..vertices {
            next[v + 1] += next[v];
        }
        let total = next[vertices] as usize;
        let mut sorted = vec![0u64; total];
        let mut slots = next.clone();
        for half in 0..mesh.faces.len() * 3 {
            let (low, high) = ends(half);
            if low != high {
                let slot = &mut slots[low as usize];
                sorted[*slot as usize] = u64::from(high) << 32 | half as u64;
                *slot += 1;
            }
        }
        let mut edges = Vec::with_capacity(total / 2 + 1);
        for low in 0..vertices {
            let bucket = next[low] as usize..next[low + 1] as usize;
            let mut start = bucket.start as u32;
            sorted[bucket.clone()].sort_unstable();
            for same in sorted[bucket].chunk_by(|a, b| a >> 32 == b >> 32) {
                let end = start + same.len() as u32;
                edges.push(Edge { low: low as u32, high: (same[0] >> 32) as u32, start, end });
                start = end;
            }
        }
        let half_edges = sorted.into_iter().map(|entry| entry as u32).collect();
        Self { edges, half_edges, corners: mesh.faces.clone(), vertices }
    }

    /// All edges, by their lower and then their higher vertex.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The half-edges along an edge.
    #[must_use]
    pub fn half_edges(&self, edge: &Edge) -> &[u32] {
        &self.half_edges[edge.start as usize..edge.end as usize]
    }

    /// Edges of one face only.
    pub fn boundary(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(|e| e.end - e.start == 1)
    }

    /// Edges of more than two faces.
    pub fn non_manifold(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter().filter(|e| e.end - e.start > 2)
    }

    /// Whether every edge has exactly two faces.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        !self.edges.is_empty() && self.edges.iter().all(|e| e.end - e.start == 2)
    }

    /// The vertex a half-edge leaves from.
    fn origin(&self, half: u32) -> u32 {
        self.corners[half as usize / 3][half as usize % 3]
    }

    /// The corner of a half-edge's face that it does not touch.
    fn opposite(&self, half: u32) -> u32 {
        self.corners[half as usize / 3][(half as usize % 3 + 2) % 3]
    }

    /// Connected part of every face, numbered from 0 by first occurrence, and how many there are. Faces connect
    /// through edges; touching at a vertex is not enough.
    #[must_use]
    pub fn components(&self) -> (Vec<u32>, usize) {
        let mut sets = Sets::new(self.corners.len());
        for edge in &self.edges {
            for pair in self.half_edges(edge).windows(2) {
                sets.join(pair[0] / 3, pair[1] / 3);
            }
        }
        let mut number_of = vec![u32::MAX; self.corners.len()];
        let mut count = 0;
        let parts = (0..self.corners.len() as u32)
            .map(|face| {
                let number = &mut number_of[sets.root(face) as usize];
                if *number == u32::MAX {
                    *number = count;
                    count += 1;
                }
                *number
            })
            .collect();
        (parts, count as usize)
    }

    /// Vertices about which the faces form more than one fan, ascending.
    #[must_use]
    pub fn non_manifold_vertices(&self) -> Vec<u32> {
        // One set a corner; an edge joins the corners of its faces at both of its ends.
        let mut sets = Sets::new(self.corners.len() * 3);
        let corner_at = |half: u32, vertex: u32| {
            if self.origin(half) == vertex { half } else { half / 3 * 3 + (half % 3 + 1) % 3 }
        };
        for edge in &self.edges {
            for pair in self.half_edges(edge).windows(2) {
                for vertex in [edge.low, edge.high] {
                    sets.join(corner_at(pair[0], vertex), corner_at(pair[1], vertex));
                }
            }
        }
        let mut fan = vec![u32::MAX; self.vertices];
        let mut found = Vec::new();
        for (face, corners) in self.corners.iter().enumerate() {
            if has_twin(corners) {
                continue;
            }
            for (k, &vertex) in corners.iter().enumerate() {
                let root = sets.root((3 * face + k) as u32);
                let first = &mut fan[vertex as usize];
                if *first == u32::MAX {
                    *first = root;
                } else if *first != root {
                    found.push(vertex);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Faces that repeat an earlier one's three corners in any order, ascending.
    #[must_use]
    pub fn duplicates(&self) -> Vec<u32> {
        let mut found = Vec::new();
        let mut fans: Vec<(u32, u32)> = Vec::new();
        for edge in self.edges.iter().filter(|e| e.end - e.start > 1) {
            // Looked at once a face: along the edge between its two smaller corners.
            let thirds = self.half_edges(edge).iter().map(|&half| (self.opposite(half), half / 3));
            fans.clear();
            fans.extend(thirds.filter(|&(third, _)| third > edge.high));
            fans.sort_unstable();
            found.extend(fans.windows(2).filter(|w| w[0].0 == w[1].0).map(|w| w[1].1));
        }
        found.sort_unstable();
        found
    }

    /// Faces that are wound against the majority of their connected part, ascending. Only edges of two faces carry
    /// winding across; those that run the same way along both are where it breaks.
    #[must_use]
    pub fn flipped(&self) -> Vec<u32> {
        let against = |e: &Edge| {
            let [a, b] = self.half_edges(e) else { return None };
            Some((a / 3, b / 3, self.origin(*a) == self.origin(*b)))
        };
        let links: Vec<_> = self.edges.iter().filter_map(against).collect();
        if links.iter().all(|link| !link.2) {
            return Vec::new();
        }
        let mut starts = vec![0u32; self.corners.len() + 1];
        for &(a, b, _) in &links {
            starts[a as usize + 1] += 1;
            starts[b as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut neighbours = vec![(0u32, false); 2 * links.len()];
        let mut slots = starts.clone();
        for &(a, b, turns) in &links {
            for (from, to) in [(a, b), (b, a)] {
                neighbours[slots[from as usize] as usize] = (to, turns);
                slots[from as usize] += 1;
            }
        }
        let mut side: Vec<Option<bool>> = vec![None; self.corners.len()];
        let mut found = Vec::new();
        let mut part = Vec::new();
        for seed in 0..self.corners.len() {
            if side[seed].is_some() {
                continue;
            }
            side[seed] = Some(false);
            part.clear();
            part.push((seed as u32, false));
            let mut done = 0;
            while let Some(&(face, turned)) = part.get(done) {
                done += 1;
                let row = starts[face as usize] as usize..starts[face as usize + 1] as usize;
                for &(next, turns) in &neighbours[row] {
                    if side[next as usize].is_none() {
                        side[next as usize] = Some(turned != turns);
                        part.push((next, turned != turns));
                    }
                }
            }
            let turned = part.iter().filter(|p| p.1).count();
            let minority = 2 * turned <= part.len();
            found.extend(part.iter().filter(|p| p.1 == minority).map(|p| p.0));
        }
        found.sort_unstable();
        found
    }
}

/// Whether a face names a vertex twice.
pub(super) fn has_twin(corners: &[u32; 3]) -> bool {
    let [a, b, c] = corners;
    a == b || b == c || c == a
}

/// Disjoint sets over small numbers.
struct Sets(Vec<u32>);

impl Sets {
    fn new(count: usize) -> Self {
        Self((0..count as u32).collect())
    }

    fn root(&mut self, mut item: u32) -> u32 {
        while self.0[item as usize] != item {
            let above = self.0[self.0[item as usize] as usize];
            self.0[item as usize] = above;
            item = above;
        }
        item
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        // The smaller number wins: numbers are local in a mesh, and the trees stay flat by halving.
        self.0[a.max(b) as usize] = a.min(b);
    }
}
