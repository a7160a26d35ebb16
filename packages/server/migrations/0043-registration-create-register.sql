-- The register: decisions with their four records, market entities in two times, licences.

create table guanjia.registration_decision (
  id uuid primary key,
  application_id uuid not null references guanjia.registration_application
    constraint registration_decision_once unique,
  outcome text not null check (outcome in ('approved', 'refused')),
  fully_auto boolean not null,
  officer uuid references guanjia.person,
  rule_version text not null,
  trace jsonb not null,
  facts jsonb not null,
  reason text,
  decided_at timestamptz not null,
  constraint registration_decision_auto check (not fully_auto or officer is null)
);
comment on table guanjia.registration_decision is 'one decision an application, whoever races';
comment on column guanjia.registration_decision.facts is 'what the checks looked at, so that the trace can be replayed';

create table guanjia.registration_record (
  decision_id uuid not null references guanjia.registration_decision,
  step text not null check (step in ('pre-review', 'acceptance', 'approval', 'closing')),
  outcome text not null,
  by text not null,
  at timestamptz not null,
  primary key (decision_id, step)
);
comment on table guanjia.registration_record is 'the four logical records of one decision: pre-review, acceptance, approval, closing';

create table guanjia.market_entity (
  unified_code text primary key check (length(unified_code) = 18),
  kind text not null,
  is_enterprise boolean not null,
  established_on date not null,
  electronic boolean not null,
  fully_auto boolean not null,
  application_id uuid constraint market_entity_application_once unique
    references guanjia.registration_application,
  recorded_at timestamptz not null
);
create index market_entity_established on guanjia.market_entity (established_on);

create table guanjia.market_entity_version (
  id bigint generated always as identity primary key,
  unified_code text not null references guanjia.market_entity,
  status text not null check (status in ('registered', 'cancelled', 'revoked')),
  name text,
  document jsonb not null,
  valid_from date not null,
  valid_to date,
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  decision_id uuid references guanjia.registration_decision,
  constraint market_entity_version_valid check (valid_to is null or valid_to >= valid_from),
  constraint market_entity_version_recorded check (recorded_to is null or recorded_to >= recorded_from)
);
comment on table guanjia.market_entity_version is
  'valid_* is when it held in the world, recorded_* is when the register believed it; valid_to and recorded_to are excluded';
create unique index market_entity_version_open on guanjia.market_entity_version (unified_code)
  where valid_to is null and recorded_to is null;
create unique index market_entity_version_start on guanjia.market_entity_version (unified_code, valid_from)
  where recorded_to is null;

create table guanjia.market_entity_person (
  unified_code text not null references guanjia.market_entity,
  person_id uuid not null references guanjia.person,
  duties text[] not null,
  since timestamptz not null,
  primary key (unified_code, person_id)
);
create index market_entity_person_recent on guanjia.market_entity_person (person_id, since);

create table guanjia.licence (
  id uuid primary key,
  number text not null constraint licence_number_once unique,
  unified_code text not null references guanjia.market_entity,
  application_id uuid not null references guanjia.registration_application,
  document jsonb not null,
  credential text,
  status text not null check (status in ('valid', 'revoked', 'superseded')),
  issued_at timestamptz not null,
  revoked_at timestamptz,
  constraint licence_revocation_dated check ((status = 'revoked') = (revoked_at is not null))
);
create unique index licence_valid_once on guanjia.licence (unified_code) where status = 'valid';
create index licence_application on guanjia.licence (application_id);

create table guanjia.registration_bar (
  identity_number text not null,
  rule text not null,
  source text not null,
  until date,
  primary key (identity_number, rule)
);
comment on table guanjia.registration_bar is 'people barred from office, people of limited capacity, complaints of misused identities: copies of other registers';

create table guanjia.registration_push (
  id uuid primary key,
  application_id uuid not null references guanjia.registration_application,
  unified_code text not null,
  receiver text not null,
  state text not null check (state in ('waiting', 'delivered')),
  attempts int not null default 0,
  last_error text,
  receipt jsonb,
  created_at timestamptz not null,
  delivered_at timestamptz,
  constraint registration_push_once unique (unified_code, receiver),
  constraint registration_push_receipt check ((state = 'delivered') = (receipt is not null))
);
create index registration_push_application on guanjia.registration_push (application_id);

grant select, insert on guanjia.registration_decision, guanjia.registration_record, guanjia.market_entity,
  guanjia.market_entity_version, guanjia.market_entity_person, guanjia.licence, guanjia.registration_bar,
  guanjia.registration_push to guanjia_app;
grant update (valid_to, recorded_to) on guanjia.market_entity_version to guanjia_app;
grant update (credential, status, revoked_at) on guanjia.licence to guanjia_app;
grant update (state, attempts, last_error, receipt, delivered_at) on guanjia.registration_push to guanjia_app;
