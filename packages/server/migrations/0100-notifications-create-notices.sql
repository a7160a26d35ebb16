-- What people are told: one row for each notice, recipient and channel; and how each person wants to be told.

create table guanjia.notice (
  id uuid primary key,
  key text not null constraint notice_key_once unique,
  template text not null,
  event_type text not null,
  subject text not null,
  person_id uuid references guanjia.person,
  channel text not null check (channel in ('in-app', 'sms', 'mail')),
  language text not null check (language in ('zh-CN', 'en')),
  title text not null,
  text text not null,
  link text not null,
  address text,
  masked_address text,
  state text not null check (state in ('queued', 'deferred', 'sent', 'failed', 'given-up')),
  deferred_because text,
  due_at timestamptz not null,
  attempts int not null default 0 check (attempts >= 0),
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  served_at timestamptz,
  service_because jsonb,
  correlation_id text not null,
  constraint notice_in_app_has_person check (channel <> 'in-app' or person_id is not null),
  constraint notice_sent_dated check ((state = 'sent') = (sent_at is not null)),
  constraint notice_deferred_explained check (state <> 'deferred' or deferred_because is not null),
  constraint notice_address_while_waiting check (address is null or state in ('queued', 'deferred', 'failed')),
  constraint notice_service_explained check ((served_at is null) or (service_because is not null))
);
comment on column guanjia.notice.key is 'event, words, recipient and channel: whatever starts a notice twice writes it once';
comment on column guanjia.notice.address is 'telephone number or mail box, until it was sent or given up; the masked one stays';
comment on column guanjia.notice.text is 'emptied for SMS and mail once sent: it may hold a link';
create index notice_inbox on guanjia.notice (person_id, created_at desc, id desc) where channel = 'in-app';
create index notice_unread on guanjia.notice (person_id) where channel = 'in-app' and read_at is null;
create index notice_waiting on guanjia.notice (due_at) where state in ('queued', 'deferred', 'failed');
create index notice_failing on guanjia.notice (created_at desc) where state in ('failed', 'given-up');
grant select, insert on guanjia.notice to guanjia_app;
grant update (state, due_at, attempts, last_error, sent_at, read_at, address, text) on guanjia.notice to guanjia_app;

create table guanjia.notice_preference (
  person_id uuid primary key references guanjia.person,
  language text not null check (language in ('zh-CN', 'en')),
  sms text not null check (sms in ('all', 'important', 'none')),
  mail_address text check (length(mail_address) <= 254),
  electronic_service_since timestamptz,
  updated_at timestamptz not null
);
comment on column guanjia.notice_preference.electronic_service_since is 'since when the person agrees to be served decisions in the portal; null: does not';
grant select, insert, update on guanjia.notice_preference to guanjia_app;
