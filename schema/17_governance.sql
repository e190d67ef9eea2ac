-- What the law asks for: consent, retention, legal holds, erasure and portability.

create type platform.subject_type as enum ('patient', 'provider', 'tenant');
create type platform.consent_type as enum ('ai_analysis', 'research', 'data_sharing', 'marketing');
create type platform.consent_source as enum ('portal', 'in_clinic', 'paper_scan');
create type platform.data_class as enum
    ('patient_record', 'imaging', 'logs', 'analytics', 'cases', 'files', 'segments', 'jobs', 'models', 'notifications', 'messages', 'documents', 'financial');
create type platform.erasure_status as enum ('received', 'verified', 'approved', 'running', 'completed', 'rejected', 'withdrawn');
create type platform.erasure_method as enum ('purge', 'pseudonymise', 'destroy_key');
create type platform.export_status as enum ('pending', 'running', 'completed', 'failed', 'expired', 'cancelled');
create type platform.export_format as enum ('json', 'csv', 'fhir_ndjson', 'parquet', 'dicom');
comment on type platform.subject_type is 'Whose data it is: a patient''s, a provider''s, the organisation''s own.';
comment on type platform.consent_type is 'What is consented to.';
comment on type platform.consent_source is 'How a consent came in.';
comment on type platform.data_class is 'Classes of data that are kept for different times.';
comment on type platform.erasure_status is 'How far a request for erasure is.';
comment on type platform.erasure_method is 'How data is erased: rows removed, persons removed from rows, or the key of the bytes destroyed.';
comment on type platform.export_status is 'How far an export is.';
comment on type platform.export_format is 'Formats in which data leaves.';

create table tenant.consents (
    like platform.deletable_row including defaults including generated including comments,
    subject_type platform.subject_type not null,
    patient_id uuid,
    provider_id uuid,
    subject_id uuid not null generated always as
        (case subject_type when 'patient' then patient_id when 'provider' then provider_id else tenant_id end) stored,
    consent_type platform.consent_type not null,
    scope jsonb not null default '{}' check (jsonb_typeof(scope) = 'object'),
    granted_at timestamptz not null default now(),
    granted_by_name text check (length(granted_by_name) between 1 and 200),
    expires_at timestamptz,
    revoked_at timestamptz,
    revocation_reason text check (length(revocation_reason) <= 2000),
    source platform.consent_source not null,
    document_uri text check (length(document_uri) between 1 and 2000),
    document_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, provider_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check ((subject_type = 'patient') = (patient_id is not null)),
    check ((subject_type = 'provider') = (provider_id is not null)),
    check (expires_at > granted_at),
    check (revoked_at >= granted_at)
);
create index on tenant.consents (tenant_id, subject_type, subject_id, consent_type);
create index on tenant.consents (tenant_id, patient_id);
create index on tenant.consents (tenant_id, provider_id);
create index on tenant.consents (tenant_id, document_id);
create index on tenant.consents (tenant_id, consent_type, granted_at, id);
comment on table tenant.consents is 'A consent: who agreed to what, for which data, until when (FHIR Consent).';
comment on column tenant.consents.subject_type is 'Whose consent it is.';
comment on column tenant.consents.patient_id is 'The patient who consents.';
comment on column tenant.consents.provider_id is 'The member who consents.';
comment on column tenant.consents.subject_id is 'Identifier of who consents: the patient, the member or the organisation.';
comment on column tenant.consents.consent_type is 'What is consented to.';
comment on column tenant.consents.scope is 'Which data is covered; empty: all of the subject''s.';
comment on column tenant.consents.granted_at is 'When it was given.';
comment on column tenant.consents.granted_by_name is 'Who gave it, where not the subject: a parent or guardian.';
comment on column tenant.consents.expires_at is 'When it ends by itself.';
comment on column tenant.consents.revoked_at is 'When it was taken back.';
comment on column tenant.consents.revocation_reason is 'Why it was taken back.';
comment on column tenant.consents.source is 'How it came in.';
comment on column tenant.consents.document_uri is 'Where the signed paper is, if elsewhere (PDF or image).';
comment on column tenant.consents.document_id is 'The signed paper.';
select platform.expose('consents',
    managed => '{revoked_at:revoke,revocation_reason:revoke}', phi => '{scope,granted_by_name,revocation_reason,document_uri}');

create table tenant.data_retention_policies (
    like platform.tenant_row including defaults including comments,
    data_class platform.data_class not null,
    min_years smallint not null default 0 check (min_years between 0 and 200),
    max_years smallint check (max_years between 0 and 200),
    archive_after_days integer check (archive_after_days > 0),
    archival_strategy platform.archival_strategy not null default 'keep_online',
    legal_basis text check (length(legal_basis) <= 2000),
    primary key (tenant_id, id),
    unique (tenant_id, data_class),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    check (max_years >= min_years)
);
comment on table tenant.data_retention_policies is 'How long a class of data is kept, and what becomes of it then.';
comment on column tenant.data_retention_policies.data_class is 'The class of data.';
comment on column tenant.data_retention_policies.min_years is 'Years that it is kept at least.';
comment on column tenant.data_retention_policies.max_years is 'Years that it is kept at most; empty: for good.';
comment on column tenant.data_retention_policies.archive_after_days is 'Days after which it goes to the archive; empty: never.';
comment on column tenant.data_retention_policies.archival_strategy is 'What becomes of it when its time is over.';
comment on column tenant.data_retention_policies.legal_basis is 'Law or contract that asks for it.';
select platform.expose('data_retention_policies');

create table tenant.legal_holds (
    like platform.tenant_row including defaults including comments,
    resource_type text not null check (resource_type ~ '^[a-z][a-z0-9_]*$' and length(resource_type) <= 63),
    resource_id uuid not null,
    matter text not null check (length(matter) between 1 and 200),
    reason text not null check (length(reason) between 1 and 4000),
    released_at timestamptz,
    released_by uuid,
    release_reason text check (length(release_reason) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, created_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, released_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (released_at >= created_at),
    check (released_at is not null or released_by is null and release_reason is null)
);
create index on tenant.legal_holds (tenant_id, resource_type, resource_id) where released_at is null;
create index on tenant.legal_holds (tenant_id, created_by);
create index on tenant.legal_holds (tenant_id, released_by);
comment on table tenant.legal_holds is 'A row that must be kept for a legal matter: no retention and no erasure touches it until the hold is released.';
comment on column tenant.legal_holds.resource_type is 'Which resource is held.';
comment on column tenant.legal_holds.resource_id is 'Which row is held, with all that belongs to it.';
comment on column tenant.legal_holds.matter is 'Name or number of the legal matter.';
comment on column tenant.legal_holds.reason is 'Why it is held.';
comment on column tenant.legal_holds.released_at is 'When it was released; empty while it is held.';
comment on column tenant.legal_holds.released_by is 'Who released it.';
comment on column tenant.legal_holds.release_reason is 'Why it was released.';
select platform.expose('legal_holds', verbs => '{read,create,update}',
    managed => '{released_at:release,released_by:release,release_reason:release}', phi => '{reason,release_reason}');

create table tenant.erasure_requests (
    like platform.tenant_row including defaults including comments,
    subject_type platform.subject_type not null,
    subject_id uuid not null,
    status platform.erasure_status not null default 'received',
    method platform.erasure_method,
    requested_by_name text check (length(requested_by_name) between 1 and 200),
    received_at timestamptz not null default now(),
    due_at timestamptz not null default now() + interval '1 month',
    verified_at timestamptz,
    decided_at timestamptz,
    decided_by uuid,
    decision_reason text check (length(decision_reason) <= 4000),
    job_id uuid,
    completed_at timestamptz,
    report jsonb not null default '{}' check (jsonb_typeof(report) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, decided_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (due_at > received_at),
    check (decided_at >= received_at),
    check (status not in ('approved', 'running', 'completed', 'rejected') or decided_at is not null),
    check (status <> 'rejected' or decision_reason is not null),
    check ((status = 'completed') = (completed_at is not null))
);
create index on tenant.erasure_requests (tenant_id, subject_type, subject_id);
create index on tenant.erasure_requests (tenant_id, status, due_at, id);
create index on tenant.erasure_requests (tenant_id, decided_by);
create index on tenant.erasure_requests (tenant_id, job_id);
comment on table tenant.erasure_requests is 'Someone asks that their data be erased (GDPR article 17). It outlives what it erased.';
comment on column tenant.erasure_requests.subject_type is 'Whose data it is.';
comment on column tenant.erasure_requests.subject_id is 'The patient or member; no foreign key, so that the request outlives them.';
comment on column tenant.erasure_requests.status is 'How far it is.';
comment on column tenant.erasure_requests.method is 'How the data is erased.';
comment on column tenant.erasure_requests.requested_by_name is 'Who asked, where not the subject: a guardian or lawyer.';
comment on column tenant.erasure_requests.received_at is 'When it came in.';
comment on column tenant.erasure_requests.due_at is 'Until when it must be answered (GDPR article 12: one month).';
comment on column tenant.erasure_requests.verified_at is 'When it was clear that the right person asks.';
comment on column tenant.erasure_requests.decided_at is 'When it was decided.';
comment on column tenant.erasure_requests.decided_by is 'Who decided.';
comment on column tenant.erasure_requests.decision_reason is 'Why it was decided so; a refusal needs it.';
comment on column tenant.erasure_requests.job_id is 'The job that erases.';
comment on column tenant.erasure_requests.completed_at is 'When everything was erased.';
comment on column tenant.erasure_requests.report is 'What was erased and what was kept, in numbers by resource, and why.';
select platform.expose('erasure_requests', verbs => '{read}', phi => '{requested_by_name,decision_reason}');

create table tenant.data_exports (
    like platform.tenant_row including defaults including comments,
    subject_type platform.subject_type not null,
    patient_id uuid,
    provider_id uuid,
    subject_id uuid not null generated always as
        (case subject_type when 'patient' then patient_id when 'provider' then provider_id else tenant_id end) stored,
    status platform.export_status not null default 'pending',
    format platform.export_format not null default 'json',
    scope jsonb not null default '{}' check (jsonb_typeof(scope) = 'object'),
    is_deidentified boolean not null default false,
    job_id uuid,
    object_id uuid,
    row_count bigint check (row_count >= 0),
    error_message text check (length(error_message) <= 2000),
    completed_at timestamptz,
    expires_at timestamptz,
    downloaded_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, created_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, provider_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check ((subject_type = 'patient') = (patient_id is not null)),
    check ((subject_type = 'provider') = (provider_id is not null)),
    check (status <> 'completed' or completed_at is not null and object_id is not null),
    check (expires_at > created_at)
);
create index on tenant.data_exports (tenant_id, subject_type, subject_id);
create index on tenant.data_exports (tenant_id, patient_id);
create index on tenant.data_exports (tenant_id, provider_id);
create index on tenant.data_exports (tenant_id, created_by);
create index on tenant.data_exports (tenant_id, job_id);
create index on tenant.data_exports (tenant_id, object_id);
create index on tenant.data_exports (tenant_id, status, created_at, id);
comment on table tenant.data_exports is 'Someone''s data, put together to be taken along (GDPR article 20, HIPAA 45 CFR 164.524).';
comment on column tenant.data_exports.subject_type is 'Whose data it is.';
comment on column tenant.data_exports.patient_id is 'The patient whose data it is.';
comment on column tenant.data_exports.provider_id is 'The member whose data it is.';
comment on column tenant.data_exports.subject_id is 'Identifier of whose data it is: the patient, the member or the organisation.';
comment on column tenant.data_exports.status is 'How far it is.';
comment on column tenant.data_exports.format is 'Format of the files.';
comment on column tenant.data_exports.scope is 'Which resources and times it covers; empty: all.';
comment on column tenant.data_exports.is_deidentified is 'Whether persons were removed from it.';
comment on column tenant.data_exports.job_id is 'The job that puts it together.';
comment on column tenant.data_exports.object_id is 'The stored bytes, an archive.';
comment on column tenant.data_exports.row_count is 'Number of rows in it.';
comment on column tenant.data_exports.error_message is 'Why it failed.';
comment on column tenant.data_exports.completed_at is 'When it was ready.';
comment on column tenant.data_exports.expires_at is 'When it is thrown away.';
comment on column tenant.data_exports.downloaded_at is 'When it was last fetched.';
select platform.expose('data_exports', verbs => '{read}', phi => '{scope}');
