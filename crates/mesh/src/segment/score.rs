//! What each face looks like by itself: the step a learned model can replace.

use super::arch::{Arch, STATION};
use super::number::Span;
use super::priors::Prior;
use super::surface::Surface;

/// Classes a face is scored for: no tooth, then the sixteen places of the row.
pub(crate) const CLASSES: usize = 17;

/// Beyond these a face is surely none of a tooth: below the crest as a share of the crown's length, beside its wall in
/// mm, beyond its end in mm.
const FAR_BELOW: f32 = 1.6;
const FAR_BESIDE: f32 = 6.8;
const FAR_BEYOND: f32 = 3.0;
/// Within these it surely is one: from its nearer end as a share of its width (0.5 is the middle), below the crest as a
/// share of the crown's length, from the curve as a share of its depth.
const CORE_INSIDE: f32 = 0.4;
const CORE_BELOW: f32 = 0.53;
const CORE_BESIDE: f32 = 0.675;
/// Where tooth and gum are equally likely, and how softly one passes into the other: the neck as a share of the crown's
/// length, the side in mm from its wall, the end in mm.
const NECK: (f32, f32) = (0.74, 0.138);
const SIDE: (f32, f32) = (1.33, 1.0);
const END_SOFTNESS: f32 = 0.4;
/// Say of these likelihoods against the neighbours'.
const TRUST: f32 = 0.005;
/// How far crowns of incisors and canines lean outwards, mm per mm.
const INCISOR_LEAN: f32 = 0.3;
const CANINE_LEAN: f32 = 0.2;

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
    /// Centre in the arch's plane, mm.
    pub(crate) point: [f32; 2],
    /// Place across the arch in mm, positive outwards.
    pub(crate) across: f32,
    /// Below the crest, mm.
    pub(crate) below: f32,
}

/// Turns features of a face into scores of classes.
pub(crate) trait FaceScorer {
    /// Evidence for one face.
    fn score(&self, features: &Features) -> Evidence;
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
                point: [c[0], c[1]],
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
    fn score(&self, features: &Features) -> Evidence {
        let mut scores = [0.0; CLASSES];
        let inside = self
            .spans
            .iter()
            .map(|span| (span, self.depth_inside(span, features.point)))
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
        // Front teeth lean outwards: their necks lie further in than their edges.
        let lean = match prior.fdi.position() {
            1 | 2 => INCISOR_LEAN,
            3 => CANINE_LEAN,
            _ => 0.0,
        };
        let beside = (features.across + lean * features.below).abs() - prior.depth / 2.0;
        let drop = features.below / prior.crown;
        if drop > FAR_BELOW || beside > FAR_BESIDE || outside_mm > FAR_BEYOND {
            return none(1.0);
        }
        if inside > CORE_INSIDE && drop < CORE_BELOW && features.across.abs() < prior.depth * CORE_BESIDE {
            scores[span.tooth + 1] = 1.0;
            return Evidence { scores, trust: 1.0 };
        }
        let beyond = |x: f32| 1.0 / (1.0 + (-x).exp());
        let crown = (1.0 - beyond((drop - NECK.0) / NECK.1))
            * (1.0 - beyond((beside - SIDE.0) / SIDE.1))
            * beyond(-outside_mm / END_SOFTNESS);
        scores[0] = 1.0 - crown;
        scores[span.tooth + 1] = crown;
        Evidence { scores, trust: TRUST }
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
