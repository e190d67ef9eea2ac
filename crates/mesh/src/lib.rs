//! The scan engine: pure functions from the bytes of an intraoral scan to numbered teeth.
//!
//! No input or output, no async, no clock: bytes and options in, values out. All lengths are
//! millimetres once a scan has been read.

mod fdi;
pub mod format;
mod geometry;
mod mesh;
mod orient;
mod segment;
mod weld;

pub use fdi::{Fdi, Jaw, NotATooth, Side};
pub use geometry::{Frame, Vec3};
pub use mesh::{Adjacency, Mesh};
pub use orient::{OrientError, OrientOptions, Orientation, OrientationConfidence, orient};
pub use segment::{SegmentError, Segmentation, Tooth, segment};
pub use weld::{Welded, weld};
