//! Files over HTTP: plain uploads, tus, downloads.

mod support;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, Method, Request, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures::{StreamExt, stream};
use object::Checksum;
use serde_json::Value;
use server::config::Config;
use support::{Answer, House};
use testkit::Practice;
use uuid::Uuid;

/// A case and someone who may work on it.
struct Desk {
    house: House,
    token: String,
    case: Uuid,
}

type Headers<'a> = &'a [(&'a str, &'a str)];

const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
const BYTES: &str = "application/offset+octet-stream";

impl Desk {
    async fn new() -> Self {
        Self::of(House::open().await).await
    }

    async fn of(house: House) -> Self {
        let token = house.sign_in("technician").await;
        let case = a_case(&house.practice).await;
        Self { house, token, case }
    }

    fn request(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
        as_(&self.token, method, path, headers, body)
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        self.house
            .send(self.request(method, path, headers, body.into()))
            .await
    }

    async fn put(&self, name: &str, bytes: &[u8], headers: &[(&str, &str)]) -> Answer {
        let length = bytes.len().to_string();
        let headers: Vec<_> = headers
            .iter()
            .copied()
            .chain([("content-length", length.as_str())])
            .collect();
        let path = format!("/api/v1/cases/{}/files/{name}", self.case);
        self.send(Method::PUT, &path, &headers, bytes.to_vec()).await
    }

    /// Begins a tus upload; where it is.
    async fn begin(&self, length: usize, metadata: &str) -> String {
        let path = format!("/api/v1/cases/{}/uploads", self.case);
        let length = length.to_string();
        let answer = self
            .send(
                Method::POST,
                &path,
                &[
                    ("tus-resumable", "1.0.0"),
                    ("upload-length", &length),
                    ("upload-metadata", metadata),
                ],
                Body::empty(),
            )
            .await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        answer.headers[header::LOCATION]
            .to_str()
            .expect("an address")
            .to_owned()
    }

    async fn patch(&self, upload: &str, offset: usize, bytes: &[u8], more: &[(&str, &str)]) -> Answer {
        let offset = offset.to_string();
        let headers: Vec<_> = [
            ("tus-resumable", "1.0.0"),
            ("content-type", BYTES),
            ("upload-offset", &offset),
        ]
        .into_iter()
        .chain(more.iter().copied())
        .collect();
        self.send(Method::PATCH, upload, &headers, bytes.to_vec()).await
    }

    async fn head(&self, upload: &str) -> Answer {
        self.send(Method::HEAD, upload, &[("tus-resumable", "1.0.0")], Body::empty())
            .await
    }

    async fn files(&self) -> Vec<Value> {
        let tx = self
            .house
            .practice
            .db()
            .begin(&self.house.practice.system())
            .await
            .expect("a transaction");
        tx.query(
            "select to_jsonb(f) from tenant.case_files as f where case_id = $1",
            &[&self.case],
        )
        .await
        .expect("files")
        .iter()
        .map(|row| row.get(0))
        .collect()
    }

    async fn quota(&self) -> (i64, i64) {
        let practice = &self.house.practice;
        let tx = practice
            .db()
            .begin(&practice.system())
            .await
            .expect("a transaction");
        let row = tx
            .query_one(
                "select used_storage_bytes, reserved_storage_bytes from platform.tenant_quotas where tenant_id = $1",
                &[&practice.tenant()],
            )
            .await
            .expect("a quota");
        (row.get(0), row.get(1))
    }

    fn spooled(&self) -> usize {
        std::fs::read_dir(self.house.app.config.data_dir.join("spool"))
            .expect("a spool")
            .filter(|entry| entry.as_ref().expect("an entry").file_name() != "id")
            .count()
    }
}

async fn a_case(practice: &Practice) -> Uuid {
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

fn as_(token: &str, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::AUTHORIZATION, format!("Bearer {token}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(body).expect("a request")
}

/// Words of no known format, so that no job is started: what is tested here is bytes.
fn notes(length: usize) -> Vec<u8> {
    (0..length).map(|i| b'a' + (i % 23) as u8).collect()
}

fn content_of(answer: &Answer) -> String {
    let id = answer.body["file"]["id"].as_str().expect("a file");
    format!("/api/v1/case_files/{id}/content")
}

async fn bytes_of(desk: &Desk, path: &str, headers: &[(&str, &str)]) -> (StatusCode, HeaderMap, Bytes) {
    let request = desk.request(Method::GET, path, headers, Body::empty());
    let (head, body) = desk.house.open_answer(request).await.into_parts();
    let bytes = axum::body::to_bytes(body, 1 << 24).await.expect("bytes");
    (head.status, head.headers, bytes)
}

#[tokio::test]
async fn a_plain_upload_is_a_file_of_its_case_and_comes_back_byte_by_byte() {
    let desk = Desk::new().await;
    let bytes = notes(700_000);

    let answer = desk
        .put(
            "Notiz%20M%C3%BCller.bin",
            &bytes,
            &[("content-type", "text/plain")],
        )
        .await;

    assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    let file = &answer.body["file"];
    assert_eq!(file["name"], "Notiz Müller.bin");
    assert_eq!(file["case_id"], desk.case.to_string());
    assert_eq!(file["size_bytes"], 700_000);
    assert_eq!(file["checksum"], Checksum::of(&bytes).to_string());
    assert_eq!(file["file_type"], "other");
    assert_eq!(file["media_type"], "text/plain");
    assert_eq!(file["status"], "uploaded");
    assert_eq!(answer.body["job"], Value::Null);
    assert_eq!(desk.quota().await, (700_000, 0));
    assert_eq!(desk.spooled(), 0);

    let (status, headers, back) = bytes_of(&desk, &content_of(&answer), &[]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(back == bytes, "other bytes came back");
    assert_eq!(headers[header::ETAG], format!("\"{}\"", Checksum::of(&bytes)));
    assert_eq!(headers[header::CONTENT_LENGTH], "700000");
    assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(
        headers[header::CONTENT_SECURITY_POLICY],
        "default-src 'none'; sandbox"
    );
    assert_eq!(
        headers[header::CONTENT_DISPOSITION],
        "attachment; filename=\"Notiz M_ller.bin\"; filename*=UTF-8''Notiz%20M%C3%BCller.bin"
    );
}

#[tokio::test]
async fn a_file_is_what_its_content_says() {
    let desk = Desk::new().await;
    let picture = desk
        .put(
            "scan.stl",
            b"\x89PNG\r\n\x1a\n....",
            &[("content-type", "model/stl")],
        )
        .await;
    assert_eq!(picture.body["file"]["file_type"], "photo", "{picture:?}");
    assert_eq!(picture.body["file"]["media_type"], "image/png");
    let inline = format!("{}?inline=1", content_of(&picture));
    let (_, headers, _) = bytes_of(&desk, &inline, &[]).await;
    assert_eq!(
        headers[header::CONTENT_DISPOSITION],
        "inline; filename=\"scan.stl\""
    );
}

#[tokio::test]
async fn the_same_file_again_is_the_same_file() {
    let desk = Desk::new().await;
    let first = desk.put("a.bin", &notes(1_000), &[]).await;
    let again = desk.put("a.bin", &notes(1_000), &[]).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(again.body["file"]["id"], first.body["file"]["id"]);
    let renamed = desk.put("b.bin", &notes(1_000), &[]).await;
    assert_eq!(renamed.status, StatusCode::CREATED);
    assert_eq!(renamed.body["file"]["object_id"], first.body["file"]["object_id"]);
    assert_eq!(desk.files().await.len(), 2);
    assert_eq!(desk.quota().await, (1_000, 0));
}

#[tokio::test]
async fn a_scan_has_its_job_and_the_same_scan_again_the_same_job() {
    let desk = Desk::new().await;
    let mut scan = vec![0; 84 + 50];
    scan[80] = 1;
    let first = desk.put("scan.stl?jaw=upper", &scan, &[]).await;
    assert_eq!(first.status, StatusCode::CREATED, "{first:?}");
    assert_eq!(first.body["file"]["file_type"], "intraoral_scan");
    assert_eq!(first.body["file"]["format"], "stl_binary");
    assert_eq!(first.body["file"]["jaw"], "upper");
    assert_eq!(first.body["file"]["status"], "processing");
    assert_eq!(first.body["job"]["status"], "pending");
    assert_eq!(first.body["job"]["case_file_id"], first.body["file"]["id"]);
    let again = desk.put("scan.stl", &scan, &[]).await;
    assert_eq!(again.status, StatusCode::OK, "{again:?}");
    assert_eq!(again.body["job"]["id"], first.body["job"]["id"]);
    let sideways = desk.put("scan.stl?jaw=left", &scan, &[]).await;
    assert_eq!(sideways.body["code"], "invalid_jaw");
}

#[tokio::test]
async fn many_files_at_once_all_arrive() {
    let desk = Desk::new().await;
    let names: Vec<String> = (0..40).map(|number| format!("{number}.bin")).collect();
    let answers = futures::future::join_all(names.iter().map(async |name| {
        let mut bytes = notes(300_000);
        bytes.extend_from_slice(name.as_bytes());
        desk.put(name, &bytes, &[]).await
    }))
    .await;
    for answer in &answers {
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
    }
    assert_eq!(desk.files().await.len(), 40);
    assert_eq!(desk.quota().await.1, 0);
}

#[tokio::test]
async fn a_declared_digest_must_be_that_of_the_bytes() {
    let desk = Desk::new().await;
    let bytes = notes(1_000);
    let digest = |bytes: &[u8]| format!("sha-256=:{}:", STANDARD.encode(Checksum::of(bytes).as_bytes()));
    for name in ["content-digest", "repr-digest"] {
        let wrong = desk.put("a.bin", &bytes, &[(name, &digest(b"others"))]).await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST, "{wrong:?}");
        assert_eq!(wrong.body["code"], "checksum_mismatch");
    }
    let malformed = desk
        .put("a.bin", &bytes, &[("content-digest", "sha-256=:YQ==:")])
        .await;
    assert_eq!(malformed.body["code"], "invalid_digest");
    assert!(desk.files().await.is_empty());
    assert_eq!(desk.quota().await, (0, 0));
    assert_eq!(desk.spooled(), 0);
    let right = desk
        .put("a.bin", &bytes, &[("content-digest", &digest(&bytes))])
        .await;
    assert_eq!(right.status, StatusCode::CREATED);
}

#[tokio::test]
async fn what_is_no_name_is_refused() {
    let desk = Desk::new().await;
    for name in ["a%2Fb", "a%5Cb", "a%00b", "a%0Ab", "%2E%2E", "%20"] {
        let refused = desk.put(name, b"x", &[]).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{name}: {refused:?}");
        assert_eq!(refused.body["code"], "invalid_name");
    }
}

#[tokio::test]
async fn an_upload_without_a_length_is_refused() {
    let desk = Desk::new().await;
    let path = format!("/api/v1/cases/{}/files/a.bin", desk.case);
    let refused = desk.send(Method::PUT, &path, &[], "x").await;
    assert_eq!(refused.status, StatusCode::LENGTH_REQUIRED);
    assert_eq!(refused.body["code"], "length_required");
}

#[tokio::test]
async fn a_plain_upload_that_breaks_off_leaves_nothing() {
    let desk = Desk::new().await;
    let path = format!("/api/v1/cases/{}/files/a.bin", desk.case);
    let length = [("content-length", "2000000")];
    for end in [None, Some(Err(std::io::Error::other("connection reset")))] {
        let pieces = std::iter::once(Ok(Bytes::from(notes(900_000)))).chain(end);
        let body = Body::from_stream(stream::iter(pieces));
        let refused = desk
            .house
            .send(desk.request(Method::PUT, &path, &length, body))
            .await;
        assert_eq!(refused.body["code"], "interrupted", "{refused:?}");
    }
    assert!(desk.files().await.is_empty());
    assert_eq!(desk.quota().await, (0, 0));
    assert_eq!(desk.spooled(), 0);
}

#[tokio::test]
async fn more_than_the_setting_or_the_quota_allows_is_refused_before_a_byte_is_taken() {
    let config = Config {
        upload_bytes: 1_000,
        ..Config::default()
    };
    let desk = Desk::of(House::open_with(config).await).await;
    let large = desk.put("a.bin", &notes(1_001), &[]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(large.body["code"], "too_large");

    let practice = &desk.house.practice;
    let tx = practice
        .db()
        .begin(&practice.system())
        .await
        .expect("a transaction");
    tx.batch_execute("reset role").await.expect("the owner's role");
    tx.execute(
        "update platform.tenant_quotas set max_storage_bytes = 500 where tenant_id = $1",
        &[&practice.tenant()],
    )
    .await
    .expect("a quota");
    tx.commit().await.expect("a commit");
    let full = desk.put("a.bin", &notes(501), &[]).await;
    assert_eq!(full.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(full.body["code"], "quota_exceeded");
    assert_eq!(
        desk.put("a.bin", &notes(500), &[]).await.status,
        StatusCode::CREATED
    );
}

#[tokio::test]
async fn strangers_find_nothing_and_the_unentitled_may_not() {
    let desk = Desk::new().await;
    let answer = desk.put("a.bin", &notes(100), &[]).await;
    let content = content_of(&answer);
    let upload = desk.begin(100, "filename YQ==").await;
    let put = format!("/api/v1/cases/{}/files/b.bin", desk.case);
    let create = format!("/api/v1/cases/{}/uploads", desk.case);
    let requests: [(Method, &str, Headers<'_>); 6] = [
        (Method::GET, &content, &[]),
        (Method::PUT, &put, &[("content-length", "0")]),
        (
            Method::POST,
            &create,
            &[
                ("tus-resumable", "1.0.0"),
                ("upload-length", "1"),
                ("upload-metadata", "filename YQ=="),
            ],
        ),
        (Method::HEAD, &upload, &[("tus-resumable", "1.0.0")]),
        (
            Method::PATCH,
            &upload,
            &[
                ("tus-resumable", "1.0.0"),
                ("content-type", BYTES),
                ("upload-offset", "0"),
            ],
        ),
        (Method::DELETE, &upload, &[("tus-resumable", "1.0.0")]),
    ];
    let stranger = House::open_for(
        Practice::beside(desk.house.practice.db()).await,
        Config::default(),
    )
    .await;
    let outsider = stranger.sign_in("admin").await;
    let unentitled = desk.house.sign_in("staff").await;
    for (method, path, headers) in requests {
        let hidden = stranger
            .send(as_(&outsider, method.clone(), path, headers, Body::empty()))
            .await;
        assert_eq!(
            hidden.status,
            StatusCode::NOT_FOUND,
            "{method} {path}: {hidden:?}"
        );
        let forbidden = desk
            .house
            .send(as_(&unentitled, method.clone(), path, headers, Body::empty()))
            .await;
        assert_eq!(
            forbidden.status,
            StatusCode::FORBIDDEN,
            "{method} {path}: {forbidden:?}"
        );
        let anonymous = Request::builder().method(method.clone()).uri(path);
        let anonymous = desk
            .house
            .send(anonymous.body(Body::empty()).expect("a request"))
            .await;
        assert_eq!(anonymous.status, StatusCode::UNAUTHORIZED, "{method} {path}");
    }
}

#[tokio::test]
async fn a_deleted_case_takes_no_file_and_gives_none() {
    let desk = Desk::new().await;
    let content = content_of(&desk.put("a.bin", &notes(100), &[]).await);
    let upload = desk.begin(100, "filename YQ==").await;
    let practice = &desk.house.practice;
    let tx = practice
        .db()
        .begin(&practice.system())
        .await
        .expect("a transaction");
    tx.execute(
        "update tenant.cases set deleted_at = now() where id = $1",
        &[&desk.case],
    )
    .await
    .expect("a deletion");
    tx.commit().await.expect("a commit");
    assert_eq!(desk.put("b.bin", b"x", &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        desk.send(Method::GET, &content, &[], Body::empty()).await.status,
        StatusCode::NOT_FOUND
    );
    let late = desk.patch(&upload, 0, &notes(100), &[]).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND, "{late:?}");
    assert_eq!(desk.quota().await, (100, 0));
    assert_eq!(desk.spooled(), 0);
}

#[tokio::test]
async fn downloads_answer_ranges_and_conditions() {
    let desk = Desk::new().await;
    let bytes = notes(600_000);
    let path = content_of(&desk.put("a.bin", &bytes, &[]).await);
    let tag = format!("\"{}\"", Checksum::of(&bytes));

    let (status, headers, part) = bytes_of(&desk, &path, &[("range", "bytes=300000-300009")]).await;
    assert_eq!(status, StatusCode::PARTIAL_CONTENT);
    assert_eq!(headers[header::CONTENT_RANGE], "bytes 300000-300009/600000");
    assert_eq!(part, &bytes[300_000..300_010]);

    let (status, headers, _) = bytes_of(&desk, &path, &[("range", "bytes=600000-")]).await;
    assert_eq!(status, StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(headers[header::CONTENT_RANGE], "bytes */600000");

    let stale = [("range", "bytes=0-9"), ("if-range", "\"other\"")];
    let (status, _, whole) = bytes_of(&desk, &path, &stale).await;
    assert_eq!((status, whole.len()), (StatusCode::OK, 600_000));

    let (status, _, nothing) = bytes_of(&desk, &path, &[("if-none-match", &tag)]).await;
    assert_eq!((status, nothing.len()), (StatusCode::NOT_MODIFIED, 0));

    let head = desk.send(Method::HEAD, &path, &[], Body::empty()).await;
    assert_eq!(head.status, StatusCode::OK);
    assert_eq!(head.headers[header::CONTENT_LENGTH], "600000");
    assert_eq!(head.headers[header::ETAG], tag);
}

#[tokio::test]
async fn what_is_read_stands_in_the_trail() {
    let desk = Desk::new().await;
    let answer = desk.put("a.bin", &notes(100), &[]).await;
    bytes_of(&desk, &content_of(&answer), &[]).await;
    let trail = desk.house.trail("data_access").await;
    assert_eq!(trail.len(), 1, "{trail:?}");
    assert_eq!(trail[0]["action"], "download");
    assert_eq!(trail[0]["resource_id"], answer.body["file"]["id"]);
    assert_eq!(trail[0]["case_id"], desk.case.to_string());
}

#[tokio::test]
async fn a_damaged_file_does_not_come_whole_and_is_marked() {
    let desk = Desk::new().await;
    let mut bytes = notes(600_000);
    let answer = desk.put("a.bin", &bytes, &[]).await;
    let name = Checksum::of(&bytes).to_string();
    let tenant = desk.house.practice.tenant();
    let path = desk
        .house
        .app
        .config
        .data_dir
        .join(format!("objects/{tenant}/{}/{name}", &name[..2]));
    bytes[7] ^= 1;
    std::fs::write(&path, &bytes).expect("damage");

    let mut changes = desk
        .house
        .practice
        .db()
        .listen("cuspid_changes")
        .await
        .expect("a listener");
    let request = desk.request(Method::GET, &content_of(&answer), &[], Body::empty());
    let body = desk.house.open_answer(request).await.into_body();
    assert!(axum::body::to_bytes(body, 1 << 24).await.is_err());
    let object = answer.body["file"]["object_id"]
        .as_str()
        .expect("an object")
        .to_owned();
    loop {
        let notice = changes.next().await;
        if format!("{notice:?}").contains(&object) {
            break;
        }
    }
    let practice = &desk.house.practice;
    let tx = practice
        .db()
        .begin(&practice.system())
        .await
        .expect("a transaction");
    let is_damaged: bool = tx
        .query_one(
            "select damaged_at is not null from tenant.objects where id = $1",
            &[&object.parse::<Uuid>().expect("an id")],
        )
        .await
        .expect("the object")
        .get(0);
    assert!(is_damaged);
}

#[tokio::test]
async fn a_tus_upload_goes_on_after_a_break_and_ends_as_a_file() {
    let desk = Desk::new().await;
    let bytes = notes(900_000);
    let metadata = format!(
        "filename {},filetype {},sha256 {}",
        STANDARD.encode("scan notes.bin"),
        STANDARD.encode("text/plain"),
        STANDARD.encode(Checksum::of(&bytes).to_string())
    );
    let upload = desk.begin(bytes.len(), &metadata).await;
    assert_eq!(desk.quota().await, (0, 900_000));
    let head = desk.head(&upload).await;
    assert_eq!(head.headers[OFFSET], "0");
    assert_eq!(head.headers["upload-length"], "900000");
    assert_eq!(head.headers["upload-metadata"], metadata.as_str());
    assert_eq!(head.headers[header::CACHE_CONTROL], "no-store");

    let part = desk.patch(&upload, 0, &bytes[..300_000], &[]).await;
    assert_eq!(part.status, StatusCode::NO_CONTENT, "{part:?}");
    assert_eq!(part.headers[OFFSET], "300000");
    assert!(part.headers.contains_key("upload-expires"));

    let pieces = [
        Ok(Bytes::copy_from_slice(&bytes[300_000..500_000])),
        Err(std::io::Error::other("connection reset")),
    ];
    let broken = desk
        .send(
            Method::PATCH,
            &upload,
            &[
                ("tus-resumable", "1.0.0"),
                ("content-type", BYTES),
                ("upload-offset", "300000"),
            ],
            Body::from_stream(stream::iter(pieces)),
        )
        .await;
    assert_eq!(broken.body["code"], "interrupted", "{broken:?}");
    let reached: usize = desk.head(&upload).await.headers[OFFSET]
        .to_str()
        .expect("text")
        .parse()
        .expect("a number");
    assert!((300_000..=500_000).contains(&reached), "{reached}");

    let last = desk.patch(&upload, reached, &bytes[reached..], &[]).await;
    assert_eq!(last.status, StatusCode::NO_CONTENT, "{last:?}");
    assert_eq!(last.headers[OFFSET], "900000");
    let file = last.headers["cuspid-file-id"].to_str().expect("text").to_owned();
    let files = desk.files().await;
    assert_eq!(files.len(), 1);
    assert_eq!(files[0]["id"], file.as_str());
    assert_eq!(files[0]["name"], "scan notes.bin");
    assert_eq!(desk.quota().await, (900_000, 0));
    let (_, _, back) = bytes_of(&desk, &format!("/api/v1/case_files/{file}/content"), &[]).await;
    assert!(back == bytes, "other bytes came back");
    let done = desk.head(&upload).await;
    assert_eq!(done.headers[OFFSET], "900000");
    assert_eq!(done.headers["cuspid-file-id"], file.as_str());
}

#[tokio::test]
async fn a_tus_upload_goes_on_after_a_restart_of_the_server() {
    let mut desk = Desk::new().await;
    let bytes = notes(500_000);
    let upload = desk.begin(bytes.len(), "filename YS5iaW4=").await;
    desk.patch(&upload, 0, &bytes[..200_000], &[]).await;
    // The same directories and database, nothing in memory.
    desk.house.app = server::App::open(
        desk.house.app.config.clone(),
        desk.house.practice.db().clone(),
        desk.house.clock.clone(),
    )
    .await
    .expect("a server");
    desk.house.router = server::http::router(desk.house.app.clone());
    assert_eq!(desk.head(&upload).await.headers[OFFSET], "200000");
    let last = desk.patch(&upload, 200_000, &bytes[200_000..], &[]).await;
    assert_eq!(last.status, StatusCode::NO_CONTENT, "{last:?}");
    assert_eq!(
        desk.files().await[0]["checksum"],
        Checksum::of(&bytes).to_string()
    );
}

#[tokio::test]
async fn an_upload_may_bring_bytes_with_its_creation() {
    let desk = Desk::new().await;
    let path = format!("/api/v1/cases/{}/uploads", desk.case);
    for (length, body, offset, is_done) in [
        ("10", notes(4), "4", false),
        ("10", notes(10), "10", true),
        ("0", vec![], "0", true),
    ] {
        let answer = desk
            .send(
                Method::POST,
                &path,
                &[
                    ("tus-resumable", "1.0.0"),
                    ("upload-length", length),
                    ("upload-metadata", "filename YQ=="),
                    ("content-type", BYTES),
                ],
                body,
            )
            .await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        assert_eq!(answer.headers[OFFSET], offset);
        assert_eq!(
            answer.headers.contains_key("cuspid-file-id"),
            is_done,
            "{answer:?}"
        );
    }
}

#[tokio::test]
async fn a_piece_is_compared_with_its_checksum() {
    let desk = Desk::new().await;
    let bytes = notes(1_000);
    let upload = desk.begin(bytes.len(), "filename YQ==").await;
    let sum = |bytes: &[u8]| format!("sha256 {}", STANDARD.encode(Checksum::of(bytes).as_bytes()));
    let wrong = desk
        .patch(&upload, 0, &bytes[..500], &[("upload-checksum", &sum(b"others"))])
        .await;
    assert_eq!(wrong.status.as_u16(), 460, "{wrong:?}");
    assert_eq!(wrong.body["code"], "checksum_mismatch");
    assert_eq!(desk.head(&upload).await.headers[OFFSET], "0");
    let right = desk
        .patch(
            &upload,
            0,
            &bytes[..500],
            &[("upload-checksum", &sum(&bytes[..500]))],
        )
        .await;
    assert_eq!(right.headers[OFFSET], "500");
}

#[tokio::test]
async fn an_upload_that_was_given_up_or_expired_is_gone() {
    let desk = Desk::new().await;
    let upload = desk.begin(100, "filename YQ==").await;
    let headers = [("tus-resumable", "1.0.0")];
    let ended = desk.send(Method::DELETE, &upload, &headers, Body::empty()).await;
    assert_eq!(ended.status, StatusCode::NO_CONTENT);
    assert_eq!(desk.quota().await, (0, 0));
    assert_eq!(desk.head(&upload).await.status, StatusCode::GONE);
    assert_eq!(
        desk.patch(&upload, 0, &notes(100), &[]).await.status,
        StatusCode::GONE
    );
    let again = desk.send(Method::DELETE, &upload, &headers, Body::empty()).await;
    assert_eq!(again.status, StatusCode::GONE);

    let forgotten = desk.begin(100, "filename YQ==").await;
    let lifetime = desk.house.app.store.limits().upload_lifetime;
    desk.house.clock.advance(lifetime.try_into().expect("a span"));
    let mut desk = desk;
    desk.token = desk.house.sign_in("technician").await;
    assert_eq!(desk.head(&forgotten).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn the_protocol_is_kept_by_the_table() {
    let desk = Desk::new().await;
    let create = format!("/api/v1/cases/{}/uploads", desk.case);
    let upload = desk.begin(100, "filename YQ==").await;
    desk.patch(&upload, 0, &notes(10), &[]).await;
    const V: (&str, &str) = ("tus-resumable", "1.0.0");
    const M: (&str, &str) = ("upload-metadata", "filename YQ==");
    const T: (&str, &str) = ("content-type", BYTES);
    type Row<'a> = (Method, &'a str, Headers<'a>, usize, u16);
    let table: [Row<'_>; 17] = [
        // Another version, or none.
        (Method::POST, &create, &[("upload-length", "1"), M], 0, 412),
        (Method::HEAD, &upload, &[("tus-resumable", "0.2.2")], 0, 412),
        (Method::PATCH, &upload, &[T, ("upload-offset", "10")], 1, 412),
        (Method::DELETE, &upload, &[], 0, 412),
        // Creation.
        (Method::POST, &create, &[V, M], 0, 400),
        (Method::POST, &create, &[V, M, ("upload-length", "-1")], 0, 400),
        (
            Method::POST,
            &create,
            &[V, M, ("upload-defer-length", "1")],
            0,
            400,
        ),
        (Method::POST, &create, &[V, ("upload-length", "1")], 0, 400),
        (
            Method::POST,
            &create,
            &[V, M, ("upload-length", "99999999999999")],
            0,
            413,
        ),
        // Further bytes.
        (Method::PATCH, &upload, &[V, ("upload-offset", "10")], 1, 415),
        (Method::PATCH, &upload, &[V, T], 1, 400),
        (Method::PATCH, &upload, &[V, T, ("upload-offset", "9")], 1, 409),
        (Method::PATCH, &upload, &[V, T, ("upload-offset", "11")], 1, 409),
        (
            Method::PATCH,
            &upload,
            &[V, T, ("upload-offset", "10"), ("upload-checksum", "md5 YQ==")],
            1,
            400,
        ),
        (
            Method::PATCH,
            &upload,
            &[V, T, ("upload-offset", "10"), ("content-length", "91")],
            91,
            413,
        ),
        // Behind a proxy that knows two methods.
        (
            Method::POST,
            &upload,
            &[V, T, ("upload-offset", "10"), ("x-http-method-override", "PATCH")],
            5,
            204,
        ),
        (
            Method::POST,
            &upload,
            &[V, ("x-http-method-override", "DELETE")],
            0,
            204,
        ),
    ];
    for (method, path, headers, length, status) in table {
        let answer = desk.send(method.clone(), path, headers, notes(length)).await;
        assert_eq!(answer.status.as_u16(), status, "{method} {headers:?}: {answer:?}");
        assert_eq!(answer.headers["tus-resumable"], "1.0.0");
        assert_eq!(answer.headers.contains_key("tus-version"), status == 412);
    }

    let request = Request::builder().method(Method::OPTIONS).uri(&create);
    let abilities = desk
        .house
        .send(request.body(Body::empty()).expect("a request"))
        .await;
    assert_eq!(abilities.status, StatusCode::NO_CONTENT);
    assert_eq!(abilities.headers["tus-version"], "1.0.0");
    assert_eq!(
        abilities.headers["tus-extension"],
        "creation,creation-with-upload,checksum,expiration,termination"
    );
    assert_eq!(abilities.headers["tus-checksum-algorithm"], "sha256,sha1");
    assert_eq!(
        abilities.headers["tus-max-size"],
        desk.house.app.config.upload_bytes.to_string().as_str()
    );
}
