-- What functions, domains, tables and views need of each other to be made. Parts (defaults, checks, queries of views, row types, arrays) stand
-- for what they are part of; foreign keys, indexes, triggers and policies come when all of these are there.
with made as (
    select 'pg_proc'::regclass as class, p.oid, p.oid::regprocedure::text as name
    from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace and n.nspname = any ($1)
    where not exists (select from pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    union all
    select 'pg_class'::regclass, c.oid, n.nspname || '.' || c.relname
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
    where c.relkind in ('r', 'p', 'v', 'm')
    union all
    select 'pg_type'::regclass, t.oid, n.nspname || '.' || t.typname
    from pg_type as t join pg_namespace as n on n.oid = t.typnamespace and n.nspname = any ($1)
    where t.typtype = 'd'
), part as (
    select 'pg_attrdef'::regclass as class, oid, 'pg_class'::regclass as whole_class, adrelid as whole from pg_attrdef
    union all
    select 'pg_constraint'::regclass, oid, case when contypid = 0 then 'pg_class'::regclass else 'pg_type'::regclass end,
           case when contypid = 0 then conrelid else contypid end
    from pg_constraint where contype in ('c', 'x')
    union all
    select 'pg_rewrite'::regclass, oid, 'pg_class'::regclass, ev_class from pg_rewrite
    union all
    select 'pg_type'::regclass, oid, 'pg_class'::regclass, typrelid from pg_type where typrelid <> 0
    union all
    select 'pg_type'::regclass, a.oid, case when e.typrelid = 0 then 'pg_type'::regclass else 'pg_class'::regclass end,
           case when e.typrelid = 0 then e.oid else e.typrelid end
    from pg_type as a join pg_type as e on e.oid = a.typelem where a.typcategory = 'A'
)
select whole.name, array_agg(distinct needed.name order by needed.name)
from pg_depend as d
left join part as p on p.class = d.classid and p.oid = d.objid
left join part as q on q.class = d.refclassid and q.oid = d.refobjid
join made as whole on whole.class = coalesce(p.whole_class, d.classid) and whole.oid = coalesce(p.whole, d.objid)
join made as needed on needed.class = coalesce(q.whole_class, d.refclassid) and needed.oid = coalesce(q.whole, d.refobjid)
where whole.name <> needed.name
group by whole.name
