//! Transactions: for whom they work, what they undo, and how refusals are told apart.

use std::time::Duration;

use pg::{ConstraintKind, Db, DbConfig, DbRole, Error, Scope, Timeout, Tx, TxMode};
use testkit::{Practice, TestDb, database};

const PLACES: &str = "select count(*) from tenant.locations";
const NEW_PLACE: &str = "insert into tenant.locations (name) values ('Side street')";

async fn count(tx: &Tx) -> i64 {
    tx.query_one(PLACES, &[]).await.expect("a count").get(0)
}

/// The practice's database through a pool of one connection, so that one transaction follows another on it.
async fn narrow(own: &TestDb, change: impl FnOnce(&mut DbConfig)) -> Db {
    let mut config = DbConfig { pool_size: 1, ..DbConfig::new(own.url()) };
    change(&mut config);
    Db::connect(&config).await.expect("the database answers")
}

#[tokio::test]
async fn a_transaction_knows_who_acts_for_whom_and_why() {
    let practice = Practice::new().await;
    let scope = practice
        .scope("admin")
        .await
        .with_reason("a check")
        .with_action("look")
        .with_origin(Some([192, 0, 2, 7].into()), Some("a browser"));
    let tx = practice.db().begin(&scope).await.expect("a transaction");
    let row = tx
        .query_one(
            "select current_user::text, array(select current_setting('app.' || name) from unnest($1::text[]) as name)",
            &[&["tenant", "user", "actor", "reason", "action", "request", "ip", "agent"].as_slice()],
        )
        .await
        .expect("the settings");
    assert_eq!(row.get::<_, String>(0), "cuspid_app");
    let expected = [
        practice.tenant().to_string(),
        practice.user("admin").await.to_string(),
        "user".into(),
        "a check".into(),
        "look".into(),
        scope.request().to_string(),
        "192.0.2.7".into(),
        "a browser".into(),
    ];
    assert_eq!(row.get::<_, Vec<String>>(1), expected);
}

#[tokio::test]
async fn nothing_of_a_scope_is_left_on_the_connection() {
    let own = database().await;
    let db = narrow(&own, |_| {}).await;
    let practice = Practice::beside(&db).await;
    db.begin(&practice.scope("admin").await).await.expect("a transaction").commit().await.expect("committed");
    let tx = db.begin(&Scope::system("look").for_tenant(pg::TenantId::PLATFORM)).await.expect("another");
    assert_eq!(count(&tx).await, 0);
    let user: String =
        tx.query_one("select current_setting('app.user')", &[]).await.expect("a setting").get(0);
    assert_eq!(user, "");
}

#[tokio::test]
async fn the_role_of_the_scope_decides_what_may_be_done() {
    let practice = Practice::new().await;
    let api = practice.system().with_role(DbRole::Api);
    let tx = practice.db().begin(&api).await.expect("a transaction");
    let error = tx.query("select email from platform.users", &[]).await.expect_err("not for the engine");
    assert!(matches!(error, Error::Permission { .. }), "{error}");
}

#[tokio::test]
async fn a_transaction_goes_on_for_another_actor_and_role_in_its_tenant() {
    let practice = Practice::new().await;
    let mut tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let person = practice.api("admin").await.for_tenant(pg::TenantId::PLATFORM);

    tx.act_as(&person).await.expect("the person");
    let row = tx
        .query_one(
            "select current_user::text, current_setting('app.tenant'), current_setting('app.user')",
            &[],
        )
        .await
        .expect("the settings");
    assert_eq!(row.get::<_, &str>(0), "cuspid_api");
    assert_eq!(row.get::<_, &str>(1), practice.tenant().to_string());
    assert_eq!(row.get::<_, &str>(2), practice.user("admin").await.to_string());
    tx.execute("select platform.tell('a_channel', 'a notice')", &[]).await.expect("told");

    tx.act_as(&practice.system()).await.expect("Cuspid itself");
    tx.execute(NEW_PLACE, &[]).await.expect("what cuspid_app may do");
    assert_eq!((tx.scope().user_id(), tx.scope().tenant()), (None, practice.tenant()));
    let told = tx.query_one("select current_setting('app.told')", &[]).await.expect("a setting");
    assert!(told.get::<_, &str>(0).contains("a_channel a notice"));
}

#[tokio::test]
async fn a_dropped_transaction_is_undone() {
    let own = database().await;
    let db = narrow(&own, |_| {}).await;
    let practice = Practice::beside(&db).await;
    let tx = db.begin(&practice.system()).await.expect("a transaction");
    tx.execute(NEW_PLACE, &[]).await.expect("inserted");
    drop(tx);
    let tx = db.begin(&practice.system()).await.expect("the same connection");
    assert_eq!(count(&tx).await, 1);
}

#[tokio::test]
async fn a_committed_transaction_lasts_and_a_rolled_back_one_does_not() {
    let practice = Practice::new().await;
    for (keep, expected) in [(false, 1), (true, 2)] {
        let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
        tx.execute(NEW_PLACE, &[]).await.expect("inserted");
        if keep { tx.commit().await } else { tx.rollback().await }.expect("ended");
        let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
        assert_eq!(count(&tx).await, expected);
    }
}

#[tokio::test]
async fn committing_after_a_failure_is_an_error() {
    let practice = Practice::new().await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    tx.execute("select 1 / 0", &[]).await.expect_err("division by zero");
    tx.commit().await.expect_err("nothing was kept");
}

#[tokio::test]
async fn a_savepoint_takes_back_what_came_after_it_and_no_more() {
    let practice = Practice::new().await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let kept = tx.savepoint().await.expect("a savepoint");
    tx.execute(NEW_PLACE, &[]).await.expect("inserted");
    kept.release().await.expect("released");

    let undone = tx.savepoint().await.expect("a savepoint");
    tx.execute(NEW_PLACE, &[]).await.expect("inserted");
    undone.rollback().await.expect("undone");

    let dropped = tx.savepoint().await.expect("a savepoint");
    tx.execute("select 1 / 0", &[]).await.expect_err("division by zero");
    drop(dropped);
    assert_eq!(count(&tx).await, 2);
}

#[tokio::test]
async fn a_reading_transaction_cannot_write() {
    let practice = Practice::new().await;
    for mode in [TxMode::ReadOnly, TxMode::Snapshot] {
        let tx = practice.db().begin_as(&practice.system(), mode).await.expect("a transaction");
        let error = tx.execute(NEW_PLACE, &[]).await.expect_err("read only");
        assert!(matches!(&error, Error::Statement { code, .. } if code == "25006"), "{error}");
    }
}

#[tokio::test]
async fn a_broken_rule_is_told_by_the_name_of_its_constraint() {
    let practice = Practice::new().await;
    practice.user("admin").await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let email = practice.email("admin");
    let error = tx
        .execute("insert into platform.users (email, full_name) values ($1, 'Twin')", &[&email])
        .await
        .expect_err("a second account with the address");
    let Error::Constraint { name, kind, table, .. } = &error else { panic!("{error}") };
    assert_eq!((name.as_str(), *kind, table.as_str()), ("users_email", ConstraintKind::Unique, "users"));
    assert!(!error.to_string().contains(&email), "no values in messages: {error}");
}

#[tokio::test]
async fn a_row_of_another_tenant_is_refused_by_row_security() {
    let (practice, other) = (Practice::new().await, Practice::new().await);
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let error = tx
        .execute("insert into tenant.locations (tenant_id, name) values ($1, 'Theirs')", &[&other.tenant()])
        .await
        .expect_err("not ours");
    assert!(matches!(error, Error::RowSecurity { .. }), "{error}");
}

#[tokio::test]
async fn a_malformed_value_is_told_apart_from_a_defect() {
    let practice = Practice::new().await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let error = tx.query("select $1::text::uuid", &[&"not an id"]).await.expect_err("not an id");
    assert!(matches!(&error, Error::InvalidValue { code, .. } if code == "22P02"), "{error}");
}

#[tokio::test]
async fn what_the_schema_raises_arrives_with_its_code() {
    let practice = Practice::new().await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let error =
        tx.execute("update tenant.locations set id = platform.uuidv7()", &[]).await.expect_err("keys stay");
    assert!(matches!(&error, Error::Raised { code, .. } if code == "CU001"), "{error}");
}

#[tokio::test]
async fn whoever_waits_too_long_for_a_connection_is_told_so() {
    let own = database().await;
    let db = narrow(&own, |config| config.pool_wait = Duration::from_millis(50)).await;
    let _held = db.begin(&Scope::system("hold")).await.expect("the only connection");
    let error = db.begin(&Scope::system("wait")).await.expect_err("none is free");
    assert!(matches!(error, Error::Timeout(Timeout::Pool)), "{error}");
}

#[tokio::test]
async fn a_statement_that_takes_too_long_is_ended() {
    let own = database().await;
    let db = narrow(&own, |config| config.statement_timeout = Duration::from_millis(50)).await;
    let tx = db.begin(&Scope::system("dawdle")).await.expect("a transaction");
    let error = tx.query("select pg_sleep(60)", &[]).await.expect_err("too long");
    assert!(matches!(error, Error::Timeout(Timeout::Statement)), "{error}");
}

#[tokio::test]
async fn an_abandoned_statement_is_cancelled_and_holds_nobody_up() {
    let own = database().await;
    let db = narrow(&own, |config| config.statement_timeout = Duration::from_secs(600)).await;
    let tx = db.begin(&Scope::system("dawdle")).await.expect("a transaction");
    let marked = "select pg_sleep(600), 'abandoned'";
    let started = tokio::time::timeout(Duration::from_millis(100), tx.query(marked, &[]));
    started.await.expect_err("it is still running");
    drop(tx);

    let tx = db.begin(&Scope::system("look")).await.expect("a connection at once");
    let (owner, connection) =
        tokio_postgres::connect(own.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    let running = "select from pg_stat_activity where query = $1 and state = 'active'";
    while !owner.query(running, &[&marked]).await.expect("what runs").is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    tx.commit().await.expect("the new transaction is not touched");
}

#[tokio::test]
async fn a_stream_may_be_left_in_the_middle() {
    let own = database().await;
    let db = narrow(&own, |_| {}).await;
    let tx = db.begin(&Scope::system("export")).await.expect("a transaction");
    let rows =
        tx.query_stream("select generate_series(1, $1::int)", [1_000_000_000]).await.expect("a stream");
    drop(futures::StreamExt::next(&mut std::pin::pin!(rows)).await.expect("a first row"));
    drop(tx);
    let tx = db.begin(&Scope::system("look")).await.expect("a connection at once");
    tx.query_one("select 1", &[]).await.expect("an answer at once");
}

#[tokio::test]
async fn a_lock_that_stays_taken_is_given_up_on() {
    let own = database().await;
    let db = narrow(&own, |config| {
        config.pool_size = 2;
        config.lock_timeout = Duration::from_millis(50);
    })
    .await;
    let practice = Practice::beside(&db).await;
    let holder = db.begin(&practice.system()).await.expect("a transaction");
    holder.execute("select from tenant.locations for update", &[]).await.expect("locked");
    let waiter = db.begin(&practice.system()).await.expect("another");
    let error = waiter.execute("update tenant.locations set name = 'x'", &[]).await.expect_err("locked");
    assert!(matches!(error, Error::Timeout(Timeout::Lock)), "{error}");
    assert!(error.is_retryable());
}

#[tokio::test]
async fn two_transactions_that_cannot_both_be_are_told_to_retry() {
    let practice = Practice::new().await;
    let begin =
        async || practice.db().begin_as(&practice.system(), TxMode::Serializable).await.expect("begun");
    let (one, other) = (begin().await, begin().await);
    for tx in [&one, &other] {
        let places = count(tx).await;
        tx.execute("insert into tenant.locations (name) values ($1)", &[&format!("Nr. {places}")])
            .await
            .expect("inserted");
    }
    one.commit().await.expect("the first");
    let error = other.commit().await.expect_err("the second saw too little");
    assert!(matches!(error, Error::Conflict { .. }) && error.is_retryable(), "{error}");
}

#[tokio::test]
async fn rows_arrive_one_by_one_and_can_be_fed_likewise() {
    use futures::{StreamExt, TryStreamExt, stream};

    let practice = Practice::new().await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    let numbers = tx.query_stream("select generate_series(1, $1::int)", [5_i32]).await.expect("a stream");
    let sum = numbers.try_fold(0, async |sum, row| Ok(sum + row.get::<_, i32>(0))).await.expect("a sum");
    assert_eq!(sum, 15);

    tx.batch_execute("create temporary table copied (n int)").await.expect("a table");
    let fed = tx.copy_in("copy copied from stdin", stream::iter(["1\n2\n", "3\n"]).map(Into::into)).await;
    assert_eq!(fed.expect("three rows"), 3);
    let out = tx.copy_out("copy copied to stdout").await.expect("a stream");
    let text =
        out.try_fold(Vec::new(), async |all, part| Ok([all, part.to_vec()].concat())).await.expect("bytes");
    assert_eq!(text, b"1\n2\n3\n");
}
