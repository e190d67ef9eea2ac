//! Nothing of one practice is there for another.

mod support;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use serde_json::json;
use server::config::Config;
use support::{Answer, House, bearer};
use testkit::Practice;
use uuid::Uuid;

/// Two practices in one database, an administrator of each, and a case with a file of the first.
struct Neighbours {
    house: House,
    own: String,
    neighbour: String,
    case: String,
    file: String,
}

impl Neighbours {
    async fn move_in() -> Self {
        let house = House::open().await;
        let own = house.sign_in("admin").await;
        let other = House::open_for(Practice::beside(house.practice.db()).await, Config::default()).await;
        let neighbour = other.sign_in("admin").await;
        let made = house.post(Some(&own), "/api/v1/cases", json!({"title": "Crown on 16"})).await;
        assert_eq!(made.status, StatusCode::CREATED, "{made:?}");
        let case = made.body["id"].as_str().expect("an id").to_owned();
        let put = house.send(file(&own, &format!("/api/v1/cases/{case}/files/notes.txt"))).await;
        assert_eq!(put.status, StatusCode::CREATED, "{put:?}");
        let file = put.body["file"]["id"].as_str().expect("an id").to_owned();
        Self { house, own, neighbour, case, file }
    }

    async fn ask(&self, token: &str, method: Method, path: &str) -> Answer {
        let body = if path.ends_with("/advance") { r#"{"status": "processing"}"# } else { "{}" };
        self.house.send(bearer(token, method, path, Body::from(body))).await
    }
}

fn file(token: &str, path: &str) -> Request<Body> {
    let mut request = bearer(token, Method::PUT, path, Body::from("plain words"));
    request.headers_mut().insert("content-length", 11.into());
    request
}

#[tokio::test]
async fn what_is_another_practices_answers_like_what_never_was() {
    let neighbours = Neighbours::move_in().await;
    let (case, file) = (&neighbours.case, &neighbours.file);
    let never = Uuid::now_v7().to_string();
    for (method, path, id) in [
        (Method::GET, "/api/v1/cases/{}", case),
        (Method::DELETE, "/api/v1/cases/{}", case),
        (Method::POST, "/api/v1/cases/{}/advance", case),
        (Method::GET, "/api/v1/case_files/{}", file),
        (Method::DELETE, "/api/v1/case_files/{}", file),
        (Method::GET, "/api/v1/case_files/{}/content", file),
        (Method::POST, "/api/v1/case_files/{}/process", file),
        (Method::POST, "/api/v1/jobs/{}/cancel", file),
        (Method::POST, "/api/v1/jobs/{}/retry", file),
    ] {
        let theirs = neighbours.ask(&neighbours.neighbour, method.clone(), &path.replace("{}", id)).await;
        let missing =
            neighbours.ask(&neighbours.neighbour, method.clone(), &path.replace("{}", &never)).await;
        assert_eq!(theirs.status, StatusCode::NOT_FOUND, "{method} {path}: {theirs:?}");
        for field in ["status", "code", "title", "detail", "type"] {
            assert_eq!(theirs.body[field], missing.body[field], "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_change_to_another_practices_case_is_not_found_and_changes_nothing() {
    let neighbours = Neighbours::move_in().await;
    let path = format!("/api/v1/cases/{}", neighbours.case);
    let body = Body::from("{\"title\": \"taken over\"}");

    let refused = neighbours.house.send(bearer(&neighbours.neighbour, Method::PATCH, &path, body)).await;

    assert_eq!(refused.status, StatusCode::NOT_FOUND, "{refused:?}");
    let kept = neighbours.ask(&neighbours.own, Method::GET, &path).await;
    assert_eq!(kept.body["title"], "Crown on 16");
}

#[tokio::test]
async fn a_file_cannot_be_brought_to_another_practices_case() {
    let neighbours = Neighbours::move_in().await;
    let path = format!("/api/v1/cases/{}/files/theirs.txt", neighbours.case);
    let refused = neighbours.house.send(file(&neighbours.neighbour, &path)).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "{refused:?}");
}

#[tokio::test]
async fn a_case_cannot_be_for_another_practices_patient() {
    let neighbours = Neighbours::move_in().await;
    let patient = neighbours
        .house
        .post(
            Some(&neighbours.own),
            "/api/v1/patients",
            json!({"first_name": "Nora", "last_name": "Example"}),
        )
        .await;

    let refused = neighbours
        .house
        .post(Some(&neighbours.neighbour), "/api/v1/cases", json!({"patient_id": patient.body["id"]}))
        .await;

    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{refused:?}");
    assert_eq!(refused.body["field"], "patient_id");
}

#[tokio::test]
async fn lists_hold_ones_own_rows_only() {
    let neighbours = Neighbours::move_in().await;
    for resource in ["cases", "case_files", "jobs", "audit_events", "members", "tenants"] {
        let rows = neighbours
            .ask(&neighbours.neighbour, Method::GET, &format!("/api/v1/{resource}?select=tenant_id"))
            .await;
        let own = neighbours.house.practice.tenant().to_string();
        assert_eq!(rows.status, StatusCode::OK, "{resource}: {rows:?}");
        let rows = rows.body.as_array().expect("rows");
        assert!(rows.iter().all(|row| row["tenant_id"] != own), "{resource}");
    }
}
