//! What checks of single columns say is known before anything is written.

use resource::Catalog;
use serde_json::{Value, json};

#[tokio::test]
async fn checks_of_one_column_are_said_as_json_schema() {
    let test = testkit::database().await;
    let (owner, connection) =
        tokio_postgres::connect(test.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    let said = [
        ("short", "text check (length(short) <= 200)", json!({"maxLength": 200})),
        ("code", "text check (length(code) between 1 and 40)", json!({"minLength": 1, "maxLength": 40})),
        ("share", "numeric check (share between 0 and 1)", json!({"minimum": 0, "maximum": 1})),
        ("charge", "numeric check (charge >= -1.5)", json!({"minimum": -1.5})),
        ("position", "integer check (\"position\" > 0)", json!({"exclusiveMinimum": 0})),
        ("list", "jsonb check (jsonb_typeof(list) = 'array')", json!({"type": "array"})),
        (
            "note",
            r#"jsonb check (platform.json_matches('{"type": "string", "pattern": "^it''s\\d$"}', note))"#,
            json!({"type": "string", "pattern": "^it's\\d$"}),
        ),
        ("either", "integer check (either < 1 or either > 3)", json!({})),
        ("day", "date check (day >= '1880-01-01')", json!({})),
        ("small", "text check (lower(small) = small)", json!({})),
    ];
    let columns: String = said.iter().map(|(name, kind, _)| format!(", \"{name}\" {kind}")).collect();
    let comments: String = said
        .iter()
        .map(|(name, ..)| format!("comment on column tenant.said.\"{name}\" is 'Said.';"))
        .collect();
    let sql = format!(
        "create table tenant.said (like platform.tenant_row including defaults including comments, primary key (tenant_id, id){columns});
         comment on table tenant.said is 'Said.'; {comments}
         select platform.expose('said')"
    );
    owner.batch_execute(&sql).await.expect("a table");

    let catalog = Catalog::load(test.db()).await.expect("a catalog");
    let resource = catalog.resource("said").expect("a resource");
    for (name, kind, schema) in said {
        let column = resource.column(name).expect("a column");
        assert_eq!(Value::Object(column.shape.clone()), schema, "{kind}");
    }
}
