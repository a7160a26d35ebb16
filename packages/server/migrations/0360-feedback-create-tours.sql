-- Tours into parks, firms and projects: people of several departments, stops of half a day, and the needs heard there.

create table guanjia.visit_tour (
  id uuid primary key,
  number text not null constraint visit_tour_number_once unique,
  title text not null check (length(title) between 2 and 100),
  from_day date not null,
  until_day date not null,
  departments text[] not null check (cardinality(departments) >= 2),
  opened_by uuid not null references guanjia.person,
  opened_at timestamptz not null,
  constraint visit_tour_period check (from_day <= until_day)
);
create sequence guanjia.visit_tour_number;

create table guanjia.visit_stop (
  id uuid primary key,
  tour_id uuid not null references guanjia.visit_tour,
  kind text not null check (kind in ('park', 'company', 'project')),
  code text,
  place text not null check (length(place) between 2 and 120),
  host text not null check (length(host) between 2 and 100),
  on_day date not null,
  half text not null check (half in ('morning', 'afternoon')),
  planned_by uuid not null references guanjia.person,
  planned_at timestamptz not null,
  visited_at timestamptz,
  seen text check (length(seen) between 2 and 1000),
  dropped_at timestamptz,
  dropped_because text check (dropped_because <> ''),
  constraint visit_stop_known check ((kind = 'park') = (code is null)),
  constraint visit_stop_visited_or_dropped check (visited_at is null or dropped_at is null),
  constraint visit_stop_seen check (seen is null or visited_at is not null),
  constraint visit_stop_dropped check ((dropped_at is null) = (dropped_because is null))
);
comment on column guanjia.visit_stop.code is 'unified code of a company, number of a project';
comment on column guanjia.visit_stop.host is 'who receives the visitors: an office, no person';
create index visit_stop_of_tour on guanjia.visit_stop (tour_id, on_day);

create table guanjia.visit_goer (
  stop_id uuid not null references guanjia.visit_stop,
  person_id uuid not null references guanjia.person,
  department text not null check (department <> ''),
  on_day date not null,
  half text not null check (half in ('morning', 'afternoon')),
  released boolean not null default false,
  primary key (stop_id, person_id)
);
comment on column guanjia.visit_goer.released is 'the stop was dropped, the half day is free again';
create unique index visit_goer_in_one_place on guanjia.visit_goer (person_id, on_day, half) where not released;

create table guanjia.visit_heard (
  id uuid primary key,
  stop_id uuid not null references guanjia.visit_stop,
  topic text not null check (topic <> ''),
  words text not null check (length(words) between 1 and 2000),
  heard_by uuid not null references guanjia.person,
  heard_at timestamptz not null,
  answer text check (length(answer) between 2 and 1000),
  answered_by text,
  issue_id uuid constraint visit_heard_issue_once unique references guanjia.issue,
  constraint visit_heard_answered_or_raised check ((answer is null) <> (issue_id is null)),
  constraint visit_heard_answered_by_somebody check ((answer is null) = (answered_by is null))
);
comment on table guanjia.visit_heard is 'answered on the spot, or an issue of the register; who asked stands in the issue alone';
create index visit_heard_of_stop on guanjia.visit_heard (stop_id, heard_at);

grant select, insert on guanjia.visit_tour, guanjia.visit_stop, guanjia.visit_goer, guanjia.visit_heard to guanjia_app;
grant usage on sequence guanjia.visit_tour_number to guanjia_app;
grant update (visited_at, seen, dropped_at, dropped_because) on guanjia.visit_stop to guanjia_app;
grant update (released) on guanjia.visit_goer to guanjia_app;
