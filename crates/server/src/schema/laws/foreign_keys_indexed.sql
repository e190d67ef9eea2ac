-- Every foreign key has an index that begins with its columns.
select format('%s: no index begins with the columns of %s', c.conrelid::regclass, c.conname)
from pg_constraint as c
join our_tables as t on t.oid = c.conrelid
where c.contype = 'f' and c.conparentid = 0
  and not exists (
      select from pg_index as i
      where i.indrelid = c.conrelid and i.indpred is null
        and (select array_agg(k order by k) from unnest(i.indkey[0:cardinality(c.conkey) - 1]) as k)
            = (select array_agg(k order by k) from unnest(c.conkey) as k))
