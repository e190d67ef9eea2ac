//! Upper or lower.

use super::axes::Axes;
use super::relief::Relief;
use crate::Jaw;
use crate::mesh::Mesh;

/// The likelier jaw and how sure that is.
pub(super) fn decide(mesh: &Mesh, axes: &Axes) -> (Jaw, f32) {
    let local = axes.apply(mesh);
    let relief = Relief::new(&local);
    let palate = palate_share(&relief);
    let odds = 8.0 * (palate - 0.4);
    let jaw = if odds > 0.0 { Jaw::Upper } else { Jaw::Lower };
    (jaw, 1.0 - 1.0 / (1.0 + odds.abs().exp()))
}

/// Share of a disc inside the U that shows a surface: the palate of an upper scan, nothing in a lower one.
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
