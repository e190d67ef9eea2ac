//! From the faces of the welded surface back to the faces and vertices of the input file.

use crate::format::Scan;
use crate::{Jaw, Tooth};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The labels of a scan, as `labels.json` holds them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LabelsFile {
    /// The jaw.
    pub jaw: Jaw,
    /// FDI code of every vertex of the file in its order, 0 for gum: what most of its faces have, the smaller code
    /// where as many have another. Absent where the format has no vertices (STL).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vertex_labels: Option<Vec<u16>>,
    /// FDI code of every face of the file in its order, 0 for gum; a polygon has what most of its triangles have.
    pub face_labels: Vec<u16>,
    /// How sure each tooth is, 0 to 1, by FDI code.
    pub confidence: BTreeMap<u16, f32>,
}

impl LabelsFile {
    /// Carries the labels of triangles over to the file they came from.
    #[must_use]
    pub fn new(scan: &Scan, jaw: Jaw, triangle_labels: &[u16], teeth: &[Tooth]) -> Self {
        let by_face = scan.face_of.iter().copied().zip(triangle_labels.iter().copied());
        let by_vertex = || {
            let corners = scan.mesh.faces.iter().zip(triangle_labels);
            majority(scan.mesh.positions.len(), corners.flat_map(|(face, &l)| face.map(|v| (v, l))))
        };
        Self {
            jaw,
            vertex_labels: scan.format.has_vertices().then(by_vertex),
            face_labels: majority(scan.input_faces as usize, by_face),
            confidence: teeth.iter().map(|tooth| (tooth.fdi.code(), tooth.confidence)).collect(),
        }
    }
}

/// The most frequent label of each of `count` items, the smaller of equals; 0 for an item without votes.
fn majority(count: usize, votes: impl Iterator<Item = (u32, u16)>) -> Vec<u16> {
    let mut votes: Vec<u64> = votes.map(|(item, label)| u64::from(item) << 16 | u64::from(label)).collect();
    votes.sort_unstable();
    let mut labels = vec![0; count];
    for item in votes.chunk_by(|a, b| a >> 16 == b >> 16) {
        let mut best = (0, 0);
        for same in item.chunk_by(|a, b| a == b) {
            if same.len() > best.0 {
                best = (same.len(), same[0] as u16);
            }
        }
        labels[(item[0] >> 16) as usize] = best.1;
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_label_wins_and_the_smaller_of_equals() {
        let votes = [(0, 11), (0, 12), (0, 12), (1, 21), (1, 11), (3, 48)];
        assert_eq!(majority(4, votes.into_iter()), [12, 11, 0, 48]);
    }
}
