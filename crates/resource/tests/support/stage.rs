//! A practice with a row of every table, made from the catalog of the database alone: the next table needs no line here.

use resource::catalog::{Column, Kind, Resource};
use serde_json::{Value, json};
use testkit::{Practice, TestDb};
use tokio_postgres::{Client as Owner, NoTls};
use uuid::Uuid;

use super::Client;

/// A practice in a database of its own, whose tables all have a row.
pub struct Stage {
    pub practice: Practice,
    pub admin: Client,
    /// The id of that row in every table. What refers to a row refers to this one.
    pub id: Uuid,
    _database: TestDb,
}

impl Stage {
    pub async fn new() -> Self {
        let database = testkit::database().await;
        let practice = Practice::beside(database.db()).await;
        let admin = Client::of(&practice, "admin").await;
        let id = Uuid::now_v7();
        let (owner, connection) = tokio_postgres::connect(database.url(), NoTls).await.expect("the owner");
        tokio::spawn(connection);
        fill(&owner, practice.tenant().uuid(), id).await;
        Self { practice, admin, id, _database: database }
    }
}

/// What only one value, or one kind of it, fits.
const SPECIAL: [(&str, &str, &str); 6] = [
    ("tenant.tooth_chart_snapshots", "chart_json", r#"{"numbering": {"code_system": "fdi"}, "teeth": []}"#),
    ("tenant.imaging_objects", "sop_instance_uid", "1.2.3"),
    ("tenant.segments", "fdi", "11"),
    ("tenant.workflows", "states", r#"[{"name": "text"}]"#),
    ("tenant.fhir_resources", "resource_type", "Patient"),
    ("tenant.webhook_events", "event_type", "case.created"),
];

fn special(table: &str, column: &str) -> Option<&'static str> {
    SPECIAL.iter().find(|(known, name, _)| *known == table && *name == column).map(|(.., value)| *value)
}

/// Writes a row into every table, past foreign keys and triggers, but not past checks.
async fn fill(owner: &Owner, tenant: Uuid, id: Uuid) {
    let begin = format!(
        "set session_replication_role = replica; set \"app.tenant\" = '{tenant}'; set \"app.user\" = '{id}'"
    );
    owner.batch_execute(&begin).await.expect("the owner may");
    let tables = owner
        .query(
            "select c.oid::regclass::text,
                    array_agg(quote_ident(a.attname) order by a.attnum),
                    array_agg(case when t.typtype = 'e' then 'enum:' || (select enumlabel from pg_enum where enumtypid = t.oid
                                                                         order by enumsortorder limit 1)
                                   when t.typtype = 'd' then t.typname else t.typname end order by a.attnum),
                    array_agg(a.attnotnull and not a.atthasdef order by a.attnum)
             from pg_class as c
             join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             join pg_type as t on t.oid = a.atttypid
             where c.relnamespace in ('tenant'::regnamespace, 'platform'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition
               and c.relname not in ('tenant_row', 'deletable_row', 'global_row', 'exposed_resources', 'exposed_columns', 'schema_migrations')
             group by c.oid",
            &[],
        )
        .await
        .expect("tables");
    let mut bare = Vec::new();
    for table in &tables {
        let name: &str = table.get(0);
        let (columns, types, needed): (Vec<String>, Vec<String>, Vec<bool>) =
            (table.get(1), table.get(2), table.get(3));
        let columns: Vec<(&str, &str, bool)> = columns
            .iter()
            .zip(&types)
            .zip(&needed)
            .map(|((name, kind), needed)| (name.as_str(), kind.as_str(), *needed))
            .collect();
        // As many references as the checks allow: all, none that need not be, just one of these, everything there is.
        let must = |(column, _, needed): &(&str, &str, bool)| {
            *needed || matches!(*column, "id" | "tenant_id") || special(name, column).is_some()
        };
        let refers = |(name, kind, _): &(&str, &str, bool)| *kind == "uuid" && !name.ends_with("_by");
        let mut attempts: Vec<Vec<&(&str, &str, bool)>> = vec![
            columns.iter().filter(|column| must(column) || refers(column)).collect(),
            columns.iter().filter(|column| must(column)).collect(),
        ];
        for one in columns.iter().filter(|column| refers(column) && !must(column)) {
            attempts.push(columns.iter().filter(|column| must(column) || column.0 == one.0).collect());
        }
        attempts.push(
            columns.iter().filter(|(name, ..)| !matches!(*name, "deleted_at" | "deleted_by")).collect(),
        );
        let mut refused = Vec::new();
        let mut written = false;
        for chosen in attempts {
            let names: Vec<&str> = chosen.iter().map(|(name, ..)| *name).collect();
            let value = |(column, kind, _): &&(&str, &str, bool)| {
                special(name, column)
                    .map_or_else(|| literal(column, kind, tenant, id), |value| format!("'{value}'"))
            };
            let values: Vec<String> = chosen.iter().map(value).collect();
            let insert = format!("insert into {name} ({}) values ({})", names.join(", "), values.join(", "));
            match owner.batch_execute(&insert).await {
                Ok(()) => written = true,
                Err(error) => refused.push(
                    error.as_db_error().map_or_else(|| error.to_string(), |error| error.message().to_owned()),
                ),
            }
            if written {
                break;
            }
        }
        if !written && !name.starts_with("platform.") {
            refused.dedup();
            bare.push(format!("{name}: {}", refused.join("; ")));
        }
    }
    assert!(bare.is_empty(), "no row fits:\n{}", bare.join("\n"));
    owner
        .batch_execute("set session_replication_role = origin; select platform.refresh_analytics(); analyze")
        .await
        .expect("views");
}

/// A value as SQL writes it.
fn literal(name: &str, kind: &str, tenant: Uuid, id: Uuid) -> String {
    match (name, kind) {
        ("tenant_id", _) => format!("'{tenant}'"),
        (_, "uuid") => format!("'{id}'"),
        (_, kind) if kind.starts_with("enum:") => format!("'{}'", &kind[5..]),
        (_, kind) if kind.starts_with('_') => "'{}'".into(),
        (_, "bool") => "true".into(),
        (_, "timestamptz") => later(name, "now()", "interval '1 hour'"),
        (_, "date") => later(name, "current_date", "1"),
        (_, "time") => later(name, "time '09:00'", "interval '1 hour'"),
        (_, "interval") => "interval '1 hour'".into(),
        (_, "json" | "jsonb") => format!(
            "'{}'",
            if name.ends_with('s') && !name.contains("preferences") && !name.contains("metrics") {
                "[]"
            } else {
                "{}"
            }
        ),
        (_, "bytea") => "sha256('x')".into(),
        (_, "inet") => "'::1'".into(),
        (_, "fdi_number") => "11".into(),
        (_, "int2" | "int4" | "int8" | "float4" | "float8" | "numeric") => "1".into(),
        (_, "tstzrange") => "tstzrange(now(), now() + interval '1 hour')".into(),
        _ => format!("'{}'", text(name)),
    }
}

/// A moment, or one after it for what ends something.
fn later(name: &str, moment: &str, by: &str) -> String {
    let ends = ["end", "until", "expires", "due", "valid_to", "_to", "completed", "finished", "max"];
    if ends.iter().any(|word| name.contains(word)) { format!("{moment} + {by}") } else { moment.into() }
}

/// Text that is likely to fit a column of this name.
fn text(name: &str) -> String {
    match name {
        name if name.contains("currency") => "EUR".into(),
        name if name.contains("checksum") || name.contains("sha256") || name.contains("hash") => {
            "0".repeat(64)
        }
        name if name.contains("email") => "a@b.example".into(),
        name if name.contains("url") || name.contains("uri") => "https://a.example/b".into(),
        name if name.contains("locale") || name.contains("language") => "en".into(),
        name if name.contains("country") => "DE".into(),
        name if name.contains("time_zone") => "UTC".into(),
        name if name.contains("color") || name.contains("colour") => "#336699".into(),
        name if name.contains("uid") => "1.2.3".into(),
        name if name.contains("phone") => "+49 30 1".into(),
        _ => "text".into(),
    }
}

/// A value that likely fits a column, as a body holds it.
pub fn sample(column: &Column, id: Uuid) -> Value {
    let name = column.name();
    match &column.kind {
        Kind::Uuid => json!(id),
        Kind::Bool => json!(true),
        Kind::Int(_) | Kind::Float(_) | Kind::Numeric if column.comment.contains("FDI") => json!(11),
        Kind::Int(_) | Kind::Float(_) | Kind::Numeric => json!(1),
        Kind::Date if later(name, "", "1").is_empty() => json!("2000-01-01"),
        Kind::Date => json!("2000-01-02"),
        Kind::Timestamp if later(name, "", "1").is_empty() => json!("2000-01-01T00:00:00Z"),
        Kind::Timestamp => json!("2000-01-01T01:00:00Z"),
        Kind::Enum(labels) => json!(labels[0]),
        Kind::Json => json!({}),
        Kind::Array(_) => json!([]),
        Kind::Inet => json!("::1"),
        Kind::Text => json!(text(name)),
        Kind::Other => json!("text"),
    }
}

/// What an insert needs, and a harmless change.
pub fn bodies(resource: &Resource, id: Uuid) -> (Value, Value) {
    let writable = || resource.columns.iter().filter(|column| !column.managed);
    let needed = writable().filter(|column| !column.optional);
    let new = needed.map(|column| (column.name().to_owned(), sample(column, id))).collect();
    let plain = writable()
        .find(|column| column.kind == Kind::Text && column.nullable)
        .or(writable().find(|column| column.kind == Kind::Text));
    let change = plain.or(writable().next()).map(|column| (column.name().to_owned(), sample(column, id)));
    (Value::Object(new), Value::Object(change.into_iter().collect()))
}
