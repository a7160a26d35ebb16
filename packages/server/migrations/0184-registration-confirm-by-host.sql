-- Filings that a hosting organisation confirms or refuses behind a link.

create table guanjia.registration_host_confirmation (
  application_id uuid primary key references guanjia.registration_application,
  seat_code text not null,
  host_name text not null,
  host_code text not null check (length(host_code) = 18),
  link_salt text not null,
  token_hash text not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'refused')),
  asked_at timestamptz not null,
  answered_by text,
  reason text,
  answered_at timestamptz,
  constraint registration_host_confirmation_answered check ((state = 'asked') = (answered_at is null)),
  constraint registration_host_confirmation_reason check (state <> 'refused' or reason is not null)
);
comment on table guanjia.registration_host_confirmation is
  'the latest question to the host of a cluster about the filed seat of an application, and its answer';
create unique index registration_host_confirmation_token on guanjia.registration_host_confirmation (token_hash);

grant select, insert, update on guanjia.registration_host_confirmation to guanjia_app;
