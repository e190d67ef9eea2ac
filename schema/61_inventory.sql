-- Stock: who supplies it, what there is, and every movement of it.

create type platform.inventory_category as enum ('materials', 'tools', 'equipment', 'consumables', 'supplies');
create type platform.inventory_transaction_type as enum ('in', 'out', 'adjustment', 'damage', 'write_off');
comment on type platform.inventory_category is 'What kind of thing is kept in stock.';
comment on type platform.inventory_transaction_type is 'Why stock changes.';

create table tenant.suppliers (
    like platform.deletable_row including defaults including generated including comments,
    name text not null check (length(name) between 1 and 200),
    supplier_code text check (length(supplier_code) between 1 and 50),
    contact_name text check (length(contact_name) <= 200),
    email text check (length(email) between 3 and 320),
    phone text check (length(phone) <= 50),
    website text check (length(website) <= 2000),
    address jsonb not null default '{}',
    tax_number text check (length(tax_number) <= 50),
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    payment_terms_days smallint check (payment_terms_days between 0 and 365),
    lead_time_days smallint check (lead_time_days between 0 and 365),
    rating numeric(2, 1) check (rating between 1 and 5),
    rated_at timestamptz,
    is_active boolean not null default true,
    notes text check (length(notes) <= 4000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    constraint address_shape check (platform.json_matches('{
        "type": "object", "additionalProperties": false, "properties": {
            "line1": {"type": "string", "maxLength": 200}, "line2": {"type": "string", "maxLength": 200},
            "city": {"type": "string", "maxLength": 100}, "region": {"type": "string", "maxLength": 100},
            "postal_code": {"type": "string", "maxLength": 20}, "country": {"type": "string", "pattern": "^[A-Z]{2}$"}
        }}', address))
);
create unique index suppliers_code on tenant.suppliers (tenant_id, supplier_code) where deleted_at is null;
create index on tenant.suppliers (tenant_id, name, id);
create index on tenant.suppliers (tenant_id, is_active, rating);
create index on tenant.suppliers using gin (tenant_id, name platform.gin_trgm_ops);
comment on table tenant.suppliers is 'Who supplies materials, tools and machines, and how good they are at it.';
comment on column tenant.suppliers.name is 'Name of the supplier.';
comment on column tenant.suppliers.supplier_code is 'The tenant''s own number for the supplier.';
comment on column tenant.suppliers.contact_name is 'Who to talk to.';
comment on column tenant.suppliers.email is 'E-mail address for orders.';
comment on column tenant.suppliers.phone is 'Telephone number.';
comment on column tenant.suppliers.website is 'Address of its site.';
comment on column tenant.suppliers.address is 'Postal address: line1, line2, city, region, postal_code, country (ISO 3166-1 alpha-2).';
comment on column tenant.suppliers.tax_number is 'Tax number.';
comment on column tenant.suppliers.currency is 'Currency of its prices (ISO 4217).';
comment on column tenant.suppliers.payment_terms_days is 'Days to pay its invoices.';
comment on column tenant.suppliers.lead_time_days is 'Days from order to delivery, as a rule.';
comment on column tenant.suppliers.rating is 'How good it is, 1 to 5.';
comment on column tenant.suppliers.rated_at is 'When it was last rated.';
comment on column tenant.suppliers.is_active is 'Whether it is ordered from.';
comment on column tenant.suppliers.notes is 'What else there is to say.';
select platform.expose('suppliers', personal => '{contact_name,email,phone}');

create table tenant.inventory_items (
    like platform.deletable_row including defaults including generated including comments,
    sku text check (length(sku) between 1 and 100),
    name text not null check (length(name) between 1 and 200),
    description text check (length(description) <= 4000),
    category platform.inventory_category not null default 'materials',
    supplier_id uuid,
    supplier_item_number text check (length(supplier_item_number) <= 100),
    material_id uuid references platform.material_reference on delete restrict,
    location_id uuid,
    department_id uuid,
    storage_place text check (length(storage_place) <= 100),
    barcode text check (length(barcode) <= 100),
    unit text not null default 'piece' check (length(unit) between 1 and 20),
    quantity_on_hand numeric(14, 3) not null default 0,
    reorder_level numeric(14, 3) not null default 0 check (reorder_level >= 0),
    reorder_quantity numeric(14, 3) check (reorder_quantity > 0),
    unit_cost_amount bigint check (unit_cost_amount >= 0),
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    is_lot_tracked boolean not null default false,
    is_active boolean not null default true,
    tags jsonb not null default '[]' check (jsonb_typeof(tags) = 'array'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, supplier_id) references tenant.suppliers (tenant_id, id) on delete restrict,
    foreign key (tenant_id, location_id) references tenant.locations (tenant_id, id) on delete restrict,
    foreign key (tenant_id, department_id) references tenant.departments (tenant_id, id) on delete restrict,
    check (unit_cost_amount is null or currency is not null)
);
create unique index inventory_items_sku on tenant.inventory_items (tenant_id, sku) where deleted_at is null;
create index on tenant.inventory_items (tenant_id, supplier_id);
create index on tenant.inventory_items (material_id);
create index on tenant.inventory_items (tenant_id, location_id);
create index on tenant.inventory_items (tenant_id, department_id);
create index on tenant.inventory_items (tenant_id, category, name);
create index on tenant.inventory_items (tenant_id, barcode);
create index inventory_items_short on tenant.inventory_items (tenant_id, id) where quantity_on_hand <= reorder_level;
create index on tenant.inventory_items using gin (tenant_id, name platform.gin_trgm_ops);
create index on tenant.inventory_items using gin (tenant_id, sku platform.gin_trgm_ops);
create index on tenant.inventory_items using gin (tenant_id, tags);
comment on table tenant.inventory_items is 'A thing that is kept in stock, and how much of it there is.';
comment on column tenant.inventory_items.sku is 'The tenant''s own number for the item.';
comment on column tenant.inventory_items.name is 'Name of the item.';
comment on column tenant.inventory_items.description is 'What it is.';
comment on column tenant.inventory_items.category is 'What kind of thing it is.';
comment on column tenant.inventory_items.supplier_id is 'Who supplies it.';
comment on column tenant.inventory_items.supplier_item_number is 'The supplier''s number for it.';
comment on column tenant.inventory_items.material_id is 'The dental material that it is.';
comment on column tenant.inventory_items.location_id is 'Where it is kept.';
comment on column tenant.inventory_items.department_id is 'The department that uses it.';
comment on column tenant.inventory_items.storage_place is 'Shelf, drawer or cabinet.';
comment on column tenant.inventory_items.barcode is 'Barcode on its packing (GTIN or other).';
comment on column tenant.inventory_items.unit is 'Unit in which it is counted.';
comment on column tenant.inventory_items.quantity_on_hand is 'What there is: the sum of its movements; below zero shows a movement that is missing.';
comment on column tenant.inventory_items.reorder_level is 'It is ordered when there is no more than this.';
comment on column tenant.inventory_items.reorder_quantity is 'How much is ordered.';
comment on column tenant.inventory_items.unit_cost_amount is 'Cost of one unit, in minor units of the currency.';
comment on column tenant.inventory_items.currency is 'Currency of the cost (ISO 4217).';
comment on column tenant.inventory_items.is_lot_tracked is 'Whether movements must name the lot.';
comment on column tenant.inventory_items.is_active is 'Whether it is still used.';
comment on column tenant.inventory_items.tags is 'Free labels.';
select platform.expose('inventory_items', managed => '{quantity_on_hand:move}');

create table tenant.inventory_transactions (
    like platform.tenant_row including defaults including comments,
    item_id uuid not null,
    type platform.inventory_transaction_type not null,
    quantity numeric(14, 3) not null,
    balance_after numeric(14, 3) not null,
    unit_cost_amount bigint check (unit_cost_amount >= 0),
    currency char(3) check (currency ~ '^[A-Z]{3}$'),
    lot_number text check (length(lot_number) <= 100),
    expires_on date,
    case_id uuid,
    workflow_stage_id uuid,
    supplier_id uuid,
    performed_by uuid default nullif(current_setting('app.user', true), '')::uuid,
    occurred_at timestamptz not null default now(),
    reference text check (length(reference) <= 200),
    reason text check (length(reason) <= 1000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, item_id) references tenant.inventory_items (tenant_id, id) on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete restrict,
    foreign key (tenant_id, workflow_stage_id) references tenant.workflow_stages (tenant_id, id) on delete restrict,
    foreign key (tenant_id, supplier_id) references tenant.suppliers (tenant_id, id) on delete restrict,
    foreign key (tenant_id, performed_by) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    constraint quantity_sign check (case type when 'in' then quantity > 0 when 'adjustment' then quantity <> 0 else quantity < 0 end),
    check (unit_cost_amount is null or currency is not null)
);
create index on tenant.inventory_transactions (tenant_id, item_id, occurred_at, id);
create index on tenant.inventory_transactions (tenant_id, type, occurred_at);
create index on tenant.inventory_transactions (tenant_id, occurred_at, id);
create index on tenant.inventory_transactions (tenant_id, case_id);
create index on tenant.inventory_transactions (tenant_id, workflow_stage_id);
create index on tenant.inventory_transactions (tenant_id, supplier_id);
create index on tenant.inventory_transactions (tenant_id, performed_by);
create index on tenant.inventory_transactions (tenant_id, lot_number);
comment on table tenant.inventory_transactions is 'A movement of stock. Movements are only added; a mistake is set right by an adjustment.';
comment on column tenant.inventory_transactions.item_id is 'The item.';
comment on column tenant.inventory_transactions.type is 'Why stock changed.';
comment on column tenant.inventory_transactions.quantity is 'By how much, in the item''s unit: above zero what comes in, below zero what goes out.';
comment on column tenant.inventory_transactions.balance_after is 'What there was afterwards.';
comment on column tenant.inventory_transactions.unit_cost_amount is 'Cost of one unit, in minor units of the currency.';
comment on column tenant.inventory_transactions.currency is 'Currency of the cost (ISO 4217).';
comment on column tenant.inventory_transactions.lot_number is 'Lot of the maker.';
comment on column tenant.inventory_transactions.expires_on is 'Last day on which the lot may be used.';
comment on column tenant.inventory_transactions.case_id is 'The case that it was used for.';
comment on column tenant.inventory_transactions.workflow_stage_id is 'The stage of production that it was used in.';
comment on column tenant.inventory_transactions.supplier_id is 'Who supplied it.';
comment on column tenant.inventory_transactions.performed_by is 'Who moved it; empty for the system.';
comment on column tenant.inventory_transactions.occurred_at is 'When it was moved.';
comment on column tenant.inventory_transactions.reference is 'Number of the order, delivery note or count.';
comment on column tenant.inventory_transactions.reason is 'Why, in words.';
select platform.expose('inventory_transactions', verbs => '{read}');

alter table tenant.invoice_items
    add foreign key (tenant_id, inventory_item_id) references tenant.inventory_items (tenant_id, id) on delete restrict;
