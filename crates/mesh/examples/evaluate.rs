//! Scores the segmentation against labelled scans: `cargo run --example evaluate -- [--jaw-given] [--turn N] [--dump DIR] PLY…`
//!
//! Reads the ASCII PLY files of 3D-IOSSeg, whose face colours are the tooth labels. The colours never reach the
//! segmenter. Each scan is first turned by a rotation that follows from its name and N.

#[path = "evaluate/metrics.rs"]
mod metrics;
#[path = "evaluate/truth.rs"]
mod truth;

use mesh::{Jaw, Mesh, OrientOptions, Orientation, Vec3};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Instant;

struct Arguments {
    jaw_given: bool,
    turn: u32,
    dump: Option<PathBuf>,
    files: Vec<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "this is a command")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = arguments();
    let mut halves: [Vec<metrics::Scores>; 2] = [Vec::new(), Vec::new()];
    println!(
        "{:28} {:>6} {:>6} {:>6} | {:>6} {:>6} {:>6} | false  s",
        "scan", "TLA", "TSA", "TIR", "cTLA", "cTSA", "cTIR"
    );
    for file in &arguments.files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let scan = truth::read(file)?;
        let turned = turn(&scan.mesh, &name, arguments.turn);
        let started = Instant::now();
        let jaw = arguments.jaw_given.then_some(scan.jaw);
        let outcome = run(&turned, jaw);
        let seconds = started.elapsed().as_secs_f32();
        let (scores, note) = match outcome {
            Ok((orientation, segmentation)) => {
                let wrong = if orientation.jaw == scan.jaw { "" } else { "WRONG JAW " };
                if let Some(dir) = &arguments.dump {
                    dump(dir, &name, &segmentation)?;
                }
                let predicted = truth::vertex_labels(&scan.mesh, &segmentation.face_labels);
                (
                    metrics::score(&scan.mesh.positions, &scan.vertex_labels, &predicted),
                    format!(
                        "{wrong}{:.2}/{:.2}/{:.2}",
                        orientation.confidence.occlusal,
                        orientation.confidence.anterior,
                        orientation.confidence.jaw
                    ),
                )
            }
            Err(reason) => (metrics::Scores::default(), reason),
        };
        println!("{name:28} {scores} {seconds:5.2} {note}");
        halves[half(&name)].push(scores);
    }
    for (title, scores) in [("chosen on", &halves[0]), ("held out", &halves[1])] {
        println!("{title:28} {}", metrics::Scores::mean(scores));
    }
    println!("{:28} {}", "all", metrics::Scores::mean(&halves.concat()));
    Ok(())
}

fn arguments() -> Arguments {
    let mut parsed = Arguments { jaw_given: false, turn: 0, dump: None, files: Vec::new() };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--jaw-given" => parsed.jaw_given = true,
            "--turn" => parsed.turn = words.next().and_then(|w| w.parse().ok()).unwrap_or_default(),
            "--dump" => parsed.dump = words.next().map(PathBuf::from),
            _ => parsed.files.push(PathBuf::from(word)),
        }
    }
    parsed
}

/// Parameters are chosen on patients of even number only.
fn half(name: &str) -> usize {
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    digits.parse::<usize>().unwrap_or(1) % 2
}

fn run(mesh: &Mesh, jaw: Option<Jaw>) -> Result<(Orientation, mesh::Segmentation), String> {
    let orientation = mesh::orient(mesh, OrientOptions { jaw }).map_err(|e| e.code().to_owned())?;
    let segmentation = mesh::segment(mesh, &orientation, &mut |_| ControlFlow::Continue(()))
        .map_err(|e| e.code().to_owned())?;
    Ok((orientation, segmentation))
}

/// A rigid motion that differs from scan to scan.
fn turn(mesh: &Mesh, name: &str, seed: u32) -> Mesh {
    let index = name.bytes().fold(seed, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b))) % 1000;
    let axis = Vec3::new((index as f32).sin(), (index as f32 * 1.7).cos(), 0.4).normalized();
    let (sin, cos) = (index as f32 * 2.3 + 0.5).sin_cos();
    let positions = mesh
        .positions
        .iter()
        .map(|&p| {
            p * cos + axis.cross(p) * sin + axis * axis.dot(p) * (1.0 - cos) + Vec3::new(40.0, -15.0, 7.0)
        })
        .collect();
    Mesh { positions, faces: mesh.faces.clone() }
}

/// Labels a line a face, and code and confidence a line a tooth, for pictures and calibration.
fn dump(dir: &Path, name: &str, segmentation: &mesh::Segmentation) -> std::io::Result<()> {
    std::fs::create_dir_all(dir)?;
    let labels: Vec<String> = segmentation.face_labels.iter().map(u16::to_string).collect();
    std::fs::write(dir.join(format!("{name}.txt")), labels.join("\n"))?;
    let teeth: Vec<String> =
        segmentation.teeth.iter().map(|t| format!("{} {}", t.fdi, t.confidence)).collect();
    std::fs::write(dir.join(format!("{name}.teeth.txt")), teeth.join("\n"))
}
