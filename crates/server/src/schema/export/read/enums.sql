select jsonb_build_object(
    'name', n.nspname || '.' || t.typname,
    'comment', obj_description(t.oid, 'pg_type'),
    'values', (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum as e where e.enumtypid = t.oid))
from pg_type as t join pg_namespace as n on n.oid = t.typnamespace
where t.typtype = 'e' and n.nspname = any ($1)
order by n.nspname, t.typname
