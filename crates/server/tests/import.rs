//! Files of rows over HTTP: tried, written, refused row by row; killed in the middle and gone on with.
#![allow(clippy::print_stdout)]

mod support;

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use job::{NewJob, WorkerConfig};
use pg::{Db, DbConfig, Listener, Scope, Tx};
use serde_json::{Value, json};
use server::config::Config;
use server::work::{self, ImportLimits};
use support::{Answer, House};
use testkit::{Practice, TestDb};
use tokio::task::JoinHandle;

/// Nothing here takes this long unless it is broken.
const PATIENCE: Duration = Duration::from_secs(120);

const CSV: &str = "text/csv";
const NDJSON: &str = "application/x-ndjson";

/// A practice whose manager brings lists of stock, in a database of its own: a worker takes the jobs of all tenants.
struct Office {
    house: House,
    token: String,
    changes: Listener,
    database: TestDb,
}

impl Office {
    async fn open() -> Self {
        let database = testkit::database().await;
        let changes = database.db().listen("cuspid_changes").await.expect("changes");
        let practice = Practice::beside(database.db()).await;
        let house = House::open_for(practice, Config::default()).await;
        let token = house.sign_in("manager").await;
        Self { house, token, changes, database }
    }

    fn request(&self, token: &str, path: &str, media_type: &str, rows: impl Into<Body>) -> Request<Body> {
        Request::builder()
            .method(Method::POST)
            .uri(format!("/api/v1/{path}"))
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::CONTENT_TYPE, media_type)
            .body(rows.into())
            .expect("a request")
    }

    async fn send(&self, path: &str, media_type: &str, rows: impl Into<Body>) -> Answer {
        self.house.send(self.request(&self.token, path, media_type, rows)).await
    }

    /// Brings a file; the address of its import.
    async fn bring(&self, query: &str, media_type: &str, rows: impl Into<Body>) -> String {
        let answer = self.send(&format!("inventory_items/import{query}"), media_type, rows).await;
        assert_eq!(answer.status, StatusCode::ACCEPTED, "{answer:?}");
        assert_eq!(answer.body["import"]["job_id"], answer.body["job"]["id"]);
        answer.headers[header::LOCATION].to_str().expect("an address").to_owned()
    }

    /// Brings a file and has it worked on to its end; the import with its errors.
    async fn import(&mut self, query: &str, media_type: &str, rows: impl Into<Body>) -> Value {
        let place = self.bring(query, media_type, rows).await;
        self.end_of(&place).await
    }

    /// Has somebody work on jobs until the office closes.
    fn work(&self) -> JoinHandle<Result<(), job::Error>> {
        self.work_with(ImportLimits::default())
    }

    fn work_with(&self, limits: ImportLimits) -> JoinHandle<Result<(), job::Error>> {
        let app = &self.house.app;
        let worker = work::worker(app.db.clone(), app.store.clone(), app.catalog.clone(), limits, quick());
        tokio::spawn(worker.run(app.stopping.clone()))
    }

    async fn close(self, worker: JoinHandle<Result<(), job::Error>>) {
        self.house.app.stopping.cancel();
        worker.await.expect("no panic").expect("a worker that drains");
    }

    async fn end_of(&mut self, place: &str) -> Value {
        self.until(place, |import| import["finished_at"].is_string()).await
    }

    /// The import with its errors, when it is as it should be.
    async fn until(&mut self, place: &str, is_so: impl Fn(&Value) -> bool) -> Value {
        let path = format!(
            "{place}?select=*,import_errors(row_number,code,field,message)&import_errors.order=row_number"
        );
        let waiting = async {
            loop {
                let import = self.house.get(&self.token, &path).await.body;
                if is_so(&import) {
                    return import;
                }
                self.changes.recv().await;
            }
        };
        tokio::time::timeout(PATIENCE, waiting).await.expect("the import gets there")
    }

    /// What there is in stock, in the order of its numbers.
    async fn stock(&self) -> Vec<Value> {
        self.house
            .get(&self.token, "/api/v1/inventory_items?order=sku&limit=200")
            .await
            .body
            .as_array()
            .cloned()
            .expect("rows")
    }

    /// A transaction that whoever writes this number waits for.
    async fn in_the_way(&self, sku: &str) -> Tx {
        let scope = self.house.practice.scope("manager").await;
        let tx = self.house.practice.db().begin(&scope).await.expect("a transaction");
        tx.execute("insert into tenant.inventory_items (sku, name) values ($1, 'in the way')", &[&sku])
            .await
            .expect("a row");
        tx
    }

    async fn count(&self) -> i64 {
        let practice = &self.house.practice;
        let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
        let row = tx.query_one("select count(*) from tenant.inventory_items", &[]).await.expect("a count");
        row.get(0)
    }
}

fn quick() -> WorkerConfig {
    WorkerConfig {
        concurrency: 1,
        heartbeat: Duration::from_millis(100),
        lost_after: Duration::from_millis(400),
        poll: Duration::from_millis(50),
        ..WorkerConfig::default()
    }
}

/// A list of this many sound rows.
fn list(rows: std::ops::Range<u32>) -> String {
    let mut csv = String::from("sku,name\n");
    for number in rows {
        let _ = writeln!(csv, "A-{number:06},Composite {number}");
    }
    csv
}

fn counts(import: &Value) -> (&str, u64, u64, u64) {
    let count = |name: &str| import[name].as_u64().expect("a count");
    (
        import["status"].as_str().expect("a status"),
        count("rows_read"),
        count("rows_written"),
        count("rows_refused"),
    )
}

/// Row, code and field of each error.
fn errors(import: &Value) -> Vec<(u64, &str, Option<&str>)> {
    let errors = import["import_errors"].as_array().expect("errors").iter();
    errors
        .map(|error| {
            assert!(!error["message"].as_str().expect("a message").is_empty());
            (error["row_number"].as_u64().unwrap(), error["code"].as_str().unwrap(), error["field"].as_str())
        })
        .collect()
}

#[tokio::test]
async fn a_csv_becomes_rows_of_the_person_who_brought_it() {
    let mut office = Office::open().await;
    let worker = office.work();
    let csv = "\u{feff}sku,name,description,category,reorder_level,unit_cost_amount,currency,is_active,tags\r\n\
               A1,\"Composite, \"\"A2\"\"\",,MATERIALS,2.5,1250,EUR,FALSE,\"[\"\"resin\"\", 3]\"\r\n\
               A2,\"Gloves\nlarge\",\"\",materials,0,,,true,[]\r\n";

    let import = office.import("", CSV, csv).await;

    assert_eq!(counts(&import), ("completed", 2, 2, 0), "{import}");
    assert_eq!((&import["bytes_read"], &import["resource"]), (&json!(csv.len()), &json!("inventory_items")));
    let stock = office.stock().await;
    assert_eq!(stock[0]["name"], "Composite, \"A2\"");
    assert_eq!((&stock[0]["description"], &stock[1]["description"]), (&Value::Null, &json!("")));
    assert_eq!((&stock[0]["category"], &stock[0]["is_active"]), (&json!("materials"), &json!(false)));
    assert_eq!((&stock[0]["unit_cost_amount"], &stock[1]["unit_cost_amount"]), (&json!(1250), &Value::Null));
    assert_eq!((&stock[0]["reorder_level"], &stock[0]["tags"]), (&json!(2.5), &json!(["resin", 3])));
    assert_eq!(stock[1]["name"], "Gloves\nlarge");
    let manager = office.house.practice.user("manager").await;
    assert_eq!(stock[0]["created_by"], json!(manager.uuid()));
    office.close(worker).await;
}

#[tokio::test]
async fn lines_of_json_become_rows_whatever_columns_each_has() {
    let mut office = Office::open().await;
    let worker = office.work();
    let rows = "{\"sku\": \"A1\", \"name\": \"Composite\"}\n\n{\"name\": \"Gloves\", \"tags\": [\"large\"], \"sku\": \"A2\"}\n{\"sku\":\"A3\",\"name\":\"Wax\"}";

    let import = office.import("", NDJSON, rows).await;

    assert_eq!(counts(&import), ("completed", 3, 3, 0), "{import}");
    let names: Vec<Value> = office.stock().await.iter().map(|row| row["name"].clone()).collect();
    assert_eq!(names, ["Composite", "Gloves", "Wax"]);
    office.close(worker).await;
}

#[tokio::test]
async fn what_csv_the_engine_writes_it_reads_again() {
    let mut office = Office::open().await;
    let worker = office.work();
    office
        .import(
            "",
            CSV,
            "sku,name,reorder_level,tags,is_lot_tracked\nA1,\"a \"\"b\"\", c\",1.250,\"[\"\"x\"\"]\",true\n",
        )
        .await;
    let columns = "sku,name,description,category,reorder_level,unit,unit_cost_amount,currency,is_lot_tracked,is_active,tags";
    let export = Request::builder()
        .uri(format!("/api/v1/inventory_items?select={columns}"))
        .header(header::AUTHORIZATION, format!("Bearer {}", office.token))
        .header(header::ACCEPT, CSV)
        .body(Body::empty())
        .expect("a request");
    let exported = office.house.send(export).await.body.as_str().expect("CSV").replace("A1", "A2");

    let import = office.import("", CSV, exported).await;

    assert_eq!(counts(&import), ("completed", 1, 1, 0), "{import}");
    let stock = office.stock().await;
    for column in columns.split(',').filter(|column| *column != "sku") {
        assert_eq!(stock[0][column], stock[1][column], "{column}");
    }
    office.close(worker).await;
}

/// Rows 2 to 7 are bad, each in its own way.
const BAD: &str = "sku,name,reorder_level,category\n\
    A1,Composite,1,materials\n\
    A2,Gloves,many,materials\n\
    A3,,1,materials\n\
    A1,Composite again,1,materials\n\
    A5,Wax,-1,materials\n\
    A6,Cement,1,magic\n\
    A7,Bonding,1\n\
    A8,Gauze,1,materials\n";

fn bad_rows() -> Vec<(u64, &'static str, Option<&'static str>)> {
    vec![
        (2, "invalid_value", Some("reorder_level")),
        (3, "required", Some("name")),
        (4, "inventory_items_sku", None),
        (5, "inventory_items_reorder_level_check", Some("reorder_level")),
        (6, "invalid_value", Some("category")),
        (7, "uneven_cells", None),
    ]
}

#[tokio::test]
async fn one_bad_row_keeps_out_all_and_every_bad_row_is_named() {
    let mut office = Office::open().await;
    let worker = office.work();

    let import = office.import("?on_error=stop", CSV, BAD).await;

    assert_eq!(counts(&import), ("refused", 8, 0, 6), "{import}");
    assert_eq!(errors(&import), bad_rows());
    assert_eq!(office.count().await, 0);
    let job = office.house.practice.db().begin(&office.house.practice.system()).await.expect("a transaction");
    let row = job.query_one("select error ->> 'code' from tenant.jobs", &[]).await.expect("a job");
    assert_eq!(row.get::<_, &str>(0), "rows_refused");
    drop(job);
    office.close(worker).await;
}

#[tokio::test]
async fn where_bad_rows_are_skipped_the_good_ones_are_kept() {
    let mut office = Office::open().await;
    let worker = office.work();

    let import = office.import("?on_error=skip", CSV, BAD).await;

    assert_eq!(counts(&import), ("completed", 8, 2, 6), "{import}");
    assert_eq!(errors(&import), bad_rows());
    let numbers: Vec<Value> = office.stock().await.iter().map(|row| row["sku"].clone()).collect();
    assert_eq!(numbers, ["A1", "A8"]);
    let named = import["import_errors"].to_string();
    assert!(
        !named.contains("Composite") && !named.contains("many") && !named.contains("magic"),
        "values in {named}"
    );
    office.close(worker).await;
}

#[tokio::test]
async fn a_dry_run_says_what_would_be_and_leaves_nothing() {
    let mut office = Office::open().await;
    let worker = office.work();
    let events = office.house.trail("data_create").await.len();

    let good = office.import("?dry_run=true", CSV, list(0..700)).await;
    let bad = office.import("?dry_run=true&on_error=skip", CSV, BAD).await;

    assert_eq!(counts(&good), ("completed", 700, 700, 0), "{good}");
    assert_eq!(counts(&bad), ("completed", 8, 2, 6), "{bad}");
    assert_eq!(errors(&bad), bad_rows());
    assert_eq!(office.count().await, 0);
    let traces = office.house.trail("data_create").await;
    assert!(traces.len() > events && !traces.iter().any(|event| event["resource_type"] == "inventory_items"));
    office.close(worker).await;
}

#[tokio::test]
async fn of_many_bad_rows_the_first_thousand_are_named_and_all_counted() {
    let mut office = Office::open().await;
    let worker = office.work();
    let mut csv = String::from("sku,name\n");
    csv.push_str(&",\n".repeat(1_203));

    let import = office.import("?on_error=skip", CSV, csv).await;

    assert_eq!(counts(&import), ("completed", 1_203, 0, 1_203));
    let answer = office.house.get(&office.token, "/api/v1/import_errors?order=row_number.desc&limit=1").await;
    assert_eq!(answer.body[0]["row_number"], 1_000);
    office.close(worker).await;
}

#[tokio::test]
async fn columns_that_nobody_writes_or_knows_are_refused() {
    let mut office = Office::open().await;
    let worker = office.work();

    let managed = office.import("?on_error=skip", CSV, "sku,quantity_on_hand,name\nA1,5,Composite\n").await;
    let unknown = office.import("", CSV, "sku;name\nA1;Composite\n").await;
    let twice = office.import("", CSV, "sku,name,sku\nA1,Composite,A2\n").await;
    let line =
        office.import("", NDJSON, "{\"sku\":\"A1\",\"name\":\"Composite\",\"quantity_on_hand\":5}\n").await;
    let broken = office
        .import("?on_error=skip", NDJSON, "{\"sku\":\"A1\",\n{\"sku\":\"A2\",\"name\":\"Gloves\"}\n")
        .await;

    assert_eq!(counts(&managed), ("failed", 0, 0, 0), "{managed}");
    assert_eq!(errors(&managed), [(0, "managed_column", Some("quantity_on_hand"))]);
    assert_eq!(errors(&unknown), [(0, "unknown_column", None)]);
    assert_eq!(errors(&twice), [(0, "duplicate_column", Some("sku"))]);
    assert_eq!(errors(&line), [(1, "managed_column", Some("quantity_on_hand"))]);
    assert_eq!(errors(&broken), [(1, "malformed_json", None)]);
    assert_eq!(office.count().await, 1);
    office.close(worker).await;
}

#[tokio::test]
async fn a_request_that_cannot_become_an_import_is_refused_at_once() {
    let office = Office::open().await;
    let technician = office.house.sign_in("technician").await;
    let request = office.request(&technician, "inventory_items/import", CSV, list(0..1));
    let forbidden = office.house.send(request).await;

    assert_eq!((forbidden.status, &forbidden.body["code"]), (StatusCode::FORBIDDEN, &json!("not_allowed")));
    for (path, media_type, rows, status, code) in [
        ("nothing/import", CSV, "a\n", StatusCode::NOT_FOUND, "not_found"),
        ("inventory_transactions/import", CSV, "a\n", StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed"),
        (
            "inventory_items/import",
            "application/json",
            "[]",
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "rows_expected",
        ),
        (
            "inventory_items/import",
            "text/csv; charset=latin1",
            "a\n",
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "rows_expected",
        ),
        ("inventory_items/import", CSV, "", StatusCode::BAD_REQUEST, "empty_body"),
        ("inventory_items/import?on_error=guess", CSV, "a\n", StatusCode::BAD_REQUEST, "invalid_query"),
        ("inventory_items/import?dryrun=true", CSV, "a\n", StatusCode::BAD_REQUEST, "invalid_query"),
    ] {
        let answer = office.send(path, media_type, rows).await;
        assert_eq!((answer.status, &answer.body["code"]), (status, &json!(code)), "{path} {media_type}");
    }
    let imports = office.house.get(&office.token, "/api/v1/imports").await;
    assert_eq!(imports.body, json!([]));
}

#[tokio::test]
async fn a_file_that_the_quota_does_not_hold_is_refused() {
    let office = Office::open().await;
    let practice = &office.house.practice;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let full =
        "update platform.tenant_quotas set used_storage_bytes = max_storage_bytes - 100 where tenant_id = $1";
    tx.execute(full, &[&practice.tenant()]).await.expect("a quota");
    tx.commit().await.expect("a quota");

    let answer = office.send("inventory_items/import", CSV, list(0..100)).await;

    assert_eq!(
        (answer.status, &answer.body["code"]),
        (StatusCode::PAYLOAD_TOO_LARGE, &json!("quota_exceeded"))
    );
}

#[tokio::test]
async fn another_tenant_sees_nothing_of_an_import() {
    let mut office = Office::open().await;
    let worker = office.work();
    let place = office.bring("?on_error=skip", CSV, BAD).await;
    let import = office.end_of(&place).await;
    let other = House::open_for(Practice::beside(office.house.practice.db()).await, Config::default()).await;
    let token = other.sign_in("manager").await;

    assert_eq!(other.get(&token, &place).await.status, StatusCode::NOT_FOUND);
    for list in ["imports", "import_errors", "inventory_items"] {
        assert_eq!(other.get(&token, &format!("/api/v1/{list}")).await.body, json!([]), "{list}");
    }
    let cancel = format!("/api/v1/jobs/{}/cancel", import["job_id"].as_str().unwrap());
    assert_eq!(other.post(Some(&token), &cancel, json!({})).await.status, StatusCode::NOT_FOUND);
    office.close(worker).await;
}

#[tokio::test]
async fn rights_that_were_taken_away_meanwhile_end_the_import() {
    let mut office = Office::open().await;
    let place = office.bring("", CSV, list(0..3)).await;
    let practice = &office.house.practice;
    let manager = practice.user("manager").await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let dentist = "update platform.user_roles set role_id = (select id from platform.roles where name = 'dentist') where user_id = $1";
    tx.execute(dentist, &[&manager]).await.expect("another role");
    tx.commit().await.expect("another role");

    let worker = office.work();
    let import = office.end_of(&place).await;

    assert_eq!(counts(&import), ("failed", 0, 0, 0), "{import}");
    assert_eq!(office.count().await, 0);
    office.close(worker).await;
}

#[tokio::test]
async fn whoever_brought_a_file_can_take_it_back_and_bring_it_again() {
    let mut office = Office::open().await;
    let place = office.bring("", CSV, list(0..3)).await;
    let job =
        office.house.get(&office.token, &place).await.body["job_id"].as_str().expect("a job").to_owned();
    let (cancel, retry) = (format!("/api/v1/jobs/{job}/cancel"), format!("/api/v1/jobs/{job}/retry"));
    let stranger = office.house.sign_in("staff").await;
    assert_eq!(office.house.post(Some(&stranger), &cancel, json!({})).await.status, StatusCode::FORBIDDEN);

    let cancelled = office.house.post(Some(&office.token), &cancel, json!({})).await;
    assert_eq!(cancelled.status, StatusCode::OK, "{cancelled:?}");
    assert_eq!(office.house.get(&office.token, &place).await.body["status"], "cancelled");
    let again = office.house.post(Some(&office.token), &retry, json!({})).await;
    assert_eq!(again.status, StatusCode::OK, "{again:?}");
    let worker = office.work();
    let import = office.end_of(&place).await;

    assert_eq!(counts(&import), ("completed", 3, 3, 0), "{import}");
    office.close(worker).await;
}

#[tokio::test]
async fn an_import_that_is_cancelled_halfway_keeps_the_batches_it_had_written() {
    let mut office = Office::open().await;
    let in_the_way = office.in_the_way("A-000700").await;
    let worker = office.work();
    let place = office.bring("?on_error=skip", CSV, list(0..1_000)).await;
    let halfway = office.until(&place, |import| import["rows_settled"] == 500).await;

    let cancel = format!("/api/v1/jobs/{}/cancel", halfway["job_id"].as_str().unwrap());
    let answer = office.house.post(Some(&office.token), &cancel, json!({})).await;
    assert_eq!(answer.status, StatusCode::OK, "{answer:?}");
    let import = office.end_of(&place).await;
    in_the_way.rollback().await.expect("out of the way");

    assert_eq!(counts(&import), ("cancelled", 500, 500, 0), "{import}");
    assert_eq!(office.count().await, 500);
    office.close(worker).await;
}

/// Rows that no statement is run for, but for one in a thousand, made as they are sent.
fn generated(pieces: usize) -> Body {
    let filler = "x".repeat(150);
    let mut piece = format!("A,Composite {filler},1\n");
    piece.push_str(&format!("A,Composite {filler},many\n").repeat(999));
    let rows = std::iter::repeat_n(piece, pieces);
    let pieces = std::iter::once("sku,name,reorder_level\n".to_owned()).chain(rows);
    Body::from_stream(futures::stream::iter(pieces.map(Ok::<_, std::convert::Infallible>)))
}

#[tokio::test]
async fn a_file_of_two_hundred_thousand_rows_needs_no_more_memory_than_a_small_one() {
    let mut office = Office::open().await;
    let worker = WorkerProcess::start(&office);
    office.import("?on_error=skip", CSV, generated(2)).await;
    let before = worker.peak_memory();

    let import = office.import("?on_error=skip", CSV, generated(200)).await;

    assert_eq!(counts(&import), ("completed", 200_000, 0, 200_000), "{}", import["status"]);
    let size = import["size_bytes"].as_u64().expect("a size");
    let grown = worker.peak_memory() - before;
    assert!(grown < size / 4, "{grown} bytes more for a file of {size}");
}

#[tokio::test]
async fn a_file_too_large_for_one_transaction_is_tried_whole_before_a_row_is_kept() {
    let mut office = Office::open().await;
    let worker = office.work_with(ImportLimits { rows_at_once: 1_000 });
    let sound = list(0..2_600);
    let spoilt = sound.replace("A-", "B-").replace("B-002599,", "B-002599,x,");

    let written = office.import("", CSV, sound).await;
    let refused = office.import("", CSV, spoilt).await;

    assert_eq!(counts(&written), ("completed", 2_600, 2_600, 0), "{written}");
    assert!(written["checked_at"].is_string());
    assert_eq!(written["rows_settled"], 2_600);
    assert_eq!(counts(&refused), ("refused", 2_600, 0, 1), "{refused}");
    assert_eq!(errors(&refused), [(2_600, "uneven_cells", None)]);
    assert_eq!(office.count().await, 2_600);
    office.close(worker).await;
}

#[tokio::test]
async fn the_file_of_an_import_that_ended_long_ago_is_thrown_away() {
    let mut office = Office::open().await;
    let worker = office.work();
    let place = office.bring("", CSV, list(0..3)).await;
    let import = office.end_of(&place).await;
    assert!(import["object_id"].is_string());
    let practice = &office.house.practice;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let aged = "update tenant.imports set finished_at = finished_at - interval '31 days'";
    tx.execute(aged, &[]).await.expect("time passes");
    tx.commit().await.expect("time passes");

    let tx = practice.db().begin(&Scope::system("test")).await.expect("a transaction");
    let garbage = NewJob { payload: json!({"task": "garbage"}), ..NewJob::new("maintenance") };
    job::enqueue(&tx, &garbage).await.expect("a job");
    tx.commit().await.expect("a job");

    let import = office.until(&place, |import| import["object_id"].is_null()).await;
    assert_eq!(counts(&import), ("completed", 3, 3, 0));
    office.close(worker).await;
}

/// Names the database and the data directory to a worker in a process of its own.
const DATABASE: &str = "CUSPID_TEST_IMPORT_WORKER";
const DATA: &str = "CUSPID_TEST_IMPORT_WORKER_DATA";

#[tokio::test]
async fn an_import_whose_worker_was_killed_is_gone_on_with_and_writes_each_row_once() {
    let mut office = Office::open().await;
    let mut csv = list(0..2_200);
    csv.push_str("A-000000,twice\n");
    let in_the_way = office.in_the_way("A-001700").await;
    let place = office.bring("?on_error=skip", CSV, csv).await;

    let doomed = WorkerProcess::start(&office);
    let halfway = office.until(&place, |import| import["rows_settled"] == 1_500).await;
    doomed.kill();
    assert_eq!(counts(&halfway), ("writing", 1_500, 1_500, 0));
    in_the_way.rollback().await.expect("out of the way");
    let worker = office.work();
    let import = office.end_of(&place).await;

    assert_eq!(counts(&import), ("completed", 2_201, 2_200, 1), "{import}");
    assert_eq!(errors(&import), [(2_201, "inventory_items_sku", None)]);
    assert_eq!(office.count().await, 2_200);
    office.close(worker).await;
}

/// A worker in a process of its own: this test binary, running [`be_a_worker`].
struct WorkerProcess(Child);

impl WorkerProcess {
    fn start(office: &Office) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("a program"))
            .args(["be_a_worker", "--exact", "--ignored", "--nocapture"])
            .env(DATABASE, office.database.url())
            .env(DATA, &office.house.app.config.data_dir)
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        assert!(lines.map_while(Result::ok).any(|line| line.contains("at work")), "the worker ended early");
        Self(child)
    }

    fn kill(mut self) {
        self.0.kill().expect("a kill");
        self.0.wait().expect("an end");
    }

    /// The most memory that it had at any time, in bytes.
    fn peak_memory(&self) -> u64 {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.0.id())).expect("a living process");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
        peak.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") * 1024
    }
}

impl Drop for WorkerProcess {
    fn drop(&mut self) {
        // Already dead where the test killed it.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
#[ignore = "run by the tests above, in a process of its own"]
async fn be_a_worker() {
    let (Ok(url), Ok(data)) = (std::env::var(DATABASE), std::env::var(DATA)) else {
        return;
    };
    let db = Db::connect(&DbConfig::new(url)).await.expect("the database");
    let config = Config { data_dir: data.into(), ..Config::default() };
    let app = server::App::open(config.into(), db, pg::Clock::machine()).await.expect("an app");
    println!("at work");
    let worker = work::worker(
        app.db.clone(),
        app.store.clone(),
        app.catalog.clone(),
        ImportLimits::default(),
        quick(),
    );
    worker.run(app.stopping.clone()).await.expect("work");
}
