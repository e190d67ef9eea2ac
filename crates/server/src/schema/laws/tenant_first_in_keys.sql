-- Primary and unique keys of a tenant's tables begin with tenant_id. The exception is what is looked up before a tenant is known.
select format('%s: key %s does not begin with tenant_id', i.indrelid::regclass, i.indexrelid::regclass)
from pg_index as i
join tenant_tables as t on t.oid = i.indrelid
where i.indisunique and i.indkey[0] is distinct from t.tenant_attnum
  and not exists (select from pg_policy as p where p.polrelid = i.indrelid and p.polname = 'sign_in')
