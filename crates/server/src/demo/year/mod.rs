//! A year of a platform: 40 tenants, their people and patients, and what they did, at the sizes that the source documents expect. Nobody in it
//! is anybody.
//!
//! [`World`] holds who and what there is, about 100 MB; every row is computed from it and the seed when it is written, so that
//! memory stays flat and the same seed gives the same rows. One file a module of the schema makes the rows.

mod ai;
mod calendar;
mod cases;
mod claims;
mod clinical;
mod communication;
mod dental;
mod derive;
mod finance;
mod governance;
mod histories;
mod identity;
mod imaging;
mod integration;
mod inventory;
mod knowledge;
mod load;
mod logistics;
mod making;
mod patients;
mod people;
mod random;
mod reference;
mod reports;
mod scheduling;
mod services;
mod table;
mod tenancy;
mod trail;
mod value;
mod verify;
mod words;
mod workflows;
mod world;

use std::sync::Arc;

use anyhow::ensure;
use pg::{Db, Scope, sql};

use super::PASSWORD;
use crate::identity::hash_password;
use load::Job;
use value::{DAY, Day};
use world::{Known, Sizes, World};

/// Fewest accounts: each tenant has people.
pub(crate) const LEAST_USERS: usize = 400;

/// What to make.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Year {
    /// Everything follows from it.
    pub(crate) seed: u64,
    /// Accounts, of people who work and of patients.
    pub(crate) users: usize,
    /// Share of the whole sizes, above 0.
    pub(crate) scale: f64,
    /// The year ends when this day begins, in UTC.
    pub(crate) until: jiff::civil::Date,
    /// Whether to check every foreign key afterwards.
    pub(crate) verify: bool,
}

/// What was made.
#[derive(Debug)]
pub(crate) struct Filled {
    /// Rows in all tables.
    pub(crate) rows: u64,
    /// Administrators who can sign in, one a tenant.
    pub(crate) administrators: Vec<String>,
    /// Their password.
    pub(crate) password: &'static str,
}

/// Fills a database whose schema is of this version, as its owner.
///
/// # Errors
/// Where a year is there already, the numbers make no year, or the server refuses; what was filled before stays.
pub(crate) async fn fill(url: &str, year: Year) -> anyhow::Result<Filled> {
    ensure!(year.users >= LEAST_USERS, "--users must be {LEAST_USERS} or more");
    ensure!(year.scale > 0.0 && year.scale <= 10.0, "--scale must be above 0 and at most 10");
    let until = year.until.to_zoned(jiff::tz::TimeZone::UTC)?.timestamp().as_millisecond();
    let until = Day(until / DAY);
    let db = load::connect(url).await?;
    let tx = load::owner(&db).await?;
    let known = known(&tx).await?;
    let made: bool = tx
        .query_one(sql!("select exists (select from platform.users where email like '%@mail.example')"), &[])
        .await?
        .get(0);
    tx.commit().await?;
    ensure!(!made, "this database holds a year already; choose another");

    let password = hash_password(PASSWORD.to_owned()).await?;
    let world = World::new(year.seed, Sizes::new(year.users, year.scale), until, known, password)?;
    let world = Arc::new(world);
    prepare(&db, &world).await?;
    let rows = load::all(&db, &world, jobs()).await?;
    finish(&db).await?;
    if year.verify {
        verify::verify(&load::owner(&db).await?).await?;
    }
    let administrators = world.tenants.iter().map(|tenant| world.members[tenant.staff.start].email.clone());
    Ok(Filled { rows, administrators: administrators.collect(), password: PASSWORD })
}

/// The largest first, so that both connections end at about the same time.
fn jobs() -> Vec<Job> {
    [
        trail::JOBS,
        communication::JOBS,
        reports::JOBS,
        ai::JOBS,
        dental::JOBS,
        finance::JOBS,
        scheduling::JOBS,
        clinical::JOBS,
        cases::JOBS,
        workflows::JOBS,
        imaging::JOBS,
        patients::JOBS,
        histories::JOBS,
        claims::JOBS,
        governance::JOBS,
        inventory::JOBS,
        logistics::JOBS,
        integration::JOBS,
        identity::JOBS,
        people::JOBS,
        services::JOBS,
        tenancy::JOBS,
        knowledge::JOBS,
        reference::JOBS,
    ]
    .concat()
}

async fn known(tx: &pg::Tx) -> anyhow::Result<Known> {
    let mut known = Known::default();
    for (statement, names) in [
        (sql!("select name, id from platform.roles where tenant_id is null"), &mut known.roles),
        (sql!("select code, id from platform.subscription_plans"), &mut known.plans),
        (sql!("select code::text, id from platform.usage_meters"), &mut known.meters),
        (sql!("select code, id from platform.external_systems"), &mut known.systems),
    ] {
        for row in tx.query(statement, &[]).await? {
            names.insert(row.get(0), row.get(1));
        }
    }
    let masked =
        sql!("select resource, column_name::text from platform.exposed_columns where content <> 'plain'");
    for row in tx.query(masked, &[]).await? {
        known.masked.entry(row.get(0)).or_default().insert(row.get(1));
    }
    Ok(known)
}

/// The months that the trail needs.
async fn prepare(db: &Db, world: &World) -> anyhow::Result<()> {
    let tx = load::owner(db).await?;
    for (first, _) in world.calendar.months() {
        let (year, month, _) = first.civil();
        let month = format!("{year:04}-{month:02}-01");
        tx.execute(sql!("select platform.make_audit_partitions($1::text::date, 1)"), &[&month]).await?;
    }
    Ok(tx.commit().await?)
}

/// What the server keeps count of while it works, and the figures that are computed ahead.
async fn finish(db: &Db) -> anyhow::Result<()> {
    let tx = load::owner(db).await?;
    tx.batch_execute(
        "update platform.tenant_quotas as q set used_storage_bytes = o.bytes
         from (select tenant_id, sum(size_bytes) as bytes from tenant.objects group by 1) as o
         where o.tenant_id = q.tenant_id and q.used_storage_bytes < o.bytes",
    )
    .await?;
    tx.commit().await?;
    let tx = db.begin(&Scope::system("demo year")).await?;
    tx.batch_execute("select platform.refresh_analytics()").await?;
    Ok(tx.commit().await?)
}
