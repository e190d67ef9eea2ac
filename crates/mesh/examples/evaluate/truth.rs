//! Labelled scans of 3D-IOSSeg: ASCII PLY, face colour = tooth (`SOURCE.md` beside the data has the table).

use mesh::{Adjacency, Jaw, Mesh, Vec3};
use std::collections::BTreeMap;
use std::path::Path;

/// A scan with its true labels.
pub struct Scan {
    pub mesh: Mesh,
    pub jaw: Jaw,
    pub vertex_labels: Vec<u16>,
}

const UPPER: [([i32; 3], u16); 16] = [
    ([0, 255, 127], 18),
    ([30, 144, 255], 17),
    ([255, 0, 255], 16),
    ([0, 255, 255], 15),
    ([255, 255, 0], 14),
    ([0, 255, 0], 13),
    ([0, 0, 255], 12),
    ([255, 0, 0], 11),
    ([127, 255, 0], 21),
    ([255, 246, 143], 22),
    ([60, 179, 113], 23),
    ([255, 106, 106], 24),
    ([131, 111, 255], 25),
    ([255, 211, 155], 26),
    ([255, 99, 71], 27),
    ([155, 48, 255], 28),
];

const LOWER: [([i32; 3], u16); 16] = [
    ([255, 69, 0], 38),
    ([255, 155, 255], 37),
    ([255, 228, 255], 36),
    ([200, 255, 255], 35),
    ([202, 255, 112], 34),
    ([255, 165, 0], 33),
    ([0, 191, 255], 32),
    ([255, 48, 48], 31),
    ([139, 0, 0], 41),
    ([144, 238, 144], 42),
    ([0, 139, 139], 43),
    ([0, 0, 139], 44),
    ([139, 0, 139], 45),
    ([255, 105, 180], 46),
    ([230, 230, 250], 47),
    ([255, 228, 181], 48),
];

/// Read one file; the jaw is the letter its name ends with.
pub fn read(path: &Path) -> Result<Scan, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(path)?;
    let jaw = if path.to_string_lossy().ends_with("U.ply") { Jaw::Upper } else { Jaw::Lower };
    let (header, body) = text.split_once("end_header\n").ok_or("no PLY header")?;
    let count = |name: &str| -> Result<usize, Box<dyn std::error::Error>> {
        let line = header.lines().find_map(|l| l.strip_prefix(name)).ok_or("element missing")?;
        Ok(line.trim().parse()?)
    };
    let (vertices, faces) = (count("element vertex")?, count("element face")?);
    let mut lines = body.lines();
    let mut mesh = Mesh::default();
    for line in lines.by_ref().take(vertices) {
        let mut numbers = line.split_whitespace().map(str::parse::<f32>);
        let mut next = || numbers.next().ok_or("short vertex");
        mesh.positions.push(Vec3::new(next()??, next()??, next()??));
    }
    let mut face_labels = Vec::new();
    for line in lines.take(faces) {
        let n: Vec<i32> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
        let [_, a, b, c, red, green, blue, ..] = n[..] else {
            return Err("short face".into());
        };
        mesh.faces.push([a as u32, b as u32, c as u32]);
        face_labels.push(label(jaw, [red, green, blue]));
    }
    let vertex_labels = vertex_labels(&mesh, &face_labels);
    Ok(Scan { mesh, jaw, vertex_labels })
}

fn label(jaw: Jaw, colour: [i32; 3]) -> u16 {
    let table = if jaw == Jaw::Upper { &UPPER } else { &LOWER };
    let distance = |c: &[i32; 3]| -> i32 { c.iter().zip(colour).map(|(a, b)| (a - b).pow(2)).sum() };
    table
        .iter()
        .chain(std::iter::once(&([255, 255, 255], 0)))
        .min_by_key(|(c, _)| distance(c))
        .map_or(0, |&(_, label)| label)
}

/// The label most faces of each vertex have; ties give the smaller.
pub fn vertex_labels(mesh: &Mesh, face_labels: &[u16]) -> Vec<u16> {
    let adjacency = Adjacency::new(mesh);
    (0..mesh.positions.len())
        .map(|v| {
            let mut votes = BTreeMap::new();
            for &f in adjacency.faces_of(v) {
                *votes.entry(face_labels[f as usize]).or_insert(0) += 1;
            }
            votes
                .into_iter()
                .max_by_key(|&(label, n)| (n, std::cmp::Reverse(label)))
                .map_or(0, |(label, _)| label)
        })
        .collect()
}
