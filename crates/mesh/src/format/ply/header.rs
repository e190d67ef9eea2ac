//! The header of a PLY: which elements follow, how many, and what properties their rows have.

use crate::format::Format;
use crate::format::error::{Problem, ReadError};

/// Longest header that is read; real ones stay under a kilobyte.
const MAX_HEADER: usize = 1 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scalar {
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
    pub(super) fn of(name: &[u8]) -> Option<Self> {
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
    pub(super) fn channel(self, value: f32) -> u8 {
        let unit = match self {
            Self::F32 | Self::F64 => value,
            Self::U16 | Self::I16 => value / 65_535.0,
            _ => value / 255.0,
        };
        (unit.clamp(0.0, 1.0) * 255.0).round() as u8
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Scalar(Scalar),
    List { count: Scalar, item: Scalar },
}

/// What a property is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Coordinate(usize),
    Channel(usize),
    Corners,
    Ignored,
}

impl Role {
    pub(super) fn of(name: &[u8]) -> Self {
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

pub(super) struct Property {
    pub(super) shape: Shape,
    pub(super) role: Role,
}

pub(super) struct Element<'a> {
    pub(super) name: &'a [u8],
    pub(super) count: u64,
    pub(super) properties: Vec<Property>,
}

impl Element<'_> {
    fn has(&self, role: Role) -> bool {
        self.properties.iter().any(|p| p.role == role)
    }

    pub(super) fn coloured(&self) -> bool {
        (0..3).all(|k| self.has(Role::Channel(k)))
    }

    /// Fewest bytes that one row can take.
    pub(super) fn least_row(&self, format: Format) -> usize {
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

pub(super) struct Header<'a> {
    pub(super) format: Format,
    pub(super) elements: Vec<Element<'a>>,
    /// Offset of the first row.
    pub(super) body: usize,
}

/// Reads the header from the start of a file.
pub(super) fn read_header(bytes: &[u8]) -> Result<Header<'_>, ReadError> {
    let mut format = None;
    let mut elements: Vec<Element<'_>> = Vec::new();
    let head = &bytes[..bytes.len().min(MAX_HEADER)];
    let mut at = 0;
    loop {
        let bad = |why| Problem::BadHeader(why).at_byte(at);
        let length =
            head[at..].iter().position(|&b| b == b'\n').ok_or_else(|| bad("it has no end_header line"))?;
        let mut words = head[at..at + length].split(u8::is_ascii_whitespace).filter(|w| !w.is_empty());
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
                elements.push(Element { name, count, properties: Vec::new() });
            }
            b"property" => {
                let scalar = |name| Scalar::of(name).ok_or_else(|| bad("a property has an unknown type"));
                let shape = match word() {
                    b"list" => Shape::List { count: scalar(word())?, item: scalar(word())? },
                    name => Shape::Scalar(scalar(name)?),
                };
                let element =
                    elements.last_mut().ok_or_else(|| bad("a property stands before any element"))?;
                element.properties.push(Property { shape, role: Role::of(word()) });
            }
            b"end_header" => {
                let format = format.ok_or_else(|| bad("it has no format line"))?;
                return Ok(Header { format, elements, body: at + length + 1 });
            }
            b"ply" | b"comment" | b"obj_info" | b"" => {}
            _ => return Err(bad("unknown keyword")),
        }
        at += length + 1;
    }
}
