//! Wavefront OBJ: vertices, polygons and groups. Materials, curves and texture coordinates are passed over.

use super::error::{Problem, ReadError};
use super::text::Text;
use super::{Format, Scan};
use crate::Vec3;

/// Whether text has a line that only an OBJ has.
pub(super) fn looks_like(text: &[u8]) -> bool {
    const KEYWORDS: [&[u8]; 9] = [b"v", b"vn", b"vt", b"f", b"o", b"g", b"mtllib", b"usemtl", b"s"];
    let mut lines = text.split(|&b| b == b'\n').map(<[u8]>::trim_ascii);
    lines.find(|line| !line.is_empty() && !line.starts_with(b"#")).is_none_or(|line| {
        line.split(u8::is_ascii_whitespace).next().is_some_and(|word| KEYWORDS.contains(&word))
    })
}

pub(super) fn read(bytes: &[u8]) -> Result<Scan, ReadError> {
    let mut scan = Scan::new(Format::Obj);
    let mut text = Text::new(bytes, if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 });
    let mut corners = Vec::new();
    // Faces may name vertices that come later in the file; the farthest such claim is settled at the end.
    let mut claim: Option<(i64, ReadError)> = None;
    while text.left() > 0 {
        text.skip_space();
        match text.word() {
            b"v" => read_vertex(&mut text, &mut scan)?,
            b"f" => {
                read_corners(&mut text, scan.mesh.positions.len(), &mut corners)?;
                if let Some(&farthest) = corners.iter().max()
                    && farthest >= scan.mesh.positions.len() as i64
                    && claim.as_ref().is_none_or(|(index, _)| farthest > *index)
                {
                    let problem = Problem::IndexOutOfRange { index: farthest + 1, vertices: 0 };
                    claim = Some((farthest, text.fail(problem)));
                }
                scan.push_face(corners.iter().map(|&c| c as u32));
            }
            b"g" | b"o" => {
                scan.open_group(text.rest_of_line());
                continue;
            }
            _ => {}
        }
        text.rest_of_line();
    }
    scan.close_group();
    let vertices = scan.mesh.positions.len();
    match claim {
        Some((index, ReadError { place, .. })) if index >= vertices as i64 => {
            Err(ReadError { problem: Problem::IndexOutOfRange { index: index + 1, vertices }, place })
        }
        _ => {
            // A colour on some vertices only says nothing about the rest.
            if scan.vertex_colours.len() != vertices {
                scan.vertex_colours.clear();
            }
            Ok(scan)
        }
    }
}

/// `x y z`, then a weight or a colour of three numbers from 0 to 1.
fn read_vertex(text: &mut Text<'_>, scan: &mut Scan) -> Result<(), ReadError> {
    let mut position = [0.0; 3];
    for coordinate in &mut position {
        text.skip_blanks();
        *coordinate = text.coordinate_here()?;
    }
    let mut extra = [0.0; 4];
    let mut count = 0;
    text.skip_blanks();
    while count < extra.len() && !text.at_line_end() {
        let Ok(value) = text.float_here() else { break };
        extra[count] = value;
        count += 1;
        text.skip_blanks();
    }
    if count >= 3 {
        let [red, green, blue, _] = extra.map(|c| (c.clamp(0.0, 1.0) * 255.0).round() as u8);
        scan.vertex_colours.push([red, green, blue, 255]);
    }
    if scan.mesh.positions.len() >= u32::MAX as usize {
        return Err(text.fail(Problem::TooLarge));
    }
    scan.mesh.positions.push(Vec3(position));
    Ok(())
}

/// The vertex indices of a face from 0, without their texture and normal indices.
fn read_corners(text: &mut Text<'_>, vertices: usize, corners: &mut Vec<i64>) -> Result<(), ReadError> {
    corners.clear();
    loop {
        text.skip_blanks();
        if text.at_line_end() {
            return Ok(());
        }
        let index = text.integer_here()?;
        let resolved = if index < 0 { index + vertices as i64 } else { index - 1 };
        if !(0..i64::from(u32::MAX)).contains(&resolved) {
            return Err(text.fail(Problem::IndexOutOfRange { index, vertices }));
        }
        if text.eat(b'/') {
            text.word();
        }
        text.expect_space()?;
        corners.push(resolved);
    }
}
