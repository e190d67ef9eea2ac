//! `generated.ts`: types of every resource for the page.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use resource::catalog::{Catalog, Column, Kind, Relation, Resource, Verb};
use serde_json::Value;

use super::Source;

const HEAD: &str = "/**
 * What the API serves, derived from the schema by `cargo xtask gen`: for each resource a row, what an insert and a change take, and what can be
 * embedded in it. Never edited.
 */

/** A UUID. */
export type Id = string;
/** A moment, RFC 3339 in UTC. */
export type Time = string;
/** A day: 2026-01-31. */
export type Day = string;

/** One row at the end of a foreign key, or none that the reader may see. */
export interface One<N> {
    of: N;
    many: false;
}
/** The rows that refer by a foreign key. */
export interface Many<N> {
    of: N;
    many: true;
}
";

/// Names of enumerated types by their values, which is how the catalog of the API knows them.
type Enums<'a> = BTreeMap<(&'a str, &'a str), &'a str>;

/// All types.
pub fn write(source: &Source) -> String {
    let mut out = HEAD.to_owned();
    for kind in &source.model.enums {
        let name = bare(&kind.name);
        comment(&mut out, "", kind.comment.as_deref().unwrap_or_default());
        let values: Vec<String> = kind.values.iter().map(|value| text(value)).collect();
        let constant = format!("{}Values", lower_camel(name));
        let _ = writeln!(out, "export const {constant} = [{}] as const;", values.join(", "));
        let _ = writeln!(out, "export type {} = (typeof {constant})[number];", camel(name));
    }
    let enums = enums(source);
    for resource in source.catalog.resources() {
        types(&mut out, &source.catalog, resource, &enums);
    }
    out.push_str("\n/** All resources by name. */\nexport interface Resources {\n");
    for resource in source.catalog.resources() {
        let name = camel(&resource.name);
        let part = |verb, part: &str| {
            if resource.verbs.contains(&verb) { format!("{name}{part}") } else { "never".into() }
        };
        let (new, change) = (part(Verb::Create, "New"), part(Verb::Update, "Change"));
        let _ = writeln!(
            out,
            "    {}: {{ row: {name}Row; new: {new}; change: {change}; embeds: {name}Embeds }};",
            resource.name
        );
    }
    out.push_str("}\n");
    out
}

/// The enumerated type of each column that has one, by resource and column.
fn enums(source: &Source) -> Enums<'_> {
    let known: BTreeSet<&str> = source.model.enums.iter().map(|kind| kind.name.as_str()).collect();
    let mut enums = Enums::new();
    for relation in &source.model.relations {
        let Some(resource) = &relation.resource else { continue };
        for column in &relation.columns {
            let kind = column.kind.strip_suffix("[]").unwrap_or(&column.kind);
            if known.contains(kind) {
                enums.insert((&resource.name, &column.name), bare(kind));
            }
        }
    }
    enums
}

fn types(out: &mut String, catalog: &Catalog, resource: &Resource, enums: &Enums<'_>) {
    let name = camel(&resource.name);
    out.push('\n');
    comment(out, "", &resource.comment);
    let _ = writeln!(out, "export interface {name}Row {{");
    for column in &resource.columns {
        comment(out, "    ", &column.comment);
        let known = enums.get(&(resource.name.as_str(), column.name()));
        let _ = writeln!(out, "    {}: {};", column.name(), column_type(column, known.copied()));
    }
    out.push_str("}\n");
    let free = || resource.columns.iter().filter(|column| !column.managed);
    if resource.verbs.contains(&Verb::Create) {
        let optional = format!("Partial<{}>", pick(&name, free().filter(|column| column.optional)));
        let all = match pick(&name, free().filter(|column| !column.optional)) {
            needed if needed.ends_with(", never>") => optional,
            needed => format!("{needed} & {optional}"),
        };
        let _ = writeln!(out, "export type {name}New = {all};");
    }
    if resource.verbs.contains(&Verb::Update) {
        let _ = writeln!(out, "export type {name}Change = Partial<{}>;", pick(&name, free()));
    }
    let _ = writeln!(out, "export interface {name}Embeds {{");
    for (key, relation) in embeds(catalog, resource) {
        let many = if relation.many { "Many" } else { "One" };
        let key = if key.contains('!') { text(&key) } else { key };
        let _ = writeln!(out, "    {key}: {many}<{}>;", text(&catalog.target(relation).name));
    }
    out.push_str("}\n");
}

fn pick<'a>(name: &str, columns: impl Iterator<Item = &'a Column>) -> String {
    let names: Vec<String> = columns.map(|column| text(column.name())).collect();
    format!("Pick<{name}Row, {}>", if names.is_empty() { "never".into() } else { names.join(" | ") })
}

/// Each way to another resource under the name that the dialect takes for it: the resource's where it is the only way there, with the
/// column where there are several, the column alone for what a resource refers to within itself.
fn embeds<'a>(catalog: &'a Catalog, resource: &'a Resource) -> BTreeMap<String, &'a Relation> {
    let by_name = |relation: &Relation| {
        let target = &catalog.target(relation).name;
        (relation.many || *target != resource.name).then_some(target)
    };
    let mut embeds = BTreeMap::new();
    for relation in &resource.relations {
        let ways = |name: &str, hint: Option<&str>| {
            let fits = |way: &&Relation| {
                (by_name(way).is_some_and(|target| target == name) || !way.many && way.column == name)
                    && hint.is_none_or(|hint| way.column == hint || way.constraint == hint)
            };
            resource.relations.iter().filter(fits).count()
        };
        let key = match by_name(relation) {
            None => relation.column.clone(),
            Some(target) if ways(target, None) == 1 => target.clone(),
            Some(target) if ways(target, Some(&relation.column)) == 1 => {
                format!("{target}!{}", relation.column)
            }
            Some(target) => format!("{target}!{}", relation.constraint),
        };
        embeds.insert(key, relation);
    }
    embeds
}

fn column_type(column: &Column, known: Option<&str>) -> String {
    let kind = match (&column.kind, known) {
        (Kind::Json, _) if !column.shape.is_empty() => shape(&Value::Object(column.shape.clone())),
        (kind, known) => kind_type(kind, known),
    };
    if column.nullable && kind != "unknown" { format!("{kind} | null") } else { kind }
}

fn kind_type(kind: &Kind, known: Option<&str>) -> String {
    match (kind, known) {
        (Kind::Enum(_), Some(name)) => camel(name),
        (Kind::Enum(values), None) => union(values.iter().map(|value| text(value))),
        (Kind::Array(kind), known) => list(&kind_type(kind, known)),
        (Kind::Uuid, _) => "Id".into(),
        (Kind::Bool, _) => "boolean".into(),
        (Kind::Int(_) | Kind::Float(_) | Kind::Numeric, _) => "number".into(),
        (Kind::Text | Kind::Inet, _) => "string".into(),
        (Kind::Date, _) => "Day".into(),
        (Kind::Timestamp, _) => "Time".into(),
        (Kind::Json | Kind::Other, _) => "unknown".into(),
    }
}

/// The type of what a JSON Schema takes, as far as the schema's checks write it.
fn shape(schema: &Value) -> String {
    if let Some(values) = schema["enum"].as_array() {
        return union(values.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), text)));
    }
    match &schema["type"] {
        Value::Array(kinds) => union(kinds.iter().map(|kind| {
            let mut one = schema.clone();
            one["type"] = kind.clone();
            shape(&one)
        })),
        Value::String(kind) => match kind.as_str() {
            "object" => object(schema),
            "array" => list(&shape(&schema["items"])),
            "integer" | "number" => "number".into(),
            kind => kind.to_owned(),
        },
        _ => "unknown".into(),
    }
}

fn object(schema: &Value) -> String {
    let Some(properties) = schema["properties"].as_object() else {
        return "Record<string, unknown>".into();
    };
    let required = schema["required"].as_array();
    let field = |(name, part): (&String, &Value)| {
        let needed = required.is_some_and(|names| names.iter().any(|needed| needed == name));
        format!("{}{}: {}", key(name), if needed { "" } else { "?" }, shape(part))
    };
    format!("{{ {} }}", properties.iter().map(field).collect::<Vec<_>>().join("; "))
}

fn union(kinds: impl Iterator<Item = String>) -> String {
    let mut union: Vec<String> = Vec::new();
    for kind in kinds {
        if !union.contains(&kind) {
            union.push(kind);
        }
    }
    union.join(" | ")
}

fn list(kind: &str) -> String {
    if kind.contains([' ', '|']) { format!("({kind})[]") } else { format!("{kind}[]") }
}

fn key(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit());
    if plain { name.to_owned() } else { text(name) }
}

fn comment(out: &mut String, indent: &str, text: &str) {
    if !text.is_empty() {
        let _ = writeln!(out, "{indent}/** {} */", text.replace("*/", "* /").replace('\n', " "));
    }
}

fn text(plain: &str) -> String {
    format!("'{}'", plain.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn bare(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// `case_status` as `CaseStatus`.
fn camel(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    name.split('_').map(word).collect()
}

fn lower_camel(name: &str) -> String {
    let camel = camel(name);
    let mut letters = camel.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_shape_is_a_type() {
        let types = [
            (json!({"type": "array"}), "unknown[]"),
            (json!({"type": "object"}), "Record<string, unknown>"),
            (json!({"enum": ["a", 1]}), "'a' | 1"),
            (json!({"type": ["string", "null"]}), "string | null"),
            (
                json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}, "b-c": {"type": "boolean"}}}),
                "{ a: number; 'b-c'?: boolean }",
            ),
            (json!({"type": "array", "items": {"type": ["number", "null"]}}), "(number | null)[]"),
        ];
        for (schema, kind) in types {
            assert_eq!(shape(&schema), kind);
        }
    }

    #[test]
    fn names_are_in_the_language_s_case() {
        assert_eq!(camel("case_status"), "CaseStatus");
        assert_eq!(lower_camel("case_status"), "caseStatus");
    }
}
