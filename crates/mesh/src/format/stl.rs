//! Stereolithography: a soup of triangles, binary or text.

use super::error::{Problem, ReadError, coordinate_problem, excerpt, is_coordinate};
use super::text::Text;
use super::{Format, Scan};
use crate::Vec3;

/// 80 bytes of header and a 32-bit count stand before the first triangle.
const HEAD: usize = 84;
/// Normal, three corners, two bytes of attribute.
const FACET: usize = 50;

fn promised(bytes: &[u8]) -> Option<u64> {
    let count = bytes.get(80..HEAD)?.first_chunk::<4>()?;
    Some(u64::from(u32::from_le_bytes(*count)))
}

/// Whether the file is exactly as long as a binary STL of its own count would be.
pub(super) fn has_exact_length(bytes: &[u8], length: u64) -> bool {
    promised(bytes).is_some_and(|n| (HEAD as u64) + n * FACET as u64 == length)
}

/// Whether bytes that are no text may be a binary STL with bytes missing or added: the first triangle holds numbers.
pub(super) fn is_plausible(bytes: &[u8]) -> bool {
    promised(bytes).is_some()
        && bytes.get(HEAD..HEAD + 48).is_none_or(|facet| {
            floats(facet)
                .iter()
                .skip(3)
                .all(|c| c.is_finite() && (*c == 0.0 || (1e-20..1e20).contains(&c.abs())))
        })
}

fn floats(facet: &[u8]) -> [f32; 12] {
    let mut out = [0.0; 12];
    for (value, raw) in out.iter_mut().zip(facet.as_chunks::<4>().0) {
        *value = f32::from_le_bytes(*raw);
    }
    out
}

pub(super) fn read_binary(bytes: &[u8]) -> Result<Scan, ReadError> {
    let body = bytes.get(HEAD..).unwrap_or_default();
    let count = promised(bytes).unwrap_or_default();
    let needed = count * FACET as u64;
    if needed > body.len() as u64 {
        let left = body.len() as u64;
        return Err(Problem::Truncated { what: "the list of triangles", needed, left }.at_byte(bytes.len()));
    }
    if count > u64::from(u32::MAX / 3) {
        return Err(Problem::TooLarge.at_byte(80));
    }
    let facets = &body.as_chunks::<FACET>().0[..count as usize];
    let mut scan = Scan::new(Format::StlBinary);
    scan.mesh.positions = Vec::with_capacity(facets.len() * 3);
    for (i, facet) in facets.iter().enumerate() {
        let values = floats(facet);
        if let Some(k) = (3..12).find(|&k| !is_coordinate(values[k])) {
            return Err(coordinate_problem(values[k]).at_byte(HEAD + i * FACET + 4 * k));
        }
        let [_, _, _, a, b, c, d, e, f, g, h, k] = values;
        scan.mesh.positions.extend([Vec3::new(a, b, c), Vec3::new(d, e, f), Vec3::new(g, h, k)]);
    }
    number_soup(&mut scan);
    Ok(scan)
}

pub(super) fn read_ascii(bytes: &[u8]) -> Result<Scan, ReadError> {
    let mut scan = Scan::new(Format::StlAscii);
    let bom = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    let mut text = Text::new(bytes, bom);
    let mut ended = true;
    while let Some(word) = text.token() {
        match Keyword::of(word) {
            Some(Keyword::Solid) => {
                scan.open_group(text.rest_of_line());
                ended = false;
            }
            Some(Keyword::Facet) => read_facet(&mut text, &mut scan)?,
            Some(Keyword::EndSolid) => {
                text.rest_of_line();
                ended = true;
            }
            None => {
                let expected = "facet, solid or endsolid";
                return Err(text.fail(Problem::Unexpected { expected, found: excerpt(word) }));
            }
        }
    }
    if !ended {
        return Err(text.fail(Problem::Truncated {
            what: "a solid without its endsolid",
            needed: 8,
            left: 0,
        }));
    }
    scan.close_group();
    number_soup(&mut scan);
    Ok(scan)
}

enum Keyword {
    Solid,
    Facet,
    EndSolid,
}

impl Keyword {
    fn of(word: &[u8]) -> Option<Self> {
        [("facet", Self::Facet), ("solid", Self::Solid), ("endsolid", Self::EndSolid)]
            .into_iter()
            .find(|(name, _)| word.eq_ignore_ascii_case(name.as_bytes()))
            .map(|(_, keyword)| keyword)
    }
}

/// The rest of a facet. Its normal is not kept (the corners' order gives it), so a bad one does no harm.
fn read_facet(text: &mut Text<'_>, scan: &mut Scan) -> Result<(), ReadError> {
    text.expect("normal")?;
    for _ in 0..3 {
        text.token();
    }
    text.expect("outer")?;
    text.expect("loop")?;
    for _ in 0..3 {
        text.expect("vertex")?;
        let corner = Vec3::new(text.coordinate()?, text.coordinate()?, text.coordinate()?);
        scan.mesh.positions.push(corner);
    }
    text.expect("endloop")?;
    text.expect("endfacet")?;
    if scan.mesh.positions.len() > u32::MAX as usize {
        return Err(text.fail(Problem::TooLarge));
    }
    scan.input_faces += 1;
    Ok(())
}

/// Three corners a face, one face an input face.
fn number_soup(scan: &mut Scan) {
    scan.input_faces = (scan.mesh.positions.len() / 3) as u32;
    scan.mesh.faces = (0..scan.input_faces).map(|i| [3 * i, 3 * i + 1, 3 * i + 2]).collect();
    scan.face_of = (0..scan.input_faces).collect();
}
