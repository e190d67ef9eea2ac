//! Reading: columns, embedded resources, conditions, order.

use super::{Field, Node, Rights, allowed};
use crate::catalog::{Catalog, Column, Kind, Relation, Resource, Search, Verb};
use crate::request::{Embed, Item, Key, Level, SEARCHES, Test};
use crate::{Error, limits};

/// Plans what is read.
pub(super) struct Planner<'c, 'r> {
    pub(super) catalog: &'c Catalog,
    pub(super) may: Rights<'r>,
}

impl<'c> Planner<'c, '_> {
    /// What a level means for a resource.
    pub(super) fn node(&self, resource: &'c Resource, level: Level) -> Result<Node<'c>, Error> {
        let turn = |name: String, test| {
            let column = column(resource, &name)?;
            Ok((column, fitted(column, test)?))
        };
        let conditions = level.filters.into_iter().map(|filter| filter.try_map(&turn));
        let conditions = conditions.collect::<Result<Vec<_>, _>>()?;
        let deleted_asked = |column: &&Column| matches!(column.name(), "deleted_at" | "is_deleted");
        Ok(Node {
            resource,
            fields: self.fields(resource, level.select)?,
            living: !conditions.iter().any(|filter| filter.columns().into_iter().any(deleted_asked)),
            conditions,
            order: order(resource, level.order)?,
            limit: level.limit.unwrap_or(limits::PAGE_ROWS),
            offset: level.offset.unwrap_or(0),
        })
    }

    fn fields(&self, resource: &'c Resource, select: Option<Vec<Item>>) -> Result<Vec<Field<'c>>, Error> {
        let all =
            || resource.columns.iter().map(|column| Field::Column { key: column.name().into(), column });
        let Some(select) = select else {
            return Ok(all().collect());
        };
        let mut fields = Vec::new();
        for item in select {
            match item {
                Item::All => all().try_for_each(|field| add(&mut fields, field))?,
                Item::Column(alias, name) => {
                    let column = column(resource, &name)?;
                    let key = alias.map_or(name, |alias| alias.into_name()).into();
                    add(&mut fields, Field::Column { key, column })?;
                }
                Item::Embed(embed) => add(&mut fields, self.embed(resource, embed)?)?,
            }
        }
        Ok(fields)
    }

    fn embed(&self, resource: &'c Resource, embed: Embed) -> Result<Field<'c>, Error> {
        let relation = self.relation(resource, &embed)?;
        let target = self.catalog.target(relation);
        allowed(self.may, target, Verb::Read)?;
        let key = embed.key().to_owned();
        let shown = embed.level.select.as_ref().is_none_or(|select| !select.is_empty());
        let most = if relation.many { limits::LIST_ROWS.most as u32 } else { 1 };
        let limit = embed.level.limit.unwrap_or(most);
        let node = Box::new(Node { limit, ..self.node(target, embed.level)? });
        Ok(Field::Embed { key, relation, inner: embed.inner, shown, node })
    }

    /// The one way to what is embedded. A resource that refers to itself is reached by its name downwards and by the
    /// column upwards.
    fn relation(&self, resource: &'c Resource, embed: &Embed) -> Result<&'c Relation, Error> {
        let fits = |way: &&Relation| {
            let target = &self.catalog.target(way).name;
            let by_resource = *target == embed.name && (way.many || *target != resource.name);
            let by_column = way.column == embed.name && !way.many;
            let by_hint = |hint: &String| way.column == *hint || way.constraint == *hint;
            (by_resource || by_column) && embed.hint.as_ref().is_none_or(by_hint)
        };
        let ways: Vec<&Relation> = resource.relations.iter().filter(fits).collect();
        match ways.as_slice() {
            [way] => Ok(way),
            [] => {
                let hint =
                    format!("{} can embed: {}.", resource.name, self.catalog.embeds(resource).join(", "));
                Err(Error::invalid("unknown_embed", &embed.name, hint))
            }
            several => {
                let columns: Vec<&str> = several.iter().map(|way| way.column.as_str()).collect();
                let hint =
                    format!("Write {}!column(…), the column one of: {}.", embed.name, columns.join(", "));
                Err(Error::invalid("ambiguous_embed", &embed.name, hint))
            }
        }
    }
}

/// Adds an entry; the same column twice is one entry, and two different things of one name are refused.
fn add<'c>(fields: &mut Vec<Field<'c>>, new: Field<'c>) -> Result<(), Error> {
    match (fields.iter().find(|field| field.key() == new.key()), &new) {
        (None, _) => fields.push(new),
        (Some(Field::Column { column: old, .. }), Field::Column { column, .. })
            if old.ident == column.ident => {}
        _ => {
            let hint = "Two things have this name; give one an alias: other:name.";
            return Err(Error::invalid("repeated_name", new.key(), hint));
        }
    }
    Ok(())
}

/// The column of this name; what is secret is not there.
pub(super) fn column<'c>(resource: &'c Resource, name: &str) -> Result<&'c Column, Error> {
    resource.column(name).ok_or_else(|| {
        let names: Vec<&str> = resource.columns.iter().map(Column::name).collect();
        Error::invalid("unknown_column", name, format!("{} has: {}.", resource.name, names.join(", ")))
    })
}

/// A test with values that fit the column.
fn fitted(column: &Column, test: Test) -> Result<Test, Error> {
    let fit = |text: String| column.kind.read_text(&text).ok_or_else(|| unfit(column));
    match test {
        Test::Is(state) => {
            let of_bool = matches!(state, "is true" | "is false");
            if of_bool && column.kind != Kind::Bool { Err(unfit(column)) } else { Ok(Test::Is(state)) }
        }
        Test::Search(operator, text) => searched(column, operator, text),
        _ if !column.kind.comparable() => {
            let hint =
                format!("Rows are not compared by this column; taken are is.null{}.", searches(column));
            Err(Error::invalid("unsupported_filter", column.name(), hint))
        }
        Test::Compare(operator, text) => Ok(Test::Compare(operator, fit(text)?)),
        Test::In(texts) => Ok(Test::In(texts.into_iter().map(fit).collect::<Result<_, _>>()?)),
    }
}

/// A search, where an index of the column serves it.
fn searched(column: &Column, operator: &'static str, text: String) -> Result<Test, Error> {
    let served = SEARCHES.iter().find(|(name, way)| *name == operator && column.searches.contains(way));
    let Some((_, way)) = served else {
        let compared = if column.kind.comparable() { "eq, in, " } else { "" };
        let taken = format!("{compared}is.null{}", searches(column));
        let hint = format!("No index serves {operator} on this column; taken are {taken}.");
        return Err(Error::invalid("unsupported_operator", column.name(), hint));
    };
    let value = match way {
        Search::Parts | Search::Json => column.kind.read_text(&text).ok_or_else(|| unfit(column))?,
        // As PostgREST takes them in addresses.
        Search::Pattern => Kind::Text.read_text(&text).ok_or_else(|| unfit(column))?.replace('*', "%"),
        Search::Words => Kind::Text.read_text(&text).ok_or_else(|| unfit(column))?,
    };
    Ok(Test::Search(operator, value))
}

/// The searches that a column takes, for hints.
fn searches(column: &Column) -> String {
    let taken = SEARCHES.iter().filter(|(_, way)| column.searches.contains(way));
    taken.map(|(name, _)| format!(", {name}")).collect()
}

/// Says what a column takes.
pub(super) fn unfit(column: &Column) -> Error {
    let hint = format!("{} is {}.", column.name(), column.kind.expects());
    Error::invalid("invalid_value", column.name(), hint)
}

/// The keys as asked for, and the id behind them in the direction of the last one, as the indexes are.
fn order(resource: &Resource, asked: Vec<Key<String>>) -> Result<Vec<Key<&Column>>, Error> {
    let mut keys = Vec::with_capacity(asked.len() + 1);
    for Key { column: name, descending, nulls_first } in asked {
        let column = column(resource, &name)?;
        if !column.kind.comparable() {
            let hint = "Rows are not ordered by this column.";
            return Err(Error::invalid("unsupported_order", column.name(), hint));
        }
        keys.push(Key { column, descending, nulls_first });
        if name == "id" {
            return Ok(keys);
        }
    }
    let descending = keys.last().is_some_and(|key| key.descending);
    keys.push(Key { column: resource.id(), descending, nulls_first: descending });
    Ok(keys)
}

/// Rows that a node may give, with all that is embedded.
pub(super) fn rows(node: &Node<'_>) -> usize {
    let inside = node.fields.iter().map(|field| match field {
        Field::Column { .. } => 0,
        Field::Embed { node, .. } => rows(node),
    });
    (node.limit.max(1) as usize).saturating_mul(inside.fold(1, usize::saturating_add))
}
