-- A foreign key between tables of tenants carries tenant_id on both sides, so that no row can point at another tenant's.
select format('%s: foreign key %s does not carry tenant_id', c.conrelid::regclass, c.conname)
from pg_constraint as c
join tenant_tables as here on here.oid = c.conrelid
join tenant_tables as there on there.oid = c.confrelid
where c.contype = 'f' and c.conparentid = 0
  and (c.conkey[1] is distinct from here.tenant_attnum or c.confkey[1] is distinct from there.tenant_attnum)
