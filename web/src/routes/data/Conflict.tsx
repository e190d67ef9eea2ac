import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { columnOf, headingOf, type Resource, spelled } from '../../lib/data/catalog';
import { differences } from '../../lib/data/diff';
import { shown, shownMoment } from '../../lib/data/value';
import { messageOf } from '../../lib/ui/Failure';
import classes from './Panels.module.css';
import type { RowActions } from './useRowActions';

/** Someone else was quicker: both changes side by side, and the choice. */
export function Conflict({ resource, actions }: { resource: Resource; actions: RowActions }) {
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const { clash, settle } = actions;
    const choose = (overwrite: boolean) => {
        setBusy(true);
        setError(null);
        settle(overwrite)
            .catch(setError)
            .finally(() => setBusy(false));
    };
    return (
        <Modal
            opened={clash !== null}
            onClose={() => choose(false)}
            title="Someone else changed this row"
            size="lg"
            closeButtonProps={{ 'aria-label': 'Close' }}
        >
            {clash && (
                <Stack gap="sm">
                    {clash.now && !clash.now.deleted_at ? (
                        <Text size="sm">
                            Version {String(clash.now.version)} was written at{' '}
                            {shownMoment(String(clash.now.updated_at))}. Your change was made on version{' '}
                            {String(clash.seen.version)} and is not stored.
                        </Text>
                    ) : (
                        <Text size="sm">The row was deleted. Your change is not stored.</Text>
                    )}
                    <table className={classes.comparison}>
                        <thead>
                            <tr>
                                <th scope="col">Column</th>
                                <th scope="col">When you began</th>
                                <th scope="col">Now</th>
                                <th scope="col">Yours</th>
                            </tr>
                        </thead>
                        <tbody>
                            {concerned(resource, clash).map((name) => {
                                const column = columnOf(resource, name);
                                const cell = (value: unknown) => (column ? shown(value, column) : String(value ?? ''));
                                return (
                                    <tr key={name}>
                                        <th scope="row">{column ? headingOf(column) : spelled(name)}</th>
                                        <td>{cell(clash.seen[name])}</td>
                                        <td className={classes.theirs}>{clash.now && cell(clash.now[name])}</td>
                                        <td className={classes.mine}>{name in clash.mine && cell(clash.mine[name])}</td>
                                    </tr>
                                );
                            })}
                        </tbody>
                    </table>
                    {error !== null && (
                        <Alert color="red" role="alert">
                            {messageOf(error)}
                        </Alert>
                    )}
                    <Group justify="flex-end">
                        <Button variant="default" onClick={() => choose(false)} disabled={busy}>
                            Keep what is there
                        </Button>
                        {clash.now && !clash.now.deleted_at && (
                            <Button
                                leftSection={<IconGitMerge size={16} />}
                                onClick={() => choose(true)}
                                loading={busy}
                            >
                                Write mine over it
                            </Button>
                        )}
                    </Group>
                </Stack>
            )}
        </Modal>
    );
}

/** The columns that either of the two changed. */
function concerned(resource: Resource, clash: NonNullable<RowActions['clash']>): string[] {
    const names = resource.columns.map(({ name }) => name);
    const theirs = clash.now ? differences(clash.seen, clash.now, names).map(({ column }) => column) : [];
    const both = new Set([...Object.keys(clash.mine), ...theirs]);
    return names.filter((name) => both.has(name));
}
