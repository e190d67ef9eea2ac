//! The unit of a file's numbers. Mesh formats do not name one; the size of a jaw does.

use crate::Mesh;
use serde::{Deserialize, Serialize};

/// A unit of length that scanners and CAD programs write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// 0.001 mm.
    Micrometre,
    /// The unit of nearly all scanners, and of this crate.
    Millimetre,
    /// 10 mm.
    Centimetre,
    /// 25.4 mm.
    Inch,
    /// 1000 mm, the unit of glTF.
    Metre,
}

impl Unit {
    /// Millimetres in one of it.
    #[must_use]
    pub fn millimetres(self) -> f32 {
        match self {
            Self::Micrometre => 0.001,
            Self::Millimetre => 1.0,
            Self::Centimetre => 10.0,
            Self::Inch => 25.4,
            Self::Metre => 1000.0,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Micrometre => "micrometres",
            Self::Millimetre => "millimetres",
            Self::Centimetre => "centimetres",
            Self::Inch => "inches",
            Self::Metre => "metres",
        }
    }
}

/// Which unit a file seems to use, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitReading {
    /// The unit; millimetres where nothing fits.
    pub unit: Unit,
    /// Whether the size fits a jaw in that unit.
    pub plausible: bool,
    /// The reason, as a sentence.
    pub reason: String,
}

/// Longest side of the bounding box in the file's unit → unit. An adult arch measures 45 to 90 mm; a quadrant may have
/// 20 mm, two jaws in bite on bases 150 mm. In centimetres that is 2 to 15 and in inches 0.8 to 6: where the two
/// overlap, 4 separates a whole arch in inches (1.8 to 3.6) from one in centimetres (4.5 to 9).
const RANGES: [(std::ops::Range<f32>, Unit); 5] = [
    (0.02..0.2, Unit::Metre),
    (0.8..4.0, Unit::Inch),
    (4.0..15.0, Unit::Centimetre),
    (15.0..200.0, Unit::Millimetre),
    (15_000.0..200_000.0, Unit::Micrometre),
];

/// Infers the unit of a mesh from its size.
#[must_use]
pub fn infer_unit(mesh: &Mesh) -> UnitReading {
    let longest = longest_side(mesh);
    match RANGES.iter().find(|(range, _)| range.contains(&longest)) {
        Some(&(_, unit)) => UnitReading {
            unit,
            plausible: true,
            reason: format!(
                "The longest side measures {longest:.3} in the file's unit; read as {} that is {:.1} mm, the size of a jaw.",
                unit.name(),
                longest * unit.millimetres()
            ),
        },
        None => UnitReading {
            unit: Unit::Millimetre,
            plausible: false,
            reason: format!(
                "The longest side measures {longest:.3} in the file's unit, the size of a jaw in no unit."
            ),
        },
    }
}

/// Takes the unit that somebody named and says whether the size fits a jaw in it.
#[must_use]
pub fn named_unit(mesh: &Mesh, unit: Unit) -> UnitReading {
    let longest = longest_side(mesh) * unit.millimetres();
    UnitReading {
        unit,
        plausible: RANGES.iter().any(|(range, of)| *of == Unit::Millimetre && range.contains(&longest)),
        reason: format!("The unit was named as {}; the longest side measures {longest:.1} mm.", unit.name()),
    }
}

fn longest_side(mesh: &Mesh) -> f32 {
    mesh.bounds().map_or(0.0, |(low, high)| (high - low).0.into_iter().fold(0.0, f32::max))
}
