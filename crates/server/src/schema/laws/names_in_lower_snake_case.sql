-- Names of tables, columns and enum values are lower_snake_case.
select format('%s.%s', a.attrelid::regclass, a.attname)
from our_tables as t
join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
where a.attname::text !~ '^[a-z][a-z0-9_]*$'
union all
select format('%s: %s', e.enumtypid::regtype, e.enumlabel)
from pg_enum as e
join pg_type as y on y.oid = e.enumtypid
where y.typnamespace = 'platform'::regnamespace and e.enumlabel::text !~ '^[a-z0-9][a-z0-9_]*$'
