//! The statements that make a schema anew from its model, in an empty database.

use std::collections::HashSet;
use std::fmt::Write;

use super::model::{
    Column, Constraint, Domain, Function, Grants, Model, Policy, Relation, RelationKind, RowSecurity,
};

/// The statements, separated by semicolons, all in one transaction. Rows are not among them, but what the catalog of the API records.
pub fn ddl(model: &Model) -> String {
    let mut out = String::from(
        "begin;\nset local search_path = '';\nset local check_function_bodies = off;\nset local client_min_messages = warning;\n",
    );
    for role in &model.roles {
        let role = name(role);
        // Roles belong to the cluster; another database may have made them already.
        push(
            &mut out,
            &format!(
                "do $$ begin create role {role} nologin noinherit; exception when duplicate_object or unique_violation then null; end $$"
            ),
        );
    }
    for schema in &model.schemas {
        push(&mut out, &format!("create schema {}", name(&schema.name)));
        comment(&mut out, "schema", &name(&schema.name), schema.comment.as_deref());
        grant(&mut out, "schema", &name(&schema.name), &schema.grants);
    }
    for extension in &model.extensions {
        let (extension, schema) = (name(&extension.name), name(&extension.schema));
        push(&mut out, &format!("create extension if not exists {extension} schema {schema}"));
    }
    for kind in &model.enums {
        let values: Vec<String> = kind.values.iter().map(|value| literal(value)).collect();
        push(&mut out, &format!("create type {} as enum ({})", name(&kind.name), values.join(", ")));
        comment(&mut out, "type", &name(&kind.name), kind.comment.as_deref());
    }
    for object in in_order(model) {
        match object {
            Object::Domain(domain) => make_domain(&mut out, domain),
            Object::Function(function) => make_function(&mut out, function),
            Object::Relation(relation) => make_relation(&mut out, relation),
        }
    }
    for relation in &model.relations {
        finish_relation(&mut out, relation);
    }
    // An index may be the key that a foreign key refers to.
    for relation in &model.relations {
        refer(&mut out, relation);
    }
    out.push_str("commit;\n");
    out
}

/// What may need another to be made.
#[derive(Clone, Copy)]
enum Object<'a> {
    Domain(&'a Domain),
    Function(&'a Function),
    Relation(&'a Relation),
}

impl<'a> Object<'a> {
    fn name(self) -> &'a str {
        match self {
            Self::Domain(domain) => &domain.name,
            Self::Function(function) => &function.name,
            Self::Relation(relation) => &relation.name,
        }
    }

    fn needs(self) -> &'a [String] {
        match self {
            Self::Domain(domain) => &domain.needs,
            Self::Function(function) => &function.needs,
            Self::Relation(relation) => &relation.needs,
        }
    }
}

/// Each after what it needs. What needs itself in a circle comes last, and the database says what it misses.
fn in_order(model: &Model) -> Vec<Object<'_>> {
    let mut waiting: Vec<Object<'_>> = (model.domains.iter().map(Object::Domain))
        .chain(model.functions.iter().map(Object::Function))
        .chain(model.relations.iter().map(Object::Relation))
        .collect();
    let mut missing: HashSet<&str> = waiting.iter().map(|object| object.name()).collect();
    let mut ordered = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let (ready, rest): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|object| !object.needs().iter().any(|need| missing.contains(need.as_str())));
        if ready.is_empty() {
            ordered.extend(rest);
            break;
        }
        for object in &ready {
            missing.remove(object.name());
        }
        ordered.extend(ready);
        waiting = rest;
    }
    ordered
}

fn make_domain(out: &mut String, domain: &Domain) {
    let mut text = format!("create domain {} as {}", name(&domain.name), domain.kind);
    if let Some(default) = &domain.default {
        let _ = write!(text, " default {default}");
    }
    if !domain.nullable {
        text.push_str(" not null");
    }
    for check in &domain.constraints {
        let _ = write!(text, " {}", constraint(check));
    }
    push(out, &text);
    comment(out, "domain", &name(&domain.name), domain.comment.as_deref());
}

fn make_function(out: &mut String, function: &Function) {
    push(out, &function.definition);
    let signature = &function.name;
    comment(out, "routine", signature, function.comment.as_deref());
    push(out, &format!("revoke execute on routine {signature} from public"));
    if !function.execute.is_empty() {
        let roles: Vec<String> = function.execute.iter().map(|role| grantee(role)).collect();
        push(out, &format!("grant execute on routine {signature} to {}", roles.join(", ")));
    }
    if let Some(owner) = &function.owner {
        push(out, &format!("alter routine {signature} owner to {}", name(owner)));
    }
}

fn make_relation(out: &mut String, relation: &Relation) {
    let target = name(&relation.name);
    let options = match relation.options.join(", ") {
        options if options.is_empty() => String::new(),
        options => format!(" with ({options})"),
    };
    let query = relation.definition.as_deref().unwrap_or_default();
    match relation.kind {
        RelationKind::Table => {
            let columns = relation.columns.iter().map(column);
            let parts: Vec<String> = columns.chain(relation.constraints.iter().map(constraint)).collect();
            let by = relation.partition_by.as_ref().map(|by| format!(" partition by {by}"));
            let by = by.unwrap_or_default();
            push(out, &format!("create table {target} (\n    {}\n){by}{options}", parts.join(",\n    ")));
        }
        RelationKind::Partition => {
            let of = name(relation.partition_of.as_deref().unwrap_or_default());
            push(out, &format!("create table {target} partition of {of} default{options}"));
        }
        RelationKind::View => push(out, &format!("create view {target}{options} as\n{query}")),
        RelationKind::MaterializedView => {
            push(out, &format!("create materialized view {target}{options} as\n{query}"));
        }
    }
}

fn column(column: &Column) -> String {
    let mut text = format!("{} {}", name(&column.name), column.kind);
    if let Some(collation) = &column.collation {
        let _ = write!(text, " collate {collation}");
    }
    if let Some(default) = &column.default {
        let _ = write!(text, " default {default}");
    }
    if let Some(expression) = &column.generated {
        let _ = write!(text, " generated always as ({expression}) stored");
    }
    if let Some(when) = &column.identity {
        let _ = write!(text, " generated {when} as identity");
    }
    if !column.nullable {
        text.push_str(" not null");
    }
    text
}

fn constraint(constraint: &Constraint) -> String {
    format!("constraint {} {}", name(&constraint.name), constraint.definition)
}

/// What comes when all tables, views and functions are there.
fn finish_relation(out: &mut String, relation: &Relation) {
    let target = name(&relation.name);
    let noun = match relation.kind {
        RelationKind::Table | RelationKind::Partition => "table",
        RelationKind::View => "view",
        RelationKind::MaterializedView => "materialized view",
    };
    comment(out, noun, &target, relation.comment.as_deref());
    for column in &relation.columns {
        comment(out, "column", &format!("{target}.{}", name(&column.name)), column.comment.as_deref());
    }
    for made in relation.indexes.iter().chain(&relation.triggers) {
        push(out, &made.definition);
    }
    if relation.row_security != RowSecurity::None {
        push(out, &format!("alter table {target} enable row level security"));
    }
    if relation.row_security == RowSecurity::Forced {
        push(out, &format!("alter table {target} force row level security"));
    }
    for policy in &relation.policies {
        make_policy(out, &target, policy);
    }
    if let Some(owner) = &relation.owner {
        push(out, &format!("alter {noun} {target} owner to {}", name(owner)));
    }
    grant(out, "table", &target, &relation.grants);
    for (role, privileges) in &relation.column_grants {
        for (privilege, columns) in privileges {
            push(out, &format!("grant {privilege} ({}) on {target} to {}", names(columns), grantee(role)));
        }
    }
    record(out, relation);
}

fn refer(out: &mut String, relation: &Relation) {
    let target = name(&relation.name);
    for key in &relation.foreign_keys {
        let mut text = format!(
            "alter table {target} add constraint {} foreign key ({}) references {} ({}) on delete {}",
            name(&key.name),
            names(&key.columns),
            name(&key.references),
            names(&key.referenced_columns),
            key.on_delete,
        );
        if let Some(action) = &key.on_update {
            let _ = write!(text, " on update {action}");
        }
        if let Some(when) = &key.deferrable {
            let _ = write!(text, " deferrable {when}");
        }
        push(out, &text);
    }
}

fn make_policy(out: &mut String, target: &str, policy: &Policy) {
    let roles: Vec<String> = policy.roles.iter().map(|role| grantee(role)).collect();
    let mut text = format!(
        "create policy {} on {target} as {} for {} to {}",
        name(&policy.name),
        if policy.restrictive { "restrictive" } else { "permissive" },
        policy.command,
        roles.join(", "),
    );
    if let Some(using) = &policy.using {
        let _ = write!(text, " using ({using})");
    }
    if let Some(check) = &policy.check {
        let _ = write!(text, " with check ({check})");
    }
    push(out, &text);
}

/// What the catalog of the API says of a relation.
fn record(out: &mut String, relation: &Relation) {
    let Some(resource) = &relation.resource else { return };
    let (schema, bare) = relation.name.split_once('.').unwrap_or(("", &relation.name));
    let verbs: Vec<String> = resource.verbs.iter().map(|verb| literal(verb)).collect();
    push(
        out,
        &format!(
            "insert into platform.exposed_resources (resource, table_schema, table_name, verbs, soft_delete) values ({}, {}, {}, array[{}]::text[], {})",
            literal(&resource.name),
            literal(schema),
            literal(bare),
            verbs.join(", "),
            resource.soft_delete,
        ),
    );
    for column in &relation.columns {
        let (Some(content), Some(rule)) = (&column.content, &column.deidentify) else { continue };
        push(
            out,
            &format!(
                "insert into platform.exposed_columns (resource, column_name, content, managed, owner, deidentify) values ({}, {}, {}, {}, {}, {})",
                literal(&resource.name),
                literal(&column.name),
                literal(content),
                column.owner.is_some(),
                column.owner.as_deref().map_or_else(|| "null".into(), literal),
                literal(rule),
            ),
        );
    }
}

fn push(out: &mut String, statement: &str) {
    out.push_str(statement);
    out.push_str(";\n");
}

fn comment(out: &mut String, noun: &str, target: &str, text: Option<&str>) {
    if let Some(text) = text {
        push(out, &format!("comment on {noun} {target} is {}", literal(text)));
    }
}

fn grant(out: &mut String, noun: &str, target: &str, grants: &Grants) {
    for (role, privileges) in grants {
        push(out, &format!("grant {} on {noun} {target} to {}", privileges.join(", "), grantee(role)));
    }
}

fn grantee(role: &str) -> String {
    if role == "public" { role.to_owned() } else { name(role) }
}

/// A name, or `schema.name`, as SQL writes it.
fn name(plain: &str) -> String {
    let parts = plain.splitn(2, '.').map(|part| format!("\"{}\"", part.replace('"', "\"\"")));
    parts.collect::<Vec<_>>().join(".")
}

fn names(plain: &[String]) -> String {
    plain.iter().map(|one| name(one)).collect::<Vec<_>>().join(", ")
}

/// A text as SQL writes it, whatever the server's setting for backslashes.
fn literal(text: &str) -> String {
    let quoted = text.replace('\'', "''");
    if quoted.contains('\\') {
        format!(" E'{}'", quoted.replace('\\', "\\\\"))
    } else {
        format!("'{quoted}'")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_texts_are_quoted() {
        assert_eq!(name("tenant.cases"), "\"tenant\".\"cases\"");
        assert_eq!(name("odd\"one"), "\"odd\"\"one\"");
        assert_eq!(literal("it's"), "'it''s'");
        assert_eq!(literal("a\\b"), " E'a\\\\b'");
    }
}
