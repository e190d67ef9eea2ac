//! The engine's part of the OpenAPI 3.1 document, from the catalog: paths, and a schema for each resource.
//!
//! The server lays the actions' paths and the rest over it. Schemas are named like the resource: `cases` is a row,
//! `cases_new` what an insert takes, `cases_change` what a change takes. Refusals refer to the schema `Problem`, which
//! is the server's.

use serde_json::{Map, Value, json};

use crate::catalog::{Catalog, Column, Kind, Resource, Verb};
use crate::{BASE, limits};

/// `{"paths": …, "components": …}` for all resources.
pub fn document(catalog: &Catalog) -> Value {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for resource in catalog.resources() {
        let name = &resource.name;
        let (mut list, mut row) = (json!({}), json!({"parameters": [reference("parameters", "id")]}));
        for verb in &resource.verbs {
            match verb {
                Verb::Read => {
                    schemas.insert(name.clone(), row_schema(resource));
                    list["get"] = list_operation(catalog, resource);
                    row["get"] = get_operation(resource);
                }
                Verb::Create => {
                    schemas.insert(format!("{name}_new"), written_schema(resource, true));
                    list["post"] = create_operation(resource);
                }
                Verb::Update => {
                    schemas.insert(format!("{name}_change"), written_schema(resource, false));
                    row["patch"] = update_operation(resource);
                }
                Verb::Delete => row["delete"] = delete_operation(resource),
            }
        }
        paths.insert(format!("{BASE}/{name}"), list);
        paths.insert(format!("{BASE}/{name}/{{id}}"), row);
    }
    json!({
        "paths": paths,
        "components": {"schemas": schemas, "parameters": parameters(), "responses": responses()},
    })
}

fn reference(section: &str, name: &str) -> Value {
    json!({"$ref": format!("#/components/{section}/{name}")})
}

fn row_schema(resource: &Resource) -> Value {
    let required = resource
        .columns
        .iter()
        .filter(|column| !column.nullable)
        .map(Column::name);
    json!({
        "type": "object",
        "description": resource.comment,
        "properties": properties(resource.columns.iter()),
        "required": required.collect::<Vec<_>>(),
    })
}

fn written_schema(resource: &Resource, new: bool) -> Value {
    let columns = || resource.columns.iter().filter(|column| !column.managed);
    let required = columns()
        .filter(|column| new && !column.optional)
        .map(Column::name);
    json!({
        "type": "object",
        "description": resource.comment,
        "properties": properties(columns()),
        "additionalProperties": false,
        "required": required.collect::<Vec<_>>(),
        "minProperties": if new { 0 } else { 1 },
    })
}

fn properties<'a>(columns: impl Iterator<Item = &'a Column>) -> Map<String, Value> {
    columns
        .map(|column| (column.name().to_owned(), column_schema(column)))
        .collect()
}

fn column_schema(column: &Column) -> Value {
    let mut schema = match &column.kind {
        Kind::Uuid => json!({"type": "string", "format": "uuid"}),
        Kind::Bool => json!({"type": "boolean"}),
        Kind::Int(bits) => json!({"type": "integer", "format": if *bits == 64 { "int64" } else { "int32" }}),
        Kind::Float(bits) => {
            json!({"type": "number", "format": if *bits == 64 { "double" } else { "float" }})
        }
        Kind::Numeric => json!({"type": "number"}),
        Kind::Text => json!({"type": "string"}),
        Kind::Date => json!({"type": "string", "format": "date"}),
        Kind::Timestamp => json!({"type": "string", "format": "date-time"}),
        Kind::Inet => json!({"type": "string"}),
        Kind::Enum(labels) => json!({"type": "string", "enum": labels}),
        Kind::Json | Kind::Other => json!({}),
    };
    if column.nullable {
        if let Some(Value::String(one)) = schema.get("type").cloned() {
            schema["type"] = json!([one, "null"]);
        }
        if let Some(Value::Array(labels)) = schema.get_mut("enum") {
            labels.push(Value::Null);
        }
    }
    schema["description"] = json!(column.comment);
    if column.managed {
        schema["readOnly"] = json!(true);
    }
    if column.content != "plain" {
        schema["x-content"] = json!(column.content);
    }
    schema
}

fn list_operation(catalog: &Catalog, resource: &Resource) -> Value {
    let mut parameters: Vec<Value> = [
        "select",
        "order",
        "limit",
        "offset",
        "cursor",
        "or",
        "and",
        "prefer_list",
    ]
    .iter()
    .map(|name| reference("parameters", name))
    .collect();
    for column in resource
        .columns
        .iter()
        .filter(|column| column.kind != Kind::Other)
    {
        parameters.push(json!({
            "name": column.name(),
            "in": "query",
            "description": format!("{} As operator.value: eq.…, not.in.(…), is.null.", column.comment),
            "schema": {"type": "string"},
        }));
    }
    json!({
        "operationId": format!("list_{}", resource.name),
        "summary": format!("A page of {}", words(resource)),
        "description": format!("{} Can embed: {}.", resource.comment, catalog.embeds(resource).join(", ")),
        "tags": [resource.name],
        "parameters": parameters,
        "responses": answers(json!({
            "200": list_answer("The whole list, or a page of it; Link leads to the next one.", resource),
            "206": list_answer("A page of a list that was counted.", resource),
        }), &["400", "403", "406"]),
    })
}

fn list_answer(description: &str, resource: &Resource) -> Value {
    json!({
        "description": description,
        "headers": {
            "Content-Range": {"description": "First-last/total; * where not known.", "schema": {"type": "string"}},
            "Link": {"description": "The next page, with its cursor.", "schema": {"type": "string"}},
        },
        "content": {
            "application/json": {"schema": {"type": "array", "items": reference("schemas", &resource.name)}},
            "application/vnd.pgrst.object+json": {"schema": reference("schemas", &resource.name)},
            "text/csv": {"schema": {"type": "string"}},
        },
    })
}

fn get_operation(resource: &Resource) -> Value {
    json!({
        "operationId": format!("get_{}", resource.name),
        "summary": format!("One of {}", words(resource)),
        "tags": [resource.name],
        "parameters": [reference("parameters", "select"), reference("parameters", "if_none_match")],
        "responses": answers(json!({
            "200": row_answer("The row.", resource),
            "304": {"description": "The caller has this version."},
        }), &["400", "403", "404"]),
    })
}

fn create_operation(resource: &Resource) -> Value {
    let new = reference("schemas", &format!("{}_new", resource.name));
    let body = json!({"oneOf": [new, {"type": "array", "items": new, "minItems": 1, "maxItems": limits::BULK_ROWS.most}]});
    json!({
        "operationId": format!("create_{}", resource.name),
        "summary": format!("Add to {}", words(resource)),
        "tags": [resource.name],
        "parameters": [reference("parameters", "select"), reference("parameters", "prefer_change")],
        "requestBody": {"required": true, "content": {"application/json": {"schema": body}}},
        "responses": answers(json!({"201": row_or_rows("What was added.", resource)}), &["400", "403", "409", "413", "415", "422"]),
    })
}

fn row_or_rows(description: &str, resource: &Resource) -> Value {
    let row = reference("schemas", &resource.name);
    json!({
        "description": description,
        "headers": {
            "ETag": {"description": "The version of the one row.", "schema": {"type": "string"}},
            "Location": {"description": "Where the one row is.", "schema": {"type": "string"}},
        },
        "content": {"application/json": {"schema": {"oneOf": [row, {"type": "array", "items": row}]}}},
    })
}

fn update_operation(resource: &Resource) -> Value {
    let change = reference("schemas", &format!("{}_change", resource.name));
    json!({
        "operationId": format!("update_{}", resource.name),
        "summary": format!("Change one of {}", words(resource)),
        "tags": [resource.name],
        "parameters": [reference("parameters", "select"), reference("parameters", "if_match"), reference("parameters", "prefer_change")],
        "requestBody": {"required": true, "content": {"application/json": {"schema": change}}},
        "responses": answers(json!({
            "200": row_answer("The row as it is now.", resource),
            "204": {"description": "Changed, with Prefer: return=minimal."},
        }), &["400", "403", "404", "409", "412", "413", "415", "422"]),
    })
}

fn delete_operation(resource: &Resource) -> Value {
    json!({
        "operationId": format!("delete_{}", resource.name),
        "summary": format!("Delete one of {}", words(resource)),
        "tags": [resource.name],
        "parameters": [reference("parameters", "if_match"), reference("parameters", "prefer_change")],
        "responses": answers(json!({
            "200": row_answer("The row as it was, with Prefer: return=representation.", resource),
            "204": {"description": "Deleted."},
        }), &["400", "403", "404", "412", "422"]),
    })
}

fn row_answer(description: &str, resource: &Resource) -> Value {
    json!({
        "description": description,
        "headers": {"ETag": {"description": "The row's version.", "schema": {"type": "string"}}},
        "content": {"application/json": {"schema": reference("schemas", &resource.name)}},
    })
}

/// Adds the refusals, and 401, which every operation has.
fn answers(mut good: Value, refusals: &[&str]) -> Value {
    for status in refusals.iter().chain(&["401"]) {
        good[*status] = reference("responses", "refused");
    }
    good
}

fn words(resource: &Resource) -> String {
    resource.name.replace('_', " ")
}

fn parameters() -> Value {
    let query = |name: &str, description: String, schema: Value| json!({"name": name, "in": "query", "description": description, "schema": schema});
    let header = |name: &str, description: &str| json!({"name": name, "in": "header", "description": description, "schema": {"type": "string"}});
    let text = || json!({"type": "string"});
    json!({
        "id": {"name": "id", "in": "path", "required": true, "description": "The row.", "schema": {"type": "string", "format": "uuid"}},
        "select": query("select", "Columns and embedded resources: *,alias:column,resource(column,…).".into(), text()),
        "order": query("order", "column.desc.nullslast,column; the id comes last by itself.".into(), text()),
        "limit": query(
            "limit",
            "Rows of the page.".into(),
            json!({"type": "integer", "minimum": 0, "maximum": limits::LIST_ROWS.most, "default": limits::PAGE_ROWS}),
        ),
        "offset": query(
            "offset",
            "Rows to skip; for more, follow Link.".into(),
            json!({"type": "integer", "minimum": 0, "maximum": limits::OFFSET_ROWS.most, "default": 0}),
        ),
        "cursor": query("cursor", "Where the page begins, from Link.".into(), text()),
        "or": query("or", "(column.operator.value,…): one of them holds.".into(), text()),
        "and": query("and", "(column.operator.value,…): all of them hold.".into(), text()),
        "prefer_list": header("Prefer", "count=exact, count=planned or count=estimated."),
        "prefer_change": header("Prefer", "return=representation, return=minimal, tx=rollback."),
        "if_match": header("If-Match", "The ETag that the caller knows; 412 where the row has another."),
        "if_none_match": header("If-None-Match", "The ETag that the caller has; 304 where it is still the row's."),
    })
}

fn responses() -> Value {
    json!({"refused": {
        "description": "Refused: what is wrong, in which field, and what would be right.",
        "content": {"application/problem+json": {"schema": reference("schemas", "Problem")}},
    }})
}
