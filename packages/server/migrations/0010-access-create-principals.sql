-- People, their duties, the powers they gave to others, and their sessions.
-- Real-name data stands apart, so that a query for a name cannot reach an identity number by accident.

create table guanjia.person (
  id uuid primary key,
  subject text unique,
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null default now()
);
comment on column guanjia.person.subject is 'subject at the identity service; null for staff';

create table guanjia.person_identity (
  person_id uuid primary key references guanjia.person,
  identity_number text not null unique,
  phone text
);

create table guanjia.staff_account (
  person_id uuid primary key references guanjia.person,
  username text not null unique,
  password_hash text not null,
  one_time_secret text not null,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  last_code_step bigint not null default 0
);
comment on column guanjia.staff_account.last_code_step is 'time step of the last accepted code: a code works once';

create table guanjia.role_grant (
  id uuid primary key,
  person_id uuid not null references guanjia.person,
  role text not null,
  proposed_by uuid references guanjia.person,
  proposed_at timestamptz not null default now(),
  confirmed_by uuid references guanjia.person,
  confirmed_at timestamptz,
  revoked_by uuid references guanjia.person,
  revoked_at timestamptz,
  constraint role_grant_two_people check (confirmed_by is null or confirmed_by <> proposed_by),
  constraint role_grant_not_for_self check (proposed_by is null or proposed_by <> person_id),
  constraint role_grant_not_confirmed_by_self check (confirmed_by is null or confirmed_by <> person_id)
);
create unique index role_grant_live on guanjia.role_grant (person_id, role) where revoked_at is null;
comment on column guanjia.role_grant.proposed_by is 'null only for the first accounts, made at installation';

create table guanjia.organisation_membership (
  person_id uuid not null references guanjia.person,
  organisation_code text not null check (length(organisation_code) = 18),
  position text not null check (position in ('legal-representative', 'staff')),
  since timestamptz not null default now(),
  ended_at timestamptz,
  primary key (person_id, organisation_code, position, since)
);

create table guanjia.delegation (
  id uuid primary key,
  from_person uuid not null references guanjia.person,
  to_person uuid not null references guanjia.person,
  scope text[] not null check (cardinality(scope) > 0),
  until timestamptz not null,
  given_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint delegation_to_another check (from_person <> to_person)
);
create index delegation_to on guanjia.delegation (to_person) where ended_at is null;

create table guanjia.session (
  token_hash bytea primary key,
  person_id uuid not null references guanjia.person,
  assurance text not null check (assurance in ('face', 'two-factor', 'sms')),
  opened_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  closed_at timestamptz
);
create index session_person on guanjia.session (person_id) where closed_at is null;
comment on table guanjia.session is 'the token itself is never stored, only its SHA-256';

grant select, insert on guanjia.person, guanjia.person_identity, guanjia.staff_account, guanjia.role_grant,
  guanjia.organisation_membership, guanjia.delegation, guanjia.session to guanjia_app;
grant update (name) on guanjia.person to guanjia_app;
grant update (phone) on guanjia.person_identity to guanjia_app;
grant update (password_hash, one_time_secret, failed_attempts, locked_until, last_code_step)
  on guanjia.staff_account to guanjia_app;
grant update (confirmed_by, confirmed_at, revoked_by, revoked_at) on guanjia.role_grant to guanjia_app;
grant update (ended_at) on guanjia.organisation_membership, guanjia.delegation to guanjia_app;
grant update (last_seen_at, closed_at) on guanjia.session to guanjia_app;
