-- What counts as a booked address and as a set-up without a human act, defined once for every page that shows a figure.

create view guanjia.booked_address as
select application_id, min(at) as booked_at
from guanjia.registration_seat_event
where state in ('reserved', 'filed', 'used') and application_id is not null
group by application_id;
comment on view guanjia.booked_address is 'one row an application that ever had a seat reserved, filed or used, with the first time';

create view guanjia.zero_touch_set_up as
select e.unified_code, e.kind, e.is_enterprise, e.established_on, e.electronic
from guanjia.market_entity e
left join guanjia.registration_application a on a.id = e.application_id
where e.fully_auto and coalesce(a.human_acts, 0) = 0;
comment on view guanjia.zero_touch_set_up is
  'set up without a human act, and none since: a correction or revocation by hand takes the set-up out again';

grant select on guanjia.booked_address, guanjia.zero_touch_set_up to guanjia_app, guanjia_reader;
