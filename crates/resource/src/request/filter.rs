//! `status=eq.ready`, `created_at=not.lt.2026-01-01`, `or=(status.in.(ready,qc),and(…))`.

use super::scan::{Scanner, is_name};
use crate::catalog::Search;
use crate::{Error, limits};

/// A condition, on columns by name or, once planned, of the catalog.
#[derive(Debug)]
pub enum Filter<C> {
    /// About one column.
    Test {
        /// The column.
        column: C,
        /// Whether the opposite is meant.
        negated: bool,
        /// What is asked of it.
        test: Test,
    },
    /// Of several conditions.
    Group {
        /// Whether one of them is enough.
        any: bool,
        /// Whether the opposite is meant.
        negated: bool,
        /// The conditions.
        members: Vec<Self>,
    },
}

/// What is asked of a column.
#[derive(Debug, PartialEq, Eq)]
pub enum Test {
    /// A comparison with a value: an operator of [`COMPARISONS`], as SQL writes it.
    Compare(&'static str, String),
    /// Whether it is one of these values.
    In(Vec<String>),
    /// Whether it is empty, true or false: words of [`STATES`], as SQL writes them.
    Is(&'static str),
    /// Whether a search finds it: an operator of [`SEARCHES`].
    Search(&'static str, String),
}

/// Comparisons: here and in SQL.
pub const COMPARISONS: [(&str, &str); 6] =
    [("eq", "="), ("neq", "<>"), ("gt", ">"), ("gte", ">="), ("lt", "<"), ("lte", "<=")];
/// What `is` asks: here and in SQL.
pub const STATES: [(&str, &str); 4] =
    [("null", "is null"), ("not_null", "is not null"), ("true", "is true"), ("false", "is false")];
/// Searches, which go by a GIN index of the column, and the kind of index; one that two kinds serve stands here twice.
pub const SEARCHES: [(&str, Search); 10] = [
    ("like", Search::Pattern),
    ("ilike", Search::Pattern),
    ("fts", Search::Words),
    ("plfts", Search::Words),
    ("phfts", Search::Words),
    ("wfts", Search::Words),
    ("cs", Search::Json),
    ("cs", Search::Parts),
    ("cd", Search::Parts),
    ("ov", Search::Parts),
];

const OPERATORS: &str = "operators: eq, neq, gt, gte, lt, lte, in, is, like, ilike, fts, plfts, phfts, wfts, cs, cd, ov, and \
     not before any of them";

impl<C> Filter<C> {
    /// The same with other columns, and values that fit them.
    pub(crate) fn try_map<D>(
        self,
        turn: &impl Fn(C, Test) -> Result<(D, Test), Error>,
    ) -> Result<Filter<D>, Error> {
        Ok(match self {
            Self::Test { column, negated, test } => {
                let (column, test) = turn(column, test)?;
                Filter::Test { column, negated, test }
            }
            Self::Group { any, negated, members } => {
                let members = members.into_iter().map(|member| member.try_map(turn));
                Filter::Group { any, negated, members: members.collect::<Result<_, _>>()? }
            }
        })
    }

    /// The columns that it asks about, once for each time.
    pub(crate) fn columns(&self) -> Vec<&C> {
        match self {
            Self::Test { column, .. } => vec![column],
            Self::Group { members, .. } => members.iter().flat_map(Self::columns).collect(),
        }
    }
}

/// Reads the value of a parameter that is named like a column.
pub(super) fn test(column: &str, text: &str) -> Result<Filter<String>, Error> {
    if column.contains("->") {
        let hint = "Paths into JSON columns cannot be filtered by yet.";
        return Err(Error::invalid("unsupported_filter", column, hint));
    }
    if !is_name(column) {
        return Err(Error::invalid("unknown_column", column, "Filter by a column: column=eq.value."));
    }
    let mut scanner = Scanner::new(text, column);
    // The whole rest is the value, whatever is in it.
    let filter = tested(&mut scanner, column, &[])?;
    scanner.end()?;
    Ok(filter)
}

/// Reads the value of `or`, `and` and their opposites: conditions in parentheses.
pub(super) fn group(any: bool, negated: bool, text: &str, parameter: &str) -> Result<Filter<String>, Error> {
    let mut scanner = Scanner::new(text, parameter);
    let members = members(&mut scanner, parameter, 1)?;
    scanner.end()?;
    Ok(Filter::Group { any, negated, members })
}

fn members(scanner: &mut Scanner<'_>, parameter: &str, depth: usize) -> Result<Vec<Filter<String>>, Error> {
    limits::LOGIC_DEPTH.hold(depth, parameter)?;
    scanner.expect('(')?;
    let mut members = Vec::new();
    loop {
        scanner.skip_spaces();
        members.push(member(scanner, parameter, depth)?);
        limits::FILTERS.hold(members.len(), "")?;
        scanner.skip_spaces();
        if !scanner.take(',') {
            scanner.expect(')')?;
            return Ok(members);
        }
    }
}

fn member(scanner: &mut Scanner<'_>, parameter: &str, depth: usize) -> Result<Filter<String>, Error> {
    let mut name = scanner.name()?;
    let negated = name == "not" && scanner.take('.');
    if negated {
        name = scanner.name()?;
    }
    if matches!(name, "and" | "or") && scanner.peek() == Some('(') {
        let members = members(scanner, parameter, depth + 1)?;
        return Ok(Filter::Group { any: name == "or", negated, members });
    }
    if negated {
        return Err(scanner.malformed("Write column.not.operator.value, or not.and(…)"));
    }
    scanner.expect('.')?;
    tested(scanner, name, &[',', ')'])
}

/// `not.`, an operator, and a value up to one of `ends`.
fn tested(scanner: &mut Scanner<'_>, column: &str, ends: &[char]) -> Result<Filter<String>, Error> {
    let unknown =
        || Error::invalid("unknown_operator", column, format!("Write operator.value; {OPERATORS}."));
    let mut word = scanner.name().map_err(|_| unknown())?;
    let negated = word == "not" && scanner.take('.');
    if negated {
        word = scanner.name().map_err(|_| unknown())?;
    }
    if scanner.peek() == Some('(') {
        let hint = format!("Write {word}.value: there are no languages and no any or all of several values.");
        return Err(Error::invalid("unsupported_operator", column, hint));
    }
    if !scanner.take('.') {
        return Err(unknown());
    }
    let value = |scanner: &mut Scanner<'_>| {
        if ends.is_empty() { Ok(scanner.take_rest()) } else { scanner.operand(ends) }
    };
    let compared = COMPARISONS.iter().find(|(name, _)| *name == word);
    let searched = SEARCHES.iter().find(|(name, _)| *name == word);
    let test = match word {
        "in" => Test::In(values(scanner)?),
        "is" => {
            let word = scanner.value(ends)?;
            let state = STATES.iter().find(|(name, _)| *name == word);
            let hint = "After is comes null, not_null, true or false.";
            Test::Is(state.ok_or_else(|| Error::invalid("invalid_value", column, hint))?.1)
        }
        _ => match (compared, searched) {
            (Some((_, operator)), _) => Test::Compare(operator, value(scanner)?),
            (_, Some((operator, _))) => Test::Search(operator, value(scanner)?),
            _ => return Err(unknown()),
        },
    };
    Ok(Filter::Test { column: column.to_owned(), negated, test })
}

fn values(scanner: &mut Scanner<'_>) -> Result<Vec<String>, Error> {
    scanner.expect('(')?;
    let mut values = Vec::new();
    if scanner.take(')') {
        return Ok(values);
    }
    loop {
        values.push(scanner.value(&[',', ')'])?);
        limits::IN_VALUES.hold(values.len(), "in")?;
        if !scanner.take(',') {
            scanner.expect(')')?;
            return Ok(values);
        }
    }
}
