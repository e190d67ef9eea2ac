-- What every module relies on: schemas, roles, ids, the standard columns, the trail's trigger and expose().

create schema platform;
create schema tenant;
comment on schema platform is 'What is global: tenants, accounts, roles, the catalog of the API.';
comment on schema tenant is 'What belongs to one tenant. Every table is keyed by (tenant_id, id) and under forced row security.';

-- Roles belong to the cluster, databases come and go: another database's migration may have made them already.
do $$
declare
    role_name text;
begin
    foreach role_name in array array['cuspid_api', 'cuspid_app', 'cuspid_trusted', 'cuspid_view', 'cuspid_search', 'cuspid_server'] loop
        begin
            execute format('create role %I nologin noinherit', role_name);
        exception when duplicate_object or unique_violation then
            null;
        end;
    end loop;
    begin
        execute 'alter role cuspid_server login';
        execute 'grant cuspid_api, cuspid_app to cuspid_server';
        execute format('grant cuspid_api, cuspid_app, cuspid_trusted, cuspid_view, cuspid_search to %I', current_user);
    exception when insufficient_privilege or internal_error or invalid_grant_operation then
        null;
    end;
end
$$;

grant usage on schema platform, tenant to cuspid_api, cuspid_app, cuspid_trusted, cuspid_view, cuspid_search, cuspid_server;
-- What these own is made by the migration; nobody can become one of them.
grant create on schema platform, tenant to cuspid_trusted, cuspid_view, cuspid_search;

-- Fuzzy and full-text search, and keys of indexes and exclusions that begin with the tenant.
create extension if not exists pg_trgm schema platform;
create extension if not exists btree_gin schema platform;
create extension if not exists btree_gist schema platform;

-- The caller, as the server states it at the start of a transaction. '' is what a setting holds after a transaction that set it.

create function platform.current_tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::uuid;
comment on function platform.current_tenant() is 'The tenant of this transaction, or null.';

create function platform.current_user_id() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.user', true), '')::uuid;
comment on function platform.current_user_id() is 'The person of this transaction, or null for system work.';

create function platform.uuidv7() returns uuid
    language plpgsql volatile parallel safe as $$
declare
    micros constant bigint := extract(epoch from clock_timestamp()) * 1000000;
begin
    -- RFC 9562, section 6.2, method 3: 48 bits of milliseconds, then 12 bits of the fraction of one.
    return encode(
        substring(int8send(micros / 1000) from 3)
        || int2send((28672 + micros % 1000 * 4096 / 1000)::smallint)
        || substring(uuid_send(gen_random_uuid()) from 9),
        'hex')::uuid;
end
$$;
comment on function platform.uuidv7() is 'A time-ordered UUID, version 7 of RFC 9562.';

create function platform.uuidv7_floor(at timestamptz) returns uuid
    language sql immutable parallel safe
    as $$
        select encode(
            substring(int8send(floor(extract(epoch from at) * 1000)::bigint) from 3) || '\x70008000000000000000'::bytea,
            'hex')::uuid
    $$;
comment on function platform.uuidv7_floor(timestamptz) is 'The smallest version 7 UUID of a moment: a bound for ranges of ids by time.';

-- The standard columns, in one place. Tables take them by LIKE, comments included.

create table platform.tenant_row (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    id uuid not null default platform.uuidv7(),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid
);
comment on table platform.tenant_row is 'Template: the columns that every tenant table begins with.';
comment on column platform.tenant_row.tenant_id is 'The tenant that the row belongs to.';
comment on column platform.tenant_row.id is 'Identifier, time-ordered (UUID version 7).';
comment on column platform.tenant_row.version is 'Counts the changes of this row; sent as its ETag.';
comment on column platform.tenant_row.created_at is 'When the row was made.';
comment on column platform.tenant_row.created_by is 'Who made the row; empty for the system.';
comment on column platform.tenant_row.updated_at is 'When the row was last changed.';
comment on column platform.tenant_row.updated_by is 'Who last changed the row; empty for the system.';

create table platform.deletable_row (
    like platform.tenant_row including defaults including comments,
    deleted_at timestamptz,
    deleted_by uuid,
    is_deleted boolean not null generated always as (deleted_at is not null) stored
);
comment on table platform.deletable_row is 'Template: a tenant row that is deleted softly.';
comment on column platform.deletable_row.deleted_at is 'When the row was deleted; empty while it is alive.';
comment on column platform.deletable_row.deleted_by is 'Who deleted the row.';
comment on column platform.deletable_row.is_deleted is 'Whether the row is deleted.';

create table platform.global_row (
    id uuid not null default platform.uuidv7(),
    version integer not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    updated_at timestamptz not null default now(),
    updated_by uuid
);
comment on table platform.global_row is 'Template: the columns of a table that all tenants share and the platform keeps.';
comment on column platform.global_row.id is 'Identifier, time-ordered (UUID version 7).';
comment on column platform.global_row.version is 'Counts the changes of this row; sent as its ETag.';
comment on column platform.global_row.created_at is 'When the row was made.';
comment on column platform.global_row.created_by is 'Who made the row; empty for the system.';
comment on column platform.global_row.updated_at is 'When the row was last changed.';
comment on column platform.global_row.updated_by is 'Who last changed the row; empty for the system.';

-- The catalog of the API: what is exposed and what each column holds.

create type platform.column_content as enum ('plain', 'personal', 'phi', 'secret');
comment on type platform.column_content is 'What a column holds; drives masking in the trail, encryption, de-identification and export.';
create type platform.deidentification as enum ('keep', 'remove', 'pseudonymise', 'shift_date', 'year');
comment on type platform.deidentification is 'What becomes of a column when records are de-identified (HIPAA 45 CFR 164.514(b), GDPR article 4(5)).';

create table platform.exposed_resources (
    resource text primary key,
    table_schema name not null,
    table_name name not null,
    verbs text[] not null,
    soft_delete boolean not null
);
comment on table platform.exposed_resources is 'The tables and views of the model, and the verbs that the API offers on each; none where it does not serve it.';
comment on column platform.exposed_resources.resource is 'Name in the address: /api/v1/{resource}.';
comment on column platform.exposed_resources.table_schema is 'Schema of the table or view.';
comment on column platform.exposed_resources.table_name is 'Name of the table or view.';
comment on column platform.exposed_resources.verbs is 'read, create, update, delete: what the engine offers. Actions are apart.';
comment on column platform.exposed_resources.soft_delete is 'Whether deleting marks the row instead of removing it.';

create table platform.exposed_columns (
    resource text not null references platform.exposed_resources on delete cascade,
    column_name name not null,
    content platform.column_content not null,
    managed boolean not null,
    owner text check ((owner is not null) = managed),
    deidentify platform.deidentification not null,
    primary key (resource, column_name)
);
comment on table platform.exposed_columns is 'What each exposed column holds and whether a behaviour owns it.';
comment on column platform.exposed_columns.resource is 'The resource.';
comment on column platform.exposed_columns.column_name is 'The column.';
comment on column platform.exposed_columns.content is 'plain, personal, phi or secret.';
comment on column platform.exposed_columns.managed is 'Whether only an action or the system writes it.';
comment on column platform.exposed_columns.owner is 'The action that writes it, or system.';
comment on column platform.exposed_columns.deidentify is 'What becomes of it when records are de-identified.';
grant select on platform.exposed_resources, platform.exposed_columns to cuspid_api, cuspid_app, cuspid_server;

-- Row upkeep: version, provenance, and a key that never changes.

create function platform.keep_row() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.version := 1;
        new.created_at := coalesce(new.created_at, now());
        new.created_by := coalesce(platform.current_user_id(), new.created_by);
        new.updated_at := new.created_at;
        new.updated_by := new.created_by;
        return new;
    end if;
    if new.tenant_id is distinct from old.tenant_id or new.id is distinct from old.id then
        raise exception using errcode = 'CU001', message = 'the key of a row cannot change';
    end if;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by := old.created_by;
    new.updated_at := now();
    new.updated_by := platform.current_user_id();
    return new;
end
$$;
comment on function platform.keep_row() is 'Trigger: version, provenance and the immutability of a row''s key.';

create function platform.keep_global_row() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        new.version := 1;
        new.created_by := coalesce(platform.current_user_id(), new.created_by);
        new.updated_at := new.created_at;
        new.updated_by := new.created_by;
        return new;
    end if;
    if new.id is distinct from old.id then
        raise exception using errcode = 'CU001', message = 'the key of a row cannot change';
    end if;
    new.version := old.version + 1;
    new.created_at := old.created_at;
    new.created_by := old.created_by;
    new.updated_at := now();
    new.updated_by := platform.current_user_id();
    return new;
end
$$;
comment on function platform.keep_global_row() is 'Trigger: version, provenance and the immutability of the key, for rows that all tenants share.';

create function platform.keep_deletion() returns trigger
    language plpgsql as $$
begin
    if new.deleted_at is null then
        new.deleted_by := null;
    elsif old.deleted_at is null then
        new.deleted_by := platform.current_user_id();
    end if;
    return new;
end
$$;
comment on function platform.keep_deletion() is 'Trigger: who deleted a row, cleared when it is restored.';

-- Structure of JSON, checked where it is stored: `check (platform.json_matches('{…}', column))`. A closed part of JSON Schema
-- (draft 2020-12): type, enum, properties, required, additionalProperties false, items, minItems, maxItems, minimum, maximum, minLength, maxLength, pattern.

create function platform.json_matches(shape jsonb, value jsonb) returns boolean
    language plpgsql immutable parallel safe as $$
declare
    kind constant text := jsonb_typeof(value);
    wanted constant jsonb := shape -> 'type';
    key text;
    part jsonb;
begin
    if value is null or shape = 'true' then
        return true;
    end if;
    if shape ? 'enum' and not shape -> 'enum' @> jsonb_build_array(value) then
        return false;
    end if;
    if wanted is not null and not (case when jsonb_typeof(wanted) = 'array' then wanted else jsonb_build_array(wanted) end
        ?| case when kind = 'number' and (value #>> '{}')::numeric % 1 = 0 then array['number', 'integer'] else array[kind] end) then
        return false;
    end if;
    if kind = 'object' then
        for key in select jsonb_array_elements_text(shape -> 'required') loop
            if not value ? key then
                return false;
            end if;
        end loop;
        for key, part in select * from jsonb_each(value) loop
            if shape -> 'properties' ? key then
                if not platform.json_matches(shape -> 'properties' -> key, part) then
                    return false;
                end if;
            elsif shape -> 'additionalProperties' = 'false' then
                return false;
            end if;
        end loop;
    elsif kind = 'array' then
        if jsonb_array_length(value) < (shape ->> 'minItems')::int or jsonb_array_length(value) > (shape ->> 'maxItems')::int then
            return false;
        end if;
        if shape ? 'items' then
            for part in select * from jsonb_array_elements(value) loop
                if not platform.json_matches(shape -> 'items', part) then
                    return false;
                end if;
            end loop;
        end if;
    elsif kind = 'number' then
        if (value #>> '{}')::numeric < (shape ->> 'minimum')::numeric or (value #>> '{}')::numeric > (shape ->> 'maximum')::numeric then
            return false;
        end if;
    elsif kind = 'string' then
        if length(value #>> '{}') < (shape ->> 'minLength')::int or length(value #>> '{}') > (shape ->> 'maxLength')::int
            or (value #>> '{}') !~ (shape ->> 'pattern') then
            return false;
        end if;
    end if;
    return true;
end
$$;
comment on function platform.json_matches(jsonb, jsonb) is 'Whether a JSON value has a structure, said in a closed part of JSON Schema.';

-- One call under each table.

create function platform.record(
    resource text,
    verbs text[] default '{}',
    managed text[] default '{}',
    phi text[] default '{}',
    personal text[] default '{}',
    secret text[] default '{}',
    silent text[] default '{}',
    deidentify text[] default '{}',
    in_schema name default null
) returns void
    language plpgsql as $$
declare
    target regclass := case when in_schema is null then resource else format('%I.%I', in_schema, resource) end::regclass;
    is_view boolean := (select relkind in ('v', 'm') from pg_class where oid = target);
    standard text[] := '{tenant_id,id,version,created_at,created_by,updated_at,updated_by,deleted_at,deleted_by,is_deleted}';
    owned text[] := array(select split_part(m, ':', 1) from unnest(managed) as m);
    bare text[];
    unknown text[];
    soft boolean;
begin
    select array_agg(attname::text) into bare
    from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped and col_description(target, attnum) is null;
    if bare is not null or obj_description(target, 'pg_class') is null then
        raise exception 'record(%): no comment on %', resource, coalesce(array_to_string(bare, ', '), 'the table');
    end if;
    select array_agg(c) into unknown
    from unnest(owned || phi || personal || secret || silent || array(select split_part(d, ':', 1) from unnest(deidentify) as d)) as c
    where not exists (select from pg_attribute where attrelid = target and attname = c and not attisdropped);
    if unknown is not null then
        raise exception 'record(%): no such column: %', resource, array_to_string(unknown, ', ');
    end if;

    select exists (select from pg_attribute where attrelid = target and attname = 'deleted_at') into soft;
    insert into platform.exposed_resources
    select record.resource, n.nspname, c.relname, verbs, soft and 'delete' = any (verbs)
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where c.oid = target;
    insert into platform.exposed_columns
    select record.resource, attname, content, owner is not null, owner,
           coalesce(rule, case
               when content = 'secret' then 'remove'
               when type in ('date', 'timestamptz') then case when attname in ('created_at', 'updated_at') then 'remove' else 'shift_date' end
               when type = 'uuid' then 'pseudonymise'
               when content = 'plain' then 'keep' else 'remove' end::platform.deidentification)
    from (
        select attname, attnum, (select typname from pg_type where oid = atttypid) as type,
               case when attname = any (secret) then 'secret' when attname = any (phi) then 'phi'
                    when attname = any (personal) then 'personal' else 'plain' end::platform.column_content as content,
               case when attname = any (owned)
                        then coalesce((select nullif(split_part(m, ':', 2), '') from unnest(managed) as m where split_part(m, ':', 1) = attname), 'system')
                    when attname = any (standard) or is_view or attgenerated <> '' then 'system' end as owner,
               (select split_part(d, ':', 2)::platform.deidentification from unnest(deidentify) as d where split_part(d, ':', 1) = attname) as rule
        from pg_attribute
        where attrelid = target and attnum > 0 and not attisdropped) as c
    order by attnum;
end
$$;
comment on function platform.record(text, text[], text[], text[], text[], text[], text[], text[], name) is
    'Records what a table''s columns hold. Alone, for a table that the API does not serve, named with its schema; expose() does it for the others.';

create function platform.expose(
    resource text,
    verbs text[] default '{read,create,update,delete}',
    managed text[] default '{}',
    phi text[] default '{}',
    personal text[] default '{}',
    secret text[] default '{}',
    silent text[] default '{}',
    deidentify text[] default '{}',
    in_schema name default 'tenant'
) returns void
    language plpgsql as $$
declare
    target regclass := format('%I.%I', in_schema, resource)::regclass;
    readable text;
    writable text;
begin
    perform platform.record(resource, verbs, managed, phi, personal, secret, silent, deidentify, in_schema);
    select string_agg(quote_ident(column_name), ', ') into readable
    from platform.exposed_columns as c where c.resource = expose.resource and content <> 'secret';
    select string_agg(quote_ident(column_name), ', ') into writable
    from platform.exposed_columns as c where c.resource = expose.resource and content <> 'secret' and not c.managed;

    if 'read' = any (verbs) then
        execute format('grant select (%s) on %s to cuspid_api, cuspid_view, cuspid_search', readable, target);
    end if;
    if (select relkind in ('v', 'm') from pg_class where oid = target) then
        -- Owned by a role under row security: what a view shows is what its reader may see.
        execute format('alter view %s owner to cuspid_view', target);
        execute format('grant select on %s to cuspid_app', target);
        return;
    end if;
    if 'create' = any (verbs) then
        execute format('grant insert (%s) on %s to cuspid_api', writable, target);
    end if;
    if 'update' = any (verbs) then
        execute format('grant update (%s) on %s to cuspid_api', writable, target);
    end if;
    if 'delete' = any (verbs) then
        execute format(case when (select r.soft_delete from platform.exposed_resources as r where r.resource = expose.resource)
                                 then 'grant update (deleted_at) on %s to cuspid_api'
                            else 'grant delete on %s to cuspid_api' end, target);
    end if;
    execute format('grant select, insert, update, delete on %s to cuspid_app', target);
    if exists (select from pg_attribute where attrelid = target and attname = 'deleted_at') then
        execute format('create index on %s (tenant_id, deleted_at) where deleted_at is not null', target);
    end if;
    perform platform.isolate(target);
    perform platform.keep(target, phi || personal, secret, silent);
end
$$;
comment on function platform.expose(text, text[], text[], text[], text[], text[], text[], text[], name) is
    'Puts a table under row security, upkeep and the trail, records what its columns hold, and grants the engine what it offers.';

create function platform.isolate(target regclass) returns void
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    if exists (select from pg_attribute where attrelid = target and attname = 'tenant_id' and not attisdropped) then
        execute format(
            'create policy tenant_isolation on %s using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', target);
        -- Operators that search are not leakproof, so row security would keep them off their indexes. Who owns the search sees all
        -- rows and asks for the tenant's itself; nobody signs in as it.
        execute format('create policy search on %s for select to cuspid_search using (true)', target);
    else
        execute format('create policy everyone_reads on %s for select using (true)', target);
        execute format(
            'create policy platform_writes on %s using (nullif(current_setting(''app.tenant'', true), '''')::uuid = ''00000000-0000-0000-0000-000000000000'')',
            target);
    end if;
end
$$;
comment on function platform.isolate(regclass) is
    'Forces row security on a table: by equality of the tenant, or, on one that all tenants share, writing for the platform''s own tenant alone.';

create function platform.keep(target regclass, masked text[], secret text[], silent text[]) returns void
    language plpgsql as $$
begin
    execute format('create trigger a_keep_row before insert or update on %s for each row execute function %s', target,
        case when exists (select from pg_attribute where attrelid = target and attname = 'tenant_id' and not attisdropped)
             then 'platform.keep_row()' else 'platform.keep_global_row()' end);
    if exists (select from pg_attribute where attrelid = target and attname = 'deleted_at') then
        execute format(
            'create trigger b_keep_deletion before update of deleted_at on %s for each row execute function platform.keep_deletion()', target);
    end if;
    -- Rows that people write and that are never removed keep what they held; what changes by the second does not.
    if silent = '{}' and exists (select from pg_attribute where attrelid = target and attname = 'deleted_at') then
        execute format('create trigger y_keep_version after update or delete on %s for each row execute function platform.keep_version(%L)',
            target, secret);
    end if;
    execute format(
        'create trigger z_trail after insert or update or delete on %s for each row execute function platform.trail(%L, %L, %L)',
        target, masked, secret, silent);
end
$$;
comment on function platform.keep(regclass, text[], text[], text[]) is 'Adds upkeep and the trail to a table.';
