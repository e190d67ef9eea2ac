//! Polygon file format: a header that declares elements and their properties, then their rows as text or binary.

mod header;
mod source;

use super::error::{Problem, ReadError, coordinate_problem, is_coordinate};
use super::text::Text;
use super::{Format, Scan};
use crate::Vec3;
use header::{Element, Header, Property, Role, Scalar, Shape, read_header};
use source::{Binary, Source};

pub(super) fn detect(bytes: &[u8]) -> Result<Format, ReadError> {
    Ok(read_header(bytes)?.format)
}

pub(super) fn read(bytes: &[u8]) -> Result<Scan, ReadError> {
    let header = read_header(bytes)?;
    match header.format {
        Format::PlyBinaryBigEndian => read_rows(&header, &mut Binary::<true> { bytes, at: header.body }),
        Format::PlyBinaryLittleEndian => read_rows(&header, &mut Binary::<false> { bytes, at: header.body }),
        _ => read_rows(&header, &mut Text::new(bytes, header.body)),
    }
}

fn read_rows(header: &Header<'_>, source: &mut impl Source) -> Result<Scan, ReadError> {
    let mut scan = Scan::new(header.format);
    let vertices = header.elements.iter().find(|e| e.name == b"vertex").map_or(0, |e| e.count);
    for element in &header.elements {
        check_count(element, header.format, source)?;
        match element.name {
            b"vertex" => read_vertices(element, source, &mut scan)?,
            b"face" => read_faces(element, vertices as usize, source, &mut scan)?,
            b"tristrips" if element.count > 0 => {
                return Err(source.fail(Problem::Unsupported("a PLY of triangle strips")));
            }
            _ if element.properties.is_empty() => {}
            _ => {
                for _ in 0..element.count {
                    for property in &element.properties {
                        skip(property.shape, source)?;
                    }
                }
            }
        }
    }
    Ok(scan)
}

/// Refuses a count that the bytes left cannot hold, before anything is allocated for it.
fn check_count(element: &Element<'_>, format: Format, source: &impl Source) -> Result<(), ReadError> {
    let needed = element.count.saturating_mul(element.least_row(format) as u64);
    // The last row of a text needs no separator behind it.
    let left = source.left() as u64;
    if needed > left + 1 {
        return Err(source.fail(Problem::Truncated { what: "the rows the header promises", needed, left }));
    }
    if matches!(element.name, b"vertex" | b"face") {
        if element.count >= u64::from(u32::MAX) {
            return Err(source.fail(Problem::TooLarge));
        }
        if element.properties.is_empty() && element.count > 0 {
            return Err(source.fail(Problem::BadHeader("an element has rows but no properties")));
        }
    }
    Ok(())
}

fn read_vertices(element: &Element<'_>, source: &mut impl Source, scan: &mut Scan) -> Result<(), ReadError> {
    let is_scalar = |k| {
        element
            .properties
            .iter()
            .any(|p| p.role == Role::Coordinate(k) && matches!(p.shape, Shape::Scalar(_)))
    };
    if element.count > 0 && !(0..3).all(is_scalar) {
        return Err(source.fail(Problem::BadHeader("its vertices have no x, y and z")));
    }
    let coloured = element.coloured();
    scan.mesh.positions.reserve_exact(element.count as usize);
    for _ in 0..element.count {
        let mut position = [0.0; 3];
        let mut colour = [0, 0, 0, 255];
        for &Property { shape, role } in &element.properties {
            match (role, shape) {
                (Role::Coordinate(k), Shape::Scalar(s)) => position[k] = source.float(s)?,
                (Role::Channel(k), Shape::Scalar(s)) => colour[k] = s.channel(source.float(s)?),
                _ => skip(shape, source)?,
            }
        }
        if let Some(&wrong) = position.iter().find(|c| !is_coordinate(**c)) {
            return Err(source.fail(coordinate_problem(wrong)));
        }
        scan.mesh.positions.push(Vec3(position));
        if coloured {
            scan.vertex_colours.push(colour);
        }
    }
    Ok(())
}

fn read_faces(
    element: &Element<'_>,
    vertices: usize,
    source: &mut impl Source,
    scan: &mut Scan,
) -> Result<(), ReadError> {
    let coloured = element.coloured();
    scan.mesh.faces.reserve_exact(element.count as usize);
    scan.face_of.reserve_exact(element.count as usize);
    let mut corners = Vec::new();
    for _ in 0..element.count {
        let mut colour = [0, 0, 0, 255];
        corners.clear();
        for &Property { shape, role } in &element.properties {
            match (role, shape) {
                (Role::Corners, Shape::List { count, item }) => {
                    for _ in 0..list_length(count, source)? {
                        let index = source.integer(item)?;
                        if !(0..vertices as i64).contains(&index) {
                            return Err(source.fail(Problem::IndexOutOfRange { index, vertices }));
                        }
                        corners.push(index as u32);
                    }
                }
                (Role::Channel(k), Shape::Scalar(s)) => colour[k] = s.channel(source.float(s)?),
                _ => skip(shape, source)?,
            }
        }
        scan.push_face(corners.iter().copied());
        if scan.mesh.faces.len() > (u32::MAX / 3) as usize {
            return Err(source.fail(Problem::TooLarge));
        }
        if coloured {
            scan.face_colours.push(colour);
        }
    }
    Ok(())
}

fn list_length(count: Scalar, source: &mut impl Source) -> Result<i64, ReadError> {
    let length = source.integer(count)?;
    let left = source.left() as u64;
    match u64::try_from(length) {
        Ok(needed) if needed <= left => Ok(length),
        Ok(needed) => Err(source.fail(Problem::Truncated { what: "a list", needed, left })),
        Err(_) => Err(source.fail(Problem::IndexOutOfRange { index: length, vertices: 0 })),
    }
}

fn skip(shape: Shape, source: &mut impl Source) -> Result<(), ReadError> {
    match shape {
        Shape::Scalar(scalar) => source.float(scalar).map(drop),
        Shape::List { count, item } => {
            for _ in 0..list_length(count, source)? {
                source.float(item)?;
            }
            Ok(())
        }
    }
}
