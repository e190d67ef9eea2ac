import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { createElement, useCallback, useMemo, useState } from 'react';
import { ApiError } from '../../lib/api/client';
import { type Catalog, labelOf, type Resource, type Row } from '../../lib/data/catalog';
import {
    createRow,
    deleteRow,
    putRow,
    refreshRows,
    restoreRow,
    rowQuery,
    selectOf,
    updateRow,
    type Values,
} from '../../lib/data/rows';
import { messageOf } from '../../lib/ui/Failure';
import { UndoMessage } from '../../lib/ui/UndoMessage';

const undoMs = 8000;

/** A change that came too late: someone else changed the row in between. */
export interface Clash {
    /** What was seen when the change began. */
    seen: Row;
    /** What is there now; `null` where it was deleted. */
    now: Row | null;
    mine: Values;
    /** Called with the row that is kept in the end. */
    settled: (row: Row | null) => void;
}

export interface RowActions {
    create: (values: Values) => Promise<Row>;
    /** Changes a row; `null` where someone else had changed it and the person chose to keep that. */
    save: (row: Row, values: Values) => Promise<Row | null>;
    remove: (row: Row) => Promise<void>;
    restore: (row: Row) => Promise<void>;
    clash: Clash | null;
    /** Ends a clash: `overwrite` writes the change over what is there now. */
    settle: (overwrite: boolean) => Promise<void>;
}

/** Says what was done, with a way back. */
function tell(text: string, undo: () => Promise<void>): void {
    const notice = notifications.show({
        autoClose: undoMs,
        message: createElement(UndoMessage, {
            text,
            onUndo: () => {
                notifications.hide(notice);
                undo().catch((error: unknown) => refused('It could not be undone', error));
            },
        }),
    });
}

export function refused(title: string, error: unknown): void {
    notifications.show({ color: 'red', title, message: messageOf(error) });
}

/** The changes of rows, each with its way back, and what happens when someone else was quicker. */
export function useRowActions(resource: Resource, catalog: Catalog): RowActions {
    const client = useQueryClient();
    const [clash, setClash] = useState<Clash | null>(null);
    const { name } = resource;

    const put = useCallback(
        (id: string, row: Partial<Row> | null) => {
            putRow(client, name, id, row);
            void client.invalidateQueries({ queryKey: ['data', name, 'one', id] });
            void client.invalidateQueries({ queryKey: ['data', name, 'history', id] });
            void client.invalidateQueries({ queryKey: ['data', name, 'trail', id] });
        },
        [client, name],
    );

    const write = useCallback(
        async (row: Row, values: Values, version: unknown): Promise<Row> => {
            // With the names of what the changed columns refer to now.
            const select = selectOf(resource, catalog, Object.keys(values));
            const now = await updateRow(name, row.id, values, version, select);
            put(row.id, now);
            const before = Object.fromEntries(Object.keys(values).map((column) => [column, row[column] ?? null]));
            tell(`${labelOf(resource, now)} was changed.`, async () => {
                put(row.id, await updateRow(name, row.id, before, now.version, select));
            });
            return now;
        },
        [catalog, name, put, resource],
    );

    const save = useCallback(
        async (row: Row, values: Values): Promise<Row | null> => {
            try {
                return await write(row, values, row.version);
            } catch (error) {
                if (!(error instanceof ApiError) || (error.status !== 412 && error.status !== 404)) throw error;
                const now = await client.fetchQuery({ ...rowQuery(resource, row.id), staleTime: 0 });
                return new Promise((settled) => setClash({ seen: row, now, mine: values, settled }));
            }
        },
        [client, resource, write],
    );

    const settle = useCallback(
        async (overwrite: boolean) => {
            if (!clash) return;
            const { seen, now, mine, settled } = clash;
            const kept = overwrite && now ? await write(now, mine, now.version) : null;
            if (!kept) put(seen.id, now && !now.deleted_at ? now : null);
            setClash(null);
            settled(kept);
        },
        [clash, put, write],
    );

    return useMemo(
        () => ({
            async create(values) {
                const row = await createRow(name, values);
                await refreshRows(client, name);
                return row;
            },
            save,
            async remove(row) {
                const called = labelOf(resource, row);
                try {
                    await deleteRow(name, row.id, row.version);
                } catch (error) {
                    refused('It was not deleted', error);
                    return;
                }
                put(row.id, null);
                if (!resource.keeps_versions) {
                    notifications.show({ message: `${called} was deleted.` });
                    return;
                }
                tell(`${called} was deleted.`, async () => {
                    await restoreRow(name, row.id);
                    await refreshRows(client, name);
                });
            },
            async restore(row) {
                try {
                    await restoreRow(name, row.id);
                    put(row.id, null);
                    notifications.show({ message: `${labelOf(resource, row)} is back.` });
                } catch (error) {
                    refused('It was not restored', error);
                }
            },
            clash,
            settle,
        }),
        [client, clash, name, put, resource, save, settle],
    );
}
