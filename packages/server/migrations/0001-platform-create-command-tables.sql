-- What one command leaves behind in its own transaction: its answer, its audit entry, its events.

grant usage on schema guanjia to guanjia_app, guanjia_reader;

create table guanjia.idempotency_record (
  principal text not null,
  key text not null check (length(key) between 1 and 255),
  command text not null,
  body_hash text not null,
  answer json,
  legal boolean not null,
  created_at timestamptz not null default now(),
  primary key (principal, key)
);
comment on column guanjia.idempotency_record.answer is 'json, not jsonb: a repeated answer is equal byte for byte';
grant select, insert on guanjia.idempotency_record to guanjia_app;
grant update (answer) on guanjia.idempotency_record to guanjia_app;

create table guanjia.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  principal text not null,
  command text not null,
  subject text not null,
  correlation_id text not null,
  reason jsonb not null default '{}'
);
comment on column guanjia.audit_entry.principal is 'kind and internal id, never a name';
create index audit_entry_subject on guanjia.audit_entry (subject, id);
grant select, insert on guanjia.audit_entry to guanjia_app;

create table guanjia.outbox_event (
  id bigint generated always as identity primary key,
  type text not null,
  subject text not null,
  body jsonb not null,
  correlation_id text not null,
  occurred_at timestamptz not null
);
create index outbox_event_subject on guanjia.outbox_event (subject, id);
grant select, insert on guanjia.outbox_event to guanjia_app;

create table guanjia.outbox_delivery (
  event_id bigint not null references guanjia.outbox_event,
  subscriber text not null,
  subject text not null,
  attempts int not null default 0,
  next_at timestamptz not null default '-infinity',
  last_error text,
  delivered_at timestamptz,
  primary key (event_id, subscriber)
);
comment on table guanjia.outbox_delivery is 'one row for each event and each reaction: the effect and delivered_at are one transaction';
create index outbox_delivery_of_subject on guanjia.outbox_delivery (subscriber, subject, event_id)
  where delivered_at is null;
create index outbox_delivery_waiting on guanjia.outbox_delivery (event_id) where delivered_at is null;
grant select, insert on guanjia.outbox_delivery to guanjia_app;
grant update (attempts, next_at, last_error, delivered_at) on guanjia.outbox_delivery to guanjia_app;
