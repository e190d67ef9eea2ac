//! The row of teeth seen from above: which pixels belong to it, how it curves, and which way it opens.

use super::relief::Relief;

/// Angular steps of the polar description.
pub(crate) const SECTORS: usize = 120;
/// How far below its summit a pixel still counts as crest, in mm.
const CREST_DEPTH: f32 = 3.5;
/// How far below the plane of the tips a summit may lie, in mm.
const SPEE: f32 = 6.0;
/// Surroundings in which the summit of a crest is sought, in mm.
const SUMMIT_RADIUS: f32 = 4.0;

/// A point of the crest with its weight.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CrestPoint {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) weight: f32,
}

/// Pixels of the tooth row of a relief whose z = 0 is the plane of the tips.
pub(crate) fn crest(relief: &Relief) -> Vec<CrestPoint> {
    relief
        .points()
        .filter(|p| p[2] > -SPEE - CREST_DEPTH)
        .filter_map(|[x, y, z]| {
            let summit = relief.summit(x, y, SUMMIT_RADIUS);
            let weight = z - (summit - CREST_DEPTH);
            (summit > -SPEE && weight > 0.0).then_some(CrestPoint { x, y, weight })
        })
        .collect()
}

/// Mean distance of the crest from a centre in each direction (`angle = 2π i / SECTORS`), `None` where there is little.
pub(crate) fn polar(points: &[CrestPoint], centre: [f32; 2]) -> Vec<Option<f32>> {
    let mut sum = vec![(0.0f32, 0.0f32); SECTORS];
    for p in points {
        let (dx, dy) = (p.x - centre[0], p.y - centre[1]);
        let turn = (dy.atan2(dx) / std::f32::consts::TAU).rem_euclid(1.0);
        let sector = ((turn * SECTORS as f32) as usize).min(SECTORS - 1);
        sum[sector].0 += p.weight * dx.hypot(dy);
        sum[sector].1 += p.weight;
    }
    let typical = sum.iter().map(|s| s.1).fold(0.0, f32::max);
    sum.iter()
        .map(|&(r, w)| (w > 0.02 * typical && w > 0.0).then(|| r / w))
        .collect()
}

/// Middle of the widest run of directions without crest, and its width, in radians.
pub(crate) fn opening(radii: &[Option<f32>]) -> (f32, f32) {
    let n = radii.len();
    let (mut best, mut best_start) = (0, 0);
    for start in 0..n {
        let run = (0..n).take_while(|k| radii[(start + k) % n].is_none()).count();
        if run > best {
            (best, best_start) = (run, start);
        }
    }
    let sector = std::f32::consts::TAU / n as f32;
    (
        (best_start as f32 + best as f32 / 2.0) * sector,
        best as f32 * sector,
    )
}

/// Mean squared distance in mm² between the crest and its mirror image in the line through `centre` at `angle`.
pub(crate) fn asymmetry(outline: &[[f32; 2]], centre: [f32; 2], angle: f32) -> f32 {
    let (sin, cos) = angle.sin_cos();
    let total: f32 = outline
        .iter()
        .map(|p| {
            let (dx, dy) = (p[0] - centre[0], p[1] - centre[1]);
            let across = dx * -sin + dy * cos;
            let mirrored = [p[0] + 2.0 * across * sin, p[1] - 2.0 * across * cos];
            outline
                .iter()
                .map(|q| (q[0] - mirrored[0]).powi(2) + (q[1] - mirrored[1]).powi(2))
                .fold(f32::INFINITY, f32::min)
                .min(100.0)
        })
        .sum();
    total / outline.len().max(1) as f32
}
