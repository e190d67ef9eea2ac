//! The laws of welding.

mod shapes;

use mesh::{Mesh, Vec3, weld};
use proptest::prelude::*;

/// Points on a coarse grid, so that many coincide, some a little off it.
fn points() -> impl Strategy<Value = Mesh> {
    let coordinate = (-3i8..3, prop_oneof![Just(0.0f32), -0.04f32..0.04]);
    prop::collection::vec(prop::array::uniform3(coordinate), 3..200).prop_map(|points| {
        let positions: Vec<Vec3> =
            points.iter().map(|p| Vec3(p.map(|(n, off)| f32::from(n) + off))).collect();
        let faces = (0..positions.len() as u32 / 3).map(|f| [3 * f, 3 * f + 1, 3 * f + 2]).collect();
        Mesh { positions, faces }
    })
}

#[test]
fn a_soup_becomes_the_surface_it_was() {
    let dome = shapes::dome(20, 40);
    let welded = weld(&shapes::soup(&dome), 0.0).mesh;
    assert_eq!(welded.positions.len(), dome.positions.len());
    assert_eq!(shapes::soup(&welded), shapes::soup(&dome));
}

#[test]
fn zero_and_minus_zero_are_one_place() {
    let positions = vec![Vec3::new(0.0, 1.0, 0.0), Vec3::new(-0.0, 1.0, -0.0)];
    let welded = weld(&Mesh { positions, faces: vec![[0, 1, 0]] }, 0.0);
    assert_eq!((welded.mesh.positions.len(), welded.vertex_of), (1, vec![0, 0]));
}

#[test]
fn places_far_from_the_origin_weld_only_with_their_equals() {
    let far = |x: f32| Vec3::new(x, -3e38, 1.0);
    let positions = vec![far(1e30), far(1.1e30), far(1e30)];
    let welded = weld(&Mesh { positions, faces: vec![[0, 1, 2]] }, 1e-5);
    assert_eq!(welded.vertex_of, [0, 1, 0]);
}

proptest! {
    #[test]
    fn exactly_the_equal_vertices_are_joined(mesh in points()) {
        let map = weld(&mesh, 0.0).vertex_of;
        for (a, p) in mesh.positions.iter().enumerate() {
            for (b, q) in mesh.positions.iter().enumerate() {
                prop_assert_eq!(map[a] == map[b], p == q);
            }
        }
    }

    #[test]
    fn joined_vertices_lie_within_the_tolerance_and_others_beyond_it(mesh in points(), tolerance in 1e-6f32..0.5) {
        let welded = weld(&mesh, tolerance);
        for (p, &v) in mesh.positions.iter().zip(&welded.vertex_of) {
            prop_assert!((welded.mesh.positions[v as usize] - *p).length() <= tolerance);
        }
        for (i, p) in welded.mesh.positions.iter().enumerate() {
            prop_assert!(welded.mesh.positions[..i].iter().all(|q| (*p - *q).length() > tolerance));
        }
    }

    #[test]
    fn faces_keep_their_number_and_order(mesh in points(), tolerance in prop_oneof![Just(0.0f32), 0.01f32..0.5]) {
        let welded = weld(&mesh, tolerance);
        let expected: Vec<_> = mesh.faces.iter().map(|f| f.map(|v| welded.vertex_of[v as usize])).collect();
        prop_assert_eq!(welded.mesh.faces, expected);
    }

    #[test]
    fn welding_twice_changes_nothing(mesh in points(), tolerance in prop_oneof![Just(0.0f32), 0.01f32..0.5]) {
        let once = weld(&mesh, tolerance).mesh;
        prop_assert_eq!(weld(&once, tolerance).mesh, once);
    }
}
