//! The house rules that a machine can hold: length of files, direction of dependencies, size of the engine, words left behind.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, ExitCode};

/// Longest source file, in lines.
const LONGEST_FILE: usize = 800;
/// Derived from the whole schema, however long that is, and read by compilers; the drift test holds it to its source.
const DERIVED: [&str; 1] = ["web/src/lib/api/generated.ts"];
/// Largest resource engine, in lines of Rust: it must stay small enough to hold in one head.
const LARGEST_ENGINE: usize = 4000;
/// Largest tracked file, in bytes.
const LARGEST_FILE: u64 = 5 * 1024 * 1024;

/// Who may depend on whom. Leaves do not see each other.
const EDGES: [(&str, &[&str]); 8] = [
    ("pg", &[]),
    ("mesh", &[]),
    ("resource", &["pg"]),
    ("job", &["pg"]),
    ("object", &["pg"]),
    ("server", &["pg", "resource", "job", "object", "mesh"]),
    ("testkit", &["pg", "job"]),
    ("xtask", &[]),
];

/// The one reason to leave a test out of a run: other tests start it as a process of its own, to kill it.
const STARTED_BY_OTHERS: &str = "process of its own";

/// Words that mark unfinished work, in pieces so that this file does not hold them.
const UNFINISHED: [(&str, &str); 6] =
    [("to", "do!("), ("unimple", "mented!("), ("db", "g!("), ("#[ig", "nore"), (".on", "ly("), ("TO", "DO")];

/// Prints every breach of a rule and fails when there is one.
pub fn run(root: &Path) -> Result<ExitCode> {
    let mut breaches = Vec::new();
    let mut engine = 0;
    for file in super::files(root)? {
        let path = root.join(&file);
        let name = file.to_string_lossy().into_owned();
        let Ok(meta) = path.symlink_metadata() else {
            continue;
        };
        if meta.len() > LARGEST_FILE {
            breaches.push(format!("{name}: larger than 5 MB"));
        }
        let source = matches!(file.extension().and_then(|e| e.to_str()), Some("rs" | "ts" | "tsx" | "sql"));
        if !source {
            continue;
        }
        let text = std::fs::read_to_string(&path).with_context(|| name.clone())?;
        let lines = text.lines().count();
        if lines > LONGEST_FILE && !DERIVED.contains(&name.as_str()) {
            breaches.push(format!("{name}: {lines} lines; split it by subject (at most {LONGEST_FILE})"));
        }
        if name.starts_with("crates/resource/src/") {
            engine += lines;
        }
        for (i, line) in text.lines().enumerate() {
            for (head, tail) in UNFINISHED {
                if line.contains(&format!("{head}{tail}")) && !line.contains(STARTED_BY_OTHERS) {
                    breaches.push(format!("{name}:{}: {head}{tail}", i + 1));
                }
            }
        }
    }
    if engine > LARGEST_ENGINE {
        breaches.push(format!("crates/resource: {engine} lines (at most {LARGEST_ENGINE})"));
    }
    breaches.extend(wrong_edges(root)?);
    for breach in &breaches {
        report(breach);
    }
    Ok(if breaches.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[expect(clippy::print_stderr, reason = "the report of a command-line tool")]
fn report(breach: &str) {
    eprintln!("{breach}");
}

/// Dependencies between our own crates that the layout does not allow.
fn wrong_edges(root: &Path) -> Result<Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--locked"])
        .current_dir(root)
        .output()
        .context("cargo metadata")?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let allowed: BTreeMap<&str, &[&str]> = EDGES.into_iter().collect();
    let mut breaches = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        let Some(allowed) = allowed.get(name) else {
            breaches.push(format!("crate {name}: not in the layout (crates/xtask/src/check.rs)"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let other = dependency["name"].as_str().unwrap_or_default();
            let ours = dependency["path"].is_string();
            let for_tests = dependency["kind"] == "dev" && matches!(other, "testkit" | "mesh");
            if ours && !for_tests && !allowed.contains(&other) {
                breaches.push(format!("crate {name} must not depend on {other}"));
            }
        }
    }
    Ok(breaches)
}
