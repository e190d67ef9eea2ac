select n.nspname || '.' || c.relname, jsonb_build_object('name', x.relname, 'definition', pg_get_indexdef(x.oid))
from pg_index as i
join pg_class as c on c.oid = i.indrelid and not c.relispartition
join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
join pg_class as x on x.oid = i.indexrelid
where not exists (select from pg_constraint as k where k.conindid = x.oid and k.contype in ('p', 'u', 'x'))
order by c.oid, x.relname
