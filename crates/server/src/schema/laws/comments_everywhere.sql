-- Every table and column has a comment.
select format('%s: no comment', t.oid::regclass) from our_tables as t where obj_description(t.oid, 'pg_class') is null
union all
select format('%s.%s: no comment', a.attrelid::regclass, a.attname)
from our_tables as t
join pg_attribute as a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
where col_description(a.attrelid, a.attnum) is null
