-- The star schema that reports and warehouses read: facts and dimensions as views under row security. A fact has one row for each row it
-- counts, with its id; time_key is the local date as YYYYMMDD. Deleted rows are no facts; dimensions keep them, because old facts name them.

create view analytics.dim_time with (security_barrier) as
    select t.id as tenant_id, md5(d::date::text)::uuid as id, to_char(d, 'YYYYMMDD')::integer as time_key, d::date as date,
           extract(year from d)::integer as year, extract(quarter from d)::integer as quarter, extract(month from d)::integer as month,
           extract(isoyear from d)::integer as iso_year, extract(week from d)::integer as iso_week, extract(day from d)::integer as day_of_month,
           extract(isodow from d)::integer as day_of_week, extract(isodow from d) >= 6 as is_weekend
    from platform.tenants as t
    cross join generate_series(timestamp '2000-01-01', timestamp '2049-12-31', interval '1 day') as d
    where t.id = nullif(current_setting('app.tenant', true), '')::uuid;
comment on view analytics.dim_time is 'Dimension: the days from 2000 to 2049.';
comment on column analytics.dim_time.tenant_id is 'The tenant that asks.';
comment on column analytics.dim_time.id is 'Identifier, the same for the same day.';
comment on column analytics.dim_time.time_key is 'The day as YYYYMMDD.';
comment on column analytics.dim_time.date is 'The day.';
comment on column analytics.dim_time.year is 'Year.';
comment on column analytics.dim_time.quarter is 'Quarter, 1 to 4.';
comment on column analytics.dim_time.month is 'Month, 1 to 12.';
comment on column analytics.dim_time.iso_year is 'Year of the week (ISO 8601).';
comment on column analytics.dim_time.iso_week is 'Week of the year (ISO 8601).';
comment on column analytics.dim_time.day_of_month is 'Day of the month.';
comment on column analytics.dim_time.day_of_week is 'Day of the week, Monday 1 to Sunday 7 (ISO 8601).';
comment on column analytics.dim_time.is_weekend is 'Whether it is Saturday or Sunday.';
select platform.expose('dim_time', verbs => '{read}', deidentify => '{date:keep}', in_schema => 'analytics');

create view analytics.dim_tenant with (security_barrier) as
    select t.id as tenant_id, t.id, t.name, t.type, t.parent_tenant_id, t.primary_region, t.status, t.time_zone, t.locale
    from platform.tenants as t
    where t.id = nullif(current_setting('app.tenant', true), '')::uuid;
comment on view analytics.dim_tenant is 'Dimension: the tenant.';
comment on column analytics.dim_tenant.tenant_id is 'The tenant itself.';
comment on column analytics.dim_tenant.id is 'Identifier of the tenant.';
comment on column analytics.dim_tenant.name is 'Name of the organisation.';
comment on column analytics.dim_tenant.type is 'What kind of organisation it is.';
comment on column analytics.dim_tenant.parent_tenant_id is 'The group that it belongs to.';
comment on column analytics.dim_tenant.primary_region is 'Region where its data lives.';
comment on column analytics.dim_tenant.status is 'Whether it may work on the platform.';
comment on column analytics.dim_tenant.time_zone is 'IANA time zone of its days.';
comment on column analytics.dim_tenant.locale is 'Language and region of its texts (BCP 47).';
select platform.expose('dim_tenant', verbs => '{read}', deidentify => '{name:remove}', in_schema => 'analytics');

create view analytics.dim_location with (security_barrier) as
    select l.tenant_id, l.id, l.name, l.kind, l.code, l.city, l.region, l.country, coalesce(l.time_zone, t.time_zone) as time_zone, l.is_active, l.is_deleted
    from tenant.locations as l
    join platform.tenants as t on t.id = l.tenant_id;
comment on view analytics.dim_location is 'Dimension: the places where the tenant works.';
comment on column analytics.dim_location.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.dim_location.id is 'Identifier of the place.';
comment on column analytics.dim_location.name is 'Name of the place.';
comment on column analytics.dim_location.kind is 'What kind of place it is.';
comment on column analytics.dim_location.code is 'Short name of the place.';
comment on column analytics.dim_location.city is 'Town.';
comment on column analytics.dim_location.region is 'State, province or canton.';
comment on column analytics.dim_location.country is 'Country (ISO 3166-1, two letters).';
comment on column analytics.dim_location.time_zone is 'IANA time zone of its days.';
comment on column analytics.dim_location.is_active is 'Whether work is done there.';
comment on column analytics.dim_location.is_deleted is 'Whether the row is deleted.';
select platform.expose('dim_location', verbs => '{read}', deidentify => '{name:remove,code:remove,city:remove}', in_schema => 'analytics');

create view analytics.dim_provider with (security_barrier) as
    select p.tenant_id, p.id, p.user_id, p.first_name, p.last_name, p.specialization, p.years_experience, p.is_verified, p.is_active, p.is_deleted
    from tenant.practitioners as p;
comment on view analytics.dim_provider is 'Dimension: who treats patients.';
comment on column analytics.dim_provider.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.dim_provider.id is 'Identifier of the practitioner.';
comment on column analytics.dim_provider.user_id is 'The person''s account.';
comment on column analytics.dim_provider.first_name is 'Given name.';
comment on column analytics.dim_provider.last_name is 'Family name.';
comment on column analytics.dim_provider.specialization is 'What they specialise in.';
comment on column analytics.dim_provider.years_experience is 'Years of practice.';
comment on column analytics.dim_provider.is_verified is 'Whether the licence was checked.';
comment on column analytics.dim_provider.is_active is 'Whether they treat patients now.';
comment on column analytics.dim_provider.is_deleted is 'Whether the row is deleted.';
select platform.expose('dim_provider', verbs => '{read}', personal => '{first_name,last_name}', in_schema => 'analytics');

create view analytics.dim_payer with (security_barrier) as
    select p.tenant_id, p.id, p.name, p.kind, p.payer_code, p.country, p.is_active, p.is_deleted
    from tenant.payers as p;
comment on view analytics.dim_payer is 'Dimension: who pays for treatment instead of the patient.';
comment on column analytics.dim_payer.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.dim_payer.id is 'Identifier of the payer.';
comment on column analytics.dim_payer.name is 'Name of the payer.';
comment on column analytics.dim_payer.kind is 'What kind of organisation it is.';
comment on column analytics.dim_payer.payer_code is 'Its number at the clearing house.';
comment on column analytics.dim_payer.country is 'Country (ISO 3166-1, two letters).';
comment on column analytics.dim_payer.is_active is 'Whether new policies may name it.';
comment on column analytics.dim_payer.is_deleted is 'Whether the row is deleted.';
select platform.expose('dim_payer', verbs => '{read}', in_schema => 'analytics');

create view analytics.dim_procedure with (security_barrier) as
    select s.tenant_id, md5(concat_ws(' ', s.tenant_id, s.code))::uuid as id, s.code, max(s.name) as name, max(s.category) as category,
           bool_or(s.in_catalog) as in_catalog
    from (
        select c.tenant_id, c.code, c.name, c.category, true as in_catalog from tenant.procedure_catalog as c where c.deleted_at is null
        union all
        select p.tenant_id, p.cdt_code, null as name, null as category, false from tenant.procedures as p where p.deleted_at is null
    ) as s
    group by s.tenant_id, s.code;
comment on view analytics.dim_procedure is 'Dimension: the services, of the catalog and as they were recorded.';
comment on column analytics.dim_procedure.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.dim_procedure.id is 'Identifier, the same for the same code.';
comment on column analytics.dim_procedure.code is 'Code of the service (CDT or the tenant''s own).';
comment on column analytics.dim_procedure.name is 'Name of the service.';
comment on column analytics.dim_procedure.category is 'Category of the service.';
comment on column analytics.dim_procedure.in_catalog is 'Whether the tenant''s catalog has it.';
select platform.expose('dim_procedure', verbs => '{read}', in_schema => 'analytics');

create view analytics.dim_condition with (security_barrier) as
    select s.tenant_id, md5(concat_ws(' ', s.tenant_id, s.code_system, s.code))::uuid as id, s.code_system, s.code, max(s.display) as display
    from (
        select c.tenant_id, c.code_system, c.code, c.display from tenant.patient_conditions as c where c.code is not null and c.deleted_at is null
        union all
        select d.tenant_id, d.code_system, d.code, d.display from tenant.encounter_diagnoses as d where d.deleted_at is null
    ) as s
    group by s.tenant_id, s.code_system, s.code;
comment on view analytics.dim_condition is 'Dimension: the coded conditions and diagnoses that were recorded.';
comment on column analytics.dim_condition.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.dim_condition.id is 'Identifier, the same for the same code.';
comment on column analytics.dim_condition.code_system is 'List that the code comes from.';
comment on column analytics.dim_condition.code is 'Code of the condition.';
comment on column analytics.dim_condition.display is 'Name of the condition.';
select platform.expose('dim_condition', verbs => '{read}', in_schema => 'analytics');

create view analytics.fact_patient_cohorts with (security_barrier) as
    select s.tenant_id, s.id, s.id as patient_id,
           md5(concat_ws(' ', s.tenant_id, s.age_band, s.sex_at_birth, s.status, s.is_insured))::uuid as patient_segment_id,
           s.age_band, s.sex_at_birth, s.status, s.is_insured, s.primary_location_id as location_id, s.primary_practitioner_id as provider_id,
           to_char(s.registered, 'YYYYMMDD')::integer as time_key, date_trunc('month', s.registered)::date as cohort_month,
           e.first_encounter_at, e.last_encounter_at, e.encounter_count, coalesce(e.last_encounter_at >= now() - interval '1 year', false) as is_recent
    from (
        select p.tenant_id, p.id, p.sex_at_birth, p.status, p.primary_location_id, p.primary_practitioner_id,
               p.created_at at time zone t.time_zone as registered,
               case when a.age is null then 'unknown' when a.age < 6 then '0-5' when a.age < 13 then '6-12' when a.age < 18 then '13-17'
                    when a.age < 35 then '18-34' when a.age < 50 then '35-49' when a.age < 65 then '50-64' when a.age < 80 then '65-79'
                    else '80+' end as age_band,
               exists (
                   select from tenant.patient_insurance_policies as i
                   where i.tenant_id = p.tenant_id and i.patient_id = p.id and i.deleted_at is null
                     and coalesce(i.coverage_end >= current_date, true)) as is_insured
        from tenant.patients as p
        join platform.tenants as t on t.id = p.tenant_id
        cross join lateral (select extract(year from age(coalesce(p.deceased_on, current_date), p.dob)) as age) as a
        where p.deleted_at is null
    ) as s
    cross join lateral (
        select min(e.scheduled_start_at) as first_encounter_at, max(e.scheduled_start_at) as last_encounter_at, count(*) as encounter_count
        from tenant.encounters as e
        where e.tenant_id = s.tenant_id and e.patient_id = s.id and e.status = 'completed' and e.deleted_at is null) as e;
comment on view analytics.fact_patient_cohorts is 'Fact: a patient, the month in which they came to the practice, their segment, and whether they came back.';
comment on column analytics.fact_patient_cohorts.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.fact_patient_cohorts.id is 'Identifier of the patient.';
comment on column analytics.fact_patient_cohorts.patient_id is 'The patient.';
comment on column analytics.fact_patient_cohorts.patient_segment_id is 'The segment that the patient belongs to now.';
comment on column analytics.fact_patient_cohorts.age_band is 'Age in years, in bands.';
comment on column analytics.fact_patient_cohorts.sex_at_birth is 'Sex at birth.';
comment on column analytics.fact_patient_cohorts.status is 'Whether the patient is in care.';
comment on column analytics.fact_patient_cohorts.is_insured is 'Whether the patient has a policy that has not ended.';
comment on column analytics.fact_patient_cohorts.location_id is 'Where the patient is usually seen.';
comment on column analytics.fact_patient_cohorts.provider_id is 'Who usually treats the patient.';
comment on column analytics.fact_patient_cohorts.time_key is 'Day on which the patient was registered.';
comment on column analytics.fact_patient_cohorts.cohort_month is 'First day of the month in which the patient was registered.';
comment on column analytics.fact_patient_cohorts.first_encounter_at is 'First visit.';
comment on column analytics.fact_patient_cohorts.last_encounter_at is 'Last visit.';
comment on column analytics.fact_patient_cohorts.encounter_count is 'Number of visits.';
comment on column analytics.fact_patient_cohorts.is_recent is 'Whether the patient came within a year.';
select platform.expose('fact_patient_cohorts', verbs => '{read}',
    phi => '{age_band,sex_at_birth,is_insured,time_key,cohort_month,first_encounter_at,last_encounter_at}',
    deidentify => '{age_band:keep,sex_at_birth:keep,is_insured:keep}', in_schema => 'analytics');

create view analytics.dim_patient_segment with (security_barrier) as
    select c.tenant_id, c.patient_segment_id as id, c.age_band, c.sex_at_birth, c.status, c.is_insured, count(*) as patient_count
    from analytics.fact_patient_cohorts as c
    group by 1, 2, 3, 4, 5, 6;
comment on view analytics.dim_patient_segment is 'Dimension: segments of patients by age, sex, status and insurance.';
comment on column analytics.dim_patient_segment.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.dim_patient_segment.id is 'Identifier, the same for the same segment.';
comment on column analytics.dim_patient_segment.age_band is 'Age in years, in bands.';
comment on column analytics.dim_patient_segment.sex_at_birth is 'Sex at birth.';
comment on column analytics.dim_patient_segment.status is 'Whether the patients are in care.';
comment on column analytics.dim_patient_segment.is_insured is 'Whether they have a policy that has not ended.';
comment on column analytics.dim_patient_segment.patient_count is 'Number of patients.';
select platform.expose('dim_patient_segment', verbs => '{read}', in_schema => 'analytics');

create view analytics.fact_encounters with (security_barrier) as
    select e.tenant_id, e.id, to_char(e.scheduled_start_at at time zone coalesce(l.time_zone, t.time_zone), 'YYYYMMDD')::integer as time_key,
           e.patient_id, e.location_id, e.provider_id, d.condition_id, e.encounter_type, e.status,
           round((extract(epoch from e.check_in_at - e.scheduled_start_at) / 60)::numeric, 1) as arrival_delay_minutes,
           round((extract(epoch from e.check_out_at - e.check_in_at) / 60)::numeric, 1) as duration_minutes,
           d.diagnosis_count, p.procedure_count
    from tenant.encounters as e
    join platform.tenants as t on t.id = e.tenant_id
    left join tenant.locations as l on l.tenant_id = e.tenant_id and l.id = e.location_id
    cross join lateral (
        select count(*) as diagnosis_count,
               (array_agg(md5(concat_ws(' ', d.tenant_id, d.code_system, d.code))::uuid order by d.role, d.sequence_order))[1] as condition_id
        from tenant.encounter_diagnoses as d
        where d.tenant_id = e.tenant_id and d.encounter_id = e.id and d.deleted_at is null) as d
    cross join lateral (
        select count(*) as procedure_count
        from tenant.procedures as p
        where p.tenant_id = e.tenant_id and p.encounter_id = e.id and p.deleted_at is null) as p
    where e.deleted_at is null;
comment on view analytics.fact_encounters is 'Fact: a visit.';
comment on column analytics.fact_encounters.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.fact_encounters.id is 'Identifier of the visit.';
comment on column analytics.fact_encounters.time_key is 'Day of the visit.';
comment on column analytics.fact_encounters.patient_id is 'The patient.';
comment on column analytics.fact_encounters.location_id is 'Where it was.';
comment on column analytics.fact_encounters.provider_id is 'Who saw the patient.';
comment on column analytics.fact_encounters.condition_id is 'The leading diagnosis.';
comment on column analytics.fact_encounters.encounter_type is 'What kind of visit it was.';
comment on column analytics.fact_encounters.status is 'How it ended.';
comment on column analytics.fact_encounters.arrival_delay_minutes is 'Minutes from the planned time to the arrival; below zero is early.';
comment on column analytics.fact_encounters.duration_minutes is 'Minutes from arrival to departure.';
comment on column analytics.fact_encounters.diagnosis_count is 'Number of diagnoses.';
comment on column analytics.fact_encounters.procedure_count is 'Number of treatments.';
select platform.expose('fact_encounters', verbs => '{read}', phi => '{time_key,condition_id}', in_schema => 'analytics');

create view analytics.fact_procedures with (security_barrier) as
    select p.tenant_id, p.id,
           to_char(coalesce(p.start_at, e.scheduled_start_at, p.created_at) at time zone coalesce(l.time_zone, t.time_zone), 'YYYYMMDD')::integer as time_key,
           p.patient_id, p.encounter_id, e.location_id, p.provider_id, md5(concat_ws(' ', p.tenant_id, p.cdt_code))::uuid as procedure_id,
           p.status, p.tooth_number, p.quantity, round((extract(epoch from p.end_at - p.start_at) / 60)::numeric, 1) as duration_minutes,
           p.fee as fee_amount, p.currency
    from tenant.procedures as p
    join platform.tenants as t on t.id = p.tenant_id
    left join tenant.encounters as e on e.tenant_id = p.tenant_id and e.id = p.encounter_id
    left join tenant.locations as l on l.tenant_id = e.tenant_id and l.id = e.location_id
    where p.deleted_at is null;
comment on view analytics.fact_procedures is 'Fact: a treatment that was done.';
comment on column analytics.fact_procedures.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.fact_procedures.id is 'Identifier of the treatment.';
comment on column analytics.fact_procedures.time_key is 'Day of the treatment.';
comment on column analytics.fact_procedures.patient_id is 'The patient.';
comment on column analytics.fact_procedures.encounter_id is 'The visit.';
comment on column analytics.fact_procedures.location_id is 'Where it was done.';
comment on column analytics.fact_procedures.provider_id is 'Who did it.';
comment on column analytics.fact_procedures.procedure_id is 'The service, in dim_procedure.';
comment on column analytics.fact_procedures.status is 'How it ended.';
comment on column analytics.fact_procedures.tooth_number is 'Tooth number, FDI two-digit notation (ISO 3950).';
comment on column analytics.fact_procedures.quantity is 'How many.';
comment on column analytics.fact_procedures.duration_minutes is 'Minutes that it took.';
comment on column analytics.fact_procedures.fee_amount is 'Fee, in minor units of the currency.';
comment on column analytics.fact_procedures.currency is 'Currency of the fee (ISO 4217).';
select platform.expose('fact_procedures', verbs => '{read}', phi => '{time_key,tooth_number}',
    deidentify => '{tooth_number:keep}', in_schema => 'analytics');

create view analytics.fact_claims with (security_barrier) as
    select c.tenant_id, c.id, to_char(coalesce(c.submitted_at, c.created_at) at time zone coalesce(l.time_zone, t.time_zone), 'YYYYMMDD')::integer as time_key,
           c.patient_id, c.payer_id, c.provider_id, c.location_id, c.encounter_id, c.use, c.status, n.line_count, v.submission_count,
           c.currency, c.total_billed_amount, c.total_allowed_amount, c.total_paid_amount, c.patient_responsibility_amount,
           round((extract(epoch from c.adjudicated_at - c.submitted_at) / 86400)::numeric, 1) as days_to_adjudication,
           round((extract(epoch from c.paid_at - c.submitted_at) / 86400)::numeric, 1) as days_to_payment,
           v.was_denied, v.was_appealed
    from tenant.claims as c
    join platform.tenants as t on t.id = c.tenant_id
    left join tenant.locations as l on l.tenant_id = c.tenant_id and l.id = c.location_id
    cross join lateral (
        select count(*) as line_count
        from tenant.claim_lines as n
        where n.tenant_id = c.tenant_id and n.claim_id = c.id and n.deleted_at is null) as n
    cross join lateral (
        select count(*) filter (where v.event_type = 'submitted') as submission_count, coalesce(bool_or(v.event_type = 'denied'), false) as was_denied,
               coalesce(bool_or(v.event_type = 'appealed'), false) as was_appealed
        from tenant.claim_status_events as v
        where v.tenant_id = c.tenant_id and v.claim_id = c.id) as v
    where c.deleted_at is null;
comment on view analytics.fact_claims is 'Fact: a claim and what came of it. Amounts in minor units.';
comment on column analytics.fact_claims.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.fact_claims.id is 'Identifier of the claim.';
comment on column analytics.fact_claims.time_key is 'Day on which it was first sent, or made.';
comment on column analytics.fact_claims.patient_id is 'The patient.';
comment on column analytics.fact_claims.payer_id is 'Who is to pay.';
comment on column analytics.fact_claims.provider_id is 'Who treated the patient.';
comment on column analytics.fact_claims.location_id is 'Where the patient was treated.';
comment on column analytics.fact_claims.encounter_id is 'The visit.';
comment on column analytics.fact_claims.use is 'Whether payment is asked for, or what the payer would pay.';
comment on column analytics.fact_claims.status is 'How far it is.';
comment on column analytics.fact_claims.line_count is 'Number of services.';
comment on column analytics.fact_claims.submission_count is 'How often it was sent.';
comment on column analytics.fact_claims.currency is 'Currency of the amounts (ISO 4217).';
comment on column analytics.fact_claims.total_billed_amount is 'What is charged.';
comment on column analytics.fact_claims.total_allowed_amount is 'What the payer allows.';
comment on column analytics.fact_claims.total_paid_amount is 'What the payer paid.';
comment on column analytics.fact_claims.patient_responsibility_amount is 'What is left to the patient.';
comment on column analytics.fact_claims.days_to_adjudication is 'Days from the first sending to the decision.';
comment on column analytics.fact_claims.days_to_payment is 'Days from the first sending to the payment.';
comment on column analytics.fact_claims.was_denied is 'Whether the payer ever denied it.';
comment on column analytics.fact_claims.was_appealed is 'Whether a decision was appealed.';
select platform.expose('fact_claims', verbs => '{read}', phi => '{time_key}', in_schema => 'analytics');

create view analytics.fact_appointments with (security_barrier) as
    select a.tenant_id, a.id, to_char(a.scheduled_at at time zone z.time_zone, 'YYYYMMDD')::integer as time_key,
           extract(hour from a.scheduled_at at time zone z.time_zone)::integer as hour_of_day,
           a.appointment_type, a.patient_id, a.practitioner_id as provider_id, a.location_id, a.case_id, a.status, a.duration as duration_minutes,
           round((extract(epoch from a.scheduled_at - a.created_at) / 86400)::numeric, 1) as lead_days,
           a.status = 'cancelled' as is_cancelled, a.status = 'no_show' as is_no_show
    from tenant.appointments as a
    join platform.tenants as t on t.id = a.tenant_id
    left join tenant.locations as l on l.tenant_id = a.tenant_id and l.id = a.location_id
    cross join lateral (select coalesce(l.time_zone, t.time_zone) as time_zone) as z
    where a.deleted_at is null;
comment on view analytics.fact_appointments is 'Fact: an appointment of whichever kind.';
comment on column analytics.fact_appointments.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.fact_appointments.id is 'Identifier of the appointment.';
comment on column analytics.fact_appointments.time_key is 'Day of the appointment.';
comment on column analytics.fact_appointments.hour_of_day is 'Hour in which it begins, 0 to 23.';
comment on column analytics.fact_appointments.appointment_type is 'What it is for.';
comment on column analytics.fact_appointments.patient_id is 'The patient.';
comment on column analytics.fact_appointments.provider_id is 'Who sees the patient.';
comment on column analytics.fact_appointments.location_id is 'Where it is.';
comment on column analytics.fact_appointments.case_id is 'The case that it is about.';
comment on column analytics.fact_appointments.status is 'How far it is.';
comment on column analytics.fact_appointments.duration_minutes is 'Planned length, in minutes.';
comment on column analytics.fact_appointments.lead_days is 'Days from its booking to the appointment.';
comment on column analytics.fact_appointments.is_cancelled is 'Whether it was cancelled.';
comment on column analytics.fact_appointments.is_no_show is 'Whether the patient did not come.';
select platform.expose('fact_appointments', verbs => '{read}', phi => '{time_key,hour_of_day}', deidentify => '{hour_of_day:keep}', in_schema => 'analytics');

create view analytics.fact_ai_inferences with (security_barrier) as
    select j.tenant_id, j.id, to_char(coalesce(j.started_at, j.created_at) at time zone t.time_zone, 'YYYYMMDD')::integer as time_key,
           j.patient_id, v.model_id, j.model_version_id, v.version_tag, j.input_type, j.status,
           round((extract(epoch from j.completed_at - j.started_at) * 1000)::numeric)::bigint as duration_ms,
           p.prediction_count, p.average_confidence, p.confirmed_count, p.rejected_count, p.edited_count, p.unreviewed_count
    from tenant.ai_inference_jobs as j
    join platform.tenants as t on t.id = j.tenant_id
    join platform.ai_model_versions as v on v.id = j.model_version_id
    cross join lateral (
        select count(*) as prediction_count, round(avg(p.confidence), 4) as average_confidence,
               count(*) filter (where p.review_state = 'confirmed') as confirmed_count,
               count(*) filter (where p.review_state = 'rejected') as rejected_count,
               count(*) filter (where p.review_state = 'edited') as edited_count,
               count(*) filter (where p.review_state = 'unreviewed') as unreviewed_count
        from tenant.ai_predictions as p
        where p.tenant_id = j.tenant_id and p.job_id = j.id) as p;
comment on view analytics.fact_ai_inferences is 'Fact: a run of an AI model, its findings and what people said of them.';
comment on column analytics.fact_ai_inferences.tenant_id is 'The tenant that the row belongs to.';
comment on column analytics.fact_ai_inferences.id is 'Identifier of the run.';
comment on column analytics.fact_ai_inferences.time_key is 'Day of the run.';
comment on column analytics.fact_ai_inferences.patient_id is 'The patient.';
comment on column analytics.fact_ai_inferences.model_id is 'The model.';
comment on column analytics.fact_ai_inferences.model_version_id is 'The version of the model.';
comment on column analytics.fact_ai_inferences.version_tag is 'Name of the version.';
comment on column analytics.fact_ai_inferences.input_type is 'What was analysed.';
comment on column analytics.fact_ai_inferences.status is 'How it ended.';
comment on column analytics.fact_ai_inferences.duration_ms is 'How long it took, in milliseconds.';
comment on column analytics.fact_ai_inferences.prediction_count is 'Number of findings.';
comment on column analytics.fact_ai_inferences.average_confidence is 'Mean confidence of the findings, 0 to 1.';
comment on column analytics.fact_ai_inferences.confirmed_count is 'Findings that a person confirmed.';
comment on column analytics.fact_ai_inferences.rejected_count is 'Findings that a person rejected.';
comment on column analytics.fact_ai_inferences.edited_count is 'Findings that a person corrected.';
comment on column analytics.fact_ai_inferences.unreviewed_count is 'Findings that nobody has judged.';
select platform.expose('fact_ai_inferences', verbs => '{read}', phi => '{time_key,input_type}', deidentify => '{input_type:keep}', in_schema => 'analytics');
