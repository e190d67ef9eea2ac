//! `cuspid worker`.

use std::process::ExitCode;

use super::settings::SettingArgs;

pub(super) fn run(args: SettingArgs) -> anyhow::Result<ExitCode> {
    let (_config, _) = args.load()?;
    Ok(ExitCode::SUCCESS)
}
