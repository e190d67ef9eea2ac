//! The scan engine: pure functions from the bytes of an intraoral scan to numbered teeth.
//!
//! No input or output, no async, no clock: bytes and options in, values out. All lengths are
//! millimetres once a scan has been read.

pub mod check;
mod fdi;
pub mod format;
mod geometry;
pub mod lod;
mod mesh;
mod orient;
pub mod palette;
pub mod pipeline;
mod segment;
pub mod synth;
mod thumbnail;
mod weld;
pub mod write;

pub use fdi::{Fdi, Jaw, NotATooth, Side};
pub use geometry::{Frame, Vec3};
pub use mesh::{Adjacency, Mesh};
pub use orient::{OrientError, OrientOptions, Orientation, OrientationConfidence, orient};
pub use segment::{SegmentError, Segmentation, Tooth, segment};
pub use thumbnail::thumbnail;
pub use weld::{Welded, weld};
