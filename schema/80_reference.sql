-- What every installation knows from the start: teeth, the ways through a laboratory, plans and meters. Roles and codes are in the files behind this one.

create type platform.body_side as enum ('right', 'left');
create type platform.tooth_kind as enum
    ('central_incisor', 'lateral_incisor', 'canine', 'first_premolar', 'second_premolar', 'first_molar', 'second_molar', 'third_molar');
comment on type platform.body_side is 'Side of the patient.';
comment on type platform.tooth_kind is 'What kind of tooth it is.';

create table platform.teeth (
    like platform.global_row including defaults including comments,
    fdi platform.fdi_number not null unique,
    universal text not null unique check (universal ~ '^([1-9]|[12][0-9]|3[0-2]|[A-T])$'),
    palmer text not null unique check (palmer ~ '^[UL][RL][1-8A-E]$'),
    dentition platform.dentition_stage not null check (dentition <> 'mixed'),
    jaw platform.jaw not null,
    side platform.body_side not null,
    quadrant smallint not null check (quadrant between 1 and 8),
    position smallint not null check (position between 1 and 8),
    kind platform.tooth_kind not null,
    name text not null unique,
    successor_fdi platform.fdi_number unique,
    primary key (id),
    unique (quadrant, position)
);
comment on table platform.teeth is 'The 52 teeth of ISO 3950 and what the other notations call them.';
comment on column platform.teeth.fdi is 'FDI two-digit notation (ISO 3950).';
comment on column platform.teeth.universal is 'Universal notation of the American Dental Association: 1 to 32, primary teeth A to T.';
comment on column platform.teeth.palmer is 'Palmer notation: quadrant (UR, UL, LL, LR) and 1 to 8, primary teeth A to E.';
comment on column platform.teeth.dentition is 'Permanent or primary.';
comment on column platform.teeth.jaw is 'The jaw.';
comment on column platform.teeth.side is 'Side of the patient.';
comment on column platform.teeth.quadrant is 'First digit of the FDI number: 1 to 4 permanent, 5 to 8 primary.';
comment on column platform.teeth.position is 'Second digit of the FDI number: place from the midline.';
comment on column platform.teeth.kind is 'What kind of tooth it is.';
comment on column platform.teeth.name is 'Name of the tooth.';
comment on column platform.teeth.successor_fdi is 'The permanent tooth that takes the place of a primary one.';

insert into platform.teeth (fdi, universal, palmer, dentition, jaw, side, quadrant, position, kind, name, successor_fdi)
select q.quadrant * 10 + p.position,
       -- Universal runs from the upper right to the upper left, then from the lower left to the lower right.
       case q.quadrant
           when 1 then (9 - p.position)::text when 2 then (8 + p.position)::text when 3 then (25 - p.position)::text when 4 then (24 + p.position)::text
           when 5 then chr(70 - p.position) when 6 then chr(69 + p.position) when 7 then chr(80 - p.position) else chr(79 + p.position) end,
       q.palmer || case when q.quadrant <= 4 then p.position::text else chr(64 + p.position) end,
       q.dentition, q.jaw, q.side, q.quadrant, p.position, k.kind,
       initcap(q.jaw::text) || ' ' || q.side || ' ' || case q.dentition when 'primary' then 'primary ' else '' end || replace(k.kind::text, '_', ' '),
       case q.dentition when 'primary' then (q.quadrant - 4) * 10 + p.position end
from (values
    (1, 'UR', 'permanent'::platform.dentition_stage, 'upper'::platform.jaw, 'right'::platform.body_side), (2, 'UL', 'permanent', 'upper', 'left'),
    (3, 'LL', 'permanent', 'lower', 'left'), (4, 'LR', 'permanent', 'lower', 'right'),
    (5, 'UR', 'primary', 'upper', 'right'), (6, 'UL', 'primary', 'upper', 'left'),
    (7, 'LL', 'primary', 'lower', 'left'), (8, 'LR', 'primary', 'lower', 'right')) as q (quadrant, palmer, dentition, jaw, side)
cross join generate_series(1, 8) as p (position)
cross join lateral (select (case
    when q.dentition = 'permanent' then enum_range(null::platform.tooth_kind)
    else '{central_incisor,lateral_incisor,canine,first_molar,second_molar}'::platform.tooth_kind[] end)[p.position] as kind) as k
where k.kind is not null
order by q.quadrant, p.position;
select platform.expose('teeth', verbs => '{read}', in_schema => 'platform');

create table platform.tooth_surfaces (
    like platform.global_row including defaults including comments,
    surface platform.tooth_surface not null unique,
    code text not null unique check (code ~ '^[a-z]$'),
    description text not null,
    teeth text not null check (teeth in ('all', 'anterior', 'posterior', 'upper')),
    primary key (id)
);
comment on table platform.tooth_surfaces is 'The surfaces of a tooth and their letters; several together are letters in a row: mod.';
comment on column platform.tooth_surfaces.surface is 'The surface.';
comment on column platform.tooth_surfaces.code is 'Its letter.';
comment on column platform.tooth_surfaces.description is 'Where it is.';
comment on column platform.tooth_surfaces.teeth is 'Which teeth have it by this name: all, anterior, posterior, upper.';

insert into platform.tooth_surfaces (surface, code, description, teeth) values
    ('mesial', 'm', 'Towards the midline of the arch.', 'all'),
    ('occlusal', 'o', 'The chewing surface.', 'posterior'),
    ('distal', 'd', 'Away from the midline of the arch.', 'all'),
    ('buccal', 'b', 'Towards the cheek.', 'posterior'),
    ('lingual', 'l', 'Towards the tongue.', 'all'),
    ('incisal', 'i', 'The cutting edge.', 'anterior'),
    ('facial', 'f', 'Towards the lip or cheek; also called labial or vestibular.', 'all'),
    ('palatal', 'p', 'Towards the palate.', 'upper'),
    ('cervical', 'c', 'At the neck of the tooth.', 'all'),
    ('root', 'r', 'The root.', 'all');
select platform.expose('tooth_surfaces', verbs => '{read}', in_schema => 'platform');

create table platform.workflow_template_defaults (
    like platform.global_row including defaults including comments,
    procedure_type platform.procedure_type not null,
    stage_name platform.workflow_stage_name not null,
    position smallint not null check (position between 1 and 7),
    primary key (id),
    unique (procedure_type, stage_name),
    unique (procedure_type, position)
);
comment on table platform.workflow_template_defaults is 'The way through a laboratory that each kind of work takes, before a laboratory has templates of its own.';
comment on column platform.workflow_template_defaults.procedure_type is 'The kind of work.';
comment on column platform.workflow_template_defaults.stage_name is 'The stage.';
comment on column platform.workflow_template_defaults.position is 'Its place among the stages, from 1.';
insert into platform.workflow_template_defaults (procedure_type, stage_name, position)
select p, s.name, s.position
from unnest(enum_range(null::platform.procedure_type)) as p
cross join unnest(enum_range(null::platform.workflow_stage_name)) with ordinality as s (name, position);
select platform.expose('workflow_template_defaults', verbs => '{read}', in_schema => 'platform');

-- Coding systems. Where codes are licensed, the system is named and its values are the installation's to bring.
insert into platform.code_systems (code, family, name, edition, uri, oid, publisher, licence, description) values
    ('icd_10_cm', 'icd_10', 'ICD-10-CM', '2026', 'http://hl7.org/fhir/sid/icd-10-cm', '2.16.840.1.113883.6.90', 'CDC/NCHS',
     'Work of the United States Government, free of copyright there.', 'Diagnoses, clinical modification of the United States.'),
    ('icd_10', 'icd_10', 'ICD-10', null, 'http://hl7.org/fhir/sid/icd-10', '2.16.840.1.113883.6.3', 'World Health Organization',
     'Licence of the WHO; values are not included.', 'Diagnoses.'),
    ('icd_11', 'other', 'ICD-11 MMS', null, 'http://id.who.int/icd/release/11/mms', null, 'World Health Organization',
     'Licence of the WHO; values are not included.', 'Diagnoses.'),
    ('snomed_ct', 'snomed', 'SNOMED CT', null, 'http://snomed.info/sct', '2.16.840.1.113883.6.96', 'SNOMED International',
     'Affiliate licence of SNOMED International; values are not included.', 'Clinical terms.'),
    ('snodent', 'snomed', 'SNODENT', null, 'http://www.ada.org/snodent', '2.16.840.1.113883.3.3150', 'American Dental Association',
     'Licence of the ADA; values are not included.', 'Dental diagnoses and findings.'),
    ('cdt', 'cdt', 'CDT', null, 'http://www.ada.org/cdt', '2.16.840.1.113883.6.13', 'American Dental Association',
     'Licence of the ADA; values are not included.', 'Dental procedures.'),
    ('dicom', 'dicom', 'DICOM Controlled Terminology', null, 'http://dicom.nema.org/resources/ontology/DCM', '1.2.840.10008.2.16.4', 'NEMA',
     'Free to use.', 'Terms of images and their making.'),
    ('loinc', 'loinc', 'LOINC', null, 'http://loinc.org', '2.16.840.1.113883.6.1', 'Regenstrief Institute',
     'LOINC licence; values are not included.', 'Observations and documents.'),
    ('rxnorm', 'rxnorm', 'RxNorm', null, 'http://www.nlm.nih.gov/research/umls/rxnorm', '2.16.840.1.113883.6.88', 'U.S. National Library of Medicine',
     'UMLS licence for some of its sources; values are not included.', 'Drugs.'),
    ('atc', 'atc', 'ATC', null, 'http://www.whocc.no/atc', '2.16.840.1.113883.6.73', 'WHO Collaborating Centre for Drug Statistics Methodology',
     'Terms of the WHO Collaborating Centre; values are not included.', 'Drugs by organ, effect and substance.'),
    ('ndc', 'other', 'NDC', null, 'http://hl7.org/fhir/sid/ndc', '2.16.840.1.113883.6.69', 'U.S. Food and Drug Administration',
     'Work of the United States Government; values are not included.', 'Packages of drugs.'),
    ('unii', 'other', 'UNII', null, 'http://fdasis.nlm.nih.gov', '2.16.840.1.113883.4.9', 'U.S. Food and Drug Administration',
     'Work of the United States Government; values are not included.', 'Substances.'),
    ('iso_3950', 'iso_3950', 'ISO 3950 (FDI two-digit notation)', '2016', 'urn:iso:std:iso:3950', null, 'ISO', 'The 52 codes are facts.', 'Teeth.'),
    ('internal', 'internal', 'Cuspid', null, 'urn:cuspid:code', null, 'Cuspid', 'Free to use.', 'The platform''s own codes.');

-- Plans. Prices are the operator's to set: until then they are by agreement.
insert into platform.subscription_plans (code, name, description, included_ai_calls, seats, storage_bytes, api_rate_limit_per_minute, features, trial_days) values
    ('basic', 'Basic', 'A single practice or a small laboratory.', 200, 5, 100000000000, 600, '{scan_processing,laboratory,imaging}', 30),
    ('pro', 'Pro', 'A practice or laboratory that plans, analyses and bills with the platform.', 2000, 50, 1000000000000, 6000,
     '{scan_processing,laboratory,imaging,ai_diagnostics,ortho_planning,implant_planning,claims,patient_portal,interoperability}', 30),
    ('enterprise', 'Enterprise', 'A group of practices or laboratories.', null, null, null, null, enum_range(null::platform.tenant_feature), 0),
    ('research', 'Research', 'A school or institute that works with de-identified data.', null, 100, 10000000000000, 6000,
     '{scan_processing,imaging,ai_diagnostics,federated_learning,research,interoperability}', 0);
select platform.expose('subscription_plans', verbs => '{read}', in_schema => 'platform');

create table platform.data_retention_defaults (
    like platform.global_row including defaults including comments,
    data_class platform.data_class not null unique,
    min_years smallint not null default 0 check (min_years between 0 and 200),
    max_years smallint check (max_years between 0 and 200),
    archive_after_days integer check (archive_after_days > 0),
    archival_strategy platform.archival_strategy not null default 'keep_online',
    legal_basis text check (length(legal_basis) <= 2000),
    primary key (id),
    check (max_years >= min_years)
);
comment on table platform.data_retention_defaults is 'How long each class of data is kept where an organisation has no policy of its own.';
comment on column platform.data_retention_defaults.data_class is 'The class of data.';
comment on column platform.data_retention_defaults.min_years is 'Years that it is kept at least.';
comment on column platform.data_retention_defaults.max_years is 'Years that it is kept at most; empty: for good.';
comment on column platform.data_retention_defaults.archive_after_days is 'Days after which it goes to the archive; empty: never.';
comment on column platform.data_retention_defaults.archival_strategy is 'What becomes of it when its time is over.';
comment on column platform.data_retention_defaults.legal_basis is 'Law or rule that asks for it.';
-- Nothing is destroyed that nobody decided to destroy: what has no rule is kept.
insert into platform.data_retention_defaults (data_class, min_years, archive_after_days, archival_strategy, legal_basis)
select c, case c when 'logs' then 7 else 0 end, case c when 'notifications' then 90 end,
       case c when 'logs' then 'cold_storage' when 'notifications' then 'cold_storage' else 'keep_online' end::platform.archival_strategy,
       case c when 'logs' then 'HIPAA: the trail is kept seven years.' when 'models' then 'Versions of models are permanent.' end
from unnest(enum_range(null::platform.data_class)) as c;
select platform.expose('data_retention_defaults', verbs => '{read}', in_schema => 'platform');
