-- Teeth and their treatment: charts, periodontal measurements, plans, procedures and what came of them.

create type platform.tooth_notation as enum ('fdi', 'universal', 'palmer');
create type platform.dentition_stage as enum ('permanent', 'primary', 'mixed');
create type platform.tooth_surface as enum
    ('mesial', 'occlusal', 'distal', 'buccal', 'lingual', 'incisal', 'facial', 'palatal', 'cervical', 'root');
create type platform.oral_area as enum
    ('full_mouth', 'upper_arch', 'lower_arch', 'upper_right', 'upper_left', 'lower_left', 'lower_right', 'upper_right_sextant',
     'upper_anterior_sextant', 'upper_left_sextant', 'lower_left_sextant', 'lower_anterior_sextant', 'lower_right_sextant');
create type platform.perio_site as enum ('mb', 'b', 'db', 'ml', 'l', 'dl');
create type platform.treatment_plan_status as enum ('draft', 'presented', 'accepted', 'partially_accepted', 'declined', 'completed');
create type platform.plan_item_status as enum ('planned', 'accepted', 'declined', 'scheduled', 'completed', 'cancelled');
create type platform.procedure_status as enum ('planned', 'in_progress', 'completed', 'stopped', 'not_done', 'entered_in_error');
comment on type platform.tooth_notation is 'Notation of tooth numbers: FDI (ISO 3950), universal (United States) or Palmer.';
comment on type platform.dentition_stage is 'Permanent teeth, milk teeth or both.';
comment on type platform.tooth_surface is 'A surface of a tooth.';
comment on type platform.oral_area is 'A part of the mouth (ISO 3950: whole mouth, arches, quadrants, sextants).';
comment on type platform.perio_site is 'One of the six sites around a tooth: mesial, middle, distal; buccal (b) or lingual (l).';
comment on type platform.treatment_plan_status is 'How far a treatment plan is with the patient.';
comment on type platform.plan_item_status is 'How far one planned procedure is.';
comment on type platform.procedure_status is 'How a procedure ended (FHIR event-status).';

create table tenant.tooth_chart_snapshots (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    encounter_id uuid,
    practitioner_id uuid,
    charted_at timestamptz not null default now(),
    notation platform.tooth_notation not null default 'fdi',
    dentition platform.dentition_stage not null default 'permanent',
    chart_json jsonb not null,
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete restrict on update cascade,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    constraint tooth_chart_snapshots_chart_shape check (platform.json_matches('{
        "type": "object", "required": ["numbering", "teeth"], "additionalProperties": false, "properties": {
            "numbering": {"type": "object", "required": ["code_system"], "additionalProperties": false, "properties": {
                "code_system": {"type": "string", "minLength": 1, "maxLength": 200}, "version": {"type": "string", "maxLength": 50}}},
            "teeth": {"type": "array", "maxItems": 104, "items": {
                "type": "object", "required": ["tooth"], "additionalProperties": false, "properties": {
                    "tooth": {"type": "integer", "minimum": 11, "maximum": 85},
                    "status": {"enum": ["present", "missing", "extracted", "unerupted", "impacted", "erupting", "implant", "root_remnant", "supernumerary"]},
                    "conditions": {"type": "array", "maxItems": 50, "items": {
                        "type": "object", "required": ["code"], "additionalProperties": false, "properties": {
                            "code": {"type": "string", "minLength": 1, "maxLength": 50}, "code_system": {"type": "string", "maxLength": 200},
                            "display": {"type": "string", "maxLength": 500}, "severity": {"type": "string", "maxLength": 50},
                            "surfaces": {"type": "array", "maxItems": 10, "items": {"type": "string", "maxLength": 20}}}}},
                    "restorations": {"type": "array", "maxItems": 50, "items": {
                        "type": "object", "required": ["kind"], "additionalProperties": false, "properties": {
                            "kind": {"type": "string", "minLength": 1, "maxLength": 100}, "material": {"type": "string", "maxLength": 100},
                            "condition": {"type": "string", "maxLength": 100}, "placed_on": {"type": "string", "maxLength": 10},
                            "surfaces": {"type": "array", "maxItems": 10, "items": {"type": "string", "maxLength": 20}}}}},
                    "prostheses": {"type": "array", "maxItems": 20, "items": {
                        "type": "object", "required": ["kind"], "additionalProperties": false, "properties": {
                            "kind": {"type": "string", "minLength": 1, "maxLength": 100}, "material": {"type": "string", "maxLength": 100},
                            "group": {"type": "string", "maxLength": 50}, "placed_on": {"type": "string", "maxLength": 10}}}},
                    "notes": {"type": "string", "maxLength": 2000}}}}}}', chart_json))
);
create index on tenant.tooth_chart_snapshots (tenant_id, patient_id, charted_at, id);
create index on tenant.tooth_chart_snapshots (tenant_id, encounter_id, patient_id);
create index on tenant.tooth_chart_snapshots (tenant_id, practitioner_id);
create index on tenant.tooth_chart_snapshots using gin (tenant_id, chart_json);
comment on table tenant.tooth_chart_snapshots is 'The whole dental chart of a patient as it was at one time; a change is a new snapshot.';
comment on column tenant.tooth_chart_snapshots.patient_id is 'The patient.';
comment on column tenant.tooth_chart_snapshots.encounter_id is 'The visit; empty for a chart without one.';
comment on column tenant.tooth_chart_snapshots.practitioner_id is 'Who charted.';
comment on column tenant.tooth_chart_snapshots.charted_at is 'When it was charted.';
comment on column tenant.tooth_chart_snapshots.notation is 'Notation in which it is shown; stored teeth are in FDI notation always.';
comment on column tenant.tooth_chart_snapshots.dentition is 'Permanent teeth, milk teeth or both.';
comment on column tenant.tooth_chart_snapshots.chart_json is
    'For each tooth its status, conditions, restorations and prostheses, by surface; and the code system of the numbers (ISO 3950).';
comment on column tenant.tooth_chart_snapshots.notes is 'What is worth knowing.';
select platform.expose('tooth_chart_snapshots', verbs => '{read,create,delete}', phi => '{dentition,chart_json,notes}', deidentify => '{dentition:keep}');

create table tenant.perio_measurements (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    encounter_id uuid not null,
    practitioner_id uuid,
    measured_at timestamptz not null default now(),
    tooth_number platform.fdi_number not null,
    site platform.perio_site not null,
    pocket_depth_mm numeric(3, 1) check (pocket_depth_mm between 0 and 20),
    gingival_margin_mm numeric(3, 1) check (gingival_margin_mm between -15 and 20),
    attachment_loss_mm numeric(4, 1) generated always as (pocket_depth_mm + gingival_margin_mm) stored,
    bleeding_on_probing boolean,
    suppuration boolean,
    plaque boolean,
    mobility_grade smallint check (mobility_grade between 0 and 3),
    furcation_involvement smallint check (furcation_involvement between 0 and 4),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete restrict on update cascade,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict
);
create unique index perio_measurements_site on tenant.perio_measurements (tenant_id, encounter_id, tooth_number, site) where deleted_at is null;
create index on tenant.perio_measurements (tenant_id, encounter_id, patient_id);
create index on tenant.perio_measurements (tenant_id, patient_id, tooth_number, site, measured_at);
create index on tenant.perio_measurements (tenant_id, practitioner_id);
create index on tenant.perio_measurements (tenant_id, measured_at, id);
comment on table tenant.perio_measurements is 'What was measured with the probe at one of the six sites of a tooth (FHIR Observation).';
comment on column tenant.perio_measurements.patient_id is 'The patient.';
comment on column tenant.perio_measurements.encounter_id is 'The visit.';
comment on column tenant.perio_measurements.practitioner_id is 'Who measured.';
comment on column tenant.perio_measurements.measured_at is 'When it was measured.';
comment on column tenant.perio_measurements.tooth_number is 'Tooth, FDI two-digit notation (ISO 3950).';
comment on column tenant.perio_measurements.site is 'Site of the tooth.';
comment on column tenant.perio_measurements.pocket_depth_mm is 'Probing depth, millimetres.';
comment on column tenant.perio_measurements.gingival_margin_mm is 'Distance of the gum''s margin from the enamel''s, millimetres; positive where the gum has receded.';
comment on column tenant.perio_measurements.attachment_loss_mm is 'Clinical attachment loss, millimetres: probing depth and recession together.';
comment on column tenant.perio_measurements.bleeding_on_probing is 'Whether the site bled.';
comment on column tenant.perio_measurements.suppuration is 'Whether there was pus.';
comment on column tenant.perio_measurements.plaque is 'Whether there was plaque.';
comment on column tenant.perio_measurements.mobility_grade is 'Mobility of the tooth, Miller 0 to 3.';
comment on column tenant.perio_measurements.furcation_involvement is 'Furcation involvement at the site, Glickman 0 to 4.';
select platform.expose('perio_measurements',
    phi => '{tooth_number,site,pocket_depth_mm,gingival_margin_mm,attachment_loss_mm,bleeding_on_probing,suppuration,plaque,mobility_grade,
             furcation_involvement}',
    deidentify => '{tooth_number:keep,site:keep,pocket_depth_mm:keep,gingival_margin_mm:keep,attachment_loss_mm:keep,bleeding_on_probing:keep,
                    suppuration:keep,plaque:keep,mobility_grade:keep,furcation_involvement:keep}');

create table tenant.treatment_plans (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    encounter_id uuid,
    practitioner_id uuid,
    alternative_to_id uuid,
    title text check (length(title) <= 200),
    status platform.treatment_plan_status not null default 'draft',
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    total_estimated_cost bigint check (total_estimated_cost >= 0),
    estimated_insurance_coverage bigint check (estimated_insurance_coverage >= 0),
    presented_at timestamptz,
    decided_at timestamptz,
    completed_at timestamptz,
    valid_until date,
    notes text check (length(notes) <= 10000),
    primary key (tenant_id, id),
    unique (tenant_id, id, patient_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete restrict on update cascade,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, alternative_to_id) references tenant.treatment_plans (tenant_id, id) on delete restrict,
    foreign key (tenant_id, created_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (estimated_insurance_coverage <= total_estimated_cost),
    check (num_nonnulls(total_estimated_cost, estimated_insurance_coverage) = 0 or currency is not null),
    check (decided_at >= presented_at),
    check (alternative_to_id <> id)
);
create index on tenant.treatment_plans (tenant_id, patient_id, created_at, id);
create index on tenant.treatment_plans (tenant_id, encounter_id, patient_id);
create index on tenant.treatment_plans (tenant_id, practitioner_id);
create index on tenant.treatment_plans (tenant_id, alternative_to_id);
create index on tenant.treatment_plans (tenant_id, created_by);
create index on tenant.treatment_plans (tenant_id, status, created_at, id);
create index on tenant.treatment_plans using gin (tenant_id, title platform.gin_trgm_ops);
comment on table tenant.treatment_plans is 'What is proposed to a patient, with costs (FHIR CarePlan).';
comment on column tenant.treatment_plans.patient_id is 'The patient.';
comment on column tenant.treatment_plans.encounter_id is 'The visit at which it was made.';
comment on column tenant.treatment_plans.practitioner_id is 'Who is responsible for the treatment.';
comment on column tenant.treatment_plans.alternative_to_id is 'The plan that it is an alternative to.';
comment on column tenant.treatment_plans.title is 'What it is about, in a few words.';
comment on column tenant.treatment_plans.status is 'How far it is with the patient.';
comment on column tenant.treatment_plans.currency is 'Currency of the amounts (ISO 4217).';
comment on column tenant.treatment_plans.total_estimated_cost is 'What it will cost, in minor units of the currency.';
comment on column tenant.treatment_plans.estimated_insurance_coverage is 'What insurance will pay of that, in minor units of the currency.';
comment on column tenant.treatment_plans.presented_at is 'When the patient was shown it.';
comment on column tenant.treatment_plans.decided_at is 'When the patient decided.';
comment on column tenant.treatment_plans.completed_at is 'When all that was accepted was done.';
comment on column tenant.treatment_plans.valid_until is 'Last day on which the costs hold.';
comment on column tenant.treatment_plans.notes is 'What is worth knowing about it.';
select platform.expose('treatment_plans', managed => '{status:advance,presented_at:advance,decided_at:advance,completed_at:advance}',
    phi => '{title,notes}');

create table tenant.treatment_plan_items (
    like platform.deletable_row including defaults including generated including comments,
    plan_id uuid not null,
    patient_id uuid not null,
    procedure_catalog_id uuid,
    practitioner_id uuid,
    condition_id uuid,
    cdt_code text not null check (length(cdt_code) between 1 and 20),
    description text check (length(description) <= 1000),
    tooth_number platform.fdi_number,
    surface platform.tooth_surface[] not null default '{}' check (cardinality(surface) <= 6),
    oral_area platform.oral_area,
    phase smallint not null default 1 check (phase between 1 and 100),
    sequence_order integer not null default 1 check (sequence_order between 1 and 10000),
    quantity smallint not null default 1 check (quantity between 1 and 1000),
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    estimated_fee bigint check (estimated_fee >= 0),
    estimated_patient_portion bigint check (estimated_patient_portion >= 0),
    status platform.plan_item_status not null default 'planned',
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    unique (tenant_id, id, plan_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, plan_id, patient_id) references tenant.treatment_plans (tenant_id, id, patient_id) on delete cascade on update cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, condition_id) references tenant.patient_conditions (tenant_id, id) on delete restrict,
    check (tooth_number is not null or surface = '{}'),
    check (estimated_patient_portion <= estimated_fee),
    check (num_nonnulls(estimated_fee, estimated_patient_portion) = 0 or currency is not null)
);
create index on tenant.treatment_plan_items (tenant_id, plan_id, patient_id);
create index on tenant.treatment_plan_items (tenant_id, plan_id, phase, sequence_order, id);
create index on tenant.treatment_plan_items (tenant_id, patient_id, status);
create index on tenant.treatment_plan_items (tenant_id, procedure_catalog_id);
create index on tenant.treatment_plan_items (tenant_id, practitioner_id);
create index on tenant.treatment_plan_items (tenant_id, condition_id);
create index on tenant.treatment_plan_items (tenant_id, cdt_code);
comment on table tenant.treatment_plan_items is 'One planned procedure of a treatment plan (FHIR ServiceRequest).';
comment on column tenant.treatment_plan_items.plan_id is 'The plan.';
comment on column tenant.treatment_plan_items.patient_id is 'The patient; the plan''s own.';
comment on column tenant.treatment_plan_items.procedure_catalog_id is 'The procedure, in the tenant''s catalog.';
comment on column tenant.treatment_plan_items.practitioner_id is 'Who is to do it.';
comment on column tenant.treatment_plan_items.condition_id is 'The condition that it treats.';
comment on column tenant.treatment_plan_items.cdt_code is 'Code of the procedure: CDT, or the tenant''s own list.';
comment on column tenant.treatment_plan_items.description is 'What is to be done.';
comment on column tenant.treatment_plan_items.tooth_number is 'Tooth, FDI two-digit notation (ISO 3950).';
comment on column tenant.treatment_plan_items.surface is 'Surfaces of the tooth.';
comment on column tenant.treatment_plan_items.oral_area is 'Part of the mouth, where it is not one tooth.';
comment on column tenant.treatment_plan_items.phase is 'Phase of the plan, from 1.';
comment on column tenant.treatment_plan_items.sequence_order is 'Order in the plan, from 1.';
comment on column tenant.treatment_plan_items.quantity is 'How often it is to be done.';
comment on column tenant.treatment_plan_items.currency is 'Currency of the amounts (ISO 4217).';
comment on column tenant.treatment_plan_items.estimated_fee is 'What it will cost in all, in minor units of the currency.';
comment on column tenant.treatment_plan_items.estimated_patient_portion is 'What the patient will pay of that, in minor units of the currency.';
comment on column tenant.treatment_plan_items.status is 'How far it is.';
comment on column tenant.treatment_plan_items.notes is 'What is worth knowing about it.';
select platform.expose('treatment_plan_items', managed => '{status:advance}', phi => '{cdt_code,description,tooth_number,surface,oral_area,notes}',
    deidentify => '{cdt_code:keep,tooth_number:keep,surface:keep,oral_area:keep}');

create table tenant.procedures (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    encounter_id uuid,
    provider_id uuid,
    procedure_catalog_id uuid,
    cdt_code text not null check (length(cdt_code) between 1 and 20),
    description text check (length(description) <= 1000),
    tooth_number platform.fdi_number,
    surface platform.tooth_surface[] not null default '{}' check (cardinality(surface) <= 6),
    oral_area platform.oral_area,
    quantity smallint not null default 1 check (quantity between 1 and 1000),
    start_at timestamptz,
    end_at timestamptz,
    status platform.procedure_status not null default 'completed',
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    fee bigint check (fee >= 0),
    anesthesia text check (length(anesthesia) <= 500),
    notes text check (length(notes) <= 10000),
    primary key (tenant_id, id),
    unique (tenant_id, id, patient_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete restrict on update cascade,
    foreign key (tenant_id, provider_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    check (end_at >= start_at),
    check (tooth_number is not null or surface = '{}'),
    check (fee is null or currency is not null)
);
create index on tenant.procedures (tenant_id, patient_id, start_at, id);
create index on tenant.procedures (tenant_id, encounter_id, patient_id);
create index on tenant.procedures (tenant_id, provider_id, start_at);
create index on tenant.procedures (tenant_id, procedure_catalog_id);
create index on tenant.procedures (tenant_id, cdt_code, start_at);
create index on tenant.procedures (tenant_id, status, start_at);
create index on tenant.procedures (tenant_id, start_at, id);
comment on table tenant.procedures is 'A clinical service that was done (FHIR Procedure).';
comment on column tenant.procedures.patient_id is 'The patient.';
comment on column tenant.procedures.encounter_id is 'The visit.';
comment on column tenant.procedures.provider_id is 'Who did it.';
comment on column tenant.procedures.procedure_catalog_id is 'The procedure, in the tenant''s catalog.';
comment on column tenant.procedures.cdt_code is 'Code of the procedure: CDT, or the tenant''s own list.';
comment on column tenant.procedures.description is 'What was done.';
comment on column tenant.procedures.tooth_number is 'Tooth, FDI two-digit notation (ISO 3950).';
comment on column tenant.procedures.surface is 'Surfaces of the tooth.';
comment on column tenant.procedures.oral_area is 'Part of the mouth, where it is not one tooth.';
comment on column tenant.procedures.quantity is 'How often it was done.';
comment on column tenant.procedures.start_at is 'When it began.';
comment on column tenant.procedures.end_at is 'When it ended.';
comment on column tenant.procedures.status is 'How it ended.';
comment on column tenant.procedures.currency is 'Currency of the fee (ISO 4217).';
comment on column tenant.procedures.fee is 'What is charged for it in all, in minor units of the currency.';
comment on column tenant.procedures.anesthesia is 'Anaesthetic: substance, amount, technique.';
comment on column tenant.procedures.notes is 'What is worth knowing about it.';
select platform.expose('procedures', phi => '{cdt_code,description,tooth_number,surface,oral_area,anesthesia,notes}',
    deidentify => '{cdt_code:keep,tooth_number:keep,surface:keep,oral_area:keep}');

create table tenant.treatment_plan_procedures (
    like platform.tenant_row including defaults including comments,
    plan_id uuid not null,
    item_id uuid not null,
    procedure_id uuid not null,
    patient_id uuid not null,
    primary key (tenant_id, id),
    unique (tenant_id, item_id, procedure_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    -- Deferrable, so that plan and procedure can move to another patient one after the other when two entries of a patient are merged.
    foreign key (tenant_id, plan_id, patient_id) references tenant.treatment_plans (tenant_id, id, patient_id)
        on delete cascade on update cascade deferrable,
    foreign key (tenant_id, item_id, plan_id) references tenant.treatment_plan_items (tenant_id, id, plan_id) on delete cascade on update cascade,
    foreign key (tenant_id, procedure_id, patient_id) references tenant.procedures (tenant_id, id, patient_id)
        on delete cascade on update cascade deferrable
);
create index on tenant.treatment_plan_procedures (tenant_id, plan_id, patient_id);
create index on tenant.treatment_plan_procedures (tenant_id, item_id, plan_id);
create index on tenant.treatment_plan_procedures (tenant_id, procedure_id, patient_id);
comment on table tenant.treatment_plan_procedures is 'Which procedures carry out which items of a plan; one may take several, and serve several.';
comment on column tenant.treatment_plan_procedures.plan_id is 'The plan.';
comment on column tenant.treatment_plan_procedures.item_id is 'The item of the plan.';
comment on column tenant.treatment_plan_procedures.procedure_id is 'The procedure.';
comment on column tenant.treatment_plan_procedures.patient_id is 'The patient; plan''s and procedure''s own.';
select platform.expose('treatment_plan_procedures');

create table tenant.procedure_materials (
    like platform.deletable_row including defaults including generated including comments,
    procedure_id uuid not null,
    patient_id uuid not null,
    material_id uuid,
    inventory_item_id uuid,
    description text check (length(description) <= 500),
    quantity numeric(12, 3) not null default 1 check (quantity > 0),
    unit text check (length(unit) <= 30),
    shade text check (length(shade) <= 30),
    lot_number text check (length(lot_number) <= 100),
    serial_number text check (length(serial_number) <= 100),
    udi text check (length(udi) <= 200),
    expires_on date,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, procedure_id, patient_id) references tenant.procedures (tenant_id, id, patient_id) on delete cascade on update cascade,
    foreign key (material_id) references platform.material_reference (id) on delete restrict,
    check (num_nonnulls(material_id, inventory_item_id, description) > 0)
);
create index on tenant.procedure_materials (tenant_id, procedure_id, patient_id);
create index on tenant.procedure_materials (tenant_id, patient_id);
create index on tenant.procedure_materials (material_id);
create index on tenant.procedure_materials (tenant_id, inventory_item_id);
create index on tenant.procedure_materials (tenant_id, lot_number);
create index on tenant.procedure_materials (tenant_id, udi);
comment on table tenant.procedure_materials is 'A material or implant that was used in a procedure; lots and implants can be traced to the patient.';
comment on column tenant.procedure_materials.procedure_id is 'The procedure.';
comment on column tenant.procedure_materials.patient_id is 'The patient; the procedure''s own.';
comment on column tenant.procedure_materials.material_id is 'The material, in the catalog of materials.';
comment on column tenant.procedure_materials.inventory_item_id is 'The item of the stock that it was taken from.';
comment on column tenant.procedure_materials.description is 'What it was, where no catalog has it.';
comment on column tenant.procedure_materials.quantity is 'How much was used.';
comment on column tenant.procedure_materials.unit is 'Unit of the quantity (UCUM): g, ml, piece.';
comment on column tenant.procedure_materials.shade is 'Shade.';
comment on column tenant.procedure_materials.lot_number is 'Lot of the manufacturer.';
comment on column tenant.procedure_materials.serial_number is 'Serial number.';
comment on column tenant.procedure_materials.udi is 'Unique device identifier of an implant (UDI, EU MDR and FDA).';
comment on column tenant.procedure_materials.expires_on is 'Expiry date.';
select platform.expose('procedure_materials', phi => '{serial_number,udi}');

create table tenant.clinical_outcomes (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    procedure_id uuid,
    encounter_id uuid,
    assessed_at timestamptz not null default now(),
    assessed_by_id uuid,
    follow_up_months smallint check (follow_up_months between 0 and 600),
    success boolean,
    outcome_scores jsonb not null default '{}' check (jsonb_typeof(outcome_scores) = 'object'),
    complications jsonb not null default '[]',
    satisfaction smallint check (satisfaction between 0 and 10),
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, procedure_id, patient_id) references tenant.procedures (tenant_id, id, patient_id) on delete restrict on update cascade,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete restrict on update cascade,
    foreign key (tenant_id, assessed_by_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    check (num_nonnulls(procedure_id, encounter_id) = 1),
    constraint clinical_outcomes_complications_shape check (platform.json_matches('{
        "type": "array", "maxItems": 50, "items": {
            "type": "object", "required": ["description"], "additionalProperties": false, "properties": {
                "description": {"type": "string", "minLength": 1, "maxLength": 1000}, "code": {"type": "string", "maxLength": 50},
                "code_system": {"type": "string", "maxLength": 200}, "severity": {"enum": ["mild", "moderate", "severe", "life_threatening"]},
                "occurred_on": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}}}', complications))
);
create index on tenant.clinical_outcomes (tenant_id, patient_id, assessed_at);
create index on tenant.clinical_outcomes (tenant_id, procedure_id, patient_id);
create index on tenant.clinical_outcomes (tenant_id, encounter_id, patient_id);
create index on tenant.clinical_outcomes (tenant_id, assessed_by_id);
create index on tenant.clinical_outcomes (tenant_id, success, assessed_at);
comment on table tenant.clinical_outcomes is 'What came of a procedure or a visit, seen at a follow-up.';
comment on column tenant.clinical_outcomes.patient_id is 'The patient; the procedure''s or visit''s own.';
comment on column tenant.clinical_outcomes.procedure_id is 'The procedure.';
comment on column tenant.clinical_outcomes.encounter_id is 'The visit, where it is not about one procedure.';
comment on column tenant.clinical_outcomes.assessed_at is 'When it was assessed.';
comment on column tenant.clinical_outcomes.assessed_by_id is 'Who assessed it.';
comment on column tenant.clinical_outcomes.follow_up_months is 'Months since the treatment.';
comment on column tenant.clinical_outcomes.success is 'Whether the treatment succeeded; empty while that is open.';
comment on column tenant.clinical_outcomes.outcome_scores is 'Scores by name, each with its own scale: OHIP-14, healing index.';
comment on column tenant.clinical_outcomes.complications is 'What went wrong: description, code, severity, day.';
comment on column tenant.clinical_outcomes.satisfaction is 'How content the patient is, 0 to 10.';
comment on column tenant.clinical_outcomes.notes is 'What is worth knowing about it.';
select platform.expose('clinical_outcomes', phi => '{success,outcome_scores,complications,satisfaction,notes}',
    deidentify => '{success:keep,outcome_scores:keep,satisfaction:keep}');
