//! One crown as an implicit solid: negative inside, about millimetres near the surface.
//!
//! In a tooth's own axes m runs along the arch away from the midline, b outwards (buccal, labial), z to the tip; the tip
//! of the longest cusp is near z = 0 and the neck at z = -length.

use crate::Fdi;

/// A crown's size in mm.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crown {
    pub(super) fdi: Fdi,
    pub(super) width: f32,
    pub(super) depth: f32,
    pub(super) length: f32,
}

/// A cusp: place as shares of half width and half depth, and how far its tip lies below the highest, mm.
type Cusp = [f32; 3];

const UPPER_MOLAR: &[Cusp] =
    &[[-0.42, 0.52, 0.2], [0.38, 0.50, 0.6], [-0.30, -0.48, 0.0], [0.48, -0.46, 1.2]];
const LOWER_FIRST_MOLAR: &[Cusp] =
    &[[-0.52, 0.50, 0.3], [0.06, 0.54, 0.4], [0.58, 0.30, 0.9], [-0.42, -0.52, 0.0], [0.36, -0.52, 0.1]];
const LOWER_MOLAR: &[Cusp] =
    &[[-0.45, 0.50, 0.3], [0.42, 0.50, 0.5], [-0.42, -0.52, 0.0], [0.42, -0.50, 0.2]];
const UPPER_PREMOLAR: &[Cusp] = &[[0.0, 0.52, 0.0], [-0.08, -0.52, 0.7]];
const LOWER_FIRST_PREMOLAR: &[Cusp] = &[[0.0, 0.30, 0.0], [-0.1, -0.58, 2.2]];
const LOWER_SECOND_PREMOLAR: &[Cusp] = &[[0.0, 0.46, 0.0], [-0.35, -0.52, 0.6], [0.40, -0.50, 1.0]];

impl Crown {
    /// Value of the solid at a point of the tooth's axes.
    pub(super) fn value(&self, m: f32, b: f32, z: f32) -> f32 {
        if self.fdi.position() <= 3 { self.front(m, b, z) } else { self.back(m, b, z) }
    }

    /// Share of the way from neck to tip.
    fn rise(&self, z: f32) -> f32 {
        ((z + self.length) / self.length).clamp(-0.5, 1.2)
    }

    fn back(&self, m: f32, b: f32, z: f32) -> f32 {
        let u = self.rise(z);
        let half_width =
            self.width / 2.0 * (0.80 + 0.21 * smooth(u / 0.65) - 0.10 * smooth((u - 0.65) / 0.5));
        let half_depth =
            self.depth / 2.0 * (0.86 + 0.14 * smooth(u / 0.35) - 0.30 * smooth((u - 0.35) / 0.75));
        // Cheek-side walls lean inwards towards the tips, tongue-side walls less.
        let b_centre = if self.fdi.jaw() == crate::Jaw::Lower { -0.05 * self.depth * u } else { 0.0 };
        let side =
            superellipse(m / half_width, (b - b_centre) / half_depth, 2.7) * half_width.min(half_depth);
        let top = (z - self.table(m, b - b_centre)) * 0.72;
        smooth_max(side, top, 0.9)
    }

    fn cusps(&self) -> &'static [Cusp] {
        match (self.fdi.jaw(), self.fdi.position()) {
            (crate::Jaw::Upper, 4 | 5) => UPPER_PREMOLAR,
            (crate::Jaw::Upper, _) => UPPER_MOLAR,
            (crate::Jaw::Lower, 4) => LOWER_FIRST_PREMOLAR,
            (crate::Jaw::Lower, 5) => LOWER_SECOND_PREMOLAR,
            (crate::Jaw::Lower, 6) => LOWER_FIRST_MOLAR,
            (crate::Jaw::Lower, _) => LOWER_MOLAR,
        }
    }

    /// Height of the chewing surface: domes whose meeting lines are the fissures, between two marginal ridges.
    fn table(&self, m: f32, b: f32) -> f32 {
        let (half_width, half_depth) = (self.width / 2.0, self.depth / 2.0);
        let steep = if self.fdi.is_molar() { 0.24 } else { 0.30 };
        let domes = self
            .cusps()
            .iter()
            .map(|&[cm, cb, low]| {
                let (dm, db) = (m - cm * half_width, b - cb * half_depth);
                let r2 = dm * dm + db * db;
                // A cone with a rounded tip: steeper than a dome at its foot, so that fissures are sharp.
                -low - steep * r2 / (1.0 + 0.12 * r2).sqrt()
            })
            .fold(f32::NEG_INFINITY, |a, d| smooth_max(a, d, 0.12));
        let ridge = -1.7 - 1.1 * (m.abs() - 0.74 * half_width).powi(2) - 0.04 * b * b;
        smooth_max(domes, ridge, 0.3)
    }

    fn front(&self, m: f32, b: f32, z: f32) -> f32 {
        let u = self.rise(z);
        let canine = self.fdi.is_canine();
        let widest = if canine { 0.68 } else { 0.86 };
        let half_width = self.width / 2.0 * (0.74 + 0.27 * smooth(u / widest));
        let edge = if canine { 1.3 } else { 0.75 };
        // Thick at the neck and the cingulum, thin at the edge; the tongue side is hollowed.
        let half_depth = edge + (self.depth / 2.0 - edge) * (1.0 - smooth((u - 0.12) / 0.85));
        let b_centre = 0.13 * self.depth * smooth(u) * if canine { 0.6 } else { 1.0 };
        let side =
            superellipse(m / half_width, (b - b_centre) / half_depth, 2.4) * half_width.min(half_depth);
        let top = if canine {
            z + 0.42 * (m * m + 0.5).sqrt() - 0.3
        } else {
            z + 0.012 * m * m + 0.02 * (m + 0.3 * half_width).max(0.0).powi(2) + 0.08 * (m * 2.6).cos() + 0.08
        };
        smooth_max(side, top * 0.85, if canine { 0.7 } else { 0.45 })
    }
}

/// Rises from 0 to 1 between 0 and 1, level at both ends.
pub(super) fn smooth(u: f32) -> f32 {
    let u = u.clamp(0.0, 1.0);
    u * u * (3.0 - 2.0 * u)
}

/// The larger of two values with a rounded corner of size `k`.
pub(super) fn smooth_max(a: f32, b: f32, k: f32) -> f32 {
    let h = (k - (a - b).abs()).max(0.0);
    a.max(b) + h * h / (4.0 * k)
}

/// The smaller of two values with a rounded corner of size `k`.
pub(super) fn smooth_min(a: f32, b: f32, k: f32) -> f32 {
    -smooth_max(-a, -b, k)
}

fn superellipse(x: f32, y: f32, n: f32) -> f32 {
    (x.abs().powf(n) + y.abs().powf(n)).powf(1.0 / n) - 1.0
}
