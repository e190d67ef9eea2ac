-- Tenants, what they may use, and where they work.

create type platform.tenant_type as enum
    ('solo_practice', 'group_practice', 'dso', 'academic', 'payer', 'regulator', 'ai_vendor', 'dental_lab', 'platform', 'other');
create type platform.partition_strategy as enum ('row_level', 'schema', 'database');
create type platform.tenant_status as enum ('active', 'suspended', 'closed');
create type platform.location_kind as enum ('clinic', 'teaching_clinic', 'research_unit', 'laboratory', 'virtual');

create table platform.tenants (
    id uuid primary key default platform.uuidv7(),
    name text not null check (length(name) between 1 and 200),
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    type platform.tenant_type not null default 'solo_practice',
    parent_tenant_id uuid references platform.tenants on delete restrict,
    primary_region text not null default 'local',
    partition_strategy platform.partition_strategy not null default 'row_level',
    status platform.tenant_status not null default 'active',
    time_zone text not null default 'UTC',
    locale text not null default 'en',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index on platform.tenants (parent_tenant_id);
comment on table platform.tenants is 'An organisation that uses the platform: practice, group, school, laboratory, payer.';
comment on column platform.tenants.id is 'Identifier, time-ordered (UUID version 7).';
comment on column platform.tenants.name is 'Name of the organisation.';
comment on column platform.tenants.slug is 'Short name for addresses and file names.';
comment on column platform.tenants.type is 'What kind of organisation it is.';
comment on column platform.tenants.parent_tenant_id is 'The group that the organisation belongs to.';
comment on column platform.tenants.primary_region is 'Region where its data lives.';
comment on column platform.tenants.partition_strategy is 'How its data is kept apart: rows, a schema or a database of its own.';
comment on column platform.tenants.status is 'Whether the organisation may work on the platform.';
comment on column platform.tenants.time_zone is 'IANA time zone of its clock on the wall.';
comment on column platform.tenants.locale is 'Language and region of its texts (BCP 47).';
comment on column platform.tenants.created_at is 'When it joined.';
comment on column platform.tenants.updated_at is 'When its entry was last changed.';

-- System work that belongs to no organisation is written to the platform's own tenant.
insert into platform.tenants (id, name, slug, type)
values ('00000000-0000-0000-0000-000000000000', 'Platform', 'platform', 'platform');

create table platform.tenant_quotas (
    tenant_id uuid primary key references platform.tenants on delete cascade,
    max_users integer not null default 1000 check (max_users > 0),
    max_storage_bytes bigint not null default 1099511627776 check (max_storage_bytes >= 0),
    max_ai_inferences_per_month integer not null default 100000 check (max_ai_inferences_per_month >= 0),
    api_rate_limit_per_minute integer not null default 60000 check (api_rate_limit_per_minute > 0),
    used_storage_bytes bigint not null default 0 check (used_storage_bytes >= 0),
    reserved_storage_bytes bigint not null default 0 check (reserved_storage_bytes >= 0)
);
comment on table platform.tenant_quotas is 'Limits of a tenant, and what it uses of its storage.';
comment on column platform.tenant_quotas.tenant_id is 'The tenant.';
comment on column platform.tenant_quotas.max_users is 'Most members.';
comment on column platform.tenant_quotas.max_storage_bytes is 'Most bytes of stored objects.';
comment on column platform.tenant_quotas.max_ai_inferences_per_month is 'Most AI analyses in a month.';
comment on column platform.tenant_quotas.api_rate_limit_per_minute is 'Most API calls in a minute.';
comment on column platform.tenant_quotas.used_storage_bytes is 'Bytes of objects that are stored.';
comment on column platform.tenant_quotas.reserved_storage_bytes is 'Bytes promised to uploads that are under way.';
select platform.isolate('platform.tenant_quotas');
grant select, update (used_storage_bytes, reserved_storage_bytes) on platform.tenant_quotas to cuspid_app;

create table tenant.locations (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    kind platform.location_kind not null default 'clinic',
    time_zone text,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict
);
comment on table tenant.locations is 'A place where the tenant works: clinic, teaching clinic, research unit, laboratory.';
comment on column tenant.locations.name is 'Name of the place.';
comment on column tenant.locations.kind is 'What kind of place it is.';
comment on column tenant.locations.time_zone is 'IANA time zone, where it differs from the tenant''s.';

create table tenant.number_series (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid references platform.tenants on delete cascade,
    series text not null,
    last bigint not null default 0,
    primary key (tenant_id, series)
);
comment on table tenant.number_series is 'The last number given out in each series of a tenant (cases, invoices).';
comment on column tenant.number_series.tenant_id is 'The tenant.';
comment on column tenant.number_series.series is 'What is numbered.';
comment on column tenant.number_series.last is 'The last number given out.';
select platform.isolate('tenant.number_series');
grant select, insert, update on tenant.number_series to cuspid_trusted;

create function platform.next_number(series text) returns bigint
    language sql volatile security definer set search_path = pg_catalog
    as $$
        insert into tenant.number_series as s (series, last) values (next_number.series, 1)
        on conflict (tenant_id, series) do update set last = s.last + 1
        returning last
    $$;
alter function platform.next_number(text) owner to cuspid_trusted;
comment on function platform.next_number(text) is 'The next number of a series of the tenant of this transaction.';
