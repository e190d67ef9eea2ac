//! Requests that are sent again under their `Idempotency-Key`.

mod support;

use http::Method;
use serde_json::json;
use support::Client;
use testkit::Practice;

async fn admin() -> (Practice, Client) {
    let practice = Practice::new().await;
    let client = Client::of(&practice, "admin").await;
    (practice, client)
}

const KEY: [(&str, &str); 1] = [("idempotency-key", "0b5f")];

#[tokio::test]
async fn a_repeated_request_changes_nothing_and_hears_the_first_answer() {
    let (_practice, client) = admin().await;
    let body = json!({"title": "Once"}).to_string();
    let first = client.send(Method::POST, "cases", &KEY, &body).await;
    let again = client.send(Method::POST, "cases", &KEY, &body).await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!(first.header("location"), again.header("location"));
    assert_eq!((first.header("idempotency-replayed"), again.header("idempotency-replayed")), ("", "true"));
    assert_eq!(client.rows("cases?title=eq.Once").await.len(), 1);
}

#[tokio::test]
async fn two_of_the_same_at_once_make_one_row() {
    let (_practice, client) = admin().await;
    let body = json!({"title": "Once"}).to_string();
    let sent = (0..6).map(|_| client.send(Method::POST, "cases", &KEY, &body));
    let answers = futures::future::join_all(sent).await;
    assert!(
        answers.iter().all(|answer| answer.status == 201 && answer.text == answers[0].text),
        "{answers:?}"
    );
    assert_eq!(client.rows("cases?title=eq.Once").await.len(), 1);
}

#[tokio::test]
async fn a_key_stands_for_one_request_of_one_person() {
    let (practice, client) = admin().await;
    let body = json!({"title": "Once"}).to_string();
    client.send(Method::POST, "cases", &KEY, &body).await;
    let other = client.send(Method::POST, "cases", &KEY, "{}").await;
    assert_eq!((other.refused(), other.field.as_str()), ((422, "idempotency_key_reused"), "Idempotency-Key"));
    let colleague = Client::of(&practice, "technician").await;
    assert_eq!(colleague.send(Method::POST, "cases", &KEY, "{}").await.status, 201);
}

#[tokio::test]
async fn a_refused_or_tried_request_leaves_its_key_free() {
    let (_practice, client) = admin().await;
    let long = json!({"title": "x".repeat(201)}).to_string();
    assert!(client.send(Method::POST, "cases", &KEY, &long).await.code.contains("cases_title_check"));
    let tried = [KEY[0], ("prefer", "tx=rollback")];
    assert_eq!(client.send(Method::POST, "cases", &tried, "{}").await.status, 201);
    assert_eq!(client.send(Method::POST, "cases", &KEY, "{}").await.header("idempotency-replayed"), "");
}
