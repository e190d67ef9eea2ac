-- Nobody who serves can change or remove what the trail holds.
select format('%s may %s the trail', role, verb)
from unnest('{cuspid_api,cuspid_app,cuspid_trusted,cuspid_view,cuspid_search,cuspid_server}'::text[]) as role
cross join unnest('{update,delete,truncate}'::text[]) as verb
where has_table_privilege(role, 'tenant.audit_events', verb)
union all
select format('%s may insert into the trail', role)
from unnest('{cuspid_api,cuspid_app,cuspid_server}'::text[]) as role
where has_table_privilege(role, 'tenant.audit_events', 'insert')
