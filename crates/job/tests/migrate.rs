//! The queue library's schema, brought up to date by programs that start together.

use futures::future::join_all;
use testkit::database;

#[tokio::test]
async fn programs_that_migrate_at_once_take_turns() {
    let own = database().await;
    // Without turns one round in a few fails.
    for _ in 0..10 {
        for migrated in join_all((0..3).map(async |_| job::migrate(own.db()).await)).await {
            migrated.expect("migrated");
        }
    }
}
