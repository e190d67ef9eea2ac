-- Of every column it is recorded what it holds and what becomes of it in de-identified records.
select format('%s.%s: not recorded', a.attrelid::regclass, a.attname)
from our_tables as t
join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
join pg_class as c on c.oid = t.oid
join pg_namespace as n on n.oid = c.relnamespace
where not exists (
    select from platform.exposed_resources as r
    join platform.exposed_columns as e on e.resource = r.resource
    where r.table_schema = n.nspname and r.table_name = c.relname and e.column_name = a.attname)
