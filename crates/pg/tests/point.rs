//! The point reader: many tenants on one connection, none of whom sees another.

use std::time::Duration;

use futures::future::join_all;
use pg::{Db, DbConfig, DbRole, Error, PointRow, Scope};
use testkit::{Practice, database};

const MINE: &str = "select json_build_object('id', id) from tenant.locations";
const BY_ID: &str = "select id from tenant.locations where id = $1";

fn text(rows: &[PointRow]) -> Vec<String> {
    rows.iter()
        .map(|row| String::from_utf8(row.column(0).expect("a value").to_vec()).expect("text"))
        .collect()
}

async fn read(db: &Db, scope: &Scope, sql: &str, params: &[Option<&str>]) -> Vec<String> {
    text(&db.point().query(scope, sql, params).await.expect("rows"))
}

#[tokio::test]
async fn a_row_arrives_as_the_server_wrote_it() {
    let practice = Practice::new().await;
    let scope = practice.api("admin").await;
    let id = practice.location().to_string();
    assert_eq!(read(practice.db(), &scope, MINE, &[]).await, [format!("{{\"id\" : \"{id}\"}}")]);
    assert_eq!(read(practice.db(), &scope, BY_ID, &[Some(&id)]).await, [id]);
}

#[tokio::test]
async fn no_row_is_no_row() {
    let practice = Practice::new().await;
    let scope = practice.api("admin").await;
    let nobody = uuid::Uuid::nil().to_string();
    assert!(practice.db().point().query(&scope, BY_ID, &[Some(&nobody)]).await.expect("no rows").is_empty());
}

#[tokio::test]
async fn a_null_is_told_from_an_empty_text() {
    let practice = Practice::new().await;
    let rows =
        practice.db().point().query(&practice.system(), "select $1::text, ''", &[None]).await.expect("a row");
    assert_eq!((rows[0].column(0), rows[0].column(1), rows[0].column(2)), (None, Some("".into()), None));
}

#[tokio::test]
async fn the_statement_runs_as_the_scope_says() {
    let practice = Practice::new().await;
    let who =
        "select current_user || ' ' || current_setting('app.tenant') || ' ' || current_setting('app.actor')";
    let expected = format!("cuspid_api {} system", practice.tenant());
    assert_eq!(read(practice.db(), &practice.system().with_role(DbRole::Api), who, &[]).await, [expected]);
    let expected = format!("cuspid_app {} system", practice.tenant());
    assert_eq!(read(practice.db(), &practice.system(), who, &[]).await, [expected]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tenants_taking_turns_on_a_connection_see_only_their_own() {
    let own = database().await;
    let practices = join_all((0..8).map(|_| Practice::beside(own.db()))).await;
    let work = (0..64).map(|task: usize| {
        let practice = practices[task % practices.len()].clone();
        tokio::spawn(async move {
            let scope = practice.system().with_role(DbRole::Api);
            let id = practice.location().to_string();
            for turn in 0..50 {
                match (task + turn) % 4 {
                    // Refusals among them: while parsing, while running, by permission.
                    0 => {
                        let bad = [
                            "select 1 / $1::int",
                            "selekt $1",
                            "select email from platform.users where $1 = ''",
                        ];
                        let refused = practice.db().point().query(&scope, bad[turn % 3], &[Some("0")]).await;
                        refused.expect_err("refused");
                    }
                    1 => assert_eq!(
                        read(practice.db(), &scope, BY_ID, &[Some(&id)]).await,
                        std::slice::from_ref(&id)
                    ),
                    2 => {
                        let tenant = "select current_setting('app.tenant')";
                        assert_eq!(
                            read(practice.db(), &scope, tenant, &[]).await,
                            [practice.tenant().to_string()]
                        );
                    }
                    _ => assert_eq!(read(practice.db(), &scope, MINE, &[]).await.len(), 1),
                }
            }
        })
    });
    for done in join_all(work).await {
        done.expect("every answer was the asker's own");
    }
}

#[tokio::test]
async fn a_refusal_says_what_it_says_elsewhere() {
    let practice = Practice::new().await;
    let scope = practice.system();
    let point = practice.db().point();
    let error = point.query(&scope, BY_ID, &[Some("not an id")]).await.expect_err("not an id");
    assert!(matches!(&error, Error::InvalidValue { code, .. } if code == "22P02"), "{error}");
    let error = point.query(&scope, "select $1::text", &[Some("a\0b")]).await.expect_err("NUL is no text");
    assert!(matches!(error, Error::InvalidValue { .. }), "{error}");
    let api = scope.with_role(DbRole::Api);
    let error = point.query(&api, "select email from platform.users", &[]).await.expect_err("not granted");
    assert!(matches!(error, Error::Permission { .. }), "{error}");
}

#[tokio::test]
async fn a_read_that_is_not_short_is_refused() {
    let practice = Practice::new().await;
    let rows = |n: usize| {
        let (practice, n) = (practice.clone(), n.to_string());
        async move {
            let sql = "select generate_series(1, $1::int)";
            practice.db().point().query(&practice.system(), sql, &[Some(&n)]).await
        }
    };
    assert_eq!(rows(1000).await.expect("the most there may be").len(), 1000);
    assert!(matches!(rows(1001).await, Err(Error::TooLarge { limit: 1000 })));
    assert_eq!(rows(1).await.expect("the connection goes on").len(), 1);
}

#[tokio::test]
async fn a_slow_statement_does_not_hold_the_others_up_for_long() {
    let own = database().await;
    let config = DbConfig { statement_timeout: Duration::from_millis(100), ..DbConfig::new(own.url()) };
    let db = Db::connect(&config).await.expect("the database answers");
    let scope = Scope::system("test");
    let (slow, quick) = tokio::join!(
        db.point().query(&scope, "select pg_sleep(60)", &[]),
        db.point().query(&scope, "select 1", &[]),
    );
    assert!(matches!(slow, Err(Error::Timeout(_))), "{slow:?}");
    assert_eq!(text(&quick.expect("a row")), ["1"]);
}

#[tokio::test]
async fn a_lost_connection_is_replaced_without_anybody_noticing() {
    let own = database().await;
    let (client, connection) =
        tokio_postgres::connect(own.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    let scope = Scope::system("test");
    for _ in 0..3 {
        let pid = read(own.db(), &scope, "select pg_backend_pid()", &[]).await.remove(0);
        client.batch_execute(&format!("select pg_terminate_backend({pid})")).await.expect("ended");
        assert_ne!(read(own.db(), &scope, "select pg_backend_pid()", &[]).await.remove(0), pid);
    }
}

#[tokio::test]
async fn a_statement_survives_a_change_of_the_schema_under_it() {
    let own = database().await;
    let (client, connection) =
        tokio_postgres::connect(own.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    client
        .batch_execute("create table public.t as select 1 as a; grant select on public.t to cuspid_app")
        .await
        .expect("a table");
    let scope = Scope::system("test");
    let all = "select * from public.t";
    for _ in 0..3 {
        assert_eq!(read(own.db(), &scope, all, &[]).await, ["1"]);
    }
    client.batch_execute("alter table public.t add b int default 2").await.expect("another column");
    let rows = own.db().point().query(&scope, all, &[]).await.expect("prepared anew");
    assert_eq!(rows[0].column(1), Some("2".into()));
}

#[tokio::test]
async fn more_statements_than_are_kept_do_no_harm() {
    let practice = Practice::new().await;
    let scope = practice.system();
    for round in 0..2 {
        for number in 0..300 {
            let sql = format!("select {number} + $1::int");
            let expected = (number + round).to_string();
            assert_eq!(read(practice.db(), &scope, &sql, &[Some(&round.to_string())]).await, [expected]);
        }
    }
}
