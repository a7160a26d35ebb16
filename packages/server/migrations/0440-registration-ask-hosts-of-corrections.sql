-- A correction to a seat whose host must confirm waits for its word; refused or left unanswered, it ends without an officer.
-- breaking: nothing; the two rules are put back wider in the same step

alter table guanjia.registration_correction drop constraint registration_correction_state_check;
alter table guanjia.registration_correction add constraint registration_correction_state_check
  check (state in ('proposed', 'confirmed', 'rejected', 'ended'));
alter table guanjia.registration_correction drop constraint registration_correction_settled;
alter table guanjia.registration_correction add constraint registration_correction_settled
  check ((state in ('proposed', 'ended')) = (settled_by is null) and (state = 'proposed') = (settled_at is null));
comment on column guanjia.registration_correction.state is
  'ended: the host of the new seat refused, or said nothing in its time; nobody of the staff settled it';

create table guanjia.registration_correction_host (
  correction_id uuid primary key references guanjia.registration_correction,
  seat_code text not null,
  host_name text not null,
  host_code text not null check (length(host_code) = 18),
  link_salt text not null,
  token_hash text not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'refused')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  answered_by text,
  reason text,
  answered_at timestamptz,
  constraint registration_correction_host_answered check ((state = 'asked') = (answered_at is null)),
  constraint registration_correction_host_reason check (state <> 'refused' or reason is not null)
);
comment on table guanjia.registration_correction_host is
  'the question to the host of the seat that a correction moves to, and its answer';
comment on column guanjia.registration_correction_host.due_at is 'unanswered until then, the correction ends';
create unique index registration_correction_host_token on guanjia.registration_correction_host (token_hash);
create index registration_correction_host_due on guanjia.registration_correction_host (due_at) where state = 'asked';

grant select, insert, update on guanjia.registration_correction_host to guanjia_app;
