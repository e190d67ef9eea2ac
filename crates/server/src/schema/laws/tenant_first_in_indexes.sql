-- Indexes of a tenant's tables begin with tenant_id, as every statement of a request asks for it. The exceptions serve a foreign key to what all tenants
-- share, or what is looked up before a tenant is known.
select format('%s: index %s does not begin with tenant_id', i.indrelid::regclass, i.indexrelid::regclass)
from pg_index as i
join tenant_tables as t on t.oid = i.indrelid
where not i.indisunique and i.indkey[0] is distinct from t.tenant_attnum
  and not exists (select from pg_policy as p where p.polrelid = i.indrelid and p.polname in ('sign_in', 'counting'))
  and not exists (select from pg_constraint as c
                  where c.conrelid = i.indrelid and c.contype = 'f' and c.confrelid not in (select oid from tenant_tables) and i.indkey[0] = any (c.conkey))
