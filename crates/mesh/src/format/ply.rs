//! Polygon file format: a header that declares elements and their properties, then their rows as text or binary.

use super::error::{Problem, ReadError};
use super::text::Text;
use super::{Format, Scan};
use crate::Vec3;

/// Longest header that is read; real ones stay under a kilobyte.
const MAX_HEADER: usize = 1 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scalar {
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    F32,
    F64,
}

impl Scalar {
    fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"char" | b"int8" => Self::I8,
            b"uchar" | b"uint8" => Self::U8,
            b"short" | b"int16" => Self::I16,
            b"ushort" | b"uint16" => Self::U16,
            b"int" | b"int32" => Self::I32,
            b"uint" | b"uint32" => Self::U32,
            b"float" | b"float32" => Self::F32,
            b"double" | b"float64" => Self::F64,
            _ => return None,
        })
    }

    fn size(self) -> usize {
        match self {
            Self::I8 | Self::U8 => 1,
            Self::I16 | Self::U16 => 2,
            Self::I32 | Self::U32 | Self::F32 => 4,
            Self::F64 => 8,
        }
    }

    /// A colour channel of this type as a byte: integers by their full range, reals from 0 to 1.
    fn channel(self, value: f32) -> u8 {
        let unit = match self {
            Self::F32 | Self::F64 => value,
            Self::U16 | Self::I16 => value / 65_535.0,
            _ => value / 255.0,
        };
        (unit.clamp(0.0, 1.0) * 255.0).round() as u8
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Scalar(Scalar),
    List { count: Scalar, item: Scalar },
}

/// What a property is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Coordinate(usize),
    Channel(usize),
    Corners,
    Ignored,
}

impl Role {
    fn of(name: &[u8]) -> Self {
        match name {
            b"x" => Self::Coordinate(0),
            b"y" => Self::Coordinate(1),
            b"z" => Self::Coordinate(2),
            b"red" | b"diffuse_red" | b"r" => Self::Channel(0),
            b"green" | b"diffuse_green" | b"g" => Self::Channel(1),
            b"blue" | b"diffuse_blue" | b"b" => Self::Channel(2),
            b"alpha" | b"diffuse_alpha" | b"a" => Self::Channel(3),
            b"vertex_indices" | b"vertex_index" => Self::Corners,
            _ => Self::Ignored,
        }
    }
}

struct Property {
    shape: Shape,
    role: Role,
}

struct Element<'a> {
    name: &'a [u8],
    count: u64,
    properties: Vec<Property>,
}

impl Element<'_> {
    fn has(&self, role: Role) -> bool {
        self.properties.iter().any(|p| p.role == role)
    }

    fn coloured(&self) -> bool {
        (0..3).all(|k| self.has(Role::Channel(k)))
    }

    /// Fewest bytes that one row can take.
    fn least_row(&self, format: Format) -> usize {
        match format {
            // A digit and a separator each.
            Format::PlyAscii => 2 * self.properties.len(),
            _ => self
                .properties
                .iter()
                .map(|p| match p.shape {
                    Shape::Scalar(s) | Shape::List { count: s, .. } => s.size(),
                })
                .sum(),
        }
    }
}

struct Header<'a> {
    format: Format,
    elements: Vec<Element<'a>>,
    /// Offset of the first row.
    body: usize,
}

pub(super) fn detect(bytes: &[u8]) -> Result<Format, ReadError> {
    Ok(read_header(bytes)?.format)
}

pub(super) fn read(bytes: &[u8]) -> Result<Scan, ReadError> {
    let header = read_header(bytes)?;
    match header.format {
        Format::PlyBinaryBigEndian => read_rows(
            &header,
            &mut Binary::<true> {
                bytes,
                at: header.body,
            },
        ),
        Format::PlyBinaryLittleEndian => read_rows(
            &header,
            &mut Binary::<false> {
                bytes,
                at: header.body,
            },
        ),
        _ => read_rows(&header, &mut Text::new(bytes, header.body)),
    }
}

fn read_header(bytes: &[u8]) -> Result<Header<'_>, ReadError> {
    let mut format = None;
    let mut elements: Vec<Element<'_>> = Vec::new();
    let head = &bytes[..bytes.len().min(MAX_HEADER)];
    let mut at = 0;
    loop {
        let bad = |why| Problem::BadHeader(why).at_byte(at);
        let length = head[at..]
            .iter()
            .position(|&b| b == b'\n')
            .ok_or_else(|| bad("it has no end_header line"))?;
        let mut words = head[at..at + length]
            .split(u8::is_ascii_whitespace)
            .filter(|w| !w.is_empty());
        let mut word = || words.next().unwrap_or_default();
        match word() {
            b"format" => {
                format = Some(match word() {
                    b"ascii" => Format::PlyAscii,
                    b"binary_little_endian" => Format::PlyBinaryLittleEndian,
                    b"binary_big_endian" => Format::PlyBinaryBigEndian,
                    _ => return Err(bad("unknown format line")),
                });
            }
            b"element" => {
                let name = word();
                let count = std::str::from_utf8(word()).ok().and_then(|n| n.parse().ok());
                let count = count.ok_or_else(|| bad("an element has no count"))?;
                if elements.iter().any(|e| e.name == name) {
                    return Err(bad("an element is declared twice"));
                }
                elements.push(Element {
                    name,
                    count,
                    properties: Vec::new(),
                });
            }
            b"property" => {
                let scalar = |name| Scalar::of(name).ok_or_else(|| bad("a property has an unknown type"));
                let shape = match word() {
                    b"list" => Shape::List {
                        count: scalar(word())?,
                        item: scalar(word())?,
                    },
                    name => Shape::Scalar(scalar(name)?),
                };
                let element = elements
                    .last_mut()
                    .ok_or_else(|| bad("a property stands before any element"))?;
                element.properties.push(Property {
                    shape,
                    role: Role::of(word()),
                });
            }
            b"end_header" => {
                let format = format.ok_or_else(|| bad("it has no format line"))?;
                return Ok(Header {
                    format,
                    elements,
                    body: at + length + 1,
                });
            }
            b"ply" | b"comment" | b"obj_info" | b"" => {}
            _ => return Err(bad("unknown keyword")),
        }
        at += length + 1;
    }
}

/// Where the numbers of the rows come from.
trait Source {
    fn float(&mut self, scalar: Scalar) -> Result<f32, ReadError>;
    fn integer(&mut self, scalar: Scalar) -> Result<i64, ReadError>;
    fn left(&self) -> usize;
    fn fail(&self, problem: Problem) -> ReadError;
}

impl Source for Text<'_> {
    fn float(&mut self, _: Scalar) -> Result<f32, ReadError> {
        self.skip_space();
        self.float_here()
    }

    fn integer(&mut self, _: Scalar) -> Result<i64, ReadError> {
        self.skip_space();
        let value = self.integer_here()?;
        self.expect_space()?;
        Ok(value)
    }

    fn left(&self) -> usize {
        Text::left(self)
    }

    fn fail(&self, problem: Problem) -> ReadError {
        Text::fail(self, problem)
    }
}

struct Binary<'a, const BIG: bool> {
    bytes: &'a [u8],
    at: usize,
}

impl<const BIG: bool> Binary<'_, BIG> {
    /// The next `N` bytes, low byte first.
    fn take<const N: usize>(&mut self) -> Result<[u8; N], ReadError> {
        let left = self.left() as u64;
        let Some(raw) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk::<N>) else {
            return Err(self.fail(Problem::Truncated {
                what: "a row of data",
                needed: N as u64,
                left,
            }));
        };
        let mut raw = *raw;
        self.at += N;
        if BIG {
            raw.reverse();
        }
        Ok(raw)
    }
}

impl<const BIG: bool> Source for Binary<'_, BIG> {
    fn float(&mut self, scalar: Scalar) -> Result<f32, ReadError> {
        match scalar {
            Scalar::F32 => self.take().map(f32::from_le_bytes),
            Scalar::F64 => self.take().map(|raw| f64::from_le_bytes(raw) as f32),
            _ => self.integer(scalar).map(|value| value as f32),
        }
    }

    fn integer(&mut self, scalar: Scalar) -> Result<i64, ReadError> {
        match scalar {
            Scalar::I8 => self.take().map(|raw| i8::from_le_bytes(raw).into()),
            Scalar::U8 => self.take().map(|raw| u8::from_le_bytes(raw).into()),
            Scalar::I16 => self.take().map(|raw| i16::from_le_bytes(raw).into()),
            Scalar::U16 => self.take().map(|raw| u16::from_le_bytes(raw).into()),
            Scalar::I32 => self.take().map(|raw| i32::from_le_bytes(raw).into()),
            Scalar::U32 => self.take().map(|raw| u32::from_le_bytes(raw).into()),
            Scalar::F32 | Scalar::F64 => self.float(scalar).map(|value| value as i64),
        }
    }

    fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    fn fail(&self, problem: Problem) -> ReadError {
        problem.at_byte(self.at)
    }
}

fn read_rows(header: &Header<'_>, source: &mut impl Source) -> Result<Scan, ReadError> {
    let mut scan = Scan::new(header.format);
    let vertices = header
        .elements
        .iter()
        .find(|e| e.name == b"vertex")
        .map_or(0, |e| e.count);
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
        return Err(source.fail(Problem::Truncated {
            what: "the rows the header promises",
            needed,
            left,
        }));
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
        let position = Vec3(position);
        if !position.is_finite() {
            return Err(source.fail(Problem::NotFinite));
        }
        scan.mesh.positions.push(position);
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
        Ok(needed) => Err(source.fail(Problem::Truncated {
            what: "a list",
            needed,
            left,
        })),
        Err(_) => Err(source.fail(Problem::IndexOutOfRange {
            index: length,
            vertices: 0,
        })),
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
