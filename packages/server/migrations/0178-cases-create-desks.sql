-- What the desks of departments and counters keep: orders to approve, numbers that wait, work that is not handed in yet.

create table guanjia.approval_order (
  id uuid primary key,
  officer_id uuid not null references guanjia.person,
  officer jsonb not null,
  service text not null,
  cases jsonb not null check (jsonb_array_length(cases) between 1 and 20),
  reasons text not null,
  basis text not null,
  ordered_at timestamptz not null,
  runs_at timestamptz not null,
  taken_back_at timestamptz,
  issued_at timestamptz,
  refused jsonb not null default '[]',
  check (taken_back_at is null or issued_at is null)
);
comment on table guanjia.approval_order is 'approvals of several cases, held back until they can no longer be taken back';
comment on column guanjia.approval_order.officer is 'duties and authorities the officer held when ordering';
create index approval_order_officer on guanjia.approval_order (officer_id, ordered_at desc);

create table guanjia.counter_ticket (
  id uuid primary key,
  day date not null,
  sequence int not null check (sequence > 0),
  number text not null,
  matter text not null,
  state text not null check (state in ('waiting', 'called', 'served', 'left')),
  place int not null,
  clerk_id uuid references guanjia.person,
  counter text,
  times_called int not null default 0 check (times_called >= 0),
  taken_at timestamptz not null,
  called_at timestamptz,
  closed_at timestamptz,
  constraint counter_ticket_once unique (day, sequence),
  check (state <> 'called' or (clerk_id is not null and called_at is not null)),
  check ((closed_at is not null) = (state in ('served', 'left')))
);
comment on table guanjia.counter_ticket is 'numbers of the hall: who waits is a number, not a person';
comment on column guanjia.counter_ticket.place is 'place in the line: its sequence, or further back once it was missed';
create index counter_ticket_line on guanjia.counter_ticket (day, place) where state = 'waiting';
create unique index counter_ticket_one_at_a_time on guanjia.counter_ticket (clerk_id) where state = 'called';

create table guanjia.counter_draft (
  clerk_id uuid not null references guanjia.person,
  subject text not null,
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (clerk_id, subject)
);
comment on table guanjia.counter_draft is 'what a clerk has ticked and written for somebody at the counter; emptied once it is handed in';

grant select, insert, update on guanjia.approval_order, guanjia.counter_ticket, guanjia.counter_draft to guanjia_app;
