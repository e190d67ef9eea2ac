import { notifications } from '@mantine/notifications';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createElement, useCallback, useSyncExternalStore } from 'react';
import { type Name, resource } from './api/resource';
import type { Id } from './api/types';
import { messageOf } from './ui/Failure';
import { UndoMessage } from './ui/UndoMessage';

/**
 * Deleting with a way back: what was deleted leaves the page at once, and the server hears of it when the time to undo is over
 * or the page is left, whichever comes first.
 */
const undoMs = 7000;

interface Waiting {
    resource: Name;
    timer: number;
}

const waiting = new Map<Id, Waiting>();
let hidden: ReadonlySet<Id> = new Set();
const listeners = new Set<() => void>();

function setHidden(ids: Iterable<Id>): void {
    hidden = new Set(ids);
    for (const listener of listeners) listener();
}

function forget(id: Id): void {
    window.clearTimeout(waiting.get(id)?.timer);
    waiting.delete(id);
    setHidden(waiting.keys());
}

async function carryOut(id: Id, name: Name, client: QueryClient): Promise<void> {
    try {
        await resource(name).remove(id);
        await client.invalidateQueries();
    } catch (error) {
        notifications.show({ color: 'red', title: 'It was not deleted', message: messageOf(error) });
    }
    forget(id);
}

window.addEventListener('pagehide', () => {
    for (const [id, row] of waiting)
        void resource(row.resource)
            .remove(id, { keepalive: true })
            .catch(() => undefined);
    waiting.clear();
});

/** The rows that are on their way out and are no longer shown. */
export function useHidden(): ReadonlySet<Id> {
    return useSyncExternalStore(
        (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        () => hidden,
    );
}

export interface Deletion {
    /** The resource of the row. */
    resource: Name;
    id: Id;
    /** What was deleted, for the message: `C-000012`. */
    name: string;
}

export function useDelete(): (deletion: Deletion) => void {
    const client = useQueryClient();
    return useCallback(
        ({ resource, id, name }) => {
            const timer = window.setTimeout(() => void carryOut(id, resource, client), undoMs);
            waiting.set(id, { resource, timer });
            setHidden(waiting.keys());
            const notice = notifications.show({
                autoClose: undoMs - 200,
                message: createElement(UndoMessage, {
                    text: `${name} was deleted.`,
                    onUndo: () => {
                        forget(id);
                        notifications.hide(notice);
                    },
                }),
            });
        },
        [client],
    );
}
