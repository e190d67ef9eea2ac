import { describe, expect, expectTypeOf, it } from 'vitest';
import { queryOf, resource, type Shown } from './resource';

describe('the query of a list', () => {
    it('is empty where nothing is asked', () => {
        expect(queryOf<'cases'>({}).toString()).toBe('');
    });
    it('names columns and embeds in the dialect', () => {
        const query = queryOf<'cases'>({
            select: ['id', 'title'],
            embed: {
                patient: { way: 'patients', select: ['id'] },
                files: { way: 'case_files', embed: { scan: { way: 'derived_from_id', select: ['name'] } } },
                hidden: false,
            },
        });
        expect(query.get('select')).toBe(
            'id,title,patient:patients(id),files:case_files(*,scan:derived_from_id(name))',
        );
    });
    it('holds every condition of a column', () => {
        const query = queryOf<'cases'>({
            where: { status: { in: ['qc', 'ready'] }, due_at: { gte: '2026-01-01T00:00:00Z', not: { is: 'null' } } },
        });
        expect(query.getAll('status')).toEqual(['in.("qc","ready")']);
        expect(query.getAll('due_at')).toEqual(['gte.2026-01-01T00:00:00Z', 'not.is.null']);
    });
    it('quotes what stands in a list', () => {
        const query = queryOf<'cases'>({ where: { case_number: { in: ['a"b', 'c\\d', 'e,f'] } } });
        expect(query.get('case_number')).toBe('in.("a\\"b","c\\\\d","e,f")');
    });
    it('has order, limit and the place where it goes on', () => {
        const query = queryOf<'patients'>({ order: ['last_name.asc', 'dob.desc'], limit: 5, cursor: 'abc=' });
        expect(query.toString()).toBe('order=last_name.asc%2Cdob.desc&limit=5&cursor=abc%3D');
    });
});

describe('the type of an answer', () => {
    it('follows from what is asked', () => {
        type Asked = {
            select: ['id', 'title'];
            embed: {
                patient: { way: 'patients'; select: ['first_name'] };
                files: { way: 'case_files'; select: ['name'] };
                job: false | { way: 'jobs'; select: ['stage'] };
            };
        };
        type Answer = Shown<'cases', Asked>;
        expectTypeOf<Answer['title']>().toEqualTypeOf<string | null>();
        expectTypeOf<Answer['patient']>().toEqualTypeOf<{ first_name: string } | null>();
        expectTypeOf<Answer['files'][number]['name']>().toEqualTypeOf<string>();
        expectTypeOf<NonNullable<Answer['job']>[number]['stage']>().toEqualTypeOf<string | null>();
        expectTypeOf<Answer>().not.toHaveProperty('status');
    });
    it('is not there for what the schema does not have', () => {
        // Never called: that each line is an error is what the compiler checks.
        const wrong = () => {
            // @ts-expect-error There is no such column.
            queryOf<'cases'>({ select: ['nothing'] });
            // @ts-expect-error There is no such status.
            queryOf<'cases'>({ where: { status: { eq: 'nothing' } } });
            // @ts-expect-error Jobs do not belong to patients.
            queryOf<'patients'>({ embed: { jobs: { way: 'jobs' } } });
            // @ts-expect-error Nobody makes a job by hand.
            void resource('jobs').create({});
            // @ts-expect-error A case's status is changed by an action.
            void resource('cases').update('id', { status: 'ready' });
            // @ts-expect-error Of a patient without a name nothing is made.
            void resource('patients').create({ first_name: 'Ada' });
        };
        expect(wrong).toBeTypeOf('function');
    });
});
