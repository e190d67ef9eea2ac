/**
 * Shapes of the HTTP API that the page uses, named as the API names them: rows are derived from the schema, actions and JSON columns stand here.
 * Times are RFC 3339 in UTC; lengths are millimetres; points are in the scan's own coordinates.
 */

import type { Id, Jaw, QualityVerdict, Resources } from './generated';
import type { Row } from './resource';

export type {
    CaseStatus,
    FileStatus,
    Id,
    Jaw,
    PriorityLevel as Priority,
    ProcedureType,
    QualityVerdict as Verdict,
    Time,
    UrgencyLevel as Urgency,
} from './generated';
export {
    caseStatusValues as caseStatuses,
    priorityLevelValues as priorities,
    procedureTypeValues as procedureTypes,
    urgencyLevelValues as urgencies,
} from './generated';

export type Point = [number, number, number];

export interface User {
    id: Id;
    email: string;
    full_name: string;
}

export interface Tenant {
    id: Id;
    name: string;
    slug: string;
}

/** Answer to a sign-in. */
export interface SignedIn {
    user: User;
    tenant: Tenant;
    tenants: Tenant[];
    roles: string[];
    expires_at: string;
}

/** Who is signed in, where, and what they may do: verbs and actions by resource. */
export interface Me {
    user: User;
    tenant: Tenant;
    tenants: Tenant[];
    roles: string[];
    rights: Record<string, string[]>;
}

/** What JSON columns hold where the schema does not say it: what our own workers write there. */
export interface JsonColumns {
    case_files: { report: ScanReport | null; metadata: { artefact?: string; level?: number } };
    segments: { centroid: Point | null; properties: { width_mm?: number } };
    jobs: { error: { code?: string; message?: string } | null; timings: Record<string, number> };
    audit_events: { old_values: Record<string, unknown> | null; new_values: Record<string, unknown> | null };
}

export type Patient = Pick<Row<'patients'>, 'id' | 'version' | 'first_name' | 'last_name' | 'dob'>;
export type PatientName = Pick<Patient, 'id' | 'first_name' | 'last_name'>;
export type NewCase = Resources['cases']['new'];

/** The patient is absent for those who may not read patients. */
export type Case = Row<'cases'> & { patient?: PatientName | null };

/** A case as the list shows it. */
export type CaseRow = Case & { case_files: Pick<CaseFile, 'id' | 'file_type' | 'derived_from_id' | 'uploaded_at'>[] };

/** A scan with everything that was found about it. */
export type ScanFile = Row<'case_files'>;

/** A file as lists show it: without the report, which is long. */
export const fileColumns = [
    'id',
    'version',
    'created_at',
    'updated_at',
    'case_id',
    'name',
    'file_type',
    'format',
    'media_type',
    'size_bytes',
    'checksum',
    'derived_from_id',
    'status',
    'jaw',
    'quality_score',
    'quality_verdict',
    'uploaded_at',
    'processed_at',
    'metadata',
] as const;
export type CaseFile = Pick<ScanFile, (typeof fileColumns)[number]>;

export type Segment = Row<'segments'>;
export type Job = Row<'jobs'>;
export type AuditEvent = Row<'audit_events'>;

export type Severity = 'info' | 'minor' | 'major' | 'critical';

/** Something worth knowing about a scan. */
export interface Finding {
    code: string;
    severity: Severity;
    count: number;
    message: string;
    places: Point[];
}

/** The anatomical directions of a scan, as unit vectors, and the middle of its arch. */
export interface Frame {
    origin: Point;
    left: Point;
    anterior: Point;
    superior: Point;
}

/** What was found about a scan. */
export interface ScanReport {
    input?: { format: string; vertices: number; faces: number };
    quality?: {
        score: number;
        verdict: QualityVerdict;
        findings: Finding[];
        measures?: { extent_mm: Point; area_mm2: number; median_edge_mm: number };
    };
    orientation?: { frame: Frame; jaw: Jaw };
}

/** A change that the server tells of while the page is open. */
export interface Change {
    resource: string;
    id: Id;
    change: 'insert' | 'update' | 'delete';
    version: number | null;
    case_id: Id | null;
}

/** RFC 9457 problem details, as every refusal carries them. */
export interface Problem {
    title: string;
    status: number;
    code: string;
    detail?: string;
    field?: string;
    request_id?: string;
}
