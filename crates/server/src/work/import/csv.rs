//! CSV (RFC 4180): a line of column names, then a line a row.
//!
//! Split by `csv-core`, which takes the file in pieces as they come and says which bytes a cell was made of: only so an
//! empty cell, which is null, can be told from a quoted one, which is an empty text.

use std::collections::BTreeMap;
use std::mem;
use std::str::from_utf8;

use csv_core::{ReadFieldResult, Reader};
use resource::catalog::{Kind, Resource};
use resource::{Fields, writable};
use serde_json::value::{RawValue, to_raw_value};

use super::file::{Fault, Fed, ROW_BYTES, too_long};
use super::trial::fault_of;

/// Columns of a file, at most.
const COLUMNS: usize = 300;
/// Bytes that are made room for at first.
const ROOM: usize = 4 << 10;

/// A file's rows.
pub(super) struct Records {
    reader: Reader,
    resource: Resource,
    /// The columns of the file, once its header was read.
    header: Option<Vec<(String, Kind)>>,
    /// The text of the row's cells.
    text: Vec<u8>,
    filled: usize,
    /// Where each cell ends and whether it was quoted.
    cells: Vec<(usize, bool)>,
    /// Whether there was a quote in the present cell.
    quoted: bool,
}

impl Records {
    pub(super) fn of(resource: &Resource) -> Self {
        Self {
            reader: Reader::new(),
            resource: resource.clone(),
            header: None,
            text: vec![0; ROOM],
            filled: 0,
            cells: Vec::new(),
            quoted: false,
        }
    }

    pub(super) fn has_header(&self) -> bool {
        self.header.is_some()
    }

    /// Reads on in a piece of the file, which is empty at its end: how many bytes were used, and what they gave.
    pub(super) fn feed(&mut self, piece: &[u8]) -> Result<(usize, Fed), Fault> {
        let mut used = 0;
        loop {
            if used == piece.len() && used > 0 {
                return Ok((used, Fed::More));
            }
            let (result, taken, made) = self.reader.read_field(&piece[used..], &mut self.text[self.filled..]);
            self.quoted |= piece[used..used + taken].contains(&b'"');
            used += taken;
            self.filled += made;
            match result {
                ReadFieldResult::InputEmpty => return Ok((used, Fed::More)),
                ReadFieldResult::OutputFull => self.make_room()?,
                ReadFieldResult::Field { record_end } => {
                    self.cells.push((self.filled, mem::take(&mut self.quoted)));
                    if self.cells.len() > COLUMNS {
                        let message = format!("A file has at most {COLUMNS} columns.");
                        return Err(Fault::new("too_many_columns", "", message));
                    }
                    if !record_end {
                        continue;
                    }
                    let cells = mem::take(&mut self.cells);
                    self.filled = 0;
                    match &self.header {
                        Some(header) => return Ok((used, Fed::Row(row(header, &self.text, &cells)))),
                        None => self.header = Some(header(&self.resource, &self.text, &cells)?),
                    }
                }
                ReadFieldResult::End => return Ok((used, Fed::End)),
            }
        }
    }

    fn make_room(&mut self) -> Result<(), Fault> {
        if self.text.len() >= ROW_BYTES {
            return Err(too_long());
        }
        self.text.resize((self.text.len() * 2).min(ROW_BYTES), 0);
        Ok(())
    }
}

/// The bytes of each cell and whether it was quoted.
fn split<'a>(text: &'a [u8], cells: &'a [(usize, bool)]) -> impl Iterator<Item = (&'a [u8], bool)> {
    let begins = [0].into_iter().chain(cells.iter().map(|(end, _)| *end));
    begins.zip(cells).map(|(begin, (end, quoted))| (&text[begin..*end], *quoted))
}

fn header(resource: &Resource, text: &[u8], cells: &[(usize, bool)]) -> Result<Vec<(String, Kind)>, Fault> {
    let mut columns: Vec<(String, Kind)> = Vec::with_capacity(cells.len());
    for (place, (name, _)) in split(text, cells).enumerate() {
        let name = from_utf8(name).map_err(|_| not_utf8(""))?.trim();
        // Where somebody forgot the header, what stands here are values, which nobody repeats.
        let unknown = || {
            let message = format!(
                "Column {} of the first line is no column of {}; the first line names the columns, with commas between.",
                place + 1,
                resource.name
            );
            Fault::new("unknown_column", "", message)
        };
        resource.column(name).ok_or_else(unknown)?;
        let column =
            writable(resource, name).map_err(|error| fault_of(error).unwrap_or_else(|_| unknown()))?;
        if columns.iter().any(|(known, _)| known == name) {
            return Err(Fault::new("duplicate_column", name, format!("{name} is there twice.")));
        }
        columns.push((name.to_owned(), column.kind.clone()));
    }
    Ok(columns)
}

fn row(header: &[(String, Kind)], text: &[u8], cells: &[(usize, bool)]) -> Result<Fields, Fault> {
    if cells.len() != header.len() {
        let message = format!("The row has {} cells, the header {}.", cells.len(), header.len());
        return Err(Fault::new("uneven_cells", "", message));
    }
    let mut fields = BTreeMap::new();
    for ((name, kind), (cell, quoted)) in header.iter().zip(split(text, cells)) {
        let cell = from_utf8(cell).map_err(|_| not_utf8(name))?;
        let value = value(kind, cell, quoted)
            .ok_or_else(|| Fault::new("invalid_value", name, format!("{name} is {}.", kind.expects())))?;
        fields.insert(name.clone(), value);
    }
    Ok(fields)
}

fn not_utf8(name: &str) -> Fault {
    Fault::new("invalid_text", name, "Files are in UTF-8.")
}

/// A cell as JSON of the column's kind; the engine checks it as it checks a request's. The engine's own CSV can be read
/// again.
fn value(kind: &Kind, cell: &str, quoted: bool) -> Option<Box<RawValue>> {
    if cell.is_empty() && !quoted {
        return Some(RawValue::NULL.to_owned());
    }
    match kind {
        Kind::Bool => RawValue::from_string(cell.trim().to_ascii_lowercase()).ok(),
        Kind::Int(_) | Kind::Float(_) | Kind::Numeric | Kind::Json | Kind::Array(_) => {
            RawValue::from_string(cell.trim().to_owned()).ok()
        }
        Kind::Uuid | Kind::Date | Kind::Timestamp | Kind::Inet | Kind::Enum(_) => {
            to_raw_value(cell.trim()).ok()
        }
        Kind::Text | Kind::Other => to_raw_value(cell).ok(),
    }
}
