import { type Column, labelColumns, type Resource } from './catalog';
import { bySensitivity, type Filter, filtersFrom, filtersTo, type Sort, sortFrom, sortTo } from './filter';

/** Which columns of a resource are shown, in which order and how wide. */
export interface Layout {
    order: string[];
    hidden: string[];
    /** Widths in pixels, where they are not the kind's own. */
    widths: Record<string, number>;
}

/** Columns that Cuspid keeps of every row: at the end, and most of them only on request. */
const upkeep = [
    'version',
    'created_at',
    'created_by',
    'updated_at',
    'updated_by',
    'deleted_at',
    'deleted_by',
    'is_deleted',
    'tenant_id',
];
const shownUpkeep = new Set(['created_at', 'updated_at']);

const widths: Partial<Record<Column['kind'], number>> = {
    uuid: 150,
    boolean: 96,
    integer: 104,
    number: 104,
    date: 112,
    timestamp: 144,
    enum: 148,
    inet: 130,
    json: 240,
    array: 180,
};

export const widthOf = (column: Column): number => (column.name === 'id' ? 108 : (widths[column.kind] ?? 190));

/** The order before anyone chose one: the id, what names the row, the rest as in the table, what Cuspid keeps. */
export function defaultOrder(resource: Resource): string[] {
    const names = labelColumns(resource).map((column) => column.name);
    const rest = resource.columns.map((column) => column.name).filter((name) => name !== 'id' && !names.includes(name));
    return [
        'id',
        ...names,
        ...rest.filter((name) => !upkeep.includes(name)),
        ...upkeep.filter((name) => rest.includes(name)),
    ];
}

export const defaultLayout = (resource: Resource): Layout => ({
    order: defaultOrder(resource),
    hidden: upkeep.filter((name) => !shownUpkeep.has(name) && resource.columns.some((column) => column.name === name)),
    widths: {},
});

/** A kept layout on the columns that there are now: what went is dropped, what came stands where it stands by itself. */
export function fittedLayout(resource: Resource, kept: Partial<Layout> | undefined): Layout {
    const own = defaultLayout(resource);
    if (!kept) return own;
    const known = new Set(own.order);
    const order = ['id', ...(kept.order ?? []).filter((name) => known.has(name) && name !== 'id')];
    for (const [index, name] of own.order.entries()) {
        if (order.includes(name)) continue;
        const before = own.order.slice(0, index).findLast((other) => order.includes(other));
        order.splice(before === undefined ? 1 : order.indexOf(before) + 1, 0, name);
    }
    const wasKnown = new Set(kept.order ?? []);
    const hidden = own.order.filter((name) =>
        wasKnown.has(name) || !kept.order ? (kept.hidden ?? own.hidden).includes(name) : own.hidden.includes(name),
    );
    return { order, hidden: hidden.filter((name) => name !== 'id'), widths: kept.widths ?? {} };
}

/** A column moved before another one; the id stays first. */
export function moved(order: readonly string[], name: string, before: string): string[] {
    if (name === before || name === 'id' || before === 'id') return [...order];
    const others = order.filter((other) => other !== name);
    others.splice(others.indexOf(before), 0, name);
    return others;
}

/** Columns, filters and order under a name. */
export interface SavedView {
    name: string;
    layout: Layout;
    filters: string[][];
    sort: string;
}

/** A view to keep. Filters on personal data are left out: what is kept lies readable in this browser. */
export function viewOf(name: string, resource: Resource, layout: Layout, filters: Filter[], sort: Sort[]): SavedView {
    return { name, layout, filters: filtersTo(bySensitivity(resource, filters).open), sort: sortTo(sort) };
}

export const filtersIn = (view: SavedView): Filter[] => filtersFrom(view.filters);
export const sortIn = (view: SavedView): Sort[] => sortFrom(view.sort);

const prefix = 'cuspid.data.';

/** What was kept in this browser under a name; nothing where it cannot be read. */
export function kept<T>(name: string): T | undefined {
    try {
        const text = window.localStorage.getItem(prefix + name);
        return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
        return undefined;
    }
}

/** Keeps something in this browser; where there is no room it is forgotten with the page. */
export function keep(name: string, value: unknown): void {
    try {
        window.localStorage.setItem(prefix + name, JSON.stringify(value));
    } catch {
        // Private windows and full stores refuse: the page works without.
    }
}
