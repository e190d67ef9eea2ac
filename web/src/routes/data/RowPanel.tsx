import { ActionIcon, Badge, Button, CopyButton, Menu, Modal, Skeleton, Tabs, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconCopy, IconDots, IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { labelOf, type Row, shortId } from '../../lib/data/catalog';
import { rowQuery, selectOf } from '../../lib/data/rows';
import { Failure } from '../../lib/ui/Failure';
import type { DataSearch, RowTab } from '../../router';
import classes from './Panels.module.css';
import { Related } from './Related';
import { Trail } from './Trail';
import { Values } from './Values';
import { Versions } from './Versions';
import { useWorkbench } from './workbench';

/** One row beside the table: its values, what belongs to it, what it was, and who did what to it. */
export function RowPanel() {
    const { resource, catalog } = useWorkbench();
    const { rowId } = useParams({ from: '/shell/data/$resource/$rowId' });
    const { tab = 'values' } = useSearch({ from: '/shell/data/$resource' });
    const navigate = useNavigate();
    const select = useMemo(
        () =>
            selectOf(
                resource,
                catalog,
                resource.columns.map(({ name }) => name),
            ),
        [resource, catalog],
    );
    const query = useQuery(rowQuery(resource, rowId, select));
    const close = () =>
        void navigate({
            to: '/data/$resource',
            params: { resource: resource.name },
            search: ({ tab: _old, ...rest }: DataSearch) => rest,
        });
    const row = query.data;
    return (
        <aside
            className={classes.panel}
            aria-label="Row"
            onKeyDown={(event) => {
                if (event.key === 'Escape' && !event.defaultPrevented) close();
            }}
        >
            <PanelHead row={row ?? null} rowId={rowId} onClose={close} />
            {query.isError ? (
                <Failure error={query.error} retry={() => void query.refetch()} />
            ) : query.isPending ? (
                <div className={classes.panelSkeleton} role="status" aria-label="Loading the row">
                    {[60, 82, 44, 71, 55, 90, 38, 66].map((width) => (
                        <Skeleton key={width} height={11} width={`${width}%`} />
                    ))}
                </div>
            ) : row ? (
                <Tabs
                    value={tab}
                    onChange={(next) =>
                        void navigate({
                            to: '.',
                            search: (old) => ({ ...(old as DataSearch), tab: (next ?? 'values') as RowTab }),
                            replace: true,
                        })
                    }
                    className={classes.tabs}
                    keepMounted={false}
                >
                    <Tabs.List className={classes.tabList}>
                        <Tabs.Tab value="values">Values</Tabs.Tab>
                        <Tabs.Tab value="related">Related</Tabs.Tab>
                        {resource.keeps_versions && <Tabs.Tab value="history">History</Tabs.Tab>}
                        {catalog.has('audit_events') && <Tabs.Tab value="trail">Trail</Tabs.Tab>}
                    </Tabs.List>
                    <Tabs.Panel value="values" className={classes.tabPanel}>
                        <Values row={row} />
                    </Tabs.Panel>
                    <Tabs.Panel value="related" className={classes.tabPanel}>
                        <Related row={row} />
                    </Tabs.Panel>
                    <Tabs.Panel value="history" className={classes.tabPanel}>
                        <Versions row={row} />
                    </Tabs.Panel>
                    <Tabs.Panel value="trail" className={classes.tabPanel}>
                        <Trail row={row} />
                    </Tabs.Panel>
                </Tabs>
            ) : (
                <Text c="dimmed" size="sm" p="lg" ta="center">
                    There is no such row that you may see.
                </Text>
            )}
        </aside>
    );
}

function PanelHead({ row, rowId, onClose }: { row: Row | null; rowId: string; onClose: () => void }) {
    const { resource, actions, openForm, may } = useWorkbench();
    const [asking, setAsking] = useState(false);
    const deleted = Boolean(row?.deleted_at);
    const remove = () => {
        setAsking(false);
        if (row) void actions.remove(row).then(onClose);
    };
    return (
        <header className={classes.panelHead}>
            <div className={classes.panelTitle}>
                <h2>{row ? labelOf(resource, row) : shortId(rowId)}</h2>
                {deleted && (
                    <Badge size="xs" color="red" variant="light">
                        deleted
                    </Badge>
                )}
            </div>
            {row && deleted && may('delete') && (
                <Button
                    size="compact-sm"
                    variant="light"
                    leftSection={<IconArrowBackUp size={15} />}
                    onClick={() => void actions.restore(row).then(onClose)}
                >
                    Restore
                </Button>
            )}
            {row && !deleted && may('update') && (
                <Tooltip label="Edit the whole row (E)">
                    <ActionIcon variant="subtle" color="gray" aria-label="Edit the row" onClick={() => openForm(row)}>
                        <IconPencil size={16} />
                    </ActionIcon>
                </Tooltip>
            )}
            {row && (
                <CopyButton value={JSON.stringify(ownValues(row), null, 2)}>
                    {({ copied, copy }) => (
                        <Tooltip label={copied ? 'Copied' : 'Copy as JSON'}>
                            <ActionIcon variant="subtle" color="gray" aria-label="Copy as JSON" onClick={copy}>
                                {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                            </ActionIcon>
                        </Tooltip>
                    )}
                </CopyButton>
            )}
            {row && !deleted && may('delete') && (
                <Menu position="bottom-end">
                    <Menu.Target>
                        <ActionIcon variant="subtle" color="gray" aria-label="More actions">
                            <IconDots size={16} />
                        </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                        <Menu.Item
                            leftSection={<IconTrash size={15} />}
                            onClick={resource.keeps_versions ? remove : () => setAsking(true)}
                        >
                            Delete
                        </Menu.Item>
                    </Menu.Dropdown>
                </Menu>
            )}
            <ActionIcon variant="subtle" color="gray" aria-label="Close the row" onClick={onClose}>
                <IconX size={17} />
            </ActionIcon>
            <Modal
                opened={asking}
                onClose={() => setAsking(false)}
                title="Delete for good?"
                closeButtonProps={{ 'aria-label': 'Close' }}
            >
                <Text size="sm" mb="md">
                    Rows of this resource do not come back once they are deleted.
                </Text>
                <Button color="red" onClick={remove}>
                    Delete
                </Button>
            </Modal>
        </header>
    );
}

/** The row without the names that were looked up for it. */
function ownValues(row: Row): Record<string, unknown> {
    return Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('ref__')));
}
