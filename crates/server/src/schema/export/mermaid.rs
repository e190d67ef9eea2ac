//! `erd/<module>.mmd`: the tables of a module with their keys and relations, as a Mermaid diagram.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::model::{ConstraintKind, ForeignKey, Model, Relation, RelationKind};
use super::{Derived, short_type, telling};

/// A diagram for each module that makes tables.
pub fn write(model: &Model) -> Vec<Derived> {
    let mut modules: BTreeMap<&str, Vec<&Relation>> = BTreeMap::new();
    for relation in &model.relations {
        if let (RelationKind::Table, Some(module)) = (relation.kind, &relation.module) {
            modules.entry(module).or_default().push(relation);
        }
    }
    let diagram = |(module, tables): (&str, Vec<&Relation>)| Derived {
        path: format!("generated/erd/{module}.mmd"),
        text: diagram(module, &tables),
    };
    modules.into_iter().map(diagram).collect()
}

fn diagram(module: &str, tables: &[&Relation]) -> String {
    let mut out = format!(
        "%% {module}: tables with the columns of their keys. Left out: that rows belong to a tenant and who made and changed them.\nerDiagram\n"
    );
    for table in tables {
        entity(&mut out, table);
    }
    for table in tables {
        for key in &table.foreign_keys {
            if let Some(column) = telling(key) {
                let (one, many) = ends(table, key);
                let _ =
                    writeln!(out, "    \"{}\" {many}--{one} \"{}\" : {column}", table.name, key.references);
            }
        }
    }
    out
}

fn entity(out: &mut String, table: &Relation) {
    let _ = writeln!(out, "    \"{}\" {{", table.name);
    for column in &table.columns {
        let name = &column.name;
        let mut marks = Vec::new();
        if table.primary_key().contains(name) {
            marks.push("PK");
        }
        if table.foreign_keys.iter().any(|key| telling(key).is_some() && key.columns.contains(name)) {
            marks.push("FK");
        }
        if unique(table).any(|key| key.contains(name)) {
            marks.push("UK");
        }
        if !marks.is_empty() {
            let kind = plain(&short_type(&column.kind));
            let _ = writeln!(out, "        {kind} {name} {}", marks.join(", "));
        }
    }
    out.push_str("    }\n");
}

/// The columns of each key beside the primary one.
fn unique(table: &Relation) -> impl Iterator<Item = &[String]> {
    let keys = table.constraints.iter().filter(|key| key.kind == ConstraintKind::Unique);
    keys.map(|key| key.columns.as_slice())
}

/// How many rows a foreign key joins: of the table that it refers to, and of its own.
fn ends(table: &Relation, key: &ForeignKey) -> (&'static str, &'static str) {
    let nullable = table.columns.iter().any(|column| column.nullable && key.columns.contains(&column.name));
    let mut keys = unique(table).chain([table.primary_key()]).filter(|unique| !unique.is_empty());
    let single = keys.any(|unique| unique.iter().all(|column| key.columns.contains(column)));
    (if nullable { "o|" } else { "||" }, if single { "|o" } else { "}o" })
}

/// A type by the letters that Mermaid takes, without its schema and size.
fn plain(kind: &str) -> String {
    let bare = kind.rsplit('.').next().unwrap_or(kind);
    let end = bare.find('(').unwrap_or(bare.len());
    bare[..end].chars().filter(|c| c.is_ascii_alphanumeric() || "_[]".contains(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_has_letters_that_mermaid_takes() {
        assert_eq!(plain("platform.case_status"), "case_status");
        assert_eq!(plain("numeric(5,2)"), "numeric");
        assert_eq!(plain("text[]"), "text[]");
    }
}
