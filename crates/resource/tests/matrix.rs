//! The matrix: every resource and verb, by everyone and in every wrong way. A resource that is exposed tomorrow is
//! asked the same without a line here.

mod support;

use std::collections::BTreeMap;

use http::Method;
use resource::catalog::{Column, Kind, Resource, Verb};
use serde_json::{Value, json};
use support::{Client, Reply, scanned_case};
use testkit::Practice;

const NOBODY: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

/// A practice with a row of every resource.
struct Stage {
    admin: Client,
    rows: BTreeMap<String, String>,
}

async fn stage() -> (Practice, Stage) {
    let practice = Practice::new().await;
    let admin = Client::of(&practice, "admin").await;
    let patient = admin.make("patients", json!({"first_name": "A", "last_name": "B"})).await;
    scanned_case(&practice, &admin, &patient).await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    tx.batch_execute("insert into tenant.jobs (job_type) values ('scan_processing')").await.expect("a job");
    tx.commit().await.expect("a job");
    let mut rows = BTreeMap::new();
    for resource in admin.catalog.resources() {
        let row = admin.rows(&format!("{}?select=id&limit=1&order=id.desc", resource.name)).await;
        let id =
            row.first().unwrap_or_else(|| panic!("the stage has no row of {}", resource.name))["id"].clone();
        rows.insert(resource.name.clone(), id.as_str().expect("an id").to_owned());
    }
    (practice, Stage { admin, rows })
}

/// A value that fits a column.
fn sample(column: &Column) -> Value {
    match &column.kind {
        Kind::Uuid => json!(NOBODY),
        Kind::Bool => json!(true),
        Kind::Int(_) | Kind::Float(_) | Kind::Numeric => json!(1),
        Kind::Date => json!("2000-01-01"),
        Kind::Timestamp => json!("2000-01-01T00:00:00Z"),
        Kind::Enum(labels) => json!(labels[0]),
        Kind::Json => json!({}),
        Kind::Array(_) => json!([]),
        Kind::Inet => json!("::1"),
        Kind::Text | Kind::Other => json!("text"),
    }
}

/// What an insert needs, and a harmless change.
fn bodies(resource: &Resource) -> (Value, Value) {
    let writable = || resource.columns.iter().filter(|column| !column.managed);
    let needed = writable().filter(|column| !column.optional);
    let new = needed.map(|column| (column.name().to_owned(), sample(column))).collect();
    let text = writable().find(|column| column.kind == Kind::Text);
    let change = text.map(|column| (column.name().to_owned(), json!("changed"))).into_iter().collect();
    (Value::Object(new), Value::Object(change))
}

fn method(verb: Verb) -> Method {
    match verb {
        Verb::Read => Method::GET,
        Verb::Create => Method::POST,
        Verb::Update => Method::PATCH,
        Verb::Delete => Method::DELETE,
    }
}

/// Asks for a verb on a row, with a body where the verb has one.
async fn ask(client: &Client, verb: Verb, resource: &str, id: &str, tag: &str, body: &Value) -> Reply {
    let address = if verb == Verb::Create { resource.to_owned() } else { format!("{resource}/{id}") };
    let body = if matches!(verb, Verb::Create | Verb::Update) { body.to_string() } else { String::new() };
    let headers: &[_] = if tag.is_empty() { &[] } else { &[("if-match", tag)] };
    client.send(method(verb), &address, headers, &body).await
}

#[tokio::test]
async fn every_resource_and_verb_answers_everyone_as_it_should() {
    let (practice, Stage { admin, rows }) = stage().await;
    let (_neighbour, Stage { admin: stranger, .. }) = stage().await;
    let outsider = Client::of(&practice, "patient").await;
    let mut cells = 0;
    for resource in admin.catalog.resources() {
        let (name, id) = (resource.name.as_str(), rows[&resource.name].as_str());
        let (new, change) = bodies(resource);
        for verb in Verb::ALL {
            let body = if verb == Verb::Create { &new } else { &change };
            let mut expect = |who: &str, reply: &Reply, status: u16, code: &str| {
                assert_eq!(reply.refused(), (status, code), "{who}: {verb:?} {name}: {reply:?}");
                cells += 1;
            };
            if !resource.verbs.contains(&verb) {
                let reply = ask(&admin, verb, name, id, "", &json!({"name": "x"})).await;
                expect("not offered", &reply, 405, "method_not_allowed");
                continue;
            }
            let reply = ask(&outsider, verb, name, id, "", body).await;
            expect("wrong role", &reply, 403, "not_allowed");
            if verb == Verb::Read {
                let reply = outsider.get(name).await;
                expect("wrong role, list", &reply, 403, "not_allowed");
                let listed = stranger.rows(&format!("{name}?id=eq.{id}")).await;
                assert!(listed.is_empty(), "another tenant sees {name}");
            }
            if verb != Verb::Create {
                let reply = ask(&stranger, verb, name, id, "", body).await;
                expect("other tenant", &reply, 404, "not_found");
                let reply = ask(&admin, verb, name, NOBODY, "", body).await;
                expect("no such row", &reply, 404, "not_found");
                let reply = ask(&admin, verb, name, "1", "", body).await;
                expect("no id", &reply, 404, "not_found");
            }
            if matches!(verb, Verb::Update | Verb::Delete) {
                let reply = ask(&admin, verb, name, id, "\"77\"", body).await;
                expect("stale version", &reply, 412, "stale_version");
            }
            if matches!(verb, Verb::Create | Verb::Update) {
                let reply = ask(&admin, verb, name, id, "", &json!({"no_such_column": 1})).await;
                expect("unknown field", &reply, 400, "unknown_column");
                for column in resource.columns.iter().filter(|column| column.managed) {
                    let mut body = body.clone();
                    body[column.name()] = sample(column);
                    let reply = ask(&admin, verb, name, id, "", &body).await;
                    expect(column.name(), &reply, 422, "managed_column");
                }
                let reply = ask(&admin, verb, name, id, "", &json!("x".repeat(1 << 20))).await;
                expect("oversize", &reply, 413, "too_large");
            }
            let reply = ask(&admin, verb, name, id, "", body).await;
            let status = match verb {
                Verb::Read | Verb::Update => 200,
                Verb::Create => 201,
                Verb::Delete => 204,
            };
            expect("right role", &reply, status, "");
            if verb == Verb::Delete {
                for verb in [Verb::Read, Verb::Update, Verb::Delete] {
                    let reply = ask(&admin, verb, name, id, "", &change).await;
                    expect("deleted row", &reply, 404, "not_found");
                }
            }
        }
    }
    assert!(cells > 100, "{cells}");
}

#[tokio::test]
async fn a_change_by_the_engine_is_in_the_trail_and_a_refused_one_is_not() {
    let (_practice, Stage { admin, rows }) = stage().await;
    for resource in admin.catalog.resources().iter().filter(|resource| resource.verbs.contains(&Verb::Update))
    {
        let (name, id) = (resource.name.as_str(), rows[&resource.name].as_str());
        let (_, change) = bodies(resource);
        ask(&admin, Verb::Update, name, id, "\"77\"", &change).await;
        ask(&admin, Verb::Update, name, id, "", &change).await;
        ask(&admin, Verb::Delete, name, id, "", &change).await;
        let trail =
            admin.rows(&format!("audit_events?resource_type=eq.{name}&resource_id=eq.{id}&order=id")).await;
        let kinds: Vec<&str> = trail.iter().filter_map(|event| event["event_type"].as_str()).collect();
        assert_eq!(kinds, ["data_create", "data_update", "data_delete"], "{name}");
    }
}

#[tokio::test]
async fn the_database_itself_refuses_what_the_engine_does_not_offer() {
    let (practice, Stage { admin, .. }) = stage().await;
    for resource in admin.catalog.resources() {
        for column in resource.columns.iter().filter(|column| column.managed && column.name() != "deleted_at")
        {
            let tx = practice.db().begin(&admin.scope).await.expect("a transaction");
            let refused =
                tx.execute(&format!("update {} set {1} = {1}", resource.table, column.ident), &[]).await;
            let error = refused.expect_err("refused");
            assert!(
                matches!(&error, pg::Error::Permission { .. })
                    || error.to_string().contains("cannot update")
                    || error.to_string().contains("can only be updated"),
                "{}.{}: {error}",
                resource.name,
                column.name()
            );
        }
    }
}
