import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from './client';
import { resource } from './resource';
import { type CaseStatus, fileColumns, type Id, type Me } from './types';

/** Every key begins with its resource, so that a change of a row finds the queries that show it. */

export const meQuery = queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => get<Me>('/me', signal),
    staleTime: 5 * 60_000,
    retry: false,
});

export const caseOrders = ['updated_at', 'created_at', 'case_number', 'priority', 'status'] as const;
export type CaseOrder = (typeof caseOrders)[number];

/** Not everyone may read patients, and then not within a case either. */
const patientOf = (withPatient: boolean) =>
    withPatient && ({ way: 'patients', select: ['id', 'first_name', 'last_name'] } as const);

export interface CaseFilter {
    status?: CaseStatus | undefined;
    number?: string | undefined;
    order: CaseOrder;
    descending: boolean;
}

/** What a person types to find a case: `12`, `c-12` and `C-000012` all mean the same one. */
export function caseNumberOf(text: string): string {
    const typed = text.trim().toUpperCase();
    const digits = /^(?:C-?)?(\d{1,6})$/.exec(typed)?.[1];
    return digits === undefined ? typed : `C-${digits.padStart(6, '0')}`;
}

export function caseListQuery(filter: CaseFilter, withPatient: boolean) {
    const { status, order, descending } = filter;
    const number = filter.number?.trim() && caseNumberOf(filter.number);
    return infiniteQueryOptions({
        queryKey: ['cases', 'list', { status, number, order, descending, withPatient }],
        queryFn: ({ pageParam, signal }) =>
            resource('cases').list(
                {
                    embed: {
                        patient: patientOf(withPatient),
                        case_files: {
                            way: 'case_files',
                            select: ['id', 'file_type', 'derived_from_id', 'uploaded_at'],
                        },
                    },
                    where: {
                        ...(status && { status: { eq: status } }),
                        ...(number && { case_number: { eq: number } }),
                    },
                    order: [`${order}.${descending ? 'desc' : 'asc'}`],
                    limit: 50,
                    cursor: pageParam,
                },
                signal,
            ),
        initialPageParam: null as string | null,
        getNextPageParam: (last) => last.next,
    });
}

export const caseQuery = (id: Id, withPatient: boolean) =>
    queryOptions({
        queryKey: ['cases', 'one', id, withPatient],
        queryFn: ({ signal }) => resource('cases').get(id, { embed: { patient: patientOf(withPatient) } }, signal),
    });

/** Where a case may go from where it is. */
export const caseWaysQuery = (id: Id) =>
    queryOptions({
        queryKey: ['cases', 'one', id, 'ways'],
        queryFn: ({ signal }) => get<{ next: CaseStatus[] }>(`/cases/${id}/advance`, signal),
    });

export const caseFilesQuery = (caseId: Id) =>
    queryOptions({
        queryKey: ['case_files', 'of', caseId],
        queryFn: async ({ signal }) => {
            const where = { case_id: { eq: caseId } };
            const listing = { select: fileColumns, where, order: ['uploaded_at.desc'], limit: 200 } as const;
            return (await resource('case_files').list(listing, signal)).rows;
        },
    });

export const scanQuery = (id: Id) =>
    queryOptions({
        queryKey: ['case_files', 'one', id],
        queryFn: ({ signal }) => resource('case_files').get(id, {}, signal),
    });

export const segmentsQuery = (fileId: Id) =>
    queryOptions({
        queryKey: ['segments', fileId],
        queryFn: async ({ signal }) => {
            const where = { case_file_id: { eq: fileId } };
            return (await resource('segments').list({ where, order: ['fdi.asc'], limit: 100 }, signal)).rows;
        },
    });

export const jobsQuery = (caseId: Id) =>
    queryOptions({
        queryKey: ['jobs', 'of', caseId],
        queryFn: async ({ signal }) => {
            const where = { case_id: { eq: caseId } };
            return (await resource('jobs').list({ where, order: ['created_at.desc'], limit: 100 }, signal)).rows;
        },
        // Changes arrive by event; this is for the time when the event stream is broken.
        refetchInterval: (query) =>
            query.state.data?.some((job) => job.status === 'pending' || job.status === 'processing') ? 3000 : false,
    });

export const auditQuery = (caseId: Id) =>
    infiniteQueryOptions({
        queryKey: ['audit_events', 'of', caseId],
        queryFn: ({ pageParam, signal }) => {
            const where = { case_id: { eq: caseId } };
            return resource('audit_events').list({ where, order: ['id.desc'], limit: 50, cursor: pageParam }, signal);
        },
        initialPageParam: null as string | null,
        getNextPageParam: (last) => last.next,
    });

export const patientsQuery = queryOptions({
    queryKey: ['patients', 'names'],
    queryFn: async ({ signal }) => {
        const listing = {
            select: ['id', 'version', 'first_name', 'last_name', 'dob'],
            order: ['last_name.asc', 'first_name.asc'],
            limit: 200,
        } as const;
        return (await resource('patients').list(listing, signal)).rows;
    },
    staleTime: 30_000,
});
