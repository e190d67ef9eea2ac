import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/client';

/** Shapes of `GET /api/v1/catalog`: what there is, and what the caller may do with it. */

export type Kind =
    | 'uuid'
    | 'boolean'
    | 'integer'
    | 'number'
    | 'text'
    | 'date'
    | 'timestamp'
    | 'json'
    | 'inet'
    | 'enum'
    | 'array'
    | 'other';

export interface Column {
    name: string;
    comment: string;
    kind: Kind;
    /** The values of an enum, or of the items of an array of one. */
    values: string[];
    nullable: boolean;
    /** Whether a new row must give it. */
    required: boolean;
    /** Whether only an action or Cuspid itself writes it. */
    managed: boolean;
    content: 'plain' | 'personal' | 'phi';
    searches: ('pattern' | 'words' | 'parts')[];
}

export interface Relation {
    /** The other resource. */
    resource: string;
    /** The column that refers: here, or there where there are many. */
    column: string;
    many: boolean;
}

export interface Resource {
    name: string;
    module: string;
    comment: string;
    /** Of read, create, update and delete. */
    verbs: string[];
    actions: string[];
    /** Whether former versions are kept and deleted rows come back. */
    keeps_versions: boolean;
    columns: Column[];
    relations: Relation[];
}

export type Catalog = ReadonlyMap<string, Resource>;

export const catalogQuery = queryOptions({
    queryKey: ['catalog'],
    queryFn: async ({ signal }): Promise<Catalog> => {
        const resources = await get<Resource[]>('/catalog', signal);
        return new Map(resources.map((resource) => [resource.name, resource]));
    },
    staleTime: 5 * 60_000,
});

/** Words that are written in capitals wherever they stand. */
const capitals = new Set([
    'id',
    'ai',
    'api',
    'fhir',
    'dicom',
    'npi',
    'ip',
    'url',
    'phi',
    'fdi',
    'icd',
    'cdt',
    'sla',
    'dob',
]);

/** A name of the schema as people read it: `due_at` is "Due at". */
export function spelled(name: string): string {
    const words = name
        .split('_')
        .filter(Boolean)
        .map((word) => (capitals.has(word) ? word.toUpperCase() : word));
    const text = words.join(' ');
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What stands above a column: a reference is called by what it refers to. */
export function headingOf(column: Column): string {
    const reference = column.kind === 'uuid' && column.name !== 'id' && column.name.endsWith('_id');
    return spelled(reference ? column.name.slice(0, -3) : column.name);
}

/** Resources by module, both in the order of the alphabet; of those whose name or meaning holds every word of `text`. */
export function byModule(catalog: Catalog, text = ''): [module: string, resources: Resource[]][] {
    const words = text
        .toLowerCase()
        .split(/[\s_]+/)
        .filter(Boolean);
    const modules = new Map<string, Resource[]>();
    for (const resource of catalog.values()) {
        const where = `${resource.name} ${resource.module} ${resource.comment}`.toLowerCase();
        if (!words.every((word) => where.includes(word))) continue;
        modules.set(resource.module, [...(modules.get(resource.module) ?? []), resource]);
    }
    for (const resources of modules.values()) resources.sort((a, b) => a.name.localeCompare(b.name));
    return [...modules].sort(([a], [b]) => a.localeCompare(b));
}

/** The resource that is meant by what was typed: the one that is called so, or begins so, or holds it. */
export function meantBy(catalog: Catalog, text: string): Resource | undefined {
    const name = text.trim().toLowerCase().replaceAll(' ', '_');
    const found = byModule(catalog, text).flatMap(([, resources]) => resources);
    return (
        found.find((resource) => resource.name === name) ??
        found.find((resource) => resource.name.startsWith(name)) ??
        found.find((resource) => resource.name.includes(name)) ??
        found[0]
    );
}

/** Whether rows can be ordered and compared by it. */
export const isComparable = (column: Column): boolean => !['json', 'array', 'other'].includes(column.kind);

export const columnOf = (resource: Resource, name: string): Column | undefined =>
    resource.columns.find((column) => column.name === name);

/**
 * The resource that a column refers to. Where several do, the one whose rows are kept and written comes before what is derived
 * from it, and then the one that is called as the column is.
 */
export function targetOf(resource: Resource, column: string, catalog: Catalog): Resource | undefined {
    if (column === 'id' || columnOf(resource, column)?.kind !== 'uuid') return undefined;
    const targets = resource.relations
        .filter((relation) => !relation.many && relation.column === column)
        .map((relation) => catalog.get(relation.resource))
        .filter((target) => target !== undefined);
    const stem = column.replace(/_id$/, '');
    return (
        targets.find((target) => target.keeps_versions) ??
        targets.find((target) => target.verbs.length > 1) ??
        targets.find((target) => target.name.startsWith(stem)) ??
        targets[0]
    );
}

const names = [
    'name',
    'title',
    'full_name',
    'display_name',
    'label',
    'code',
    'email',
    'user_email',
    'subject',
    'description',
];

/** The columns that say best which row is meant: a name where there is one, else a number, else any text. */
export function labelColumns(resource: Resource): Column[] {
    const last = columnOf(resource, 'last_name');
    const first = columnOf(resource, 'first_name');
    if (last && first) return [last, first];
    const texts = resource.columns.filter((column) => column.kind === 'text');
    const best =
        texts.find((column) => column.name === 'name' || column.name === 'full_name') ??
        texts.find((column) => column.name.endsWith('_number')) ??
        names.map((name) => texts.find((column) => column.name === name)).find((column) => column !== undefined) ??
        texts.find((column) => column.name.endsWith('_name')) ??
        texts.find((column) => column.searches.includes('pattern')) ??
        texts.find((column) => column.required) ??
        texts[0];
    return best ? [best] : [];
}

export type Row = Record<string, unknown> & { id: string };

/** The end of an id: the beginning is the time and looks the same in neighbours. */
export const shortId = (id: string): string => id.slice(-8);

/** What a row is called. */
export function labelOf(resource: Resource, row: Record<string, unknown>): string {
    const words = labelColumns(resource)
        .map((column) => row[column.name])
        .filter((value) => typeof value === 'string' && value !== '');
    return words.length > 0 ? words.join(', ') : shortId(String(row.id ?? ''));
}

/** The column that tells rows of one name apart best: a day, as that of birth. */
export const hintColumn = (resource: Resource): Column | undefined =>
    resource.columns.find((column) => column.kind === 'date');

/** Which columns a person may write: of a new row, or of one that is there. */
export const writableColumns = (resource: Resource): Column[] =>
    resource.columns.filter((column) => !column.managed && column.kind !== 'other');

export const isSensitive = (column: Column): boolean => column.content !== 'plain';
