//! A whole jaw as an implicit solid: crowns along a curve, a scalloped gum about them, a palate in the upper.

use super::ArchSpec;
use super::crown::{Crown, smooth, smooth_min};
use super::random::{Random, hashed};
use crate::geometry::Vec3;
use crate::segment::priors;
use crate::{Fdi, Jaw};

/// Distance of points of the arch curve, mm.
const STEP: f32 = 0.5;
/// How much the gum rounds over a crown's neck, mm.
const MARGIN: f32 = 0.5;
/// Reach of a crown in the plane, mm.
const REACH: f32 = 11.0;

/// A crown in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed {
    pub(super) crown: Crown,
    centre: Vec3,
    /// Away from the midline along the arch, and outwards.
    along: [f32; 2],
    out: [f32; 2],
    /// Outward lean of the crown per mm of height.
    lean: f32,
}

/// A point of the arch curve.
#[derive(Debug, Clone, Copy)]
struct Knot {
    point: [f32; 2],
    /// Top of the gum, mm.
    gum: f32,
    /// Half of its width, mm.
    half: f32,
}

/// The solid.
pub(super) struct Solid {
    pub(super) crowns: Vec<Placed>,
    knots: Vec<Knot>,
    jaw: Jaw,
    vault: f32,
    neck: f32,
    back: f32,
    seed: u64,
}

/// Where a point lies along and beside the arch.
struct Beside {
    /// Signed distance from the curve, outwards positive.
    across: f32,
    gum: f32,
    half: f32,
    /// Distance beyond the nearer end of the curve.
    beyond: f32,
    knot: usize,
}

impl Solid {
    /// Place the teeth of a specification.
    pub(super) fn new(spec: &ArchSpec) -> Self {
        let mut random = Random::new(spec.seed);
        let size = 1.0 + 0.04 * random.normal().clamp(-2.0, 2.0);
        let teeth: Vec<(Crown, bool)> = priors::row(spec.jaw)
            .iter()
            .map(|prior| {
                let own = size * (1.0 + 0.025 * random.normal());
                let crown = Crown {
                    fdi: prior.fdi,
                    width: prior.width * own,
                    depth: prior.depth * size * (1.0 + 0.03 * random.normal()),
                    length: prior.crown * size * 0.92,
                };
                let there =
                    !spec.missing.contains(&prior.fdi) && (spec.third_molars || prior.fdi.position() != 8);
                (crown, there)
            })
            .collect();
        let teeth: Vec<_> = teeth.into_iter().filter(|(c, there)| *there || c.fdi.position() != 8).collect();
        let curve = Curve::fitting(spec, &teeth);
        let middle =
            teeth.iter().take_while(|(c, _)| far_side(c.fdi, spec.jaw)).map(|(c, _)| c.width).sum::<f32>();
        let mut crowns = Vec::new();
        let mut places = Vec::new();
        let mut reached = -middle;
        for (crown, there) in &teeth {
            let s = reached + crown.width / 2.0;
            reached += crown.width;
            places.push(Place { at: s, crown: *crown, there: *there });
            let ([x, y], [tx, ty]) = curve.at(s);
            let sign = if far_side(crown.fdi, spec.jaw) { -1.0 } else { 1.0 };
            let loose = spec.crowding * if crown.fdi.position() <= 5 { 1.0 } else { 0.4 };
            let turn = (random.even() * 16.0 * loose).to_radians();
            let shift = random.even() * 1.4 * loose;
            let (sin, cos) = turn.sin_cos();
            let (tx, ty) = (tx * cos - ty * sin, tx * sin + ty * cos);
            let out = [-ty, tx];
            if *there {
                crowns.push(Placed {
                    crown: *crown,
                    centre: Vec3::new(
                        x + out[0] * shift,
                        y + out[1] * shift,
                        spee(s) + 0.25 * random.normal(),
                    ),
                    along: [tx * sign, ty * sign],
                    out,
                    lean: lean(crown.fdi),
                });
            }
        }
        let ends = [-middle - 1.0, reached + 1.0];
        let count = ((ends[1] - ends[0]) / STEP) as usize + 1;
        let knots: Vec<Knot> = (0..count)
            .map(|i| {
                let s = ends[0] + i as f32 * STEP;
                let (gum, half) = gum(s, &places);
                Knot { point: curve.at(s).0, gum: gum + spee(s), half }
            })
            .collect();
        let neck = places.iter().map(|p| p.crown.length).sum::<f32>() / places.len().max(1) as f32;
        let back = knots.first().map_or(0.0, |k| k.point[1]).min(knots.last().map_or(0.0, |k| k.point[1]));
        Self {
            crowns,
            knots,
            jaw: spec.jaw,
            vault: 11.0 + 1.5 * random.normal(),
            neck,
            back,
            seed: spec.seed,
        }
    }

    /// The box the surface lies in.
    pub(super) fn bounds(&self) -> (Vec3, Vec3) {
        let (mut low, mut high) = (Vec3::new(0.0, 0.0, -self.neck - 14.0), Vec3::new(0.0, 0.0, 3.0));
        for k in &self.knots {
            for axis in 0..2 {
                low.0[axis] = low[axis].min(k.point[axis] - 15.0);
                high.0[axis] = high[axis].max(k.point[axis] + 15.0);
            }
        }
        if self.jaw == Jaw::Upper {
            low.0[2] -= self.vault;
        }
        (low, high)
    }

    /// Value of the whole solid.
    pub(super) fn value(&self, p: Vec3) -> f32 {
        let gum = self.gum_value(p, &self.beside(p));
        self.tooth_at(p).map_or(gum, |(_, tooth)| smooth_min(gum, tooth, MARGIN))
    }

    /// The tooth whose surface a point lies on, `None` on gum.
    pub(super) fn label(&self, p: Vec3) -> Option<Fdi> {
        let gum = self.gum_value(p, &self.beside(p));
        self.tooth_at(p).filter(|&(_, tooth)| tooth < gum).map(|(fdi, _)| fdi)
    }

    /// Whether a point of the surface lies in what the scanner saw.
    pub(super) fn seen(&self, p: Vec3) -> bool {
        let beside = self.beside(p);
        let wave = |phase: u64, along: f32| {
            let (i, u) = (along.floor(), smooth(along - along.floor()));
            let noise = |k: f32| hashed(self.seed ^ phase, (k + 1000.0) as u64);
            noise(i) * (1.0 - u) + noise(i + 1.0) * u
        };
        if beside.beyond > 3.5 + wave(3, p[2] / 3.0) {
            return false;
        }
        if self.jaw == Jaw::Upper && beside.across < 0.0 {
            let round = 8.0 * (1.0 - (p[0] / 16.0).powi(2)).max(0.0);
            return p[1] > self.back - 2.0 + round + 1.5 * wave(4, p[0] / 5.0);
        }
        let phase = if beside.across > 0.0 { 5 } else { 6 };
        p[2] > -self.neck - 4.0 + 1.3 * wave(phase, beside.knot as f32 * STEP / 6.0)
    }

    fn tooth_at(&self, p: Vec3) -> Option<(Fdi, f32)> {
        self.crowns
            .iter()
            .filter_map(|t| {
                let d = p - t.centre;
                if d[0] * d[0] + d[1] * d[1] > REACH * REACH {
                    return None;
                }
                let m = d[0] * t.along[0] + d[1] * t.along[1];
                let b = d[0] * t.out[0] + d[1] * t.out[1] - t.lean * d[2];
                Some((t.crown.fdi, t.crown.value(m, b, d[2])))
            })
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }

    fn beside(&self, p: Vec3) -> Beside {
        let squared = |k: &Knot| (k.point[0] - p[0]).powi(2) + (k.point[1] - p[1]).powi(2);
        let nearest = |range: std::ops::Range<usize>, step: usize| {
            range
                .step_by(step)
                .min_by(|&a, &b| squared(&self.knots[a]).total_cmp(&squared(&self.knots[b])))
                .unwrap_or(0)
        };
        let last = self.knots.len() - 1;
        let coarse = nearest(0..last + 1, 6);
        let i = nearest(coarse.saturating_sub(6)..(coarse + 7).min(last + 1), 1);
        let (a, b) = (&self.knots[i.saturating_sub(1)], &self.knots[(i + 1).min(last)]);
        let (tx, ty) = (b.point[0] - a.point[0], b.point[1] - a.point[1]);
        let l = tx.hypot(ty).max(1e-6);
        let k = &self.knots[i];
        let (dx, dy) = (p[0] - k.point[0], p[1] - k.point[1]);
        let forward = (dx * tx + dy * ty) / l;
        let side = (dy * tx - dx * ty) / l;
        let at_end = i == 0 || i == last;
        let beyond = if at_end { (if i == 0 { -forward } else { forward }).max(0.0) } else { 0.0 };
        // Between knots the height follows the line from one to the next.
        let slope = |f: fn(&Knot) -> f32| if at_end { 0.0 } else { (f(b) - f(a)) / l * forward };
        Beside {
            across: if at_end { side.signum() * squared(k).sqrt() } else { side },
            gum: k.gum + slope(|k| k.gum),
            half: k.half + slope(|k| k.half),
            beyond,
            knot: i,
        }
    }

    fn gum_value(&self, p: Vec3, at: &Beside) -> f32 {
        const SHOULDER: f32 = 4.5;
        let under = (at.gum - SHOULDER - p[2]).max(0.0);
        let half = at.half + 0.22 * under;
        let over = (p[2] - (at.gum - SHOULDER)).max(0.0) / SHOULDER;
        let ridge = ((at.across / half).hypot(over) - 1.0) * SHOULDER.min(half);
        if self.jaw == Jaw::Lower {
            return ridge;
        }
        let inwards = (-at.across).max(0.0);
        let rugae = 0.45
            * (p[1] * 1.5 + (p[0] * 0.35).cos() * 2.0).sin()
            * smooth((p[1] - self.back) / 40.0 - 0.45)
            * smooth((inwards - 5.0) / 4.0)
            * (1.0 - (-(p[0] / 2.0).powi(2)).exp());
        let height = -self.neck - 1.5 - self.vault * (1.0 - (-(inwards / 9.0).powi(2)).exp()) + rugae;
        let palate = ((p[2] - height) * 0.75).max(at.across + 1.0);
        smooth_min(ridge, palate, 2.5)
    }
}

/// Whether a tooth stands at negative x in the jaw's working axes.
fn far_side(fdi: Fdi, jaw: Jaw) -> bool {
    (fdi.side() == crate::Side::Right) == (jaw == Jaw::Upper)
}

/// Curve of Spee: the middle of each side lies a little lower.
fn spee(s: f32) -> f32 {
    -0.9 * (-((s.abs() - 34.0) / 14.0).powi(2)).exp()
}

fn lean(fdi: Fdi) -> f32 {
    match (fdi.jaw(), fdi.position()) {
        (Jaw::Upper, 1 | 2) => 0.30,
        (Jaw::Upper, 3) => 0.18,
        (Jaw::Lower, 1 | 2) => 0.16,
        (Jaw::Lower, 3..=8) => -0.10,
        _ => 0.05,
    }
}

/// A tooth's place in the row, there or missing.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Its middle along the arch, mm from the front.
    at: f32,
    crown: Crown,
    there: bool,
}

/// Top and half width of the gum: low at the middle of a tooth, risen to a papilla between two.
fn gum(s: f32, places: &[Place]) -> (f32, f32) {
    let (mut top, mut half, mut weight) = (0.0, 0.0, 0.0);
    for Place { at, crown, .. } in places {
        let near = (-((s - at) / (0.5 * crown.width)).powi(2)).exp() + 1e-6;
        top -= near * (crown.length - 0.6);
        half += near * (crown.depth / 2.0 + 1.0).max(4.6);
        weight += near;
    }
    let papilla = places
        .windows(2)
        .filter(|pair| pair[0].there && pair[1].there)
        .map(|pair| {
            let border = pair[0].at + pair[0].crown.width / 2.0;
            let off = (s - border) / (0.16 * (pair[0].crown.width + pair[1].crown.width));
            (1.0 - off * off).max(0.0) * 0.15 * (pair[0].crown.length + pair[1].crown.length)
        })
        .fold(0.0, f32::max);
    (top / weight + papilla, half / weight)
}

/// The arch curve: y = depth (1 - |x / half width|^power), parametrised by length from its front.
struct Curve {
    points: Vec<[f32; 2]>,
}

impl Curve {
    fn fitting(spec: &ArchSpec, teeth: &[(Crown, bool)]) -> Self {
        let wanted =
            teeth.iter().filter(|(c, _)| c.fdi.position() <= 7).map(|(c, _)| c.width).sum::<f32>() / 2.0;
        let (half_width, depth): (f32, f32) = match spec.jaw {
            Jaw::Upper => (28.0, 40.0),
            Jaw::Lower => (26.0, 36.0),
        };
        let half_width = half_width * spec.width;
        let trace = |scale: f32| {
            let mut points = vec![[0.0f32, 0.0f32]];
            let mut x = 0.0f32;
            while points.len() < 400 {
                let slope = depth / half_width * 2.4 * (x / (half_width * scale)).powf(1.4);
                let dx = 0.25 / (1.0 + slope * slope).sqrt();
                let from = points[points.len() - 1];
                x += dx;
                points.push([from[0] + dx, from[1] - slope * dx]);
            }
            points
        };
        let bottom = |points: &[[f32; 2]], scale: f32| {
            points.iter().take_while(|p| p[1] > -depth * scale).count() as f32 * 0.25
        };
        let first = trace(1.0);
        let scale = wanted / bottom(&first, 1.0).max(1.0);
        Self { points: trace(scale).iter().map(|p| [p[0], p[1] + depth * scale]).collect() }
    }

    /// Point and unit direction (towards growing x) at a signed length from the front.
    fn at(&self, s: f32) -> ([f32; 2], [f32; 2]) {
        let at = (s.abs() / 0.25).min(self.points.len() as f32 - 2.001);
        let (i, u) = (at as usize, at.fract());
        let (a, b) = (self.points[i], self.points[i + 1]);
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let l = dx.hypot(dy).max(1e-6);
        let sign = if s < 0.0 { -1.0 } else { 1.0 };
        ([sign * (a[0] + u * dx), a[1] + u * dy], [dx / l, sign * dy / l])
    }
}
