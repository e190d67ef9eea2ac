//! Scores of a segmented jaw, in two columns: as described in the challenge's paper, and as its program computes them.

use mesh::Vec3;
use std::collections::BTreeMap;
use std::fmt;

/// Scores of one jaw or the mean over some: as described, then the challenge's code; exp(-TLA), TSA, TIR each.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scores {
    pub described: [f32; 3],
    pub code: [f32; 3],
    pub false_teeth: f32,
}

impl Scores {
    /// The mean; a refused jaw takes part with zeros.
    pub fn mean(scores: &[Self]) -> Self {
        let n = scores.len().max(1) as f32;
        let mean3 = |pick: fn(&Self) -> [f32; 3]| {
            std::array::from_fn(|k| scores.iter().map(|s| pick(s)[k]).sum::<f32>() / n)
        };
        Self {
            described: mean3(|s| s.described),
            code: mean3(|s| s.code),
            false_teeth: scores.iter().map(|s| s.false_teeth).sum::<f32>() / n,
        }
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c] = self.described;
        let [d, e, g] = self.code;
        write!(f, "{a:6.3} {b:6.3} {c:6.3} | {d:6.3} {e:6.3} {g:6.3} | {:5.2}", self.false_teeth)
    }
}

struct Tooth {
    label: u16,
    vertices: Vec<usize>,
    centroid: [f64; 3],
    diagonal: f64,
    spread: [f64; 3],
}

/// Score predicted labels of vertices against the true ones.
pub fn score(positions: &[Vec3], truth: &[u16], predicted: &[u16]) -> Scores {
    let (real, found) = (teeth(positions, truth), teeth(positions, predicted));
    if real.is_empty() || found.is_empty() {
        return Scores::default();
    }
    let cost: Vec<Vec<f64>> =
        real.iter().map(|r| found.iter().map(|f| length(delta(r, f))).collect()).collect();
    let pairs = assign(&cost);
    let n = real.len() as f64;

    let mut lost = 5.0 * (n - pairs.len() as f64);
    let (mut f1, mut same, mut matched) = (0.0, 0.0, 0);
    for &(r, f) in &pairs {
        if cost[r][f] >= 5.0 {
            lost += 5.0;
            continue;
        }
        matched += 1;
        lost += cost[r][f] / real[r].diagonal.max(1e-9);
        let shared = real[r].vertices.iter().filter(|&&v| predicted[v] == found[f].label).count() as f64;
        f1 += 2.0 * shared / (real[r].vertices.len() + found[f].vertices.len()) as f64;
        same += f64::from(u8::from(real[r].label == found[f].label));
    }
    let described = [(-lost / n).exp(), f1 / n, same / n].map(|s| s as f32);

    let mut code_lost: f64 = 0.0;
    let (mut close, mut paired) = (0.0, vec![false; real.len()]);
    for &(r, f) in &pairs {
        let d = delta(&real[r], &found[f]);
        let scaled = length(std::array::from_fn(|k| d[k] / real[r].spread[k].max(1e-9)));
        code_lost += scaled;
        paired[r] = true;
        close += f64::from(u8::from(scaled < 0.5 && real[r].label == found[f].label));
    }
    for (r, _) in paired.iter().enumerate().filter(|(_, p)| !**p) {
        code_lost += 5.0 * length(real[r].spread);
    }
    let both = truth.iter().zip(predicted).filter(|(t, p)| (**t != 0) == (**p != 0)).count();
    let code = [(-code_lost / n).exp(), both as f64 / truth.len() as f64, close / pairs.len() as f64]
        .map(|s| s as f32);
    Scores { described, code, false_teeth: (found.len() - matched) as f32 }
}

fn delta(a: &Tooth, b: &Tooth) -> [f64; 3] {
    std::array::from_fn(|k| a.centroid[k] - b.centroid[k])
}

fn length(d: [f64; 3]) -> f64 {
    d.iter().map(|c| c * c).sum::<f64>().sqrt()
}

fn teeth(positions: &[Vec3], labels: &[u16]) -> Vec<Tooth> {
    let mut members: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (v, &label) in labels.iter().enumerate().filter(|(_, l)| **l != 0) {
        members.entry(label).or_default().push(v);
    }
    members
        .into_iter()
        .map(|(label, vertices)| {
            let along = |k: usize| vertices.iter().map(move |&v| f64::from(positions[v][k]));
            let centroid: [f64; 3] = std::array::from_fn(|k| along(k).sum::<f64>() / vertices.len() as f64);
            let diagonal = length(std::array::from_fn(|k| {
                along(k).fold(f64::MIN, f64::max) - along(k).fold(f64::MAX, f64::min)
            }));
            let spread =
                std::array::from_fn(|k| along(k).map(|c| (c - centroid[k]).powi(2)).sum::<f64>().sqrt());
            Tooth { label, vertices: vertices.clone(), centroid, diagonal, spread }
        })
        .collect()
}

/// Pairs of a minimal assignment (the Hungarian method with potentials); the shorter side is used up.
fn assign(cost: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let (rows, columns) = (cost.len(), cost[0].len());
    if rows > columns {
        let turned: Vec<Vec<f64>> = (0..columns).map(|j| cost.iter().map(|row| row[j]).collect()).collect();
        return assign(&turned).into_iter().map(|(a, b)| (b, a)).collect();
    }
    let (mut u, mut v) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    let mut row_of = vec![0usize; columns + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut at = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut used = vec![false; columns + 1];
        let mut from = vec![0usize; columns + 1];
        while row_of[at] != 0 {
            used[at] = true;
            let i = row_of[at];
            let (mut step, mut next) = (f64::INFINITY, 0);
            for j in 1..=columns {
                if used[j] {
                    continue;
                }
                let slack = cost[i - 1][j - 1] - u[i] - v[j];
                if slack < least[j] {
                    (least[j], from[j]) = (slack, at);
                }
                if least[j] < step {
                    (step, next) = (least[j], j);
                }
            }
            for j in 0..=columns {
                if used[j] {
                    u[row_of[j]] += step;
                    v[j] -= step;
                } else {
                    least[j] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            row_of[at] = row_of[from[at]];
            at = from[at];
        }
    }
    (1..=columns).filter(|&j| row_of[j] != 0).map(|j| (row_of[j] - 1, j - 1)).collect()
}
