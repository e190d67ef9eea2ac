-- Row security is on and forced on every table.
select format('%s: row security is not forced', t.oid::regclass)
from tenant_tables as t
join pg_class as c on c.oid = t.oid
where not (c.relrowsecurity and c.relforcerowsecurity)
