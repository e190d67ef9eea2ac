//! Expressions as PostgreSQL writes them once it has read what it wrote: `a between 1 and 2 and b` is kept as `((a >= 1 AND a <= 2) AND b)`,
//! but read from that as one list, `(a >= 1 AND a <= 2 AND b)`. The model holds the second, so that what is made from it is equal to it.

use crate::schema::export::model::{Model, Relation};

/// Settles every expression of tables and views.
pub(super) fn settle(model: &mut Model) {
    for Relation { columns, constraints, indexes, triggers, policies, definition, .. } in &mut model.relations
    {
        let columns = columns.iter_mut().flat_map(|column| [&mut column.default, &mut column.generated]);
        let policies = policies.iter_mut().flat_map(|policy| [&mut policy.using, &mut policy.check]);
        let optional = columns.chain(policies).chain([definition]).flatten();
        let constraints = constraints.iter_mut().map(|constraint| &mut constraint.definition);
        let statements = indexes.iter_mut().chain(triggers).map(|made| &mut made.definition);
        for text in optional.chain(constraints).chain(statements) {
            while let Some(plainer) = joined(text) {
                *text = plainer;
            }
        }
    }
}

/// The text without the first parentheses that stand around the beginning of a list of the same operator.
fn joined(text: &str) -> Option<String> {
    let groups = groups(text);
    groups.iter().find_map(|&(open, close)| {
        let (before, inside, after) = (&text[..open], &text[open + 1..close], &text[close + 1..]);
        let operator = [" AND ", " OR "].into_iter().find(|operator| after.starts_with(operator))?;
        let within = groups.iter().filter(|(start, end)| open < *start && *end < close);
        let mut outside: Vec<u8> = inside.into();
        for &(start, end) in within {
            outside[start - open - 1..end - open].fill(b'(');
        }
        let same = outside.windows(operator.len()).any(|part| part == operator.as_bytes());
        (before.ends_with('(') && same).then(|| format!("{before}{inside}{after}"))
    })
}

/// Where parentheses open and close, outside of quotes.
fn groups(text: &str) -> Vec<(usize, usize)> {
    let (mut open, mut groups, mut quote) = (Vec::new(), Vec::new(), None);
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(mark), byte) => quote = (byte != mark).then_some(mark),
            (None, b'\'' | b'"') => quote = Some(byte),
            (None, b'(') => open.push(at),
            (None, b')') => groups.extend(open.pop().map(|start| (start, at))),
            (None, _) => {}
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_within_the_beginning_of_a_list_is_one() {
        let texts = [
            (
                "CHECK ((((length(a) >= 1) AND (a <= 2)) AND (b !~ ')'::text)))",
                Some("CHECK (((length(a) >= 1) AND (a <= 2) AND (b !~ ')'::text)))"),
            ),
            ("((a OR b) AND c)", None),
            ("(((a AND x) OR b) AND c)", None),
            ("(c AND (a AND b))", None),
            ("((a OR b) OR c)", Some("(a OR b OR c)")),
            ("(('(') AND c)", None),
        ];
        for (text, plainer) in texts {
            assert_eq!(joined(text).as_deref(), plainer, "{text}");
        }
    }
}
