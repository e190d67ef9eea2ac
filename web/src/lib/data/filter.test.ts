import { describe, expect, it } from 'vitest';
import { columnOf } from './catalog';
import {
    bySensitivity,
    conditionsOf,
    type Filter,
    filtersFrom,
    filtersTo,
    operatorsOf,
    queryOf,
    sortedBy,
    sortFrom,
    sortTo,
} from './filter';
import { column, people, works } from './fixtures';

const known = (resource: typeof people, name: string) => {
    const found = columnOf(resource, name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found;
};
const conditions = (resource: typeof people, filter: Filter) => conditionsOf(filter, known(resource, filter.column));

describe('what is asked of a column', () => {
    it.each<[string, typeof people, Filter, string[]]>([
        ['one value of an enum', people, { column: 'status', operator: 'is', values: ['active'] }, ['eq.active']],
        [
            'several values of an enum',
            people,
            { column: 'status', operator: 'is', values: ['active', 'gone'] },
            ['in.(active,gone)'],
        ],
        [
            'none of several',
            people,
            { column: 'status', operator: 'is_not', values: ['active', 'gone'] },
            ['not.in.(active,gone)'],
        ],
        ['part of a text', people, { column: 'last_name', operator: 'contains', values: ['mei'] }, ['ilike.*mei*']],
        [
            'a sign of patterns as itself',
            people,
            { column: 'last_name', operator: 'contains', values: ['5%_'] },
            ['ilike.*5\\%\\_*'],
        ],
        ['the beginning', people, { column: 'last_name', operator: 'starts', values: ['Mei'] }, ['ilike.Mei*']],
        [
            'words',
            people,
            { column: 'notes', operator: 'words', values: ['crown or bridge'] },
            ['wfts.crown or bridge'],
        ],
        [
            'a span of days',
            people,
            { column: 'born_on', operator: 'range', values: ['1990-01-01', '1999-12-31'] },
            ['gte.1990-01-01', 'lte.1999-12-31'],
        ],
        ['only an end', works, { column: 'price', operator: 'range', values: ['', '500'] }, ['lte.500']],
        ['nothing there', works, { column: 'due_at', operator: 'empty', values: [] }, ['is.null']],
        ['yes', works, { column: 'paid', operator: 'yes', values: [] }, ['is.true']],
        [
            'parts of a list',
            works,
            { column: 'tags', operator: 'all_of', values: ['a2', 'very urgent'] },
            ['cs.{a2,"very urgent"}'],
        ],
    ])('%s', (_name, resource, filter, expected) => {
        expect(conditions(resource, filter)).toEqual(expected);
    });

    it('takes in the whole last day of a span of moments', () => {
        const [from, to] = conditions(works, {
            column: 'due_at',
            operator: 'range',
            values: ['2026-03-01', '2026-03-01'],
        });
        const length = Date.parse((to ?? '').slice(3)) - Date.parse((from ?? '').slice(4));
        expect(from).toMatch(/^gte\./);
        expect(to).toMatch(/^lt\./);
        expect(length).toBe(86_400_000);
    });

    it('quotes what would end a list', () => {
        const wanted = { column: 'title', operator: 'is' as const, values: ['a,b', 'say "no")'] };
        expect(conditions(works, wanted)).toEqual(['in.("a,b","say \\"no\\")")']);
    });
});

it('offers contains only where an index serves it', () => {
    expect(operatorsOf(known(people, 'last_name'))).toContain('contains');
    expect(operatorsOf(known(works, 'title'))).not.toContain('contains');
    expect(operatorsOf(known(people, 'notes'))).toContain('words');
});

it('asks of emptiness only where a value may be missing', () => {
    expect(operatorsOf(known(works, 'due_at'))).toContain('empty');
    expect(operatorsOf(known(people, 'status'))).not.toContain('empty');
    expect(operatorsOf(column('data', 'json'))).toEqual([]);
});

describe('a view as a query', () => {
    it('is newest first without an order', () => {
        expect(queryOf(people, { filters: [], sort: [], trash: false }).toString()).toBe('order=id.desc');
    });

    it('leaves out what the resource does not know or cannot order by', () => {
        const filters: Filter[] = [
            { column: 'gone', operator: 'is', values: ['x'] },
            { column: 'last_name', operator: 'contains', values: [''] },
        ];
        const sort = [
            { column: 'metadata', descending: false },
            { column: 'due_at', descending: true },
        ];
        const query = queryOf(works, { filters, sort, trash: false });
        expect([...query]).toEqual([['order', 'due_at.desc.nullslast']]);
    });

    it('shows the deleted rows by their column', () => {
        expect(queryOf(people, { filters: [], sort: [], trash: true }).get('deleted_at')).toBe('is.not_null');
    });
});

it('turns the order with every click: up, down, none', () => {
    const up = sortedBy([], 'title');
    const down = sortedBy(up, 'title');
    expect(up).toEqual([{ column: 'title', descending: false }]);
    expect(down).toEqual([{ column: 'title', descending: true }]);
    expect(sortedBy(down, 'title')).toEqual([]);
    expect(sortedBy(down, 'price', true).map(({ column: name }) => name)).toEqual(['title', 'price']);
    expect(sortedBy(down, 'price').map(({ column: name }) => name)).toEqual(['price']);
});

it('goes into an address and comes back', () => {
    const filters: Filter[] = [{ column: 'status', operator: 'is', values: ['active', 'on_hold'] }];
    expect(filtersFrom(JSON.parse(JSON.stringify(filtersTo(filters))))).toEqual(filters);
    expect(sortFrom(sortTo([{ column: 'due_at', descending: true }]))).toEqual([
        { column: 'due_at', descending: true },
    ]);
});

it.each([undefined, 'x', [['status']], [['status', 'eats', 'x']], [7]])(
    'takes nothing from a strange address: %j',
    (value) => {
        expect(filtersFrom(value)).toEqual([]);
    },
);

it('keeps what is asked of personal data out of the address', () => {
    const name: Filter = { column: 'last_name', operator: 'contains', values: ['mei'] };
    const nobody: Filter = { column: 'last_name', operator: 'empty', values: [] };
    const status: Filter = { column: 'status', operator: 'is', values: ['active'] };
    expect(bySensitivity(people, [name, nobody, status])).toEqual({ open: [nobody, status], hidden: [name] });
});
