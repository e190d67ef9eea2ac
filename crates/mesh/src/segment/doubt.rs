//! A second look at each tooth found: a crown is rounded all over, gum behind the last tooth or in a gap is flat.

use super::number::Span;
use super::score::{CLASSES, Scores};
use super::surface::Surface;

/// Mean outward bend below which a patch is no crown, 1/mm. Crowns have 0.13 to 0.20, gum 0.05 to 0.11.
const ROUNDNESS: f32 = 0.11;
/// A bend counts up to this, 1/mm, so that a few sharp edges do not make a patch round.
const SHARPEST: f32 = 1.0;

/// The spans whose faces do not look like a crown.
pub(crate) fn doubtful(surface: &Surface, scores: &[Scores], spans: &[Span]) -> Vec<Span> {
    let classes: Vec<usize> =
        scores.iter().map(|s| (0..CLASSES).max_by(|&a, &b| s[a].total_cmp(&s[b])).unwrap_or(0)).collect();
    let mut bend = [(0.0f32, 0.0f32); CLASSES];
    for border in &surface.borders {
        let [class, other] = border.faces.map(|f| classes[f as usize]);
        if class == other {
            bend[class].0 += border.length * border.bend.clamp(0.0, SHARPEST);
            bend[class].1 += border.length;
        }
    }
    spans
        .iter()
        .filter(|span| {
            let (sum, length) = bend[span.tooth + 1];
            sum < ROUNDNESS * length
        })
        .copied()
        .collect()
}
