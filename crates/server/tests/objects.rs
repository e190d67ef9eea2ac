//! Files over HTTP: plain uploads and downloads.

mod support;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures::{StreamExt, stream};
use jiff::SignedDuration;
use object::Checksum;
use serde_json::Value;
use server::config::Config;
use support::desk::{BYTES, Desk, Headers, as_, bytes_of, content_of, notes};
use support::{Answer, House};
use testkit::Practice;
use uuid::Uuid;

#[tokio::test]
async fn a_plain_upload_is_a_file_of_its_case_and_comes_back_byte_by_byte() {
    let desk = Desk::new().await;
    let bytes = notes(700_000);

    let answer = desk.put("Notiz%20M%C3%BCller.bin", &bytes, &[("content-type", "text/plain")]).await;

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
    assert_eq!(headers[header::CONTENT_SECURITY_POLICY], "default-src 'none'; sandbox");
    assert_eq!(
        headers[header::CONTENT_DISPOSITION],
        "attachment; filename=\"Notiz M_ller.bin\"; filename*=UTF-8''Notiz%20M%C3%BCller.bin"
    );
}

#[tokio::test]
async fn a_file_is_what_its_content_says() {
    let desk = Desk::new().await;
    let picture = desk.put("scan.stl", b"\x89PNG\r\n\x1a\n....", &[("content-type", "model/stl")]).await;
    assert_eq!(picture.body["file"]["file_type"], "photo", "{picture:?}");
    assert_eq!(picture.body["file"]["media_type"], "image/png");
    let inline = format!("{}?inline=1", content_of(&picture));
    let (_, headers, _) = bytes_of(&desk, &inline, &[]).await;
    assert_eq!(headers[header::CONTENT_DISPOSITION], "inline; filename=\"scan.stl\"");
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
    let malformed = desk.put("a.bin", &bytes, &[("content-digest", "sha-256=:YQ==:")]).await;
    assert_eq!(malformed.body["code"], "invalid_digest");
    assert!(desk.files().await.is_empty());
    assert_eq!(desk.quota().await, (0, 0));
    assert_eq!(desk.spooled(), 0);
    let right = desk.put("a.bin", &bytes, &[("content-digest", &digest(&bytes))]).await;
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
        let refused = desk.house.send(desk.request(Method::PUT, &path, &length, body)).await;
        assert_eq!(refused.body["code"], "interrupted", "{refused:?}");
    }
    assert!(desk.files().await.is_empty());
    assert_eq!(desk.quota().await, (0, 0));
    assert_eq!(desk.spooled(), 0);
}

#[tokio::test]
async fn more_than_the_setting_or_the_quota_allows_is_refused_before_a_byte_is_taken() {
    let config = Config { upload_bytes: 1_000, ..Config::default() };
    let desk = Desk::of(House::open_with(config).await).await;
    let large = desk.put("a.bin", &notes(1_001), &[]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(large.body["code"], "too_large");

    let practice = &desk.house.practice;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
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
    assert_eq!(desk.put("a.bin", &notes(500), &[]).await.status, StatusCode::CREATED);
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
            &[("tus-resumable", "1.0.0"), ("upload-length", "1"), ("upload-metadata", "filename YQ==")],
        ),
        (Method::HEAD, &upload, &[("tus-resumable", "1.0.0")]),
        (
            Method::PATCH,
            &upload,
            &[("tus-resumable", "1.0.0"), ("content-type", BYTES), ("upload-offset", "0")],
        ),
        (Method::DELETE, &upload, &[("tus-resumable", "1.0.0")]),
    ];
    let stranger = House::open_for(Practice::beside(desk.house.practice.db()).await, Config::default()).await;
    let outsider = stranger.sign_in("admin").await;
    let unentitled = desk.house.sign_in("staff").await;
    for (method, path, headers) in requests {
        let hidden = stranger.send(as_(&outsider, method.clone(), path, headers, Body::empty())).await;
        assert_eq!(hidden.status, StatusCode::NOT_FOUND, "{method} {path}: {hidden:?}");
        let forbidden = desk.house.send(as_(&unentitled, method.clone(), path, headers, Body::empty())).await;
        assert_eq!(forbidden.status, StatusCode::FORBIDDEN, "{method} {path}: {forbidden:?}");
        let anonymous = Request::builder().method(method.clone()).uri(path);
        let anonymous = desk.house.send(anonymous.body(Body::empty()).expect("a request")).await;
        assert_eq!(anonymous.status, StatusCode::UNAUTHORIZED, "{method} {path}");
    }
}

#[tokio::test]
async fn a_deleted_case_takes_no_file_and_gives_none() {
    let desk = Desk::new().await;
    let content = content_of(&desk.put("a.bin", &notes(100), &[]).await);
    let upload = desk.begin(100, "filename YQ==").await;
    let practice = &desk.house.practice;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    tx.execute("update tenant.cases set deleted_at = now() where id = $1", &[&desk.case])
        .await
        .expect("a deletion");
    tx.commit().await.expect("a commit");
    assert_eq!(desk.put("b.bin", b"x", &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(desk.send(Method::GET, &content, &[], Body::empty()).await.status, StatusCode::NOT_FOUND);
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
async fn a_glance_at_a_picture_made_for_lists_stands_in_the_trail_once_an_hour_and_session() {
    let mut desk = Desk::new().await;
    let scan = desk.put("scan.bin", &notes(100), &[]).await;
    let picture = desk.put("picture.bin", &notes(200), &[]).await;
    let practice = &desk.house.practice;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let id = |answer: &Answer| answer.body["file"]["id"].as_str().expect("an id").to_owned();
    tx.execute(
        "update tenant.case_files set file_type = 'thumbnail', derived_from_id = $2::text::uuid
         where id = $1::text::uuid",
        &[&id(&picture), &id(&scan)],
    )
    .await
    .expect("a picture");
    tx.commit().await.expect("a picture");
    let events = async |desk: &Desk, of: &Answer| {
        let trail = desk.house.trail("data_access").await;
        let is_of = |event: &&Value| event["resource_id"] == of.body["file"]["id"];
        trail.iter().filter(is_of).count()
    };

    for _ in 0..3 {
        for file in [&scan, &picture] {
            let (status, ..) = bytes_of(&desk, &content_of(file), &[]).await;
            assert_eq!(status, StatusCode::OK);
        }
    }
    assert_eq!(events(&desk, &scan).await, 3);
    assert_eq!(events(&desk, &picture).await, 1);

    desk.token = desk.house.sign_in("technician").await;
    bytes_of(&desk, &content_of(&picture), &[]).await;
    assert_eq!(events(&desk, &picture).await, 2, "another session");

    desk.house.clock.advance(SignedDuration::from_hours(1));
    bytes_of(&desk, &content_of(&picture), &[]).await;
    assert_eq!(events(&desk, &picture).await, 3, "an hour later");
}

#[tokio::test]
async fn a_damaged_file_does_not_come_whole_and_is_marked() {
    let desk = Desk::new().await;
    let mut bytes = notes(600_000);
    let answer = desk.put("a.bin", &bytes, &[]).await;
    let name = Checksum::of(&bytes).to_string();
    let tenant = desk.house.practice.tenant();
    let path = desk.house.app.config.data_dir.join(format!("objects/{tenant}/{}/{name}", &name[..2]));
    bytes[7] ^= 1;
    std::fs::write(&path, &bytes).expect("damage");

    let mut changes = desk.house.practice.db().listen("cuspid_changes").await.expect("a listener");
    let request = desk.request(Method::GET, &content_of(&answer), &[], Body::empty());
    let body = desk.house.open_answer(request).await.into_body();
    assert!(axum::body::to_bytes(body, 1 << 24).await.is_err());
    let object = answer.body["file"]["object_id"].as_str().expect("an object").to_owned();
    loop {
        let notice = changes.next().await;
        if format!("{notice:?}").contains(&object) {
            break;
        }
    }
    let practice = &desk.house.practice;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
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
