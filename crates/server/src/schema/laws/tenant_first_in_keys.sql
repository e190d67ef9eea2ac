-- Primary and unique keys of a tenant's tables begin with tenant_id; hashes that are looked up before a tenant is known are the exception.
select format('%s: key %s does not begin with tenant_id', i.indrelid::regclass, i.indexrelid::regclass)
from pg_index as i
join tenant_tables as t on t.oid = i.indrelid
where i.indisunique
  and i.indkey[0] is distinct from t.tenant_attnum
  and exists (select from unnest(i.indkey[0:i.indnkeyatts - 1]) as k
              join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = k and a.atttypid <> 'bytea'::regtype)
