//! Reading: columns, embedded resources, conditions, order.

use super::{Condition, Field, Key, Node, Rights, allowed};
use crate::catalog::{Catalog, Column, Relation, Resource, Verb};
use crate::request::{Embed, Filter, Item, Level, Nulls, OrderKey, Test};
use crate::{Error, limits};

/// Plans what is read.
pub(super) struct Planner<'c, 'r> {
    pub(super) catalog: &'c Catalog,
    pub(super) may: Rights<'r>,
}

impl<'c> Planner<'c, '_> {
    /// What a level means for a resource.
    pub(super) fn node(&self, resource: &'c Resource, level: Level) -> Result<Node<'c>, Error> {
        let conditions = level
            .filters
            .into_iter()
            .map(|filter| condition(resource, filter))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Node {
            resource,
            fields: self.fields(resource, level.select)?,
            living: resource.deleted_at().is_some() && !conditions.iter().any(asks_for_deleted),
            conditions,
            order: order(resource, &level.order)?,
            limit: level.limit.unwrap_or(limits::PAGE_ROWS),
            offset: level.offset.unwrap_or(0),
        })
    }

    fn fields(&self, resource: &'c Resource, select: Option<Vec<Item>>) -> Result<Vec<Field<'c>>, Error> {
        let mut fields: Vec<Field<'c>> = Vec::new();
        for item in select.unwrap_or_else(|| vec![Item::All]) {
            match item {
                Item::All => {
                    for column in resource.columns() {
                        add(
                            &mut fields,
                            Field::Column {
                                key: column.name().to_owned(),
                                column,
                            },
                        )?;
                    }
                }
                Item::Column { alias, name } => {
                    let column = column(resource, &name)?;
                    let key = alias.map_or(name, |alias| alias.name().to_owned());
                    add(&mut fields, Field::Column { key, column })?;
                }
                Item::Embed(embed) => {
                    let field = self.embed(resource, embed)?;
                    add(&mut fields, field)?;
                }
            }
        }
        Ok(fields)
    }

    fn embed(&self, resource: &'c Resource, embed: Embed) -> Result<Field<'c>, Error> {
        let relation = self.relation(resource, &embed)?;
        let target = self.catalog.target(relation);
        allowed(self.may, target, Verb::Read)?;
        let key = embed.key().to_owned();
        let shown = embed
            .level
            .select
            .as_ref()
            .is_none_or(|select| !select.is_empty());
        let many = relation.many();
        let limit = embed
            .level
            .limit
            .unwrap_or(if many { limits::MOST_ROWS } else { 1 });
        let mut node = self.node(target, embed.level)?;
        node.limit = limit;
        Ok(Field::Embed {
            key,
            relation,
            inner: embed.inner,
            shown,
            node: Box::new(node),
        })
    }

    /// The one way to what is embedded. A resource that refers to itself is reached by its name downwards and by the
    /// column upwards.
    fn relation(&self, resource: &'c Resource, embed: &Embed) -> Result<&'c Relation, Error> {
        let by_name = |relation: &&Relation| {
            let target = self.catalog.target(relation);
            let by_resource =
                target.name() == embed.name && (relation.many() || target.name() != resource.name());
            by_resource || (relation.column() == embed.name && !relation.many())
        };
        let by_hint = |relation: &&Relation| {
            embed
                .hint
                .as_deref()
                .is_none_or(|hint| relation.column() == hint || relation.constraint() == hint)
        };
        let ways: Vec<&Relation> = resource
            .relations()
            .iter()
            .filter(by_name)
            .filter(by_hint)
            .collect();
        match ways.as_slice() {
            [way] => Ok(way),
            [] => {
                let mut names: Vec<&str> = resource
                    .relations()
                    .iter()
                    .map(|relation| self.catalog.target(relation).name())
                    .collect();
                names.sort_unstable();
                names.dedup();
                Err(Error::invalid(
                    "unknown_embed",
                    &embed.name,
                    format!("{} can embed: {}.", resource.name(), names.join(", ")),
                ))
            }
            several => {
                let hints: Vec<&str> = several.iter().map(|relation| relation.column()).collect();
                Err(Error::invalid(
                    "ambiguous_embed",
                    &embed.name,
                    format!(
                        "There are several ways; write {}!column(…) with one of: {}.",
                        embed.name,
                        hints.join(", ")
                    ),
                ))
            }
        }
    }
}

/// Adds an entry; the same column twice is one entry, and two different things of one name are refused.
fn add<'c>(fields: &mut Vec<Field<'c>>, new: Field<'c>) -> Result<(), Error> {
    match (fields.iter().find(|field| field.key() == new.key()), &new) {
        (None, _) => fields.push(new),
        (Some(Field::Column { column: old, .. }), Field::Column { column, .. })
            if old.ident() == column.ident() => {}
        _ => {
            return Err(Error::invalid(
                "repeated_name",
                new.key(),
                "Two things have this name; give one an alias: other:name.",
            ));
        }
    }
    Ok(())
}

/// The column of this name; what is secret is not there.
pub(super) fn column<'c>(resource: &'c Resource, name: &str) -> Result<&'c Column, Error> {
    resource.column(name).ok_or_else(|| {
        let names: Vec<&str> = resource.columns().iter().map(Column::name).collect();
        Error::invalid(
            "unknown_column",
            name,
            format!("{} has: {}.", resource.name(), names.join(", ")),
        )
    })
}

fn condition<'c>(resource: &'c Resource, filter: Filter) -> Result<Condition<'c>, Error> {
    let (name, negated, test) = match filter {
        Filter::Test {
            column,
            negated,
            test,
        } => (column, negated, test),
        Filter::Group {
            logic,
            negated,
            filters,
        } => {
            let members = filters
                .into_iter()
                .map(|filter| condition(resource, filter))
                .collect::<Result<Vec<_>, _>>()?;
            return Ok(Condition::Group {
                logic,
                negated,
                members,
            });
        }
    };
    let column = column(resource, &name)?;
    let value = |text: String| -> Result<String, Error> {
        if !column.kind().comparable() {
            return Err(Error::invalid(
                "unsupported_filter",
                column.name(),
                "Rows are not compared by this column; is.null and not.is.null are taken.",
            ));
        }
        column.kind().read_text(&text).ok_or_else(|| unfit(column))
    };
    Ok(match test {
        Test::Compare(comparison, text) => Condition::Compare {
            column,
            comparison,
            value: value(text)?,
            negated,
        },
        Test::In(texts) => {
            let values = texts.into_iter().map(value).collect::<Result<_, _>>()?;
            Condition::In {
                column,
                values,
                negated,
            }
        }
        Test::Is(is) => {
            use crate::catalog::Kind;
            use crate::request::Is;

            if matches!(is, Is::True | Is::False) && *column.kind() != Kind::Bool {
                return Err(unfit(column));
            }
            Condition::Is { column, is, negated }
        }
    })
}

/// Says what a column takes.
pub(super) fn unfit(column: &Column) -> Error {
    Error::invalid(
        "invalid_value",
        column.name(),
        format!("{} is {}.", column.name(), column.kind().expects()),
    )
}

fn asks_for_deleted(condition: &Condition<'_>) -> bool {
    match condition {
        Condition::Compare { column, .. } | Condition::In { column, .. } | Condition::Is { column, .. } => {
            matches!(column.name(), "deleted_at" | "is_deleted")
        }
        Condition::Group { members, .. } => members.iter().any(asks_for_deleted),
    }
}

/// The keys as asked for, and the id behind them in the direction of the last one, as the indexes are.
fn order<'c>(resource: &'c Resource, asked: &[OrderKey]) -> Result<Vec<Key<'c>>, Error> {
    let mut keys = Vec::with_capacity(asked.len() + 1);
    for key in asked {
        let column = column(resource, &key.column)?;
        if !column.kind().comparable() {
            return Err(Error::invalid(
                "unsupported_order",
                column.name(),
                "Rows are not ordered by this column.",
            ));
        }
        keys.push(Key {
            column,
            descending: key.descending,
            nulls: key.nulls,
        });
        if column.ident() == resource.id().ident() {
            return Ok(keys);
        }
    }
    let descending = keys.last().is_some_and(|key| key.descending);
    keys.push(Key {
        column: resource.id(),
        descending,
        nulls: if descending { Nulls::First } else { Nulls::Last },
    });
    Ok(keys)
}

/// Rows that a node may give, with all that is embedded.
pub(super) fn rows(node: &Node<'_>) -> u64 {
    let inside: u64 = node
        .fields
        .iter()
        .map(|field| match field {
            Field::Column { .. } => 0,
            Field::Embed { node, .. } => rows(node),
        })
        .fold(1, u64::saturating_add);
    u64::from(node.limit.max(1)).saturating_mul(inside)
}
