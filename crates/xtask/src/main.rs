//! Chores of the repository: `cargo xtask check` holds the tree to the house rules, `cargo xtask gen` renews derived files.

mod check;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

fn main() -> Result<ExitCode> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    match std::env::args().nth(1).as_deref() {
        Some("check") => check::run(&root),
        Some("gen") => generate(&root),
        _ => bail!("usage: cargo xtask check | gen"),
    }
}

/// Renews everything that is derived, under `generated/` and in the page: the tests that compare it write it when told to.
fn generate(root: &Path) -> Result<ExitCode> {
    let status = Command::new(env!("CARGO"))
        .args(["test", "--package", "server", "--test", "generated"])
        .env("CUSPID_TEST_RENEW", "1")
        .current_dir(root)
        .status()
        .context("cargo test")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Files that git tracks or would track.
fn files(root: &Path) -> Result<Vec<PathBuf>> {
    let output = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()
        .context("git ls-files")?;
    let names = String::from_utf8(output.stdout).context("file names")?;
    Ok(names.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from).collect())
}
