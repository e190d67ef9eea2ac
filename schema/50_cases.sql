-- Dental cases, their files and notes, and the segments that were found in the files.

create type platform.case_status as enum
    ('received', 'processing', 'designing', 'milling', 'qc', 'ready', 'delivered', 'cancelled', 'on_hold');
create type platform.procedure_type as enum
    ('crowns', 'implants', 'veneers', 'dentures', 'bridges', 'inlays', 'aligners', 'orthodontics', 'night_guards', 'other');
create type platform.urgency_level as enum ('standard', 'rush', 'emergency');
create type platform.priority_level as enum ('low', 'medium', 'high', 'urgent');
create type platform.file_status as enum ('uploaded', 'processing', 'processed', 'failed', 'deleted');
create type platform.file_type as enum ('intraoral_scan', 'segmented_scan', 'thumbnail', 'design', 'photo', 'xray', 'document', 'other');
create type platform.jaw as enum ('upper', 'lower');
create type platform.quality_verdict as enum ('pass', 'warn', 'refuse');
create type platform.segment_type as enum ('tooth', 'gums', 'jaw', 'implant', 'crown', 'bridge', 'other');
create type platform.case_note_type as enum ('note', 'comment', 'question', 'instruction');
comment on type platform.case_status is 'How far a case is on its way through the laboratory.';
comment on type platform.procedure_type is 'What the laboratory is to make.';
comment on type platform.urgency_level is 'How soon a case must be delivered.';
comment on type platform.priority_level is 'How soon work is done, among other work.';
comment on type platform.file_status is 'How far the processing of a file is.';
comment on type platform.file_type is 'What a file of a case is.';
comment on type platform.jaw is 'Upper or lower jaw.';
comment on type platform.quality_verdict is 'Whether a laboratory can work with a scan.';
comment on type platform.segment_type is 'What part of the anatomy or prosthesis a segment is.';
comment on type platform.case_note_type is 'What a note of a case is: for the record, or something said to the others.';

create table tenant.cases (
    like platform.deletable_row including defaults including generated including comments,
    case_number text not null default 'C-' || lpad(platform.next_number('case')::text, 6, '0'),
    title text check (length(title) <= 200),
    patient_id uuid,
    dentist_id uuid,
    location_id uuid,
    procedure_type platform.procedure_type not null default 'other',
    urgency platform.urgency_level not null default 'standard',
    priority platform.priority_level not null default 'medium',
    status platform.case_status not null default 'received',
    due_at timestamptz,
    delivered_at timestamptz,
    tags jsonb not null default '[]' check (jsonb_typeof(tags) = 'array'),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id, case_number),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, dentist_id) references tenant.dentist_profiles (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, created_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (delivered_at is null or status = 'delivered')
);
create index on tenant.cases (tenant_id, patient_id);
create index on tenant.cases (tenant_id, dentist_id);
create index on tenant.cases (tenant_id, location_id);
create index on tenant.cases (tenant_id, created_by);
create index on tenant.cases (tenant_id, created_at, id);
create index on tenant.cases (tenant_id, updated_at, id);
create index on tenant.cases (tenant_id, status, created_at, id);
create index on tenant.cases (tenant_id, due_at);
create index on tenant.cases (tenant_id, priority, created_at, id);
create index on tenant.cases using gin (tenant_id, case_number platform.gin_trgm_ops);
create index on tenant.cases using gin (tenant_id, title platform.gin_trgm_ops);
create index on tenant.cases using gin (tenant_id, tags);
create index on tenant.cases using gin (tenant_id, metadata);
comment on table tenant.cases is 'A dental case: one piece of work for one patient, from the scan to the delivery.';
comment on column tenant.cases.case_number is 'Number of the case, unique in the tenant.';
comment on column tenant.cases.title is 'What the case is about, in a few words.';
comment on column tenant.cases.patient_id is 'The patient.';
comment on column tenant.cases.dentist_id is 'The partner dentist who ordered the work.';
comment on column tenant.cases.location_id is 'Where the case belongs.';
comment on column tenant.cases.procedure_type is 'What is to be made.';
comment on column tenant.cases.urgency is 'How soon the laboratory must deliver.';
comment on column tenant.cases.priority is 'How soon its work is done, among the others.';
comment on column tenant.cases.status is 'How far the case is.';
comment on column tenant.cases.due_at is 'When it must be delivered.';
comment on column tenant.cases.delivered_at is 'When it was delivered.';
comment on column tenant.cases.tags is 'Free labels.';
comment on column tenant.cases.metadata is 'Further facts about the case.';
select platform.expose('cases', managed => '{status:advance,delivered_at:advance}', phi => '{title,metadata}',
    deidentify => '{case_number:pseudonymise,tags:remove}');

create table tenant.case_files (
    like platform.deletable_row including defaults including generated including comments,
    case_id uuid not null,
    name text not null check (length(name) between 1 and 255 and name !~ '[/\\[:cntrl:]]'),
    file_type platform.file_type not null default 'other',
    format text,
    media_type text not null default 'application/octet-stream',
    size_bytes bigint not null,
    checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
    object_id uuid not null,
    derived_from_id uuid,
    created_by_job uuid,
    status platform.file_status not null default 'uploaded',
    jaw platform.jaw,
    quality_score smallint check (quality_score between 0 and 100),
    quality_verdict platform.quality_verdict,
    report jsonb,
    uploaded_by uuid,
    uploaded_at timestamptz not null default now(),
    processed_at timestamptz,
    tags jsonb not null default '[]' check (jsonb_typeof(tags) = 'array'),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict,
    foreign key (tenant_id, derived_from_id) references tenant.case_files (tenant_id, id) on delete cascade,
    foreign key (tenant_id, uploaded_by) references platform.user_tenants (tenant_id, user_id) on delete restrict
);
create index on tenant.case_files (tenant_id, case_id, uploaded_at);
create index on tenant.case_files (tenant_id, object_id);
create index on tenant.case_files (tenant_id, derived_from_id);
create index on tenant.case_files (tenant_id, created_by_job);
create index on tenant.case_files (tenant_id, uploaded_by);
create index on tenant.case_files (tenant_id, status, uploaded_at);
create index on tenant.case_files (tenant_id, file_type);
create index on tenant.case_files (tenant_id, checksum);
create index on tenant.case_files (tenant_id, uploaded_at, id);
create index on tenant.case_files (tenant_id, processed_at);
create index on tenant.case_files using gin (tenant_id, name platform.gin_trgm_ops);
create index on tenant.case_files using gin (tenant_id, tags);
create index on tenant.case_files using gin (tenant_id, metadata);
comment on table tenant.case_files is 'A file of a case: a scan as it came in, or what was made from one.';
comment on column tenant.case_files.case_id is 'The case.';
comment on column tenant.case_files.name is 'Name of the file.';
comment on column tenant.case_files.file_type is 'What the file is.';
comment on column tenant.case_files.format is 'Format, found in its content: stl_binary, ply_ascii, obj, glb, png, …';
comment on column tenant.case_files.media_type is 'Media type.';
comment on column tenant.case_files.size_bytes is 'Number of bytes.';
comment on column tenant.case_files.checksum is 'SHA-256 of the bytes, in hexadecimal.';
comment on column tenant.case_files.object_id is 'The stored bytes.';
comment on column tenant.case_files.derived_from_id is 'The file that this one was made from.';
comment on column tenant.case_files.created_by_job is 'The job that made it.';
comment on column tenant.case_files.status is 'How far its processing is.';
comment on column tenant.case_files.jaw is 'Which jaw the scan shows.';
comment on column tenant.case_files.quality_score is 'Quality of the scan, 0 to 100.';
comment on column tenant.case_files.quality_verdict is 'Whether a laboratory can work with the scan.';
comment on column tenant.case_files.report is 'What was found about the scan: checks, orientation, teeth, measurements.';
comment on column tenant.case_files.uploaded_by is 'Who brought the file.';
comment on column tenant.case_files.uploaded_at is 'When it had arrived.';
comment on column tenant.case_files.processed_at is 'When its processing ended.';
comment on column tenant.case_files.tags is 'Free labels.';
comment on column tenant.case_files.metadata is 'Further facts about the file.';
select platform.expose('case_files', verbs => '{read,update,delete}',
    managed => '{case_id,file_type,format,media_type,size_bytes,checksum,object_id,derived_from_id,created_by_job,status,jaw,quality_score,
                 quality_verdict,report,uploaded_by,uploaded_at,processed_at}',
    phi => '{name,report,metadata}', deidentify => '{tags:remove}');

create table tenant.case_models (
    like platform.tenant_row including defaults including comments,
    case_id uuid not null,
    model_version_id uuid not null references platform.ai_model_versions on delete restrict,
    primary key (tenant_id, id),
    unique (tenant_id, case_id, model_version_id),
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade
);
create index on tenant.case_models (model_version_id);
comment on table tenant.case_models is 'A model that was made from one case or for it. Versions belong to everyone, cases to a tenant: the link stands here.';
comment on column tenant.case_models.case_id is 'The case.';
comment on column tenant.case_models.model_version_id is 'The version of the model.';
select platform.expose('case_models');

create table tenant.case_notes (
    like platform.deletable_row including defaults including generated including comments,
    case_id uuid not null,
    author_id uuid default nullif(current_setting('app.user', true), '')::uuid,
    note_type platform.case_note_type not null default 'note',
    content text not null check (length(content) between 1 and 20000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, author_id) references platform.user_tenants (tenant_id, user_id) on delete restrict
);
create index on tenant.case_notes (tenant_id, case_id, created_at, id);
create index on tenant.case_notes (tenant_id, author_id);
create index on tenant.case_notes using gin (tenant_id, to_tsvector('simple', content));
comment on table tenant.case_notes is 'A note or comment on a case, with its author and time.';
comment on column tenant.case_notes.case_id is 'The case.';
comment on column tenant.case_notes.author_id is 'Who wrote it; empty for the system.';
comment on column tenant.case_notes.note_type is 'Whether it is for the record or said to the others.';
comment on column tenant.case_notes.content is 'The text (Markdown).';
select platform.expose('case_notes', managed => '{author_id}', phi => '{content}');

create table tenant.segments (
    like platform.deletable_row including defaults including generated including comments,
    case_id uuid not null,
    case_file_id uuid not null,
    mesh_object_id uuid,
    created_by_job uuid,
    segment_type platform.segment_type not null,
    fdi platform.fdi_number,
    label text not null,
    confidence_score real check (confidence_score between 0 and 1),
    face_count integer not null default 0 check (face_count >= 0),
    area_mm2 real,
    centroid jsonb,
    properties jsonb not null default '{}' check (jsonb_typeof(properties) = 'object'),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, case_file_id) references tenant.case_files (tenant_id, id) on delete cascade,
    foreign key (tenant_id, mesh_object_id) references tenant.objects (tenant_id, id) on delete restrict,
    check ((segment_type = 'tooth') = (fdi is not null) or segment_type in ('implant', 'crown', 'bridge'))
);
create index on tenant.segments (tenant_id, case_id);
create index on tenant.segments (tenant_id, case_file_id, fdi);
create index on tenant.segments (tenant_id, mesh_object_id);
create index on tenant.segments (tenant_id, created_by_job);
create index on tenant.segments (tenant_id, segment_type);
create index on tenant.segments (tenant_id, created_at);
create index on tenant.segments (tenant_id, confidence_score);
create index on tenant.segments using gin (tenant_id, properties);
create index on tenant.segments using gin (tenant_id, metadata);
comment on table tenant.segments is 'A part of a scan that was told apart: a tooth with its number, or the gums.';
comment on column tenant.segments.case_id is 'The case.';
comment on column tenant.segments.case_file_id is 'The scan.';
comment on column tenant.segments.mesh_object_id is 'The stored mesh of the segment alone, where there is one.';
comment on column tenant.segments.created_by_job is 'The job that found it.';
comment on column tenant.segments.segment_type is 'What it is.';
comment on column tenant.segments.fdi is 'Tooth number, FDI two-digit notation (ISO 3950).';
comment on column tenant.segments.label is 'Name of the segment in the mesh files: tooth_11, gingiva.';
comment on column tenant.segments.confidence_score is 'How sure the finding is, 0 to 1.';
comment on column tenant.segments.face_count is 'Triangles of the scan that belong to it.';
comment on column tenant.segments.area_mm2 is 'Surface, in square millimetres.';
comment on column tenant.segments.centroid is 'Centre [x, y, z], in the scan''s coordinates, millimetres.';
comment on column tenant.segments.properties is 'Measurements: bounding box, widths, crown height, in millimetres.';
comment on column tenant.segments.metadata is 'Further facts about the segment.';
select platform.expose('segments', verbs => '{read}');
