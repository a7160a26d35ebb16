-- What stewards look at every morning: the open gates of each project's plan, and when somebody is to speak with it next.

create table guanjia.project_forecast (
  project_id uuid primary key references guanjia.project,
  version int not null,
  permit_on date,
  end_on date not null
);
comment on table guanjia.project_forecast is 'dates of the newest version of the plan, so that a list need not open every plan';

create table guanjia.project_gate (
  project_id uuid not null references guanjia.project,
  step text not null,
  name jsonb not null,
  lane text not null,
  is_begun boolean not null,
  start_on date not null,
  end_on date not null,
  late_on date not null,
  days int not null check (days >= 0),
  float int not null,
  primary key (project_id, step)
);
comment on table guanjia.project_gate is 'taken from the newest version of the plan and replaced with each one; can be made again from it';

create table guanjia.project_next_contact (
  project_id uuid primary key references guanjia.project,
  on_date date not null,
  set_by uuid not null references guanjia.person,
  set_at timestamptz not null,
  reminded_at timestamptz
);
create index project_next_contact_due on guanjia.project_next_contact (on_date) where reminded_at is null;

grant select, insert, update, delete on guanjia.project_forecast, guanjia.project_gate, guanjia.project_next_contact to guanjia_app;
