-- Bytes: what the object store holds for a tenant, and uploads that are under way.

create type platform.upload_status as enum ('open', 'finished', 'failed', 'expired');

create table tenant.objects (
    like platform.tenant_row including defaults including comments,
    sha256 bytea not null check (octet_length(sha256) = 32),
    size_bytes bigint not null check (size_bytes >= 0),
    encryption jsonb,
    verified_at timestamptz,
    damaged_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, sha256),
    foreign key (tenant_id) references platform.tenants on delete restrict
);
comment on table tenant.objects is 'A stored piece of bytes, named by its content: the same bytes are stored once in a tenant.';
comment on column tenant.objects.sha256 is 'SHA-256 of the bytes; with the tenant it is the object''s place in the store.';
comment on column tenant.objects.size_bytes is 'Number of bytes.';
comment on column tenant.objects.encryption is 'How the bytes are encrypted (key, algorithm); empty while they are plain.';
comment on column tenant.objects.verified_at is 'When the bytes were last read whole and found to match the hash.';
comment on column tenant.objects.damaged_at is 'When the bytes were found missing or unlike the hash; empty while they are sound.';
select platform.isolate('tenant.objects');
select platform.keep('tenant.objects', '{}', '{}', '{verified_at}');
select platform.record('tenant.objects', deidentify => '{sha256:remove}');
grant select, insert, update, delete on tenant.objects to cuspid_app;

create table tenant.uploads (
    like platform.tenant_row including defaults including comments,
    case_id uuid not null,
    name text not null,
    media_type text,
    length_bytes bigint not null check (length_bytes >= 0),
    offset_bytes bigint not null default 0 check (offset_bytes between 0 and length_bytes),
    declared_sha256 bytea check (octet_length(declared_sha256) = 32),
    metadata jsonb not null default '{}',
    status platform.upload_status not null default 'open',
    spool uuid not null,
    error_message text,
    case_file_id uuid,
    expires_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict
);
create index on tenant.uploads (tenant_id, case_id);
create index on tenant.uploads (tenant_id, case_file_id);
create index on tenant.uploads (tenant_id, status, expires_at);
comment on table tenant.uploads is 'An upload under way: how much has arrived, and what becomes of it.';
comment on column tenant.uploads.case_id is 'The case that the file is for.';
comment on column tenant.uploads.name is 'Name of the file.';
comment on column tenant.uploads.media_type is 'Media type that the sender declared.';
comment on column tenant.uploads.length_bytes is 'Whole length.';
comment on column tenant.uploads.offset_bytes is 'Bytes that have safely arrived.';
comment on column tenant.uploads.declared_sha256 is 'SHA-256 that the sender declared; the bytes must match it.';
comment on column tenant.uploads.metadata is 'What the sender said of the file, by the tus protocol.';
comment on column tenant.uploads.status is 'Whether it is open, done, failed or expired.';
comment on column tenant.uploads.spool is 'The spool (a server''s own directory) that holds the bytes that have arrived.';
comment on column tenant.uploads.error_message is 'Why it failed.';
comment on column tenant.uploads.case_file_id is 'The file that it became.';
comment on column tenant.uploads.expires_at is 'When what has arrived is thrown away.';
select platform.isolate('tenant.uploads');
select platform.keep('tenant.uploads', '{name,metadata}', '{}', '{offset_bytes,expires_at}');
select platform.record('tenant.uploads', phi => '{name,metadata}');
grant select, insert, update, delete on tenant.uploads to cuspid_app;
