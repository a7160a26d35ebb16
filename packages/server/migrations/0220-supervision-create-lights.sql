-- Land-using industrial projects under supervision: facts of their nodes, what their lights showed, orders.

create table guanjia.supervised_project (
  id uuid primary key,
  number text not null constraint supervised_project_number_once unique,
  name text not null check (length(name) between 2 and 100),
  company text not null check (length(company) between 2 and 100),
  sector text not null check (sector <> ''),
  park text not null check (park <> ''),
  unit text not null check (unit <> ''),
  land_square_metres numeric(12, 2) not null check (land_square_metres > 0),
  land_contract text constraint supervised_project_land_once unique,
  rule text not null check (rule <> ''),
  project_id uuid references guanjia.project constraint supervised_project_project_once unique,
  enrolled_by text not null check (enrolled_by in ('signing', 'land-supply')),
  enrolled_at timestamptz not null
);
comment on column guanjia.supervised_project.unit is 'authority of the zone that answers for the project';
comment on column guanjia.supervised_project.project_id is 'the project whose network says where it is stuck, where there is one';
create sequence guanjia.supervised_project_number;

create table guanjia.supervised_plan (
  id uuid primary key,
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  on_day date not null,
  decided_on date,
  document text not null check (document <> ''),
  recorded_by uuid references guanjia.person,
  recorded_at timestamptz not null
);
comment on table guanjia.supervised_plan is 'a later plan never takes an earlier one away';
comment on column guanjia.supervised_plan.decided_on is 'null: holds from the beginning';
create index supervised_plan_of_project on guanjia.supervised_plan (supervised_id);

create table guanjia.supervised_done (
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  on_day date not null,
  recorded_on date not null check (recorded_on >= on_day),
  document text not null check (document <> ''),
  recorded_by uuid references guanjia.person,
  recorded_at timestamptz not null,
  primary key (supervised_id, node)
);

create table guanjia.supervised_pause (
  id uuid primary key,
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  from_day date not null,
  until_day date check (until_day >= from_day),
  document text not null check (document <> ''),
  asked_by uuid not null references guanjia.person,
  asked_at timestamptz not null,
  answered_by uuid references guanjia.person,
  answered_on date,
  consented boolean,
  reason text check (reason <> ''),
  constraint supervised_pause_answered check
    ((consented is null) = (answered_on is null) and (consented is null) = (answered_by is null)),
  constraint supervised_pause_two_people check (answered_by <> asked_by),
  constraint supervised_pause_refusal_has_reason check (consented is not false or reason is not null)
);
create index supervised_pause_of_project on guanjia.supervised_pause (supervised_id);

create table guanjia.supervised_progress (
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  on_day date not null,
  planned numeric(5, 2) not null check (planned between 0 and 100),
  actual numeric(5, 2) not null check (actual between 0 and 100),
  recorded_by uuid not null references guanjia.person,
  recorded_at timestamptz not null,
  primary key (supervised_id, node, on_day)
);

create table guanjia.supervised_cause (
  id uuid primary key,
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  cause text not null check (cause in ('enterprise', 'authority', 'force-majeure', 'policy', 'unclear')),
  note text not null check (note <> ''),
  named_by uuid not null references guanjia.person,
  named_at timestamptz not null
);
comment on table guanjia.supervised_cause is 'the last one counts, the earlier ones stay';
create index supervised_cause_of_project on guanjia.supervised_cause (supervised_id, node, named_at desc);

create table guanjia.light_change (
  id bigint generated always as identity primary key,
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  on_day date not null,
  before text,
  after text not null check (after in ('open', 'green', 'paused', 'amber', 'red')),
  because jsonb not null,
  at timestamptz not null,
  constraint light_change_changes check (before is distinct from after)
);
comment on table guanjia.light_change is 'what was shown; rows are never changed';
create index light_change_of_project on guanjia.light_change (supervised_id, node, id desc);

create table guanjia.supervision_order (
  id uuid primary key,
  number text not null constraint supervision_order_number_once unique,
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  level text not null check (level in ('blue', 'yellow', 'red')),
  state text not null check (state in ('drafted', 'lapsed', 'issued', 'answered', 'closed')),
  sentence text not null,
  words text not null,
  drafted_at timestamptz not null,
  issue_by timestamptz not null,
  issued_by uuid references guanjia.person,
  issued_at timestamptz,
  answer_by date,
  read_at timestamptz,
  answer text check (answer <> ''),
  answered_by uuid references guanjia.person,
  answered_at timestamptz,
  closed_by uuid references guanjia.person,
  closed_at timestamptz,
  finding text check (finding <> ''),
  constraint supervision_order_issued check
    ((state in ('drafted', 'lapsed')) = (issued_at is null) and (issued_at is null) = (answer_by is null)),
  constraint supervision_order_answered check (state not in ('answered', 'closed') or answered_at is not null),
  constraint supervision_order_closed check ((state = 'closed') = (closed_at is not null)),
  constraint supervision_order_two_people check (closed_by <> issued_by)
);
comment on column guanjia.supervision_order.state is 'lapsed: the light was red no longer before anybody issued the draft';
comment on column guanjia.supervision_order.issue_by is 'a red light is followed by an order within one working day';
create unique index supervision_order_open_once on guanjia.supervision_order (supervised_id, node)
  where state not in ('closed', 'lapsed');
create sequence guanjia.supervision_order_number;

create table guanjia.lead_suggestion (
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  suggested_at timestamptz not null,
  decision text check (decision in ('lead', 'none')),
  reason text check (reason <> ''),
  decided_by uuid references guanjia.person,
  decided_at timestamptz,
  primary key (supervised_id, node),
  constraint lead_suggestion_decided check
    ((decision is null) = (decided_at is null) and (decision is null) = (reason is null))
);
comment on table guanjia.lead_suggestion is 'a red light that an authority is the cause of; a person decides';

create table guanjia.light_month (
  month date not null,
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  light text not null,
  sentence text not null,
  frozen_at timestamptz not null,
  primary key (month, supervised_id, node)
);
comment on table guanjia.light_month is 'the lights at the end of a month, as they were reported; rows are never changed';

create table guanjia.land_supply (
  contract text primary key,
  project text not null,
  company text not null,
  sector text not null,
  park text not null,
  use text not null,
  square_metres numeric(12, 2) not null check (square_metres > 0),
  supplied_on date not null,
  start_by date,
  complete_by date
);
comment on table guanjia.land_supply is 'land contracts as the register of the natural resources authority gives them';

grant select, insert on guanjia.supervised_project, guanjia.supervised_plan, guanjia.supervised_done,
  guanjia.supervised_pause, guanjia.supervised_progress, guanjia.supervised_cause, guanjia.light_change,
  guanjia.supervision_order, guanjia.lead_suggestion, guanjia.light_month, guanjia.land_supply to guanjia_app;
grant usage on sequence guanjia.supervised_project_number, guanjia.supervision_order_number to guanjia_app;
grant update (project_id, land_contract) on guanjia.supervised_project to guanjia_app;
grant update (answered_by, answered_on, consented, reason, until_day) on guanjia.supervised_pause to guanjia_app;
grant update (level, state, words, issued_by, issued_at, answer_by, read_at, answer, answered_by, answered_at, closed_by,
  closed_at, finding) on guanjia.supervision_order to guanjia_app;
grant update (decision, reason, decided_by, decided_at) on guanjia.lead_suggestion to guanjia_app;
