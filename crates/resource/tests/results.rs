//! Whatever is asked of a list, its rows are those of a plain reading of the request over all rows, in that order,
//! on one page or on many.

mod support;

use std::cmp::Ordering;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::{Value, json};
use support::samples::Samples;

const ROWS: usize = 250;

const WORDS: [&str; 8] = ["a", "b", "ab", "Ba", "a b", "b,c", "c)d", "\"b\\"];
const NOTES: [&str; 4] = ["crown", "crown left", "left bridge", ""];
const URGENCIES: [&str; 3] = ["standard", "rush", "emergency"];
const MOMENTS: [&str; 3] =
    ["2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00.000001+00:00", "2026-07-01T12:00:00+00:00"];
const DAYS: [&str; 3] = ["1999-12-31", "2024-02-29", "2026-01-01"];
const LABELS: [&str; 4] = ["a", "b", "c d", "e,f"];

/// Columns that rows can be compared by, with values that occur in them.
const COMPARED: [&str; 8] = ["word", "size", "share", "weight", "day", "moment", "open", "urgency"];

fn values(column: &str) -> Vec<Value> {
    let texts = |texts: &[&str]| texts.iter().map(|text| json!(text)).collect();
    match column {
        "word" => texts(&WORDS),
        "note" => texts(&NOTES),
        "day" => texts(&DAYS),
        "moment" => texts(&MOMENTS),
        "urgency" => texts(&URGENCIES),
        "open" => vec![json!(true), json!(false)],
        "size" => [-7, 0, 1, 100].map(|size| json!(size)).to_vec(),
        _ => [-0.5, 0.25, 1.5, 20.25].map(|part| json!(part)).to_vec(),
    }
}

/// A row, of which a part is empty.
fn row() -> impl Strategy<Value = Value> {
    let some = |column: &'static str| {
        let value = prop::option::weighted(0.7, prop::sample::select(values(column)));
        value.prop_map(move |value| (column, json!(value)))
    };
    let plain: Vec<_> = COMPARED.into_iter().chain(["note"]).map(some).collect();
    let labels = prop::option::weighted(0.8, prop::collection::vec(prop::sample::select(&LABELS[..]), 0..3));
    let facts = prop::option::weighted(0.8, prop::sample::select(&["x", "y"][..]));
    (plain, labels, facts).prop_map(|(plain, labels, facts)| {
        let mut row: serde_json::Map<_, _> =
            plain.into_iter().map(|(column, value)| (column.to_owned(), value)).collect();
        row.insert("labels".to_owned(), json!(labels));
        row.insert("facts".to_owned(), facts.map_or(Value::Null, |kind| json!({"kind": kind, "n": 1})));
        Value::Object(row)
    })
}

/// A condition as it is asked.
#[derive(Clone, Debug)]
enum Asked {
    Test { column: &'static str, not: bool, test: Test },
    Group { any: bool, not: bool, members: Vec<Asked> },
}

#[derive(Clone, Debug)]
enum Test {
    Compare(&'static str, Value),
    In(Vec<Value>),
    Is(&'static str),
    Like(&'static str, &'static str),
    Words(&'static str),
    Kind(&'static str),
    Labels(&'static str, Vec<&'static str>),
}

fn asked() -> BoxedStrategy<Asked> {
    let compared = prop::sample::select(&COMPARED[..]).prop_flat_map(|column| {
        let value = prop::sample::select(values(column));
        let operator = prop::sample::select(&["eq", "neq", "gt", "gte", "lt", "lte"][..]);
        let state =
            if column == "open" { &["null", "not_null", "true", "false"][..] } else { &["null", "not_null"] };
        prop_oneof![
            5 => (operator, value.clone()).prop_map(|(operator, value)| Test::Compare(operator, value)),
            2 => prop::collection::vec(value, 0..4).prop_map(Test::In),
            2 => prop::sample::select(state).prop_map(Test::Is),
        ]
        .prop_map(move |test| (column, test))
    });
    let like = (
        prop::sample::select(&["like", "ilike"][..]),
        prop::sample::select(&["a*", "*B", "*b*", "*", "ab", "*,*"][..]),
    );
    let labels = (
        prop::sample::select(&["cs", "cd", "ov"][..]),
        prop::collection::vec(prop::sample::select(&LABELS[..]), 0..3),
    );
    let test = prop_oneof![
        6 => compared,
        1 => like.prop_map(|(operator, pattern)| ("word", Test::Like(operator, pattern))),
        1 => prop::sample::select(&["crown", "left crown", "bridge"][..]).prop_map(|words| ("note", Test::Words(words))),
        1 => prop::sample::select(&["x", "y", "z"][..]).prop_map(|kind| ("facts", Test::Kind(kind))),
        1 => labels.prop_map(|(operator, labels)| ("labels", Test::Labels(operator, labels))),
    ];
    let test = (test, any::<bool>()).prop_map(|((column, test), not)| Asked::Test { column, not, test });
    test.prop_recursive(2, 8, 3, |inner| {
        (any::<bool>(), any::<bool>(), prop::collection::vec(inner, 1..4))
            .prop_map(|(any, not, members)| Asked::Group { any, not, members })
    })
    .boxed()
}

impl Asked {
    /// As a parameter of the address, or as a member of a group.
    fn written(&self, inside: bool) -> String {
        let between = if inside { "." } else { "=" };
        match self {
            Self::Test { column, not, test } => {
                let not = if *not { "not." } else { "" };
                let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
                let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let value = |text: String| if inside { quoted(&text) } else { text };
                let test = match test {
                    Test::Compare(operator, other) => format!("{operator}.{}", value(plain(other))),
                    Test::In(others) => {
                        let others: Vec<String> = others.iter().map(|other| quoted(&plain(other))).collect();
                        format!("in.({})", others.join(","))
                    }
                    Test::Is(state) => format!("is.{state}"),
                    Test::Like(operator, pattern) => format!("{operator}.{}", value((*pattern).to_owned())),
                    Test::Words(words) => format!("plfts.{words}"),
                    Test::Kind(kind) => format!("cs.{}", value(json!({"kind": kind}).to_string())),
                    Test::Labels(operator, labels) => {
                        let labels: Vec<String> = labels.iter().map(|label| quoted(label)).collect();
                        format!("{operator}.{{{}}}", labels.join(","))
                    }
                };
                format!("{column}{between}{not}{test}")
            }
            Self::Group { any, not, members } => {
                let word = format!("{}{}", if *not { "not." } else { "" }, if *any { "or" } else { "and" });
                let members: Vec<String> = members.iter().map(|member| member.written(true)).collect();
                format!("{word}{}({})", if inside { "" } else { "=" }, members.join(","))
            }
        }
    }

    /// Whether it holds for a row; nobody knows where a value is missing.
    fn holds(&self, row: &Value) -> Option<bool> {
        let (not, holds) = match self {
            Self::Test { column, not, test } => (*not, test.holds(column, &row[*column])),
            Self::Group { any, not, members } => {
                let all = members.iter().map(|member| member.holds(row));
                let decided = all.clone().any(|holds| holds == Some(*any));
                let unknown = all.into_iter().any(|holds| holds.is_none());
                (*not, if decided { Some(*any) } else { (!unknown).then_some(!*any) })
            }
        };
        holds.map(|holds| holds != not)
    }
}

impl Test {
    fn holds(&self, column: &str, value: &Value) -> Option<bool> {
        if let Self::Is(state) = self {
            return Some(match *state {
                "null" => value.is_null(),
                "not_null" => !value.is_null(),
                state => value.as_bool() == Some(state == "true"),
            });
        }
        match self {
            // None of no values, whatever it is.
            Self::In(others) if others.is_empty() => return Some(false),
            _ if value.is_null() => return None,
            _ => {}
        }
        let text = value.as_str().unwrap_or_default();
        Some(match self {
            Self::Compare(operator, other) => {
                let is = compare(column, value, other);
                match *operator {
                    "eq" => is.is_eq(),
                    "neq" => is.is_ne(),
                    "gt" => is.is_gt(),
                    "gte" => is.is_ge(),
                    "lt" => is.is_lt(),
                    _ => is.is_le(),
                }
            }
            Self::In(others) => others.iter().any(|other| compare(column, value, other).is_eq()),
            Self::Like("ilike", pattern) => like(&text.to_lowercase(), &pattern.to_lowercase()),
            Self::Like(_, pattern) => like(text, pattern),
            Self::Words(words) => words.split(' ').all(|word| text.split(' ').any(|other| other == word)),
            Self::Kind(kind) => value["kind"] == *kind,
            Self::Labels(operator, labels) => {
                let has = |label: &&str| value.as_array().is_some_and(|own| own.contains(&json!(label)));
                match *operator {
                    "cs" => labels.iter().all(has),
                    "ov" => labels.iter().any(has),
                    _ => value
                        .as_array()
                        .is_some_and(|own| own.iter().all(|own| labels.iter().any(|label| own == label))),
                }
            }
            Self::Is(_) => false,
        })
    }
}

/// Text with `*` for anything at its ends.
fn like(text: &str, pattern: &str) -> bool {
    let inner = pattern.trim_matches('*');
    match (pattern.starts_with('*'), pattern.ends_with('*')) {
        (true, true) => text.contains(inner),
        (true, false) => text.ends_with(inner),
        (false, true) => text.starts_with(inner),
        (false, false) => text == inner,
    }
}

/// Values of one column, none of them empty.
fn compare(column: &str, one: &Value, other: &Value) -> Ordering {
    let rank = |value: &Value| URGENCIES.iter().position(|urgency| value == urgency);
    match (column, one, other) {
        ("urgency", ..) => rank(one).cmp(&rank(other)),
        (_, Value::Bool(one), Value::Bool(other)) => one.cmp(other),
        (_, Value::Number(one), Value::Number(other)) => {
            one.as_f64().partial_cmp(&other.as_f64()).expect("numbers")
        }
        _ => one.as_str().cmp(&other.as_str()),
    }
}

/// A key of the order: column, whether the largest come first, whether empty values do where it is said.
type Key = (&'static str, bool, Option<bool>);

fn written((column, descending, nulls_first): &Key) -> String {
    let nulls = nulls_first.map_or("", |first| if first { ".nullsfirst" } else { ".nullslast" });
    format!("{column}{}{nulls}", if *descending { ".desc" } else { "" })
}

fn in_order(keys: &[Key], one: &Value, other: &Value) -> Ordering {
    for (column, descending, nulls_first) in keys {
        let first = if nulls_first.unwrap_or(*descending) { Ordering::Less } else { Ordering::Greater };
        let ordering = match (&one[*column], &other[*column]) {
            (Value::Null, Value::Null) => Ordering::Equal,
            (Value::Null, _) => first,
            (_, Value::Null) => first.reverse(),
            (one, other) if *descending => compare(column, other, one),
            (one, other) => compare(column, one, other),
        };
        if ordering.is_ne() {
            return ordering;
        }
    }
    let by_id = one["id"].as_str().cmp(&other["id"].as_str());
    if keys.last().is_some_and(|(_, descending, _)| *descending) { by_id.reverse() } else { by_id }
}

fn encoded(query: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"=.&(),_*-".contains(&byte);
    query
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

fn ids<'a>(rows: impl IntoIterator<Item = &'a Value>) -> Vec<String> {
    rows.into_iter().map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}

/// All rows of a list, page after page, and how many it said there are.
async fn walked(samples: &Samples, query: &str) -> Result<(Vec<String>, String), TestCaseError> {
    let counted = [("prefer", "count=exact")];
    let mut reply = samples.client.send(http::Method::GET, &format!("samples?{query}"), &counted, "").await;
    let total = reply.header("content-range").rsplit('/').next().unwrap_or_default().to_owned();
    let mut walked = Vec::new();
    loop {
        prop_assert!(reply.status.is_success(), "{query}: {reply:?}");
        walked.extend(ids(reply.body.as_array().expect("a list")));
        prop_assert!(walked.len() <= ROWS, "{query}: rows come again");
        match reply.next() {
            Some(next) => reply = samples.client.get(&next).await,
            None => return Ok((walked, total)),
        }
    }
}

static RUNTIME: LazyLock<tokio::runtime::Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime")
});

#[test]
fn a_list_has_the_rows_that_fit_in_their_order_on_however_many_pages() {
    let mut runner = TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
    let new = prop::collection::vec(row(), ROWS).new_tree(&mut runner).expect("rows").current();
    let (samples, rows) = RUNTIME.block_on(async {
        let samples = Samples::new().await;
        let reply = samples.client.post("samples", json!(new)).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        let rows = reply.body.as_array().expect("rows").clone();
        (samples, rows)
    });
    assert_eq!(rows.len(), ROWS);
    for (row, new) in rows.iter().zip(&new) {
        assert!(
            new.as_object().expect("a row").iter().all(|(column, value)| row[column] == *value),
            "{new} became {row}"
        );
    }

    let key = (prop::sample::select(&COMPARED[..]), any::<bool>(), any::<Option<bool>>());
    let keys = prop::collection::vec(key, 0..4).prop_map(|mut keys| {
        let mut seen = Vec::new();
        keys.retain(|(column, ..)| {
            !seen.contains(column) && {
                seen.push(*column);
                true
            }
        });
        keys
    });
    let request = (prop::collection::vec(asked(), 0..3), keys, 9..120usize, 0..60usize);
    let outcome = runner.run(&request, |(conditions, keys, limit, offset)| {
        let mut expected: Vec<&Value> = rows
            .iter()
            .filter(|row| conditions.iter().all(|condition| condition.holds(row) == Some(true)))
            .collect();
        expected.sort_by(|one, other| in_order(&keys, one, other));
        let expected = ids(expected);

        let mut query: Vec<String> = conditions.iter().map(|condition| condition.written(false)).collect();
        query.push("select=id".to_owned());
        if !keys.is_empty() {
            query.push(format!("order={}", keys.iter().map(written).collect::<Vec<_>>().join(",")));
        }
        let query = encoded(&query.join("&"));
        RUNTIME.block_on(async {
            let (walked, total) = walked(&samples, &format!("{query}&limit={limit}")).await?;
            prop_assert_eq!(&walked, &expected, "{}", query);
            prop_assert_eq!(total, expected.len().to_string(), "{}", query);
            let piece = samples.client.rows(&format!("samples?{query}&limit={limit}&offset={offset}")).await;
            let there: Vec<String> = expected.iter().skip(offset).take(limit).cloned().collect();
            prop_assert_eq!(ids(&piece), there, "{}", query);
            Ok(())
        })
    });
    assert!(outcome.is_ok(), "{}", outcome.err().map(|error| error.to_string()).unwrap_or_default());
}
