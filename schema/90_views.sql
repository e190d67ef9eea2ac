-- Views that the sources write: the reports of a patient, the doctor's queue, and the diagnoses of the patients' app.

create view tenant.v_patient_reports with (security_barrier) as
select
    r.tenant_id, coalesce(d.id, r.id) as id, r.id as report_id, r.patient_id, r.patient_name, r.study_type, r.risk_score, r.confidence_score,
    r.uploaded_at as upload_date, r.analyzed_at as analysis_date, r.status, a.risk_probability, a.processed_at,
    d.id as review_id, d.doctor_id, d.urgency_level, d.reviewed_at
from tenant.diagnostic_reports as r
left join tenant.ai_analyses as a on a.tenant_id = r.tenant_id and a.report_id = r.id and a.is_current
left join tenant.doctor_reviews as d on d.tenant_id = r.tenant_id and d.report_id = r.id and d.deleted_at is null
where r.deleted_at is null;
comment on view tenant.v_patient_reports is 'Reports of patients with their current analysis and their reviews; a row for each review, one where there is none.';
comment on column tenant.v_patient_reports.tenant_id is 'The tenant that the row belongs to.';
comment on column tenant.v_patient_reports.id is 'Identifier of the row: of the review, or of the report where there is none.';
comment on column tenant.v_patient_reports.report_id is 'The report.';
comment on column tenant.v_patient_reports.patient_id is 'The patient.';
comment on column tenant.v_patient_reports.patient_name is 'Name of the patient, as it was when the report was made.';
comment on column tenant.v_patient_reports.study_type is 'Kind of examination.';
comment on column tenant.v_patient_reports.risk_score is 'How likely disease is.';
comment on column tenant.v_patient_reports.confidence_score is 'How sure the analysis is, 0 to 1.';
comment on column tenant.v_patient_reports.upload_date is 'When the report was uploaded.';
comment on column tenant.v_patient_reports.analysis_date is 'When it was analysed.';
comment on column tenant.v_patient_reports.status is 'How far it is.';
comment on column tenant.v_patient_reports.risk_probability is 'Probability of disease, 0 to 1.';
comment on column tenant.v_patient_reports.processed_at is 'When the model was done.';
comment on column tenant.v_patient_reports.review_id is 'The review.';
comment on column tenant.v_patient_reports.doctor_id is 'The member who reviewed it.';
comment on column tenant.v_patient_reports.urgency_level is 'How soon the patient needs care.';
comment on column tenant.v_patient_reports.reviewed_at is 'When it was reviewed.';
select platform.expose('v_patient_reports', verbs => '{read}',
    phi => '{patient_name,study_type,risk_score,confidence_score,risk_probability,urgency_level}',
    deidentify => '{study_type:keep,risk_score:keep,confidence_score:keep,risk_probability:keep,urgency_level:keep}');

create view tenant.v_doctor_priority_queue with (security_barrier) as
select
    r.tenant_id, r.id, r.id as report_id, r.patient_id, r.patient_name, r.study_type, r.risk_score, r.confidence_score,
    r.uploaded_at as upload_date, r.analyzed_at as analysis_date, a.risk_probability,
    case r.risk_score when 'high' then 1 when 'medium' then 2 when 'low' then 3 else 4 end as priority_order
from tenant.diagnostic_reports as r
left join tenant.ai_analyses as a on a.tenant_id = r.tenant_id and a.report_id = r.id and a.is_current
where r.status = 'analyzed' and r.deleted_at is null
order by priority_order, r.analyzed_at desc;
comment on view tenant.v_doctor_priority_queue is 'Analysed reports that wait for a doctor: high risk first, then the newest analysis.';
comment on column tenant.v_doctor_priority_queue.tenant_id is 'The tenant that the row belongs to.';
comment on column tenant.v_doctor_priority_queue.id is 'Identifier of the report.';
comment on column tenant.v_doctor_priority_queue.report_id is 'The report.';
comment on column tenant.v_doctor_priority_queue.patient_id is 'The patient.';
comment on column tenant.v_doctor_priority_queue.patient_name is 'Name of the patient, as it was when the report was made.';
comment on column tenant.v_doctor_priority_queue.study_type is 'Kind of examination.';
comment on column tenant.v_doctor_priority_queue.risk_score is 'How likely disease is.';
comment on column tenant.v_doctor_priority_queue.confidence_score is 'How sure the analysis is, 0 to 1.';
comment on column tenant.v_doctor_priority_queue.upload_date is 'When the report was uploaded.';
comment on column tenant.v_doctor_priority_queue.analysis_date is 'When it was analysed.';
comment on column tenant.v_doctor_priority_queue.risk_probability is 'Probability of disease, 0 to 1.';
comment on column tenant.v_doctor_priority_queue.priority_order is 'Place by risk: 1 high, 2 medium, 3 low, 4 unknown.';
select platform.expose('v_doctor_priority_queue', verbs => '{read}',
    phi => '{patient_name,study_type,risk_score,confidence_score,risk_probability,priority_order}',
    deidentify => '{study_type:keep,risk_score:keep,confidence_score:keep,risk_probability:keep,priority_order:keep}');

create view tenant.ai_diagnoses with (security_barrier) as
select
    r.tenant_id, r.id, r.created_by as user_id, r.patient_id, r.reviewing_practitioner_id as doctor_id,
    coalesce(r.report_image_url, p.photo_url) as photo_url, r.dental_photo_id, r.diagnosis, r.confidence_score as confidence, r.detections, r.metadata,
    case when r.status in ('pending', 'analyzing', 'analyzed') then 'pending'::platform.report_status
         when r.status = 'archived' then 'reviewed' else r.status end as status,
    r.notes, r.created_at, r.updated_at
from tenant.diagnostic_reports as r
left join tenant.dental_photos as p on p.tenant_id = r.tenant_id and p.id = r.dental_photo_id
where r.diagnosis is not null and r.deleted_at is null;
comment on view tenant.ai_diagnoses is 'What models took photos and images of patients for, and how a doctor judged it: the reports that have a diagnosis.';
comment on column tenant.ai_diagnoses.tenant_id is 'The tenant that the row belongs to.';
comment on column tenant.ai_diagnoses.id is 'Identifier of the report.';
comment on column tenant.ai_diagnoses.user_id is 'Who asked for it.';
comment on column tenant.ai_diagnoses.patient_id is 'The patient.';
comment on column tenant.ai_diagnoses.doctor_id is 'The practitioner who reviews it.';
comment on column tenant.ai_diagnoses.photo_url is 'Where the photo is, while it is kept elsewhere.';
comment on column tenant.ai_diagnoses.dental_photo_id is 'The photo.';
comment on column tenant.ai_diagnoses.diagnosis is 'What the model took it for.';
comment on column tenant.ai_diagnoses.confidence is 'How sure the model is, 0 to 1.';
comment on column tenant.ai_diagnoses.detections is 'Conditions that the model found: which, how sure, and where on the picture.';
comment on column tenant.ai_diagnoses.metadata is 'Further facts about it.';
comment on column tenant.ai_diagnoses.status is 'Whether a doctor looked at it: pending, reviewed, confirmed, rejected.';
comment on column tenant.ai_diagnoses.notes is 'What the doctor noted.';
comment on column tenant.ai_diagnoses.created_at is 'When it was made.';
comment on column tenant.ai_diagnoses.updated_at is 'When it was last changed.';
select platform.expose('ai_diagnoses', verbs => '{read}', phi => '{photo_url,diagnosis,confidence,detections,metadata,notes}',
    deidentify => '{confidence:keep,detections:keep}');
