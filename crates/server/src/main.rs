//! The `cuspid` program.
fn main() {}
