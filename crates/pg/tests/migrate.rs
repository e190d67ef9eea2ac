//! Migrations against a server; which steps are left is tested beside the code.

use pg::migrate::SCHEMA;
use pg::{Db, DbConfig, MigrateError, Step};
use testkit::{TestDb, database};

/// An empty database beside a test's own.
async fn empty(own: &TestDb) -> Db {
    let (client, connection) =
        tokio_postgres::connect(own.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    let name: String =
        client.query_one("select current_database()::text || '_e'", &[]).await.expect("a name").get(0);
    client.batch_execute(&format!("create database {name}")).await.expect("a database");
    let config = DbConfig { pool_size: 1, ..DbConfig::new(format!("{} dbname={name}", own.url())) };
    Db::connect(&config).await.expect("the database answers")
}

#[tokio::test]
async fn programs_that_start_together_apply_each_step_once() {
    let own = database().await;
    let db = empty(&own).await;
    let runs = futures::future::join_all((0..4).map(|_| pg::migrate(&db, SCHEMA))).await;
    let reports: Vec<_> = runs.into_iter().map(|run| run.expect("migrated")).collect();
    assert_eq!(reports.iter().map(|report| report.applied.len()).sum::<usize>(), SCHEMA.len());
    assert_eq!(reports.iter().filter(|report| report.present == SCHEMA.len()).count(), 3);
}

#[tokio::test]
async fn a_new_step_is_added_to_those_applied() {
    const OLD: &[Step] = &[Step { name: "1.sql", sql: "create table one ()" }];
    const NEW: &[Step] = &[OLD[0], Step { name: "2.sql", sql: "create table two ()" }];
    let own = database().await;
    let db = empty(&own).await;
    assert_eq!(pg::migrate(&db, OLD).await.expect("migrated").applied, ["1.sql"]);
    let report = pg::migrate(&db, NEW).await.expect("migrated");
    assert_eq!((report.present, report.applied), (1, vec!["2.sql"]));
}

#[tokio::test]
async fn a_step_that_fails_is_named_with_its_line_and_nothing_stays() {
    const STEPS: &[Step] = &[
        Step { name: "1.sql", sql: "create table one ()" },
        Step { name: "2.sql", sql: "create table two ();\n\ncreate tabel three ()" },
    ];
    let own = database().await;
    let db = empty(&own).await;
    let error = pg::migrate(&db, STEPS).await.expect_err("a misspelt step");
    let MigrateError::Failed { name, message } = &error else { panic!("{error}") };
    assert_eq!(name, "2.sql");
    assert!(message.contains("tabel") && message.contains("line 3"), "{message}");
    let report = pg::migrate(&db, &STEPS[..1]).await.expect("as if nothing had been");
    assert_eq!(report.applied, ["1.sql"]);
}

#[tokio::test]
async fn an_edited_step_is_refused_and_named() {
    const BEFORE: &[Step] = &[Step { name: "1.sql", sql: "create table one ()" }];
    const AFTER: &[Step] = &[Step { name: "1.sql", sql: "create table one (n int)" }];
    let own = database().await;
    let db = empty(&own).await;
    pg::migrate(&db, BEFORE).await.expect("migrated");
    let error = pg::migrate(&db, AFTER).await.expect_err("edited");
    assert!(matches!(&error, MigrateError::Changed(name) if name == "1.sql"), "{error}");
}
