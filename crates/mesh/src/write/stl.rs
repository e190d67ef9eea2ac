use crate::Mesh;

/// Binary STL. The format has no place for segments.
#[must_use]
pub fn stl(mesh: &Mesh) -> Vec<u8> {
    let mut out = Vec::with_capacity(84 + 50 * mesh.faces.len());
    let mut header = [b' '; 80];
    let title = b"Cuspid, binary STL, millimetres";
    header[..title.len()].copy_from_slice(title);
    out.extend(header);
    out.extend((mesh.faces.len() as u32).to_le_bytes());
    for face in 0..mesh.faces.len() {
        let mut facet = [0u8; 50];
        let [a, b, c] = mesh.corners(face);
        let rows = [mesh.face_normal(face).normalized(), a, b, c];
        for (raw, value) in facet.as_chunks_mut::<4>().0.iter_mut().zip(rows.iter().flat_map(|row| row.0)) {
            *raw = value.to_le_bytes();
        }
        out.extend(facet);
    }
    out
}
