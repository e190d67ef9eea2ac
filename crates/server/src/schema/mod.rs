//! The schema as a whole: its laws, what of the source documents it holds, and what is derived from it.

pub mod coverage;
pub mod export;
pub mod laws;
