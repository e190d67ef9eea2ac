//! A lighter stand-in for a large mesh: vertices of one grid cell become one.

use crate::geometry::Vec3;
use crate::mesh::Mesh;
use std::collections::{HashMap, HashSet};

/// Meshes up to this many faces are worked on as they are.
const MAX_FACES: usize = 40_000;

/// The mesh to work on.
pub(crate) struct Proxy {
    pub(crate) mesh: Mesh,
}

impl Proxy {
    /// The mesh itself where it is small, else a clustered one of about `MAX_FACES` faces.
    pub(crate) fn new(mesh: &Mesh) -> Self {
        if mesh.faces.len() <= MAX_FACES {
            return Self { mesh: mesh.clone() };
        }
        let area: f32 = (0..mesh.faces.len()).map(|f| mesh.face_normal(f).length() / 2.0).sum();
        // A clustered surface has close to 1.1 vertices for each cell's worth of area, and two faces a vertex.
        let cell = (2.2 * area / MAX_FACES as f32).sqrt();
        Self { mesh: cluster(mesh, cell) }
    }
}

fn cluster(mesh: &Mesh, cell: f32) -> Mesh {
    let mut index: HashMap<[i32; 3], u32> = HashMap::new();
    let mut sums: Vec<(Vec3, f32)> = Vec::new();
    let owner: Vec<u32> = mesh
        .positions
        .iter()
        .map(|&p| {
            let key = p.0.map(|c| (c / cell).floor() as i32);
            let slot = *index.entry(key).or_insert_with(|| {
                sums.push((Vec3::ZERO, 0.0));
                sums.len() as u32 - 1
            });
            let sum = &mut sums[slot as usize];
            *sum = (sum.0 + p, sum.1 + 1.0);
            slot
        })
        .collect();
    let mut seen = HashSet::new();
    let faces = mesh
        .faces
        .iter()
        .map(|f| f.map(|v| owner[v as usize]))
        .filter(|&[a, b, c]| a != b && b != c && c != a)
        .filter(|f| {
            let mut key = *f;
            key.sort_unstable();
            seen.insert(key)
        })
        .collect();
    Mesh { positions: sums.into_iter().map(|(p, n)| p / n).collect(), faces }
}
