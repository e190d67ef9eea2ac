import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Row } from '../../lib/data/catalog';
import { spelled } from '../../lib/data/catalog';
import { trailQuery } from '../../lib/data/rows';
import { shownMoment } from '../../lib/data/value';
import { history } from '../../lib/trail/describe';
import { Failure } from '../../lib/ui/Failure';
import classes from './Panels.module.css';
import { useWorkbench } from './workbench';

const noNames: ReadonlyMap<string, string> = new Map();

/** Who did what to a row. */
export function Trail({ row }: { row: Row }) {
    const { resource } = useWorkbench();
    const trail = useQuery(trailQuery(resource.name, row.id));
    const entries = useMemo(() => history(trail.data ?? [], noNames), [trail.data]);
    if (trail.isError) return <Failure error={trail.error} retry={() => void trail.refetch()} />;
    if (trail.isPending) return <Skeleton height={120} m="sm" />;
    if (entries.length === 0) {
        return (
            <Text size="sm" c="dimmed" p="sm">
                The trail says nothing of this row.
            </Text>
        );
    }
    return (
        <ol className={classes.versions}>
            {entries.map((entry) => {
                const columns = Object.keys(entry.events[0]?.new_values ?? {});
                return (
                    <li key={entry.key} data-tone={entry.tone}>
                        <div className={classes.versionHead}>
                            <strong>{entry.what}</strong>
                            <time dateTime={entry.time}>{shownMoment(entry.time)}</time>
                            <span>
                                {entry.who}
                                {entry.role && ` (${entry.role})`}
                            </span>
                        </div>
                        {columns.length > 0 && (
                            <p className={classes.empty}>{columns.map((column) => spelled(column)).join(', ')}</p>
                        )}
                        {entry.details.length > 0 && <p className={classes.empty}>{entry.details.join(', ')}</p>}
                    </li>
                );
            })}
        </ol>
    );
}
