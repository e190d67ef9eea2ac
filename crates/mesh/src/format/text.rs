//! Tokens and numbers from the bytes of a text file, without copying.

use super::error::{Place, Problem, ReadError, coordinate_problem, excerpt, is_coordinate};

/// A cursor over text. Lines are counted only when an error needs one.
pub(super) struct Text<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Text<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    pub(super) fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    /// `problem` at the line of the cursor.
    pub(super) fn fail(&self, problem: Problem) -> ReadError {
        let before = &self.bytes[..self.at];
        ReadError { problem, place: Place::Line(1 + before.iter().filter(|&&b| b == b'\n').count()) }
    }

    fn ended(&self, what: &'static str) -> ReadError {
        self.fail(Problem::Truncated { what, needed: 1, left: 0 })
    }

    /// Moves to the next byte that is not white space, across lines.
    pub(super) fn skip_space(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    /// Moves to the next byte of this line that is not white space.
    pub(super) fn skip_blanks(&mut self) {
        while let Some(b) = self.bytes.get(self.at) {
            let continued = *b == b'\\' && matches!(self.bytes.get(self.at + 1), Some(b'\n' | b'\r'));
            if continued {
                let crlf = self.bytes[self.at + 1..].starts_with(b"\r\n");
                self.at += if crlf { 3 } else { 2 };
            } else if b.is_ascii_whitespace() && *b != b'\n' {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// The rest of this line, trimmed; the cursor moves behind its end.
    pub(super) fn rest_of_line(&mut self) -> &'a [u8] {
        let tail = &self.bytes[self.at..];
        let end = tail.iter().position(|&b| b == b'\n').unwrap_or(tail.len());
        self.at += (end + 1).min(tail.len());
        tail[..end].trim_ascii()
    }

    /// The bytes up to the next white space, which may be none; the cursor must stand on no white space.
    pub(super) fn word(&mut self) -> &'a [u8] {
        let tail = &self.bytes[self.at..];
        let end = tail.iter().position(u8::is_ascii_whitespace).unwrap_or(tail.len());
        self.at += end;
        &tail[..end]
    }

    /// The next token, across lines; `None` at the end.
    pub(super) fn token(&mut self) -> Option<&'a [u8]> {
        self.skip_space();
        Some(self.word()).filter(|w| !w.is_empty())
    }

    /// Consumes one byte if it is `byte`.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let found = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    /// Consumes `keyword`, in any case, or fails.
    pub(super) fn expect(&mut self, keyword: &'static str) -> Result<(), ReadError> {
        self.skip_space();
        let start = self.at;
        let word = self.word();
        if word.eq_ignore_ascii_case(keyword.as_bytes()) {
            return Ok(());
        }
        self.at = start;
        Err(if word.is_empty() {
            self.ended(keyword)
        } else {
            self.fail(Problem::Unexpected { expected: keyword, found: excerpt(word) })
        })
    }

    /// Whether the cursor stands at the end of a line or of the text.
    pub(super) fn at_line_end(&self) -> bool {
        matches!(self.bytes.get(self.at), None | Some(b'\n'))
    }

    /// A coordinate at the cursor (no white space is skipped).
    pub(super) fn coordinate_here(&mut self) -> Result<f32, ReadError> {
        let value = self.float_here()?;
        if is_coordinate(value) { Ok(value) } else { Err(self.fail(coordinate_problem(value))) }
    }

    /// A number at the cursor, which may be infinite or NaN.
    pub(super) fn float_here(&mut self) -> Result<f32, ReadError> {
        match fast_float2::parse_partial::<f32, _>(&self.bytes[self.at..]) {
            Ok((value, length)) if self.bytes.get(self.at + length).is_none_or(u8::is_ascii_whitespace) => {
                self.at += length;
                Ok(value)
            }
            _ => Err(self.no_number()),
        }
    }

    /// A whole number at the cursor, with sign; stops at the first byte that is no digit.
    pub(super) fn integer_here(&mut self) -> Result<i64, ReadError> {
        let negative = self.eat(b'-');
        if !negative {
            self.eat(b'+');
        }
        let mut value = 0i64;
        let start = self.at;
        while let Some(digit) = self.bytes.get(self.at).filter(|b| b.is_ascii_digit()) {
            value = value.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
            self.at += 1;
        }
        if self.at == start {
            return Err(self.no_number());
        }
        Ok(if negative { -value } else { value })
    }

    /// Fails unless the token before the cursor ends here.
    pub(super) fn expect_space(&mut self) -> Result<(), ReadError> {
        if self.bytes.get(self.at).is_none_or(u8::is_ascii_whitespace) {
            Ok(())
        } else {
            Err(self.no_number())
        }
    }

    /// Skips white space across lines and reads a coordinate.
    pub(super) fn coordinate(&mut self) -> Result<f32, ReadError> {
        self.skip_space();
        self.coordinate_here()
    }

    fn no_number(&mut self) -> ReadError {
        let start = self.at;
        let word = self.word();
        self.at = start;
        if self.left() == 0 {
            self.ended("a number")
        } else if word.is_empty() {
            self.fail(Problem::Unexpected { expected: "a number", found: "the end of the line".into() })
        } else {
            self.fail(Problem::BadNumber(excerpt(word)))
        }
    }
}
