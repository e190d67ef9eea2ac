-- What people say to each other, what the system tells them, the documents they keep, and who they refer to.

create type platform.document_owner as enum ('patient', 'encounter', 'claim', 'tenant');
create type platform.document_type as enum
    ('consent_form', 'pdf', 'report', 'image', 'letter', 'prescription', 'referral_letter', 'treatment_plan', 'insurance_card',
     'explanation_of_benefits', 'identification', 'invoice', 'laboratory_order', 'contract', 'policy', 'other');
create type platform.conversation_type as enum ('direct', 'group', 'case', 'patient', 'team');
create type platform.conversation_status as enum ('open', 'closed');
create type platform.participant_role as enum ('author', 'participant', 'observer');
create type platform.sender_type as enum ('user', 'system', 'patient');
create type platform.message_content_type as enum ('text', 'rich_text', 'file');
create type platform.delivery_state as enum ('pending', 'sent', 'delivered', 'read', 'failed');
create type platform.notification_type as enum
    ('new_report', 'urgent_case', 'review_complete', 'system_alert', 'case_update', 'assignment', 'message', 'invoice', 'appointment', 'system', 'alert',
     'referral', 'reminder', 'job', 'security', 'other');
create type platform.notification_priority as enum ('low', 'normal', 'high', 'urgent');
create type platform.notification_channel as enum ('in_app', 'email', 'sms', 'push');
create type platform.referral_type as enum ('cross_provider', 'cross_tenant', 'second_opinion');
create type platform.referral_direction as enum ('outgoing', 'incoming');
create type platform.referral_status as enum ('draft', 'offered', 'accepted', 'declined', 'in_progress', 'completed', 'cancelled', 'expired');
comment on type platform.document_owner is 'What a document belongs to.';
comment on type platform.document_type is 'What kind of paper a document is.';
comment on type platform.conversation_type is 'What a thread is: between two, in a group or team, about a case, with a patient.';
comment on type platform.conversation_status is 'Whether a thread takes messages.';
comment on type platform.participant_role is 'What a participant of a thread is in it.';
comment on type platform.sender_type is 'Who said a message.';
comment on type platform.message_content_type is 'How the content of a message is to be read.';
comment on type platform.delivery_state is 'How far a message has come on its way.';
comment on type platform.notification_type is 'What a notification is about.';
comment on type platform.notification_priority is 'How soon a notification wants to be seen.';
comment on type platform.notification_channel is 'The way by which a notification reaches someone.';
comment on type platform.referral_type is 'Who a patient is referred to: another provider, another organisation, or someone for a second opinion.';
comment on type platform.referral_direction is 'Whether the organisation made the referral or received it.';
comment on type platform.referral_status is 'How far a referral is.';

create table tenant.documents (
    like platform.deletable_row including defaults including generated including comments,
    owner_type platform.document_owner not null,
    patient_id uuid,
    encounter_id uuid,
    claim_id uuid,
    owner_id uuid not null generated always as
        (case owner_type when 'patient' then patient_id when 'encounter' then encounter_id when 'claim' then claim_id else tenant_id end) stored,
    document_type platform.document_type not null default 'other',
    title text not null check (length(title) between 1 and 255 and title !~ '[[:cntrl:]]'),
    description text check (length(description) <= 4000),
    language text check (length(language) <= 35),
    media_type text not null default 'application/octet-stream',
    size_bytes bigint not null check (size_bytes >= 0),
    checksum text not null check (checksum ~ '^[0-9a-f]{64}$'),
    object_id uuid not null,
    supersedes_id uuid,
    valid_until date,
    signed_at timestamptz,
    signer_id uuid,
    signer_patient_id uuid,
    signer_name text check (length(signer_name) between 1 and 200),
    signature jsonb check (jsonb_typeof(signature) = 'object'),
    tags jsonb not null default '[]' check (jsonb_typeof(tags) = 'array'),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict,
    foreign key (tenant_id, claim_id) references tenant.claims (tenant_id, id) on delete restrict,
    foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict,
    foreign key (tenant_id, supersedes_id) references tenant.documents (tenant_id, id) on delete restrict,
    foreign key (tenant_id, signer_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, signer_patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    check (num_nonnulls(signer_id, signer_patient_id) <= 1),
    check ((signed_at is not null) = (num_nonnulls(signer_id, signer_patient_id, signer_name) > 0))
);
create index on tenant.documents (tenant_id, owner_type, owner_id, created_at);
create index on tenant.documents (tenant_id, patient_id, created_at);
create index on tenant.documents (tenant_id, encounter_id);
create index on tenant.documents (tenant_id, claim_id);
create index on tenant.documents (tenant_id, object_id);
create index on tenant.documents (tenant_id, supersedes_id);
create index on tenant.documents (tenant_id, signer_id);
create index on tenant.documents (tenant_id, signer_patient_id);
create index on tenant.documents (tenant_id, document_type, created_at);
create index on tenant.documents (tenant_id, checksum);
create index on tenant.documents (tenant_id, created_at, id);
create index on tenant.documents using gin (tenant_id, title platform.gin_trgm_ops);
create index on tenant.documents using gin (tenant_id, tags);
comment on table tenant.documents is 'A paper that is kept: consent form, report, letter, picture (FHIR DocumentReference).';
comment on column tenant.documents.owner_type is 'What the document belongs to.';
comment on column tenant.documents.patient_id is 'The patient that it is about.';
comment on column tenant.documents.encounter_id is 'The visit that it belongs to.';
comment on column tenant.documents.claim_id is 'The claim that it belongs to.';
comment on column tenant.documents.owner_id is 'Identifier of what it belongs to: the patient, visit, claim or organisation.';
comment on column tenant.documents.document_type is 'What kind of paper it is.';
comment on column tenant.documents.title is 'Name of the document.';
comment on column tenant.documents.description is 'What is in it, in a few words.';
comment on column tenant.documents.language is 'Language of its text (BCP 47).';
comment on column tenant.documents.media_type is 'Media type.';
comment on column tenant.documents.size_bytes is 'Number of bytes.';
comment on column tenant.documents.checksum is 'SHA-256 of the bytes, in hexadecimal.';
comment on column tenant.documents.object_id is 'The stored bytes.';
comment on column tenant.documents.supersedes_id is 'The former document that this one takes the place of.';
comment on column tenant.documents.valid_until is 'Last day on which it counts.';
comment on column tenant.documents.signed_at is 'When it was signed.';
comment on column tenant.documents.signer_id is 'The member who signed it.';
comment on column tenant.documents.signer_patient_id is 'The patient who signed it.';
comment on column tenant.documents.signer_name is 'Name of the signer, as it was signed.';
comment on column tenant.documents.signature is 'How it was signed: method, strokes or certificate, and the hash that was signed.';
comment on column tenant.documents.tags is 'Free labels.';
comment on column tenant.documents.metadata is 'Further facts about the document.';
select platform.expose('documents', verbs => '{read,update,delete}',
    managed => '{owner_type:upload,patient_id:upload,encounter_id:upload,claim_id:upload,media_type:upload,size_bytes:upload,checksum:upload,
                 object_id:upload,signed_at:sign,signer_id:sign,signer_patient_id:sign,signer_name:sign,signature:sign}',
    phi => '{title,description,signer_name,signature,tags,metadata}');

create table tenant.conversations (
    like platform.deletable_row including defaults including generated including comments,
    conversation_type platform.conversation_type not null default 'direct',
    subject text check (length(subject) between 1 and 200),
    case_id uuid,
    patient_id uuid,
    team_id uuid,
    status platform.conversation_status not null default 'open',
    last_message_at timestamptz,
    message_count integer not null default 0 check (message_count >= 0),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, team_id) references tenant.teams (tenant_id, id) on delete restrict,
    check (conversation_type <> 'case' or case_id is not null),
    check (conversation_type <> 'patient' or patient_id is not null),
    check (conversation_type <> 'team' or team_id is not null)
);
create index on tenant.conversations (tenant_id, case_id);
create index on tenant.conversations (tenant_id, patient_id);
create index on tenant.conversations (tenant_id, team_id);
create index on tenant.conversations (tenant_id, conversation_type, last_message_at);
create index on tenant.conversations (tenant_id, status, last_message_at, id);
create index on tenant.conversations (tenant_id, created_at, id);
create index on tenant.conversations using gin (tenant_id, subject platform.gin_trgm_ops);
comment on table tenant.conversations is 'A thread of messages: between colleagues, about a case, with a patient (FHIR Communication).';
comment on column tenant.conversations.conversation_type is 'What kind of thread it is.';
comment on column tenant.conversations.subject is 'What it is about, in a few words.';
comment on column tenant.conversations.case_id is 'The case that is discussed.';
comment on column tenant.conversations.patient_id is 'The patient who takes part or is discussed.';
comment on column tenant.conversations.team_id is 'The team whose thread it is.';
comment on column tenant.conversations.status is 'Whether it takes messages.';
comment on column tenant.conversations.last_message_at is 'When the last message was said.';
comment on column tenant.conversations.message_count is 'Number of messages.';
comment on column tenant.conversations.metadata is 'Further facts about the thread.';
select platform.expose('conversations', managed => '{last_message_at,message_count}', phi => '{subject,metadata}',
    silent => '{last_message_at,message_count}');

create table tenant.conversation_participants (
    like platform.tenant_row including defaults including comments,
    conversation_id uuid not null,
    user_id uuid,
    patient_id uuid,
    role platform.participant_role not null default 'participant',
    joined_at timestamptz not null default now(),
    left_at timestamptz,
    last_read_at timestamptz,
    is_muted boolean not null default false,
    primary key (tenant_id, id),
    unique (tenant_id, conversation_id, user_id),
    unique (tenant_id, conversation_id, patient_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, conversation_id) references tenant.conversations (tenant_id, id) on delete cascade,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    check (num_nonnulls(user_id, patient_id) = 1),
    check (left_at >= joined_at)
);
create index on tenant.conversation_participants (tenant_id, user_id);
create index on tenant.conversation_participants (tenant_id, patient_id);
comment on table tenant.conversation_participants is 'Who takes part in a thread, and up to where they have read it.';
comment on column tenant.conversation_participants.conversation_id is 'The thread.';
comment on column tenant.conversation_participants.user_id is 'The member who takes part; this or the patient.';
comment on column tenant.conversation_participants.patient_id is 'The patient who takes part; this or the member.';
comment on column tenant.conversation_participants.role is 'author began it, participant reads and writes, observer reads.';
comment on column tenant.conversation_participants.joined_at is 'Since when they take part.';
comment on column tenant.conversation_participants.left_at is 'When they left.';
comment on column tenant.conversation_participants.last_read_at is 'All messages up to this moment are read.';
comment on column tenant.conversation_participants.is_muted is 'Whether new messages are not announced to them.';
select platform.expose('conversation_participants', silent => '{last_read_at}');

create table tenant.messages (
    like platform.deletable_row including defaults including generated including comments,
    conversation_id uuid not null,
    sender_type platform.sender_type not null default 'user',
    author_id uuid default nullif(current_setting('app.user', true), '')::uuid,
    patient_id uuid,
    reply_to_id uuid,
    content_type platform.message_content_type not null default 'text',
    content text not null check (length(content) between 1 and 20000),
    document_id uuid,
    sent_at timestamptz not null default now(),
    edited_at timestamptz,
    delivery_state platform.delivery_state not null default 'sent',
    read_at timestamptz,
    is_read boolean not null generated always as (read_at is not null) stored,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, conversation_id) references tenant.conversations (tenant_id, id) on delete cascade,
    foreign key (tenant_id, author_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, reply_to_id) references tenant.messages (tenant_id, id) on delete restrict,
    foreign key (tenant_id, document_id) references tenant.documents (tenant_id, id) on delete restrict,
    check ((sender_type = 'user') = (author_id is not null) and (sender_type = 'patient') = (patient_id is not null)),
    check ((content_type = 'file') = (document_id is not null))
);
create index on tenant.messages (tenant_id, conversation_id, sent_at, id);
create index on tenant.messages (tenant_id, author_id, sent_at);
create index on tenant.messages (tenant_id, patient_id);
create index on tenant.messages (tenant_id, reply_to_id);
create index on tenant.messages (tenant_id, document_id);
create index on tenant.messages (tenant_id, delivery_state, sent_at);
create index on tenant.messages using gin (tenant_id, to_tsvector('simple', content));
comment on table tenant.messages is 'A message of a thread. What was said is not changed; it can be taken back.';
comment on column tenant.messages.conversation_id is 'The thread.';
comment on column tenant.messages.sender_type is 'Who said it: a member, a patient or the system.';
comment on column tenant.messages.author_id is 'The member who said it.';
comment on column tenant.messages.patient_id is 'The patient who said it.';
comment on column tenant.messages.reply_to_id is 'The message that it answers.';
comment on column tenant.messages.content_type is 'Plain text, Markdown (rich_text) or a file with a caption.';
comment on column tenant.messages.content is 'What was said.';
comment on column tenant.messages.document_id is 'The file that is sent.';
comment on column tenant.messages.sent_at is 'When it was said.';
comment on column tenant.messages.edited_at is 'When its text was corrected.';
comment on column tenant.messages.delivery_state is 'How far it has come on its way.';
comment on column tenant.messages.read_at is 'When it had first been read by another participant.';
comment on column tenant.messages.is_read is 'Whether another participant has read it.';
select platform.expose('messages', verbs => '{read,create,delete}',
    managed => '{sender_type,author_id,patient_id,sent_at,edited_at:edit,delivery_state,read_at}', phi => '{content}', silent => '{delivery_state,read_at}');

create table tenant.notifications (
    like platform.tenant_row including defaults including comments,
    user_id uuid,
    patient_id uuid,
    type platform.notification_type not null,
    priority platform.notification_priority not null default 'normal',
    title text not null check (length(title) between 1 and 200),
    message text not null check (length(message) <= 4000),
    action_url text check (length(action_url) <= 2000),
    related_report_id uuid,
    case_id uuid,
    data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
    read_at timestamptz,
    is_read boolean not null generated always as (read_at is not null) stored,
    sent_via_email boolean not null default false,
    sent_via_sms boolean not null default false,
    sent_via_push boolean not null default false,
    expires_at timestamptz,
    archived_at timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, user_id) references platform.user_tenants (tenant_id, user_id) on delete cascade,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, related_report_id) references tenant.diagnostic_reports (tenant_id, id) on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete cascade,
    check (num_nonnulls(user_id, patient_id) = 1),
    check (expires_at > created_at)
);
create index on tenant.notifications (tenant_id, user_id, is_read, created_at desc, id);
create index on tenant.notifications (tenant_id, is_read, created_at desc);
create index on tenant.notifications (tenant_id, created_at desc, id);
create index on tenant.notifications (tenant_id, patient_id);
create index on tenant.notifications (tenant_id, related_report_id);
create index on tenant.notifications (tenant_id, case_id);
create index on tenant.notifications (tenant_id, type, created_at);
create index on tenant.notifications (tenant_id, expires_at) where expires_at is not null;
comment on table tenant.notifications is 'What the system tells a member or a patient. Old ones are archived.';
comment on column tenant.notifications.user_id is 'The member who is told; this or the patient.';
comment on column tenant.notifications.patient_id is 'The patient who is told; this or the member.';
comment on column tenant.notifications.type is 'What it is about.';
comment on column tenant.notifications.priority is 'How soon it wants to be seen.';
comment on column tenant.notifications.title is 'Headline.';
comment on column tenant.notifications.message is 'What is told.';
comment on column tenant.notifications.action_url is 'Page where something can be done about it.';
comment on column tenant.notifications.related_report_id is 'The report that it is about.';
comment on column tenant.notifications.case_id is 'The case that it is about.';
comment on column tenant.notifications.data is 'Further facts for the page that shows it.';
comment on column tenant.notifications.read_at is 'When it was read.';
comment on column tenant.notifications.is_read is 'Whether it was read.';
comment on column tenant.notifications.sent_via_email is 'Whether it was also sent by e-mail.';
comment on column tenant.notifications.sent_via_sms is 'Whether it was also sent by text message.';
comment on column tenant.notifications.sent_via_push is 'Whether it was also sent to a telephone''s or browser''s notices.';
comment on column tenant.notifications.expires_at is 'When it has no more meaning.';
comment on column tenant.notifications.archived_at is 'When it was put away.';
select platform.expose('notifications', verbs => '{read,update}',
    managed => '{user_id,patient_id,type,priority,title,message,action_url,related_report_id,case_id,data,sent_via_email,sent_via_sms,sent_via_push,
                 expires_at,archived_at}',
    phi => '{title,message,action_url,data}', silent => '{sent_via_email,sent_via_sms,sent_via_push}');

create table tenant.notification_deliveries (
    like platform.tenant_row including defaults including comments,
    notification_id uuid not null,
    channel platform.notification_channel not null,
    state platform.delivery_state not null default 'pending',
    address text check (length(address) <= 320),
    attempts smallint not null default 0 check (attempts between 0 and 25),
    next_attempt_at timestamptz,
    sent_at timestamptz,
    delivered_at timestamptz,
    provider_message_id text check (length(provider_message_id) <= 255),
    error_message text check (length(error_message) <= 2000),
    primary key (tenant_id, id),
    unique (tenant_id, notification_id, channel),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, notification_id) references tenant.notifications (tenant_id, id) on delete cascade,
    check (delivered_at >= sent_at)
);
create index on tenant.notification_deliveries (tenant_id, state, next_attempt_at);
comment on table tenant.notification_deliveries is 'How a notification went out by one channel.';
comment on column tenant.notification_deliveries.notification_id is 'The notification.';
comment on column tenant.notification_deliveries.channel is 'The channel.';
comment on column tenant.notification_deliveries.state is 'How far it has come.';
comment on column tenant.notification_deliveries.address is 'E-mail address, number or device that it went to.';
comment on column tenant.notification_deliveries.attempts is 'How often it was tried.';
comment on column tenant.notification_deliveries.next_attempt_at is 'When it is tried again.';
comment on column tenant.notification_deliveries.sent_at is 'When it was handed to the channel.';
comment on column tenant.notification_deliveries.delivered_at is 'When the channel said that it had arrived.';
comment on column tenant.notification_deliveries.provider_message_id is 'Its number at the channel.';
comment on column tenant.notification_deliveries.error_message is 'Why it failed.';
select platform.expose('notification_deliveries', verbs => '{read}', phi => '{address}', silent => '{state,attempts,next_attempt_at}');

create table tenant.referrals (
    like platform.deletable_row including defaults including generated including comments,
    referral_number text not null default 'R-' || lpad(platform.next_number('referral')::text, 6, '0'),
    referral_type platform.referral_type not null default 'cross_provider',
    direction platform.referral_direction not null default 'outgoing',
    status platform.referral_status not null default 'draft',
    priority platform.priority_level not null default 'medium',
    patient_id uuid,
    case_id uuid,
    encounter_id uuid,
    referring_user_id uuid default nullif(current_setting('app.user', true), '')::uuid,
    recipient_user_id uuid,
    external_contact_id uuid,
    counterpart_tenant_id uuid references platform.tenants on delete restrict,
    counterpart_referral_id uuid,
    specialty text check (length(specialty) <= 100),
    reason text not null check (length(reason) between 1 and 2000),
    clinical_question text check (length(clinical_question) <= 10000),
    response text check (length(response) <= 20000),
    offered_at timestamptz,
    expires_at timestamptz,
    responded_at timestamptz,
    completed_at timestamptz,
    decline_reason text check (length(decline_reason) <= 2000),
    metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
    primary key (tenant_id, id),
    unique (tenant_id, referral_number),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, patient_id) references tenant.patients (tenant_id, id) on delete restrict,
    foreign key (tenant_id, case_id) references tenant.cases (tenant_id, id) on delete restrict,
    foreign key (tenant_id, encounter_id) references tenant.encounters (tenant_id, id) on delete restrict,
    foreign key (tenant_id, referring_user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, recipient_user_id) references platform.user_tenants (tenant_id, user_id) on delete restrict,
    foreign key (tenant_id, external_contact_id) references tenant.external_contacts (tenant_id, id) on delete restrict,
    check (num_nonnulls(recipient_user_id, external_contact_id, counterpart_tenant_id) <= 1),
    check (counterpart_tenant_id <> tenant_id),
    check (direction = 'outgoing' or counterpart_tenant_id is not null),
    check (status = 'draft' or direction = 'incoming' or num_nonnulls(recipient_user_id, external_contact_id, counterpart_tenant_id) = 1),
    check (responded_at >= offered_at and expires_at > offered_at)
);
create index on tenant.referrals (tenant_id, patient_id, created_at);
create index on tenant.referrals (tenant_id, case_id);
create index on tenant.referrals (tenant_id, encounter_id);
create index on tenant.referrals (tenant_id, referring_user_id);
create index on tenant.referrals (tenant_id, recipient_user_id, status);
create index on tenant.referrals (tenant_id, external_contact_id);
create index on tenant.referrals (counterpart_tenant_id);
create index on tenant.referrals (tenant_id, status, created_at, id);
create index on tenant.referrals (tenant_id, direction, status, created_at);
comment on table tenant.referrals is 'A patient or case sent to another provider, another organisation or for a second opinion (FHIR ServiceRequest). Between organisations it is an offer: '
    'who accepts gets copies of what was shared, and a row of their own.';
comment on column tenant.referrals.referral_number is 'Number of the referral, unique in the tenant.';
comment on column tenant.referrals.referral_type is 'Who it goes to.';
comment on column tenant.referrals.direction is 'Whether the organisation made it or received it.';
comment on column tenant.referrals.status is 'How far it is.';
comment on column tenant.referrals.priority is 'How soon the patient should be seen.';
comment on column tenant.referrals.patient_id is 'The patient; empty on a received offer that is not accepted yet.';
comment on column tenant.referrals.case_id is 'The case that is sent.';
comment on column tenant.referrals.encounter_id is 'The visit at which it was decided.';
comment on column tenant.referrals.referring_user_id is 'The member who refers.';
comment on column tenant.referrals.recipient_user_id is 'The member who is to take over or to advise.';
comment on column tenant.referrals.external_contact_id is 'The provider outside of the platform.';
comment on column tenant.referrals.counterpart_tenant_id is 'The organisation at the other side.';
comment on column tenant.referrals.counterpart_referral_id is 'Identifier of the referral''s row at the other side.';
comment on column tenant.referrals.specialty is 'Specialty that is asked for: endodontics, oral surgery, …';
comment on column tenant.referrals.reason is 'Why the patient is referred.';
comment on column tenant.referrals.clinical_question is 'What the other is asked.';
comment on column tenant.referrals.response is 'What the other answered.';
comment on column tenant.referrals.offered_at is 'When it was sent.';
comment on column tenant.referrals.expires_at is 'Until when it can be accepted.';
comment on column tenant.referrals.responded_at is 'When it was accepted or declined.';
comment on column tenant.referrals.completed_at is 'When the other had answered.';
comment on column tenant.referrals.decline_reason is 'Why it was declined.';
comment on column tenant.referrals.metadata is 'Further facts about the referral.';
select platform.expose('referrals',
    managed => '{referral_number,direction,status:advance,referring_user_id,counterpart_referral_id,response:answer,offered_at,responded_at,completed_at,decline_reason:decline}',
    phi => '{reason,clinical_question,response,decline_reason,metadata}', deidentify => '{referral_number:pseudonymise}');

create table tenant.referral_items (
    like platform.tenant_row including defaults including comments,
    referral_id uuid not null,
    resource_type text not null check (resource_type ~ '^[a-z][a-z0-9_]*$'),
    resource_id uuid,
    content jsonb check (jsonb_typeof(content) = 'object'),
    object_id uuid,
    copied_to_id uuid,
    primary key (tenant_id, id),
    unique (tenant_id, referral_id, resource_type, resource_id),
    foreign key (tenant_id) references platform.tenants on delete restrict,
    foreign key (tenant_id, referral_id) references tenant.referrals (tenant_id, id) on delete cascade,
    foreign key (tenant_id, object_id) references tenant.objects (tenant_id, id) on delete restrict
);
create index on tenant.referral_items (tenant_id, object_id);
comment on table tenant.referral_items is 'One thing that is shared with a referral: a report, an image, a scan, a part of the record.';
comment on column tenant.referral_items.referral_id is 'The referral.';
comment on column tenant.referral_items.resource_type is 'What is shared, as in the address of the API.';
comment on column tenant.referral_items.resource_id is 'Identifier of what is shared, at the side that shares it.';
comment on column tenant.referral_items.content is 'The copy, as it was when it was shared.';
comment on column tenant.referral_items.object_id is 'The bytes that belong to it.';
comment on column tenant.referral_items.copied_to_id is 'Identifier of the row that the copy became, at the side that accepted.';
select platform.expose('referral_items', verbs => '{read,create,delete}', managed => '{content,object_id,copied_to_id}', phi => '{content}');
