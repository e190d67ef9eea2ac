use crate::{Mesh, palette};
use std::io::Write;

/// Binary little-endian PLY; every face carries the colour of its segment and an integer `label`.
#[must_use]
pub fn ply(mesh: &Mesh, face_labels: &[u16]) -> Vec<u8> {
    let mut out = Vec::with_capacity(400 + 12 * mesh.positions.len() + 21 * mesh.faces.len());
    let (vertices, faces) = (mesh.positions.len(), mesh.faces.len());
    // Writing to memory does not fail.
    let _ = write!(
        out,
        "ply\nformat binary_little_endian 1.0\ncomment Cuspid, millimetres; label is the FDI code, 0 is gum\n\
         element vertex {vertices}\nproperty float x\nproperty float y\nproperty float z\n\
         element face {faces}\nproperty list uchar int vertex_indices\n\
         property uchar red\nproperty uchar green\nproperty uchar blue\nproperty uchar alpha\nproperty int label\n\
         end_header\n"
    );
    for position in &mesh.positions {
        position.0.iter().for_each(|c| out.extend(c.to_le_bytes()));
    }
    let mut last = (0, palette::colour(0));
    for (corners, &label) in mesh.faces.iter().zip(face_labels) {
        if label != last.0 {
            last = (label, palette::colour(label));
        }
        let [red, green, blue] = last.1;
        out.push(3);
        corners.iter().for_each(|c| out.extend(c.to_le_bytes()));
        out.extend([red, green, blue, 255]);
        out.extend(i32::from(label).to_le_bytes());
    }
    out
}
