//! `cuspid demo`: synthetic data.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Subcommand;
use mesh::synth::{ArchSpec, arch};
use mesh::{Fdi, Jaw};

#[derive(Debug, Subcommand)]
pub(super) enum DemoCommand {
    /// Make a synthetic scan of one jaw, as binary STL. It shows nobody.
    Arch(ArchArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ArchArgs {
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Which jaw: upper or lower.
    #[arg(long, default_value = "upper", value_parser = jaw)]
    jaw: Jaw,
    /// What varies between mouths follows from this number.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// About how many triangles.
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(2_000..=2_000_000))]
    faces: u64,
    /// Teeth that are missing, by their FDI numbers: 16,24.
    #[arg(long, value_delimiter = ',', value_parser = tooth)]
    missing: Vec<Fdi>,
}

fn jaw(name: &str) -> Result<Jaw, String> {
    match name {
        "upper" => Ok(Jaw::Upper),
        "lower" => Ok(Jaw::Lower),
        _ => Err("expected upper or lower".into()),
    }
}

fn tooth(number: &str) -> Result<Fdi, String> {
    let number: u16 = number.parse().map_err(|_| "expected an FDI number such as 16")?;
    Fdi::try_from(number).map_err(|error| error.to_string())
}

pub(super) fn run(command: DemoCommand) -> anyhow::Result<ExitCode> {
    let DemoCommand::Arch(args) = command;
    let made = arch(&ArchSpec {
        faces: usize::try_from(args.faces)?,
        missing: args.missing,
        ..ArchSpec::new(args.jaw, args.seed)
    });
    let stl = mesh::write::stl(&made.mesh);
    fs::write(&args.out, stl).with_context(|| format!("writing {}", args.out.display()))?;
    Ok(ExitCode::SUCCESS)
}
