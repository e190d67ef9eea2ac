-- Knowledge: protocols, evidence and texts for patients, in versions that are reviewed and approved, and in languages.

create type platform.knowledge_kind as enum ('clinical_protocol', 'evidence_summary', 'patient_education', 'policy', 'training', 'form_template');
create type platform.knowledge_audience as enum ('clinicians', 'staff', 'laboratory', 'patients', 'everyone');
create type platform.knowledge_status as enum ('draft', 'in_review', 'approved', 'published', 'rejected', 'retired');
create type platform.evidence_level as enum ('high', 'moderate', 'low', 'very_low', 'expert_opinion');
comment on type platform.knowledge_kind is 'What kind of knowledge a document holds.';
comment on type platform.knowledge_audience is 'Who a document is written for.';
comment on type platform.knowledge_status is 'How far a version is: written, reviewed, approved, published, retired.';
comment on type platform.evidence_level is 'How sure the evidence is (GRADE).';

create table tenant.knowledge_documents (
    like platform.deletable_row including defaults including generated including comments,
    document_kind platform.knowledge_kind not null,
    slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,99}$'),
    title text not null check (length(title) between 1 and 255),
    summary text check (length(summary) <= 4000),
    topic text check (length(topic) between 1 and 100),
    audience platform.knowledge_audience not null default 'clinicians',
    owner_id uuid,
    code_system text,
    code text,
    tags jsonb not null default '[]' check (jsonb_typeof(tags) = 'array'),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id, slug),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, owner_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (code_system, code) references platform.code_values (code_system, code) on delete restrict,
    check ((code_system is null) = (code is null))
);
create index on tenant.knowledge_documents (tenant_id, document_kind, title, id);
create index on tenant.knowledge_documents (tenant_id, topic);
create index on tenant.knowledge_documents (tenant_id, owner_id);
create index on tenant.knowledge_documents (code_system, code);
create index on tenant.knowledge_documents (tenant_id, created_at, id);
create index on tenant.knowledge_documents using gin (tenant_id, title platform.gin_trgm_ops);
create index on tenant.knowledge_documents using gin (tenant_id, tags);
comment on table tenant.knowledge_documents is 'A protocol, a summary of evidence or a text for patients; what it says stands in its versions.';
comment on column tenant.knowledge_documents.document_kind is 'What kind of knowledge it holds.';
comment on column tenant.knowledge_documents.slug is 'Short name for addresses.';
comment on column tenant.knowledge_documents.title is 'Title.';
comment on column tenant.knowledge_documents.summary is 'What it is about, in a few sentences.';
comment on column tenant.knowledge_documents.topic is 'Field that it belongs to: endodontics, hygiene, radiation protection.';
comment on column tenant.knowledge_documents.audience is 'Who it is written for.';
comment on column tenant.knowledge_documents.owner_id is 'The member who keeps it up to date.';
comment on column tenant.knowledge_documents.code_system is 'Coding system of what it is about.';
comment on column tenant.knowledge_documents.code is 'Code of the condition or procedure that it is about.';
comment on column tenant.knowledge_documents.tags is 'Free labels.';
comment on column tenant.knowledge_documents.metadata is 'Further facts about it.';
select platform.expose('knowledge_documents');

create table tenant.knowledge_versions (
    like platform.deletable_row including defaults including generated including comments,
    document_id uuid not null,
    version_number integer not null default 1 check (version_number > 0),
    status platform.knowledge_status not null default 'draft',
    language text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(language) <= 35),
    title text not null check (length(title) between 1 and 255),
    content text not null default '' check (length(content) <= 500000),
    change_summary text check (length(change_summary) <= 4000),
    sources jsonb not null default '[]'
        constraint knowledge_versions_sources_shape check (platform.json_matches('{"type": "array", "maxItems": 500, "items": {
            "type": "object", "required": ["title"], "properties": {"title": {"type": "string"}, "url": {"type": "string"}, "doi": {"type": "string"}}}}', sources)),
    evidence_level platform.evidence_level,
    author_id uuid default platform.current_user_id(),
    submitted_at timestamptz,
    reviewer_id uuid,
    reviewed_at timestamptz,
    review_comment text check (length(review_comment) <= 4000),
    approver_id uuid,
    approved_at timestamptz,
    approval_comment text check (length(approval_comment) <= 4000),
    published_at timestamptz,
    retired_at timestamptz,
    valid_from date,
    next_review_on date,
    primary key (tenant_id, id),
    unique (tenant_id, document_id, version_number),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, document_id) references tenant.knowledge_documents (tenant_id, id) on delete cascade,
    foreign key (tenant_id, author_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, reviewer_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, approver_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check ((reviewed_at is null) = (reviewer_id is null)),
    check ((approved_at is null) = (approver_id is null)),
    check (status not in ('approved', 'published') or approved_at is not null),
    check (status <> 'published' or published_at is not null),
    check (next_review_on >= valid_from)
);
create unique index knowledge_versions_published on tenant.knowledge_versions (tenant_id, document_id) where status = 'published' and deleted_at is null;
create index on tenant.knowledge_versions (tenant_id, author_id);
create index on tenant.knowledge_versions (tenant_id, reviewer_id);
create index on tenant.knowledge_versions (tenant_id, approver_id);
create index on tenant.knowledge_versions (tenant_id, status, created_at);
create index on tenant.knowledge_versions (tenant_id, next_review_on);
create index on tenant.knowledge_versions using gin (tenant_id, title platform.gin_trgm_ops);
create index on tenant.knowledge_versions using gin (tenant_id, to_tsvector('simple', content));
comment on table tenant.knowledge_versions is 'What a document said at a time: who wrote, reviewed and approved it. One version is published.';
comment on column tenant.knowledge_versions.document_id is 'The document.';
comment on column tenant.knowledge_versions.version_number is 'Number of the version, from 1.';
comment on column tenant.knowledge_versions.status is 'How far it is.';
comment on column tenant.knowledge_versions.language is 'Language that it was written in (BCP 47).';
comment on column tenant.knowledge_versions.title is 'Title.';
comment on column tenant.knowledge_versions.content is 'What it says (Markdown).';
comment on column tenant.knowledge_versions.change_summary is 'What is new since the version before.';
comment on column tenant.knowledge_versions.sources is 'What it is founded on: title, address, DOI.';
comment on column tenant.knowledge_versions.evidence_level is 'How sure its evidence is (GRADE).';
comment on column tenant.knowledge_versions.author_id is 'The member who wrote it.';
comment on column tenant.knowledge_versions.submitted_at is 'When it was handed in for review.';
comment on column tenant.knowledge_versions.reviewer_id is 'The member who reviewed it.';
comment on column tenant.knowledge_versions.reviewed_at is 'When it was reviewed.';
comment on column tenant.knowledge_versions.review_comment is 'What the reviewer said.';
comment on column tenant.knowledge_versions.approver_id is 'The member who approved it.';
comment on column tenant.knowledge_versions.approved_at is 'When it was approved.';
comment on column tenant.knowledge_versions.approval_comment is 'What was said at the approval.';
comment on column tenant.knowledge_versions.published_at is 'When it was published.';
comment on column tenant.knowledge_versions.retired_at is 'When it was withdrawn.';
comment on column tenant.knowledge_versions.valid_from is 'First day on which it counts.';
comment on column tenant.knowledge_versions.next_review_on is 'Day by which it must be looked at again.';
select platform.expose('knowledge_versions',
    managed => '{status:advance,submitted_at:advance,reviewer_id:advance,reviewed_at:advance,review_comment:advance,approver_id:advance,
                 approved_at:advance,approval_comment:advance,published_at:advance,retired_at:advance}');

create table tenant.knowledge_localizations (
    like platform.deletable_row including defaults including generated including comments,
    version_id uuid not null,
    language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and length(language) <= 35),
    region text not null default '001' check (region ~ '^([A-Z]{2}|[0-9]{3})$'),
    title text not null check (length(title) between 1 and 255),
    content text not null check (length(content) <= 500000),
    status platform.knowledge_status not null default 'draft',
    translator_id uuid default platform.current_user_id(),
    is_machine_translated boolean not null default false,
    reviewer_id uuid,
    reviewed_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, version_id, language, region),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, version_id) references tenant.knowledge_versions (tenant_id, id) on delete cascade,
    foreign key (tenant_id, translator_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, reviewer_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    check ((reviewed_at is null) = (reviewer_id is null))
);
create index on tenant.knowledge_localizations (tenant_id, translator_id);
create index on tenant.knowledge_localizations (tenant_id, reviewer_id);
create index on tenant.knowledge_localizations (tenant_id, language, region);
create index on tenant.knowledge_localizations using gin (tenant_id, title platform.gin_trgm_ops);
create index on tenant.knowledge_localizations using gin (tenant_id, to_tsvector('simple', content));
comment on table tenant.knowledge_localizations is 'A version of a document in another language or for another region.';
comment on column tenant.knowledge_localizations.version_id is 'The version.';
comment on column tenant.knowledge_localizations.language is 'Language (BCP 47).';
comment on column tenant.knowledge_localizations.region is 'Country (ISO 3166-1) or region (UN M.49) that it is for; 001 is everywhere.';
comment on column tenant.knowledge_localizations.title is 'Title.';
comment on column tenant.knowledge_localizations.content is 'What it says (Markdown).';
comment on column tenant.knowledge_localizations.status is 'How far it is.';
comment on column tenant.knowledge_localizations.translator_id is 'The member who translated or adapted it.';
comment on column tenant.knowledge_localizations.is_machine_translated is 'Whether a machine translated it.';
comment on column tenant.knowledge_localizations.reviewer_id is 'The member who checked it.';
comment on column tenant.knowledge_localizations.reviewed_at is 'When it was checked.';
select platform.expose('knowledge_localizations', managed => '{status:advance,reviewer_id:advance,reviewed_at:advance}');
