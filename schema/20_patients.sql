-- Patients.

create type platform.patient_status as enum ('active', 'inactive', 'deceased');
create type platform.sex_at_birth as enum ('female', 'male', 'intersex', 'unknown');
create type platform.contact_method as enum ('email', 'sms', 'phone', 'app', 'post');

create table tenant.patients (
    like platform.deletable_row including defaults including generated including comments,
    first_name text not null check (length(first_name) between 1 and 100),
    last_name text not null check (length(last_name) between 1 and 100),
    dob date check (dob >= '1880-01-01'),
    sex_at_birth platform.sex_at_birth not null default 'unknown',
    gender_identity text,
    contact_email text,
    phone_mobile text,
    phone_home text,
    preferred_language text,
    preferred_contact_method platform.contact_method,
    primary_location_id uuid,
    status platform.patient_status not null default 'active',
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, primary_location_id) references tenant.locations (tenant_id, id) on delete restrict
);
create index on tenant.patients (tenant_id, last_name, first_name, id);
create index on tenant.patients (tenant_id, primary_location_id);
create index on tenant.patients using gin (tenant_id, last_name platform.gin_trgm_ops);
create index on tenant.patients (tenant_id, created_at);
comment on table tenant.patients is 'A patient of the tenant.';
comment on column tenant.patients.first_name is 'Given name.';
comment on column tenant.patients.last_name is 'Family name.';
comment on column tenant.patients.dob is 'Date of birth.';
comment on column tenant.patients.sex_at_birth is 'Sex at birth.';
comment on column tenant.patients.gender_identity is 'Gender identity, in the patient''s own words.';
comment on column tenant.patients.contact_email is 'E-mail address; a family may share one.';
comment on column tenant.patients.phone_mobile is 'Mobile telephone number.';
comment on column tenant.patients.phone_home is 'Home telephone number.';
comment on column tenant.patients.preferred_language is 'Language that the patient prefers (BCP 47).';
comment on column tenant.patients.preferred_contact_method is 'How the patient wants to be reached.';
comment on column tenant.patients.primary_location_id is 'Where the patient is usually seen.';
comment on column tenant.patients.status is 'Whether the patient is in care.';
select platform.expose('patients',
    phi => '{first_name,last_name,dob,sex_at_birth,gender_identity,contact_email,phone_mobile,phone_home}');
