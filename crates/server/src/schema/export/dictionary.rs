//! `dictionary.md`: the data dictionary, by module, for people.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::model::{Column, ForeignKey, Model, Relation, RelationKind};
use super::{modules, short_type, telling};

const HEAD: &str = "# Data dictionary

Derived from the schema by `cargo xtask gen`. Tables and views by module, which is a file under `schema/`.

**Content** says what a column holds: plain, personal, phi (protected health information) or secret. **De-identified** says what becomes of it when records
are de-identified. **Written by** names the action that alone writes it, or the system; empty where the API writes it freely. A type with a mark `?` may be empty.

The columns `tenant_id`, `id`, `version`, `created_at`, `created_by`, `updated_at`, `updated_by`, `deleted_at`, `deleted_by` and `is_deleted` mean the same
everywhere: whose row it is, its name, how often and by whom it was changed, and whether it is deleted. They are listed only where a table says more of them.
";

/// Who refers to a table, by its name.
type Referrers<'a> = BTreeMap<&'a str, Vec<(&'a Relation, &'a ForeignKey)>>;

/// The whole dictionary.
pub fn write(model: &Model) -> String {
    let mut out = HEAD.to_owned();
    let mut referrers: Referrers<'_> = BTreeMap::new();
    for relation in &model.relations {
        for key in &relation.foreign_keys {
            referrers.entry(&key.references).or_default().push((relation, key));
        }
    }
    let standard = standard(model);
    let described = modules::described(pg::migrate::SCHEMA);
    let described = described.iter().map(|(module, words)| (Some(*module), words.as_str()));
    let rest = [(None, "What the program itself makes.")];
    let chapters: Vec<(Option<&str>, &str, Vec<&Relation>)> = described
        .chain(rest)
        .map(|(module, words)| {
            let relations = model.relations.iter().filter(|relation| {
                relation.kind != RelationKind::Partition && relation.module.as_deref() == module
            });
            (module, words, relations.collect())
        })
        .filter(|(_, _, relations): &(_, _, Vec<_>)| !relations.is_empty())
        .collect();
    contents(&mut out, &chapters);
    for (module, words, relations) in &chapters {
        let _ = write!(out, "\n## {}\n\n{}\n", title(*module), escaped(words));
        for relation in relations {
            chapter(&mut out, relation, &standard, &referrers);
        }
    }
    values(&mut out, model);
    out
}

fn title(module: Option<&str>) -> &str {
    module.unwrap_or("the program")
}

fn contents(out: &mut String, chapters: &[(Option<&str>, &str, Vec<&Relation>)]) {
    out.push_str("\n## Contents\n\n");
    for (module, _, relations) in chapters {
        let links: Vec<String> = relations.iter().map(|relation| link(&relation.name)).collect();
        let _ = writeln!(out, "- **{}**: {}", title(*module), links.join(" · "));
    }
    out.push_str("- [Values of enumerations](#values-of-enumerations)\n");
}

/// Templates hold the standard columns and no rows.
fn is_template(relation: &Relation) -> bool {
    relation.resource.is_none() && relation.name.ends_with("_row")
}

/// What the templates say of the standard columns.
fn standard(model: &Model) -> BTreeMap<&str, &str> {
    let templates = model.relations.iter().filter(|relation| is_template(relation));
    let columns = templates.flat_map(|template| &template.columns);
    columns.filter_map(|column| Some((column.name.as_str(), column.comment.as_deref()?))).collect()
}

fn chapter(
    out: &mut String,
    relation: &Relation,
    standard: &BTreeMap<&str, &str>,
    referrers: &Referrers<'_>,
) {
    let comment = relation.comment.as_deref().unwrap_or_default();
    let _ = write!(out, "\n### {}\n\n{}\n", relation.name, escaped(comment));
    if let Some(sentence) = nature(relation) {
        let _ = write!(out, "\n{sentence}\n");
    }
    let own = |column: &&Column| {
        let said = standard.get(column.name.as_str());
        is_template(relation) || said.is_none() || said.copied() != column.comment.as_deref()
    };
    let columns: Vec<&Column> = relation.columns.iter().filter(own).collect();
    if !columns.is_empty() {
        out.push_str("\n| column | type | meaning | content | de-identified | written by |\n| --- | --- | --- | --- | --- | --- |\n");
    }
    for column in columns {
        let cell = |text: &Option<String>| text.as_deref().unwrap_or_default().replace('_', " ");
        let _ = writeln!(
            out,
            "| `{}` | {}{} | {} | {} | {} | {} |",
            column.name,
            kind(&column.kind),
            if column.nullable && relation.definition.is_none() { "?" } else { "" },
            escaped(column.comment.as_deref().unwrap_or_default()),
            cell(&column.content),
            cell(&column.deidentify),
            column.owner.as_deref().unwrap_or_default(),
        );
    }
    let to = relation
        .foreign_keys
        .iter()
        .filter_map(|key| Some(format!("{} by `{}`", link(&key.references), telling(key)?)));
    links(out, "Refers to", to.collect());
    let from = referrers.get(relation.name.as_str()).into_iter().flatten();
    let from = from.filter_map(|(other, key)| Some(format!("{} by `{}`", link(&other.name), telling(key)?)));
    links(out, "Referred to by", from.collect());
}

fn links(out: &mut String, word: &str, links: Vec<String>) {
    if !links.is_empty() {
        let _ = write!(out, "\n{word} {}.\n", links.join(", "));
    }
}

/// What kind of relation it is and how the API serves it.
fn nature(relation: &Relation) -> Option<String> {
    let noun = match relation.kind {
        RelationKind::Table | RelationKind::Partition => "",
        RelationKind::View => "A view. ",
        RelationKind::MaterializedView => "A materialized view. ",
    };
    let served = relation.resource.as_ref().filter(|resource| !resource.verbs.is_empty());
    let served = served.map_or(String::new(), |resource| {
        format!("Served as `/api/v1/{}`: {}.", resource.name, resource.verbs.join(", "))
    });
    let sentence = format!("{noun}{served}");
    (!sentence.is_empty()).then(|| sentence.trim_end().to_owned())
}

/// The values of each enumerated type.
fn values(out: &mut String, model: &Model) {
    out.push_str("\n## Values of enumerations\n");
    for kind in &model.enums {
        let comment =
            kind.comment.as_deref().map_or(String::new(), |comment| format!("{}\n\n", escaped(comment)));
        let _ = write!(out, "\n### {}\n\n{comment}`{}`\n", kind.name, kind.values.join("` `"));
    }
    for domain in &model.domains {
        let checks: Vec<String> =
            domain.constraints.iter().map(|check| format!("`{}`", check.definition)).collect();
        let comment = escaped(domain.comment.as_deref().unwrap_or_default());
        let _ = write!(out, "\n### {}\n\n{comment}\n\n{}\n", domain.name, checks.join(" "));
    }
}

/// A type; one of ours as a link to its values.
fn kind(kind: &str) -> String {
    let (bare, list) = kind.strip_suffix("[]").map_or((kind, ""), |bare| (bare, "[]"));
    if bare.starts_with("platform.") { format!("{}{list}", link(bare)) } else { short_type(kind) }
}

/// A link to a heading of this page.
fn link(name: &str) -> String {
    let bare = name.strip_prefix("tenant.").or(name.strip_prefix("platform.")).unwrap_or(name);
    format!("[{bare}](#{})", name.replace('.', ""))
}

/// Text that a table of Markdown shows as it is.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|").replace('*', "\\*").replace('<', "&lt;").replace('\n', " ")
}
