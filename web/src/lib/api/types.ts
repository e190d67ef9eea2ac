/**
 * Shapes of the HTTP API that the page uses, named as the API names them.
 * Times are RFC 3339 in UTC; lengths are millimetres; points are in the scan's own coordinates.
 */

export type Id = string;
export type Time = string;
export type Point = [number, number, number];

export const caseStatuses = [
    'received',
    'processing',
    'designing',
    'milling',
    'qc',
    'ready',
    'delivered',
    'cancelled',
    'on_hold',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const procedureTypes = [
    'crowns',
    'implants',
    'veneers',
    'dentures',
    'bridges',
    'inlays',
    'aligners',
    'orthodontics',
    'night_guards',
    'other',
] as const;
export type ProcedureType = (typeof procedureTypes)[number];

export const urgencies = ['standard', 'rush', 'emergency'] as const;
export type Urgency = (typeof urgencies)[number];

export const priorities = ['low', 'medium', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];

export type FileStatus = 'uploaded' | 'processing' | 'processed' | 'failed' | 'deleted';
export type FileType =
    | 'intraoral_scan'
    | 'segmented_scan'
    | 'thumbnail'
    | 'design'
    | 'photo'
    | 'xray'
    | 'document'
    | 'other';
export type Jaw = 'upper' | 'lower';
export type Verdict = 'pass' | 'warn' | 'refuse';
export type JobStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';

/** The columns that every row has. */
export interface Row {
    id: Id;
    version: number;
    created_at: Time;
    updated_at: Time;
}

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
    expires_at: Time;
}

/** Who is signed in, where, and what they may do: verbs and actions by resource. */
export interface Me {
    user: User;
    tenant: Tenant;
    tenants: Tenant[];
    roles: string[];
    rights: Record<string, string[]>;
}

export interface Patient extends Row {
    first_name: string;
    last_name: string;
    dob: string | null;
}
export type PatientName = Pick<Patient, 'id' | 'first_name' | 'last_name'>;

export interface Case extends Row {
    case_number: string;
    title: string | null;
    patient_id: Id | null;
    procedure_type: ProcedureType;
    urgency: Urgency;
    priority: Priority;
    status: CaseStatus;
    due_at: Time | null;
    /** Absent for those who may not read patients. */
    patient?: PatientName | null;
}

/** A case as the list shows it. */
export interface CaseRow extends Case {
    case_files: Pick<CaseFile, 'id' | 'file_type' | 'derived_from_id' | 'uploaded_at'>[];
}

export interface NewCase {
    title?: string;
    patient_id?: Id;
    procedure_type: ProcedureType;
    urgency: Urgency;
    priority?: Priority;
    due_at?: Time;
}

export interface CaseFile extends Row {
    case_id: Id;
    name: string;
    file_type: FileType;
    format: string | null;
    media_type: string;
    size_bytes: number;
    checksum: string;
    derived_from_id: Id | null;
    status: FileStatus;
    jaw: Jaw | null;
    quality_score: number | null;
    quality_verdict: Verdict | null;
    uploaded_at: Time;
    processed_at: Time | null;
    metadata: { artefact?: string; level?: number };
}

/** A scan with everything that was found about it. */
export interface ScanFile extends CaseFile {
    report: ScanReport | null;
}

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
        verdict: Verdict;
        findings: Finding[];
        measures?: { extent_mm: Point; area_mm2: number; median_edge_mm: number };
    };
    orientation?: { frame: Frame; jaw: Jaw };
}

export interface Segment extends Row {
    case_file_id: Id;
    segment_type: string;
    fdi: number | null;
    label: string;
    confidence_score: number | null;
    face_count: number;
    area_mm2: number | null;
    centroid: Point | null;
    properties: { width_mm?: number };
}

export interface Job extends Row {
    case_id: Id | null;
    case_file_id: Id | null;
    job_type: string;
    status: JobStatus;
    stage: string | null;
    progress: number;
    attempts: number;
    max_attempts: number;
    error: { code?: string; message?: string } | null;
    timings: Record<string, number>;
    run_at: Time;
    started_at: Time | null;
    finished_at: Time | null;
    cancel_requested_at: Time | null;
}

export interface AuditEvent {
    id: Id;
    created_at: Time;
    event_type: string;
    action: string;
    outcome: 'success' | 'failure' | 'error';
    actor_type: 'user' | 'system' | 'api_client';
    user_email: string | null;
    user_role: string | null;
    reason: string | null;
    resource_type: string;
    resource_id: Id | null;
    old_values: Record<string, unknown> | null;
    new_values: Record<string, unknown> | null;
    error_message: string | null;
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
