import { Loader, Text, UnstyledButton } from '@mantine/core';
import { IconArrowUpRight, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { columnOf, headingOf, labelOf, type Relation, type Row, spelled, targetOf } from '../../lib/data/catalog';
import { countQuery, referenceKey, relatedQuery } from '../../lib/data/rows';
import { shownMoment } from '../../lib/data/value';
import { messageOf } from '../../lib/ui/Failure';
import classes from './Panels.module.css';
import { useWorkbench } from './workbench';

/** What a row refers to, and what refers to it, with how many there are. */
export function Related({ row }: { row: Row }) {
    const { resource, catalog } = useWorkbench();
    const up = resource.columns
        .filter(({ name }) => typeof row[name] === 'string')
        .map((column) => ({ column, target: targetOf(resource, column.name, catalog) }))
        .filter(({ target }) => target !== undefined);
    const down = resource.relations
        // Where a column leads to a table and to what is derived from it, each is a way of its own.
        .filter((relation) => relation.many && columnOf(catalog.get(relation.resource) ?? resource, relation.column))
        .sort((a, b) => a.resource.localeCompare(b.resource));
    return (
        <div className={classes.related}>
            {up.length > 0 && (
                <section aria-labelledby="refers-to">
                    <h3 id="refers-to">Refers to</h3>
                    {up.map(({ column, target }) => {
                        const referred = row[referenceKey(column.name)];
                        const id = String(row[column.name]);
                        return (
                            target && (
                                <Link
                                    key={column.name}
                                    to="/data/$resource/$rowId"
                                    params={{ resource: target.name, rowId: id }}
                                    search={{}}
                                    preload={false}
                                    className={classes.relatedLine}
                                >
                                    <span className={classes.relatedWhat}>{headingOf(column)}</span>
                                    <span className={classes.relatedName}>
                                        {labelOf(target, (referred as Row | null) ?? { id })}
                                    </span>
                                    <IconArrowUpRight size={14} aria-hidden="true" />
                                </Link>
                            )
                        );
                    })}
                </section>
            )}
            {down.length > 0 && (
                <section aria-labelledby="referred-by">
                    <h3 id="referred-by">Referred to by</h3>
                    {down.map((relation) => (
                        <Many key={`${relation.resource}.${relation.column}`} relation={relation} row={row} />
                    ))}
                </section>
            )}
            {up.length === 0 && down.length === 0 && (
                <Text size="sm" c="dimmed" p="sm">
                    Nothing that you may see belongs to this row.
                </Text>
            )}
        </div>
    );
}

/** The rows of one resource that refer to a row by one column; a few of them on request. */
function Many({ relation, row }: { relation: Relation; row: Row }) {
    const { catalog, resource } = useWorkbench();
    const [opened, setOpened] = useState(false);
    const number = useQuery(countQuery(relation.resource, relation.column, row.id));
    const target = catalog.get(relation.resource) ?? resource;
    const column = columnOf(target, relation.column);
    const usual = relation.column === `${resource.name.replace(/s$/, '')}_id`;
    const none = number.data === 0;
    return (
        <div className={classes.many} data-none={none || undefined}>
            <UnstyledButton
                className={classes.relatedLine}
                aria-expanded={opened}
                disabled={none}
                onClick={() => setOpened(!opened)}
            >
                {opened ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
                <span className={classes.relatedName}>
                    {spelled(target.name)}
                    {!usual && column && (
                        <span className={classes.relatedBy}> by {headingOf(column).toLowerCase()}</span>
                    )}
                </span>
                <span className={classes.relatedCount} title={number.isError ? messageOf(number.error) : undefined}>
                    {number.isPending ? <Loader size={10} color="gray" /> : (number.data?.toLocaleString('en') ?? '?')}
                </span>
            </UnstyledButton>
            {opened && <Few relation={relation} row={row} />}
        </div>
    );
}

function Few({ relation, row }: { relation: Relation; row: Row }) {
    const { catalog, resource } = useWorkbench();
    const target = catalog.get(relation.resource) ?? resource;
    const rows = useQuery(relatedQuery(target, relation.column, row.id));
    if (rows.isPending) return <Loader size="xs" m="xs" />;
    if (rows.isError) {
        return (
            <Text size="xs" c="red" px="md">
                {messageOf(rows.error)}
            </Text>
        );
    }
    return (
        <ul className={classes.few}>
            {rows.data.map((other) => (
                <li key={other.id}>
                    <Link
                        to="/data/$resource/$rowId"
                        params={{ resource: target.name, rowId: other.id }}
                        search={{}}
                        preload={false}
                    >
                        {labelOf(target, other)}
                    </Link>
                    {typeof other.created_at === 'string' && <time>{shownMoment(other.created_at)}</time>}
                </li>
            ))}
            <li>
                <Link
                    to="/data/$resource"
                    params={{ resource: target.name }}
                    search={{ where: [[relation.column, 'is', row.id]] }}
                    preload={false}
                >
                    All in the table
                </Link>
            </li>
        </ul>
    );
}
