//! Derived files are what the running program would derive today; `cargo xtask gen` renews them.

mod support;

use std::path::Path;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use support::{House, bearer};

#[tokio::test]
async fn the_description_of_the_api_is_up_to_date() {
    let house = House::open().await;
    let token = house.sign_in("technician").await;

    let answer = house.send(bearer(&token, Method::GET, "/api/v1/openapi.json", Body::empty())).await;

    assert_eq!(answer.status, StatusCode::OK);
    let derived = format!("{:#}\n", answer.body);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../generated/openapi.json");
    if std::env::var_os("CUSPID_TEST_RENEW").is_some() {
        std::fs::write(&file, &derived).expect("a file that can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == derived, "generated/openapi.json is stale: run `cargo xtask gen`");
}
