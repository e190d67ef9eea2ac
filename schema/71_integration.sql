-- Other systems: which a tenant is connected to, what was exchanged with them, and who is told of events.

create type platform.external_system_type as enum
    ('pms', 'ehr', 'pacs', 'lims', 'payment_gateway', 'insurance_clearinghouse', 'imaging_device', 'scanner_cloud', 'accounting', 'identity_provider',
     'ai_service', 'messaging', 'other');
create type platform.integration_status as enum ('pending', 'active', 'paused', 'failed', 'disabled');
create type platform.sync_mode as enum ('unidirectional', 'bidirectional');
create type platform.sync_operation as enum
    ('schedule_import', 'schedule_export', 'patient_import', 'patient_export', 'imaging_import', 'imaging_export', 'case_import', 'case_export',
     'claim_export', 'remittance_import', 'eligibility_check', 'payment_import', 'accounting_export', 'full_sync', 'other');
create type platform.sync_record_status as enum ('created', 'updated', 'unchanged', 'skipped', 'failed');
create type platform.webhook_status as enum ('active', 'paused', 'disabled');
create type platform.webhook_delivery_status as enum ('pending', 'delivered', 'failed', 'abandoned');
comment on type platform.external_system_type is 'What kind of system it is.';
comment on type platform.integration_status is 'Whether a connection works.';
comment on type platform.sync_mode is 'Whether data flows one way or both.';
comment on type platform.sync_operation is 'What a synchronisation brings or sends.';
comment on type platform.sync_record_status is 'What became of one record of a synchronisation.';
comment on type platform.webhook_status is 'Whether a subscription gets events.';
comment on type platform.webhook_delivery_status is 'How far the delivery of an event is.';

create table platform.external_systems (
    like platform.global_row including defaults including comments,
    code text not null unique check (code ~ '^[a-z][a-z0-9_]{0,62}$'),
    name text not null check (length(name) between 1 and 200),
    system_type platform.external_system_type not null,
    vendor text check (length(vendor) <= 200),
    description text check (length(description) <= 2000),
    protocols text[] not null default '{}',
    documentation_url text check (length(documentation_url) <= 2000),
    is_active boolean not null default true,
    primary key (id),
    unique (id, system_type)
);
create index on platform.external_systems (system_type, name);
comment on table platform.external_systems is 'Catalog of the systems and kinds of systems that a tenant can be connected to.';
comment on column platform.external_systems.code is 'Short name.';
comment on column platform.external_systems.name is 'Name of the system or kind of system.';
comment on column platform.external_systems.system_type is 'What kind of system it is.';
comment on column platform.external_systems.vendor is 'Who makes it.';
comment on column platform.external_systems.description is 'What it is connected for.';
comment on column platform.external_systems.protocols is 'What it speaks: fhir, dicom, dicomweb, hl7v2, x12, rest, …';
comment on column platform.external_systems.documentation_url is 'Where its interface is described.';
comment on column platform.external_systems.is_active is 'Whether new connections to it can be made.';

-- A connection to a kind of system needs the kinds from the start.
insert into platform.external_systems (code, name, system_type, description, protocols) values
    ('pms', 'Practice management system', 'pms', 'Patients, schedule and treatment of a practice.', '{rest,fhir,hl7v2}'),
    ('ehr', 'Electronic health record', 'ehr', 'The medical record that a hospital or physician keeps.', '{fhir,hl7v2}'),
    ('pacs', 'Picture archive', 'pacs', 'Images and their reports.', '{dicom,dicomweb}'),
    ('lims', 'Laboratory system', 'lims', 'Orders and cases of a laboratory.', '{rest}'),
    ('payment_gateway', 'Payment gateway', 'payment_gateway', 'Payments by card and bank.', '{rest}'),
    ('insurance_clearinghouse', 'Insurance clearinghouse', 'insurance_clearinghouse', 'Eligibility, claims and remittances.', '{x12,rest}');
select platform.expose('external_systems', verbs => '{read}', in_schema => 'platform');

create table tenant.tenant_integrations (
    like platform.deletable_row including defaults including generated including comments,
    external_system_id uuid not null,
    system_type platform.external_system_type not null,
    location_id uuid,
    display_name text not null check (length(display_name) between 1 and 200),
    status platform.integration_status not null default 'pending',
    sync_mode platform.sync_mode not null default 'unidirectional',
    sync_interval_minutes integer check (sync_interval_minutes between 1 and 44640),
    settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
    last_sync_at timestamptz,
    last_error text check (length(last_error) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (external_system_id, system_type) references platform.external_systems (id, system_type) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict
);
create unique index tenant_integrations_display_name on tenant.tenant_integrations (tenant_id, display_name) where deleted_at is null;
create index on tenant.tenant_integrations (external_system_id, system_type);
create index on tenant.tenant_integrations (tenant_id, location_id);
create index on tenant.tenant_integrations (tenant_id, status, created_at);
create index on tenant.tenant_integrations (tenant_id, system_type, status);
comment on table tenant.tenant_integrations is 'A connection of the tenant to another system (FHIR Endpoint).';
comment on column tenant.tenant_integrations.external_system_id is 'The system.';
comment on column tenant.tenant_integrations.system_type is 'What kind of system it is; as the catalog says.';
comment on column tenant.tenant_integrations.location_id is 'The place that the connection is for; empty for all.';
comment on column tenant.tenant_integrations.display_name is 'Name of the connection.';
comment on column tenant.tenant_integrations.status is 'Whether it works.';
comment on column tenant.tenant_integrations.sync_mode is 'Whether data flows one way or both.';
comment on column tenant.tenant_integrations.sync_interval_minutes is 'Minutes between two synchronisations; empty for none by itself.';
comment on column tenant.tenant_integrations.settings is 'Settings of the connection without secrets.';
comment on column tenant.tenant_integrations.last_sync_at is 'When it last exchanged data.';
comment on column tenant.tenant_integrations.last_error is 'Why it does not work.';
select platform.expose('tenant_integrations', managed => '{status:activate,last_sync_at,last_error}');

create table tenant.integration_credentials (
    like platform.tenant_row including defaults including comments,
    tenant_integration_id uuid not null,
    name text not null default 'default' check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
    api_keys bytea,
    oauth_tokens bytea,
    endpoints bytea,
    encryption jsonb not null check (jsonb_typeof(encryption) = 'object'),
    expires_at timestamptz,
    rotated_at timestamptz,
    last_used_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, tenant_integration_id, name),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, tenant_integration_id) references tenant.tenant_integrations (tenant_id, id) on delete cascade,
    check (num_nonnulls(api_keys, oauth_tokens, endpoints) > 0)
);
create index on tenant.integration_credentials (tenant_id, expires_at);
comment on table tenant.integration_credentials is 'What a connection signs in with, encrypted field by field.';
comment on column tenant.integration_credentials.tenant_integration_id is 'The connection.';
comment on column tenant.integration_credentials.name is 'Name of the credentials, where a connection has several.';
comment on column tenant.integration_credentials.api_keys is 'API keys, encrypted.';
comment on column tenant.integration_credentials.oauth_tokens is 'OAuth tokens, encrypted.';
comment on column tenant.integration_credentials.endpoints is 'Addresses and what else signs in, encrypted.';
comment on column tenant.integration_credentials.encryption is 'How they are encrypted: key, algorithm, nonces.';
comment on column tenant.integration_credentials.expires_at is 'When they end.';
comment on column tenant.integration_credentials.rotated_at is 'When they were last renewed.';
comment on column tenant.integration_credentials.last_used_at is 'When they were last used.';
select platform.expose('integration_credentials', verbs => '{read,delete}',
    managed => '{tenant_integration_id,name,expires_at,rotated_at,last_used_at}', secret => '{api_keys,oauth_tokens,endpoints,encryption}',
    silent => '{last_used_at}');

create table tenant.sync_jobs (
    like platform.tenant_row including defaults including comments,
    tenant_integration_id uuid not null,
    operation platform.sync_operation not null,
    status platform.job_status not null default 'pending',
    job_id uuid,
    cursor text check (length(cursor) <= 2000),
    period_start timestamptz,
    period_end timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    created_count integer not null default 0 check (created_count >= 0),
    updated_count integer not null default 0 check (updated_count >= 0),
    failed_count integer not null default 0 check (failed_count >= 0),
    error_message text check (length(error_message) <= 4000),
    parameters jsonb not null default '{}' check (jsonb_typeof(parameters) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, tenant_integration_id) references tenant.tenant_integrations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, job_id) references tenant.jobs (tenant_id, id) on delete restrict,
    check (period_end > period_start),
    check (finished_at >= started_at)
);
create index on tenant.sync_jobs (tenant_id, tenant_integration_id, created_at);
create index on tenant.sync_jobs (tenant_id, job_id);
create index on tenant.sync_jobs (tenant_id, status, created_at, id);
create index on tenant.sync_jobs (tenant_id, operation, created_at);
comment on table tenant.sync_jobs is 'One synchronisation with another system, and what came of it.';
comment on column tenant.sync_jobs.tenant_integration_id is 'The connection.';
comment on column tenant.sync_jobs.operation is 'What is brought or sent.';
comment on column tenant.sync_jobs.status is 'How far it is.';
comment on column tenant.sync_jobs.job_id is 'The background work that does it.';
comment on column tenant.sync_jobs.cursor is 'Where the next one goes on, as the other system said.';
comment on column tenant.sync_jobs.period_start is 'First moment of what is exchanged.';
comment on column tenant.sync_jobs.period_end is 'Last moment of what is exchanged.';
comment on column tenant.sync_jobs.started_at is 'When it began.';
comment on column tenant.sync_jobs.finished_at is 'When it ended.';
comment on column tenant.sync_jobs.created_count is 'Number of records that were made.';
comment on column tenant.sync_jobs.updated_count is 'Number of records that were changed.';
comment on column tenant.sync_jobs.failed_count is 'Number of records that failed.';
comment on column tenant.sync_jobs.error_message is 'Why it failed.';
comment on column tenant.sync_jobs.parameters is 'What it was asked to do.';
select platform.expose('sync_jobs', verbs => '{read}', silent => '{cursor,created_count,updated_count,failed_count}');

create table tenant.sync_job_logs (
    like platform.tenant_row including defaults including comments,
    sync_job_id uuid not null,
    resource_type text not null check (resource_type ~ '^[a-z][a-z0-9_]*$'),
    resource_id uuid,
    external_id text check (length(external_id) <= 255),
    status platform.sync_record_status not null,
    error_code text check (length(error_code) <= 100),
    error_message text check (length(error_message) <= 4000),
    created_count integer not null default 0 check (created_count >= 0),
    updated_count integer not null default 0 check (updated_count >= 0),
    failed_count integer not null default 0 check (failed_count >= 0),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, sync_job_id) references tenant.sync_jobs (tenant_id, id) on delete cascade
);
create index on tenant.sync_job_logs (tenant_id, sync_job_id, status, id);
create index on tenant.sync_job_logs (tenant_id, resource_type, resource_id);
create index on tenant.sync_job_logs (tenant_id, created_at, id);
comment on table tenant.sync_job_logs is 'What became of one record of a synchronisation.';
comment on column tenant.sync_job_logs.sync_job_id is 'The synchronisation.';
comment on column tenant.sync_job_logs.resource_type is 'What the record is here, as in the address of the API.';
comment on column tenant.sync_job_logs.resource_id is 'Identifier of the record here.';
comment on column tenant.sync_job_logs.external_id is 'Identifier of the record at the other side.';
comment on column tenant.sync_job_logs.status is 'What became of it.';
comment on column tenant.sync_job_logs.error_code is 'Stable name of what went wrong.';
comment on column tenant.sync_job_logs.error_message is 'What went wrong.';
comment on column tenant.sync_job_logs.created_count is 'Number of rows that it made.';
comment on column tenant.sync_job_logs.updated_count is 'Number of rows that it changed.';
comment on column tenant.sync_job_logs.failed_count is 'Number of rows that failed.';
select platform.expose('sync_job_logs', verbs => '{read}', phi => '{external_id,error_message}');

create table tenant.fhir_resources (
    like platform.tenant_row including defaults including comments,
    tenant_integration_id uuid,
    resource_type text not null check (resource_type ~ '^[A-Z][A-Za-z]{2,63}$'),
    fhir_id text not null check (fhir_id ~ '^[A-Za-z0-9.-]{1,64}$'),
    fhir_version text not null default '4.0.1' check (fhir_version in ('4.0.1', '4.3.0', '5.0.0')),
    version_id text check (version_id ~ '^[A-Za-z0-9.-]{1,64}$'),
    profile text check (length(profile) <= 500),
    patient_id uuid,
    source_type text check (source_type ~ '^[a-z][a-z0-9_]*$'),
    source_id uuid,
    content jsonb not null check (jsonb_typeof(content) = 'object' and content ->> 'resourceType' = resource_type),
    last_updated timestamptz,
    expires_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, tenant_integration_id, resource_type, fhir_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, tenant_integration_id) references tenant.tenant_integrations (tenant_id, id) on delete cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    check ((source_type is null) = (source_id is null))
);
create unique index fhir_resources_own on tenant.fhir_resources (tenant_id, resource_type, fhir_id) where tenant_integration_id is null;
create index on tenant.fhir_resources (tenant_id, patient_id, resource_type);
create index on tenant.fhir_resources (tenant_id, source_type, source_id);
create index on tenant.fhir_resources (tenant_id, resource_type, last_updated);
create index on tenant.fhir_resources (tenant_id, expires_at) where expires_at is not null;
create index on tenant.fhir_resources using gin (tenant_id, content);
comment on table tenant.fhir_resources is 'Cache of FHIR resources, made here or received: for answers and transformations, never the truth itself.';
comment on column tenant.fhir_resources.tenant_integration_id is 'The connection that it came by; empty for one made here.';
comment on column tenant.fhir_resources.resource_type is 'FHIR resource type: Patient, Observation, Procedure, …';
comment on column tenant.fhir_resources.fhir_id is 'Logical id of the resource at its source.';
comment on column tenant.fhir_resources.fhir_version is 'Version of FHIR that it is written in.';
comment on column tenant.fhir_resources.version_id is 'Version of the resource, meta.versionId.';
comment on column tenant.fhir_resources.profile is 'Canonical address of the profile that it follows.';
comment on column tenant.fhir_resources.patient_id is 'The patient that it is about.';
comment on column tenant.fhir_resources.source_type is 'The resource of the API that it stands for.';
comment on column tenant.fhir_resources.source_id is 'Identifier of the row that it stands for.';
comment on column tenant.fhir_resources.content is 'The resource, as FHIR JSON.';
comment on column tenant.fhir_resources.last_updated is 'When it was last changed at its source, meta.lastUpdated.';
comment on column tenant.fhir_resources.expires_at is 'When the copy is to be made anew.';
select platform.expose('fhir_resources', verbs => '{read}', phi => '{fhir_id,content}');

create table tenant.webhook_subscriptions (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    url text not null check (url ~ '^https?://[^[:space:]]+$' and length(url) <= 2000),
    tenant_integration_id uuid,
    event_types text[] not null default '{}' check (cardinality(event_types) <= 100),
    signing_secret bytea,
    include_content boolean not null default false,
    status platform.webhook_status not null default 'active',
    failure_count integer not null default 0 check (failure_count >= 0),
    last_success_at timestamptz,
    last_failure_at timestamptz,
    disabled_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, tenant_integration_id) references tenant.tenant_integrations (tenant_id, id) on delete cascade
);
create index on tenant.webhook_subscriptions (tenant_id, tenant_integration_id);
create index on tenant.webhook_subscriptions (tenant_id, status);
comment on table tenant.webhook_subscriptions is 'Who wants to be told of which events, and where (FHIR Subscription).';
comment on column tenant.webhook_subscriptions.name is 'Name of the subscription.';
comment on column tenant.webhook_subscriptions.url is 'Address that the events are sent to.';
comment on column tenant.webhook_subscriptions.tenant_integration_id is 'The connection that it belongs to.';
comment on column tenant.webhook_subscriptions.event_types is 'Events that are wanted, as resource.change (cases.update); empty for all.';
comment on column tenant.webhook_subscriptions.signing_secret is 'Key that deliveries are signed with (HMAC-SHA-256), encrypted.';
comment on column tenant.webhook_subscriptions.include_content is 'Whether deliveries carry the row itself, or only its address.';
comment on column tenant.webhook_subscriptions.status is 'Whether it gets events.';
comment on column tenant.webhook_subscriptions.failure_count is 'Number of failures since the last success.';
comment on column tenant.webhook_subscriptions.last_success_at is 'When a delivery last succeeded.';
comment on column tenant.webhook_subscriptions.last_failure_at is 'When a delivery last failed.';
comment on column tenant.webhook_subscriptions.disabled_at is 'When it was switched off because nothing arrived.';
select platform.expose('webhook_subscriptions', managed => '{failure_count,last_success_at,last_failure_at,disabled_at}',
    secret => '{signing_secret}', silent => '{failure_count,last_success_at,last_failure_at}');

create table tenant.webhook_events (
    like platform.tenant_row including defaults including comments,
    event_type text not null check (event_type ~ '^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$'),
    resource_type text not null check (resource_type ~ '^[a-z][a-z0-9_]*$'),
    resource_id uuid,
    audit_event_id uuid,
    occurred_at timestamptz not null default now(),
    payload jsonb not null default '{}' check (jsonb_typeof(payload) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict
);
create index on tenant.webhook_events (tenant_id, event_type, occurred_at);
create index on tenant.webhook_events (tenant_id, resource_type, resource_id, occurred_at);
create index on tenant.webhook_events (tenant_id, occurred_at, id);
create unique index webhook_events_audit_event on tenant.webhook_events (tenant_id, audit_event_id, event_type);
comment on table tenant.webhook_events is 'An event that is offered to subscribers.';
comment on column tenant.webhook_events.event_type is 'What happened, as resource.change.';
comment on column tenant.webhook_events.resource_type is 'The resource that it happened to.';
comment on column tenant.webhook_events.resource_id is 'Identifier of the row.';
comment on column tenant.webhook_events.audit_event_id is 'The event of the trail that it was made from.';
comment on column tenant.webhook_events.occurred_at is 'When it happened.';
comment on column tenant.webhook_events.payload is 'What subscribers are told: addresses and the names of what changed.';
select platform.expose('webhook_events', verbs => '{read}', phi => '{payload}');

create table tenant.webhook_deliveries (
    like platform.tenant_row including defaults including comments,
    webhook_event_id uuid not null,
    webhook_subscription_id uuid not null,
    status platform.webhook_delivery_status not null default 'pending',
    attempts smallint not null default 0 check (attempts between 0 and 25),
    next_attempt_at timestamptz,
    response_status smallint check (response_status between 100 and 599),
    duration_ms integer check (duration_ms >= 0),
    error_message text check (length(error_message) <= 2000),
    delivered_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, webhook_event_id, webhook_subscription_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, webhook_event_id) references tenant.webhook_events (tenant_id, id) on delete cascade,
    foreign key (tenant_id, webhook_subscription_id) references tenant.webhook_subscriptions (tenant_id, id) on delete cascade,
    check ((delivered_at is not null) = (status = 'delivered'))
);
create index on tenant.webhook_deliveries (tenant_id, webhook_subscription_id, created_at);
create index on tenant.webhook_deliveries (tenant_id, status, next_attempt_at);
comment on table tenant.webhook_deliveries is 'The delivery of one event to one subscriber.';
comment on column tenant.webhook_deliveries.webhook_event_id is 'The event.';
comment on column tenant.webhook_deliveries.webhook_subscription_id is 'The subscription.';
comment on column tenant.webhook_deliveries.status is 'How far it is.';
comment on column tenant.webhook_deliveries.attempts is 'How often it was tried.';
comment on column tenant.webhook_deliveries.next_attempt_at is 'When it is tried again.';
comment on column tenant.webhook_deliveries.response_status is 'HTTP status of the last answer.';
comment on column tenant.webhook_deliveries.duration_ms is 'Duration of the last attempt, in milliseconds.';
comment on column tenant.webhook_deliveries.error_message is 'Why the last attempt failed.';
comment on column tenant.webhook_deliveries.delivered_at is 'When it had arrived.';
select platform.expose('webhook_deliveries', verbs => '{read}', silent => '{attempts,next_attempt_at,response_status,duration_ms}');
