//! What bounds a request. Everything here is checked before a connection is taken.

/// Bytes of a query string, at most.
pub const QUERY_BYTES: usize = 8 << 10;
/// Bytes of a body, at most.
pub const BODY_BYTES: usize = 1 << 20;
/// Rows of one bulk insert, at most.
pub const BULK_ROWS: usize = 1000;
/// Rows of a page where the caller does not say.
pub const PAGE_ROWS: u32 = 50;
/// Rows of a page, and of an embedded list, at most.
pub const MOST_ROWS: u32 = 200;
/// Rows that may be skipped with `offset`; beyond it there is the cursor, which costs the same on every page.
pub const OFFSET_ROWS: u32 = 10_000;
/// Rows that an answer may hold with everything embedded.
pub const ANSWER_ROWS: u64 = 200_000;
/// Levels of embedded resources.
pub const EMBED_DEPTH: usize = 3;
/// Embedded resources in one request.
pub const EMBEDS: usize = 12;
/// Entries of all `select` lists together.
pub const SELECT_ITEMS: usize = 300;
/// Filters in one request.
pub const FILTERS: usize = 32;
/// Levels of `or=(…)` and `and=(…)`.
pub const LOGIC_DEPTH: usize = 3;
/// Values of one `in.(…)`.
pub const IN_VALUES: usize = 200;
/// Columns of one `order`.
pub const ORDER_KEYS: usize = 6;
/// Bytes of a cursor.
pub const CURSOR_BYTES: usize = 2 << 10;
