import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, page } from './client';
import type { AuditEvent, Case, CaseFile, CaseRow, CaseStatus, Id, Job, Me, Patient, ScanFile, Segment } from './types';

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
const patientOf = (withPatient: boolean): string => (withPatient ? ',patient:patients(id,first_name,last_name)' : '');

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
    const query = new URLSearchParams({
        select: `*${patientOf(withPatient)},case_files(id,file_type,derived_from_id,uploaded_at)`,
        order: `${filter.order}.${filter.descending ? 'desc' : 'asc'}`,
        limit: '50',
    });
    if (filter.status) query.set('status', `eq.${filter.status}`);
    if (filter.number?.trim()) query.set('case_number', `eq.${caseNumberOf(filter.number)}`);
    return infiniteQueryOptions({
        queryKey: ['cases', 'list', query.toString()],
        queryFn: ({ pageParam, signal }) => {
            const paged = new URLSearchParams(query);
            if (pageParam) paged.set('cursor', pageParam);
            return page<CaseRow>(`/cases?${paged}`, signal);
        },
        initialPageParam: null as string | null,
        getNextPageParam: (last) => last.next,
    });
}

export const caseQuery = (id: Id, withPatient: boolean) =>
    queryOptions({
        queryKey: ['cases', 'one', id, withPatient],
        queryFn: ({ signal }) =>
            get<Case>(`/cases/${id}?${new URLSearchParams({ select: `*${patientOf(withPatient)}` })}`, signal),
    });

/** Where a case may go from where it is. */
export const caseWaysQuery = (id: Id) =>
    queryOptions({
        queryKey: ['cases', 'one', id, 'ways'],
        queryFn: ({ signal }) => get<{ next: CaseStatus[] }>(`/cases/${id}/advance`, signal),
    });

const fileColumns =
    'id,version,created_at,updated_at,case_id,name,file_type,format,media_type,size_bytes,checksum,derived_from_id,' +
    'status,jaw,quality_score,quality_verdict,uploaded_at,processed_at,metadata';

export const caseFilesQuery = (caseId: Id) =>
    queryOptions({
        queryKey: ['case_files', 'of', caseId],
        queryFn: ({ signal }) =>
            get<CaseFile[]>(
                `/case_files?${new URLSearchParams({
                    select: fileColumns,
                    case_id: `eq.${caseId}`,
                    order: 'uploaded_at.desc',
                    limit: '200',
                })}`,
                signal,
            ),
    });

export const scanQuery = (id: Id) =>
    queryOptions({
        queryKey: ['case_files', 'one', id],
        queryFn: ({ signal }) => get<ScanFile>(`/case_files/${id}`, signal),
    });

export const segmentsQuery = (fileId: Id) =>
    queryOptions({
        queryKey: ['segments', fileId],
        queryFn: ({ signal }) =>
            get<Segment[]>(
                `/segments?${new URLSearchParams({ case_file_id: `eq.${fileId}`, order: 'fdi.asc', limit: '100' })}`,
                signal,
            ),
    });

export const jobsQuery = (caseId: Id) =>
    queryOptions({
        queryKey: ['jobs', 'of', caseId],
        queryFn: ({ signal }) =>
            get<Job[]>(
                `/jobs?${new URLSearchParams({ case_id: `eq.${caseId}`, order: 'created_at.desc', limit: '100' })}`,
                signal,
            ),
        // Changes arrive by event; this is for the time when the event stream is broken.
        refetchInterval: (query) =>
            query.state.data?.some((job) => job.status === 'pending' || job.status === 'processing') ? 3000 : false,
    });

export const auditQuery = (caseId: Id) =>
    infiniteQueryOptions({
        queryKey: ['audit_events', 'of', caseId],
        queryFn: ({ pageParam, signal }) => {
            const query = new URLSearchParams({ case_id: `eq.${caseId}`, order: 'id.desc', limit: '50' });
            if (pageParam) query.set('cursor', pageParam);
            return page<AuditEvent>(`/audit_events?${query}`, signal);
        },
        initialPageParam: null as string | null,
        getNextPageParam: (last) => last.next,
    });

export const patientsQuery = queryOptions({
    queryKey: ['patients', 'names'],
    queryFn: ({ signal }) =>
        get<Patient[]>(
            `/patients?${new URLSearchParams({
                select: 'id,version,first_name,last_name,dob',
                order: 'last_name.asc,first_name.asc',
                limit: '200',
            })}`,
            signal,
        ),
    staleTime: 30_000,
});
