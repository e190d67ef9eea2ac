//! A server in the test's process: the whole router on a real database, with a practice of the test's own.

// Each file of tests is a program of its own and uses some of this.
#![allow(dead_code)]

pub mod desk;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use jiff::Timestamp;
use pg::{Clock, UserId};
use serde_json::{Value, json};
use server::config::Config;
use server::{App, http, identity};
use tempfile::TempDir;
use testkit::Practice;
use tower::ServiceExt;

/// Everybody's password.
pub const PASSWORD: &str = "a long enough password";

pub struct House {
    pub app: App,
    pub router: Router,
    pub practice: Practice,
    pub clock: Clock,
    _data_dir: TempDir,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
}

impl House {
    pub async fn open() -> Self {
        Self::open_with(Config::default()).await
    }

    pub async fn open_with(config: Config) -> Self {
        Self::open_for(Practice::new().await, config).await
    }

    pub async fn open_for(practice: Practice, config: Config) -> Self {
        // Whichever test comes first installs it, as main does.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let data_dir = tempfile::tempdir().expect("a directory");
        let config = Config { data_dir: data_dir.path().to_path_buf(), ..config };
        let clock = Clock::manual(Timestamp::now());
        let app = App::open(Arc::new(config), practice.db().clone(), clock.clone()).await.expect("a server");
        Self { router: http::router(app.clone()), app, practice, clock, _data_dir: data_dir }
    }

    /// The person with this role, who has a password; their e-mail address.
    pub async fn person(&self, role: &str) -> String {
        let user = self.practice.user(role).await;
        self.set_password(user).await;
        self.practice.email(role)
    }

    async fn set_password(&self, user: UserId) {
        let hash = identity::hash_password(PASSWORD.to_owned()).await.expect("a hash");
        let tx = self.practice.db().begin(&self.practice.system()).await.expect("a transaction");
        tx.execute("select platform.set_password($1, $2)", &[&user, &hash]).await.expect("a password");
        tx.commit().await.expect("a password");
    }

    /// Signs the person with this role in; their token.
    pub async fn sign_in(&self, role: &str) -> String {
        let email = self.person(role).await;
        let answer = self.log_in(&email, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
        answer.body["access_token"].as_str().expect("a token").to_owned()
    }

    pub async fn log_in(&self, email: &str, password: &str) -> Answer {
        self.post(None, "/api/v1/auth/login", json!({"email": email, "password": password})).await
    }

    pub async fn get(&self, token: &str, path: &str) -> Answer {
        self.send(bearer(token, Method::GET, path, Body::empty())).await
    }

    pub async fn post(&self, token: Option<&str>, path: &str, body: Value) -> Answer {
        self.send(bearer(token.unwrap_or_default(), Method::POST, path, Body::from(body.to_string()))).await
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        answer(self.open_answer(request).await).await
    }

    /// Sends a request; the body is still to be read.
    pub async fn open_answer(&self, request: Request<Body>) -> Response<Body> {
        self.router.clone().oneshot(request).await.expect("infallible")
    }

    /// Events of the practice's trail, the action and the outcome of each, in order.
    pub async fn trail(&self, event: &str) -> Vec<Value> {
        let tx = self.practice.db().begin(&self.practice.system()).await.expect("a transaction");
        tx.query(
            "select to_jsonb(e) from tenant.audit_events as e where event_type::text = $1 order by id",
            &[&event],
        )
        .await
        .expect("the trail")
        .iter()
        .map(|row| row.get(0))
        .collect()
    }
}

pub async fn answer(response: Response<Body>) -> Answer {
    let (head, body) = response.into_parts();
    let bytes = to_bytes(body, 16 << 20).await.expect("a body");
    Answer {
        status: head.status,
        headers: head.headers,
        body: serde_json::from_slice(&bytes)
            .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned())),
    }
}

pub fn bearer(token: &str, method: Method, path: &str, body: Body) -> Request<Body> {
    let mut request =
        Request::builder().method(method).uri(path).header(header::CONTENT_TYPE, "application/json");
    if !token.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    request.body(body).expect("a request")
}
