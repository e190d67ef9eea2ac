//! What is known of teeth before one looks: sizes and how often each is absent.
//!
//! Crown sizes in mm are the table "Measurements of the teeth" of Wheeler's Dental Anatomy, Physiology and Occlusion.

use crate::{Fdi, Jaw, Side};

/// What to expect of one tooth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prior {
    pub(crate) fdi: Fdi,
    /// Mesiodistal crown diameter, mm.
    pub(crate) width: f32,
    /// Buccolingual crown diameter, mm.
    pub(crate) depth: f32,
    /// Crown length from the tip to the neck, mm.
    pub(crate) crown: f32,
    /// Cost (negative logarithm of probability) of it being absent from an arch.
    pub(crate) absent: f32,
    /// Cost of it being there.
    pub(crate) present: f32,
}

const UPPER: [[f32; 3]; 8] = [
    [8.5, 7.0, 10.5],
    [6.5, 6.0, 9.0],
    [7.5, 8.0, 10.0],
    [7.0, 9.0, 8.5],
    [7.0, 9.0, 8.5],
    [10.0, 11.0, 7.5],
    [9.0, 11.0, 7.0],
    [8.5, 10.0, 6.5],
];

const LOWER: [[f32; 3]; 8] = [
    [5.0, 6.0, 9.0],
    [5.5, 6.5, 9.5],
    [7.0, 7.5, 11.0],
    [7.0, 7.5, 8.5],
    [7.0, 8.0, 8.0],
    [11.0, 10.5, 7.5],
    [10.5, 10.0, 7.0],
    [10.0, 9.5, 7.0],
];

/// Share of arches of people who come for a scan in which a tooth of each position is absent: third molars mostly,
/// first premolars by orthodontic extraction, the others by caries, trauma or agenesis. Rounded judgements.
const ABSENT: [f32; 8] = [0.01, 0.03, 0.02, 0.08, 0.05, 0.04, 0.08, 0.75];

/// Teeth of a jaw in the order in which they are met from the end at negative x to the other (see `Axes`).
pub(crate) fn row(jaw: Jaw) -> Vec<Prior> {
    let (first, second, sizes) = match jaw {
        Jaw::Upper => (Side::Right, Side::Left, &UPPER),
        Jaw::Lower => (Side::Left, Side::Right, &LOWER),
    };
    let at = |side: Side, position: u8| {
        let index = usize::from(position) - 1;
        let [width, depth, crown] = sizes[index];
        let absent = ABSENT[index];
        Fdi::permanent(jaw, side, position).map(|fdi| Prior {
            fdi,
            width,
            depth,
            crown,
            absent: -absent.ln(),
            present: -(1.0 - absent).ln(),
        })
    };
    (1..=8).rev().filter_map(|p| at(first, p)).chain((1..=8).filter_map(|p| at(second, p))).collect()
}
