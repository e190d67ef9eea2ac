-- The line of the laboratory: seven stages from the arrival of a case to its delivery, planned from a template.

create type platform.workflow_stage_name as enum
    ('receiving', 'impression_scan', 'design', 'milling', 'sintering', 'quality_control', 'delivery');
create type platform.workflow_status as enum ('pending', 'in_progress', 'completed', 'blocked', 'on_hold');
comment on type platform.workflow_stage_name is 'The stages of production, in their order.';
comment on type platform.workflow_status is 'How far a stage of production is.';

create table tenant.workflow_templates (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    procedure_type platform.procedure_type not null default 'other',
    description text check (length(description) <= 2000),
    is_default boolean not null default false,
    is_active boolean not null default true,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict
);
create unique index workflow_templates_name on tenant.workflow_templates (tenant_id, name) where deleted_at is null;
create unique index workflow_templates_default on tenant.workflow_templates (tenant_id, procedure_type) where is_default and deleted_at is null;
create index on tenant.workflow_templates (tenant_id, procedure_type, is_active);
create index on tenant.workflow_templates using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.workflow_templates is 'A predefined way through the laboratory for one kind of work.';
comment on column tenant.workflow_templates.name is 'Name of the template.';
comment on column tenant.workflow_templates.procedure_type is 'The kind of work that it is for.';
comment on column tenant.workflow_templates.description is 'When it is used.';
comment on column tenant.workflow_templates.is_default is 'Whether cases of this kind take it unless another is chosen.';
comment on column tenant.workflow_templates.is_active is 'Whether it can be chosen.';
select platform.expose('workflow_templates');

create table tenant.workflow_template_stages (
    like platform.tenant_row including defaults including comments,
    template_id uuid not null,
    stage_name platform.workflow_stage_name not null,
    department_id uuid,
    expected_minutes integer check (expected_minutes between 1 and 525600),
    instructions text check (length(instructions) <= 10000),
    primary key (tenant_id, id),
    unique (tenant_id, template_id, stage_name),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, template_id) references tenant.workflow_templates (tenant_id, id) on delete cascade,
    foreign key (tenant_id, department_id) references tenant.departments (tenant_id, id) on delete restrict
);
create index on tenant.workflow_template_stages (tenant_id, department_id);
comment on table tenant.workflow_template_stages is 'A stage of a template: where it is done and how long it takes. A stage that is not listed is left out.';
comment on column tenant.workflow_template_stages.template_id is 'The template.';
comment on column tenant.workflow_template_stages.stage_name is 'The stage.';
comment on column tenant.workflow_template_stages.department_id is 'The department that does it.';
comment on column tenant.workflow_template_stages.expected_minutes is 'Minutes that it takes as a rule.';
comment on column tenant.workflow_template_stages.instructions is 'What is to be done (Markdown).';
select platform.expose('workflow_template_stages');

create table tenant.workflow_stages (
    like platform.deletable_row including defaults including generated including comments,
    case_id uuid not null,
    template_id uuid,
    stage_name platform.workflow_stage_name not null,
    status platform.workflow_status not null default 'pending',
    assigned_to uuid,
    department_id uuid,
    equipment_id uuid,
    expected_minutes integer check (expected_minutes between 1 and 525600),
    due_at timestamptz,
    started_at timestamptz,
    completed_at timestamptz,
    rework_count smallint not null default 0 check (rework_count >= 0),
    status_reason text check (length(status_reason) <= 1000),
    notes text check (length(notes) <= 10000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, template_id) references tenant.workflow_templates (tenant_id, id) on delete restrict,
    foreign key (tenant_id, assigned_to) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, department_id) references tenant.departments (tenant_id, id) on delete restrict,
    foreign key (tenant_id, equipment_id) references tenant.department_equipment (tenant_id, id) on delete restrict,
    check (completed_at >= started_at),
    check ((completed_at is not null) = (status = 'completed')),
    check (status not in ('in_progress', 'completed') or started_at is not null)
);
create unique index workflow_stages_case_stage on tenant.workflow_stages (tenant_id, case_id, stage_name) where deleted_at is null;
create index on tenant.workflow_stages (tenant_id, case_id);
create index on tenant.workflow_stages (tenant_id, template_id);
create index on tenant.workflow_stages (tenant_id, assigned_to, status, due_at);
create index on tenant.workflow_stages (tenant_id, department_id, status, due_at);
create index on tenant.workflow_stages (tenant_id, equipment_id);
create index on tenant.workflow_stages (tenant_id, status, due_at);
create index on tenant.workflow_stages (tenant_id, stage_name, status);
create index on tenant.workflow_stages (tenant_id, completed_at);
comment on table tenant.workflow_stages is 'A stage of production of one case: who does it where, and how far it is.';
comment on column tenant.workflow_stages.case_id is 'The case.';
comment on column tenant.workflow_stages.template_id is 'The template that it was planned from.';
comment on column tenant.workflow_stages.stage_name is 'The stage.';
comment on column tenant.workflow_stages.status is 'How far it is.';
comment on column tenant.workflow_stages.assigned_to is 'Who does it.';
comment on column tenant.workflow_stages.department_id is 'The department that does it.';
comment on column tenant.workflow_stages.equipment_id is 'The machine that it is done on.';
comment on column tenant.workflow_stages.expected_minutes is 'Minutes that it takes as a rule.';
comment on column tenant.workflow_stages.due_at is 'When it must be done.';
comment on column tenant.workflow_stages.started_at is 'When it was first begun.';
comment on column tenant.workflow_stages.completed_at is 'When it was done.';
comment on column tenant.workflow_stages.rework_count is 'How often it was done again.';
comment on column tenant.workflow_stages.status_reason is 'Why it is blocked, on hold or done again.';
comment on column tenant.workflow_stages.notes is 'What the next one at work should know.';
select platform.expose('workflow_stages',
    managed => '{status:advance,started_at:advance,completed_at:advance,rework_count:advance,status_reason:advance}', phi => '{notes,status_reason}');
