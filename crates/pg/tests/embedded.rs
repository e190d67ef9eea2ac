//! The embedded cluster: it starts, is nobody else's, survives violence, and leaves nothing behind.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use pg::{Db, DbConfig, Embedded, EmbeddedConfig, EmbeddedError, Scope};

/// Without waiting for the disk, which only a power cut could tell apart.
fn config(dir: &Path) -> EmbeddedConfig {
    let mut config = EmbeddedConfig::new(dir.join("data"));
    config.durable = false;
    config
}

/// A temporary directory that the account PostgreSQL runs as may pass through.
fn room() -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt;
    let permissions = std::fs::Permissions::from_mode(0o755);
    tempfile::Builder::new().permissions(permissions).tempdir().expect("a temporary directory")
}

async fn open(url: &str) -> Db {
    Db::connect(&DbConfig::new(url)).await.expect("a database")
}

/// One number from the server. Roles of the schema do not exist here, so this goes around `Db::begin`.
async fn ask(url: &str, sql: &str) -> Result<i64, tokio_postgres::Error> {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await?;
    tokio::spawn(connection);
    Ok(client.query_one(sql, &[]).await?.get(0))
}

fn postmaster(dir: &Path) -> Option<i32> {
    let file = std::fs::read_to_string(dir.join("data/cluster/postmaster.pid")).ok()?;
    file.lines().next()?.trim().parse().ok()
}

fn kill(pid: i32) {
    let status = Command::new("kill").args(["-9", &pid.to_string()]).status().expect("kill runs");
    assert!(status.success());
}

async fn eventually<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(Instant::now() < deadline, "{what} did not happen");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// A process that holds a cluster: this test program again, in the test `holder` below.
struct Holder {
    child: Child,
    url: String,
}

impl Holder {
    fn start(dir: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "holder", "--ignored", "--nocapture"])
            .env("CUSPID_TEST_HOLD", dir)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program runs again");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        let url = output
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.split_once("HOLDING ").map(|(_, url)| url.to_owned()))
            .expect("the holder starts its cluster");
        Self { child, url }
    }

    fn kill(mut self) {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it ends");
    }
}

#[test]
#[ignore = "run by other tests as a process of its own"]
#[expect(clippy::print_stdout, reason = "tells the test that started it where the cluster is")]
fn holder() {
    let Some(dir) = std::env::var_os("CUSPID_TEST_HOLD") else {
        return;
    };
    let durable = EmbeddedConfig::new(Path::new(&dir).join("data"));
    let embedded = Embedded::start(&durable).expect("a cluster");
    println!("HOLDING {}", embedded.connection_string());
    let _ = std::io::stdin().read(&mut [0]);
}

#[tokio::test]
async fn a_cluster_is_made_and_answers_and_is_there_again_at_the_next_start() {
    let room = room();
    let durable = EmbeddedConfig::new(room.path().join("data"));
    let first = Embedded::start(&durable).expect("a cluster");
    let url = first.connection_string().to_owned();
    open(&url).await;
    let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await.expect("a session");
    tokio::spawn(connection);
    client.batch_execute("create table kept as select 7::bigint as n").await.expect("a table");
    first.stop();
    assert!(postmaster(room.path()).is_none(), "a stopped cluster leaves no pid file");

    let second = Embedded::start(&durable).expect("the same cluster");
    assert_eq!(ask(second.connection_string(), "select n from kept").await.expect("the row"), 7);
}

#[tokio::test]
async fn nothing_listens_on_the_network() {
    let room = room();
    let embedded = Embedded::start(&config(room.path())).expect("a cluster");
    let listening = "select length(current_setting('listen_addresses'))::bigint";
    assert_eq!(ask(embedded.connection_string(), listening).await.expect("an answer"), 0);
}

#[tokio::test]
async fn the_server_is_never_root() {
    use std::os::unix::fs::MetadataExt;
    let room = room();
    let _embedded = Embedded::start(&config(room.path())).expect("a cluster");
    let pid = postmaster(room.path()).expect("it runs");
    let owner = std::fs::metadata(format!("/proc/{pid}")).expect("its process").uid();
    assert_ne!(owner, 0);
}

#[tokio::test]
async fn a_second_holder_is_refused_and_told_who_is_the_first() {
    let room = room();
    let _first = Embedded::start(&config(room.path())).expect("a cluster");
    let error = Embedded::start(&config(room.path())).expect_err("in use");
    assert!(
        matches!(&error, EmbeddedError::InUse { holder, .. } if *holder == std::process::id().to_string()),
        "{error}"
    );
}

#[tokio::test]
async fn another_process_is_refused_too() {
    let room = room();
    let holder = Holder::start(room.path());
    let error = Embedded::start(&config(room.path())).expect_err("in use");
    assert!(error.to_string().contains(&format!("process {}", holder.child.id())), "{error}");
    holder.kill();
}

#[tokio::test]
async fn a_cluster_that_another_process_runs_can_be_joined_and_is_left_to_it() {
    let room = room();
    let holder = Holder::start(room.path());
    let joined = Embedded::join_or_start(&config(room.path())).expect("joined");
    assert_eq!(joined.connection_string(), holder.url);
    joined.stop();
    assert_eq!(ask(&holder.url, "select 1::bigint").await.expect("it runs"), 1);
    holder.kill();
}

#[tokio::test]
async fn whoever_joins_a_cluster_that_nobody_runs_starts_it() {
    let room = room();
    let started = Embedded::join_or_start(&config(room.path())).expect("started");
    let url = started.connection_string().to_owned();
    assert_eq!(ask(&url, "select 1::bigint").await.expect("an answer"), 1);
    started.stop();
    ask(&url, "select 1::bigint").await.expect_err("it is stopped");
}

#[tokio::test]
async fn of_two_that_come_at_once_one_starts_the_cluster_and_the_other_joins() {
    let room = room();
    let come = || {
        let config = config(room.path());
        tokio::task::spawn_blocking(move || Embedded::join_or_start(&config).expect("a cluster"))
    };
    let (one, other) = tokio::join!(come(), come());
    let (one, other) = (one.expect("came"), other.expect("came"));
    assert_eq!(one.connection_string(), other.connection_string());
    assert_eq!(ask(one.connection_string(), "select 1::bigint").await.expect("an answer"), 1);
}

#[tokio::test]
async fn a_killed_holder_takes_its_server_along() {
    let room = room();
    let holder = Holder::start(room.path());
    let pid = postmaster(room.path()).expect("it runs");
    holder.kill();
    eventually("the end of the server", async || (!is_alive(pid)).then_some(())).await;
}

fn is_alive(pid: i32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit(')').next().is_some_and(|rest| !rest.is_empty() && !rest.trim_start().starts_with('Z'))
}

#[tokio::test]
async fn the_data_directory_of_a_killed_holder_can_be_used_at_once() {
    let room = room();
    let holder = Holder::start(room.path());
    let url = holder.url.clone();
    let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await.expect("a session");
    tokio::spawn(connection);
    client.batch_execute("create table kept as select 7::bigint as n").await.expect("a table");
    holder.kill();
    let embedded = Embedded::start(&config(room.path())).expect("the same cluster");
    assert_eq!(ask(embedded.connection_string(), "select n from kept").await.expect("the row"), 7);
}

#[tokio::test]
async fn what_was_committed_survives_the_killing_of_holder_and_server_together() {
    let room = room();
    let holder = Holder::start(room.path());
    let url = holder.url.clone();
    let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await.expect("a session");
    tokio::spawn(connection);
    client.batch_execute("create table kept as select 7::bigint as n").await.expect("a table");
    let pid = postmaster(room.path()).expect("it runs");
    kill(pid);
    holder.kill();
    let embedded = Embedded::start(&config(room.path())).expect("the same cluster");
    assert_eq!(ask(embedded.connection_string(), "select n from kept").await.expect("the row"), 7);
}

#[tokio::test]
async fn a_killed_server_is_started_again_under_its_living_holder() {
    let room = room();
    let embedded = Embedded::start(&config(room.path())).expect("a cluster");
    let url = embedded.connection_string().to_owned();
    let db = open(&url).await;
    for _ in 0..2 {
        let pid = postmaster(room.path()).expect("it runs");
        kill(pid);
        eventually("the new server", async || {
            (postmaster(room.path())? != pid).then_some(())?;
            ask(&url, "select 1::bigint").await.ok()
        })
        .await;
    }
    // The pool notices by itself: what fails now is the role that only the schema makes.
    let error = eventually("an answer through the pool", async || {
        db.begin(&Scope::system("test"))
            .await
            .err()
            .filter(|error| !matches!(error, pg::Error::Unavailable(_)))
    })
    .await;
    assert!(error.to_string().contains("cuspid_app"), "{error}");
}

#[tokio::test]
async fn a_path_too_long_for_a_socket_is_no_obstacle() {
    let room = room();
    let deep = room.path().join("d".repeat(60)).join("e".repeat(60));
    let embedded = Embedded::start(&EmbeddedConfig::new(&deep)).expect("a cluster");
    assert_eq!(ask(embedded.connection_string(), "select 1::bigint").await.expect("an answer"), 1);
}

#[tokio::test]
async fn a_pid_file_left_by_nobody_is_no_obstacle() {
    let room = room();
    Embedded::start(&config(room.path())).expect("a cluster").stop();
    // After a restart of the machine the number may belong to any process; here to this one.
    let left = format!("{}\n/elsewhere\n0\n5432\n\n\n0 0\nready\n", std::process::id());
    std::fs::write(room.path().join("data/cluster/postmaster.pid"), left).expect("written");
    let embedded = Embedded::start(&config(room.path())).expect("the same cluster");
    assert_eq!(ask(embedded.connection_string(), "select 1::bigint").await.expect("an answer"), 1);
}

#[test]
fn a_directory_that_the_server_cannot_enter_is_named() {
    use std::os::unix::fs::PermissionsExt;
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let closed = tempfile::tempdir().expect("a temporary directory");
    std::fs::set_permissions(closed.path(), std::fs::Permissions::from_mode(0o700)).expect("closed");
    let error = Embedded::start(&config(closed.path())).expect_err("closed");
    assert!(matches!(error, EmbeddedError::Unreachable { .. }), "{error}");
    assert!(error.to_string().contains(&closed.path().display().to_string()), "{error}");
}

#[test]
fn an_account_that_is_not_root_runs_its_own_cluster() {
    use std::os::unix::process::CommandExt;
    if !rustix::process::geteuid().is_root() {
        return;
    }
    let room = room();
    let nobody = 65534;
    std::os::unix::fs::chown(room.path(), Some(nobody), Some(nobody)).expect("given away");
    // The holder's program must be in reach of the other account.
    let program = room.path().join("holder");
    std::fs::copy(std::env::current_exe().expect("this program"), &program).expect("copied");
    let output = Command::new(&program)
        .args(["--exact", "holder", "--ignored", "--nocapture"])
        .env("CUSPID_TEST_HOLD", room.path())
        .stdin(Stdio::null())
        .current_dir("/")
        .uid(nobody)
        .gid(nobody)
        .output()
        .expect("it runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains("HOLDING"), "{output:?}");
}
