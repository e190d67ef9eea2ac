//! The command line: one command a file.

mod admin;
mod config;
mod database;
mod demo;
mod migrate;
mod password;
mod scan;
mod schema;
mod serve;
mod settings;
mod signals;
mod worker;

use std::process::ExitCode;

use clap::Parser;

/// The open dental platform.
#[derive(Debug, Parser)]
#[command(name = "cuspid", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Run the platform: pages, API and jobs.
    Serve(serve::ServeArgs),
    /// Work on jobs only, beside a server with the same database and object store.
    Worker(settings::SettingArgs),
    /// Bring the database's schema to this version.
    Migrate(settings::SettingArgs),
    /// The schema's laws and what it covers.
    #[command(subcommand)]
    Schema(schema::SchemaCommand),
    /// Make administrators: the first one, before anybody can sign in.
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Print the settings in force and where each was set.
    Config(settings::SettingArgs),
    /// Cut scans into numbered teeth, without a server.
    Scan(scan::ScanArgs),
    /// Synthetic data to try things with.
    #[command(subcommand)]
    Demo(demo::DemoCommand),
}

/// Runs the command that the arguments name.
///
/// # Errors
/// What kept it from being done, for people.
pub fn run() -> anyhow::Result<ExitCode> {
    match Cli::parse().command {
        Command::Serve(args) => serve::run(args),
        Command::Worker(args) => worker::run(args),
        Command::Migrate(args) => migrate::run(args),
        Command::Schema(command) => schema::run(command),
        Command::Admin(command) => admin::run(command),
        Command::Config(args) => config::run(args),
        Command::Scan(args) => scan::run(args),
        Command::Demo(command) => demo::run(command),
    }
}
