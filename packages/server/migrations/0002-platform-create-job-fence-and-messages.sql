-- Fences for jobs that may run twice, and what the development drivers of mail and SMS have sent.

create table guanjia.job_fence (
  job_key text primary key,
  issued bigint not null default 0,
  used bigint not null default 0,
  constraint job_fence_in_order check (used <= issued)
);
comment on table guanjia.job_fence is 'every run of a job gets the next number; an effect with a number below the last used one is refused';
grant select, insert on guanjia.job_fence to guanjia_app;
grant update (issued, used) on guanjia.job_fence to guanjia_app;

create table guanjia.sent_message (
  id uuid primary key,
  channel text not null check (channel in ('mail', 'sms')),
  recipient text not null,
  subject text not null,
  text text not null,
  correlation_id text not null,
  sent_at timestamptz not null
);
create index sent_message_sent_at on guanjia.sent_message (sent_at desc);
grant select, insert on guanjia.sent_message to guanjia_app;
