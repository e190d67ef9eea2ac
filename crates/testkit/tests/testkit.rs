//! What a test may rely on.

use testkit::{Practice, database};

#[tokio::test]
async fn a_database_has_the_whole_schema() {
    let own = database().await;
    let again = pg::migrate(own.db(), pg::migrate::SCHEMA).await.expect("nothing to do");
    assert_eq!((again.present, again.applied.len()), (pg::migrate::SCHEMA.len(), 0));
}

#[tokio::test]
async fn what_one_test_writes_to_its_database_no_other_sees() {
    let (one, other) = (database().await, database().await);
    let count = async |db: &pg::Db| -> i64 {
        let tx = db.begin(&pg::Scope::system("test")).await.expect("a transaction");
        tx.query_one("select count(*) from platform.users", &[]).await.expect("a count").get(0)
    };
    let before = count(other.db()).await;
    Practice::beside(one.db()).await.user("admin").await;
    assert_eq!(count(other.db()).await, before);
    assert_eq!(count(one.db()).await, before + 1);
}

#[tokio::test]
async fn a_practice_has_the_user_it_is_asked_for_once() {
    let practice = Practice::new().await;
    let admin = practice.user("admin").await;
    assert_eq!(practice.user("admin").await, admin);
    assert_ne!(practice.user("technician").await, admin);
}

#[tokio::test]
async fn a_practice_does_not_see_its_neighbour() {
    let (one, other) = (Practice::new().await, Practice::new().await);
    let tx = one.db().begin(&one.scope("admin").await).await.expect("a transaction");
    let seen = tx.query("select id from tenant.locations", &[]).await.expect("its locations");
    let seen: Vec<uuid::Uuid> = seen.iter().map(|row| row.get(0)).collect();
    assert_eq!(seen, [one.location()]);
    assert_ne!(one.location(), other.location());
}
