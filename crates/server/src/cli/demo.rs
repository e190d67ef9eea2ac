//! `cuspid demo`: synthetic data.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Subcommand;
use mesh::synth::{ArchSpec, arch};
use mesh::{Fdi, Jaw};

use super::database::Database;
use super::settings::SettingArgs;
use crate::demo::{Year, fill};

#[derive(Debug, Subcommand)]
pub(super) enum DemoCommand {
    /// Make a synthetic scan of one jaw, as binary STL. It shows nobody.
    Arch(ArchArgs),
    /// Fill a database with a year of a platform, at the sizes that are expected of one: 13 million rows in ten minutes. Everybody in it
    /// is invented; the administrators that it prints share a well-known password, so it is for trying things only.
    Year(YearArgs),
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

#[derive(Debug, clap::Args)]
pub(super) struct YearArgs {
    /// How many accounts, of people who work and of patients.
    #[arg(long, default_value_t = 10_000)]
    users: usize,
    /// Everything follows from this number.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Share of the whole year's sizes: 0.01 is enough for a test.
    #[arg(long, default_value_t = 1.0)]
    scale: f64,
    /// The year ends when this day begins, in UTC; without it today.
    #[arg(long, value_name = "DATE")]
    until: Option<jiff::civil::Date>,
    /// Check afterwards that every foreign key holds and no table is empty.
    #[arg(long)]
    verify: bool,
    #[command(flatten)]
    settings: SettingArgs,
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
    match command {
        DemoCommand::Arch(args) => make_arch(args),
        DemoCommand::Year(args) => fill_year(args),
    }
}

fn make_arch(args: ArchArgs) -> anyhow::Result<ExitCode> {
    let made = arch(&ArchSpec {
        faces: usize::try_from(args.faces)?,
        missing: args.missing,
        ..ArchSpec::new(args.jaw, args.seed)
    });
    let stl = mesh::write::stl(&made.mesh);
    fs::write(&args.out, stl).with_context(|| format!("writing {}", args.out.display()))?;
    Ok(ExitCode::SUCCESS)
}

fn fill_year(args: YearArgs) -> anyhow::Result<ExitCode> {
    let (config, _) = args.settings.load()?;
    let until = args.until.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date());
    let year = Year { seed: args.seed, users: args.users, scale: args.scale, until, verify: args.verify };
    let database = Database::start(&config)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let filled = runtime.block_on(async {
        database.migrate().await?;
        fill(database.owner(), year).await
    });
    database.stop();
    let filled = filled?;
    let mut out = std::io::stdout();
    writeln!(out, "{} rows. Administrators, all with the password {}:", filled.rows, filled.password)?;
    for email in filled.administrators {
        writeln!(out, "  {email}")?;
    }
    Ok(ExitCode::SUCCESS)
}
