//! Somebody at work on a case over HTTP: what tests of files share.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, Method, Request, StatusCode, header};
use bytes::Bytes;
use serde_json::Value;
use testkit::Practice;
use uuid::Uuid;

use super::{Answer, House};

/// A case and someone who may work on it.
pub struct Desk {
    pub house: House,
    pub token: String,
    pub case: Uuid,
}

pub type Headers<'a> = &'a [(&'a str, &'a str)];

pub const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
pub const BYTES: &str = "application/offset+octet-stream";

impl Desk {
    pub async fn new() -> Self {
        Self::of(House::open().await).await
    }

    pub async fn of(house: House) -> Self {
        let token = house.sign_in("technician").await;
        let case = a_case(&house.practice).await;
        Self { house, token, case }
    }

    pub fn request(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
        as_(&self.token, method, path, headers, body)
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        self.house.send(self.request(method, path, headers, body.into())).await
    }

    pub async fn put(&self, name: &str, bytes: &[u8], headers: &[(&str, &str)]) -> Answer {
        let length = bytes.len().to_string();
        let headers: Vec<_> = headers.iter().copied().chain([("content-length", length.as_str())]).collect();
        let path = format!("/api/v1/cases/{}/files/{name}", self.case);
        self.send(Method::PUT, &path, &headers, bytes.to_vec()).await
    }

    /// Begins a tus upload; where it is.
    pub async fn begin(&self, length: usize, metadata: &str) -> String {
        let path = format!("/api/v1/cases/{}/uploads", self.case);
        let length = length.to_string();
        let answer = self
            .send(
                Method::POST,
                &path,
                &[("tus-resumable", "1.0.0"), ("upload-length", &length), ("upload-metadata", metadata)],
                Body::empty(),
            )
            .await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        answer.headers[header::LOCATION].to_str().expect("an address").to_owned()
    }

    pub async fn patch(&self, upload: &str, offset: usize, bytes: &[u8], more: &[(&str, &str)]) -> Answer {
        let offset = offset.to_string();
        let headers: Vec<_> =
            [("tus-resumable", "1.0.0"), ("content-type", BYTES), ("upload-offset", &offset)]
                .into_iter()
                .chain(more.iter().copied())
                .collect();
        self.send(Method::PATCH, upload, &headers, bytes.to_vec()).await
    }

    pub async fn head(&self, upload: &str) -> Answer {
        self.send(Method::HEAD, upload, &[("tus-resumable", "1.0.0")], Body::empty()).await
    }

    pub async fn files(&self) -> Vec<Value> {
        let tx = self.house.practice.db().begin(&self.house.practice.system()).await.expect("a transaction");
        tx.query("select to_jsonb(f) from tenant.case_files as f where case_id = $1", &[&self.case])
            .await
            .expect("files")
            .iter()
            .map(|row| row.get(0))
            .collect()
    }

    pub async fn quota(&self) -> (i64, i64) {
        let practice = &self.house.practice;
        let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
        let row = tx
            .query_one(
                "select used_storage_bytes, reserved_storage_bytes from platform.tenant_quotas where tenant_id = $1",
                &[&practice.tenant()],
            )
            .await
            .expect("a quota");
        (row.get(0), row.get(1))
    }

    pub fn spooled(&self) -> usize {
        std::fs::read_dir(self.house.app.config.data_dir.join("spool"))
            .expect("a spool")
            .filter(|entry| entry.as_ref().expect("an entry").file_name() != "id")
            .count()
    }
}

pub async fn a_case(practice: &Practice) -> Uuid {
    let scope = practice.scope("technician").await;
    let tx = practice.db().begin(&scope).await.expect("a transaction");
    let case = tx
        .query_one("insert into tenant.cases default values returning id", &[])
        .await
        .expect("a case")
        .get(0);
    tx.commit().await.expect("a commit");
    case
}

pub fn as_(token: &str, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut request =
        Request::builder().method(method).uri(path).header(header::AUTHORIZATION, format!("Bearer {token}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body).expect("a request")
}

/// Words of no known format, so that no job is started: what is tested here is bytes.
pub fn notes(length: usize) -> Vec<u8> {
    (0..length).map(|i| b'a' + (i % 23) as u8).collect()
}

pub fn content_of(answer: &Answer) -> String {
    let id = answer.body["file"]["id"].as_str().expect("a file");
    format!("/api/v1/case_files/{id}/content")
}

pub async fn bytes_of(desk: &Desk, path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Bytes) {
    let request = desk.request(Method::GET, path, headers, Body::empty());
    let (head, body) = desk.house.open_answer(request).await.into_parts();
    let bytes = axum::body::to_bytes(body, 1 << 24).await.expect("bytes");
    (head.status, head.headers, bytes)
}
