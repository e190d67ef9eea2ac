import type { Column, Relation, Resource } from './catalog';

/** Resources for the unit tests of this folder. */

export const column = (name: string, kind: Column['kind'], rest: Partial<Column> = {}): Column => ({
    name,
    kind,
    comment: '',
    values: [],
    nullable: false,
    required: false,
    managed: false,
    content: 'plain',
    searches: [],
    ...rest,
});

export const resource = (
    name: string,
    columns: Column[],
    relations: Relation[] = [],
    rest: Partial<Resource> = {},
): Resource => ({
    name,
    module: 'test',
    comment: '',
    verbs: ['read', 'create', 'update', 'delete'],
    actions: [],
    keeps_versions: true,
    columns,
    relations,
    ...rest,
});

const kept = [
    column('tenant_id', 'uuid', { managed: true }),
    column('id', 'uuid', { managed: true }),
    column('version', 'integer', { managed: true }),
    column('created_at', 'timestamp', { managed: true }),
    column('deleted_at', 'timestamp', { managed: true, nullable: true }),
];

export const people = resource('people', [
    ...kept,
    column('first_name', 'text', { required: true, content: 'phi', searches: ['pattern'] }),
    column('last_name', 'text', { required: true, content: 'phi', searches: ['pattern'] }),
    column('born_on', 'date', { nullable: true, content: 'phi' }),
    column('status', 'enum', { values: ['active', 'on_hold', 'gone'] }),
    column('notes', 'text', { nullable: true, searches: ['words'] }),
]);

export const works = resource(
    'works',
    [
        ...kept,
        column('work_number', 'text', { managed: true }),
        column('title', 'text', { nullable: true }),
        column('person_id', 'uuid', { nullable: true }),
        column('parent_id', 'uuid', { nullable: true }),
        column('due_at', 'timestamp', { nullable: true }),
        column('price', 'integer', { nullable: true }),
        column('paid', 'boolean', { nullable: true }),
        column('tags', 'array', { searches: ['parts'] }),
        column('metadata', 'json'),
    ],
    [
        { resource: 'dim_people', column: 'person_id', many: false },
        { resource: 'people', column: 'person_id', many: false },
        { resource: 'works', column: 'parent_id', many: false },
        { resource: 'works', column: 'parent_id', many: true },
    ],
);

export const derived = resource('dim_people', [column('id', 'uuid'), column('label', 'text')], [], {
    verbs: ['read'],
    keeps_versions: false,
});

export const catalog = new Map([people, works, derived].map((known) => [known.name, known]));
