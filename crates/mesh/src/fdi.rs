//! Tooth codes: the two-digit system of ISO 3950 (FDI), 52 codes and nothing else.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A jaw. The upper one is the maxilla, the lower one the mandible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Jaw {
    /// Maxilla: quadrants 1, 2, 5 and 6.
    Upper,
    /// Mandible: quadrants 3, 4, 7 and 8.
    Lower,
}

/// The patient's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The patient's right: quadrants 1, 4, 5 and 8.
    Right,
    /// The patient's left: quadrants 2, 3, 6 and 7.
    Left,
}

/// One of the 52 tooth codes of ISO 3950: 32 permanent (11–18, 21–28, 31–38, 41–48) and 20 primary (51–55, 61–65,
/// 71–75, 81–85). Serialised as its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Fdi(u8);

/// A number that is no tooth code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a tooth code of ISO 3950")]
pub struct NotATooth(pub u16);

impl Fdi {
    /// The permanent tooth at `position` (1 = central incisor … 8 = third molar) of a jaw and side; `None` for another
    /// position.
    #[must_use]
    pub fn permanent(jaw: Jaw, side: Side, position: u8) -> Option<Self> {
        let quadrant = match (jaw, side) {
            (Jaw::Upper, Side::Right) => 1,
            (Jaw::Upper, Side::Left) => 2,
            (Jaw::Lower, Side::Left) => 3,
            (Jaw::Lower, Side::Right) => 4,
        };
        Self::try_from(quadrant * 10 + u16::from(position)).ok()
    }

    /// The two-digit code.
    #[must_use]
    pub fn code(self) -> u16 {
        u16::from(self.0)
    }

    /// First digit: 1–4 permanent, 5–8 primary, clockwise from the upper right as one faces the patient.
    #[must_use]
    pub fn quadrant(self) -> u8 {
        self.0 / 10
    }

    /// Second digit: 1 = central incisor, counted away from the midline.
    #[must_use]
    pub fn position(self) -> u8 {
        self.0 % 10
    }

    /// Whether this is a primary (milk) tooth.
    #[must_use]
    pub fn is_primary(self) -> bool {
        self.quadrant() > 4
    }

    /// The jaw it stands in.
    #[must_use]
    pub fn jaw(self) -> Jaw {
        if matches!(self.quadrant(), 1 | 2 | 5 | 6) { Jaw::Upper } else { Jaw::Lower }
    }

    /// The patient's side it stands on.
    #[must_use]
    pub fn side(self) -> Side {
        if matches!(self.quadrant(), 1 | 4 | 5 | 8) { Side::Right } else { Side::Left }
    }

    /// Whether it is an incisor.
    #[must_use]
    pub fn is_incisor(self) -> bool {
        self.position() <= 2
    }

    /// Whether it is a canine.
    #[must_use]
    pub fn is_canine(self) -> bool {
        self.position() == 3
    }

    /// Whether it is a premolar; primary teeth have none.
    #[must_use]
    pub fn is_premolar(self) -> bool {
        !self.is_primary() && matches!(self.position(), 4 | 5)
    }

    /// Whether it is a molar.
    #[must_use]
    pub fn is_molar(self) -> bool {
        self.position() >= if self.is_primary() { 4 } else { 6 }
    }

    /// All 52 codes in ascending order.
    pub fn all() -> impl Iterator<Item = Self> {
        (11..=85).filter_map(|code| Self::try_from(code).ok())
    }
}

impl TryFrom<u16> for Fdi {
    type Error = NotATooth;
    fn try_from(code: u16) -> Result<Self, NotATooth> {
        match (code / 10, code % 10) {
            (1..=4, 1..=8) | (5..=8, 1..=5) => Ok(Self(code as u8)),
            _ => Err(NotATooth(code)),
        }
    }
}

impl From<Fdi> for u16 {
    fn from(fdi: Fdi) -> Self {
        fdi.code()
    }
}

impl fmt::Display for Fdi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_52_codes() {
        assert_eq!(Fdi::all().count(), 52);
        assert_eq!(Fdi::all().filter(|t| t.is_primary()).count(), 20);
    }

    #[test]
    fn neighbours_of_the_valid_codes_are_refused() {
        for code in [0, 9, 10, 19, 20, 29, 50, 56, 86, 90, 91, 111, 267] {
            assert_eq!(Fdi::try_from(code), Err(NotATooth(code)));
        }
    }

    #[test]
    fn jaw_and_side_follow_the_quadrant() {
        for tooth in Fdi::all().filter(|t| !t.is_primary()) {
            assert_eq!(Fdi::permanent(tooth.jaw(), tooth.side(), tooth.position()), Some(tooth));
        }
    }

    #[test]
    fn serialises_as_its_number_and_refuses_others() {
        let tooth = Fdi::try_from(36).unwrap();
        assert_eq!(serde_json::to_string(&tooth).unwrap(), "36");
        assert_eq!(serde_json::from_str::<Fdi>("36").unwrap(), tooth);
        assert!(serde_json::from_str::<Fdi>("19").is_err());
    }
}
