select jsonb_build_object('name', e.extname, 'schema', n.nspname)
from pg_extension as e join pg_namespace as n on n.oid = e.extnamespace
where n.nspname = any ($1)
order by e.extname
