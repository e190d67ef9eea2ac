//! The surface of an implicit solid as triangles: surface nets (Gibson 1998), one vertex for each cell the surface crosses,
//! evaluated only in the blocks it can reach.

use crate::geometry::Vec3;
use crate::mesh::Mesh;
use std::collections::HashMap;

/// Cells along the side of a block.
const BLOCK: usize = 8;
/// The steepest slope the solid's values may have, per mm.
const STEEPEST: f32 = 2.0;

/// A box cut into cubes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lattice {
    pub(super) low: Vec3,
    pub(super) high: Vec3,
    pub(super) cell: f32,
}

/// Triangles of the zero level of `value` (negative inside), normals outwards.
pub(super) fn surface(lattice: &Lattice, value: &dyn Fn(Vec3) -> f32) -> Mesh {
    let cell = lattice.cell;
    let counts: [usize; 3] = std::array::from_fn(|k| {
        ((lattice.high[k] - lattice.low[k]) / (cell * BLOCK as f32)).ceil().max(1.0) as usize
    });
    let at = |i: [usize; 3]| Vec3(std::array::from_fn(|k| lattice.low[k] + i[k] as f32 * cell));
    let reach = cell * BLOCK as f32 * 0.87 * STEEPEST;
    let mut mesh = Mesh::default();
    let mut vertex_of: HashMap<[u32; 3], u32> = HashMap::new();
    let mut crossings: Vec<([u32; 3], usize, bool)> = Vec::new();
    let mut values = vec![0.0f32; (BLOCK + 1).pow(3)];
    let slot = |i: usize, j: usize, k: usize| (k * (BLOCK + 1) + j) * (BLOCK + 1) + i;
    for bz in 0..counts[2] {
        for by in 0..counts[1] {
            for bx in 0..counts[0] {
                let base = [bx * BLOCK, by * BLOCK, bz * BLOCK];
                let half = cell * BLOCK as f32 / 2.0;
                if value(at(base) + Vec3::new(half, half, half)).abs() > reach {
                    continue;
                }
                for k in 0..=BLOCK {
                    for j in 0..=BLOCK {
                        for i in 0..=BLOCK {
                            values[slot(i, j, k)] = value(at([base[0] + i, base[1] + j, base[2] + k]));
                        }
                    }
                }
                for k in 0..BLOCK {
                    for j in 0..BLOCK {
                        for i in 0..BLOCK {
                            let corner = |c: usize| values[slot(i + (c & 1), j + (c >> 1 & 1), k + (c >> 2))];
                            let here = [base[0] + i, base[1] + j, base[2] + k];
                            if let Some(offset) = crossing_mean(corner) {
                                vertex_of.insert(here.map(|c| c as u32), mesh.positions.len() as u32);
                                mesh.positions.push(at(here) + offset * cell);
                                for axis in 0..3 {
                                    let (a, b) = (corner(0), corner(1 << axis));
                                    if (a < 0.0) != (b < 0.0) {
                                        crossings.push((here.map(|c| c as u32), axis, a < 0.0));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    for (here, axis, outwards) in crossings {
        let (u, v) = ((axis + 1) % 3, (axis + 2) % 3);
        let step = |du: u32, dv: u32| {
            let mut at = here;
            at[u] = at[u].checked_sub(du)?;
            at[v] = at[v].checked_sub(dv)?;
            vertex_of.get(&at).copied()
        };
        let (Some(a), Some(b), Some(c), Some(d)) = (step(0, 0), step(1, 0), step(1, 1), step(0, 1)) else {
            continue;
        };
        let [b, d] = if outwards { [b, d] } else { [d, b] };
        mesh.faces.extend([[a, b, c], [a, c, d]]);
    }
    mesh
}

/// Mean of the places where the surface crosses a cube's edges, in cube lengths; `None` where it does not.
fn crossing_mean(corner: impl Fn(usize) -> f32) -> Option<Vec3> {
    let (mut sum, mut n) = (Vec3::ZERO, 0.0f32);
    for from in 0..8usize {
        for axis in 0..3 {
            let to = from | 1 << axis;
            if to == from {
                continue;
            }
            let (a, b) = (corner(from), corner(to));
            if (a < 0.0) != (b < 0.0) {
                let share = |k: usize| {
                    if k == axis { a / (a - b) } else { (from >> k & 1) as f32 }
                };
                sum = sum + Vec3::new(share(0), share(1), share(2));
                n += 1.0;
            }
        }
    }
    (n > 0.0).then(|| sum / n)
}
