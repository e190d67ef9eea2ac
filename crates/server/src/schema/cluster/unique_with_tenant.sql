-- Unique keys and exclusions of distributed tables hold tenant_id, by which they are distributed.
select format('%s: %s lacks tenant_id', i.indrelid::regclass, i.indexrelid::regclass)
from pg_index as i
join tenant_tables as t on t.oid = i.indrelid
where (i.indisunique or i.indisexclusion) and not t.tenant_attnum = any (i.indkey)
