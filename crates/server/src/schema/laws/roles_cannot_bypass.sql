-- No role of ours can pass row security, own a table, or become one that does.
select format('role %s can do more than serve', rolname)
from pg_roles
where rolname in ('cuspid_api', 'cuspid_app', 'cuspid_trusted', 'cuspid_view', 'cuspid_search', 'cuspid_server')
  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
       or rolcanlogin and rolname <> 'cuspid_server')
union all
select format('%s owns table %s', pg_get_userbyid(c.relowner), c.oid::regclass)
from pg_class as c
join our_tables as t on t.oid = c.oid
where pg_get_userbyid(c.relowner) like 'cuspid\_%'
union all
select format('%s can become %s', m.member::regrole, m.roleid::regrole)
from pg_auth_members as m
where m.member in (select oid from pg_roles where rolname in ('cuspid_api', 'cuspid_app', 'cuspid_trusted', 'cuspid_view', 'cuspid_search', 'cuspid_server'))
  and not (m.member::regrole::text = 'cuspid_server' and m.roleid::regrole::text in ('cuspid_api', 'cuspid_app'))
