//! The matrix: every resource and verb, by everyone and in every wrong way. A resource that is exposed tomorrow is
//! asked the same without a line here.

mod support;

use http::Method;
use resource::catalog::{Resource, Verb};
use serde_json::{Value, json};
use support::stage::{Stage, bodies, sample};
use support::{Client, Reply};
use testkit::Practice;

const NOBODY: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

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

/// What a rule of the schema refuses, and not the engine: its name is the code.
fn is_refused_by_the_schema(reply: &Reply) -> bool {
    reply.code.starts_with("database: constraint") || reply.code.starts_with("database: invalid value")
}

#[tokio::test]
async fn every_resource_and_verb_answers_everyone_as_it_should() {
    let stage = Stage::new().await;
    let neighbour = Practice::beside(stage.practice.db()).await;
    let stranger = Client::of(&neighbour, "admin").await;
    let outsider = Client::of(&stage.practice, "patient").await;
    let (mut cells, mut offered, mut written) = (0, 0, 0);
    for resource in stage.admin.catalog.resources() {
        for verb in Verb::ALL {
            let seen = everyone(&stage, &stranger, &outsider, resource, verb).await;
            cells += seen.cells;
            offered += usize::from(resource.verbs.contains(&verb) && verb != Verb::Read);
            written += usize::from(seen.written);
        }
    }
    assert!(cells > 10 * stage.admin.catalog.resources().len(), "{cells}");
    // Generated rows meet most rules of the schema, and what it refuses is said with the rule's name.
    assert!(written * 10 > offered * 8, "{written} of {offered} changes were carried out");
}

/// How many answers were as they should be, and whether a change was carried out.
#[derive(Default)]
struct Seen {
    cells: usize,
    written: bool,
}

impl Seen {
    fn expect(&mut self, who: &str, reply: &Reply, status: u16, code: &str) {
        assert_eq!(reply.refused(), (status, code), "{who}: {reply:?}");
        self.cells += 1;
    }
}

async fn everyone(
    stage: &Stage,
    stranger: &Client,
    outsider: &Client,
    resource: &Resource,
    verb: Verb,
) -> Seen {
    let (admin, name, mut seen) = (&stage.admin, resource.name.as_str(), Seen::default());
    let (new, change) = bodies(resource, stage.id);
    let body = if verb == Verb::Create { &new } else { &change };
    let who = |who: &str| format!("{who}: {verb:?} {name}");
    if !resource.verbs.contains(&verb) {
        let reply = ask(admin, verb, name, NOBODY, "", &json!({"name": "x"})).await;
        seen.expect(&who("not offered"), &reply, 405, "method_not_allowed");
        return seen;
    }
    let shared = resource.column("tenant_id").is_none_or(|column| column.nullable);
    // Of views over several tables the stage may have no row; they are asked for nobody's then.
    let known = admin.rows(&format!("{name}?select=id&id=eq.{}", stage.id)).await;
    let id = if known.is_empty() { NOBODY.to_owned() } else { stage.id.to_string() };
    let reply = ask(outsider, verb, name, &id, "", body).await;
    seen.expect(&who("wrong role"), &reply, 403, "not_allowed");
    if verb == Verb::Read {
        let reply = outsider.get(name).await;
        seen.expect(&who("wrong role, list"), &reply, 403, "not_allowed");
        let listed = stranger.rows(&format!("{name}?id=eq.{id}")).await;
        assert!(listed.is_empty() || shared, "another tenant sees {name}");
    }
    if verb != Verb::Create {
        if !shared {
            let reply = ask(stranger, verb, name, &id, "", body).await;
            seen.expect(&who("other tenant"), &reply, 404, "not_found");
        }
        let reply = ask(admin, verb, name, NOBODY, "", body).await;
        seen.expect(&who("no such row"), &reply, 404, "not_found");
        let reply = ask(admin, verb, name, "1", "", body).await;
        seen.expect(&who("no id"), &reply, 404, "not_found");
    }
    if matches!(verb, Verb::Create | Verb::Update) {
        let reply = ask(admin, verb, name, &id, "", &json!({"no_such_column": 1})).await;
        seen.expect(&who("unknown field"), &reply, 400, "unknown_column");
        for column in resource.columns.iter().filter(|column| column.managed) {
            let mut body = body.clone();
            body[column.name()] = sample(column, stage.id);
            let reply = ask(admin, verb, name, &id, "", &body).await;
            seen.expect(&who(column.name()), &reply, 422, "managed_column");
        }
        let reply = ask(admin, verb, name, &id, "", &json!("x".repeat(1 << 20))).await;
        seen.expect(&who("oversize"), &reply, 413, "too_large");
    }
    if known.is_empty() && verb != Verb::Create {
        return seen;
    }
    if matches!(verb, Verb::Update | Verb::Delete) && resource.version().is_some() {
        let reply = ask(admin, verb, name, &id, "\"77\"", body).await;
        // Rows that all tenants share are changed by the platform's own tenant alone: for others they are not there to change.
        if reply.status != 404 || !shared {
            seen.expect(&who("stale version"), &reply, 412, "stale_version");
        }
    }
    let reply = ask(admin, verb, name, &id, "", body).await;
    if is_refused_by_the_schema(&reply)
        || shared && (reply.status == 404 || reply.code.contains("row security"))
    {
        return seen;
    }
    let status = match verb {
        Verb::Read | Verb::Update => 200,
        Verb::Create => 201,
        Verb::Delete => 204,
    };
    seen.expect(&who("right role"), &reply, status, "");
    seen.written = verb != Verb::Read;
    if verb == Verb::Delete {
        for verb in resource.verbs.iter().filter(|verb| **verb != Verb::Create) {
            let reply = ask(admin, *verb, name, &id, "", &change).await;
            seen.expect(&who("deleted row"), &reply, 404, "not_found");
        }
    }
    seen
}

#[tokio::test]
async fn a_change_by_the_engine_is_in_the_trail_and_a_refused_one_is_not() {
    let stage = Stage::new().await;
    let (admin, mut traced) = (&stage.admin, 0);
    for resource in admin.catalog.resources() {
        let (_, change) = bodies(resource, stage.id);
        let (name, id) = (resource.name.as_str(), stage.id.to_string());
        let mut expected = Vec::new();
        for (verb, kind) in [(Verb::Update, "data_update"), (Verb::Delete, "data_delete")] {
            if resource.verbs.contains(&verb) {
                ask(admin, verb, name, &id, "\"77\"", &change).await;
                let reply = ask(admin, verb, name, &id, "", &change).await;
                // A change to what was there already is none.
                expected.extend(reply.status.is_success().then_some(kind));
            }
        }
        let trail =
            admin.rows(&format!("audit_events?resource_type=eq.{name}&resource_id=eq.{id}&order=id")).await;
        let kinds: Vec<&str> = trail.iter().filter_map(|event| event["event_type"].as_str()).collect();
        assert!(kinds == expected || kinds == expected[1..], "{name}: {kinds:?}, not {expected:?}");
        traced += kinds.len();
    }
    assert!(traced > 50, "{traced}");
}

#[tokio::test]
async fn the_database_itself_refuses_what_the_engine_does_not_offer() {
    let practice = Practice::new().await;
    let admin = Client::of(&practice, "admin").await;
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
