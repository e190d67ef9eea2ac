//! Changes reach those who may see them, and nobody else.

mod support;

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::Method;
use futures::StreamExt;
use serde_json::{Value, json};
use support::{House, bearer};
use testkit::Practice;
use uuid::Uuid;

/// Long enough for a change to arrive on a busy machine.
const PATIENCE: Duration = Duration::from_secs(5);

/// An open stream of events.
struct Stream {
    body: BodyDataStream,
    seen: String,
}

impl Stream {
    async fn open(house: &House, token: &str) -> Self {
        let request = bearer(token, Method::GET, "/api/v1/events", Body::empty());
        let response = house.open_answer(request).await;
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self { body: response.into_body().into_data_stream(), seen: String::new() }
    }

    /// The name and data of the next event; `None` when the stream ended.
    async fn next(&mut self) -> Option<(String, Value)> {
        loop {
            if let Some(end) = self.seen.find("\n\n") {
                let event: String = self.seen.drain(..end + 2).collect();
                let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
                if let (Some(name), Some(data)) = (field("event: "), field("data: ")) {
                    return Some((name.to_owned(), serde_json::from_str(data).expect("JSON")));
                }
                continue;
            }
            let chunk = tokio::time::timeout(PATIENCE, self.body.next()).await.expect("an event in time")?;
            self.seen.push_str(std::str::from_utf8(&chunk.expect("a chunk")).expect("text"));
        }
    }
}

async fn add_location(practice: &Practice, name: &str) -> Uuid {
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let id = tx
        .query_one("insert into tenant.locations (name) values ($1) returning id", &[&name])
        .await
        .expect("a location")
        .get(0);
    tx.commit().await.expect("a location");
    id
}

async fn add_patient(practice: &Practice) -> Uuid {
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let id = tx
        .query_one(
            "insert into tenant.patients (first_name, last_name) values ('Nora', 'Example') returning id",
            &[],
        )
        .await
        .expect("a patient")
        .get(0);
    tx.commit().await.expect("a patient");
    id
}

#[tokio::test]
async fn a_change_reaches_a_member_who_may_read_it() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    let mut stream = Stream::open(&house, &token).await;

    let id = add_patient(&house.practice).await;

    let (name, change) = stream.next().await.expect("an event");
    assert_eq!(name, "change");
    assert_eq!(
        change,
        json!({"resource": "patients", "id": id, "change": "insert", "version": 1, "case_id": null})
    );
}

#[tokio::test]
async fn a_change_says_nothing_to_those_who_may_not_read_it() {
    let house = House::open().await;
    let token = house.sign_in("technician").await;
    let mut stream = Stream::open(&house, &token).await;

    add_patient(&house.practice).await;
    let location = add_location(&house.practice, "after the patient").await;

    let (_, change) = stream.next().await.expect("an event");
    assert_eq!(change["id"], json!(location), "the patient came through");
}

#[tokio::test]
async fn another_practices_changes_are_not_heard() {
    let house = House::open().await;
    let other = Practice::beside(house.practice.db()).await;
    let token = house.sign_in("admin").await;
    let mut stream = Stream::open(&house, &token).await;

    add_location(&other, "theirs").await;
    let own = add_location(&house.practice, "ours").await;

    let (_, change) = stream.next().await.expect("an event");
    assert_eq!(change["id"], json!(own), "the other practice's came through");
}

#[tokio::test]
async fn a_stream_ends_with_its_session() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    let mut stream = Stream::open(&house, &token).await;

    house.post(Some(&token), "/api/v1/auth/logout", json!({})).await;

    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_stream_ends_with_its_persons_account() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    let mut stream = Stream::open(&house, &token).await;

    let scope = house.practice.system();
    let tx = house.practice.db().begin(&scope).await.expect("a transaction");
    let disabled = tx
        .execute(
            "update platform.users set status = 'disabled' where email = $1",
            &[&house.practice.email("admin")],
        )
        .await;
    assert_eq!(disabled.expect("a change"), 1);
    tx.commit().await.expect("a change");

    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_stream_ends_when_the_server_stops() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    let mut stream = Stream::open(&house, &token).await;

    house.app.stopping.cancel();

    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_listener_that_was_too_slow_is_told_to_fetch_anew() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    let mut stream = Stream::open(&house, &token).await;

    let scope = house.practice.system();
    let tx = house.practice.db().begin(&scope).await.expect("a transaction");
    tx.execute(
        "insert into tenant.locations (name) select 'place ' || n from generate_series(1, 2000) as n",
        &[],
    )
    .await
    .expect("locations");
    tx.commit().await.expect("locations");

    loop {
        let (name, _) = stream.next().await.expect("an event");
        if name == "gap" {
            break;
        }
    }
}
