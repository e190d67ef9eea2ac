//! Whatever is asked, a request is refused or becomes a statement that PostgreSQL prepares. Nothing panics.

mod support;

use std::cell::Cell;
use std::sync::LazyLock;

use http::{HeaderMap, Method};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use resource::catalog::{Column, Kind, Resource};
use resource::plan::{self, Step};
use resource::request::{self, Incoming, Media};
use resource::{Catalog, Error, sql};
use testkit::Practice;

const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

type Text = BoxedStrategy<String>;

fn words(list: &'static [&'static str]) -> Text {
    prop::sample::select(list).prop_map(str::to_owned).boxed()
}

/// A value that likely fits the column, as text.
fn value(column: &Column) -> Text {
    let fitting = match &column.kind {
        Kind::Uuid => Just(ID.to_owned()).boxed(),
        Kind::Enum(labels) => prop::sample::select(labels.clone()).boxed(),
        Kind::Date | Kind::Timestamp => words(&["2024-01-01", "1999-12-31"]),
        Kind::Bool => words(&["true", "false"]),
        Kind::Inet => words(&["::1", "10.0.0.1"]),
        Kind::Text => words(&["a", "null", "Zähne"]),
        _ => words(&["1", "0", "-7"]),
    };
    prop_oneof![12 => fitting, 1 => "\\PC{0,8}", 1 => "[a\"\\\\,(){}']{0,6}"].boxed()
}

/// `column` and one of its tests, with `between` them.
fn test(resource: &Resource, between: &'static str) -> Text {
    let compare = words(&[
        "eq", "neq", "gt", "gte", "lt", "lte", "eq", "eq", "lt", "like", "ilike", "fts", "wfts", "cs", "ov",
    ]);
    let tested = |column: &Column| {
        let value = value(column);
        let compare =
            (compare.clone(), value.clone()).prop_map(|(operator, value)| format!("{operator}.{value}"));
        let within = prop::collection::vec(value, 0..4).prop_map(|list| format!("in.({})", list.join(",")));
        let is = words(&["is.null", "is.not_null", "is.null", "is.true"]);
        let name = column.name().to_owned();
        let not = words(&["", "", "not."]);
        (not, prop_oneof![3 => compare, 1 => within, 1 => is])
            .prop_map(move |(not, test)| format!("{name}{between}{not}{test}"))
            .boxed()
    };
    prop::strategy::Union::new(resource.columns.iter().map(tested)).boxed()
}

fn group(resource: &Resource) -> Text {
    let member = test(resource, ".").prop_recursive(2, 8, 3, |inner| {
        (words(&["and", "or", "not.and", "not.or"]), prop::collection::vec(inner, 1..4))
            .prop_map(|(word, list)| format!("{word}({})", list.join(",")))
    });
    (words(&["or", "and", "not.or"]), prop::collection::vec(member, 1..3))
        .prop_map(|(word, list)| format!("{word}=({})", list.join(",")))
        .boxed()
}

fn column(resource: &Resource) -> Text {
    let names: Vec<String> = resource.columns.iter().map(|column| column.name().to_owned()).collect();
    prop_oneof![30 => prop::sample::select(names), 1 => Just("nothing".to_owned())].boxed()
}

fn order(resource: &Resource) -> Text {
    let key = (column(resource), words(&["", ".desc", ".asc.nullsfirst", ".desc.nullslast"]));
    let key = key.prop_map(|(column, direction)| column + &direction);
    prop::collection::vec(key, 1..3).prop_map(|keys| format!("order={}", keys.join(","))).boxed()
}

/// A `select` list with embedded resources to a depth.
fn select(catalog: &Catalog, resource: &Resource, depth: usize) -> Text {
    let plain = prop_oneof![6 => column(resource), 2 => Just("*".to_owned()), 1 => column(resource).prop_map(|name| format!("x:{name}"))];
    let mut items = vec![(3, plain.boxed())];
    if depth > 0 && !resource.relations.is_empty() {
        let embeds = resource.relations.iter().map(|relation| {
            let target = catalog.target(relation);
            let name = format!("{}!{}", target.name, relation.column);
            (words(&["", "!inner"]), select(catalog, target, depth - 1))
                .prop_map(move |(inner, list)| format!("{name}{inner}({list})"))
                .boxed()
        });
        items.push((1, prop::strategy::Union::new(embeds).boxed()));
    }
    prop::collection::vec(prop::strategy::Union::new_weighted(items), 0..4)
        .prop_map(|list| list.join(","))
        .boxed()
}

fn query(catalog: &Catalog, resource: &Resource) -> Text {
    let bounds =
        words(&["limit=0", "limit=200", "offset=3", "limit=5", "limit=201", "offset=x", "cursor=AAAA"]);
    let parameter = prop_oneof![
        6 => test(resource, "="),
        2 => group(resource),
        2 => order(resource),
        1 => bounds,
        1 => words(&["case_files.order=id", "cases.status=eq.ready", "nothing=eq.1", "="]),
    ];
    let select =
        prop::option::weighted(0.6, select(catalog, resource, 2).prop_map(|list| format!("select={list}")));
    (select, prop::collection::vec(parameter, 0..4))
        .prop_map(|(select, parameters)| select.into_iter().chain(parameters).collect::<Vec<_>>().join("&"))
        .boxed()
}

fn body(resource: &Resource) -> Text {
    let field = |column: &Column| {
        let name = column.name().to_owned();
        let text = value(column).prop_map(|text| serde_json::Value::from(text).to_string());
        let bare = words(&["null", "1", "true", "[]", "{\"a\":1}", "\"\\u0000\"", "1e400"]);
        prop_oneof![3 => text, 2 => bare].prop_map(move |json| format!("\"{name}\":{json}")).boxed()
    };
    let writable = resource.columns.iter().filter(|column| !column.managed);
    let mut fields: Vec<Text> = writable.map(field).collect();
    fields.push(words(&["\"id\":1", "\"nothing\":1"]));
    let object = prop::collection::vec(prop::strategy::Union::new(fields), 0..4);
    let object = object.prop_map(|list| format!("{{{}}}", list.join(","))).boxed();
    prop_oneof![
        4 => object.clone(),
        1 => prop::collection::vec(object, 0..3).prop_map(|list| format!("[{}]", list.join(","))),
        1 => "\\PC{0,12}",
    ]
    .boxed()
}

/// A request: method, resource, id, facet: None, query, body, `Accept`.
fn request(
    catalog: &Catalog,
) -> impl Strategy<Value = (Method, String, Option<&'static str>, String, String, String)> {
    let of = |resource: &Resource| {
        let (name, by_id) = (
            resource.name.clone(),
            select(catalog, resource, 2).prop_map(|list| format!("select={list}")).boxed(),
        );
        let accept = words(&["*/*", "*/*", "text/csv", "application/vnd.pgrst.object+json"]);
        let (query, body) = (query(catalog, resource), body(resource));
        let list = (Just(Method::GET), Just(None), query).boxed();
        let row = (
            prop::sample::select(&[Method::GET, Method::PATCH, Method::DELETE][..]),
            Just(Some(ID)),
            by_id.clone(),
        );
        let new = (Just(Method::POST), Just(None), by_id);
        (prop_oneof![2 => list, 1 => row, 1 => new], body, accept)
            .prop_map(move |((method, id, query), body, accept)| {
                (method, name.clone(), id, query, body, accept)
            })
            .boxed()
    };
    prop::strategy::Union::new(catalog.resources().iter().map(of))
}

/// What becomes of a request: the statements that it would run, or nothing.
fn statements<'c>(catalog: &'c Catalog, incoming: Incoming<'_>) -> Result<Vec<sql::Statement<'c>>, Error> {
    let plan = plan::plan(catalog, &|_, _| true, request::parse(incoming)?)?;
    let mut statements = vec![sql::statement(&plan)];
    if matches!(plan.step, Step::List { .. }) {
        statements.extend([sql::count(&plan), sql::explained(&sql::all(&plan))]);
    }
    Ok(statements)
}

static RUNTIME: LazyLock<tokio::runtime::Runtime> =
    LazyLock::new(|| tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime"));

#[test]
fn a_request_is_refused_or_becomes_a_statement_that_the_database_prepares() {
    let practice = RUNTIME.block_on(Practice::new());
    let catalog = RUNTIME.block_on(support::catalog(practice.db()));
    let counted = Cell::new(0);
    let mut runner = TestRunner::new(Config { cases: 1000, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&request(&catalog), |(method, resource, id, query, body, accept)| {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", "application/json".parse().expect("a header"));
        headers.insert("accept", accept.parse().expect("a header"));
        let body = if method == Method::GET { "" } else { &body };
        let incoming = Incoming {
            method: &method,
            resource: &resource,
            id,
            facet: None,
            query: &query,
            headers: &headers,
            body: body.as_bytes(),
        };
        match statements(&catalog, incoming) {
            Ok(statements) => RUNTIME.block_on(async {
                let scope = practice.system().with_role(pg::DbRole::Api);
                let tx = practice.db().begin(&scope).await.expect("a transaction");
                for statement in statements {
                    counted.set(counted.get() + 1);
                    let checked = tx.prepare_cached(&statement.text).await;
                    prop_assert!(
                        checked.is_ok(),
                        "{method} {resource} {query}\n{}\n{:?}",
                        statement.text,
                        checked.err()
                    );
                }
                Ok(())
            }),
            Err(Error::Refused { status, code, .. }) => {
                prop_assert!(status.is_client_error() && !code.is_empty());
                Ok(())
            }
            Err(Error::Database(error)) => Err(TestCaseError::fail(error.to_string())),
        }
    });
    assert!(outcome.is_ok(), "{}", outcome.err().map(|error| error.to_string()).unwrap_or_default());
    assert!(counted.get() > 500, "only {} statements were reached", counted.get());
}

proptest! {
    #![proptest_config(Config { cases: 2000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_as_a_query_is_read_or_refused(query in "\\PC{0,200}", body in prop::collection::vec(any::<u8>(), 0..200)) {
        let headers = HeaderMap::from_iter([(http::header::CONTENT_TYPE, "application/json".parse().expect("a header"))]);
        for method in [Method::GET, Method::POST, Method::PATCH] {
            let incoming = Incoming { method: &method, resource: "cases", id: None, facet: None, query: &query, headers: &headers, body: &body };
            if let Ok(request) = request::parse(incoming) {
                prop_assert_eq!(request.preferences.media, Media::Json);
            }
        }
    }
}
