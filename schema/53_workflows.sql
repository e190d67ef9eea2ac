-- Configurable state machines: what a tenant defines, each run of one, and every step it took. No behaviour of the program depends on one.

create type platform.workflow_kind as enum
    ('ai_assisted_review', 'claim_appeal', 'treatment_approval', 'case_review', 'onboarding', 'incident', 'other');
create type platform.workflow_entity as enum
    ('patient', 'encounter', 'treatment_plan', 'procedure', 'appointment', 'case', 'imaging_study', 'diagnostic_report', 'ai_prediction', 'claim',
     'invoice', 'document', 'referral', 'dentist_application', 'other');
create type platform.workflow_instance_status as enum ('active', 'completed', 'cancelled');
comment on type platform.workflow_kind is 'What a configurable workflow is for.';
comment on type platform.workflow_entity is 'What a workflow runs for.';
comment on type platform.workflow_instance_status is 'Whether a workflow still runs.';

create table tenant.workflows (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    kind platform.workflow_kind not null default 'other',
    entity_type platform.workflow_entity not null default 'other',
    description text check (length(description) <= 4000),
    revision integer not null default 1 check (revision >= 1),
    initial_state text not null check (initial_state ~ '^[a-z][a-z0-9_]{0,62}$'),
    states jsonb not null,
    transitions jsonb not null default '[]',
    is_active boolean not null default true,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    constraint states_shape check (platform.json_matches('{
        "type": "array", "minItems": 1, "maxItems": 100, "items": {
            "type": "object", "required": ["name"], "additionalProperties": false,
            "properties": {
                "name": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,62}$"},
                "label": {"type": "string", "minLength": 1, "maxLength": 200},
                "is_final": {"type": "boolean"},
                "due_in_hours": {"type": "integer", "minimum": 1, "maximum": 8760}
            }}}', states)),
    constraint transitions_shape check (platform.json_matches('{
        "type": "array", "maxItems": 500, "items": {
            "type": "object", "required": ["name", "from", "to"], "additionalProperties": false,
            "properties": {
                "name": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,62}$"},
                "label": {"type": "string", "minLength": 1, "maxLength": 200},
                "from": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,62}$"},
                "to": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,62}$"},
                "permission": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,62}$"},
                "comment_required": {"type": "boolean"}
            }}}', transitions)),
    check (states @> jsonb_build_array(jsonb_build_object('name', initial_state)))
);
create unique index workflows_name_revision on tenant.workflows (tenant_id, name, revision) where deleted_at is null;
create index on tenant.workflows (tenant_id, kind, is_active);
create index on tenant.workflows (tenant_id, entity_type, is_active);
create index on tenant.workflows using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.workflows is 'A state machine that the tenant configured: its states and the steps between them.';
comment on column tenant.workflows.name is 'Name of the workflow.';
comment on column tenant.workflows.kind is 'What it is for.';
comment on column tenant.workflows.entity_type is 'What it runs for.';
comment on column tenant.workflows.description is 'How it is meant.';
comment on column tenant.workflows.revision is 'Counts the editions of one name; runs keep the edition they began with.';
comment on column tenant.workflows.initial_state is 'The state in which a run begins.';
comment on column tenant.workflows.states is 'The states: name, label, whether it ends there, hours until it is due.';
comment on column tenant.workflows.transitions is 'The steps: name, label, from, to, the permission they need, whether they need a comment.';
comment on column tenant.workflows.is_active is 'Whether new runs can be begun.';
select platform.expose('workflows');

create table tenant.workflow_instances (
    like platform.deletable_row including defaults including generated including comments,
    workflow_id uuid not null,
    entity_type platform.workflow_entity not null,
    entity_id uuid not null,
    case_id uuid,
    patient_id uuid,
    state text not null check (state ~ '^[a-z][a-z0-9_]{0,62}$'),
    status platform.workflow_instance_status not null default 'active',
    assigned_to uuid,
    due_at timestamptz,
    started_at timestamptz not null default now(),
    completed_at timestamptz,
    context jsonb not null default '{}' check (jsonb_typeof(context) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, workflow_id) references tenant.workflows (tenant_id, id) on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, assigned_to) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (completed_at >= started_at),
    check ((completed_at is not null) = (status <> 'active')),
    check (entity_type <> 'case' or case_id = entity_id),
    check (entity_type <> 'patient' or patient_id = entity_id)
);
create index on tenant.workflow_instances (tenant_id, workflow_id, state);
create index on tenant.workflow_instances (tenant_id, entity_type, entity_id);
create index on tenant.workflow_instances (tenant_id, case_id);
create index on tenant.workflow_instances (tenant_id, patient_id);
create index on tenant.workflow_instances (tenant_id, assigned_to, status, due_at);
create index on tenant.workflow_instances (tenant_id, status, due_at);
create index on tenant.workflow_instances using gin (tenant_id, context);
comment on table tenant.workflow_instances is 'A run of a workflow for one row: the state in which it is.';
comment on column tenant.workflow_instances.workflow_id is 'The workflow.';
comment on column tenant.workflow_instances.entity_type is 'What it runs for.';
comment on column tenant.workflow_instances.entity_id is 'Identifier of the row that it runs for.';
comment on column tenant.workflow_instances.case_id is 'The case that it belongs to.';
comment on column tenant.workflow_instances.patient_id is 'The patient that it is about.';
comment on column tenant.workflow_instances.state is 'The state in which it is.';
comment on column tenant.workflow_instances.status is 'Whether it still runs.';
comment on column tenant.workflow_instances.assigned_to is 'Who has to take the next step.';
comment on column tenant.workflow_instances.due_at is 'When the next step is due.';
comment on column tenant.workflow_instances.started_at is 'When it began.';
comment on column tenant.workflow_instances.completed_at is 'When it ended.';
comment on column tenant.workflow_instances.context is 'What its steps need to know.';
select platform.expose('workflow_instances', verbs => '{read,update}',
    managed => '{workflow_id:start,entity_type:start,entity_id:start,case_id:start,patient_id:start,state:advance,status:advance,
                 started_at:start,completed_at:advance,context:advance}',
    phi => '{context}');

create table tenant.workflow_transitions (
    like platform.tenant_row including defaults including comments,
    instance_id uuid not null,
    name text not null check (name ~ '^[a-z][a-z0-9_]{0,62}$'),
    from_state text check (from_state ~ '^[a-z][a-z0-9_]{0,62}$'),
    to_state text not null check (to_state ~ '^[a-z][a-z0-9_]{0,62}$'),
    actor_id uuid,
    comment text check (length(comment) <= 4000),
    data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
    occurred_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, instance_id) references tenant.workflow_instances (tenant_id, id) on delete cascade,
    foreign key (tenant_id, actor_id) references platform.user_tenants (tenant_id, user_id) on delete restrict
);
create index on tenant.workflow_transitions (tenant_id, instance_id, occurred_at, id);
create index on tenant.workflow_transitions (tenant_id, actor_id, occurred_at);
comment on table tenant.workflow_transitions is 'A step that a run of a workflow took. Steps are only added.';
comment on column tenant.workflow_transitions.instance_id is 'The run.';
comment on column tenant.workflow_transitions.name is 'Name of the step.';
comment on column tenant.workflow_transitions.from_state is 'The state before; empty for the beginning.';
comment on column tenant.workflow_transitions.to_state is 'The state after.';
comment on column tenant.workflow_transitions.actor_id is 'Who took the step; empty for the system.';
comment on column tenant.workflow_transitions.comment is 'What was said to it.';
comment on column tenant.workflow_transitions.data is 'What was given with it.';
comment on column tenant.workflow_transitions.occurred_at is 'When it was taken.';
select platform.expose('workflow_transitions', verbs => '{read}', phi => '{comment,data}');
