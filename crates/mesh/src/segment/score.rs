//! What each face looks like by itself: the step a learned model can replace.

use super::arch::{Arch, STATION};
use super::number::Span;
use super::priors::Prior;
use super::surface::Surface;

/// Classes a face is scored for: no tooth, then the sixteen places of the row.
pub(crate) const CLASSES: usize = 17;

/// Scores a face for every class; they are weights, not necessarily probabilities.
pub(crate) type Scores = [f32; CLASSES];

/// Scores and how much they are to be trusted, of one face.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Evidence {
    pub(crate) scores: Scores,
    /// 0: the neighbours decide alone; large: they have no say.
    pub(crate) trust: f32,
}

/// What a scorer knows of a face.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Features {
    /// Place across the arch in mm, positive outwards.
    pub(crate) across: f32,
    /// Below the crest, mm.
    pub(crate) below: f32,
}

/// Turns features of a face into scores of classes.
pub(crate) trait FaceScorer {
    /// Evidence for one face.
    fn score(&self, features: &Features, point: [f32; 2]) -> Evidence;
}

/// Features of every face.
pub(crate) fn features(surface: &Surface, arch: &Arch) -> Vec<Features> {
    surface
        .centres
        .iter()
        .map(|c| {
            let coarse = nearest(arch, [c[0], c[1]], 0, arch.stations.len(), 8);
            let i = nearest(arch, [c[0], c[1]], coarse.saturating_sub(8), coarse + 9, 1);
            let s = &arch.stations[i];
            let (dx, dy) = (c[0] - s.point[0], c[1] - s.point[1]);
            Features {
                across: -dx * s.along[1] + dy * s.along[0],
                below: s.crest - c[2],
            }
        })
        .collect()
}

fn nearest(arch: &Arch, p: [f32; 2], from: usize, to: usize, step: usize) -> usize {
    (from..to.min(arch.stations.len()))
        .step_by(step)
        .min_by(|&a, &b| {
            let d = |i: usize| {
                let q = arch.stations[i].point;
                (q[0] - p[0]).powi(2) + (q[1] - p[1]).powi(2)
            };
            d(a).total_cmp(&d(b))
        })
        .unwrap_or(0)
}

/// Scores from the arch alone: a face well inside a stretch and near its crest is that tooth, one far below or aside
/// is none, and between them nothing is said.
pub(crate) struct Geometry<'a> {
    pub(crate) arch: &'a Arch,
    pub(crate) row: &'a [Prior],
    pub(crate) spans: &'a [Span],
}

impl FaceScorer for Geometry<'_> {
    fn score(&self, features: &Features, point: [f32; 2]) -> Evidence {
        let mut scores = [0.0; CLASSES];
        let inside = self
            .spans
            .iter()
            .map(|span| (span, self.depth_inside(span, point)))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let none = |trust: f32| {
            let mut scores = [0.0; CLASSES];
            scores[0] = 1.0;
            Evidence { scores, trust }
        };
        let Some((span, inside)) = inside else {
            return none(1.0);
        };
        let prior = &self.row[span.tooth];
        let outside_mm = -inside * (span.to - span.from) as f32 * STATION;
        if features.below > prior.crown + 3.0
            || features.across.abs() > prior.depth / 2.0 + 4.0
            || outside_mm > 3.0
        {
            return none(1.0);
        }
        if inside > 0.22 && features.below < 0.4 * prior.crown && features.across.abs() < prior.depth * 0.3 {
            scores[span.tooth + 1] = 1.0;
            return Evidence { scores, trust: 1.0 };
        }
        if inside > 0.0 {
            let drop = (features.below / prior.crown).clamp(0.0, 1.3);
            scores[0] = (drop - 0.3).max(0.0);
            scores[span.tooth + 1] = 1.3 - drop;
        } else {
            scores[0] = 1.0;
        }
        Evidence { scores, trust: 0.002 }
    }
}

impl Geometry<'_> {
    /// Distance of a point from the nearer end of a stretch as a share of its length: 0.5 in the middle, 0 on a border.
    fn depth_inside(&self, span: &Span, p: [f32; 2]) -> f32 {
        let distance = |i: usize| {
            let s = &self.arch.stations[i];
            let (dx, dy) = (p[0] - s.point[0], p[1] - s.point[1]);
            dx * s.across[1] - dy * s.across[0]
        };
        let (a, b) = (distance(span.from), -distance(span.to));
        let aside = {
            let m = &self.arch.stations[(span.from + span.to) / 2];
            ((p[0] - m.point[0]).powi(2) + (p[1] - m.point[1]).powi(2)).sqrt()
        };
        if aside > 25.0 {
            return -10.0;
        }
        a.min(b) / ((span.to - span.from) as f32 * STATION)
    }
}
