-- Models, their versions and where these are in use (for all tenants); what they found in a tenant's images, and how people judged it.

create type platform.ai_domain as enum
    ('caries', 'perio', 'pathology', 'ortho', 'implant', 'cds', 'restorative', 'anatomy', 'image_quality', 'scan_processing', 'other');
create type platform.ai_vendor as enum ('internal', 'external_tag');
create type platform.ai_regulatory_class as enum ('fda_510k', 'fda_de_novo', 'ce_mdr', 'ukca', 'experimental');
create type platform.ai_model_type as enum
    ('segmentation', 'quality_assessment', 'format_conversion', 'anatomical_detection', 'detection', 'classification', 'risk_prediction', 'text', 'other');
create type platform.ai_architecture as enum
    ('cnn', 'resnet', 'efficientnet', 'u_net', 'yolo', 'vision_transformer', 'transformer', 'point_network', 'mesh_network', 'gradient_boosting', 'rules', 'other');
create type platform.ai_framework as enum ('tensorflow', 'pytorch', 'onnx', 'jax', 'scikit_learn', 'none', 'other');
create type platform.ai_deployment_status as enum ('rolled_out', 'canary', 'disabled');
create type platform.ai_rollout_strategy as enum ('percentage', 'tenant_group', 'location_group');
create type platform.ai_input_type as enum
    ('imaging_study', 'patient_snapshot', 'text_note', 'multimodal', 'dental_photo', 'diagnostic_report', 'case_file');
create type platform.ai_inference_status as enum ('queued', 'running', 'succeeded', 'failed', 'cancelled');
create type platform.ai_prediction_type as enum
    ('caries', 'bone_loss', 'pathology', 'risk_score', 'treatment_recommendation', 'calculus', 'restoration', 'anatomy', 'image_quality', 'other');
create type platform.ai_review_action as enum ('confirmed', 'rejected', 'edited');
create type platform.ai_review_state as enum ('unreviewed', 'confirmed', 'rejected', 'edited');
create type platform.ground_truth_source as enum ('pathology_report', 'followup_imaging', 'clinical_note', 'surgical_finding', 'expert_panel', 'other');
create type platform.ai_outcome as enum ('true_positive', 'false_positive', 'true_negative', 'false_negative', 'indeterminate');
comment on type platform.ai_domain is 'What field of dentistry a model is for; cds is clinical decision support.';
comment on type platform.ai_vendor is 'Whether a model is the platform''s own or someone else''s, named by a tag.';
comment on type platform.ai_regulatory_class is 'On what ground a model may be used on patients.';
comment on type platform.ai_model_type is 'What a model does.';
comment on type platform.ai_architecture is 'How a model is built.';
comment on type platform.ai_framework is 'With what a model was made.';
comment on type platform.ai_deployment_status is 'Whether a version is in use: for all, for a few to try, or not.';
comment on type platform.ai_rollout_strategy is 'How it is decided who gets a version.';
comment on type platform.ai_input_type is 'What a model looked at.';
comment on type platform.ai_inference_status is 'How far a run of a model is.';
comment on type platform.ai_prediction_type is 'What kind of finding a model made.';
comment on type platform.ai_review_action is 'How a person judged a finding of a model.';
comment on type platform.ai_review_state is 'Whether and how a finding of a model was last judged.';
comment on type platform.ground_truth_source is 'From where it is known what was true.';
comment on type platform.ai_outcome is 'How a finding of a model compares with what was true.';

create table platform.ai_models (
    like platform.global_row including defaults including comments,
    name text not null unique check (length(name) between 1 and 200),
    description text check (length(description) <= 4000),
    domain platform.ai_domain not null,
    vendor platform.ai_vendor not null default 'internal',
    vendor_tag text check (length(vendor_tag) between 1 and 200),
    regulatory_class platform.ai_regulatory_class not null default 'experimental',
    regulatory_reference text check (length(regulatory_reference) between 1 and 200),
    intended_use text check (length(intended_use) <= 4000),
    primary key (id),
    foreign key (created_by) references platform.users on delete restrict,
    check ((vendor = 'external_tag') = (vendor_tag is not null))
);
create index on platform.ai_models (created_by);
create index on platform.ai_models (domain);
create index on platform.ai_models using gin (name platform.gin_trgm_ops);
comment on table platform.ai_models is 'A family of models: one name, one purpose, many versions.';
comment on column platform.ai_models.name is 'Name of the model.';
comment on column platform.ai_models.description is 'What it does.';
comment on column platform.ai_models.domain is 'What field of dentistry it is for.';
comment on column platform.ai_models.vendor is 'Whether it is the platform''s own or someone else''s.';
comment on column platform.ai_models.vendor_tag is 'Who makes it, where that is someone else.';
comment on column platform.ai_models.regulatory_class is 'On what ground it may be used on patients.';
comment on column platform.ai_models.regulatory_reference is 'Number of the clearance or certificate.';
comment on column platform.ai_models.intended_use is 'Intended use, as its maker declared it.';
select platform.expose('ai_models', verbs => '{read}', in_schema => 'platform');

create table platform.ai_model_versions (
    like platform.global_row including defaults including comments,
    model_id uuid not null references platform.ai_models on delete restrict,
    version_tag text not null check (version_tag ~ '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$'),
    model_type platform.ai_model_type not null,
    architecture platform.ai_architecture,
    framework platform.ai_framework,
    description text check (length(description) <= 4000),
    artifact_uri text check (length(artifact_uri) between 1 and 2000),
    artifact_size_bytes bigint check (artifact_size_bytes >= 0),
    artifact_sha256 text check (artifact_sha256 ~ '^[0-9a-f]{64}$'),
    model_config jsonb not null default '{}' check (jsonb_typeof(model_config) = 'object'),
    input_types jsonb not null default '[]'
        constraint ai_model_versions_input_types_shape check (platform.json_matches('{"type": "array", "maxItems": 20, "items": {
            "enum": ["imaging_study", "patient_snapshot", "text_note", "multimodal", "dental_photo", "diagnostic_report", "case_file"]}}', input_types)),
    output_types jsonb not null default '[]'
        constraint ai_model_versions_output_types_shape check (platform.json_matches(
            '{"type": "array", "maxItems": 50, "items": {"type": "string", "minLength": 1, "maxLength": 100}}', output_types)),
    performance_metrics jsonb not null default '{}'
        constraint ai_model_versions_performance_metrics_shape check (platform.json_matches('{"type": "object", "properties": {
            "sensitivity": {"type": "number", "minimum": 0, "maximum": 1}, "specificity": {"type": "number", "minimum": 0, "maximum": 1},
            "auc": {"type": "number", "minimum": 0, "maximum": 1}}}', performance_metrics)),
    baseline_accuracy numeric(6,5) check (baseline_accuracy between 0 and 1),
    baseline_precision numeric(6,5) check (baseline_precision between 0 and 1),
    baseline_recall numeric(6,5) check (baseline_recall between 0 and 1),
    baseline_f1_score numeric(6,5) check (baseline_f1_score between 0 and 1),
    trained_at timestamptz,
    training_dataset_version text check (length(training_dataset_version) between 1 and 100),
    training_duration_hours numeric(10,2) check (training_duration_hours >= 0),
    validated_on timestamptz,
    validation_summary_uri text check (length(validation_summary_uri) between 1 and 2000),
    sbom_uri text check (length(sbom_uri) between 1 and 2000),
    deployed_at timestamptz,
    is_active boolean not null default false,
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (id),
    unique (model_id, version_tag),
    foreign key (created_by) references platform.users on delete restrict,
    check (validated_on >= trained_at),
    check (deployed_at >= trained_at)
);
create index on platform.ai_model_versions (created_by);
create index on platform.ai_model_versions (model_type);
create index on platform.ai_model_versions (version_tag);
create index on platform.ai_model_versions (created_at);
create index on platform.ai_model_versions (is_active);
create index on platform.ai_model_versions using gin (metadata);
comment on table platform.ai_model_versions is 'One version of a model: its file, how it was trained and how good it was. Versions are kept for ever.';
comment on column platform.ai_model_versions.model_id is 'The model.';
comment on column platform.ai_model_versions.version_tag is 'Number of the version: 1.3.0.';
comment on column platform.ai_model_versions.model_type is 'What it does.';
comment on column platform.ai_model_versions.architecture is 'How it is built.';
comment on column platform.ai_model_versions.framework is 'With what it was made.';
comment on column platform.ai_model_versions.description is 'What is new in it.';
comment on column platform.ai_model_versions.artifact_uri is 'Where its file is.';
comment on column platform.ai_model_versions.artifact_size_bytes is 'Size of its file, in bytes.';
comment on column platform.ai_model_versions.artifact_sha256 is 'SHA-256 of its file, in hexadecimal; a file unlike it is not run.';
comment on column platform.ai_model_versions.model_config is 'Settings that it runs with.';
comment on column platform.ai_model_versions.input_types is 'What it takes.';
comment on column platform.ai_model_versions.output_types is 'What it gives.';
comment on column platform.ai_model_versions.performance_metrics is 'What its validation measured: sensitivity, specificity, AUC, each 0 to 1.';
comment on column platform.ai_model_versions.baseline_accuracy is 'Share of right answers when it was released, 0 to 1.';
comment on column platform.ai_model_versions.baseline_precision is 'Positive predictive value when it was released, 0 to 1.';
comment on column platform.ai_model_versions.baseline_recall is 'Sensitivity when it was released, 0 to 1.';
comment on column platform.ai_model_versions.baseline_f1_score is 'F1 score when it was released, 0 to 1.';
comment on column platform.ai_model_versions.trained_at is 'When its training ended.';
comment on column platform.ai_model_versions.training_dataset_version is 'Version of the data that it was trained with.';
comment on column platform.ai_model_versions.training_duration_hours is 'How long its training took, in hours.';
comment on column platform.ai_model_versions.validated_on is 'When it was validated.';
comment on column platform.ai_model_versions.validation_summary_uri is 'Where the report of its validation is.';
comment on column platform.ai_model_versions.sbom_uri is 'Where its software bill of materials is (CycloneDX or SPDX).';
comment on column platform.ai_model_versions.deployed_at is 'When it was first put in use.';
comment on column platform.ai_model_versions.is_active is 'Whether it may be used.';
comment on column platform.ai_model_versions.metadata is 'Further facts about it.';
select platform.expose('ai_model_versions', verbs => '{read}', in_schema => 'platform');

-- Deployments without a tenant are for all of them: everyone may read them.
create table platform.ai_model_deployments (
    like platform.global_row including defaults including comments,
    tenant_id uuid default nullif(current_setting('app.tenant', true), '')::uuid references platform.tenants on delete restrict,
    model_version_id uuid not null references platform.ai_model_versions on delete restrict,
    status platform.ai_deployment_status not null default 'canary',
    rollout_strategy platform.ai_rollout_strategy not null default 'percentage',
    rollout_percentage smallint not null default 100 check (rollout_percentage between 0 and 100),
    rollout_group jsonb not null default '[]'
        constraint ai_model_deployments_rollout_group_shape check (platform.json_matches(
            '{"type": "array", "maxItems": 1000, "items": {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}}', rollout_group)),
    activated_at timestamptz,
    deactivated_at timestamptz,
    notes text check (length(notes) <= 4000),
    primary key (id),
    foreign key (created_by) references platform.users on delete restrict,
    check (rollout_strategy = 'percentage' or jsonb_array_length(rollout_group) > 0),
    check (deactivated_at >= activated_at)
);
create index on platform.ai_model_deployments (tenant_id, status);
create index on platform.ai_model_deployments (model_version_id, status);
create index on platform.ai_model_deployments (created_by);
comment on table platform.ai_model_deployments is 'Which version of a model is in use where: for all tenants, one tenant, some of its locations, or one case.';
comment on column platform.ai_model_deployments.tenant_id is 'The tenant; empty for all of them.';
comment on column platform.ai_model_deployments.model_version_id is 'The version.';
comment on column platform.ai_model_deployments.status is 'Whether it is in use: for all, for a few to try, or not.';
comment on column platform.ai_model_deployments.rollout_strategy is 'How it is decided who gets it.';
comment on column platform.ai_model_deployments.rollout_percentage is 'Share of the runs that use it, 0 to 100 percent.';
comment on column platform.ai_model_deployments.rollout_group is 'Identifiers of the tenants or locations of the group.';
comment on column platform.ai_model_deployments.activated_at is 'When it was put in use.';
comment on column platform.ai_model_deployments.deactivated_at is 'When it was taken out of use.';
comment on column platform.ai_model_deployments.notes is 'Why, and what is watched.';
create policy everyone_reads on platform.ai_model_deployments for select using (tenant_id is null);
create policy platform_writes on platform.ai_model_deployments
    using (tenant_id is null and nullif(current_setting('app.tenant', true), '')::uuid = '00000000-0000-0000-0000-000000000000');
select platform.expose('ai_model_deployments', managed => '{activated_at,deactivated_at}', in_schema => 'platform');

create table platform.model_metrics (
    like platform.global_row including defaults including comments,
    model_version_id uuid not null references platform.ai_model_versions on delete restrict,
    accuracy numeric(6,5) check (accuracy between 0 and 1),
    precision numeric(6,5) check (precision between 0 and 1),
    recall numeric(6,5) check (recall between 0 and 1),
    f1_score numeric(6,5) check (f1_score between 0 and 1),
    auc_roc numeric(6,5) check (auc_roc between 0 and 1),
    true_positives integer check (true_positives >= 0),
    true_negatives integer check (true_negatives >= 0),
    false_positives integer check (false_positives >= 0),
    false_negatives integer check (false_negatives >= 0),
    total_predictions integer check (total_predictions >= 0),
    correct_predictions integer check (correct_predictions between 0 and total_predictions),
    average_processing_time_ms integer check (average_processing_time_ms >= 0),
    dataset_version text check (length(dataset_version) between 1 and 100),
    test_set_size integer check (test_set_size >= 0),
    recorded_at timestamptz not null default now(),
    period_start timestamptz,
    period_end timestamptz,
    notes text check (length(notes) <= 4000),
    primary key (id),
    check (period_end >= period_start)
);
create index on platform.model_metrics (model_version_id, recorded_at);
comment on table platform.model_metrics is 'How good a version of a model was, over a period or on a set of data.';
comment on column platform.model_metrics.model_version_id is 'The version.';
comment on column platform.model_metrics.accuracy is 'Share of right answers, 0 to 1.';
comment on column platform.model_metrics.precision is 'Positive predictive value, 0 to 1.';
comment on column platform.model_metrics.recall is 'Sensitivity, 0 to 1.';
comment on column platform.model_metrics.f1_score is 'Harmonic mean of precision and recall, 0 to 1.';
comment on column platform.model_metrics.auc_roc is 'Area under the receiver operating characteristic, 0 to 1.';
comment on column platform.model_metrics.true_positives is 'Findings that were there.';
comment on column platform.model_metrics.true_negatives is 'Nothing found where nothing was.';
comment on column platform.model_metrics.false_positives is 'Findings that were not there.';
comment on column platform.model_metrics.false_negatives is 'What was there and not found.';
comment on column platform.model_metrics.total_predictions is 'Answers in all.';
comment on column platform.model_metrics.correct_predictions is 'Right answers.';
comment on column platform.model_metrics.average_processing_time_ms is 'Mean time of a run, in milliseconds.';
comment on column platform.model_metrics.dataset_version is 'Version of the data that it was measured with.';
comment on column platform.model_metrics.test_set_size is 'Items in that data.';
comment on column platform.model_metrics.recorded_at is 'When it was measured.';
comment on column platform.model_metrics.period_start is 'Beginning of the period.';
comment on column platform.model_metrics.period_end is 'End of the period.';
comment on column platform.model_metrics.notes is 'What is to be known about the measurement.';
select platform.expose('model_metrics', verbs => '{read}', in_schema => 'platform');

create table tenant.ai_inference_jobs (
    like platform.tenant_row including defaults including comments,
    model_version_id uuid not null references platform.ai_model_versions on delete restrict,
    deployment_id uuid references platform.ai_model_deployments on delete restrict,
    patient_id uuid,
    input_type platform.ai_input_type not null,
    imaging_study_id uuid,
    clinical_note_id uuid,
    dental_photo_id uuid,
    diagnostic_report_id uuid,
    case_file_id uuid,
    input_ref_id uuid not null generated always as (case input_type
        when 'patient_snapshot' then patient_id when 'imaging_study' then imaging_study_id when 'text_note' then clinical_note_id
        when 'dental_photo' then dental_photo_id when 'diagnostic_report' then diagnostic_report_id when 'case_file' then case_file_id
        else coalesce(imaging_study_id, dental_photo_id, diagnostic_report_id, case_file_id, clinical_note_id, patient_id) end) stored,
    status platform.ai_inference_status not null default 'queued',
    requested_by_user_id uuid,
    background_job_id uuid,
    started_at timestamptz,
    completed_at timestamptz,
    compute_env jsonb not null default '{}'
        constraint ai_inference_jobs_compute_env_shape check (platform.json_matches('{"type": "object", "properties": {
            "cloud_region": {"type": "string", "maxLength": 100}, "gpu_type": {"type": "string", "maxLength": 100},
            "runtime": {"type": "string", "maxLength": 100}, "host": {"type": "string", "maxLength": 255}}}', compute_env)),
    parameters jsonb not null default '{}' check (jsonb_typeof(parameters) = 'object'),
    error_details text check (length(error_details) <= 10000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, imaging_study_id) references tenant.imaging_studies (tenant_id, id) on delete restrict,
    foreign key (tenant_id, clinical_note_id) references tenant.clinical_notes (tenant_id, id) on delete restrict,
    foreign key (tenant_id, dental_photo_id) references tenant.dental_photos (tenant_id, id) on delete restrict,
    foreign key (tenant_id, requested_by_user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (completed_at >= started_at),
    check ((completed_at is not null) = (status in ('succeeded', 'failed', 'cancelled'))),
    check (status not in ('running', 'succeeded') or started_at is not null)
);
create index on tenant.ai_inference_jobs (tenant_id, model_version_id, status, created_at);
create index on tenant.ai_inference_jobs (model_version_id);
create index on tenant.ai_inference_jobs (deployment_id);
create index on tenant.ai_inference_jobs (tenant_id, patient_id, created_at);
create index on tenant.ai_inference_jobs (tenant_id, imaging_study_id);
create index on tenant.ai_inference_jobs (tenant_id, clinical_note_id);
create index on tenant.ai_inference_jobs (tenant_id, dental_photo_id);
create index on tenant.ai_inference_jobs (tenant_id, diagnostic_report_id);
create index on tenant.ai_inference_jobs (tenant_id, case_file_id);
create index on tenant.ai_inference_jobs (tenant_id, input_type, input_ref_id);
create index on tenant.ai_inference_jobs (tenant_id, requested_by_user_id);
create index on tenant.ai_inference_jobs (tenant_id, background_job_id);
create index on tenant.ai_inference_jobs (tenant_id, status, created_at);
create index on tenant.ai_inference_jobs (tenant_id, created_at, id);
comment on table tenant.ai_inference_jobs is 'One run of a model: which version looked at what, for whom, when, where, and how it ended.';
comment on column tenant.ai_inference_jobs.model_version_id is 'The version that ran.';
comment on column tenant.ai_inference_jobs.deployment_id is 'The deployment that chose the version.';
comment on column tenant.ai_inference_jobs.patient_id is 'The patient.';
comment on column tenant.ai_inference_jobs.input_type is 'What it looked at.';
comment on column tenant.ai_inference_jobs.imaging_study_id is 'The study that it looked at.';
comment on column tenant.ai_inference_jobs.clinical_note_id is 'The note that it read.';
comment on column tenant.ai_inference_jobs.dental_photo_id is 'The photo that it looked at.';
comment on column tenant.ai_inference_jobs.diagnostic_report_id is 'The report whose images it looked at.';
comment on column tenant.ai_inference_jobs.case_file_id is 'The scan that it looked at.';
comment on column tenant.ai_inference_jobs.input_ref_id is 'Identifier of what it looked at; where that is several things, of the first.';
comment on column tenant.ai_inference_jobs.status is 'How far it is.';
comment on column tenant.ai_inference_jobs.requested_by_user_id is 'The member who asked for it; empty where the system did.';
comment on column tenant.ai_inference_jobs.background_job_id is 'The job that carries it out.';
comment on column tenant.ai_inference_jobs.started_at is 'When it began.';
comment on column tenant.ai_inference_jobs.completed_at is 'When it ended.';
comment on column tenant.ai_inference_jobs.compute_env is 'Where it ran: region of the cloud, kind of GPU, runtime, host.';
comment on column tenant.ai_inference_jobs.parameters is 'Settings of this run.';
comment on column tenant.ai_inference_jobs.error_details is 'Why it failed.';
select platform.expose('ai_inference_jobs', verbs => '{read}', phi => '{input_type,parameters,error_details}', deidentify => '{input_type:keep}');

create table tenant.ai_predictions (
    like platform.tenant_row including defaults including comments,
    job_id uuid not null,
    patient_id uuid not null,
    imaging_object_id uuid,
    prediction_type platform.ai_prediction_type not null,
    code_system text,
    code text,
    tooth_number platform.fdi_number,
    surface platform.tooth_surface[] not null default '{}' check (cardinality(surface) <= 6),
    confidence numeric(6,5) not null check (confidence between 0 and 1),
    severity platform.clinical_severity,
    score numeric(10,4),
    explanation text check (length(explanation) <= 10000),
    roi_ref uuid,
    raw_output jsonb not null default '{}' check (jsonb_typeof(raw_output) in ('object', 'array')),
    review_state platform.ai_review_state not null default 'unreviewed',
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, job_id) references tenant.ai_inference_jobs (tenant_id, id) on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, imaging_object_id) references tenant.imaging_objects (tenant_id, id) on delete restrict,
    foreign key (tenant_id, roi_ref) references tenant.image_annotations (tenant_id, id) on delete restrict,
    foreign key (code_system, code) references platform.code_values (code_system, code) on delete restrict,
    check ((code_system is null) = (code is null)),
    check (prediction_type <> 'risk_score' or score is not null)
);
create index on tenant.ai_predictions (tenant_id, job_id);
create index on tenant.ai_predictions (tenant_id, patient_id, created_at);
create index on tenant.ai_predictions (tenant_id, imaging_object_id);
create index on tenant.ai_predictions (tenant_id, roi_ref);
create index on tenant.ai_predictions (code_system, code);
create index on tenant.ai_predictions (tenant_id, code, created_at);
create index on tenant.ai_predictions (tenant_id, prediction_type, created_at);
create index on tenant.ai_predictions (tenant_id, review_state, created_at);
comment on table tenant.ai_predictions is 'One thing that a model found: what, where, how bad and how sure.';
comment on column tenant.ai_predictions.job_id is 'The run that found it.';
comment on column tenant.ai_predictions.patient_id is 'The patient.';
comment on column tenant.ai_predictions.imaging_object_id is 'The image that shows it.';
comment on column tenant.ai_predictions.prediction_type is 'What kind of finding it is.';
comment on column tenant.ai_predictions.code_system is 'Coding system of its code.';
comment on column tenant.ai_predictions.code is 'Code of the finding.';
comment on column tenant.ai_predictions.tooth_number is 'Tooth that it is about, FDI two-digit notation (ISO 3950).';
comment on column tenant.ai_predictions.surface is 'Surfaces of the tooth.';
comment on column tenant.ai_predictions.confidence is 'How sure the model is, 0 to 1.';
comment on column tenant.ai_predictions.severity is 'How bad it is.';
comment on column tenant.ai_predictions.score is 'The number that a risk score gives.';
comment on column tenant.ai_predictions.explanation is 'Why the model says so.';
comment on column tenant.ai_predictions.roi_ref is 'The mark on the image (region of interest).';
comment on column tenant.ai_predictions.raw_output is 'What the model answered, unchanged.';
comment on column tenant.ai_predictions.review_state is 'Whether and how a person last judged it.';
select platform.expose('ai_predictions', verbs => '{read}', managed => '{review_state:review}',
    phi => '{prediction_type,code,tooth_number,surface,severity,score,explanation,raw_output}',
    deidentify => '{prediction_type:keep,code:keep,tooth_number:keep,surface:keep,severity:keep,score:keep}');

create table tenant.ai_review_events (
    like platform.tenant_row including defaults including comments,
    prediction_id uuid not null,
    reviewer_id uuid not null default platform.current_user_id(),
    review_action platform.ai_review_action not null,
    reason_code text check (reason_code ~ '^[a-z][a-z0-9_]{0,63}$'),
    comment text check (length(comment) <= 4000),
    corrected_code_system text,
    corrected_code text,
    corrected_annotation_id uuid,
    use_for_training boolean not null default false,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, prediction_id) references tenant.ai_predictions (tenant_id, id) on delete restrict,
    foreign key (tenant_id, reviewer_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, corrected_annotation_id) references tenant.image_annotations (tenant_id, id) on delete restrict,
    foreign key (corrected_code_system, corrected_code) references platform.code_values (code_system, code) on delete restrict,
    check ((corrected_code_system is null) = (corrected_code is null)),
    check (review_action = 'edited' or num_nonnulls(corrected_code, corrected_annotation_id) = 0)
);
create index on tenant.ai_review_events (tenant_id, prediction_id, created_at);
create index on tenant.ai_review_events (tenant_id, reviewer_id, created_at);
create index on tenant.ai_review_events (tenant_id, corrected_annotation_id);
create index on tenant.ai_review_events (corrected_code_system, corrected_code);
create index on tenant.ai_review_events (tenant_id, use_for_training, created_at);
comment on table tenant.ai_review_events is 'How a person judged a finding of a model: confirmed, rejected, or corrected. Judgements are added, never changed.';
comment on column tenant.ai_review_events.prediction_id is 'The finding.';
comment on column tenant.ai_review_events.reviewer_id is 'The member who judged it.';
comment on column tenant.ai_review_events.review_action is 'How it was judged.';
comment on column tenant.ai_review_events.reason_code is 'Why, in a word: wrong_location, artifact, already_treated.';
comment on column tenant.ai_review_events.comment is 'Why, in the member''s words.';
comment on column tenant.ai_review_events.corrected_code_system is 'Coding system of the right code.';
comment on column tenant.ai_review_events.corrected_code is 'The right code, where the model''s was wrong.';
comment on column tenant.ai_review_events.corrected_annotation_id is 'The right mark on the image, where the model''s was wrong.';
comment on column tenant.ai_review_events.use_for_training is 'Whether models may learn from it.';
select platform.expose('ai_review_events', verbs => '{read}', phi => '{comment,corrected_code}', deidentify => '{corrected_code:keep}');

create table tenant.ai_outcome_links (
    like platform.tenant_row including defaults including comments,
    prediction_id uuid not null,
    encounter_id uuid,
    procedure_id uuid,
    ground_truth_code_system text,
    ground_truth_code text,
    ground_truth_source platform.ground_truth_source not null,
    outcome platform.ai_outcome not null default 'indeterminate',
    evaluation_timestamp timestamptz not null default now(),
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, prediction_id) references tenant.ai_predictions (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict,
    foreign key (tenant_id, procedure_id) references tenant.procedures (tenant_id, id) on delete restrict,
    foreign key (ground_truth_code_system, ground_truth_code) references platform.code_values (code_system, code) on delete restrict,
    check (num_nonnulls(encounter_id, procedure_id) = 1),
    check ((ground_truth_code_system is null) = (ground_truth_code is null))
);
create index on tenant.ai_outcome_links (tenant_id, prediction_id);
create index on tenant.ai_outcome_links (tenant_id, encounter_id);
create index on tenant.ai_outcome_links (tenant_id, procedure_id);
create index on tenant.ai_outcome_links (ground_truth_code_system, ground_truth_code);
create index on tenant.ai_outcome_links (tenant_id, evaluation_timestamp, id);
comment on table tenant.ai_outcome_links is 'What turned out to be true of a finding of a model: the accuracy of models is watched by this.';
comment on column tenant.ai_outcome_links.prediction_id is 'The finding.';
comment on column tenant.ai_outcome_links.encounter_id is 'The visit that showed what was true.';
comment on column tenant.ai_outcome_links.procedure_id is 'The procedure that showed what was true.';
comment on column tenant.ai_outcome_links.ground_truth_code_system is 'Coding system of what was true.';
comment on column tenant.ai_outcome_links.ground_truth_code is 'Code of what was true.';
comment on column tenant.ai_outcome_links.ground_truth_source is 'From where it is known.';
comment on column tenant.ai_outcome_links.outcome is 'How the finding compares with it.';
comment on column tenant.ai_outcome_links.evaluation_timestamp is 'When it was compared.';
comment on column tenant.ai_outcome_links.notes is 'What is to be known about it.';
select platform.expose('ai_outcome_links', phi => '{ground_truth_code,outcome,notes}', deidentify => '{ground_truth_code:keep,outcome:keep}');
