-- Tenants, what they may use, and where they work.

create type platform.tenant_type as enum
    ('solo_practice', 'group_practice', 'dso', 'academic', 'payer', 'regulator', 'ai_vendor', 'dental_lab', 'platform', 'other');
create type platform.partition_strategy as enum ('row_level', 'schema', 'database');
create type platform.tenant_status as enum ('active', 'suspended', 'closed');
create type platform.location_kind as enum ('clinic', 'teaching_clinic', 'research_unit', 'laboratory', 'virtual');
create type platform.team_kind as enum ('team', 'department', 'research_group', 'other');
comment on type platform.tenant_type is 'What kind of organisation a tenant is.';
comment on type platform.partition_strategy is 'How a tenant''s data is kept apart: by row, in a schema or in a database of its own.';
comment on type platform.tenant_status is 'Whether a tenant may work on the platform.';
comment on type platform.location_kind is 'What kind of place a location is; virtual: none that one can go to.';
comment on type platform.team_kind is 'What kind of group a team is.';

create table platform.tenants (
    like platform.global_row including defaults including comments,
    name text not null check (length(name) between 1 and 200),
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    type platform.tenant_type not null default 'solo_practice',
    parent_tenant_id uuid references platform.tenants on delete restrict,
    primary_region text not null default 'local',
    partition_strategy platform.partition_strategy not null default 'row_level',
    status platform.tenant_status not null default 'active',
    time_zone text not null default 'UTC',
    locale text not null default 'en',
    primary key (id),
    check (parent_tenant_id <> id)
);
create index on platform.tenants (parent_tenant_id);
comment on table platform.tenants is 'An organisation that uses the platform: practice, group, school, laboratory, payer.';
comment on column platform.tenants.name is 'Name of the organisation.';
comment on column platform.tenants.slug is 'Short name for addresses and file names.';
comment on column platform.tenants.type is 'What kind of organisation it is.';
comment on column platform.tenants.parent_tenant_id is 'The group that the organisation belongs to.';
comment on column platform.tenants.primary_region is 'Region where its data lives.';
comment on column platform.tenants.partition_strategy is 'How its data is kept apart: rows, a schema or a database of its own.';
comment on column platform.tenants.status is 'Whether the organisation may work on the platform.';
comment on column platform.tenants.time_zone is 'IANA time zone of its clock on the wall.';
comment on column platform.tenants.locale is 'Language and region of its texts (BCP 47).';

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
    code text check (length(code) between 1 and 40),
    address_line1 text check (length(address_line1) <= 200),
    address_line2 text check (length(address_line2) <= 200),
    city text check (length(city) <= 100),
    region text check (length(region) <= 100),
    postal_code text check (length(postal_code) <= 20),
    country char(2) check (country ~ '^[A-Z]{2}$'),
    phone text check (length(phone) <= 40),
    email text check (length(email) between 3 and 255),
    time_zone text,
    is_active boolean not null default true,
    primary key (tenant_id, id),
    unique (tenant_id, code),
    foreign key (tenant_id) references platform.tenants on delete restrict
);
create index on tenant.locations using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.locations is 'A place where the tenant works: clinic, teaching clinic, research unit, laboratory.';
comment on column tenant.locations.name is 'Name of the place.';
comment on column tenant.locations.kind is 'What kind of place it is.';
comment on column tenant.locations.code is 'Short name of the place inside the organisation.';
comment on column tenant.locations.address_line1 is 'Street and number.';
comment on column tenant.locations.address_line2 is 'Further line of the address.';
comment on column tenant.locations.city is 'Town.';
comment on column tenant.locations.region is 'State, province or canton.';
comment on column tenant.locations.postal_code is 'Postal code.';
comment on column tenant.locations.country is 'Country (ISO 3166-1, two letters).';
comment on column tenant.locations.phone is 'Telephone number of the place.';
comment on column tenant.locations.email is 'E-mail address of the place.';
comment on column tenant.locations.time_zone is 'IANA time zone, where it differs from the tenant''s.';
comment on column tenant.locations.is_active is 'Whether work is done there.';

create table tenant.teams (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    kind platform.team_kind not null default 'team',
    description text check (length(description) <= 2000),
    location_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict
);
create unique index teams_name on tenant.teams (tenant_id, name) where deleted_at is null;
create index on tenant.teams (tenant_id, location_id);
create index on tenant.teams using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.teams is 'A group of people inside the tenant: hygiene team, periodontics, research group (FHIR CareTeam, Organization).';
comment on column tenant.teams.name is 'Name of the team.';
comment on column tenant.teams.kind is 'What kind of group it is.';
comment on column tenant.teams.description is 'What the team is for.';
comment on column tenant.teams.location_id is 'The place that it belongs to; empty for a team of several places.';

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
