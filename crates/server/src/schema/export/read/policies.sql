select n.nspname || '.' || c.relname, jsonb_build_object(
    'name', p.polname,
    'command', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    'roles', (select jsonb_agg(case r when 0 then 'public' else pg_get_userbyid(r) end order by r <> 0, pg_get_userbyid(r)) from unnest(p.polroles) as r),
    'restrictive', not p.polpermissive,
    'using', pg_get_expr(p.polqual, p.polrelid),
    'check', pg_get_expr(p.polwithcheck, p.polrelid))
from pg_policy as p
join pg_class as c on c.oid = p.polrelid and not c.relispartition
join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
order by c.oid, p.polname
