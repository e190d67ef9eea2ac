//! The triangle mesh every stage works on, and who neighbours whom in it.

use crate::geometry::Vec3;

/// An indexed triangle mesh in millimetres. Every index in `faces` is below `positions.len()` and every coordinate is
/// finite: readers establish this, later stages rely on it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mesh {
    /// Vertex positions.
    pub positions: Vec<Vec3>,
    /// Triangles, counter-clockwise seen from outside.
    pub faces: Vec<[u32; 3]>,
}

impl Mesh {
    /// The three corners of a face.
    #[must_use]
    pub fn corners(&self, face: usize) -> [Vec3; 3] {
        self.faces[face].map(|v| self.positions[v as usize])
    }

    /// Unnormalised normal of a face: direction by the right-hand rule, length twice the area in mm².
    #[must_use]
    pub fn face_normal(&self, face: usize) -> Vec3 {
        let [a, b, c] = self.corners(face);
        (b - a).cross(c - a)
    }

    /// Centre of a face.
    #[must_use]
    pub fn face_centre(&self, face: usize) -> Vec3 {
        let [a, b, c] = self.corners(face);
        (a + b + c) / 3.0
    }

    /// Unit normal of every vertex, weighted by the area of its faces; zero where a vertex has no area about it.
    #[must_use]
    pub fn vertex_normals(&self) -> Vec<Vec3> {
        let mut normals = vec![Vec3::ZERO; self.positions.len()];
        for (i, face) in self.faces.iter().enumerate() {
            let n = self.face_normal(i);
            for &v in face {
                normals[v as usize] = normals[v as usize] + n;
            }
        }
        normals.iter_mut().for_each(|n| *n = n.normalized());
        normals
    }

    /// Smallest and largest corner of the bounding box; `None` without vertices.
    #[must_use]
    pub fn bounds(&self) -> Option<(Vec3, Vec3)> {
        let first = *self.positions.first()?;
        Some(self.positions.iter().fold((first, first), |(lo, hi), p| {
            (Vec3(std::array::from_fn(|k| lo[k].min(p[k]))), Vec3(std::array::from_fn(|k| hi[k].max(p[k]))))
        }))
    }
}

/// Vertex neighbourhoods in compressed rows: which faces touch a vertex, in two flat arrays.
#[derive(Debug, Clone)]
pub struct Adjacency {
    starts: Vec<u32>,
    faces: Vec<u32>,
}

impl Adjacency {
    /// Faces about every vertex of `mesh`.
    #[must_use]
    pub fn new(mesh: &Mesh) -> Self {
        let mut starts = vec![0u32; mesh.positions.len() + 1];
        for face in &mesh.faces {
            for &v in face {
                starts[v as usize + 1] += 1;
            }
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut next = starts.clone();
        let mut faces = vec![0u32; mesh.faces.len() * 3];
        for (i, face) in mesh.faces.iter().enumerate() {
            for &v in face {
                let slot = &mut next[v as usize];
                faces[*slot as usize] = i as u32;
                *slot += 1;
            }
        }
        Self { starts, faces }
    }

    /// The faces that touch a vertex.
    #[must_use]
    pub fn faces_of(&self, vertex: usize) -> &[u32] {
        &self.faces[self.starts[vertex] as usize..self.starts[vertex + 1] as usize]
    }
}
