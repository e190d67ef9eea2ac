import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Change } from './types';

/** The queries that show a row of which a change was told. */
export function shownIn(change: Change): QueryKey[] {
    const trail: QueryKey[] = change.case_id ? [['audit_events', 'of', change.case_id]] : [];
    switch (change.resource) {
        case 'cases':
            return [['cases', 'list'], ['cases', 'one', change.id], ...trail];
        case 'case_files':
            return [
                ['cases', 'list'],
                ['case_files', 'one', change.id],
                ...(change.case_id ? [['case_files', 'of', change.case_id]] : []),
                ...trail,
            ];
        case 'jobs':
            return [...(change.case_id ? [['jobs', 'of', change.case_id]] : []), ...trail];
        case 'segments':
            return [['segments']];
        case 'patients':
            return [['patients'], ['cases']];
        default:
            return [];
    }
}

/** Changes come in bursts while a scan is worked on; asking again a few times a second is enough for the eye. */
const settleMs = 200;

function refresher(client: QueryClient) {
    const waiting = new Map<string, QueryKey>();
    let timer: number | undefined;
    const flush = () => {
        timer = undefined;
        const keys = [...waiting.values()];
        waiting.clear();
        for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    };
    return {
        add(keys: QueryKey[]) {
            for (const key of keys) waiting.set(JSON.stringify(key), key);
            if (waiting.size > 0) timer ??= window.setTimeout(flush, settleMs);
        },
        stop: () => window.clearTimeout(timer),
    };
}

/** Keeps what is shown up to date while the page is open; says whether the stream stands. */
export function useLiveChanges(): boolean {
    const client = useQueryClient();
    const [live, setLive] = useState(true);
    useEffect(() => {
        const refresh = refresher(client);
        const source = new EventSource('/api/v1/events');
        let broken = false;
        source.onopen = () => {
            setLive(true);
            // What happened in between was not told.
            if (broken) void client.invalidateQueries();
            broken = false;
        };
        source.onerror = () => {
            broken = true;
            setLive(false);
        };
        source.addEventListener('change', (event: MessageEvent<string>) => {
            refresh.add(shownIn(JSON.parse(event.data) as Change));
        });
        source.addEventListener('gap', () => void client.invalidateQueries());
        return () => {
            source.close();
            refresh.stop();
        };
    }, [client]);
    return live;
}
