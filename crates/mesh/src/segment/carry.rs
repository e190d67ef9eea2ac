//! From the stand-in back to every face of the scan.

use super::score::Scores;
use super::surface::Surface;
use crate::Vec3;
use crate::mesh::Mesh;
use std::collections::HashMap;

/// Side of the cells in which near faces are sought, mm.
const CELL: f32 = 1.0;

/// Class and certainty of every face of `mesh`.
pub(crate) fn carry(mesh: &Mesh, surface: &Surface, scores: &[Scores]) -> Vec<(u8, f32)> {
    let decided: Vec<(u8, f32)> = scores.iter().map(decide).collect();
    let decided = connected(surface, decided);
    if mesh.faces.len() == decided.len() {
        return decided;
    }
    let cell = |p: Vec3| p.0.map(|c| (c / CELL).floor() as i32);
    let mut grid: HashMap<[i32; 3], Vec<u32>> = HashMap::new();
    for (i, &c) in surface.centres.iter().enumerate() {
        grid.entry(cell(c)).or_default().push(i as u32);
    }
    (0..mesh.faces.len())
        .map(|face| {
            let centre = mesh.face_centre(face);
            let [x, y, z] = cell(centre);
            let near = (-1..=1)
                .flat_map(|i| (-1..=1).flat_map(move |j| (-1..=1).map(move |k| [x + i, y + j, z + k])))
                .filter_map(|key| grid.get(&key))
                .flatten()
                .map(|&i| {
                    let d = surface.centres[i as usize] - centre;
                    (d.dot(d), i)
                })
                .min_by(|a, b| a.0.total_cmp(&b.0));
            near.map_or((0, 0.0), |(_, i)| decided[i as usize])
        })
        .collect()
}

fn decide(scores: &Scores) -> (u8, f32) {
    let total: f32 = scores.iter().map(|s| s.max(0.0)).sum();
    let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b])).unwrap_or(0);
    (best as u8, if total > 0.0 { scores[best].max(0.0) / total } else { 0.0 })
}

/// Each class keeps its largest piece; what lies apart becomes no tooth.
fn connected(surface: &Surface, mut decided: Vec<(u8, f32)>) -> Vec<(u8, f32)> {
    let mut parent: Vec<u32> = (0..decided.len() as u32).collect();
    fn root(parent: &mut [u32], mut i: u32) -> u32 {
        while parent[i as usize] != i {
            parent[i as usize] = parent[parent[i as usize] as usize];
            i = parent[i as usize];
        }
        i
    }
    for border in &surface.borders {
        let [a, b] = border.faces;
        if decided[a as usize].0 == decided[b as usize].0 {
            let (a, b) = (root(&mut parent, a), root(&mut parent, b));
            parent[a as usize] = b;
        }
    }
    let mut area = vec![0.0f32; decided.len()];
    for i in 0..decided.len() {
        area[root(&mut parent, i as u32) as usize] += surface.areas[i];
    }
    let mut largest: HashMap<u8, (f32, u32)> = HashMap::new();
    for i in 0..decided.len() as u32 {
        let r = root(&mut parent, i);
        let entry = largest.entry(decided[i as usize].0).or_insert((-1.0, r));
        if area[r as usize] > entry.0 {
            *entry = (area[r as usize], r);
        }
    }
    for (i, face) in decided.iter_mut().enumerate() {
        let r = root(&mut parent, i as u32);
        if largest.get(&face.0).is_some_and(|&(_, kept)| kept != r) {
            face.0 = 0;
        }
    }
    decided
}
