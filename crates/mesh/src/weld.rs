//! Joining the vertices that lie on one place, so that triangles know their neighbours.

use crate::{Mesh, Vec3};

/// A mesh whose vertices were joined. Faces stay as many and in the order they were; one whose corners were joined
/// names a vertex twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Welded {
    /// The joined surface. Vertices stand in the order in which each place first occurs.
    pub mesh: Mesh,
    /// Joined vertex of every input vertex.
    pub vertex_of: Vec<u32>,
}

/// Joins vertices that lie within `tolerance` millimetres of the first of their kind; zero joins equal ones only
/// (0 and -0 are equal). Of any two vertices that remain, neither is within the tolerance of the other.
#[must_use]
pub fn weld(mesh: &Mesh, tolerance: f32) -> Welded {
    let (mut positions, mut vertex_of) = equal(&mesh.positions);
    if tolerance > 0.0 {
        let (fewer, number_of) = within(&positions, tolerance);
        vertex_of.iter_mut().for_each(|v| *v = number_of[*v as usize]);
        positions = fewer;
    }
    let faces = mesh.faces.iter().map(|face| face.map(|v| vertex_of[v as usize])).collect();
    Welded { mesh: Mesh { positions, faces }, vertex_of }
}

/// An open-addressing table from places to vertex numbers. Slots hold numbers only: keys are looked up in the vertex
/// list, which keeps the table small enough for the cache.
struct Table {
    slots: Vec<u32>,
    filled: usize,
}

const VACANT: u32 = u32::MAX;

impl Table {
    fn with_capacity(entries: usize) -> Self {
        Self { slots: vec![VACANT; (2 * entries).next_power_of_two().max(64)], filled: 0 }
    }

    /// The first number stored under `hash`, or under one that collides with it, that `is` accepts; else the vacant
    /// slot behind them all. There always is one: at most half of the slots are filled.
    fn find(&self, hash: u64, mut is: impl FnMut(u32) -> bool) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        // The high bits of a multiplicative hash are the mixed ones.
        let mut slot = (hash >> 32) as usize & mask;
        loop {
            match self.slots[slot] {
                VACANT => return Err(slot),
                number if is(number) => return Ok(number),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// Stores a number in a vacant slot; makes room when half is filled, by `hash_of` each number.
    fn insert(&mut self, slot: usize, number: u32, hash_of: impl Fn(u32) -> u64) {
        self.slots[slot] = number;
        self.filled += 1;
        if 2 * self.filled > self.slots.len() {
            let vacant = vec![VACANT; 4 * self.slots.len()];
            for number in std::mem::replace(&mut self.slots, vacant).into_iter().filter(|&n| n != VACANT) {
                if let Err(slot) = self.find(hash_of(number), |_| false) {
                    self.slots[slot] = number;
                }
            }
        }
    }
}

/// Mixes three words by multiplication and rotation.
fn hash(words: [u32; 3]) -> u64 {
    const K: u64 = 0x9e37_79b9_7f4a_7c15;
    let low = (u64::from(words[0]) << 32 | u64::from(words[1])).wrapping_mul(K);
    let all = (low.rotate_left(29) ^ u64::from(words[2])).wrapping_mul(K);
    all ^ (all >> 29)
}

/// Bits of a place; adding zero turns -0 into 0.
fn bits(p: Vec3) -> [u32; 3] {
    p.0.map(|c| (c + 0.0).to_bits())
}

fn equal(input: &[Vec3]) -> (Vec<Vec3>, Vec<u32>) {
    let mut positions: Vec<Vec3> = Vec::new();
    let mut table = Table::with_capacity(input.len() / 4);
    let map = input
        .iter()
        .map(|&p| {
            let key = bits(p);
            table.find(hash(key), |n| bits(positions[n as usize]) == key).unwrap_or_else(|slot| {
                positions.push(p);
                let number = positions.len() as u32 - 1;
                table.insert(slot, number, |n| hash(bits(positions[n as usize])));
                number
            })
        })
        .collect();
    (positions, map)
}

/// Cells for the search within a tolerance, this many tolerances wide: wide enough that most places lie clear of a cell's
/// walls and need one look-up, narrow enough that a cell holds few vertices.
const CELL: f64 = 8.0;

/// Cell of a coordinate moved by `shift`, on a grid of cells `side` wide.
fn cell(coordinate: f32, shift: f64, side: f64) -> i64 {
    // Far out the step between neighbouring numbers exceeds the tolerance: there, only equal coordinates share a cell.
    const FAR: f64 = (1u64 << 40) as f64;
    let steps = (f64::from(coordinate) + shift) / side;
    if steps.abs() < FAR { steps.floor() as i64 } else { i64::from(coordinate.to_bits()) }
}

fn within(input: &[Vec3], tolerance: f32) -> (Vec<Vec3>, Vec<u32>) {
    let side = CELL * f64::from(tolerance);
    let reach = f64::from(tolerance) * (1.0 + 1e-6);
    let cell_hash = |c: [i64; 3]| hash(c.map(|k| k as u32));
    let home = |p: Vec3| cell_hash(p.0.map(|c| cell(c, 0.0, side)));
    let mut positions: Vec<Vec3> = Vec::new();
    let mut table = Table::with_capacity(input.len());
    let mut map = Vec::with_capacity(input.len());
    for &p in input {
        let [xs, ys, zs] = p.0.map(|c| cell(c, -reach, side)..=cell(c, reach, side));
        let mut nearest: Option<(f32, u32)> = None;
        for (x, y, z) in xs.flat_map(|x| {
            let zs = zs.clone();
            ys.clone().flat_map(move |y| zs.clone().map(move |z| (x, y, z)))
        }) {
            // Walks the whole run of candidates; none is accepted, the nearest is remembered.
            let _ = table.find(cell_hash([x, y, z]), |n| {
                let distance = (positions[n as usize] - p).length();
                if distance <= tolerance && nearest.is_none_or(|(best, _)| distance < best) {
                    nearest = Some((distance, n));
                }
                false
            });
        }
        map.push(nearest.map_or_else(
            || {
                positions.push(p);
                let number = positions.len() as u32 - 1;
                if let Err(slot) = table.find(home(p), |_| false) {
                    table.insert(slot, number, |n| home(positions[n as usize]));
                }
                number
            },
            |(_, number)| number,
        ));
    }
    (positions, map)
}
