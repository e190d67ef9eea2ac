//! Where the jaw is and which way it faces, from its shape alone.
//!
//! A scan arrives in any axes. The steps: the occlusal direction from the open surface's vector area (a surface scanned
//! from one side faces that side), refined by the plane through the tooth tips; the front from the opening of the U,
//! refined by mirror symmetry; upper or lower from the palate and from which jaw's teeth fit better.

pub(crate) mod axes;
pub(crate) mod crest;
mod jaw;
mod plane;
pub(crate) mod relief;

use crate::Jaw;
use crate::geometry::Frame;
use crate::mesh::Mesh;
use crate::segment::proxy::Proxy;
use axes::Axes;
use relief::Relief;
use serde::{Deserialize, Serialize};

/// What the caller knows already.
#[derive(Debug, Clone, Copy, Default)]
pub struct OrientOptions {
    /// The jaw, where a case or a person named it: it wins over what the shape suggests.
    pub jaw: Option<Jaw>,
}

/// The jaw's place and kind.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Orientation {
    /// The anatomical frame in scan coordinates; its origin lies on the midline in the plane of the tooth tips.
    pub frame: Frame,
    /// Upper or lower.
    pub jaw: Jaw,
    /// How sure each decision is.
    pub confidence: OrientationConfidence,
}

/// Confidence of each decision, 0 (a guess) to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct OrientationConfidence {
    /// Which side is occlusal.
    pub occlusal: f32,
    /// Which way is front.
    pub anterior: f32,
    /// Upper or lower; 1 where the caller named it.
    pub jaw: f32,
}

/// Why a mesh has no orientation.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum OrientError {
    /// Nothing to look at.
    #[error("the mesh has no surface")]
    Empty,
    /// The extent is none of a dental arch in millimetres.
    #[error("an extent of {extent_mm:.0} mm is not that of a dental arch")]
    ImplausibleSize {
        /// Largest side of the bounding box.
        extent_mm: f32,
    },
    /// No U-shaped row of teeth.
    #[error("there is no U-shaped row of teeth in this surface")]
    NotAnArch,
    /// Only part of an arch, too little to tell front from back.
    #[error("this looks like part of an arch only ({span_degrees:.0} degrees of it)")]
    PartialArch {
        /// How far the row reaches round its centre.
        span_degrees: f32,
    },
}

impl OrientError {
    /// Stable name for clients.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::ImplausibleSize { .. } => "implausible_size",
            Self::NotAnArch => "not_an_arch",
            Self::PartialArch { .. } => "partial_arch",
        }
    }
}

/// Smallest and largest plausible diagonal of a scanned arch in mm.
const EXTENT: std::ops::RangeInclusive<f32> = 30.0..=180.0;
/// The opening of the U seen from its centre, in degrees: a wider one is a partial arch, a narrower one no arch.
const OPENING: std::ops::RangeInclusive<f32> = 15.0..=200.0;
/// Least depth of an arch from front to back as a share of its width: less is one side or the front alone.
const SHALLOWEST: f32 = 0.45;
/// Least width of an arch along its crest, mm.
const NARROWEST: f32 = 28.0;

/// Find the frame and the jaw of a scan.
///
/// # Errors
/// [`OrientError`] where the surface is no dental arch or only part of one.
pub fn orient(mesh: &Mesh, options: OrientOptions) -> Result<Orientation, OrientError> {
    // Bounds come first: an absurd extent is refused before work is spent on it.
    let (lo, hi) = mesh.bounds().filter(|_| !mesh.faces.is_empty()).ok_or(OrientError::Empty)?;
    let extent_mm = (hi - lo).length();
    if !EXTENT.contains(&extent_mm) {
        return Err(OrientError::ImplausibleSize { extent_mm });
    }
    let proxy = Proxy::new(mesh).mesh;
    let (axes, occlusal) = plane::occlusal(&proxy).ok_or(OrientError::NotAnArch)?;
    let (axes, anterior) = front(&Relief::new(&axes.apply(&proxy)), axes)?;
    let (jaw, confidence) = match options.jaw {
        Some(jaw) => (jaw, 1.0),
        None => jaw::decide(&proxy, &axes),
    };
    Ok(Orientation {
        frame: axes.frame(jaw),
        jaw,
        confidence: OrientationConfidence { occlusal, anterior, jaw: confidence },
    })
}

fn front(relief: &Relief, axes: Axes) -> Result<(Axes, f32), OrientError> {
    let points = crest::crest(relief);
    let total: f32 = points.iter().map(|p| p.weight).sum();
    if total * relief.pixel_area() < 100.0 {
        return Err(OrientError::NotAnArch);
    }
    let corner = |pick: fn(f32, f32) -> f32, start: f32| {
        points.iter().fold([start; 2], |c, p| [pick(c[0], p.x), pick(c[1], p.y)])
    };
    let (lo, hi) = (corner(f32::min, f32::INFINITY), corner(f32::max, f32::NEG_INFINITY));
    let mean =
        points.iter().fold([0.0; 2], |m, p| [m[0] + p.weight * p.x / total, m[1] + p.weight * p.y / total]);
    // The crest's mean lies towards the front of the U, the middle of its box does not: between them is inside it.
    let centre = [(lo[0] + hi[0] + 2.0 * mean[0]) / 4.0, (lo[1] + hi[1] + 2.0 * mean[1]) / 4.0];
    let radii = crest::polar(&points, centre);
    let (back, width) = crest::opening(&radii);
    if width.to_degrees() < *OPENING.start() {
        return Err(OrientError::NotAnArch);
    }
    if width.to_degrees() > *OPENING.end() {
        return Err(OrientError::PartialArch { span_degrees: 360.0 - width.to_degrees() });
    }
    let outline: Vec<[f32; 2]> = radii
        .iter()
        .enumerate()
        .filter_map(|(i, r)| {
            let angle = (i as f32 + 0.5) / crest::SECTORS as f32 * std::f32::consts::TAU;
            r.map(|r| [centre[0] + r * angle.cos(), centre[1] + r * angle.sin()])
        })
        .collect();
    let guess = back + std::f32::consts::PI;
    let (mut best, mut best_angle, mut best_centre) = (f32::INFINITY, guess, centre);
    for turn in -20..=20i8 {
        let angle = guess + f32::from(turn).to_radians() * 1.5;
        for shift in -10..=10i8 {
            let shift = f32::from(shift) * 0.8;
            let at = [centre[0] - shift * angle.sin(), centre[1] + shift * angle.cos()];
            let cost = crest::asymmetry(&outline, at, angle) + (angle - guess).powi(2);
            if cost < best {
                (best, best_angle, best_centre) = (cost, angle, at);
            }
        }
    }
    let (sin, cos) = best_angle.sin_cos();
    let reach = |dx: f32, dy: f32| {
        let along = outline.iter().map(|p| p[0] * dx + p[1] * dy);
        along.clone().fold(f32::NEG_INFINITY, f32::max) - along.fold(f32::INFINITY, f32::min)
    };
    let (depth, across) = (reach(cos, sin), reach(-sin, cos));
    if across < NARROWEST || depth < SHALLOWEST * across {
        return Err(OrientError::PartialArch {
            span_degrees: 4.0 * (2.0 * depth / across).atan().to_degrees(),
        });
    }
    let origin = axes.place(crate::Vec3::new(best_centre[0], best_centre[1], 0.0));
    let confidence = (1.0 - best / 20.0).clamp(0.05, 1.0) * (width.to_degrees() / 60.0).min(1.0);
    Ok((Axes { origin, ..axes }.facing(best_angle), confidence))
}
