-- What the cluster records that this database's objects say of roles, without who installed it.
select distinct to_jsonb(r.rolname) from pg_shdepend as d
join pg_roles as r on r.oid = d.refobjid
where d.refclassid = 'pg_authid'::regclass and d.dbid = (select oid from pg_database where datname = current_database())
  and r.rolname like 'cuspid\_%' and r.oid <> all (select nspowner from pg_namespace where nspname = any ($1))
order by 1
