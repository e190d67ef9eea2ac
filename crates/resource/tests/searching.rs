//! Search: patterns, words and parts, by the index of the column and within the tenant.

mod support;

use serde_json::{Value, json};
use support::Client;
use testkit::Practice;

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
