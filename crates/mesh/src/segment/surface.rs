//! The differential side of a mesh: smoothed normals, how sharply it bends inwards, which face borders which.

use crate::geometry::Vec3;
use crate::mesh::Mesh;
use std::collections::HashMap;

/// Width over which normals are smoothed, in mm: less than the gap between teeth, more than scanner noise.
const SMOOTHING: f32 = 0.5;

/// Two faces that share an edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Border {
    pub(crate) faces: [u32; 2],
    /// Length of the shared edge in mm.
    pub(crate) length: f32,
    /// Distance of the two centres in mm.
    pub(crate) distance: f32,
    /// Curvature from one face to the other in 1/mm: positive where the surface bends outwards.
    pub(crate) bend: f32,
}

/// A mesh with its derived fields.
pub(crate) struct Surface {
    pub(crate) mesh: Mesh,
    pub(crate) centres: Vec<Vec3>,
    pub(crate) areas: Vec<f32>,
    pub(crate) borders: Vec<Border>,
    /// Sharpest inward bend of each face, 1/mm, zero or more.
    pub(crate) crease: Vec<f32>,
}

impl Surface {
    /// Derive the fields of a mesh.
    pub(crate) fn new(mesh: Mesh) -> Self {
        let links = links(&mesh);
        let vertex_normals = smooth_normals(&mesh, &links);
        let vertex_crease = creases(&mesh, &links, &vertex_normals);
        let n = mesh.faces.len();
        let centres: Vec<Vec3> = (0..n).map(|f| mesh.face_centre(f)).collect();
        let normals: Vec<Vec3> = mesh
            .faces
            .iter()
            .map(|f| f.iter().fold(Vec3::ZERO, |s, &v| s + vertex_normals[v as usize]).normalized())
            .collect();
        let areas = (0..n).map(|f| mesh.face_normal(f).length() / 2.0).collect();
        let crease = mesh
            .faces
            .iter()
            .map(|f| f.iter().map(|&v| vertex_crease[v as usize]).sum::<f32>() / 3.0)
            .collect();
        let borders = borders(&mesh, &centres, &normals);
        Self { mesh, centres, areas, borders, crease }
    }
}

/// Every edge once, as pairs of vertices, sorted.
fn links(mesh: &Mesh) -> Vec<[u32; 2]> {
    let mut links: Vec<[u32; 2]> = mesh
        .faces
        .iter()
        .flat_map(|&[a, b, c]| [[a.min(b), a.max(b)], [b.min(c), b.max(c)], [c.min(a), c.max(a)]])
        .collect();
    links.sort_unstable();
    links.dedup();
    links
}

fn smooth_normals(mesh: &Mesh, links: &[[u32; 2]]) -> Vec<Vec3> {
    let mut normals = mesh.vertex_normals();
    let total: f32 =
        links.iter().map(|&[a, b]| (mesh.positions[a as usize] - mesh.positions[b as usize]).length()).sum();
    let step = total / links.len().max(1) as f32;
    // One averaging round over a ring of neighbours spreads by about the edge length over the square root of two.
    let rounds = (2.0 * (SMOOTHING / step.max(1e-3)).powi(2)).round().clamp(1.0, 12.0) as usize;
    for _ in 0..rounds {
        let mut sums: Vec<Vec3> = normals.iter().map(|&n| n * 2.0).collect();
        for &[a, b] in links {
            sums[a as usize] = sums[a as usize] + normals[b as usize];
            sums[b as usize] = sums[b as usize] + normals[a as usize];
        }
        normals = sums.into_iter().map(Vec3::normalized).collect();
    }
    normals
}

/// Inward principal curvature of every vertex from a least-squares shape operator over its edges; zero where convex.
fn creases(mesh: &Mesh, links: &[[u32; 2]], normals: &[Vec3]) -> Vec<f32> {
    // Per vertex: normal equations of k(angle) = e cos² + 2 f cos sin + g sin².
    let mut sums = vec![[0.0f32; 9]; mesh.positions.len()];
    for &[a, b] in links {
        let (a, b) = (a as usize, b as usize);
        let d = mesh.positions[b] - mesh.positions[a];
        let squared = d.dot(d);
        if squared < 1e-10 {
            continue;
        }
        let k = (normals[b] - normals[a]).dot(d) / squared;
        for v in [a, b] {
            let (x, y) = tangents(normals[v]);
            let (u, w) = (d.dot(x), d.dot(y));
            let r = (u * u + w * w).max(1e-10);
            let row = [u * u / r, 2.0 * u * w / r, w * w / r];
            let s = &mut sums[v];
            s[0] += row[0] * row[0];
            s[1] += row[0] * row[1];
            s[2] += row[0] * row[2];
            s[3] += row[1] * row[1];
            s[4] += row[1] * row[2];
            s[5] += row[2] * row[2];
            s[6] += row[0] * k;
            s[7] += row[1] * k;
            s[8] += row[2] * k;
        }
    }
    sums.iter()
        .map(|s| {
            let (a, b, c, d, e, f) = (s[0] + 0.05, s[1], s[2], s[3] + 0.05, s[4], s[5] + 0.05);
            let det = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d);
            if det.abs() < 1e-9 {
                return 0.0;
            }
            let e1 = (s[6] * (d * f - e * e) - b * (s[7] * f - s[8] * e) + c * (s[7] * e - s[8] * d)) / det;
            let f1 = (a * (s[7] * f - s[8] * e) - s[6] * (b * f - c * e) + c * (b * s[8] - c * s[7])) / det;
            let g1 = (a * (d * s[8] - e * s[7]) - b * (b * s[8] - c * s[7]) + s[6] * (b * e - c * d)) / det;
            let least = (e1 + g1) / 2.0 - (((e1 - g1) / 2.0).powi(2) + f1 * f1).sqrt();
            (-least).clamp(0.0, 4.0)
        })
        .collect()
}

fn tangents(n: Vec3) -> (Vec3, Vec3) {
    let helper = if n[0].abs() < 0.7 { Vec3::new(1.0, 0.0, 0.0) } else { Vec3::new(0.0, 1.0, 0.0) };
    let x = n.cross(helper).normalized();
    (x, n.cross(x))
}

fn borders(mesh: &Mesh, centres: &[Vec3], normals: &[Vec3]) -> Vec<Border> {
    let mut open: HashMap<[u32; 2], u32> = HashMap::with_capacity(mesh.faces.len());
    let mut borders = Vec::with_capacity(mesh.faces.len() * 3 / 2);
    for (i, &[a, b, c]) in mesh.faces.iter().enumerate() {
        for [a, b] in [[a, b], [b, c], [c, a]] {
            let Some(j) = open.insert([a.min(b), a.max(b)], i as u32) else {
                continue;
            };
            let j = j as usize;
            let d = centres[i] - centres[j];
            let distance = d.length().max(1e-3);
            borders.push(Border {
                faces: [j as u32, i as u32],
                length: (mesh.positions[a as usize] - mesh.positions[b as usize]).length(),
                distance,
                bend: (normals[i] - normals[j]).dot(d) / (distance * distance),
            });
        }
    }
    borders
}
