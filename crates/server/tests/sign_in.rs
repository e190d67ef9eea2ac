//! Signing in, staying in and being put out.

mod support;

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use jiff::SignedDuration;
use serde_json::json;
use server::config::Config;
use support::{House, PASSWORD};
use testkit::Practice;

/// How soon after a change in the database a revocation must hold.
const REVOKED_WITHIN: Duration = Duration::from_secs(1);

#[tokio::test]
async fn the_right_password_opens_a_session_for_programs_and_browsers() {
    let house = House::open().await;
    let email = house.person("technician").await;

    let signed_in = house.log_in(&email, PASSWORD).await;

    assert_eq!(signed_in.status, StatusCode::OK);
    assert_eq!(signed_in.body["token_type"], "Bearer");
    assert_eq!(signed_in.body["user"]["email"], email);
    assert_eq!(signed_in.body["tenant"]["id"], house.practice.tenant().to_string());
    assert_eq!(signed_in.body["roles"], json!(["technician"]));
    let cookie = signed_in.headers[header::SET_COOKIE].to_str().expect("text");
    for part in ["cuspid_session=", "HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(!cookie.contains("Secure"), "{cookie}");
}

#[tokio::test]
async fn the_cookie_is_secure_where_people_come_by_https() {
    let house =
        House::open_with(Config { public_url: Some("https://cuspid.example".into()), ..Config::default() })
            .await;
    let email = house.person("admin").await;

    let signed_in = house.log_in(&email, PASSWORD).await;

    let cookie = signed_in.headers[header::SET_COOKIE].to_str().expect("text");
    assert!(cookie.contains("; Secure"), "{cookie}");
}

#[tokio::test]
async fn a_session_knows_its_person_and_their_rights() {
    let house = House::open().await;
    let token = house.sign_in("technician").await;

    let me = house.get(&token, "/api/v1/me").await;

    assert_eq!(me.status, StatusCode::OK);
    assert_eq!(me.body["user"]["email"], house.practice.email("technician"));
    let cases = me.body["rights"]["cases"].as_array().expect("rights on cases");
    assert!(cases.contains(&json!("advance")), "{me:?}");
    assert!(me.body["rights"].get("patients").is_none(), "{me:?}");
}

#[tokio::test]
async fn nobody_is_told_whether_an_account_exists() {
    let house = House::open().await;
    let email = house.person("technician").await;

    let wrong = house.log_in(&email, "not the password").await;
    let unknown = house.log_in("nobody@nowhere.example", "not the password").await;

    for answer in [&wrong, &unknown] {
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert_eq!(answer.body["code"], "wrong_credentials");
    }
    assert_eq!(wrong.body["detail"], unknown.body["detail"]);
}

#[tokio::test]
async fn an_unknown_account_takes_as_long_as_a_wrong_password() {
    let house = House::open().await;
    let email = house.person("technician").await;
    let time = async |email: &str| {
        let mut quickest = Duration::MAX;
        for _ in 0..4 {
            let began = Instant::now();
            house.log_in(email, "not the password").await;
            quickest = quickest.min(began.elapsed());
        }
        quickest
    };
    // The hash for nobody is made at first use.
    house.log_in("first@nowhere.example", "x").await;

    let wrong = time(&email).await;
    let unknown = time("nobody@nowhere.example").await;

    let ratio = unknown.as_secs_f64() / wrong.as_secs_f64();
    assert!((0.33..3.0).contains(&ratio), "{wrong:?} and {unknown:?}");
}

#[tokio::test]
async fn guessing_has_to_wait_and_the_answer_says_how_long() {
    let house = House::open().await;
    let email = house.person("technician").await;
    for _ in 0..5 {
        house.log_in(&email, "not the password").await;
    }

    let refused = house.log_in(&email, PASSWORD).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.body["code"], "too_many_attempts");
    assert!(refused.headers.contains_key(header::RETRY_AFTER));

    house.clock.advance(SignedDuration::from_secs(2));
    let let_in = house.log_in(&email, PASSWORD).await;
    assert_eq!(let_in.status, StatusCode::OK);
}

#[tokio::test]
async fn every_try_stands_in_the_trail_without_what_was_typed() {
    let house = House::open().await;
    let email = house.person("technician").await;

    house.log_in(&email, "typed by mistake").await;
    house.log_in(&email, PASSWORD).await;

    let failures = house.trail("login_failure").await;
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0]["outcome"], "failure");
    assert!(!failures[0].to_string().contains("typed by mistake"));
    let successes = house.trail("login_success").await;
    assert_eq!(successes.len(), 1);
    assert!(!successes[0].to_string().contains(PASSWORD));
}

#[tokio::test]
async fn a_person_of_two_practices_chooses_one() {
    let house = House::open().await;
    let email = house.person("dentist").await;
    let second = Practice::beside(house.practice.db()).await;
    let user = house.practice.user("dentist").await;
    let tx = second.db().begin(&second.system()).await.expect("a transaction");
    tx.execute("insert into platform.user_tenants (user_id, user_type) values ($1, 'dentist')", &[&user])
        .await
        .expect("a membership");
    tx.commit().await.expect("a membership");

    let tenant = second.tenant().to_string();
    let body = json!({"email": email, "password": PASSWORD, "tenant": tenant});
    let signed_in = house.post(None, "/api/v1/auth/login", body).await;

    assert_eq!(signed_in.body["tenant"]["id"], tenant, "{signed_in:?}");
    assert_eq!(signed_in.body["tenants"].as_array().map(Vec::len), Some(2));
    assert_eq!(signed_in.body["roles"], json!([]));
}

#[tokio::test]
async fn a_practice_that_one_does_not_belong_to_is_a_wrong_credential() {
    let house = House::open().await;
    let email = house.person("dentist").await;
    let other = Practice::beside(house.practice.db()).await;

    let body = json!({"email": email, "password": PASSWORD, "tenant": other.tenant().to_string()});
    let answer = house.post(None, "/api/v1/auth/login", body).await;

    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert_eq!(answer.body["code"], "wrong_credentials");
}

#[tokio::test]
async fn a_session_ends_with_the_sign_out() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;

    let out = house.post(Some(&token), "/api/v1/auth/logout", json!({})).await;

    assert_eq!(out.status, StatusCode::NO_CONTENT);
    let me = house.get(&token, "/api/v1/me").await;
    assert_eq!(me.status, StatusCode::UNAUTHORIZED);
    assert_eq!(me.body["code"], "unauthenticated");
    assert_eq!(house.trail("logout").await.len(), 1);
}

#[tokio::test]
async fn a_session_that_another_server_ended_is_refused_within_a_second() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    assert_eq!(house.get(&token, "/api/v1/me").await.status, StatusCode::OK);

    change(&house, "update platform.sessions set logout_time = now()").await;

    until(async || house.get(&token, "/api/v1/me").await.status == StatusCode::UNAUTHORIZED).await;
}

#[tokio::test]
async fn a_role_that_was_taken_away_is_gone_within_a_second() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    assert_eq!(house.get(&token, "/api/v1/me").await.body["roles"], json!(["admin"]));

    change(&house, "delete from platform.user_roles").await;

    until(async || house.get(&token, "/api/v1/me").await.body["roles"] == json!([])).await;
}

#[tokio::test]
async fn a_disabled_account_is_put_out_within_a_second() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    let other = house.sign_in("technician").await;
    assert_eq!(house.get(&token, "/api/v1/me").await.status, StatusCode::OK);

    let email = house.practice.email("admin");
    change(&house, &format!("update platform.users set status = 'disabled' where email = '{email}'")).await;

    until(async || house.get(&token, "/api/v1/me").await.status == StatusCode::UNAUTHORIZED).await;
    assert_eq!(house.get(&other, "/api/v1/me").await.status, StatusCode::OK);
}

#[tokio::test]
async fn everyone_of_a_closed_practice_is_put_out_within_a_second_and_nobody_else() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    assert_eq!(house.get(&token, "/api/v1/locations").await.status, StatusCode::OK);
    let neighbour = House::open_for(Practice::beside(house.practice.db()).await, Config::default()).await;
    let theirs = neighbour.sign_in("admin").await;

    let tenant = house.practice.tenant();
    change(&house, &format!("update platform.tenants set status = 'closed' where id = '{tenant}'")).await;

    until(async || house.get(&token, "/api/v1/locations").await.status == StatusCode::UNAUTHORIZED).await;
    assert_eq!(house.get(&theirs, "/api/v1/locations").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_session_ends_by_itself() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    assert_eq!(house.get(&token, "/api/v1/me").await.status, StatusCode::OK);

    change(&house, "update platform.sessions set expires_at = now()").await;

    until(async || house.get(&token, "/api/v1/me").await.status == StatusCode::UNAUTHORIZED).await;
}

#[tokio::test]
async fn a_cookie_alone_changes_nothing() {
    let house = House::open().await;
    let token = house.sign_in("admin").await;
    let request = |method: Method, path: &str| {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::COOKIE, format!("theme=dark; cuspid_session={token}"))
    };

    let read = request(Method::GET, "/api/v1/me").body(Body::empty()).expect("a request");
    assert_eq!(house.send(read).await.status, StatusCode::OK);

    let forged = request(Method::POST, "/api/v1/auth/logout").body(Body::empty()).expect("a request");
    let refused = house.send(forged).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(refused.body["code"], "csrf");

    let own = request(Method::POST, "/api/v1/auth/logout")
        .header("X-Requested-With", "cuspid")
        .body(Body::empty())
        .expect("a request");
    assert_eq!(house.send(own).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn tokens_that_are_none_are_refused() {
    let house = House::open().await;
    for token in ["x", &"A".repeat(43), &"A".repeat(4096)] {
        let answer = house.get(token, "/api/v1/me").await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{token}");
    }
}

/// Changes the practice's rows as another server would.
async fn change(house: &House, sql: &str) {
    let scope = house.practice.system();
    let tx = house.practice.db().begin(&scope).await.expect("a transaction");
    tx.execute(sql, &[]).await.expect("a change");
    tx.commit().await.expect("a change");
}

/// Waits until something holds, no longer than a revocation may take.
async fn until(holds: impl AsyncFn() -> bool) {
    let waited = tokio::time::timeout(REVOKED_WITHIN, async {
        while !holds().await {
            tokio::task::yield_now().await;
        }
    });
    waited.await.expect("within a second");
}
