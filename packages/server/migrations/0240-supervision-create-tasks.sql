-- The ledger of tasks: every task stands in two duty lists; what is overdue drafts both accountabilities.

create table guanjia.duty_task (
  id uuid primary key,
  number text not null constraint duty_task_number_once unique,
  text text not null check (length(text) between 2 and 500),
  source text not null check (source <> ''),
  source_note text check (source_note <> ''),
  lead_unit text not null check (lead_unit <> ''),
  company text check (company <> ''),
  due_on date not null,
  state text not null check (state in ('split', 'running', 'closing-requested', 'verified', 'closed')),
  territorial_unit text not null check (territorial_unit <> ''),
  territorial_answerable text not null check (territorial_answerable <> ''),
  territorial_duty text not null check (territorial_duty <> ''),
  territorial_reported boolean not null default false,
  departmental_unit text not null check (departmental_unit <> ''),
  departmental_answerable text not null check (departmental_answerable <> ''),
  departmental_duty text not null check (departmental_duty <> ''),
  departmental_reported boolean not null default false,
  company_confirmed boolean not null default false,
  requested_on date,
  requested_by uuid references guanjia.person,
  closed_on date,
  recurrences integer not null default 0 check (recurrences >= 0),
  registered_by uuid not null references guanjia.person,
  registered_at timestamptz not null,
  constraint duty_task_two_units check (territorial_unit <> departmental_unit),
  constraint duty_task_requested check ((requested_on is null) = (requested_by is null)),
  constraint duty_task_closed check ((state = 'closed') = (closed_on is not null))
);
comment on table guanjia.duty_task is 'one ledger; a task without both duties cannot be written';
comment on column guanjia.duty_task.lead_unit is 'verifies that the task is done; supervision then looks for itself';
comment on column guanjia.duty_task.company is 'the company that has to say so before the task is closed';
create index duty_task_open on guanjia.duty_task (due_on) where state <> 'closed';
create sequence guanjia.duty_task_number;

create table guanjia.duty_task_entry (
  id bigint generated always as identity primary key,
  task_id uuid not null references guanjia.duty_task,
  act text not null check (act in
    ('register', 'report', 'request-closing', 'verify', 'hear-company', 'close', 'recur')),
  lists text[] not null default '{}',
  passed boolean,
  words text not null check (words <> ''),
  evidence text[] not null default '{}',
  by_person uuid not null references guanjia.person,
  at timestamptz not null
);
comment on table guanjia.duty_task_entry is 'what happened to a task; rows are never changed';
create index duty_task_entry_of_task on guanjia.duty_task_entry (task_id);

create table guanjia.accountability_draft (
  id uuid primary key,
  task_id uuid not null references guanjia.duty_task,
  list text not null check (list in ('territorial', 'departmental')),
  unit text not null check (unit <> ''),
  due_on date not null,
  drafted_at timestamptz not null,
  decision text check (decision in ('pursue', 'explain', 'none')),
  reason text check (reason <> ''),
  decided_by uuid references guanjia.person,
  decided_at timestamptz,
  constraint accountability_draft_once unique (task_id, list, due_on),
  constraint accountability_draft_decided check
    ((decision is null) = (decided_at is null) and (decision is null) = (reason is null)
      and (decision is null) = (decided_by is null))
);
comment on table guanjia.accountability_draft is 'drafted by time, for both sides alike; a person decides';

grant select, insert on guanjia.duty_task, guanjia.duty_task_entry, guanjia.accountability_draft to guanjia_app;
grant usage on sequence guanjia.duty_task_number to guanjia_app;
grant update (state, due_on, territorial_reported, departmental_reported, company_confirmed, requested_on, requested_by,
  closed_on, recurrences) on guanjia.duty_task to guanjia_app;
grant update (decision, reason, decided_by, decided_at) on guanjia.accountability_draft to guanjia_app;
