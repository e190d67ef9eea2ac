-- How a tenant is set up: settings, looks, teams.

create type platform.archival_strategy as enum ('keep_online', 'cold_storage', 'deidentify', 'purge');
comment on type platform.archival_strategy is 'What becomes of data when its time is over: it stays, goes to slow storage, loses its persons, is destroyed.';

create table platform.tenant_settings (
    like platform.tenant_row including defaults including comments,
    data_residency text check (length(data_residency) between 2 and 60),
    default_retention_policies jsonb not null default '{}',
    localization jsonb not null default '{}',
    clinical_workflow_options jsonb not null default '{}' check (jsonb_typeof(clinical_workflow_options) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    constraint tenant_settings_default_retention_policies_shape check (platform.json_matches(
        '{"type": "object", "additionalProperties": false, "properties": {
            "min_years": {"type": "integer", "minimum": 0, "maximum": 200}, "max_years": {"type": "integer", "minimum": 0, "maximum": 200},
            "archival_strategy": {"enum": ["keep_online", "cold_storage", "deidentify", "purge"]}}}',
        default_retention_policies)),
    constraint tenant_settings_localization_shape check (platform.json_matches(
        '{"type": "object", "additionalProperties": false, "properties": {
            "language": {"type": "string", "maxLength": 35}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "date_format": {"type": "string", "maxLength": 40}, "time_format": {"enum": ["12h", "24h"]},
            "first_day_of_week": {"type": "integer", "minimum": 1, "maximum": 7},
            "tooth_notation": {"enum": ["fdi", "universal", "palmer"]}, "measurement_system": {"enum": ["metric", "imperial"]}}}',
        localization))
);
comment on table platform.tenant_settings is 'How an organisation works: where its data may be, how long it is kept, its formats, its clinical habits.';
comment on column platform.tenant_settings.data_residency is 'Country or region that its data must not leave; empty: any.';
comment on column platform.tenant_settings.default_retention_policies is
    'How long data is kept whose class has no policy of its own: min_years, max_years, archival_strategy.';
comment on column platform.tenant_settings.localization is
    'Language (BCP 47), currency (ISO 4217), formats of dates and times, first day of the week (1 is Monday), tooth notation, units.';
comment on column platform.tenant_settings.clinical_workflow_options is 'Choices of how clinical work is done, by name.';
select platform.expose('tenant_settings', verbs => '{read,create,update}', in_schema => 'platform');

create table platform.tenant_branding (
    like platform.tenant_row including defaults including comments,
    product_name text check (length(product_name) between 1 and 100),
    logos jsonb not null default '{}' check (jsonb_typeof(logos) = 'object'),
    color_schemes jsonb not null default '{}' check (jsonb_typeof(color_schemes) = 'object'),
    email_templates jsonb not null default '{}' check (jsonb_typeof(email_templates) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id),
    foreign key (tenant_id) references platform.tenants on delete restrict
);
comment on table platform.tenant_branding is 'How the platform looks for an organisation''s people and patients (white label).';
comment on column platform.tenant_branding.product_name is 'Name under which the platform appears.';
comment on column platform.tenant_branding.logos is 'Pictures of the brand by use (light, dark, icon, letterhead): where each is.';
comment on column platform.tenant_branding.color_schemes is 'Colours by scheme (light, dark) and use.';
comment on column platform.tenant_branding.email_templates is 'Subject and text of letters, by occasion and language.';
select platform.expose('tenant_branding', verbs => '{read,create,update}', in_schema => 'platform');

-- Settings without a tenant are the platform's: everyone may read them.
create table platform.system_settings (
    like platform.global_row including defaults including comments,
    tenant_id uuid default nullif(current_setting('app.tenant', true), '')::uuid references platform.tenants on delete cascade,
    setting_key text not null check (setting_key ~ '^[a-z][a-z0-9_.]*$' and length(setting_key) <= 100),
    setting_value jsonb,
    setting_ciphertext bytea,
    description text check (length(description) <= 2000),
    is_sensitive boolean not null default false,
    primary key (id),
    unique (tenant_id, setting_key),
    foreign key (created_by) references platform.users on delete restrict,
    foreign key (updated_by) references platform.users on delete restrict,
    check (case when is_sensitive then setting_value is null and setting_ciphertext is not null
                else setting_value is not null and setting_ciphertext is null end)
);
create unique index system_settings_key on platform.system_settings (setting_key) where tenant_id is null;
create index on platform.system_settings (created_by);
create index on platform.system_settings (updated_by);
comment on table platform.system_settings is 'Settings by key: the platform''s, or one tenant''s.';
comment on column platform.system_settings.tenant_id is 'The tenant whose setting it is; empty for the platform''s.';
comment on column platform.system_settings.setting_key is 'Name of the setting.';
comment on column platform.system_settings.setting_value is 'Value; empty where it is sensitive.';
comment on column platform.system_settings.setting_ciphertext is 'Value of a sensitive setting, encrypted.';
comment on column platform.system_settings.description is 'What the setting does.';
comment on column platform.system_settings.is_sensitive is 'Whether the value is a secret: it is stored encrypted and never shown.';
create policy everyone_reads on platform.system_settings for select using (tenant_id is null);
create policy platform_writes on platform.system_settings
    using (tenant_id is null and nullif(current_setting('app.tenant', true), '')::uuid = '00000000-0000-0000-0000-000000000000');
select platform.expose('system_settings', managed => '{is_sensitive:set_secret}', secret => '{setting_ciphertext}', in_schema => 'platform');

create table tenant.team_members (
    like platform.tenant_row including defaults including comments,
    team_id uuid not null,
    user_id uuid not null,
    location_id uuid,
    is_lead boolean not null default false,
    primary key (tenant_id, id),
    unique (tenant_id, team_id, user_id, location_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, team_id) references tenant.teams (tenant_id, id) on delete cascade,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete cascade,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict
);
create unique index team_members_everywhere on tenant.team_members (tenant_id, team_id, user_id) where location_id is null;
create index on tenant.team_members (tenant_id, user_id);
create index on tenant.team_members (tenant_id, location_id);
comment on table tenant.team_members is 'Who belongs to which team (FHIR CareTeam.participant).';
comment on column tenant.team_members.team_id is 'The team.';
comment on column tenant.team_members.user_id is 'The member.';
comment on column tenant.team_members.location_id is 'The place where the member belongs to it; empty: everywhere.';
comment on column tenant.team_members.is_lead is 'Whether the member leads the team.';
select platform.expose('team_members');
