-- Calls the hall makes of its own accord, once an address was filed.

create table guanjia.outreach_task (
  id uuid primary key,
  subject text not null constraint outreach_task_subject_once unique,
  company text not null,
  contact_name text not null,
  contact_phone text not null,
  place text not null,
  matters jsonb not null,
  script text not null,
  state text not null check (state in ('open', 'reached', 'message-sent')),
  raised_at timestamptz not null,
  due_at timestamptz not null,
  due_because jsonb not null,
  closed_at timestamptz,
  constraint outreach_task_closed check ((state = 'open') = (closed_at is null))
);
create index outreach_task_open on guanjia.outreach_task (due_at) where state = 'open';

create table guanjia.outreach_call (
  task_id uuid not null references guanjia.outreach_task,
  attempt int not null check (attempt >= 1),
  answered boolean not null,
  note text,
  clerk_id uuid not null references guanjia.person,
  at timestamptz not null,
  primary key (task_id, attempt)
);

grant select, insert on guanjia.outreach_task, guanjia.outreach_call to guanjia_app;
grant update (state, closed_at) on guanjia.outreach_task to guanjia_app;
