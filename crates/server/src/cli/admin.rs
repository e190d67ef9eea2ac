//! `cuspid admin`: who may sign in, before anybody can.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Subcommand;
use pg::{Scope, TenantId};

use super::database::Database;
use super::password;
use super::settings::SettingArgs;
use crate::config::Config;
use crate::identity::accounts::{self, NewTenant};
use crate::identity::hash_password;

#[derive(Debug, Subcommand)]
pub(super) enum AdminCommand {
    /// Make an administrator of an organisation, and the organisation where it is not there yet.
    Create(CreateArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct CreateArgs {
    /// E-mail address to sign in with.
    #[arg(long, value_parser = email)]
    email: String,
    /// Name of the person.
    #[arg(long, value_parser = name)]
    name: String,
    /// Name of the organisation: "Harbour Dental Lab", or the short name that follows from it, harbour-dental-lab.
    #[arg(long, value_parser = name)]
    tenant: String,
    /// What kind of organisation it is, if it is to be made: solo_practice, group_practice, dental_lab, …
    #[arg(long, value_name = "TYPE")]
    tenant_type: Option<String>,
    /// Make a password and print it, once. Otherwise it is asked for, or read from standard input where that is no terminal.
    #[arg(long)]
    generate_password: bool,
    #[command(flatten)]
    settings: SettingArgs,
}

/// Who is to be made, with a password that is long enough.
struct NewAdmin {
    email: String,
    name: String,
    tenant: String,
    tenant_type: Option<String>,
    password: String,
}

fn email(text: &str) -> Result<String, String> {
    let email = text.trim().to_lowercase();
    let parts = email.split_once('@');
    let is_one = parts.is_some_and(|(user, host)| !user.is_empty() && !host.is_empty());
    if is_one && email.len() <= 320 && !email.contains(char::is_whitespace) {
        Ok(email)
    } else {
        Err("expected an e-mail address".into())
    }
}

fn name(text: &str) -> Result<String, String> {
    match text.trim() {
        "" => Err("expected a name".into()),
        name if name.chars().count() > 200 => Err("a name has at most 200 characters".into()),
        name => Ok(name.to_owned()),
    }
}

/// The short name that follows from a name: lower-case letters, digits and dashes, 63 of them at most.
fn slug(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let mut slug = words.join("-");
    slug.truncate(63);
    slug.trim_end_matches('-').to_owned()
}

pub(super) fn run(command: AdminCommand) -> anyhow::Result<ExitCode> {
    let AdminCommand::Create(args) = command;
    let (config, _) = args.settings.load()?;
    let password = if args.generate_password { password::generate() } else { password::read()? };
    let admin = NewAdmin {
        email: args.email,
        name: args.name,
        tenant: args.tenant,
        tenant_type: args.tenant_type,
        password,
    };
    let database = Database::join_or_start(&config)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let made = runtime.block_on(create(&database, &config, &admin));
    drop(runtime);
    database.stop();
    let (tenant, is_new) = made?;

    let mut out = std::io::stdout();
    if is_new {
        writeln!(out, "Made the organisation {tenant}.")?;
    }
    writeln!(out, "{} can sign in as an administrator of {tenant}.", admin.email)?;
    if args.generate_password {
        writeln!(out, "Password, shown only now: {}", admin.password)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes the administrator, all of it or nothing; the short name of the organisation and whether it is new.
async fn create(database: &Database, config: &Config, admin: &NewAdmin) -> anyhow::Result<(String, bool)> {
    if config.migrate_at_start {
        database.migrate().await?;
    }
    let db = database.connect(config).await?;
    let slug = slug(&admin.tenant);
    if slug.is_empty() {
        bail!("no short name follows from {:?}: give it some letters from a to z", admin.tenant);
    }
    let hash = hash_password(admin.password.clone()).await?;

    let scope = Scope::system("cuspid admin create").with_action("create_admin");
    let known = accounts::tenant(&db, &scope, &slug).await?;
    let tenant = match &known {
        Some(known) if known.id == TenantId::PLATFORM => {
            bail!("{slug} is the platform itself; choose another name")
        }
        Some(known) if !known.is_active => bail!("the organisation {slug} is not active"),
        Some(_) if admin.tenant_type.is_some() => {
            bail!(
                "the organisation {slug} is there already; leave --tenant-type out to make an administrator of it"
            )
        }
        Some(known) => known.id,
        None => TenantId::new(scope.new_id()),
    };
    let tx = db.begin(&scope.for_tenant(tenant)).await?;
    if accounts::account(&tx, &admin.email).await?.is_some() {
        bail!("{} has an account already; nothing was changed", admin.email);
    }
    if known.is_none() {
        let kind = admin.tenant_type.as_deref();
        let kinds = accounts::tenant_types(&tx).await?;
        if let Some(kind) = kind.filter(|kind| !kinds.iter().any(|known| known == kind)) {
            bail!("{kind} is no type of organisation; known are {}", kinds.join(", "));
        }
        let new = NewTenant { name: &admin.tenant, slug: &slug, kind };
        accounts::make_tenant(&tx, &new).await?;
    }
    let user = accounts::make_account(&tx, &admin.email, &admin.name, &hash).await?;
    accounts::make_member(&tx, user, "admin").await?;
    tx.commit().await.context("making the administrator")?;
    Ok((slug, known.is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_follows_from_every_spelling_of_a_name() {
        for name in ["Harbour Dental Lab", "harbour-dental-lab", " Harbour  Dental, Lab! "] {
            assert_eq!(slug(name), "harbour-dental-lab");
        }
        assert_eq!(slug("牙医"), "");
        assert_eq!(slug(&"a ".repeat(100)).len(), 63);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["", "nobody", "@host", "me@", "a b@host"] {
            email(text).expect_err(text);
        }
        assert_eq!(email(" Me@Host.example ").as_deref(), Ok("me@host.example"));
    }
}
