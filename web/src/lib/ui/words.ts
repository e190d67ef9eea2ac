import type { CaseStatus, FileStatus, Priority, ProcedureType, Severity, Urgency, Verdict } from '../api/types';

export type Tone = 'grey' | 'blue' | 'violet' | 'teal' | 'green' | 'amber' | 'red';

interface Word {
    text: string;
    tone: Tone;
}

export const caseStatusWords: Record<CaseStatus, Word> = {
    received: { text: 'Received', tone: 'grey' },
    processing: { text: 'Processing', tone: 'blue' },
    designing: { text: 'Designing', tone: 'violet' },
    milling: { text: 'Milling', tone: 'violet' },
    qc: { text: 'Quality control', tone: 'teal' },
    ready: { text: 'Ready', tone: 'green' },
    delivered: { text: 'Delivered', tone: 'green' },
    cancelled: { text: 'Cancelled', tone: 'red' },
    on_hold: { text: 'On hold', tone: 'amber' },
};

export const procedureWords: Record<ProcedureType, string> = {
    crowns: 'Crowns',
    implants: 'Implants',
    veneers: 'Veneers',
    dentures: 'Dentures',
    bridges: 'Bridges',
    inlays: 'Inlays',
    aligners: 'Aligners',
    orthodontics: 'Orthodontics',
    night_guards: 'Night guards',
    other: 'Other',
};

export const urgencyWords: Record<Urgency, Word> = {
    standard: { text: 'Standard', tone: 'grey' },
    rush: { text: 'Rush', tone: 'amber' },
    emergency: { text: 'Emergency', tone: 'red' },
};

export const priorityWords: Record<Priority, Word> = {
    low: { text: 'Low', tone: 'grey' },
    medium: { text: 'Medium', tone: 'grey' },
    high: { text: 'High', tone: 'amber' },
    urgent: { text: 'Urgent', tone: 'red' },
};

export const fileStatusWords: Record<FileStatus, Word> = {
    uploaded: { text: 'Stored', tone: 'grey' },
    processing: { text: 'Working', tone: 'blue' },
    processed: { text: 'Ready', tone: 'green' },
    failed: { text: 'Failed', tone: 'red' },
    deleted: { text: 'Deleted', tone: 'grey' },
};

export const verdictWords: Record<Verdict, Word> = {
    pass: { text: 'Good', tone: 'green' },
    warn: { text: 'Usable, with care', tone: 'amber' },
    refuse: { text: 'Scan again', tone: 'red' },
};

export const severityWords: Record<Severity, Word> = {
    info: { text: 'Good to know', tone: 'grey' },
    minor: { text: 'Minor', tone: 'blue' },
    major: { text: 'Major', tone: 'amber' },
    critical: { text: 'Critical', tone: 'red' },
};
