select jsonb_build_object(
    'name', p.oid::regprocedure::text,
    'comment', obj_description(p.oid, 'pg_proc'),
    'owner', case when p.proowner <> (select nspowner from pg_namespace where nspname = 'platform') then pg_get_userbyid(p.proowner) end,
    'execute', coalesce((
        select jsonb_agg(role order by role)
        from (select distinct case a.grantee when 0 then 'public' else pg_get_userbyid(a.grantee) end as role
              from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a where a.grantee <> p.proowner) as g), '[]'),
    'definition', rtrim(pg_get_functiondef(p.oid), E'\n'))
from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
where n.nspname = any ($1) and p.prokind in ('f', 'p')
  and not exists (select from pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
order by p.oid::regprocedure::text collate "C"
