-- Fields of a tenant's own: what they are, and their values. No behaviour of the program depends on one.

create type platform.custom_field_entity as enum
    ('patient', 'encounter', 'procedure', 'appointment', 'treatment_plan', 'case', 'case_file', 'imaging_study', 'diagnostic_report', 'claim', 'invoice',
     'document', 'referral', 'practitioner', 'staff_profile', 'dentist_profile', 'location', 'inventory_item', 'supplier', 'shipment');
create type platform.custom_field_type as enum ('text', 'number', 'boolean', 'date', 'choice', 'choices', 'json');
comment on type platform.custom_field_entity is 'What a custom field belongs to.';
comment on type platform.custom_field_type is 'What a custom field holds.';

create table tenant.custom_field_definitions (
    like platform.deletable_row including defaults including generated including comments,
    entity_type platform.custom_field_entity not null,
    field_key text not null check (field_key ~ '^[a-z][a-z0-9_]{0,62}$'),
    label text not null check (length(label) between 1 and 200),
    description text check (length(description) <= 1000),
    data_type platform.custom_field_type not null default 'text',
    validation_rules jsonb not null default '{}',
    is_indexed boolean not null default false,
    position smallint not null default 0 check (position between 0 and 1000),
    primary key (tenant_id, id),
    unique (tenant_id, entity_type, field_key),
    unique (tenant_id, entity_type, field_key, data_type),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    constraint validation_rules_shape check (platform.json_matches('{
        "type": "object", "additionalProperties": false,
        "properties": {
            "required": {"type": "boolean"},
            "minimum": {"type": "number"}, "maximum": {"type": "number"},
            "min_length": {"type": "integer", "minimum": 0}, "max_length": {"type": "integer", "minimum": 1, "maximum": 10000},
            "pattern": {"type": "string", "maxLength": 200},
            "unit": {"type": "string", "maxLength": 40},
            "choices": {"type": "array", "minItems": 1, "maxItems": 200, "items": {"type": "string", "minLength": 1, "maxLength": 200}}
        }}', validation_rules)),
    check (data_type not in ('choice', 'choices') or validation_rules ? 'choices')
);
create index on tenant.custom_field_definitions (tenant_id, entity_type, position);
comment on table tenant.custom_field_definitions is 'A field that the tenant added to an entity.';
comment on column tenant.custom_field_definitions.entity_type is 'What the field belongs to.';
comment on column tenant.custom_field_definitions.field_key is 'Name of the field in data.';
comment on column tenant.custom_field_definitions.label is 'Name of the field as it is shown.';
comment on column tenant.custom_field_definitions.description is 'What belongs into it.';
comment on column tenant.custom_field_definitions.data_type is 'What it holds.';
comment on column tenant.custom_field_definitions.validation_rules is 'What its values obey: required, minimum, maximum, min_length, max_length, pattern, unit, choices.';
comment on column tenant.custom_field_definitions.is_indexed is 'Whether lists can be filtered by it.';
comment on column tenant.custom_field_definitions.position is 'Its place among the fields of the entity.';
select platform.expose('custom_field_definitions');

create table tenant.custom_field_values (
    like platform.tenant_row including defaults including comments,
    entity_type platform.custom_field_entity not null,
    entity_id uuid not null,
    field_key text not null,
    data_type platform.custom_field_type not null default 'text',
    value_text text check (length(value_text) <= 10000),
    value_number numeric,
    value_boolean boolean,
    value_date date,
    value_json jsonb,
    primary key (tenant_id, id),
    unique (tenant_id, entity_type, entity_id, field_key),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, entity_type, field_key, data_type)
        references tenant.custom_field_definitions (tenant_id, entity_type, field_key, data_type) on delete restrict,
    check (num_nonnulls(value_text, value_number, value_boolean, value_date, value_json) <= 1),
    check (value_text is null or data_type in ('text', 'choice')),
    check (value_number is null or data_type = 'number'),
    check (value_boolean is null or data_type = 'boolean'),
    check (value_date is null or data_type = 'date'),
    check (value_json is null or data_type = 'json' or (data_type = 'choices' and jsonb_typeof(value_json) = 'array'))
);
create index on tenant.custom_field_values (tenant_id, entity_type, field_key, data_type);
create index on tenant.custom_field_values (tenant_id, entity_type, field_key, left(value_text, 100)) where value_text is not null;
create index on tenant.custom_field_values (tenant_id, entity_type, field_key, value_number) where value_number is not null;
create index on tenant.custom_field_values (tenant_id, entity_type, field_key, value_date) where value_date is not null;
create index on tenant.custom_field_values using gin (tenant_id, value_json);
comment on table tenant.custom_field_values is 'The value of a custom field for one row: entity, attribute, value.';
comment on column tenant.custom_field_values.entity_type is 'What the row is.';
comment on column tenant.custom_field_values.entity_id is 'Identifier of the row.';
comment on column tenant.custom_field_values.field_key is 'The field.';
comment on column tenant.custom_field_values.data_type is 'What the field holds; as its definition says.';
comment on column tenant.custom_field_values.value_text is 'The value of a text or choice.';
comment on column tenant.custom_field_values.value_number is 'The value of a number.';
comment on column tenant.custom_field_values.value_boolean is 'The value of a yes or no.';
comment on column tenant.custom_field_values.value_date is 'The value of a date.';
comment on column tenant.custom_field_values.value_json is 'The value of choices or of JSON.';
select platform.expose('custom_field_values', phi => '{value_text,value_number,value_boolean,value_date,value_json}');
