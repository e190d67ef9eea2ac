//! The cluster's files: who may use them, how they are made, how the server is tuned.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, chown};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use sha2::{Digest, Sha256};

use super::binaries::{self, Binaries};
use super::process::{self, Account};
use super::{EmbeddedConfig, EmbeddedError};

/// The owner of everything in the cluster, and the database it owns.
const OWNER: &str = "cuspid";
/// A unix socket's address holds 107 bytes.
const SOCKET_PATH_LIMIT: usize = 107;
const SOCKET_PREFIX: &str = ".s.PGSQL.";
const PORT_DIGITS: usize = 5;
const PID_FILE: &str = "postmaster.pid";
/// PostgreSQL's files, in the data directory.
const CLUSTER: &str = "cluster";
/// Making a cluster takes a second; a slow disk is given this long.
const INIT_LIMIT: Duration = Duration::from_secs(120);
/// A log larger than this is set aside at the next start.
const LOG_LIMIT: u64 = 4 << 20;

/// What a server says of itself in its pid file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ServerState {
    pub(super) pid: i32,
    pub(super) port: u16,
    pub(super) ready: bool,
}

impl ServerState {
    /// What the server of this cluster last wrote about itself.
    fn read(cluster: &Path) -> Option<Self> {
        Self::parse(&fs::read_to_string(cluster.join(PID_FILE)).ok()?)
    }

    /// The lines: process, directory, start, port, socket directory, address, memory key, state.
    fn parse(file: &str) -> Option<Self> {
        let lines: Vec<&str> = file.lines().map(str::trim).collect();
        Some(Self {
            pid: lines.first()?.parse().ok()?,
            port: lines.get(3)?.parse().ok()?,
            ready: lines.get(7) == Some(&"ready"),
        })
    }
}

/// A cluster that this process, and nobody else, may run.
#[derive(Debug)]
pub(super) struct Cluster {
    pub(super) dir: PathBuf,
    pub(super) socket_dir: PathBuf,
    pub(super) log: PathBuf,
    pub(super) binaries: Binaries,
    pub(super) account: Option<Account>,
    /// Held for as long as the value lives; the system releases it when the process dies.
    _lock: File,
}

impl Cluster {
    /// Takes the data directory and makes the cluster where there is none.
    pub(super) fn open(config: &EmbeddedConfig) -> Result<Self, EmbeddedError> {
        let data_dir = &config.data_dir;
        // Others may pass through, since the account that PostgreSQL runs as must; they cannot list or write.
        DirBuilder::new()
            .recursive(true)
            .mode(0o711)
            .create(data_dir)
            .map_err(EmbeddedError::file(data_dir))?;
        let data_dir = data_dir.canonicalize().map_err(EmbeddedError::file(data_dir))?;
        let lock = take(&data_dir)?;

        let dir = data_dir.join(CLUSTER);
        let account = Account::choose(&dir)?;
        let binaries = binaries::find(config, &dir)?;
        reach(&binaries, account.as_ref(), &data_dir)?;
        let log = data_dir.join("postgres.log");
        if fs::metadata(&log).is_ok_and(|log| log.len() > LOG_LIMIT) {
            fs::rename(&log, data_dir.join("postgres.log.1")).map_err(EmbeddedError::file(&log))?;
        }
        let socket_dir = socket_dir(&data_dir);
        private_dir(&socket_dir, account.as_ref())?;
        let cluster = Self { dir, socket_dir, log, binaries, account, _lock: lock };
        if !cluster.dir.join("PG_VERSION").exists() {
            cluster.make(&data_dir, config.durable)?;
        }
        cluster.write_settings(config)?;
        Ok(cluster)
    }

    /// How to reach the database of the running server as its owner.
    pub(super) fn connection_string(&self, state: &ServerState) -> String {
        connection_string(&self.socket_dir, state)
    }

    /// Whether the server that says this of itself takes connections.
    pub(super) fn answers(&self, state: &ServerState) -> bool {
        answers(&self.socket_dir, state)
    }

    /// What the server last wrote about itself.
    pub(super) fn state(&self) -> Option<ServerState> {
        ServerState::read(&self.dir)
    }

    /// Files that say a server is running: to be removed only when none is.
    pub(super) fn lock_files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.socket_dir).into_iter().flatten().flatten();
        let locks = entries.map(|entry| entry.path()).filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with(SOCKET_PREFIX) && name.ends_with(".lock")
        });
        locks.chain([self.dir.join(PID_FILE)]).filter(|path| path.exists()).collect()
    }

    /// A program of PostgreSQL, with its words going to the log.
    pub(super) fn command(&self, program: &str, farewell: Signal) -> Result<Command, EmbeddedError> {
        let log = OpenOptions::new().create(true).append(true).open(&self.log);
        let log = log.map_err(EmbeddedError::file(&self.log))?;
        let both = log.try_clone().map_err(EmbeddedError::file(&self.log))?;
        let path = self.binaries.program(program);
        let mut command = process::command(&path, self.account.as_ref(), Path::new("/"), farewell);
        command.stdout(both).stderr(log);
        Ok(command)
    }

    /// That `program` failed, with the end of the log.
    pub(super) fn failed(&self, program: &str, status: &dyn std::fmt::Display) -> EmbeddedError {
        EmbeddedError::Failed {
            program: program.to_owned(),
            status: status.to_string(),
            log: self.log.clone(),
            tail: tail(&self.log),
        }
    }

    /// Makes the cluster beside its place and moves it there, so that a half-made one is never taken for whole.
    fn make(&self, data_dir: &Path, durable: bool) -> Result<(), EmbeddedError> {
        let new = data_dir.join("cluster.new");
        if new.exists() {
            fs::remove_dir_all(&new).map_err(EmbeddedError::file(&new))?;
        }
        private_dir(&new, self.account.as_ref())?;
        let mut initdb = self.command("initdb", Signal::KILL)?;
        initdb.arg("--pgdata").arg(&new).args(["--username", OWNER, "--auth", "trust", "--encoding", "UTF8"]);
        initdb.args(["--no-locale", "--no-instructions", "--data-checksums"]);
        if !durable {
            initdb.arg("--no-sync");
        }
        self.run("initdb", initdb)?;

        // A server for one session makes the database without a client at hand.
        let mut single = self.command("postgres", Signal::KILL)?;
        single.arg("--single").arg("-D").arg(&new).arg("postgres").stdin(Stdio::piped());
        self.run_with("postgres --single", single, format!("create database {OWNER}\n").as_bytes())?;
        fs::rename(&new, &self.dir).map_err(EmbeddedError::file(&self.dir))
    }

    fn run(&self, name: &str, command: Command) -> Result<(), EmbeddedError> {
        self.run_with(name, command, &[])
    }

    fn run_with(&self, name: &str, mut command: Command, input: &[u8]) -> Result<(), EmbeddedError> {
        let path = PathBuf::from(command.get_program());
        let mut child = command.spawn().map_err(EmbeddedError::file(&path))?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(input).map_err(EmbeddedError::file(&path))?;
        }
        match process::wait_until(&mut child, Instant::now() + INIT_LIMIT)
            .map_err(EmbeddedError::file(&path))?
        {
            Some(status) if status.success() => Ok(()),
            Some(status) => Err(self.failed(name, &status)),
            None => {
                let _ = child.kill();
                let _ = child.wait();
                Err(EmbeddedError::TooSlow {
                    what: name.to_owned(),
                    seconds: INIT_LIMIT.as_secs(),
                    log: self.log.clone(),
                })
            }
        }
    }

    /// Writes the server's settings, anew at each start: the machine may have changed, and so may Cuspid.
    fn write_settings(&self, config: &EmbeddedConfig) -> Result<(), EmbeddedError> {
        let text = settings(config, memory_mib());
        self.write(&self.dir.join("postgresql.conf"), &text)?;
        let own = self.dir.with_file_name("local.conf");
        if own.exists() {
            return Ok(());
        }
        self.write(&own, "# Settings of your own; they win over Cuspid's.\n")
    }

    fn write(&self, path: &Path, text: &str) -> Result<(), EmbeddedError> {
        fs::write(path, text).map_err(EmbeddedError::file(path))?;
        if let Some(account) = &self.account {
            chown(path, Some(account.uid), Some(account.gid)).map_err(EmbeddedError::file(path))?;
        }
        Ok(())
    }
}

/// Settings for a server that shares its machine with Cuspid.
fn settings(config: &EmbeddedConfig, memory_mib: u64) -> String {
    let shared = (memory_mib / 8).clamp(32, 256);
    let cache = (memory_mib / 2).max(128);
    let mut text = format!(
        "# Written by Cuspid at each start. Put settings of your own into ../local.conf.\n\
         listen_addresses = ''\n\
         unix_socket_permissions = 0700\n\
         max_connections = {}\n\
         shared_buffers = {shared}MB\n\
         effective_cache_size = {cache}MB\n\
         work_mem = 8MB\n\
         maintenance_work_mem = 64MB\n\
         random_page_cost = 1.1\n\
         jit = off\n\
         wal_compression = on\n\
         max_wal_size = 1GB\n\
         timezone = 'UTC'\n\
         log_timezone = 'UTC'\n\
         # Refused statements are answered, not logged: their text may hold what a patient said.\n\
         log_min_messages = log\n\
         log_min_error_statement = panic\n\
         log_error_verbosity = terse\n\
         log_checkpoints = off\n",
        config.max_connections
    );
    if !config.durable {
        text.push_str(
            "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nwal_level = minimal\n\
             max_wal_senders = 0\nautovacuum = off\n",
        );
    }
    text.push_str("include = '../local.conf'\n");
    text
}

/// Memory of the machine, MiB; a small machine's where it does not say.
fn memory_mib() -> u64 {
    let report = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let total = report.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    total
        .and_then(|total| total.split_whitespace().next())
        .and_then(|kib| kib.parse::<u64>().ok())
        .map_or(1024, |kib| kib / 1024)
}

/// How to reach, as its owner, the database of a server that another process runs in the data directory; `None` while
/// there is none that takes connections.
pub(super) fn running(data_dir: &Path) -> Option<String> {
    let data_dir = data_dir.canonicalize().ok()?;
    let state = ServerState::read(&data_dir.join(CLUSTER)).filter(|state| state.ready)?;
    let socket_dir = socket_dir(&data_dir);
    answers(&socket_dir, &state).then(|| connection_string(&socket_dir, &state))
}

fn connection_string(socket_dir: &Path, state: &ServerState) -> String {
    let host = socket_dir.display().to_string();
    let host = host.replace('\\', "\\\\").replace('\'', "\\'");
    format!("host='{host}' port={} user={OWNER} dbname={OWNER}", state.port)
}

fn answers(socket_dir: &Path, state: &ServerState) -> bool {
    UnixStream::connect(socket_dir.join(format!("{SOCKET_PREFIX}{}", state.port))).is_ok()
}

/// Takes the data directory for this process.
fn take(data_dir: &Path) -> Result<File, EmbeddedError> {
    let path = data_dir.join("lock");
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
    let mut file = opened.map_err(EmbeddedError::file(&path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            let _ = file.read_to_string(&mut holder);
            let holder = if holder.trim().is_empty() { "unknown" } else { holder.trim() };
            return Err(EmbeddedError::InUse { dir: data_dir.to_owned(), holder: holder.to_owned() });
        }
        Err(TryLockError::Error(error)) => return Err(EmbeddedError::file(&path)(error)),
    }
    file.set_len(0)
        .and_then(|()| writeln!(file, "{}", std::process::id()))
        .map_err(EmbeddedError::file(&path))?;
    Ok(file)
}

/// Makes sure that the account can get at the program and the directory.
fn reach(binaries: &Binaries, account: Option<&Account>, data_dir: &Path) -> Result<(), EmbeddedError> {
    let Some(account) = account else { return Ok(()) };
    let program = binaries.program("initdb");
    let mut trial = process::command(&program, Some(account), data_dir, Signal::KILL);
    trial.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
    match trial.status() {
        Ok(_) => Ok(()),
        Err(_) => Err(EmbeddedError::Unreachable {
            account: account.name.clone(),
            dir: data_dir.to_owned(),
            program,
        }),
    }
}

/// A directory that only the account (or this user) may enter.
fn private_dir(path: &Path, account: Option<&Account>) -> Result<(), EmbeddedError> {
    match DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let found = fs::symlink_metadata(path).map_err(EmbeddedError::file(path))?;
            let ours = [rustix::process::geteuid().as_raw(), account.map_or(0, |account| account.uid)];
            if !found.is_dir() || !ours.contains(&found.uid()) {
                return Err(EmbeddedError::file(path)(std::io::Error::other("belongs to somebody else")));
            }
            fs::set_permissions(path, Permissions::from_mode(0o700)).map_err(EmbeddedError::file(path))?;
        }
        Err(error) => return Err(EmbeddedError::file(path)(error)),
    }
    if let Some(account) = account {
        chown(path, Some(account.uid), Some(account.gid)).map_err(EmbeddedError::file(path))?;
    }
    Ok(())
}

/// The socket's directory: in the data directory, or a short one of its own where that path is too long.
fn socket_dir(data_dir: &Path) -> PathBuf {
    let inside = data_dir.join("run");
    if inside.as_os_str().len() + 1 + SOCKET_PREFIX.len() + PORT_DIGITS <= SOCKET_PATH_LIMIT {
        inside
    } else {
        let digest = hex::encode(Sha256::digest(data_dir.as_os_str().as_encoded_bytes()));
        Path::new("/tmp").join(format!("cuspid-{}", &digest[..16]))
    }
}

/// The last lines of a log.
fn tail(log: &Path) -> String {
    const BYTES: u64 = 2048;
    let mut text = Vec::new();
    if let Ok(mut file) = File::open(log) {
        let length = file.metadata().map_or(0, |file| file.len());
        let _ = file.seek(SeekFrom::Start(length.saturating_sub(BYTES)));
        let _ = file.take(BYTES).read_to_end(&mut text);
    }
    String::from_utf8_lossy(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_takes_an_eighth_of_a_small_machine_and_no_more_than_256_mb() {
        let config = EmbeddedConfig::new("/data");
        assert!(settings(&config, 1024).contains("shared_buffers = 128MB"));
        assert!(settings(&config, 64 << 10).contains("shared_buffers = 256MB"));
    }

    #[test]
    fn a_server_is_ready_when_it_says_so_and_not_before() {
        let file = |state: &str| format!("42\n/data/cluster\n1790000000\n5433\n/data/run\n\n 1 2\n{state}\n");
        let expected = |ready| Some(ServerState { pid: 42, port: 5433, ready });
        assert_eq!(ServerState::parse(&file("ready   ")), expected(true));
        assert_eq!(ServerState::parse(&file("starting")), expected(false));
        assert_eq!(ServerState::parse("42\n"), None);
    }

    #[test]
    fn only_a_cluster_for_tests_gives_up_durability() {
        let mut config = EmbeddedConfig::new("/data");
        assert!(!settings(&config, 1024).contains("fsync = off"));
        config.durable = false;
        assert!(settings(&config, 1024).contains("fsync = off"));
    }
}
