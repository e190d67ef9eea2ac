//! Whether a filled database holds together: every foreign key of the catalog and a row in every table.

use anyhow::ensure;
use pg::{Tx, sql};

/// # Errors
/// Where a table is empty or a row refers to one that is not there; all of them are named.
pub(super) async fn verify(tx: &Tx) -> anyhow::Result<()> {
    let mut wrong = Vec::new();
    let keys = tx
        .query(sql!("select c.conname::text, c.conrelid::regclass::text, c.confrelid::regclass::text,
                    (select array_agg(a.attname::text order by k.place) from unnest(c.conkey) with ordinality as k (number, place)
                     join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.number),
                    (select array_agg(a.attname::text order by k.place) from unnest(c.confkey) with ordinality as k (number, place)
                     join pg_attribute as a on a.attrelid = c.confrelid and a.attnum = k.number)
             from pg_constraint as c
             where c.contype = 'f' and c.conparentid = 0 and c.connamespace in ('platform'::regnamespace, 'tenant'::regnamespace)
             order by 2, 1"), &[],
        )
        .await?;
    for key in &keys {
        let (name, child, parent): (&str, &str, &str) = (key.get(0), key.get(1), key.get(2));
        let (from, to): (Vec<String>, Vec<String>) = (key.get(3), key.get(4));
        let all = |table: &str, columns: &[String], test: &str| {
            let tests: Vec<String> =
                columns.iter().map(|column| format!("{table}.\"{column}\" {test}")).collect();
            tests.join(" and ")
        };
        let pairs: Vec<String> =
            from.iter().zip(&to).map(|(from, to)| format!("p.\"{to}\" = c.\"{from}\"")).collect();
        let statement = format!(
            "select count(*) from {child} as c where {} and not exists (select from {parent} as p where {})",
            all("c", &from, "is not null"),
            pairs.join(" and ")
        );
        let orphans: i64 = tx.query_one(&statement, &[]).await?.get(0);
        if orphans > 0 {
            wrong.push(format!("{child}: {orphans} rows break {name}"));
        }
    }
    for table in tables(tx).await? {
        let found: bool = tx.query_one(&format!("select exists (select from {table})"), &[]).await?.get(0);
        if !found {
            wrong.push(format!("{table} is empty"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// The tables of the schema, without templates of columns and without parts of tables.
pub(super) async fn tables(tx: &Tx) -> anyhow::Result<Vec<String>> {
    let found = tx
        .query(
            sql!(
                "select c.oid::regclass::text from pg_class as c
             where c.relkind in ('r', 'p') and not c.relispartition
               and c.relnamespace in ('platform'::regnamespace, 'tenant'::regnamespace)
               and c.relname not in ('tenant_row', 'deletable_row', 'global_row')
             order by 1"
            ),
            &[],
        )
        .await?;
    Ok(found.iter().map(|table| table.get(0)).collect())
}
