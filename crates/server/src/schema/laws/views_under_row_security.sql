-- A view belongs to a role under row security; a materialized view, which knows none, is read by no role that serves.
select format('%s belongs to %s', c.oid::regclass, pg_get_userbyid(c.relowner))
from pg_class as c
join pg_namespace as n on n.oid = c.relnamespace
where n.nspname in ('tenant', 'platform', 'analytics', 'sources') and c.relkind = 'v' and pg_get_userbyid(c.relowner) <> 'cuspid_view'
union all
select format('%s can be read by %s', c.oid::regclass, role)
from pg_class as c
cross join unnest('{cuspid_api,cuspid_app,cuspid_server}'::text[]) as role
where c.relkind = 'm' and has_table_privilege(role, c.oid, 'select')
