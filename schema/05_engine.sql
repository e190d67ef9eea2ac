-- What the resource engine needs besides the tables it serves: search, former versions of rows, answers to repeated requests.

-- Search. Operators like ilike, @@ and @> are not leakproof, so under row security they would read every row of the tenant before
-- their index could be used. One function is their way: it belongs to a role that sees all rows and asks for the tenant's itself.
create function platform.search_statement(resource text, column_name text, operator text) returns text
    language sql stable set search_path = pg_catalog as $$
    select format('select id from %I.%I where %s%s', r.table_schema, r.table_name,
        case when exists (select from pg_attribute as t where t.attrelid = a.attrelid and t.attname = 'tenant_id') then 'tenant_id = $1 and ' end,
        case operator
            when 'like' then format('%I like $2', c.column_name)
            when 'ilike' then format('%I ilike $2', c.column_name)
            when 'fts' then format('to_tsvector(''simple'', %I) @@ to_tsquery(''simple'', $2)', c.column_name)
            when 'plfts' then format('to_tsvector(''simple'', %I) @@ plainto_tsquery(''simple'', $2)', c.column_name)
            when 'phfts' then format('to_tsvector(''simple'', %I) @@ phraseto_tsquery(''simple'', $2)', c.column_name)
            when 'wfts' then format('to_tsvector(''simple'', %I) @@ websearch_to_tsquery(''simple'', $2)', c.column_name)
            when 'cs' then format('%I @> $2::%s', c.column_name, a.atttypid::regtype)
            when 'cd' then format('%I <@ $2::%s', c.column_name, a.atttypid::regtype)
            when 'ov' then format('%I && $2::%s', c.column_name, a.atttypid::regtype)
        end)
    from platform.exposed_resources as r
    join platform.exposed_columns as c on c.resource = r.resource and c.content <> 'secret'
    join pg_attribute as a on a.attrelid = to_regclass(format('%I.%I', r.table_schema, r.table_name)) and a.attname = c.column_name
    where r.resource = search_statement.resource and c.column_name = search_statement.column_name and 'read' = any (r.verbs)
$$;
comment on function platform.search_statement(text, text, text) is
    'What a search runs: $1 is the tenant, where the table is not one that all tenants share, and $2 the value.';

create function platform.search(resource text, column_name text, operator text, value text) returns setof uuid
    language plpgsql stable security definer set search_path = pg_catalog rows 100 as $$
declare
    most constant integer := 10000;
    found bigint;
begin
    return query execute platform.search_statement(resource, column_name, operator) || ' limit ' || most + 1
        using nullif(current_setting('app.tenant', true), '')::uuid, value;
    get diagnostics found = row_count;
    if found > most then
        raise exception using errcode = 'CU002', message = format('More than %s rows are found; search for something rarer.', most);
    end if;
exception
    when syntax_error then
        raise exception using errcode = 'CU003', message = 'Write words with & | ! and parentheses between them, or use plfts or wfts for plain words.';
end
$$;
alter function platform.search(text, text, text, text) owner to cuspid_search;
revoke execute on function platform.search(text, text, text, text) from public;
grant execute on function platform.search(text, text, text, text) to cuspid_api, cuspid_app;
grant select on platform.exposed_resources, platform.exposed_columns to cuspid_search;
comment on function platform.search(text, text, text, text) is
    'The ids of the tenant''s rows that a search finds, by the column''s GIN index; at most 10,000. The one way past row security, and only to ids.';

-- Former versions, whole: the trail masks what is personal, and a clinician must see what the record said on a day.
create table tenant.row_versions (
    tenant_id uuid not null,
    resource text not null,
    row_id uuid not null,
    version integer not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null,
    changed_by uuid,
    content jsonb not null,
    primary key (tenant_id, resource, row_id, version)
);
comment on table tenant.row_versions is 'What rows held before they were changed or deleted. The present version is the row itself.';
comment on column tenant.row_versions.tenant_id is 'The tenant that the row belongs to.';
comment on column tenant.row_versions.resource is 'The resource of the row.';
comment on column tenant.row_versions.row_id is 'The row.';
comment on column tenant.row_versions.version is 'The version that this was.';
comment on column tenant.row_versions.valid_from is 'From when the row held this.';
comment on column tenant.row_versions.valid_until is 'Until when the row held this.';
comment on column tenant.row_versions.changed_by is 'Who wrote this version; empty for the system.';
comment on column tenant.row_versions.content is 'The row by column, without what is secret.';
select platform.isolate('tenant.row_versions');
grant select on tenant.row_versions to cuspid_api, cuspid_app;
grant insert on tenant.row_versions to cuspid_trusted;
select platform.record('tenant.row_versions', phi => '{content}');

create function platform.keep_version() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into tenant.row_versions
    values (old.tenant_id, tg_table_name, old.id, old.version, old.updated_at, now(), old.updated_by, to_jsonb(old) - tg_argv[0]::text[]);
    return null;
end
$$;
alter function platform.keep_version() owner to cuspid_trusted;
comment on function platform.keep_version() is 'Trigger: keeps what a row held before a change.';

-- A program that heard no answer repeats its request under the same key, and gets the first answer instead of a second change.
create table tenant.idempotency_keys (
    tenant_id uuid not null default nullif(current_setting('app.tenant', true), '')::uuid,
    user_id uuid not null default nullif(current_setting('app.user', true), '')::uuid,
    key text not null check (length(key) between 1 and 255),
    request_hash bytea not null check (octet_length(request_hash) = 32),
    status smallint,
    headers jsonb,
    body bytea,
    created_at timestamptz not null default now(),
    primary key (tenant_id, user_id, key)
);
create index on tenant.idempotency_keys (tenant_id, created_at);
comment on table tenant.idempotency_keys is 'Answers to changes that were sent with an Idempotency-Key, kept for a day.';
comment on column tenant.idempotency_keys.tenant_id is 'The tenant.';
comment on column tenant.idempotency_keys.user_id is 'Who sent the request.';
comment on column tenant.idempotency_keys.key is 'The key that the caller chose.';
comment on column tenant.idempotency_keys.request_hash is 'SHA-256 of the request: the same key with another request is refused.';
comment on column tenant.idempotency_keys.status is 'Status of the answer.';
comment on column tenant.idempotency_keys.headers is 'Headers of the answer.';
comment on column tenant.idempotency_keys.body is 'The answer.';
comment on column tenant.idempotency_keys.created_at is 'When the request came.';
select platform.isolate('tenant.idempotency_keys');
grant select, insert, update on tenant.idempotency_keys to cuspid_api;
grant select, delete on tenant.idempotency_keys to cuspid_app;
select platform.record('tenant.idempotency_keys', phi => '{body}');
