//! Points, directions and frames. Small on purpose: three numbers and the handful of operations the engine uses.

use serde::{Deserialize, Serialize};
use std::ops::{Add, Div, Index, Mul, Neg, Sub};

/// A point or direction in millimetres.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vec3(pub [f32; 3]);

impl Vec3 {
    /// The origin.
    pub const ZERO: Self = Self([0.0; 3]);

    /// From three coordinates.
    #[must_use]
    pub const fn new(x: f32, y: f32, z: f32) -> Self {
        Self([x, y, z])
    }

    /// Scalar product.
    #[must_use]
    pub fn dot(self, o: Self) -> f32 {
        self.0[0] * o.0[0] + self.0[1] * o.0[1] + self.0[2] * o.0[2]
    }

    /// Vector product.
    #[must_use]
    pub fn cross(self, o: Self) -> Self {
        let [a, b, c] = self.0;
        let [d, e, f] = o.0;
        Self([b * f - c * e, c * d - a * f, a * e - b * d])
    }

    /// Euclidean length.
    #[must_use]
    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }

    /// The same direction at length one; zero stays zero.
    #[must_use]
    pub fn normalized(self) -> Self {
        let l = self.length();
        if l > 0.0 && l.is_finite() { self / l } else { Self::ZERO }
    }

    /// Whether every coordinate is a finite number.
    #[must_use]
    pub fn is_finite(self) -> bool {
        self.0.iter().all(|c| c.is_finite())
    }
}

impl Index<usize> for Vec3 {
    type Output = f32;
    fn index(&self, i: usize) -> &f32 {
        &self.0[i]
    }
}

impl Add for Vec3 {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        Self([self.0[0] + o.0[0], self.0[1] + o.0[1], self.0[2] + o.0[2]])
    }
}

impl Sub for Vec3 {
    type Output = Self;
    fn sub(self, o: Self) -> Self {
        Self([self.0[0] - o.0[0], self.0[1] - o.0[1], self.0[2] - o.0[2]])
    }
}

impl Mul<f32> for Vec3 {
    type Output = Self;
    fn mul(self, k: f32) -> Self {
        Self(self.0.map(|c| c * k))
    }
}

impl Div<f32> for Vec3 {
    type Output = Self;
    fn div(self, k: f32) -> Self {
        Self(self.0.map(|c| c / k))
    }
}

impl Neg for Vec3 {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.map(|c| -c))
    }
}

/// An anatomical frame: where the jaw is and which way it faces, in the scan's own coordinates.
///
/// `superior` = `anterior` × `left` (the patient coordinates of DICOM PS3.3 C.7.6.2: left × posterior = superior).
/// The occlusal side is `-superior` for an upper jaw and `+superior` for a lower one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Frame {
    /// Centre of the arch, in scan coordinates.
    pub origin: Vec3,
    /// Unit vector to the patient's left.
    pub left: Vec3,
    /// Unit vector to the anterior.
    pub anterior: Vec3,
    /// Unit vector to the patient's head.
    pub superior: Vec3,
}
