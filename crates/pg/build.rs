//! Lists `schema/*.sql`, in the order of the names, as constants of the crate.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or(io::ErrorKind::NotFound)?);
    let schema = root.join("../../schema").canonicalize()?;
    println!("cargo::rerun-if-changed={}", schema.display());

    let mut files: Vec<PathBuf> = fs::read_dir(&schema)?
        .map(|entry| entry.map(|entry| entry.path()))
        .filter(|path| path.as_ref().map_or(true, |path| path.extension().is_some_and(|end| end == "sql")))
        .collect::<Result<_, _>>()?;
    files.sort();

    let mut code = String::from("&[\n");
    for file in &files {
        let name = file.file_name().and_then(|name| name.to_str()).ok_or(io::ErrorKind::InvalidData)?;
        let _ = writeln!(code, "    Step {{ name: {name:?}, sql: include_str!({file:?}) }},");
    }
    code.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    fs::write(out.join("schema.rs"), code)
}
