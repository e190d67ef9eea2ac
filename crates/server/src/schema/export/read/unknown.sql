-- What our schemas hold and the model has no place for.
select pg_describe_object(d.classid, d.objid, 0)
from pg_depend as d join pg_namespace as n on d.refclassid = 'pg_namespace'::regclass and n.oid = d.refobjid and n.nspname = any ($1)
where d.classid not in ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass, 'pg_extension'::regclass)
  and not exists (select from pg_depend as e where e.classid = d.classid and e.objid = d.objid and e.deptype = 'e')
union all
select pg_describe_object(case c.relkind when 'c' then 'pg_type'::regclass else 'pg_class'::regclass end,
           case c.relkind when 'c' then c.reltype else c.oid end, 0)
from pg_class as c join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
where c.relkind not in ('r', 'p', 'v', 'm', 'i', 'I')
  and not exists (
      select from pg_depend as d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and (d.deptype = 'e' or d.deptype = 'i' and c.relkind = 'S'))
union all
select pg_describe_object('pg_proc'::regclass, p.oid, 0)
from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace and n.nspname = any ($1)
where p.prokind not in ('f', 'p')
  and not exists (select from pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
union all
select pg_describe_object('pg_type'::regclass, t.oid, 0)
from pg_type as t join pg_namespace as n on n.oid = t.typnamespace and n.nspname = any ($1)
where (t.typtype in ('r', 'm') or t.typacl is not null)
  and not exists (select from pg_depend as d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
union all
select pg_describe_object('pg_rewrite'::regclass, w.oid, 0)
from pg_rewrite as w join pg_class as c on c.oid = w.ev_class join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
where w.rulename <> '_RETURN'
union all
select pg_describe_object('pg_trigger'::regclass, t.oid, 0) || ', switched off'
from pg_trigger as t join pg_class as c on c.oid = t.tgrelid join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
where not t.tgisinternal and t.tgenabled <> 'O'
union all
select 'comment on ' || pg_describe_object(d.classoid, d.objoid, d.objsubid)
from pg_description as d
where d.classoid in ('pg_constraint'::regclass, 'pg_trigger'::regclass, 'pg_policy'::regclass)
   or d.classoid = 'pg_class'::regclass and d.objoid in (
       select c.oid from pg_class as c join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1) where c.relkind in ('i', 'I'))
order by 1
