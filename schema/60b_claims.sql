-- Insurance claims: what was sent to a payer, line by line, and what the payer decided.

create type platform.claim_use as enum ('claim', 'preauthorization', 'predetermination');
create type platform.claim_status as enum
    ('draft', 'ready', 'submitted', 'accepted', 'rejected', 'in_review', 'information_requested', 'approved', 'partially_paid', 'paid', 'denied', 'appealed',
     'cancelled', 'closed');
create type platform.claim_event_type as enum
    ('created', 'submitted', 'acknowledged', 'rejected', 'pended', 'information_requested', 'information_sent', 'adjudicated', 'paid', 'denied', 'appealed',
     'corrected', 'cancelled', 'closed', 'note');
create type platform.claim_event_source as enum ('practice', 'payer', 'clearinghouse', 'system');
comment on type platform.claim_use is 'Whether payment is asked for, or what the payer would pay (FHIR Claim.use).';
comment on type platform.claim_status is 'How far a claim is.';
comment on type platform.claim_event_type is 'What happened to a claim.';
comment on type platform.claim_event_source is 'Who reported what happened to a claim.';

create table tenant.claims (
    like platform.deletable_row including defaults including generated including comments,
    claim_number text not null default 'CL-' || lpad(platform.next_number('claim')::text, 6, '0') check (length(claim_number) between 1 and 50),
    use platform.claim_use not null default 'claim',
    status platform.claim_status not null default 'draft',
    patient_id uuid not null,
    payer_id uuid not null,
    insurance_policy_id uuid,
    encounter_id uuid,
    treatment_plan_id uuid,
    provider_id uuid,
    location_id uuid,
    replaces_claim_id uuid,
    payer_claim_number text check (length(payer_claim_number) <= 100),
    diagnosis_codes jsonb not null default '[]',
    service_start date,
    service_end date,
    submitted_at timestamptz,
    last_submitted_at timestamptz,
    adjudicated_at timestamptz,
    paid_at timestamptz,
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    total_billed_amount bigint not null default 0 check (total_billed_amount >= 0),
    total_allowed_amount bigint check (total_allowed_amount >= 0),
    total_paid_amount bigint check (total_paid_amount >= 0),
    patient_responsibility_amount bigint check (patient_responsibility_amount >= 0),
    denial_reason text check (length(denial_reason) <= 2000),
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    unique (tenant_id, claim_number),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, payer_id) references tenant.payers (tenant_id, id) on delete restrict,
    foreign key (tenant_id, insurance_policy_id) references tenant.patient_insurance_policies (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict,
    foreign key (tenant_id, treatment_plan_id) references tenant.treatment_plans (tenant_id, id) on delete restrict,
    foreign key (tenant_id, provider_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, replaces_claim_id) references tenant.claims (tenant_id, id) on delete restrict,
    constraint diagnosis_codes_shape check (platform.json_matches('{
        "type": "array", "maxItems": 25, "items": {
            "type": "object", "required": ["system", "code"], "additionalProperties": false,
            "properties": {
                "system": {"type": "string", "minLength": 1, "maxLength": 100},
                "code": {"type": "string", "minLength": 1, "maxLength": 50},
                "display": {"type": "string", "maxLength": 500}
            }}}', diagnosis_codes)),
    check (service_end >= service_start),
    check (last_submitted_at >= submitted_at),
    check (status in ('draft', 'ready', 'cancelled') or submitted_at is not null),
    check (status not in ('paid', 'partially_paid') or (paid_at is not null and total_paid_amount is not null))
);
create index on tenant.claims (tenant_id, patient_id, created_at);
create index on tenant.claims (tenant_id, payer_id, status);
create index on tenant.claims (tenant_id, insurance_policy_id);
create index on tenant.claims (tenant_id, encounter_id);
create index on tenant.claims (tenant_id, treatment_plan_id);
create index on tenant.claims (tenant_id, provider_id);
create index on tenant.claims (tenant_id, location_id);
create index on tenant.claims (tenant_id, replaces_claim_id);
create index on tenant.claims (tenant_id, status, submitted_at);
create index on tenant.claims (tenant_id, created_at, id);
create index on tenant.claims (tenant_id, payer_claim_number);
create index on tenant.claims using gin (tenant_id, claim_number platform.gin_trgm_ops);
comment on table tenant.claims is 'A claim to a payer for treatment of a patient (FHIR Claim, X12 837D).';
comment on column tenant.claims.claim_number is 'Number of the claim, unique in the tenant.';
comment on column tenant.claims.use is 'Whether payment is asked for, or what the payer would pay.';
comment on column tenant.claims.status is 'How far it is.';
comment on column tenant.claims.patient_id is 'The patient.';
comment on column tenant.claims.payer_id is 'Who is to pay.';
comment on column tenant.claims.insurance_policy_id is 'The policy that covers the patient.';
comment on column tenant.claims.encounter_id is 'The visit.';
comment on column tenant.claims.treatment_plan_id is 'The plan that is asked about.';
comment on column tenant.claims.provider_id is 'Who treated the patient or will.';
comment on column tenant.claims.location_id is 'Where the patient was treated.';
comment on column tenant.claims.replaces_claim_id is 'The former claim that this one corrects.';
comment on column tenant.claims.payer_claim_number is 'Number that the payer gave it.';
comment on column tenant.claims.diagnosis_codes is 'Diagnoses: system, code, display.';
comment on column tenant.claims.service_start is 'First day of treatment.';
comment on column tenant.claims.service_end is 'Last day of treatment.';
comment on column tenant.claims.submitted_at is 'When it was first sent.';
comment on column tenant.claims.last_submitted_at is 'When it was last sent.';
comment on column tenant.claims.adjudicated_at is 'When the payer decided.';
comment on column tenant.claims.paid_at is 'When the payer paid.';
comment on column tenant.claims.currency is 'Currency of all its amounts (ISO 4217).';
comment on column tenant.claims.total_billed_amount is 'What is charged, in minor units.';
comment on column tenant.claims.total_allowed_amount is 'What the payer allows, in minor units.';
comment on column tenant.claims.total_paid_amount is 'What the payer paid, in minor units.';
comment on column tenant.claims.patient_responsibility_amount is 'What is left to the patient, in minor units.';
comment on column tenant.claims.denial_reason is 'Why the payer denied it.';
comment on column tenant.claims.notes is 'What else there is to say.';
select platform.expose('claims',
    managed => '{status:submit,submitted_at:submit,last_submitted_at:submit,total_billed_amount:submit,payer_claim_number:adjudicate,
                 adjudicated_at:adjudicate,paid_at:adjudicate,total_allowed_amount:adjudicate,total_paid_amount:adjudicate,
                 patient_responsibility_amount:adjudicate,denial_reason:adjudicate}',
    phi => '{payer_claim_number,diagnosis_codes,service_start,service_end,denial_reason,notes}',
    deidentify => '{claim_number:pseudonymise,diagnosis_codes:keep}');

create table tenant.claim_lines (
    like platform.deletable_row including defaults including generated including comments,
    claim_id uuid not null,
    line_number smallint not null default 1 check (line_number between 1 and 999),
    procedure_id uuid,
    treatment_plan_item_id uuid,
    procedure_code text not null check (length(procedure_code) between 1 and 20),
    description text check (length(description) <= 1000),
    tooth_number platform.fdi_number,
    surface platform.tooth_surface[] not null default '{}' check (cardinality(surface) <= 6),
    service_date date,
    quantity numeric(10, 2) not null default 1 check (quantity > 0),
    billed_amount bigint not null check (billed_amount >= 0),
    allowed_amount bigint check (allowed_amount >= 0),
    deductible_amount bigint check (deductible_amount >= 0),
    adjustment_amount bigint,
    paid_amount bigint check (paid_amount >= 0),
    patient_responsibility_amount bigint check (patient_responsibility_amount >= 0),
    adjustment_codes jsonb not null default '[]',
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, claim_id) references tenant.claims (tenant_id, id) on delete cascade,
    foreign key (tenant_id, procedure_id) references tenant.procedures (tenant_id, id) on delete restrict,
    foreign key (tenant_id, treatment_plan_item_id) references tenant.treatment_plan_items (tenant_id, id) on delete restrict,
    constraint adjustment_codes_shape check (platform.json_matches('{
        "type": "array", "maxItems": 50, "items": {
            "type": "object", "required": ["group", "reason", "amount"], "additionalProperties": false,
            "properties": {
                "group": {"enum": ["CO", "OA", "PI", "PR", "CR"]},
                "reason": {"type": "string", "minLength": 1, "maxLength": 10},
                "amount": {"type": "integer"},
                "remark": {"type": "string", "maxLength": 20}
            }}}', adjustment_codes)),
    check (tooth_number is not null or surface = '{}'),
    constraint procedure_or_plan_item check (num_nonnulls(procedure_id, treatment_plan_item_id) = 1)
);
create unique index claim_lines_number on tenant.claim_lines (tenant_id, claim_id, line_number) where deleted_at is null;
create index on tenant.claim_lines (tenant_id, claim_id);
create index on tenant.claim_lines (tenant_id, procedure_id);
create index on tenant.claim_lines (tenant_id, treatment_plan_item_id);
create index on tenant.claim_lines (tenant_id, procedure_code);
comment on table tenant.claim_lines is 'One service of a claim, done or planned (FHIR Claim.item).';
comment on column tenant.claim_lines.claim_id is 'The claim.';
comment on column tenant.claim_lines.line_number is 'Its place in the claim.';
comment on column tenant.claim_lines.procedure_id is 'The treatment that was done; either this or the planned one.';
comment on column tenant.claim_lines.treatment_plan_item_id is 'The treatment that is planned; either this or the done one.';
comment on column tenant.claim_lines.procedure_code is 'Code of the service (CDT).';
comment on column tenant.claim_lines.description is 'The service in words.';
comment on column tenant.claim_lines.tooth_number is 'Tooth number, FDI two-digit notation (ISO 3950).';
comment on column tenant.claim_lines.surface is 'Surfaces of the tooth.';
comment on column tenant.claim_lines.service_date is 'Day of the service.';
comment on column tenant.claim_lines.quantity is 'How many.';
comment on column tenant.claim_lines.billed_amount is 'What is charged, in minor units of the claim''s currency.';
comment on column tenant.claim_lines.allowed_amount is 'What the payer allows, in minor units.';
comment on column tenant.claim_lines.deductible_amount is 'What goes to the patient''s deductible, in minor units.';
comment on column tenant.claim_lines.adjustment_amount is 'What the payer took off, in minor units.';
comment on column tenant.claim_lines.paid_amount is 'What the payer paid, in minor units.';
comment on column tenant.claim_lines.patient_responsibility_amount is 'What is left to the patient, in minor units.';
comment on column tenant.claim_lines.adjustment_codes is 'Why amounts were changed: group and reason of X12 (CAGC, CARC), amount in minor units, remark (RARC).';
select platform.expose('claim_lines',
    managed => '{allowed_amount:adjudicate,deductible_amount:adjudicate,adjustment_amount:adjudicate,paid_amount:adjudicate,
                 patient_responsibility_amount:adjudicate,adjustment_codes:adjudicate}',
    phi => '{procedure_code,description,tooth_number,surface,service_date}',
    deidentify => '{procedure_code:keep,tooth_number:keep,surface:keep}');

create table tenant.claim_status_events (
    like platform.tenant_row including defaults including comments,
    claim_id uuid not null,
    claim_line_id uuid,
    event_type platform.claim_event_type not null,
    source platform.claim_event_source not null default 'payer',
    from_status platform.claim_status,
    to_status platform.claim_status,
    occurred_at timestamptz not null default now(),
    received_at timestamptz not null default now(),
    payer_status_code text check (length(payer_status_code) <= 20),
    allowed_amount bigint check (allowed_amount >= 0),
    paid_amount bigint check (paid_amount >= 0),
    patient_responsibility_amount bigint check (patient_responsibility_amount >= 0),
    message text check (length(message) <= 4000),
    content jsonb not null default '{}' check (jsonb_typeof(content) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, claim_id) references tenant.claims (tenant_id, id) on delete cascade,
    foreign key (tenant_id, claim_line_id) references tenant.claim_lines (tenant_id, id) on delete cascade
);
create index on tenant.claim_status_events (tenant_id, claim_id, occurred_at, id);
create index on tenant.claim_status_events (tenant_id, claim_line_id);
create index on tenant.claim_status_events (tenant_id, event_type, occurred_at);
create index on tenant.claim_status_events (tenant_id, to_status, occurred_at);
comment on table tenant.claim_status_events is 'What happened to a claim on its way to payment. Events are only added (FHIR ClaimResponse, X12 277 and 835).';
comment on column tenant.claim_status_events.claim_id is 'The claim.';
comment on column tenant.claim_status_events.claim_line_id is 'The line, where only one is concerned.';
comment on column tenant.claim_status_events.event_type is 'What happened.';
comment on column tenant.claim_status_events.source is 'Who reported it.';
comment on column tenant.claim_status_events.from_status is 'Status of the claim before.';
comment on column tenant.claim_status_events.to_status is 'Status of the claim after.';
comment on column tenant.claim_status_events.occurred_at is 'When it happened.';
comment on column tenant.claim_status_events.received_at is 'When it became known here.';
comment on column tenant.claim_status_events.payer_status_code is 'Status code of the payer (X12 claim status category and code).';
comment on column tenant.claim_status_events.allowed_amount is 'What the payer allows, in minor units of the claim''s currency.';
comment on column tenant.claim_status_events.paid_amount is 'What the payer pays, in minor units.';
comment on column tenant.claim_status_events.patient_responsibility_amount is 'What is left to the patient, in minor units.';
comment on column tenant.claim_status_events.message is 'What the payer says.';
comment on column tenant.claim_status_events.content is 'The report as it was received.';
select platform.expose('claim_status_events', verbs => '{read}', phi => '{message,content}');

alter table tenant.payments
    add foreign key (tenant_id, claim_id) references tenant.claims (tenant_id, id) on delete restrict;
