-- Indexes of a tenant's tables begin with tenant_id, as every statement of a request asks for it; columns that only the system looks up across tenants
-- are the exception.
select format('%s: index %s does not begin with tenant_id', i.indrelid::regclass, i.indexrelid::regclass)
from pg_index as i
join tenant_tables as t on t.oid = i.indrelid
where not i.indisunique and i.indkey[0] is distinct from t.tenant_attnum
  and not exists (select from pg_policy as p
                  where p.polrelid = i.indrelid and p.polpermissive and p.polroles = array['cuspid_trusted'::regrole::oid])
