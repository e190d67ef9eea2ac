//! Every fixed statement of the program.

// Links what holds the statements.
use server as _;

#[tokio::test]
async fn every_statement_is_understood_by_the_schema() {
    let own = testkit::database().await;
    assert!(pg::statements::all().count() > 10, "the statements are linked");

    let refused = pg::statements::check(own.db()).await.expect("checked");

    assert!(refused.is_empty(), "{}", refused.join("\n"));
}
