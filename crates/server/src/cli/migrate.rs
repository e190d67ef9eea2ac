//! `cuspid migrate`.

use std::io::Write;
use std::process::ExitCode;

use super::database::Database;
use super::settings::SettingArgs;

pub(super) fn run(args: SettingArgs) -> anyhow::Result<ExitCode> {
    let (config, _) = args.load()?;
    let database = Database::join_or_start(&config)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let report = runtime.block_on(database.migrate());
    database.stop();
    let report = report?;
    let mut out = std::io::stdout();
    writeln!(out, "{} steps were there.", report.present)?;
    for step in report.applied {
        writeln!(out, "applied {step}")?;
    }
    Ok(ExitCode::SUCCESS)
}
