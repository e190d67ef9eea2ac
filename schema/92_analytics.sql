-- Figures that are computed ahead: five materialized views, refreshed by a job. A materialized view knows no row security, so nobody
-- reads one directly: each is shown through a view of the same name that filters by tenant.

create schema analytics;
comment on schema analytics is 'Figures computed ahead, and the star schema that reports and warehouses read.';
grant usage on schema analytics to cuspid_api, cuspid_app, cuspid_trusted, cuspid_view, cuspid_search, cuspid_server;
grant create on schema analytics to cuspid_trusted, cuspid_view;

create type platform.stock_status as enum ('out_of_stock', 'low', 'in_stock', 'idle');
comment on type platform.stock_status is 'Whether there is enough of an item; idle: enough, and none was used for a year.';

create materialized view analytics.monthly_revenue as
    with invoiced as (
        select i.tenant_id, date_trunc('month', i.issue_date)::date as month, i.kind, i.currency, count(*) as invoice_count,
               count(*) filter (where i.status in ('sent', 'overdue') and i.due_date < current_date) as overdue_count,
               sum(i.subtotal_amount) as net_amount, sum(i.tax_amount) as tax_amount, sum(i.total_amount) as invoiced_amount,
               sum(i.balance_amount) filter (where i.status in ('sent', 'overdue')) as outstanding_amount
        from tenant.invoices as i
        where i.deleted_at is null and i.kind <> 'platform' and i.status not in ('draft', 'cancelled')
        group by 1, 2, 3, 4
    ), received as (
        select p.tenant_id, date_trunc('month', p.received_at at time zone t.time_zone)::date as month, i.kind, p.currency,
               count(*) as payment_count, sum(p.amount) as received_amount
        from tenant.payments as p
        join tenant.invoices as i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
        join platform.tenants as t on t.id = p.tenant_id
        where p.deleted_at is null and i.deleted_at is null and i.kind <> 'platform'
        group by 1, 2, 3, 4
    )
    select tenant_id, md5(concat_ws(' ', tenant_id, to_char(month, 'YYYY-MM'), kind, currency))::uuid as id, month, kind, currency,
           coalesce(invoice_count, 0) as invoice_count, coalesce(overdue_count, 0) as overdue_count,
           coalesce(net_amount, 0)::bigint as net_amount, coalesce(tax_amount, 0)::bigint as tax_amount,
           coalesce(invoiced_amount, 0)::bigint as invoiced_amount, coalesce(outstanding_amount, 0)::bigint as outstanding_amount,
           coalesce(payment_count, 0) as payment_count, coalesce(received_amount, 0)::bigint as received_amount
    from invoiced full join received using (tenant_id, month, kind, currency);
comment on materialized view analytics.monthly_revenue is 'Revenue of each month: what was invoiced and what was received. Amounts in minor units.';
comment on column analytics.monthly_revenue.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.monthly_revenue.id is 'Identifier, the same for the same month, kind and currency.';
comment on column analytics.monthly_revenue.month is 'First day of the month.';
comment on column analytics.monthly_revenue.kind is 'Whether a laboratory or a practice charged.';
comment on column analytics.monthly_revenue.currency is 'Currency of the amounts (ISO 4217).';
comment on column analytics.monthly_revenue.invoice_count is 'Invoices of the month.';
comment on column analytics.monthly_revenue.overdue_count is 'Those of them that are overdue.';
comment on column analytics.monthly_revenue.net_amount is 'What was invoiced, before tax.';
comment on column analytics.monthly_revenue.tax_amount is 'Tax on it.';
comment on column analytics.monthly_revenue.invoiced_amount is 'What was invoiced, with tax.';
comment on column analytics.monthly_revenue.outstanding_amount is 'What of it is still to be paid.';
comment on column analytics.monthly_revenue.payment_count is 'Payments in the month, of whichever invoices.';
comment on column analytics.monthly_revenue.received_amount is 'What was received in the month, less what was given back.';

create materialized view analytics.case_completion_rates as
    select c.tenant_id, md5(concat_ws(' ', c.tenant_id, c.procedure_type))::uuid as id, c.procedure_type,
           count(*) as case_count,
           count(*) filter (where c.status not in ('delivered', 'cancelled')) as open_count,
           count(*) filter (where c.status = 'delivered') as completed_count,
           count(*) filter (where c.status = 'cancelled') as cancelled_count,
           count(*) filter (where r.reworked) as reworked_count,
           count(*) filter (where c.status not in ('delivered', 'cancelled') and c.due_at < now()) as overdue_count,
           round(count(*) filter (where c.status = 'delivered')::numeric / nullif(count(*) filter (where c.status <> 'cancelled'), 0), 4) as completion_rate,
           round(count(*) filter (where c.delivered_at <= c.due_at)::numeric
               / nullif(count(*) filter (where c.delivered_at is not null and c.due_at is not null), 0), 4) as on_time_rate,
           round((avg(extract(epoch from c.delivered_at - c.created_at)) / 3600)::numeric, 1) as average_turnaround_hours,
           round((percentile_cont(0.5) within group (order by extract(epoch from c.delivered_at - c.created_at)) / 3600)::numeric, 1)
               as median_turnaround_hours
    from tenant.cases as c
    cross join lateral (
        select exists (
            select from tenant.workflow_stages as s
            where s.tenant_id = c.tenant_id and s.case_id = c.id and s.deleted_at is null and s.rework_count > 0) as reworked) as r
    where c.deleted_at is null
    group by c.tenant_id, c.procedure_type;
comment on materialized view analytics.case_completion_rates is 'How many cases of each kind are completed, and how fast.';
comment on column analytics.case_completion_rates.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.case_completion_rates.id is 'Identifier, the same for the same kind of work.';
comment on column analytics.case_completion_rates.procedure_type is 'What was to be made.';
comment on column analytics.case_completion_rates.case_count is 'Cases of this kind.';
comment on column analytics.case_completion_rates.open_count is 'Those that are under way.';
comment on column analytics.case_completion_rates.completed_count is 'Those that were delivered.';
comment on column analytics.case_completion_rates.cancelled_count is 'Those that were cancelled.';
comment on column analytics.case_completion_rates.reworked_count is 'Those in which a stage was done again.';
comment on column analytics.case_completion_rates.overdue_count is 'Those under way whose time is over.';
comment on column analytics.case_completion_rates.completion_rate is 'Share of the cases not cancelled that were delivered, 0 to 1.';
comment on column analytics.case_completion_rates.on_time_rate is 'Share of the deliveries with a date that were in time, 0 to 1.';
comment on column analytics.case_completion_rates.average_turnaround_hours is 'Mean time from arrival to delivery, in hours.';
comment on column analytics.case_completion_rates.median_turnaround_hours is 'Median time from arrival to delivery, in hours.';

create materialized view analytics.department_efficiency as
    with work as (
        select s.tenant_id, s.department_id,
               count(*) filter (where s.status <> 'completed') as open_stage_count,
               count(*) filter (where s.status in ('blocked', 'on_hold')) as blocked_stage_count,
               count(*) filter (where s.status <> 'completed' and s.due_at < now()) as overdue_stage_count,
               count(*) filter (where s.status = 'completed') as completed_stage_count,
               sum(s.rework_count) as rework_count,
               round(count(*) filter (where s.completed_at <= s.due_at)::numeric
                   / nullif(count(*) filter (where s.completed_at is not null and s.due_at is not null), 0), 4) as on_time_rate,
               round(avg(t.minutes) / 60, 1) as average_stage_hours,
               round(sum(s.expected_minutes) filter (where t.minutes > 0)
                   / nullif(sum(t.minutes) filter (where t.minutes > 0 and s.expected_minutes is not null), 0), 4) as efficiency
        from tenant.workflow_stages as s
        cross join lateral (select (extract(epoch from s.completed_at - s.started_at) / 60)::numeric as minutes) as t
        where s.deleted_at is null and s.department_id is not null
          and (s.completed_at is null or s.completed_at >= now() - interval '90 days')
        group by 1, 2
    ), staff as (
        select p.tenant_id, p.department_id, count(*) as staff_count
        from tenant.staff_profiles as p
        where p.deleted_at is null and p.employment_status = 'active'
        group by 1, 2
    ), machines as (
        select e.tenant_id, e.department_id, count(*) as equipment_count, count(*) filter (where e.status = 'active') as active_equipment_count
        from tenant.department_equipment as e
        where e.deleted_at is null and e.status <> 'decommissioned'
        group by 1, 2
    )
    select d.tenant_id, d.id, d.name, d.location_id, coalesce(staff_count, 0) as staff_count, coalesce(equipment_count, 0) as equipment_count,
           coalesce(active_equipment_count, 0) as active_equipment_count, coalesce(open_stage_count, 0) as open_stage_count,
           coalesce(blocked_stage_count, 0) as blocked_stage_count, coalesce(overdue_stage_count, 0) as overdue_stage_count,
           coalesce(completed_stage_count, 0) as completed_stage_count, coalesce(rework_count, 0) as rework_count,
           on_time_rate, average_stage_hours, efficiency, d.currency, d.budget, d.budget_spent,
           round(d.budget_spent::numeric / nullif(d.budget, 0), 4) as budget_used_rate
    from tenant.departments as d
    left join work as w on w.tenant_id = d.tenant_id and w.department_id = d.id
    left join staff as p on p.tenant_id = d.tenant_id and p.department_id = d.id
    left join machines as m on m.tenant_id = d.tenant_id and m.department_id = d.id
    where d.deleted_at is null;
comment on materialized view analytics.department_efficiency is 'How each department works: stages open now and completed in the last 90 days, people, machines and budget.';
comment on column analytics.department_efficiency.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.department_efficiency.id is 'Identifier of the department.';
comment on column analytics.department_efficiency.name is 'Name of the department.';
comment on column analytics.department_efficiency.location_id is 'Where it is.';
comment on column analytics.department_efficiency.staff_count is 'People who work there.';
comment on column analytics.department_efficiency.equipment_count is 'Its machines.';
comment on column analytics.department_efficiency.active_equipment_count is 'Those of its machines that run.';
comment on column analytics.department_efficiency.open_stage_count is 'Stages of production that are not done.';
comment on column analytics.department_efficiency.blocked_stage_count is 'Those of them that are blocked or on hold.';
comment on column analytics.department_efficiency.overdue_stage_count is 'Those of them whose time is over.';
comment on column analytics.department_efficiency.completed_stage_count is 'Stages that were done in the last 90 days.';
comment on column analytics.department_efficiency.rework_count is 'How often stages were done again.';
comment on column analytics.department_efficiency.on_time_rate is 'Share of the stages with a date that were done in time, 0 to 1.';
comment on column analytics.department_efficiency.average_stage_hours is 'Mean time of a stage from beginning to end, in hours.';
comment on column analytics.department_efficiency.efficiency is 'Planned time over time taken; above 1 is faster than planned.';
comment on column analytics.department_efficiency.currency is 'Currency of the budget (ISO 4217).';
comment on column analytics.department_efficiency.budget is 'Budget, in minor units.';
comment on column analytics.department_efficiency.budget_spent is 'What of it is spent, in minor units.';
comment on column analytics.department_efficiency.budget_used_rate is 'Share of the budget that is spent; above 1 is more than there was.';

create materialized view analytics.staff_performance as
    with work as (
        select s.tenant_id, s.assigned_to as user_id,
               count(*) filter (where s.status <> 'completed') as open_stage_count,
               count(*) filter (where s.status <> 'completed' and s.due_at < now()) as overdue_stage_count,
               count(*) filter (where s.status = 'completed') as completed_stage_count,
               sum(s.rework_count) as rework_count,
               round(count(*) filter (where s.completed_at <= s.due_at)::numeric
                   / nullif(count(*) filter (where s.completed_at is not null and s.due_at is not null), 0), 4) as on_time_rate,
               round(avg(t.minutes) / 60, 1) as average_stage_hours,
               round(sum(s.expected_minutes) filter (where t.minutes > 0)
                   / nullif(sum(t.minutes) filter (where t.minutes > 0 and s.expected_minutes is not null), 0), 4) as efficiency
        from tenant.workflow_stages as s
        cross join lateral (select (extract(epoch from s.completed_at - s.started_at) / 60)::numeric as minutes) as t
        where s.deleted_at is null and s.assigned_to is not null
          and (s.completed_at is null or s.completed_at >= now() - interval '90 days')
        group by 1, 2
    ), reviews as (
        select r.tenant_id, r.staff_id, count(*) as review_count, round(avg(r.rating), 2) as average_rating,
               (array_agg(r.rating order by r.reviewed_on desc, r.id desc))[1] as last_rating, max(r.reviewed_on) as last_reviewed_on
        from tenant.performance_reviews as r
        where r.deleted_at is null and r.status <> 'draft'
        group by 1, 2
    )
    select p.tenant_id, p.id, p.user_id, u.full_name, p.department_id, p.job_title, coalesce(open_stage_count, 0) as open_stage_count,
           coalesce(overdue_stage_count, 0) as overdue_stage_count, coalesce(completed_stage_count, 0) as completed_stage_count,
           coalesce(rework_count, 0) as rework_count, on_time_rate, average_stage_hours, efficiency,
           coalesce(review_count, 0) as review_count, average_rating, last_rating, last_reviewed_on
    from tenant.staff_profiles as p
    join platform.users as u on u.id = p.user_id
    left join work as w on w.tenant_id = p.tenant_id and w.user_id = p.user_id
    left join reviews as r on r.tenant_id = p.tenant_id and r.staff_id = p.id
    where p.deleted_at is null and p.employment_status <> 'ended';
comment on materialized view analytics.staff_performance is 'How each member of the staff works: stages open now and completed in the last 90 days, and ratings.';
comment on column analytics.staff_performance.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.staff_performance.id is 'Identifier of the staff profile.';
comment on column analytics.staff_performance.user_id is 'The person''s account.';
comment on column analytics.staff_performance.full_name is 'Name of the person.';
comment on column analytics.staff_performance.department_id is 'The department where they work.';
comment on column analytics.staff_performance.job_title is 'What they are.';
comment on column analytics.staff_performance.open_stage_count is 'Stages of production that they have to do.';
comment on column analytics.staff_performance.overdue_stage_count is 'Those of them whose time is over.';
comment on column analytics.staff_performance.completed_stage_count is 'Stages that they did in the last 90 days.';
comment on column analytics.staff_performance.rework_count is 'How often their stages were done again.';
comment on column analytics.staff_performance.on_time_rate is 'Share of their stages with a date that were done in time, 0 to 1.';
comment on column analytics.staff_performance.average_stage_hours is 'Mean time of a stage from beginning to end, in hours.';
comment on column analytics.staff_performance.efficiency is 'Planned time over time taken; above 1 is faster than planned.';
comment on column analytics.staff_performance.review_count is 'Reviews of their work.';
comment on column analytics.staff_performance.average_rating is 'Mean rating of all reviews, 1 to 5.';
comment on column analytics.staff_performance.last_rating is 'Rating of the last review, 1 to 5.';
comment on column analytics.staff_performance.last_reviewed_on is 'Day of the last review.';

create materialized view analytics.inventory_turnover as
    with moved as (
        select t.tenant_id, t.item_id, max(t.occurred_at) as last_movement_at,
               sum(t.quantity) filter (where t.occurred_at >= now() - interval '365 days') as net_quantity,
               sum(t.quantity) filter (where t.type = 'in' and t.occurred_at >= now() - interval '365 days') as received_quantity,
               -sum(t.quantity) filter (where t.type = 'out' and t.occurred_at >= now() - interval '365 days') as used_quantity,
               -sum(t.quantity) filter (where t.type in ('damage', 'write_off') and t.occurred_at >= now() - interval '365 days') as lost_quantity
        from tenant.inventory_transactions as t
        group by 1, 2
    ), stock as (
        select i.tenant_id, i.id, i.sku, i.name, i.category, i.supplier_id, i.unit, i.quantity_on_hand, i.reorder_level, i.unit_cost_amount, i.currency,
               m.last_movement_at, coalesce(m.received_quantity, 0) as received_quantity, coalesce(m.used_quantity, 0) as used_quantity,
               coalesce(m.lost_quantity, 0) as lost_quantity, i.quantity_on_hand - coalesce(m.net_quantity, 0) / 2 as average_quantity
        from tenant.inventory_items as i
        left join moved as m on m.tenant_id = i.tenant_id and m.item_id = i.id
        where i.deleted_at is null
    )
    select tenant_id, id, sku, name, category, supplier_id, unit, quantity_on_hand, reorder_level,
           (case when quantity_on_hand <= 0 then 'out_of_stock' when quantity_on_hand <= reorder_level then 'low'
                 when used_quantity = 0 then 'idle' else 'in_stock' end)::platform.stock_status as stock_status,
           received_quantity, used_quantity, lost_quantity,
           case when average_quantity > 0 then round(used_quantity / average_quantity, 2) end as turnover_rate,
           case when used_quantity > 0 then round(greatest(quantity_on_hand, 0) * 365 / used_quantity, 1) end as days_of_supply,
           round(quantity_on_hand * unit_cost_amount)::bigint as stock_value_amount, currency, last_movement_at
    from stock;
comment on materialized view analytics.inventory_turnover is 'What there is of each item, and how it moved in the last 365 days.';
comment on column analytics.inventory_turnover.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.inventory_turnover.id is 'Identifier of the item.';
comment on column analytics.inventory_turnover.sku is 'The tenant''s own number for the item.';
comment on column analytics.inventory_turnover.name is 'Name of the item.';
comment on column analytics.inventory_turnover.category is 'What kind of thing it is.';
comment on column analytics.inventory_turnover.supplier_id is 'Who supplies it.';
comment on column analytics.inventory_turnover.unit is 'Unit of the quantities.';
comment on column analytics.inventory_turnover.quantity_on_hand is 'What there is.';
comment on column analytics.inventory_turnover.reorder_level is 'It is ordered when there is no more than this.';
comment on column analytics.inventory_turnover.stock_status is 'Whether there is enough of it.';
comment on column analytics.inventory_turnover.received_quantity is 'What came in, in 365 days.';
comment on column analytics.inventory_turnover.used_quantity is 'What was used, in 365 days.';
comment on column analytics.inventory_turnover.lost_quantity is 'What was damaged or written off, in 365 days.';
comment on column analytics.inventory_turnover.turnover_rate is 'How often the average stock was used up, in 365 days.';
comment on column analytics.inventory_turnover.days_of_supply is 'Days that the stock lasts, at the use of the last 365 days.';
comment on column analytics.inventory_turnover.stock_value_amount is 'Value of the stock, in minor units of the currency.';
comment on column analytics.inventory_turnover.currency is 'Currency of the value (ISO 4217).';
comment on column analytics.inventory_turnover.last_movement_at is 'When it last moved.';

-- Their owner reads the tables they are made from, of all tenants, and nothing else of them.
do $$
declare
    source text;
    figures text;
    described record;
begin
    foreach source in array array['invoices', 'payments', 'cases', 'workflow_stages', 'departments', 'department_equipment', 'staff_profiles',
                                  'performance_reviews', 'inventory_items', 'inventory_transactions'] loop
        execute format('create policy analytics on tenant.%I for select to cuspid_trusted using (true)', source);
        execute format('grant select on tenant.%I to cuspid_trusted', source);
    end loop;

    foreach figures in array array['monthly_revenue', 'case_completion_rates', 'department_efficiency', 'staff_performance', 'inventory_turnover'] loop
        execute format('create unique index on analytics.%I (tenant_id, id)', figures);
        execute format('alter materialized view analytics.%I owner to cuspid_trusted', figures);
        execute format('grant select on analytics.%I to cuspid_view', figures);
        execute format(
            'create view tenant.%1$I with (security_barrier) as
                 select * from analytics.%1$I where tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid', figures);
        for described in
            select attnum, attname, coalesce(col_description(attrelid, attnum), '') as said, obj_description(attrelid, 'pg_class') as of_all
            from pg_attribute where attrelid = format('analytics.%I', figures)::regclass and attnum > 0
        loop
            execute format('comment on view tenant.%I is %L', figures, described.of_all);
            execute format('comment on column tenant.%I.%I is %L', figures, described.attname, described.said);
        end loop;
    end loop;
end
$$;
select platform.expose('monthly_revenue', verbs => '{read}');
select platform.expose('case_completion_rates', verbs => '{read}');
select platform.expose('department_efficiency', verbs => '{read}');
select platform.expose('staff_performance', verbs => '{read}',
    personal => '{full_name,job_title,open_stage_count,overdue_stage_count,completed_stage_count,rework_count,on_time_rate,average_stage_hours,efficiency,
                  review_count,average_rating,last_rating,last_reviewed_on}');
select platform.expose('inventory_turnover', verbs => '{read}');

-- No nested loops: under row security the planner does not use its statistics for filters that are not leakproof, takes a table for one row,
-- and would aggregate the other tables again for each of its rows.
create function platform.refresh_analytics() returns void
    language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
begin
    refresh materialized view concurrently analytics.monthly_revenue;
    refresh materialized view concurrently analytics.case_completion_rates;
    refresh materialized view concurrently analytics.department_efficiency;
    refresh materialized view concurrently analytics.staff_performance;
    refresh materialized view concurrently analytics.inventory_turnover;
end
$$;
alter function platform.refresh_analytics() owner to cuspid_trusted;
revoke execute on function platform.refresh_analytics() from public;
grant execute on function platform.refresh_analytics() to cuspid_app;
comment on function platform.refresh_analytics() is 'Computes the figures of all tenants anew, without keeping readers waiting.';
