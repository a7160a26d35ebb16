-- Fences for jobs that may run twice, and what the development drivers of mail and SMS have sent.

create sequence guanjia.job_fence_number;
grant usage on sequence guanjia.job_fence_number to guanjia_app;

create table guanjia.job_fence (
  job_id text primary key,
  issued bigint not null default nextval('guanjia.job_fence_number')
);
comment on table guanjia.job_fence is 'every run takes the next number of the whole house; only the run with the last one of its job may have effects';
grant select, insert, delete on guanjia.job_fence to guanjia_app;
grant update (issued) on guanjia.job_fence to guanjia_app;

create table guanjia.job_effect (
  job_id text not null references guanjia.job_fence on delete cascade,
  step text not null,
  primary key (job_id, step)
);
comment on table guanjia.job_effect is 'steps of a job that have taken effect, written in the same transaction as the effect';
grant select, insert on guanjia.job_effect to guanjia_app;

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

grant select on guanjia.migration to guanjia_app;
