-- The trail: one append-only log of everything that happens, written in the transaction of the change itself.

create type platform.actor_type as enum ('user', 'system', 'api_client');
create type platform.audit_event_type as enum
    ('login_success', 'login_failure', 'logout', 'client_authentication',
     'data_access', 'data_create', 'data_update', 'data_delete', 'data_restore', 'data_retention_purge', 'right_to_erasure',
     'patient_viewed', 'image_analyzed', 'ai_override', 'config_changed', 'upload_report', 'view_report', 'edit_profile');
create type platform.audit_outcome as enum ('success', 'failure', 'error');
create type platform.phi_access_type as enum ('view', 'list', 'search', 'download', 'export', 'print', 'share', 'analysis');
create type platform.purpose_of_use as enum
    ('treatment', 'payment', 'operations', 'research', 'patient_request', 'public_health', 'legal', 'emergency', 'other');
comment on type platform.actor_type is 'Who acts: a person, the system or a program.';
comment on type platform.audit_event_type is 'Kinds of events in the trail.';
comment on type platform.audit_outcome is 'How an attempt ended.';
comment on type platform.phi_access_type is 'In which way health information was read.';
comment on type platform.purpose_of_use is 'What health information was read for (HL7 PurposeOfUse); emergency: the glass was broken.';

create function platform.refuse_change() returns trigger
    language plpgsql as $$
begin
    raise exception using errcode = 'insufficient_privilege', message = format('rows of %s stay as they were written', tg_table_name);
end
$$;
comment on function platform.refuse_change() is 'Trigger: rows of an append-only table are neither changed nor deleted, by nobody.';

create function platform.expose_log(log text, personal text[], phi text[] default '{}') returns void
    language plpgsql as $$
declare
    target regclass := format('tenant.%I', log)::regclass;
begin
    insert into platform.exposed_resources values (log, 'tenant', log, '{read}', false);
    insert into platform.exposed_columns
    select log, attname,
           case when attname = any (phi) then 'phi' when attname = any (personal) then 'personal' else 'plain' end::platform.column_content, true, 'system',
           case when attname = any (phi || personal) then 'remove' when atttypid = 'uuid'::regtype then 'pseudonymise'
                when atttypid = 'timestamptz'::regtype then 'shift_date' else 'keep' end::platform.deidentification
    from pg_attribute
    where attrelid = target and attnum > 0 and not attisdropped
    order by attnum;
    perform platform.isolate(target);
    execute format('create trigger a_append_only before update or delete on %s for each row execute function platform.refuse_change()', target);
    execute format('grant select on %s to cuspid_api, cuspid_app, cuspid_view, cuspid_search', target);
    execute format('grant insert on %s to cuspid_trusted', target);
end
$$;
comment on function platform.expose_log(text, text[], text[]) is
    'Puts an append-only table under row security and lets the API read it; only functions of the role that owns them write it.';

create table tenant.audit_events (
    tenant_id uuid not null,
    id uuid not null default platform.uuidv7(),
    created_at timestamptz not null default clock_timestamp(),
    event_type platform.audit_event_type not null,
    action text not null,
    outcome platform.audit_outcome not null default 'success',
    actor_type platform.actor_type not null,
    user_id uuid,
    username text,
    user_email text,
    user_role text,
    reason text,
    resource_type text not null check (resource_type ~ '^[a-z][a-z0-9_]*$'),
    resource_id uuid,
    case_id uuid,
    patient_id uuid,
    request_id uuid,
    ip_address inet,
    user_agent text,
    old_values jsonb,
    new_values jsonb,
    error_message text,
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id)
) partition by range (id);
create index on tenant.audit_events (tenant_id, created_at, id);
create index on tenant.audit_events (tenant_id, resource_type, resource_id, id);
create index on tenant.audit_events (tenant_id, resource_id) where resource_id is not null;
create index on tenant.audit_events (tenant_id, case_id, id) where case_id is not null;
create index on tenant.audit_events (tenant_id, patient_id, id) where patient_id is not null;
create index on tenant.audit_events (tenant_id, user_id, created_at, id);
create index on tenant.audit_events (tenant_id, username) where username is not null;
create index on tenant.audit_events (tenant_id, event_type, created_at, id);
create index on tenant.audit_events (tenant_id, outcome) where outcome <> 'success';
create index on tenant.audit_events (tenant_id, request_id);
create index on tenant.audit_events using gin (tenant_id, metadata);
comment on table tenant.audit_events is 'The trail: who did what to which row, when, from where, with what outcome. Nobody can change it.';
comment on column tenant.audit_events.tenant_id is 'The tenant in whose trail the event stands.';
comment on column tenant.audit_events.id is 'Identifier, time-ordered (UUID version 7); the months are partitions by it.';
comment on column tenant.audit_events.created_at is 'When it happened.';
comment on column tenant.audit_events.event_type is 'What kind of event it is.';
comment on column tenant.audit_events.action is 'What was done: insert, update, delete, or the name of the action.';
comment on column tenant.audit_events.outcome is 'Whether it succeeded.';
comment on column tenant.audit_events.actor_type is 'Whether a person, the system or a program did it.';
comment on column tenant.audit_events.user_id is 'The person; no foreign key, so that the trail outlives the account.';
comment on column tenant.audit_events.username is 'Short name of the person at that time, where there is one.';
comment on column tenant.audit_events.user_email is 'E-mail address of the person at that time.';
comment on column tenant.audit_events.user_role is 'Role of the person at that time.';
comment on column tenant.audit_events.reason is 'Why the system acted.';
comment on column tenant.audit_events.resource_type is 'Which resource it concerns.';
comment on column tenant.audit_events.resource_id is 'Which row it concerns.';
comment on column tenant.audit_events.case_id is 'The case that the row belongs to.';
comment on column tenant.audit_events.patient_id is 'The patient that the row belongs to.';
comment on column tenant.audit_events.request_id is 'The request it came from; answers carry the same id.';
comment on column tenant.audit_events.ip_address is 'Network address of the caller.';
comment on column tenant.audit_events.user_agent is 'Program of the caller.';
comment on column tenant.audit_events.old_values is 'Values before a change, of the changed columns; what is personal is masked.';
comment on column tenant.audit_events.new_values is 'Values after a change, of the changed columns; what is personal is masked.';
comment on column tenant.audit_events.error_message is 'What went wrong, for a failure.';
comment on column tenant.audit_events.metadata is 'Further details, free of health information.';

create table tenant.audit_events_rest partition of tenant.audit_events default;
select platform.expose_log('audit_events', personal => '{username,user_email,ip_address,user_agent}');

create table tenant.phi_access_logs (
    tenant_id uuid not null,
    id uuid not null default platform.uuidv7(),
    created_at timestamptz not null default clock_timestamp(),
    access_type platform.phi_access_type not null,
    purpose platform.purpose_of_use not null default 'treatment',
    justification text check (length(justification) <= 1000),
    outcome platform.audit_outcome not null default 'success',
    actor_type platform.actor_type not null,
    user_id uuid,
    user_email text,
    user_role text,
    patient_id uuid,
    resource_type text not null check (resource_type ~ '^[a-z][a-z0-9_]*$'),
    resource_id uuid,
    row_count integer not null default 1 check (row_count >= 0),
    request_id uuid,
    ip_address inet,
    user_agent text,
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    check (purpose <> 'emergency' or justification is not null)
) partition by range (id);
create index on tenant.phi_access_logs (tenant_id, patient_id, id);
create index on tenant.phi_access_logs (tenant_id, user_id, id);
create index on tenant.phi_access_logs (tenant_id, resource_type, resource_id, id);
create index on tenant.phi_access_logs (tenant_id, request_id);
comment on table tenant.phi_access_logs is
    'Who read whose health information, how and for what (HIPAA 45 CFR 164.312(b), GDPR article 30). Nobody can change it.';
comment on column tenant.phi_access_logs.tenant_id is 'The tenant whose information was read.';
comment on column tenant.phi_access_logs.id is 'Identifier, time-ordered (UUID version 7); the months are partitions by it.';
comment on column tenant.phi_access_logs.created_at is 'When it was read.';
comment on column tenant.phi_access_logs.access_type is 'In which way it was read.';
comment on column tenant.phi_access_logs.purpose is 'What it was read for.';
comment on column tenant.phi_access_logs.justification is 'Why, in the reader''s words; needed in an emergency.';
comment on column tenant.phi_access_logs.outcome is 'Whether it was given.';
comment on column tenant.phi_access_logs.actor_type is 'Whether a person, the system or a program read it.';
comment on column tenant.phi_access_logs.user_id is 'The person; no foreign key, so that the log outlives the account.';
comment on column tenant.phi_access_logs.user_email is 'E-mail address of the person at that time.';
comment on column tenant.phi_access_logs.user_role is 'Role of the person at that time.';
comment on column tenant.phi_access_logs.patient_id is 'The patient; empty for a list of several.';
comment on column tenant.phi_access_logs.resource_type is 'Which resource was read.';
comment on column tenant.phi_access_logs.resource_id is 'Which row was read; empty for a list.';
comment on column tenant.phi_access_logs.row_count is 'How many rows were read.';
comment on column tenant.phi_access_logs.request_id is 'The request it came from; answers carry the same id.';
comment on column tenant.phi_access_logs.ip_address is 'Network address of the reader.';
comment on column tenant.phi_access_logs.user_agent is 'Program of the reader.';
comment on column tenant.phi_access_logs.metadata is 'Further details, free of health information.';

create table tenant.phi_access_logs_rest partition of tenant.phi_access_logs default;
select platform.expose_log('phi_access_logs', personal => '{user_email,ip_address,user_agent}', phi => '{justification}');

create function platform.make_audit_partitions(from_month date, months integer) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    month date;
    log text;
    part text;
begin
    foreach log in array array['audit_events', 'phi_access_logs'] loop
        for i in 0 .. months - 1 loop
            month := date_trunc('month', from_month)::date + make_interval(months => i);
            part := log || '_' || to_char(month, 'YYYY_MM');
            if to_regclass(format('tenant.%I', part)) is null then
                execute format('create table tenant.%I partition of tenant.%I for values from (%L) to (%L)', part, log,
                    platform.uuidv7_floor(month::timestamp at time zone 'UTC'),
                    platform.uuidv7_floor((month + interval '1 month')::timestamp at time zone 'UTC'));
            end if;
        end loop;
    end loop;
end
$$;
comment on function platform.make_audit_partitions(date, integer) is 'Makes the monthly parts of the trail and of the log of reading that are missing.';
revoke execute on function platform.make_audit_partitions(date, integer) from public;
grant execute on function platform.make_audit_partitions(date, integer) to cuspid_app;
select platform.make_audit_partitions(current_date, 14);

-- The only way to write to the trail: as its owner, from the settings of the transaction.
create function platform.record_event(
    event_type platform.audit_event_type, action text, resource_type text, resource_id uuid default null,
    outcome platform.audit_outcome default 'success', case_id uuid default null, patient_id uuid default null,
    old_values jsonb default null, new_values jsonb default null, error_message text default null, metadata jsonb default '{}'
) returns void
    language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
    insert into tenant.audit_events (
        tenant_id, event_type, action, outcome, actor_type, user_id, username, user_email, user_role, reason, resource_type, resource_id,
        case_id, patient_id, request_id, ip_address, user_agent, old_values, new_values, error_message, metadata)
    values (
        nullif(current_setting('app.tenant', true), '')::uuid, event_type, action, outcome,
        coalesce(nullif(current_setting('app.actor', true), ''), 'system')::platform.actor_type,
        nullif(current_setting('app.user', true), '')::uuid,
        nullif(current_setting('app.username', true), ''),
        nullif(current_setting('app.user_email', true), ''),
        nullif(current_setting('app.user_role', true), ''),
        nullif(current_setting('app.reason', true), ''),
        resource_type, resource_id, case_id, patient_id,
        nullif(current_setting('app.request', true), '')::uuid,
        nullif(current_setting('app.ip', true), '')::inet,
        nullif(current_setting('app.agent', true), ''),
        old_values, new_values, error_message, metadata);
end
$$;
alter function platform.record_event owner to cuspid_trusted;
revoke execute on function platform.record_event from public;
grant execute on function platform.record_event to cuspid_api, cuspid_app;
comment on function platform.record_event is 'Writes one event to the trail, with the actor of this transaction.';

-- PostgreSQL commits transactions that notify one after the other, the disk's part included. So the server's own gather in a setting what is to be
-- told, and the server notifies after the commit (crates/pg/src/tell.rs). Whoever else changes rows, by psql for example, notifies in the transaction.
create function platform.tell(channel text, payload text, in_short text default '') returns void
    language plpgsql as $$
declare
    told constant text := coalesce(current_setting('app.told', true), '');
    line text := channel || ' ' || payload || e'\n';
begin
    if told = '' then
        perform pg_catalog.pg_notify(channel, payload);
        return;
    end if;
    if strpos(payload, e'\n') > 0 or octet_length(payload) >= 8000 then
        raise exception using errcode = 'invalid_parameter_value', message = 'what is told is one line of less than 8000 bytes';
    end if;
    if octet_length(told) + octet_length(line) > 32000 then
        line := channel || ' ' || in_short || e'\n';
    end if;
    if strpos(told, e'\n' || line) = 0 then
        perform set_config('app.told', told || line, true);
    end if;
end
$$;
comment on function platform.tell(text, text, text) is
    'Notifies a channel once the transaction is committed. What finds no room, in a transaction of very many changes, is told in short; nothing in short says that something was missed.';

create function platform.trail() returns trigger
    language plpgsql as $$
declare
    masked constant text[] := tg_argv[0];
    secret constant text[] := tg_argv[1];
    silent constant text[] := tg_argv[2];
    upkeep constant text[] := '{version,updated_at,updated_by,deleted_by,is_deleted}';
    whole constant jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    tenant constant text := coalesce(
        whole ->> 'tenant_id', nullif(current_setting('app.tenant', true), ''), '00000000-0000-0000-0000-000000000000');
    the_case constant uuid := case tg_table_name when 'cases' then whole ->> 'id' else whole ->> 'case_id' end;
    the_patient constant uuid := case tg_table_name when 'patients' then whole ->> 'id' else whole ->> 'patient_id' end;
    kind platform.audit_event_type := case tg_op when 'INSERT' then 'data_create' else 'data_delete' end;
    before jsonb;
    after jsonb;
    old_values jsonb;
    new_values jsonb;
begin
    if tg_op = 'UPDATE' then
        before := to_jsonb(old) - upkeep;
        after := whole - upkeep;
        if before = after then
            return null;
        end if;
    elsif tg_op = 'INSERT' then
        select jsonb_object_agg(key, value) into new_values
        from jsonb_each(whole - (upkeep || '{tenant_id,id,created_at,created_by}'))
        where value <> 'null';
    end if;

    -- Silent columns change often and matter only while they do (progress, heartbeat): watchers hear of them, the trail does not.
    if tg_op <> 'UPDATE' or before - silent <> after - silent then
        if tg_op = 'UPDATE' then
            select jsonb_object_agg(key, value), jsonb_object_agg(key, before -> key) into new_values, old_values
            from jsonb_each(after)
            where value is distinct from before -> key;
            kind := case
                when new_values ? 'deleted_at' and new_values ->> 'deleted_at' is not null then 'data_delete'
                when new_values ? 'deleted_at' then 'data_restore'
                else 'data_update' end;
        end if;
        perform platform.record_event(
            kind, coalesce(nullif(current_setting('app.action', true), ''), lower(tg_op)), tg_table_name::text, (whole ->> 'id')::uuid,
            case_id => the_case, patient_id => the_patient,
            old_values => platform.masked(old_values, masked, secret), new_values => platform.masked(new_values, masked, secret));
    end if;
    perform platform.tell(
        'cuspid_changes',
        json_build_object('tenant_id', tenant, 'resource', tg_table_name, 'id', whole ->> 'id', 'change', lower(tg_op),
                          'version', whole -> 'version', 'case_id', the_case)::text,
        in_short => json_build_object('tenant_id', tenant)::text);
    return null;
end
$$;
comment on function platform.trail() is 'Trigger: writes a change to the trail and tells those who watch.';

create function platform.masked(row_values jsonb, masked text[], secret text[]) returns jsonb
    language plpgsql immutable parallel safe as $$
begin
    if row_values ?| (masked || secret) then
        return (
            select jsonb_object_agg(key, case
                when value = 'null' then value
                when key = any (secret) then '"[secret]"'
                when key = any (masked) then '"[masked]"'
                else value end)
            from jsonb_each(row_values));
    end if;
    return row_values;
end
$$;
comment on function platform.masked(jsonb, text[], text[]) is 'Row values with personal, health and secret content replaced.';

-- These came before the trail that watches them.
select platform.keep('platform.tenants', '{}', '{}', '{}');
select platform.record('platform.tenants'), platform.record('platform.tenant_quotas'), platform.record('tenant.number_series');
select platform.expose('locations');
select platform.expose('teams');
