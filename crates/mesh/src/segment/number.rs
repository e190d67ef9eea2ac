//! Which stretch of the arch is which tooth: one global assignment by dynamic programming.
//!
//! The arch is walked from one end to the other. Each stretch is a tooth of the row (in order, any may be absent, with or without its space) or no
//! tooth at all. A tooth is paid for by how far its width and cross-section are from what is known of it, and earns what
//! its two ends look like borders.

use super::arch::{Arch, STATION};
use super::priors::Prior;

/// Standard deviation of a tooth's width as a share of its mean.
const WIDTH_SPREAD: f32 = 0.066;
/// Worth of a border, and how distinct one must be to earn anything.
const CUT_WORTH: f32 = 8.0;
const CUT_EVEN: f32 = 0.286;
/// Cost of a tooth on crest that is none.
const NO_TOOTH: f32 = 10.5;
/// Standard deviation of the place of the midline between the central incisors, mm.
const MIDLINE_SPREAD: f32 = 3.0;
/// Cost of a millimetre of tooth-like crest that is given to no tooth.
const UNCLAIMED: f32 = 1.2;
/// Height of the surface below the plane of the tips at which tooth and no tooth are equally likely, mm.
const EDGE_DEPTH: f32 = -6.25;
/// Cost of a millimetre of space between two teeth where none is missing.
const SPACE: f32 = 0.75;
/// Sizes of whole dentitions against the mean that are tried, and their spread.
const SCALES: [f32; 7] = [0.85, 0.90, 0.95, 1.0, 1.05, 1.10, 1.15];
const SCALE_SPREAD: f32 = 0.07;
/// Cross-section of each position down to `SECTION_DEPTH`, mm²: mean, spread.
const SECTIONS: [[(f32, f32); 8]; 2] = [
    [(16.5, 3.5), (17.0, 3.5), (19.0, 4.0), (28.0, 3.5), (30.0, 3.5), (34.0, 4.0), (30.0, 4.5), (30.0, 5.0)],
    [(10.5, 2.5), (11.0, 2.5), (13.5, 3.0), (20.5, 4.0), (25.5, 3.5), (32.0, 3.5), (31.0, 4.0), (26.0, 7.0)],
];

/// A tooth found on the arch.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    /// Index in the row of priors.
    pub(crate) tooth: usize,
    /// First and last station.
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// The best reading of an arch as one jaw's teeth.
pub(crate) struct Reading {
    pub(crate) spans: Vec<Span>,
    /// Size of the dentition against the mean.
    scale: f32,
    /// Logarithm of its likelihood up to a constant that is the same for both jaws.
    pub(crate) score: f32,
}

#[derive(Clone, Copy)]
enum Step {
    Start,
    Skip,
    Gap,
    Space(u16),
    Tooth(u16),
}

/// Read the arch as the teeth of `row`.
pub(crate) fn read(arch: &Arch, row: &[Prior]) -> Reading {
    SCALES
        .iter()
        .map(|&scale| {
            let mut reading = read_at(arch, row, scale, None);
            reading.score -= ((scale - 1.0) / SCALE_SPREAD).powi(2) / 2.0;
            reading
        })
        .max_by(|a, b| a.score.total_cmp(&b.score))
        .unwrap_or(Reading { spans: Vec::new(), scale: 1.0, score: f32::NEG_INFINITY })
}

/// How much better a reading is than the best one in which a span is not that tooth, for each of its spans.
pub(crate) fn margins(arch: &Arch, row: &[Prior], reading: &Reading) -> Vec<f32> {
    let best = read_at(arch, row, reading.scale, None).score;
    reading.spans.iter().map(|span| best - read_at(arch, row, reading.scale, Some(*span)).score).collect()
}

/// How much a station looks like tooth, 0 to 1.
fn toothness(arch: &Arch, station: usize) -> f32 {
    let s = &arch.stations[station];
    if s.bare {
        return 0.0;
    }
    1.0 / (1.0 + (-(s.top - EDGE_DEPTH) * 1.5).exp())
}

/// The best reading at a size of the dentition; `barred` may not be read as its tooth.
fn read_at(arch: &Arch, row: &[Prior], scale: f32, barred: Option<Span>) -> Reading {
    let n = arch.stations.len();
    let teeth = row.len();
    let prefix = |f: &dyn Fn(usize) -> f32| {
        let mut sums = vec![0.0f32; n + 1];
        for i in 0..n {
            sums[i + 1] = sums[i] + f(i);
        }
        sums
    };
    let tooth_like = prefix(&|i| toothness(arch, i));
    let sections = prefix(&|i| arch.stations[i].section);
    let mut best = vec![vec![f32::NEG_INFINITY; teeth + 1]; n];
    let mut step = vec![vec![Step::Start; teeth + 1]; n];
    best[0][0] = 0.0;
    for i in 0..n {
        for k in 0..=teeth {
            let here = best[i][k];
            if here == f32::NEG_INFINITY {
                continue;
            }
            if k < teeth && here - row[k].absent > best[i][k + 1] {
                best[i][k + 1] = here - row[k].absent;
                step[i][k + 1] = Step::Skip;
            }
            let unclaimed = |to: usize| {
                UNCLAIMED
                    * (2.0 * (tooth_like[to] - tooth_like[i]) - 0.7 * (to - i) as f32).max(0.0)
                    * STATION
            };
            if i + 1 < n {
                let inside = k > 0 && k < teeth;
                let gap = here - unclaimed(i + 1) - if inside { SPACE * STATION } else { 0.0 };
                if gap > best[i + 1][k] {
                    best[i + 1][k] = gap;
                    step[i + 1][k] = Step::Gap;
                }
            }
            if k == teeth {
                continue;
            }
            let prior = &row[k];
            let mean = prior.width * scale;
            let (shortest, longest) = ((0.6 * mean / STATION) as usize, (1.45 * mean / STATION) as usize);
            let class = usize::from(prior.fdi.position()) - 1;
            let (section_mean, section_spread) =
                SECTIONS[usize::from(prior.fdi.jaw() == crate::Jaw::Lower)][class];
            let middle = if k == teeth / 2 {
                ((i as f32 - arch.middle) * STATION / MIDLINE_SPREAD).powi(2) / 2.0
            } else {
                0.0
            };
            for length in shortest..=longest.min(n - 1 - i) {
                let j = i + length;
                let width = length as f32 * STATION;
                let space = here - prior.absent - unclaimed(j);
                if space > best[j][k + 1] {
                    best[j][k + 1] = space;
                    step[j][k + 1] = Step::Space(length as u16);
                }
                if barred.is_some_and(|b| b.tooth == k && (i..j).contains(&((b.from + b.to) / 2))) {
                    continue;
                }
                let off = (width - mean) / (mean * WIDTH_SPREAD);
                let (inner_from, inner_to) = (i + length / 4, j - length / 4);
                let inner = (inner_to - inner_from).max(1) as f32;
                let section = (sections[inner_to] - sections[inner_from]) / inner;
                let section_off = (section - section_mean * scale) / (section_spread);
                let like = (tooth_like[j] - tooth_like[i]) / length as f32;
                let cuts = (arch.stations[i].cut + arch.stations[j].cut) / 2.0;
                let unlikely =
                    (off * off + section_off * section_off) / 2.0 + (mean * section_spread / 16.0).ln();
                let score = here - prior.present - middle - unlikely + CUT_WORTH * (cuts - CUT_EVEN)
                    - NO_TOOTH * (1.0 - like);
                if score > best[j][k + 1] {
                    best[j][k + 1] = score;
                    step[j][k + 1] = Step::Tooth(length as u16);
                }
            }
        }
    }
    let (mut i, mut k) = (n - 1, teeth);
    let score = best[i][k];
    let mut spans = Vec::new();
    loop {
        match step[i][k] {
            Step::Start => break,
            Step::Skip => k -= 1,
            Step::Gap => i -= 1,
            Step::Space(length) => (i, k) = (i - usize::from(length), k - 1),
            Step::Tooth(length) => {
                let from = i - usize::from(length);
                spans.push(Span { tooth: k - 1, from, to: i });
                (i, k) = (from, k - 1);
            }
        }
    }
    spans.reverse();
    Reading { spans, scale, score }
}
