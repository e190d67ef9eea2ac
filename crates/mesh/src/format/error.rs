//! What can be wrong with a file, and where.

use serde::Serialize;

/// A file that cannot be read as a scan: what is wrong with it and at which place.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{problem} ({place})")]
pub struct ReadError {
    /// What is wrong.
    pub problem: Problem,
    /// Where reading stopped.
    pub place: Place,
}

impl ReadError {
    /// Stable lower_snake_case name of the problem, for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }
}

/// Where in the file reading stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Offset from the start of the file, in bytes.
    Byte(usize),
    /// Line of a text file, counted from 1.
    Line(usize),
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Byte(at) => write!(f, "at byte {at}"),
            Self::Line(at) => write!(f, "in line {at}"),
        }
    }
}

/// The kinds of defect a reader refuses. Each has one stable code.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Problem {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// Content of none of the formats read.
    #[error("this is {0}, which is not one of STL, PLY and OBJ")]
    Unsupported(&'static str),
    /// A well-formed file without a single triangle.
    #[error("the file holds no surface: {vertices} points and no triangle")]
    NoSurface {
        /// Points found.
        vertices: usize,
    },
    /// Fewer bytes than the file itself promises.
    #[error("the file ends too early: {what} needs {needed} bytes and {left} are left")]
    Truncated {
        /// What was being read.
        what: &'static str,
        /// Bytes that it takes at least.
        needed: u64,
        /// Bytes that are there.
        left: u64,
    },
    /// More vertices or triangles than 32-bit indices can name.
    #[error("the file holds more vertices or triangles than can be numbered with 32 bits")]
    TooLarge,
    /// A header that breaks the rules of its format.
    #[error("the header is not valid: {0}")]
    BadHeader(&'static str),
    /// A keyword other than the one that must stand here.
    #[error("expected {expected}, found \"{found}\"")]
    Unexpected {
        /// What must stand here.
        expected: &'static str,
        /// The first characters of what does.
        found: String,
    },
    /// Text that is no number.
    #[error("\"{0}\" is not a number")]
    BadNumber(String),
    /// A coordinate that is infinite or not a number.
    #[error("a coordinate is not a finite number")]
    NotFinite,
    /// A coordinate so large that no scan has it in any unit.
    #[error("a coordinate of {0:e} is beyond that of any scan")]
    OutOfRange(f32),
    /// A face that names a vertex which the file does not have.
    #[error("a face names vertex {index}, but there are {vertices}")]
    IndexOutOfRange {
        /// The index as written.
        index: i64,
        /// Vertices there are.
        vertices: usize,
    },
}

impl Problem {
    /// Stable lower_snake_case name, for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Unsupported(_) => "unsupported_format",
            Self::NoSurface { .. } => "no_surface",
            Self::Truncated { .. } => "truncated",
            Self::TooLarge => "too_large",
            Self::BadHeader(_) => "bad_header",
            Self::Unexpected { .. } => "unexpected_token",
            Self::BadNumber(_) => "bad_number",
            Self::NotFinite => "not_finite",
            Self::OutOfRange(_) => "coordinate_out_of_range",
            Self::IndexOutOfRange { .. } => "index_out_of_range",
        }
    }

    pub(super) fn at_byte(self, at: usize) -> ReadError {
        ReadError { problem: self, place: Place::Byte(at) }
    }
}

/// Largest magnitude of a coordinate that is read: a kilometre in micrometres. Areas and lengths of anything smaller stay
/// finite.
const LARGEST: f32 = 1e9;

/// Whether a number can be a coordinate of a scan.
pub(super) fn is_coordinate(c: f32) -> bool {
    c.abs() <= LARGEST
}

/// What is wrong with a number that [`is_coordinate`] rejects.
pub(super) fn coordinate_problem(c: f32) -> Problem {
    if c.is_finite() { Problem::OutOfRange(c) } else { Problem::NotFinite }
}

/// The first characters of a token, for a message: bounded and printable.
pub(super) fn excerpt(token: &[u8]) -> String {
    let head = &token[..token.len().min(24)];
    String::from_utf8_lossy(head).chars().map(|c| if c.is_control() { '?' } else { c }).collect()
}
