-- Foreign keys that lead to tables of later files.

alter table tenant.consents
    add foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    add foreign key (tenant_id, document_id) references tenant.documents (tenant_id, id) on delete restrict;
alter table tenant.erasure_requests
    add foreign key (tenant_id, job_id) references tenant.jobs (tenant_id, id) on delete restrict;
alter table tenant.data_exports
    add foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    add foreign key (tenant_id, job_id) references tenant.jobs (tenant_id, id) on delete restrict,
    add foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict;
alter table tenant.research_datasets
    add foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict;
alter table tenant.research_dataset_members
    add foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict;

-- Patients, people, clinical, scheduling.
alter table tenant.patients
    add foreign key (tenant_id, primary_practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict;
alter table tenant.patient_conditions
    add foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict;
alter table tenant.encounters
    add foreign key (tenant_id, appointment_id) references tenant.appointments (tenant_id, id) on delete restrict;
alter table tenant.treatment_plan_items
    add foreign key (tenant_id, procedure_catalog_id) references tenant.procedure_catalog (tenant_id, id) on delete restrict;
alter table tenant.procedures
    add foreign key (tenant_id, procedure_catalog_id) references tenant.procedure_catalog (tenant_id, id) on delete restrict;
alter table tenant.procedure_materials
    add foreign key (tenant_id, inventory_item_id) references tenant.inventory_items (tenant_id, id) on delete restrict;
alter table tenant.appointments
    add foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete restrict;

alter table tenant.imaging_objects add foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict;
alter table tenant.imaging_objects add foreign key (tenant_id, preview_object_id) references tenant.objects (tenant_id, id) on delete restrict;
alter table tenant.imaging_objects add foreign key (tenant_id, created_by_job) references tenant.jobs (tenant_id, id) on delete restrict;
alter table tenant.image_annotations add foreign key (model_version_id) references platform.ai_model_versions on delete restrict;
alter table tenant.image_annotations add foreign key (tenant_id, inference_job_id) references tenant.ai_inference_jobs (tenant_id, id) on delete restrict;
alter table tenant.image_annotations add foreign key (tenant_id, mask_object_id) references tenant.objects (tenant_id, id) on delete restrict;
alter table tenant.dental_photos add foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict;
alter table tenant.dicom_transactions add foreign key (tenant_id, integration_id) references tenant.tenant_integrations (tenant_id, id) on delete restrict;
alter table tenant.ai_inference_jobs add foreign key (tenant_id, diagnostic_report_id) references tenant.diagnostic_reports (tenant_id, id) on delete restrict;
alter table tenant.ai_inference_jobs add foreign key (tenant_id, case_file_id) references tenant.case_files (tenant_id, id) on delete restrict;
alter table tenant.ai_inference_jobs add foreign key (tenant_id, background_job_id) references tenant.jobs (tenant_id, id) on delete restrict;
alter table tenant.report_images add foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict;

