select n.nspname || '.' || c.relname, jsonb_build_object(
    'name', k.conname,
    'kind', case k.contype when 'p' then 'primary_key' when 'u' then 'unique' when 'x' then 'exclusion' else 'check' end,
    'columns', coalesce((
        select jsonb_agg(a.attname order by u.at)
        from unnest(k.conkey) with ordinality as u (num, at) join pg_attribute as a on a.attrelid = c.oid and a.attnum = u.num), '[]'),
    'definition', pg_get_constraintdef(k.oid))
from pg_constraint as k
join pg_class as c on c.oid = k.conrelid and not c.relispartition
join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
where k.contype in ('p', 'u', 'x', 'c')
order by c.oid, array_position('{p,u,x,c}', k.contype::text), k.conname
