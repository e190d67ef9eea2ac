-- The calendar: rooms and chairs, appointments of all kinds, and who takes part.

create type platform.room_kind as enum
    ('operatory', 'chair', 'surgery', 'imaging', 'hygiene', 'sterilization', 'laboratory', 'consultation', 'meeting', 'virtual', 'other');
create type platform.appointment_type as enum ('visit', 'case_review', 'delivery', 'meeting', 'training');
create type platform.appointment_status as enum ('scheduled', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show');
create type platform.attendance_role as enum ('organizer', 'practitioner', 'assistant', 'attendee', 'trainer', 'driver', 'interpreter', 'guest');
create type platform.attendance_response as enum ('pending', 'accepted', 'tentative', 'declined');
comment on type platform.room_kind is 'What a room or chair is for.';
comment on type platform.appointment_type is 'What an appointment is: a patient''s visit, or work among colleagues and with dentists.';
comment on type platform.appointment_status is 'How far an appointment is.';
comment on type platform.attendance_role is 'What someone does in an appointment.';
comment on type platform.attendance_response is 'What someone answered to an invitation.';

create table tenant.rooms (
    like platform.deletable_row including defaults including generated including comments,
    location_id uuid not null,
    parent_room_id uuid,
    name text not null check (length(name) between 1 and 100),
    kind platform.room_kind not null default 'operatory',
    capacity smallint not null default 1 check (capacity between 1 and 1000),
    equipment jsonb not null default '[]',
    notes text check (length(notes) <= 2000),
    is_active boolean not null default true,
    primary key (tenant_id, id),
    unique (tenant_id, id, location_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, parent_room_id, location_id) references tenant.rooms (tenant_id, id, location_id) on delete restrict,
    constraint rooms_equipment_shape check (platform.json_matches(
        '{"type": "array", "maxItems": 100, "items": {"type": "string", "minLength": 1, "maxLength": 100}}', equipment)),
    check (parent_room_id <> id)
);
create unique index rooms_name on tenant.rooms (tenant_id, location_id, name) where deleted_at is null;
create index on tenant.rooms (tenant_id, location_id, kind);
create index on tenant.rooms (tenant_id, parent_room_id, location_id);
comment on table tenant.rooms is 'A room or chair that can be booked (FHIR Location).';
comment on column tenant.rooms.location_id is 'The place that it belongs to.';
comment on column tenant.rooms.parent_room_id is 'The room that a chair stands in.';
comment on column tenant.rooms.name is 'Name, unique in its place.';
comment on column tenant.rooms.kind is 'What it is for.';
comment on column tenant.rooms.capacity is 'People who fit in.';
comment on column tenant.rooms.equipment is 'What it is equipped with.';
comment on column tenant.rooms.notes is 'What is worth knowing about it.';
comment on column tenant.rooms.is_active is 'Whether it can be booked.';
select platform.expose('rooms');

create table tenant.appointments (
    like platform.deletable_row including defaults including generated including comments,
    appointment_type platform.appointment_type not null default 'visit',
    patient_id uuid,
    practitioner_id uuid,
    case_id uuid,
    treatment_plan_id uuid,
    location_id uuid,
    room_id uuid,
    scheduled_at timestamptz not null,
    duration integer not null default 30 check (duration between 1 and 10080),
    -- By way of UTC, because adding to a timestamptz depends on the session's time zone.
    ends_at timestamptz not null generated always as (
        (scheduled_at at time zone 'UTC' + make_interval(mins => duration)) at time zone 'UTC') stored,
    status platform.appointment_status not null default 'scheduled',
    occupies boolean not null generated always as (deleted_at is null and status not in ('cancelled', 'no_show')) stored,
    reason text not null check (length(reason) between 1 and 500),
    notes text check (length(notes) <= 4000),
    cancelled_at timestamptz,
    cancellation_reason text check (length(cancellation_reason) <= 1000),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    constraint appointments_time_key unique (tenant_id, id, scheduled_at, ends_at, occupies),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, practitioner_id) references tenant.practitioners (tenant_id, id) on delete restrict,
    foreign key (tenant_id, treatment_plan_id) references tenant.treatment_plans (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, room_id, location_id) references tenant.rooms (tenant_id, id, location_id) on delete restrict,
    foreign key (tenant_id, created_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    constraint appointments_visit check (appointment_type <> 'visit' or num_nulls(patient_id, practitioner_id) = 0),
    constraint appointments_room_location check (room_id is null or location_id is not null),
    check (cancelled_at is null or status = 'cancelled'),
    constraint appointments_patient_free exclude using gist (
        tenant_id with =, patient_id with =, tstzrange(scheduled_at, ends_at) with &&) where (occupies),
    constraint appointments_practitioner_free exclude using gist (
        tenant_id with =, practitioner_id with =, tstzrange(scheduled_at, ends_at) with &&) where (occupies),
    constraint appointments_room_free exclude using gist (
        tenant_id with =, room_id with =, tstzrange(scheduled_at, ends_at) with &&) where (occupies)
);
create index on tenant.appointments (tenant_id, patient_id, scheduled_at);
create index on tenant.appointments (tenant_id, practitioner_id, scheduled_at);
create index on tenant.appointments (tenant_id, case_id);
create index on tenant.appointments (tenant_id, treatment_plan_id);
create index on tenant.appointments (tenant_id, location_id, scheduled_at);
create index on tenant.appointments (tenant_id, room_id, location_id, scheduled_at);
create index on tenant.appointments (tenant_id, created_by);
create index on tenant.appointments (tenant_id, scheduled_at, id);
create index on tenant.appointments (tenant_id, status, scheduled_at, id);
create index on tenant.appointments (tenant_id, appointment_type, scheduled_at);
create index on tenant.appointments using gin (tenant_id, reason platform.gin_trgm_ops);
comment on table tenant.appointments is
    'A time in the calendar: visit, case review, delivery, meeting or training. Nobody and no room has two at a time (FHIR Appointment).';
comment on column tenant.appointments.appointment_type is 'What it is.';
comment on column tenant.appointments.patient_id is 'The patient; a visit has one.';
comment on column tenant.appointments.practitioner_id is 'The practitioner; a visit has one.';
comment on column tenant.appointments.case_id is 'The case that it is about.';
comment on column tenant.appointments.treatment_plan_id is 'The treatment plan that it carries on.';
comment on column tenant.appointments.location_id is 'Where it takes place.';
comment on column tenant.appointments.room_id is 'Room or chair.';
comment on column tenant.appointments.scheduled_at is 'When it begins.';
comment on column tenant.appointments.duration is 'How long it takes, in minutes.';
comment on column tenant.appointments.ends_at is 'When it ends.';
comment on column tenant.appointments.status is 'How far it is.';
comment on column tenant.appointments.occupies is 'Whether it takes up the time of its people and room; not when cancelled, missed or deleted.';
comment on column tenant.appointments.reason is 'What it is for.';
comment on column tenant.appointments.notes is 'What is worth knowing about it.';
comment on column tenant.appointments.cancelled_at is 'When it was cancelled.';
comment on column tenant.appointments.cancellation_reason is 'Why it was cancelled.';
comment on column tenant.appointments.metadata is 'Further facts about it.';
select platform.expose('appointments', managed => '{status:advance,cancelled_at:advance,cancellation_reason:advance}',
    phi => '{reason,notes,cancellation_reason,metadata}');

create table tenant.appointment_participants (
    like platform.tenant_row including defaults including comments,
    appointment_id uuid not null,
    user_id uuid,
    patient_id uuid,
    external_contact_id uuid,
    role platform.attendance_role not null default 'attendee',
    response platform.attendance_response not null default 'pending',
    is_required boolean not null default true,
    scheduled_at timestamptz not null,
    ends_at timestamptz not null,
    occupies boolean not null default true,
    notes text check (length(notes) <= 1000),
    primary key (tenant_id, id),
    unique (tenant_id, appointment_id, user_id),
    unique (tenant_id, appointment_id, patient_id),
    unique (tenant_id, appointment_id, external_contact_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, appointment_id, scheduled_at, ends_at, occupies)
        references tenant.appointments (tenant_id, id, scheduled_at, ends_at, occupies) on delete cascade on update cascade,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete cascade,
    foreign key (tenant_id, external_contact_id) references tenant.external_contacts (tenant_id, id) on delete restrict,
    check (num_nonnulls(user_id, patient_id, external_contact_id) = 1),
    constraint appointment_participants_user_free exclude using gist (
        tenant_id with =, user_id with =, tstzrange(scheduled_at, ends_at) with &&) where (occupies and response <> 'declined'),
    constraint appointment_participants_patient_free exclude using gist (
        tenant_id with =, patient_id with =, tstzrange(scheduled_at, ends_at) with &&) where (occupies and response <> 'declined')
);
create index on tenant.appointment_participants (tenant_id, appointment_id, scheduled_at, ends_at, occupies);
create index on tenant.appointment_participants (tenant_id, user_id, scheduled_at);
create index on tenant.appointment_participants (tenant_id, patient_id, scheduled_at);
create index on tenant.appointment_participants (tenant_id, external_contact_id);
comment on table tenant.appointment_participants is 'Someone who takes part in an appointment besides its patient and practitioner (FHIR Appointment.participant).';
comment on column tenant.appointment_participants.appointment_id is 'The appointment.';
comment on column tenant.appointment_participants.user_id is 'The member who takes part.';
comment on column tenant.appointment_participants.patient_id is 'The further patient who takes part.';
comment on column tenant.appointment_participants.external_contact_id is 'The person from outside who takes part.';
comment on column tenant.appointment_participants.role is 'What they do in it.';
comment on column tenant.appointment_participants.response is 'What they answered.';
comment on column tenant.appointment_participants.is_required is 'Whether it cannot take place without them.';
comment on column tenant.appointment_participants.scheduled_at is 'When the appointment begins; follows it.';
comment on column tenant.appointment_participants.ends_at is 'When the appointment ends; follows it.';
comment on column tenant.appointment_participants.occupies is 'Whether the appointment takes up time; follows it.';
comment on column tenant.appointment_participants.notes is 'What is worth knowing.';
select platform.expose('appointment_participants', phi => '{notes}', silent => '{scheduled_at,ends_at,occupies}');
