-- Drafts do not lie about for ever: they expire after their last change, a while after their owner was told.

alter table guanjia.registration_application add column expiry_noticed_at timestamptz;
comment on column guanjia.registration_application.expiry_noticed_at is 'when the owner was told that the draft is about to expire; void once it is saved again';

alter table guanjia.registration_application drop constraint registration_application_stage_check;
alter table guanjia.registration_application add constraint registration_application_stage_check check (stage in
  ('draft', 'signing', 'with-officer', 'approved', 'refused', 'revocation-proposed', 'revoked', 'withdrawn', 'expired'));

create index registration_application_open on guanjia.registration_application (updated_at)
  where stage in ('draft', 'signing');
create index registration_seat_ending on guanjia.registration_seat (until) where until is not null;
