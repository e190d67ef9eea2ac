import { type Column, columnOf, isComparable, isSensitive, type Resource } from './catalog';

/** What is asked of a column, in the words of people; `queryOf` says it in the dialect. */
export type Operator =
    | 'is'
    | 'is_not'
    | 'contains'
    | 'starts'
    | 'words'
    | 'range'
    | 'all_of'
    | 'any_of'
    | 'yes'
    | 'no'
    | 'empty'
    | 'filled';

export interface Filter {
    column: string;
    operator: Operator;
    /** One for a text, any number for a choice, from and to (either may be empty) for a range. */
    values: string[];
}

export interface Sort {
    column: string;
    descending: boolean;
}

export const operatorWords: Record<Operator, string> = {
    is: 'is',
    is_not: 'is not',
    contains: 'contains',
    starts: 'starts with',
    words: 'has the words',
    range: 'is between',
    all_of: 'has all of',
    any_of: 'has any of',
    yes: 'is yes',
    no: 'is no',
    empty: 'is empty',
    filled: 'is not empty',
};

/** The operators that need no value. */
export const isState = (operator: Operator): boolean => ['yes', 'no', 'empty', 'filled'].includes(operator);

/** What can be asked of a column; the first is what people mean most often. */
export function operatorsOf(column: Column): Operator[] {
    const emptiness: Operator[] = column.nullable ? ['empty', 'filled'] : [];
    const has = (search: Column['searches'][number]) => column.searches.includes(search);
    switch (column.kind) {
        case 'boolean':
            return ['yes', 'no', ...emptiness];
        case 'enum':
        case 'uuid':
        case 'inet':
            return ['is', 'is_not', ...emptiness];
        case 'text':
            return [
                ...(has('pattern') ? (['contains', 'starts'] as const) : []),
                ...(has('words') ? (['words'] as const) : []),
                'is',
                'is_not',
                ...emptiness,
            ];
        case 'integer':
        case 'number':
        case 'date':
        case 'timestamp':
            return ['range', 'is', ...emptiness];
        case 'array':
            return [...(has('parts') ? (['any_of', 'all_of'] as const) : []), ...emptiness];
        default:
            return emptiness;
    }
}

/** Whether it asks something; one that does not is left out. */
export function isComplete(filter: Filter): boolean {
    return isState(filter.operator) || filter.values.some((value) => value !== '');
}

/** A value in a list of the dialect: quoted where it could be read as something else. */
function listed(value: string): string {
    return /^[\w.@:+-]+$/.test(value) ? value : `"${value.replace(/([\\"])/g, '\\$1')}"`;
}

/** A text within a pattern; `*` stays what it is, any text. */
const literal = (text: string): string => text.replace(/([\\%_])/g, '\\$1');

/** The end of a range of days takes in the whole last day. */
function dayAfter(day: string): string {
    const date = new Date(`${day}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + 1);
    return date.toISOString().slice(0, 10);
}

/** The beginning of a day where the reader is, as a moment. */
const momentOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

function rangeOf(column: Column, [from = '', to = '']: string[]): string[] {
    if (column.kind === 'timestamp') {
        return [...(from ? [`gte.${momentOf(from)}`] : []), ...(to ? [`lt.${momentOf(dayAfter(to))}`] : [])];
    }
    return [...(from ? [`gte.${from}`] : []), ...(to ? [`lte.${to}`] : [])];
}

/** The conditions of a filter on its column, as the dialect writes them. */
export function conditionsOf(filter: Filter, column: Column): string[] {
    const values = filter.values.filter((value) => value !== '');
    const [value = ''] = values;
    switch (filter.operator) {
        case 'is':
            if (column.kind === 'timestamp') return rangeOf(column, [value, value]);
            return [values.length > 1 ? `in.(${values.map(listed).join(',')})` : `eq.${value}`];
        case 'is_not':
            return [values.length > 1 ? `not.in.(${values.map(listed).join(',')})` : `neq.${value}`];
        case 'contains':
            return [`ilike.*${literal(value)}*`];
        case 'starts':
            return [`ilike.${literal(value)}*`];
        case 'words':
            return [`wfts.${value}`];
        case 'range':
            return rangeOf(column, filter.values);
        case 'all_of':
            return [`cs.{${values.map(listed).join(',')}}`];
        case 'any_of':
            return [`ov.{${values.map(listed).join(',')}}`];
        case 'yes':
            return ['is.true'];
        case 'no':
            return ['is.false'];
        case 'empty':
            return ['is.null'];
        case 'filled':
            return ['is.not_null'];
    }
}

export interface View {
    filters: Filter[];
    sort: Sort[];
    /** Whether the deleted rows are shown instead of the others. */
    trash: boolean;
}

/** Filters and order as parameters of a list; what the resource does not know is left out. */
export function queryOf(resource: Resource, view: View): URLSearchParams {
    const query = new URLSearchParams();
    for (const filter of view.filters) {
        const column = columnOf(resource, filter.column);
        if (!column || !isComplete(filter)) continue;
        for (const condition of conditionsOf(filter, column)) query.append(column.name, condition);
    }
    if (view.trash && resource.keeps_versions) query.append('deleted_at', 'is.not_null');
    const known = view.sort.filter(({ column }) => {
        const found = columnOf(resource, column);
        return found && isComparable(found);
    });
    const order = known.length > 0 ? known : [{ column: 'id', descending: true }];
    // Empty values last in both directions: people sort to see values.
    query.set(
        'order',
        order
            .map(({ column, descending }) => {
                const nulls = columnOf(resource, column)?.nullable && descending ? '.nullslast' : '';
                return `${column}.${descending ? 'desc' : 'asc'}${nulls}`;
            })
            .join(','),
    );
    return query;
}

/** The next order after a click on a column: up, down, none. With `add` the others stay. */
export function sortedBy(sort: Sort[], column: string, add = false): Sort[] {
    const others = add ? sort.filter((entry) => entry.column !== column) : [];
    const old = sort.find((entry) => entry.column === column);
    if (old?.descending) return others;
    return [...others, { column, descending: old !== undefined }];
}

const operators = new Set(Object.keys(operatorWords));

/** Filters from an address: `[column, operator, …values]` each. Whatever else is there is not a filter. */
export function filtersFrom(value: unknown): Filter[] {
    if (!Array.isArray(value)) return [];
    return value.flatMap((entry: unknown) => {
        if (!Array.isArray(entry)) return [];
        const [column, operator, ...values] = entry.map(String);
        if (!column || !operator || !operators.has(operator)) return [];
        return [{ column, operator: operator as Operator, values }];
    });
}

export const filtersTo = (filters: readonly Filter[]): string[][] =>
    filters.map(({ column, operator, values }) => [column, operator, ...values]);

/** An order from an address: `last_name,-created_at`. */
export function sortFrom(value: unknown): Sort[] {
    if (typeof value !== 'string') return [];
    return value
        .split(',')
        .filter(Boolean)
        .map((part) => ({ column: part.replace(/^-/, ''), descending: part.startsWith('-') }));
}

export const sortTo = (sort: readonly Sort[]): string =>
    sort.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(',');

/** Filters that may stand in an address or be kept, and those that may not: what they ask for is about a person. */
export function bySensitivity(resource: Resource, filters: readonly Filter[]): { open: Filter[]; hidden: Filter[] } {
    const sensitive = (filter: Filter) => {
        const column = columnOf(resource, filter.column);
        return column !== undefined && isSensitive(column) && !isState(filter.operator);
    };
    return { open: filters.filter((filter) => !sensitive(filter)), hidden: filters.filter(sensitive) };
}
