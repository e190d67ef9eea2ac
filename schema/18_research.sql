-- De-identified data for research and for training models: what is in it, on whose consent, and who used it.

create type platform.deidentification_method as enum ('safe_harbor', 'expert_determination');
create type platform.dataset_status as enum ('draft', 'frozen', 'published', 'retired');
create type platform.research_access_type as enum ('view', 'query', 'download', 'export', 'training');
comment on type platform.deidentification_method is 'How persons were removed from data (HIPAA 45 CFR 164.514(b)).';
comment on type platform.dataset_status is 'Whether a dataset still changes and may be used.';
comment on type platform.research_access_type is 'In which way a dataset was used.';

create table tenant.research_datasets (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    version_tag text not null default '1' check (length(version_tag) between 1 and 40),
    description text check (length(description) <= 4000),
    purpose text not null check (length(purpose) between 1 and 2000),
    status platform.dataset_status not null default 'draft',
    deidentification_method platform.deidentification_method not null,
    expert_name text check (length(expert_name) between 1 and 200),
    expert_determined_at date,
    expert_report_uri text check (length(expert_report_uri) <= 2000),
    ethics_approval text check (length(ethics_approval) <= 200),
    consent_required boolean not null default true,
    principal_investigator_id uuid,
    criteria jsonb not null default '{}' check (jsonb_typeof(criteria) = 'object'),
    member_count integer not null default 0 check (member_count >= 0),
    object_id uuid,
    frozen_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, name, version_tag),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, principal_investigator_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (deidentification_method <> 'expert_determination' or status = 'draft' or expert_name is not null and expert_determined_at is not null),
    check ((status = 'draft') = (frozen_at is null))
);
create index on tenant.research_datasets (tenant_id, principal_investigator_id);
create index on tenant.research_datasets (tenant_id, object_id);
create index on tenant.research_datasets (tenant_id, status, created_at, id);
create index on tenant.research_datasets using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.research_datasets is 'A dataset without persons, for research and for training models (FHIR ResearchStudy, Group).';
comment on column tenant.research_datasets.name is 'Name of the dataset.';
comment on column tenant.research_datasets.version_tag is 'Version of the dataset; a frozen one never changes.';
comment on column tenant.research_datasets.description is 'What is in it.';
comment on column tenant.research_datasets.purpose is 'What it is for.';
comment on column tenant.research_datasets.status is 'Whether it still changes and may be used.';
comment on column tenant.research_datasets.deidentification_method is 'How persons were removed.';
comment on column tenant.research_datasets.expert_name is 'The expert who determined that the risk is very small.';
comment on column tenant.research_datasets.expert_determined_at is 'Day of the expert''s determination.';
comment on column tenant.research_datasets.expert_report_uri is 'Where the expert''s report is.';
comment on column tenant.research_datasets.ethics_approval is 'Number of the ethics committee''s approval.';
comment on column tenant.research_datasets.consent_required is 'Whether only patients who consented are in it.';
comment on column tenant.research_datasets.principal_investigator_id is 'The member who leads the research.';
comment on column tenant.research_datasets.criteria is 'Which patients and data are taken in.';
comment on column tenant.research_datasets.member_count is 'Number of members.';
comment on column tenant.research_datasets.object_id is 'The stored bytes of the frozen dataset.';
comment on column tenant.research_datasets.frozen_at is 'When it was frozen.';
select platform.expose('research_datasets',
    managed => '{status:freeze,member_count,object_id:freeze,frozen_at:freeze}', personal => '{expert_name}');

create table tenant.research_dataset_members (
    like platform.tenant_row including defaults including comments,
    dataset_id uuid not null,
    patient_id uuid not null,
    consent_id uuid,
    pseudonym text not null check (length(pseudonym) between 1 and 100),
    resource_type text not null default 'patients' check (resource_type ~ '^[a-z][a-z0-9_]*$' and length(resource_type) <= 63),
    resource_id uuid not null,
    withdrawn_at timestamptz,
    withdrawal_reason text check (length(withdrawal_reason) <= 2000),
    primary key (tenant_id, id),
    unique (tenant_id, dataset_id, resource_type, resource_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, dataset_id) references tenant.research_datasets (tenant_id, id) on delete cascade,
    foreign key (tenant_id, consent_id) references tenant.consents (tenant_id, id) on delete restrict,
    check (withdrawn_at >= created_at)
);
create index on tenant.research_dataset_members (tenant_id, dataset_id, pseudonym);
create index on tenant.research_dataset_members (tenant_id, patient_id);
create index on tenant.research_dataset_members (tenant_id, consent_id);
comment on table tenant.research_dataset_members is 'What was taken into a dataset, on which consent. It links pseudonyms to patients, so few may read it.';
comment on column tenant.research_dataset_members.dataset_id is 'The dataset.';
comment on column tenant.research_dataset_members.patient_id is 'The patient whose data it is.';
comment on column tenant.research_dataset_members.consent_id is 'The consent that allows it.';
comment on column tenant.research_dataset_members.pseudonym is 'Name of the patient inside the dataset.';
comment on column tenant.research_dataset_members.resource_type is 'Which resource was taken in.';
comment on column tenant.research_dataset_members.resource_id is 'Which row was taken in.';
comment on column tenant.research_dataset_members.withdrawn_at is 'When it was taken out again, for the versions to come.';
comment on column tenant.research_dataset_members.withdrawal_reason is 'Why it was taken out.';
select platform.expose('research_dataset_members', verbs => '{read}', phi => '{patient_id,pseudonym,withdrawal_reason}');

create table tenant.research_access_logs (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null default platform.uuidv7(),
    created_at timestamptz not null default clock_timestamp(),
    dataset_id uuid not null,
    access_type platform.research_access_type not null,
    purpose text not null check (length(purpose) between 1 and 2000),
    outcome platform.audit_outcome not null default 'success',
    user_id uuid,
    user_email text,
    user_role text,
    row_count bigint check (row_count >= 0),
    request_id uuid,
    ip_address inet,
    user_agent text,
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id, dataset_id) references tenant.research_datasets (tenant_id, id) on delete restrict
);
create index on tenant.research_access_logs (tenant_id, dataset_id, id);
create index on tenant.research_access_logs (tenant_id, user_id, id);
comment on table tenant.research_access_logs is 'Who used which research dataset, how and for what. Nobody can change it.';
comment on column tenant.research_access_logs.tenant_id is 'The tenant whose dataset it is.';
comment on column tenant.research_access_logs.id is 'Identifier, time-ordered (UUID version 7).';
comment on column tenant.research_access_logs.created_at is 'When it was used.';
comment on column tenant.research_access_logs.dataset_id is 'The dataset.';
comment on column tenant.research_access_logs.access_type is 'In which way it was used.';
comment on column tenant.research_access_logs.purpose is 'What it was used for.';
comment on column tenant.research_access_logs.outcome is 'Whether it was given.';
comment on column tenant.research_access_logs.user_id is 'The person; no foreign key, so that the log outlives the account.';
comment on column tenant.research_access_logs.user_email is 'E-mail address of the person at that time.';
comment on column tenant.research_access_logs.user_role is 'Role of the person at that time.';
comment on column tenant.research_access_logs.row_count is 'How many rows were given.';
comment on column tenant.research_access_logs.request_id is 'The request it came from.';
comment on column tenant.research_access_logs.ip_address is 'Network address of the person.';
comment on column tenant.research_access_logs.user_agent is 'Program of the person.';
comment on column tenant.research_access_logs.metadata is 'Further details, free of health information.';
select platform.expose_log('research_access_logs', personal => '{user_email,ip_address,user_agent}');
