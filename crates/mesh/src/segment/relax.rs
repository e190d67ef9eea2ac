//! Agreement between neighbours: each face's scores are drawn towards those of the faces beside it, the more so the less
//! the surface creases between them (a random walker with priors, Grady 2005).

use super::score::{CLASSES, Evidence, Scores};
use super::surface::Surface;

/// How quickly a crease parts its sides.
const SHARPNESS: f32 = 4.6;
/// Say of the faces' own creases beside that of the bend between them.
const CREASED: f32 = 0.4;
/// What even the sharpest crease lets through.
const LEAK: f32 = 8e-6;
/// Rounds of over-relaxed Gauss-Seidel.
const ROUNDS: usize = 120;
const OVER: f32 = 1.7;

/// Scores of every face after agreement.
pub(crate) fn relax(surface: &Surface, evidence: &[Evidence]) -> Vec<Scores> {
    let n = evidence.len();
    let (starts, links) = links(surface, n);
    let mut scores: Vec<Scores> = evidence.iter().map(|e| e.scores).collect();
    for round in 0..ROUNDS {
        for k in 0..n {
            let i = if round % 2 == 0 { k } else { n - 1 - k };
            let e = &evidence[i];
            let mut sum: Scores = e.scores.map(|s| s * e.trust);
            let mut weight = e.trust;
            for &(j, w) in &links[starts[i] as usize..starts[i + 1] as usize] {
                weight += w;
                let other = &scores[j as usize];
                for c in 0..CLASSES {
                    sum[c] += w * other[c];
                }
            }
            if weight > 0.0 {
                let own = &mut scores[i];
                for c in 0..CLASSES {
                    own[c] += OVER * (sum[c] / weight - own[c]);
                }
            }
        }
    }
    scores
}

fn links(surface: &Surface, n: usize) -> (Vec<u32>, Vec<(u32, f32)>) {
    let mut starts = vec![0u32; n + 1];
    for border in &surface.borders {
        for f in border.faces {
            starts[f as usize + 1] += 1;
        }
    }
    for i in 1..=n {
        starts[i] += starts[i - 1];
    }
    let mut next = starts.clone();
    let mut links = vec![(0u32, 0.0f32); surface.borders.len() * 2];
    for border in &surface.borders {
        let [a, b] = border.faces;
        let inward = (-border.bend).max(0.0)
            + CREASED * (surface.crease[a as usize] + surface.crease[b as usize]) / 2.0;
        let weight = border.length / border.distance * (-SHARPNESS * inward).exp() + LEAK;
        for (from, to) in [(a, b), (b, a)] {
            let slot = &mut next[from as usize];
            links[*slot as usize] = (to, weight);
            *slot += 1;
        }
    }
    (starts, links)
}
