-- The right of reply: what a unit says to an amber or red light stands beside it, and in the report of the month.

create table guanjia.light_statement (
  id bigint generated always as identity primary key,
  supervised_id uuid not null references guanjia.supervised_project,
  node text not null,
  light text not null check (light in ('amber', 'red')),
  unit text not null check (unit <> ''),
  words text not null check (length(words) between 2 and 500),
  by_person uuid not null references guanjia.person,
  at timestamptz not null
);
comment on table guanjia.light_statement is 'the last one of a node stands beside its light, the earlier ones stay';
create index light_statement_of_project on guanjia.light_statement (supervised_id, node, id desc);

alter table guanjia.light_month add column statement text check (statement <> '');
comment on column guanjia.light_month.statement is 'what the unit had said to the light when the month was frozen';

grant select, insert on guanjia.light_statement to guanjia_app;
