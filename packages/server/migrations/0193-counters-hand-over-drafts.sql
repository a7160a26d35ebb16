-- What a clerk has begun can be handed over to a colleague who goes on with it.

alter table guanjia.counter_draft
  add column handed_by uuid references guanjia.person,
  add column handed_at timestamptz,
  add check ((handed_by is null) = (handed_at is null));
comment on column guanjia.counter_draft.handed_by is 'the clerk who began it, where a colleague goes on with it';
