//! Derived files are what would be derived from the schema today; `cargo xtask gen` renews them.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::{Method, StatusCode};
use pg::{Db, DbConfig};
use server::schema::export::model::{Model, RelationKind};
use server::schema::export::{Format, Source, ddl, parse_data_schema};
use support::{House, bearer};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[tokio::test]
async fn derived_files_are_up_to_date() {
    let test = testkit::database().await;
    let source = Source::read(test.db()).await.expect("a schema");
    let renew = std::env::var_os("CUSPID_TEST_RENEW").is_some();
    let written_by = written_by();
    if !renew && written_by != Some(source.model.postgresql) {
        // Major versions write the same definition in different words.
        say_skipped(written_by);
        return;
    }
    let mut stale = Vec::new();
    let mut diagrams = BTreeSet::new();
    for file in Format::ALL.into_iter().flat_map(|format| source.derive(format).expect("files")) {
        let path = root().join(&file.path);
        if renew {
            std::fs::create_dir_all(path.parent().expect("a directory")).expect("a directory");
            std::fs::write(&path, &file.text).expect("a file that can be written");
        }
        if std::fs::read_to_string(&path).unwrap_or_default() != file.text {
            stale.push(file.path.clone());
        }
        diagrams.extend(file.path.strip_prefix("generated/erd/").map(str::to_owned));
    }
    for entry in std::fs::read_dir(root().join("generated/erd")).expect("diagrams") {
        let entry = entry.expect("a diagram");
        if !diagrams.contains(entry.file_name().to_string_lossy().as_ref()) {
            if renew {
                std::fs::remove_file(entry.path()).expect("a file that can be removed");
            } else {
                stale.push(format!("{} (no module is called so)", entry.path().display()));
            }
        }
    }
    assert!(stale.is_empty(), "stale: {}; run `cargo xtask gen`", stale.join(", "));
}

#[expect(clippy::print_stderr, reason = "the test says that it skips")]
fn say_skipped(written_by: Option<u32>) {
    eprintln!("skipped: the files were derived on PostgreSQL {written_by:?}");
}

/// The major version of the server that the files were derived on.
fn written_by() -> Option<u32> {
    let text = std::fs::read_to_string(root().join("generated/dataSchema.yaml")).ok()?;
    text.lines().find_map(|line| line.strip_prefix("postgresql: "))?.parse().ok()
}

#[tokio::test]
async fn the_schema_can_be_made_anew_from_its_mirror_alone() {
    let test = testkit::database().await;
    let source = Source::read(test.db()).await.expect("a schema");
    let yaml = source.derive(Format::DataSchema).expect("a mirror").remove(0).text;

    let empty = testkit::empty_database().await;
    let statements = ddl(&parse_data_schema(&yaml).expect("a model"));
    let (client, connection) =
        tokio_postgres::connect(empty.url(), tokio_postgres::NoTls).await.expect("a connection");
    tokio::spawn(connection);
    client.batch_execute(&statements).await.expect("a schema");
    let db = Db::connect(&DbConfig { pool_size: 2, ..DbConfig::new(empty.url()) }).await.expect("a database");
    let again = Source::read(&db).await.expect("a schema");

    let again = again.derive(Format::DataSchema).expect("a mirror").remove(0).text;
    let different = yaml.lines().zip(again.lines()).find(|(one, other)| one != other);
    assert_eq!(different, None);
    assert_eq!(yaml.len(), again.len());
}

#[tokio::test]
async fn the_mirror_does_not_change_with_the_calendar() {
    let test = testkit::database().await;
    let before = Model::read(test.db()).await.expect("a schema");
    let tx = test.db().begin(&pg::Scope::system("the years go by")).await.expect("a transaction");
    tx.batch_execute("reset role; select platform.make_audit_partitions(date '2031-01-01', 12)")
        .await
        .expect("partitions");
    tx.commit().await.expect("partitions");

    assert_eq!(Model::read(test.db()).await.expect("a schema"), before);
    assert!(before.relations.iter().any(|relation| relation.kind == RelationKind::Partition));
}

#[tokio::test]
async fn what_the_mirror_has_no_place_for_is_refused() {
    let test = testkit::database().await;
    let tx = test.db().begin(&pg::Scope::system("an object of another kind")).await.expect("a transaction");
    tx.batch_execute("reset role; create sequence tenant.numbers; create type tenant.pair as (a int, b int)")
        .await
        .expect("objects");
    tx.commit().await.expect("objects");

    let error = Model::read(test.db()).await.expect_err("a refusal").to_string();
    assert!(error.contains("sequence tenant.numbers") && error.contains("type tenant.pair"), "{error}");
}

#[tokio::test]
async fn every_table_belongs_to_a_file_of_the_schema() {
    let test = testkit::database().await;
    let model = Model::read(test.db()).await.expect("a schema");
    let homeless: Vec<&str> = model
        .relations
        .iter()
        .filter(|relation| relation.module.is_none())
        .map(|relation| relation.name.as_str())
        .collect();
    assert_eq!(homeless, ["platform.schema_migrations"]);
}

#[tokio::test]
async fn a_server_describes_its_api_as_the_file_does() {
    let house = House::open().await;
    let token = house.sign_in("technician").await;
    let answer = house.send(bearer(&token, Method::GET, "/api/v1/openapi.json", Body::empty())).await;
    assert_eq!(answer.status, StatusCode::OK);
    let derived = Source::read(house.practice.db()).await.expect("a schema").derive(Format::Openapi);
    assert!(format!("{:#}\n", answer.body) == derived.expect("a description")[0].text);
}
