-- Corrections by two people, receivers told of every act, claims that are seen to be late.

create table guanjia.registration_correction (
  id uuid primary key,
  application_id uuid not null references guanjia.registration_application,
  wish jsonb not null,
  reason text not null,
  proposed_by uuid not null references guanjia.person,
  proposed_at timestamptz not null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'rejected')),
  settled_by uuid references guanjia.person,
  settled_at timestamptz,
  settled_reason text,
  constraint registration_correction_settled check ((state = 'proposed') = (settled_by is null)),
  constraint registration_correction_two_people check (settled_by is distinct from proposed_by)
);
comment on table guanjia.registration_correction is 'what one registrar proposed to correct and a lead confirmed or rejected';
create unique index registration_correction_open on guanjia.registration_correction (application_id)
  where state = 'proposed';

alter table guanjia.registration_push drop constraint registration_push_once;
alter table guanjia.registration_push add column occasion text not null default 'set-up'
  check (occasion in ('set-up', 'correction', 'revocation'));
alter table guanjia.registration_push add column licence_number text;
create unique index registration_push_once
  on guanjia.registration_push (unified_code, receiver, occasion, coalesce(licence_number, ''));

alter table guanjia.registration_application add column overdue_noticed_at timestamptz;
comment on column guanjia.registration_application.overdue_noticed_at is 'when the lead was told that the half working day has passed';

grant select, insert, update on guanjia.registration_correction to guanjia_app;
grant update (duties) on guanjia.market_entity_person to guanjia_app;
