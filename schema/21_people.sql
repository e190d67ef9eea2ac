-- People who work: practitioners, a laboratory's staff and departments, and the dentists that a laboratory works for.

create type platform.employment_type as enum ('full_time', 'part_time', 'contract', 'temporary', 'intern');
create type platform.employment_status as enum ('active', 'on_leave', 'ended');
create type platform.equipment_status as enum ('active', 'maintenance', 'inactive', 'broken', 'decommissioned');
create type platform.dentist_status as enum ('pending', 'active', 'on_hold', 'suspended', 'inactive');
create type platform.application_status as enum ('submitted', 'under_review', 'approved', 'rejected', 'withdrawn');
create type platform.review_status as enum ('draft', 'shared', 'acknowledged');
create type platform.weekday as enum ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday');
comment on type platform.employment_type is 'How someone is employed.';
comment on type platform.employment_status is 'Whether someone is at work.';
comment on type platform.equipment_status is 'Whether a device can be used.';
comment on type platform.dentist_status is 'How a laboratory stands with a partner dentist.';
comment on type platform.application_status is 'How far an application for partnership is.';
comment on type platform.review_status is 'Whether the reviewed person has seen a performance review.';
comment on type platform.weekday is 'A day of the week (ISO 8601: Monday first).';

create table tenant.practitioners (
    like platform.deletable_row including defaults including generated including comments,
    user_id uuid,
    first_name text not null check (length(first_name) between 1 and 100),
    last_name text not null check (length(last_name) between 1 and 100),
    phone text check (length(phone) <= 20),
    license_number text not null check (length(license_number) between 1 and 50),
    license_authority text not null default '' check (length(license_authority) <= 200),
    license_expires_on date,
    npi text check (npi ~ '^[0-9]{10}$'),
    specialization text check (length(specialization) <= 200),
    subspecialties jsonb not null default '[]',
    education text check (length(education) <= 4000),
    years_experience smallint check (years_experience between 0 and 80),
    clinic_name text check (length(clinic_name) <= 200),
    clinic_address text check (length(clinic_address) <= 500),
    clinic_phone text check (length(clinic_phone) <= 32),
    profile_picture text check (length(profile_picture) <= 2000),
    profile_complete boolean not null default false,
    is_verified boolean not null default false,
    verified_at timestamptz,
    verified_by uuid,
    is_active boolean not null default true,
    primary key (tenant_id, id),
    unique (tenant_id, user_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, verified_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    constraint practitioners_license_key unique (tenant_id, license_authority, license_number),
    constraint practitioners_subspecialties_shape check (platform.json_matches(
        '{"type": "array", "maxItems": 50, "items": {"type": "string", "minLength": 1, "maxLength": 200}}', subspecialties)),
    check (is_verified = (verified_at is not null))
);
create index on tenant.practitioners (tenant_id, license_number);
create index on tenant.practitioners (tenant_id, verified_by);
create index on tenant.practitioners (tenant_id, last_name, first_name, id);
create index on tenant.practitioners (tenant_id, specialization);
create index on tenant.practitioners (tenant_id, npi);
create index on tenant.practitioners using gin (tenant_id, last_name platform.gin_trgm_ops);
create index on tenant.practitioners using gin (tenant_id, license_number platform.gin_trgm_ops);
create index on tenant.practitioners using gin (tenant_id, subspecialties);
comment on table tenant.practitioners is 'A licensed person who treats patients or reads images (FHIR Practitioner).';
comment on column tenant.practitioners.user_id is 'The person''s account; empty for one who does not sign in.';
comment on column tenant.practitioners.first_name is 'Given name, with title.';
comment on column tenant.practitioners.last_name is 'Family name.';
comment on column tenant.practitioners.phone is 'Telephone number.';
comment on column tenant.practitioners.license_number is 'Number of the licence, unique within the authority that gave it.';
comment on column tenant.practitioners.license_authority is 'Who gave the licence: state board, chamber.';
comment on column tenant.practitioners.license_expires_on is 'Last day of the licence.';
comment on column tenant.practitioners.npi is 'National Provider Identifier (United States, ten digits).';
comment on column tenant.practitioners.specialization is 'Field of work.';
comment on column tenant.practitioners.subspecialties is 'Narrower fields of work.';
comment on column tenant.practitioners.education is 'Degrees and schools.';
comment on column tenant.practitioners.years_experience is 'Years in the profession.';
comment on column tenant.practitioners.clinic_name is 'Name of the person''s own practice.';
comment on column tenant.practitioners.clinic_address is 'Address of that practice.';
comment on column tenant.practitioners.clinic_phone is 'Telephone number of that practice.';
comment on column tenant.practitioners.profile_picture is 'Where the picture of the person is.';
comment on column tenant.practitioners.profile_complete is 'Whether everything that is asked is answered.';
comment on column tenant.practitioners.is_verified is 'Whether the licence was checked.';
comment on column tenant.practitioners.verified_at is 'When the licence was checked.';
comment on column tenant.practitioners.verified_by is 'Who checked the licence.';
comment on column tenant.practitioners.is_active is 'Whether the person works here now.';
select platform.expose('practitioners', managed => '{is_verified:verify,verified_at:verify,verified_by:verify}',
    personal => '{first_name,last_name,phone,license_number,license_authority,license_expires_on,npi,education,clinic_name,clinic_address,clinic_phone,
                  profile_picture}');

create table tenant.departments (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    code text check (code ~ '^[A-Za-z0-9_-]{1,20}$'),
    description text check (length(description) <= 2000),
    location_id uuid,
    manager_id uuid,
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    budget bigint check (budget >= 0),
    budget_spent bigint not null default 0 check (budget_spent >= 0),
    budget_start date,
    budget_end date,
    is_active boolean not null default true,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, manager_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (budget_end >= budget_start),
    check (budget is null or currency is not null)
);
create unique index departments_name on tenant.departments (tenant_id, name) where deleted_at is null;
create unique index departments_code on tenant.departments (tenant_id, code) where deleted_at is null;
create index on tenant.departments (tenant_id, location_id);
create index on tenant.departments (tenant_id, manager_id);
comment on table tenant.departments is 'A department of the laboratory or practice, with its budget.';
comment on column tenant.departments.name is 'Name of the department.';
comment on column tenant.departments.code is 'Short name.';
comment on column tenant.departments.description is 'What it does.';
comment on column tenant.departments.location_id is 'Where it works.';
comment on column tenant.departments.manager_id is 'Who leads it.';
comment on column tenant.departments.currency is 'Currency of the budget (ISO 4217).';
comment on column tenant.departments.budget is 'What it may spend in the period, in minor units of the currency.';
comment on column tenant.departments.budget_spent is 'What it has spent in the period, in minor units of the currency.';
comment on column tenant.departments.budget_start is 'First day of the budget''s period.';
comment on column tenant.departments.budget_end is 'Last day of the budget''s period.';
comment on column tenant.departments.is_active is 'Whether work can be given to it.';
select platform.expose('departments');

create table tenant.department_equipment (
    like platform.deletable_row including defaults including generated including comments,
    department_id uuid not null,
    name text not null check (length(name) between 1 and 200),
    equipment_reference_id uuid,
    manufacturer text check (length(manufacturer) <= 200),
    model text check (length(model) <= 200),
    serial_number text check (length(serial_number) <= 100),
    asset_number text check (length(asset_number) <= 50),
    status platform.equipment_status not null default 'active',
    purchased_on date,
    purchase_price bigint check (purchase_price >= 0),
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    warranty_until date,
    last_maintenance_on date,
    next_maintenance_on date,
    maintenance_interval_days integer check (maintenance_interval_days between 1 and 3660),
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, department_id) references tenant.departments (tenant_id, id) on delete restrict,
    foreign key (equipment_reference_id) references platform.equipment_reference (id) on delete restrict,
    check (next_maintenance_on >= last_maintenance_on),
    check (warranty_until >= purchased_on),
    check (purchase_price is null or currency is not null)
);
create unique index department_equipment_asset on tenant.department_equipment (tenant_id, asset_number) where deleted_at is null;
create index on tenant.department_equipment (tenant_id, department_id);
create index on tenant.department_equipment (equipment_reference_id);
create index on tenant.department_equipment (tenant_id, status);
create index on tenant.department_equipment (tenant_id, next_maintenance_on);
create index on tenant.department_equipment (tenant_id, serial_number);
create index on tenant.department_equipment using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.department_equipment is 'A device of a department: scanner, mill, furnace, X-ray unit (FHIR Device).';
comment on column tenant.department_equipment.department_id is 'The department.';
comment on column tenant.department_equipment.name is 'Name of the device.';
comment on column tenant.department_equipment.equipment_reference_id is 'The type of device, in the catalog of equipment.';
comment on column tenant.department_equipment.manufacturer is 'Who made it.';
comment on column tenant.department_equipment.model is 'Model.';
comment on column tenant.department_equipment.serial_number is 'Serial number.';
comment on column tenant.department_equipment.asset_number is 'Number in the tenant''s own list of devices.';
comment on column tenant.department_equipment.status is 'Whether it can be used.';
comment on column tenant.department_equipment.purchased_on is 'Day on which it was bought.';
comment on column tenant.department_equipment.purchase_price is 'Price, in minor units of the currency.';
comment on column tenant.department_equipment.currency is 'Currency of the price (ISO 4217).';
comment on column tenant.department_equipment.warranty_until is 'Last day of the warranty.';
comment on column tenant.department_equipment.last_maintenance_on is 'Day of the last maintenance.';
comment on column tenant.department_equipment.next_maintenance_on is 'Day on which the next maintenance is due.';
comment on column tenant.department_equipment.maintenance_interval_days is 'Days from one maintenance to the next.';
comment on column tenant.department_equipment.notes is 'What is worth knowing about it.';
select platform.expose('department_equipment');

create table tenant.staff_profiles (
    like platform.deletable_row including defaults including generated including comments,
    user_id uuid not null,
    department_id uuid,
    employee_number text check (length(employee_number) between 1 and 50),
    job_title text check (length(job_title) <= 200),
    employment_type platform.employment_type not null default 'full_time',
    employment_status platform.employment_status not null default 'active',
    hired_on date,
    left_on date,
    weekly_hours numeric(4, 1) check (weekly_hours between 0 and 168),
    skills jsonb not null default '[]',
    phone text check (length(phone) <= 32),
    emergency_contact text check (length(emergency_contact) <= 500),
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    unique (tenant_id, user_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, department_id) references tenant.departments (tenant_id, id) on delete restrict,
    constraint staff_profiles_skills_shape check (platform.json_matches(
        '{"type": "array", "maxItems": 200, "items": {"type": "string", "minLength": 1, "maxLength": 100}}', skills)),
    check (left_on >= hired_on)
);
create unique index staff_profiles_employee_number on tenant.staff_profiles (tenant_id, employee_number) where deleted_at is null;
create index on tenant.staff_profiles (tenant_id, department_id);
create index on tenant.staff_profiles (tenant_id, employment_type);
create index on tenant.staff_profiles (tenant_id, employment_status);
create index on tenant.staff_profiles using gin (tenant_id, skills);
comment on table tenant.staff_profiles is 'Someone who is employed: department, skills, terms.';
comment on column tenant.staff_profiles.user_id is 'The person.';
comment on column tenant.staff_profiles.department_id is 'The department.';
comment on column tenant.staff_profiles.employee_number is 'Number of the person in the payroll.';
comment on column tenant.staff_profiles.job_title is 'Position.';
comment on column tenant.staff_profiles.employment_type is 'How the person is employed.';
comment on column tenant.staff_profiles.employment_status is 'Whether the person is at work.';
comment on column tenant.staff_profiles.hired_on is 'First day at work.';
comment on column tenant.staff_profiles.left_on is 'Last day at work.';
comment on column tenant.staff_profiles.weekly_hours is 'Hours of work in a week, by contract.';
comment on column tenant.staff_profiles.skills is 'What the person can do.';
comment on column tenant.staff_profiles.phone is 'Telephone number.';
comment on column tenant.staff_profiles.emergency_contact is 'Whom to call in an emergency.';
comment on column tenant.staff_profiles.notes is 'What is worth knowing.';
select platform.expose('staff_profiles', personal => '{employee_number,hired_on,left_on,phone,emergency_contact,notes}');

create table tenant.staff_schedules (
    like platform.deletable_row including defaults including generated including comments,
    staff_id uuid not null,
    location_id uuid,
    weekday platform.weekday not null,
    start_time time not null,
    end_time time not null,
    break_minutes smallint not null default 0 check (break_minutes between 0 and 480),
    valid_from date not null default current_date,
    valid_until date,
    notes text check (length(notes) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, staff_id) references tenant.staff_profiles (tenant_id, id) on delete cascade,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    check (end_time > start_time),
    check (valid_until >= valid_from),
    constraint staff_schedules_overlap exclude using gist (
        tenant_id with =, staff_id with =, weekday with =,
        int4range(extract(epoch from start_time)::integer, extract(epoch from end_time)::integer) with &&,
        daterange(valid_from, valid_until, '[]') with &&) where (deleted_at is null)
);
create index on tenant.staff_schedules (tenant_id, staff_id, weekday, start_time);
create index on tenant.staff_schedules (tenant_id, location_id);
create index on tenant.staff_schedules (tenant_id, weekday);
comment on table tenant.staff_schedules is 'When someone works in a week; a shift past midnight is two rows.';
comment on column tenant.staff_schedules.staff_id is 'Who works.';
comment on column tenant.staff_schedules.location_id is 'Where.';
comment on column tenant.staff_schedules.weekday is 'Day of the week.';
comment on column tenant.staff_schedules.start_time is 'When work begins, by the clock of the place.';
comment on column tenant.staff_schedules.end_time is 'When work ends, by the clock of the place.';
comment on column tenant.staff_schedules.break_minutes is 'Minutes of break in between.';
comment on column tenant.staff_schedules.valid_from is 'First day on which it counts.';
comment on column tenant.staff_schedules.valid_until is 'Last day on which it counts; empty while it has no end.';
comment on column tenant.staff_schedules.notes is 'What is worth knowing.';
select platform.expose('staff_schedules', personal => '{notes}');

create table tenant.performance_reviews (
    like platform.deletable_row including defaults including generated including comments,
    staff_id uuid not null,
    reviewer_id uuid,
    period_start date not null,
    period_end date not null,
    reviewed_on date not null default current_date,
    rating numeric(2, 1) not null check (rating between 1 and 5),
    quality_rating numeric(2, 1) check (quality_rating between 1 and 5),
    productivity_rating numeric(2, 1) check (productivity_rating between 1 and 5),
    teamwork_rating numeric(2, 1) check (teamwork_rating between 1 and 5),
    strengths text check (length(strengths) <= 4000),
    improvements text check (length(improvements) <= 4000),
    goals text check (length(goals) <= 4000),
    comments text check (length(comments) <= 4000),
    status platform.review_status not null default 'draft',
    acknowledged_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, staff_id) references tenant.staff_profiles (tenant_id, id) on delete cascade,
    foreign key (tenant_id, reviewer_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check (period_end >= period_start),
    check ((acknowledged_at is not null) = (status = 'acknowledged'))
);
create index on tenant.performance_reviews (tenant_id, staff_id, reviewed_on);
create index on tenant.performance_reviews (tenant_id, reviewer_id);
create index on tenant.performance_reviews (tenant_id, reviewed_on);
create index on tenant.performance_reviews (tenant_id, status);
comment on table tenant.performance_reviews is 'An evaluation of someone''s work.';
comment on column tenant.performance_reviews.staff_id is 'Who was evaluated.';
comment on column tenant.performance_reviews.reviewer_id is 'Who evaluated.';
comment on column tenant.performance_reviews.period_start is 'First day of the work that was evaluated.';
comment on column tenant.performance_reviews.period_end is 'Last day of that work.';
comment on column tenant.performance_reviews.reviewed_on is 'Day of the evaluation.';
comment on column tenant.performance_reviews.rating is 'Overall, 1 (poor) to 5 (excellent).';
comment on column tenant.performance_reviews.quality_rating is 'Quality of the work, 1 to 5.';
comment on column tenant.performance_reviews.productivity_rating is 'Amount of work, 1 to 5.';
comment on column tenant.performance_reviews.teamwork_rating is 'Work with others, 1 to 5.';
comment on column tenant.performance_reviews.strengths is 'What goes well.';
comment on column tenant.performance_reviews.improvements is 'What can be better.';
comment on column tenant.performance_reviews.goals is 'What was agreed for the next period.';
comment on column tenant.performance_reviews.comments is 'What the reviewed person says to it.';
comment on column tenant.performance_reviews.status is 'Whether the person has seen it.';
comment on column tenant.performance_reviews.acknowledged_at is 'When the person confirmed to have read it.';
select platform.expose('performance_reviews', managed => '{status:advance,acknowledged_at:acknowledge}',
    personal => '{rating,quality_rating,productivity_rating,teamwork_rating,strengths,improvements,goals,comments}');

create table tenant.dentist_profiles (
    like platform.deletable_row including defaults including generated including comments,
    user_id uuid not null,
    practitioner_id uuid,
    status platform.dentist_status not null default 'pending',
    practice_name text check (length(practice_name) <= 200),
    license_number text check (length(license_number) <= 50),
    license_authority text check (length(license_authority) <= 200),
    specialization text check (length(specialization) <= 200),
    phone text check (length(phone) <= 32),
    address_text text check (length(address_text) <= 500),
    city text check (length(city) <= 100),
    region text check (length(region) <= 100),
    postal_code text check (length(postal_code) <= 20),
    country char(2) check (country ~ '^[A-Z]{2}$'),
    account_manager_id uuid,
    partner_since date,
    discount_percent numeric(5, 2) not null default 0 check (discount_percent between 0 and 100),
    payment_terms_days smallint not null default 30 check (payment_terms_days between 0 and 365),
    rating numeric(2, 1) check (rating between 1 and 5),
    preferences jsonb not null default '{}' check (jsonb_typeof(preferences) = 'object'),
    metrics jsonb not null default '{}',
    metrics_at timestamptz,
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    unique (tenant_id, user_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, account_manager_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    constraint dentist_profiles_metrics_shape check (platform.json_matches(
        '{"type": "object", "additionalProperties": false, "properties": {
            "cases_total": {"type": "integer", "minimum": 0}, "cases_open": {"type": "integer", "minimum": 0},
            "cases_remade": {"type": "integer", "minimum": 0}, "on_time_rate": {"type": "number", "minimum": 0, "maximum": 1},
            "average_turnaround_days": {"type": "number", "minimum": 0}, "revenue_total": {"type": "integer"}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "last_case_at": {"type": "string", "maxLength": 40}}}', metrics))
);
create index on tenant.dentist_profiles (tenant_id, practitioner_id);
create index on tenant.dentist_profiles (tenant_id, account_manager_id);
create index on tenant.dentist_profiles (tenant_id, status, id);
create index on tenant.dentist_profiles (tenant_id, practice_name, id);
create index on tenant.dentist_profiles using gin (tenant_id, practice_name platform.gin_trgm_ops);
comment on table tenant.dentist_profiles is 'A dentist that the laboratory works for.';
comment on column tenant.dentist_profiles.user_id is 'The dentist''s account.';
comment on column tenant.dentist_profiles.practitioner_id is 'The same person as practitioner, where they also treat patients here.';
comment on column tenant.dentist_profiles.status is 'How the laboratory stands with the dentist.';
comment on column tenant.dentist_profiles.practice_name is 'Name of the dentist''s practice.';
comment on column tenant.dentist_profiles.license_number is 'Number of the dentist''s licence.';
comment on column tenant.dentist_profiles.license_authority is 'Who gave the licence.';
comment on column tenant.dentist_profiles.specialization is 'Field of work.';
comment on column tenant.dentist_profiles.phone is 'Telephone number.';
comment on column tenant.dentist_profiles.address_text is 'Street and number of the practice, where work is delivered.';
comment on column tenant.dentist_profiles.city is 'Town.';
comment on column tenant.dentist_profiles.region is 'State, province or county.';
comment on column tenant.dentist_profiles.postal_code is 'Postal code.';
comment on column tenant.dentist_profiles.country is 'Country (ISO 3166-1, two letters).';
comment on column tenant.dentist_profiles.account_manager_id is 'Who looks after the dentist.';
comment on column tenant.dentist_profiles.partner_since is 'First day of the partnership.';
comment on column tenant.dentist_profiles.discount_percent is 'Discount on the price list, in percent.';
comment on column tenant.dentist_profiles.payment_terms_days is 'Days from an invoice to its due date.';
comment on column tenant.dentist_profiles.rating is 'How the laboratory rates the partnership, 1 to 5.';
comment on column tenant.dentist_profiles.preferences is 'How the dentist wants work to be done: contacts, occlusion, shades, materials.';
comment on column tenant.dentist_profiles.metrics is 'Figures of the partnership: cases, remakes, punctuality, revenue in minor units; counted by the system.';
comment on column tenant.dentist_profiles.metrics_at is 'When the figures were counted.';
comment on column tenant.dentist_profiles.notes is 'What is worth knowing.';
select platform.expose('dentist_profiles', managed => '{status:advance,metrics,metrics_at}',
    personal => '{practice_name,license_number,license_authority,phone,address_text,city,postal_code,rating,notes}', silent => '{metrics,metrics_at}');

create table tenant.dentist_applications (
    like platform.deletable_row including defaults including generated including comments,
    applicant_user_id uuid,
    first_name text not null check (length(first_name) between 1 and 100),
    last_name text not null check (length(last_name) between 1 and 100),
    email text not null check (length(email) between 3 and 320),
    phone text check (length(phone) <= 32),
    practice_name text not null check (length(practice_name) between 1 and 200),
    license_number text not null check (length(license_number) between 1 and 50),
    license_authority text check (length(license_authority) <= 200),
    specialization text check (length(specialization) <= 200),
    address_text text check (length(address_text) <= 500),
    country char(2) check (country ~ '^[A-Z]{2}$'),
    expected_cases_per_month integer check (expected_cases_per_month between 0 and 100000),
    message text check (length(message) <= 4000),
    submitted_at timestamptz not null default now(),
    approval_status platform.application_status not null default 'submitted',
    reviewed_by uuid,
    reviewed_at timestamptz,
    decision_reason text check (length(decision_reason) <= 4000),
    dentist_profile_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, applicant_user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, reviewed_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, dentist_profile_id) references tenant.dentist_profiles (tenant_id, id) on delete restrict,
    check (reviewed_at >= submitted_at),
    check (approval_status not in ('approved', 'rejected') or reviewed_at is not null)
);
create index on tenant.dentist_applications (tenant_id, applicant_user_id);
create index on tenant.dentist_applications (tenant_id, reviewed_by);
create index on tenant.dentist_applications (tenant_id, dentist_profile_id);
create index on tenant.dentist_applications (tenant_id, approval_status, submitted_at, id);
create index on tenant.dentist_applications using gin (tenant_id, last_name platform.gin_trgm_ops);
create index on tenant.dentist_applications using gin (tenant_id, practice_name platform.gin_trgm_ops);
comment on table tenant.dentist_applications is 'A dentist asks the laboratory for a partnership.';
comment on column tenant.dentist_applications.applicant_user_id is 'The applicant''s account, where there is one.';
comment on column tenant.dentist_applications.first_name is 'Given name.';
comment on column tenant.dentist_applications.last_name is 'Family name.';
comment on column tenant.dentist_applications.email is 'E-mail address.';
comment on column tenant.dentist_applications.phone is 'Telephone number.';
comment on column tenant.dentist_applications.practice_name is 'Name of the practice.';
comment on column tenant.dentist_applications.license_number is 'Number of the licence.';
comment on column tenant.dentist_applications.license_authority is 'Who gave the licence.';
comment on column tenant.dentist_applications.specialization is 'Field of work.';
comment on column tenant.dentist_applications.address_text is 'Address of the practice.';
comment on column tenant.dentist_applications.country is 'Country (ISO 3166-1, two letters).';
comment on column tenant.dentist_applications.expected_cases_per_month is 'Cases that the applicant expects to send in a month.';
comment on column tenant.dentist_applications.message is 'What the applicant writes.';
comment on column tenant.dentist_applications.submitted_at is 'When it came in.';
comment on column tenant.dentist_applications.approval_status is 'How far it is.';
comment on column tenant.dentist_applications.reviewed_by is 'Who decided.';
comment on column tenant.dentist_applications.reviewed_at is 'When it was decided.';
comment on column tenant.dentist_applications.decision_reason is 'Why it was decided so.';
comment on column tenant.dentist_applications.dentist_profile_id is 'The partner that came of it.';
select platform.expose('dentist_applications',
    managed => '{submitted_at,approval_status:decide,reviewed_by:decide,reviewed_at:decide,decision_reason:decide,dentist_profile_id:decide}',
    personal => '{first_name,last_name,email,phone,practice_name,license_number,license_authority,address_text,message,decision_reason}');
