//! Synthetic arches: lifelike labelled scans of nobody, for the demo, tests and benchmarks.
//!
//! Crowns with cusps, fissures and incisal edges stand along an arch curve in a scalloped gum, as one implicit solid; its
//! surface is cut where a scanner would have stopped. The same specification gives the same mesh everywhere.

mod crown;
mod jaw;
mod nets;
mod random;

use crate::geometry::{Frame, Vec3};
use crate::mesh::Mesh;
use crate::orient::axes::Axes;
use crate::{Fdi, Jaw};
use nets::Lattice;
use random::Random;

/// What arch to make.
#[derive(Debug, Clone, PartialEq)]
pub struct ArchSpec {
    /// Upper or lower.
    pub jaw: Jaw,
    /// Everything that varies between mouths follows from it.
    pub seed: u64,
    /// Faces wanted, 2,000 to 2,000,000; met within a few percent.
    pub faces: usize,
    /// Teeth that are not there, their space left open.
    pub missing: Vec<Fdi>,
    /// Whether third molars are there.
    pub third_molars: bool,
    /// Irregularity of the row, 0 (none) to 1 (teeth turned and displaced by millimetres).
    pub crowding: f32,
    /// Width of the arch against the usual, about 0.9 to 1.1.
    pub width: f32,
    /// Deviation of vertices along their normals, mm; a good scanner has about 0.01.
    pub noise: f32,
}

impl ArchSpec {
    /// A full arch of fourteen teeth with a little irregularity, 100,000 faces.
    #[must_use]
    pub fn new(jaw: Jaw, seed: u64) -> Self {
        Self {
            jaw,
            seed,
            faces: 100_000,
            missing: Vec::new(),
            third_molars: false,
            crowding: 0.25,
            width: 1.0,
            noise: 0.01,
        }
    }
}

/// A synthetic scan with its true labels.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelledArch {
    /// The surface, occlusal side at +z, front at +y.
    pub mesh: Mesh,
    /// FDI code of every face, 0 on gum.
    pub face_labels: Vec<u16>,
    /// Upper or lower.
    pub jaw: Jaw,
    /// The true frame.
    pub frame: Frame,
}

/// Make an arch. Half a second for 60,000 faces, most of it the evaluation of the solid.
#[must_use]
pub fn arch(spec: &ArchSpec) -> LabelledArch {
    let solid = jaw::Solid::new(spec);
    let (low, high) = solid.bounds();
    let wanted = spec.faces.clamp(2_000, 2_000_000) as f32;
    let build = |cell: f32| {
        let mesh = nets::surface(&Lattice { low, high, cell }, &|p| solid.value(p));
        seen(&solid, mesh)
    };
    // A coarse trial tells the area, hence the cell that gives the faces wanted.
    let trial_cell = 0.8;
    let trial = build(trial_cell);
    let mut mesh = build(trial_cell * (trial.faces.len() as f32 / wanted).sqrt());
    let face_labels =
        (0..mesh.faces.len()).map(|f| solid.label(mesh.face_centre(f)).map_or(0, Fdi::code)).collect();
    let mut random = Random::new(spec.seed ^ 0x006e_6f69_7365);
    for (p, n) in mesh.vertex_normals().into_iter().enumerate() {
        mesh.positions[p] = mesh.positions[p] + n * (spec.noise * random.normal());
    }
    let axes = Axes {
        origin: Vec3::ZERO,
        x: Vec3::new(1.0, 0.0, 0.0),
        y: Vec3::new(0.0, 1.0, 0.0),
        z: Vec3::new(0.0, 0.0, 1.0),
    };
    LabelledArch { mesh, face_labels, jaw: spec.jaw, frame: axes.frame(spec.jaw) }
}

/// The largest connected part of the faces the scanner saw, without unused vertices.
fn seen(solid: &jaw::Solid, mut mesh: Mesh) -> Mesh {
    let visible: Vec<bool> = mesh.positions.iter().map(|&p| solid.seen(p)).collect();
    mesh.faces.retain(|f| f.iter().all(|&v| visible[v as usize]));
    let mut parent: Vec<u32> = (0..mesh.positions.len() as u32).collect();
    let root = |parent: &mut Vec<u32>, mut v: u32| {
        while parent[v as usize] != v {
            parent[v as usize] = parent[parent[v as usize] as usize];
            v = parent[v as usize];
        }
        v
    };
    for &[a, b, c] in &mesh.faces {
        for (a, b) in [(a, b), (b, c)] {
            let (a, b) = (root(&mut parent, a), root(&mut parent, b));
            parent[a as usize] = b;
        }
    }
    let mut sizes = vec![0u32; mesh.positions.len()];
    for f in &mesh.faces {
        sizes[root(&mut parent, f[0]) as usize] += 1;
    }
    let largest = (0..sizes.len() as u32).max_by_key(|&v| sizes[v as usize]).unwrap_or(0);
    mesh.faces.retain(|f| root(&mut parent, f[0]) == largest);
    let mut renamed = vec![u32::MAX; mesh.positions.len()];
    let mut positions = Vec::new();
    for v in mesh.faces.iter_mut().flatten() {
        let name = &mut renamed[*v as usize];
        if *name == u32::MAX {
            *name = positions.len() as u32;
            positions.push(mesh.positions[*v as usize]);
        }
        *v = *name;
    }
    Mesh { positions, faces: mesh.faces }
}
