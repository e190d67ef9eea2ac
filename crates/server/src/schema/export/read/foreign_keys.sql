select n.nspname || '.' || c.relname, jsonb_build_object(
    'name', k.conname,
    'columns', (
        select jsonb_agg(a.attname order by u.at)
        from unnest(k.conkey) with ordinality as u (num, at) join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = u.num),
    'references', m.nspname || '.' || r.relname,
    'referenced_columns', (
        select jsonb_agg(a.attname order by u.at)
        from unnest(k.confkey) with ordinality as u (num, at) join pg_attribute as a on a.attrelid = k.confrelid and a.attnum = u.num),
    'on_delete', case k.confdeltype when 'a' then 'no action' when 'r' then 'restrict' when 'c' then 'cascade'
                                    else coalesce(substring(pg_get_constraintdef(k.oid) from 'ON DELETE (SET (?:NULL|DEFAULT)(?: \([^)]*\))?)'), '') end,
    'on_update', case k.confupdtype when 'r' then 'restrict' when 'c' then 'cascade' when 'n' then 'set null' when 'd' then 'set default' end,
    'deferrable', case when k.condeferred then 'initially deferred' when k.condeferrable then 'initially immediate' end)
from pg_constraint as k
join pg_class as c on c.oid = k.conrelid and not c.relispartition
join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
join pg_class as r on r.oid = k.confrelid
join pg_namespace as m on m.oid = r.relnamespace
where k.contype = 'f' and k.conparentid = 0
order by c.oid, k.conname
