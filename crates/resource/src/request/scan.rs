//! Reading small languages from text, one character at a time.

use crate::Error;

/// Text that is being read.
pub(crate) struct Scanner<'a> {
    rest: &'a str,
    /// The parameter it came in, for errors.
    field: &'a str,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str, field: &'a str) -> Self {
        Self { rest: text, field }
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(crate) fn is_before(&self, text: &str) -> bool {
        self.rest.starts_with(text)
    }

    /// Takes `expected` if it is next.
    pub(crate) fn take(&mut self, expected: char) -> bool {
        let rest = self.rest.strip_prefix(expected);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Takes `expected` or refuses the text.
    pub(crate) fn expect(&mut self, expected: char) -> Result<(), Error> {
        if self.take(expected) { Ok(()) } else { Err(self.malformed(&format!("Expected {expected:?}"))) }
    }

    /// Refuses the text if there is more of it.
    pub(crate) fn end(&self) -> Result<(), Error> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.malformed("Expected the end")) }
    }

    pub(crate) fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    pub(crate) fn take_rest(&mut self) -> String {
        std::mem::take(&mut self.rest).to_owned()
    }

    /// A name of word characters.
    pub(crate) fn name(&mut self) -> Result<&'a str, Error> {
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let (name, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        if !is_name(name) {
            return Err(self.malformed("Expected a name"));
        }
        self.rest = rest;
        Ok(name)
    }

    /// The value of an operator inside of `or=(…)`: as [`Scanner::value`], or a list in braces with whatever is in it.
    pub(crate) fn operand(&mut self, ends: &[char]) -> Result<String, Error> {
        match self.rest.find('}').filter(|_| self.peek() == Some('{')) {
            Some(end) => {
                let (list, rest) = self.rest.split_at(end + 1);
                self.rest = rest;
                Ok(list.to_owned())
            }
            None => self.value(ends),
        }
    }

    /// Text up to one of `ends`, or quoted with `"` and `\`.
    pub(crate) fn value(&mut self, ends: &[char]) -> Result<String, Error> {
        if !self.take('"') {
            let end = self.rest.find(ends).unwrap_or(self.rest.len());
            let (value, rest) = self.rest.split_at(end);
            self.rest = rest;
            return Ok(value.to_owned());
        }
        let mut value = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[at + 1..];
                    return Ok(value);
                }
                '\\' => value.extend(chars.next().map(|(_, escaped)| escaped)),
                _ => value.push(c),
            }
        }
        Err(self.malformed("A quote is not closed"))
    }

    /// Refuses the text at this place.
    pub(crate) fn malformed(&self, what: &str) -> Error {
        let near: String = self.rest.chars().take(20).collect();
        let place = if near.is_empty() { "at the end".to_owned() } else { format!("before {near:?}") };
        Error::invalid("malformed_parameter", self.field, format!("{what} {place}."))
    }
}

/// Whether this could be the name of a column: word characters, at most 63.
pub(super) fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    (1..=63).contains(&name.len())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !name.starts_with(|c: char| c.is_ascii_digit())
}

/// A key or value of a query string, decoded.
pub(super) fn decode(encoded: &str) -> Result<String, Error> {
    let malformed = || {
        let hint = "Encode the query as UTF-8 with % and two hexadecimal digits.";
        Error::invalid("malformed_query", "", hint)
    };
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16));
                let (high, low) = digit().zip(digit()).ok_or_else(malformed)?;
                (high * 16 + low) as u8
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| malformed())
}
