//! Inserts, changes and deletions, on a real database.

mod support;

use http::Method;
use serde_json::json;
use support::{Client, ids};
use testkit::Practice;

const MINIMAL: (&str, &str) = ("prefer", "return=minimal");
const REPRESENTATION: (&str, &str) = ("prefer", "return=representation");

async fn admin() -> (Practice, Client) {
    let practice = Practice::new().await;
    let client = Client::of(&practice, "admin").await;
    (practice, client)
}

#[tokio::test]
async fn a_new_row_takes_defaults_and_says_where_it_is() {
    let (practice, client) = admin().await;
    let reply = client.post("cases", json!({})).await;
    assert_eq!(reply.status, 201);
    let id = reply.body["id"].as_str().expect("an id");
    assert_eq!(reply.header("location"), format!("/api/v1/cases/{id}"));
    assert_eq!(reply.header("etag"), "\"1\"");
    assert_eq!(reply.body["status"], "received");
    assert_eq!(reply.body["tenant_id"], practice.tenant().to_string());
    assert_eq!(reply.body["created_by"], practice.user("admin").await.to_string());
}

#[tokio::test]
async fn the_answer_of_an_insert_has_the_shape_that_was_asked_for() {
    let (_practice, client) = admin().await;
    let patient = client.make("patients", json!({"first_name": "A", "last_name": "B"})).await;
    let body = json!({"patient_id": patient}).to_string();
    let object = [REPRESENTATION, ("accept", "application/vnd.pgrst.object+json")];
    let select = "cases?select=urgency,patients(first_name)";
    let row = json!({"urgency": "standard", "patients": {"first_name": "A"}});
    assert_eq!(client.send(Method::POST, select, &[], &body).await.body, row);
    assert_eq!(client.send(Method::POST, select, &[REPRESENTATION], &body).await.body, json!([row]));
    assert_eq!(client.send(Method::POST, select, &object, &body).await.body, row);
    assert_eq!(client.send(Method::POST, select, &[], &format!("[{body}]")).await.body, json!([row]));
    let minimal = client.send(Method::POST, "cases", &[MINIMAL], &body).await;
    assert_eq!((minimal.status.as_u16(), minimal.text.as_str()), (201, ""));
    assert!(minimal.header("location").starts_with("/api/v1/cases/"));
}

#[tokio::test]
async fn many_rows_are_written_together_or_not_at_all() {
    let (_practice, client) = admin().await;
    let rows: Vec<_> = (0..1000).map(|n| json!({"title": n.to_string(), "tags": [n]})).collect();
    let reply = client.send(Method::POST, "cases", &[MINIMAL], &json!(rows).to_string()).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    let long = "x".repeat(201);
    let reply = client.post("cases", json!([{"title": "kept?"}, {"title": long}])).await;
    assert!(reply.code.contains("cases_title_check"), "{reply:?}");
    assert!(client.rows("cases?title=eq.kept?").await.is_empty());
    let uneven = client.post("cases", json!([{"title": "a"}, {"title": "b", "urgency": "rush"}])).await;
    assert_eq!((uneven.refused(), uneven.field.as_str()), ((400, "uneven_rows"), "urgency"));
    let announced = client.post("cases?columns=\"title\"", json!([{"title": "a"}])).await;
    assert_eq!(announced.status, 201);
}

#[tokio::test]
async fn a_change_counts_the_version_up_and_a_stale_one_is_refused() {
    let (_practice, client) = admin().await;
    let id = client.make("cases", json!({"title": "a"})).await;
    let change = async |tag: &str, title: &str| {
        let body = json!({"title": title, "metadata": {"n": [1, null]}}).to_string();
        client.send(Method::PATCH, &format!("cases/{id}"), &[("if-match", tag)], &body).await
    };
    let first = change("\"1\"", "b").await;
    assert_eq!((first.status.as_u16(), first.header("etag")), (200, "\"2\""));
    assert_eq!(first.body["metadata"], json!({"n": [1, null]}));
    let stale = change("\"1\"", "c").await;
    assert_eq!((stale.refused(), stale.field.as_str()), ((412, "stale_version"), "If-Match"));
    assert_eq!(change("*", "d").await.status, 200);
    assert_eq!(client.patch(&format!("cases/{id}"), json!({"title": null})).await.body["version"], 4);
}

#[tokio::test]
async fn a_row_named_by_a_filter_is_changed_as_clients_of_postgrest_expect() {
    let (_practice, client) = admin().await;
    let id = client.make("cases", json!({})).await;
    let address = format!("cases?id=eq.{id}&select=title");
    let reply = client.send(Method::PATCH, &address, &[REPRESENTATION], "{\"title\":\"t\"}").await;
    assert_eq!(reply.body, json!([{"title": "t"}]));
    let reply = client.send(Method::PATCH, &address, &[MINIMAL], "{\"title\":\"u\"}").await;
    assert_eq!((reply.status.as_u16(), reply.text.as_str()), (204, ""));
    let reply = client.send(Method::DELETE, &address, &[REPRESENTATION], "").await;
    assert_eq!((reply.status.as_u16(), reply.body), (200, json!([{"title": "u"}])));
}

#[tokio::test]
async fn a_deleted_row_is_gone_unless_someone_asks_for_deleted_ones() {
    let (_practice, client) = admin().await;
    let patient = client.make("patients", json!({"first_name": "A", "last_name": "B"})).await;
    let id = client.make("cases", json!({"patient_id": patient})).await;
    assert_eq!(client.delete(&format!("cases/{id}")).await.status, 204);
    assert_eq!(client.delete(&format!("cases/{id}")).await.refused(), (404, "not_found"));
    assert_eq!(client.get(&format!("cases/{id}")).await.refused(), (404, "not_found"));
    assert_eq!(
        client.patch(&format!("cases/{id}"), json!({"title": "x"})).await.refused(),
        (404, "not_found")
    );
    assert!(client.rows("cases").await.is_empty());
    assert_eq!(client.rows("patients?select=cases(id)").await, [json!({"cases": []})]);
    assert_eq!(ids(&client.rows("cases?is_deleted=is.true").await), [id.as_str()]);
    assert_eq!(ids(&client.rows("cases?or=(deleted_at.not.is.null,title.eq.x)").await), [id.as_str()]);
    assert_eq!(
        client.rows("patients?select=cases(id)&cases.is_deleted=is.true").await,
        [json!({"cases": [{"id": id}]})]
    );
}

#[tokio::test]
async fn a_change_that_is_only_tried_leaves_nothing() {
    let (_practice, client) = admin().await;
    let reply = client.send(Method::POST, "cases", &[("prefer", "tx=rollback")], "{\"title\":\"t\"}").await;
    assert_eq!((reply.status.as_u16(), reply.header("preference-applied")), (201, "tx=rollback"));
    assert_eq!(reply.body["title"], "t");
    assert!(client.rows("cases").await.is_empty());
}

#[tokio::test]
async fn values_that_do_not_fit_are_refused_by_name_before_the_database_is_asked() {
    let (_practice, client) = admin().await;
    let patient = json!({"first_name": "A", "last_name": "B"});
    let with = |name: &str, value: serde_json::Value| {
        let mut patient = patient.clone();
        patient[name] = value;
        patient
    };
    for (body, status, code, field) in [
        (json!({"first_name": "A"}), 422, "required", "last_name"),
        (with("last_name", json!(null)), 422, "required", "last_name"),
        (with("last_name", json!(1)), 400, "invalid_value", "last_name"),
        (with("last_name", json!("a\u{0}")), 400, "invalid_value", "last_name"),
        (with("dob", json!("1990-02-30")), 400, "invalid_value", "dob"),
        (with("sex_at_birth", json!("other")), 400, "invalid_value", "sex_at_birth"),
        (with("primary_location_id", json!("here")), 400, "invalid_value", "primary_location_id"),
        (with("shoe_size", json!(42)), 400, "unknown_column", "shoe_size"),
        (with("id", json!("01890a5d-ac96-774b-bcce-b302099a8057")), 422, "managed_column", "id"),
        (
            with("tenant_id", json!("01890a5d-ac96-774b-bcce-b302099a8057")),
            422,
            "managed_column",
            "tenant_id",
        ),
    ] {
        let reply = client.post("patients", body.clone()).await;
        assert_eq!((reply.refused(), reply.field.as_str()), ((status, code), field), "{body}");
    }
    assert_eq!(
        client.post("patients", with("sex_at_birth", json!("FEMALE"))).await.body["sex_at_birth"],
        "female"
    );
}

#[tokio::test]
async fn a_column_that_an_action_owns_names_the_action() {
    let (_practice, client) = admin().await;
    let id = client.make("cases", json!({})).await;
    let reply = client.patch(&format!("cases/{id}"), json!({"status": "ready"})).await;
    assert_eq!((reply.refused(), reply.field.as_str()), ((422, "managed_column"), "status"));
    assert!(reply.message.contains("POST /api/v1/cases/{id}/advance"), "{}", reply.message);
}

#[tokio::test]
async fn a_row_of_another_tenant_can_neither_be_seen_nor_changed_nor_referred_to() {
    let (_practice, client) = admin().await;
    let (_neighbour, stranger) = admin().await;
    let patient = client.make("patients", json!({"first_name": "A", "last_name": "B"})).await;
    let address = format!("patients/{patient}");
    assert_eq!(stranger.get(&address).await.refused(), (404, "not_found"));
    assert_eq!(stranger.patch(&address, json!({"last_name": "C"})).await.refused(), (404, "not_found"));
    assert_eq!(stranger.delete(&address).await.refused(), (404, "not_found"));
    assert!(stranger.rows(&format!("patients?id=eq.{patient}")).await.is_empty());
    assert!(stranger.rows("patients").await.is_empty());
    let stolen = stranger.post("cases", json!({"patient_id": patient})).await;
    assert!(stolen.code.contains("cases_tenant_id_patient_id_fkey"), "{stolen:?}");
    assert_eq!(client.get(&address).await.body["last_name"], "B");
}

#[tokio::test]
async fn every_change_is_in_the_trail_with_its_author() {
    let (practice, client) = admin().await;
    let id = client.make("cases", json!({"title": "secret name"})).await;
    client.patch(&format!("cases/{id}"), json!({"urgency": "rush"})).await;
    client.delete(&format!("cases/{id}")).await;
    let trail = client
        .rows(&format!("audit_events?resource_id=eq.{id}&order=id&select=event_type,user_email,new_values"))
        .await;
    let kinds: Vec<_> = trail.iter().map(|event| event["event_type"].as_str().expect("a kind")).collect();
    assert_eq!(kinds, ["data_create", "data_update", "data_delete"]);
    assert!(trail.iter().all(|event| event["user_email"] == practice.email("admin")));
    assert_eq!(trail[0]["new_values"]["title"], "[masked]");
}
