-- The engine's role can read no column that holds a secret.
select format('%I.%I.%I', r.table_schema, r.table_name, e.column_name)
from platform.exposed_columns as e
join platform.exposed_resources as r on r.resource = e.resource
cross join unnest('{cuspid_api,cuspid_view,cuspid_search}'::text[]) as role
where e.content = 'secret' and has_column_privilege(role, format('%I.%I', r.table_schema, r.table_name), e.column_name, 'select')
