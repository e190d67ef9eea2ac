//! What holds for every request: ids, refusals, headers, limits, health.

mod support;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use axum::routing::get;
use serde_json::json;
use server::config::{Config, Secret};
use server::http;
use support::{House, answer, bearer};
use tower::ServiceExt;
use uuid::Uuid;

fn plain(method: Method, path: &str) -> Request<Body> {
    bearer("", method, path, Body::empty())
}

#[tokio::test]
async fn a_refusal_is_a_problem_with_the_id_of_its_request() {
    let house = House::open().await;

    let refused = house.send(plain(Method::GET, "/api/v1/me")).await;

    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert_eq!(refused.headers[header::CONTENT_TYPE], "application/problem+json");
    assert_eq!(refused.headers[header::WWW_AUTHENTICATE], "Bearer");
    assert_eq!(refused.body["status"], 401);
    assert_eq!(refused.body["code"], "unauthenticated");
    assert_eq!(refused.body["type"], "urn:cuspid:problem:unauthenticated");
    assert_eq!(refused.body["message"], refused.body["detail"]);
    let id = refused.headers["x-request-id"].to_str().expect("text");
    assert_eq!(refused.body["request_id"], id);
    assert_eq!(Uuid::parse_str(id).expect("an id").get_version_num(), 7);
}

#[tokio::test]
async fn a_caller_may_name_the_request_by_a_uuid_and_nothing_else() {
    let house = House::open().await;
    let named = |id: &str| {
        Request::builder().uri("/healthz").header("X-Request-Id", id).body(Body::empty()).expect("a request")
    };
    let id = "0197a3a4-6f6b-7c11-8f7e-2a5a3f0c9d10";

    assert_eq!(house.send(named(id)).await.headers["x-request-id"], id);
    assert_ne!(house.send(named("one line")).await.headers["x-request-id"], "one line");
}

#[tokio::test]
async fn an_address_of_the_api_that_is_none_is_a_problem_and_not_the_page() {
    let house = House::open().await;
    for path in ["/api/v1/cases/1/2/3/4", "/api/v2/cases"] {
        let missing = house.send(plain(Method::GET, path)).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(missing.body["code"], "not_found", "{path}");
    }
}

#[tokio::test]
async fn a_method_that_an_address_does_not_take_is_named_so() {
    let house = House::open().await;
    let refused = house.send(plain(Method::DELETE, "/api/v1/auth/login")).await;
    assert_eq!(refused.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(refused.body["code"], "method_not_allowed");
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused_with_a_reason() {
    let house = House::open().await;
    let login = |body: &str| bearer("", Method::POST, "/api/v1/auth/login", Body::from(body.to_owned()));
    let large = format!("{{\"email\": \"{}\"}}", "a".repeat(http::JSON_LIMIT));

    for (body, status, code) in [
        ("{", StatusCode::BAD_REQUEST, "malformed_json"),
        ("{}", StatusCode::UNPROCESSABLE_ENTITY, "invalid_body"),
        (large.as_str(), StatusCode::PAYLOAD_TOO_LARGE, "too_large"),
    ] {
        let refused = house.send(login(body)).await;
        assert_eq!((refused.status, refused.body["code"].as_str()), (status, Some(code)));
    }
}

#[tokio::test]
async fn a_defect_is_a_problem_without_its_cause() {
    let house = House::open().await;
    async fn broken() -> &'static str {
        panic!("the patient's name")
    }
    let routes = Router::new().route("/broken", get(broken));
    let router = http::around(routes, house.app.clone());

    let failed = answer(router.oneshot(plain(Method::GET, "/broken")).await.expect("infallible")).await;

    assert_eq!(failed.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(failed.body["code"], "internal");
    assert!(!failed.body.to_string().contains("patient"));
}

/// A server with one route, which never answers.
fn never_answering(house: &House) -> Router {
    let routes = Router::new().route("/never", get(std::future::pending::<&'static str>));
    http::around(http::bounded(routes, &house.app), house.app.clone())
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_given_up() {
    let house = House::open().await;
    let router = never_answering(&house);
    tokio::time::pause();

    let refused = router.oneshot(plain(Method::GET, "/never")).await.expect("infallible");

    let refused = answer(refused).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refused.body["code"], "timeout");
}

#[tokio::test]
async fn a_server_that_is_full_says_so_instead_of_letting_everyone_wait() {
    let house = House::open_with(Config { concurrent_requests: 1, ..Config::default() }).await;
    let router = never_answering(&house);
    tokio::time::pause();
    let first = router.clone().oneshot(plain(Method::GET, "/never"));
    let second = router.oneshot(plain(Method::GET, "/never"));

    // The first has the place until its time is over, which is later than the second's patience.
    let (_, refused) = tokio::join!(first, second);

    let refused = answer(refused.expect("infallible")).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refused.body["code"], "overloaded");
    assert!(refused.headers.contains_key(header::RETRY_AFTER));
}

#[tokio::test]
async fn every_answer_keeps_browsers_from_helping_attackers() {
    let house = House::open().await;
    for path in ["/", "/healthz", "/api/v1/me", "/api/v1/none"] {
        let headers = house.send(plain(Method::GET, path)).await.headers;
        let policy = headers["content-security-policy"].to_str().expect("text");
        assert!(policy.contains("default-src 'self'"), "{path}");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert!(!policy.contains("unsafe-eval"), "{path}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "no-referrer", "{path}");
        assert!(headers.contains_key("permissions-policy"), "{path}");
        assert!(headers.contains_key(header::CACHE_CONTROL), "{path}");
        assert!(!headers.contains_key("strict-transport-security"), "{path}");
    }
}

#[tokio::test]
async fn browsers_stay_with_https_where_people_come_by_it() {
    let house =
        House::open_with(Config { public_url: Some("https://cuspid.example".into()), ..Config::default() })
            .await;
    let headers = house.send(plain(Method::GET, "/healthz")).await.headers;
    assert!(headers.contains_key("strict-transport-security"));
}

#[tokio::test]
async fn places_within_the_page_are_the_page() {
    let house = House::open().await;
    for path in ["/", "/cases/0197a3a4-6f6b-7c11-8f7e-2a5a3f0c9d10", "/api/docs"] {
        let page = house.send(plain(Method::GET, path)).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let kind = page.headers[header::CONTENT_TYPE].to_str().expect("text");
        assert!(kind.starts_with("text/html"), "{path}: {kind}");
    }
    let missing = house.send(plain(Method::GET, "/assets/missing.js")).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_server_with_its_database_is_ready_until_it_stops() {
    let house = House::open().await;
    assert_eq!(house.send(plain(Method::GET, "/healthz")).await.status, StatusCode::OK);
    let ready = house.send(plain(Method::GET, "/readyz")).await;
    assert_eq!((ready.status, &ready.body["ready"]), (StatusCode::OK, &json!(true)));

    house.app.stopping.cancel();

    let stopping = house.send(plain(Method::GET, "/readyz")).await;
    assert_eq!(stopping.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn metrics_know_routes_and_not_addresses() {
    let house = House::open().await;
    house.send(plain(Method::GET, "/api/v1/cases?patient_name=eq.secret")).await;

    let metrics = house.send(plain(Method::GET, "/metrics")).await;

    let text = metrics.body.as_str().expect("text");
    for name in [
        "cuspid_http_requests_total",
        "cuspid_http_request_seconds_bucket",
        "cuspid_database_connections",
        "cuspid_build_info",
    ] {
        assert!(text.contains(name), "{name}");
    }
    assert!(!text.contains("secret"));
}

#[tokio::test]
async fn metrics_ask_for_their_token_where_one_is_set() {
    let house = House::open_with(Config {
        metrics_token: Some(Secret::from("scrape".to_owned())),
        ..Config::default()
    })
    .await;
    let with = |token: &str| bearer(token, Method::GET, "/metrics", Body::empty());

    assert_eq!(house.send(with("")).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.send(with("wrong")).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.send(with("scrape")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_description_of_the_api_is_there_for_everyone() {
    let house = House::open().await;
    let document = house.send(plain(Method::GET, "/api/v1/openapi.json")).await;
    assert_eq!(document.status, StatusCode::OK);
    assert_eq!(document.body["openapi"], "3.1.0");
    assert!(document.body["paths"]["/api/v1/auth/login"]["post"].is_object());
}

#[tokio::test]
async fn an_id_that_is_none_names_nothing() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    for path in ["/api/v1/jobs/x/cancel", "/api/v1/case_files/x/process"] {
        let missing = house.post(Some(&token), path, json!({})).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(missing.body["code"], "not_found", "{path}");
    }
}

#[tokio::test]
async fn the_catalog_shows_each_caller_what_they_may_use() {
    let house = House::open().await;
    let mut names = Vec::new();
    for role in ["admin", "technician"] {
        let token = house.sign_in(role).await;
        let answer = house.send(bearer(&token, Method::GET, "/api/v1/catalog", Body::empty())).await;
        assert_eq!(answer.status, StatusCode::OK);
        let entries = answer.body.as_array().expect("resources").clone();
        let cases = entries.iter().find(|entry| entry["name"] == "cases").expect("cases");
        assert_eq!(cases["module"], "cases");
        let status =
            cases["columns"].as_array().expect("columns").iter().find(|column| column["name"] == "status");
        assert_eq!(
            status.map(|status| (&status["kind"], &status["managed"])),
            Some((&"enum".into(), &true.into()))
        );
        names.push(entries.iter().map(|entry| entry["name"].to_string()).collect::<Vec<_>>());
    }
    assert!(names[0].len() > 100 && names[0].contains(&"\"patients\"".to_owned()));
    assert!(!names[1].contains(&"\"patients\"".to_owned()), "a technician reads no patients");
}
