//! What requests say, and which ones are refused before anyone asks what there is.

use http::{HeaderMap, Method};
use resource::request::{self, Operation, Request};
use resource::{Error, Incoming};

fn parse(
    method: Method,
    id: Option<&str>,
    query: &str,
    headers: &[(&'static str, &str)],
    body: &str,
) -> Result<Request, Error> {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        map.append(*name, value.parse().expect("a header"));
    }
    let headers = &map;
    request::parse(Incoming {
        method: &method,
        resource: "cases",
        id,
        facet: None,
        query,
        headers,
        body: body.as_bytes(),
    })
}

fn get(query: &str) -> Result<Request, Error> {
    parse(Method::GET, None, query, &[], "")
}

fn refusal(result: Result<Request, Error>) -> (&'static str, String) {
    match result.expect_err("refused") {
        Error::Refused { code, field, .. } => (code, field),
        Error::Database(error) => panic!("nobody asked the database: {error}"),
    }
}

const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";
const JSON: (&str, &str) = ("content-type", "application/json");

#[test]
fn addresses_within_the_dialect_are_understood() {
    for query in [
        "",
        "select=*",
        "select=",
        "select=id,%20name:title , patient:patients!inner(first_name)",
        "select=*,case_files(id,segments(fdi,jobs(id)))",
        "select=case_files!inner()&case_files.status=eq.failed",
        "select=case_files()&case_files.not.or=(a.is.null,b.eq.1)&case_files.order=id.desc&case_files.limit=3&case_files.offset=1",
        "status=eq.ready&status=neq.qc",
        "title=eq.",
        "title=eq.a,b)(%26%22",
        "title=not.in.(a,\"b,\\\"c\",)",
        "id=in.()",
        "due_at=is.null&is_deleted=not.is.true",
        "or=(a.eq.1,and(b.gt.2,not.or(c.is.null,d.not.lt.x)))",
        "and=(a.eq.\"x,y\",b.in.(1,2))",
        "order=due_at.desc.nullslast,title.asc,id",
        "limit=0&offset=10000",
        "cursor=abc&limit=200",
        "a=eq.1&&b=eq.2&",
    ] {
        get(query).unwrap_or_else(|error| panic!("{query}: {error:?}"));
    }
}

#[test]
fn addresses_outside_of_the_dialect_are_refused_with_the_reason() {
    let long_in = format!("id=in.({})", vec!["1"; 201].join(","));
    let many = vec!["a=eq.1"; 33].join("&");
    let grouped = format!("or=({})", vec!["a.eq.1"; 33].join(","));
    let embeds = format!("select={}", vec!["case_files(id)"; 13].join(","));
    let columns = format!("select={}", vec!["a"; 301].join(","));
    let long = "a".repeat(8193);
    for (query, code, field) in [
        ("select=a,,b", "malformed_parameter", "select"),
        ("select=a)", "malformed_parameter", "select"),
        ("select=patients(", "malformed_parameter", "select"),
        ("select=patients!inner", "malformed_parameter", "select"),
        ("select=a::text", "unsupported_select", "select"),
        ("select=metadata->>a", "unsupported_select", "select"),
        ("select=id.count()", "unsupported_select", "select"),
        ("select=...patients(id)", "unsupported_select", "select"),
        ("select=a(b(c(d(e))))", "embedded_too_deep", "select"),
        ("select=1a", "malformed_parameter", "select"),
        ("select=a&select=b", "repeated_parameter", "select"),
        (&embeds, "too_many_embeds", "select"),
        (&columns, "too_many_columns", "select"),
        ("status=ready", "unknown_operator", "status"),
        ("status=eq", "unknown_operator", "status"),
        ("status=equals.ready", "unknown_operator", "status"),
        ("title=imatch.a", "unknown_operator", "title"),
        ("title=fts(german).a", "unsupported_operator", "title"),
        ("title=like(any).{a*,b*}", "unsupported_operator", "title"),
        ("as_of=2026-01-01T00:00:00Z", "unknown_parameter", "as_of"),
        ("metadata->>a=eq.1", "unsupported_filter", "metadata->>a"),
        ("due_at=is.empty", "invalid_value", "due_at"),
        ("id=in.1,2", "malformed_parameter", "id"),
        ("id=in.(1,2", "malformed_parameter", "id"),
        ("id=in.(\"1)", "malformed_parameter", "id"),
        (&long_in, "too_many_values", "in"),
        (&many, "too_many_filters", ""),
        (&grouped, "too_many_filters", ""),
        ("or=a.eq.1", "malformed_parameter", "or"),
        ("or=(a.eq.1", "malformed_parameter", "or"),
        ("or=()", "malformed_parameter", "or"),
        ("or=(not.a.eq.1)", "malformed_parameter", "or"),
        ("or=(and(or(and(a.eq.1))))", "logic_too_deep", "or"),
        ("order=a.down", "malformed_parameter", "order"),
        ("order=", "malformed_parameter", "order"),
        ("order=patients(last_name)", "unsupported_order", "order"),
        ("order=a,b,c,d,e,f,g", "too_many_order_keys", "order"),
        ("limit=-1", "invalid_value", "limit"),
        ("limit=201", "limit_too_large", "limit"),
        ("limit=99999999999999999999", "limit_too_large", "limit"),
        ("offset=10001", "offset_too_large", "offset"),
        ("cursor=a&offset=1", "cursor_and_offset", "offset"),
        ("case_files.status=eq.failed", "not_embedded", "case_files.status"),
        ("columns=a", "unknown_parameter", "columns"),
        ("a=%zz", "malformed_query", ""),
        ("a=%ff", "malformed_query", ""),
        (&long, "query_too_long", ""),
    ] {
        assert_eq!(refusal(get(query)), (code, field.to_owned()), "{}", &query[..query.len().min(80)]);
    }
}

#[test]
fn a_change_names_one_row_by_its_key() {
    let patch = |id, query: &str| parse(Method::PATCH, id, query, &[JSON], "{\"a\":1}");
    assert!(
        matches!(patch(Some(ID), "").expect("by address").operation, Operation::Update(target, _) if !target.filtered)
    );
    let by_filter = patch(None, &format!("id=eq.{ID}&select=id")).expect("by filter");
    assert!(matches!(by_filter.operation, Operation::Update(target, _) if target.filtered));
    for query in ["", "status=eq.ready", "id=neq.1", &format!("id=eq.{ID}&a=eq.1"), &format!("id=in.({ID})")]
    {
        assert_eq!(refusal(patch(None, query)).0, "key_required", "{query}");
    }
    assert_eq!(refusal(patch(None, "id=eq.1")).0, "invalid_value");
    assert_eq!(refusal(patch(Some("1"), "")).0, "not_found");
    assert_eq!(refusal(patch(Some(ID), "limit=1")), ("unknown_parameter", "limit".into()));
    assert_eq!(refusal(patch(Some(ID), "a=eq.1")), ("unknown_parameter", "a".into()));
}

#[test]
fn bodies_are_objects_or_arrays_of_them() {
    let post = |body: &str| parse(Method::POST, None, "", &[JSON], body);
    assert!(matches!(post("{}").expect("an object").operation, Operation::Create { bulk: false, .. }));
    assert!(matches!(
        post(" [{\"a\":1}]").expect("an array").operation,
        Operation::Create { bulk: true, .. }
    ));
    let rows = format!("[{}]", vec!["{}"; 1001].join(","));
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    for (body, code) in [
        ("", "empty_body"),
        ("[]", "empty_body"),
        ("1", "malformed_json"),
        ("[1]", "malformed_json"),
        ("{\"a\":}", "malformed_json"),
        ("{\"a\":1} x", "malformed_json"),
        (&deep, "malformed_json"),
        (&rows, "too_many_rows"),
        (&" ".repeat((1 << 20) + 1), "too_large"),
    ] {
        assert_eq!(refusal(post(body)).0, code, "{}", &body[..body.len().min(20)]);
    }
    assert_eq!(
        refusal(parse(Method::POST, None, "", &[("content-type", "text/csv")], "{}")).0,
        "json_expected"
    );
}

#[test]
fn headers_are_read_or_refused() {
    let with = |name: &'static str, value: &str| parse(Method::GET, None, "", &[(name, value)], "");
    for (name, value) in [
        ("accept", "text/html, */*;q=0.1"),
        ("accept", "application/vnd.pgrst.object+json"),
        ("prefer", "count=exact, respond-async, handling=strict"),
        ("range", "0-49"),
        ("range", "10-"),
        ("range", "bytes=0-10"),
    ] {
        with(name, value).unwrap_or_else(|error| panic!("{name} {value}: {error:?}"));
    }
    for (name, value, code) in [
        ("accept", "image/png", "not_acceptable"),
        ("accept", "application/vnd.pgrst.array+json;nulls=stripped", "not_acceptable"),
        ("prefer", "resolution=merge-duplicates", "unsupported_preference"),
        ("idempotency-key", "", "invalid_idempotency_key"),
        ("range", "9-1", "invalid_range"),
        ("range", "a-b", "invalid_value"),
        ("range", "0-200", "limit_too_large"),
        ("range", "10001-10002", "offset_too_large"),
    ] {
        assert_eq!(refusal(with(name, value)).0, code, "{name} {value}");
    }
    let twice = parse(Method::GET, None, "limit=1", &[("range", "0-1")], "");
    assert_eq!(refusal(twice).0, "range_and_limit");
    let stale = parse(Method::PATCH, Some(ID), "", &[JSON, ("if-match", "3")], "{\"a\":1}");
    assert_eq!(refusal(stale).0, "invalid_if_match");
    assert_eq!(refusal(parse(Method::PUT, Some(ID), "", &[], "")).0, "method_not_allowed");
}
