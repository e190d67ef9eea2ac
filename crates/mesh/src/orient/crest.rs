//! The row of teeth seen from above: which pixels belong to it, how it curves, and which way it opens.

use super::relief::Relief;

/// Angular steps of the polar description.
pub(crate) const SECTORS: usize = 120;
/// How far below its summit a pixel still counts as crest, in mm.
const CREST_DEPTH: f32 = 3.5;
/// How far below the plane of the tips a summit may lie, in mm.
const SPEE: f32 = 6.0;
/// Rings of the polar description and their width in mm.
const RINGS: usize = 100;
const RING: f32 = 0.5;
/// Half of the widest crown across the arch, mm.
const HALF_CROWN: f32 = 6.0;
/// Height in mm that stands for no surface at all.
const LOWEST: f32 = -12.0;
/// Surroundings in which the summit of a crest is sought, in mm.
const SUMMIT_RADIUS: f32 = 4.0;

/// A point of the crest with its weight.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CrestPoint {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) z: f32,
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
            (summit > -SPEE && weight > 0.0).then_some(CrestPoint { x, y, z, weight })
        })
        .collect()
}

/// Distance of the crest from a centre in each direction (`angle = 2π (i + ½) / SECTORS`), `None` where there is none.
///
/// A first pass follows the highest ridge round the centre, steadily (by dynamic programming), so that rugae of the
/// palate do not draw it inwards; a second takes the middle of the crest about that ridge.
pub(crate) fn polar(points: &[CrestPoint], centre: [f32; 2]) -> Vec<Option<f32>> {
    let mut highest = vec![[f32::NEG_INFINITY; RINGS]; SECTORS];
    let mut mass = vec![0.0f32; SECTORS];
    let place = |p: &CrestPoint| {
        let (dx, dy) = (p.x - centre[0], p.y - centre[1]);
        let turn = (dy.atan2(dx) / std::f32::consts::TAU).rem_euclid(1.0);
        (((turn * SECTORS as f32) as usize).min(SECTORS - 1), dx.hypot(dy))
    };
    for p in points {
        let (sector, r) = place(p);
        let ring = ((r / RING) as usize).min(RINGS - 1);
        highest[sector][ring] = highest[sector][ring].max(p.z);
        mass[sector] += p.weight;
    }
    let typical = mass.iter().copied().fold(0.0, f32::max);
    let empty = |sector: usize| mass[sector] <= 0.02 * typical;
    let ridge = ridge(&highest);
    let mut sum = vec![(0.0f32, 0.0f32); SECTORS];
    for p in points {
        let (sector, r) = place(p);
        let top = (ridge[sector] as f32 + 0.5) * RING;
        if (r - top).abs() < HALF_CROWN {
            sum[sector].0 += p.weight * r;
            sum[sector].1 += p.weight;
        }
    }
    (0..SECTORS).map(|i| (!empty(i) && sum[i].1 > 0.0).then(|| sum[i].0 / sum[i].1)).collect()
}

/// The ring of the ridge in each sector: high all along, with few steps. Begins and ends where it likes.
fn ridge(highest: &[[f32; RINGS]]) -> Vec<usize> {
    let start = (0..SECTORS)
        .min_by(|&a, &b| {
            let top = |s: usize| highest[s].iter().copied().fold(LOWEST, f32::max);
            top(a).total_cmp(&top(b))
        })
        .unwrap_or(0);
    let worth = |sector: usize, ring: usize| highest[(start + sector) % SECTORS][ring].max(LOWEST);
    let mut best: [f32; RINGS] = std::array::from_fn(|r| worth(0, r));
    let mut from = vec![[0usize; RINGS]; SECTORS];
    for (sector, from) in from.iter_mut().enumerate().skip(1) {
        let before = best;
        for ring in 0..RINGS {
            let reach = ring.saturating_sub(5)..(ring + 6).min(RINGS);
            let (score, origin) = reach
                .map(|o| (before[o] - 0.12 * (ring.abs_diff(o) as f32).powi(2), o))
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .unwrap_or((before[ring], ring));
            from[ring] = origin;
            best[ring] = score + worth(sector, ring);
        }
    }
    let mut ring = (0..RINGS).max_by(|&a, &b| best[a].total_cmp(&best[b])).unwrap_or(0);
    let mut ridge = vec![0; SECTORS];
    for sector in (0..SECTORS).rev() {
        ridge[(start + sector) % SECTORS] = ring;
        ring = from[sector][ring];
    }
    ridge
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
    ((best_start as f32 + best as f32 / 2.0) * sector, best as f32 * sector)
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
