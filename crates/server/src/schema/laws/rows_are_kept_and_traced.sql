-- Every served table keeps its rows' version and writes the trail.
select format('%I.%I: no trigger %s', r.table_schema, r.table_name, needed)
from platform.exposed_resources as r
join pg_class as c on c.oid = to_regclass(format('%I.%I', r.table_schema, r.table_name)) and c.relkind = 'r'
cross join unnest('{a_keep_row,z_trail}'::text[]) as needed
where r.verbs && '{create,update,delete}'
  and not exists (select from pg_trigger as g where g.tgrelid = c.oid and g.tgname = needed and g.tgenabled = 'O')
