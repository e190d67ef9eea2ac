//! `cuspid schema`.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use pg::{Db, DbConfig};

use super::database::Database;
use super::settings::SettingArgs;
use crate::schema::export::{Format, Source};
use crate::schema::{coverage, laws};

/// What can be done with the schema as a whole.
#[derive(Debug, clap::Subcommand)]
pub(super) enum SchemaCommand {
    /// Hold the database's schema to its laws, and say what a Citus cluster would refuse.
    Check(SettingArgs),
    /// Show what of the source documents is there, by source and kind.
    Coverage(SettingArgs),
    /// Print what is derived from the schema, or write it where the repository keeps it.
    Export(ExportArgs),
}

/// What to derive, and where to.
#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    /// What to derive.
    #[arg(long, value_enum)]
    format: Format,
    /// Write the files below this directory instead of printing them.
    #[arg(long, value_name = "DIRECTORY")]
    to: Option<PathBuf>,
    #[command(flatten)]
    settings: SettingArgs,
}

pub(super) fn run(command: SchemaCommand) -> anyhow::Result<ExitCode> {
    let settings = match &command {
        SchemaCommand::Check(settings) | SchemaCommand::Coverage(settings) => settings,
        SchemaCommand::Export(args) => &args.settings,
    };
    let (config, _) = settings.clone().load()?;
    let database = Database::start(&config)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let done = runtime.block_on(async {
        database.migrate().await?;
        let db = Db::connect(&DbConfig { pool_size: 1, ..DbConfig::new(database.owner()) }).await?;
        match command {
            SchemaCommand::Check(_) => check(&db).await,
            SchemaCommand::Coverage(_) => cover(&db).await,
            SchemaCommand::Export(args) => export(&db, &args).await,
        }
    });
    database.stop();
    done
}

async fn check(db: &Db) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    let breaches = laws::breaches(db, laws::LAWS).await?;
    for law in laws::LAWS {
        let mut broken = breaches.iter().filter(|breach| breach.law == law.name).peekable();
        writeln!(
            out,
            "{} {}: {}",
            if broken.peek().is_none() { "holds " } else { "BROKEN" },
            law.name,
            law.sentence()
        )?;
        for breach in broken {
            writeln!(out, "       {}", breach.what)?;
        }
    }
    let refused = laws::breaches(db, laws::CLUSTER).await?;
    writeln!(out, "\nA Citus cluster would refuse {}:", refused.len())?;
    for breach in &refused {
        writeln!(out, "       {}: {}", breach.law, breach.what)?;
    }
    Ok(if breaches.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn cover(db: &Db) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout();
    let report = coverage::report(db).await?;
    let mut kinds: BTreeMap<&str, BTreeMap<&str, coverage::Count>> = BTreeMap::new();
    for ((source, kind), count) in &report.counts {
        kinds.entry(kind).or_default().insert(source, *count);
    }
    writeln!(
        out,
        "{:<18}{:>12}{:>12}{:>12}{:>12}{:>12}{:>12}",
        "fulfilled of all", "S0", "S1", "S2", "S3", "S4", "together"
    )?;
    for (kind, sources) in &kinds {
        write!(out, "{kind:<18}")?;
        let mut together = coverage::Count::default();
        for source in ["S0", "S1", "S2", "S3", "S4"] {
            let count = sources.get(source).copied().unwrap_or_default();
            together.all += count.all;
            together.fulfilled += count.fulfilled;
            write!(out, "{:>12}", cell(count))?;
        }
        writeln!(out, "{:>12}", cell(together))?;
    }
    for (id, what) in &report.untrue {
        writeln!(out, "{id}: {what}")?;
    }
    Ok(if report.untrue.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn export(db: &Db, args: &ExportArgs) -> anyhow::Result<ExitCode> {
    for file in Source::read(db).await?.derive(args.format)? {
        let Some(root) = &args.to else {
            std::io::stdout().write_all(file.text.as_bytes())?;
            continue;
        };
        let path = root.join(&file.path);
        let written = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        written
            .and_then(|()| std::fs::write(&path, file.text))
            .with_context(|| path.display().to_string())?;
    }
    Ok(ExitCode::SUCCESS)
}

fn cell(count: coverage::Count) -> String {
    if count.all == 0 { "·".to_owned() } else { format!("{}/{}", count.fulfilled, count.all) }
}
