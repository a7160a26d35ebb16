-- Cases: what happened is the truth, one event a version; the file is what it comes to, for lists and searches.

create sequence guanjia.case_number;
grant usage on sequence guanjia.case_number to guanjia_app;

create table guanjia.case_file (
  id uuid primary key,
  number text not null constraint case_file_number_once unique,
  version int not null check (version > 0),
  service text not null,
  service_name jsonb not null,
  applicant_id uuid not null references guanjia.person,
  project_id uuid,
  channel text not null check (channel in ('online', 'counter')),
  authorities text[] not null check (cardinality(authorities) > 0),
  answers jsonb not null default '{}',
  answers_version int not null default 1,
  situation text not null,
  status int not null check (status between 0 and 15),
  state jsonb not null,
  court text not null check (court in ('applicant', 'authority', 'third-party', 'nobody')),
  revocation_proposed_by uuid references guanjia.person,
  next_kind text,
  next_due date,
  light text not null check (light in ('green', 'amber', 'red', 'grey', 'off')),
  calendar_version text not null,
  looked_at_on date not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null
);
comment on column guanjia.case_file.state is 'fold of the events of the case; rebuilt from them at any time';
comment on column guanjia.case_file.status is 'national status code, 0 before receipt';
comment on column guanjia.case_file.calendar_version is 'calendar the days of this row were counted with';
create index case_file_applicant on guanjia.case_file (applicant_id, opened_at desc);
create index case_file_authorities on guanjia.case_file using gin (authorities);
create index case_file_running on guanjia.case_file (next_due) where court <> 'nobody';
create index case_file_project on guanjia.case_file (project_id) where project_id is not null;

create table guanjia.case_event (
  case_id uuid not null references guanjia.case_file,
  version int not null check (version > 0),
  type text not null,
  body jsonb not null,
  principal text not null,
  at timestamptz not null,
  constraint case_event_once primary key (case_id, version)
);

create table guanjia.case_reminder (
  case_id uuid not null references guanjia.case_file,
  about text not null,
  due date not null,
  days_before int not null,
  sent_at timestamptz not null,
  primary key (case_id, about, due, days_before)
);
comment on table guanjia.case_reminder is 'a reminder goes out once, whenever the clock was looked at';

grant select, insert, update on guanjia.case_file to guanjia_app;
grant select, insert on guanjia.case_event, guanjia.case_reminder to guanjia_app;
