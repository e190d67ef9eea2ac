//! Reads the catalog from the database's own.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use pg::{Db, Row, Scope, Tx, TxMode, sql};

use super::{Catalog, Column, Ident, Kind, Relation, Resource, Search, Verb, quote};

/// Why there is no catalog.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// What the database said.
    #[error(transparent)]
    Database(#[from] pg::Error),
    /// Every resource needs a column `id`, of type uuid.
    #[error("resource {0} has no column id of type uuid")]
    NoId(String),
    /// The catalog offers a verb that the engine does not know.
    #[error("resource {0} offers an unknown verb")]
    UnknownVerb(String),
}

/// A column as foreign keys know it: the table's oid and the number of the attribute.
type Attribute = (u32, i16);

impl Catalog {
    /// Reads what is exposed, with types, comments and foreign keys.
    ///
    /// # Errors
    /// [`LoadError::Database`] where it cannot be read, the others where what is exposed cannot be served.
    pub async fn load(db: &Db) -> Result<Self, LoadError> {
        let tx = db.begin_as(&Scope::system("load the catalog"), TxMode::Snapshot).await?;
        let mut resources = resources(&tx).await?;
        let origins = columns(&tx, &mut resources).await?;
        relate(&tx, &mut resources, &origins).await?;
        searches(&tx, &mut resources).await?;
        super::shape::shapes(&tx, &mut resources).await?;
        actions(&tx, &mut resources).await?;
        tx.rollback().await?;
        for resource in &mut resources {
            let id =
                resource.columns.iter().position(|column| column.name() == "id" && column.kind == Kind::Uuid);
            resource.id = id.ok_or_else(|| LoadError::NoId(resource.name.clone()))?;
        }
        Ok(Self { resources, affordable: Arc::default() })
    }
}

/// The resources, sorted as [`Catalog::resource`] searches, and without columns.
async fn resources(tx: &Tx) -> Result<Vec<Resource>, LoadError> {
    let rows = tx
        .query(
            sql!(
                "select r.resource, r.table_schema::text, r.table_name::text, r.verbs, r.soft_delete,
                        coalesce(obj_description(c.oid, 'pg_class'), '')
                 from platform.exposed_resources as r
                 join pg_class as c on c.oid = to_regclass(format('%I.%I', r.table_schema, r.table_name))
                 where r.verbs <> '{}'
                 order by r.resource collate \"C\""
            ),
            &[],
        )
        .await?;
    rows.iter().map(resource).collect()
}

fn resource(row: &Row) -> Result<Resource, LoadError> {
    let name: String = row.get(0);
    let verbs: Vec<String> = row.get(3);
    let verbs = verbs
        .iter()
        .map(|offered| Verb::ALL.into_iter().find(|verb| verb.name() == offered))
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| LoadError::UnknownVerb(name.clone()))?;
    Ok(Resource {
        name,
        table: format!("{}.{}", quote(row.get(1)), quote(row.get(2))),
        comment: row.get(5),
        verbs,
        soft_delete: row.get(4),
        columns: Vec::new(),
        id: 0,
        relations: Vec::new(),
        actions: Vec::new(),
        whole: OnceLock::new(),
    })
}

/// Where each column of each resource comes from: of a table itself, of a view what its rule says.
type Origins = Vec<HashMap<Attribute, Ident>>;

/// In a view's rule, what the queries within it give comes before what the view itself gives: the last of a name counts.
async fn columns(tx: &Tx, resources: &mut [Resource]) -> Result<Origins, LoadError> {
    let rows = tx
        .query(
            sql!(
                "select r.resource, a.attname::text, coalesce(o.relid, a.attrelid), coalesce(o.attnum, a.attnum),
                        e.content::text, e.managed, not a.attnotnull, a.atthasdef,
                        a.attname = any ('{tenant_id,id,version,created_at,created_by,updated_at,updated_by,deleted_at,deleted_by}')
                            or a.attgenerated <> '' or c.relkind in ('v', 'm'),
                        coalesce(col_description(a.attrelid, a.attnum), ''),
                        format_type(b.oid, case when b.oid = t.oid then a.atttypmod else t.typtypmod end),
                        case when i.typtype = 'e' then 'enum' else i.typname::text end,
                        array(select enumlabel::text from pg_enum where enumtypid = i.oid order by enumsortorder),
                        b.typcategory = 'A'
                 from platform.exposed_resources as r
                 join platform.exposed_columns as e on e.resource = r.resource and e.content <> 'secret'
                 join pg_class as c on c.oid = to_regclass(format('%I.%I', r.table_schema, r.table_name))
                 join pg_attribute as a on a.attrelid = c.oid and a.attname = e.column_name and not a.attisdropped
                 join pg_type as t on t.oid = a.atttypid
                 join pg_type as b on b.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
                 join pg_type as i on i.oid = case when b.typcategory = 'A' then b.typelem else b.oid end
                 left join (
                     select distinct on (w.ev_class, m.entry[1])
                         w.ev_class, m.entry[1]::name as attname, m.entry[2]::oid as relid, m.entry[3]::int2 as attnum
                     from pg_rewrite as w,
                          regexp_matches(w.ev_action::text,
                              ':resname (\\S+) :ressortgroupref \\d+ :resorigtbl (\\d+) :resorigcol (\\d+)', 'g') with ordinality as m (entry, at)
                     order by w.ev_class, m.entry[1], m.at desc
                 ) as o on o.ev_class = c.oid and o.attname = a.attname and o.relid <> 0 and c.relkind in ('v', 'm')
                 order by r.resource collate \"C\", a.attnum"
            ),
            &[],
        )
        .await?;
    let mut origins = vec![HashMap::new(); resources.len()];
    for row in &rows {
        let name: &str = row.get(0);
        let Some(at) = resources.iter().position(|resource| resource.name == name) else {
            continue;
        };
        let column = column(row);
        origins[at].insert((row.get(2), row.get(3)), column.ident.clone());
        resources[at].columns.push(column);
    }
    Ok(origins)
}

fn column(row: &Row) -> Column {
    let kind = Kind::of(row.get(11), row.get(12));
    Column {
        ident: Ident::new(row.get(1)),
        kind: if row.get(13) { Kind::Array(Box::new(kind)) } else { kind },
        cast: row.get(10),
        nullable: row.get(6),
        optional: row.get::<_, bool>(6) || row.get::<_, bool>(7),
        managed: row.get(5),
        upkeep: row.get(8),
        content: row.get(4),
        searches: Vec::new(),
        shape: Default::default(),
        comment: row.get(9),
    }
}

/// What a GIN index covers, rows can be searched by.
async fn searches(tx: &Tx, resources: &mut [Resource]) -> Result<(), LoadError> {
    let rows = tx
        .query(
            sql!(
                "select r.resource, a.attname::text,
                        case when i.indkey[k] = 0 then 'words' when o.opcname = 'gin_trgm_ops' then 'pattern'
                             when o.opcname = 'array_ops' then 'parts' else 'json' end
                 from platform.exposed_resources as r
                 join pg_index as i on i.indrelid = to_regclass(format('%I.%I', r.table_schema, r.table_name))
                 join pg_class as x on x.oid = i.indexrelid
                 join pg_am as m on m.oid = x.relam and m.amname = 'gin'
                 cross join generate_series(0, i.indnkeyatts - 1) as k
                 join pg_opclass as o on o.oid = i.indclass[k]
                 join pg_attribute as a on a.attrelid = i.indrelid
                     and (a.attnum = i.indkey[k] and o.opcname in ('gin_trgm_ops', 'array_ops', 'jsonb_ops', 'jsonb_path_ops')
                          or i.indkey[k] = 0 and pg_get_indexdef(i.indexrelid, k + 1, true)
                              = format('to_tsvector(''simple''::regconfig, %I)', a.attname))
                 order by r.resource, a.attnum"
            ),
            &[],
        )
        .await?;
    for row in &rows {
        let (name, column): (&str, &str) = (row.get(0), row.get(1));
        let search = match row.get(2) {
            "words" => Search::Words,
            "pattern" => Search::Pattern,
            "parts" => Search::Parts,
            _ => Search::Json,
        };
        let columns = resources.iter_mut().filter(|resource| resource.name == name);
        for column in
            columns.flat_map(|resource| &mut resource.columns).filter(|known| known.name() == column)
        {
            column.searches.push(search);
        }
    }
    Ok(())
}

/// Each foreign key between two resources is a way in both directions. A view takes part with the columns that it
/// shows of the tables under it, which is how `members` stands for memberships.
async fn relate(tx: &Tx, resources: &mut [Resource], origins: &Origins) -> Result<(), LoadError> {
    let keys = tx
        .query(
            sql!(
                "select conname::text, conrelid, conkey, confrelid, confkey from pg_constraint
                 where contype = 'f' and conparentid = 0
                 order by conrelid, conkey"
            ),
            &[],
        )
        .await?;
    for key in &keys {
        let (from, to): (Vec<i16>, Vec<i16>) = (key.get(2), key.get(4));
        for here in 0..resources.len() {
            let Some(local) = shown(&origins[here], key.get(1), &from) else {
                continue;
            };
            for there in 0..resources.len() {
                let Some(remote) = shown(&origins[there], key.get(3), &to) else {
                    continue;
                };
                let column = local.iter().find(|column| column.name != "tenant_id").or(local.first());
                let forth = Relation {
                    column: column.map(|column| column.name.clone()).unwrap_or_default(),
                    constraint: key.get(0),
                    target: there,
                    many: false,
                    pairs: local.iter().cloned().zip(remote.iter().cloned()).collect(),
                };
                let back = Relation {
                    target: here,
                    many: true,
                    pairs: remote.iter().cloned().zip(local.iter().cloned()).collect(),
                    ..forth.clone()
                };
                resources[here].relations.push(forth);
                resources[there].relations.push(back);
            }
        }
    }
    Ok(())
}

/// The columns under which a resource shows these attributes of a table, if it shows them all.
fn shown(origins: &HashMap<Attribute, Ident>, table: u32, attributes: &[i16]) -> Option<Vec<Ident>> {
    attributes.iter().map(|attribute| origins.get(&(table, *attribute)).cloned()).collect()
}

/// Verbs of the rights that are not the engine's are actions.
async fn actions(tx: &Tx, resources: &mut [Resource]) -> Result<(), LoadError> {
    let rows = tx
        .query(
            sql!(
                "select distinct resource, verb from platform.permission_rights
                 where verb not in ('read', 'create', 'update', 'delete') order by resource, verb"
            ),
            &[],
        )
        .await?;
    for row in &rows {
        let name: &str = row.get(0);
        if let Some(resource) = resources.iter_mut().find(|resource| resource.name == name) {
            resource.actions.push(row.get(1));
        }
    }
    Ok(())
}
