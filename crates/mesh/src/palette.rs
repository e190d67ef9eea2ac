//! The one place that says what colour and name a segment has, by its FDI code (0 is gum).

/// Red, green and blue (sRGB) of a segment.
///
/// Hue goes by position in the quadrant in steps of 135°, so that neighbours lie far apart on the wheel; lightness
/// alternates along the arch, across the midline too, so that borders show without any sense of hue. Primary teeth wear
/// the same hues paler. Computed in OKLCH (B. Ottosson, "A perceptual color space for image processing", 2020).
#[must_use]
pub fn colour(code: u16) -> [u8; 3] {
    if code == 0 {
        return [234, 178, 168];
    }
    let (quadrant, position) = (code / 10, code % 10);
    let left = matches!(quadrant, 2 | 3 | 6 | 7);
    let hue = f32::from(position % 8) * 135.0 + if left { 90.0 } else { 22.5 };
    let light = (position % 2 == 1) != left;
    let chroma = if quadrant > 4 { 0.065 } else { 0.115 };
    oklch(if light { 0.86 } else { 0.70 }, chroma, hue.to_radians())
}

/// Name of a segment in files: `tooth_11`, or `gingiva` for code 0.
#[must_use]
pub fn name(code: u16) -> String {
    if code == 0 { "gingiva".into() } else { format!("tooth_{code}") }
}

/// A colour channel in linear light, 0 to 1 (IEC 61966-2-1).
pub(crate) fn linear(channel: u8) -> f32 {
    let c = f32::from(channel) / 255.0;
    if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
}

/// The inverse of [`linear`], clamped.
pub(crate) fn encoded(light: f32) -> u8 {
    let c = light.clamp(0.0, 1.0);
    let c = if c <= 0.003_130_8 { c * 12.92 } else { 1.055 * c.powf(1.0 / 2.4) - 0.055 };
    (c * 255.0).round() as u8
}

fn oklch(lightness: f32, chroma: f32, hue: f32) -> [u8; 3] {
    let (a, b) = (chroma * hue.cos(), chroma * hue.sin());
    let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
    let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
    let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
    [
        4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
        -1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s,
        -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
    ]
    .map(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(code: u16) -> f32 {
        let [r, g, b] = colour(code).map(linear);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    #[test]
    fn neighbours_differ_in_lightness() {
        let arches: [&[u16]; 2] = [
            &[18, 17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 28],
            &[55, 54, 53, 52, 51, 61, 62, 63, 64, 65],
        ];
        for pair in arches.iter().flat_map(|arch| arch.windows(2)) {
            let contrast = (luminance(pair[0]) - luminance(pair[1])).abs();
            assert!(contrast > 0.15, "{pair:?}: {contrast}");
        }
    }

    #[test]
    fn every_tooth_of_a_jaw_has_a_colour_of_its_own() {
        let mut seen = std::collections::HashSet::new();
        for quadrant in [1, 2] {
            for position in 1..=8 {
                assert!(seen.insert(colour(quadrant * 10 + position)));
            }
        }
    }

    #[test]
    fn segments_are_named_by_code() {
        assert_eq!((name(0).as_str(), name(48).as_str()), ("gingiva", "tooth_48"));
    }
}
