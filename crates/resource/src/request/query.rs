//! The query string: reserved names, and everything else a filter on a column, here or inside of what is embedded.

use super::filter::{self, Logic};
use super::{Item, Level, Page, page, scan, select};
use crate::{Error, limits};

/// What a query string says.
#[derive(Debug, Default)]
pub(super) struct Query {
    pub(super) level: Level,
    pub(super) page: Page,
    /// Columns of a bulk insert, as PostgREST's clients announce them.
    pub(super) columns: Option<Vec<String>>,
}

impl Query {
    /// The level, where rows are named by key: what would choose among rows has no meaning.
    pub(super) fn of_one_row(self) -> Result<Level, Error> {
        let Self { level, page, .. } = self;
        super::refuse(
            !level.filters.is_empty(),
            level.filters.first().map_or("", name_of),
        )?;
        super::refuse(!level.order.is_empty(), "order")?;
        super::refuse(level.limit.is_some(), "limit")?;
        super::refuse(level.offset.is_some(), "offset")?;
        super::refuse(page.cursor.is_some(), "cursor")?;
        Ok(level)
    }
}

fn name_of(filter: &filter::Filter) -> &str {
    match filter {
        filter::Filter::Test { column, .. } => column,
        filter::Filter::Group {
            logic: Logic::And, ..
        } => "and",
        filter::Filter::Group { logic: Logic::Or, .. } => "or",
    }
}

/// Reads a query string.
pub(super) fn parse(text: &str) -> Result<Query, Error> {
    let mut query = Query::default();
    let mut pairs = Vec::new();
    for raw in text.split('&').filter(|raw| !raw.is_empty()) {
        let (key, value) = raw.split_once('=').unwrap_or((raw, ""));
        let pair = (scan::decode(key)?, scan::decode(value)?);
        // A cursor takes the place of these.
        if !matches!(pair.0.as_str(), "cursor" | "offset") {
            query
                .page
                .rest
                .push_str(if query.page.rest.is_empty() { "" } else { "&" });
            query.page.rest.push_str(raw);
        }
        pairs.push(pair);
    }
    if let Some((_, list)) = pairs.iter().find(|(key, _)| key == "select") {
        query.level.select = Some(select::parse(list)?);
        if query.level.select.as_ref().is_some_and(Vec::is_empty) {
            query.level.select = None;
        }
    }
    let (mut seen, mut filters): (Vec<&str>, usize) = (Vec::new(), 0);
    for (key, value) in &pairs {
        let (path, name) = split_path(key);
        let is_setting = matches!(name, "order" | "limit" | "offset")
            || path.is_empty() && matches!(name, "select" | "cursor" | "columns");
        if is_setting {
            if seen.contains(&key.as_str()) {
                return Err(Error::invalid(
                    "repeated_parameter",
                    key,
                    "Send this parameter once.",
                ));
            }
            seen.push(key);
        }
        match name {
            "select" if path.is_empty() => continue,
            "cursor" if path.is_empty() => {
                if value.len() > limits::CURSOR_BYTES {
                    return Err(crate::cursor::invalid());
                }
                query.page.cursor = Some(value.clone());
                continue;
            }
            "columns" if path.is_empty() => {
                query.columns = Some(
                    value
                        .split(',')
                        .map(|name| name.trim_matches('"').to_owned())
                        .collect(),
                );
                continue;
            }
            _ => {}
        }
        let level = descend(&mut query.level, path, key)?;
        match name {
            "order" => level.order = page::order(value, key)?,
            "limit" => level.limit = Some(page::limit(value, key)?),
            "offset" => level.offset = Some(page::offset(value, key)?),
            _ => {
                let filter = match name {
                    "and" => filter::group(Logic::And, false, value, key)?,
                    "or" => filter::group(Logic::Or, false, value, key)?,
                    "not.and" => filter::group(Logic::And, true, value, key)?,
                    "not.or" => filter::group(Logic::Or, true, value, key)?,
                    column => filter::test(column, value)?,
                };
                filters += filter::count(std::slice::from_ref(&filter));
                if filters > limits::FILTERS {
                    return Err(filter::too_many());
                }
                level.filters.push(filter);
            }
        }
    }
    Ok(query)
}

/// `case_files.segments.status` is `status` inside of `segments` inside of `case_files`.
fn split_path(key: &str) -> (&str, &str) {
    let name_at = |end: &str| end.rfind('.').map_or(0, |dot| dot + 1);
    let at = ["not.and", "not.or"]
        .into_iter()
        .find_map(|name| {
            key.strip_suffix(name)
                .filter(|path| path.is_empty() || path.ends_with('.'))
                .map(str::len)
        })
        .unwrap_or_else(|| name_at(key));
    (key[..at].trim_end_matches('.'), &key[at..])
}

fn descend<'a>(mut level: &'a mut Level, path: &str, key: &str) -> Result<&'a mut Level, Error> {
    for step in path.split('.').filter(|step| !step.is_empty()) {
        let embeds = level.select.iter_mut().flatten().filter_map(|item| match item {
            Item::Embed(embed) => Some(embed),
            _ => None,
        });
        level = match embeds.into_iter().find(|embed| embed.key() == step) {
            Some(embed) => &mut embed.level,
            None => {
                return Err(Error::invalid(
                    "not_embedded",
                    key,
                    "Embed the resource in select to filter or order inside of it.",
                ));
            }
        };
    }
    Ok(level)
}
