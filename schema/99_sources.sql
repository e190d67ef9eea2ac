-- The source documents' own tables, as read-only views with their names and columns, where these differ from ours: for whoever comes from one of those
-- systems. They are outside of the API. Values are ours (lower_snake_case; money in minor units); what is secret is left out.
-- Prefixes: s0 scan backend, s1 radiology reports, s2 multi-tenant practice, s3 patient and doctor app, s4 dental laboratory.

create schema sources;
comment on schema sources is 'The source documents'' tables by their own names, read-only.';
grant usage on schema sources to cuspid_view, cuspid_app;
grant create on schema sources to cuspid_view;

-- Accounts: those of the caller's organisation, with the first of a source's roles that they have.

create view sources.s0_users with (security_barrier) as
    select u.id, u.username, u.email, r.role, u.created_at
    from platform.user_tenants as m
    join platform.users as u on u.id = m.user_id
    left join lateral (
        select r.name as role
        from platform.user_roles as ur join platform.roles as r on r.id = ur.role_id
        where ur.tenant_id = m.tenant_id and ur.user_id = m.user_id and r.name in ('admin', 'operator', 'service')
        order by array_position('{admin,operator,service}', r.name) limit 1) as r on true;
comment on view sources.s0_users is 'Accounts of the scan backend.';

create view sources.s1_users with (security_barrier) as
    select u.id, u.full_name as name, u.email, r.role, u.profile_picture_url, u.phone, u.date_of_birth, u.created_at, u.updated_at, u.last_login_at,
           u.is_active, u.is_email_verified, u.preferences, u.created_by, u.updated_by
    from platform.user_tenants as m
    join platform.users as u on u.id = m.user_id
    left join lateral (
        select r.name as role
        from platform.user_roles as ur join platform.roles as r on r.id = ur.role_id
        where ur.tenant_id = m.tenant_id and ur.user_id = m.user_id and r.name in ('patient', 'radiologist', 'doctor', 'tech')
        order by array_position('{doctor,radiologist,tech,patient}', r.name) limit 1) as r on true;
comment on view sources.s1_users is 'Accounts of the radiology reports; password_hash is secret.';

create view sources.s3_users with (security_barrier) as
    select u.id, u.email, r.role, u.created_at, u.updated_at
    from platform.user_tenants as m
    join platform.users as u on u.id = m.user_id
    left join lateral (
        select r.name as role
        from platform.user_roles as ur join platform.roles as r on r.id = ur.role_id
        where ur.tenant_id = m.tenant_id and ur.user_id = m.user_id and r.name in ('admin', 'doctor', 'patient')
        order by array_position('{admin,doctor,patient}', r.name) limit 1) as r on true;
comment on view sources.s3_users is 'Accounts of the patient and doctor app; password is secret.';

create view sources.s4_users with (security_barrier) as
    select u.id, u.email, r.role, u.status
    from platform.user_tenants as m
    join platform.users as u on u.id = m.user_id
    left join lateral (
        select r.name as role
        from platform.user_roles as ur join platform.roles as r on r.id = ur.role_id
        where ur.tenant_id = m.tenant_id and ur.user_id = m.user_id and r.name in ('admin', 'manager', 'technician', 'dentist', 'staff')
        order by array_position('{admin,manager,technician,dentist,staff}', r.name) limit 1) as r on true;
comment on view sources.s4_users is 'Accounts of the laboratory; password_hash is secret.';

create view sources.s1_sessions with (security_barrier) as
    select id as session_id, user_id, ip_address, user_agent, device_info, login_time, last_activity, expires_at, is_active, logout_time
    from platform.sessions;
comment on view sources.s1_sessions is 'Sessions of the radiology reports; token and refresh_token are secret.';

create view sources.s3_sessions with (security_barrier) as
    select id, user_id, device_info, ip_address, expires_at, created_at, updated_at
    from platform.sessions;
comment on view sources.s3_sessions is 'Sessions of the patient and doctor app; refresh_token is secret.';

create view sources.s4_sessions with (security_barrier) as
    select id, user_id from platform.sessions;
comment on view sources.s4_sessions is 'Sessions of the laboratory; token is secret.';

create view sources.s2_role_permissions with (security_barrier) as
    select rp.role_id, p.id as permission_id
    from platform.role_permissions as rp
    join platform.permissions as p on p.name = rp.permission;
comment on view sources.s2_role_permissions is 'Permissions of roles.';

create view sources.s4_role_permissions with (security_barrier) as
    select rp.id, rp.role_id, p.id as permission_id
    from platform.role_permissions as rp
    join platform.permissions as p on p.name = rp.permission;
comment on view sources.s4_role_permissions is 'Permissions of roles of the laboratory.';

create view sources.s2_api_clients with (security_barrier) as
    select client_id, tenant_id, scopes, jsonb_build_object('per_minute', rate_limit_per_minute, 'per_day', rate_limit_per_day) as rate_limits
    from platform.api_clients;
comment on view sources.s2_api_clients is 'Service accounts; client_secret_hash is secret.';

-- Settings, plans and the trail.

create view sources.s1_system_settings with (security_barrier) as
    select id as setting_id, setting_key, setting_value, description, is_sensitive, created_at, updated_at, updated_by
    from platform.system_settings;
comment on view sources.s1_system_settings is 'Settings of the radiology reports.';

create view sources.s4_settings with (security_barrier) as
    select id, setting_key, setting_value, description, created_at, updated_at
    from platform.system_settings;
comment on view sources.s4_settings is 'Settings of the laboratory.';

create view sources.s2_billing_plans with (security_barrier) as
    select id, code, price_per_month, price_per_year, included_ai_calls, seats, storage_bytes as storage
    from platform.subscription_plans;
comment on view sources.s2_billing_plans is 'Subscription plans by their other name.';

create view sources.s2_tenant_subscriptions with (security_barrier) as
    select id, tenant_id, plan_id, start_at, end_at, status, billing_cycle,
           jsonb_build_object('is_trial', is_trial, 'trial_ends_at', trial_ends_at) as trial_flags, auto_renew
    from platform.tenant_subscriptions;
comment on view sources.s2_tenant_subscriptions is 'Subscriptions, with the flags of their trial together.';

create view sources.s2_tenant_billing_accounts with (security_barrier) as
    select id, tenant_id, jsonb_build_object('name', contact_name, 'email', contact_email, 'phone', contact_phone) as invoicing_contact, billing_address
    from tenant.tenant_billing_accounts;
comment on view sources.s2_tenant_billing_accounts is 'Billing accounts; payment_method_token is secret.';

create view sources.s2_usage_meter_readings with (security_barrier) as
    select id, tenant_id, meter_id, daterange(period_start, period_end, '[]') as period, quantity
    from tenant.usage_meter_readings;
comment on view sources.s2_usage_meter_readings is 'Readings of meters, with the period as a range.';

create view sources.s0_audit_logs with (security_barrier) as
    select id, user_id, created_at as timestamp, event_type, username, resource_type, resource_id, outcome, metadata as details
    from tenant.audit_events;
comment on view sources.s0_audit_logs is 'The trail of the scan backend.';

create view sources.s1_audit_logs with (security_barrier) as
    select id as log_id, user_id, user_email, user_role, action, resource_type as entity_type, resource_id as entity_id, ip_address, user_agent,
           old_values, new_values, outcome as status, error_message, created_at
    from tenant.audit_events;
comment on view sources.s1_audit_logs is 'The trail of the radiology reports.';

create view sources.s2_audit_events with (security_barrier) as
    select id, tenant_id, user_id, actor_type, event_type, resource_type, resource_id, created_at as timestamp, request_id, ip_address, user_agent, metadata
    from tenant.audit_events;
comment on view sources.s2_audit_events is 'The trail, with its time by the name that it has there.';

create view sources.s4_audit_log with (security_barrier) as
    select id, user_id, action, resource_type as entity_type, resource_id as entity_id, old_values, new_values, ip_address, created_at
    from tenant.audit_events;
comment on view sources.s4_audit_log is 'The trail of the laboratory.';

-- Patients and people.

create view sources.s1_patient_medical_history with (security_barrier) as
    select id as history_id, patient_id, conditions, allergies, medications, family_history, smoking_status, alcohol_consumption, exercise_frequency,
           previous_surgeries, previous_hospitalizations, created_at, updated_at, updated_by
    from tenant.patient_medical_history
    where deleted_at is null;
comment on view sources.s1_patient_medical_history is 'Medical histories of the radiology reports.';

create view sources.s3_patient_profiles with (security_barrier) as
    select f.id, p.user_id, p.first_name, p.last_name, p.dob as date_of_birth, p.phone_mobile as phone, a.address_text as address, f.emergency_contact,
           f.allergies, f.medications, f.medical_history, f.insurance_info, f.pain_tolerance, p.preferred_language, f.dietary_restrictions, f.smoking_status,
           f.dental_concerns, f.previous_dental_work, f.last_dental_visit, f.profile_picture, f.profile_complete, f.created_at, f.updated_at
    from tenant.patient_profiles as f
    join tenant.patients as p on p.tenant_id = f.tenant_id and p.id = f.patient_id and p.deleted_at is null
    left join lateral (
        select a.address_text from tenant.patient_addresses as a
        where a.tenant_id = f.tenant_id and a.patient_id = f.patient_id and a.deleted_at is null
        order by a.is_primary desc, a.id limit 1) as a on true
    where f.deleted_at is null;
comment on view sources.s3_patient_profiles is 'Patients of the patient and doctor app.';

create view sources.s3_doctor_profiles with (security_barrier) as
    select id, user_id, first_name, last_name, phone, license_number, specialization, subspecialties, education, years_experience, clinic_name,
           clinic_address, clinic_phone, profile_picture, profile_complete, is_verified, created_at, updated_at
    from tenant.practitioners
    where deleted_at is null;
comment on view sources.s3_doctor_profiles is 'Doctors of the patient and doctor app.';

create view sources.s2_patient_insurance_policies with (security_barrier) as
    select id, patient_id, payer_id, plan_name, policy_number, group_number, daterange(coverage_start, coverage_end, '[]') as coverage_dates, is_primary
    from tenant.patient_insurance_policies
    where deleted_at is null;
comment on view sources.s2_patient_insurance_policies is 'Insurance policies, with the days of coverage as a range.';

create view sources.s4_department_equipment with (security_barrier) as
    select id, department_id, name, status,
           jsonb_build_object('last', last_maintenance_on, 'next', next_maintenance_on) as maintenance_dates
    from tenant.department_equipment
    where deleted_at is null;
comment on view sources.s4_department_equipment is 'Equipment of the laboratory, with its maintenance dates together.';

-- Clinical work and scheduling.

create view sources.s2_vital_signs with (security_barrier) as
    select id, encounter_id, measured_at, systolic_mmhg || '/' || diastolic_mmhg as blood_pressure, heart_rate_bpm as heart_rate, bmi
    from tenant.vital_signs
    where deleted_at is null;
comment on view sources.s2_vital_signs is 'Vital signs, with the blood pressure as it is said.';

create view sources.s2_treatment_plans with (security_barrier) as
    select id, tenant_id, patient_id, created_by as created_by_id, status, total_estimated_cost, estimated_insurance_coverage, notes
    from tenant.treatment_plans
    where deleted_at is null;
comment on view sources.s2_treatment_plans is 'Treatment plans.';

create view sources.s3_medical_records with (security_barrier) as
    select id, patient_id, practitioner_id as doctor_id, record_type, title, description, data, attachments, record_date, created_at, updated_at
    from tenant.medical_records
    where deleted_at is null;
comment on view sources.s3_medical_records is 'Medical records of the patient and doctor app.';

create view sources.s3_appointments with (security_barrier) as
    select id, patient_id, practitioner_id as doctor_id, scheduled_at, duration, status, reason, notes, metadata, created_at, updated_at
    from tenant.appointments
    where deleted_at is null and patient_id is not null;
comment on view sources.s3_appointments is 'Visits of the patient and doctor app.';

create view sources.s2_claims with (security_barrier) as
    select id, tenant_id, patient_id, payer_id, claim_number, status,
           jsonb_build_object('first', submitted_at, 'last', last_submitted_at) as submission_dates, total_billed_amount, total_allowed_amount, total_paid_amount
    from tenant.claims
    where deleted_at is null;
comment on view sources.s2_claims is 'Claims, with the dates of their submission together.';

create view sources.s2_invoice_line_items with (security_barrier) as
    select id, invoice_id, item_type, description, quantity, unit_amount, amount
    from tenant.invoice_items
    where deleted_at is null;
comment on view sources.s2_invoice_line_items is 'Invoice items by their other name.';

create view sources.s2_code_values with (security_barrier) as
    select v.id, s.id as code_system_id, v.code, v.description
    from platform.code_values as v
    join platform.code_systems as s on s.code = v.code_system;
comment on view sources.s2_code_values is 'Codes, with their system by its identifier.';

-- Images, documents and what is said.

create view sources.s2_imaging_objects with (security_barrier) as
    select id, study_id, series_id, sop_instance_uid, object_type, tenant_id || '/' || checksum as storage_uri, checksum as hash, size_bytes as byte_size,
           width, height, depth_slices, is_original, processing_pipeline
    from tenant.imaging_objects
    where deleted_at is null;
comment on view sources.s2_imaging_objects is 'Images, with their place in the object store.';

create view sources.s2_documents with (security_barrier) as
    select id, tenant_id, owner_type, owner_id, document_type, tenant_id || '/' || checksum as storage_uri, checksum as hash, signed_at,
           coalesce(signer_id, signer_patient_id) as signer_id
    from tenant.documents
    where deleted_at is null;
comment on view sources.s2_documents is 'Documents, with their place in the object store.';

create view sources.s1_notifications with (security_barrier) as
    select id as notification_id, user_id, type, priority, title, message, action_url, is_read, read_at, related_report_id, sent_via_email, sent_via_sms,
           sent_via_push, data as metadata, created_at, expires_at
    from tenant.notifications;
comment on view sources.s1_notifications is 'Notifications of the radiology reports.';

create view sources.s2_notifications with (security_barrier) as
    select d.id, d.tenant_id, d.notification_id, n.user_id, n.patient_id, d.channel, d.state, d.sent_at
    from tenant.notification_deliveries as d
    join tenant.notifications as n on n.tenant_id = d.tenant_id and n.id = d.notification_id;
comment on view sources.s2_notifications is 'Notifications, one for each channel.';

create view sources.s4_conversations with (security_barrier) as
    select id, conversation_type as type, case_id, created_at, updated_at
    from tenant.conversations
    where deleted_at is null;
comment on view sources.s4_conversations is 'Conversations of the laboratory.';

create view sources.s4_messages with (security_barrier) as
    select id, conversation_id, author_id as sender_id, content, is_read as read_status, created_at
    from tenant.messages
    where deleted_at is null;
comment on view sources.s4_messages is 'Messages of the laboratory.';

-- Cases and the laboratory.

create view sources.s0_files with (security_barrier) as
    select id, case_id, uploaded_by, status, file_type, checksum, uploaded_at, processed_at, tags, metadata, is_deleted
    from tenant.case_files;
comment on view sources.s0_files is 'Files of the scan backend.';

create view sources.s0_jobs with (security_barrier) as
    select id, case_id, case_file_id as file_id, created_by, status, job_type, priority, created_at, queue_job_id as celery_task_id
    from tenant.jobs;
comment on view sources.s0_jobs is 'Jobs of the scan backend.';

create view sources.s0_segments with (security_barrier) as
    select id, case_id, case_file_id as file_id, created_by_job, segment_type, created_at, confidence_score, properties, metadata, is_deleted
    from tenant.segments;
comment on view sources.s0_segments is 'Segments of the scan backend.';

create view sources.s4_case_files with (security_barrier) as
    select id, case_id, uploaded_by, file_type as file_kind, name, created_at
    from tenant.case_files
    where deleted_at is null;
comment on view sources.s4_case_files is 'Files of the laboratory''s cases.';

create view sources.s4_case_notes with (security_barrier) as
    select id, case_id, author_id as user_id, created_at, content
    from tenant.case_notes
    where deleted_at is null;
comment on view sources.s4_case_notes is 'Notes of the laboratory''s cases.';

create view sources.s4_route_stops with (security_barrier) as
    select id, route_id, case_id, address,
           jsonb_build_object('planned_arrival_at', planned_arrival_at, 'window_start_at', window_start_at, 'window_end_at', window_end_at,
                              'arrived_at', arrived_at, 'departed_at', departed_at) as timing
    from tenant.route_stops
    where deleted_at is null;
comment on view sources.s4_route_stops is 'Stops of routes, with their times together.';

-- Models and reports.

create view sources.s0_models with (security_barrier) as
    select v.id, c.case_id, v.model_type, m.name as model_name, v.version_tag as model_version, v.created_at, v.is_active, v.metadata
    from platform.ai_model_versions as v
    join platform.ai_models as m on m.id = v.model_id
    left join lateral (
        select c.case_id from tenant.case_models as c
        where c.model_version_id = v.id
        order by c.created_at desc limit 1) as c on true;
comment on view sources.s0_models is 'Models of the scan backend: one row a version.';

create view sources.s1_ai_models with (security_barrier) as
    select v.id as model_id, m.name as model_name, v.version_tag as version, v.architecture, v.framework, v.artifact_uri as model_file_url,
           v.artifact_size_bytes as model_file_size, v.model_config, v.trained_at as trained_date, v.training_dataset_version, v.training_duration_hours,
           v.deployed_at as deployed_date, v.is_active, v.baseline_accuracy, v.baseline_precision, v.baseline_recall, v.baseline_f1_score,
           v.description, v.created_at, v.created_by
    from platform.ai_model_versions as v
    join platform.ai_models as m on m.id = v.model_id;
comment on view sources.s1_ai_models is 'Models of the radiology reports: one row a version.';

create view sources.s1_model_metrics with (security_barrier) as
    select id as metric_id, model_version_id as model_id, accuracy, precision, recall, f1_score, true_positives, true_negatives, false_positives,
           false_negatives, total_predictions, correct_predictions, recorded_at, period_start, period_end, dataset_version, test_set_size, auc_roc,
           average_processing_time_ms, notes
    from platform.model_metrics;
comment on view sources.s1_model_metrics is 'Measures of the radiology reports'' models.';

create view sources.s2_ai_model_deployments with (security_barrier) as
    select id, tenant_id, model_version_id, status, rollout_strategy, created_at, created_by as created_by_id
    from platform.ai_model_deployments;
comment on view sources.s2_ai_model_deployments is 'Which version of a model is active where.';

create view sources.s1_medical_reports with (security_barrier) as
    select id as report_id, patient_id, radiologist_id, patient_name, radiologist_name, study_type, report_image_url, image_metadata, risk_score,
           confidence_score, findings, recommendations, uploaded_at as upload_date, analyzed_at as analysis_date, status, patient_age, patient_gender,
           medical_history, symptoms, created_at, updated_at, created_by, updated_by
    from tenant.diagnostic_reports
    where deleted_at is null;
comment on view sources.s1_medical_reports is 'Reports of the radiology reports.';

create view sources.s1_report_images with (security_barrier) as
    select id as image_id, report_id, image_url, image_type, image_format, width, height, size_bytes as file_size, dicom_metadata, uploaded_at, display_order
    from tenant.report_images
    where deleted_at is null;
comment on view sources.s1_report_images is 'Images of reports.';

create view sources.s1_ai_analysis with (security_barrier) as
    select id as analysis_id, report_id, model_version_id as model_id, risk_category, risk_probability, low_probability, medium_probability,
           high_probability, findings, feature_maps, attention_maps, processed_at, processing_time_ms, image_quality_score, confidence_threshold,
           preprocessing_steps, model_version, created_at
    from tenant.ai_analyses
    where is_current;
comment on view sources.s1_ai_analysis is 'The one analysis of each report: the current one.';

create view sources.s1_doctor_reviews with (security_barrier) as
    select id as review_id, report_id, doctor_id, review_notes, clinical_findings, confirmed_ai_diagnosis, ai_accuracy_rating, doctor_risk_assessment,
           urgency_level, recommended_action, follow_up_required, follow_up_date, treatment_plan, medication_prescribed, reviewed_at, created_at, updated_at
    from tenant.doctor_reviews
    where deleted_at is null;
comment on view sources.s1_doctor_reviews is 'Doctors'' reviews of reports.';

create view sources.s2_knowledge_versions with (security_barrier) as
    select id, document_id, author_id as author,
           jsonb_build_object('reviewer_id', reviewer_id, 'reviewed_at', reviewed_at, 'comment', review_comment) as review_metadata,
           jsonb_build_object('approver_id', approver_id, 'approved_at', approved_at, 'comment', approval_comment) as approval_metadata
    from tenant.knowledge_versions
    where deleted_at is null;
comment on view sources.s2_knowledge_versions is 'Versions of protocols, with review and approval together.';

-- Owned by a role under row security: each shows the rows of the caller's organisation.
do $$
declare
    old_name regclass;
begin
    for old_name in select oid from pg_class where relnamespace = 'sources'::regnamespace and relkind = 'v' loop
        execute format('alter view %s owner to cuspid_view', old_name);
        execute format('grant select on %s to cuspid_app', old_name);
    end loop;
end
$$;
