//! Binary glTF 2.0 (Khronos specification, chapters 3 and 4): a JSON chunk that describes and a binary chunk that holds.

use super::segments;
use crate::{Mesh, Tooth, Vec3, palette};
use serde_json::{Value, json};

const FLOAT: u32 = 5126;
const UNSIGNED_INT: u32 = 5125;
const ARRAY_BUFFER: u32 = 34962;
const ELEMENT_ARRAY_BUFFER: u32 = 34963;

/// Binary glTF with one node, mesh and material a segment, named as by [`palette::name`] and coloured as by
/// [`palette::colour`]. Each node's `extras` hold `fdi` (0 for gum) and, for teeth listed in `teeth`, `confidence`.
///
/// Coordinates stay those of the scan, in millimetres (glTF's own unit is the metre); `asset.extras.unit` says so.
/// Normals are smooth over segment borders.
#[must_use]
pub fn glb(mesh: &Mesh, face_labels: &[u16], teeth: &[Tooth]) -> Vec<u8> {
    let normals = mesh.vertex_normals();
    let mut file = File::default();
    let mut local = vec![u32::MAX; mesh.positions.len()];
    for (label, faces) in segments(face_labels) {
        let mut vertices: Vec<u32> = Vec::new();
        let mut indices: Vec<u32> = Vec::with_capacity(3 * faces.len());
        for vertex in faces.iter().flat_map(|&face| mesh.faces[face as usize]) {
            let number = &mut local[vertex as usize];
            if *number == u32::MAX {
                *number = vertices.len() as u32;
                vertices.push(vertex);
            }
            indices.push(*number);
        }
        let positions: Vec<Vec3> = vertices.iter().map(|&v| mesh.positions[v as usize]).collect();
        let normals: Vec<Vec3> = vertices.iter().map(|&v| unit(normals[v as usize])).collect();
        vertices.iter().for_each(|&v| local[v as usize] = u32::MAX);
        let confidence = teeth.iter().find(|tooth| tooth.fdi.code() == label).map(|tooth| tooth.confidence);
        file.add_segment(label, confidence, &positions, &normals, &indices);
    }
    file.finish()
}

/// A normal must have length one; where a vertex has no area about it, any direction does.
fn unit(normal: Vec3) -> Vec3 {
    if normal == Vec3::ZERO { Vec3::new(0.0, 0.0, 1.0) } else { normal }
}

#[derive(Default)]
struct File {
    binary: Vec<u8>,
    views: Vec<Value>,
    accessors: Vec<Value>,
    materials: Vec<Value>,
    meshes: Vec<Value>,
    nodes: Vec<Value>,
}

impl File {
    fn add_segment(
        &mut self,
        label: u16,
        confidence: Option<f32>,
        positions: &[Vec3],
        normals: &[Vec3],
        indices: &[u32],
    ) {
        let bounds = |pick: fn(f32, f32) -> f32, start: f32| -> [f32; 3] {
            positions.iter().fold([start; 3], |b, p| std::array::from_fn(|k| pick(b[k], p[k])))
        };
        let position = self.vectors(positions);
        self.accessors[position]["min"] = json!(bounds(f32::min, f32::INFINITY));
        self.accessors[position]["max"] = json!(bounds(f32::max, f32::NEG_INFINITY));
        let normal = self.vectors(normals);
        let view = self.view(indices.iter().map(|i| i.to_le_bytes()), ELEMENT_ARRAY_BUFFER);
        self.accessors.push(
            json!({"bufferView": view, "componentType": UNSIGNED_INT, "count": indices.len(), "type": "SCALAR"}),
        );
        let name = palette::name(label);
        let [red, green, blue] = palette::colour(label).map(palette::linear);
        self.materials.push(json!({
            "name": name,
            "doubleSided": true,
            "pbrMetallicRoughness": {
                "baseColorFactor": [red, green, blue, 1.0],
                "metallicFactor": 0.0,
                "roughnessFactor": if label == 0 { 0.8 } else { 0.5 },
            },
        }));
        self.meshes.push(json!({
            "name": name,
            "primitives": [{
                "attributes": {"POSITION": position, "NORMAL": normal},
                "indices": self.accessors.len() - 1,
                "material": self.materials.len() - 1,
            }],
        }));
        let mut extras = json!({"fdi": label});
        if let Some(confidence) = confidence {
            extras["confidence"] = json!(confidence);
        }
        self.nodes.push(json!({"name": name, "mesh": self.meshes.len() - 1, "extras": extras}));
    }

    /// Appends vectors and gives the number of their accessor.
    fn vectors(&mut self, vectors: &[Vec3]) -> usize {
        let view = self.view(vectors.iter().flat_map(|v| v.0).map(f32::to_le_bytes), ARRAY_BUFFER);
        self.accessors.push(
            json!({"bufferView": view, "componentType": FLOAT, "count": vectors.len(), "type": "VEC3"}),
        );
        self.accessors.len() - 1
    }

    /// Appends words of four bytes, which keeps every view aligned, and gives the number of their view.
    fn view(&mut self, words: impl Iterator<Item = [u8; 4]>, target: u32) -> usize {
        let start = self.binary.len();
        self.binary.extend(words.flatten());
        let length = self.binary.len() - start;
        self.views.push(json!({"buffer": 0, "byteOffset": start, "byteLength": length, "target": target}));
        self.views.len() - 1
    }

    fn finish(self) -> Vec<u8> {
        let nodes: Vec<usize> = (0..self.nodes.len()).collect();
        let description = json!({
            "asset": {"version": "2.0", "generator": "Cuspid", "extras": {"unit": "mm"}},
            "scene": 0,
            "scenes": [{"name": "scan", "nodes": nodes}],
            "nodes": self.nodes,
            "meshes": self.meshes,
            "materials": self.materials,
            "accessors": self.accessors,
            "bufferViews": self.views,
            "buffers": [{"byteLength": self.binary.len()}],
        });
        let mut text = description.to_string().into_bytes();
        text.resize(text.len().next_multiple_of(4), b' ');
        let total = 12 + 8 + text.len() + 8 + self.binary.len();
        let mut out = Vec::with_capacity(total);
        out.extend(b"glTF");
        out.extend(2u32.to_le_bytes());
        out.extend((total as u32).to_le_bytes());
        out.extend((text.len() as u32).to_le_bytes());
        out.extend(b"JSON");
        out.extend(text);
        out.extend((self.binary.len() as u32).to_le_bytes());
        out.extend(b"BIN\0");
        out.extend(self.binary);
        out
    }
}
