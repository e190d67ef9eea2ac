import { Button, Text } from '@mantine/core';
import { IconFilterOff, IconTable } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Catalog, isComparable, type Resource, type Row, spelled } from '../../lib/data/catalog';
import {
    bySensitivity,
    type Filter,
    filtersFrom,
    filtersTo,
    type Sort,
    sortedBy,
    sortFrom,
    sortTo,
    type View,
} from '../../lib/data/filter';
import { filtersIn, fittedLayout, keep, kept, type Layout, moved, type SavedView, sortIn } from '../../lib/data/layout';
import { refreshRows, rowsQuery, selectOf } from '../../lib/data/rows';
import { Failure } from '../../lib/ui/Failure';
import { useTitle } from '../../lib/useTitle';
import type { DataSearch } from '../../router';
import { nudged } from './ColumnsMenu';
import { Conflict } from './Conflict';
import { Grid } from './Grid';
import type { HeaderActions } from './GridHeader';
import { GridSkeleton } from './GridSkeleton';
import { Keys } from './Keys';
import classes from './ResourcePage.module.css';
import { type FormTask, RowForm } from './RowForm';
import { Toolbar } from './Toolbar';
import { useColumns } from './useColumns';
import { usePageKeys } from './usePageKeys';
import { useRowActions } from './useRowActions';
import { type Workbench, WorkbenchProvider } from './workbench';

interface Props {
    resource: Resource;
    catalog: Catalog;
}

export function ResourceView({ resource, catalog }: Props) {
    const { name } = resource;
    useTitle(spelled(name));
    const search = useSearch({ from: '/shell/data/$resource' });
    const { rowId } = useParams({ strict: false });
    const navigate = useNavigate();
    const client = useQueryClient();
    const actions = useRowActions(resource, catalog);
    const grid = useRef<HTMLDivElement>(null);
    const finder = useRef<HTMLInputElement>(null);

    const [layout, setLayout] = useState(() => fittedLayout(resource, kept<Layout>(`layout.${name}`)));
    /** Filters on personal data: only here, not in the address. */
    const [hidden, setHidden] = useState<Filter[]>([]);
    const [editedFilter, setEditedFilter] = useState<string | null>(null);
    const [task, setTask] = useState<FormTask | null>(null);
    const [help, setHelp] = useState(false);
    const active = useRef<Row | null>(null);

    useEffect(() => keep(`layout.${name}`, layout), [name, layout]);

    const trash = search.trash === true && resource.keeps_versions;
    const view: View = useMemo(
        () => ({
            filters: [...bySensitivity(resource, filtersFrom(search.where)).open, ...hidden],
            sort: sortFrom(search.sort),
            trash,
        }),
        [resource, search.where, search.sort, trash, hidden],
    );
    const shownNames = useMemo(
        () => layout.order.filter((column) => !layout.hidden.includes(column)),
        [layout.order, layout.hidden],
    );
    const select = useMemo(() => selectOf(resource, catalog, shownNames), [resource, catalog, shownNames]);
    const query = useInfiniteQuery({ ...rowsQuery(resource, view, select), placeholderData: keepPreviousData });
    const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
    const columns = useColumns(resource, catalog, layout, setLayout);

    const lookFor = useCallback(
        (change: (old: DataSearch) => DataSearch) =>
            void navigate({ to: '.', search: (old) => change(old as DataSearch), replace: true }),
        [navigate],
    );
    const setFilters = (filters: Filter[]) => {
        const parts = bySensitivity(resource, filters);
        setHidden(parts.hidden);
        lookFor(({ where: _old, ...rest }) =>
            parts.open.length > 0 ? { ...rest, where: filtersTo(parts.open) } : rest,
        );
    };
    const setSort = useCallback(
        (sort: Sort[]) =>
            lookFor(({ sort: _old, ...rest }) => (sort.length > 0 ? { ...rest, sort: sortTo(sort) } : rest)),
        [lookFor],
    );
    const setTrash = (on: boolean) => lookFor(({ trash: _old, ...rest }) => (on ? { ...rest, trash: true } : rest));

    const open = useCallback(
        (id: string) =>
            void navigate({
                to: '/data/$resource/$rowId',
                params: { resource: name, rowId: id },
                search: (old) => old as DataSearch,
            }),
        [navigate, name],
    );
    const follow = useCallback(
        (target: string, id: string) =>
            void navigate({ to: '/data/$resource/$rowId', params: { resource: target, rowId: id }, search: {} }),
        [navigate],
    );
    const close = useCallback(() => {
        if (rowId === undefined) return;
        void navigate({ to: '/data/$resource', params: { resource: name }, search: (old) => old as DataSearch });
        grid.current?.focus({ preventScroll: true });
    }, [navigate, name, rowId]);
    const onPlace = useCallback(
        (row: Row) => {
            active.current = row;
            // The panel follows the cell, where it is open.
            if (rowId === undefined || rowId === row.id) return;
            void navigate({
                to: '/data/$resource/$rowId',
                params: { resource: name, rowId: row.id },
                search: (old) => old as DataSearch,
                replace: true,
            });
        },
        [navigate, name, rowId],
    );
    const openForm = useCallback((row: Row | null, column?: string) => setTask({ row, column }), []);
    const may = useCallback((verb: string) => resource.verbs.includes(verb), [resource]);
    const refresh = () => void refreshRows(client, name);

    const sort = view.sort;
    const headerActions: HeaderActions = useMemo(
        () => ({
            sortBy: (column, descending, add) =>
                setSort(descending === undefined ? sortedBy(sort, column, add) : [{ column, descending }]),
            filterBy: setEditedFilter,
            hide: (column) => setLayout((old) => ({ ...old, hidden: [...old.hidden, column] })),
            move: (column, before) => setLayout((old) => ({ ...old, order: moved(old.order, column, before) })),
            nudge: (column, by) =>
                setLayout((old) => ({ ...old, order: nudged(old.order, column, by, new Set(old.hidden)) })),
        }),
        [sort, setSort],
    );

    usePageKeys({
        '/': () => finder.current?.focus(),
        n: () => may('create') && openForm(null),
        e: () => {
            const row = rows.find(({ id }) => id === (rowId ?? active.current?.id));
            if (row && may('update') && !trash) openForm(row);
        },
        r: refresh,
        '?': () => setHelp(true),
    });

    const workbench: Workbench = useMemo(
        () => ({ catalog, resource, actions, openForm, may, trash }),
        [catalog, resource, actions, openForm, may, trash],
    );
    const { hasNextPage, isFetching, fetchNextPage } = query;
    const onMore = useCallback(() => {
        // While something is read the next page would break it off.
        if (!isFetching) void fetchNextPage({ cancelRefetch: false });
    }, [isFetching, fetchNextPage]);
    const total = query.hasNextPage ? (query.data?.pages[0]?.total ?? null) : rows.length;
    const openView = (saved: SavedView) => {
        setLayout(fittedLayout(resource, saved.layout));
        setHidden([]);
        const filters = filtersIn(saved);
        const order = sortIn(saved).filter(({ column }) =>
            resource.columns.some((known) => known.name === column && isComparable(known)),
        );
        lookFor(() => ({
            ...(filters.length > 0 && { where: filtersTo(filters) }),
            ...(order.length > 0 && { sort: sortTo(order) }),
        }));
    };

    return (
        <WorkbenchProvider value={workbench}>
            <div className={classes.view} data-panel={rowId !== undefined || undefined}>
                <div className={classes.table}>
                    <Toolbar
                        view={view}
                        layout={layout}
                        setLayout={setLayout}
                        setFilters={setFilters}
                        setTrash={setTrash}
                        openView={openView}
                        editedFilter={editedFilter}
                        setEditedFilter={setEditedFilter}
                        finder={finder}
                        shown={shownNames}
                        loaded={rows.length}
                        total={total}
                        exact={!query.hasNextPage}
                        busy={query.isFetching}
                        onRefresh={refresh}
                        onHelp={() => setHelp(true)}
                    />
                    {query.isError && rows.length === 0 ? (
                        <Failure error={query.error} retry={() => void query.refetch()} />
                    ) : query.isPending ? (
                        <GridSkeleton columns={columns} />
                    ) : rows.length === 0 ? (
                        <Nothing
                            view={view}
                            onClear={() => setFilters([])}
                            onNew={may('create') && !trash ? () => openForm(null) : undefined}
                        />
                    ) : (
                        <Grid
                            view={view}
                            dimmed={query.isPlaceholderData}
                            rows={rows}
                            columns={columns}
                            sort={sort}
                            chosen={rowId ?? null}
                            more={hasNextPage}
                            onMore={onMore}
                            onOpen={open}
                            onFollow={follow}
                            onPlace={onPlace}
                            onLeave={close}
                            headerActions={headerActions}
                            gridRef={grid}
                        />
                    )}
                </div>
                <Outlet />
            </div>
            <RowForm task={task} onClose={() => setTask(null)} onCreated={(row) => open(row.id)} />
            <Conflict resource={resource} actions={actions} />
            <Keys opened={help} onClose={() => setHelp(false)} />
        </WorkbenchProvider>
    );
}

interface NothingProps {
    view: View;
    onClear: () => void;
    onNew: (() => void) | undefined;
}

function Nothing({ view, onClear, onNew }: NothingProps) {
    const filtered = view.filters.length > 0;
    const Icon = filtered ? IconFilterOff : IconTable;
    return (
        <div className={classes.nothing}>
            <Icon size={34} stroke={1.3} aria-hidden="true" />
            <Text fw={600}>
                {filtered ? 'No row matches the filters' : view.trash ? 'Nothing was deleted' : 'There are no rows yet'}
            </Text>
            {filtered ? (
                <Button size="xs" variant="default" onClick={onClear}>
                    Show all rows
                </Button>
            ) : (
                onNew && (
                    <Button size="xs" onClick={onNew}>
                        New row
                    </Button>
                )
            )}
        </div>
    );
}
