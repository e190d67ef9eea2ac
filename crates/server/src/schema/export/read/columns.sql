select n.nspname || '.' || c.relname, jsonb_build_object(
    'name', a.attname,
    'type', format_type(a.atttypid, a.atttypmod),
    'nullable', not a.attnotnull,
    'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
    'generated', case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end,
    'identity', case a.attidentity when 'a' then 'always' when 'd' then 'by default' end,
    'collation', (select a.attcollation::regcollation::text from pg_type as t where t.oid = a.atttypid and t.typcollation <> a.attcollation),
    'comment', col_description(c.oid, a.attnum),
    'content', e.content,
    'deidentify', e.deidentify,
    'owner', e.owner)
from pg_attribute as a
join pg_class as c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
join pg_namespace as n on n.oid = c.relnamespace and n.nspname = any ($1)
left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join platform.exposed_resources as r on r.table_schema = n.nspname and r.table_name = c.relname
left join platform.exposed_columns as e on e.resource = r.resource and e.column_name = a.attname
where a.attnum > 0 and not a.attisdropped
order by a.attrelid, a.attnum
