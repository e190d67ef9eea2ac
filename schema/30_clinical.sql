-- Visits and what is written down about them: diagnoses, notes, vital signs, records.

create type platform.encounter_type as enum
    ('exam', 'emergency', 'hygiene', 'ortho', 'implant', 'teaching', 'restorative', 'endodontic', 'periodontal', 'surgery', 'prosthetic', 'pediatric',
     'consultation', 'follow_up', 'telehealth', 'other');
create type platform.encounter_status as enum ('scheduled', 'in_progress', 'completed', 'cancelled', 'no_show');
create type platform.diagnosis_role as enum ('primary', 'secondary', 'admitting', 'differential');
create type platform.note_type as enum
    ('soap', 'radiology_report', 'op_note', 'progress', 'consultation', 'telephone', 'pathology_report', 'free_text', 'other');
create type platform.record_type as enum
    ('diagnosis', 'treatment', 'prescription', 'consultation', 'procedure', 'lab_result', 'imaging', 'referral', 'vaccination', 'certificate', 'other');
comment on type platform.encounter_type is 'What a visit is for.';
comment on type platform.encounter_status is 'How far a visit is.';
comment on type platform.diagnosis_role is 'What a diagnosis is to its visit.';
comment on type platform.note_type is 'What kind of clinical note it is.';
comment on type platform.record_type is 'What kind of medical record it is.';

create table tenant.encounters (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    location_id uuid,
    provider_id uuid,
    supervisor_id uuid,
    appointment_id uuid,
    encounter_type platform.encounter_type not null default 'exam',
    status platform.encounter_status not null default 'scheduled',
    scheduled_start_at timestamptz not null default now(),
    scheduled_end_at timestamptz,
    check_in_at timestamptz,
    check_out_at timestamptz,
    chief_complaint text check (length(chief_complaint) <= 2000),
    cancellation_reason text check (length(cancellation_reason) <= 1000),
    primary key (tenant_id, id),
    unique (tenant_id, id, patient_id),
    unique (tenant_id, appointment_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, provider_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, supervisor_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    check (scheduled_end_at > scheduled_start_at),
    check (check_out_at >= check_in_at),
    check (supervisor_id <> provider_id)
);
create index on tenant.encounters (tenant_id, patient_id, scheduled_start_at, id);
create index on tenant.encounters (tenant_id, location_id, scheduled_start_at);
create index on tenant.encounters (tenant_id, provider_id, scheduled_start_at);
create index on tenant.encounters (tenant_id, supervisor_id);
create index on tenant.encounters (tenant_id, status, scheduled_start_at, id);
create index on tenant.encounters (tenant_id, encounter_type, scheduled_start_at);
create index on tenant.encounters (tenant_id, scheduled_start_at, id);
comment on table tenant.encounters is 'A visit of a patient (FHIR Encounter).';
comment on column tenant.encounters.patient_id is 'The patient.';
comment on column tenant.encounters.location_id is 'Where it takes place.';
comment on column tenant.encounters.provider_id is 'Who treats.';
comment on column tenant.encounters.supervisor_id is 'Who supervises, where a student or assistant treats.';
comment on column tenant.encounters.appointment_id is 'The appointment that it follows from; empty for one without.';
comment on column tenant.encounters.encounter_type is 'What it is for.';
comment on column tenant.encounters.status is 'How far it is.';
comment on column tenant.encounters.scheduled_start_at is 'When it is to begin.';
comment on column tenant.encounters.scheduled_end_at is 'When it is to end.';
comment on column tenant.encounters.check_in_at is 'When the patient came.';
comment on column tenant.encounters.check_out_at is 'When the patient left.';
comment on column tenant.encounters.chief_complaint is 'What the patient comes for, in their own words.';
comment on column tenant.encounters.cancellation_reason is 'Why it was cancelled or missed.';
select platform.expose('encounters', managed => '{status:advance,check_in_at:advance,check_out_at:advance,cancellation_reason:advance}',
    phi => '{chief_complaint,cancellation_reason}');

create table tenant.encounter_diagnoses (
    like platform.deletable_row including defaults including generated including comments,
    encounter_id uuid not null,
    patient_id uuid not null,
    condition_id uuid,
    code_system platform.coding_system not null,
    code text not null check (length(code) between 1 and 50),
    display text not null check (length(display) between 1 and 500),
    role platform.diagnosis_role not null default 'primary',
    verification platform.verification_status not null default 'confirmed',
    tooth_number platform.fdi_number,
    sequence_order smallint not null default 1 check (sequence_order between 1 and 100),
    diagnosed_by_id uuid,
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete cascade on update cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, condition_id) references tenant.patient_conditions (tenant_id, id) on delete restrict,
    foreign key (tenant_id, diagnosed_by_id) references tenant.practitioners (tenant_id, id) on delete restrict
);
create index on tenant.encounter_diagnoses (tenant_id, encounter_id, patient_id);
create index on tenant.encounter_diagnoses (tenant_id, patient_id, created_at);
create index on tenant.encounter_diagnoses (tenant_id, condition_id);
create index on tenant.encounter_diagnoses (tenant_id, diagnosed_by_id);
create index on tenant.encounter_diagnoses (tenant_id, code_system, code);
comment on table tenant.encounter_diagnoses is 'A diagnosis that was made at a visit (FHIR Encounter.diagnosis).';
comment on column tenant.encounter_diagnoses.encounter_id is 'The visit.';
comment on column tenant.encounter_diagnoses.patient_id is 'The patient; the visit''s own.';
comment on column tenant.encounter_diagnoses.condition_id is 'The entry of the patient''s problem list, where there is one.';
comment on column tenant.encounter_diagnoses.code_system is 'List that the code comes from: ICD-10, CDT, SNOMED CT.';
comment on column tenant.encounter_diagnoses.code is 'Code of the diagnosis.';
comment on column tenant.encounter_diagnoses.display is 'Name of the diagnosis.';
comment on column tenant.encounter_diagnoses.role is 'What it is to the visit.';
comment on column tenant.encounter_diagnoses.verification is 'How sure it is.';
comment on column tenant.encounter_diagnoses.tooth_number is 'Tooth that it concerns, FDI two-digit notation (ISO 3950).';
comment on column tenant.encounter_diagnoses.sequence_order is 'Order among the diagnoses of the visit, from 1.';
comment on column tenant.encounter_diagnoses.diagnosed_by_id is 'Who made it.';
comment on column tenant.encounter_diagnoses.notes is 'What is worth knowing about it.';
select platform.expose('encounter_diagnoses', phi => '{code_system,code,display,verification,tooth_number,notes}',
    deidentify => '{code_system:keep,code:keep,display:keep,verification:keep,tooth_number:keep}');

create table tenant.clinical_notes (
    like platform.deletable_row including defaults including generated including comments,
    encounter_id uuid not null,
    patient_id uuid not null,
    author_id uuid not null default nullif(current_setting('app.user', true), '')::uuid,
    note_type platform.note_type not null default 'soap',
    title text check (length(title) <= 200),
    content text not null check (length(content) between 1 and 200000),
    signed_at timestamptz,
    signed_by uuid,
    amended_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, id, patient_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete restrict on update cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, author_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, signed_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check ((signed_at is null) = (signed_by is null)),
    check (amended_at is null or amended_at >= signed_at),
    check (amended_at is null or signed_at is not null)
);
create index on tenant.clinical_notes (tenant_id, encounter_id, patient_id);
create index on tenant.clinical_notes (tenant_id, patient_id, created_at, id);
create index on tenant.clinical_notes (tenant_id, author_id, created_at);
create index on tenant.clinical_notes (tenant_id, signed_by);
create index on tenant.clinical_notes (tenant_id, note_type, created_at);
create index on tenant.clinical_notes using gin (tenant_id, to_tsvector('simple', content));
comment on table tenant.clinical_notes is 'A note about a visit, in Markdown; once signed it changes only by amendment (FHIR DocumentReference).';
comment on column tenant.clinical_notes.encounter_id is 'The visit.';
comment on column tenant.clinical_notes.patient_id is 'The patient; the visit''s own.';
comment on column tenant.clinical_notes.author_id is 'Who wrote it.';
comment on column tenant.clinical_notes.note_type is 'What kind of note it is.';
comment on column tenant.clinical_notes.title is 'What it is about, in a few words.';
comment on column tenant.clinical_notes.content is 'The note itself, as Markdown.';
comment on column tenant.clinical_notes.signed_at is 'When it was signed; empty for a draft.';
comment on column tenant.clinical_notes.signed_by is 'Who signed it.';
comment on column tenant.clinical_notes.amended_at is 'When it was last amended.';
select platform.expose('clinical_notes', managed => '{author_id,signed_at:sign,signed_by:sign,amended_at:amend}', phi => '{title,content}');
-- A signed note is a legal record: the engine cannot touch it, an amendment keeps what was there before.
create policy signed_notes_stay on tenant.clinical_notes as restrictive for update to cuspid_api using (signed_at is null);

create table tenant.clinical_note_amendments (
    like platform.tenant_row including defaults including comments,
    clinical_note_id uuid not null,
    patient_id uuid not null,
    author_id uuid not null,
    reason text not null check (length(reason) between 1 and 2000),
    previous_content text not null,
    content text not null check (length(content) between 1 and 200000),
    amended_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, clinical_note_id, patient_id) references tenant.clinical_notes (tenant_id, id, patient_id) on delete restrict on update cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, author_id) references platform.user_tenants (tenant_id, user_id) on delete restrict
);
create index on tenant.clinical_note_amendments (tenant_id, clinical_note_id, patient_id, amended_at);
create index on tenant.clinical_note_amendments (tenant_id, patient_id);
create index on tenant.clinical_note_amendments (tenant_id, author_id);
comment on table tenant.clinical_note_amendments is 'A change of a signed note: what stood there, what stands there now, and why.';
comment on column tenant.clinical_note_amendments.clinical_note_id is 'The note.';
comment on column tenant.clinical_note_amendments.patient_id is 'The patient; the note''s own.';
comment on column tenant.clinical_note_amendments.author_id is 'Who amended it.';
comment on column tenant.clinical_note_amendments.reason is 'Why it was amended.';
comment on column tenant.clinical_note_amendments.previous_content is 'The note before.';
comment on column tenant.clinical_note_amendments.content is 'The note after.';
comment on column tenant.clinical_note_amendments.amended_at is 'When it was amended.';
select platform.expose('clinical_note_amendments', verbs => '{read}', phi => '{reason,previous_content,content}');

create table tenant.vital_signs (
    like platform.deletable_row including defaults including generated including comments,
    encounter_id uuid not null,
    patient_id uuid not null,
    measured_at timestamptz not null default now(),
    systolic_mmhg smallint check (systolic_mmhg between 20 and 400),
    diastolic_mmhg smallint check (diastolic_mmhg between 10 and 300),
    heart_rate_bpm smallint check (heart_rate_bpm between 0 and 400),
    respiratory_rate smallint check (respiratory_rate between 0 and 150),
    temperature_c numeric(4, 1) check (temperature_c between 25 and 45),
    oxygen_saturation_percent numeric(4, 1) check (oxygen_saturation_percent between 0 and 100),
    height_cm numeric(5, 1) check (height_cm between 20 and 280),
    weight_kg numeric(5, 1) check (weight_kg between 0.3 and 700),
    bmi numeric(6, 1) generated always as (round(weight_kg * 10000 / (height_cm * height_cm), 1)) stored,
    blood_glucose_mmol_l numeric(4, 1) check (blood_glucose_mmol_l between 0 and 100),
    pain_score smallint check (pain_score between 0 and 10),
    measured_by uuid,
    notes text check (length(notes) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete cascade on update cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, measured_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (diastolic_mmhg < systolic_mmhg),
    check ((systolic_mmhg is null) = (diastolic_mmhg is null))
);
create index on tenant.vital_signs (tenant_id, encounter_id, patient_id);
create index on tenant.vital_signs (tenant_id, patient_id, measured_at);
create index on tenant.vital_signs (tenant_id, measured_by);
comment on table tenant.vital_signs is 'Vital signs measured at a visit (FHIR Observation, vital-signs).';
comment on column tenant.vital_signs.encounter_id is 'The visit.';
comment on column tenant.vital_signs.patient_id is 'The patient; the visit''s own.';
comment on column tenant.vital_signs.measured_at is 'When they were measured.';
comment on column tenant.vital_signs.systolic_mmhg is 'Systolic blood pressure, mmHg.';
comment on column tenant.vital_signs.diastolic_mmhg is 'Diastolic blood pressure, mmHg.';
comment on column tenant.vital_signs.heart_rate_bpm is 'Heart rate, beats a minute.';
comment on column tenant.vital_signs.respiratory_rate is 'Breaths a minute.';
comment on column tenant.vital_signs.temperature_c is 'Body temperature, degrees Celsius.';
comment on column tenant.vital_signs.oxygen_saturation_percent is 'Oxygen saturation of the blood, percent.';
comment on column tenant.vital_signs.height_cm is 'Height, centimetres.';
comment on column tenant.vital_signs.weight_kg is 'Weight, kilograms.';
comment on column tenant.vital_signs.bmi is 'Body mass index, kg/m², from height and weight.';
comment on column tenant.vital_signs.blood_glucose_mmol_l is 'Blood glucose, mmol/l.';
comment on column tenant.vital_signs.pain_score is 'Pain, 0 (none) to 10 (worst).';
comment on column tenant.vital_signs.measured_by is 'Who measured them.';
comment on column tenant.vital_signs.notes is 'What is worth knowing: arm, position, cuff.';
select platform.expose('vital_signs',
    phi => '{systolic_mmhg,diastolic_mmhg,heart_rate_bpm,respiratory_rate,temperature_c,oxygen_saturation_percent,height_cm,weight_kg,bmi,
             blood_glucose_mmol_l,pain_score,notes}',
    deidentify => '{systolic_mmhg:keep,diastolic_mmhg:keep,heart_rate_bpm:keep,respiratory_rate:keep,temperature_c:keep,
                    oxygen_saturation_percent:keep,height_cm:keep,weight_kg:keep,bmi:keep,blood_glucose_mmol_l:keep,pain_score:keep}');

create table tenant.medical_records (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    practitioner_id uuid,
    encounter_id uuid,
    record_type platform.record_type not null,
    title text not null check (length(title) between 1 and 300),
    description text not null check (length(description) <= 100000),
    data jsonb check (jsonb_typeof(data) = 'object'),
    attachments jsonb not null default '[]',
    record_date timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id, patient_id) references tenant.encounters (tenant_id, id, patient_id) on delete restrict on update cascade,
    constraint medical_records_attachments_shape check (platform.json_matches(
        '{"type": "array", "maxItems": 100, "items": {"type": "string", "minLength": 1, "maxLength": 2000}}', attachments))
);
create index on tenant.medical_records (tenant_id, patient_id, record_date, id);
create index on tenant.medical_records (tenant_id, practitioner_id, record_date);
create index on tenant.medical_records (tenant_id, encounter_id, patient_id);
create index on tenant.medical_records (tenant_id, record_type, record_date);
create index on tenant.medical_records using gin (tenant_id, title platform.gin_trgm_ops);
create index on tenant.medical_records using gin (tenant_id, to_tsvector('simple', description));
comment on table tenant.medical_records is 'An entry of a patient''s record that has no table of its own: diagnosis, treatment, prescription, letter.';
comment on column tenant.medical_records.patient_id is 'The patient.';
comment on column tenant.medical_records.practitioner_id is 'Who made the entry.';
comment on column tenant.medical_records.encounter_id is 'The visit that it belongs to.';
comment on column tenant.medical_records.record_type is 'What kind of entry it is.';
comment on column tenant.medical_records.title is 'What it is about, in a few words.';
comment on column tenant.medical_records.description is 'The entry itself.';
comment on column tenant.medical_records.data is 'The same, structured.';
comment on column tenant.medical_records.attachments is 'Addresses of files that belong to it, as a list.';
comment on column tenant.medical_records.record_date is 'When what it tells of happened.';
select platform.expose('medical_records', phi => '{record_type,title,description,data,attachments}', deidentify => '{record_type:keep}');
