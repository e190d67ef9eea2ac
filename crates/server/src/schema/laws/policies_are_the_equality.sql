-- The policy of a tenant's table is the equality of tenant_id; whatever else there is narrows it, or serves a role that nobody signs in as.
select format('%s: no policy that is the equality of tenant_id', t.oid::regclass)
from tenant_tables as t
where not exists (
    select from pg_policy as p
    where p.polrelid = t.oid and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}' and p.polwithcheck is null
      and pg_get_expr(p.polqual, p.polrelid)
          = '(tenant_id = (NULLIF(current_setting(''app.tenant''::text, true), ''''::text))::uuid)')
union all
select format('%s: policy %s widens what is seen', p.polrelid::regclass, p.polname)
from pg_policy as p
join tenant_tables as t on t.oid = p.polrelid
where p.polpermissive and p.polname <> 'tenant_isolation'
  and not (p.polcmd = 'r' and p.polroles <@ array(select oid from pg_roles where rolname in ('cuspid_trusted', 'cuspid_search')))
