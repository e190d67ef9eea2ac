//! What bounds a request. All of it is checked before a connection is taken.

use crate::Error;

/// The most there may be of something, and the code that refuses more.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    /// How many, at most.
    pub most: usize,
    code: &'static str,
    unit: &'static str,
}

impl Bound {
    const fn new(most: usize, code: &'static str, unit: &'static str) -> Self {
        Self { most, code, unit }
    }

    /// Refuses more than there may be in `field`.
    pub(crate) fn hold(self, count: usize, field: &str) -> Result<(), Error> {
        if count <= self.most {
            return Ok(());
        }
        Err(Error::invalid(self.code, field, format!("At most {} {} are taken.", self.most, self.unit)))
    }
}

/// Bytes of a body, at most.
pub const BODY_BYTES: usize = 1 << 20;
/// Rows of a page where the caller does not say.
pub const PAGE_ROWS: u32 = 50;
/// Bytes of a query string.
pub const QUERY_BYTES: Bound = Bound::new(8 << 10, "query_too_long", "bytes of query");
/// Rows of one bulk insert.
pub const BULK_ROWS: Bound = Bound::new(1000, "too_many_rows", "rows");
/// Rows of a page, and of an embedded list.
pub const LIST_ROWS: Bound = Bound::new(200, "limit_too_large", "rows");
/// Rows of an answer that is sent as they come.
pub const STREAM_ROWS: Bound = Bound::new(i32::MAX as usize, "limit_too_large", "rows");
/// What a list may cost by the planner's estimate, in pages read one after the other.
pub const COST: f64 = 1_000_000.0;
/// Rows that are skipped; beyond it there is the cursor, which costs the same on every page.
pub const OFFSET_ROWS: Bound = Bound::new(10_000, "offset_too_large", "rows skipped (follow Link instead)");
/// Rows of an answer with everything embedded.
pub const ANSWER_ROWS: Bound =
    Bound::new(200_000, "too_costly", "rows (set limits, inside too: case_files.limit=20)");
/// Levels of embedded resources.
pub const EMBED_DEPTH: Bound = Bound::new(3, "embedded_too_deep", "levels");
/// Embedded resources in one request.
pub const EMBEDS: Bound = Bound::new(12, "too_many_embeds", "embedded resources");
/// Entries of all `select` lists together.
pub const SELECT_ITEMS: Bound = Bound::new(300, "too_many_columns", "entries");
/// Filters in one request.
pub const FILTERS: Bound = Bound::new(32, "too_many_filters", "filters");
/// Levels of `or=(…)` and `and=(…)`.
pub const LOGIC_DEPTH: Bound = Bound::new(3, "logic_too_deep", "levels");
/// Values of one `in.(…)`.
pub const IN_VALUES: Bound = Bound::new(200, "too_many_values", "values");
/// Columns of one `order`.
pub const ORDER_KEYS: Bound = Bound::new(6, "too_many_order_keys", "columns");
/// Bytes of a cursor.
pub const CURSOR_BYTES: usize = 2 << 10;
