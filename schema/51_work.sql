-- Work as people see it. Delivery is the queue's business; what a job is, how far it got and why it failed stands here.

create type platform.job_type as enum ('scan_processing', 'import', 'maintenance');
create type platform.job_status as enum ('pending', 'processing', 'completed', 'failed', 'cancelled');
comment on type platform.job_type is 'What a job does.';
comment on type platform.job_status is 'How far a job is.';

create table tenant.jobs (
    like platform.tenant_row including defaults including comments,
    case_id uuid,
    case_file_id uuid,
    job_type platform.job_type not null,
    status platform.job_status not null default 'pending',
    priority platform.priority_level not null default 'medium',
    queue_job_id text,
    place timestamptz not null default now(),
    stage text,
    progress real not null default 0 check (progress between 0 and 1),
    attempts smallint not null default 0,
    max_attempts smallint not null default 5 check (max_attempts between 1 and 25),
    payload jsonb not null default '{}',
    result jsonb,
    error jsonb,
    timings jsonb not null default '{}',
    run_at timestamptz not null default now(),
    deadline_at timestamptz,
    started_at timestamptz,
    heartbeat_at timestamptz,
    finished_at timestamptz,
    cancel_requested_at timestamptz,
    worker text,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, case_file_id) references tenant.case_files (tenant_id, id) on delete cascade,
    foreign key (tenant_id, created_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check ((finished_at is not null) = (status in ('completed', 'failed', 'cancelled'))),
    check (status <> 'processing' or started_at is not null)
);
create index on tenant.jobs (tenant_id, case_id);
create index on tenant.jobs (tenant_id, case_file_id);
create index on tenant.jobs (tenant_id, created_by);
create index on tenant.jobs (tenant_id, job_type);
create index on tenant.jobs (tenant_id, queue_job_id);
create index on tenant.jobs (tenant_id, status, created_at, id);
create index on tenant.jobs (tenant_id, priority, created_at, id);
create index on tenant.jobs (tenant_id, created_at, id);
create index jobs_line on tenant.jobs (tenant_id, priority, place) where status = 'pending';
comment on table tenant.jobs is 'A piece of background work and how it goes.';
comment on column tenant.jobs.case_id is 'The case that it works for.';
comment on column tenant.jobs.case_file_id is 'The file that it works on.';
comment on column tenant.jobs.job_type is 'What kind of work it is.';
comment on column tenant.jobs.status is 'pending, processing, completed, failed or cancelled.';
comment on column tenant.jobs.priority is 'How soon it is done, among the others; waiting raises it.';
comment on column tenant.jobs.queue_job_id is 'Its present ticket in the queue; older tickets are void.';
comment on column tenant.jobs.place is 'Its place in line: jobs begin in the order of their places.';
comment on column tenant.jobs.stage is 'What is being done now.';
comment on column tenant.jobs.progress is 'How much is done, 0 to 1.';
comment on column tenant.jobs.attempts is 'How often it was begun.';
comment on column tenant.jobs.max_attempts is 'How often it may be begun.';
comment on column tenant.jobs.payload is 'What the work needs to know.';
comment on column tenant.jobs.result is 'What came of it, in short.';
comment on column tenant.jobs.error is 'Why it failed: code and message.';
comment on column tenant.jobs.timings is 'Seconds spent in each stage.';
comment on column tenant.jobs.run_at is 'Not before this time.';
comment on column tenant.jobs.deadline_at is 'Given up after this time.';
comment on column tenant.jobs.started_at is 'When its last attempt began.';
comment on column tenant.jobs.heartbeat_at is 'Last sign of life of the worker.';
comment on column tenant.jobs.finished_at is 'When it ended.';
comment on column tenant.jobs.cancel_requested_at is 'When someone asked to cancel it.';
comment on column tenant.jobs.worker is 'The worker that has or had it.';
select platform.expose('jobs', verbs => '{read}',
    phi => '{payload,result}',
    silent => '{status,attempts,started_at,run_at,queue_job_id,place,stage,progress,heartbeat_at,timings,worker}');

-- The library notifies in the transaction that adds a ticket. Called by take_place it finds this function first, and the ticket is told of after the
-- commit; it hears any payload alike.
create function platform.pg_notify(channel text, payload text) returns void
    language sql
    return platform.tell(channel, '');
comment on function platform.pg_notify(text, text) is 'Stands before PostgreSQL''s own function of this name where the queue library adds a ticket.';

-- The queue library makes its tables in a schema of its own, after this one; a ticket of its task `job` is the turn of one job.
create function platform.take_place(job_id uuid, priority platform.priority_level, run_at timestamptz, out ticket text, out place timestamptz)
    language plpgsql volatile set search_path = platform, pg_catalog as $$
declare
    -- What is more urgent stands where others stood that long ago, so whoever waits longer than that is before it.
    start constant timestamptz := now() + case priority when 'urgent' then -interval '15 min' when 'high' then -interval '5 min'
                                                        when 'medium' then interval '0' else interval '15 min' end;
    -- A tenant's jobs stand a second apart, so that many jobs of one tenant do not stand before one of another.
    after_own constant timestamptz := interval '1 s' + (
        select max(j.place) from tenant.jobs as j
        where j.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid
          and j.priority = take_place.priority and j.status = 'pending' and j.id <> job_id);
    wait boolean := run_at > now();
begin
    place := least(greatest(start, after_own), start + interval '12 h');
    -- The queue takes what has the earliest time, and nothing of the future: places are shifted to the past. What must wait
    -- gets a ticket to take its place when its time has come; those few go first.
    select id into ticket
    from graphile_worker.add_job(
        identifier => case when wait then 'due' else 'job' end,
        payload => json_build_object('tenant_id', platform.current_tenant(), 'job_id', job_id),
        run_at => case when wait then run_at else place - interval '1 day' end,
        priority => case when wait then -1 else 0 end,
        max_attempts => 1000,
        -- With a key of its own a ticket takes the shortest of the library's ways, a quarter of the time of the others.
        job_key => gen_random_uuid()::text, job_key_mode => 'unsafe_dedupe');
end
$$;
comment on function platform.take_place(uuid, platform.priority_level, timestamptz) is
    'Gives a job of this tenant a ticket of the queue and a place in line: by urgency, by waiting time, fair between tenants.';
revoke execute on function platform.take_place(uuid, platform.priority_level, timestamptz) from public;
grant execute on function platform.take_place(uuid, platform.priority_level, timestamptz) to cuspid_app;

alter table tenant.case_files
    add foreign key (tenant_id, created_by_job) references tenant.jobs (tenant_id, id);
alter table tenant.segments
    add foreign key (tenant_id, created_by_job) references tenant.jobs (tenant_id, id);
alter table tenant.uploads
    add foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    add foreign key (tenant_id, case_file_id) references tenant.case_files (tenant_id, id) on delete cascade;

-- How much work there is, of all tenants together: for metrics, which show no tenant's rows.
create index jobs_unfinished on tenant.jobs (status) where status in ('pending', 'processing');
create policy counting on tenant.jobs for select to cuspid_trusted using (true);
grant select (status) on tenant.jobs to cuspid_trusted;
create function platform.unfinished_jobs() returns table (status platform.job_status, jobs bigint)
    language sql stable security definer set search_path = pg_catalog
    as $$
        select j.status, count(*) from tenant.jobs as j where j.status in ('pending', 'processing') group by j.status
    $$;
alter function platform.unfinished_jobs() owner to cuspid_trusted;
revoke execute on function platform.unfinished_jobs() from public;
grant execute on function platform.unfinished_jobs() to cuspid_app;
comment on function platform.unfinished_jobs() is 'How many jobs wait and how many are being done, in the whole installation.';
