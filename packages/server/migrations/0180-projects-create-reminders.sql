-- Reminders that a steward sends to many at once; nothing of a batch leaves before its moment.

create table guanjia.reminder_batch (
  id uuid primary key,
  sender_id uuid not null references guanjia.person,
  made_at timestamptz not null,
  sends_at timestamptz not null check (sends_at > made_at),
  state text not null check (state in ('waiting', 'sent', 'undone'))
);

create table guanjia.project_reminder (
  id uuid primary key,
  batch_id uuid not null references guanjia.reminder_batch,
  project_id uuid not null references guanjia.project,
  recipient_id uuid not null references guanjia.person,
  step text not null,
  step_name jsonb not null,
  due_on date not null,
  text text not null check (length(text) between 1 and 300),
  constraint project_reminder_once unique (batch_id, project_id, recipient_id)
);
create index project_reminder_of_project on guanjia.project_reminder (project_id);

grant select, insert on guanjia.reminder_batch, guanjia.project_reminder to guanjia_app;
grant update (state) on guanjia.reminder_batch to guanjia_app;
