-- Reference data that all tenants share: code systems with their codes, drugs, dental materials and equipment. The rows come in a later file.
--
-- A coded column elsewhere is a pair, as a FHIR Coding is: x_code_system and x_code, with a foreign key to (code_system, code) of code_values.

create type platform.code_system_family as enum
    ('icd_10', 'snomed', 'cdt', 'dicom', 'internal', 'loinc', 'rxnorm', 'atc', 'iso_3950', 'other');
create type platform.code_use as enum ('diagnosis', 'procedure', 'finding', 'body_site', 'modality', 'substance', 'observation', 'other');
create type platform.dosage_form as enum
    ('tablet', 'capsule', 'solution', 'suspension', 'gel', 'ointment', 'mouthwash', 'toothpaste', 'varnish', 'lozenge', 'spray', 'injection', 'cartridge', 'gas', 'other');
create type platform.material_category as enum
    ('composite', 'glass_ionomer', 'amalgam', 'ceramic', 'zirconia', 'metal_alloy', 'acrylic', 'wax', 'gypsum', 'impression', 'cement', 'bonding', 'etchant',
     'endodontic', 'implant', 'abutment', 'bone_graft', 'membrane', 'suture', 'orthodontic', 'sealant', 'whitening', 'printing_resin', 'other');
create type platform.equipment_category as enum
    ('intraoral_scanner', 'desktop_scanner', 'intraoral_sensor', 'phosphor_plate_scanner', 'intraoral_xray', 'panoramic_xray', 'cbct', 'camera', 'microscope',
     'treatment_chair', 'handpiece', 'curing_light', 'laser', 'apex_locator', 'autoclave', 'milling_machine', 'printer', 'furnace', 'articulator',
     'compressor', 'suction', 'workstation', 'other');
comment on type platform.code_system_family is 'Which coding system it is, whatever its edition.';
comment on type platform.code_use is 'What a code is used for.';
comment on type platform.dosage_form is 'In what form a drug comes.';
comment on type platform.material_category is 'What kind of dental material it is.';
comment on type platform.equipment_category is 'What kind of device it is.';

create table platform.code_systems (
    like platform.global_row including defaults including comments,
    code text not null unique check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
    family platform.code_system_family not null,
    name text not null unique check (length(name) between 1 and 200),
    edition text check (length(edition) between 1 and 60),
    uri text unique check (length(uri) between 1 and 400),
    oid text unique check (oid ~ '^[0-2](\.(0|[1-9][0-9]*))+$' and length(oid) <= 64),
    publisher text check (length(publisher) between 1 and 200),
    licence text check (length(licence) between 1 and 400),
    description text check (length(description) <= 2000),
    is_active boolean not null default true,
    primary key (id)
);
create index on platform.code_systems (family);
comment on table platform.code_systems is 'A coding system: ICD-10, SNOMED CT, CDT, DICOM, the platform''s own (FHIR CodeSystem).';
comment on column platform.code_systems.code is 'Short name, by which coded columns refer to it.';
comment on column platform.code_systems.family is 'Which coding system it is, whatever its edition.';
comment on column platform.code_systems.name is 'Name of the system.';
comment on column platform.code_systems.edition is 'Edition or national modification: 2026, CM, GM.';
comment on column platform.code_systems.uri is 'Canonical address of the system in FHIR.';
comment on column platform.code_systems.oid is 'Object identifier of the system (ISO/IEC 9834), as HL7 and DICOM use it.';
comment on column platform.code_systems.publisher is 'Who publishes it.';
comment on column platform.code_systems.licence is 'On what terms its codes may be used.';
comment on column platform.code_systems.description is 'What it is for.';
comment on column platform.code_systems.is_active is 'Whether new entries may use it.';

create table platform.code_values (
    like platform.global_row including defaults including comments,
    code_system text not null references platform.code_systems (code) on delete restrict,
    code text not null check (code ~ '^[^[:space:][:cntrl:]]{1,64}$'),
    description text not null check (length(description) between 1 and 500),
    definition text check (length(definition) <= 4000),
    used_for platform.code_use not null default 'other',
    category text check (length(category) between 1 and 100),
    parent_code text,
    valid_from date,
    valid_until date,
    is_active boolean not null default true,
    properties jsonb not null default '{}' check (jsonb_typeof(properties) = 'object'),
    primary key (id),
    unique (code_system, code),
    foreign key (code_system, parent_code) references platform.code_values (code_system, code) on delete restrict,
    check (parent_code <> code),
    check (valid_until >= valid_from)
);
create index on platform.code_values (code_system, parent_code);
create index on platform.code_values (used_for, code_system, code);
create index on platform.code_values using gin (description platform.gin_trgm_ops);
comment on table platform.code_values is 'One code of a coding system: a diagnosis, procedure, finding or body site.';
comment on column platform.code_values.code_system is 'Short name of its coding system.';
comment on column platform.code_values.code is 'The code, as its system writes it.';
comment on column platform.code_values.description is 'What the code means, in a few words.';
comment on column platform.code_values.definition is 'What exactly it covers.';
comment on column platform.code_values.used_for is 'What it is used for.';
comment on column platform.code_values.category is 'Chapter or group of its system.';
comment on column platform.code_values.parent_code is 'The wider code of the same system.';
comment on column platform.code_values.valid_from is 'First day on which it may be used.';
comment on column platform.code_values.valid_until is 'Last day on which it may be used.';
comment on column platform.code_values.is_active is 'Whether new entries may use it.';
comment on column platform.code_values.properties is 'Further facts that its system states.';

create table platform.drug_reference (
    like platform.global_row including defaults including comments,
    name text not null check (length(name) between 1 and 200),
    brand_names jsonb not null default '[]'
        constraint drug_reference_brand_names_shape check (platform.json_matches('{"type": "array", "items": {"type": "string"}, "maxItems": 100}', brand_names)),
    code_system text,
    code text,
    drug_class text check (length(drug_class) between 1 and 100),
    dosage_form platform.dosage_form not null default 'other',
    strength text not null default '' check (length(strength) <= 100),
    usual_dose text check (length(usual_dose) <= 400),
    maximum_dose text check (length(maximum_dose) <= 400),
    contraindications text check (length(contraindications) <= 4000),
    interactions text check (length(interactions) <= 4000),
    dental_considerations text check (length(dental_considerations) <= 4000),
    is_controlled boolean not null default false,
    needs_prescription boolean not null default true,
    is_active boolean not null default true,
    primary key (id),
    unique (name, dosage_form, strength),
    foreign key (code_system, code) references platform.code_values (code_system, code) on delete restrict,
    check ((code_system is null) = (code is null))
);
create index on platform.drug_reference (code_system, code);
create index on platform.drug_reference (drug_class);
create index on platform.drug_reference using gin (name platform.gin_trgm_ops);
comment on table platform.drug_reference is 'A drug that is prescribed or given in dentistry, or that patients often take.';
comment on column platform.drug_reference.name is 'International nonproprietary name.';
comment on column platform.drug_reference.brand_names is 'Names under which it is sold.';
comment on column platform.drug_reference.code_system is 'Coding system of its code: ATC or RxNorm.';
comment on column platform.drug_reference.code is 'Its code.';
comment on column platform.drug_reference.drug_class is 'What kind of drug it is: antibiotic, analgesic, local anaesthetic.';
comment on column platform.drug_reference.dosage_form is 'In what form it comes.';
comment on column platform.drug_reference.strength is 'Strength of one unit, with its unit: 500 mg.';
comment on column platform.drug_reference.usual_dose is 'Usual dose of an adult.';
comment on column platform.drug_reference.maximum_dose is 'Highest dose.';
comment on column platform.drug_reference.contraindications is 'When it must not be given.';
comment on column platform.drug_reference.interactions is 'What it must not be given together with.';
comment on column platform.drug_reference.dental_considerations is 'What a dentist has to know of a patient who takes it.';
comment on column platform.drug_reference.is_controlled is 'Whether the law on narcotics covers it.';
comment on column platform.drug_reference.needs_prescription is 'Whether it needs a prescription.';
comment on column platform.drug_reference.is_active is 'Whether it may still be chosen.';

create table platform.material_reference (
    like platform.global_row including defaults including comments,
    name text not null check (length(name) between 1 and 200),
    category platform.material_category not null default 'other',
    manufacturer text not null default '' check (length(manufacturer) <= 200),
    product_code text check (length(product_code) between 1 and 100),
    udi_di text unique check (length(udi_di) between 1 and 100),
    code_system text,
    code text,
    standard text check (length(standard) between 1 and 100),
    composition text check (length(composition) <= 2000),
    allergens jsonb not null default '[]'
        constraint material_reference_allergens_shape check (platform.json_matches('{"type": "array", "items": {"type": "string"}, "maxItems": 100}', allergens)),
    shades jsonb not null default '[]'
        constraint material_reference_shades_shape check (platform.json_matches('{"type": "array", "items": {"type": "string"}, "maxItems": 200}', shades)),
    flexural_strength_mpa numeric(7,1) check (flexural_strength_mpa > 0),
    properties jsonb not null default '{}' check (jsonb_typeof(properties) = 'object'),
    is_active boolean not null default true,
    primary key (id),
    unique (name, manufacturer),
    foreign key (code_system, code) references platform.code_values (code_system, code) on delete restrict,
    check ((code_system is null) = (code is null))
);
create index on platform.material_reference (code_system, code);
create index on platform.material_reference (category);
create index on platform.material_reference using gin (name platform.gin_trgm_ops);
comment on table platform.material_reference is 'A dental material that goes into a patient or into what is made for one.';
comment on column platform.material_reference.name is 'Name of the material.';
comment on column platform.material_reference.category is 'What kind of material it is.';
comment on column platform.material_reference.manufacturer is 'Who makes it; empty for a material as such.';
comment on column platform.material_reference.product_code is 'The maker''s number for it.';
comment on column platform.material_reference.udi_di is 'Device identifier of its unique device identification (UDI-DI).';
comment on column platform.material_reference.code_system is 'Coding system of its code.';
comment on column platform.material_reference.code is 'Its code.';
comment on column platform.material_reference.standard is 'Standard that it meets: ISO 6872, ISO 4049.';
comment on column platform.material_reference.composition is 'What it is made of.';
comment on column platform.material_reference.allergens is 'Substances in it that people are allergic to: nickel, methacrylates, latex.';
comment on column platform.material_reference.shades is 'Shades in which it comes.';
comment on column platform.material_reference.flexural_strength_mpa is 'Flexural strength, in megapascals.';
comment on column platform.material_reference.properties is 'Further facts about the material.';
comment on column platform.material_reference.is_active is 'Whether it may still be chosen.';

create table platform.equipment_reference (
    like platform.global_row including defaults including comments,
    name text not null check (length(name) between 1 and 200),
    category platform.equipment_category not null default 'other',
    manufacturer text not null default '' check (length(manufacturer) <= 200),
    model_name text not null default '' check (length(model_name) <= 200),
    udi_di text unique check (length(udi_di) between 1 and 100),
    code_system text,
    code text,
    dicom_modality text check (dicom_modality ~ '^[A-Z][A-Z0-9]{1,15}$'),
    file_formats jsonb not null default '[]'
        constraint equipment_reference_file_formats_shape
            check (platform.json_matches('{"type": "array", "items": {"type": "string"}, "maxItems": 100}', file_formats)),
    emits_ionising_radiation boolean not null default false,
    maintenance_interval_days integer check (maintenance_interval_days > 0),
    specifications jsonb not null default '{}' check (jsonb_typeof(specifications) = 'object'),
    is_active boolean not null default true,
    primary key (id),
    unique (name, manufacturer, model_name),
    foreign key (code_system, code) references platform.code_values (code_system, code) on delete restrict,
    check ((code_system is null) = (code is null))
);
create index on platform.equipment_reference (code_system, code);
create index on platform.equipment_reference (category);
create index on platform.equipment_reference using gin (name platform.gin_trgm_ops);
comment on table platform.equipment_reference is 'A kind or model of device that a practice or laboratory works with (FHIR DeviceDefinition).';
comment on column platform.equipment_reference.name is 'Name of the device.';
comment on column platform.equipment_reference.category is 'What kind of device it is.';
comment on column platform.equipment_reference.manufacturer is 'Who makes it; empty for a kind of device.';
comment on column platform.equipment_reference.model_name is 'The maker''s name for the model; empty for a kind of device.';
comment on column platform.equipment_reference.udi_di is 'Device identifier of its unique device identification (UDI-DI).';
comment on column platform.equipment_reference.code_system is 'Coding system of its code.';
comment on column platform.equipment_reference.code is 'Its code.';
comment on column platform.equipment_reference.dicom_modality is 'Modality of its images, as DICOM writes it (0008,0060): IO, PX, CT.';
comment on column platform.equipment_reference.file_formats is 'Formats of the files that it makes or takes.';
comment on column platform.equipment_reference.emits_ionising_radiation is 'Whether the law on radiation protection covers it.';
comment on column platform.equipment_reference.maintenance_interval_days is 'Days from one maintenance to the next.';
comment on column platform.equipment_reference.specifications is 'Technical facts of the device.';
comment on column platform.equipment_reference.is_active is 'Whether it may still be chosen.';
