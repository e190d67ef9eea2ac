-- Distributed tables refer to reference tables, never the other way round.
select format('%s: %s leads to a distributed table', c.conrelid::regclass, c.conname)
from pg_constraint as c
where c.contype = 'f' and c.conparentid = 0 and c.confrelid in (select oid from tenant_tables) and c.conrelid not in (select oid from tenant_tables)
