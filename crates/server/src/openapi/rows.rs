//! The rows' part of the OpenAPI 3.1 document, from the catalog: paths, and a schema for each resource.
//!
//! What is the same for every resource is in `rows.json`: operations with `{name}`, `{words}`, `{comment}` and `{embeds}`
//! for what differs, `"refused"` for the one refusal, and names of limits for their numbers. The actions' paths and the
//! rest are laid over it. Schemas are named like the resource: `cases` is a row, `cases_new` what an insert takes,
//! `cases_change` what a change takes. The schema `Problem` is the server's.

use resource::catalog::{Catalog, Column, Kind, Resource, Verb};
use resource::request::SEARCHES;
use resource::{BASE, limits};
use serde_json::{Map, Value, json};

const TEMPLATE: &str = include_str!("rows.json");

/// `{"paths": …, "components": …}` for all resources.
pub fn document(catalog: &Catalog) -> Value {
    let template: Value = serde_json::from_str(TEMPLATE).unwrap_or_default();
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    let mut shared = filled(&template["shared"], &[]);
    for resource in catalog.resources() {
        let name = &resource.name;
        let (words, embeds) = (name.replace('_', " "), catalog.embeds(resource).join(", "));
        let known = [
            ("{name}", name.as_str()),
            ("{words}", &words),
            ("{comment}", &resource.comment),
            ("{embeds}", &embeds),
        ];
        let part = |part: &str| filled(&template[part], &known);
        let (mut list, mut row) = (part("list"), part("row"));
        if let Some(Value::Array(parameters)) = list.pointer_mut("/get/parameters") {
            parameters
                .extend(resource.columns.iter().filter(|column| column.kind != Kind::Other).map(filter));
        }
        let offered =
            |(method, verb): &(&str, Verb)| resource.verbs.contains(verb).then(|| method.to_string());
        let methods =
            [("get", Verb::Read), ("post", Verb::Create), ("patch", Verb::Update), ("delete", Verb::Delete)];
        let offered: Vec<String> = methods.iter().filter_map(offered).collect();
        for path in [&mut list, &mut row].into_iter().filter_map(Value::as_object_mut) {
            path.retain(|method, _| method == "parameters" || offered.contains(method));
        }
        paths.insert(format!("{BASE}/{name}"), list);
        paths.insert(format!("{BASE}/{name}/{{id}}"), row);
        if resource.deleted_at().is_some() && resource.verbs.contains(&Verb::Read) {
            paths.insert(format!("{BASE}/{name}/{{id}}/history"), part("history"));
        }
        if resource.soft_delete {
            paths.insert(format!("{BASE}/{name}/{{id}}/restore"), part("restore"));
        }
        schemas.insert(name.clone(), row_schema(resource));
        if resource.verbs.contains(&Verb::Create) {
            schemas.insert(format!("{name}_new"), written_schema(resource, true));
        }
        if resource.verbs.contains(&Verb::Update) {
            schemas.insert(format!("{name}_change"), written_schema(resource, false));
        }
        if let (Value::Object(all), Value::Object(own)) = (&mut shared["responses"], part("responses")) {
            all.extend(own);
        }
    }
    shared["schemas"] = Value::Object(schemas);
    json!({"paths": paths, "components": shared})
}

/// A part of the template with what differs put in.
fn filled(part: &Value, known: &[(&str, &str)]) -> Value {
    let put =
        |text: &str| known.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
    match part {
        Value::String(text) => match text.as_str() {
            "refused" => json!({"$ref": "#/components/responses/refused"}),
            "bulk_rows" => json!(limits::BULK_ROWS.most),
            "list_rows" => json!(limits::LIST_ROWS.most),
            "page_rows" => json!(limits::PAGE_ROWS),
            "offset_rows" => json!(limits::OFFSET_ROWS.most),
            text => Value::String(put(text)),
        },
        Value::Array(items) => items.iter().map(|item| filled(item, known)).collect(),
        Value::Object(fields) => fields.iter().map(|(key, value)| (put(key), filled(value, known))).collect(),
        other => other.clone(),
    }
}

/// The parameter that filters by a column.
fn filter(column: &Column) -> Value {
    let searches = SEARCHES.iter().filter(|(_, way)| column.searches.contains(way));
    let searches: String = searches.map(|(name, _)| format!(", {name}.…")).collect();
    let compared = if column.kind.comparable() { "eq.…, not.in.(…), " } else { "" };
    json!({
        "name": column.name(),
        "in": "query",
        "description": format!("{} As operator.value: {compared}is.null{searches}.", column.comment),
        "schema": {"type": "string"},
    })
}

fn row_schema(resource: &Resource) -> Value {
    let required = resource.columns.iter().filter(|column| !column.nullable).map(Column::name);
    json!({
        "type": "object",
        "description": resource.comment,
        "properties": properties(resource.columns.iter()),
        "required": required.collect::<Vec<_>>(),
    })
}

fn written_schema(resource: &Resource, new: bool) -> Value {
    let columns = || resource.columns.iter().filter(|column| !column.managed);
    let required = columns().filter(|column| new && !column.optional).map(Column::name);
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
    columns.map(|column| (column.name().to_owned(), column_schema(column))).collect()
}

fn kind_schema(kind: &Kind) -> Value {
    match kind {
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
        Kind::Array(kind) => json!({"type": "array", "items": kind_schema(kind)}),
        Kind::Json | Kind::Other => json!({}),
    }
}

fn column_schema(column: &Column) -> Value {
    let mut schema = kind_schema(&column.kind);
    for (key, value) in &column.shape {
        schema[key] = value.clone();
    }
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
