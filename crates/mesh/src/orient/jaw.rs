//! Upper or lower: a palate is seen in uppers only, and the two jaws' teeth differ in size from front to back.

use super::axes::Axes;
use super::relief::Relief;
use crate::Jaw;
use crate::mesh::Mesh;
use crate::segment::arch::Arch;
use crate::segment::number::read;
use crate::segment::priors::row;
use crate::segment::surface::Surface;

/// Share of the inside of the U that is surface where a palate and none are equally likely, and how quickly that tips.
const PALATE_SHARE: f32 = 0.35;
const PALATE_WORTH: f32 = 20.0;
/// Odds of an upper jaw where no palate is seen: many uppers are scanned or trimmed without it.
const NO_PALATE: f32 = -1.0;
/// Difference of the two readings at which both jaws are equally likely.
const READING_EVEN: f32 = -10.0;
/// Weight of the difference of the two readings' log-likelihoods, whose terms are not independent.
const READING_WEIGHT: f32 = 0.3;

/// The likelier jaw and how sure that is.
pub(super) fn decide(mesh: &Mesh, axes: &Axes) -> (Jaw, f32) {
    let surface = Surface::new(axes.apply(mesh));
    let palate = (PALATE_WORTH * (palate_share(&Relief::new(&surface.mesh)) - PALATE_SHARE)).max(NO_PALATE);
    let reading = Arch::trace(&surface).map_or(0.0, |arch| {
        let [upper, lower] = [Jaw::Upper, Jaw::Lower].map(|jaw| read(&arch, &row(jaw)).score);
        READING_WEIGHT * (upper - lower - READING_EVEN)
    });
    let odds = palate + reading.clamp(-6.0, 6.0);
    let jaw = if odds > 0.0 { Jaw::Upper } else { Jaw::Lower };
    (jaw, 1.0 / (1.0 + (-odds.abs()).exp()))
}

/// Share of a disc inside the U that shows a surface.
fn palate_share(relief: &Relief) -> f32 {
    let mut seen = 0;
    let mut all = 0;
    for i in -8..=8i8 {
        for j in -8..=8i8 {
            let (x, y) = (f32::from(i), f32::from(j));
            if x * x + y * y <= 64.0 {
                all += 1;
                seen += usize::from(relief.at(x, y).is_some());
            }
        }
    }
    seen as f32 / all as f32
}
