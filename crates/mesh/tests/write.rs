//! What is written is what others read: the GLB by the `gltf` crate, the picture by the `png` crate.

mod shapes;

use mesh::{Fdi, Frame, Jaw, Mesh, Tooth, Vec3, lod, palette, thumbnail, write};
use std::collections::BTreeMap;

/// A dome whose first third is tooth 11, whose second third is 21 and whose rest is gum.
fn labelled() -> (Mesh, Vec<u16>) {
    let mesh = shapes::dome(60, 240);
    let third = mesh.faces.len() / 3;
    let labels = (0..mesh.faces.len()).map(|i| [11, 21, 0, 0][i / third]).collect();
    (mesh, labels)
}

fn tooth(code: u16, confidence: f32) -> Tooth {
    let fdi = Fdi::try_from(code).expect("code");
    Tooth { fdi, confidence, faces: 0, centroid: Vec3::ZERO, area: 0.0 }
}

fn counts(labels: &[u16]) -> BTreeMap<u16, usize> {
    labels.iter().fold(BTreeMap::new(), |mut counts, &label| {
        *counts.entry(label).or_default() += 1;
        counts
    })
}

#[test]
fn a_glb_holds_one_named_coloured_node_a_segment() {
    let (mesh, labels) = labelled();
    let bytes = write::glb(&mesh, &labels, &[tooth(11, 0.75), tooth(21, 0.5)]);
    let gltf::Gltf { document, blob } = gltf::Gltf::from_slice(&bytes).expect("valid glTF");
    let mut found = Vec::new();
    for node in document.nodes() {
        let extras: serde_json::Value =
            serde_json::from_str(node.extras().as_ref().expect("extras").get()).expect("json");
        let primitive = node.mesh().and_then(|m| m.primitives().next()).expect("primitive");
        let reader = primitive.reader(|_| blob.as_deref());
        let positions: Vec<_> = reader.read_positions().expect("positions").collect();
        let normals: Vec<_> = reader.read_normals().expect("normals").collect();
        let indices: Vec<_> = reader.read_indices().expect("indices").into_u32().collect();
        assert_eq!(normals.len(), positions.len());
        assert!(normals.iter().all(|&n| (Vec3(n).length() - 1.0).abs() < 1e-5));
        assert!(indices.iter().all(|&i| (i as usize) < positions.len()));
        let code = extras["fdi"].as_u64().expect("fdi") as u16;
        let colour = primitive.material().pbr_metallic_roughness().base_color_factor();
        let expected = palette::colour(code).map(|c| (f32::from(c) / 255.0).powf(2.2));
        assert!(
            colour[..3].iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.02),
            "{colour:?} {expected:?}"
        );
        found.push((
            node.name().expect("name").to_owned(),
            code,
            indices.len() / 3,
            extras["confidence"].as_f64(),
        ));
    }
    let faces = counts(&labels);
    assert_eq!(
        found,
        [
            ("gingiva".to_owned(), 0, faces[&0], None),
            ("tooth_11".to_owned(), 11, faces[&11], Some(0.75)),
            ("tooth_21".to_owned(), 21, faces[&21], Some(0.5)),
        ]
    );
}

#[test]
fn the_triangles_of_a_glb_are_those_of_the_surface() {
    let (mesh, _) = labelled();
    let bytes = write::glb(&mesh, &vec![0; mesh.faces.len()], &[]);
    let gltf::Gltf { document, blob } = gltf::Gltf::from_slice(&bytes).expect("valid glTF");
    let primitive = document.meshes().next().and_then(|m| m.primitives().next()).expect("primitive");
    let reader = primitive.reader(|_| blob.as_deref());
    let positions: Vec<_> = reader.read_positions().expect("positions").map(Vec3).collect();
    let indices: Vec<u32> = reader.read_indices().expect("indices").into_u32().collect();
    let faces = indices.as_chunks::<3>().0.to_vec();
    assert_eq!(shapes::soup(&Mesh { positions, faces }), shapes::soup(&mesh));
}

#[test]
fn an_obj_has_one_group_a_segment() {
    let (mesh, labels) = labelled();
    let scan = mesh::format::read(&write::obj(&mesh, &labels)).expect("obj");
    let groups: Vec<_> = scan.groups.iter().map(|g| (g.name.as_str(), g.faces.len())).collect();
    let faces = counts(&labels);
    assert_eq!(groups, [("gingiva", faces[&0]), ("tooth_11", faces[&11]), ("tooth_21", faces[&21])]);
}

#[test]
fn a_ply_carries_the_code_of_every_face() {
    let (mesh, labels) = labelled();
    let bytes = write::ply(&mesh, &labels);
    let rows = &bytes[bytes.len() - 21 * mesh.faces.len()..];
    let found: Vec<u16> =
        rows.as_chunks::<21>().0.iter().map(|row| u16::from_le_bytes([row[17], row[18]])).collect();
    assert_eq!(found, labels);
}

#[test]
fn a_level_of_detail_has_about_the_faces_asked_for_in_every_segment() {
    let (mesh, labels) = labelled();
    let (reduced, reduced_labels) = lod::reduce(&mesh, &labels, mesh.faces.len() / 5);
    let ratio = reduced.faces.len() as f32 / mesh.faces.len() as f32;
    assert!((0.18..0.26).contains(&ratio), "{ratio}");
    assert_eq!(counts(&reduced_labels).keys().copied().collect::<Vec<_>>(), [0, 11, 21]);
}

#[test]
fn a_level_of_detail_has_no_cracks_between_segments() {
    let (mesh, labels) = labelled();
    let (reduced, _) = lod::reduce(&mesh, &labels, mesh.faces.len() / 5);
    let topology = mesh::check::Topology::new(&reduced);
    assert_eq!(mesh::check::boundary_loops(&reduced, &topology).len(), 1);
    assert_eq!(topology.non_manifold().count(), 0);
}

#[test]
fn a_thumbnail_shows_the_segments_on_a_transparent_ground() {
    let (mesh, labels) = labelled();
    let frame = Frame {
        origin: Vec3::ZERO,
        left: Vec3::new(1.0, 0.0, 0.0),
        anterior: Vec3::new(0.0, -1.0, 0.0),
        superior: Vec3::new(0.0, 0.0, 1.0),
    };
    let bytes = thumbnail(&mesh, &labels, &frame, Jaw::Lower, 64, 48);
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("png");
    let mut pixels = vec![0; reader.output_buffer_size().expect("size")];
    let info = reader.next_frame(&mut pixels).expect("pixels");
    assert_eq!((info.width, info.height), (64, 48));
    let pixel = |x: usize, y: usize| <[u8; 4]>::try_from(&pixels[4 * (64 * y + x)..][..4]).expect("pixel");
    assert_eq!(pixel(0, 0)[3], 0);
    let [r, g, b, alpha] = pixel(32, 24);
    let [red, green, blue] = palette::colour(11);
    assert_eq!(alpha, 255);
    // The hue of tooth 11, whatever the light.
    assert_eq!((r > g, g > b, r > b), (red > green, green > blue, red > blue));
}
