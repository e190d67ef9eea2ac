-- Diagnostic reports: what was uploaded, what models said about it, and how doctors reviewed it.

create type platform.report_kind as enum ('radiology', 'photo_diagnosis', 'pathology', 'other');
create type platform.report_status as enum ('pending', 'analyzing', 'analyzed', 'reviewed', 'confirmed', 'rejected', 'archived');
create type platform.risk_level as enum ('low', 'medium', 'high');
create type platform.clinical_urgency as enum ('routine', 'follow_up', 'urgent', 'critical');
create type platform.report_image_type as enum ('xray', 'ct_scan', 'mri', 'photo', 'surface_scan', 'other');
comment on type platform.report_kind is 'What a report is made from.';
comment on type platform.report_status is 'How far a report is: waiting, analysed by a model, reviewed, confirmed or rejected by a doctor, archived.';
comment on type platform.risk_level is 'How likely disease is.';
comment on type platform.clinical_urgency is 'How soon a patient needs care.';
comment on type platform.report_image_type is 'How an image of a report was made.';

create table tenant.diagnostic_reports (
    like platform.deletable_row including defaults including generated including comments,
    kind platform.report_kind not null default 'radiology',
    patient_id uuid,
    encounter_id uuid,
    imaging_study_id uuid,
    dental_photo_id uuid,
    radiologist_id uuid,
    reviewing_practitioner_id uuid,
    patient_name text check (length(patient_name) between 1 and 200),
    radiologist_name text check (length(radiologist_name) between 1 and 200),
    patient_age smallint check (patient_age between 0 and 150),
    patient_gender text check (length(patient_gender) between 1 and 50),
    study_type text check (length(study_type) between 1 and 100),
    report_image_url text check (report_image_url ~ '^https?://[^[:space:]]+$' and length(report_image_url) <= 2000),
    image_metadata jsonb not null default '{}' check (jsonb_typeof(image_metadata) = 'object'),
    risk_score platform.risk_level,
    confidence_score numeric(6,5) check (confidence_score between 0 and 1),
    findings text check (length(findings) <= 100000),
    diagnosis text check (length(diagnosis) between 1 and 10000),
    detections jsonb not null default '[]'
        constraint diagnostic_reports_detections_shape check (platform.json_matches('{"type": "array", "maxItems": 1000, "items": {
            "type": "object", "required": ["condition", "confidence", "location"], "properties": {
                "condition": {"type": "string"}, "confidence": {"type": "number", "minimum": 0, "maximum": 1},
                "location": {"type": "object", "required": ["x", "y", "width", "height"], "properties": {
                    "x": {"type": "number"}, "y": {"type": "number"}, "width": {"type": "number"}, "height": {"type": "number"}}}}}}', detections)),
    recommendations jsonb not null default '[]' check (jsonb_typeof(recommendations) in ('array', 'object')),
    medical_history jsonb not null default '{}'
        constraint diagnostic_reports_medical_history_shape check (platform.json_matches('{"type": "object", "properties": {
            "chronic_conditions": {"type": "array", "items": {"type": "string"}}, "last_checkup": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
            "blood_pressure": {"type": "string", "pattern": "^[0-9]{2,3}/[0-9]{2,3}$"}, "blood_sugar": {"type": "string", "maxLength": 50}}}', medical_history)),
    symptoms jsonb not null default '[]' check (jsonb_typeof(symptoms) in ('array', 'object')),
    notes text check (length(notes) <= 10000),
    status platform.report_status not null default 'pending',
    uploaded_at timestamptz not null default now(),
    analyzed_at timestamptz,
    review_due_at timestamptz,
    reviewed_at timestamptz,
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict,
    foreign key (tenant_id, imaging_study_id) references tenant.imaging_studies (tenant_id, id) on delete restrict,
    foreign key (tenant_id, dental_photo_id) references tenant.dental_photos (tenant_id, id) on delete restrict,
    foreign key (tenant_id, radiologist_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, reviewing_practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, created_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, updated_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (patient_id is not null or kind = 'photo_diagnosis'),
    check (status <> 'analyzed' or analyzed_at is not null),
    check (status not in ('reviewed', 'confirmed', 'rejected') or reviewed_at is not null)
);
create index on tenant.diagnostic_reports (tenant_id, patient_id, uploaded_at);
create index on tenant.diagnostic_reports (tenant_id, encounter_id);
create index on tenant.diagnostic_reports (tenant_id, imaging_study_id);
create index on tenant.diagnostic_reports (tenant_id, dental_photo_id);
create index on tenant.diagnostic_reports (tenant_id, radiologist_id);
create index on tenant.diagnostic_reports (tenant_id, reviewing_practitioner_id, created_at);
create index on tenant.diagnostic_reports (tenant_id, created_by);
create index on tenant.diagnostic_reports (tenant_id, updated_by);
create index on tenant.diagnostic_reports (tenant_id, status, risk_score, analyzed_at desc);
create index on tenant.diagnostic_reports (tenant_id, risk_score);
create index on tenant.diagnostic_reports (tenant_id, uploaded_at desc, id);
create index on tenant.diagnostic_reports (tenant_id, analyzed_at desc, id);
create index on tenant.diagnostic_reports (tenant_id, created_at desc, id);
create index on tenant.diagnostic_reports (tenant_id, review_due_at);
create index on tenant.diagnostic_reports using gin (tenant_id, patient_name platform.gin_trgm_ops);
create index on tenant.diagnostic_reports using gin (tenant_id, study_type platform.gin_trgm_ops);
create index on tenant.diagnostic_reports using gin (tenant_id, to_tsvector('simple', findings));
comment on table tenant.diagnostic_reports is 'A report on images of a patient: uploaded, analysed by a model, reviewed by a doctor (FHIR DiagnosticReport).';
comment on column tenant.diagnostic_reports.kind is 'What it is made from.';
comment on column tenant.diagnostic_reports.patient_id is 'The patient; empty only where someone had a photo looked at without a record.';
comment on column tenant.diagnostic_reports.encounter_id is 'The visit that it belongs to.';
comment on column tenant.diagnostic_reports.imaging_study_id is 'The study that it is about.';
comment on column tenant.diagnostic_reports.dental_photo_id is 'The photo that it is about.';
comment on column tenant.diagnostic_reports.radiologist_id is 'The radiologist who uploaded it.';
comment on column tenant.diagnostic_reports.reviewing_practitioner_id is 'The doctor who is to review it, or did.';
comment on column tenant.diagnostic_reports.patient_name is 'Name of the patient, as it was when the report was made.';
comment on column tenant.diagnostic_reports.radiologist_name is 'Name of the radiologist, as it was when the report was made.';
comment on column tenant.diagnostic_reports.patient_age is 'Age of the patient when the report was made, in years.';
comment on column tenant.diagnostic_reports.patient_gender is 'Gender of the patient, as it was when the report was made.';
comment on column tenant.diagnostic_reports.study_type is 'Kind of examination: panoramic radiograph, CBCT, bitewing.';
comment on column tenant.diagnostic_reports.report_image_url is 'Where its main picture is, while that is kept elsewhere.';
comment on column tenant.diagnostic_reports.image_metadata is 'Facts about its pictures.';
comment on column tenant.diagnostic_reports.risk_score is 'How likely disease is, by the current analysis.';
comment on column tenant.diagnostic_reports.confidence_score is 'How sure the current analysis is, 0 to 1.';
comment on column tenant.diagnostic_reports.findings is 'What is to be seen, in words.';
comment on column tenant.diagnostic_reports.diagnosis is 'What the model took it for.';
comment on column tenant.diagnostic_reports.detections is 'Conditions that the model found: which, how sure (0 to 1), and where on the picture.';
comment on column tenant.diagnostic_reports.recommendations is 'What should be done.';
comment on column tenant.diagnostic_reports.medical_history is 'What was known of the patient: chronic conditions, last check-up, blood pressure (mmHg), blood sugar.';
comment on column tenant.diagnostic_reports.symptoms is 'What the patient complained of.';
comment on column tenant.diagnostic_reports.notes is 'What the doctor noted.';
comment on column tenant.diagnostic_reports.status is 'How far it is.';
comment on column tenant.diagnostic_reports.uploaded_at is 'When it was uploaded.';
comment on column tenant.diagnostic_reports.analyzed_at is 'When its current analysis was done.';
comment on column tenant.diagnostic_reports.review_due_at is 'When a doctor must have reviewed it.';
comment on column tenant.diagnostic_reports.reviewed_at is 'When a doctor last reviewed it.';
comment on column tenant.diagnostic_reports.metadata is 'Further facts about it.';
select platform.expose('diagnostic_reports',
    managed => '{status:review,reviewed_at:review,review_due_at,risk_score,confidence_score,diagnosis,detections,analyzed_at}',
    phi => '{patient_name,patient_age,patient_gender,study_type,report_image_url,image_metadata,risk_score,confidence_score,findings,diagnosis,detections,
             recommendations,medical_history,symptoms,notes,metadata}',
    personal => '{radiologist_name}',
    deidentify => '{patient_gender:keep,study_type:keep,risk_score:keep,confidence_score:keep,detections:keep}');

create table tenant.report_images (
    like platform.deletable_row including defaults including generated including comments,
    report_id uuid not null,
    imaging_object_id uuid,
    object_id uuid,
    image_url text check (image_url ~ '^https?://[^[:space:]]+$' and length(image_url) <= 2000),
    image_type platform.report_image_type not null,
    image_format platform.imaging_format not null,
    width integer check (width > 0),
    height integer check (height > 0),
    size_bytes bigint check (size_bytes >= 0),
    dicom_metadata jsonb not null default '{}' check (jsonb_typeof(dicom_metadata) = 'object'),
    uploaded_at timestamptz not null default now(),
    display_order integer not null default 0 check (display_order >= 0),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, report_id) references tenant.diagnostic_reports (tenant_id, id) on delete cascade,
    foreign key (tenant_id, imaging_object_id) references tenant.imaging_objects (tenant_id, id) on delete restrict,
    check (num_nonnulls(imaging_object_id, object_id, image_url) > 0)
);
create index on tenant.report_images (tenant_id, report_id, display_order);
create index on tenant.report_images (tenant_id, imaging_object_id);
create index on tenant.report_images (tenant_id, object_id);
comment on table tenant.report_images is 'An image of a report. Its bytes are an object of a study, an object of their own, or kept elsewhere.';
comment on column tenant.report_images.report_id is 'The report.';
comment on column tenant.report_images.imaging_object_id is 'The image of a study that it shows.';
comment on column tenant.report_images.object_id is 'The stored bytes, where it belongs to no study.';
comment on column tenant.report_images.image_url is 'Where the image is, while that is kept elsewhere.';
comment on column tenant.report_images.image_type is 'How it was made.';
comment on column tenant.report_images.image_format is 'Format of the image.';
comment on column tenant.report_images.width is 'Columns of pixels.';
comment on column tenant.report_images.height is 'Rows of pixels.';
comment on column tenant.report_images.size_bytes is 'Number of bytes.';
comment on column tenant.report_images.dicom_metadata is 'Its DICOM attributes without the pixels (DICOM JSON model, PS3.18 annex F).';
comment on column tenant.report_images.uploaded_at is 'When it was uploaded.';
comment on column tenant.report_images.display_order is 'Place among the images of the report, lowest first.';
select platform.expose('report_images', managed => '{object_id:upload}', phi => '{image_url,dicom_metadata}');

create table tenant.ai_analyses (
    like platform.tenant_row including defaults including comments,
    report_id uuid not null,
    model_version_id uuid not null references platform.ai_model_versions on delete restrict,
    inference_job_id uuid,
    is_current boolean not null default true,
    model_version text not null check (length(model_version) between 1 and 64),
    risk_category platform.risk_level,
    risk_probability numeric(6,5) check (risk_probability between 0 and 1),
    low_probability numeric(6,5) check (low_probability between 0 and 1),
    medium_probability numeric(6,5) check (medium_probability between 0 and 1),
    high_probability numeric(6,5) check (high_probability between 0 and 1),
    findings jsonb not null default '{}'
        constraint ai_analyses_findings_shape check (platform.json_matches('{"type": "object", "properties": {
            "abnormalities": {"type": "array", "maxItems": 1000, "items": {"type": "object", "required": ["type"], "properties": {
                "type": {"type": "string"}, "location": {"type": "string"}, "severity": {"type": "string"},
                "confidence": {"type": "number", "minimum": 0, "maximum": 1}}}},
            "features": {"type": "object", "properties": {
                "edge_sharpness": {"type": "number"}, "contrast_level": {"type": "number"}, "texture_uniformity": {"type": "number"}}}}}', findings)),
    feature_maps jsonb not null default '{}' check (jsonb_typeof(feature_maps) in ('object', 'array')),
    attention_maps jsonb not null default '{}' check (jsonb_typeof(attention_maps) in ('object', 'array')),
    preprocessing_steps jsonb not null default '[]' check (jsonb_typeof(preprocessing_steps) in ('array', 'object')),
    image_quality_score numeric(6,5) check (image_quality_score between 0 and 1),
    confidence_threshold numeric(6,5) check (confidence_threshold between 0 and 1),
    processed_at timestamptz not null default now(),
    processing_time_ms integer check (processing_time_ms >= 0),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, report_id) references tenant.diagnostic_reports (tenant_id, id) on delete cascade,
    foreign key (tenant_id, inference_job_id) references tenant.ai_inference_jobs (tenant_id, id) on delete restrict
);
create unique index ai_analyses_current on tenant.ai_analyses (tenant_id, report_id) where is_current;
create index on tenant.ai_analyses (tenant_id, report_id, processed_at);
create index on tenant.ai_analyses (model_version_id);
create index on tenant.ai_analyses (tenant_id, inference_job_id);
create index on tenant.ai_analyses (tenant_id, risk_category, processed_at);
comment on table tenant.ai_analyses is 'What a model said about a report. A report may be analysed again; one analysis is the current one.';
comment on column tenant.ai_analyses.report_id is 'The report.';
comment on column tenant.ai_analyses.model_version_id is 'The version of the model.';
comment on column tenant.ai_analyses.inference_job_id is 'The run of the model.';
comment on column tenant.ai_analyses.is_current is 'Whether it is the analysis that counts.';
comment on column tenant.ai_analyses.model_version is 'Number of the version, as it was then.';
comment on column tenant.ai_analyses.risk_category is 'How likely disease is.';
comment on column tenant.ai_analyses.risk_probability is 'Probability of disease, 0 to 1.';
comment on column tenant.ai_analyses.low_probability is 'Probability that the risk is low, 0 to 1.';
comment on column tenant.ai_analyses.medium_probability is 'Probability that the risk is medium, 0 to 1.';
comment on column tenant.ai_analyses.high_probability is 'Probability that the risk is high, 0 to 1.';
comment on column tenant.ai_analyses.findings is 'Abnormalities (type, location, severity, confidence 0 to 1) and measured features of the image.';
comment on column tenant.ai_analyses.feature_maps is 'What layers of the model responded to; large ones by reference.';
comment on column tenant.ai_analyses.attention_maps is 'Where the model looked; large ones by reference.';
comment on column tenant.ai_analyses.preprocessing_steps is 'What was done to the image before.';
comment on column tenant.ai_analyses.image_quality_score is 'Quality of the image, 0 to 1.';
comment on column tenant.ai_analyses.confidence_threshold is 'How sure the model had to be for a finding to count, 0 to 1.';
comment on column tenant.ai_analyses.processed_at is 'When it was done.';
comment on column tenant.ai_analyses.processing_time_ms is 'How long it took, in milliseconds.';
select platform.expose('ai_analyses', verbs => '{read}',
    phi => '{risk_category,risk_probability,low_probability,medium_probability,high_probability,findings,feature_maps,attention_maps}',
    deidentify => '{risk_category:keep,risk_probability:keep,low_probability:keep,medium_probability:keep,high_probability:keep,findings:keep}');

create table tenant.doctor_reviews (
    like platform.deletable_row including defaults including generated including comments,
    report_id uuid not null,
    analysis_id uuid,
    doctor_id uuid not null default platform.current_user_id(),
    review_notes text check (length(review_notes) <= 10000),
    clinical_findings text check (length(clinical_findings) <= 10000),
    confirmed_ai_diagnosis boolean,
    ai_accuracy_rating smallint check (ai_accuracy_rating between 1 and 5),
    doctor_risk_assessment platform.risk_level,
    urgency_level platform.clinical_urgency not null default 'routine',
    recommended_action text check (length(recommended_action) <= 10000),
    follow_up_required boolean not null default false,
    follow_up_date date,
    treatment_plan text check (length(treatment_plan) <= 10000),
    medication_prescribed jsonb not null default '[]' check (jsonb_typeof(medication_prescribed) in ('array', 'object')),
    reviewed_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, report_id) references tenant.diagnostic_reports (tenant_id, id) on delete restrict,
    foreign key (tenant_id, analysis_id) references tenant.ai_analyses (tenant_id, id) on delete restrict,
    foreign key (tenant_id, doctor_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (follow_up_date is null or follow_up_required)
);
create index on tenant.doctor_reviews (tenant_id, report_id, reviewed_at);
create index on tenant.doctor_reviews (tenant_id, analysis_id);
create index on tenant.doctor_reviews (tenant_id, doctor_id, reviewed_at);
create index on tenant.doctor_reviews (tenant_id, urgency_level, reviewed_at);
create index on tenant.doctor_reviews (tenant_id, follow_up_date);
comment on table tenant.doctor_reviews is 'A doctor''s review of a report; a report may have several.';
comment on column tenant.doctor_reviews.report_id is 'The report.';
comment on column tenant.doctor_reviews.analysis_id is 'The analysis that the doctor had before them.';
comment on column tenant.doctor_reviews.doctor_id is 'The member who reviewed it.';
comment on column tenant.doctor_reviews.review_notes is 'What the doctor noted.';
comment on column tenant.doctor_reviews.clinical_findings is 'What the doctor found.';
comment on column tenant.doctor_reviews.confirmed_ai_diagnosis is 'Whether the doctor agrees with the model; empty where the doctor does not say.';
comment on column tenant.doctor_reviews.ai_accuracy_rating is 'How good the model was on this report, 1 (poor) to 5 (right).';
comment on column tenant.doctor_reviews.doctor_risk_assessment is 'How likely disease is, in the doctor''s judgement.';
comment on column tenant.doctor_reviews.urgency_level is 'How soon the patient needs care.';
comment on column tenant.doctor_reviews.recommended_action is 'What should be done.';
comment on column tenant.doctor_reviews.follow_up_required is 'Whether the patient must come again.';
comment on column tenant.doctor_reviews.follow_up_date is 'Day by which the patient must come again.';
comment on column tenant.doctor_reviews.treatment_plan is 'How it is to be treated.';
comment on column tenant.doctor_reviews.medication_prescribed is 'Medicines that were prescribed: name, dose, how long.';
comment on column tenant.doctor_reviews.reviewed_at is 'When it was reviewed.';
select platform.expose('doctor_reviews',
    phi => '{review_notes,clinical_findings,confirmed_ai_diagnosis,doctor_risk_assessment,urgency_level,recommended_action,follow_up_required,follow_up_date,
             treatment_plan,medication_prescribed}',
    deidentify => '{confirmed_ai_diagnosis:keep,doctor_risk_assessment:keep,urgency_level:keep,follow_up_required:keep}');
