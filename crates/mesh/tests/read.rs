//! What the readers accept, what they refuse and how they say it.

mod shapes;

use mesh::format::{Format, Place, Scan, read};
use mesh::{Mesh, Vec3, write};
use proptest::prelude::*;

fn reads(bytes: &[u8]) -> Scan {
    read(bytes).unwrap_or_else(|error| panic!("{error}"))
}

/// Code and place of the refusal.
fn refusal(bytes: &[u8]) -> (&'static str, Place) {
    let error = read(bytes).expect_err("refused");
    (error.code(), error.place)
}

fn ascii_stl(solids: &[(&str, &Mesh)]) -> String {
    let mut text = String::new();
    for (name, mesh) in solids {
        text += &format!("solid {name}\n");
        for face in 0..mesh.faces.len() {
            text += "facet normal 0 0 0\n outer loop\n";
            for Vec3([x, y, z]) in mesh.corners(face) {
                text += &format!("  vertex {x:e} {y} {z}\n");
            }
            text += " endloop\nendfacet\n";
        }
        text += &format!("endsolid {name}\n");
    }
    text
}

const TRIANGLE_PLY: &str = "ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\n\
     element face 1\nproperty list uchar int vertex_indices\nend_header\n0 0 0\n1 0 0\n0 1 0\n3 0 1 2\n";

#[test]
fn a_binary_stl_that_begins_with_solid_is_binary() {
    let mut bytes = write::stl(&shapes::cube());
    bytes[..5].copy_from_slice(b"solid");
    assert_eq!(reads(&bytes).format, Format::StlBinary);
}

#[test]
fn every_solid_of_a_text_stl_is_read_under_its_name() {
    let cube = shapes::cube();
    let scan = reads(ascii_stl(&[("upper jaw", &cube), ("bite", &cube)]).as_bytes());
    let groups: Vec<_> = scan.groups.iter().map(|g| (g.name.as_str(), g.faces.clone())).collect();
    assert_eq!(groups, [("upper jaw", 0..12), ("bite", 12..24)]);
}

#[test]
fn keywords_of_a_text_stl_may_be_in_capitals() {
    let text = ascii_stl(&[("x", &shapes::cube())]).to_uppercase();
    assert_eq!(reads(text.as_bytes()).mesh.faces.len(), 12);
}

#[test]
fn polygons_become_fans_that_know_their_face() {
    let scan = reads(b"v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nf 1 2 3\nf 1 2 3 4\n");
    assert_eq!(scan.mesh.faces, [[0, 1, 2], [0, 1, 2], [0, 2, 3]]);
    assert_eq!((scan.face_of, scan.input_faces), (vec![0, 1, 1], 2));
}

#[test]
fn negative_indices_of_an_obj_count_back_from_the_face() {
    let scan = reads(b"v 9 9 9\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf -3//-1 -2//-1 -1//-1\n");
    assert_eq!(scan.mesh.faces, [[1, 2, 3]]);
}

#[test]
fn a_face_of_an_obj_may_name_vertices_that_follow_it() {
    assert_eq!(reads(b"f 1/1 2/2 3/3\nv 0 0 0\nv 1 0 0\nv 0 1 0\n").mesh.faces, [[0, 1, 2]]);
}

#[test]
fn a_line_of_an_obj_may_be_continued() {
    assert_eq!(reads(b"v 0 0 0\nv 1 0 \\\n0\nv 0 1 0\nf 1 2 \\\r\n3\n").mesh.faces, [[0, 1, 2]]);
}

#[test]
fn colours_of_obj_vertices_are_kept() {
    let scan = reads(b"v 0 0 0 1 0.5 0\nv 1 0 0 0 0 0\nv 0 1 0 nan 2 -1\nf 1 2 3\n");
    assert_eq!(scan.vertex_colours, [[255, 128, 0, 255], [0, 0, 0, 255], [0, 255, 0, 255]]);
}

#[test]
fn properties_of_a_ply_may_stand_in_any_order_and_number() {
    let scan = reads(
        b"ply\nformat ascii 1.0\ncomment any\nelement camera 1\nproperty list uchar float view\n\
          element vertex 3\nproperty double z\nproperty uchar red\nproperty uchar green\nproperty uchar blue\n\
          property float y\nproperty float x\nproperty list uchar uchar tags\n\
          element face 1\nproperty float quality\nproperty list uint ushort vertex_index\nproperty uchar blue\n\
          property uchar red\nproperty uchar green\nend_header\n2 0.5 0.25\n\
          0 1 2 3 0 0 0\n0 4 5 6 0 1 2 7 7\n0 7 8 9 1 0 1 3\n0.5 3 2 1 0 30 10 20\n",
    );
    assert_eq!(scan.mesh.positions, [Vec3::ZERO, Vec3::new(1.0, 0.0, 0.0), Vec3::new(0.0, 1.0, 0.0)]);
    assert_eq!(scan.mesh.faces, [[2, 1, 0]]);
    assert_eq!(scan.vertex_colours[1], [4, 5, 6, 255]);
    assert_eq!(scan.face_colours, [[10, 20, 30, 255]]);
}

#[test]
fn a_big_endian_ply_is_read() {
    let mut bytes =
        b"ply\nformat binary_big_endian 1.0\nelement vertex 3\nproperty float x\nproperty double y\n\
        property short z\nelement face 1\nproperty list ushort uint vertex_indices\nend_header\n"
            .to_vec();
    for (x, y, z) in [(0.0f32, 0.0f64, 0i16), (1.5, 0.0, 0), (0.0, 1.25, -3)] {
        bytes.extend(x.to_be_bytes());
        bytes.extend(y.to_be_bytes());
        bytes.extend(z.to_be_bytes());
    }
    bytes.extend(3u16.to_be_bytes());
    [0u32, 1, 2].iter().for_each(|i| bytes.extend(i.to_be_bytes()));
    let scan = reads(&bytes);
    assert_eq!(scan.format, Format::PlyBinaryBigEndian);
    assert_eq!(scan.mesh.positions[2], Vec3::new(0.0, 1.25, -3.0));
    assert_eq!(scan.mesh.faces, [[0, 1, 2]]);
}

#[test]
fn refusals_name_the_problem_and_the_place() {
    let stl = write::stl(&shapes::cube());
    let mut not_finite = stl.clone();
    not_finite[84 + 50 + 12..][..4].copy_from_slice(&f32::NAN.to_le_bytes());
    let mut huge = stl.clone();
    huge[80..84].copy_from_slice(&u32::MAX.to_le_bytes());
    let text = ascii_stl(&[("x", &shapes::cube())]);
    let ply = |from: &str, to: &str| TRIANGLE_PLY.replace(from, to).into_bytes();
    let cases: Vec<(&str, Vec<u8>, &str, Place)> = vec![
        ("nothing", vec![], "empty", Place::Byte(0)),
        ("a zip", b"PK\x03\x04....".to_vec(), "unsupported_format", Place::Byte(0)),
        ("prose", b"Dear colleague, the scan follows.".to_vec(), "unsupported_format", Place::Byte(0)),
        ("a binary stl cut short", stl[..400].to_vec(), "truncated", Place::Byte(400)),
        ("a binary stl of four billion", huge, "truncated", Place::Byte(stl.len())),
        ("a binary stl with NaN", not_finite, "not_finite", Place::Byte(84 + 50 + 12)),
        (
            "a text stl cut short",
            text.split_once("endloop").map(|s| s.0.into()).unwrap_or_default(),
            "truncated",
            Place::Line(7),
        ),
        (
            "a text stl with a word for a number",
            text.replacen("vertex 0e0", "vertex zero", 1).into(),
            "bad_number",
            Place::Line(4),
        ),
        (
            "a text stl with infinity",
            text.replacen("vertex 0e0", "vertex inf", 1).into(),
            "not_finite",
            Place::Line(4),
        ),
        (
            "a text stl of a light year",
            text.replacen("vertex 0e0", "vertex 9e18", 1).into(),
            "coordinate_out_of_range",
            Place::Line(4),
        ),
        (
            "a text stl without its loop",
            text.replacen("outer loop", "", 1).into(),
            "unexpected_token",
            Place::Line(4),
        ),
        ("a ply without a face", ply("face 1", "face 0"), "no_surface", Place::Byte(TRIANGLE_PLY.len())),
        ("a ply with an index too large", ply("3 0 1 2", "3 0 1 3"), "index_out_of_range", Place::Line(13)),
        ("a ply with a negative index", ply("3 0 1 2", "3 0 1 -2"), "index_out_of_range", Place::Line(13)),
        ("a ply of a billion vertices", ply("vertex 3", "vertex 1000000000"), "truncated", Place::Line(10)),
        (
            "a ply whose face has a million corners",
            ply("3 0 1 2", "1000000 0 1 2"),
            "truncated",
            Place::Line(13),
        ),
        ("a ply with NaN", ply("1 0 0", "nan 0 0"), "not_finite", Place::Line(11)),
        ("a ply without end of header", ply("end_header", "comment"), "bad_header", Place::Byte(151)),
        ("a ply of unknown types", ply("float x", "quaternion x"), "bad_header", Place::Byte(38)),
        ("a ply without z", ply("float z", "float w"), "bad_header", Place::Line(10)),
        ("an obj with index zero", b"v 0 0 0\nf 0 1 1\n".to_vec(), "index_out_of_range", Place::Line(2)),
        (
            "an obj with an index too large",
            b"v 0 0 0\nf 1 1 2\nv 1 1\n".to_vec(),
            "unexpected_token",
            Place::Line(3),
        ),
        (
            "an obj with an index never met",
            b"v 0 0 0\nf 1 1 7\nf 1 1 1\n".to_vec(),
            "index_out_of_range",
            Place::Line(2),
        ),
        ("an obj with half an index", b"v 0 0 0\nf 1 1 1.5\n".to_vec(), "bad_number", Place::Line(2)),
        ("an obj of points", b"v 0 0 0\nv 1 0 0\n".to_vec(), "no_surface", Place::Byte(16)),
    ];
    for (what, bytes, code, place) in cases {
        assert_eq!(refusal(&bytes), (code, place), "{what}");
    }
}

/// Any mesh with valid indices and finite coordinates.
fn any_mesh() -> impl Strategy<Value = Mesh> {
    let coordinate = prop_oneof![
        -100.0f32..100.0,
        Just(0.0),
        any::<f32>().prop_map(|c| if c.abs() <= 1e9 { c } else { 1e9 / c })
    ];
    prop::collection::vec(prop::array::uniform3(coordinate), 1..40).prop_flat_map(|points| {
        let index = 0..points.len() as u32;
        prop::collection::vec(prop::array::uniform3(index), 1..60)
            .prop_map(move |faces| Mesh { positions: points.iter().copied().map(Vec3).collect(), faces })
    })
}

fn valid_files() -> Vec<Vec<u8>> {
    let mesh = shapes::dome(3, 8);
    let labels: Vec<u16> = (0..mesh.faces.len()).map(|i| if i % 3 == 0 { 11 } else { 0 }).collect();
    let coloured =
        "v 0 0 0 1 0 0\nv 1 0 0 1 0 0\nv 0 1 0 1 0 0\nvt 0 0\nvn 0 0 1\ng a\nf 1/1/1 2/1/1 3/1/1\n";
    vec![
        write::stl(&mesh),
        write::ply(&mesh, &labels),
        write::obj(&mesh, &labels),
        ascii_stl(&[("a", &mesh)]).into_bytes(),
        TRIANGLE_PLY.as_bytes().to_vec(),
        coloured.as_bytes().to_vec(),
    ]
}

/// What every accepted file must satisfy.
fn assert_sound(scan: &Scan) {
    assert!(!scan.mesh.faces.is_empty());
    assert!(scan.mesh.positions.iter().all(|p| p.is_finite()));
    assert!(scan.mesh.faces.iter().flatten().all(|&v| (v as usize) < scan.mesh.positions.len()));
    assert_eq!(scan.face_of.len(), scan.mesh.faces.len());
    assert!(scan.face_of.is_sorted() && scan.face_of.iter().all(|&f| f < scan.input_faces));
    assert!([0, scan.mesh.positions.len()].contains(&scan.vertex_colours.len()));
    assert!([0, scan.input_faces as usize].contains(&scan.face_colours.len()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_ply_comes_back_as_it_was_written(mesh in any_mesh()) {
        let labels: Vec<u16> = (0..mesh.faces.len() as u16).map(|i| [0, 11, 48][usize::from(i) % 3]).collect();
        let scan = reads(&write::ply(&mesh, &labels));
        prop_assert_eq!(&scan.mesh, &mesh);
        let colours: Vec<[u8; 3]> = scan.face_colours.iter().map(|&[r, g, b, _]| [r, g, b]).collect();
        prop_assert_eq!(colours, labels.iter().map(|&l| mesh::palette::colour(l)).collect::<Vec<_>>());
    }

    #[test]
    fn an_obj_comes_back_as_it_was_written(mesh in any_mesh()) {
        let scan = reads(&write::obj(&mesh, &vec![0; mesh.faces.len()]));
        prop_assert_eq!(scan.mesh, mesh);
    }

    #[test]
    fn a_binary_stl_comes_back_corner_by_corner(mesh in any_mesh()) {
        prop_assert_eq!(reads(&write::stl(&mesh)).mesh, shapes::soup(&mesh));
    }

    #[test]
    fn a_text_stl_comes_back_corner_by_corner(mesh in any_mesh()) {
        prop_assert_eq!(reads(ascii_stl(&[("", &mesh)]).as_bytes()).mesh, shapes::soup(&mesh));
    }

    #[test]
    fn a_damaged_file_is_read_soundly_or_refused(
        file in prop::sample::select(valid_files()),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        end in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = file;
        for (place, byte) in damage {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if cut {
            bytes.truncate(end.index(bytes.len() + 1));
        }
        if let Ok(scan) = read(&bytes) {
            assert_sound(&scan);
        }
    }

    #[test]
    fn any_bytes_behind_a_known_beginning_are_read_soundly_or_refused(
        start in prop::sample::select(vec!["", "solid ", "ply\n", "v 0 0 0\n", "ply\nformat ascii 1.0\nelement vertex 3\n"]),
        tail in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        if let Ok(scan) = read(&[start.as_bytes(), &tail].concat()) {
            assert_sound(&scan);
        }
    }
}

#[test]
fn every_truncation_of_a_valid_file_is_read_soundly_or_refused() {
    for file in valid_files() {
        for end in 0..file.len() {
            if let Ok(scan) = read(&file[..end]) {
                assert_sound(&scan);
            }
        }
    }
}
