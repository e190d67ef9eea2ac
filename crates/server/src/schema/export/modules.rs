//! Which file of the schema makes a table or view.

use std::collections::BTreeMap;

use pg::Step;

/// How statements begin that make one, as the files write them.
const MAKERS: [&str; 3] = ["create table ", "create view ", "create materialized view "];

/// The module of each relation: the name of its file, without the ending.
pub fn modules(steps: &[Step]) -> BTreeMap<&str, &str> {
    let mut modules = BTreeMap::new();
    for step in steps {
        let module = stem(step);
        for name in step.sql.lines().filter_map(made) {
            modules.insert(name, module);
        }
    }
    modules
}

/// The modules in their order, each with what the first lines of its file say.
pub fn described(steps: &[Step]) -> Vec<(&str, String)> {
    let words = |step: &Step| {
        let lines = step.sql.lines().map_while(|line| line.strip_prefix("-- "));
        lines.collect::<Vec<_>>().join(" ")
    };
    steps.iter().map(|step| (stem(step), words(step))).collect()
}

fn stem<'a>(step: &Step) -> &'a str {
    step.name.strip_suffix(".sql").unwrap_or(step.name)
}

/// The relation that a line begins to make.
fn made(line: &str) -> Option<&str> {
    let rest = MAKERS.iter().find_map(|maker| line.strip_prefix(maker))?;
    let rest = rest.strip_prefix("if not exists ").unwrap_or(rest);
    rest.split([' ', '(']).next().filter(|name| name.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_belongs_to_the_file_that_makes_it() {
        let sql = "-- Things, and\n-- what is done to them.\n\n-- create table tenant.no (\ncreate table tenant.things (\n    id uuid\n);\n\
                   create view tenant.seen with (security_barrier) as\n    select 1;\ncreate materialized view analytics.sums as select 1;\n\
                   create table tenant.%I (";
        let steps = [Step { name: "20_things.sql", sql }];
        let modules = modules(&steps);
        assert_eq!(modules.get("tenant.things"), Some(&"20_things"));
        assert_eq!(modules.get("tenant.seen"), Some(&"20_things"));
        assert_eq!(modules.get("analytics.sums"), Some(&"20_things"));
        assert_eq!(modules.get("tenant.no"), None);
        assert_eq!(described(&steps), [("20_things", "Things, and what is done to them.".to_owned())]);
    }
}
