-- Set-up applications: the answers, who signs, what happened.

create sequence guanjia.registration_case_number;
create sequence guanjia.registration_licence_number;
-- below a million lie the codes of entities that were registered before this house was opened
create sequence guanjia.registration_unified_code start 1000000;
grant usage on sequence guanjia.registration_case_number, guanjia.registration_licence_number,
  guanjia.registration_unified_code to guanjia_app;

create table guanjia.registration_application (
  id uuid primary key,
  number text not null constraint registration_application_number_once unique,
  owner_id uuid not null references guanjia.person,
  kind text not null check (kind in ('LLC', 'IND')),
  stage text not null default 'draft' check (stage in
    ('draft', 'signing', 'with-officer', 'approved', 'refused', 'revocation-proposed', 'revoked', 'withdrawn')),
  version int not null default 1,
  answers jsonb not null,
  human_acts int not null default 0 check (human_acts >= 0),
  documents_digest text,
  pledged_at timestamptz,
  officer uuid references guanjia.person,
  accepted_at timestamptz,
  due_at timestamptz,
  due_because jsonb,
  reasons jsonb,
  decision_id uuid,
  decided_at timestamptz,
  revocation_proposed_by uuid references guanjia.person,
  revocation_reason text,
  address_filed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint registration_application_signed_papers check (stage <> 'signing' or documents_digest is not null)
);
comment on column guanjia.registration_application.human_acts is 'acts of staff; a set-up is zero-touch only at 0';
comment on column guanjia.registration_application.accepted_at is 'moment of submission; the half working day starts here';
create index registration_application_owner on guanjia.registration_application (owner_id, created_at desc);
create index registration_application_queue on guanjia.registration_application (due_at) where stage = 'with-officer';
create index registration_application_decided on guanjia.registration_application (owner_id, decided_at)
  where decided_at is not null;

create table guanjia.registration_signature (
  application_id uuid not null references guanjia.registration_application,
  party_id text not null,
  person_id uuid not null references guanjia.person,
  duties text[] not null,
  token_hash text not null constraint registration_signature_token_once unique,
  documents_digest text not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  identified_at timestamptz,
  signed_at timestamptz,
  key_id text,
  public_key bytea,
  signature bytea,
  primary key (application_id, party_id),
  constraint registration_signature_whole
    check ((signed_at is null) = (signature is null) and (signed_at is null) = (public_key is null))
);
comment on column guanjia.registration_signature.token_hash is 'SHA-256 of the link''s token; the token itself is kept nowhere';
create index registration_signature_person on guanjia.registration_signature (person_id);

create table guanjia.registration_event (
  application_id uuid not null references guanjia.registration_application,
  sequence bigint generated always as identity,
  type text not null,
  body jsonb not null,
  principal text not null,
  at timestamptz not null,
  primary key (application_id, sequence)
);
comment on table guanjia.registration_event is 'what happened to an application, in order; never changed';

grant select, insert, update on guanjia.registration_application to guanjia_app;
grant select, insert, update, delete on guanjia.registration_signature to guanjia_app;
grant select, insert on guanjia.registration_event to guanjia_app;
