//! Processes: as whom they run, when they must die, and which ones work in a directory.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, geteuid, getppid, kill_process, set_parent_process_death_signal};

use super::EmbeddedError;

/// How often something that another process does is looked at.
pub(super) const GLANCE: Duration = Duration::from_millis(5);

/// The account that PostgreSQL runs as.
#[derive(Clone, Debug)]
pub(super) struct Account {
    pub(super) name: String,
    pub(super) uid: u32,
    pub(super) gid: u32,
}

impl Account {
    /// As root, the owner of an existing cluster or else an unprivileged account; otherwise nobody else.
    pub(super) fn choose(cluster: &Path) -> Result<Option<Self>, EmbeddedError> {
        if !geteuid().is_root() {
            return Ok(None);
        }
        let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let known: Vec<Self> = accounts.lines().filter_map(Self::parse).collect();
        if let Ok(owner) = fs::metadata(cluster)
            && owner.uid() != 0
        {
            let name =
                known.iter().find(|account| account.uid == owner.uid()).map(|account| account.name.clone());
            let name = name.unwrap_or_else(|| owner.uid().to_string());
            return Ok(Some(Self { name, uid: owner.uid(), gid: owner.gid() }));
        }
        ["postgres", "nobody"]
            .iter()
            .find_map(|name| known.iter().find(|account| account.name == *name && account.uid != 0))
            .cloned()
            .map(Some)
            .ok_or(EmbeddedError::NoAccount)
    }

    fn parse(line: &str) -> Option<Self> {
        let mut fields = line.split(':');
        let name = fields.next()?.to_owned();
        let uid = fields.nth(1)?.parse().ok()?;
        let gid = fields.next()?.parse().ok()?;
        Some(Self { name, uid, gid })
    }
}

/// A command that runs as `account` in `dir`, apart from the terminal, and is sent `farewell` when the thread that
/// started it ends.
pub(super) fn command(program: &Path, account: Option<&Account>, dir: &Path, farewell: Signal) -> Command {
    let mut command = Command::new(program);
    command.current_dir(dir).stdin(Stdio::null()).process_group(0).env_clear().env("LC_ALL", "C");
    for name in ["PATH", "LD_LIBRARY_PATH"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    if let Some(account) = account {
        command.uid(account.uid).gid(account.gid);
    }
    let parent = Pid::from_raw(std::process::id().cast_signed());
    #[expect(
        unsafe_code,
        reason = "only code between fork and exec can ask for a signal at the parent's death"
    )]
    // SAFETY: the closure makes two system calls and touches neither memory of the parent nor locks.
    unsafe {
        command.pre_exec(move || {
            set_parent_process_death_signal(Some(farewell))?;
            // The parent may have died before the line above; then nobody would send the signal.
            if getppid() == parent { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
        });
    }
    command
}

/// Waits for a child, at most until `deadline`.
pub(super) fn wait_until(child: &mut Child, deadline: Instant) -> io::Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= deadline {
            return Ok(None);
        }
        std::thread::sleep(GLANCE);
    }
}

/// Sends a signal to a process that may be gone already.
pub(super) fn signal(pid: i32, signal: Signal) {
    if let Some(pid) = Pid::from_raw(pid) {
        let _ = kill_process(pid, signal);
    }
}

/// The living PostgreSQL processes whose working directory is `dir`: a postmaster and its children stay in their
/// cluster's directory from start to end. A zombie works nowhere, so it is not among them.
pub(super) fn postgres_in(dir: &Path) -> Vec<i32> {
    let is_number = |name: &OsStr| name.to_str().and_then(|name| name.parse::<i32>().ok());
    fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| is_number(&entry.file_name()).map(|pid| (pid, entry.path())))
        .filter(|(_, process)| fs::read_link(process.join("cwd")).is_ok_and(|cwd| cwd == dir))
        .filter(|(_, process)| {
            fs::read_to_string(process.join("comm")).is_ok_and(|name| name.trim() == "postgres")
        })
        .map(|(pid, _)| pid)
        .collect()
}
