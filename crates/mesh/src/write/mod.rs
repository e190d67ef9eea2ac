//! Writers: a surface and its face labels in, the bytes of a file out. Labels are FDI codes, 0 for gum.

mod glb;
mod obj;
mod ply;
mod stl;

pub use glb::glb;
pub use obj::obj;
pub use ply::ply;
pub use stl::stl;

use std::collections::BTreeMap;

/// Faces of every segment, gum first, teeth by ascending code.
fn segments(face_labels: &[u16]) -> BTreeMap<u16, Vec<u32>> {
    let mut segments = BTreeMap::<u16, Vec<u32>>::new();
    for (face, &label) in face_labels.iter().enumerate() {
        segments.entry(label).or_default().push(face as u32);
    }
    segments
}
