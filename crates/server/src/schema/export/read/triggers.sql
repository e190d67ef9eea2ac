select n.nspname || '.' || c.relname, jsonb_build_object('name', t.tgname, 'definition', pg_get_triggerdef(t.oid))
from pg_trigger as t
join pg_class as c on c.oid = t.tgrelid and not c.relispartition
join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
where not t.tgisinternal
order by c.oid, t.tgname
