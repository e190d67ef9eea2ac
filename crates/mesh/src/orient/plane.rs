//! The occlusal side and the plane through the tooth tips.

use super::axes::Axes;
use super::relief::Relief;
use crate::geometry::Vec3;
use crate::mesh::Mesh;

/// Share of the area that must face one way before a surface counts as scanned from that side.
const OPEN_SHARE: f32 = 0.08;
/// How quickly points below the plane of the tips lose weight, in mm.
const TIP_SOFTNESS: f32 = 1.5;

/// Axes with z towards the opposing teeth and z = 0 in the plane of the tooth tips, and how sure the side is.
pub(super) fn occlusal(mesh: &Mesh) -> Option<(Axes, f32)> {
    let mut total = 0.0f32;
    let (mut sum, mut centre) = (Vec3::ZERO, Vec3::ZERO);
    for face in 0..mesh.faces.len() {
        let n = mesh.face_normal(face);
        let area = n.length();
        sum = sum + n;
        centre = centre + mesh.face_centre(face) * area;
        total += area;
    }
    if total <= 0.0 {
        return None;
    }
    let centre = centre / total;
    let share = sum.length() / total;
    let (mut axes, confidence) = if share > OPEN_SHARE {
        (Axes::about(centre, sum), (share * 3.0).min(1.0))
    } else {
        closed_model(mesh, centre, total)?
    };
    for _ in 0..4 {
        axes = tip_plane(&Relief::new(&axes.apply(mesh)), &axes)?;
    }
    Some((axes, confidence))
}

/// A model with a base has no vector area: its thin direction, on the side whose relief is the rougher.
fn closed_model(mesh: &Mesh, centre: Vec3, total: f32) -> Option<(Axes, f32)> {
    let mut covariance = [[0.0f32; 3]; 3];
    for face in 0..mesh.faces.len() {
        let d = mesh.face_centre(face) - centre;
        let weight = mesh.face_normal(face).length() / total;
        for i in 0..3 {
            for j in 0..3 {
                covariance[i][j] += weight * d[i] * d[j];
            }
        }
    }
    let thin = Axes::about(centre, least_axis(covariance));
    let flipped = Axes::about(centre, -thin.z);
    let [above, below] = [&thin, &flipped].map(|axes| roughness(&Relief::new(&axes.apply(mesh))));
    let confidence = ((above - below).abs() / (above + below).max(1e-6)).min(1.0);
    Some((if above >= below { thin } else { flipped }, confidence))
}

/// Direction of least variance, by power iteration on the complement of the covariance.
fn least_axis(c: [[f32; 3]; 3]) -> Vec3 {
    let trace = c[0][0] + c[1][1] + c[2][2];
    let mut v = Vec3::new(0.58, 0.57, 0.59);
    for _ in 0..200 {
        let cv = Vec3(std::array::from_fn(|i| (0..3).map(|j| c[i][j] * v[j]).sum()));
        v = (v * trace - cv).normalized();
    }
    v
}

/// Mean bend of the relief at the scale of cusps.
fn roughness(relief: &Relief) -> f32 {
    let bends: Vec<f32> = relief
        .points()
        .step_by(7)
        .filter_map(|[x, y, z]| {
            let around: Option<Vec<f32>> = [(1.5, 0.0), (-1.5, 0.0), (0.0, 1.5), (0.0, -1.5)]
                .iter()
                .map(|(dx, dy)| relief.at(x + dx, y + dy).map(|(z, _)| z))
                .collect();
            Some((around?.iter().sum::<f32>() / 4.0 - z).abs().min(2.0))
        })
        .collect();
    bends.iter().sum::<f32>() / bends.len().max(1) as f32
}

/// Tilt and shift the axes so that z = 0 lies in the plane of the highest peaks.
fn tip_plane(relief: &Relief, axes: &Axes) -> Option<Axes> {
    let peaks = relief.peaks(3.0);
    let top = peaks.iter().map(|p| p[2]).fold(f32::NEG_INFINITY, f32::max);
    let mut plane = [0.0, 0.0, top - 2.0];
    for _ in 0..20 {
        let mut normal = [[0.0f64; 3]; 3];
        let mut right = [0.0f64; 3];
        for &[x, y, z] in &peaks {
            let r = z - (plane[0] * x + plane[1] * y + plane[2]);
            let weight = f64::from(if r > 0.0 { 1.0 } else { (r / TIP_SOFTNESS).exp() });
            let row = [f64::from(x), f64::from(y), 1.0];
            for i in 0..3 {
                for j in 0..3 {
                    normal[i][j] += weight * row[i] * row[j];
                }
                right[i] += weight * row[i] * f64::from(z);
            }
        }
        plane = solve(normal, right)?.map(|c| c as f32);
    }
    let up = (axes.z - axes.x * plane[0] - axes.y * plane[1]).normalized();
    Some(Axes::about(axes.place(Vec3::new(0.0, 0.0, plane[2])), up))
}

/// Solve three equations by Cramer's rule; `None` where they are dependent.
fn solve(m: [[f64; 3]; 3], b: [f64; 3]) -> Option<[f64; 3]> {
    let det = |m: [[f64; 3]; 3]| {
        m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1]) - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
            + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
    };
    let d = det(m);
    if d.abs() < 1e-6 {
        return None;
    }
    Some(std::array::from_fn(|k| {
        let mut replaced = m;
        for i in 0..3 {
            replaced[i][k] = b[i];
        }
        det(replaced) / d
    }))
}
