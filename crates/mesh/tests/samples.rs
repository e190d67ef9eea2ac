//! Reads every file of the sample collections and compares with the facts recorded beside them.
//! The collections are not part of the repository; where they are absent the tests say so and pass.

use mesh::check::Topology;
use mesh::format::{Scan, read};
use std::path::PathBuf;

/// The folder of a collection, if it is there; says so if it is not.
#[expect(clippy::print_stderr, reason = "a test that did not look must not look like one that did")]
fn collection(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("CUSPID_TEST_DATA").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data")),
        PathBuf::from,
    );
    let folder = root.join(name);
    if !folder.is_dir() {
        eprintln!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

/// The table of facts of a collection: file name, faces, extent, notes.
struct Fact {
    file: String,
    faces: Option<usize>,
    extent: Option<Vec<f32>>,
    notes: String,
}

fn facts(folder: &std::path::Path) -> Vec<Fact> {
    let text = std::fs::read_to_string(folder.join("SOURCE.md")).expect("facts");
    text.lines()
        .filter_map(|line| {
            let cells: Vec<_> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let [file, bytes, _, faces, extent, notes] = cells[..] else {
                return None;
            };
            bytes.parse::<usize>().ok()?;
            let extent = extent.trim_matches(['[', ']']).split(", ").map(|n| n.parse().ok()).collect();
            Some(Fact { file: file.into(), faces: faces.parse().ok(), extent, notes: notes.into() })
        })
        .collect()
}

/// What the formats of this crate do not cover.
fn is_foreign(file: &str) -> bool {
    ["glb", "zip", "off", "3MF", "ctm", "bz2"].iter().any(|end| file.ends_with(end))
}

fn load(folder: &std::path::Path, file: &str) -> Vec<u8> {
    let inner = folder.join("emptyIO").join(file);
    std::fs::read(if inner.is_file() { inner } else { folder.join(file) }).expect("sample")
}

/// Boundary and non-manifold edges as recorded, before welding.
fn edge_counts(notes: &str) -> Option<[usize; 2]> {
    let number = |label: &str| {
        let (_, tail) = notes.split_once(label)?;
        tail.split(',').next()?.trim().parse().ok()
    };
    Some([number("boundary")?, number("non-manifold")?])
}

fn compare(fact: &Fact, scan: &Scan) {
    let Fact { file, faces, extent, notes } = fact;
    assert_eq!(Some(scan.mesh.faces.len()), *faces, "{file}: faces");
    if let Some(extent) = extent {
        let (low, high) = scan.mesh.bounds().expect("bounds");
        for (k, expected) in extent.iter().enumerate() {
            let found = (high - low)[k];
            assert!(
                (found - expected).abs() <= 0.0051 + 0.051 * f32::from(notes.starts_with("scene")),
                "{file}: {found} {expected}"
            );
        }
    }
    if file.ends_with("ply")
        && let Some([boundary, non_manifold]) = edge_counts(notes)
    {
        let topology = Topology::new(&scan.mesh);
        let found = [topology.boundary().count(), topology.non_manifold().count()];
        assert_eq!(found, [boundary, non_manifold], "{file}: boundary and non-manifold edges");
    }
    let topology = Topology::new(&mesh::weld(&scan.mesh, 1e-8).mesh);
    if let Some(watertight) = notes.rsplit_once("watertight after weld ").map(|(_, w)| w == "True") {
        assert_eq!(topology.is_closed(), watertight, "{file}: watertight after weld");
    }
}

#[test]
fn every_sample_reads_as_recorded_or_is_refused_with_its_reason() {
    for name in ["meshes-trimesh", "meshes-pymeshlab"] {
        let Some(folder) = collection(name) else { return };
        for fact in facts(&folder) {
            let result = read(&load(&folder, &fact.file));
            match &result {
                Ok(scan) => compare(&fact, scan),
                Err(error) if is_foreign(&fact.file) => {
                    assert_eq!(error.code(), "unsupported_format", "{}", fact.file)
                }
                Err(error) => {
                    assert_eq!(fact.faces, Some(0), "{}: {error}", fact.file);
                    assert!(
                        ["no_surface", "unsupported_format"].contains(&error.code()),
                        "{}: {error}",
                        fact.file
                    );
                }
            }
        }
    }
}
