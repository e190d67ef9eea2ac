//! The scan engine: pure functions from the bytes of an intraoral scan to numbered teeth.
//!
//! No input or output, no async, no clock: bytes and options in, values out. All lengths are
//! millimetres once a scan has been read.

pub mod format;
mod geometry;
mod mesh;
mod weld;

pub use geometry::{Frame, Vec3};
pub use mesh::{Adjacency, Mesh};
pub use weld::{Welded, weld};
