import { PostgrestClient, PostgrestError } from '@supabase/postgrest-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startServer } from '../e2e/server';

/** The programs of others are loose about types here: what counts is what the server answers. */
// biome-ignore lint/suspicious/noExplicitAny: the client's own default
let client: PostgrestClient<any>;
let server: Server;

interface Row {
    id: string;
    [column: string]: unknown;
}

/** What each test finds: two patients, three of their cases, one case of nobody, and notes. */
let patients: { ada: Row; bo: Row };
let cases: { crown: Row; guard: Row; bridge: Row; loose: Row };
let ours: string[];

/** The data of an answer that must have succeeded. */
async function taken<T>(answer: PromiseLike<{ data: T; error: unknown }>): Promise<NonNullable<T>> {
    const { data, error } = await answer;
    expect(error).toBeNull();
    return data as NonNullable<T>;
}

const one = (resource: string, values: object): Promise<Row> =>
    taken(client.from(resource).insert(values).select().single());

const titles = (rows: unknown): unknown[] => (rows as Row[]).map((row) => row.title);

/** The cases of the tests. */
const listed = (select = 'title') => client.from('cases').select(select).in('id', ours);

beforeAll(async () => {
    server = await startServer();
    const user = server.users.find((user) => user.role === 'admin');
    if (!user) throw new Error('The demo has no administrator.');
    const answer = await fetch(`${server.url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: user.email, password: user.password }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    client = new PostgrestClient(`${server.url}/api/v1`, { headers: { Authorization: `Bearer ${token}` } });

    const ada = await one('patients', { first_name: 'Ada', last_name: 'Meier-Clients', dob: '1980-05-01' });
    const bo = await one('patients', { first_name: 'Bo', last_name: 'Meyer-Clients' });
    patients = { ada, bo };
    cases = {
        crown: await one('cases', {
            title: 'Crown on 16',
            patient_id: ada.id,
            urgency: 'rush',
            due_at: '2026-03-01T12:00:00Z',
            tags: ['zirconia', 'a2'],
            metadata: { shade: { base: 'A2' } },
        }),
        guard: await one('cases', { title: 'Night guard', patient_id: ada.id, due_at: '2026-02-01T12:00:00Z' }),
        bridge: await one('cases', { title: 'Bridge, 24 to 26 (new)', patient_id: bo.id, tags: ['zirconia'] }),
        loose: await one('cases', { title: 'Loose', due_at: '2026-01-01T12:00:00Z' }),
    };
    ours = Object.values(cases).map((row) => row.id);
    for (const content of ['Shade on the left', 'Left crown first', 'Call before noon']) {
        await one('case_notes', { case_id: cases.crown.id, content });
    }
});

afterAll(async () => server?.stop());

describe('select', () => {
    it('takes columns, other names and everything', async () => {
        const named = client.from('cases').select('name:title, urgency').eq('id', cases.crown.id);
        expect(await taken(named)).toEqual([{ name: 'Crown on 16', urgency: 'rush' }]);
        const whole = await taken(client.from('cases').select().eq('id', cases.crown.id).single());
        expect(whole).toMatchObject({ id: cases.crown.id, version: 1, tags: ['zirconia', 'a2'] });
    });

    it('embeds the one and the many, under other names and inside of each other', async () => {
        const up = client.from('cases').select('title, patient:patients(last_name)').eq('id', cases.guard.id);
        expect(await taken(up)).toEqual([{ title: 'Night guard', patient: { last_name: 'Meier-Clients' } }]);
        const down = client
            .from('patients')
            .select('last_name, cases(title, case_notes(content))')
            .eq('id', patients.ada.id)
            .order('title', { referencedTable: 'cases' })
            .order('content', { referencedTable: 'cases.case_notes', ascending: false })
            .limit(2, { referencedTable: 'cases.case_notes' })
            .single();
        expect(await taken(down)).toEqual({
            last_name: 'Meier-Clients',
            cases: [
                {
                    title: 'Crown on 16',
                    case_notes: [{ content: 'Shade on the left' }, { content: 'Left crown first' }],
                },
                { title: 'Night guard', case_notes: [] },
            ],
        });
        const hinted = client.from('cases').select('patients!cases_tenant_id_patient_id_fkey(first_name)');
        expect(await taken(hinted.eq('id', cases.guard.id))).toEqual([{ patients: { first_name: 'Ada' } }]);
    });

    it('shows null and an empty list where there is nobody', async () => {
        const nobody = client.from('cases').select('patients(id), case_notes(id)').eq('id', cases.loose.id);
        expect(await taken(nobody)).toEqual([{ patients: null, case_notes: [] }]);
    });

    it('filters by what is embedded, and inside of it', async () => {
        const inner = listed('title, patients!inner(last_name)').eq('patients.last_name', 'Meyer-Clients');
        expect(titles(await taken(inner))).toEqual(['Bridge, 24 to 26 (new)']);
        const outer = listed('title, patients(first_name)').eq('patients.last_name', 'Meyer-Clients').order('title');
        expect(await taken(outer)).toEqual([
            { title: 'Bridge, 24 to 26 (new)', patients: { first_name: 'Bo' } },
            { title: 'Crown on 16', patients: null },
            { title: 'Loose', patients: null },
            { title: 'Night guard', patients: null },
        ]);
        const either = client
            .from('patients')
            .select('cases(title)')
            .eq('id', patients.ada.id)
            .or('urgency.eq.rush,title.eq.Loose', { referencedTable: 'cases' });
        expect(await taken(either)).toEqual([{ cases: [{ title: 'Crown on 16' }] }]);
        const piece = client
            .from('cases')
            .select('notes:case_notes(content)')
            .eq('id', cases.crown.id)
            .order('content', { foreignTable: 'notes' })
            .range(1, 1, { foreignTable: 'notes' });
        expect(await taken(piece)).toEqual([{ notes: [{ content: 'Left crown first' }] }]);
    });
});

describe('filters', () => {
    const found = async (query: PromiseLike<{ data: unknown; error: unknown }>) => titles(await taken(query)).sort();

    it('compares', async () => {
        const moment = '2026-02-01T12:00:00Z';
        expect(await found(listed().eq('title', 'Loose'))).toEqual(['Loose']);
        expect(await found(listed().neq('urgency', 'standard'))).toEqual(['Crown on 16']);
        expect(await found(listed().gt('due_at', moment))).toEqual(['Crown on 16']);
        expect(await found(listed().gte('due_at', moment))).toEqual(['Crown on 16', 'Night guard']);
        expect(await found(listed().lt('due_at', moment))).toEqual(['Loose']);
        expect(await found(listed().lte('due_at', moment))).toEqual(['Loose', 'Night guard']);
        expect(await found(listed().match({ urgency: 'standard', patient_id: patients.ada.id }))).toEqual([
            'Night guard',
        ]);
        expect(await found(listed().filter('urgency', 'eq', 'rush'))).toEqual(['Crown on 16']);
    });

    it('takes lists of values with whatever is in them', async () => {
        const some = ['Loose', 'Bridge, 24 to 26 (new)'];
        expect(await found(listed().in('title', some))).toEqual([...some].sort());
        expect(await found(listed().notIn('title', some))).toEqual(['Crown on 16', 'Night guard']);
        expect(await found(listed().not('title', 'in', '("Loose","Night guard")'))).toHaveLength(2);
        expect(await found(listed().in('title', []))).toEqual([]);
    });

    it('asks for what is empty, true or false', async () => {
        expect(await found(listed().is('due_at', null))).toEqual(['Bridge, 24 to 26 (new)']);
        expect(await found(listed().not('due_at', 'is', null))).toHaveLength(3);
        expect(await found(listed().is('is_deleted', false))).toHaveLength(4);
        expect(await found(listed().is('is_deleted', true))).toEqual([]);
    });

    it('takes conditions together', async () => {
        expect(await found(listed().or('urgency.eq.rush,due_at.is.null'))).toHaveLength(2);
        const nested = 'title.eq.Loose,and(urgency.eq.standard,not.or(patient_id.is.null,due_at.is.null))';
        expect(await found(listed().or(nested))).toEqual(['Loose', 'Night guard']);
        expect(await found(listed().or('title.in.("Bridge, 24 to 26 (new)",Loose)'))).toHaveLength(2);
    });

    it('searches patterns, whatever is empty', async () => {
        expect(await found(listed().like('title', '%guard'))).toEqual(['Night guard']);
        expect(await found(listed().like('title', '%Guard'))).toEqual([]);
        expect(await found(listed().ilike('title', '%GUARD%'))).toEqual(['Night guard']);
        expect(await found(listed().not('title', 'ilike', '*o*'))).toEqual(['Night guard']);
    });

    it('searches words', async () => {
        const notes = () => client.from('case_notes').select('content').eq('case_id', cases.crown.id).order('content');
        const contents = async (query: PromiseLike<{ data: unknown; error: unknown }>) =>
            ((await taken(query)) as Row[]).map((row) => row.content);
        const [call, first, shade] = ['Call before noon', 'Left crown first', 'Shade on the left'];
        expect(await contents(notes().textSearch('content', "'left' & !crown"))).toEqual([shade]);
        expect(await contents(notes().textSearch('content', 'crown left', { type: 'plain' }))).toEqual([first]);
        expect(await contents(notes().textSearch('content', 'the left', { type: 'phrase' }))).toEqual([shade]);
        expect(await contents(notes().textSearch('content', 'noon or -shade', { type: 'websearch' }))).toEqual([
            call,
            first,
        ]);
    });

    it('asks JSON for what it holds', async () => {
        expect(await found(listed().contains('tags', '["zirconia"]'))).toEqual([
            'Bridge, 24 to 26 (new)',
            'Crown on 16',
        ]);
        expect(await found(listed().contains('metadata', { shade: { base: 'A2' } }))).toEqual(['Crown on 16']);
    });
});

describe('order and pieces', () => {
    it('orders with empty values where they are wanted', async () => {
        const up = await taken(listed().order('due_at', { nullsFirst: true }));
        expect(titles(up)).toEqual(['Bridge, 24 to 26 (new)', 'Loose', 'Night guard', 'Crown on 16']);
        const down = await taken(listed().order('due_at', { ascending: false, nullsFirst: false }));
        expect(titles(down)).toEqual(['Crown on 16', 'Night guard', 'Loose', 'Bridge, 24 to 26 (new)']);
        const two = await taken(listed().order('urgency', { ascending: false }).order('title'));
        expect(titles(two)).toEqual(['Crown on 16', 'Bridge, 24 to 26 (new)', 'Loose', 'Night guard']);
    });

    it('takes a limit and a range', async () => {
        expect(titles(await taken(listed().order('title').limit(1)))).toEqual(['Bridge, 24 to 26 (new)']);
        expect(titles(await taken(listed().order('title').range(1, 2)))).toEqual(['Crown on 16', 'Loose']);
    });

    it('counts, with rows and without', async () => {
        for (const count of ['exact', 'estimated'] as const) {
            const answer = await client.from('cases').select('id', { count }).in('id', ours).limit(2);
            expect(answer).toMatchObject({ error: null, count: 4, status: 206 });
            expect(answer.data).toHaveLength(2);
            const head = await client.from('cases').select('*', { count, head: true }).in('id', ours);
            expect(head).toMatchObject({ error: null, data: null, count: 4, status: 200 });
        }
        const planned = await client.from('cases').select('*', { count: 'planned', head: true });
        expect(planned.error).toBeNull();
        expect(planned.count).toBeGreaterThanOrEqual(0);
    });
});

describe('shapes', () => {
    it('is one row, or an error where there is not exactly one', async () => {
        expect(await taken(listed('id').eq('title', 'Loose').single())).toEqual({ id: cases.loose.id });
        for (const query of [listed().single(), listed().eq('title', 'none').single()]) {
            expect(await query).toMatchObject({ data: null, status: 406, error: { code: 'not_single' } });
        }
    });

    it('is one row or none', async () => {
        expect(await taken(listed('id').eq('title', 'Loose').maybeSingle())).toEqual({ id: cases.loose.id });
        expect(await listed().eq('title', 'none').maybeSingle()).toMatchObject({ data: null, error: null });
        expect((await listed().maybeSingle()).error).toMatchObject({ code: 'PGRST116' });
    });

    it('is a table of comma-separated values', async () => {
        const table = await taken(listed('title, due_at, urgency').order('title').limit(2).csv());
        expect(table.split('\r\n')).toEqual([
            'title,due_at,urgency',
            '"Bridge, 24 to 26 (new)",,standard',
            'Crown on 16,2026-03-01T12:00:00+00:00,rush',
            '',
        ]);
    });
});

describe('changes', () => {
    const newCase = () => one('cases', { title: 'To change' });
    const now = (row: Row) => taken(client.from('cases').select('title, version').eq('id', row.id).maybeSingle());

    it('inserts one row, shown or not', async () => {
        const shown = await client.from('cases').insert({ title: 'Shown' }).select('title');
        expect(shown).toMatchObject({ error: null, status: 201, data: [{ title: 'Shown' }] });
        const unseen = await client.from('cases').insert({ title: 'Unseen' });
        expect(unseen).toMatchObject({ error: null, status: 201 });
        expect(await taken(client.from('cases').select('title').eq('title', 'Unseen'))).toHaveLength(1);
    });

    it('inserts many rows, all or none', async () => {
        const many = [
            { title: 'Many 1', tags: ['x'] },
            { title: 'Many 2', tags: [] },
        ];
        const shown = await client.from('cases').insert(many, { count: 'exact' }).select('title, tags');
        expect(shown).toMatchObject({ error: null, status: 201, data: many });
        const unseen = await client.from('cases').insert(many, { defaultToNull: false });
        expect(unseen).toMatchObject({ error: null, status: 201 });
        const wrong = [
            { title: 'None 1', urgency: 'rush' },
            { title: 'None 2', urgency: 'lost' },
        ];
        expect((await client.from('cases').insert(wrong)).error).toMatchObject({
            code: 'invalid_value',
            details: 'urgency',
        });
        expect(await taken(client.from('cases').select('id').in('title', ['None 1', 'None 2']))).toEqual([]);
    });

    it('updates by id, shown or not', async () => {
        const row = await newCase();
        const shown = await client.from('cases').update({ title: 'Changed' }).eq('id', row.id).select('title, version');
        expect(shown).toMatchObject({ error: null, status: 200, data: [{ title: 'Changed', version: 2 }] });
        const object = client.from('cases').update({ title: 'Once more' }).eq('id', row.id).select('title').single();
        expect(await taken(object)).toEqual({ title: 'Once more' });
        expect((await client.from('cases').update({ title: 'Unseen' }).eq('id', row.id)).error).toBeNull();
        expect(await now(row)).toEqual({ title: 'Unseen', version: 4 });
    });

    it('updates only the version that is known', async () => {
        const row = await newCase();
        const update = (version: number) =>
            client.from('cases').update({ title: 'Mine' }).eq('id', row.id).setHeader('If-Match', `"${version}"`);
        expect((await update(1)).error).toBeNull();
        expect(await update(1)).toMatchObject({ status: 412, error: { code: 'stale_version' } });
    });

    it('deletes by id, shown or not', async () => {
        const [one, two] = [await newCase(), await newCase()];
        const unseen = await client.from('cases').delete().eq('id', one.id);
        expect(unseen).toMatchObject({ error: null, data: null, status: 204 });
        const shown = await client.from('cases').delete().eq('id', two.id).select('id');
        expect(shown).toMatchObject({ error: null, status: 200, data: [{ id: two.id }] });
        expect(await taken(client.from('cases').select('id').in('id', [one.id, two.id]))).toEqual([]);
        const again = await client.from('cases').delete().eq('id', one.id);
        expect(again).toMatchObject({ status: 404, error: { code: 'not_found' } });
    });

    it('tries a change and undoes it', async () => {
        const row = await newCase();
        const tried = client.from('cases').update({ title: 'Tried' }).eq('id', row.id).select('title').rollback();
        expect(await taken(tried)).toEqual([{ title: 'Tried' }]);
        expect((await client.from('cases').delete().eq('id', row.id).rollback()).error).toBeNull();
        expect((await client.from('cases').insert({ title: 'Never there' }).rollback()).error).toBeNull();
        expect(await now(row)).toEqual({ title: 'To change', version: 1 });
        expect(await taken(client.from('cases').select('id').eq('title', 'Never there'))).toEqual([]);
    });
});

describe('errors', () => {
    it('say what is wrong and with what', async () => {
        const { data, error, status, statusText } = await client.from('cases').select('nothing');
        expect({ data, status, statusText }).toEqual({ data: null, status: 400, statusText: 'Bad Request' });
        expect(error).toMatchObject({
            message: expect.stringContaining('cases has: '),
            code: 'unknown_column',
            details: 'nothing',
        });
    });

    it('are thrown where that is wanted', async () => {
        const asked = client.from('nothing').select().throwOnError();
        await expect(asked).rejects.toBeInstanceOf(PostgrestError);
        await expect(client.from('nothing').select().throwOnError()).rejects.toMatchObject({
            message: 'There is nothing here.',
            code: 'not_found',
        });
    });

    it('say that nobody is signed in', async () => {
        const stranger = new PostgrestClient(`${server.url}/api/v1`);
        expect(await stranger.from('cases').select()).toMatchObject({
            status: 401,
            error: { code: 'unauthenticated' },
        });
    });

    it('say that the caller went away', async () => {
        const aborted = await listed().abortSignal(AbortSignal.abort());
        expect(aborted.error?.message).toContain('AbortError');
        const patient = await listed().abortSignal(AbortSignal.timeout(60_000));
        expect(patient.error).toBeNull();
    });
});

describe('what is not taken is refused with its reason', () => {
    const from = () => client.from('cases');
    const change = { title: 'Never' };
    // biome-ignore lint/suspicious/noExplicitAny: queries of every kind
    const refused: [string, () => PromiseLike<any>, number, string][] = [
        ['upsert', () => from().upsert({ id: cases.loose.id, ...change }), 400, 'unsupported_preference'],
        ['upsert that skips', () => from().upsert([change], { ignoreDuplicates: true }), 400, 'unsupported_preference'],
        ['rpc', () => client.rpc('anything', { a: 1 }), 404, 'not_found'],
        ['rpc by GET', () => client.rpc('anything', { a: 1 }, { get: true }), 404, 'not_found'],
        ['update of many', () => from().update(change).eq('urgency', 'rush'), 400, 'key_required'],
        ['update of some', () => from().update(change).in('id', ours), 400, 'key_required'],
        ['update of all', () => from().update(change), 400, 'key_required'],
        [
            'update of one if',
            () => from().update(change).eq('id', cases.loose.id).eq('version', 1),
            400,
            'key_required',
        ],
        ['delete of many', () => from().delete().neq('id', cases.loose.id), 400, 'key_required'],
        ['delete of all', () => from().delete(), 400, 'key_required'],
        ['uneven rows', () => from().insert([{ title: 'Never' }, { urgency: 'rush' }]), 400, 'uneven_rows'],
        ['no rows', () => from().insert([]), 400, 'empty_body'],
        ['regular expressions', () => from().select().regexMatch('title', '^C'), 400, 'unknown_operator'],
        ['regular expressions, any case', () => from().select().regexIMatch('title', '^c'), 400, 'unknown_operator'],
        ['distinct', () => from().select().isDistinct('title', null), 400, 'unknown_operator'],
        ['any of several patterns', () => from().select().likeAnyOf('title', ['a%']), 400, 'unsupported_operator'],
        ['all of several patterns', () => from().select().ilikeAllOf('title', ['a%']), 400, 'unsupported_operator'],
        ['ranges', () => from().select().rangeGt('title', '[1,2]'), 400, 'unknown_operator'],
        [
            'languages',
            () => from().select().textSearch('title', 'a', { config: 'english' }),
            400,
            'unsupported_operator',
        ],
        ['words without an index', () => from().select().textSearch('title', 'a'), 400, 'unsupported_operator'],
        ['patterns without an index', () => from().select().like('urgency', 'a%'), 400, 'unsupported_operator'],
        ['a list where JSON is', () => from().select().contains('tags', ['zirconia']), 400, 'invalid_value'],
        ['what JSON is contained by', () => from().select().containedBy('tags', '["a"]'), 400, 'unsupported_operator'],
        ['what JSON overlaps', () => from().select().overlaps('tags', ['a']), 400, 'unsupported_operator'],
        ['casts', () => from().select('title::text'), 400, 'unsupported_select'],
        ['paths into JSON', () => from().select('metadata->shade'), 400, 'unsupported_select'],
        ['filters by such paths', () => from().select().eq('metadata->>shade', 'A2'), 400, 'unsupported_filter'],
        ['aggregates', () => from().select('version.sum()'), 400, 'unsupported_select'],
        ['counts as a column', () => from().select('count()'), 400, 'unknown_embed'],
        ['spreads', () => from().select('...patients(last_name)'), 400, 'unsupported_select'],
        [
            'order by what is embedded',
            () => from().select('*,patients(id)').order('patients(last_name)'),
            400,
            'unsupported_order',
        ],
        ['more than a page', () => from().select().limit(1000), 400, 'limit_too_large'],
        ['embedded rows in a table', () => from().select('id,patients(id)').csv(), 400, 'unsupported_select'],
        ['rows without their empty values', () => from().select().stripNulls(), 406, 'not_acceptable'],
        ['one such row', () => from().select().limit(1).stripNulls().single(), 406, 'not_acceptable'],
        ['plans', () => from().select().explain(), 406, 'not_acceptable'],
        ['maps', () => from().select().geojson(), 406, 'not_acceptable'],
        ['columns that an action owns', () => from().insert({ status: 'ready' }), 422, 'managed_column'],
    ];
    it.each(refused)('%s', async (_name, query, status, code) => {
        const answer = await query();
        expect(answer).toMatchObject({ data: null, status, error: { code } });
        expect(answer.error.message).toMatch(/\.$/);
    });

    it('changed nothing', async () => {
        expect(await taken(from().select('id').eq('title', 'Never'))).toEqual([]);
        expect(await taken(listed('title').eq('id', cases.loose.id))).toEqual([{ title: 'Loose' }]);
    });
});
