//! Uploads that survive a broken connection: the tus protocol 1.0.

mod support;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use futures::stream;
use object::Checksum;
use support::desk::{BYTES, Desk, Headers, OFFSET, bytes_of, notes};

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
            &[("tus-resumable", "1.0.0"), ("content-type", BYTES), ("upload-offset", "300000")],
            Body::from_stream(stream::iter(pieces)),
        )
        .await;
    assert_eq!(broken.body["code"], "interrupted", "{broken:?}");
    let reached: usize =
        desk.head(&upload).await.headers[OFFSET].to_str().expect("text").parse().expect("a number");
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
    assert_eq!(desk.files().await[0]["checksum"], Checksum::of(&bytes).to_string());
}

#[tokio::test]
async fn an_upload_may_bring_bytes_with_its_creation() {
    let desk = Desk::new().await;
    let path = format!("/api/v1/cases/{}/uploads", desk.case);
    for (length, body, offset, is_done) in
        [("10", notes(4), "4", false), ("10", notes(10), "10", true), ("0", vec![], "0", true)]
    {
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
        assert_eq!(answer.headers.contains_key("cuspid-file-id"), is_done, "{answer:?}");
    }
}

#[tokio::test]
async fn a_piece_is_compared_with_its_checksum() {
    let desk = Desk::new().await;
    let bytes = notes(1_000);
    let upload = desk.begin(bytes.len(), "filename YQ==").await;
    let sum = |bytes: &[u8]| format!("sha256 {}", STANDARD.encode(Checksum::of(bytes).as_bytes()));
    let wrong = desk.patch(&upload, 0, &bytes[..500], &[("upload-checksum", &sum(b"others"))]).await;
    assert_eq!(wrong.status.as_u16(), 460, "{wrong:?}");
    assert_eq!(wrong.body["code"], "checksum_mismatch");
    assert_eq!(desk.head(&upload).await.headers[OFFSET], "0");
    let right = desk.patch(&upload, 0, &bytes[..500], &[("upload-checksum", &sum(&bytes[..500]))]).await;
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
    assert_eq!(desk.patch(&upload, 0, &notes(100), &[]).await.status, StatusCode::GONE);
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
        (Method::POST, &create, &[V, M, ("upload-defer-length", "1")], 0, 400),
        (Method::POST, &create, &[V, ("upload-length", "1")], 0, 400),
        (Method::POST, &create, &[V, M, ("upload-length", "99999999999999")], 0, 413),
        // Further bytes.
        (Method::PATCH, &upload, &[V, ("upload-offset", "10")], 1, 415),
        (Method::PATCH, &upload, &[V, T], 1, 400),
        (Method::PATCH, &upload, &[V, T, ("upload-offset", "9")], 1, 409),
        (Method::PATCH, &upload, &[V, T, ("upload-offset", "11")], 1, 409),
        (Method::PATCH, &upload, &[V, T, ("upload-offset", "10"), ("upload-checksum", "md5 YQ==")], 1, 400),
        (Method::PATCH, &upload, &[V, T, ("upload-offset", "10"), ("content-length", "91")], 91, 413),
        // Behind a proxy that knows two methods.
        (
            Method::POST,
            &upload,
            &[V, T, ("upload-offset", "10"), ("x-http-method-override", "PATCH")],
            5,
            204,
        ),
        (Method::POST, &upload, &[V, ("x-http-method-override", "DELETE")], 0, 204),
    ];
    for (method, path, headers, length, status) in table {
        let answer = desk.send(method.clone(), path, headers, notes(length)).await;
        assert_eq!(answer.status.as_u16(), status, "{method} {headers:?}: {answer:?}");
        assert_eq!(answer.headers["tus-resumable"], "1.0.0");
        assert_eq!(answer.headers.contains_key("tus-version"), status == 412);
    }

    let request = Request::builder().method(Method::OPTIONS).uri(&create);
    let abilities = desk.house.send(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(abilities.status, StatusCode::NO_CONTENT);
    assert_eq!(abilities.headers["tus-version"], "1.0.0");
    assert_eq!(
        abilities.headers["tus-extension"],
        "creation,creation-with-upload,checksum,expiration,termination"
    );
    assert_eq!(abilities.headers["tus-checksum-algorithm"], "sha256,sha1");
    assert_eq!(abilities.headers["tus-max-size"], desk.house.app.config.upload_bytes.to_string().as_str());
}
