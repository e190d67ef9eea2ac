-- What tenants may buy, what they bought, and what they may use.

create type platform.subscription_status as enum ('trialing', 'active', 'past_due', 'paused', 'cancelled', 'expired');
create type platform.billing_cycle as enum ('monthly', 'yearly');
create type platform.tenant_feature as enum
    ('ai_diagnostics', 'ortho_planning', 'implant_planning', 'federated_learning', 'scan_processing', 'laboratory', 'imaging', 'claims', 'research',
     'patient_portal', 'interoperability', 'white_label');
create type platform.feature_source as enum ('plan', 'trial', 'agreement');
comment on type platform.subscription_status is 'How a subscription stands.';
comment on type platform.billing_cycle is 'How often a subscription is billed.';
comment on type platform.tenant_feature is 'Capabilities that are switched per tenant.';
comment on type platform.feature_source is 'Why a tenant has a capability: its plan, a trial, or an agreement.';

create table platform.subscription_plans (
    like platform.global_row including defaults including comments,
    code text not null unique check (code ~ '^[a-z][a-z0-9_]*$' and length(code) <= 60),
    name text not null check (length(name) between 1 and 100),
    description text check (length(description) <= 2000),
    currency char(3) not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
    price_per_month bigint check (price_per_month >= 0),
    price_per_year bigint check (price_per_year >= 0),
    included_ai_calls integer check (included_ai_calls >= 0),
    seats integer check (seats > 0),
    storage_bytes bigint check (storage_bytes >= 0),
    api_rate_limit_per_minute integer check (api_rate_limit_per_minute > 0),
    features platform.tenant_feature[] not null default '{}',
    trial_days smallint not null default 0 check (trial_days between 0 and 365),
    is_active boolean not null default true,
    primary key (id)
);
comment on table platform.subscription_plans is 'The plans on offer: what they cost and what they include (billing plans).';
comment on column platform.subscription_plans.code is 'Short name of the plan: basic, pro, enterprise, research.';
comment on column platform.subscription_plans.name is 'Name of the plan as it is shown.';
comment on column platform.subscription_plans.description is 'Who the plan is for.';
comment on column platform.subscription_plans.currency is 'Currency of the prices (ISO 4217).';
comment on column platform.subscription_plans.price_per_month is 'Price of a month, in the currency''s smallest unit; empty: by agreement.';
comment on column platform.subscription_plans.price_per_year is 'Price of a year, in the currency''s smallest unit; empty: by agreement.';
comment on column platform.subscription_plans.included_ai_calls is 'AI analyses that a month includes; empty: no limit.';
comment on column platform.subscription_plans.seats is 'Members that it includes; empty: no limit.';
comment on column platform.subscription_plans.storage_bytes is 'Storage that it includes, in bytes; empty: no limit.';
comment on column platform.subscription_plans.api_rate_limit_per_minute is 'Most API calls in a minute; empty: no limit of its own.';
comment on column platform.subscription_plans.features is 'Capabilities that it includes.';
comment on column platform.subscription_plans.trial_days is 'Days that it may be tried without paying.';
comment on column platform.subscription_plans.is_active is 'Whether it can be bought now.';

create table platform.tenant_subscriptions (
    like platform.tenant_row including defaults including comments,
    plan_id uuid not null references platform.subscription_plans on delete restrict,
    start_at timestamptz not null default now(),
    end_at timestamptz,
    status platform.subscription_status not null default 'active',
    billing_cycle platform.billing_cycle not null default 'monthly',
    is_trial boolean not null default false,
    trial_ends_at timestamptz,
    auto_renew boolean not null default true,
    cancelled_at timestamptz,
    cancellation_reason text check (length(cancellation_reason) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    constraint tenant_subscriptions_one_at_a_time
        exclude using gist (tenant_id with =, tstzrange(start_at, end_at) with &&) where (status not in ('cancelled', 'expired')),
    check (end_at > start_at),
    check (is_trial = (trial_ends_at is not null)),
    check (trial_ends_at > start_at),
    check (status <> 'trialing' or is_trial),
    check (status <> 'cancelled' or cancelled_at is not null)
);
create index on platform.tenant_subscriptions (plan_id);
create index on platform.tenant_subscriptions (tenant_id, start_at, id);
create index on platform.tenant_subscriptions (tenant_id, status, end_at);
comment on table platform.tenant_subscriptions is 'Which plan an organisation has, from when until when.';
comment on column platform.tenant_subscriptions.plan_id is 'The plan.';
comment on column platform.tenant_subscriptions.start_at is 'When it begins.';
comment on column platform.tenant_subscriptions.end_at is 'When it ends; empty: open.';
comment on column platform.tenant_subscriptions.status is 'How it stands.';
comment on column platform.tenant_subscriptions.billing_cycle is 'How often it is billed.';
comment on column platform.tenant_subscriptions.is_trial is 'Whether it began as a trial.';
comment on column platform.tenant_subscriptions.trial_ends_at is 'When the trial ends.';
comment on column platform.tenant_subscriptions.auto_renew is 'Whether it goes on by itself after its end.';
comment on column platform.tenant_subscriptions.cancelled_at is 'When it was cancelled.';
comment on column platform.tenant_subscriptions.cancellation_reason is 'Why it was cancelled.';
select platform.expose('tenant_subscriptions', verbs => '{read}', in_schema => 'platform');

create table platform.tenant_features (
    like platform.tenant_row including defaults including comments,
    feature platform.tenant_feature not null,
    is_enabled boolean not null default true,
    source platform.feature_source not null default 'plan',
    valid_from timestamptz,
    valid_until timestamptz,
    config jsonb not null default '{}' check (jsonb_typeof(config) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id, feature),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    check (valid_until > valid_from)
);
comment on table platform.tenant_features is 'Which capabilities an organisation has (feature flags).';
comment on column platform.tenant_features.feature is 'The capability.';
comment on column platform.tenant_features.is_enabled is 'Whether it is switched on.';
comment on column platform.tenant_features.source is 'Why the organisation has it.';
comment on column platform.tenant_features.valid_from is 'From when it has it.';
comment on column platform.tenant_features.valid_until is 'Until when it has it.';
comment on column platform.tenant_features.config is 'Further choices of the capability.';
select platform.expose('tenant_features', verbs => '{read}', in_schema => 'platform');
