//! Ranges and preconditions of a download (RFC 9110).

use std::ops::Range;

use axum::http::{HeaderMap, header};

/// What a request asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Everything.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that are not there.
    Outside,
    /// Nothing: the caller has it already.
    Nothing,
}

impl Asked {
    /// What the headers ask for of `size` bytes whose entity tag is `tag`.
    pub(super) fn of(headers: &HeaderMap, size: u64, tag: &str) -> Self {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        if text(header::IF_NONE_MATCH).is_some_and(|tags| lists(tags, tag)) {
            return Self::Nothing;
        }
        let still_same = text(header::IF_RANGE).is_none_or(|condition| condition.trim() == tag);
        match text(header::RANGE) {
            Some(range) if still_same => Self::of_range(range, size),
            _ => Self::Whole,
        }
    }

    /// One range of bytes; several, or one of another unit, are answered with everything, as the RFC allows.
    fn of_range(text: &str, size: u64) -> Self {
        let Some((first, last)) =
            text.trim().strip_prefix("bytes=").and_then(|text| text.trim().split_once('-'))
        else {
            return Self::Whole;
        };
        let number = |text: &str| {
            let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            // Digits that do not fit mean more than any file has.
            is_number.then(|| text.parse::<u64>().unwrap_or(u64::MAX))
        };
        let range = match (number(first), number(last)) {
            (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(size),
            (Some(first), None) if last.is_empty() => first..size,
            (None, Some(count)) if first.is_empty() => size.saturating_sub(count)..size,
            _ => return Self::Whole,
        };
        if range.start < range.end { Self::Part(range) } else { Self::Outside }
    }
}

/// Whether a list of entity tags has `tag`; weak ones count, since the comparison is weak.
fn lists(tags: &str, tag: &str) -> bool {
    tags.split(',')
        .map(str::trim)
        .any(|listed| listed == "*" || listed.strip_prefix("W/").unwrap_or(listed) == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TAG: &str = "\"abc\"";

    fn asked(headers: &[(header::HeaderName, &str)]) -> Asked {
        let headers =
            headers.iter().map(|(name, value)| (name.clone(), value.parse().expect("a value"))).collect();
        Asked::of(&headers, 100, TAG)
    }

    #[test]
    fn ranges_by_the_table_of_the_standard() {
        let table = [
            ("bytes=0-0", Asked::Part(0..1)),
            ("bytes=10-19", Asked::Part(10..20)),
            ("bytes=90-", Asked::Part(90..100)),
            ("bytes=90-1000", Asked::Part(90..100)),
            ("bytes=-10", Asked::Part(90..100)),
            ("bytes=-1000", Asked::Part(0..100)),
            ("bytes=0-99999999999999999999999", Asked::Part(0..100)),
            ("bytes=100-", Asked::Outside),
            ("bytes=-0", Asked::Outside),
            ("bytes=20-10", Asked::Whole),
            ("bytes=0-1,5-6", Asked::Whole),
            ("bytes=a-b", Asked::Whole),
            ("bytes=-", Asked::Whole),
            ("lines=1-2", Asked::Whole),
        ];
        for (range, expected) in table {
            assert_eq!(asked(&[(header::RANGE, range)]), expected, "{range}");
        }
    }

    #[test]
    fn a_range_of_something_else_is_answered_with_everything() {
        let range = (header::RANGE, "bytes=0-1");
        assert_eq!(asked(&[range.clone(), (header::IF_RANGE, TAG)]), Asked::Part(0..2));
        assert_eq!(asked(&[range.clone(), (header::IF_RANGE, "\"other\"")]), Asked::Whole);
        assert_eq!(asked(&[range, (header::IF_RANGE, "W/\"abc\"")]), Asked::Whole);
    }

    #[test]
    fn what_the_caller_has_is_not_sent() {
        for tags in [TAG, "*", "W/\"abc\"", "\"x\", \"abc\""] {
            assert_eq!(asked(&[(header::IF_NONE_MATCH, tags)]), Asked::Nothing, "{tags}");
        }
        assert_eq!(asked(&[(header::IF_NONE_MATCH, "\"x\"")]), Asked::Whole);
    }
}
