-- A patient's problem list: conditions, medicines, allergies, habits, and the history told at intake.

-- The labels are the short names of platform.code_systems; 'custom' is the tenant's own list. Codes are not checked against code_values: most
-- systems are licensed, and their codes are not included.
create type platform.coding_system as enum
    ('icd_10', 'icd_10_cm', 'icd_11', 'snomed_ct', 'snodent', 'cdt', 'loinc', 'rxnorm', 'atc', 'ndc', 'unii', 'dicom', 'iso_3950', 'internal', 'custom');
create type platform.condition_status as enum ('active', 'recurrence', 'remission', 'resolved', 'historical');
create type platform.verification_status as enum ('unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered_in_error');
create type platform.clinical_severity as enum ('mild', 'moderate', 'severe', 'life_threatening');
create type platform.medication_status as enum ('current', 'on_hold', 'historical');
create type platform.medication_route as enum ('oral', 'topical', 'sublingual', 'inhaled', 'nasal', 'intravenous', 'intramuscular', 'subcutaneous', 'rectal', 'other');
create type platform.allergy_category as enum ('drug', 'material', 'food', 'environment', 'other');
create type platform.allergy_status as enum ('active', 'inactive', 'resolved');
comment on type platform.coding_system is 'Which list of codes a clinical code comes from.';
comment on type platform.condition_status is 'Whether the patient has the condition now (FHIR condition-clinical).';
comment on type platform.verification_status is 'How sure a diagnosis or allergy is (FHIR condition-ver-status).';
comment on type platform.clinical_severity is 'How bad a condition, reaction or complication is.';
comment on type platform.medication_status is 'Whether the patient takes the medicine now.';
comment on type platform.medication_route is 'How a medicine is taken.';
comment on type platform.allergy_category is 'What the patient does not bear.';
comment on type platform.allergy_status is 'Whether an allergy still counts.';

create table tenant.patient_conditions (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    code_system platform.coding_system not null default 'custom',
    code text check (length(code) between 1 and 50),
    display text not null check (length(display) between 1 and 500),
    tooth_number platform.fdi_number,
    status platform.condition_status not null default 'active',
    verification platform.verification_status not null default 'confirmed',
    severity platform.clinical_severity,
    onset_date date,
    resolved_date date,
    encounter_id uuid,
    practitioner_id uuid,
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    check (resolved_date >= onset_date),
    check (code is not null or code_system = 'custom')
);
create index on tenant.patient_conditions (tenant_id, patient_id, status);
create index on tenant.patient_conditions (tenant_id, encounter_id);
create index on tenant.patient_conditions (tenant_id, practitioner_id);
create index on tenant.patient_conditions (tenant_id, code_system, code);
create index on tenant.patient_conditions using gin (tenant_id, display platform.gin_trgm_ops);
comment on table tenant.patient_conditions is 'An illness or finding that a patient has or had (FHIR Condition).';
comment on column tenant.patient_conditions.patient_id is 'The patient.';
comment on column tenant.patient_conditions.code_system is 'List that the code comes from: ICD-10, SNOMED CT, or the tenant''s own.';
comment on column tenant.patient_conditions.code is 'Code of the condition.';
comment on column tenant.patient_conditions.display is 'Name of the condition.';
comment on column tenant.patient_conditions.tooth_number is 'Tooth that it concerns, FDI two-digit notation (ISO 3950).';
comment on column tenant.patient_conditions.status is 'Whether the patient has it now.';
comment on column tenant.patient_conditions.verification is 'How sure it is.';
comment on column tenant.patient_conditions.severity is 'How bad it is.';
comment on column tenant.patient_conditions.onset_date is 'When it began.';
comment on column tenant.patient_conditions.resolved_date is 'When it ended.';
comment on column tenant.patient_conditions.encounter_id is 'The visit at which it was found.';
comment on column tenant.patient_conditions.practitioner_id is 'Who found it.';
comment on column tenant.patient_conditions.notes is 'What is worth knowing about it.';
select platform.expose('patient_conditions',
    phi => '{code_system,code,display,tooth_number,status,verification,severity,onset_date,resolved_date,notes}',
    deidentify => '{code_system:keep,code:keep,display:keep,tooth_number:keep,status:keep,verification:keep,severity:keep}');

create table tenant.patient_medications (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    name text not null check (length(name) between 1 and 300),
    code_system platform.coding_system not null default 'custom',
    code text check (length(code) between 1 and 50),
    drug_id uuid,
    dosage text check (length(dosage) <= 500),
    frequency text check (length(frequency) <= 200),
    route platform.medication_route,
    start_date date,
    stop_date date,
    status platform.medication_status not null default 'current',
    reason text check (length(reason) <= 1000),
    prescriber text check (length(prescriber) <= 200),
    prescriber_id uuid,
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, prescriber_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (drug_id) references platform.drug_reference (id) on delete restrict,
    check (stop_date >= start_date),
    check (code is not null or code_system = 'custom')
);
create index on tenant.patient_medications (tenant_id, patient_id, status);
create index on tenant.patient_medications (drug_id);
create index on tenant.patient_medications (tenant_id, prescriber_id);
create index on tenant.patient_medications using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.patient_medications is 'A medicine that a patient takes or took (FHIR MedicationStatement).';
comment on column tenant.patient_medications.patient_id is 'The patient.';
comment on column tenant.patient_medications.name is 'Name of the medicine.';
comment on column tenant.patient_medications.code_system is 'List that the code comes from: RxNorm, ATC, NDC, or the tenant''s own.';
comment on column tenant.patient_medications.code is 'Code of the medicine.';
comment on column tenant.patient_medications.drug_id is 'The medicine, in the catalog of drugs.';
comment on column tenant.patient_medications.dosage is 'How much is taken at a time.';
comment on column tenant.patient_medications.frequency is 'How often it is taken.';
comment on column tenant.patient_medications.route is 'How it is taken.';
comment on column tenant.patient_medications.start_date is 'First day.';
comment on column tenant.patient_medications.stop_date is 'Last day; empty while it is taken.';
comment on column tenant.patient_medications.status is 'Whether it is taken now.';
comment on column tenant.patient_medications.reason is 'What it is taken for.';
comment on column tenant.patient_medications.prescriber is 'Who prescribed it, where that was elsewhere.';
comment on column tenant.patient_medications.prescriber_id is 'The practitioner who prescribed it here.';
comment on column tenant.patient_medications.notes is 'What is worth knowing about it.';
select platform.expose('patient_medications',
    phi => '{name,code_system,code,dosage,frequency,route,start_date,stop_date,status,reason,prescriber,notes}',
    deidentify => '{name:keep,code_system:keep,code:keep,dosage:keep,frequency:keep,route:keep,status:keep}');

create table tenant.patient_allergies (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    category platform.allergy_category not null,
    substance text not null check (length(substance) between 1 and 300),
    code_system platform.coding_system not null default 'custom',
    code text check (length(code) between 1 and 50),
    drug_id uuid,
    material_id uuid,
    reaction text check (length(reaction) <= 1000),
    severity platform.clinical_severity,
    status platform.allergy_status not null default 'active',
    verification platform.verification_status not null default 'unconfirmed',
    onset_date date,
    practitioner_id uuid,
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (drug_id) references platform.drug_reference (id) on delete restrict,
    foreign key (material_id) references platform.material_reference (id) on delete restrict,
    check (drug_id is null or category = 'drug'),
    check (material_id is null or category = 'material'),
    check (code is not null or code_system = 'custom')
);
create index on tenant.patient_allergies (tenant_id, patient_id, status);
create index on tenant.patient_allergies (tenant_id, category);
create index on tenant.patient_allergies (drug_id);
create index on tenant.patient_allergies (material_id);
create index on tenant.patient_allergies (tenant_id, practitioner_id);
create index on tenant.patient_allergies using gin (tenant_id, substance platform.gin_trgm_ops);
comment on table tenant.patient_allergies is 'What a patient does not bear: medicine, dental material, food (FHIR AllergyIntolerance).';
comment on column tenant.patient_allergies.patient_id is 'The patient.';
comment on column tenant.patient_allergies.category is 'What kind of substance it is.';
comment on column tenant.patient_allergies.substance is 'Name of the substance.';
comment on column tenant.patient_allergies.code_system is 'List that the code comes from, or the tenant''s own.';
comment on column tenant.patient_allergies.code is 'Code of the substance.';
comment on column tenant.patient_allergies.drug_id is 'The medicine, in the catalog of drugs.';
comment on column tenant.patient_allergies.material_id is 'The material, in the catalog of materials.';
comment on column tenant.patient_allergies.reaction is 'What happens.';
comment on column tenant.patient_allergies.severity is 'How bad the reaction is.';
comment on column tenant.patient_allergies.status is 'Whether it still counts.';
comment on column tenant.patient_allergies.verification is 'How sure it is.';
comment on column tenant.patient_allergies.onset_date is 'When it was first noticed.';
comment on column tenant.patient_allergies.practitioner_id is 'Who recorded it.';
comment on column tenant.patient_allergies.notes is 'What is worth knowing about it.';
select platform.expose('patient_allergies',
    phi => '{category,substance,code_system,code,reaction,severity,status,verification,onset_date,notes}',
    deidentify => '{category:keep,substance:keep,code_system:keep,code:keep,severity:keep,status:keep,verification:keep}');

create table tenant.patient_social_history (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    recorded_on date not null default current_date,
    smoking platform.smoking_status not null default 'unknown',
    cigarettes_per_day smallint check (cigarettes_per_day between 0 and 200),
    pack_years numeric(5, 1) check (pack_years between 0 and 500),
    smokeless_tobacco boolean,
    vaping boolean,
    alcohol platform.alcohol_consumption not null default 'unknown',
    alcohol_units_per_week numeric(5, 1) check (alcohol_units_per_week between 0 and 500),
    exercise platform.exercise_frequency not null default 'unknown',
    brushing_per_day smallint check (brushing_per_day between 0 and 20),
    flossing_per_week smallint check (flossing_per_week between 0 and 70),
    bruxism boolean,
    habits jsonb not null default '[]',
    diet text check (length(diet) <= 2000),
    occupation text check (length(occupation) <= 200),
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    constraint patient_social_history_habits_shape check (platform.json_matches(
        '{"type": "array", "maxItems": 50, "items": {"type": "string", "minLength": 1, "maxLength": 200}}', habits))
);
create index on tenant.patient_social_history (tenant_id, patient_id, recorded_on);
create index on tenant.patient_social_history (tenant_id, smoking);
comment on table tenant.patient_social_history is 'How a patient lives, as far as teeth and treatment are concerned; a new row for each interview (FHIR Observation, social history).';
comment on column tenant.patient_social_history.patient_id is 'The patient.';
comment on column tenant.patient_social_history.recorded_on is 'Day of the interview.';
comment on column tenant.patient_social_history.smoking is 'How much the patient smokes.';
comment on column tenant.patient_social_history.cigarettes_per_day is 'Cigarettes a day.';
comment on column tenant.patient_social_history.pack_years is 'Packs of 20 a day times years.';
comment on column tenant.patient_social_history.smokeless_tobacco is 'Whether the patient chews or snuffs tobacco.';
comment on column tenant.patient_social_history.vaping is 'Whether the patient uses electronic cigarettes.';
comment on column tenant.patient_social_history.alcohol is 'How much alcohol the patient drinks.';
comment on column tenant.patient_social_history.alcohol_units_per_week is 'Units of alcohol (8 g) in a week.';
comment on column tenant.patient_social_history.exercise is 'How often the patient exercises.';
comment on column tenant.patient_social_history.brushing_per_day is 'How often the patient brushes, a day.';
comment on column tenant.patient_social_history.flossing_per_week is 'How often the patient cleans between the teeth, a week.';
comment on column tenant.patient_social_history.bruxism is 'Whether the patient grinds or clenches.';
comment on column tenant.patient_social_history.habits is 'Further habits that matter: nail biting, sugared drinks, piercings.';
comment on column tenant.patient_social_history.diet is 'What the patient eats and drinks.';
comment on column tenant.patient_social_history.occupation is 'What the patient does for a living.';
comment on column tenant.patient_social_history.notes is 'What is worth knowing.';
select platform.expose('patient_social_history',
    phi => '{recorded_on,smoking,cigarettes_per_day,pack_years,smokeless_tobacco,vaping,alcohol,alcohol_units_per_week,exercise,brushing_per_day,
             flossing_per_week,bruxism,habits,diet,occupation,notes}',
    deidentify => '{smoking:keep,cigarettes_per_day:keep,pack_years:keep,smokeless_tobacco:keep,vaping:keep,alcohol:keep,alcohol_units_per_week:keep,
                    exercise:keep,brushing_per_day:keep,flossing_per_week:keep,bruxism:keep}');

create table tenant.patient_medical_history (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array'),
    allergies jsonb not null default '[]' check (jsonb_typeof(allergies) = 'array'),
    medications jsonb not null default '[]' check (jsonb_typeof(medications) = 'array'),
    family_history jsonb not null default '[]' check (jsonb_typeof(family_history) in ('array', 'object')),
    smoking_status platform.smoking_status not null default 'unknown',
    alcohol_consumption platform.alcohol_consumption not null default 'unknown',
    exercise_frequency platform.exercise_frequency not null default 'unknown',
    previous_surgeries jsonb not null default '[]' check (jsonb_typeof(previous_surgeries) = 'array'),
    previous_hospitalizations jsonb not null default '[]' check (jsonb_typeof(previous_hospitalizations) = 'array'),
    primary key (tenant_id, id),
    unique (tenant_id, patient_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, updated_by) references platform.user_tenants (tenant_id, user_id) on delete restrict
);
create index on tenant.patient_medical_history (tenant_id, updated_by);
comment on table tenant.patient_medical_history is 'The medical history as it was told at intake; one for each patient. What is established stands in the coded tables.';
comment on column tenant.patient_medical_history.patient_id is 'The patient.';
comment on column tenant.patient_medical_history.conditions is 'Illnesses, as a list.';
comment on column tenant.patient_medical_history.allergies is 'Allergies, as a list.';
comment on column tenant.patient_medical_history.medications is 'Medicines, as a list.';
comment on column tenant.patient_medical_history.family_history is 'Illnesses in the family.';
comment on column tenant.patient_medical_history.smoking_status is 'How much the patient smokes.';
comment on column tenant.patient_medical_history.alcohol_consumption is 'How much alcohol the patient drinks.';
comment on column tenant.patient_medical_history.exercise_frequency is 'How often the patient exercises.';
comment on column tenant.patient_medical_history.previous_surgeries is 'Operations, as a list.';
comment on column tenant.patient_medical_history.previous_hospitalizations is 'Stays in hospital, as a list.';
select platform.expose('patient_medical_history',
    phi => '{conditions,allergies,medications,family_history,smoking_status,alcohol_consumption,exercise_frequency,previous_surgeries,
             previous_hospitalizations}',
    deidentify => '{smoking_status:keep,alcohol_consumption:keep,exercise_frequency:keep}');
