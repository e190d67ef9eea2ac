//! `cuspid config`.

use std::io::Write;
use std::process::ExitCode;

use super::settings::SettingArgs;

pub(super) fn run(args: SettingArgs) -> anyhow::Result<ExitCode> {
    let (config, layers) = args.load()?;
    std::io::stdout().write_all(config.describe(&layers).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
