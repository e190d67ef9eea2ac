//! The description of the API for programs and people: the rows, as the catalog says them, and the actions.

mod actions;
mod operation;
pub mod rows;

use axum::extract::State;
use axum::routing::get;
use axum::{Json, Router};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::{App, Problem};

/// Routes of this area. The browsable page at /api/docs is one of the page's own.
pub fn routes() -> Router<App> {
    Router::new().route("/api/v1/openapi.json", get(answer))
}

async fn answer(State(app): State<App>) -> Json<Value> {
    Json(document(&app.catalog))
}

/// The whole description of the API that serves a catalog.
pub(crate) fn document(catalog: &resource::Catalog) -> Value {
    describe(rows::document(catalog))
}

/// The whole description, over the rows' part of it.
fn describe(engine: Value) -> Value {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let mut schemas = settings.into_generator();
    schemas.subschema_for::<Problem>();
    let mut paths: Map<String, Value> = Map::new();
    for operation in actions::all(&mut schemas) {
        merge(
            paths.entry(operation.path).or_insert_with(|| json!({})),
            json!({ operation.method: operation.render() }),
        );
    }
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Cuspid",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "The open dental platform. Rows of every resource by one dialect; actions for the rest. \
                Errors are problem details (RFC 9457) with a stable code.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "security": [{"bearer": []}, {"cookie": []}],
        "components": {
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": crate::identity::COOKIE},
            },
        },
    });
    merge(&mut document, engine);
    merge(&mut document, json!({"paths": paths, "components": {"schemas": schemas.take_definitions(true)}}));
    document
}

/// Lays `other` over `base`: objects by their keys, everything else as a whole.
fn merge(base: &mut Value, other: Value) {
    match (base, other) {
        (Value::Object(base), Value::Object(other)) => {
            for (key, value) in other {
                merge(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, other) => *base = other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                if let Some(Value::String(target)) = map.get("$ref") {
                    found.push(target.clone());
                }
                map.values().for_each(|value| references(value, found));
            }
            Value::Array(list) => list.iter().for_each(|value| references(value, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_of_the_actions_leads_somewhere() {
        let rows =
            json!({"components": {"schemas": {"cases": {}, "case_files": {}, "imports": {}, "jobs": {}}}});
        let document = describe(rows);
        let mut found = Vec::new();
        references(&document, &mut found);
        assert!(!found.is_empty());
        for reference in found {
            let pointer = reference.trim_start_matches('#');
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    #[test]
    fn every_operation_has_a_name_of_its_own() {
        let document = describe(json!({}));
        let mut names: Vec<&str> = document["paths"]
            .as_object()
            .expect("paths")
            .values()
            .flat_map(|methods| methods.as_object().expect("methods").values())
            .map(|operation| operation["operationId"].as_str().expect("a name"))
            .collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
