//! Writes a synthetic arch as ASCII PLY with a colour a tooth: `cargo run --example synthetic -- upper 7 100000 OUT.ply`

use mesh::Jaw;
use mesh::synth::{ArchSpec, arch};
use std::io::Write;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [jaw, seed, faces, out] = &words[..] else {
        return Err("usage: JAW SEED FACES OUT".into());
    };
    let jaw = if jaw == "upper" { Jaw::Upper } else { Jaw::Lower };
    let made = arch(&ArchSpec { faces: faces.parse()?, ..ArchSpec::new(jaw, seed.parse()?) });
    let mut file = std::io::BufWriter::new(std::fs::File::create(out)?);
    writeln!(file, "ply\nformat ascii 1.0\nelement vertex {}", made.mesh.positions.len())?;
    writeln!(
        file,
        "property float x\nproperty float y\nproperty float z\nelement face {}",
        made.mesh.faces.len()
    )?;
    writeln!(file, "property list uchar int vertex_indices\nproperty uchar red\nproperty uchar green")?;
    writeln!(file, "property uchar blue\nend_header")?;
    for p in &made.mesh.positions {
        writeln!(file, "{} {} {}", p[0], p[1], p[2])?;
    }
    for (f, label) in made.mesh.faces.iter().zip(&made.face_labels) {
        let l = u32::from(*label);
        let colour =
            if l == 0 { [230; 3] } else { [l * 83 % 200 + 40, l * 47 % 200 + 40, l * 29 % 200 + 40] };
        writeln!(file, "3 {} {} {} {} {} {}", f[0], f[1], f[2], colour[0], colour[1], colour[2])?;
    }
    Ok(())
}
