//! Rows on their way into a table.

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use super::value::{Time, Value};

/// Bytes sent at a time.
const CHUNK: usize = 128 << 10;

/// Columns and their values: `fields! { name: "…", dob: day }`.
macro_rules! fields {
    ($($name:ident: $value:expr),* $(,)?) => {
        &[$((stringify!($name), &$value as &dyn $crate::demo::year::value::Value)),*]
    };
}
pub(super) use fields;

/// Columns and their values, always the same columns in the same order for one table.
pub(super) type Fields<'a> = &'a [(&'static str, &'a dyn Value)];

/// The columns that every table begins with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stamp {
    /// None in tables that all tenants share.
    pub(super) tenant: Option<Uuid>,
    pub(super) id: Uuid,
    pub(super) at: Time,
    pub(super) by: Option<Uuid>,
    pub(super) version: i32,
    pub(super) changed: Time,
    pub(super) changed_by: Option<Uuid>,
}

impl Stamp {
    /// A row that was made and never changed.
    pub(super) fn new(tenant: Option<Uuid>, id: Uuid, at: Time, by: Option<Uuid>) -> Self {
        Self { tenant, id, at, by, version: 1, changed: at, changed_by: by }
    }
}

/// The way into one table: columns once, then rows in chunks.
pub(super) struct Table {
    columns: Option<oneshot::Sender<String>>,
    width: usize,
    chunks: mpsc::Sender<Bytes>,
    buffer: Vec<u8>,
    open: bool,
}

impl Table {
    pub(super) fn new(columns: oneshot::Sender<String>, chunks: mpsc::Sender<Bytes>) -> Self {
        let buffer = Vec::with_capacity(CHUNK + CHUNK / 4);
        Self { columns: Some(columns), width: 0, chunks, buffer, open: true }
    }

    /// A row with the standard columns.
    pub(super) fn row(&mut self, stamp: &Stamp, fields: Fields<'_>) {
        let standard: [(&'static str, &dyn Value); 6] = [
            ("id", &stamp.id),
            ("version", &stamp.version),
            ("created_at", &stamp.at),
            ("created_by", &stamp.by),
            ("updated_at", &stamp.changed),
            ("updated_by", &stamp.changed_by),
        ];
        match &stamp.tenant {
            Some(tenant) => self.write([&[("tenant_id", tenant as &dyn Value)], &standard, fields]),
            None => self.write([&[], &standard, fields]),
        }
    }

    /// A row of a table that has columns of its own only.
    pub(super) fn bare(&mut self, fields: Fields<'_>) {
        self.write([&[], &[], fields]);
    }

    fn write(&mut self, parts: [Fields<'_>; 3]) {
        let fields = || parts.iter().flat_map(|part| part.iter());
        if let Some(columns) = self.columns.take() {
            let names: Vec<String> = fields().map(|field| format!("\"{}\"", field.0)).collect();
            self.width = names.len();
            self.open = columns.send(names.join(", ")).is_ok();
        }
        debug_assert_eq!(self.width, fields().count());
        for (index, (_, value)) in fields().enumerate() {
            if index > 0 {
                self.buffer.push(b'\t');
            }
            value.text(&mut self.buffer);
        }
        self.buffer.push(b'\n');
        if self.buffer.len() >= CHUNK {
            self.flush();
        }
    }

    /// Sends what is left. Where nobody listens any more, the reason is known there.
    pub(super) fn flush(&mut self) {
        let chunk = Bytes::copy_from_slice(&self.buffer);
        self.buffer.clear();
        if self.open && !chunk.is_empty() {
            self.open = self.chunks.blocking_send(chunk).is_ok();
        }
    }
}
