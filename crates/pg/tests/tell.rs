//! Notifications that are sent after the commit.

use std::time::Duration;

use pg::{Db, Listener, Notice, Scope};
use testkit::database;

const PATIENCE: Duration = Duration::from_secs(30);

fn scope() -> Scope {
    Scope::system("test")
}

async fn hear(listener: &mut Listener) -> Notice {
    tokio::time::timeout(PATIENCE, listener.recv()).await.expect("in time").expect("a notice")
}

fn notice(payload: &str) -> Notice {
    Notice::Payload(payload.to_owned())
}

/// Tells in a transaction that commits.
async fn tell(db: &Db, payload: &str) {
    db.run(&scope(), "select platform.tell('news', $1)", &[&payload]).await.expect("told");
}

#[tokio::test]
async fn what_is_told_is_heard_once_in_order_after_the_commit() {
    let own = database().await;
    let mut listener = own.db().listen("news").await.expect("a listener");
    let tx = own.db().begin(&scope()).await.expect("a transaction");
    tx.batch_execute(
        "select platform.tell('news', 'one'), platform.tell('other', 'x'), platform.tell('news', 'two'), \
         platform.tell('news', 'one')",
    )
    .await
    .expect("told");
    tell(own.db(), "before").await;
    own.db().told(PATIENCE).await.expect("sent");
    tx.commit().await.expect("committed");
    tell(own.db(), "after").await;
    for payload in ["before", "one", "two", "after"] {
        assert_eq!(hear(&mut listener).await, notice(payload));
    }
}

#[tokio::test]
async fn what_is_undone_is_not_told() {
    let own = database().await;
    let mut listener = own.db().listen("news").await.expect("a listener");
    let tx = own.db().begin(&scope()).await.expect("a transaction");
    let savepoint = tx.savepoint().await.expect("a savepoint");
    tx.batch_execute("select platform.tell('news', 'taken back')").await.expect("told");
    savepoint.rollback().await.expect("taken back");
    tx.batch_execute("select platform.tell('news', 'kept')").await.expect("told");
    tx.commit().await.expect("committed");
    let tx = own.db().begin(&scope()).await.expect("a transaction");
    tx.batch_execute("select platform.tell('news', 'rolled back')").await.expect("told");
    tx.rollback().await.expect("rolled back");
    let failed = own.db().run(&scope(), "select platform.tell('news', 'failed'), 1 / $1", &[&0]).await;
    failed.expect_err("no number");
    tell(own.db(), "the last").await;
    assert_eq!(hear(&mut listener).await, notice("kept"));
    assert_eq!(hear(&mut listener).await, notice("the last"));
}

#[tokio::test]
async fn what_finds_no_room_is_told_in_short_once() {
    let own = database().await;
    let mut listener = own.db().listen("news").await.expect("a listener");
    own.db()
        .run(
            &scope(),
            "select platform.tell('news', n || repeat('.', 100), 'many') from generate_series(1, 5000) as n",
            &[],
        )
        .await
        .expect("told");
    own.db()
        .run(
            &scope(),
            "select platform.tell('news', n || repeat('.', 100)) from generate_series(1, 5000) as n",
            &[],
        )
        .await
        .expect("told");
    tell(own.db(), "the last").await;
    let mut heard = vec![hear(&mut listener).await];
    while heard.last() != Some(&notice("the last")) {
        heard.push(hear(&mut listener).await);
    }
    assert!(heard.len() < 1000, "{}", heard.len());
    assert_eq!(heard.iter().filter(|one| **one == notice("many")).count(), 1);
    assert_eq!(heard.iter().filter(|one| **one == Notice::Gap).count(), 1);
}

#[tokio::test]
async fn what_others_than_the_server_tell_is_heard_too() {
    let own = database().await;
    let mut listener = own.db().listen("news").await.expect("a listener");
    let (client, connection) =
        tokio_postgres::connect(own.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    client.batch_execute("select platform.tell('news', 'by hand')").await.expect("told");
    assert_eq!(hear(&mut listener).await, notice("by hand"));
}

#[tokio::test]
async fn after_a_lost_connection_a_gap_is_told() {
    let own = database().await;
    let mut listener = own.db().listen("news").await.expect("a listener");
    tell(own.db(), "before").await;
    assert_eq!(hear(&mut listener).await, notice("before"));
    let (client, connection) =
        tokio_postgres::connect(own.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    let end = "select pg_terminate_backend(pid) from pg_stat_activity \
               where datname = current_database() and query like 'select pg_notify(channel%'";
    client.batch_execute(end).await.expect("ended");
    tell(own.db(), "lost").await;
    assert_eq!(hear(&mut listener).await, Notice::Gap);
    tell(own.db(), "still here").await;
    assert_eq!(hear(&mut listener).await, notice("still here"));
}

#[tokio::test]
async fn what_is_not_one_short_line_is_refused() {
    let own = database().await;
    for payload in ["two\nlines", &"x".repeat(8000)] {
        own.db().run(&scope(), "select platform.tell('news', $1)", &[&payload]).await.expect_err("refused");
    }
}

#[tokio::test]
async fn a_statement_alone_is_a_transaction_that_lasts_or_leaves_nothing() {
    let own = database().await;
    let add = "insert into tenant.locations (name) values ($1) returning name";
    let rows = own.db().run(&scope(), add, &[&"kept"]).await.expect("kept");
    assert_eq!(rows[0].get::<_, &str>(0), "kept");
    own.db().run(&scope(), add, &[&None::<&str>]).await.expect_err("a name is needed");
    let names =
        own.db().run(&scope(), "select name from tenant.locations order by name", &[]).await.expect("names");
    assert_eq!(names.len(), 1);
}
