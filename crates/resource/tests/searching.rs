//! Search: patterns, words and parts, by the index of the column and within the tenant.

mod support;

use std::collections::HashSet;

use resource::catalog::Search;
use resource::request::SEARCHES;
use serde_json::{Value, json};
use support::Client;
use support::samples::Samples;
use testkit::Practice;
use tokio_postgres::{Client as Owner, SimpleQueryMessage};

async fn practice_with_cases() -> (Practice, Client) {
    let practice = Practice::new().await;
    let client = Client::of(&practice, "admin").await;
    for name in ["Meier", "Meyer-Lund", "Obermeier", "Smith"] {
        client.make("patients", json!({"first_name": "A", "last_name": name})).await;
    }
    for (title, tags) in [
        ("Crown on the lower left", json!(["zirconia", "a2"])),
        ("Bridge on the left", json!(["zirconia"])),
        ("Night guard", json!([])),
    ] {
        let case = client.make("cases", json!({"title": title, "tags": tags})).await;
        client.make("case_notes", json!({"case_id": case, "content": title})).await;
    }
    (practice, client)
}

async fn found(client: &Client, address: &str, column: &str) -> Vec<String> {
    let rows = client.rows(address).await;
    let mut found: Vec<String> =
        rows.iter().map(|row| row[column].as_str().expect("text").to_owned()).collect();
    found.sort();
    found
}

#[tokio::test]
async fn patterns_are_found_whatever_the_case_and_wherever_they_stand() {
    let (_practice, client) = practice_with_cases().await;
    for (query, expected) in [
        ("last_name=ilike.*meier*", &["Meier", "Obermeier"][..]),
        ("last_name=like.%25meier%25", &["Obermeier"]),
        ("last_name=like.Me*", &["Meier", "Meyer-Lund"]),
        ("last_name=not.ilike.*me*", &["Smith"]),
        ("or=(last_name.ilike.*lund,last_name.eq.Smith)", &["Meyer-Lund", "Smith"]),
    ] {
        assert_eq!(found(&client, &format!("patients?{query}"), "last_name").await, expected, "{query}");
    }
}

#[tokio::test]
async fn words_are_found_as_the_four_kinds_of_query_say() {
    let (_practice, client) = practice_with_cases().await;
    for (query, expected) in [
        ("content=fts.left%20%26%20!crown", &["Bridge on the left"][..]),
        ("content=plfts.left%20crown", &["Crown on the lower left"]),
        ("content=phfts.the%20left", &["Bridge on the left"]),
        ("content=wfts.night%20or%20bridge", &["Bridge on the left", "Night guard"]),
    ] {
        assert_eq!(found(&client, &format!("case_notes?{query}"), "content").await, expected, "{query}");
    }
    let malformed = client.get("case_notes?content=fts.left%20%26").await;
    assert!(malformed.code.contains("CU003"), "{malformed:?}");
}

#[tokio::test]
async fn json_is_found_by_what_it_holds() {
    let (_practice, client) = practice_with_cases().await;
    let both = found(&client, "cases?tags=cs.[\"zirconia\"]&order=title", "title").await;
    assert_eq!(both, ["Bridge on the left", "Crown on the lower left"]);
    let one = found(&client, "cases?tags=cs.[\"zirconia\",\"a2\"]", "title").await;
    assert_eq!(one, ["Crown on the lower left"]);
    assert_eq!(client.get("cases?tags=cs.{a").await.refused(), (400, "invalid_value"));
}

#[tokio::test]
async fn what_is_embedded_can_be_searched_too() {
    let (_practice, client) = practice_with_cases().await;
    let smith = client.rows("patients?last_name=eq.Smith").await[0]["id"].clone();
    client.make("cases", json!({"title": "His", "patient_id": smith})).await;
    let rows =
        client.rows("cases?select=title,patients!inner(last_name)&patients.last_name=ilike.smi*").await;
    assert_eq!(json!(rows), json!([{"title": "His", "patients": {"last_name": "Smith"}}]));
}

#[tokio::test]
async fn another_tenants_rows_are_not_found() {
    let (_practice, client) = practice_with_cases().await;
    let (_neighbour, stranger) = practice_with_cases().await;
    stranger.make("patients", json!({"first_name": "A", "last_name": "Canary"})).await;
    assert_eq!(client.rows("patients?last_name=ilike.*canary*").await, Vec::<Value>::new());
    assert_eq!(stranger.rows("patients?last_name=ilike.*canary*").await.len(), 1);
}

#[tokio::test]
async fn a_column_without_an_index_for_it_is_not_searched() {
    let (_practice, client) = practice_with_cases().await;
    let reply = client.get("patients?gender_identity=ilike.*a*").await;
    assert_eq!((reply.refused(), reply.field.as_str()), ((400, "unsupported_operator"), "gender_identity"));
    let reply = client.get("patients?last_name=fts.a").await;
    assert!(reply.message.contains("ilike"), "{reply:?}");
}

#[tokio::test]
async fn lists_are_found_by_what_they_hold() {
    let samples = Samples::new().await;
    for labels in [json!(["a", "b"]), json!(["b", "c d"]), json!([]), Value::Null] {
        samples.client.make("samples", json!({"labels": labels, "word": labels.to_string()})).await;
    }
    for (query, expected) in [
        ("labels=cs.{b}", &[r#"["a","b"]"#, r#"["b","c d"]"#][..]),
        ("labels=cs.{b,\"c d\"}", &[r#"["b","c d"]"#]),
        ("labels=cd.{a,b}", &[r#"["a","b"]"#, "[]"]),
        ("labels=ov.{a,\"c d\"}", &[r#"["a","b"]"#, r#"["b","c d"]"#]),
        ("or=(labels.cs.{a,b},labels.is.null)", &[r#"["a","b"]"#, "null"]),
    ] {
        assert_eq!(found(&samples.client, &format!("samples?{query}"), "word").await, expected, "{query}");
    }
}

#[tokio::test]
async fn json_is_not_asked_what_its_index_cannot_tell() {
    let (_practice, client) = practice_with_cases().await;
    for operator in ["cd", "ov"] {
        let reply = client.get(&format!("cases?tags={operator}.[\"zirconia\"]")).await;
        assert_eq!(reply.refused(), (400, "unsupported_operator"), "{operator}");
        assert!(reply.message.ends_with("taken are is.null, cs."), "{}", reply.message);
    }
}

#[tokio::test]
async fn an_empty_value_is_neither_found_nor_found_by_the_opposite() {
    let samples = Samples::new().await;
    for word in [json!("one"), json!("two"), Value::Null] {
        samples.client.make("samples", json!({"word": word})).await;
    }
    for query in ["word=not.ilike.*one*", "not.or=(word.ilike.*one*,size.is.not_null)"] {
        assert_eq!(found(&samples.client, &format!("samples?{query}"), "word").await, ["two"], "{query}");
    }
}

#[tokio::test]
async fn what_all_tenants_share_is_searched_too() {
    let (practice, client) = practice_with_cases().await;
    let shared = client.catalog.resources().iter().filter(|resource| resource.column("tenant_id").is_none());
    let searched: Vec<String> = shared
        .flat_map(|resource| resource.columns.iter().map(move |column| (resource, column)))
        .filter(|(resource, column)| {
            resource.table.starts_with("\"platform\"") && column.searches.contains(&Search::Pattern)
        })
        .map(|(resource, column)| format!("{}?{}=ilike.*a*", resource.name, column.name()))
        .collect();
    assert!(!searched.is_empty());
    let names: HashSet<&str> = searched.iter().filter_map(|address| address.split('?').next()).collect();
    let client = names.into_iter().fold(Client::of(&practice, "admin").await, Client::with_all_on);
    for address in searched {
        assert_eq!(client.get(&address).await.status, 200, "{address}");
    }
}

/// What a search asks, as the plan writes it, and a value.
fn asked(operator: &str, way: Search) -> (&'static str, &'static str) {
    match (operator, way) {
        ("like", _) => ("~~ ", "%abc%"),
        ("ilike", _) => ("~~* ", "%abc%"),
        ("cd", _) => ("<@ ", "{}"),
        ("ov", _) => ("&& ", "{}"),
        (_, Search::Json) => ("@> ", "{\"a\": 1}"),
        (_, Search::Parts) => ("@> ", "{}"),
        _ => ("@@ ", "crown"),
    }
}

/// Conditions of the plan's scans of indexes.
fn index_conditions(plan: &Value, conditions: &mut Vec<String>) {
    match plan {
        Value::Object(node) => {
            if node.get("Node Type").is_some_and(|kind| kind == "Bitmap Index Scan") {
                conditions.push(node["Index Cond"].as_str().unwrap_or_default().to_owned());
            }
            node.values().for_each(|inner| index_conditions(inner, conditions));
        }
        Value::Array(nodes) => nodes.iter().for_each(|inner| index_conditions(inner, conditions)),
        _ => {}
    }
}

/// Whether one of the table's GIN indexes, were it the only index, would be asked for all of this.
async fn served(owner: &Owner, table: &str, statement: &str, asked: &[&str]) -> bool {
    let indexes = "select i.indexrelid from pg_index as i join pg_class as x on x.oid = i.indexrelid join pg_am as m on m.oid = x.relam
         where i.indrelid = $1::text::regclass and m.amname = 'gin'";
    for index in owner.query(indexes, &[&table]).await.expect("indexes") {
        let index: u32 = index.get(0);
        // Tables without rows give the planner no reason to prefer one of several.
        let explained = owner
            .simple_query(&format!(
                "begin;
                 update pg_index as i
                 set indisvalid = i.indexrelid = {index} or exists (select from pg_inherits where inhrelid = i.indexrelid and inhparent = {index})
                 where i.indrelid = '{table}'::regclass or i.indrelid in (select relid from pg_partition_tree('{table}'));
                 set local role cuspid_search;
                 explain (format json) {statement};
                 rollback"
            ))
            .await
            .expect("a plan");
        let plan = explained.iter().find_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0),
            _ => None,
        });
        let mut conditions = Vec::new();
        index_conditions(&serde_json::from_str(plan.expect("a plan")).expect("JSON"), &mut conditions);
        if conditions.iter().any(|condition| asked.iter().all(|asked| condition.contains(asked))) {
            return true;
        }
    }
    false
}

#[tokio::test]
async fn every_search_of_every_column_goes_by_its_index_within_the_tenant() {
    let Samples { practice, client, owner, .. } = &Samples::new().await;
    let tenant = practice.tenant();
    let settings = "set enable_seqscan = off; set search_path = pg_catalog; set \"app.tenant\" =";
    owner.batch_execute(&format!("{settings} '{tenant}'")).await.expect("settings");
    let (mut seen, mut missed) = (HashSet::new(), Vec::new());
    for resource in client.catalog.resources() {
        let shared = "select not exists (select from pg_attribute where attrelid = $1::text::regclass and attname = 'tenant_id')";
        let shared: bool = owner.query_one(shared, &[&resource.table]).await.expect("a table").get(0);
        for column in &resource.columns {
            for (operator, way) in SEARCHES.iter().filter(|(_, way)| column.searches.contains(way)) {
                let statement = "select platform.search_statement($1, $2, $3)";
                let statement = owner.query_one(statement, &[&resource.name, &column.name(), operator]).await;
                let statement: String = statement.expect("a statement").get(0);
                let (symbol, value) = asked(operator, *way);
                let given =
                    statement.replace("$1", &format!("'{tenant}'")).replace("$2", &format!("'{value}'"));
                let asked = if shared { &[symbol][..] } else { &["(tenant_id = ", symbol] };
                if !served(owner, &resource.table, &format!("{given} limit 10001"), asked).await {
                    missed.push(statement);
                }
                seen.insert((*operator, *way as u8));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    assert_eq!(seen.len(), SEARCHES.len(), "a kind of search has no column");
}
