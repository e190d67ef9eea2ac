//! The program as people start it.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

fn cuspid(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cuspid"));
    command.current_dir(dir);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CUSPID_")) {
        command.env_remove(name);
    }
    command
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn config_shows_where_each_setting_came_from_and_no_secret() {
    let dir = tempfile::tempdir().expect("a directory");
    fs::write(dir.path().join("cuspid.toml"), "workers = 3\nmetrics_token = 'hunter2'").expect("a file");

    let shown = cuspid(dir.path())
        .args(["config", "--database-url", "postgres://me:hunter2@db/cuspid"])
        .env("CUSPID_LOG", "warn")
        .output()
        .expect("runs");

    let shown = text(&shown);
    assert!(shown.contains("workers = 3 # cuspid.toml"), "{shown}");
    assert!(shown.contains("log = \"warn\" # environment"), "{shown}");
    assert!(shown.contains("database_url = \"postgres://me:[masked]@db/cuspid\" # flag"), "{shown}");
    assert!(shown.contains("session_hours = 12 # default"), "{shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_setting_that_is_none_is_refused_with_the_nearest() {
    let dir = tempfile::tempdir().expect("a directory");
    fs::write(dir.path().join("cuspid.toml"), "data_directory = 'x'").expect("a file");

    let refused = cuspid(dir.path()).arg("config").output().expect("runs");

    assert!(!refused.status.success());
    assert!(text(&refused).contains("the nearest is data_dir"), "{}", text(&refused));
}

#[test]
fn the_demo_does_not_answer_other_machines_by_accident() {
    let dir = tempfile::tempdir().expect("a directory");
    let refused =
        cuspid(dir.path()).args(["serve", "--demo", "--listen", "0.0.0.0:0"]).output().expect("runs");
    assert!(!refused.status.success());
    assert!(text(&refused).contains("--demo-allow-remote"), "{}", text(&refused));
}

#[test]
fn a_synthetic_arch_is_a_scan_file() {
    let dir = tempfile::tempdir().expect("a directory");
    let made = cuspid(dir.path())
        .args([
            "demo",
            "arch",
            "--out",
            "arch.stl",
            "--jaw",
            "lower",
            "--faces",
            "5000",
            "--missing",
            "36,46",
        ])
        .output()
        .expect("runs");
    assert!(made.status.success(), "{}", text(&made));
    let bytes = fs::read(dir.path().join("arch.stl")).expect("a file");
    let faces = u32::from_le_bytes(bytes[80..84].try_into().expect("four bytes"));
    assert_eq!(bytes.len(), 84 + 50 * faces as usize);
}

/// A directory for data. PostgreSQL runs as an account of its own, which must be able to get there.
fn room() -> tempfile::TempDir {
    tempfile::Builder::new()
        .permissions(std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .tempdir()
        .expect("a directory")
}

/// A running server or worker; killed if a test gives up.
struct Running(Child);

impl Running {
    /// A server with further arguments, and what its ready file says.
    fn serve(dir: &Path, more: &[&str]) -> (Self, Value) {
        let mut running = Self::start(
            cuspid(dir)
                .args(["serve", "--data-dir", "data", "--listen", "127.0.0.1:0"])
                .args(["--ready-file", "ready.json", "--workers", "0"])
                .args(more),
        );
        let file = dir.join("ready.json");
        eventually("the server is ready", || {
            if let Some(status) = running.0.try_wait().expect("a status") {
                panic!("ended with {status}: {}", running.said());
            }
            file.exists().then_some(())
        });
        let ready = serde_json::from_slice(&fs::read(file).expect("a file")).expect("JSON");
        (running, ready)
    }

    fn start(command: &mut Command) -> Self {
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        Self(child.expect("starts"))
    }

    /// What it says until it ends.
    fn said(&mut self) -> String {
        let mut said = String::new();
        if let Some(mut pipe) = self.0.stdout.take() {
            let _ = pipe.read_to_string(&mut said);
        }
        if let Some(mut pipe) = self.0.stderr.take() {
            let _ = pipe.read_to_string(&mut said);
        }
        said
    }

    /// Asks it to end as the system does; whether it ended well, and what it said.
    fn stop(mut self) -> (bool, String) {
        let pid = self.0.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &pid]).status().expect("kill");
        assert!(asked.success());
        let said = self.said();
        (self.0.wait().expect("ends").success(), said)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn eventually<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "in a minute: {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// Sends one request to a server; status and body.
fn ask(ready: &Value, method: &str, path: &str, token: &str, body: &Value) -> (u16, Value) {
    let url = ready["url"].as_str().expect("an address");
    let host = url.strip_prefix("http://").expect("http");
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut stream = TcpStream::connect(host).expect("a connection");
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\nauthorization: Bearer {token}\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    let body = serde_json::from_str(body).unwrap_or(Value::Null);
    (status.expect("a status"), body)
}

/// Signs in; the whole answer.
fn sign_in(ready: &Value, email: &str, password: &str) -> (u16, Value) {
    let credentials = json!({"email": email, "password": password});
    ask(ready, "POST", "/api/v1/auth/login", "", &credentials)
}

/// `cuspid admin create` with further arguments, the password on standard input.
fn create_admin(dir: &Path, email: &str, password: &str, more: &[&str]) -> Output {
    let mut child = cuspid(dir)
        .args(["admin", "create", "--email", email, "--name", "Ada Harbour"])
        .args(more)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("starts");
    // It need not read the password where something else is wrong.
    let _ = child.stdin.take().map(|mut input| writeln!(input, "{password}"));
    child.wait_with_output().expect("ends")
}

const PASSWORD: &str = "a long enough password";
const HARBOUR: [&str; 2] = ["--tenant", "Harbour Dental Lab"];

#[test]
fn the_demo_is_ready_to_sign_in_to_stops_when_told_and_finds_its_data_again() {
    let dir = room();
    let (first, ready) = Running::serve(dir.path(), &["--demo"]);
    let users = ready["users"].as_array().expect("users");
    for tenant in ["harbour-dental-lab", "northside-dental"] {
        for role in ["admin", "technician"] {
            assert!(users.iter().any(|user| user["tenant"] == tenant && user["role"] == role), "{ready}");
        }
    }
    assert!(ready["url"].as_str().is_some_and(|url| url.starts_with("http://127.0.0.1:")));
    // The demo's scans are still being made.
    let (ended_well, said) = first.stop();
    assert!(ended_well, "{said}");
    assert!(!said.contains("cuspid admin create"), "{said}");
    assert!(!dir.path().join("ready.json").exists());

    let (second, again) = Running::serve(dir.path(), &["--demo"]);
    assert_eq!(again["users"], ready["users"]);
    assert!(second.stop().0, "a clean end");
}

#[test]
fn the_first_administrator_is_made_before_any_server_runs_and_stands_in_the_trail() {
    let dir = room();
    let own = [&HARBOUR[..], &["--data-dir", "data", "--tenant-type", "dental_lab"]].concat();
    let made = create_admin(dir.path(), "Ada@Harbour.example", PASSWORD, &own);
    assert!(made.status.success(), "{}", text(&made));
    assert!(!text(&made).contains(PASSWORD), "{}", text(&made));

    let (serving, ready) = Running::serve(dir.path(), &[]);
    let (status, signed_in) = sign_in(&ready, "ada@harbour.example", PASSWORD);
    assert_eq!(status, 200, "{signed_in}");
    assert_eq!(signed_in["tenant"]["name"], "Harbour Dental Lab");
    assert_eq!(signed_in["roles"], json!(["admin"]));
    let token = signed_in["access_token"].as_str().expect("a token");
    let path = "/api/v1/audit_events?action=eq.create_admin&select=resource_type,reason";
    let (_, events) = ask(&ready, "GET", path, token, &Value::Null);
    for resource in ["tenants", "users", "user_tenants", "user_roles"] {
        let event = json!({"resource_type": resource, "reason": "cuspid admin create"});
        assert!(events.as_array().is_some_and(|all| all.contains(&event)), "{events}");
    }
    assert!(!serving.stop().1.contains("cuspid admin create"));
}

#[test]
fn a_server_that_nobody_can_sign_in_to_says_what_to_do_and_it_can_be_done_while_it_runs() {
    let dir = room();
    let (serving, ready) = Running::serve(dir.path(), &[]);

    let own = [&HARBOUR[..], &["--data-dir", "data", "--generate-password"]].concat();
    let made = create_admin(dir.path(), "ada@harbour.example", "", &own);

    let shown = text(&made);
    let password = shown.split_once("shown only now: ").expect("a password").1.trim();
    let (status, answer) = sign_in(&ready, "ada@harbour.example", password);
    assert_eq!(status, 200, "{answer}");
    let (_, said) = serving.stop();
    let hint = format!("cuspid admin create --data-dir \"{}/data\"", dir.path().display());
    assert_eq!(said.matches(&hint).count(), 2, "on the screen and in the log: {said}");
}

#[tokio::test]
async fn an_account_that_is_there_is_not_made_again_and_nothing_else_is() {
    let database = testkit::database().await;
    let dir = room();
    let place = ["--database-url", database.url()];
    let made = create_admin(dir.path(), "ada@harbour.example", PASSWORD, &[&HARBOUR[..], &place].concat());
    assert!(made.status.success(), "{}", text(&made));

    let other = [&["--tenant", "Another Practice"][..], &place].concat();
    let again = create_admin(dir.path(), "ada@harbour.example", "another long password", &other);

    assert!(!again.status.success());
    assert!(text(&again).contains("has an account already"), "{}", text(&again));
    let tx = database.db().begin(&pg::Scope::system("test")).await.expect("a transaction");
    let slugs = tx
        .query_one("select array_agg(slug order by slug) from platform.tenants", &[])
        .await
        .expect("tenants");
    assert_eq!(slugs.get::<_, Vec<String>>(0), ["harbour-dental-lab", "platform"]);
}

#[tokio::test]
async fn a_second_administrator_joins_the_organisation_that_is_there() {
    let database = testkit::database().await;
    let dir = room();
    let place = ["--database-url", database.url()];
    let whole = [&HARBOUR[..], &place].concat();
    let first = create_admin(dir.path(), "ada@harbour.example", PASSWORD, &whole);
    assert!(text(&first).contains("Made the organisation"), "{}", text(&first));

    let short = [&["--tenant", "harbour-dental-lab"][..], &place].concat();
    let second = create_admin(dir.path(), "bo@harbour.example", PASSWORD, &short);

    assert!(second.status.success(), "{}", text(&second));
    assert!(!text(&second).contains("Made the organisation"), "{}", text(&second));
}

#[tokio::test]
async fn an_administrator_needs_a_password_and_a_kind_of_organisation_that_exists() {
    let database = testkit::database().await;
    let dir = room();
    let own = [&HARBOUR[..], &["--database-url", database.url()]].concat();
    let short = create_admin(dir.path(), "ada@harbour.example", "short", &own);
    assert!(!short.status.success());
    assert!(text(&short).contains("at least 12 characters"), "{}", text(&short));

    let unknown = [&own[..], &["--tenant-type", "circus"]].concat();
    let refused = create_admin(dir.path(), "ada@harbour.example", PASSWORD, &unknown);
    assert!(!refused.status.success());
    assert!(text(&refused).contains("known are solo_practice,"), "{}", text(&refused));
}

#[test]
fn a_worker_with_the_data_directory_of_a_server_works_for_it() {
    let dir = room();
    let (serving, ready) = Running::serve(dir.path(), &["--demo"]);
    let worker = Running::start(cuspid(dir.path()).args(["worker", "--data-dir", "data"]));

    let user = &ready["users"][0];
    let [email, password] = ["email", "password"].map(|part| user[part].as_str().expect("text"));
    let (_, signed_in) = sign_in(&ready, email, password);
    let token = signed_in["access_token"].as_str().expect("a token");
    eventually("a scan of the demo is processed", || {
        let path = "/api/v1/jobs?status=eq.completed&limit=1";
        let (_, jobs) = ask(&ready, "GET", path, token, &Value::Null);
        jobs.as_array().is_some_and(|jobs| !jobs.is_empty()).then_some(())
    });
    assert!(worker.stop().0, "a clean end");
    assert_eq!(sign_in(&ready, email, password).0, 200, "the server goes on");
    assert!(serving.stop().0, "a clean end");
}
