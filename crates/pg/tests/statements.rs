//! Marked statements are all known, and the database finds the wrong ones.

use testkit::database;

#[tokio::test]
async fn a_marked_statement_that_does_not_fit_the_schema_is_found() {
    let good = pg::sql!("select name from platform.tenants where id = $1");
    let bad = pg::sql!("select no_such_column from platform.tenants");
    assert!(pg::statements::all().any(|marked| marked.text == good));

    let own = database().await;
    let refused = pg::statements::check(own.db()).await.expect("checked");
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(
        refused[0].contains("tests/statements.rs") && refused[0].contains("no_such_column"),
        "{refused:?}"
    );
    assert!(bad.contains("no_such_column"));
}
