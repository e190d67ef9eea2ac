select jsonb_build_object(
    'name', n.nspname,
    'comment', obj_description(n.oid, 'pg_namespace'),
    'grants', coalesce((
        select jsonb_object_agg(g.role, g.privileges)
        from (select case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end as role,
                     jsonb_agg(lower(a.privilege_type) order by a.privilege_type) as privileges
              from aclexplode(n.nspacl) as a where a.grantee <> n.nspowner group by 1) as g), '{}'))
from pg_namespace as n
where n.nspname = any ($1)
order by n.nspname
