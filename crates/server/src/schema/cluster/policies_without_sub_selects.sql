-- A policy without a sub-select is taken on distributed tables.
select format('%s: policy %s has a sub-select', p.polrelid::regclass, p.polname)
from pg_policy as p
where coalesce(pg_get_expr(p.polqual, p.polrelid), '') ~* '\mselect\M' or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') ~* '\mselect\M'
