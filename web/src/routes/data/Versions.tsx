import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { columnOf, headingOf, labelOf, type Resource, type Row, shortId, spelled } from '../../lib/data/catalog';
import { type Difference, differences, pieces } from '../../lib/data/diff';
import { asOfQuery, historyQuery, rowQuery, type Version } from '../../lib/data/rows';
import { shown, shownMoment } from '../../lib/data/value';
import { Failure } from '../../lib/ui/Failure';
import classes from './Panels.module.css';
import { Values } from './Values';
import { useWorkbench } from './workbench';

/** The versions of a row, newest first, each with what it changed; and the row as it was at a moment. */
export function Versions({ row }: { row: Row }) {
    const { resource } = useWorkbench();
    const [typed, setTyped] = useState('');
    const [moment, setMoment] = useState<string | null>(null);
    const versions = useQuery(historyQuery(resource.name, row.id));
    const names = useMemo(() => resource.columns.map(({ name }) => name), [resource]);
    const at = typed === '' ? null : new Date(typed);
    return (
        <>
            <form
                className={classes.asOf}
                onSubmit={(event) => {
                    event.preventDefault();
                    setMoment(at ? at.toISOString() : null);
                }}
            >
                <Group gap={6} align="flex-end" wrap="nowrap">
                    <TextInput
                        size="xs"
                        type="datetime-local"
                        step={1}
                        label="As it was at"
                        flex={1}
                        value={typed}
                        onChange={(event) => setTyped(event.currentTarget.value)}
                    />
                    <Button size="xs" variant="default" type="submit" disabled={at === null}>
                        Show
                    </Button>
                    {moment && (
                        <Button size="xs" variant="subtle" color="gray" onClick={() => setMoment(null)}>
                            Versions
                        </Button>
                    )}
                </Group>
            </form>
            {moment ? (
                <AsOf row={row} moment={moment} names={names} />
            ) : versions.isError ? (
                <Failure error={versions.error} retry={() => void versions.refetch()} />
            ) : versions.isPending ? (
                <Skeleton height={120} m="sm" />
            ) : (
                <ol className={classes.versions}>
                    {versions.data.map((version, index) => (
                        <VersionLine
                            key={version.version}
                            resource={resource}
                            version={version}
                            before={versions.data[index + 1]}
                            names={names}
                        />
                    ))}
                </ol>
            )}
        </>
    );
}

interface LineProps {
    resource: Resource;
    version: Version;
    before: Version | undefined;
    names: string[];
}

function VersionLine({ resource, version, before, names }: LineProps) {
    const changed = before ? differences(before.row, version.row, names) : [];
    return (
        <li>
            <div className={classes.versionHead}>
                <strong>Version {version.version}</strong>
                <time dateTime={version.valid_from}>{shownMoment(version.valid_from)}</time>
                <span>by {version.changed_by ? <Author id={version.changed_by} /> : 'the system'}</span>
            </div>
            {version.version === 1 && <p className={classes.empty}>The row was made.</p>}
            {changed.length > 0 && (
                <dl className={classes.differences}>
                    {changed.map((difference) => (
                        <DifferenceLine key={difference.path} resource={resource} difference={difference} />
                    ))}
                </dl>
            )}
        </li>
    );
}

/** Who made a version, by name where the resource of the people may be read. */
function Author({ id }: { id: string }) {
    const { catalog } = useWorkbench();
    const people = catalog.get('members');
    const person = useQuery({
        ...rowQuery(people ?? { name: 'members', keeps_versions: false }, id),
        enabled: people !== undefined,
        staleTime: 5 * 60_000,
    }).data;
    return <span title={id}>{people && person ? labelOf(people, person) : shortId(id)}</span>;
}

function DifferenceLine({ resource, difference }: { resource: Resource; difference: Difference }) {
    const column = columnOf(resource, difference.column);
    const name = column && difference.path === difference.column ? headingOf(column) : spelled(difference.path);
    const text = (value: unknown) => (column ? shown(value, column) : String(value ?? ''));
    const before = text(difference.before);
    const after = text(difference.after);
    const within = column?.kind === 'text' && before !== '' && after !== '';
    return (
        <div>
            <dt>{name}</dt>
            <dd>
                {within ? (
                    pieces(before, after).map(({ kind, text: piece }, index) =>
                        kind === 'gone' ? (
                            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name
                            <del key={index}>{piece}</del>
                        ) : kind === 'new' ? (
                            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name
                            <ins key={index}>{piece}</ins>
                        ) : (
                            piece
                        ),
                    )
                ) : (
                    <>
                        {before !== '' && <del>{before}</del>} {after === '' ? <em>empty</em> : <ins>{after}</ins>}
                    </>
                )}
            </dd>
        </div>
    );
}

/** The row as it was; what has changed since is marked. */
function AsOf({ row, moment, names }: { row: Row; moment: string; names: string[] }) {
    const { resource } = useWorkbench();
    const then = useQuery({ ...asOfQuery(resource.name, row.id, moment), retry: false });
    if (then.isPending) return <Skeleton height={120} m="sm" />;
    if (then.isError) {
        return (
            <Text size="sm" c="dimmed" p="sm">
                At that moment the row was not there.
            </Text>
        );
    }
    const changed = new Set(differences(then.data, row, names).map(({ column }) => column));
    return (
        <>
            <p className={classes.empty}>
                {changed.size === 0 ? 'Nothing has changed since.' : 'What has changed since is marked.'}
            </p>
            <Values row={then.data} marked={changed} />
        </>
    );
}
