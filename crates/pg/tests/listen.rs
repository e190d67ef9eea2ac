//! Notifications.

use std::time::Duration;

use pg::{Db, Listener, Notice, Scope};
use testkit::database;

async fn tell(db: &Db, channel: &str, payload: &str) {
    let tx = db.begin(&Scope::system("test")).await.expect("a transaction");
    tx.execute("select pg_notify($1, $2)", &[&channel, &payload]).await.expect("told");
    tx.commit().await.expect("committed");
}

async fn hear(listener: &mut Listener) -> Notice {
    tokio::time::timeout(Duration::from_secs(30), listener.recv()).await.expect("in time").expect("a notice")
}

#[tokio::test]
async fn what_is_told_on_a_channel_is_heard_in_order() {
    let own = database().await;
    let mut listener = own.db().listen("a \"strange\" Channel").await.expect("a listener");
    for payload in ["one", "two"] {
        tell(own.db(), "a \"strange\" Channel", payload).await;
        tell(own.db(), "another", "not for us").await;
    }
    assert_eq!(hear(&mut listener).await, Notice::Payload("one".into()));
    assert_eq!(hear(&mut listener).await, Notice::Payload("two".into()));
}

#[tokio::test]
async fn after_a_lost_connection_the_listener_says_so_and_hears_again() {
    let own = database().await;
    let mut listener = own.db().listen("news").await.expect("a listener");
    let (client, connection) =
        tokio_postgres::connect(own.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    let end = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'";
    client.batch_execute(end).await.expect("ended");
    assert_eq!(hear(&mut listener).await, Notice::Gap);
    tell(own.db(), "news", "still here").await;
    assert_eq!(hear(&mut listener).await, Notice::Payload("still here".into()));
}

#[tokio::test]
async fn whoever_is_too_slow_is_told_that_something_was_missed() {
    let own = database().await;
    let mut listener = own.db().listen("news").await.expect("a listener");
    let tx = own.db().begin(&Scope::system("test")).await.expect("a transaction");
    tx.execute("select pg_notify('news', n::text) from generate_series(1, 5000) as n", &[])
        .await
        .expect("told");
    tx.commit().await.expect("committed");
    let mut heard = 0;
    while hear(&mut listener).await != Notice::Gap {
        heard += 1;
    }
    assert!(heard < 5000, "a bounded number is kept");
    tell(own.db(), "news", "the next").await;
    while hear(&mut listener).await != Notice::Payload("the next".into()) {}
}

#[tokio::test]
async fn a_channel_without_a_name_is_refused() {
    let own = database().await;
    for name in ["", &"x".repeat(64)] {
        own.db().listen(name).await.map(drop).expect_err("not a channel's name");
    }
}
