-- Patients: who they are, how they are reached, who is related to them and who insures them.

create type platform.patient_status as enum ('active', 'inactive', 'deceased');
create type platform.sex_at_birth as enum ('female', 'male', 'intersex', 'unknown');
create type platform.contact_method as enum ('email', 'sms', 'phone', 'app', 'post');
create type platform.identifier_system as enum
    ('internal', 'mrn', 'insurance_member', 'national_id', 'dso_global_id', 'passport', 'driver_license', 'other');
create type platform.address_type as enum ('physical', 'mailing', 'work', 'billing', 'temporary', 'former');
create type platform.payer_kind as enum ('commercial', 'public', 'employer', 'membership_plan', 'other');
create type platform.coverage_kind as enum ('dental', 'medical', 'accident', 'other');
create type platform.coverage_rank as enum ('primary', 'secondary', 'tertiary');
create type platform.subscriber_relation as enum ('self', 'spouse', 'child', 'other');
create type platform.relationship_type as enum
    ('spouse', 'child', 'guardian', 'emergency_contact', 'partner', 'parent', 'sibling', 'grandparent', 'caregiver', 'other');
create type platform.smoking_status as enum ('never', 'former', 'occasional', 'current', 'heavy', 'unknown');
create type platform.alcohol_consumption as enum ('never', 'former', 'occasional', 'moderate', 'heavy', 'unknown');
create type platform.exercise_frequency as enum ('never', 'rarely', 'weekly', 'several_times_a_week', 'daily', 'unknown');
comment on type platform.patient_status is 'Whether a patient is in care.';
comment on type platform.sex_at_birth is 'Sex at birth.';
comment on type platform.contact_method is 'A way to reach someone.';
comment on type platform.identifier_system is 'Who gave an identifier and what for.';
comment on type platform.address_type is 'What an address is used for.';
comment on type platform.payer_kind is 'What kind of organisation pays.';
comment on type platform.coverage_kind is 'What an insurance policy covers.';
comment on type platform.coverage_rank is 'In which order several policies pay.';
comment on type platform.subscriber_relation is 'What the patient is to the holder of an insurance policy.';
comment on type platform.relationship_type is 'What someone is to a patient.';
comment on type platform.smoking_status is 'How much someone smokes.';
comment on type platform.alcohol_consumption is 'How much alcohol someone drinks.';
comment on type platform.exercise_frequency is 'How often someone exercises.';
-- Shared by everything that names a tooth.
create domain platform.fdi_number as smallint
    check (value between 11 and 18 or value between 21 and 28 or value between 31 and 38 or value between 41 and 48
           or value between 51 and 55 or value between 61 and 65 or value between 71 and 75 or value between 81 and 85);
comment on domain platform.fdi_number is 'A tooth in FDI two-digit notation: the 52 codes of ISO 3950.';

create table tenant.patients (
    like platform.deletable_row including defaults including generated including comments,
    user_id uuid,
    first_name text not null check (length(first_name) between 1 and 100),
    middle_name text check (length(middle_name) <= 100),
    last_name text not null check (length(last_name) between 1 and 100),
    preferred_name text check (length(preferred_name) <= 100),
    dob date check (dob >= '1880-01-01'),
    deceased_on date,
    sex_at_birth platform.sex_at_birth not null default 'unknown',
    gender_identity text check (length(gender_identity) <= 100),
    pronouns text check (length(pronouns) <= 50),
    contact_email text check (length(contact_email) <= 320),
    phone_mobile text check (length(phone_mobile) <= 32),
    phone_home text check (length(phone_home) <= 32),
    preferred_language text check (length(preferred_language) <= 35),
    preferred_contact_method platform.contact_method,
    primary_location_id uuid,
    primary_practitioner_id uuid,
    status platform.patient_status not null default 'active',
    primary key (tenant_id, id),
    unique (tenant_id, user_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, primary_location_id) references tenant.locations (tenant_id, id) on delete restrict,
    check (deceased_on >= dob),
    check (deceased_on is null or status = 'deceased')
);
create index on tenant.patients (tenant_id, last_name, first_name, id);
create index on tenant.patients (tenant_id, last_name, dob, id);
create index on tenant.patients (tenant_id, dob);
create index on tenant.patients (tenant_id, primary_location_id);
create index on tenant.patients (tenant_id, primary_practitioner_id);
create index on tenant.patients (tenant_id, status, last_name, id);
create index on tenant.patients (tenant_id, created_at);
create index on tenant.patients (tenant_id, contact_email);
create index on tenant.patients (tenant_id, phone_mobile);
create index on tenant.patients using gin (tenant_id, first_name platform.gin_trgm_ops);
create index on tenant.patients using gin (tenant_id, last_name platform.gin_trgm_ops);
create index on tenant.patients using gin (tenant_id, contact_email platform.gin_trgm_ops);
create index on tenant.patients using gin (tenant_id, phone_mobile platform.gin_trgm_ops);
comment on table tenant.patients is 'A patient of the tenant (FHIR Patient).';
comment on column tenant.patients.user_id is 'The patient''s own account, where they have one.';
comment on column tenant.patients.first_name is 'Given name.';
comment on column tenant.patients.middle_name is 'Further given names.';
comment on column tenant.patients.last_name is 'Family name.';
comment on column tenant.patients.preferred_name is 'Name by which the patient wants to be called.';
comment on column tenant.patients.dob is 'Date of birth.';
comment on column tenant.patients.deceased_on is 'Date of death.';
comment on column tenant.patients.sex_at_birth is 'Sex at birth.';
comment on column tenant.patients.gender_identity is 'Gender identity, in the patient''s own words.';
comment on column tenant.patients.pronouns is 'Pronouns, in the patient''s own words.';
comment on column tenant.patients.contact_email is 'E-mail address; a family may share one.';
comment on column tenant.patients.phone_mobile is 'Mobile telephone number.';
comment on column tenant.patients.phone_home is 'Home telephone number.';
comment on column tenant.patients.preferred_language is 'Language that the patient prefers (BCP 47).';
comment on column tenant.patients.preferred_contact_method is 'How the patient wants to be reached.';
comment on column tenant.patients.primary_location_id is 'Where the patient is usually seen.';
comment on column tenant.patients.primary_practitioner_id is 'The practitioner who usually treats the patient.';
comment on column tenant.patients.status is 'Whether the patient is in care.';
select platform.expose('patients',
    phi => '{first_name,middle_name,last_name,preferred_name,dob,deceased_on,sex_at_birth,gender_identity,pronouns,contact_email,phone_mobile,phone_home,
             preferred_language}',
    deidentify => '{dob:year,deceased_on:year,sex_at_birth:keep}');

create table tenant.patient_profiles (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    emergency_contact text check (length(emergency_contact) <= 500),
    allergies text check (length(allergies) <= 4000),
    medications text check (length(medications) <= 4000),
    medical_history text check (length(medical_history) <= 10000),
    insurance_info text check (length(insurance_info) <= 2000),
    pain_tolerance text check (length(pain_tolerance) <= 200),
    dietary_restrictions text check (length(dietary_restrictions) <= 2000),
    smoking_status platform.smoking_status,
    dental_concerns text check (length(dental_concerns) <= 4000),
    previous_dental_work text check (length(previous_dental_work) <= 4000),
    last_dental_visit date,
    profile_picture text check (length(profile_picture) <= 2000),
    profile_complete boolean not null default false,
    primary key (tenant_id, id),
    unique (tenant_id, patient_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade
);
comment on table tenant.patient_profiles is 'What a patient says about themselves, in their own words; one for each patient. What is established stands in the coded tables.';
comment on column tenant.patient_profiles.patient_id is 'The patient.';
comment on column tenant.patient_profiles.emergency_contact is 'Whom to call in an emergency.';
comment on column tenant.patient_profiles.allergies is 'Allergies, in the patient''s own words.';
comment on column tenant.patient_profiles.medications is 'Medicines taken, in the patient''s own words.';
comment on column tenant.patient_profiles.medical_history is 'Illnesses and treatments, in the patient''s own words.';
comment on column tenant.patient_profiles.insurance_info is 'Insurance, in the patient''s own words.';
comment on column tenant.patient_profiles.pain_tolerance is 'How well the patient bears pain, in their own words.';
comment on column tenant.patient_profiles.dietary_restrictions is 'What the patient does not eat.';
comment on column tenant.patient_profiles.smoking_status is 'How much the patient says to smoke.';
comment on column tenant.patient_profiles.dental_concerns is 'What worries the patient about their teeth.';
comment on column tenant.patient_profiles.previous_dental_work is 'Dental work that the patient remembers.';
comment on column tenant.patient_profiles.last_dental_visit is 'Day on which the patient last saw a dentist anywhere.';
comment on column tenant.patient_profiles.profile_picture is 'Where the picture of the patient is.';
comment on column tenant.patient_profiles.profile_complete is 'Whether the patient has answered everything that is asked.';
select platform.expose('patient_profiles',
    phi => '{emergency_contact,allergies,medications,medical_history,insurance_info,pain_tolerance,dietary_restrictions,smoking_status,dental_concerns,
             previous_dental_work,last_dental_visit,profile_picture}',
    deidentify => '{smoking_status:keep}');

create table tenant.patient_identifiers (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    system platform.identifier_system not null,
    issuer text not null default '' check (length(issuer) <= 200),
    value text not null check (length(value) between 1 and 100),
    is_primary boolean not null default false,
    valid_from date,
    valid_until date,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    check (valid_until >= valid_from)
);
create unique index patient_identifiers_value on tenant.patient_identifiers (tenant_id, system, issuer, value) where deleted_at is null;
create unique index patient_identifiers_primary on tenant.patient_identifiers (tenant_id, patient_id) where is_primary and deleted_at is null;
create index on tenant.patient_identifiers (tenant_id, patient_id);
create index on tenant.patient_identifiers (tenant_id, value);
create index on tenant.patient_identifiers using gin (tenant_id, value platform.gin_trgm_ops);
comment on table tenant.patient_identifiers is 'A number by which a patient is known here or elsewhere (FHIR Patient.identifier).';
comment on column tenant.patient_identifiers.patient_id is 'The patient.';
comment on column tenant.patient_identifiers.system is 'What kind of identifier it is.';
comment on column tenant.patient_identifiers.issuer is 'Who gave it: the state, payer or hospital; empty where the kind says it.';
comment on column tenant.patient_identifiers.value is 'The identifier itself; unique within its kind and issuer.';
comment on column tenant.patient_identifiers.is_primary is 'Whether it is the one that is shown; at most one for each patient.';
comment on column tenant.patient_identifiers.valid_from is 'First day on which it counts.';
comment on column tenant.patient_identifiers.valid_until is 'Last day on which it counts.';
select platform.expose('patient_identifiers', phi => '{issuer,value,valid_from,valid_until}', deidentify => '{valid_from:remove,valid_until:remove}');

create table tenant.patient_addresses (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    address_type platform.address_type not null default 'physical',
    address_text text check (length(address_text) <= 500),
    line1 text check (length(line1) <= 200),
    line2 text check (length(line2) <= 200),
    city text check (length(city) <= 100),
    region text check (length(region) <= 100),
    postal_code text check (length(postal_code) <= 20),
    country char(2) check (country ~ '^[A-Z]{2}$'),
    is_primary boolean not null default false,
    valid_from date,
    valid_until date,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    check (num_nonnulls(address_text, line1, city, postal_code) > 0),
    check (valid_until >= valid_from)
);
create unique index patient_addresses_primary on tenant.patient_addresses (tenant_id, patient_id) where is_primary and deleted_at is null;
create index on tenant.patient_addresses (tenant_id, patient_id, address_type);
create index on tenant.patient_addresses (tenant_id, postal_code);
comment on table tenant.patient_addresses is 'Where a patient lives or gets mail (FHIR Address).';
comment on column tenant.patient_addresses.patient_id is 'The patient.';
comment on column tenant.patient_addresses.address_type is 'What the address is used for.';
comment on column tenant.patient_addresses.address_text is 'The whole address as one text, where its parts are not known.';
comment on column tenant.patient_addresses.line1 is 'Street and number.';
comment on column tenant.patient_addresses.line2 is 'Further line: flat, building, care of.';
comment on column tenant.patient_addresses.city is 'Town.';
comment on column tenant.patient_addresses.region is 'State, province or county.';
comment on column tenant.patient_addresses.postal_code is 'Postal code.';
comment on column tenant.patient_addresses.country is 'Country (ISO 3166-1, two letters).';
comment on column tenant.patient_addresses.is_primary is 'Whether it is the one to use; at most one for each patient.';
comment on column tenant.patient_addresses.valid_from is 'First day on which it counts.';
comment on column tenant.patient_addresses.valid_until is 'Last day on which it counts.';
select platform.expose('patient_addresses',
    phi => '{address_text,line1,line2,city,region,postal_code,country,valid_from,valid_until}', deidentify => '{country:keep}');

create table tenant.payers (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    kind platform.payer_kind not null default 'commercial',
    payer_code text check (length(payer_code) between 1 and 50),
    accepts_electronic_claims boolean not null default false,
    phone text check (length(phone) <= 32),
    fax text check (length(fax) <= 32),
    email text check (length(email) <= 320),
    website text check (length(website) <= 2000),
    claims_address text check (length(claims_address) <= 500),
    country char(2) check (country ~ '^[A-Z]{2}$'),
    notes text check (length(notes) <= 4000),
    is_active boolean not null default true,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict
);
create unique index payers_payer_code on tenant.payers (tenant_id, payer_code) where deleted_at is null;
create index on tenant.payers (tenant_id, name, id);
create index on tenant.payers using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.payers is 'Who pays for treatment instead of the patient: insurer, public scheme, employer (FHIR Organization).';
comment on column tenant.payers.name is 'Name of the payer.';
comment on column tenant.payers.kind is 'What kind of organisation it is.';
comment on column tenant.payers.payer_code is 'Its number at the clearing house.';
comment on column tenant.payers.accepts_electronic_claims is 'Whether claims can be sent electronically.';
comment on column tenant.payers.phone is 'Telephone number for providers.';
comment on column tenant.payers.fax is 'Fax number.';
comment on column tenant.payers.email is 'E-mail address.';
comment on column tenant.payers.website is 'Address of its site for providers.';
comment on column tenant.payers.claims_address is 'Where claims on paper go.';
comment on column tenant.payers.country is 'Country (ISO 3166-1, two letters).';
comment on column tenant.payers.notes is 'What is worth knowing about it.';
comment on column tenant.payers.is_active is 'Whether new policies may name it.';
select platform.expose('payers');

create table tenant.patient_insurance_policies (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    payer_id uuid not null,
    coverage_kind platform.coverage_kind not null default 'dental',
    coverage_rank platform.coverage_rank not null default 'primary',
    is_primary boolean not null generated always as (coverage_rank = 'primary') stored,
    plan_name text check (length(plan_name) <= 200),
    policy_number text not null check (length(policy_number) between 1 and 100),
    group_number text check (length(group_number) <= 100),
    subscriber_relation platform.subscriber_relation not null default 'self',
    subscriber_patient_id uuid,
    subscriber_name text check (length(subscriber_name) <= 200),
    subscriber_dob date check (subscriber_dob >= '1880-01-01'),
    coverage_start date,
    coverage_end date,
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    annual_maximum bigint check (annual_maximum >= 0),
    deductible bigint check (deductible >= 0),
    verified_at timestamptz,
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, payer_id) references tenant.payers (tenant_id, id) on delete restrict,
    foreign key (tenant_id, subscriber_patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    check (coverage_end >= coverage_start),
    check (num_nonnulls(annual_maximum, deductible) = 0 or currency is not null)
);
create index on tenant.patient_insurance_policies (tenant_id, patient_id, coverage_rank);
create index on tenant.patient_insurance_policies (tenant_id, payer_id);
create index on tenant.patient_insurance_policies (tenant_id, subscriber_patient_id);
create index on tenant.patient_insurance_policies (tenant_id, policy_number);
create index on tenant.patient_insurance_policies (tenant_id, coverage_end);
create index on tenant.patient_insurance_policies using gin (tenant_id, policy_number platform.gin_trgm_ops);
comment on table tenant.patient_insurance_policies is 'An insurance policy that covers a patient (FHIR Coverage).';
comment on column tenant.patient_insurance_policies.patient_id is 'The patient who is covered.';
comment on column tenant.patient_insurance_policies.payer_id is 'Who pays.';
comment on column tenant.patient_insurance_policies.coverage_kind is 'What it covers.';
comment on column tenant.patient_insurance_policies.coverage_rank is 'In which order it pays, where there are several.';
comment on column tenant.patient_insurance_policies.is_primary is 'Whether it pays first.';
comment on column tenant.patient_insurance_policies.plan_name is 'Name of the plan.';
comment on column tenant.patient_insurance_policies.policy_number is 'Number of the policy or member.';
comment on column tenant.patient_insurance_policies.group_number is 'Number of the group.';
comment on column tenant.patient_insurance_policies.subscriber_relation is 'What the patient is to the holder of the policy.';
comment on column tenant.patient_insurance_policies.subscriber_patient_id is 'The holder of the policy, where they are a patient too.';
comment on column tenant.patient_insurance_policies.subscriber_name is 'Name of the holder, where they are no patient.';
comment on column tenant.patient_insurance_policies.subscriber_dob is 'Date of birth of the holder.';
comment on column tenant.patient_insurance_policies.coverage_start is 'First day that is covered.';
comment on column tenant.patient_insurance_policies.coverage_end is 'Last day that is covered; empty while it has no end.';
comment on column tenant.patient_insurance_policies.currency is 'Currency of the amounts (ISO 4217).';
comment on column tenant.patient_insurance_policies.annual_maximum is 'Most that it pays in a year, in minor units of the currency.';
comment on column tenant.patient_insurance_policies.deductible is 'What the patient pays first in a year, in minor units of the currency.';
comment on column tenant.patient_insurance_policies.verified_at is 'When the payer last confirmed the cover.';
comment on column tenant.patient_insurance_policies.notes is 'What is worth knowing about it.';
select platform.expose('patient_insurance_policies',
    phi => '{plan_name,policy_number,group_number,subscriber_name,subscriber_dob,coverage_start,coverage_end,notes}',
    deidentify => '{plan_name:keep,subscriber_dob:remove}');

create table tenant.external_contacts (
    like platform.deletable_row including defaults including generated including comments,
    first_name text check (length(first_name) <= 100),
    last_name text check (length(last_name) <= 100),
    organization_name text check (length(organization_name) <= 200),
    profession text check (length(profession) <= 100),
    email text check (length(email) <= 320),
    phone_mobile text check (length(phone_mobile) <= 32),
    phone_home text check (length(phone_home) <= 32),
    phone_work text check (length(phone_work) <= 32),
    fax text check (length(fax) <= 32),
    address_text text check (length(address_text) <= 500),
    preferred_language text check (length(preferred_language) <= 35),
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    check (num_nonnulls(first_name, last_name, organization_name) > 0)
);
create index on tenant.external_contacts (tenant_id, last_name, first_name, id);
create index on tenant.external_contacts (tenant_id, organization_name, id);
create index on tenant.external_contacts using gin (tenant_id, last_name platform.gin_trgm_ops);
create index on tenant.external_contacts using gin (tenant_id, organization_name platform.gin_trgm_ops);
comment on table tenant.external_contacts is 'A person or practice outside of the tenant: relative, guardian, family doctor, specialist (FHIR RelatedPerson, Practitioner).';
comment on column tenant.external_contacts.first_name is 'Given name.';
comment on column tenant.external_contacts.last_name is 'Family name.';
comment on column tenant.external_contacts.organization_name is 'Practice, hospital or company.';
comment on column tenant.external_contacts.profession is 'What the person does, where that matters: paediatrician, lawyer.';
comment on column tenant.external_contacts.email is 'E-mail address.';
comment on column tenant.external_contacts.phone_mobile is 'Mobile telephone number.';
comment on column tenant.external_contacts.phone_home is 'Home telephone number.';
comment on column tenant.external_contacts.phone_work is 'Telephone number at work.';
comment on column tenant.external_contacts.fax is 'Fax number.';
comment on column tenant.external_contacts.address_text is 'Postal address.';
comment on column tenant.external_contacts.preferred_language is 'Language that the person prefers (BCP 47).';
comment on column tenant.external_contacts.notes is 'What is worth knowing.';
select platform.expose('external_contacts',
    personal => '{first_name,last_name,organization_name,email,phone_mobile,phone_home,phone_work,fax,address_text,preferred_language,notes}');

create table tenant.patient_relationships (
    like platform.deletable_row including defaults including generated including comments,
    patient_id uuid not null,
    related_patient_id uuid,
    external_contact_id uuid,
    relationship_type platform.relationship_type not null,
    is_emergency_contact boolean not null default false,
    is_legal_guardian boolean not null default false,
    is_financially_responsible boolean not null default false,
    may_receive_information boolean not null default false,
    valid_from date,
    valid_until date,
    notes text check (length(notes) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, related_patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, external_contact_id) references tenant.external_contacts (tenant_id, id) on delete cascade,
    check (num_nonnulls(related_patient_id, external_contact_id) = 1),
    check (related_patient_id <> patient_id),
    check (valid_until >= valid_from)
);
create unique index patient_relationships_patient on tenant.patient_relationships (tenant_id, patient_id, related_patient_id, relationship_type)
    where deleted_at is null;
create unique index patient_relationships_contact on tenant.patient_relationships (tenant_id, patient_id, external_contact_id, relationship_type)
    where deleted_at is null;
create index on tenant.patient_relationships (tenant_id, patient_id);
create index on tenant.patient_relationships (tenant_id, related_patient_id);
create index on tenant.patient_relationships (tenant_id, external_contact_id);
comment on table tenant.patient_relationships is 'Who someone is to a patient: family, guardian, emergency contact (FHIR RelatedPerson).';
comment on column tenant.patient_relationships.patient_id is 'The patient.';
comment on column tenant.patient_relationships.related_patient_id is 'The other person, where they are a patient too.';
comment on column tenant.patient_relationships.external_contact_id is 'The other person, where they are no patient.';
comment on column tenant.patient_relationships.relationship_type is 'What the other person is to the patient.';
comment on column tenant.patient_relationships.is_emergency_contact is 'Whether to call them in an emergency.';
comment on column tenant.patient_relationships.is_legal_guardian is 'Whether they decide on treatment for the patient.';
comment on column tenant.patient_relationships.is_financially_responsible is 'Whether invoices go to them.';
comment on column tenant.patient_relationships.may_receive_information is 'Whether the patient allows to tell them about the treatment.';
comment on column tenant.patient_relationships.valid_from is 'First day on which it counts.';
comment on column tenant.patient_relationships.valid_until is 'Last day on which it counts.';
comment on column tenant.patient_relationships.notes is 'What is worth knowing about it.';
select platform.expose('patient_relationships', phi => '{relationship_type,notes}', deidentify => '{relationship_type:keep}');
