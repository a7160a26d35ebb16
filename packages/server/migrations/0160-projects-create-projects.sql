-- Construction projects, their stewards and every contact with them.

create extension if not exists btree_gist;

create table guanjia.project (
  id uuid primary key,
  number text not null constraint project_number_once unique,
  name text not null check (length(name) between 2 and 100),
  kind text not null,
  owner_id uuid not null references guanjia.person,
  facts jsonb not null,
  state text not null check (state in ('active', 'ended')),
  created_at timestamptz not null,
  steward_due_at timestamptz not null,
  ended_at timestamptz,
  constraint project_ended check ((state = 'ended') = (ended_at is not null))
);
comment on column guanjia.project.kind is 'word of content: which specialty it asks of a steward';
comment on column guanjia.project.facts is 'answers of the questionnaire by attribute; what is not there is not known';
comment on column guanjia.project.steward_due_at is 'by when a steward had to be given: one working day';
create index project_of_owner on guanjia.project (owner_id, created_at desc);
create sequence guanjia.project_number;

create table guanjia.steward_specialty (
  person_id uuid not null references guanjia.person,
  kind text not null,
  primary key (person_id, kind)
);
comment on table guanjia.steward_specialty is 'kinds of projects a steward knows well; who is a steward is said by the duties';

create table guanjia.steward_leave (
  steward_id uuid not null references guanjia.person,
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  constraint steward_leave_once exclude using gist (steward_id with =, daterange(from_on, to_on, '[]') with &&)
);

create table guanjia.stewardship (
  id uuid primary key,
  project_id uuid not null references guanjia.project,
  steward_id uuid not null references guanjia.person,
  duty text not null check (duty in ('primary', 'backup')),
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at),
  reason text not null check (reason <> ''),
  -- one primary steward at every moment, whatever the code believes
  constraint stewardship_one_primary exclude using gist (project_id with =, tstzrange(from_at, to_at) with &&)
    where (duty = 'primary'),
  constraint stewardship_person_once exclude using gist
    (project_id with =, steward_id with =, tstzrange(from_at, to_at) with &&)
);
create index stewardship_of_steward on guanjia.stewardship (steward_id) where to_at is null;

create table guanjia.project_contact (
  id uuid primary key,
  project_id uuid not null references guanjia.project,
  channel text not null check (channel in ('visit', 'call', 'message', 'video', 'counter')),
  by text not null check (by in ('steward', 'applicant')),
  person_id uuid not null references guanjia.person,
  at timestamptz not null,
  recorded_at timestamptz not null,
  text text not null check (length(text) <= 2000),
  place text,
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  checked text[] not null,
  response_due_at timestamptz,
  constraint project_contact_not_ahead check (at <= recorded_at + interval '5 minutes'),
  constraint project_contact_question check (response_due_at is null or by = 'applicant')
);
comment on column guanjia.project_contact.id is 'given by the device that recorded it, so that a phone that was offline may send it twice';
comment on column guanjia.project_contact.checked is 'matters of the plan that were gone through on the spot';
comment on column guanjia.project_contact.response_due_at is 'for a question of the applicant: by when a steward answers';
create index project_contact_of_project on guanjia.project_contact (project_id, at desc);

grant select, insert on guanjia.project, guanjia.steward_specialty, guanjia.steward_leave, guanjia.stewardship,
  guanjia.project_contact to guanjia_app;
grant update (facts, state, ended_at) on guanjia.project to guanjia_app;
grant update (to_at) on guanjia.stewardship to guanjia_app;
grant delete on guanjia.steward_leave, guanjia.steward_specialty to guanjia_app;
grant usage on sequence guanjia.project_number to guanjia_app;
