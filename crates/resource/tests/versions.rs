//! Former versions: history, the row as it was, and the return of what was deleted.

mod support;

use http::Method;
use serde_json::{Value, json};
use support::Client;
use testkit::Practice;

async fn admin() -> (Practice, Client) {
    let practice = Practice::new().await;
    let client = Client::of(&practice, "admin").await;
    (practice, client)
}

/// A patient who was called Old and is called New.
async fn renamed(client: &Client) -> String {
    let id = client.make("patients", json!({"first_name": "A", "last_name": "Old"})).await;
    client.patch(&format!("patients/{id}"), json!({"last_name": "New"})).await;
    id
}

#[tokio::test]
async fn history_lists_all_versions_newest_first_with_their_writers() {
    let (practice, client) = admin().await;
    let id = renamed(&client).await;
    let versions = client.rows(&format!("patients/{id}/history")).await;
    let names: Vec<&Value> = versions.iter().map(|version| &version["row"]["last_name"]).collect();
    assert_eq!(names, ["New", "Old"]);
    assert_eq!(versions[0]["valid_until"], Value::Null);
    assert_eq!(versions[1]["valid_until"], versions[0]["valid_from"]);
    assert_eq!(versions[1]["version"], 1);
    assert_eq!(versions[1]["changed_by"], practice.user("admin").await.to_string());
    assert_eq!(client.rows(&format!("patients/{id}/history?limit=1&offset=1")).await.len(), 1);
}

#[tokio::test]
async fn a_row_is_shown_as_it_was_at_a_moment() {
    let (_practice, client) = admin().await;
    let id = renamed(&client).await;
    let versions = client.rows(&format!("patients/{id}/history")).await;
    let began = versions[1]["valid_from"].as_str().expect("a moment").replace('+', "%2B");
    let then = client.get(&format!("patients/{id}?select=last_name,version&as_of={began}")).await;
    assert_eq!(then.body, json!({"last_name": "Old", "version": 1}));
    let now = client.get(&format!("patients/{id}?select=last_name&as_of=2999-01-01")).await;
    assert_eq!(now.body, json!({"last_name": "New"}));
    assert_eq!(client.get(&format!("patients/{id}?as_of=2000-01-01")).await.refused(), (404, "not_found"));
    assert_eq!(client.get(&format!("patients/{id}?as_of=then")).await.refused(), (400, "invalid_value"));
}

#[tokio::test]
async fn a_deleted_row_comes_back_as_it_was() {
    let (_practice, client) = admin().await;
    let id = renamed(&client).await;
    let restore = format!("patients/{id}/restore");
    assert_eq!(client.post(&restore, json!({})).await.refused(), (404, "not_found"), "it is not deleted");
    client.delete(&format!("patients/{id}")).await;
    assert_eq!(client.get(&format!("patients/{id}")).await.status, 404);
    let stale = client.send(Method::POST, &restore, &[("if-match", "\"1\"")], "").await;
    assert_eq!(stale.refused(), (412, "stale_version"));
    let restored = client.post(&restore, json!({})).await;
    assert_eq!((restored.status.as_u16(), &restored.body["last_name"]), (200, &json!("New")));
    assert_eq!(restored.body["deleted_at"], Value::Null);
    assert_eq!(client.get(&format!("patients/{id}")).await.status, 200);
}

#[tokio::test]
async fn nobody_sees_versions_of_another_tenants_row_or_without_the_right() {
    let (practice, client) = admin().await;
    let (_neighbour, stranger) = admin().await;
    let outsider = Client::of(&practice, "technician").await;
    let id = renamed(&client).await;
    assert_eq!(stranger.get(&format!("patients/{id}/history")).await.refused(), (404, "not_found"));
    assert_eq!(
        stranger.post(&format!("patients/{id}/restore"), json!({})).await.refused(),
        (404, "not_found")
    );
    assert_eq!(outsider.get(&format!("patients/{id}/history")).await.refused(), (403, "not_allowed"));
}

#[tokio::test]
async fn what_keeps_no_versions_says_so() {
    let (practice, client) = admin().await;
    let id = practice.user("admin").await;
    assert_eq!(client.get(&format!("members/{id}/history")).await.refused(), (400, "no_history"));
}
