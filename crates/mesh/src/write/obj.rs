use super::segments;
use crate::{Mesh, palette};
use std::fmt::Write;

/// Wavefront OBJ with one group a segment. Faces stand by segment, not in the order of the mesh.
#[must_use]
pub fn obj(mesh: &Mesh, face_labels: &[u16]) -> Vec<u8> {
    let mut out = String::with_capacity(40 * mesh.positions.len() + 24 * mesh.faces.len());
    out.push_str("# Cuspid, millimetres; one group a segment\n");
    // Writing to memory does not fail.
    for position in &mesh.positions {
        let [x, y, z] = position.0;
        let _ = writeln!(out, "v {x} {y} {z}");
    }
    for (label, faces) in segments(face_labels) {
        let _ = writeln!(out, "g {}", palette::name(label));
        for face in faces {
            let [a, b, c] = mesh.faces[face as usize];
            let _ = writeln!(out, "f {} {} {}", a + 1, b + 1, c + 1);
        }
    }
    out.into_bytes()
}
