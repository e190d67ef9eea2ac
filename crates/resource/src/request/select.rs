//! `select=*,patient:patients!inner(first_name),case_files(id,name)`.

use super::Level;
use super::scan::Scanner;
use crate::{Error, limits};

/// One entry of a `select` list.
#[derive(Debug)]
pub enum Item {
    /// `*`: every column.
    All,
    /// A column, and its name in the answer where another is wished.
    Column(Option<Alias>, String),
    /// Rows of another resource.
    Embed(Embed),
}

/// Rows of another resource inside of a row.
#[derive(Debug)]
pub struct Embed {
    /// Its name in the answer, where another is wished.
    pub alias: Option<Alias>,
    /// The resource, or the column that refers to it.
    pub name: String,
    /// The column or foreign key to go by, where there are several.
    pub hint: Option<String>,
    /// Whether rows without any are left out.
    pub inner: bool,
    /// What is to be seen of it; an empty `select` shows nothing and is there for its filters.
    pub level: Level,
}

impl Embed {
    /// Its name in the answer.
    pub fn key(&self) -> &str {
        self.alias.as_ref().map_or(&self.name, |alias| &alias.0)
    }
}

/// A name that the caller chose, which goes into SQL in quotes. At most 63 word characters, so that no quoting can
/// fail; nothing else of a caller's becomes part of a statement's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias(String);

impl Alias {
    /// The name.
    pub fn into_name(self) -> String {
        self.0
    }
}

/// Counts across all levels of one request.
#[derive(Default)]
struct Counts {
    items: usize,
    embeds: usize,
}

/// Reads a `select` list.
pub(super) fn parse(text: &str) -> Result<Vec<Item>, Error> {
    let mut scanner = Scanner::new(text, "select");
    let items = list(&mut scanner, 0, &mut Counts::default())?;
    scanner.end()?;
    Ok(items)
}

fn list(scanner: &mut Scanner<'_>, depth: usize, counts: &mut Counts) -> Result<Vec<Item>, Error> {
    limits::EMBED_DEPTH.hold(depth, "select")?;
    let mut items = Vec::new();
    scanner.skip_spaces();
    if matches!(scanner.peek(), None | Some(')')) {
        return Ok(items);
    }
    loop {
        counts.items += 1;
        limits::SELECT_ITEMS.hold(counts.items, "select")?;
        scanner.skip_spaces();
        items.push(item(scanner, depth, counts)?);
        scanner.skip_spaces();
        if !scanner.take(',') {
            return Ok(items);
        }
    }
}

fn item(scanner: &mut Scanner<'_>, depth: usize, counts: &mut Counts) -> Result<Item, Error> {
    if scanner.take('*') {
        return Ok(Item::All);
    }
    let unsupported = |hint| Err(Error::invalid("unsupported_select", "select", hint));
    if scanner.is_before("...") {
        return unsupported("Embedded rows are not spread; embed them as an object.");
    }
    let mut name = scanner.name()?.to_owned();
    let mut alias = None;
    if !scanner.is_before("::") && scanner.take(':') {
        alias = Some(Alias(std::mem::replace(&mut name, scanner.name()?.to_owned())));
    }
    let (mut hint, mut inner, mut hinted) = (None, false, false);
    while scanner.take('!') {
        hinted = true;
        match scanner.name()? {
            "inner" => inner = true,
            "left" => inner = false,
            other => hint = Some(other.to_owned()),
        }
    }
    match scanner.peek() {
        Some('(') => {}
        Some(':') => return unsupported("Columns are not cast; cast where the value is used."),
        Some('-') => return unsupported("Select the whole JSON column; paths into it are not taken yet."),
        Some('.') => return unsupported("There are no aggregates; count rows with Prefer: count=exact."),
        _ if hinted => return Err(scanner.malformed("Expected \"(\" after the name of what is embedded")),
        _ => return Ok(Item::Column(alias, name)),
    }
    counts.embeds += 1;
    limits::EMBEDS.hold(counts.embeds, "select")?;
    scanner.expect('(')?;
    let select = list(scanner, depth + 1, counts)?;
    scanner.expect(')')?;
    let level = Level { select: Some(select), ..Level::default() };
    Ok(Item::Embed(Embed { alias, name, hint, inner, level }))
}
