//! Scans as jobs over HTTP: upload, teeth, doing it again, cancelling; and cases on their way.

mod support;

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use job::WorkerConfig;
use mesh::Jaw;
use mesh::synth::{ArchSpec, arch};
use pg::Listener;
use serde_json::{Value, json};
use server::config::Config;
use server::work;
use support::{Answer, House};
use testkit::{Practice, TestDb};
use tokio::task::JoinHandle;
use uuid::Uuid;

/// Nothing here takes this long unless it is broken.
const PATIENCE: Duration = Duration::from_secs(60);

/// A laboratory with a case, in a database of its own: a worker takes the jobs of all tenants.
struct Lab {
    house: House,
    token: String,
    case: Uuid,
    changes: Listener,
    _database: TestDb,
}

impl Lab {
    async fn open() -> Self {
        let database = testkit::database().await;
        let changes = database.db().listen("cuspid_changes").await.expect("changes");
        let practice = Practice::beside(database.db()).await;
        let house = House::open_for(practice, Config::default()).await;
        let token = house.sign_in("technician").await;
        let case = house.post(Some(&token), "/api/v1/cases", json!({})).await;
        let case = case.body["id"].as_str().expect("a case").parse().expect("an id");
        Self { house, token, case, changes, _database: database }
    }

    async fn put(&self, name: &str, bytes: Vec<u8>) -> Answer {
        let request = Request::builder()
            .method(Method::PUT)
            .uri(format!("/api/v1/cases/{}/files/{name}", self.case))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_LENGTH, bytes.len())
            .body(Body::from(bytes))
            .expect("a request");
        let answer = self.house.send(request).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{answer:?}");
        answer
    }

    async fn post(&self, path: &str, body: Value) -> Answer {
        self.house.post(Some(&self.token), path, body).await
    }

    /// Has somebody work on jobs until the lab closes.
    fn work(&self) -> JoinHandle<Result<(), job::Error>> {
        let config = WorkerConfig { concurrency: 1, ..WorkerConfig::default() };
        let app = &self.house.app;
        let limits = work::ImportLimits::default();
        let worker = work::worker(app.db.clone(), app.store.clone(), app.catalog.clone(), limits, config);
        tokio::spawn(worker.run(app.stopping.clone()))
    }

    async fn close(self, worker: JoinHandle<Result<(), job::Error>>) {
        self.house.app.stopping.cancel();
        worker.await.expect("no panic").expect("a worker that drains");
    }

    /// The job's row when it has ended.
    async fn end_of(&mut self, job: &Value) -> Value {
        let id: Uuid = job["id"].as_str().expect("a job").parse().expect("an id");
        let waiting = async {
            loop {
                let row = self.row("jobs", id).await;
                if row["finished_at"].is_string() {
                    return row;
                }
                self.changes.recv().await;
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.expect("the job ends")
    }

    async fn row(&self, table: &str, id: Uuid) -> Value {
        self.rows(&format!("select to_jsonb(t) from tenant.{table} as t where id = '{id}'"))
            .await
            .pop()
            .expect("a row")
    }

    async fn rows(&self, sql: &str) -> Vec<Value> {
        let practice = &self.house.practice;
        let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
        let rows = tx.query(sql, &[]).await.expect("rows");
        rows.iter().map(|row| row.get(0)).collect()
    }

    async fn segments(&self) -> Vec<Value> {
        self.rows("select to_jsonb(s) from tenant.segments as s order by fdi").await
    }

    async fn made(&self) -> Vec<Value> {
        self.rows(
            "select to_jsonb(f) from tenant.case_files as f where derived_from_id is not null order by name",
        )
        .await
    }
}

fn a_scan() -> Vec<u8> {
    let spec = ArchSpec { faces: 20_000, ..ArchSpec::new(Jaw::Upper, 7) };
    mesh::write::stl(&arch(&spec).mesh)
}

fn a_triangle() -> Vec<u8> {
    b"solid t\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 9 0 0\nvertex 0 9 0\nendloop\nendfacet\nendsolid t\n"
        .to_vec()
}

#[tokio::test]
async fn a_scan_that_was_uploaded_becomes_teeth_and_the_files_that_show_them() {
    let mut lab = Lab::open().await;
    let worker = lab.work();
    let uploaded = lab.put("upper%20jaw.stl", a_scan()).await;

    let job = lab.end_of(&uploaded.body["job"]).await;
    assert_eq!(job["status"], "completed", "{job}");
    let file = lab.row("case_files", uploaded.body["file"]["id"].as_str().unwrap().parse().unwrap()).await;
    assert_eq!((&file["status"], &file["jaw"]), (&json!("processed"), &json!("upper")));
    assert!(file["quality_score"].is_number() && file["report"]["quality"]["verdict"].is_string());
    let segments = lab.segments().await;
    let teeth = segments.iter().filter(|segment| segment["segment_type"] == "tooth").count();
    assert!(teeth >= 10, "{teeth} teeth");
    assert_eq!(segments.len(), teeth + 1);
    let names: Vec<Value> = lab.made().await.iter().map(|file| file["name"].clone()).collect();
    for name in ["upper jaw_segmented.glb", "upper jaw_labels.json", "upper jaw_thumbnail.png"] {
        assert!(names.contains(&json!(name)), "{name} in {names:?}");
    }
    assert_eq!(lab.row("cases", lab.case).await["status"], "designing");
    lab.close(worker).await;
}

#[tokio::test]
async fn what_is_no_jaw_is_refused_with_the_reason_and_leaves_nothing() {
    let mut lab = Lab::open().await;
    let worker = lab.work();
    let uploaded = lab.put("triangle.stl", a_triangle()).await;

    let job = lab.end_of(&uploaded.body["job"]).await;
    assert_eq!((&job["status"], &job["attempts"]), (&json!("failed"), &json!(1)));
    assert!(job["error"]["code"].is_string() && job["error"]["message"].is_string());
    let file = lab.row("case_files", uploaded.body["file"]["id"].as_str().unwrap().parse().unwrap()).await;
    assert_eq!(file["status"], "failed");
    assert_eq!(file["report"]["refusal"]["code"], job["error"]["code"]);
    assert!(lab.segments().await.is_empty() && lab.made().await.is_empty());
    lab.close(worker).await;
}

#[tokio::test]
async fn processing_a_scan_again_replaces_what_was_made_before() {
    let mut lab = Lab::open().await;
    let worker = lab.work();
    let uploaded = lab.put("upper.stl", a_scan()).await;
    lab.end_of(&uploaded.body["job"]).await;
    let (segments, made) = (lab.segments().await.len(), lab.made().await.len());

    let path = format!("/api/v1/case_files/{}/process", uploaded.body["file"]["id"].as_str().unwrap());
    let again = lab.post(&path, json!({"jaw": "upper"})).await;
    assert_eq!(again.status, StatusCode::ACCEPTED, "{again:?}");
    let job = lab.end_of(&again.body["job"]).await;
    assert_eq!(job["status"], "completed");
    assert_eq!((lab.segments().await.len(), lab.made().await.len()), (segments, made));
    lab.close(worker).await;
}

#[tokio::test]
async fn a_scan_in_line_can_be_cancelled_and_taken_up_again() {
    let lab = Lab::open().await;
    let uploaded = lab.put("upper.stl", a_scan()).await;
    let job = uploaded.body["job"]["id"].as_str().unwrap();
    let file: Uuid = uploaded.body["file"]["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(lab.row("case_files", file).await["status"], "processing");
    assert_eq!(lab.row("cases", lab.case).await["status"], "processing");

    let path = format!("/api/v1/case_files/{file}/process");
    assert_eq!(lab.post(&path, json!({})).await.body["code"], "already_processing");
    let cancelled = lab.post(&format!("/api/v1/jobs/{job}/cancel"), json!({})).await;
    assert_eq!(cancelled.body["job"]["status"], "cancelled", "{cancelled:?}");
    assert_eq!(lab.row("case_files", file).await["status"], "uploaded");
    let retried = lab.post(&format!("/api/v1/jobs/{job}/retry"), json!({})).await;
    assert_eq!(retried.body["job"]["status"], "pending", "{retried:?}");
    assert_eq!(lab.row("case_files", file).await["status"], "processing");
    let twice = lab.post(&format!("/api/v1/jobs/{job}/retry"), json!({})).await;
    assert_eq!((twice.status, &twice.body["code"]), (StatusCode::CONFLICT, &json!("job_state")));
}

#[tokio::test]
async fn another_tenants_jobs_and_files_are_not_there() {
    let lab = Lab::open().await;
    let uploaded = lab.put("upper.stl", a_scan()).await;
    let job = uploaded.body["job"]["id"].as_str().unwrap();
    let file = uploaded.body["file"]["id"].as_str().unwrap();
    let other = House::open_for(Practice::beside(lab.house.practice.db()).await, Config::default()).await;
    let token = other.sign_in("technician").await;

    for path in [
        format!("/api/v1/jobs/{job}/cancel"),
        format!("/api/v1/jobs/{job}/retry"),
        format!("/api/v1/case_files/{file}/process"),
    ] {
        let answer = other.post(Some(&token), &path, json!({})).await;
        assert_eq!(
            (answer.status, &answer.body["code"]),
            (StatusCode::NOT_FOUND, &json!("not_found")),
            "{path}"
        );
    }
    let advance = format!("/api/v1/cases/{}/advance", lab.case);
    let answer = other.post(Some(&token), &advance, json!({"status": "on_hold"})).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_case_goes_where_the_table_says_and_nowhere_else() {
    let lab = Lab::open().await;
    let path = format!("/api/v1/cases/{}/advance", lab.case);
    let designing = lab.post(&path, json!({"status": "designing"})).await;
    assert_eq!(designing.body["case"]["status"], "designing", "{designing:?}");

    let refused = lab.post(&path, json!({"status": "delivered"})).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.body["code"], "transition_not_allowed");
    assert_eq!(lab.row("cases", lab.case).await["status"], "designing");
}
