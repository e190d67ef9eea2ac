/** What differs between two states of a row, down to the place in a JSON value. */
export interface Difference {
    /** The column, and behind it the place within: `metadata.level`. */
    path: string;
    column: string;
    before: unknown;
    after: unknown;
}

const isTree = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values of JSON are the same. */
export function same(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (Array.isArray(a) && Array.isArray(b)) {
        return a.length === b.length && a.every((item, index) => same(item, b[index]));
    }
    if (isTree(a) && isTree(b)) {
        const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
        return [...keys].every((key) => same(a[key], b[key]));
    }
    return (a ?? null) === (b ?? null);
}

function within(path: string, column: string, before: unknown, after: unknown): Difference[] {
    if (same(before, after)) return [];
    if (isTree(before) && isTree(after)) {
        const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
        return keys.flatMap((key) => within(`${path}.${key}`, column, before[key], after[key]));
    }
    return [{ path, column, before: before ?? null, after: after ?? null }];
}

/** Columns that change with every change and say nothing of it. */
const upkeep = new Set(['version', 'updated_at', 'updated_by']);

/** The differences between two states of a row, in the order of `columns`. */
export function differences(
    before: Record<string, unknown>,
    after: Record<string, unknown>,
    columns: readonly string[],
): Difference[] {
    return columns
        .filter((column) => !upkeep.has(column))
        .flatMap((column) => within(column, column, before[column], after[column]));
}

/** A piece of a text that stayed, went or came. */
export interface Piece {
    kind: 'same' | 'gone' | 'new';
    text: string;
}

/** Where two texts differ: what they begin and end with alike is the same. */
export function pieces(before: string, after: string): Piece[] {
    const a = [...before];
    const b = [...after];
    const most = Math.min(a.length, b.length);
    let start = 0;
    while (start < most && a[start] === b[start]) start += 1;
    let end = 0;
    while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    const all: Piece[] = [
        { kind: 'same', text: a.slice(0, start).join('') },
        { kind: 'gone', text: a.slice(start, a.length - end).join('') },
        { kind: 'new', text: b.slice(start, b.length - end).join('') },
        { kind: 'same', text: a.slice(a.length - end).join('') },
    ];
    return all.filter(({ text }) => text !== '');
}
