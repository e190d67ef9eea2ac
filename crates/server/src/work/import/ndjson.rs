//! Newline-delimited JSON: an object a line.

use std::mem;

use resource::Fields;

use super::file::{Fault, Fed, ROW_BYTES, too_long};

/// A file's lines.
#[derive(Default)]
pub(super) struct Lines {
    /// The present line, as far as it came.
    line: Vec<u8>,
}

impl Lines {
    /// Reads on in a piece of the file, which is empty at its end: how many bytes were used, and what they gave.
    pub(super) fn feed(&mut self, piece: &[u8]) -> Result<(usize, Fed), Fault> {
        let end = piece.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(piece.len(), |end| end + 1);
        if self.line.len() + used > ROW_BYTES {
            return Err(too_long());
        }
        self.line.extend_from_slice(&piece[..used]);
        let is_whole = end.is_some() || piece.is_empty();
        if self.line.trim_ascii().is_empty() && is_whole {
            self.line.clear();
            return Ok((used, if piece.is_empty() { Fed::End } else { Fed::More }));
        }
        if !is_whole {
            return Ok((used, Fed::More));
        }
        let line = mem::take(&mut self.line);
        let row = serde_json::from_slice::<Fields>(&line);
        // The room is used again.
        self.line = line;
        self.line.clear();
        Ok((used, Fed::Row(row.map_err(|error| malformed(&error)))))
    }
}

fn malformed(error: &serde_json::Error) -> Fault {
    let message = format!("Write a JSON object of values by column in one line (column {}).", error.column());
    Fault::new("malformed_json", "", message)
}
