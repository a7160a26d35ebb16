-- Orders climb: an order that was left unanswered is superseded by one a rung above, and each says what it follows.
-- breaking: nothing; the three rules are put back wider in the same step

alter table guanjia.supervision_order drop constraint supervision_order_state_check;
alter table guanjia.supervision_order add constraint supervision_order_state_check
  check (state in ('drafted', 'lapsed', 'issued', 'answered', 'closed', 'superseded'));
comment on column guanjia.supervision_order.state is
  'lapsed: the light was red no longer, or the unit answered, before anybody issued the draft; superseded: left unanswered, another took its place';

alter table guanjia.supervision_order
  add column reason text not null default 'turned-red' check (reason in ('turned-red', 'unanswered', 'still-red')),
  add column follows_id uuid references guanjia.supervision_order,
  add constraint supervision_order_follows check ((reason = 'turned-red') = (follows_id is null));
comment on column guanjia.supervision_order.reason is 'why it was drafted';
comment on column guanjia.supervision_order.follows_id is 'the order that was not enough';
create index supervision_order_follows on guanjia.supervision_order (follows_id);

drop index guanjia.supervision_order_open_once;
create unique index supervision_order_open_once on guanjia.supervision_order (supervised_id, node)
  where state not in ('closed', 'lapsed', 'superseded');
