//! The tooth row unrolled: a curve along the crest and what the surface does across it.

use super::surface::Surface;
use crate::orient::crest::{self, SECTORS};
use crate::orient::relief::Relief;
use std::f32::consts::TAU;

/// Distance of stations along the arch, mm.
pub(crate) const STATION: f32 = 0.25;
/// Distance of samples across it, mm.
const ACROSS: f32 = 0.4;
/// Samples to each side.
const HALF: i32 = 18;
/// Samples to each side among which the top of a cross-section is sought.
const CORE: i32 = 9;
/// Depth below the crest down to which a cross-section is measured, mm.
const SECTION_DEPTH: f32 = 4.5;
/// Tilts of a cut against the arch's normal, in degrees.
const TILTS: [f32; 9] = [-32.0, -24.0, -16.0, -8.0, 0.0, 8.0, 16.0, 24.0, 32.0];
/// Worth of a crease along a cut against that of its narrowness, and cost of a degree of tilt.
const CREASE_WORTH: f32 = 0.65;
const TILT_COST: f32 = 0.007;
/// How far the curve is drawn on beyond the last crest, mm.
const OVERHANG: f32 = 2.0;

/// One place along the arch.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Station {
    pub(crate) point: [f32; 2],
    /// Unit direction towards the next station.
    pub(crate) along: [f32; 2],
    /// Height of the crest, smoothed, mm.
    pub(crate) crest: f32,
    /// Height of the highest surface within 1.5 mm, mm: below the crest where a tooth is missing.
    pub(crate) top: f32,
    /// Whether a closer look found no tooth here.
    pub(crate) bare: bool,
    /// Area of the cross-section down to `SECTION_DEPTH`, mm².
    pub(crate) section: f32,
    /// How much this place looks like the border of two teeth, about 0 to 2.
    pub(crate) cut: f32,
    /// Unit direction of that border across the arch (towards the outside).
    pub(crate) across: [f32; 2],
}

/// The unrolled arch.
pub(crate) struct Arch {
    pub(crate) stations: Vec<Station>,
    /// Place along the arch where it crosses the midline, in stations.
    pub(crate) middle: f32,
}

impl Arch {
    /// Trace the tooth row of a surface given in the arch's axes; `None` where there is too little of it.
    pub(crate) fn trace(surface: &Surface) -> Option<Self> {
        let relief = Relief::new(&surface.mesh);
        let line = centreline(&relief)?;
        let mut stations = stations(&line);
        if stations.len() < 60 {
            return None;
        }
        measure(&mut stations, &relief, surface);
        let middle = (0..stations.len())
            .filter(|&i| stations[i].point[1] > 0.0 || stations.len() < 200)
            .min_by(|&a, &b| stations[a].point[0].abs().total_cmp(&stations[b].point[0].abs()))
            .unwrap_or(stations.len() / 2) as f32;
        Some(Self { stations, middle })
    }

    /// Note that there is no tooth between two stations.
    pub(crate) fn mark_bare(&mut self, from: usize, to: usize) {
        for station in self.stations.iter_mut().take(to).skip(from + 1) {
            station.bare = true;
        }
    }
}

/// The crest as a smooth curve from negative to positive x.
fn centreline(relief: &Relief) -> Option<Vec<[f32; 2]>> {
    let points = crest::crest(relief);
    let total: f32 = points.iter().map(|p| p.weight).sum();
    if points.len() < 200 {
        return None;
    }
    let mean = points.iter().map(|p| p.weight * p.y / total).sum::<f32>();
    let (lo, hi) = points.iter().fold((f32::MAX, f32::MIN), |(l, h), p| (l.min(p.y), h.max(p.y)));
    let centre = [0.0, (lo + hi + 2.0 * mean) / 4.0];
    let radii = crest::polar(&points, centre);
    let (back, width) = crest::opening(&radii);
    let sector = TAU / SECTORS as f32;
    // Clockwise from the edge of the opening at negative x.
    let first = back - width / 2.0;
    let count = ((TAU - width) / sector).round() as usize;
    let sampled: Vec<(f32, f32)> = (0..count)
        .map(|k| {
            let index =
                ((first / sector - 0.5).round() as i64 - k as i64).rem_euclid(SECTORS as i64) as usize;
            radii[index].map_or((0.0, 0.0), |r| (r, 1.0))
        })
        .collect();
    let smooth = whittaker(&sampled, 6.0);
    Some(
        smooth
            .iter()
            .enumerate()
            .map(|(k, r)| {
                let angle = first - (k as f32 + 0.5) * sector;
                [centre[0] + r * angle.cos(), centre[1] + r * angle.sin()]
            })
            .collect(),
    )
}

/// Weighted smoothing with a penalty on second differences (Whittaker 1923, Eilers 2003), by Gauss elimination of the
/// five-diagonal system.
fn whittaker(samples: &[(f32, f32)], penalty: f32) -> Vec<f32> {
    let n = samples.len();
    let mut band = vec![[0.0f32; 3]; n];
    let mut right = vec![0.0f32; n];
    for (i, &(value, weight)) in samples.iter().enumerate() {
        band[i][0] += weight + 1e-6;
        right[i] = weight * value;
    }
    for i in 0..n.saturating_sub(2) {
        let d = [1.0, -2.0, 1.0];
        for a in 0..3 {
            for b in a..3 {
                band[i + a][b - a] += penalty * d[a] * d[b];
            }
        }
    }
    for i in 0..n {
        for a in 1..3 {
            if i + a >= n {
                continue;
            }
            let factor = band[i][a] / band[i][0];
            for b in a..3 {
                band[i + a][b - a] -= factor * band[i][b];
            }
            right[i + a] -= factor * right[i];
        }
    }
    for i in (0..n).rev() {
        let later: f32 = (1..3).filter(|a| i + a < n).map(|a| band[i][a] * right[i + a]).sum();
        right[i] = (right[i] - later) / band[i][0];
    }
    right
}

fn stations(line: &[[f32; 2]]) -> Vec<Station> {
    let n = line.len();
    if n < 4 {
        return Vec::new();
    }
    let extend = |end: [f32; 2], before: [f32; 2]| {
        let d = [end[0] - before[0], end[1] - before[1]];
        let l = d[0].hypot(d[1]).max(1e-6);
        [end[0] + d[0] / l * OVERHANG, end[1] + d[1] / l * OVERHANG]
    };
    let mut line = line.to_vec();
    line.insert(0, extend(line[0], line[2]));
    line.push(extend(line[n], line[n - 2]));
    let mut points = vec![line[0]];
    let mut carried = 0.0;
    for pair in line.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let length = (b[0] - a[0]).hypot(b[1] - a[1]);
        let mut at = STATION - carried;
        while at <= length {
            let u = at / length;
            points.push([a[0] + u * (b[0] - a[0]), a[1] + u * (b[1] - a[1])]);
            at += STATION;
        }
        carried = length - (at - STATION);
    }
    let last = points.len() - 1;
    (0..points.len())
        .map(|i| {
            let (a, b) = (points[i.saturating_sub(4)], points[(i + 4).min(last)]);
            let d = [b[0] - a[0], b[1] - a[1]];
            let l = d[0].hypot(d[1]).max(1e-6);
            let along = [d[0] / l, d[1] / l];
            Station {
                point: points[i],
                along,
                crest: 0.0,
                top: 0.0,
                bare: false,
                section: 0.0,
                cut: 0.0,
                across: [-along[1], along[0]],
            }
        })
        .collect()
}

/// What a line across the arch meets.
struct Crossing {
    section: f32,
    crease: f32,
}

fn measure(stations: &mut [Station], relief: &Relief, surface: &Surface) {
    let tops: Vec<f32> = stations
        .iter()
        .map(|s| {
            (-CORE..=CORE)
                .filter_map(|k| {
                    let t = k as f32 * ACROSS;
                    relief.at(s.point[0] - s.along[1] * t, s.point[1] + s.along[0] * t)
                })
                .map(|(z, _)| z)
                .fold(-8.0, f32::max)
        })
        .collect();
    let near = window(&tops, 6, |w| w.iter().copied().fold(f32::NEG_INFINITY, f32::max));
    let raised = window(&tops, 10, |w| w.iter().copied().fold(f32::NEG_INFINITY, f32::max));
    let crests = window(&raised, 14, |w| w.iter().sum::<f32>() / w.len() as f32);
    let crossings: Vec<[Crossing; TILTS.len()]> = stations
        .iter()
        .zip(&crests)
        .map(|(s, &crest)| TILTS.map(|tilt| cross(s, crest, tilt, relief, surface)))
        .collect();
    let straight = TILTS.len() / 2;
    let sections: Vec<f32> = crossings.iter().map(|c| c[straight].section).collect();
    let typical = window(&sections, 18, |w| {
        let mut sorted = w.to_vec();
        sorted.sort_by(f32::total_cmp);
        sorted[sorted.len() * 3 / 4]
    });
    for (i, station) in stations.iter_mut().enumerate() {
        station.crest = crests[i];
        station.section = sections[i];
        station.top = near[i];
        let (mut best, mut best_tilt) = (f32::NEG_INFINITY, 0.0);
        for (crossing, tilt) in crossings[i].iter().zip(TILTS) {
            let narrow = 1.0 - crossing.section / typical[i].max(1.0);
            let score = CREASE_WORTH * crossing.crease + narrow.clamp(-0.5, 1.0) - TILT_COST * f32::abs(tilt);
            if score > best {
                (best, best_tilt) = (score, tilt);
            }
        }
        station.cut = best;
        station.across = tilted(station, best_tilt);
    }
}

fn tilted(station: &Station, tilt: f32) -> [f32; 2] {
    let (sin, cos) = tilt.to_radians().sin_cos();
    let [x, y] = [-station.along[1], station.along[0]];
    [x * cos - y * sin, x * sin + y * cos]
}

fn cross(station: &Station, crest: f32, tilt: f32, relief: &Relief, surface: &Surface) -> Crossing {
    let [x, y] = tilted(station, tilt);
    let sample = |k: i32| {
        let t = k as f32 * ACROSS;
        let (z, face) = relief.at(station.point[0] + x * t, station.point[1] + y * t)?;
        (z > crest - SECTION_DEPTH).then_some((z - (crest - SECTION_DEPTH), face))
    };
    // The crown is the run of samples about the top near the curve; a palate beyond a valley is not part of it.
    let top = (-CORE..=CORE)
        .filter_map(|k| sample(k).map(|(z, _)| (z, k)))
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map_or(0, |(_, k)| k);
    let outwards = (top..=HALF).map_while(sample);
    let inwards = (-HALF..top).rev().map_while(sample);
    let (mut section, mut crease, mut weight) = (0.0, 0.0, 0.3);
    for (above, face) in outwards.chain(inwards) {
        section += above.min(SECTION_DEPTH + 1.0) * ACROSS;
        let share = (above / 1.5).min(1.0) * ACROSS;
        crease += share * surface.crease[face as usize].min(1.2);
        weight += share;
    }
    Crossing { section, crease: crease / weight }
}

fn window(values: &[f32], half: usize, f: impl Fn(&[f32]) -> f32) -> Vec<f32> {
    (0..values.len()).map(|i| f(&values[i.saturating_sub(half)..(i + half + 1).min(values.len())])).collect()
}
