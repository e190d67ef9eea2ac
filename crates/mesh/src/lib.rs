//! The scan engine: pure functions from the bytes of an intraoral scan to numbered teeth.
//!
//! No input or output, no async, no clock: bytes and options in, values out. All lengths are
//! millimetres once a scan has been read.

mod geometry;
mod mesh;

pub use geometry::{Frame, Vec3};
pub use mesh::{Adjacency, Mesh};
