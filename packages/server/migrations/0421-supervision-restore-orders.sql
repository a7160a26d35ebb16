-- An order stands again where the sharper one that was to take its place lapsed before it went out; so for those left behind.

update guanjia.supervision_order left_behind set state = 'issued'
where state = 'superseded'
  and not exists (
    select from guanjia.supervision_order next where next.follows_id = left_behind.id and next.state <> 'lapsed')
  and not exists (
    select from guanjia.supervision_order open
    where open.supervised_id = left_behind.supervised_id and open.node = left_behind.node
      and open.state not in ('closed', 'lapsed', 'superseded'));
