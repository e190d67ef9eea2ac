//! Reads the model from a live database: one query a kind of object, each in a file of its own.

mod settle;

use std::collections::BTreeMap;

use pg::types::Json;
use pg::{Db, Row, Scope, Tx, TxMode, sql};
use serde::de::DeserializeOwned;

use super::ExportError;
use super::model::{Model, Relation};
use super::modules::modules;

/// The schemas that are ours; the queue library's is its own affair.
const SCHEMAS: [&str; 4] = ["platform", "tenant", "analytics", "sources"];

impl Model {
    /// Reads the whole schema of a database.
    ///
    /// # Errors
    /// What the database says; [`ExportError::Unknown`] where the schema holds what the model has no place for.
    pub async fn read(db: &Db) -> Result<Self, ExportError> {
        let tx = db.begin_as(&Scope::system("read the schema"), TxMode::Snapshot).await?;
        // Names are written with their schemas only where the search path does not have these.
        tx.query(sql!("select set_config('search_path', '', true)"), &[]).await?;
        let unknown = rows(&tx, sql!(include_str!("unknown.sql"))).await?;
        if !unknown.is_empty() {
            return Err(ExportError::Unknown(unknown.iter().map(|row| row.get(0)).collect()));
        }
        let version = tx
            .query_one(sql!("select current_setting('server_version_num')::integer / 10000"), &[])
            .await?
            .get::<_, i32>(0);
        let mut model = Self {
            postgresql: version.unsigned_abs(),
            roles: list(&tx, sql!(include_str!("roles.sql"))).await?,
            schemas: list(&tx, sql!(include_str!("schemas.sql"))).await?,
            extensions: list(&tx, sql!(include_str!("extensions.sql"))).await?,
            enums: list(&tx, sql!(include_str!("enums.sql"))).await?,
            domains: list(&tx, sql!(include_str!("domains.sql"))).await?,
            functions: list(&tx, sql!(include_str!("functions.sql"))).await?,
            relations: list(&tx, sql!(include_str!("relations.sql"))).await?,
        };
        model.fill(&tx).await?;
        settle::settle(&mut model);
        tx.rollback().await?;
        Ok(model)
    }

    /// What belongs to relations, and what each object needs.
    async fn fill(&mut self, tx: &Tx) -> Result<(), ExportError> {
        let mut columns = parts(tx, sql!(include_str!("columns.sql"))).await?;
        let mut constraints = parts(tx, sql!(include_str!("constraints.sql"))).await?;
        let mut foreign_keys = parts(tx, sql!(include_str!("foreign_keys.sql"))).await?;
        let mut indexes = parts(tx, sql!(include_str!("indexes.sql"))).await?;
        let mut triggers = parts(tx, sql!(include_str!("triggers.sql"))).await?;
        let mut policies = parts(tx, sql!(include_str!("policies.sql"))).await?;
        for relation in &mut self.relations {
            let name = &relation.name;
            relation.columns = columns.remove(name).unwrap_or_default();
            relation.constraints = constraints.remove(name).unwrap_or_default();
            relation.foreign_keys = foreign_keys.remove(name).unwrap_or_default();
            relation.indexes = indexes.remove(name).unwrap_or_default();
            relation.triggers = triggers.remove(name).unwrap_or_default();
            relation.policies = policies.remove(name).unwrap_or_default();
        }
        let needs = rows(tx, sql!(include_str!("needs.sql"))).await?;
        let mut needs: BTreeMap<String, Vec<String>> =
            needs.iter().map(|row| (row.get(0), row.get(1))).collect();
        let domains = self.domains.iter_mut().map(|domain| (&domain.name, &mut domain.needs));
        let functions = self.functions.iter_mut().map(|function| (&function.name, &mut function.needs));
        let relations = self.relations.iter_mut().map(|Relation { name, needs, .. }| (&*name, needs));
        for (name, slot) in domains.chain(functions).chain(relations) {
            *slot = needs.remove(name).unwrap_or_default();
        }
        let modules = modules(pg::migrate::SCHEMA);
        let module = |name: &str| modules.get(name).copied();
        for relation in &mut self.relations {
            // What a loop makes is named nowhere; it stands where the last of what it needs is made.
            let needed = || relation.needs.iter().filter_map(|need| module(need)).max();
            relation.module = module(&relation.name).or_else(needed).map(str::to_owned);
        }
        Ok(())
    }
}

async fn rows(tx: &Tx, text: &str) -> Result<Vec<Row>, ExportError> {
    Ok(tx.query(text, &[&SCHEMAS.as_slice()]).await?)
}

/// One object a row.
async fn list<T: DeserializeOwned + Send + 'static>(tx: &Tx, text: &str) -> Result<Vec<T>, ExportError> {
    rows(tx, text).await?.iter().map(|row| value(row, 0)).collect()
}

/// Parts by the relation that they belong to.
async fn parts<T: DeserializeOwned + Send + 'static>(
    tx: &Tx,
    text: &str,
) -> Result<BTreeMap<String, Vec<T>>, ExportError> {
    let mut parts: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for row in rows(tx, text).await? {
        parts.entry(row.get(0)).or_default().push(value(&row, 1)?);
    }
    Ok(parts)
}

fn value<T: DeserializeOwned>(row: &Row, at: usize) -> Result<T, ExportError> {
    let Json(value) = row.get::<_, Json<serde_json::Value>>(at);
    Ok(serde_json::from_value(value)?)
}
