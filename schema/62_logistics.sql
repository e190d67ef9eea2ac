-- The way of a case between the dentist and the laboratory: pickups and deliveries, routes and their stops.

create type platform.shipment_type as enum ('pickup', 'delivery', 'return');
create type platform.shipment_status as enum ('planned', 'ready', 'picked_up', 'in_transit', 'delivered', 'failed', 'returned', 'cancelled');
create type platform.route_status as enum ('planned', 'in_progress', 'completed', 'cancelled');
create type platform.route_stop_status as enum ('planned', 'arrived', 'completed', 'failed', 'skipped');
comment on type platform.shipment_type is 'Which way a shipment goes: to the laboratory, to the dentist, or back.';
comment on type platform.shipment_status is 'Where a shipment is.';
comment on type platform.route_status is 'How far a route is.';
comment on type platform.route_stop_status is 'How far a stop of a route is.';

create table tenant.shipments (
    like platform.deletable_row including defaults including generated including comments,
    shipment_number text not null default 'S-' || lpad(platform.next_number('shipment')::text, 6, '0') check (length(shipment_number) between 1 and 50),
    case_id uuid not null,
    shipment_type platform.shipment_type not null default 'delivery',
    status platform.shipment_status not null default 'planned',
    dentist_id uuid,
    location_id uuid,
    origin_address jsonb not null default '{}',
    destination_address jsonb not null default '{}',
    contact_name text check (length(contact_name) <= 200),
    contact_phone text check (length(contact_phone) <= 50),
    carrier text check (length(carrier) <= 100),
    tracking_number text check (length(tracking_number) <= 100),
    package_count smallint not null default 1 check (package_count between 1 and 999),
    weight_grams integer check (weight_grams > 0),
    cost_amount bigint check (cost_amount >= 0),
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    planned_from timestamptz,
    planned_until timestamptz,
    picked_up_at timestamptz,
    delivered_at timestamptz,
    received_by text check (length(received_by) <= 200),
    failure_reason text check (length(failure_reason) <= 1000),
    instructions text check (length(instructions) <= 2000),
    primary key (tenant_id, id),
    unique (tenant_id, shipment_number),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dentist_id) references tenant.dentist_profiles (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    constraint addresses_shape check (platform.json_matches('{
        "type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {
            "name": {"type": "string", "maxLength": 200},
            "line1": {"type": "string", "maxLength": 200}, "line2": {"type": "string", "maxLength": 200},
            "city": {"type": "string", "maxLength": 100}, "region": {"type": "string", "maxLength": 100},
            "postal_code": {"type": "string", "maxLength": 20}, "country": {"type": "string", "pattern": "^[A-Z]{2}$"}
        }}}', jsonb_build_array(origin_address, destination_address))),
    check (planned_until >= planned_from),
    check (delivered_at >= picked_up_at),
    check (status <> 'delivered' or delivered_at is not null),
    check (cost_amount is null or currency is not null)
);
create index on tenant.shipments (tenant_id, case_id);
create index on tenant.shipments (tenant_id, dentist_id);
create index on tenant.shipments (tenant_id, location_id);
create index on tenant.shipments (tenant_id, status, planned_from, id);
create index on tenant.shipments (tenant_id, shipment_type, planned_from);
create index on tenant.shipments (tenant_id, tracking_number);
create index on tenant.shipments using gin (tenant_id, shipment_number platform.gin_trgm_ops);
comment on table tenant.shipments is 'A pickup or delivery of a case.';
comment on column tenant.shipments.shipment_number is 'Number of the shipment, unique in the tenant.';
comment on column tenant.shipments.case_id is 'The case.';
comment on column tenant.shipments.shipment_type is 'Which way it goes.';
comment on column tenant.shipments.status is 'Where it is.';
comment on column tenant.shipments.dentist_id is 'The partner dentist at the other end.';
comment on column tenant.shipments.location_id is 'The tenant''s own place at this end.';
comment on column tenant.shipments.origin_address is 'Where it is picked up: name, line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2).';
comment on column tenant.shipments.destination_address is 'Where it goes: name, line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2).';
comment on column tenant.shipments.contact_name is 'Who to ask for.';
comment on column tenant.shipments.contact_phone is 'Telephone number to call.';
comment on column tenant.shipments.carrier is 'Who carries it; empty for the own driver.';
comment on column tenant.shipments.tracking_number is 'Number by which the carrier tracks it.';
comment on column tenant.shipments.package_count is 'Number of packages.';
comment on column tenant.shipments.weight_grams is 'Weight, in grams.';
comment on column tenant.shipments.cost_amount is 'What it costs, in minor units of the currency.';
comment on column tenant.shipments.currency is 'Currency of the cost (ISO 4217).';
comment on column tenant.shipments.planned_from is 'Earliest planned time at the other end.';
comment on column tenant.shipments.planned_until is 'Latest planned time at the other end.';
comment on column tenant.shipments.picked_up_at is 'When it was taken over.';
comment on column tenant.shipments.delivered_at is 'When it was handed over.';
comment on column tenant.shipments.received_by is 'Who received it.';
comment on column tenant.shipments.failure_reason is 'Why it could not be handed over.';
comment on column tenant.shipments.instructions is 'What the driver should know.';
select platform.expose('shipments',
    managed => '{status:advance,picked_up_at:advance,delivered_at:advance,received_by:advance,failure_reason:advance}',
    personal => '{origin_address,destination_address,contact_name,contact_phone,received_by,instructions}',
    deidentify => '{shipment_number:pseudonymise,tracking_number:remove}');

create table tenant.delivery_routes (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    route_date date not null,
    status platform.route_status not null default 'planned',
    driver_id uuid,
    vehicle text check (length(vehicle) <= 100),
    start_location_id uuid,
    planned_start_at timestamptz,
    planned_end_at timestamptz,
    started_at timestamptz,
    completed_at timestamptz,
    distance_km numeric(8, 1) check (distance_km >= 0),
    notes text check (length(notes) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, driver_id) references tenant.staff_profiles (tenant_id, id) on delete restrict,
    foreign key (tenant_id, start_location_id) references tenant.locations (tenant_id, id) on delete restrict,
    check (planned_end_at >= planned_start_at),
    check (completed_at >= started_at),
    check ((completed_at is not null) = (status = 'completed'))
);
create index on tenant.delivery_routes (tenant_id, driver_id, route_date);
create index on tenant.delivery_routes (tenant_id, start_location_id);
create index on tenant.delivery_routes (tenant_id, route_date, id);
create index on tenant.delivery_routes (tenant_id, status, route_date);
create index on tenant.delivery_routes using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.delivery_routes is 'A driver''s round on one day.';
comment on column tenant.delivery_routes.name is 'Name of the route.';
comment on column tenant.delivery_routes.route_date is 'Day of the round.';
comment on column tenant.delivery_routes.status is 'How far it is.';
comment on column tenant.delivery_routes.driver_id is 'Who drives.';
comment on column tenant.delivery_routes.vehicle is 'The vehicle.';
comment on column tenant.delivery_routes.start_location_id is 'Where it begins.';
comment on column tenant.delivery_routes.planned_start_at is 'When it is to begin.';
comment on column tenant.delivery_routes.planned_end_at is 'When it is to end.';
comment on column tenant.delivery_routes.started_at is 'When it began.';
comment on column tenant.delivery_routes.completed_at is 'When it ended.';
comment on column tenant.delivery_routes.distance_km is 'Length, in kilometres.';
comment on column tenant.delivery_routes.notes is 'What the driver should know.';
select platform.expose('delivery_routes', managed => '{status:advance,started_at:advance,completed_at:advance}');

create table tenant.route_stops (
    like platform.deletable_row including defaults including generated including comments,
    route_id uuid not null,
    position smallint not null default 1 check (position >= 1),
    case_id uuid,
    shipment_id uuid,
    dentist_id uuid,
    location_id uuid,
    stop_type platform.shipment_type not null default 'delivery',
    status platform.route_stop_status not null default 'planned',
    address jsonb not null default '{}',
    contact_name text check (length(contact_name) <= 200),
    contact_phone text check (length(contact_phone) <= 50),
    planned_arrival_at timestamptz,
    window_start_at timestamptz,
    window_end_at timestamptz,
    arrived_at timestamptz,
    departed_at timestamptz,
    instructions text check (length(instructions) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, route_id) references tenant.delivery_routes (tenant_id, id) on delete cascade,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, shipment_id) references tenant.shipments (tenant_id, id) on delete cascade,
    foreign key (tenant_id, dentist_id) references tenant.dentist_profiles (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    constraint address_shape check (platform.json_matches('{
        "type": "object", "additionalProperties": false, "properties": {
            "name": {"type": "string", "maxLength": 200},
            "line1": {"type": "string", "maxLength": 200}, "line2": {"type": "string", "maxLength": 200},
            "city": {"type": "string", "maxLength": 100}, "region": {"type": "string", "maxLength": 100},
            "postal_code": {"type": "string", "maxLength": 20}, "country": {"type": "string", "pattern": "^[A-Z]{2}$"}
        }}', address)),
    check (window_end_at >= window_start_at),
    check (departed_at >= arrived_at)
);
create index on tenant.route_stops (tenant_id, route_id, position);
create index on tenant.route_stops (tenant_id, case_id);
create index on tenant.route_stops (tenant_id, shipment_id);
create index on tenant.route_stops (tenant_id, dentist_id);
create index on tenant.route_stops (tenant_id, location_id);
create index on tenant.route_stops (tenant_id, status, planned_arrival_at);
comment on table tenant.route_stops is 'A stop of a route: where, when and for which case.';
comment on column tenant.route_stops.route_id is 'The route.';
comment on column tenant.route_stops.position is 'Its place in the order of the stops.';
comment on column tenant.route_stops.case_id is 'The case that is picked up or delivered.';
comment on column tenant.route_stops.shipment_id is 'The shipment that is picked up or delivered.';
comment on column tenant.route_stops.dentist_id is 'The partner dentist who is visited.';
comment on column tenant.route_stops.location_id is 'The tenant''s own place that is visited.';
comment on column tenant.route_stops.stop_type is 'What is done there.';
comment on column tenant.route_stops.status is 'How far it is.';
comment on column tenant.route_stops.address is 'Where it is: name, line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2).';
comment on column tenant.route_stops.contact_name is 'Who to ask for.';
comment on column tenant.route_stops.contact_phone is 'Telephone number to call.';
comment on column tenant.route_stops.planned_arrival_at is 'When the driver is to be there.';
comment on column tenant.route_stops.window_start_at is 'Not before this time.';
comment on column tenant.route_stops.window_end_at is 'Not after this time.';
comment on column tenant.route_stops.arrived_at is 'When the driver was there.';
comment on column tenant.route_stops.departed_at is 'When the driver went on.';
comment on column tenant.route_stops.instructions is 'What the driver should know.';
select platform.expose('route_stops', managed => '{status:advance,arrived_at:advance,departed_at:advance}',
    personal => '{address,contact_name,contact_phone,instructions}');
