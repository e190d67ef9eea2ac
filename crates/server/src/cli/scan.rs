//! `cuspid scan`: the scan line on files, without a server.

use anyhow::{Context, bail};
use indicatif::{ProgressBar, ProgressStyle};
use mesh::Jaw;
use mesh::pipeline::{Options, Outcome, Progress, Refusal};
use std::collections::BTreeMap;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Cut scans into numbered teeth: writes a report, labels, segmented meshes and a picture of each.
#[derive(Debug, clap::Args)]
pub struct ScanArgs {
    /// Scans of one jaw each: STL, PLY or OBJ, told by their content.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Folder for the results; each scan gets a folder of its own in it, named as the file without its ending.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Which jaw the scans show; without it the shape decides.
    #[arg(long, value_parser = jaw)]
    jaw: Option<Jaw>,
    /// Write the segments as OBJ too.
    #[arg(long)]
    obj: bool,
    /// Write the joined surface as STL too.
    #[arg(long)]
    stl: bool,
}

fn jaw(name: &str) -> Result<Jaw, String> {
    match name {
        "upper" => Ok(Jaw::Upper),
        "lower" => Ok(Jaw::Lower),
        _ => Err("expected upper or lower".into()),
    }
}

/// Runs the command. Every file is taken to its end; the exit code is a failure if one was refused or unreadable, and
/// standard error has said why.
///
/// # Errors
/// Where two scans would share a folder, or results cannot be written.
pub fn run(args: ScanArgs) -> anyhow::Result<ExitCode> {
    let folders = folders(&args)?;
    let options = Options { jaw: args.jaw, obj: args.obj, stl: args.stl, ..Options::default() };
    let mut code = ExitCode::SUCCESS;
    for (folder, file) in folders {
        if let Err(reason) = scan(file, &folder, &options)? {
            writeln!(std::io::stderr(), "{}: {reason}", file.display())?;
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

/// The folder of every scan.
fn folders(args: &ScanArgs) -> anyhow::Result<BTreeMap<PathBuf, &Path>> {
    let mut folders = BTreeMap::new();
    for file in &args.files {
        let stem = file.file_stem().with_context(|| format!("{} is not a file", file.display()))?;
        if let Some(other) = folders.insert(args.out.join(stem), file.as_path()) {
            bail!(
                "{} and {} would write to the same folder; scan them apart",
                other.display(),
                file.display()
            );
        }
    }
    Ok(folders)
}

/// Scans one file into its folder. The inner error is the reason why it was not taken to its end.
fn scan(file: &Path, folder: &Path, options: &Options) -> anyhow::Result<Result<(), String>> {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Err(error.to_string())),
    };
    let bar = ProgressBar::new(1000)
        .with_style(ProgressStyle::with_template("{prefix} {bar:40} {percent:>3} % {msg}")?);
    bar.set_prefix(file.display().to_string());
    let mut show = |progress: Progress| {
        bar.set_position((progress.fraction * 1000.0) as u64);
        bar.set_message(format!("{:?}", progress.stage).to_lowercase());
        ControlFlow::Continue(())
    };
    let result = mesh::pipeline::run(&bytes, options, &mut show);
    bar.finish_and_clear();
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    match result {
        Ok(outcome) => {
            write_outcome(folder, &outcome)?;
            print_table(&mut std::io::stdout().lock(), file, folder, &outcome)?;
            Ok(Ok(()))
        }
        Err(refusal) => {
            write_refusal(folder, &refusal)?;
            Ok(Err(format!("refused ({}): {}", refusal.code, refusal.message)))
        }
    }
}

fn write_outcome(folder: &Path, outcome: &Outcome) -> anyhow::Result<()> {
    for artefact in &outcome.artefacts {
        write_file(&folder.join(&artefact.name), &artefact.bytes)?;
    }
    write_file(&folder.join("report.json"), &serde_json::to_vec_pretty(&outcome.report)?)?;
    write_file(&folder.join("labels.json"), &serde_json::to_vec(&outcome.labels)?)
}

/// The refusal stands in place of the report, and no labels of an earlier run stay beside it.
fn write_refusal(folder: &Path, refusal: &Refusal) -> anyhow::Result<()> {
    let labels = folder.join("labels.json");
    if labels.exists() {
        std::fs::remove_file(&labels).with_context(|| format!("cannot remove {}", labels.display()))?;
    }
    write_file(&folder.join("report.json"), &serde_json::to_vec_pretty(refusal)?)
}

fn write_file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn print_table(out: &mut impl Write, file: &Path, folder: &Path, outcome: &Outcome) -> anyhow::Result<()> {
    let report = &outcome.report;
    let jaw = match report.orientation.jaw {
        Jaw::Upper => "upper",
        Jaw::Lower => "lower",
    };
    writeln!(out, "{} → {}", file.display(), folder.display())?;
    writeln!(
        out,
        "  {jaw} jaw, {} teeth, {} faces, quality {} of 100",
        report.teeth.len(),
        report.input.faces,
        report.quality.score
    )?;
    for finding in &report.quality.findings {
        writeln!(out, "  {:>8}  {}", format!("{:?}", finding.severity).to_lowercase(), finding.message)?;
    }
    writeln!(out, "  tooth  sure  width mm  area mm²")?;
    for tooth in &report.teeth {
        let (code, sure) = (tooth.fdi.code(), tooth.confidence * 100.0);
        writeln!(out, "  {code:>5} {sure:>3.0} % {:>9.1} {:>9.0}", tooth.width_mm, tooth.area_mm2)?;
    }
    Ok(())
}
