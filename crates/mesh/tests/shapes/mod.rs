//! Simple surfaces for the tests.
#![allow(dead_code, reason = "every test file takes the shapes it needs")]

use mesh::{Mesh, Vec3};

/// An open dome of radius 30 mm, finely meshed: `rings` rows of `around` quads, split in two, and a fan at the pole.
pub fn dome(rings: u32, around: u32) -> Mesh {
    let mut positions = vec![Vec3::new(0.0, 0.0, 30.0)];
    for ring in 1..=rings {
        let polar = std::f32::consts::FRAC_PI_2 * ring as f32 / rings as f32;
        for step in 0..around {
            let turn = std::f32::consts::TAU * step as f32 / around as f32;
            positions.push(Vec3::new(polar.sin() * turn.cos(), polar.sin() * turn.sin(), polar.cos()) * 30.0);
        }
    }
    let at = |ring: u32, step: u32| 1 + (ring - 1) * around + step % around;
    let mut faces: Vec<[u32; 3]> = (0..around).map(|s| [0, at(1, s), at(1, s + 1)]).collect();
    for ring in 1..rings {
        for s in 0..around {
            faces.push([at(ring, s), at(ring + 1, s), at(ring + 1, s + 1)]);
            faces.push([at(ring, s), at(ring + 1, s + 1), at(ring, s + 1)]);
        }
    }
    Mesh { positions, faces }
}

/// The cube with corners at 0 and 1, closed, wound outwards.
pub fn cube() -> Mesh {
    let positions = (0..8u8).map(|i| Vec3(std::array::from_fn(|k| f32::from(i >> k & 1)))).collect();
    let quads: [[u32; 4]; 6] =
        [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]];
    let faces = quads.iter().flat_map(|&[a, b, c, d]| [[a, b, c], [a, c, d]]).collect();
    Mesh { positions, faces }
}

/// The same surface with three vertices of its own for every face, as an STL holds it.
pub fn soup(mesh: &Mesh) -> Mesh {
    let positions: Vec<Vec3> = (0..mesh.faces.len()).flat_map(|f| mesh.corners(f)).collect();
    let faces = (0..mesh.faces.len() as u32).map(|f| [3 * f, 3 * f + 1, 3 * f + 2]).collect();
    Mesh { positions, faces }
}
