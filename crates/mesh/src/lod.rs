//! Levels of detail: the same surface and segments with fewer faces.

use crate::{Mesh, Vec3};
use meshopt::{SimplifyOptions, simplify_with_locks_decoder};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Farthest that a reduced surface may stray from the original, in mm: no level may lose a cusp.
const MAX_ERROR: f32 = 0.5;

/// Reduces a labelled surface to about `target` faces by edge collapse (meshoptimizer), each segment for itself.
/// Vertices on borders between segments stay where they are, so segments keep fitting each other without cracks and
/// every face keeps its label. Where the borders, or an error above 0.5 mm, forbid it, more faces than wanted remain.
#[must_use]
pub fn reduce(mesh: &Mesh, face_labels: &[u16], target: usize) -> (Mesh, Vec<u16>) {
    let keep = target as f64 / mesh.faces.len().max(1) as f64;
    let mut segments = BTreeMap::<u16, Vec<u32>>::new();
    for (corners, &label) in mesh.faces.iter().zip(face_labels) {
        segments.entry(label).or_default().extend(corners);
    }
    let locks = border_vertices(mesh, face_labels);
    let positions: Vec<[f32; 3]> = mesh.positions.iter().map(|p| p.0).collect();
    let options = SimplifyOptions::Sparse | SimplifyOptions::ErrorAbsolute;
    let reduced: Vec<(u16, Vec<u32>)> = segments
        .into_par_iter()
        .map(|(label, indices)| {
            let target = (indices.len() as f64 / 3.0 * keep) as usize * 3;
            (
                label,
                simplify_with_locks_decoder(&indices, &positions, &locks, target, MAX_ERROR, options, None),
            )
        })
        .collect();
    compact(mesh, &reduced)
}

/// Which vertices touch faces of two labels.
fn border_vertices(mesh: &Mesh, face_labels: &[u16]) -> Vec<bool> {
    let mut label_of = vec![None; mesh.positions.len()];
    let mut border = vec![false; mesh.positions.len()];
    for (corners, &label) in mesh.faces.iter().zip(face_labels) {
        for &v in corners {
            border[v as usize] |= *label_of[v as usize].get_or_insert(label) != label;
        }
    }
    border
}

/// A mesh of the vertices still in use.
fn compact(mesh: &Mesh, segments: &[(u16, Vec<u32>)]) -> (Mesh, Vec<u16>) {
    let mut number_of = vec![u32::MAX; mesh.positions.len()];
    let mut positions: Vec<Vec3> = Vec::new();
    let mut faces = Vec::new();
    let mut labels = Vec::new();
    for (label, indices) in segments {
        for corners in indices.as_chunks::<3>().0 {
            faces.push(corners.map(|v| {
                let number = &mut number_of[v as usize];
                if *number == u32::MAX {
                    *number = positions.len() as u32;
                    positions.push(mesh.positions[v as usize]);
                }
                *number
            }));
            labels.push(*label);
        }
    }
    (Mesh { positions, faces }, labels)
}
