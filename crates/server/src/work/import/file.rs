//! A file as a stream of batches. What is held of it at a time is one batch, whatever its size.

use std::mem;

use bytes::{Buf, Bytes};
use futures::{Stream, TryStreamExt};
use resource::Fields;
use resource::catalog::Resource;
use serde::{Deserialize, Serialize};

use super::{csv, ndjson};

/// Bytes of one row, at most.
pub(super) const ROW_BYTES: usize = 1 << 20;
/// Rows of one file, at most.
const ROWS: u64 = 10_000_000;
/// Rows of one batch, at most.
const BATCH_ROWS: u64 = 500;
/// Bytes after which a batch takes no further row.
const BATCH_BYTES: u64 = 1 << 20;
/// Characters of a field's name and of a message that are kept; callers choose names.
const FIELD_CHARS: usize = 200;
const MESSAGE_CHARS: usize = 500;

/// How rows are written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    Ndjson,
}

impl Format {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
        }
    }
}

/// What is wrong with a row, or with the file. Holds no value of a row.
#[derive(Debug)]
pub(super) struct Fault {
    code: String,
    field: String,
    message: String,
}

impl Fault {
    pub(super) fn new(code: impl Into<String>, field: &str, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            field: shown(field, FIELD_CHARS),
            message: shown(&message.into(), MESSAGE_CHARS),
        }
    }

    pub(super) fn of_row(self, row_number: u64) -> Refusal {
        let Self { code, field, message } = self;
        Refusal { row_number, code, field: Some(field).filter(|field| !field.is_empty()), message }
    }
}

/// Text for people: not long, and nothing that the database does not store.
fn shown(text: &str, most: usize) -> String {
    text.chars().filter(|char| !char.is_control()).take(most).collect()
}

/// Why a row was refused.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Refusal {
    /// 1 is the first; 0 is the file as a whole.
    pub(super) row_number: u64,
    pub(super) code: String,
    pub(super) field: Option<String>,
    pub(super) message: String,
}

/// Why the file cannot be read on.
#[derive(Debug)]
pub(super) enum Unreadable {
    Store(object::Error),
    File(Refusal),
}

/// What a piece of the file gave.
pub(super) enum Fed {
    /// A row, sound or not.
    Row(Result<Fields, Fault>),
    /// Nothing yet.
    More,
    /// There is nothing more.
    End,
}

enum Parser {
    Csv(Box<csv::Records>),
    Ndjson(ndjson::Lines),
}

/// Rows that are written by one statement: they have the same columns.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// The number of each.
    pub(super) numbers: Vec<u64>,
    pub(super) rows: Vec<Fields>,
    /// Rows between them that could not be read.
    pub(super) refused: Vec<Refusal>,
    /// How many rows these are together.
    pub(super) read: u64,
}

/// A file that is being read.
pub(super) struct File<S> {
    bytes: S,
    piece: Bytes,
    ended: bool,
    parser: Parser,
    row_number: u64,
    bytes_read: u64,
    /// A row that begins the next batch.
    held: Option<(u64, Fields)>,
}

impl<S> File<S>
where
    S: Stream<Item = Result<Bytes, object::Error>> + Unpin,
{
    pub(super) fn new(bytes: S, format: Format, resource: &Resource) -> Self {
        let parser = match format {
            Format::Csv => Parser::Csv(Box::new(csv::Records::of(resource))),
            Format::Ndjson => Parser::Ndjson(ndjson::Lines::default()),
        };
        Self { bytes, piece: Bytes::new(), ended: false, parser, row_number: 0, bytes_read: 0, held: None }
    }

    pub(super) fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    /// Leaves out rows that were dealt with before.
    pub(super) async fn skip(&mut self, rows: u64) -> Result<(), Unreadable> {
        while self.row_number < rows && self.next().await?.is_some() {}
        Ok(())
    }

    /// The next rows.
    pub(super) async fn batch(&mut self) -> Result<Option<Batch>, Unreadable> {
        let mut batch = Batch::default();
        let begin = self.bytes_read;
        while batch.read < BATCH_ROWS && self.bytes_read - begin < BATCH_BYTES {
            let Some((number, row)) = self.next().await? else { break };
            match row {
                Err(fault) => batch.refused.push(fault.of_row(number)),
                Ok(row) if batch.rows.first().is_some_and(|first| !first.keys().eq(row.keys())) => {
                    self.held = Some((number, row));
                    break;
                }
                Ok(row) => {
                    batch.numbers.push(number);
                    batch.rows.push(row);
                }
            }
            batch.read += 1;
        }
        Ok((batch.read > 0).then_some(batch))
    }

    async fn next(&mut self) -> Result<Option<(u64, Result<Fields, Fault>)>, Unreadable> {
        if let Some((number, row)) = self.held.take() {
            return Ok(Some((number, Ok(row))));
        }
        loop {
            while self.piece.is_empty() && !self.ended {
                match self.bytes.try_next().await.map_err(Unreadable::Store)? {
                    Some(piece) => self.piece = piece,
                    None => self.ended = true,
                }
            }
            // An empty piece says that the file is at its end.
            let piece = mem::take(&mut self.piece);
            let fed = match &mut self.parser {
                Parser::Csv(records) => records.feed(&piece),
                Parser::Ndjson(lines) => lines.feed(&piece),
            };
            let (used, fed) =
                fed.map_err(|fault| Unreadable::File(fault.of_row(self.row_number_at_fault())))?;
            self.piece = piece;
            self.piece.advance(used);
            self.bytes_read += used as u64;
            match fed {
                Fed::Row(row) => {
                    self.row_number += 1;
                    if self.row_number > ROWS {
                        let fault =
                            Fault::new("too_many_rows", "", format!("A file has at most {ROWS} rows."));
                        return Err(Unreadable::File(fault.of_row(0)));
                    }
                    return Ok(Some((self.row_number, row)));
                }
                Fed::More => {}
                Fed::End => return Ok(None),
            }
        }
    }

    /// The row that could not be read to its end; before the first one there is the header.
    fn row_number_at_fault(&self) -> u64 {
        match &self.parser {
            Parser::Csv(records) if !records.has_header() => 0,
            _ => self.row_number + 1,
        }
    }
}

/// A row that is longer than a row may be.
pub(super) fn too_long() -> Fault {
    Fault::new("row_too_large", "", format!("A row has at most {ROW_BYTES} bytes; a quote may be missing."))
}
