//! Where settings come from, and which place wins.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use serde::de::DeserializeOwned;

use super::{SETTINGS, Setting};

/// The configuration file that is read where it exists and no other is named.
const DEFAULT_FILE: &str = "cuspid.toml";
/// Variables for tests, which no setting is named after.
const FOR_TESTS: &str = "CUSPID_TEST_";
/// The variable that names the configuration file.
const FILE_VARIABLE: &str = "CUSPID_CONFIG";

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{file}: {error}")]
    File {
        /// The file.
        file: PathBuf,
        /// Why not.
        error: io::Error,
    },
    /// The file is not TOML.
    #[error("{file} is not TOML: {message}")]
    Syntax {
        /// The file.
        file: PathBuf,
        /// What is wrong with it, without the text around it, which may hold secrets.
        message: String,
    },
    /// There is no setting of this name.
    #[error("{place}: there is no setting {name}; the nearest is {nearest}")]
    Unknown {
        /// Where it was set.
        place: String,
        /// The name.
        name: String,
        /// The most similar name that exists.
        nearest: String,
    },
    /// The value does not fit the setting.
    #[error("{name}: not a value for this setting: {help}")]
    Value {
        /// The name in the place where it was set.
        name: String,
        /// What the setting is for.
        help: &'static str,
    },
}

/// The place that a setting's value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nobody set it.
    Default,
    /// The configuration file.
    File(PathBuf),
    /// The environment.
    Environment,
    /// The command line.
    Flag,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path) => path.display().fmt(f),
            Self::Environment => f.write_str("environment"),
            Self::Flag => f.write_str("flag"),
        }
    }
}

/// The settings that somebody set, the latest value of each.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    values: BTreeMap<&'static str, (Source, Raw)>,
}

#[derive(Clone)]
enum Raw {
    /// A value with a type, from the file.
    Typed(toml::Value),
    /// A text whose type the setting decides.
    Text(String),
}

impl fmt::Debug for Raw {
    /// Values may be secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl Layers {
    /// File, environment and flags together. `file` is the file that a flag names.
    ///
    /// # Errors
    /// [`ConfigError`] for a file that cannot be read and for names that are unknown.
    pub fn gather(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
        flags: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let environment: Vec<_> = environment.into_iter().collect();
        let named = file.map(Path::to_path_buf).or_else(|| {
            environment.iter().find(|(name, _)| name == FILE_VARIABLE).map(|(_, value)| PathBuf::from(value))
        });
        let mut layers = Self::default();
        let path = named.clone().unwrap_or_else(|| PathBuf::from(DEFAULT_FILE));
        match fs::read_to_string(&path) {
            Ok(text) => layers.add_file(&path, &text)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound && named.is_none() => {}
            Err(error) => return Err(ConfigError::File { file: path, error }),
        }
        layers.add_environment(environment)?;
        layers.add_flags(flags);
        Ok(layers)
    }

    /// Adds what a file sets.
    ///
    /// # Errors
    /// [`ConfigError`] for what is not TOML and for unknown names.
    pub fn add_file(&mut self, path: &Path, text: &str) -> Result<(), ConfigError> {
        let table: toml::Table = toml::from_str(text).map_err(|error| ConfigError::Syntax {
            file: path.to_path_buf(),
            message: error.message().to_owned(),
        })?;
        for (name, value) in table {
            let setting = find(&name).ok_or_else(|| ConfigError::Unknown {
                place: path.display().to_string(),
                nearest: nearest(&name, |setting| setting.name.to_owned()),
                name: name.clone(),
            })?;
            self.values.insert(setting.name, (Source::File(path.to_path_buf()), Raw::Typed(value)));
        }
        Ok(())
    }

    /// Adds what variables of the environment set.
    ///
    /// # Errors
    /// [`ConfigError::Unknown`] for a variable that begins like ours and is none.
    pub fn add_environment(
        &mut self,
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<(), ConfigError> {
        for (name, value) in variables {
            if !name.starts_with("CUSPID_") || name.starts_with(FOR_TESTS) || name == FILE_VARIABLE {
                continue;
            }
            let setting = SETTINGS.iter().find(|setting| setting.variable() == name).ok_or_else(|| {
                ConfigError::Unknown {
                    place: Source::Environment.to_string(),
                    nearest: nearest(&name, Setting::variable),
                    name: name.clone(),
                }
            })?;
            self.values.insert(setting.name, (Source::Environment, Raw::Text(value)));
        }
        Ok(())
    }

    /// Adds what flags set; the command line knows the names.
    pub fn add_flags(&mut self, flags: impl IntoIterator<Item = (String, String)>) {
        for (name, value) in flags {
            if let Some(setting) = find(&name) {
                self.values.insert(setting.name, (Source::Flag, Raw::Text(value)));
            }
        }
    }

    /// Where a setting was set.
    pub fn source(&self, name: &str) -> Source {
        self.values.get(name).map_or(Source::Default, |(source, _)| source.clone())
    }

    /// The value of a setting, if somebody set it.
    pub(super) fn value<T: DeserializeOwned>(&self, name: &'static str) -> Result<Option<T>, ConfigError> {
        let Some((source, raw)) = self.values.get(name) else {
            return Ok(None);
        };
        let value = match raw {
            Raw::Typed(value) => value.clone().try_into().ok(),
            Raw::Text(text) => {
                // A text may stand for itself or for a number or a truth value: the setting's type decides.
                let as_text = toml::Value::String(text.clone()).try_into().ok();
                as_text.or_else(|| {
                    let value = text
                        .parse()
                        .map(toml::Value::Integer)
                        .or_else(|_| text.parse().map(toml::Value::Boolean))
                        .ok()?;
                    value.try_into().ok()
                })
            }
        };
        let refused = || {
            let setting = find(name);
            ConfigError::Value {
                name: match (source, setting) {
                    (Source::Environment, Some(setting)) => setting.variable(),
                    (Source::Flag, Some(setting)) => format!("--{}", setting.flag()),
                    (Source::File(path), _) => format!("{name} in {}", path.display()),
                    _ => name.to_owned(),
                },
                help: setting.map_or("", |setting| setting.help.trim()),
            }
        };
        value.map(Some).ok_or_else(refused)
    }
}

fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

fn nearest(name: &str, spelling: impl Fn(&Setting) -> String) -> String {
    SETTINGS
        .iter()
        .map(spelling)
        .min_by_key(|known| strsim::damerau_levenshtein(known, name))
        .unwrap_or_default()
}
