//! Coverage: what each thing that the source documents name became, looked up in a live database.
//!
//! `schema/coverage.csv` has a row for each requirement: its id, what fulfils it, and a note where the name or the rule differs.
//! What fulfils it is one or more claims, joined by `; `: an object of the catalog with what must be true of it, a test, a benchmark or
//! a document, or `open` with the subject that will bring it.

use std::collections::{BTreeMap, HashMap, HashSet};

use pg::{Db, Scope, Tx, TxMode, sql};
use serde::Deserialize;

const FILE: &str = include_str!("../../../../schema/coverage.csv");

/// A row of the file.
#[derive(Clone, Debug, Deserialize)]
pub struct Requirement {
    /// The requirement: source, kind, name. `S1-C-users.email` is a column of the second source.
    pub id: String,
    /// What fulfils it.
    pub fulfilled_by: String,
    /// What differs, where something does.
    pub note: String,
}

impl Requirement {
    /// All rows of the file.
    ///
    /// # Errors
    /// Where the file is not what it should be.
    pub fn all() -> Result<Vec<Self>, csv::Error> {
        csv::Reader::from_reader(FILE.as_bytes()).deserialize().collect()
    }

    /// The source document: `S0` to `S4`.
    pub fn source(&self) -> &str {
        self.id.split('-').next().unwrap_or_default()
    }

    /// What kind of thing it is: `column`, `workflow`.
    pub fn kind(&self) -> &str {
        let mut parts = self.id.split('-').skip(1);
        match parts.next().unwrap_or_default() {
            "T" => "table",
            "C" => "column",
            "E" => "enum",
            "U" => "unique",
            "I" => "index",
            "F" => "foreign_key",
            "K" => "check",
            "V" => "view",
            "M" => "materialized_view",
            "G" => "trigger",
            "Q" => "query",
            _ => parts.next().unwrap_or_default(),
        }
    }

    /// Whether it names objects of a database, which must be there.
    pub fn is_structural(&self) -> bool {
        STRUCTURAL.contains(&self.kind())
    }

    fn claims(&self) -> impl Iterator<Item = &str> {
        self.fulfilled_by.split("; ").map(str::trim).filter(|claim| !claim.is_empty())
    }

    /// Whether it waits for what comes later.
    pub fn is_open(&self) -> bool {
        self.claims().any(|claim| claim.starts_with("open "))
    }
}

/// Kinds that name objects of a database.
const STRUCTURAL: [&str; 11] = [
    "table",
    "column",
    "enum",
    "unique",
    "index",
    "foreign_key",
    "check",
    "view",
    "materialized_view",
    "trigger",
    "seed_data",
];

/// How much of a source's kind is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Requirements.
    pub all: usize,
    /// Of them, those that are fulfilled by what is there.
    pub fulfilled: usize,
}

/// What the file says, counted, and where it is untrue.
#[derive(Debug, Default)]
pub struct Report {
    /// By source and kind.
    pub counts: BTreeMap<(String, String), Count>,
    /// Requirement and what is wrong.
    pub untrue: Vec<(String, String)>,
}

/// Holds the file against a live database.
///
/// # Errors
/// What the database says; a file that cannot be read is in the report.
pub async fn report(db: &Db) -> Result<Report, pg::Error> {
    let mut report = Report::default();
    let requirements = match Requirement::all() {
        Ok(requirements) => requirements,
        Err(error) => {
            report.untrue.push(("coverage.csv".into(), error.to_string()));
            return Ok(report);
        }
    };
    let scope = Scope::system("check the coverage").for_tenant(pg::TenantId::new(uuid::Uuid::nil()));
    let tx = db.begin_as(&scope, TxMode::Snapshot).await?;
    let live = Live::load(&tx).await?;
    let mut seen = HashSet::new();
    for requirement in &requirements {
        let before = report.untrue.len();
        let mut say = |what: String| report.untrue.push((requirement.id.clone(), what));
        if !seen.insert(&requirement.id) {
            say("twice in the file".into());
        }
        if requirement.claims().next().is_none() {
            say("nothing fulfils it".into());
        }
        if requirement.is_open() && requirement.is_structural() {
            say("names an object of the database, which must be there".into());
        }
        for claim in requirement.claims() {
            if let Err(wrong) = live.hold(&tx, claim).await? {
                say(wrong);
            }
        }
        let is_true = report.untrue.len() == before;
        let count =
            report.counts.entry((requirement.source().into(), requirement.kind().into())).or_default();
        count.all += 1;
        count.fulfilled += usize::from(is_true && !requirement.is_open());
    }
    Ok(report)
}

/// The catalog of a live database, as far as claims speak of it.
struct Live {
    /// Kinds of relations: `r`, `p`, `v`, `m`.
    relations: HashMap<String, String>,
    /// Types of columns, by `schema.table.column`.
    columns: HashMap<String, String>,
    labels: HashMap<String, HashSet<String>>,
    indexes: HashMap<String, Vec<Index>>,
    /// Targets and delete rules, by `schema.table(columns)`.
    foreign_keys: HashMap<String, Vec<String>>,
    checks: HashMap<String, Vec<String>>,
    triggers: HashSet<String>,
    functions: HashSet<String>,
}

struct Index {
    unique: bool,
    gin: bool,
    columns: Vec<String>,
}

impl Live {
    async fn load(tx: &Tx) -> Result<Self, pg::Error> {
        let pairs = async |text| {
            Ok::<_, pg::Error>(
                tx.query(text, &[])
                    .await?
                    .iter()
                    .map(|row| (row.get(0), row.get(1)))
                    .collect::<Vec<(String, String)>>(),
            )
        };
        let relations = pairs(sql!(
            "select format('%s.%s', n.nspname, c.relname), c.relkind::text from pg_class as c
             join pg_namespace as n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm')"
        ));
        let columns = pairs(sql!(
            "select format('%s.%s.%s', n.nspname, c.relname, a.attname), format_type(a.atttypid, a.atttypmod) from pg_attribute as a
             join pg_class as c on c.oid = a.attrelid join pg_namespace as n on n.oid = c.relnamespace
             where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm')"
        ));
        let labels = pairs(sql!(
            "select format('%s.%s', n.nspname, t.typname), e.enumlabel::text from pg_enum as e
             join pg_type as t on t.oid = e.enumtypid join pg_namespace as n on n.oid = t.typnamespace"
        ));
        let foreign_keys = pairs(sql!(
            "select format('%s.%s(%s)', n.nspname, c.relname,
                        (select string_agg(a.attname, ',' order by k.at) from unnest(f.conkey) with ordinality as k (num, at)
                         join pg_attribute as a on a.attrelid = f.conrelid and a.attnum = k.num)),
                    format('%s.%s %s', m.nspname, d.relname, case f.confdeltype when 'a' then 'no action' when 'r' then 'restrict'
                        when 'c' then 'cascade' when 'n' then 'set null' else 'set default' end)
             from pg_constraint as f
             join pg_class as c on c.oid = f.conrelid join pg_namespace as n on n.oid = c.relnamespace
             join pg_class as d on d.oid = f.confrelid join pg_namespace as m on m.oid = d.relnamespace
             where f.contype = 'f' and f.conparentid = 0"
        ));
        let checks = pairs(sql!(
            "select format('%s.%s', n.nspname, c.relname), pg_get_constraintdef(k.oid) from pg_constraint as k
             join pg_class as c on c.oid = k.conrelid join pg_namespace as n on n.oid = c.relnamespace where k.contype = 'c'"
        ));
        let triggers = pairs(sql!(
            "select format('%s.%s.%s', n.nspname, c.relname, g.tgname), '' from pg_trigger as g
             join pg_class as c on c.oid = g.tgrelid join pg_namespace as n on n.oid = c.relnamespace where not g.tgisinternal"
        ));
        let functions = pairs(sql!(
            "select format('%s.%s', n.nspname, p.proname), '' from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace"
        ));
        let mut live = Self {
            relations: relations.await?.into_iter().collect(),
            columns: columns.await?.into_iter().collect(),
            labels: HashMap::new(),
            indexes: HashMap::new(),
            foreign_keys: HashMap::new(),
            checks: HashMap::new(),
            triggers: triggers.await?.into_iter().map(|(name, _)| name).collect(),
            functions: functions.await?.into_iter().map(|(name, _)| name).collect(),
        };
        for (name, label) in labels.await? {
            live.labels.entry(name).or_default().insert(label);
        }
        for (name, target) in foreign_keys.await? {
            live.foreign_keys.entry(name).or_default().push(target);
        }
        for (name, check) in checks.await? {
            live.checks.entry(name).or_default().push(check);
        }
        let indexes = tx
            .query(
                sql!(
                    "select format('%s.%s', n.nspname, c.relname), i.indisunique, m.amname = 'gin',
                            array(select pg_get_indexdef(i.indexrelid, k, true) from generate_series(1, i.indnkeyatts) as k order by k)
                     from pg_index as i
                     join pg_class as c on c.oid = i.indrelid join pg_namespace as n on n.oid = c.relnamespace
                     join pg_class as x on x.oid = i.indexrelid join pg_am as m on m.oid = x.relam"
                ),
                &[],
            )
            .await?;
        for row in &indexes {
            let columns: Vec<String> = row.get(3);
            let columns = columns.iter().map(|column| plain(column)).collect();
            let index = Index { unique: row.get(1), gin: row.get(2), columns };
            live.indexes.entry(row.get(0)).or_default().push(index);
        }
        Ok(live)
    }

    /// Whether a claim is true, or what is wrong with it.
    async fn hold(&self, tx: &Tx, claim: &str) -> Result<Result<(), String>, pg::Error> {
        let (word, rest) = claim.split_once(' ').unwrap_or((claim, ""));
        if word != "row" {
            return Ok(self.holds(word, rest).then_some(()).ok_or_else(|| format!("untrue: {claim}")));
        }
        let read = rest.split_once(' ').and_then(|(table, test)| Some((table, test.split_once('=')?)));
        let Some((table, (column, value))) =
            read.filter(|(table, (column, _))| self.columns.contains_key(&format!("{table}.{column}")))
        else {
            return Ok(Err(format!("no such column: {claim}")));
        };
        // Names that the catalog has; the value is a parameter.
        let found =
            tx.query(&format!("select from {table} where {column}::text = $1 limit 1"), &[&value]).await?;
        Ok(if found.is_empty() { Err(format!("no such row: {claim}")) } else { Ok(()) })
    }

    fn holds(&self, word: &str, rest: &str) -> bool {
        match word {
            "table" => self.is(rest, &["r", "p"]),
            "view" => self.is(rest, &["v"]),
            "materialized_view" => self.is(rest, &["m"]),
            "policy" => self.relations.contains_key(rest),
            "column" => rest
                .split_once(' ')
                .is_some_and(|(name, kind)| self.columns.get(name).is_some_and(|known| known == kind)),
            "enum" => {
                let (name, labels) = rest.split_once(' ').unwrap_or((rest, ""));
                let known = self.labels.get(name);
                known.is_some_and(|known| {
                    labels.split('|').all(|label| label.is_empty() || known.contains(label))
                })
            }
            "unique" => self.has_index(rest, |index, wanted| {
                let (mut has, mut wants) = (index.columns.clone(), wanted.to_vec());
                has.sort();
                wants.sort();
                index.unique && has == wants
            }),
            "index" => {
                let gin = rest.ends_with(" gin");
                self.has_index(rest.trim_end_matches(" gin"), |index, wanted| {
                    index.gin == gin && index.columns.starts_with(wanted)
                })
            }
            "foreign_key" => rest.split_once(" -> ").is_some_and(|(columns, target)| {
                self.foreign_keys
                    .get(&columns.replace(' ', ""))
                    .is_some_and(|known| known.iter().any(|known| known == target))
            }),
            "check" => parts(rest).is_some_and(|(table, columns)| {
                let mut checks = self.checks.get(table).into_iter().flatten();
                checks.any(|check| columns.iter().all(|column| check.contains(column.as_str())))
            }),
            "trigger" => self.triggers.contains(rest),
            "function" => self.functions.contains(rest),
            // Files are held by a test, where they are at hand.
            "test" | "bench" | "doc" | "open" => !rest.is_empty(),
            _ => false,
        }
    }

    /// Whether there is a relation of one of these kinds, with the columns in parentheses.
    fn is(&self, claim: &str, kinds: &[&str]) -> bool {
        let (name, columns) = parts(claim).unwrap_or((claim, Vec::new()));
        self.relations.get(name).is_some_and(|kind| kinds.contains(&kind.as_str()))
            && columns.iter().all(|column| self.columns.contains_key(&format!("{name}.{column}")))
    }

    fn has_index(&self, claim: &str, fits: impl Fn(&Index, &[String]) -> bool) -> bool {
        parts(claim).is_some_and(|(table, wanted)| {
            self.indexes.get(table).into_iter().flatten().any(|index| fits(index, &wanted))
        })
    }
}

/// `schema.table(a,f(b, c))` as the table and what stands in the outer parentheses.
fn parts(claim: &str) -> Option<(&str, Vec<String>)> {
    let (table, inside) = claim.strip_suffix(')')?.split_once('(')?;
    let (mut depth, mut items) = (0, vec![String::new()]);
    for c in inside.chars() {
        match c {
            ',' if depth == 0 => items.push(String::new()),
            c => {
                depth += i32::from(c == '(') - i32::from(c == ')');
                if let Some(item) = items.last_mut() {
                    item.push(c);
                }
            }
        }
    }
    Some((table, items.iter().map(|item| plain(item)).collect()))
}

/// A column or expression of an index without casts, schemas and spaces at its ends.
fn plain(text: &str) -> String {
    let mut plain = text.trim().replace("platform.", "").to_lowercase();
    while let Some(at) = plain.find("::") {
        let end = plain[at + 2..]
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .map_or(plain.len(), |end| at + 2 + end);
        plain.replace_range(at..end, "");
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_a_table_and_columns() {
        assert_eq!(
            parts("tenant.x(a, to_tsvector('simple'::regconfig, b))"),
            Some(("tenant.x", vec!["a".into(), "to_tsvector('simple', b)".into()]))
        );
        assert_eq!(parts("tenant.x"), None);
    }

    #[test]
    fn an_id_tells_source_and_kind() {
        let kinds = [
            ("S1-C-users.email", "S1", "column"),
            ("S2-R-seed_data-plan-PRO", "S2", "seed_data"),
            ("S0-I-cases.status+created_at", "S0", "index"),
        ];
        for (id, source, kind) in kinds {
            let row = Requirement { id: id.into(), fulfilled_by: String::new(), note: String::new() };
            assert_eq!((row.source(), row.kind()), (source, kind));
        }
    }
}
