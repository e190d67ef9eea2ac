//! The `cuspid` program.

use std::io::Write;
use std::process::ExitCode;

/// A request takes many small pieces of memory and gives them back on another thread.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Two providers are linked; without a choice the first connection would panic.
    let _ = rustls::crypto::ring::default_provider().install_default();
    server::cli::run().unwrap_or_else(|error| {
        let _ = writeln!(std::io::stderr(), "cuspid: {error:#}");
        ExitCode::FAILURE
    })
}
