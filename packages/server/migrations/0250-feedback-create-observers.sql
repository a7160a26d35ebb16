-- Observers of the business environment: their terms, what they come together for, and who was there.

create sequence guanjia.observer_number;

create table guanjia.observer_term (
  id uuid primary key,
  number text not null unique,
  person_id uuid not null references guanjia.person,
  kind text not null check (kind in ('deputy', 'consultative-member', 'institute', 'association', 'entrepreneur')),
  organisation text not null check (length(organisation) between 1 and 100),
  from_day date not null,
  until_day date not null,
  ended_on date,
  ended_because text check (length(ended_because) between 1 and 300),
  appointed_by uuid not null references guanjia.person,
  appointed_at timestamptz not null,
  reminded_at timestamptz,
  constraint observer_term_forward check (until_day > from_day),
  constraint observer_term_ended_with_reason check ((ended_on is null) = (ended_because is null))
);
comment on column guanjia.observer_term.until_day is 'last day of the term; powers are looked up by the day, so that they end with it';
create index observer_term_of_person on guanjia.observer_term (person_id, until_day);

create table guanjia.observer_activity (
  id uuid primary key,
  kind text not null,
  title text not null check (length(title) between 1 and 100),
  place text not null check (length(place) between 1 and 200),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  code text not null unique,
  minutes text check (length(minutes) between 1 and 5000),
  minutes_at timestamptz,
  announced_by uuid not null references guanjia.person,
  announced_at timestamptz not null,
  constraint observer_activity_forward check (ends_at > starts_at),
  constraint observer_activity_minutes_dated check ((minutes is null) = (minutes_at is null))
);
comment on column guanjia.observer_activity.code is 'what the code on the door says; good from an hour before the beginning to the end';
create index observer_activity_by_time on guanjia.observer_activity (starts_at desc);

create table guanjia.observer_attendance (
  activity_id uuid not null references guanjia.observer_activity,
  term_id uuid not null references guanjia.observer_term,
  way text not null check (way in ('code', 'list')),
  at timestamptz not null,
  primary key (activity_id, term_id)
);

create table guanjia.observer_finding (
  issue_id uuid primary key references guanjia.issue,
  term_id uuid not null references guanjia.observer_term,
  task text not null check (task in ('supervise', 'report', 'promote')),
  activity_id uuid references guanjia.observer_activity
);
comment on table guanjia.observer_finding is 'which observer an issue of the register comes from, for which of the three tasks, and where it was raised';
create index observer_finding_of_term on guanjia.observer_finding (term_id);
create index observer_finding_of_activity on guanjia.observer_finding (activity_id) where activity_id is not null;

grant usage on sequence guanjia.observer_number to guanjia_app;
grant select, insert on guanjia.observer_term, guanjia.observer_activity, guanjia.observer_attendance,
  guanjia.observer_finding to guanjia_app;
grant update (ended_on, ended_because, reminded_at) on guanjia.observer_term to guanjia_app;
grant update (minutes, minutes_at) on guanjia.observer_activity to guanjia_app;
