-- Which case stands for which step of a plan, and what really happened to the steps.

create table guanjia.project_step_case (
  case_id uuid primary key references guanjia.case_file,
  project_id uuid not null references guanjia.project,
  service text not null check (service <> ''),
  linked_at timestamptz not null,
  closed_at timestamptz check (closed_at >= linked_at)
);
comment on column guanjia.project_step_case.closed_at is 'when the case ended without a grant, or its grant was revoked: the step may have another case';
create unique index project_step_case_one_open on guanjia.project_step_case (project_id, service) where closed_at is null;

create table guanjia.project_step_actual (
  project_id uuid not null references guanjia.project,
  step text not null check (step <> ''),
  started_on date not null,
  finished_on date check (finished_on >= started_on),
  expected_on date,
  case_id uuid references guanjia.case_file,
  reported_by uuid references guanjia.person,
  recorded_at timestamptz not null,
  primary key (project_id, step),
  constraint project_step_actual_has_origin check ((case_id is null) <> (reported_by is null))
);
comment on column guanjia.project_step_actual.expected_on is 'for a case: the day its committed time ends by, pauses counted';

grant select, insert, update (closed_at) on guanjia.project_step_case to guanjia_app;
grant select, insert, update, delete on guanjia.project_step_actual to guanjia_app;
