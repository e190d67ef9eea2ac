-- Files of rows that somebody brings: what became of each, row by row where a row was refused.

create type platform.import_format as enum ('csv', 'ndjson');
create type platform.import_policy as enum ('stop', 'skip');
create type platform.import_status as enum ('pending', 'checking', 'writing', 'completed', 'refused', 'failed', 'cancelled');
comment on type platform.import_format is 'How the rows of a file are written: CSV (RFC 4180) or a line of JSON each.';
comment on type platform.import_policy is 'What a row that is refused does to the others: none is kept, or the others are.';
comment on type platform.import_status is 'How far an import is.';

create table tenant.imports (
    like platform.tenant_row including defaults including comments,
    resource text not null check (resource ~ '^[a-z][a-z0-9_]*$'),
    format platform.import_format not null,
    object_id uuid,
    size_bytes bigint not null check (size_bytes >= 0),
    dry_run boolean not null default false,
    on_error platform.import_policy not null default 'stop',
    status platform.import_status not null default 'pending',
    bytes_read bigint not null default 0 check (bytes_read >= 0),
    rows_read bigint not null default 0 check (rows_read >= 0),
    rows_written bigint not null default 0 check (rows_written >= 0),
    rows_refused bigint not null default 0 check (rows_refused >= 0),
    rows_settled bigint not null default 0 check (rows_settled >= 0),
    checked_at timestamptz,
    finished_at timestamptz,
    job_id uuid not null,
    primary key (tenant_id, id),
    unique (tenant_id, job_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict,
    foreign key (tenant_id, job_id) references tenant.jobs (tenant_id, id) on delete restrict,
    foreign key (tenant_id, created_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check ((finished_at is not null) = (status in ('completed', 'refused', 'failed', 'cancelled')))
);
create index on tenant.imports (tenant_id, object_id);
create index on tenant.imports (tenant_id, created_by);
create index on tenant.imports (tenant_id, resource, created_at, id);
create index on tenant.imports (tenant_id, status, created_at, id);
create index on tenant.imports (tenant_id, created_at, id);
comment on table tenant.imports is 'A file of rows of one resource that somebody brought, and what became of it.';
comment on column tenant.imports.resource is 'The resource that the rows are of.';
comment on column tenant.imports.format is 'csv or ndjson.';
comment on column tenant.imports.object_id is 'The bytes of the file; empty when they were thrown away, 30 days after the end.';
comment on column tenant.imports.size_bytes is 'Bytes of the file.';
comment on column tenant.imports.dry_run is 'Whether everything is tried and nothing kept.';
comment on column tenant.imports.on_error is 'stop: nothing is kept if a row is refused; skip: the other rows are.';
comment on column tenant.imports.status is 'pending, checking, writing; then completed, refused (a row was, so nothing is kept), failed or cancelled.';
comment on column tenant.imports.bytes_read is 'Bytes of the file that were read, in the present pass through it.';
comment on column tenant.imports.rows_read is 'Rows that were read, in the present pass through the file.';
comment on column tenant.imports.rows_written is 'Rows that were written; of a dry run, those that would be.';
comment on column tenant.imports.rows_refused is 'Rows that were refused.';
comment on column tenant.imports.rows_settled is 'Rows from the beginning whose outcome is kept; another attempt goes on behind them.';
comment on column tenant.imports.checked_at is 'When a file too large for one transaction was found sound and its writing began.';
comment on column tenant.imports.finished_at is 'When it ended.';
comment on column tenant.imports.job_id is 'The job that does it.';
select platform.expose('imports', verbs => '{read}',
    silent => '{bytes_read,rows_read,rows_written,rows_refused,rows_settled}');

create table tenant.import_errors (
    like platform.tenant_row including defaults including comments,
    import_id uuid not null,
    row_number bigint not null check (row_number >= 0),
    code text not null check (length(code) between 1 and 200),
    field text check (length(field) between 1 and 200),
    message text not null check (length(message) between 1 and 2000),
    primary key (tenant_id, id),
    unique (tenant_id, import_id, row_number),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, import_id) references tenant.imports (tenant_id, id) on delete cascade
);
comment on table tenant.import_errors is 'Why a row of an import was refused: the first thousand of an import. Holds no value of a row.';
comment on column tenant.import_errors.import_id is 'The import.';
comment on column tenant.import_errors.row_number is 'Which row: 1 is the first; 0 is the file as a whole or its header.';
comment on column tenant.import_errors.code is 'What programs go by.';
comment on column tenant.import_errors.field is 'The column that it is about, where it is about one.';
comment on column tenant.import_errors.message is 'What people read.';
select platform.expose('import_errors', verbs => '{read}');
