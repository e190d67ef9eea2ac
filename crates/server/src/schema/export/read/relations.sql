select jsonb_build_object(
    'name', n.nspname || '.' || c.relname,
    'kind', case when c.relispartition then 'partition' else case c.relkind when 'v' then 'view' when 'm' then 'materialized_view' else 'table' end end,
    'comment', obj_description(c.oid, 'pg_class'),
    'resource', (
        select jsonb_build_object('name', r.resource, 'verbs', r.verbs, 'soft_delete', r.soft_delete)
        from platform.exposed_resources as r where r.table_schema = n.nspname and r.table_name = c.relname),
    'owner', case when c.relowner <> (select nspowner from pg_namespace where nspname = 'platform') then pg_get_userbyid(c.relowner) end,
    'options', coalesce(to_jsonb(c.reloptions), '[]'),
    'partition_by', case c.relkind when 'p' then pg_get_partkeydef(c.oid) end,
    'partition_of', (
        select m.nspname || '.' || p.relname
        from pg_inherits as i join pg_class as p on p.oid = i.inhparent join pg_namespace as m on m.oid = p.relnamespace
        where i.inhrelid = c.oid),
    'row_security', case when c.relforcerowsecurity then 'forced' when c.relrowsecurity then 'enabled' else 'none' end,
    'definition', case when c.relkind in ('v', 'm') then btrim(pg_get_viewdef(c.oid), ' ;') end,
    'grants', coalesce((
        select jsonb_object_agg(g.role, g.privileges)
        from (select case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end as role,
                     jsonb_agg(lower(a.privilege_type) order by a.privilege_type) as privileges
              from aclexplode(c.relacl) as a where a.grantee <> c.relowner group by 1) as g), '{}'),
    'column_grants', coalesce((
        select jsonb_object_agg(g.role, g.privileges)
        from (select g.role, jsonb_object_agg(g.privilege, g.columns) as privileges
              from (select case x.grantee when 0 then 'public' else pg_get_userbyid(x.grantee) end as role, lower(x.privilege_type) as privilege,
                           jsonb_agg(a.attname order by a.attnum) as columns
                    from pg_attribute as a, aclexplode(a.attacl) as x
                    where a.attrelid = c.oid and not a.attisdropped and x.grantee <> c.relowner group by 1, 2) as g
              group by 1) as g), '{}'))
from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
where n.nspname = any ($1) and c.relkind in ('r', 'p', 'v', 'm')
  and (not c.relispartition or pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT')
order by n.nspname, c.relname
