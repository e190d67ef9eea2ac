-- Images: studies, their series and objects in the words of DICOM, what is marked on them, photos, and the exchange with archives.

create type platform.imaging_modality as enum
    ('intraoral', 'panoramic', 'cephalometric', 'cbct', 'ct', 'mri', 'ultrasound', 'photo', 'video', 'surface_scan', 'microscopy', 'other');
create type platform.imaging_source as enum ('device', 'upload', 'pms', 'ehr', 'pacs', 'other');
create type platform.imaging_study_status as enum ('registered', 'available', 'cancelled', 'entered_in_error');
create type platform.image_laterality as enum ('right', 'left', 'both', 'unpaired');
create type platform.imaging_format as enum ('dicom', 'jpeg', 'png', 'tiff', 'webp', 'stl', 'ply', 'obj', 'glb', 'nifti', 'mp4', 'pdf', 'other');
create type platform.annotation_source as enum ('ai', 'user');
create type platform.annotation_type as enum ('bounding_box', 'mask', 'measurement', 'label', 'point', 'line', 'polygon');
create type platform.measurement_unit as enum ('mm', 'mm2', 'mm3', 'degree', 'percent', 'hounsfield', 'px');
create type platform.photo_type as enum
    ('intraoral', 'extraoral', 'xray', 'frontal', 'lateral', 'occlusal', 'smile', 'portrait', 'shade', 'document', 'other');
create type platform.dicom_operation as enum
    ('c_store', 'c_find', 'c_move', 'c_get', 'c_echo', 'n_action', 'n_event_report', 'stow_rs', 'qido_rs', 'wado_rs');
create type platform.dicom_direction as enum ('incoming', 'outgoing');
create type platform.dicom_status as enum ('pending', 'success', 'warning', 'failure', 'refused', 'cancelled');
create domain platform.dicom_uid as text check (value ~ '^[0-2](\.(0|[1-9][0-9]*))+$' and length(value) <= 64);
comment on type platform.imaging_modality is 'How an image was made, in the words of a practice; DICOM''s own code stands beside it.';
comment on type platform.imaging_source is 'Where a study came from.';
comment on type platform.imaging_study_status is 'How far a study is (FHIR ImagingStudy status).';
comment on type platform.image_laterality is 'Side of the body that an image shows, as the patient sees it.';
comment on type platform.imaging_format is 'Format of an image, volume, surface or film.';
comment on type platform.annotation_source is 'Whether a model or a person marked something.';
comment on type platform.annotation_type is 'In what way something is marked on an image.';
comment on type platform.measurement_unit is 'Unit of a measurement on an image.';
comment on type platform.photo_type is 'What a photo of a patient shows.';
comment on type platform.dicom_operation is 'A service of DICOM: by network (C-STORE, …) or by web (STOW-RS, …).';
comment on type platform.dicom_direction is 'Whether the other side called, or we did.';
comment on type platform.dicom_status is 'How a DICOM operation ended (PS3.7, annex C).';
comment on domain platform.dicom_uid is 'A unique identifier of DICOM (PS3.5, section 9).';

create table tenant.imaging_studies (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    encounter_id uuid,
    location_id uuid,
    study_uid platform.dicom_uid,
    accession_number text check (length(accession_number) between 1 and 16),
    modality platform.imaging_modality not null,
    dicom_modality text check (dicom_modality ~ '^[A-Z][A-Z0-9]{1,15}$'),
    body_part text check (length(body_part) between 1 and 100),
    laterality platform.image_laterality,
    description text check (length(description) <= 1000),
    reason text check (length(reason) <= 1000),
    acquisition_datetime timestamptz not null default now(),
    referring_provider_id uuid,
    performing_device_id uuid,
    performed_by uuid,
    source_system platform.imaging_source not null default 'upload',
    source_identifier text check (length(source_identifier) between 1 and 200),
    status platform.imaging_study_status not null default 'available',
    dose_area_product_mgycm2 numeric(12,3) check (dose_area_product_mgycm2 >= 0),
    tags jsonb not null default '[]' check (jsonb_typeof(tags) = 'array'),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id, study_uid),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, referring_provider_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, performing_device_id) references tenant.department_equipment (tenant_id, id) on delete restrict,
    foreign key (tenant_id, performed_by) references platform.user_tenants (tenant_id, user_id) on delete restrict
);
create index on tenant.imaging_studies (tenant_id, patient_id, acquisition_datetime);
create index on tenant.imaging_studies (tenant_id, encounter_id);
create index on tenant.imaging_studies (tenant_id, location_id);
create index on tenant.imaging_studies (tenant_id, referring_provider_id);
create index on tenant.imaging_studies (tenant_id, performing_device_id);
create index on tenant.imaging_studies (tenant_id, performed_by);
create index on tenant.imaging_studies (tenant_id, modality, acquisition_datetime);
create index on tenant.imaging_studies (tenant_id, acquisition_datetime, id);
create index on tenant.imaging_studies (tenant_id, source_system, source_identifier);
create index on tenant.imaging_studies using gin (tenant_id, accession_number platform.gin_trgm_ops);
create index on tenant.imaging_studies using gin (tenant_id, description platform.gin_trgm_ops);
create index on tenant.imaging_studies using gin (tenant_id, tags);
comment on table tenant.imaging_studies is 'The images of one examination of a patient (DICOM Study, FHIR ImagingStudy).';
comment on column tenant.imaging_studies.patient_id is 'The patient.';
comment on column tenant.imaging_studies.encounter_id is 'The visit during which it was made.';
comment on column tenant.imaging_studies.location_id is 'Where it was made.';
comment on column tenant.imaging_studies.study_uid is 'Study Instance UID of DICOM (0020,000D); empty for what is not DICOM.';
comment on column tenant.imaging_studies.accession_number is 'Number of the order (0008,0050).';
comment on column tenant.imaging_studies.modality is 'How the images were made.';
comment on column tenant.imaging_studies.dicom_modality is 'The same as DICOM writes it (0008,0060): IO, PX, CT, XC.';
comment on column tenant.imaging_studies.body_part is 'Part of the body that was examined (0018,0015).';
comment on column tenant.imaging_studies.laterality is 'Side that was examined.';
comment on column tenant.imaging_studies.description is 'What was examined, in a few words (0008,1030).';
comment on column tenant.imaging_studies.reason is 'Why it was made: the indication that the law on radiation protection asks for.';
comment on column tenant.imaging_studies.acquisition_datetime is 'When the images were taken.';
comment on column tenant.imaging_studies.referring_provider_id is 'The practitioner who asked for it.';
comment on column tenant.imaging_studies.performing_device_id is 'The device that made it.';
comment on column tenant.imaging_studies.performed_by is 'The member who took the images.';
comment on column tenant.imaging_studies.source_system is 'What kind of system it came from.';
comment on column tenant.imaging_studies.source_identifier is 'Its identifier in that system.';
comment on column tenant.imaging_studies.status is 'Whether its images are there.';
comment on column tenant.imaging_studies.dose_area_product_mgycm2 is 'Dose area product of the whole study, in milligray square centimetres.';
comment on column tenant.imaging_studies.tags is 'Free labels.';
comment on column tenant.imaging_studies.metadata is 'Further facts about the study.';
select platform.expose('imaging_studies', phi => '{accession_number,body_part,description,reason,source_identifier,tags,metadata}',
    deidentify => '{study_uid:pseudonymise,body_part:keep}');

create table tenant.imaging_series (
    like platform.deletable_row including defaults including generated including comments,
    study_id uuid not null,
    series_uid platform.dicom_uid,
    series_number integer check (series_number >= 0),
    modality platform.imaging_modality,
    dicom_modality text check (dicom_modality ~ '^[A-Z][A-Z0-9]{1,15}$'),
    body_part text check (length(body_part) between 1 and 100),
    laterality platform.image_laterality,
    description text check (length(description) <= 1000),
    protocol_name text check (length(protocol_name) <= 200),
    frame_of_reference_uid platform.dicom_uid,
    started_at timestamptz,
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id, series_uid),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, study_id) references tenant.imaging_studies (tenant_id, id) on delete cascade
);
create index on tenant.imaging_series (tenant_id, study_id, series_number);
comment on table tenant.imaging_series is 'Images of a study that belong together: one volume, one full-mouth set (DICOM Series).';
comment on column tenant.imaging_series.study_id is 'The study.';
comment on column tenant.imaging_series.series_uid is 'Series Instance UID of DICOM (0020,000E); empty for what is not DICOM.';
comment on column tenant.imaging_series.series_number is 'Place among the series of the study (0020,0011).';
comment on column tenant.imaging_series.modality is 'How the images were made; empty where the study says it.';
comment on column tenant.imaging_series.dicom_modality is 'The same as DICOM writes it (0008,0060).';
comment on column tenant.imaging_series.body_part is 'Part of the body that it shows (0018,0015).';
comment on column tenant.imaging_series.laterality is 'Side that it shows (0020,0060).';
comment on column tenant.imaging_series.description is 'What it shows, in a few words (0008,103E).';
comment on column tenant.imaging_series.protocol_name is 'Protocol of the device (0018,1030).';
comment on column tenant.imaging_series.frame_of_reference_uid is 'Series with the same one lie in the same coordinates (0020,0052).';
comment on column tenant.imaging_series.started_at is 'When its first image was taken.';
comment on column tenant.imaging_series.metadata is 'Further facts about the series.';
select platform.expose('imaging_series', phi => '{body_part,description,metadata}',
    deidentify => '{series_uid:pseudonymise,frame_of_reference_uid:pseudonymise,body_part:keep}');

create table tenant.imaging_objects (
    like platform.deletable_row including defaults including generated including comments,
    study_id uuid not null,
    series_id uuid,
    sop_instance_uid platform.dicom_uid,
    sop_class_uid platform.dicom_uid,
    transfer_syntax_uid platform.dicom_uid,
    instance_number integer check (instance_number >= 0),
    object_type platform.imaging_format not null,
    media_type text not null default 'application/octet-stream' check (length(media_type) <= 200),
    size_bytes bigint not null check (size_bytes >= 0),
    checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
    object_id uuid not null,
    preview_object_id uuid,
    width integer check (width > 0),
    height integer check (height > 0),
    depth_slices integer check (depth_slices > 0),
    frame_count integer check (frame_count > 0),
    bits_stored smallint check (bits_stored between 1 and 64),
    photometric_interpretation text check (length(photometric_interpretation) <= 16),
    pixel_spacing_row_mm numeric(9,6) check (pixel_spacing_row_mm > 0),
    pixel_spacing_column_mm numeric(9,6) check (pixel_spacing_column_mm > 0),
    slice_spacing_mm numeric(9,6) check (slice_spacing_mm > 0),
    acquired_at timestamptz,
    is_original boolean not null default true,
    derived_from_id uuid,
    created_by_job uuid,
    processing_pipeline jsonb not null default '[]'
        constraint imaging_objects_processing_pipeline_shape check (platform.json_matches(
            '{"type": "array", "maxItems": 100, "items": {"type": "object", "required": ["step"], "properties": {
                "step": {"type": "string", "minLength": 1, "maxLength": 100}, "version": {"type": "string"}, "parameters": {"type": "object"}}}}',
            processing_pipeline)),
    quality_score smallint check (quality_score between 0 and 100),
    has_burned_in_annotation boolean,
    dicom_metadata jsonb not null default '{}' check (jsonb_typeof(dicom_metadata) = 'object'),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id, sop_instance_uid),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, study_id) references tenant.imaging_studies (tenant_id, id) on delete cascade,
    foreign key (tenant_id, series_id) references tenant.imaging_series (tenant_id, id) on delete cascade,
    foreign key (tenant_id, derived_from_id) references tenant.imaging_objects (tenant_id, id) on delete restrict,
    check (object_type <> 'dicom' or sop_instance_uid is not null),
    check (is_original or derived_from_id is not null or object_type = 'dicom')
);
create index on tenant.imaging_objects (tenant_id, study_id, instance_number);
create index on tenant.imaging_objects (tenant_id, series_id, instance_number);
create index on tenant.imaging_objects (tenant_id, object_id);
create index on tenant.imaging_objects (tenant_id, preview_object_id);
create index on tenant.imaging_objects (tenant_id, derived_from_id);
create index on tenant.imaging_objects (tenant_id, created_by_job);
create index on tenant.imaging_objects (tenant_id, checksum);
comment on table tenant.imaging_objects is 'One image, volume, surface or film of a study (DICOM SOP Instance).';
comment on column tenant.imaging_objects.study_id is 'The study.';
comment on column tenant.imaging_objects.series_id is 'The series, where the study has any.';
comment on column tenant.imaging_objects.sop_instance_uid is 'SOP Instance UID of DICOM (0008,0018); empty for what is not DICOM.';
comment on column tenant.imaging_objects.sop_class_uid is 'What kind of DICOM object it is (0008,0016).';
comment on column tenant.imaging_objects.transfer_syntax_uid is 'How its pixels are encoded (0002,0010).';
comment on column tenant.imaging_objects.instance_number is 'Place in the series (0020,0013).';
comment on column tenant.imaging_objects.object_type is 'Format, found in its content.';
comment on column tenant.imaging_objects.media_type is 'Media type.';
comment on column tenant.imaging_objects.size_bytes is 'Number of bytes.';
comment on column tenant.imaging_objects.checksum is 'SHA-256 of the bytes, in hexadecimal.';
comment on column tenant.imaging_objects.object_id is 'The stored bytes.';
comment on column tenant.imaging_objects.preview_object_id is 'A small picture of it.';
comment on column tenant.imaging_objects.width is 'Columns of pixels.';
comment on column tenant.imaging_objects.height is 'Rows of pixels.';
comment on column tenant.imaging_objects.depth_slices is 'Slices of a volume (CBCT).';
comment on column tenant.imaging_objects.frame_count is 'Frames of a film or of a multi-frame image (0028,0008).';
comment on column tenant.imaging_objects.bits_stored is 'Bits of a sample (0028,0101).';
comment on column tenant.imaging_objects.photometric_interpretation is 'What the samples mean (0028,0004): MONOCHROME1, MONOCHROME2, RGB.';
comment on column tenant.imaging_objects.pixel_spacing_row_mm is 'Distance from one row to the next, in millimetres (0028,0030).';
comment on column tenant.imaging_objects.pixel_spacing_column_mm is 'Distance from one column to the next, in millimetres (0028,0030).';
comment on column tenant.imaging_objects.slice_spacing_mm is 'Distance from one slice to the next, in millimetres.';
comment on column tenant.imaging_objects.acquired_at is 'When it was taken.';
comment on column tenant.imaging_objects.is_original is 'Whether it came so from the device, rather than being made from another (0008,0008).';
comment on column tenant.imaging_objects.derived_from_id is 'The object that it was made from.';
comment on column tenant.imaging_objects.created_by_job is 'The job that made it.';
comment on column tenant.imaging_objects.processing_pipeline is 'What was done to it, step by step.';
comment on column tenant.imaging_objects.quality_score is 'Quality of the image, 0 to 100.';
comment on column tenant.imaging_objects.has_burned_in_annotation is 'Whether text about the patient is in the pixels (0028,0301); empty while that is not known.';
comment on column tenant.imaging_objects.dicom_metadata is 'Its DICOM attributes without the pixels (DICOM JSON model, PS3.18 annex F).';
comment on column tenant.imaging_objects.metadata is 'Further facts about it.';
select platform.expose('imaging_objects', verbs => '{read,update,delete}',
    managed => '{study_id:upload,sop_instance_uid:upload,sop_class_uid:upload,transfer_syntax_uid:upload,object_type:upload,media_type:upload,
                 size_bytes:upload,checksum:upload,object_id:upload,preview_object_id,width:upload,height:upload,depth_slices:upload,frame_count:upload,
                 bits_stored:upload,photometric_interpretation:upload,pixel_spacing_row_mm:upload,pixel_spacing_column_mm:upload,slice_spacing_mm:upload,
                 is_original:upload,derived_from_id,created_by_job,processing_pipeline,quality_score,dicom_metadata:upload}',
    phi => '{dicom_metadata,metadata}', deidentify => '{sop_instance_uid:pseudonymise,checksum:remove}');

create table tenant.image_annotations (
    like platform.deletable_row including defaults including generated including comments,
    imaging_object_id uuid not null,
    source_type platform.annotation_source not null default 'user',
    author_user_id uuid default platform.current_user_id(),
    model_version_id uuid,
    inference_job_id uuid,
    annotation_type platform.annotation_type not null,
    frame_number integer check (frame_number > 0),
    geometry jsonb not null default '{}'
        constraint image_annotations_geometry_shape check (platform.json_matches(
            '{"type": "object", "properties": {
                "coordinates": {"type": "array", "maxItems": 100000, "items": {"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "number"}}},
                "polygons": {"type": "array", "maxItems": 1000, "items": {"type": "array", "minItems": 3, "maxItems": 100000,
                    "items": {"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "number"}}}}}}', geometry)),
    mask_object_id uuid,
    measured_value numeric(14,4),
    measured_unit platform.measurement_unit,
    label_code_system text,
    label_code text,
    label text check (length(label) between 1 and 200),
    tooth_number platform.fdi_number,
    surface platform.tooth_surface[] not null default '{}' check (cardinality(surface) <= 6),
    confidence numeric(6,5) check (confidence between 0 and 1),
    note text check (length(note) <= 4000),
    supersedes_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, imaging_object_id) references tenant.imaging_objects (tenant_id, id) on delete cascade,
    foreign key (tenant_id, author_user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, supersedes_id) references tenant.image_annotations (tenant_id, id) on delete restrict,
    foreign key (label_code_system, label_code) references platform.code_values (code_system, code) on delete restrict,
    check (source_type = 'ai' or author_user_id is not null),
    check (source_type = 'user' or confidence is not null),
    check ((measured_value is null) = (measured_unit is null)),
    check (annotation_type <> 'measurement' or measured_value is not null),
    check (annotation_type <> 'label' or label is not null or label_code is not null),
    check ((label_code_system is null) = (label_code is null))
);
create index on tenant.image_annotations (tenant_id, imaging_object_id, created_at);
create index on tenant.image_annotations (tenant_id, author_user_id);
create index on tenant.image_annotations (model_version_id);
create index on tenant.image_annotations (tenant_id, inference_job_id);
create index on tenant.image_annotations (tenant_id, mask_object_id);
create index on tenant.image_annotations (tenant_id, supersedes_id);
create index on tenant.image_annotations (label_code_system, label_code);
create index on tenant.image_annotations (tenant_id, label_code, created_at);
comment on table tenant.image_annotations is 'Something that a person or a model marked on an image: box, outline, measurement, label. Its version counts its changes.';
comment on column tenant.image_annotations.imaging_object_id is 'The image.';
comment on column tenant.image_annotations.source_type is 'Whether a person or a model marked it.';
comment on column tenant.image_annotations.author_user_id is 'The member who marked it; empty for a model.';
comment on column tenant.image_annotations.model_version_id is 'The version of the model that marked it.';
comment on column tenant.image_annotations.inference_job_id is 'The run of the model that marked it.';
comment on column tenant.image_annotations.annotation_type is 'In what way it is marked.';
comment on column tenant.image_annotations.frame_number is 'Frame or slice that it is on, from 1; empty for a single image.';
comment on column tenant.image_annotations.geometry is 'Points [x, y] or [x, y, z] in pixels from the upper left: coordinates (corners of a box, ends of a line) or polygons.';
comment on column tenant.image_annotations.mask_object_id is 'Stored picture of a mask.';
comment on column tenant.image_annotations.measured_value is 'What was measured.';
comment on column tenant.image_annotations.measured_unit is 'Unit of what was measured.';
comment on column tenant.image_annotations.label_code_system is 'Coding system of the label.';
comment on column tenant.image_annotations.label_code is 'Code of the condition that is marked.';
comment on column tenant.image_annotations.label is 'What is marked, in words.';
comment on column tenant.image_annotations.tooth_number is 'Tooth that it is about, FDI two-digit notation (ISO 3950).';
comment on column tenant.image_annotations.surface is 'Surfaces of the tooth.';
comment on column tenant.image_annotations.confidence is 'How sure the model is, 0 to 1.';
comment on column tenant.image_annotations.note is 'What the author says about it.';
comment on column tenant.image_annotations.supersedes_id is 'The annotation that this one takes the place of, such as a correction of what a model marked.';
select platform.expose('image_annotations', managed => '{source_type,author_user_id,model_version_id,inference_job_id,mask_object_id,confidence}',
    phi => '{geometry,measured_value,label_code,label,tooth_number,surface,note}',
    deidentify => '{geometry:keep,measured_value:keep,label_code:keep,label:keep,tooth_number:keep,surface:keep}');

create table tenant.dental_photos (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    encounter_id uuid,
    photo_url text check (photo_url ~ '^https?://[^[:space:]]+$' and length(photo_url) <= 2000),
    object_id uuid,
    media_type text check (length(media_type) <= 200),
    size_bytes bigint check (size_bytes >= 0),
    checksum text check (checksum ~ '^[0-9a-f]{64}$'),
    width integer check (width > 0),
    height integer check (height > 0),
    photo_type platform.photo_type not null default 'intraoral',
    description text check (length(description) <= 4000),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    taken_at timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict,
    check (num_nonnulls(photo_url, object_id) > 0),
    check ((object_id is null) = (checksum is null))
);
create index on tenant.dental_photos (tenant_id, patient_id, taken_at);
create index on tenant.dental_photos (tenant_id, encounter_id);
create index on tenant.dental_photos (tenant_id, object_id);
create index on tenant.dental_photos (tenant_id, photo_type, taken_at);
comment on table tenant.dental_photos is 'A photo of a patient''s teeth or face, taken in the practice or by the patient.';
comment on column tenant.dental_photos.patient_id is 'The patient.';
comment on column tenant.dental_photos.encounter_id is 'The visit during which it was taken.';
comment on column tenant.dental_photos.photo_url is 'Where the photo is, while it is kept elsewhere.';
comment on column tenant.dental_photos.object_id is 'The stored bytes.';
comment on column tenant.dental_photos.media_type is 'Media type.';
comment on column tenant.dental_photos.size_bytes is 'Number of bytes.';
comment on column tenant.dental_photos.checksum is 'SHA-256 of the bytes, in hexadecimal.';
comment on column tenant.dental_photos.width is 'Columns of pixels.';
comment on column tenant.dental_photos.height is 'Rows of pixels.';
comment on column tenant.dental_photos.photo_type is 'What it shows.';
comment on column tenant.dental_photos.description is 'What is to be seen, in words.';
comment on column tenant.dental_photos.metadata is 'Settings of the camera, place and the like.';
comment on column tenant.dental_photos.taken_at is 'When it was taken.';
select platform.expose('dental_photos',
    managed => '{object_id:upload,media_type:upload,size_bytes:upload,checksum:upload,width:upload,height:upload}',
    phi => '{photo_url,description,metadata}', deidentify => '{checksum:remove}');

create table tenant.dicom_transactions (
    like platform.tenant_row including defaults including comments,
    integration_id uuid,
    operation platform.dicom_operation not null,
    direction platform.dicom_direction not null,
    status platform.dicom_status not null default 'pending',
    dicom_status_code integer check (dicom_status_code between 0 and 65535),
    calling_ae_title text check (length(calling_ae_title) between 1 and 16),
    called_ae_title text check (length(called_ae_title) between 1 and 16),
    peer_address inet,
    imaging_study_id uuid,
    study_uid platform.dicom_uid,
    series_uid platform.dicom_uid,
    sop_instance_uid platform.dicom_uid,
    sop_class_uid platform.dicom_uid,
    query jsonb check (jsonb_typeof(query) = 'object'),
    instance_count integer not null default 0 check (instance_count >= 0),
    failed_count integer not null default 0 check (failed_count >= 0),
    byte_count bigint not null default 0 check (byte_count >= 0),
    error_message text check (length(error_message) <= 4000),
    started_at timestamptz not null default now(),
    completed_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, imaging_study_id) references tenant.imaging_studies (tenant_id, id) on delete restrict,
    check (completed_at >= started_at),
    check ((completed_at is null) = (status = 'pending'))
);
create index on tenant.dicom_transactions (tenant_id, integration_id, started_at);
create index on tenant.dicom_transactions (tenant_id, imaging_study_id);
create index on tenant.dicom_transactions (tenant_id, operation, started_at);
create index on tenant.dicom_transactions (tenant_id, status, started_at);
create index on tenant.dicom_transactions (tenant_id, study_uid);
create index on tenant.dicom_transactions (tenant_id, started_at, id);
comment on table tenant.dicom_transactions is 'One exchange with an image archive: images that were sent, searched or fetched by DICOM.';
comment on column tenant.dicom_transactions.integration_id is 'The connection that it went over.';
comment on column tenant.dicom_transactions.operation is 'What was asked for.';
comment on column tenant.dicom_transactions.direction is 'Whether the other side called, or we did.';
comment on column tenant.dicom_transactions.status is 'How it ended.';
comment on column tenant.dicom_transactions.dicom_status_code is 'Status of the last answer (0000,0900), as a number; 0 is success.';
comment on column tenant.dicom_transactions.calling_ae_title is 'Application entity that called.';
comment on column tenant.dicom_transactions.called_ae_title is 'Application entity that was called.';
comment on column tenant.dicom_transactions.peer_address is 'Network address of the other side.';
comment on column tenant.dicom_transactions.imaging_study_id is 'The study, where it is one of the tenant''s.';
comment on column tenant.dicom_transactions.study_uid is 'Study Instance UID that it was about.';
comment on column tenant.dicom_transactions.series_uid is 'Series Instance UID that it was about.';
comment on column tenant.dicom_transactions.sop_instance_uid is 'SOP Instance UID that it was about.';
comment on column tenant.dicom_transactions.sop_class_uid is 'What kind of object it was about.';
comment on column tenant.dicom_transactions.query is 'What was searched for.';
comment on column tenant.dicom_transactions.instance_count is 'Objects that were sent, found or fetched.';
comment on column tenant.dicom_transactions.failed_count is 'Objects that failed.';
comment on column tenant.dicom_transactions.byte_count is 'Bytes that were sent or fetched.';
comment on column tenant.dicom_transactions.error_message is 'What the other side said of an error.';
comment on column tenant.dicom_transactions.started_at is 'When it began.';
comment on column tenant.dicom_transactions.completed_at is 'When it ended.';
select platform.expose('dicom_transactions', verbs => '{read}', phi => '{query,error_message}', silent => '{instance_count,failed_count,byte_count}',
    deidentify => '{study_uid:pseudonymise,series_uid:pseudonymise,sop_instance_uid:pseudonymise,peer_address:remove,calling_ae_title:remove,called_ae_title:remove}');
