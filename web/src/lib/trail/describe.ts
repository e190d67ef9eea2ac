import type { AuditEvent } from '../api/types';
import { caseStatusWords } from '../ui/words';

/** One line of the history: a single event, or several alike that came in a row. */
export interface Entry {
    key: string;
    time: string;
    who: string;
    role: string | null;
    what: string;
    /** What it concerns, by name. */
    details: string[];
    tone: 'plain' | 'good' | 'bad';
    kind: 'case' | 'file' | 'job' | 'segment' | 'access' | 'other';
    events: AuditEvent[];
}

const nouns: Record<string, string> = {
    cases: 'Case',
    case_files: 'File',
    segments: 'Segment',
    jobs: 'Job',
    patients: 'Patient',
};

const verbs: Record<string, string> = {
    data_create: 'added',
    data_update: 'changed',
    data_delete: 'deleted',
    data_restore: 'restored',
    data_access: 'viewed',
    patient_viewed: 'viewed',
};

const spelled = (name: string): string => name.replaceAll('_', ' ');

function text(value: unknown): string | null {
    return typeof value === 'string' ? value : null;
}

function statusText(value: unknown): string {
    const status = text(value) ?? '';
    return status in caseStatusWords ? caseStatusWords[status as keyof typeof caseStatusWords].text : spelled(status);
}

const jobStatus: Record<string, string> = {
    processing: 'Work on the scan began',
    completed: 'Work on the scan finished',
    failed: 'Work on the scan failed',
    cancelled: 'Work on the scan was cancelled',
    pending: 'Work on the scan was queued again',
};

function what(event: AuditEvent): string {
    const status = event.new_values?.status;
    if (event.resource_type === 'cases') {
        if (event.event_type === 'data_create') return 'Case created';
        if (status !== undefined) return `Status: ${statusText(event.old_values?.status)} to ${statusText(status)}`;
    }
    if (event.resource_type === 'jobs') {
        if (event.event_type === 'data_create') return 'Work on the scan was queued';
        const known = jobStatus[text(status) ?? ''];
        if (known) return known;
        if (event.new_values && 'cancel_requested_at' in event.new_values) return 'Cancellation was asked for';
    }
    if (event.resource_type === 'uploads') {
        if (event.event_type === 'data_create') return 'Upload began';
        if (status === 'finished') return 'Upload arrived whole';
        return event.event_type === 'data_delete' ? 'Upload was given up' : 'Upload went on';
    }
    if (event.resource_type === 'case_files') {
        if (event.event_type === 'data_create') {
            return event.new_values?.derived_from_id ? 'Result stored' : 'File added';
        }
        if (status === 'processed') return 'Scan is ready';
        if (status === 'failed') return 'Scan could not be processed';
        if (status === 'processing') return 'Scan is being processed';
        if (event.action === 'download') return 'File opened';
    }
    const noun = nouns[event.resource_type] ?? spelled(event.resource_type);
    const verb = verbs[event.event_type];
    return verb ? `${noun} ${verb}` : `${noun}: ${spelled(event.action)}`;
}

const quiet = new Set(['status', 'deleted_at', 'processed_at', 'started_at', 'finished_at']);

function detail(event: AuditEvent, names: ReadonlyMap<string, string>): string | null {
    if (event.outcome !== 'success') return event.error_message ?? 'It was refused.';
    const name = event.resource_id ? names.get(event.resource_id) : undefined;
    if (name) return name;
    if (event.event_type === 'data_update' && event.resource_type === 'cases' && event.new_values) {
        const changed = Object.keys(event.new_values).filter((column) => !quiet.has(column));
        return changed.length > 0 ? changed.map(spelled).join(', ') : null;
    }
    return null;
}

function kindOf(event: AuditEvent): Entry['kind'] {
    if (event.event_type === 'data_access' || event.event_type === 'patient_viewed') return 'access';
    if (event.resource_type === 'cases') return 'case';
    if (event.resource_type === 'case_files' || event.resource_type === 'uploads') return 'file';
    if (event.resource_type === 'jobs') return 'job';
    if (event.resource_type === 'segments') return 'segment';
    return 'other';
}

function toneOf(event: AuditEvent): Entry['tone'] {
    const status = event.new_values?.status;
    if (event.outcome !== 'success' || status === 'failed' || event.event_type === 'data_delete') return 'bad';
    return status === 'completed' || status === 'processed' ? 'good' : 'plain';
}

const nearMs = 60_000;

function alike(entry: Entry, next: Entry): boolean {
    return (
        entry.what === next.what &&
        entry.who === next.who &&
        entry.kind !== 'case' &&
        entry.tone === next.tone &&
        Math.abs(new Date(entry.time).getTime() - new Date(next.time).getTime()) < nearMs
    );
}

/** The trail as people read it; `names` knows what rows are called. Events of a kind in a row become one line. */
export function history(events: readonly AuditEvent[], names: ReadonlyMap<string, string>): Entry[] {
    const entries: Entry[] = [];
    for (const event of events) {
        const entry: Entry = {
            key: event.id,
            time: event.created_at,
            who: event.user_email ?? (event.actor_type === 'system' ? 'Cuspid' : 'A program'),
            role: event.user_role ?? null,
            what: what(event),
            details: [detail(event, names)].filter((known) => known !== null),
            tone: toneOf(event),
            kind: kindOf(event),
            events: [event],
        };
        const last = entries.at(-1);
        if (last && alike(last, entry)) {
            last.events.push(event);
            last.details.push(...entry.details.filter((name) => !last.details.includes(name)));
        } else {
            entries.push(entry);
        }
    }
    for (const entry of entries) {
        const many = entry.events.length;
        if (many === 1) continue;
        if (entry.kind === 'segment' && entry.events[0]?.event_type === 'data_create') {
            entry.what = `${many} segments stored`;
            entry.details = [];
        } else {
            entry.what = entry.kind === 'file' ? `${entry.what}, ${many} files` : `${entry.what}, ${many} times`;
        }
    }
    return entries;
}
