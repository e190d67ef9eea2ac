-- Where rows are deleted softly, who, when and whether are all there, and the trash has an index.
select format('%s: lacks deleted_by or is_deleted', a.attrelid::regclass)
from our_tables as t
join pg_attribute as a on a.attrelid = t.oid and a.attname = 'deleted_at'
where (select count(*) from pg_attribute as b where b.attrelid = t.oid and b.attname in ('deleted_by', 'is_deleted')) < 2
union all
select format('%s: no index on deleted_at', a.attrelid::regclass)
from our_tables as t
join pg_attribute as a on a.attrelid = t.oid and a.attname = 'deleted_at'
where not exists (select from pg_index as i where i.indrelid = t.oid and a.attnum = any (i.indkey))
