-- Projects that were finished before this house kept any, or elsewhere: what a class of project used to take.

create table guanjia.past_project (
  number text primary key,
  kind text not null,
  started_on date not null,
  permitted_on date not null,
  recorded_at timestamptz not null,
  check (permitted_on >= started_on)
);
comment on table guanjia.past_project is 'the reference set of days saved: nothing of people, the days of a project and its class';
create index past_project_permitted_on on guanjia.past_project (permitted_on);

grant select, insert on guanjia.past_project to guanjia_app;
