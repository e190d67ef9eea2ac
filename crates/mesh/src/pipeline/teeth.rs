//! What is measured on each tooth of a segmented scan.

use crate::{Fdi, Frame, Mesh, Segmentation, Side, Vec3};
use serde::{Deserialize, Serialize};

/// One row of the table of teeth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToothRow {
    /// Tooth code.
    pub fdi: Fdi,
    /// How sure the machine is of extent and number together, 0 to 1.
    pub confidence: f32,
    /// Triangles.
    pub faces: usize,
    /// Scanned surface in mm².
    pub area_mm2: f32,
    /// Centre of the surface, in scan coordinates (mm).
    pub centroid: Vec3,
    /// Smallest corner of the bounding box, in scan coordinates (mm).
    pub low: Vec3,
    /// Largest corner of the bounding box, in scan coordinates (mm).
    pub high: Vec3,
    /// Extent along the arch in mm, where the direction of the arch is the line between the neighbours' centres: close
    /// to the mesiodistal width of a tooth that stands straight.
    pub width_mm: f32,
}

/// Measures every tooth.
#[must_use]
pub fn table(mesh: &Mesh, segmentation: &Segmentation, frame: &Frame) -> Vec<ToothRow> {
    let along = arch_directions(segmentation, frame);
    let mut rows: Vec<ToothRow> = segmentation
        .teeth
        .iter()
        .map(|tooth| ToothRow {
            fdi: tooth.fdi,
            confidence: tooth.confidence,
            faces: tooth.faces,
            area_mm2: tooth.area,
            centroid: tooth.centroid,
            low: tooth.centroid,
            high: tooth.centroid,
            width_mm: 0.0,
        })
        .collect();
    let mut row_of = [None; 100];
    for (row, tooth) in segmentation.teeth.iter().enumerate() {
        row_of[usize::from(tooth.fdi.code())] = Some(row);
    }
    let mut widths = vec![(f32::INFINITY, f32::NEG_INFINITY); rows.len()];
    for (corners, &label) in mesh.faces.iter().zip(&segmentation.face_labels) {
        let Some(index) = row_of.get(usize::from(label)).copied().flatten() else {
            continue;
        };
        let (row, width) = (&mut rows[index], &mut widths[index]);
        for place in corners.map(|v| mesh.positions[v as usize]) {
            let distance = place.dot(along[index]);
            *width = (width.0.min(distance), width.1.max(distance));
            row.low = Vec3(std::array::from_fn(|k| row.low[k].min(place[k])));
            row.high = Vec3(std::array::from_fn(|k| row.high[k].max(place[k])));
        }
    }
    for (row, (low, high)) in rows.iter_mut().zip(widths) {
        row.width_mm = (high - low).max(0.0);
    }
    rows
}

/// Direction of the arch at every tooth, flat in the occlusal plane.
fn arch_directions(segmentation: &Segmentation, frame: &Frame) -> Vec<Vec3> {
    let teeth = &segmentation.teeth;
    let mut order: Vec<usize> = (0..teeth.len()).collect();
    order.sort_by_key(|&i| place_in_arch(teeth[i].fdi));
    let mut directions = vec![frame.left; teeth.len()];
    for (rank, &tooth) in order.iter().enumerate() {
        let before = order[rank.saturating_sub(1)];
        let after = order[(rank + 1).min(order.len() - 1)];
        let line = teeth[after].centroid - teeth[before].centroid;
        let flat = (line - frame.superior * line.dot(frame.superior)).normalized();
        if flat != Vec3::ZERO {
            directions[tooth] = flat;
        }
    }
    directions
}

/// Teeth counted from the patient's right to the left.
fn place_in_arch(fdi: Fdi) -> i16 {
    let position = i16::from(fdi.position());
    if fdi.side() == Side::Right { -position } else { position }
}
