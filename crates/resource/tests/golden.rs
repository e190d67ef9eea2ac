//! Plans as SQL, kept to be read: `golden/statements.sql`. `CUSPID_TEST_RENEW=1` writes the file anew.

mod support;

use std::path::Path;

use http::{HeaderMap, Method};
use resource::request::{self, Incoming};
use resource::{plan, sql};
use testkit::Practice;

const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

#[tokio::test]
async fn plans_become_the_statements_that_were_read_and_approved() {
    let practice = Practice::new().await;
    let catalog = support::catalog(practice.db()).await;
    let mut text = String::new();
    let behind = "case_files?select=id&order=uploaded_at.desc&cursor=";
    let nulls = "cases?select=id&order=due_at.desc.nullslast,title&cursor=";
    for (method, address, body) in [
        (Method::GET, format!("cases/{ID}"), ""),
        (Method::GET, "cases?select=id,title".into(), ""),
        (
            Method::GET,
            "cases?select=*,patient:patients(first_name)&order=created_at.desc&limit=20&offset=40".into(),
            "",
        ),
        (
            Method::GET,
            "cases?select=id,case_files(name,segments(fdi))&case_files.limit=5&case_files.segments.order=fdi"
                .into(),
            "",
        ),
        (Method::GET, "cases?select=id,case_files!inner()&case_files.status=eq.failed".into(), ""),
        (
            Method::GET,
            "cases?select=id&status=in.(ready,qc)&or=(title.is.null,not.and(urgency.eq.rush,version.gt.1))"
                .into(),
            "",
        ),
        (Method::GET, "cases?select=id&is_deleted=is.true".into(), ""),
        (Method::GET, "members?select=full_name,cases(id)&order=full_name&limit=5".into(), ""),
        (
            Method::GET,
            format!("{behind}{}", cursor(&catalog, behind, &[Some("2026-01-01T00:00:00Z"), Some(ID)])),
            "",
        ),
        (Method::GET, format!("{nulls}{}", cursor(&catalog, nulls, &[None, Some("a"), Some(ID)])), ""),
        (Method::POST, "cases?select=id".into(), "[{\"title\":\"a\",\"urgency\":\"RUSH\"}]"),
        (Method::POST, "cases?select=id".into(), "{}"),
        (Method::PATCH, format!("patients/{ID}?select=id"), "{\"last_name\":\"B\"}"),
        (Method::DELETE, format!("patients/{ID}"), ""),
        (Method::POST, format!("patients/{ID}/restore?select=id"), ""),
        (Method::GET, format!("patients/{ID}/history?limit=20"), ""),
        (Method::GET, format!("patients/{ID}?select=last_name&as_of=2026-01-01T00:00:00Z"), ""),
        (Method::GET, "patients?select=id&last_name=ilike.*meier*&limit=5".into(), ""),
    ] {
        let statement = sql::statement(&planned(&catalog, &method, &address, body));
        let (address, _) = address.split_once("&cursor=").unwrap_or((&address, ""));
        text.push_str(&format!(
            "-- {method} {address} {body}\n{}\n-- {:?}\n\n",
            statement.text, statement.params
        ));
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/statements.sql");
    if std::env::var_os("CUSPID_TEST_RENEW").is_some() {
        std::fs::write(&file, &text).expect("a golden file");
    }
    assert_eq!(std::fs::read_to_string(&file).expect("a golden file"), text);
}

fn planned<'c>(catalog: &'c resource::Catalog, method: &Method, address: &str, body: &str) -> plan::Plan<'c> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let mut parts = path.splitn(3, '/');
    let (resource, id, facet) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let headers = HeaderMap::from_iter([
        (http::header::CONTENT_TYPE, "application/json".parse().expect("a header")),
        (http::header::IF_MATCH, "\"3\"".parse().expect("a header")),
    ]);
    let incoming = Incoming { method, resource, id, facet, query, headers: &headers, body: body.as_bytes() };
    let request = request::parse(incoming).unwrap_or_else(|error| panic!("{address}: {error}"));
    plan::plan(catalog, &|_, _| true, request).unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// The cursor of a row with these values, for an address that ends where it belongs.
fn cursor(catalog: &resource::Catalog, address: &str, values: &[Option<&str>]) -> String {
    let address = address.trim_end_matches("&cursor=");
    let values: Vec<Option<String>> = values.iter().map(|value| value.map(str::to_owned)).collect();
    resource::cursor::encode(&planned(catalog, &Method::GET, address, "").node, &values)
}
