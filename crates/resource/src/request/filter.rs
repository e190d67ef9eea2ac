//! `status=eq.ready`, `created_at=not.lt.2026-01-01`, `or=(status.in.(ready,qc),and(…))`.

use super::scan::{Scanner, is_name};
use crate::{Error, limits};

/// A condition.
#[derive(Debug)]
pub enum Filter {
    /// About one column.
    Test {
        /// Its name.
        column: String,
        /// Whether the opposite is meant.
        negated: bool,
        /// What is asked of it.
        test: Test,
    },
    /// Of several conditions.
    Group {
        /// Whether all of them or one of them.
        logic: Logic,
        /// Whether the opposite is meant.
        negated: bool,
        /// The conditions.
        filters: Vec<Filter>,
    },
}

/// How conditions come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Logic {
    /// All hold.
    And,
    /// One holds.
    Or,
}

/// What is asked of a column.
#[derive(Debug, PartialEq, Eq)]
pub enum Test {
    /// A comparison with a value.
    Compare(Comparison, String),
    /// Whether it is one of these values.
    In(Vec<String>),
    /// Whether it is empty, true or false.
    Is(Is),
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Equal.
    Eq,
    /// Not equal.
    Neq,
    /// Greater.
    Gt,
    /// Greater or equal.
    Gte,
    /// Less.
    Lt,
    /// Less or equal.
    Lte,
}

/// What `is` asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// Empty.
    Null,
    /// Not empty.
    NotNull,
    /// True.
    True,
    /// False.
    False,
}

const OPERATORS: &str = "eq, neq, gt, gte, lt, lte, in, is, and not before any of them";

/// Reads the value of a parameter that is named like a column.
pub(super) fn test(column: &str, text: &str) -> Result<Filter, Error> {
    if !is_name(column) {
        return Err(if column.contains("->") {
            Error::invalid(
                "unsupported_filter",
                column,
                "Paths into JSON columns cannot be filtered by yet.",
            )
        } else {
            Error::invalid("unknown_column", column, "Filter by a column: column=eq.value.")
        });
    }
    let mut scanner = Scanner::new(text, column);
    let (negated, operator) = operator(&mut scanner, column)?;
    let test = match operator {
        Operator::In => Test::In(values(&mut scanner)?),
        // The whole rest is the value, whatever is in it.
        Operator::Compare(comparison) => {
            return Ok(Filter::Test {
                column: column.to_owned(),
                negated,
                test: Test::Compare(comparison, scanner.rest().to_owned()),
            });
        }
        Operator::Is => Test::Is(is(scanner.value(&[])?, column)?),
    };
    if !scanner.is_done() {
        return Err(scanner.malformed("Expected the end"));
    }
    Ok(Filter::Test {
        column: column.to_owned(),
        negated,
        test,
    })
}

/// Reads the value of `or`, `and` and their opposites: conditions in parentheses.
pub(super) fn group(logic: Logic, negated: bool, text: &str, parameter: &str) -> Result<Filter, Error> {
    let mut scanner = Scanner::new(text, parameter);
    let filters = members(&mut scanner, parameter, 1)?;
    if !scanner.is_done() {
        return Err(scanner.malformed("Expected the end"));
    }
    Ok(Filter::Group {
        logic,
        negated,
        filters,
    })
}

fn members(scanner: &mut Scanner<'_>, parameter: &str, depth: usize) -> Result<Vec<Filter>, Error> {
    if depth > limits::LOGIC_DEPTH {
        return Err(Error::too_much(
            "logic_too_deep",
            parameter,
            limits::LOGIC_DEPTH as u64,
            "levels",
        ));
    }
    scanner.expect('(')?;
    let mut filters = Vec::new();
    loop {
        scanner.skip_spaces();
        filters.push(member(scanner, parameter, depth)?);
        if filters.len() > limits::FILTERS {
            return Err(too_many());
        }
        scanner.skip_spaces();
        if !scanner.take(',') {
            scanner.expect(')')?;
            return Ok(filters);
        }
    }
}

fn member(scanner: &mut Scanner<'_>, parameter: &str, depth: usize) -> Result<Filter, Error> {
    let mut name = scanner.name()?;
    let negated = name == "not" && scanner.peek() == Some('.');
    if negated {
        scanner.expect('.')?;
        name = scanner.name()?;
    }
    let logic = match name {
        "and" => Some(Logic::And),
        "or" => Some(Logic::Or),
        _ => None,
    };
    if let Some(logic) = logic.filter(|_| scanner.peek() == Some('(')) {
        let filters = members(scanner, parameter, depth + 1)?;
        return Ok(Filter::Group {
            logic,
            negated,
            filters,
        });
    }
    if negated {
        return Err(scanner.malformed("Write column.not.operator.value, or not.and(…)"));
    }
    scanner.expect('.')?;
    let (negated, operator) = operator(scanner, name)?;
    let test = match operator {
        Operator::In => Test::In(values(scanner)?),
        Operator::Is => Test::Is(is(scanner.value(&[',', ')'])?, name)?),
        Operator::Compare(comparison) => Test::Compare(comparison, scanner.value(&[',', ')'])?),
    };
    Ok(Filter::Test {
        column: name.to_owned(),
        negated,
        test,
    })
}

enum Operator {
    Compare(Comparison),
    In,
    Is,
}

/// `not.` and an operator, with the dot after it.
fn operator(scanner: &mut Scanner<'_>, column: &str) -> Result<(bool, Operator), Error> {
    let expected = || {
        Error::invalid(
            "unknown_operator",
            column,
            format!("Write operator.value; operators: {OPERATORS}."),
        )
    };
    let mut word = scanner.name().map_err(|_| expected())?;
    let negated = word == "not" && scanner.take('.');
    if negated {
        word = scanner.name().map_err(|_| expected())?;
    }
    let operator = match word {
        "eq" => Operator::Compare(Comparison::Eq),
        "neq" => Operator::Compare(Comparison::Neq),
        "gt" => Operator::Compare(Comparison::Gt),
        "gte" => Operator::Compare(Comparison::Gte),
        "lt" => Operator::Compare(Comparison::Lt),
        "lte" => Operator::Compare(Comparison::Lte),
        "in" => Operator::In,
        "is" => Operator::Is,
        "like" | "ilike" | "match" | "imatch" | "fts" | "plfts" | "phfts" | "wfts" | "cs" | "cd" | "ov" => {
            return Err(Error::invalid(
                "unsupported_operator",
                column,
                format!(
                    "{word} reads every row of the tenant and is not taken; for a prefix use gte and lt. Operators: {OPERATORS}."
                ),
            ));
        }
        _ => return Err(expected()),
    };
    if !scanner.take('.') {
        return Err(expected());
    }
    Ok((negated, operator))
}

fn values(scanner: &mut Scanner<'_>) -> Result<Vec<String>, Error> {
    scanner.expect('(')?;
    let mut values = Vec::new();
    if scanner.take(')') {
        return Ok(values);
    }
    loop {
        values.push(scanner.value(&[',', ')'])?);
        if values.len() > limits::IN_VALUES {
            return Err(Error::too_much(
                "too_many_values",
                "in",
                limits::IN_VALUES as u64,
                "values",
            ));
        }
        if !scanner.take(',') {
            scanner.expect(')')?;
            return Ok(values);
        }
    }
}

fn is(word: String, column: &str) -> Result<Is, Error> {
    match word.as_str() {
        "null" => Ok(Is::Null),
        "not_null" => Ok(Is::NotNull),
        "true" => Ok(Is::True),
        "false" => Ok(Is::False),
        _ => Err(Error::invalid(
            "invalid_value",
            column,
            "After is comes null, not_null, true or false.",
        )),
    }
}

/// How many tests a condition holds.
pub(super) fn count(filters: &[Filter]) -> usize {
    filters
        .iter()
        .map(|filter| match filter {
            Filter::Test { .. } => 1,
            Filter::Group { filters, .. } => count(filters),
        })
        .sum()
}

pub(super) fn too_many() -> Error {
    Error::too_much("too_many_filters", "", limits::FILTERS as u64, "filters")
}
