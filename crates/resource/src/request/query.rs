//! The query string: reserved names, and everything else a filter on a column, here or inside of what is embedded.

use jiff::Timestamp;

use super::{Filter, Item, Level, filter, page, scan, select};
use crate::{Error, cursor, limits};

/// What a query string says.
#[derive(Debug, Default)]
pub(super) struct Query {
    pub(super) level: Level,
    pub(super) cursor: Option<String>,
    /// The query string without cursor and offset.
    pub(super) rest: String,
    /// Columns of a bulk insert, as PostgREST's clients announce them.
    pub(super) columns: Option<Vec<String>>,
    /// The moment that is asked about.
    pub(super) as_of: Option<Timestamp>,
}

impl Query {
    /// The level, where rows are named by key: what would choose among rows has no meaning.
    pub(super) fn of_one_row(self) -> Result<Level, Error> {
        let Self { level, cursor, .. } = self;
        let filter = level.filters.first().map(|filter| match filter {
            Filter::Test { column, .. } => column.as_str(),
            Filter::Group { any, .. } => {
                if *any {
                    "or"
                } else {
                    "and"
                }
            }
        });
        let order = level.order.first().map(|_| "order");
        let given = filter.or(order).or(level.limit.map(|_| "limit")).or(level.offset.map(|_| "offset"));
        refuse(given.or(cursor.as_ref().map(|_| "cursor")))?;
        Ok(level)
    }

    /// Refuses `columns` where nothing is inserted, and `as_of` where nobody took it.
    pub(super) fn without_columns(self) -> Result<Self, Error> {
        refuse(self.columns.as_ref().map(|_| "columns"))?;
        refuse(self.as_of.map(|_| "as_of"))?;
        Ok(self)
    }

    /// The level, where versions of one row are listed: only a piece of them can be chosen.
    pub(super) fn of_versions(mut self) -> Result<Level, Error> {
        let piece = (self.level.limit.take(), self.level.offset.take());
        refuse(self.level.select.as_ref().map(|_| "select"))?;
        let level = self.of_one_row()?;
        Ok(Level { limit: piece.0, offset: piece.1, ..level })
    }
}

fn refuse(parameter: Option<&str>) -> Result<(), Error> {
    let hint = "This parameter has no meaning here; leave it out.";
    parameter.map_or(Ok(()), |parameter| Err(Error::invalid("unknown_parameter", parameter, hint)))
}

/// Reads a query string.
pub(super) fn parse(text: &str, stream: bool) -> Result<Query, Error> {
    let mut query = Query::default();
    let mut pairs = Vec::new();
    for raw in text.split('&').filter(|raw| !raw.is_empty()) {
        let (key, value) = raw.split_once('=').unwrap_or((raw, ""));
        let pair = (scan::decode(key)?, scan::decode(value)?);
        if !matches!(pair.0.as_str(), "cursor" | "offset") {
            query.rest.push_str(if query.rest.is_empty() { "" } else { "&" });
            query.rest.push_str(raw);
        }
        pairs.push(pair);
    }
    // Other parameters refer to what is embedded, so this comes before them.
    if let Some((_, list)) = pairs.iter().find(|(key, _)| key == "select") {
        query.level.select = Some(select::parse(list)?).filter(|items| !items.is_empty());
    }
    let mut filters = 0;
    for (at, (key, value)) in pairs.iter().enumerate() {
        let (path, name) = split_path(key);
        let single = match name {
            "order" | "limit" | "offset" => true,
            "select" | "cursor" | "columns" | "as_of" => path.is_empty(),
            _ => false,
        };
        if single && pairs[..at].iter().any(|(other, _)| other == key) {
            return Err(Error::invalid("repeated_parameter", key, "Send this parameter once."));
        }
        let level = descend(&mut query.level, path, key)?;
        match name {
            "select" if single => {}
            "cursor" if single && value.len() > limits::CURSOR_BYTES => return Err(cursor::invalid()),
            "cursor" if single => query.cursor = Some(value.clone()),
            "columns" if single => {
                let names = value.split(',').map(|name| name.trim_matches('"').to_owned());
                query.columns = Some(names.collect());
            }
            "as_of" if single => query.as_of = Some(page::moment(value, key)?),
            "order" => level.order = page::order(value, key)?,
            // Rows that are sent as they come need no bound.
            "limit" if stream && path.is_empty() => {
                level.limit = Some(page::rows(value, key, limits::STREAM_ROWS)?)
            }
            "limit" => level.limit = Some(page::rows(value, key, limits::LIST_ROWS)?),
            "offset" => level.offset = Some(page::rows(value, key, limits::OFFSET_ROWS)?),
            _ => {
                let filter = match name {
                    "and" | "or" => filter::group(name == "or", false, value, key)?,
                    "not.and" | "not.or" => filter::group(name == "not.or", true, value, key)?,
                    column => filter::test(column, value)?,
                };
                filters += filter.columns().len();
                limits::FILTERS.hold(filters, "")?;
                level.filters.push(filter);
            }
        }
    }
    if query.cursor.is_some() && query.level.offset.is_some() {
        let hint = "A cursor says where the page begins; leave offset out.";
        return Err(Error::invalid("cursor_and_offset", "offset", hint));
    }
    Ok(query)
}

/// `case_files.segments.status` is `status` inside of `segments` inside of `case_files`.
fn split_path(key: &str) -> (&str, &str) {
    for name in ["not.and", "not.or"] {
        if let Some(path) = key.strip_suffix(name).filter(|path| path.is_empty() || path.ends_with('.')) {
            return (path.trim_end_matches('.'), &key[path.len()..]);
        }
    }
    key.rsplit_once('.').unwrap_or(("", key))
}

fn descend<'a>(mut level: &'a mut Level, path: &str, key: &str) -> Result<&'a mut Level, Error> {
    for step in path.split('.').filter(|step| !step.is_empty()) {
        let mut embeds = level.select.iter_mut().flatten().filter_map(|item| match item {
            Item::Embed(embed) if embed.key() == step => Some(embed),
            _ => None,
        });
        let hint = "Embed the resource in select to filter or order inside of it.";
        let embed = embeds.next().ok_or_else(|| Error::invalid("not_embedded", key, hint))?;
        level = &mut embed.level;
    }
    Ok(level)
}
