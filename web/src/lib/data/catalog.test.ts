import { describe, expect, it } from 'vitest';
import {
    byModule,
    headingOf,
    hintColumn,
    labelColumns,
    labelOf,
    meantBy,
    spelled,
    targetOf,
    writableColumns,
} from './catalog';
import { catalog, column, people, resource, works } from './fixtures';
import { defaultLayout, defaultOrder, fittedLayout, moved, viewOf } from './layout';
import { referenceKey, selectOf, totalOf } from './rows';

it.each([
    ['due_at', 'Due at'],
    ['ai_model_versions', 'AI model versions'],
])('spells %s as %s', (name, text) => {
    expect(spelled(name)).toBe(text);
});

it('calls a reference by what it refers to', () => {
    expect(headingOf(column('primary_location_id', 'uuid'))).toBe('Primary location');
    expect(headingOf(column('id', 'uuid'))).toBe('ID');
    expect(headingOf(column('external_id', 'text'))).toBe('External ID');
});

it('finds resources by the words of their name or meaning', () => {
    expect(byModule(catalog, 'dim peo')).toHaveLength(1);
    expect(byModule(catalog, 'nothing of it')).toEqual([]);
    expect(byModule(catalog).flatMap(([, resources]) => resources.map(({ name }) => name))).toEqual([
        'dim_people',
        'people',
        'works',
    ]);
});

it('takes what was typed for the name before it takes it for a part of one', () => {
    expect(meantBy(catalog, 'people')?.name).toBe('people');
    expect(meantBy(catalog, 'dim p')?.name).toBe('dim_people');
    expect(meantBy(catalog, 'nothing of it')).toBeUndefined();
});

describe('what names a row', () => {
    it('is the family name before the given one', () => {
        expect(labelOf(people, { id: 'x', first_name: 'Ada', last_name: 'Example' })).toBe('Example, Ada');
    });
    it('is a number where there is no name', () => {
        expect(labelColumns(works).map(({ name }) => name)).toEqual(['work_number']);
    });
    it('is the end of the id where there is nothing else', () => {
        const bare = resource('bare', [column('id', 'uuid')]);
        expect(labelOf(bare, { id: '01890a5d-ac96-774b-bcce-b302099a8057' })).toBe('099a8057');
    });
    it('has a day to tell namesakes apart', () => {
        expect(hintColumn(people)?.name).toBe('born_on');
    });
});

it('prefers the table to what is derived from it', () => {
    expect(targetOf(works, 'person_id', catalog)?.name).toBe('people');
    expect(targetOf(works, 'title', catalog)).toBeUndefined();
});

it('asks for the names of what the shown columns refer to', () => {
    expect(selectOf(works, catalog, ['id', 'person_id', 'parent_id'])).toBe(
        `*,${referenceKey('person_id')}:people!person_id(id,last_name,first_name),` +
            `${referenceKey('parent_id')}:parent_id(id,work_number)`,
    );
    expect(selectOf(works, catalog, ['id', 'title'])).toBe('*');
});

it('lets people write what no action owns', () => {
    expect(writableColumns(works).map(({ name }) => name)).not.toContain('work_number');
    expect(writableColumns(works).map(({ name }) => name)).toContain('title');
});

it.each([
    ['0-49/1234', 1234],
    ['*/0', 0],
    ['0-49/*', null],
    [null, null],
])('reads the number of rows from %s', (range, number) => {
    expect(totalOf(range)).toBe(number);
});

describe('the columns of a table', () => {
    it('begin with the id and the name, and end with what Cuspid keeps', () => {
        expect(defaultOrder(people)).toEqual([
            'id',
            'last_name',
            'first_name',
            'born_on',
            'status',
            'notes',
            'version',
            'created_at',
            'deleted_at',
            'tenant_id',
        ]);
        expect(defaultLayout(people).hidden).toEqual(['version', 'deleted_at', 'tenant_id']);
    });

    it('fit what was kept to a table that changed since', () => {
        const kept = {
            order: ['id', 'notes', 'gone', 'last_name', 'first_name'],
            hidden: ['notes'],
            widths: { notes: 90 },
        };
        const layout = fittedLayout(people, kept);
        expect(layout.order.filter((name) => kept.order.includes(name))).toEqual([
            'id',
            'notes',
            'last_name',
            'first_name',
        ]);
        expect(layout.order).not.toContain('gone');
        expect([...layout.order].sort()).toEqual(people.columns.map(({ name }) => name).sort());
        expect(layout.hidden).toContain('notes');
        expect(layout.hidden).toContain('version');
        expect(layout.hidden).not.toContain('status');
    });

    it('move, but never before the id', () => {
        expect(moved(['id', 'a', 'b', 'c'], 'c', 'a')).toEqual(['id', 'c', 'a', 'b']);
        expect(moved(['id', 'a', 'b'], 'b', 'id')).toEqual(['id', 'a', 'b']);
    });

    it('are kept under a name without what was asked of personal data', () => {
        const filters = [
            { column: 'last_name', operator: 'contains' as const, values: ['mei'] },
            { column: 'status', operator: 'is' as const, values: ['active'] },
        ];
        const view = viewOf('mine', people, defaultLayout(people), filters, [{ column: 'status', descending: true }]);
        expect(view.filters).toEqual([['status', 'is', 'active']]);
        expect(view.sort).toBe('-status');
    });
});
