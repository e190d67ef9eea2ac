import { call, nextCursor, type Page } from './client';
import type { Id, Resources, Time } from './generated';
import type { JsonColumns } from './types';

/**
 * The resources of the API by their types, which are derived from the schema: what is asked for decides what the answer is, and what is not there
 * does not compile.
 */
export type Name = keyof Resources;

/** A row with all of its columns. */
export type Row<N extends Name> = N extends keyof JsonColumns
    ? Omit<Resources[N]['row'], keyof JsonColumns[N]> & JsonColumns[N]
    : Resources[N]['row'];

type Column<N extends Name> = keyof Resources[N]['row'] & string;
type Embeds<N extends Name> = Resources[N]['embeds'];
type Way<N extends Name> = keyof Embeds<N> & string;
type Target<N extends Name, W extends Way<N>> = Embeds<N>[W] extends { of: infer T extends Name } ? T : never;

/** What is read of a row: columns, all unless named, and embedded rows under names of one's own. */
export interface Shape<N extends Name> {
    select?: readonly Column<N>[];
    /** One that is `false` is left out, and may be missing in the answer. */
    embed?: { readonly [as: string]: Embedded<N> | false };
}

/** Rows at the other end of a way from a resource. */
type Embedded<N extends Name> = { [W in Way<N>]: { readonly way: W } & Shape<Target<N, W>> }[Way<N>];

/** A row of the shape that was asked for. */
export type Shown<N extends Name, S> = Pick<
    Row<N>,
    Selected<S> extends never ? keyof Row<N> : Selected<S> & keyof Row<N>
> &
    (S extends { embed: infer E } ? ShownEmbeds<N, E> : unknown);
type Selected<S> = S extends { select: readonly (infer C)[] } ? C : never;
type ShownEmbeds<N extends Name, E> = {
    [K in keyof E as false extends E[K] ? never : K]: ShownEmbed<N, E[K]>;
} & {
    [K in keyof E as false extends E[K] ? K : never]?: ShownEmbed<N, Exclude<E[K], false>>;
};
type ShownEmbed<N extends Name, E> = E extends { way: infer W extends Way<N> }
    ? Embeds<N>[W] extends { many: true }
        ? Shown<Target<N, W>, E>[]
        : Shown<Target<N, W>, E> | null
    : never;

/** Conditions on one column; all of them hold. */
export interface Test<V> {
    eq?: V;
    neq?: V;
    gt?: V;
    gte?: V;
    lt?: V;
    lte?: V;
    in?: readonly V[];
    is?: 'null' | 'not_null' | 'true' | 'false';
    like?: string;
    ilike?: string;
    fts?: string;
    plfts?: string;
    phfts?: string;
    wfts?: string;
    cs?: string;
    cd?: string;
    ov?: string;
    not?: Omit<Test<V>, 'not'>;
}

/** A piece of a list. */
export interface Listing<N extends Name> extends Shape<N> {
    where?: { readonly [C in Column<N>]?: Test<NonNullable<Resources[N]['row'][C]>> };
    order?: readonly `${Column<N>}.${'asc' | 'desc'}`[];
    limit?: number;
    /** Where a former page said that the next one begins. */
    cursor?: string | null;
}

/** A former version of a row, or the present one. */
export interface Version<N extends Name> {
    version: number;
    valid_from: Time;
    valid_until: Time | null;
    changed_by: Id | null;
    row: Row<N>;
}

/** What the types above say, without them: they are taken apart here and nowhere else. */
interface Loose {
    select?: readonly string[];
    embed?: { readonly [as: string]: (Loose & { readonly way: string }) | false };
    where?: { readonly [column: string]: object | undefined };
    order?: readonly string[];
    limit?: number;
    cursor?: string | null;
}

function selectOf({ select = ['*'], embed = {} }: Loose): string {
    const embedded = Object.entries(embed).map(([as, one]) => one && `${as}:${one.way}(${selectOf(one)})`);
    return [...select, ...embedded.filter((part) => part !== false)].join(',');
}

function testsOf(test: object, prefix = ''): string[] {
    return Object.entries(test).flatMap(([operator, value]: [string, unknown]) => {
        if (value === undefined) return [];
        if (operator === 'not') return testsOf(value as object, 'not.');
        if (!Array.isArray(value)) return [`${prefix}${operator}.${value}`];
        const values = value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`);
        return [`${prefix}${operator}.(${values.join(',')})`];
    });
}

/** The address's query of a list, as the dialect spells it. */
export function queryOf<N extends Name>(listing: Listing<N>): URLSearchParams {
    const { where = {}, order, limit, cursor, ...shape } = listing as Loose;
    const query = new URLSearchParams();
    if (shape.select || shape.embed) query.set('select', selectOf(shape));
    for (const [column, test] of Object.entries(where)) {
        for (const condition of test ? testsOf(test) : []) query.append(column, condition);
    }
    if (order) query.set('order', order.join(','));
    if (limit !== undefined) query.set('limit', String(limit));
    if (cursor) query.set('cursor', cursor);
    return query;
}

function at(path: string, query: URLSearchParams): string {
    return query.size > 0 ? `${path}?${query}` : path;
}

/** What can be done with a resource. Refusals are thrown as `ApiError`. */
export function resource<N extends Name>(name: N) {
    const path = `/${name}`;
    const one = (id: Id, shape: Shape<N> = {}) => at(`${path}/${id}`, queryOf(shape));
    return {
        async list<const S extends Listing<N>>(listing: S, signal?: AbortSignal): Promise<Page<Shown<N, S>>> {
            const { data, headers } = await call<Shown<N, S>[]>('GET', at(path, queryOf(listing)), { signal });
            return { rows: data, next: nextCursor(headers.get('Link')) };
        },

        async get<const S extends Shape<N>>(id: Id, shape: S, signal?: AbortSignal): Promise<Shown<N, S>> {
            return (await call<Shown<N, S>>('GET', one(id, shape), { signal })).data;
        },

        async create(row: Resources[N]['new']): Promise<Row<N>> {
            return (await call<Row<N>>('POST', path, { body: row })).data;
        },

        /** Changes a row; only the version that is named, where one is. */
        async update(id: Id, change: Resources[N]['change'], version?: number): Promise<Row<N>> {
            const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
            return (await call<Row<N>>('PATCH', one(id), { body: change, headers })).data;
        },

        async remove(id: Id, options: { keepalive?: boolean } = {}): Promise<void> {
            await call<void>('DELETE', one(id), options);
        },

        /** Takes back that a row was deleted, where that is marked only. */
        async restore(id: Id): Promise<Row<N>> {
            return (await call<Row<N>>('POST', `${one(id)}/restore`)).data;
        },

        /** The versions of a row, newest first. */
        async history(id: Id, signal?: AbortSignal): Promise<Version<N>[]> {
            return (await call<Version<N>[]>('GET', `${one(id)}/history`, { signal })).data;
        },
    };
}
