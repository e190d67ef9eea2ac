-- Money: what is charged to whom, what was paid, what the platform meters, and what services cost.
-- Amounts are whole minor units of a currency (ISO 4217); rates are per cent.

create type platform.invoice_kind as enum ('lab', 'patient', 'platform');
create type platform.invoice_status as enum ('draft', 'sent', 'paid', 'overdue', 'cancelled', 'refunded');
create type platform.invoice_item_type as enum
    ('laboratory_work', 'treatment', 'materials', 'shipping', 'subscription_fees', 'ai_overages', 'storage_overages', 'support', 'discount',
     'other');
create type platform.payment_method as enum
    ('credit_card', 'debit_card', 'bank_transfer', 'direct_debit', 'check', 'cash', 'insurance', 'other');
create type platform.usage_meter_code as enum ('ai_inferences', 'storage_gb', 'active_users', 'api_calls');
create type platform.usage_aggregation as enum ('sum', 'maximum', 'average');
create type platform.procedure_category as enum
    ('diagnostic', 'preventive', 'restorative', 'endodontics', 'periodontics', 'prosthodontics_removable', 'maxillofacial_prosthetics',
     'implant_services', 'prosthodontics_fixed', 'oral_surgery', 'orthodontics', 'adjunctive', 'laboratory', 'other');
comment on type platform.invoice_kind is 'Who charges whom: a laboratory its dentists, a practice its patients, the platform its tenants.';
comment on type platform.invoice_status is 'How far an invoice is.';
comment on type platform.invoice_item_type is 'What a line of an invoice charges for.';
comment on type platform.payment_method is 'How money was paid.';
comment on type platform.usage_meter_code is 'What of the platform''s use is metered.';
comment on type platform.usage_aggregation is 'How the readings of a period become one value.';
comment on type platform.procedure_category is 'Category of a dental service, after the twelve of CDT.';

create table tenant.tenant_billing_accounts (
    like platform.deletable_row including defaults including generated including comments,
    legal_name text not null check (length(legal_name) between 1 and 200),
    tax_number text check (length(tax_number) <= 50),
    contact_name text check (length(contact_name) <= 200),
    contact_email text check (length(contact_email) between 3 and 320),
    contact_phone text check (length(contact_phone) <= 50),
    billing_address jsonb not null default '{}',
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    payment_terms_days smallint not null default 30 check (payment_terms_days between 0 and 365),
    payment_method platform.payment_method,
    payment_method_label text check (length(payment_method_label) <= 100),
    payment_method_token bytea,
    payment_method_encryption jsonb check (jsonb_typeof(payment_method_encryption) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    constraint billing_address_shape check (platform.json_matches('{
        "type": "object", "additionalProperties": false, "properties": {
            "line1": {"type": "string", "maxLength": 200}, "line2": {"type": "string", "maxLength": 200},
            "city": {"type": "string", "maxLength": 100}, "region": {"type": "string", "maxLength": 100},
            "postal_code": {"type": "string", "maxLength": 20}, "country": {"type": "string", "pattern": "^[A-Z]{2}$"}
        }}', billing_address)),
    check ((payment_method_token is null) = (payment_method_encryption is null))
);
comment on table tenant.tenant_billing_accounts is 'How the platform bills the tenant: contact, address, means of payment.';
comment on column tenant.tenant_billing_accounts.legal_name is 'Name of the organisation on invoices.';
comment on column tenant.tenant_billing_accounts.tax_number is 'Tax number of the organisation.';
comment on column tenant.tenant_billing_accounts.contact_name is 'Who receives the invoices.';
comment on column tenant.tenant_billing_accounts.contact_email is 'E-mail address for invoices.';
comment on column tenant.tenant_billing_accounts.contact_phone is 'Telephone number for questions about invoices.';
comment on column tenant.tenant_billing_accounts.billing_address is 'Address on invoices: line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2).';
comment on column tenant.tenant_billing_accounts.currency is 'Currency of the invoices (ISO 4217).';
comment on column tenant.tenant_billing_accounts.payment_terms_days is 'Days to pay an invoice.';
comment on column tenant.tenant_billing_accounts.payment_method is 'How invoices are paid.';
comment on column tenant.tenant_billing_accounts.payment_method_label is 'The means of payment as it may be shown, such as the last four digits of a card.';
comment on column tenant.tenant_billing_accounts.payment_method_token is 'Token of the payment service for the means of payment, encrypted.';
comment on column tenant.tenant_billing_accounts.payment_method_encryption is 'How the token is encrypted: key, algorithm, nonce.';
select platform.expose('tenant_billing_accounts', managed => '{payment_method_label:set_payment_method}',
    personal => '{contact_name,contact_email,contact_phone,billing_address,payment_method_label}',
    secret => '{payment_method_token,payment_method_encryption}');

create table platform.usage_meters (
    like platform.global_row including defaults including comments,
    code platform.usage_meter_code not null unique,
    name text not null check (length(name) between 1 and 100),
    unit text not null check (length(unit) between 1 and 20),
    aggregation platform.usage_aggregation not null default 'sum',
    description text not null check (length(description) <= 1000),
    primary key (id)
);
comment on table platform.usage_meters is 'What of the platform''s use is metered, and how.';
comment on column platform.usage_meters.code is 'Which use it is.';
comment on column platform.usage_meters.name is 'Name of the meter.';
comment on column platform.usage_meters.unit is 'Unit of its readings.';
comment on column platform.usage_meters.aggregation is 'How the readings of a period become one value.';
comment on column platform.usage_meters.description is 'What is counted.';
insert into platform.usage_meters (code, name, unit, aggregation, description) values
    ('ai_inferences', 'AI inferences', 'inference', 'sum', 'Analyses of images, reports or records by a model that ended well.'),
    ('storage_gb', 'Storage', 'GB', 'maximum', 'Stored bytes, in units of 10^9.'),
    ('active_users', 'Active users', 'user', 'maximum', 'Members who signed in during the period.'),
    ('api_calls', 'API calls', 'call', 'sum', 'Requests to the API that were answered.');
select platform.expose('usage_meters', verbs => '{read}', in_schema => 'platform');

create table tenant.usage_meter_readings (
    like platform.tenant_row including defaults including comments,
    meter_id uuid not null references platform.usage_meters on delete restrict,
    period_start date not null,
    period_end date not null,
    quantity numeric(20, 4) not null check (quantity >= 0),
    included_quantity numeric(20, 4) not null default 0 check (included_quantity >= 0),
    overage_quantity numeric(20, 4) not null generated always as (greatest(quantity - included_quantity, 0)) stored,
    measured_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, meter_id, period_start, period_end),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    check (period_end >= period_start)
);
create index on tenant.usage_meter_readings (meter_id);
create index on tenant.usage_meter_readings (tenant_id, period_start);
comment on table tenant.usage_meter_readings is 'How much a tenant used in a period, by one meter.';
comment on column tenant.usage_meter_readings.meter_id is 'The meter.';
comment on column tenant.usage_meter_readings.period_start is 'First day of the period.';
comment on column tenant.usage_meter_readings.period_end is 'Last day of the period.';
comment on column tenant.usage_meter_readings.quantity is 'What was used, in the meter''s unit.';
comment on column tenant.usage_meter_readings.included_quantity is 'What the plan includes.';
comment on column tenant.usage_meter_readings.overage_quantity is 'What was used beyond the plan.';
comment on column tenant.usage_meter_readings.measured_at is 'When it was last counted.';
select platform.expose('usage_meter_readings', verbs => '{read}', silent => '{quantity,overage_quantity,measured_at}');

create table tenant.procedure_catalog (
    like platform.deletable_row including defaults including generated including comments,
    code_system platform.coding_system not null default 'custom',
    code text not null check (length(code) between 1 and 20 and code !~ '[[:cntrl:]]'),
    name text not null check (length(name) between 1 and 200),
    description text check (length(description) <= 4000),
    category platform.procedure_category not null default 'other',
    procedure_type platform.procedure_type,
    duration_minutes smallint check (duration_minutes between 1 and 1440),
    requires_tooth boolean not null default false,
    requires_surface boolean not null default false,
    is_active boolean not null default true,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    check (code_system <> 'cdt' or code ~ '^D[0-9]{4}$')
);
create unique index procedure_catalog_code on tenant.procedure_catalog (tenant_id, code_system, code) where deleted_at is null;
create index on tenant.procedure_catalog (tenant_id, code);
create index on tenant.procedure_catalog (tenant_id, category, is_active);
create index on tenant.procedure_catalog using gin (tenant_id, name platform.gin_trgm_ops);
create index on tenant.procedure_catalog using gin (tenant_id, description platform.gin_trgm_ops);
comment on table tenant.procedure_catalog is 'The services of the tenant: codes of CDT and codes of its own (FHIR ChargeItemDefinition).';
comment on column tenant.procedure_catalog.code_system is 'List that the code comes from: CDT, or the tenant''s own.';
comment on column tenant.procedure_catalog.code is 'Code of the service; in CDT a D and four digits.';
comment on column tenant.procedure_catalog.name is 'Name of the service.';
comment on column tenant.procedure_catalog.description is 'What the service is.';
comment on column tenant.procedure_catalog.category is 'Category of the service.';
comment on column tenant.procedure_catalog.procedure_type is 'What a laboratory makes for it.';
comment on column tenant.procedure_catalog.duration_minutes is 'Minutes that it takes as a rule.';
comment on column tenant.procedure_catalog.requires_tooth is 'Whether it is done at a certain tooth.';
comment on column tenant.procedure_catalog.requires_surface is 'Whether it is done at a certain surface of a tooth.';
comment on column tenant.procedure_catalog.is_active is 'Whether it is still offered.';
select platform.expose('procedure_catalog');

create table tenant.fee_schedules (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    location_id uuid,
    payer_id uuid,
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    valid_from date not null default current_date,
    valid_until date,
    is_active boolean not null default true,
    notes text check (length(notes) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, payer_id) references tenant.payers (tenant_id, id) on delete restrict,
    check (valid_until >= valid_from)
);
create index on tenant.fee_schedules (tenant_id, location_id, valid_from);
create index on tenant.fee_schedules (tenant_id, payer_id, valid_from);
create index on tenant.fee_schedules using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.fee_schedules is 'A list of fees: of the tenant, of one place, or agreed with one payer.';
comment on column tenant.fee_schedules.name is 'Name of the list.';
comment on column tenant.fee_schedules.location_id is 'The place that it is for; empty for all.';
comment on column tenant.fee_schedules.payer_id is 'The payer that it was agreed with; empty for everyone.';
comment on column tenant.fee_schedules.currency is 'Currency of the fees (ISO 4217).';
comment on column tenant.fee_schedules.valid_from is 'First day on which it counts.';
comment on column tenant.fee_schedules.valid_until is 'Last day on which it counts.';
comment on column tenant.fee_schedules.is_active is 'Whether it is used.';
comment on column tenant.fee_schedules.notes is 'What else was agreed.';
select platform.expose('fee_schedules');

create table tenant.fee_schedule_items (
    like platform.deletable_row including defaults including generated including comments,
    fee_schedule_id uuid not null,
    procedure_catalog_id uuid not null,
    fee_amount bigint not null check (fee_amount >= 0),
    allowed_amount bigint check (allowed_amount >= 0),
    coverage_percent numeric(5, 2) check (coverage_percent between 0 and 100),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, fee_schedule_id) references tenant.fee_schedules (tenant_id, id) on delete cascade,
    foreign key (tenant_id, procedure_catalog_id) references tenant.procedure_catalog (tenant_id, id) on delete restrict
);
create unique index fee_schedule_items_service on tenant.fee_schedule_items (tenant_id, fee_schedule_id, procedure_catalog_id) where deleted_at is null;
create index on tenant.fee_schedule_items (tenant_id, fee_schedule_id);
create index on tenant.fee_schedule_items (tenant_id, procedure_catalog_id);
comment on table tenant.fee_schedule_items is 'The fee for one service in a list of fees.';
comment on column tenant.fee_schedule_items.fee_schedule_id is 'The list.';
comment on column tenant.fee_schedule_items.procedure_catalog_id is 'The service.';
comment on column tenant.fee_schedule_items.fee_amount is 'What is charged, in minor units of the list''s currency.';
comment on column tenant.fee_schedule_items.allowed_amount is 'Most that the payer allows, in minor units of the list''s currency.';
comment on column tenant.fee_schedule_items.coverage_percent is 'Share of the allowed amount that the payer bears, in per cent.';
select platform.expose('fee_schedule_items');

create table tenant.invoices (
    like platform.deletable_row including defaults including generated including comments,
    kind platform.invoice_kind not null,
    status platform.invoice_status not null default 'draft',
    series text check (series ~ '^[a-z0-9][a-z0-9_-]{0,49}$'),
    sequence_number bigint check (sequence_number > 0),
    invoice_number text check (length(invoice_number) between 1 and 50),
    corrects_invoice_id uuid,
    case_id uuid,
    patient_id uuid,
    dentist_id uuid,
    encounter_id uuid,
    location_id uuid,
    billing_account_id uuid,
    recipient jsonb not null default '{}',
    issue_date date,
    period_start date,
    period_end date,
    due_date date,
    sent_at timestamptz,
    paid_at timestamptz,
    cancelled_at timestamptz,
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    subtotal_amount bigint not null default 0,
    tax_amount bigint not null default 0,
    total_amount bigint not null default 0,
    paid_amount bigint not null default 0,
    balance_amount bigint not null generated always as (total_amount - paid_amount) stored,
    reference text check (length(reference) <= 200),
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    unique (tenant_id, invoice_number),
    unique (tenant_id, series, sequence_number),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, corrects_invoice_id) references tenant.invoices (tenant_id, id) on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, dentist_id) references tenant.dentist_profiles (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, billing_account_id) references tenant.tenant_billing_accounts (tenant_id, id) on delete restrict,
    constraint recipient_shape check (platform.json_matches('{
        "type": "object", "additionalProperties": false, "properties": {
            "name": {"type": "string", "maxLength": 200}, "email": {"type": "string", "maxLength": 320},
            "tax_number": {"type": "string", "maxLength": 50},
            "line1": {"type": "string", "maxLength": 200}, "line2": {"type": "string", "maxLength": 200},
            "city": {"type": "string", "maxLength": 100}, "region": {"type": "string", "maxLength": 100},
            "postal_code": {"type": "string", "maxLength": 20}, "country": {"type": "string", "pattern": "^[A-Z]{2}$"}
        }}', recipient)),
    check (period_end >= period_start),
    check (due_date >= issue_date),
    check (total_amount = subtotal_amount + tax_amount),
    check (total_amount >= 0 or corrects_invoice_id is not null),
    check (num_nonnulls(series, sequence_number, invoice_number) in (0, 3)),
    check (status in ('draft', 'cancelled') or (invoice_number is not null and issue_date is not null and sent_at is not null)),
    check ((status = 'cancelled') = (cancelled_at is not null)),
    check (status <> 'paid' or paid_at is not null),
    check (kind <> 'patient' or patient_id is not null),
    check (kind <> 'platform' or (period_start is not null and period_end is not null))
);
create index on tenant.invoices (tenant_id, corrects_invoice_id);
create index on tenant.invoices (tenant_id, case_id);
create index on tenant.invoices (tenant_id, patient_id, issue_date);
create index on tenant.invoices (tenant_id, dentist_id, issue_date);
create index on tenant.invoices (tenant_id, encounter_id);
create index on tenant.invoices (tenant_id, location_id);
create index on tenant.invoices (tenant_id, billing_account_id);
create index on tenant.invoices (tenant_id, status, due_date, id);
create index on tenant.invoices (tenant_id, kind, status, issue_date);
create index on tenant.invoices (tenant_id, issue_date, id);
create index on tenant.invoices using gin (tenant_id, invoice_number platform.gin_trgm_ops);
-- What was sent is not changed any more, and what the platform charges is not written by the tenant.
create policy only_own_drafts_are_made on tenant.invoices as restrictive for insert to cuspid_api
    with check (status = 'draft' and kind <> 'platform');
create policy only_own_drafts_change on tenant.invoices as restrictive for update to cuspid_api
    using (true) with check (status = 'draft' and kind <> 'platform');
comment on table tenant.invoices is 'An invoice of a laboratory, a practice or the platform. Once sent it stays; a correction is one of its own (FHIR Invoice).';
comment on column tenant.invoices.kind is 'Who charges whom.';
comment on column tenant.invoices.status is 'How far it is.';
comment on column tenant.invoices.series is 'The series that it is numbered in.';
comment on column tenant.invoices.sequence_number is 'Its place in the series, without gaps; given when it is sent.';
comment on column tenant.invoices.invoice_number is 'Number as it is printed, unique in the tenant.';
comment on column tenant.invoices.corrects_invoice_id is 'The invoice that it corrects or credits.';
comment on column tenant.invoices.case_id is 'The case that it is for.';
comment on column tenant.invoices.patient_id is 'The patient who is charged or treated.';
comment on column tenant.invoices.dentist_id is 'The partner dentist who is charged.';
comment on column tenant.invoices.encounter_id is 'The visit that it is for.';
comment on column tenant.invoices.location_id is 'The place that charges.';
comment on column tenant.invoices.billing_account_id is 'The billing account that the platform charges.';
comment on column tenant.invoices.recipient is 'Name and address as printed: name, email, tax_number, line1 to postal_code, country (ISO 3166-1 alpha-2).';
comment on column tenant.invoices.issue_date is 'Date of the invoice.';
comment on column tenant.invoices.period_start is 'First day of what is charged.';
comment on column tenant.invoices.period_end is 'Last day of what is charged.';
comment on column tenant.invoices.due_date is 'Day by which it must be paid.';
comment on column tenant.invoices.sent_at is 'When it was sent.';
comment on column tenant.invoices.paid_at is 'When it was paid in full.';
comment on column tenant.invoices.cancelled_at is 'When it was cancelled.';
comment on column tenant.invoices.currency is 'Currency of all its amounts (ISO 4217).';
comment on column tenant.invoices.subtotal_amount is 'Sum of the lines before tax, in minor units.';
comment on column tenant.invoices.tax_amount is 'Tax, in minor units.';
comment on column tenant.invoices.total_amount is 'What is to be paid, in minor units.';
comment on column tenant.invoices.paid_amount is 'What has been paid, in minor units.';
comment on column tenant.invoices.balance_amount is 'What is still to be paid, in minor units.';
comment on column tenant.invoices.reference is 'The recipient''s own reference, such as an order number.';
comment on column tenant.invoices.notes is 'What is printed below the lines.';
select platform.expose('invoices',
    managed => '{status:send,series:send,sequence_number:send,invoice_number:send,sent_at:send,paid_at:record_payment,cancelled_at:cancel,
                 subtotal_amount:send,tax_amount:send,total_amount:send,paid_amount:record_payment}',
    phi => '{recipient,notes,reference}', deidentify => '{invoice_number:pseudonymise,sequence_number:remove}');

create table tenant.invoice_items (
    like platform.deletable_row including defaults including generated including comments,
    invoice_id uuid not null,
    position smallint not null default 1 check (position >= 1),
    item_type platform.invoice_item_type not null default 'other',
    description text not null check (length(description) between 1 and 1000),
    case_id uuid,
    procedure_id uuid,
    procedure_catalog_id uuid,
    inventory_item_id uuid,
    usage_meter_reading_id uuid,
    service_date date,
    quantity numeric(14, 3) not null default 1 check (quantity > 0),
    unit_amount bigint not null,
    discount_amount bigint not null default 0 check (discount_amount >= 0),
    tax_rate numeric(6, 3) not null default 0 check (tax_rate between 0 and 100),
    amount bigint not null generated always as (round(quantity * unit_amount)::bigint - discount_amount) stored,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, invoice_id) references tenant.invoices (tenant_id, id) on delete cascade,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete restrict,
    foreign key (tenant_id, procedure_id) references tenant.procedures (tenant_id, id) on delete restrict,
    foreign key (tenant_id, procedure_catalog_id) references tenant.procedure_catalog (tenant_id, id) on delete restrict,
    foreign key (tenant_id, usage_meter_reading_id) references tenant.usage_meter_readings (tenant_id, id) on delete restrict
);
create index on tenant.invoice_items (tenant_id, invoice_id, position);
create index on tenant.invoice_items (tenant_id, case_id);
create index on tenant.invoice_items (tenant_id, procedure_id);
create index on tenant.invoice_items (tenant_id, procedure_catalog_id);
create index on tenant.invoice_items (tenant_id, inventory_item_id);
create index on tenant.invoice_items (tenant_id, usage_meter_reading_id);
create index on tenant.invoice_items (tenant_id, item_type);
comment on table tenant.invoice_items is 'A line of an invoice.';
comment on column tenant.invoice_items.invoice_id is 'The invoice.';
comment on column tenant.invoice_items.position is 'Its place among the lines.';
comment on column tenant.invoice_items.item_type is 'What it charges for.';
comment on column tenant.invoice_items.description is 'What is charged, in words.';
comment on column tenant.invoice_items.case_id is 'The case that was worked on.';
comment on column tenant.invoice_items.procedure_id is 'The treatment that was done.';
comment on column tenant.invoice_items.procedure_catalog_id is 'The service in the catalog.';
comment on column tenant.invoice_items.inventory_item_id is 'The material that was used.';
comment on column tenant.invoice_items.usage_meter_reading_id is 'The reading that shows the use.';
comment on column tenant.invoice_items.service_date is 'Day of the service.';
comment on column tenant.invoice_items.quantity is 'How many.';
comment on column tenant.invoice_items.unit_amount is 'Price of one, in minor units of the invoice''s currency; below zero for what is given back.';
comment on column tenant.invoice_items.discount_amount is 'Discount on the line, in minor units.';
comment on column tenant.invoice_items.tax_rate is 'Rate of tax, in per cent.';
comment on column tenant.invoice_items.amount is 'Amount of the line before tax, in minor units.';
-- Whether a line may still change depends on its invoice, so an action writes it: a policy that looks there is refused by a cluster.
select platform.expose('invoice_items', verbs => '{read}', phi => '{description}');

create table tenant.payments (
    like platform.deletable_row including defaults including generated including comments,
    invoice_id uuid not null,
    claim_id uuid,
    method platform.payment_method not null default 'other',
    amount bigint not null check (amount <> 0),
    currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
    received_at timestamptz not null default now(),
    refund_of_id uuid,
    reference text check (length(reference) <= 200),
    notes text check (length(notes) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, invoice_id) references tenant.invoices (tenant_id, id) on delete restrict,
    foreign key (tenant_id, refund_of_id) references tenant.payments (tenant_id, id) on delete restrict,
    check ((amount < 0) = (refund_of_id is not null))
);
create index on tenant.payments (tenant_id, invoice_id, received_at);
create index on tenant.payments (tenant_id, claim_id);
create index on tenant.payments (tenant_id, refund_of_id);
create index on tenant.payments (tenant_id, received_at, id);
create index on tenant.payments (tenant_id, method, received_at);
comment on table tenant.payments is 'Money that was received for an invoice or given back. Payments are only added (FHIR PaymentReconciliation).';
comment on column tenant.payments.invoice_id is 'The invoice.';
comment on column tenant.payments.claim_id is 'The claim that the payer settled with it.';
comment on column tenant.payments.method is 'How it was paid.';
comment on column tenant.payments.amount is 'Amount in minor units; below zero for money given back.';
comment on column tenant.payments.currency is 'Currency (ISO 4217), that of the invoice.';
comment on column tenant.payments.received_at is 'When the money moved.';
comment on column tenant.payments.refund_of_id is 'The payment that is given back.';
comment on column tenant.payments.reference is 'Number of the transaction, check or transfer.';
comment on column tenant.payments.notes is 'What else there is to say.';
select platform.expose('payments', verbs => '{read}', phi => '{reference,notes}');
