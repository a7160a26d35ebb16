-- What the reader may see: figures that nobody can be found in. The reader has no right to the tables below them.

create view guanjia.reader_register as
select date_trunc('month', e.established_on)::date as established_month, e.kind, e.is_enterprise, v.status,
       e.electronic, e.fully_auto, count(*) as entities
from guanjia.market_entity e
join guanjia.market_entity_version v on v.unified_code = e.unified_code and v.valid_to is null and v.recorded_to is null
group by 1, 2, 3, 4, 5, 6;
comment on view guanjia.reader_register is 'entities of the register by the month they were established, as believed now';

create view guanjia.reader_applications as
select date_trunc('month', created_at)::date as created_month, kind, stage, human_acts = 0 as without_human_act,
       count(*) as applications, count(decided_at) as decided,
       percentile_cont(0.5) within group (order by extract(epoch from decided_at - accepted_at)) as median_seconds_to_decide
from guanjia.registration_application
group by 1, 2, 3, 4;
comment on view guanjia.reader_applications is 'applications by month, kind and stage; no owner, no number, no answers';

create view guanjia.reader_commands as
select at::date as day, command, count(*) as times
from guanjia.audit_entry
group by 1, 2;
comment on view guanjia.reader_commands is 'how often each act was done on a day (UTC); not by whom, nor to what';

create view guanjia.reader_outbox as
select subscriber, count(*) filter (where delivered_at is null) as waiting,
       count(*) filter (where delivered_at is null and attempts > 0) as failing
from guanjia.outbox_delivery
group by 1;

grant select on guanjia.reader_register, guanjia.reader_applications, guanjia.reader_commands, guanjia.reader_outbox,
  guanjia.ledger_epoch, guanjia.migration to guanjia_reader;
