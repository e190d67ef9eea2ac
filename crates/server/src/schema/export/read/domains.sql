select jsonb_build_object(
    'name', n.nspname || '.' || t.typname,
    'comment', obj_description(t.oid, 'pg_type'),
    'type', format_type(t.typbasetype, t.typtypmod),
    'default', t.typdefault,
    'nullable', not t.typnotnull,
    'constraints', coalesce((
        select jsonb_agg(jsonb_build_object('name', c.conname, 'kind', 'check', 'definition', pg_get_constraintdef(c.oid)) order by c.conname)
        from pg_constraint as c where c.contypid = t.oid and c.contype = 'c'), '[]'))
from pg_type as t join pg_namespace as n on n.oid = t.typnamespace
where t.typtype = 'd' and n.nspname = any ($1)
order by n.nspname, t.typname
