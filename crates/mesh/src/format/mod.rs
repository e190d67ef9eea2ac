//! Readers for the formats scanners write. The content decides which one, never the name.

mod error;
mod obj;
mod ply;
mod stl;
mod text;

pub use error::{Place, Problem, ReadError};

use crate::Mesh;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Stereolithography, binary: a soup of triangles.
    StlBinary,
    /// Stereolithography, text: a soup of triangles in named solids.
    StlAscii,
    /// Polygon file format, text.
    PlyAscii,
    /// Polygon file format, binary, low byte first.
    PlyBinaryLittleEndian,
    /// Polygon file format, binary, high byte first.
    PlyBinaryBigEndian,
    /// Wavefront OBJ.
    Obj,
}

impl Format {
    /// Whether the format shares vertices between faces, so that a vertex has a number in the file.
    #[must_use]
    pub fn has_vertices(self) -> bool {
        !matches!(self, Self::StlBinary | Self::StlAscii)
    }
}

/// A named run of input faces: a solid of an STL, a group or object of an OBJ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The name as written; may be empty.
    pub name: String,
    /// Its faces, by input order.
    pub faces: Range<u32>,
}

/// What a file holds, in the file's own order and unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Scan {
    /// The format that was recognised.
    pub format: Format,
    /// The surface. Vertices stand in input order; those of a soup are corners, three a face.
    pub mesh: Mesh,
    /// Input face of every triangle, ascending. A polygon gives several triangles, a line or point gives none.
    pub face_of: Vec<u32>,
    /// Faces in the file.
    pub input_faces: u32,
    /// Named runs of faces, where the file names any.
    pub groups: Vec<Group>,
    /// Red, green, blue, alpha of every vertex; empty where the file has none.
    pub vertex_colours: Vec<[u8; 4]>,
    /// Red, green, blue, alpha of every input face; empty where the file has none.
    pub face_colours: Vec<[u8; 4]>,
}

impl Scan {
    fn new(format: Format) -> Self {
        Self {
            format,
            mesh: Mesh::default(),
            face_of: Vec::new(),
            input_faces: 0,
            groups: Vec::new(),
            vertex_colours: Vec::new(),
            face_colours: Vec::new(),
        }
    }

    /// Opens a run of faces named `name` and closes the one before; a run without faces is forgotten.
    fn open_group(&mut self, name: &[u8]) {
        self.close_group();
        let start = self.input_faces;
        self.groups.push(Group { name: String::from_utf8_lossy(name).into_owned(), faces: start..start });
    }

    fn close_group(&mut self) {
        if let Some(last) = self.groups.last_mut() {
            last.faces.end = self.input_faces;
            if last.faces.is_empty() {
                self.groups.pop();
            }
        }
    }

    /// Adds the triangles of one input face, a fan about its first corner.
    fn push_face(&mut self, corners: impl Iterator<Item = u32>) {
        let mut corners = corners.fuse();
        if let (Some(first), Some(mut previous)) = (corners.next(), corners.next()) {
            for corner in corners {
                self.mesh.faces.push([first, previous, corner]);
                self.face_of.push(self.input_faces);
                previous = corner;
            }
        }
        self.input_faces += 1;
    }
}

/// Reads a scan of any known format from the bytes of a whole file.
///
/// # Errors
/// Whatever is wrong with the bytes, with its place; every byte sequence gives a scan with at least one triangle,
/// finite coordinates and valid indices, or an error. Memory stays within a small multiple of the bytes given.
pub fn read(bytes: &[u8]) -> Result<Scan, ReadError> {
    let scan = match detect(bytes)? {
        Format::StlBinary => stl::read_binary(bytes),
        Format::StlAscii => stl::read_ascii(bytes),
        Format::Obj => obj::read(bytes),
        Format::PlyAscii | Format::PlyBinaryLittleEndian | Format::PlyBinaryBigEndian => ply::read(bytes),
    }?;
    if scan.mesh.faces.is_empty() {
        let vertices = scan.mesh.positions.len();
        return Err(Problem::NoSurface { vertices }.at_byte(bytes.len()));
    }
    Ok(scan)
}

/// Recognises the format by content.
///
/// # Errors
/// `empty` and `unsupported_format`; for a PLY also what its header gets wrong.
pub fn detect(bytes: &[u8]) -> Result<Format, ReadError> {
    detect_head(bytes, bytes.len() as u64)
}

/// The same from the first bytes of a file, some tens of kilobytes, and its `length` in bytes.
///
/// # Errors
/// As [`detect`].
pub fn detect_head(bytes: &[u8], length: u64) -> Result<Format, ReadError> {
    if bytes.is_empty() {
        return Err(Problem::Empty.at_byte(0));
    }
    if bytes.starts_with(b"ply") && bytes.get(3).is_none_or(u8::is_ascii_whitespace) {
        return ply::detect(bytes);
    }
    // The length settles it even where a binary STL begins with "solid", as many do.
    if stl::has_exact_length(bytes, length) {
        return Ok(Format::StlBinary);
    }
    if let Some(name) = known_but_unsupported(bytes) {
        return Err(Problem::Unsupported(name).at_byte(0));
    }
    if is_text(bytes) {
        let trimmed = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
        return if trimmed.get(..5).is_some_and(|w| w.eq_ignore_ascii_case(b"solid")) {
            Ok(Format::StlAscii)
        } else if obj::looks_like(trimmed) {
            Ok(Format::Obj)
        } else {
            Err(Problem::Unsupported("text of an unknown kind").at_byte(0))
        };
    }
    if stl::is_plausible(bytes) {
        return Ok(Format::StlBinary);
    }
    Err(Problem::Unsupported("data of an unknown kind").at_byte(0))
}

/// Formats people send by mistake, told by their first bytes, so that the message can name them.
fn known_but_unsupported(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 11] = [
        (b"PK\x03\x04", "a ZIP archive or 3MF file"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"BZh", "a bzip2 archive"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
        (b"glTF", "a binary glTF file"),
        (b"OFF", "an OFF file"),
        (b"OCTM", "an OpenCTM file"),
        (b"<?xml", "an XML file"),
        (b"<VTKFile", "a VTK file"),
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a PNG picture"),
    ];
    if bytes.get(128..132) == Some(b"DICM") {
        return Some("a DICOM file");
    }
    SIGNATURES.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, name)| name)
}

/// Whether the head of a file reads as text.
fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    !head.iter().any(|&b| b == 0x7f || (b < 0x20 && !b.is_ascii_whitespace()))
}
