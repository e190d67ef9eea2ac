//! Working axes of a jaw before it is known which jaw it is: z towards the opposing teeth, y to the front, x = y × z.
//! For an upper jaw x is the patient's left, for a lower one the patient's right.

use crate::Jaw;
use crate::geometry::{Frame, Vec3};
use crate::mesh::Mesh;

/// An orthonormal, right-handed set of axes with an origin.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Axes {
    pub(crate) origin: Vec3,
    pub(crate) x: Vec3,
    pub(crate) y: Vec3,
    pub(crate) z: Vec3,
}

impl Axes {
    /// Axes whose z is `up`, with any x and y.
    pub(crate) fn about(origin: Vec3, up: Vec3) -> Self {
        let z = up.normalized();
        let [a, b, c] = z.0.map(f32::abs);
        let helper = if a <= b && a <= c {
            Vec3::new(1.0, 0.0, 0.0)
        } else if b <= c {
            Vec3::new(0.0, 1.0, 0.0)
        } else {
            Vec3::new(0.0, 0.0, 1.0)
        };
        let x = helper.cross(z).normalized();
        Self { origin, x, y: z.cross(x), z }
    }

    /// The axes of a jaw's frame.
    pub(crate) fn of(frame: &Frame, jaw: Jaw) -> Self {
        let (x, z) = match jaw {
            Jaw::Upper => (frame.left, -frame.superior),
            Jaw::Lower => (-frame.left, frame.superior),
        };
        Self { origin: frame.origin, x, y: frame.anterior, z }
    }

    /// The frame of a jaw with these axes.
    pub(crate) fn frame(&self, jaw: Jaw) -> Frame {
        let (left, superior) = match jaw {
            Jaw::Upper => (self.x, -self.z),
            Jaw::Lower => (-self.x, self.z),
        };
        Frame { origin: self.origin, left, anterior: self.y, superior }
    }

    /// Turned about z so that the direction at `angle` (radians from x towards y) becomes y.
    pub(crate) fn facing(&self, angle: f32) -> Self {
        let y = self.x * angle.cos() + self.y * angle.sin();
        Self { origin: self.origin, x: y.cross(self.z), y, z: self.z }
    }

    /// A point of these axes in scan coordinates.
    pub(crate) fn place(&self, p: Vec3) -> Vec3 {
        self.origin + self.x * p[0] + self.y * p[1] + self.z * p[2]
    }

    /// A point of the scan in these axes.
    pub(crate) fn local(&self, p: Vec3) -> Vec3 {
        let d = p - self.origin;
        Vec3::new(d.dot(self.x), d.dot(self.y), d.dot(self.z))
    }

    /// The mesh in these axes.
    pub(crate) fn apply(&self, mesh: &Mesh) -> Mesh {
        Mesh { positions: mesh.positions.iter().map(|&p| self.local(p)).collect(), faces: mesh.faces.clone() }
    }
}
