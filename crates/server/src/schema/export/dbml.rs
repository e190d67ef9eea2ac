//! `schema.dbml`: tables, enumerations and references in the Database Markup Language, for diagram tools.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::model::{Column, ConstraintKind, ForeignKey, Model, Relation, RelationKind};
use super::short_type;

/// All enumerations, tables, references and, as groups, modules. The language knows no views.
pub fn write(model: &Model) -> String {
    let mut out = String::from(
        "Project cuspid {\n  database_type: 'PostgreSQL'\n  Note: 'Derived from the schema by `cargo xtask gen`.'\n}\n",
    );
    for kind in &model.enums {
        let values: String = kind.values.iter().map(|value| format!("  {}\n", quoted(value))).collect();
        let _ = write!(out, "\nEnum {} {{\n{values}}}\n", name(&kind.name));
    }
    let tables = || model.relations.iter().filter(|relation| relation.kind == RelationKind::Table);
    let mut modules: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for relation in tables() {
        table(&mut out, relation);
        if let Some(module) = &relation.module {
            modules.entry(module).or_default().push(&relation.name);
        }
    }
    out.push('\n');
    for relation in tables() {
        for key in &relation.foreign_keys {
            reference(&mut out, relation, key);
        }
    }
    for (module, tables) in modules {
        let tables: String = tables.iter().map(|table| format!("  {}\n", name(table))).collect();
        let _ = write!(out, "\nTableGroup {} {{\n{tables}}}\n", quoted(module));
    }
    out
}

fn table(out: &mut String, table: &Relation) {
    let _ = writeln!(out, "\nTable {} {{", name(&table.name));
    for one in &table.columns {
        column(out, one);
    }
    let keys = table.constraints.iter().filter_map(|key| match key.kind {
        ConstraintKind::PrimaryKey => Some((key, "pk")),
        ConstraintKind::Unique => Some((key, "unique")),
        ConstraintKind::Check | ConstraintKind::Exclusion => None,
    });
    let keys: String = keys.map(|(key, word)| format!("    ({}) [{word}]\n", names(&key.columns))).collect();
    if !keys.is_empty() {
        let _ = write!(out, "\n  indexes {{\n{keys}  }}\n");
    }
    if let Some(comment) = &table.comment {
        let _ = write!(out, "\n  Note: {}\n", text(comment));
    }
    out.push_str("}\n");
}

fn column(out: &mut String, column: &Column) {
    let mut settings = Vec::new();
    if !column.nullable {
        settings.push("not null".to_owned());
    }
    if let Some(default) = column.default.as_ref().filter(|default| !default.contains('`')) {
        settings.push(format!("default: `{default}`"));
    }
    if let Some(comment) = &column.comment {
        settings.push(format!("note: {}", text(comment)));
    }
    let settings = if settings.is_empty() { String::new() } else { format!(" [{}]", settings.join(", ")) };
    let kind = short_type(&column.kind);
    let kind = if kind.chars().all(|c| c.is_ascii_alphanumeric() || "._".contains(c)) {
        name(&kind)
    } else {
        quoted(&kind)
    };
    let _ = writeln!(out, "  {} {kind}{settings}", quoted(&column.name));
}

fn reference(out: &mut String, table: &Relation, key: &ForeignKey) {
    // The language has the rule for the whole key only.
    let rule = key.on_delete.split(" (").next().unwrap_or_default().to_lowercase();
    let _ = writeln!(
        out,
        "Ref {}: {}.({}) > {}.({}) [delete: {rule}]",
        quoted(&key.name),
        name(&table.name),
        names(&key.columns),
        name(&key.references),
        names(&key.referenced_columns),
    );
}

/// `schema.name`, each part quoted.
fn name(plain: &str) -> String {
    plain.split('.').map(quoted).collect::<Vec<_>>().join(".")
}

fn names(plain: &[String]) -> String {
    plain.iter().map(|one| quoted(one)).collect::<Vec<_>>().join(", ")
}

fn quoted(plain: &str) -> String {
    format!("\"{}\"", plain.replace('"', ""))
}

fn text(plain: &str) -> String {
    format!("'{}'", plain.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', " "))
}
