-- What all tenants share does not refer to one tenant's rows.
select format('%s: foreign key %s leads to %s', c.conrelid::regclass, c.conname, c.confrelid::regclass)
from pg_constraint as c
join tenant_tables as there on there.oid = c.confrelid
where c.contype = 'f' and c.conparentid = 0 and c.conrelid not in (select oid from tenant_tables)
