//! From an oriented scan to numbered teeth, by geometry.
//!
//! The tooth row is unrolled along its crest; one global assignment says which stretch is which tooth; each face is
//! scored by where it lies, and neighbouring faces agree except across creases. Work happens on a lighter stand-in of a
//! large mesh and is carried back to every face of the original.

pub(crate) mod arch;
mod carry;
mod doubt;
pub(crate) mod number;
pub(crate) mod priors;
pub(crate) mod proxy;
mod relax;
mod score;
pub(crate) mod surface;

use crate::orient::axes::Axes;
use crate::{Fdi, Mesh, Orientation, Vec3};
use arch::Arch;
use proxy::Proxy;
use score::{FaceScorer, Geometry};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use surface::Surface;

/// Fewest teeth that make an arch.
const FEWEST_TEETH: usize = 4;
/// How often a reading may be put in doubt by what it leads to.
const DOUBTS: usize = 2;

/// A scan cut into teeth.
#[derive(Debug, Clone, PartialEq)]
pub struct Segmentation {
    /// FDI code of every face of the input, 0 where it is gum or anything else.
    pub face_labels: Vec<u16>,
    /// The teeth, in the order of their codes.
    pub teeth: Vec<Tooth>,
}

/// A tooth of a segmentation.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Tooth {
    /// Its code.
    pub fdi: Fdi,
    /// How sure the machine is of extent and number together, 0 to 1.
    pub confidence: f32,
    /// How many faces it has.
    pub faces: usize,
    /// Centre of its surface, weighted by area, in scan coordinates.
    pub centroid: Vec3,
    /// Its surface in mm².
    pub area: f32,
}

/// Why a scan was not segmented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SegmentError {
    /// The caller's progress function said stop.
    #[error("segmentation was cancelled")]
    Cancelled,
    /// No row of teeth along a U.
    #[error("there is no row of teeth in this surface")]
    NotAnArch,
    /// Too few teeth to number them.
    #[error("only {teeth} teeth were found, too few to number them")]
    PartialArch {
        /// How many were found.
        teeth: usize,
    },
}

impl SegmentError {
    /// Stable name for clients.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::NotAnArch => "not_an_arch",
            Self::PartialArch { .. } => "partial_arch",
        }
    }
}

/// Cut a scan into numbered teeth. `progress` hears the share done (0 to 1) and may stop the work.
///
/// # Errors
/// [`SegmentError`] where the surface has no row of teeth or `progress` said stop.
pub fn segment(
    mesh: &Mesh,
    orientation: &Orientation,
    progress: &mut dyn FnMut(f32) -> ControlFlow<()>,
) -> Result<Segmentation, SegmentError> {
    let mut reached = |share: f32| match progress(share) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(SegmentError::Cancelled),
    };
    reached(0.0)?;
    let axes = Axes::of(&orientation.frame, orientation.jaw);
    let local = axes.apply(mesh);
    let surface = Surface::new(Proxy::new(&local).mesh);
    reached(0.3)?;
    let mut arch = Arch::trace(&surface).ok_or(SegmentError::NotAnArch)?;
    let row = priors::row(orientation.jaw);
    let features = score::features(&surface, &arch);
    let mut scores = Vec::new();
    let mut margins = vec![0.0; row.len()];
    for round in 0..=DOUBTS {
        let reading = number::read(&arch, &row);
        if reading.spans.len() < FEWEST_TEETH {
            return Err(SegmentError::PartialArch { teeth: reading.spans.len() });
        }
        let scorer = Geometry { arch: &arch, row: &row, spans: &reading.spans };
        let evidence: Vec<_> = features.iter().map(|f| scorer.score(f)).collect();
        scores = relax::relax(&surface, &evidence);
        let doubtful = doubt::doubtful(&surface, &scores, &reading.spans);
        if doubtful.is_empty() || round == DOUBTS {
            for (span, margin) in reading.spans.iter().zip(number::margins(&arch, &row, &reading)) {
                margins[span.tooth] = margin;
            }
            break;
        }
        doubtful.iter().for_each(|span| arch.mark_bare(span.from, span.to));
        reached(0.3 + 0.15 * (round + 1) as f32)?;
    }
    reached(0.8)?;
    let classes = carry::carry(&local, &surface, &scores);
    reached(1.0)?;
    Ok(describe(mesh, &classes, &row, &margins))
}

/// Chance that a tooth's extent and number are both right, from the certainty of its faces and the margin of its number.
///
/// Both curves follow the share of right teeth in each tenth of the labelled scans' teeth, all patients taken together.
fn confidence(certainty: f32, margin: f32) -> f32 {
    let extent = 1.0 / (1.0 + (-26.0 * (certainty - 0.694)).exp());
    let number = 1.0 - 0.4 * (-margin.max(0.0) / 6.0).exp();
    extent * number
}

/// Names and measures of the classes found; `classes` holds each face's class and its certainty.
fn describe(mesh: &Mesh, classes: &[(u8, f32)], row: &[priors::Prior], margins: &[f32]) -> Segmentation {
    let face_labels = classes
        .iter()
        .map(|&(class, _)| if class == 0 { 0 } else { row[class as usize - 1].fdi.code() })
        .collect();
    let mut sums = vec![(0usize, 0.0f32, Vec3::ZERO, 0.0f32); row.len() + 1];
    for (face, &(class, certainty)) in classes.iter().enumerate() {
        let area = mesh.face_normal(face).length() / 2.0;
        let sum = &mut sums[class as usize];
        sum.0 += 1;
        sum.1 += area;
        sum.2 = sum.2 + mesh.face_centre(face) * area;
        sum.3 += area * certainty;
    }
    let mut teeth: Vec<Tooth> = row
        .iter()
        .zip(&sums[1..])
        .zip(margins)
        .filter(|((_, s), _)| s.0 > 0 && s.1 > 0.0)
        .map(|((prior, &(faces, area, centre, certainty)), margin)| Tooth {
            fdi: prior.fdi,
            confidence: confidence(certainty / area, *margin),
            faces,
            centroid: centre / area,
            area,
        })
        .collect();
    teeth.sort_by_key(|t| t.fdi);
    Segmentation { face_labels, teeth }
}
