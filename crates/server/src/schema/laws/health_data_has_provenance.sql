-- A table in which people keep health data says who wrote each row and when.
select format('%I.%I: lacks %s', r.table_schema, r.table_name, needed)
from platform.exposed_resources as r
join pg_class as c on c.oid = to_regclass(format('%I.%I', r.table_schema, r.table_name)) and c.relkind in ('r', 'p')
cross join unnest('{created_at,created_by,updated_at,updated_by}'::text[]) as needed
where r.verbs && '{create,update}'
  and exists (select from platform.exposed_columns as e where e.resource = r.resource and e.content = 'phi')
  and not exists (select from pg_attribute as a where a.attrelid = c.oid and a.attname = needed)
