-- The versions of a project's plan. The first one is the baseline and is never touched.

create table guanjia.project_plan (
  project_id uuid not null references guanjia.project,
  version int not null check (version >= 1),
  catalogue int not null,
  facts jsonb not null,
  signed text[] not null,
  durations jsonb not null,
  start_on date not null,
  plan jsonb not null,
  change jsonb not null,
  diff jsonb,
  made_at timestamptz not null,
  made_by uuid references guanjia.person,
  primary key (project_id, version),
  constraint project_plan_first_has_no_diff check ((version = 1) = (diff is null))
);
comment on column guanjia.project_plan.catalogue is 'number of the version the plan was made with';
comment on table guanjia.project_plan is 'rows are only added: version 1 is the frozen baseline, every later one says what changed and why';
grant select, insert on guanjia.project_plan to guanjia_app;
