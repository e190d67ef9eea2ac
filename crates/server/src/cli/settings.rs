//! Every setting as a flag.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Arg, ArgMatches, Command, FromArgMatches};

use crate::config::{Config, ConfigError, Layers, SETTINGS};

const CONFIG_FILE: &str = "config";

/// The flags that set something.
#[derive(Clone, Debug)]
pub(super) struct SettingArgs {
    file: Option<PathBuf>,
    flags: Vec<(String, String)>,
}

impl SettingArgs {
    /// The settings in force, with where each was set.
    pub(super) fn load(self) -> Result<(Arc<Config>, Layers), ConfigError> {
        let layers = Layers::gather(self.file.as_deref(), std::env::vars(), self.flags)?;
        let config = Config::from_layers(&layers)?;
        Ok((Arc::new(config), layers))
    }
}

impl clap::Args for SettingArgs {
    fn augment_args(command: Command) -> Command {
        let file = Arg::new(CONFIG_FILE)
            .long(CONFIG_FILE)
            .value_name("FILE")
            .value_parser(clap::value_parser!(PathBuf))
            .help("Configuration file; cuspid.toml is read where it exists. CUSPID_CONFIG names it too");
        let settings = SETTINGS.iter().map(|setting| {
            Arg::new(setting.name)
                .long(setting.flag())
                .value_name(setting.name.to_ascii_uppercase())
                .help(setting.help.trim())
                .help_heading("Settings (also CUSPID_… in the environment)")
        });
        command.arg(file).args(settings)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for SettingArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        Ok(Self {
            file: matches.get_one(CONFIG_FILE).cloned(),
            flags: SETTINGS
                .iter()
                .filter_map(|setting| {
                    let value: &String = matches.get_one(setting.name)?;
                    Some((setting.name.to_owned(), value.clone()))
                })
                .collect(),
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
