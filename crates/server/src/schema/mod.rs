//! The schema as a whole: its laws, and what of the source documents it holds.

pub mod coverage;
pub mod laws;
