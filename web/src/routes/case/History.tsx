import { Anchor, Button, Skeleton, Text, Title } from '@mantine/core';
import { IconBriefcase, IconCpu, IconDental, IconEye, IconFile, IconPoint } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { auditQuery } from '../../lib/api/queries';
import type { CaseFile, Id } from '../../lib/api/types';
import { type Entry, history } from '../../lib/trail/describe';
import { Failure } from '../../lib/ui/Failure';
import { formatClock, formatDate, formatDateTime } from '../../lib/ui/format';
import classes from './History.module.css';

const icons: Record<Entry['kind'], typeof IconFile> = {
    case: IconBriefcase,
    file: IconFile,
    job: IconCpu,
    segment: IconDental,
    access: IconEye,
    other: IconPoint,
};

/** The audit trail of a case, newest first, as people read it. */
export function History({ caseId, files }: { caseId: Id; files: CaseFile[] }) {
    const trail = useInfiniteQuery(auditQuery(caseId));
    const names = useMemo(() => new Map(files.map((file) => [file.id, file.name])), [files]);
    const days = useMemo(
        () => byDay(history(trail.data?.pages.flatMap((page) => page.rows) ?? [], names)),
        [trail.data, names],
    );
    return (
        <>
            <Title order={2} size="h4" mb="sm" id="history-title">
                History
            </Title>
            {trail.isError ? (
                <Failure error={trail.error} retry={() => void trail.refetch()} />
            ) : trail.isPending ? (
                <Skeleton height={160} radius="lg" />
            ) : (
                <div className={classes.days}>
                    {days.map(([day, entries]) => (
                        <section key={day} aria-label={day}>
                            <Text size="xs" c="dimmed" fw={550} mb={6}>
                                {day}
                            </Text>
                            <ol className={classes.list}>
                                {entries.map((entry) => (
                                    <Line key={entry.key} entry={entry} />
                                ))}
                            </ol>
                        </section>
                    ))}
                    {trail.hasNextPage && (
                        <Button
                            variant="subtle"
                            size="xs"
                            loading={trail.isFetchingNextPage}
                            onClick={() => void trail.fetchNextPage()}
                        >
                            Earlier
                        </Button>
                    )}
                </div>
            )}
        </>
    );
}

function Line({ entry }: { entry: Entry }) {
    const Icon = icons[entry.kind];
    return (
        <li className={classes.line} data-tone={entry.tone}>
            <span className={classes.icon}>
                <Icon size={14} stroke={1.7} aria-hidden="true" />
            </span>
            <div className={classes.text}>
                <span className={classes.what}>{entry.what}</span>
                {entry.details.length > 0 && <Details names={entry.details} />}
                <span className={classes.who}>
                    {entry.who}
                    {entry.role && ` (${entry.role})`}
                </span>
            </div>
            <time dateTime={entry.time} title={formatDateTime(entry.time)} className="numbers">
                {formatClock(entry.time)}
            </time>
        </li>
    );
}

const namesShown = 3;

/** The names of what a line tells of; all of them on request. */
function Details({ names }: { names: string[] }) {
    const [all, setAll] = useState(names.length <= namesShown + 1);
    const shown = all ? names : names.slice(0, namesShown);
    return (
        <span className={classes.detail}>
            {shown.join(', ')}
            {!all && (
                <Anchor component="button" type="button" size="xs" ml={6} onClick={() => setAll(true)}>
                    and {names.length - namesShown} more
                </Anchor>
            )}
        </span>
    );
}

function byDay(entries: Entry[]): [string, Entry[]][] {
    const days = new Map<string, Entry[]>();
    for (const entry of entries) {
        const day = formatDate(entry.time);
        days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return [...days];
}
