-- Accounts, what they may do, and their sessions. Accounts are global; everything about them in a tenant is a row of that tenant.

create type platform.user_status as enum ('invited', 'active', 'disabled', 'closed');
create type platform.user_type as enum
    ('dentist', 'hygienist', 'assistant', 'admin', 'front_desk', 'patient', 'payer_analyst', 'regulator', 'developer',
     'radiologist', 'technician', 'staff', 'service');
create type platform.auth_method as enum ('password', 'oidc', 'saml', 'oauth', 'totp', 'webauthn', 'recovery_code');
create type platform.resource_scope as enum ('all_locations', 'location', 'team', 'self');
comment on type platform.user_status is 'Whether an account may be used.';
comment on type platform.user_type is 'What a person is in a tenant.';
comment on type platform.auth_method is 'Ways to prove who one is.';
comment on type platform.resource_scope is 'How far the assignment of a role reaches.';

create table platform.users (
    like platform.global_row including defaults including comments,
    email text not null check (email = lower(email) and length(email) between 3 and 255 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    username text check (length(username) between 1 and 100),
    full_name text not null check (length(full_name) between 1 and 200),
    profile_picture_url text check (length(profile_picture_url) <= 2000),
    phone text check (length(phone) <= 40),
    date_of_birth date check (date_of_birth >= '1880-01-01'),
    preferred_locale text not null default 'en' check (length(preferred_locale) between 2 and 35),
    preferences jsonb not null default '{}',
    status platform.user_status not null default 'active',
    is_email_verified boolean not null default false,
    last_login_at timestamptz,
    is_active boolean not null generated always as (status = 'active') stored,
    primary key (id),
    foreign key (created_by) references platform.users on delete restrict,
    foreign key (updated_by) references platform.users on delete restrict,
    constraint users_preferences_shape check (platform.json_matches(
        '{"type": "object", "properties": {
            "theme": {"type": "string", "maxLength": 40}, "notifications_enabled": {"type": "boolean"},
            "email_notifications": {"type": "boolean"}, "sms_notifications": {"type": "boolean"}, "language": {"type": "string", "maxLength": 35}}}',
        preferences))
);
create unique index users_email on platform.users (email);
create unique index users_username on platform.users (username);
create index on platform.users (created_at);
create index on platform.users (created_by);
create index on platform.users (updated_by);
comment on table platform.users is 'A person''s account, one for all tenants.';
comment on column platform.users.email is 'E-mail address, in lower case: the name to sign in with.';
comment on column platform.users.username is 'Short name, where the person has one.';
comment on column platform.users.full_name is 'Name as it is shown.';
comment on column platform.users.profile_picture_url is 'Where the picture of the person is.';
comment on column platform.users.phone is 'Telephone number.';
comment on column platform.users.date_of_birth is 'Date of birth.';
comment on column platform.users.preferred_locale is 'Language and region of the person''s texts (BCP 47).';
comment on column platform.users.preferences is 'Settings of the person: theme, language, and which notifications they want.';
comment on column platform.users.status is 'Whether the account may be used.';
comment on column platform.users.is_email_verified is 'Whether the e-mail address was shown to be the person''s.';
comment on column platform.users.last_login_at is 'Last successful sign-in.';
comment on column platform.users.is_active is 'Whether the account is in use.';
select platform.keep('platform.users', '{email,username,full_name,profile_picture_url,phone,date_of_birth,preferences}', '{}', '{last_login_at}');

create table platform.user_auth_identities (
    id uuid primary key default platform.uuidv7(),
    user_id uuid not null references platform.users on delete cascade,
    method platform.auth_method not null,
    provider text not null default '' check (length(provider) <= 2000),
    subject text not null default '' check (length(subject) <= 1400),
    label text check (length(label) between 1 and 100),
    secret_hash text check (length(secret_hash) <= 255),
    secret_ciphertext bytea check (octet_length(secret_ciphertext) <= 1024),
    credential jsonb check (jsonb_typeof(credential) = 'object'),
    verified_at timestamptz,
    last_used_at timestamptz,
    used_up_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (user_id, method, subject),
    check (method not in ('password', 'recovery_code') or secret_hash is not null),
    check (method <> 'totp' or secret_ciphertext is not null),
    check (method <> 'webauthn' or credential is not null),
    check (method not in ('oidc', 'saml', 'oauth') or provider <> '' and subject <> '')
);
create unique index user_auth_identities_subject on platform.user_auth_identities (method, provider, subject)
    where method in ('oidc', 'saml', 'oauth', 'webauthn');
comment on table platform.user_auth_identities is 'A way for a person to prove who they are. Only its owner role reads it.';
comment on column platform.user_auth_identities.id is 'Identifier, time-ordered (UUID version 7).';
comment on column platform.user_auth_identities.user_id is 'The account.';
comment on column platform.user_auth_identities.method is 'How the proof works.';
comment on column platform.user_auth_identities.provider is 'Who vouches for the person: issuer of OIDC, entity of SAML, provider of OAuth.';
comment on column platform.user_auth_identities.subject is 'Name of the person or key at the other side, where there is one; the number of a recovery code.';
comment on column platform.user_auth_identities.label is 'What the person calls it: a telephone, a security key.';
comment on column platform.user_auth_identities.secret_hash is 'Hash of the password (argon2id, PHC string; bcrypt after an import) or of a recovery code.';
comment on column platform.user_auth_identities.secret_ciphertext is 'Secret of the one-time codes (TOTP, RFC 6238), encrypted.';
comment on column platform.user_auth_identities.credential is 'Public key, counter and transports of a security key (WebAuthn).';
comment on column platform.user_auth_identities.verified_at is 'When the person first showed that it works.';
comment on column platform.user_auth_identities.last_used_at is 'When it was last used.';
comment on column platform.user_auth_identities.used_up_at is 'When a recovery code was used; it works once.';
comment on column platform.user_auth_identities.created_at is 'When it was set up.';
comment on column platform.user_auth_identities.updated_at is 'When it was last changed.';

create table platform.user_tenants (
    like platform.tenant_row including defaults including comments,
    user_id uuid not null references platform.users on delete restrict,
    user_type platform.user_type not null,
    default_location_id uuid,
    primary key (tenant_id, id),
    unique (tenant_id, user_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, default_location_id) references tenant.locations (tenant_id, id) on delete restrict
);
create index on platform.user_tenants (user_id);
create index on platform.user_tenants (tenant_id, default_location_id);
comment on table platform.user_tenants is 'Membership: which person belongs to which tenant, as what.';
comment on column platform.user_tenants.user_id is 'The person.';
comment on column platform.user_tenants.user_type is 'What the person is in this tenant.';
comment on column platform.user_tenants.default_location_id is 'Where the person usually works.';

-- Roles without a tenant are everyone's, and the migration's to write: no tenant is set then, which is also their default.
create table platform.roles (
    like platform.global_row including defaults including comments,
    tenant_id uuid default nullif(current_setting('app.tenant', true), '')::uuid references platform.tenants on delete cascade,
    name text not null check (name ~ '^[a-z][a-z0-9_]*$' and length(name) <= 60),
    description text not null check (length(description) <= 1000),
    primary key (id)
);
create unique index roles_name on platform.roles (name) where tenant_id is null;
create unique index roles_tenant_name on platform.roles (tenant_id, name);
comment on table platform.roles is 'A named set of permissions: for every tenant, or one tenant''s own.';
comment on column platform.roles.tenant_id is 'The tenant whose role it is; empty for everyone''s.';
comment on column platform.roles.name is 'Name of the role.';
comment on column platform.roles.description is 'What the role is for.';

create table platform.permissions (
    like platform.global_row including defaults including comments,
    name text not null unique check (name ~ '^[a-z][a-z0-9_]*$' and length(name) <= 60),
    module text not null check (module ~ '^[a-z][a-z0-9_]*$'),
    description text not null check (length(description) <= 1000),
    primary key (id)
);
create index on platform.permissions (module, name);
comment on table platform.permissions is 'One thing that a person may be allowed to do.';
comment on column platform.permissions.name is 'Name of the permission.';
comment on column platform.permissions.module is 'Module that it belongs to.';
comment on column platform.permissions.description is 'What it allows.';

create table platform.permission_rights (
    permission text not null references platform.permissions (name) on delete cascade,
    resource text not null,
    verb text not null check (verb ~ '^[a-z][a-z0-9_]*$'),
    primary key (permission, resource, verb)
);
comment on table platform.permission_rights is 'What a permission means: verbs of the API and actions, by resource.';
comment on column platform.permission_rights.permission is 'The permission.';
comment on column platform.permission_rights.resource is 'The resource, as in the address of the API.';
comment on column platform.permission_rights.verb is 'read, create, update, delete, or the name of an action.';

create table platform.role_permissions (
    like platform.global_row including defaults including comments,
    tenant_id uuid default nullif(current_setting('app.tenant', true), '')::uuid references platform.tenants on delete cascade,
    role_id uuid not null references platform.roles on delete cascade,
    permission text not null references platform.permissions (name) on delete cascade,
    primary key (id),
    unique (role_id, permission, tenant_id)
);
create unique index role_permissions_everywhere on platform.role_permissions (role_id, permission) where tenant_id is null;
create index on platform.role_permissions (tenant_id);
create index on platform.role_permissions (permission);
comment on table platform.role_permissions is 'Which permissions a role grants: in every tenant, or in one tenant only.';
comment on column platform.role_permissions.tenant_id is 'The tenant where it holds; empty for everywhere.';
comment on column platform.role_permissions.role_id is 'The role.';
comment on column platform.role_permissions.permission is 'The permission.';

create table platform.user_roles (
    like platform.tenant_row including defaults including comments,
    user_id uuid not null,
    role_id uuid not null references platform.roles on delete restrict,
    resource_scope platform.resource_scope not null default 'all_locations',
    location_id uuid,
    team_id uuid,
    valid_from timestamptz,
    valid_until timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete cascade,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, team_id) references tenant.teams (tenant_id, id) on delete restrict,
    check ((resource_scope = 'location') = (location_id is not null)),
    check ((resource_scope = 'team') = (team_id is not null)),
    check (valid_until > valid_from)
);
create unique index user_roles_everywhere on platform.user_roles (tenant_id, user_id, role_id) where location_id is null and team_id is null;
create unique index user_roles_location on platform.user_roles (tenant_id, user_id, role_id, location_id);
create unique index user_roles_team on platform.user_roles (tenant_id, user_id, role_id, team_id);
create index on platform.user_roles (role_id);
create index on platform.user_roles (tenant_id, location_id);
create index on platform.user_roles (tenant_id, team_id);
comment on table platform.user_roles is 'Assignment of a role to a member of a tenant, by place and time.';
comment on column platform.user_roles.user_id is 'The member.';
comment on column platform.user_roles.role_id is 'The role.';
comment on column platform.user_roles.resource_scope is 'How far the assignment reaches.';
comment on column platform.user_roles.location_id is 'The place that it is limited to.';
comment on column platform.user_roles.team_id is 'The team that it is limited to.';
comment on column platform.user_roles.valid_from is 'From when it holds.';
comment on column platform.user_roles.valid_until is 'Until when it holds.';

create table platform.sessions (
    like platform.tenant_row including defaults including comments,
    user_id uuid not null,
    token_hash bytea not null,
    refresh_token_hash bytea,
    ip_address inet,
    user_agent text,
    device_info jsonb not null default '{}' check (jsonb_typeof(device_info) = 'object'),
    login_time timestamptz not null default now(),
    last_activity timestamptz not null default now(),
    expires_at timestamptz not null,
    logout_time timestamptz,
    is_active boolean not null generated always as (logout_time is null) stored,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete cascade,
    check (octet_length(token_hash) = 32),
    check (octet_length(refresh_token_hash) = 32)
);
create unique index sessions_token_hash on platform.sessions (token_hash);
create unique index sessions_refresh_token_hash on platform.sessions (refresh_token_hash);
create index on platform.sessions (tenant_id, user_id);
create index on platform.sessions (expires_at);
comment on table platform.sessions is 'A signed-in device of a person in a tenant.';
comment on column platform.sessions.user_id is 'The person.';
comment on column platform.sessions.token_hash is 'SHA-256 of the session''s token; the token itself is nowhere stored.';
comment on column platform.sessions.refresh_token_hash is 'SHA-256 of the token that renews the session, where it has one.';
comment on column platform.sessions.ip_address is 'Network address at sign-in.';
comment on column platform.sessions.user_agent is 'Program at sign-in.';
comment on column platform.sessions.device_info is 'What is known of the device.';
comment on column platform.sessions.login_time is 'When the session began.';
comment on column platform.sessions.last_activity is 'When it was last used, to the minute.';
comment on column platform.sessions.expires_at is 'When it ends by itself.';
comment on column platform.sessions.logout_time is 'When it was ended.';
comment on column platform.sessions.is_active is 'Whether nobody ended it; it may have ended by itself (expires_at).';

create table platform.password_reset_tokens (
    id uuid primary key default platform.uuidv7(),
    user_id uuid not null references platform.users on delete cascade,
    token_hash bytea not null unique check (octet_length(token_hash) = 32),
    ip_address inet,
    user_agent text check (length(user_agent) <= 300),
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz,
    check (expires_at > created_at),
    check (used_at >= created_at)
);
create index on platform.password_reset_tokens (user_id);
create index on platform.password_reset_tokens (expires_at);
comment on table platform.password_reset_tokens is 'A letter by which a person may set a new password, once. Only its owner role reads it.';
comment on column platform.password_reset_tokens.id is 'Identifier, time-ordered (UUID version 7).';
comment on column platform.password_reset_tokens.user_id is 'The account.';
comment on column platform.password_reset_tokens.token_hash is 'SHA-256 of the token in the letter; the token itself is nowhere stored.';
comment on column platform.password_reset_tokens.ip_address is 'Network address of who asked for it.';
comment on column platform.password_reset_tokens.user_agent is 'Program of who asked for it.';
comment on column platform.password_reset_tokens.created_at is 'When it was asked for.';
comment on column platform.password_reset_tokens.expires_at is 'Until when it works.';
comment on column platform.password_reset_tokens.used_at is 'When it was used.';

create table platform.api_clients (
    like platform.tenant_row including defaults including comments,
    client_id text not null unique check (client_id ~ '^[A-Za-z0-9_-]{8,100}$'),
    client_secret_hash bytea not null check (octet_length(client_secret_hash) = 32),
    name text not null check (length(name) between 1 and 200),
    description text check (length(description) <= 2000),
    owner_id uuid,
    scopes text[] not null default '{}' check (cardinality(scopes) <= 200),
    rate_limit_per_minute integer not null default 600 check (rate_limit_per_minute > 0),
    rate_limit_per_day integer check (rate_limit_per_day > 0),
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, owner_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (expires_at > created_at)
);
create index on platform.api_clients (tenant_id, owner_id);
comment on table platform.api_clients is 'A program that works for the tenant: service account or integration (OAuth 2.0 client).';
comment on column platform.api_clients.client_id is 'Name by which the program signs in.';
comment on column platform.api_clients.client_secret_hash is 'SHA-256 of the program''s secret; the secret itself is nowhere stored.';
comment on column platform.api_clients.name is 'Name of the program.';
comment on column platform.api_clients.description is 'What the program does.';
comment on column platform.api_clients.owner_id is 'The member who answers for it.';
comment on column platform.api_clients.scopes is 'Names of the permissions that it has.';
comment on column platform.api_clients.rate_limit_per_minute is 'Most API calls in a minute.';
comment on column platform.api_clients.rate_limit_per_day is 'Most API calls in a day; empty: no limit of its own.';
comment on column platform.api_clients.last_used_at is 'When it was last used.';
comment on column platform.api_clients.expires_at is 'Until when it may be used.';
comment on column platform.api_clients.revoked_at is 'When it was shut out.';

-- `members` stands for memberships, so these are not shown twice.
select platform.isolate('platform.user_tenants'), platform.keep('platform.user_tenants', '{}', '{}', '{}');
select platform.expose('user_roles', verbs => '{read}', in_schema => 'platform');
select platform.expose('sessions', verbs => '{read}', personal => '{ip_address,user_agent,device_info}', secret => '{token_hash,refresh_token_hash}',
    silent => '{last_activity}', in_schema => 'platform');
select platform.expose('api_clients', verbs => '{read}', secret => '{client_secret_hash}', silent => '{last_used_at}', in_schema => 'platform');

-- Actions administer accounts; secrets they can write and not read.
do $$
declare
    holder regclass;
begin
    foreach holder in array array['platform.sessions', 'platform.api_clients']::regclass[] loop
        execute format('revoke select on %s from cuspid_app', holder);
        execute format('grant select (%s) on %s to cuspid_app', (
            select string_agg(quote_ident(column_name), ', ') from platform.exposed_columns
            where resource = (select relname from pg_class where oid = holder) and content <> 'secret'), holder);
    end loop;
end
$$;
grant select on platform.tenants, platform.roles, platform.permissions, platform.permission_rights, platform.role_permissions to cuspid_app;
grant insert, update on platform.tenants to cuspid_app;
grant insert on platform.tenant_quotas to cuspid_app;
grant select, insert, update on platform.users to cuspid_app;
grant select, insert, update, delete on platform.user_tenants to cuspid_app;

-- For when row security is put on roles, after they were seeded: everyone sees what is everyone's, and only the migration writes it.
do $$
declare
    shared regclass;
begin
    foreach shared in array array['platform.roles', 'platform.role_permissions']::regclass[] loop
        execute format('create policy everyone_reads on %s for select using (tenant_id is null)', shared);
        execute format(
            'create policy migration_writes on %s using (tenant_id is null and nullif(current_setting(''app.tenant'', true), '''') is null)', shared);
        execute format('create policy sign_in on %s for select to cuspid_trusted using (true)', shared);
    end loop;
end
$$;

select platform.record('platform.users', personal => '{email,username,full_name,profile_picture_url,phone,date_of_birth,preferences}'),
       platform.record('platform.user_auth_identities', personal => '{subject}', secret => '{secret_hash,secret_ciphertext,credential}'),
       platform.record('platform.password_reset_tokens', personal => '{ip_address,user_agent}', secret => '{token_hash}'),
       platform.record('platform.user_tenants'), platform.record('platform.permission_rights');

-- Before a tenant is known there is nothing to isolate by. These narrow functions are all that looks across tenants.
grant select on platform.users, platform.user_auth_identities, platform.user_tenants, platform.user_roles, platform.sessions, platform.tenants,
    platform.roles, platform.role_permissions, platform.permission_rights to cuspid_trusted;
grant insert, update, delete on platform.user_auth_identities to cuspid_trusted;
grant select, insert, update, delete on platform.password_reset_tokens to cuspid_trusted;
grant select on platform.api_clients to cuspid_trusted;
create policy sign_in on platform.user_tenants for select to cuspid_trusted using (true);
create policy sign_in on platform.user_roles for select to cuspid_trusted using (true);
create policy sign_in on platform.sessions for select to cuspid_trusted using (true);
create policy sign_in on platform.api_clients for select to cuspid_trusted using (true);

create function platform.password_of(email text) returns table (user_id uuid, password_hash text, status platform.user_status)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select u.id, i.secret_hash, u.status
        from platform.users as u
        join platform.user_auth_identities as i on i.user_id = u.id and i.method = 'password'
        where u.email = lower(password_of.email)
    $$;
alter function platform.password_of(text) owner to cuspid_trusted;
comment on function platform.password_of(text) is 'What a sign-in with a password is checked against.';

create function platform.set_password(user_id uuid, password_hash text) returns void
    language sql volatile security definer set search_path = pg_catalog
    as $$
        insert into platform.user_auth_identities as i (user_id, method, secret_hash)
        values (set_password.user_id, 'password', set_password.password_hash)
        on conflict (user_id, method, subject) do update set secret_hash = excluded.secret_hash, updated_at = now()
    $$;
alter function platform.set_password(uuid, text) owner to cuspid_trusted;
comment on function platform.set_password(uuid, text) is 'Sets the password of an account.';

create function platform.memberships_of(user_id uuid) returns table (tenant_id uuid, tenant_name text, tenant_slug text, user_type platform.user_type)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select t.id, t.name, t.slug, m.user_type
        from platform.user_tenants as m
        join platform.tenants as t on t.id = m.tenant_id and t.status = 'active'
        where m.user_id = memberships_of.user_id
        order by m.id
    $$;
alter function platform.memberships_of(uuid) owner to cuspid_trusted;
comment on function platform.memberships_of(uuid) is 'The tenants that a person may sign in to.';

create function platform.session_of(token_hash bytea)
    returns table (session_id uuid, tenant_id uuid, user_id uuid, email text, full_name text, roles text[], expires_at timestamptz,
                  last_activity timestamptz)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select s.id, s.tenant_id, s.user_id, u.email, u.full_name,
               array(select distinct r.name
                     from platform.user_roles as ur
                     join platform.roles as r on r.id = ur.role_id
                     where ur.tenant_id = s.tenant_id and ur.user_id = s.user_id
                       and coalesce(ur.valid_from <= now(), true) and coalesce(ur.valid_until > now(), true)),
               s.expires_at, s.last_activity
        from platform.sessions as s
        join platform.users as u on u.id = s.user_id and u.status = 'active'
        join platform.tenants as t on t.id = s.tenant_id and t.status = 'active'
        where s.token_hash = session_of.token_hash and s.logout_time is null and s.expires_at > now()
    $$;
alter function platform.session_of(bytea) owner to cuspid_trusted;
comment on function platform.session_of(bytea) is 'The living session of a token, by its hash.';

create function platform.rights_of(user_id uuid, tenant_id uuid) returns table (resource text, verb text)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select distinct pr.resource, pr.verb
        from platform.user_roles as ur
        join platform.role_permissions as rp on rp.role_id = ur.role_id and coalesce(rp.tenant_id = ur.tenant_id, true)
        join platform.permission_rights as pr on pr.permission = rp.permission
        where ur.user_id = rights_of.user_id and ur.tenant_id = rights_of.tenant_id
          and coalesce(ur.valid_from <= now(), true) and coalesce(ur.valid_until > now(), true)
    $$;
alter function platform.rights_of(uuid, uuid) owner to cuspid_trusted;
comment on function platform.rights_of(uuid, uuid) is 'What a person may do in a tenant now: verbs and actions by resource.';

revoke execute on function platform.password_of(text), platform.set_password(uuid, text), platform.memberships_of(uuid),
    platform.session_of(bytea), platform.rights_of(uuid, uuid) from public;
grant execute on function platform.password_of(text), platform.set_password(uuid, text), platform.memberships_of(uuid),
    platform.session_of(bytea), platform.rights_of(uuid, uuid) to cuspid_app;

-- What the API shows of tenants, members and limits: the caller's own, through views that filter by the tenant of the transaction.
grant select on platform.tenants, platform.users, platform.user_tenants, platform.tenant_quotas to cuspid_view;
create view tenant.tenants with (security_barrier) as
    select t.id as tenant_id, t.id, t.name, t.slug, t.type, t.status, t.time_zone, t.locale, t.created_at, t.updated_at
    from platform.tenants as t
    where t.id = nullif(current_setting('app.tenant', true), '')::uuid;
comment on view tenant.tenants is 'The organisation that the caller works in.';
comment on column tenant.tenants.tenant_id is 'The organisation itself.';
comment on column tenant.tenants.id is 'Identifier, time-ordered (UUID version 7).';
comment on column tenant.tenants.name is 'Name of the organisation.';
comment on column tenant.tenants.slug is 'Short name for addresses and file names.';
comment on column tenant.tenants.type is 'What kind of organisation it is.';
comment on column tenant.tenants.status is 'Whether it may work on the platform.';
comment on column tenant.tenants.time_zone is 'IANA time zone of its clock on the wall.';
comment on column tenant.tenants.locale is 'Language and region of its texts (BCP 47).';
comment on column tenant.tenants.created_at is 'When it joined.';
comment on column tenant.tenants.updated_at is 'When its entry was last changed.';

create view tenant.members with (security_barrier) as
    select m.tenant_id, m.user_id as id, u.full_name, u.email, m.user_type, m.default_location_id, u.status, m.created_at, m.updated_at
    from platform.user_tenants as m
    join platform.users as u on u.id = m.user_id
    where m.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid;
comment on view tenant.members is 'The people of the caller''s organisation.';
comment on column tenant.members.tenant_id is 'The organisation.';
comment on column tenant.members.id is 'Identifier of the person''s account.';
comment on column tenant.members.full_name is 'Name as it is shown.';
comment on column tenant.members.email is 'E-mail address.';
comment on column tenant.members.user_type is 'What the person is in this organisation.';
comment on column tenant.members.default_location_id is 'Where the person usually works.';
comment on column tenant.members.status is 'Whether the account may be used.';
comment on column tenant.members.created_at is 'When the person joined.';
comment on column tenant.members.updated_at is 'When the membership was last changed.';
select platform.expose('tenants', verbs => '{read}');
select platform.expose('members', verbs => '{read}', personal => '{full_name,email}');

create view tenant.tenant_quotas with (security_barrier) as
    select q.tenant_id, q.tenant_id as id, q.max_users, q.max_storage_bytes, q.max_ai_inferences_per_month, q.api_rate_limit_per_minute,
           q.used_storage_bytes, q.reserved_storage_bytes
    from platform.tenant_quotas as q
    where q.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid;
comment on view tenant.tenant_quotas is 'Limits of the caller''s organisation, and what it uses of its storage.';
comment on column tenant.tenant_quotas.tenant_id is 'The organisation.';
comment on column tenant.tenant_quotas.id is 'The organisation itself.';
comment on column tenant.tenant_quotas.max_users is 'Most members.';
comment on column tenant.tenant_quotas.max_storage_bytes is 'Most bytes of stored objects.';
comment on column tenant.tenant_quotas.max_ai_inferences_per_month is 'Most AI analyses in a month.';
comment on column tenant.tenant_quotas.api_rate_limit_per_minute is 'Most API calls in a minute.';
comment on column tenant.tenant_quotas.used_storage_bytes is 'Bytes of objects that are stored.';
comment on column tenant.tenant_quotas.reserved_storage_bytes is 'Bytes promised to uploads that are under way.';
select platform.expose('tenant_quotas', verbs => '{read}');
