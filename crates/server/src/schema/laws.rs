//! The laws of the schema: each is a query for what breaks it, in a file of its own whose first lines say the law.

use pg::{Db, Scope, TxMode};

/// A rule that the live catalog must keep.
#[derive(Clone, Copy, Debug)]
pub struct Law {
    /// Its name: the file's.
    pub name: &'static str,
    text: &'static str,
}

impl Law {
    /// The rule in a sentence.
    pub fn sentence(&self) -> String {
        let lines = self.text.lines().map_while(|line| line.strip_prefix("-- "));
        lines.collect::<Vec<_>>().join(" ")
    }
}

/// What breaks a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The law's name.
    pub law: &'static str,
    /// The table, column, role or constraint, and what is wrong with it.
    pub what: String,
}

macro_rules! laws {
    ($folder:literal: $($name:literal)*) => {
        &[$(Law { name: $name, text: include_str!(concat!($folder, "/", $name, ".sql")) }),*]
    };
}

/// What must hold everywhere.
pub const LAWS: &[Law] = laws!("laws":
    "api_reads_no_secrets"
    "columns_recorded"
    "comments_everywhere"
    "deletion_is_whole"
    "foreign_keys_indexed"
    "health_data_has_provenance"
    "names_in_lower_snake_case"
    "no_foreign_key_into_tenants"
    "policies_are_the_equality"
    "roles_cannot_bypass"
    "row_security_forced"
    "rows_are_kept_and_traced"
    "tenant_first_in_indexes"
    "tenant_first_in_keys"
    "tenant_in_foreign_keys"
    "trail_is_append_only"
    "views_under_row_security"
);

/// What a Citus cluster would refuse beyond these; reported, not required.
pub const CLUSTER: &[Law] = laws!("cluster":
    "policies_without_sub_selects"
    "references_lead_out_only"
    "triggers_stay_with_their_tenant"
    "unique_with_tenant"
);

/// Our tables, and those of them that hold rows of tenants. Parts of partitioned tables are their parents' business, and
/// templates hold no rows.
const TABLES: &str = "
    with our_tables as (
        select c.oid from pg_class as c
        where c.relnamespace in ('platform'::regnamespace, 'tenant'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition
          and c.relname not in ('tenant_row', 'deletable_row', 'global_row', 'exposed_resources', 'exposed_columns', 'schema_migrations')),
    tenant_tables as (
        select t.oid, a.attnum as tenant_attnum from our_tables as t
        join pg_attribute as a on a.attrelid = t.oid and a.attname = 'tenant_id' and a.attnotnull and not a.attisdropped)
    ";

/// Everything that breaks one of the laws, in their order.
///
/// # Errors
/// What the database says.
pub async fn breaches(db: &Db, laws: &[Law]) -> Result<Vec<Breach>, pg::Error> {
    let tx = db.begin_as(&Scope::system("check the schema"), TxMode::Snapshot).await?;
    let mut breaches = Vec::new();
    for law in laws {
        // Fixed texts of this program; the first is a list of names for the second.
        let rows = tx.query(&format!("{TABLES} {}", law.text), &[]).await?;
        breaches.extend(rows.iter().map(|row| Breach { law: law.name, what: row.get(0) }));
    }
    Ok(breaches)
}
