//! Watches the page's build, whose files go into the binary.

use std::fs;
use std::path::Path;

fn main() {
    let page = Path::new("../../web/dist");
    // Cargo can watch a folder only where there is one. Where it cannot be made there will be no page either.
    let _ = fs::create_dir_all(page);
    println!("cargo::rerun-if-changed={}", page.display());
}
