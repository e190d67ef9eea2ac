//! The program as people start it.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

fn cuspid(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cuspid"));
    command.current_dir(dir);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("CUSPID_")) {
        command.env_remove(name);
    }
    command
}

fn text(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn config_shows_where_each_setting_came_from_and_no_secret() {
    let dir = tempfile::tempdir().expect("a directory");
    fs::write(
        dir.path().join("cuspid.toml"),
        "workers = 3\nmetrics_token = 'hunter2'",
    )
    .expect("a file");

    let shown = cuspid(dir.path())
        .args(["config", "--database-url", "postgres://me:hunter2@db/cuspid"])
        .env("CUSPID_LOG", "warn")
        .output()
        .expect("runs");

    let shown = text(&shown);
    assert!(shown.contains("workers = 3 # cuspid.toml"), "{shown}");
    assert!(shown.contains("log = \"warn\" # environment"), "{shown}");
    assert!(
        shown.contains("database_url = \"postgres://me:[masked]@db/cuspid\" # flag"),
        "{shown}"
    );
    assert!(shown.contains("session_hours = 12 # default"), "{shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_setting_that_is_none_is_refused_with_the_nearest() {
    let dir = tempfile::tempdir().expect("a directory");
    fs::write(dir.path().join("cuspid.toml"), "data_directory = 'x'").expect("a file");

    let refused = cuspid(dir.path()).arg("config").output().expect("runs");

    assert!(!refused.status.success());
    assert!(
        text(&refused).contains("the nearest is data_dir"),
        "{}",
        text(&refused)
    );
}

#[test]
fn the_demo_does_not_answer_other_machines_by_accident() {
    let dir = tempfile::tempdir().expect("a directory");
    let refused = cuspid(dir.path())
        .args(["serve", "--demo", "--listen", "0.0.0.0:0"])
        .output()
        .expect("runs");
    assert!(!refused.status.success());
    assert!(
        text(&refused).contains("--demo-allow-remote"),
        "{}",
        text(&refused)
    );
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

/// A running server; killed if a test gives up.
struct Serving(Child);

impl Serving {
    fn start(dir: &Path) -> (Self, Value) {
        let child = cuspid(dir)
            .args(["serve", "--demo", "--data-dir", "data", "--listen", "127.0.0.1:0"])
            .args(["--ready-file", "ready.json", "--workers", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("starts");
        let mut serving = Self(child);
        let file = dir.join("ready.json");
        let began = Instant::now();
        while !file.exists() {
            if let Some(status) = serving.0.try_wait().expect("a status") {
                panic!("ended with {status}: {}", serving.said());
            }
            assert!(began.elapsed() < Duration::from_secs(60), "not ready in a minute");
            std::thread::sleep(Duration::from_millis(10));
        }
        let ready = serde_json::from_slice(&fs::read(file).expect("a file")).expect("JSON");
        (serving, ready)
    }

    fn said(&mut self) -> String {
        let mut said = String::new();
        if let Some(mut pipe) = self.0.stderr.take() {
            let _ = pipe.read_to_string(&mut said);
        }
        said
    }

    /// Asks it to end as the system does; whether it ended well.
    fn stop(mut self) -> bool {
        let pid = self.0.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &pid]).status().expect("kill");
        assert!(asked.success());
        self.0.wait().expect("ends").success()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_demo_is_ready_to_sign_in_to_stops_when_told_and_finds_its_data_again() {
    // PostgreSQL runs as an account of its own, which must be able to get here.
    let dir = tempfile::Builder::new()
        .permissions(std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .tempdir()
        .expect("a directory");

    let (first, ready) = Serving::start(dir.path());
    let users = ready["users"].as_array().expect("users");
    for tenant in ["harbour-dental-lab", "northside-dental"] {
        for role in ["admin", "technician"] {
            assert!(
                users
                    .iter()
                    .any(|user| user["tenant"] == tenant && user["role"] == role),
                "{ready}"
            );
        }
    }
    assert!(
        ready["url"]
            .as_str()
            .is_some_and(|url| url.starts_with("http://127.0.0.1:"))
    );
    assert!(first.stop(), "a clean end");
    assert!(!dir.path().join("ready.json").exists());

    let (second, again) = Serving::start(dir.path());
    assert_eq!(again["users"], ready["users"]);
    assert!(second.stop(), "a clean end");
}
