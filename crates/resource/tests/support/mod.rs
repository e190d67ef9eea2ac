//! A client of the engine: a person of a practice who sends requests.

#![allow(dead_code, reason = "each test file uses its part")]

pub mod samples;
pub mod stage;

use std::collections::HashSet;
use std::sync::Arc;

use futures::TryStreamExt;
use http::{HeaderMap, Method, StatusCode};
use pg::{Db, Scope};
use resource::catalog::Verb;
use resource::{Body, Catalog, Incoming};
use serde_json::Value;
use testkit::Practice;

/// A person of a practice.
#[derive(Clone)]
pub struct Client {
    db: Db,
    pub catalog: Arc<Catalog>,
    pub scope: Scope,
    rights: Arc<HashSet<(String, String)>>,
}

/// What the engine answered.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub code: String,
    pub field: String,
    pub message: String,
    pub headers: HeaderMap,
    pub text: String,
    pub body: Value,
}

pub async fn catalog(db: &Db) -> Arc<Catalog> {
    Arc::new(Catalog::load(db).await.expect("a catalog"))
}

impl Client {
    /// The person with this role.
    pub async fn of(practice: &Practice, role: &str) -> Self {
        let user = practice.user(role).await;
        let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
        let rows = tx
            .query("select resource, verb from platform.rights_of($1, $2)", &[&user, &practice.tenant()])
            .await
            .expect("rights");
        Self {
            db: practice.db().clone(),
            catalog: catalog(practice.db()).await,
            scope: practice.api(role).await,
            rights: Arc::new(rows.iter().map(|row| (row.get(0), row.get(1))).collect()),
        }
    }

    /// The same person, who may also do everything with this resource.
    pub fn with_all_on(mut self, resource: &str) -> Self {
        let rights = Arc::make_mut(&mut self.rights);
        rights.extend(Verb::ALL.map(|verb| (resource.to_owned(), verb.name().to_owned())));
        self
    }

    /// Sends a request to `resource`, `resource/id` or either with a query.
    pub async fn send(
        &self,
        method: Method,
        address: &str,
        headers: &[(&'static str, &str)],
        body: &str,
    ) -> Reply {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut parts = path.splitn(3, '/');
        let (resource, id, facet) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        let mut map = HeaderMap::new();
        if !body.is_empty() {
            map.insert("content-type", "application/json".parse().expect("a header"));
        }
        for (name, value) in headers {
            map.insert(*name, value.parse().expect("a header"));
        }
        let incoming =
            Incoming { method: &method, resource, id, facet, query, headers: &map, body: body.as_bytes() };
        let may = |resource: &str, verb: &str| self.rights.contains(&(resource.to_owned(), verb.to_owned()));
        match resource::answer(&self.catalog, &self.db, &self.scope, &may, incoming).await {
            Ok(answer) => {
                let (parts, body) = answer.into_parts();
                let text = String::from_utf8(whole(body).await).expect("text");
                Reply {
                    status: parts.status,
                    code: String::new(),
                    field: String::new(),
                    message: String::new(),
                    headers: parts.headers,
                    body: serde_json::from_str(&text).unwrap_or_default(),
                    text,
                }
            }
            Err(error) => {
                let message = error.to_string();
                let (status, code, field) = match error {
                    resource::Error::Refused { status, code, field, .. } => (status, code.to_owned(), field),
                    resource::Error::Database(error) => {
                        (StatusCode::INTERNAL_SERVER_ERROR, format!("database: {error}"), String::new())
                    }
                };
                let headers = HeaderMap::new();
                Reply { status, code, field, message, headers, text: String::new(), body: Value::Null }
            }
        }
    }

    pub async fn get(&self, address: &str) -> Reply {
        self.send(Method::GET, address, &[], "").await
    }

    /// The rows of a list.
    pub async fn rows(&self, address: &str) -> Vec<Value> {
        let reply = self.get(address).await;
        assert!(reply.status.is_success(), "{address}: {reply:?}");
        reply.body.as_array().expect("a list").clone()
    }

    pub async fn post(&self, address: &str, body: Value) -> Reply {
        self.send(Method::POST, address, &[], &body.to_string()).await
    }

    pub async fn patch(&self, address: &str, body: Value) -> Reply {
        self.send(Method::PATCH, address, &[], &body.to_string()).await
    }

    pub async fn delete(&self, address: &str) -> Reply {
        self.send(Method::DELETE, address, &[], "").await
    }

    /// Makes a row; its id.
    pub async fn make(&self, resource: &str, body: Value) -> String {
        let reply = self.post(resource, body).await;
        assert_eq!(reply.status, StatusCode::CREATED, "{reply:?}");
        reply.body["id"].as_str().expect("an id").to_owned()
    }
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().expect("text")).unwrap_or_default()
    }

    /// The address of the next page, as [`Client::get`] takes it.
    pub fn next(&self) -> Option<String> {
        let link = self.header("link").strip_prefix("</api/v1/")?;
        Some(link.strip_suffix(">; rel=\"next\"").expect("one link").to_owned())
    }

    pub fn refused(&self) -> (u16, &str) {
        (self.status.as_u16(), &self.code)
    }
}

/// All of a body, however it comes.
async fn whole(body: Body) -> Vec<u8> {
    match body {
        Body::Whole(bytes) => bytes.to_vec(),
        Body::Stream(pieces) => {
            let pieces: Vec<_> = pieces.try_collect().await.expect("a whole stream");
            pieces.concat()
        }
    }
}

/// The ids of rows.
pub fn ids(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}

/// A case with two files, the first with two segments, which the engine itself does not make.
pub async fn scanned_case(practice: &Practice, client: &Client, patient: &str) -> String {
    let case = client.make("cases", serde_json::json!({"patient_id": patient, "title": "Scanned"})).await;
    let tx = practice.db().begin(&practice.scope("admin").await).await.expect("a transaction");
    tx.batch_execute(&format!(
        "insert into tenant.objects (sha256, size_bytes) values (sha256('{case}'), 4);
         insert into tenant.case_files (case_id, name, size_bytes, checksum, object_id, status)
         select '{case}', name, 4, encode(sha256('{case}'), 'hex'), o.id, status::platform.file_status
         from (values ('lower.stl', 'failed'), ('upper.stl', 'processed')) as f (name, status),
              tenant.objects as o where o.sha256 = sha256('{case}');
         insert into tenant.segments (case_id, case_file_id, segment_type, fdi, label)
         select '{case}', f.id, 'tooth', fdi, 'tooth_' || fdi
         from tenant.case_files as f, unnest('{{21,11}}'::smallint[]) as fdi
         where f.case_id = '{case}' and f.name = 'upper.stl';"
    ))
    .await
    .expect("files");
    tx.commit().await.expect("files");
    case
}
