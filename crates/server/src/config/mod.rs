//! Settings: one name each, in the file, in the environment and as a flag.
//!
//! `listen` is `listen = "…"` in `cuspid.toml`, `CUSPID_LISTEN` in the environment and `--listen` on the command
//! line; the later of these wins. What each setting is stands once, below.

mod layers;
mod secret;

pub use layers::{ConfigError, Layers, Source};
pub use secret::Secret;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// What is known of a setting beside its value.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name in the file; upper case with `CUSPID_` before it in the environment, with dashes as a flag.
    pub name: &'static str,
    /// What it is for.
    pub help: &'static str,
}

impl Setting {
    /// Its name in the environment.
    pub fn variable(&self) -> String {
        format!("CUSPID_{}", self.name.to_ascii_uppercase())
    }

    /// Its name as a flag, without the dashes before it.
    pub fn flag(&self) -> String {
        self.name.replace('_', "-")
    }
}

macro_rules! settings {
    ($($(#[doc = $help:literal])+ $name:ident: $kind:ty = $default:expr;)+) => {
        /// The settings in force.
        #[derive(Clone, Debug)]
        pub struct Config {
            $($(#[doc = $help])+ pub $name: $kind,)+
        }

        /// All settings, in the order in which they are shown.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: stringify!($name),
            help: concat!($($help),+),
        }),+];

        impl Default for Config {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        impl Config {
            /// The settings that the layers result in.
            ///
            /// # Errors
            /// [`ConfigError`] naming the setting that cannot be used and where it was set.
            pub fn from_layers(layers: &Layers) -> Result<Self, ConfigError> {
                let default = Self::default();
                Ok(Self { $($name: layers.value(stringify!($name))?.unwrap_or(default.$name),)+ })
            }

            /// Name, value as TOML and whether it is set at all, secrets masked.
            fn shown(&self) -> Vec<(&'static str, Option<toml::Value>)> {
                vec![$((stringify!($name), toml::Value::try_from(&self.$name).ok()),)+]
            }
        }
    };
}

settings! {
    /// Where Cuspid keeps what it manages itself: its PostgreSQL and its objects.
    data_dir: PathBuf = PathBuf::from("data");
    /// PostgreSQL to use, postgres://user:password@host/database; without it Cuspid runs its own in the data directory.
    database_url: Option<Secret> = None;
    /// Whether a start brings the schema to this version. Where the database's user may not, say false and use `cuspid migrate`.
    migrate_at_start: bool = true;
    /// Connections to the database, at most.
    database_connections: u16 = 16;
    /// Directory of the PostgreSQL programs, for a cluster of our own; found by itself where they are installed.
    postgres_bin_dir: Option<PathBuf> = None;
    /// Object store to use, for example s3://bucket/prefix; without it objects are files in the data directory.
    object_url: Option<Secret> = None;
    /// Address of the S3 service, for stores other than Amazon's.
    object_endpoint: Option<String> = None;
    /// Region of the object store.
    object_region: Option<String> = None;
    /// Name of the key to the object store; without it the machine's role is used.
    object_access_key_id: Option<String> = None;
    /// The key to the object store.
    object_secret_access_key: Option<Secret> = None;
    /// Address and port to answer on.
    listen: SocketAddr = SocketAddr::from((Ipv4Addr::LOCALHOST, 8080));
    /// How people reach the server, for example `https://cuspid.example`; https makes cookies secure and sends HSTS.
    public_url: Option<String> = None;
    /// Whether a proxy of one's own stands before the server, whose X-Forwarded-For tells who calls.
    behind_proxy: bool = false;
    /// Jobs that this process works on at a time; 0 leaves them to `cuspid worker`.
    workers: u16 = 2;
    /// What is logged: a level, or levels by module (info,server=debug).
    log: String = "info,graphile_worker=warn,tokio_postgres=warn".to_owned();
    /// How it is logged: pretty for people, json for programs.
    log_format: LogFormat = LogFormat::Pretty;
    /// OpenTelemetry collector to send traces to, by OTLP over HTTP, for example http://localhost:4318.
    otlp_endpoint: Option<String> = None;
    /// Bearer token that /metrics asks for; without it /metrics is open.
    metrics_token: Option<Secret> = None;
    /// Hours that a session lives.
    session_hours: u16 = 12;
    /// Seconds that a request may take; uploads, downloads and event streams may take longer.
    request_seconds: u16 = 30;
    /// Requests that are answered at a time; more than these wait a moment and are then refused.
    concurrent_requests: u16 = 256;
    /// Bytes of one file, at most.
    upload_bytes: u64 = 16 << 30;
    /// Seconds that running work gets to end when the server stops.
    stop_seconds: u16 = 20;
}

/// How logs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// A line for people.
    Pretty,
    /// One JSON object a line.
    Json,
}

impl Config {
    /// Whether people reach the server by https.
    pub fn is_https(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }

    /// The settings in force as a configuration file, each with where it was set; secrets are masked.
    pub fn describe(&self, layers: &Layers) -> String {
        use std::fmt::Write as _;

        let mut text = String::new();
        for (name, value) in self.shown() {
            let source = layers.source(name);
            let _ = match value {
                Some(value) => writeln!(text, "{name} = {value} # {source}"),
                None => writeln!(text, "# {name} is not set"),
            };
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layers(
        file: &str,
        environment: &[(&str, &str)],
        flags: &[(&str, &str)],
    ) -> Result<Layers, ConfigError> {
        let owned = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
        };
        let mut layers = Layers::default();
        layers.add_file("cuspid.toml".as_ref(), file)?;
        layers.add_environment(owned(environment))?;
        layers.add_flags(owned(flags));
        Ok(layers)
    }

    #[test]
    fn a_flag_wins_over_the_environment_and_that_over_the_file() {
        let file = "listen = '127.0.0.1:1'\nworkers = 1\nsession_hours = 1";
        let layers = layers(
            file,
            &[("CUSPID_LISTEN", "127.0.0.1:2"), ("CUSPID_WORKERS", "2")],
            &[("listen", "127.0.0.1:3")],
        )
        .expect("known names");
        let config = Config::from_layers(&layers).expect("sound values");
        assert_eq!((config.listen.port(), config.workers, config.session_hours), (3, 2, 1));
        assert_eq!(layers.source("listen"), Source::Flag);
        assert_eq!(layers.source("workers"), Source::Environment);
        assert_eq!(layers.source("session_hours"), Source::File("cuspid.toml".into()));
        assert_eq!(layers.source("data_dir"), Source::Default);
    }

    #[test]
    fn an_unknown_name_is_refused_with_the_nearest_known_one() {
        let error = layers("lisen = '127.0.0.1:1'", &[], &[]).expect_err("no such setting");
        assert!(error.to_string().ends_with("the nearest is listen"), "{error}");
        let error = layers("", &[("CUSPID_WORKER", "1")], &[]).expect_err("no such setting");
        assert!(error.to_string().contains("CUSPID_WORKERS"), "{error}");
    }

    #[test]
    fn a_value_that_does_not_fit_is_refused_with_its_place() {
        let layers = layers("", &[("CUSPID_WORKERS", "many")], &[]).expect("known names");
        let error = Config::from_layers(&layers).expect_err("not a number");
        assert!(error.to_string().contains("CUSPID_WORKERS"), "{error}");
    }

    #[test]
    fn a_secret_value_is_not_quoted_in_an_error() {
        let layers = layers("metrics_token = 17", &[], &[]).expect("known names");
        let error = Config::from_layers(&layers).expect_err("not a text");
        assert!(!error.to_string().contains("17"), "{error}");
    }

    #[test]
    fn secrets_are_shown_masked() {
        let layers = layers(
            "database_url = 'postgres://cuspid:hunter2@db/cuspid'\nmetrics_token = 'hunter2'",
            &[],
            &[],
        )
        .expect("known names");
        let config = Config::from_layers(&layers).expect("sound values");
        let shown = format!("{}{config:?}", config.describe(&layers));
        assert!(!shown.contains("hunter2"), "{shown}");
        assert!(shown.contains("@db/cuspid"), "{shown}");
    }

    #[test]
    fn what_is_shown_can_be_read_back() {
        let config = Config::default();
        let mut layers = Layers::default();
        layers
            .add_file("cuspid.toml".as_ref(), &config.describe(&Layers::default()))
            .expect("a configuration file");
        let back = Config::from_layers(&layers).expect("the same settings");
        assert_eq!(format!("{back:?}"), format!("{config:?}"));
    }
}
