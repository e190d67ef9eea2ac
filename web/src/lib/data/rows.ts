import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, get, nextCursor } from '../api/client';
import type { AuditEvent } from '../api/types';
import { type Catalog, hintColumn, labelColumns, type Resource, type Row, targetOf } from './catalog';
import { queryOf, type View } from './filter';

/** Rows of any resource. Keys begin with `data`, so that the other pages' queries are left alone. */

export const pageRows = 200;
/** References that are shown by name in one list: each is a lookup a row. */
const mostReferences = 8;

/** Where the name of a referred row stands in a row. */
export const referenceKey = (column: string): string => `ref__${column}`;

/** What is asked of the server: all columns, and the names of what the shown columns refer to. */
export function selectOf(resource: Resource, catalog: Catalog, columns: readonly string[]): string {
    const references = columns
        .map((column) => ({ column, target: targetOf(resource, column, catalog) }))
        .filter(({ target }) => target !== undefined && labelColumns(target).length > 0)
        .slice(0, mostReferences)
        .map(({ column, target }) => {
            if (!target) return '';
            const label = labelColumns(target).map(({ name }) => name);
            // A resource inside of itself is named by the column, upwards.
            const way = target.name === resource.name ? column : `${target.name}!${column}`;
            return `${referenceKey(column)}:${way}(${['id', ...label].join(',')})`;
        });
    return ['*', ...references].join(',');
}

export interface RowPage {
    rows: Row[];
    next: string | null;
    /** How many rows there are on all pages, about. */
    total: number | null;
}

/** The number behind the stroke of `Content-Range: 0-49/1234`. */
export function totalOf(range: string | null): number | null {
    const match = /\/(\d+)$/.exec(range ?? '');
    return match ? Number(match[1]) : null;
}

/** The rows of a view, page by page. Nothing reads all loaded pages again by itself: there may be hundreds. */
export const rowsQuery = (resource: Resource, view: View, select: string) => {
    const query = queryOf(resource, view);
    query.set('select', select);
    query.set('limit', String(pageRows));
    return infiniteQueryOptions({
        queryKey: ['data', resource.name, 'list', query.toString()],
        queryFn: async ({ pageParam, signal }): Promise<RowPage> => {
            const paged = new URLSearchParams(query);
            if (pageParam) paged.set('cursor', pageParam);
            const { data, headers } = await call<Row[]>('GET', `/${resource.name}?${paged}`, {
                signal,
                headers: pageParam ? {} : { Prefer: 'count=estimated' },
            });
            return { rows: data, next: nextCursor(headers.get('Link')), total: totalOf(headers.get('Content-Range')) };
        },
        initialPageParam: null as string | null,
        getNextPageParam: (last) => last.next,
        staleTime: 'static',
        // What is no longer shown is asked for again: a list that nobody looked at may be wrong by then.
        gcTime: 0,
        // Comparing all loaded rows with themselves at every page would take longer than the page.
        structuralSharing: false,
    });
};

type Pages = { pages: RowPage[]; pageParams: (string | null)[] };

/** Puts a row that changed into every loaded list of its resource, without asking again; `null` takes it out. */
export function putRow(client: QueryClient, resource: string, id: string, row: Partial<Row> | null): void {
    client.setQueriesData<Pages>({ queryKey: ['data', resource, 'list'] }, (data) => {
        if (!data) return data;
        const pages = data.pages.map((page) => {
            const index = page.rows.findIndex((old) => old.id === id);
            if (index < 0) return page;
            const old = page.rows[index];
            const rows = [...page.rows];
            if (row === null || !old) rows.splice(index, 1);
            else rows[index] = { ...old, ...row, id };
            return { ...page, rows };
        });
        return { ...data, pages };
    });
}

/** Reads a list again from its beginning; of many loaded pages only the first is asked for. */
export async function refreshRows(client: QueryClient, resource: string): Promise<void> {
    client.setQueriesData<Pages>({ queryKey: ['data', resource, 'list'] }, (data) =>
        data ? { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) } : data,
    );
    const queries = client.getQueryCache().findAll({ queryKey: ['data', resource, 'list'], type: 'active' });
    await Promise.all(queries.map((query) => query.fetch()));
}

export const rowQuery = (resource: Pick<Resource, 'name' | 'keeps_versions'>, id: string, select = '*') =>
    queryOptions({
        queryKey: ['data', resource.name, 'one', id, select],
        queryFn: ({ signal }) => {
            const query = new URLSearchParams({ select, id: `eq.${id}` });
            // One that is deleted is shown too.
            if (resource.keeps_versions) query.set('is_deleted', 'in.(true,false)');
            return get<Row[]>(`/${resource.name}?${query}`, signal).then(([row]) => row ?? null);
        },
    });

export interface Version {
    version: number;
    valid_from: string;
    valid_until: string | null;
    changed_by: string | null;
    row: Record<string, unknown>;
}

export const historyQuery = (resource: string, id: string) =>
    queryOptions({
        queryKey: ['data', resource, 'history', id],
        queryFn: ({ signal }) => get<Version[]>(`/${resource}/${id}/history?limit=100`, signal),
    });

export const asOfQuery = (resource: string, id: string, moment: string) =>
    queryOptions({
        queryKey: ['data', resource, 'as of', id, moment],
        queryFn: ({ signal }) => get<Row>(`/${resource}/${id}?${new URLSearchParams({ as_of: moment })}`, signal),
    });

export const trailQuery = (resource: string, id: string) =>
    queryOptions({
        queryKey: ['data', resource, 'trail', id],
        queryFn: ({ signal }) =>
            get<AuditEvent[]>(
                `/audit_events?${new URLSearchParams({
                    resource_type: `eq.${resource}`,
                    resource_id: `eq.${id}`,
                    order: 'id.desc',
                    limit: '100',
                })}`,
                signal,
            ),
    });

/** How many rows refer to a row by a column. */
export const countQuery = (resource: string, column: string, id: string) =>
    queryOptions({
        queryKey: ['data', resource, 'count', column, id],
        queryFn: async ({ signal }) => {
            const query = new URLSearchParams({ select: 'id', [column]: `eq.${id}`, limit: '1' });
            const { headers } = await call('GET', `/${resource}?${query}`, {
                signal,
                headers: { Prefer: 'count=exact' },
            });
            return totalOf(headers.get('Content-Range'));
        },
        staleTime: 30_000,
    });

/** A few rows that refer to a row. */
export const relatedQuery = (resource: Resource, column: string, id: string) =>
    queryOptions({
        queryKey: ['data', resource.name, 'related', column, id],
        queryFn: ({ signal }) =>
            get<Row[]>(
                `/${resource.name}?${new URLSearchParams({ [column]: `eq.${id}`, order: 'id.desc', limit: '10' })}`,
                signal,
            ),
    });

/** Rows to choose one from by name, as far as `text` goes. */
export const choiceQuery = (resource: Resource, text: string) => {
    const label = labelColumns(resource);
    const [first] = label;
    const columns = [...label, hintColumn(resource)].flatMap((column) => column?.name ?? []);
    const query = new URLSearchParams({ select: ['id', ...columns].join(','), limit: '30' });
    if (first) query.set('order', label.map(({ name }) => `${name}.asc`).join(','));
    if (first && text) {
        const way = first.searches.includes('pattern') ? `ilike.*${text.replace(/([\\%_])/g, '\\$1')}*` : `gte.${text}`;
        query.set(first.name, way);
    }
    return queryOptions({
        queryKey: ['data', resource.name, 'choice', text],
        queryFn: ({ signal }) => get<Row[]>(`/${resource.name}?${query}`, signal),
        staleTime: 30_000,
    });
};

/** The header that makes a change only to the version that was seen; resources without versions have none. */
const onlyTo = (version: unknown): Record<string, string> =>
    typeof version === 'number' ? { 'If-Match': `"${version}"` } : {};

export type Values = Record<string, unknown>;

export const createRow = async (resource: string, values: Values): Promise<Row> =>
    (await call<Row>('POST', `/${resource}`, { body: values })).data;

export async function updateRow(
    resource: string,
    id: string,
    values: Values,
    version: unknown,
    select = '*',
): Promise<Row> {
    const path = `/${resource}/${id}?${new URLSearchParams({ select })}`;
    return (await call<Row>('PATCH', path, { body: values, headers: onlyTo(version) })).data;
}

export async function deleteRow(resource: string, id: string, version: unknown): Promise<void> {
    await call('DELETE', `/${resource}/${id}`, { headers: onlyTo(version) });
}

export const restoreRow = async (resource: string, id: string): Promise<Row> =>
    (await call<Row>('POST', `/${resource}/${id}/restore`)).data;
