-- Triggers of distributed tables touch only rows of their own row's tenant: those of the conventions do.
select format('%s: trigger %s', g.tgrelid::regclass, g.tgname)
from pg_trigger as g
join tenant_tables as t on t.oid = g.tgrelid
where not g.tgisinternal
  and g.tgfoid::regproc::text not in ('platform.keep_row', 'platform.keep_deletion', 'platform.keep_version', 'platform.trail', 'platform.refuse_change')
