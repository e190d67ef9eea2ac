//! The schema as a whole, in a live database: its laws hold, and what the source documents name is there.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use server::schema::{coverage, laws};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[tokio::test]
async fn the_laws_of_the_schema_hold() {
    let test = testkit::database().await;
    let breaches = laws::breaches(test.db(), laws::LAWS).await.expect("laws");
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[tokio::test]
async fn what_a_cluster_would_refuse_is_known() {
    let test = testkit::database().await;
    let refused = laws::breaches(test.db(), laws::CLUSTER).await.expect("laws");
    let known = include_str!("golden/cluster.txt");
    let found: String = refused.iter().map(|breach| format!("{}: {}\n", breach.law, breach.what)).collect();
    if std::env::var_os("CUSPID_TEST_RENEW").is_some() {
        std::fs::write(root().join("crates/server/tests/golden/cluster.txt"), &found).expect("a golden file");
    }
    assert_eq!(found, known);
}

#[tokio::test]
async fn every_law_finds_what_breaks_it() {
    let test = testkit::database().await;
    let (client, connection) =
        tokio_postgres::connect(test.url(), tokio_postgres::NoTls).await.expect("a connection");
    tokio::spawn(connection);
    client
        .batch_execute(
            "create table tenant.lawless (
                 tenant_id uuid not null, id uuid primary key, \"Name\" text unique, patient_id uuid references platform.users,
                 parent_id uuid references tenant.lawless, deleted_at timestamptz);
             alter table tenant.lawless owner to cuspid_app;
             create index on tenant.lawless (\"Name\", parent_id);
             create table platform.lawless (id uuid primary key, tenant_id uuid, other uuid references tenant.lawless);
             create policy wide on tenant.patients using (true);
             create view tenant.lawless_view as select 1 as id;
             grant update on tenant.audit_events to cuspid_app;
             grant insert on tenant.audit_events to cuspid_app;
             grant select (token_hash) on platform.sessions to cuspid_api;
             alter table tenant.patients drop column created_by cascade;
             drop trigger z_trail on tenant.cases",
        )
        .await
        .expect("a lawless schema");
    let breaches = laws::breaches(test.db(), laws::LAWS).await.expect("laws");
    let broken: BTreeSet<&str> = breaches.iter().map(|breach| breach.law).collect();
    let kept: Vec<&str> =
        laws::LAWS.iter().map(|law| law.name).filter(|name| !broken.contains(name)).collect();
    assert!(kept.is_empty(), "nothing broke {kept:?}");
}

#[tokio::test]
async fn what_the_sources_name_is_there() {
    let test = testkit::database().await;
    let report = coverage::report(test.db()).await.expect("coverage");
    assert!(report.untrue.is_empty(), "{:#?}", report.untrue);
}

#[test]
fn every_requirement_has_a_row() {
    let Some(list) = testdata("spec/requirements.csv") else { return };
    let rows = coverage::Requirement::all().expect("coverage");
    let rows: HashMap<&str, &coverage::Requirement> = rows.iter().map(|row| (row.id.as_str(), row)).collect();
    let mut listed = csv::Reader::from_path(list).expect("the list of requirements");
    let mut missing = Vec::new();
    for record in listed.records() {
        let record = record.expect("a requirement");
        match rows.get(&record[0]) {
            None => missing.push(record[0].to_owned()),
            Some(row) => assert_eq!(row.kind(), &record[2], "{}", row.id),
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_test_and_document_that_is_named_exists() {
    for row in coverage::Requirement::all().expect("coverage") {
        for claim in row.fulfilled_by.split("; ") {
            let Some((_, place)) =
                claim.split_once(' ').filter(|(word, _)| matches!(*word, "test" | "bench" | "doc"))
            else {
                continue;
            };
            let (file, name) = place.split_once("::").unwrap_or((place, ""));
            let path = root().join(file.split('#').next().unwrap_or(file));
            assert!(path.exists(), "{}: there is no {file}", row.id);
            if !name.is_empty() {
                let text = std::fs::read_to_string(&path).expect("a test file");
                assert!(text.contains(name), "{}: {file} has no {name}", row.id);
            }
        }
    }
}

/// A file that is beside the checkout on some machines only.
#[expect(clippy::print_stderr, reason = "a test that skips says so")]
fn testdata(name: &str) -> Option<PathBuf> {
    let path = root().join("../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    eprintln!("skipped: there is no {name} beside this checkout");
    None
}
