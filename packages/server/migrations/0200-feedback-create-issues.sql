-- One register of issues: what happened to each, what it comes to, and the words of whoever asked.

create sequence guanjia.issue_number;

create table guanjia.issue (
  id uuid primary key,
  number text not null unique,
  version int not null check (version > 0),
  kind text not null check (kind in ('appeal', 'suggestion', 'complaint')),
  source text not null,
  external_number text check (length(external_number) between 1 and 80),
  topic text not null,
  words text not null check (length(words) between 1 and 2000),
  place text check (length(place) <= 200),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  asker_id uuid references guanjia.person,
  asker_name text check (length(asker_name) <= 60),
  asker_phone text check (length(asker_phone) <= 30),
  recorded_by uuid references guanjia.person,
  situation text not null,
  state jsonb not null,
  authorities text[] not null,
  proposed_by text,
  next_kind text,
  next_due date,
  first_reply_due date,
  first_replied_on date,
  bigrams text[] not null,
  public_question text check (length(public_question) <= 500),
  public_answer text check (length(public_answer) <= 1000),
  published_at timestamptz,
  filed_at timestamptz not null,
  updated_at timestamptz not null,
  constraint issue_from_outside_once unique (source, external_number),
  constraint issue_place_is_a_point check ((latitude is null) = (longitude is null)),
  constraint issue_published_whole check (
    (published_at is null) = (public_question is null) and (published_at is null) = (public_answer is null))
);
comment on table guanjia.issue is 'words, name and phone of the asker stand here alone: events, leaves and the outbox hold numbers and days';
comment on column guanjia.issue.external_number is 'number at the source: the work order of 12345, the case that was rated';
create index issue_open on guanjia.issue (next_due) where situation not in ('closed', 'merged', 'signposted');
create index issue_of_authority on guanjia.issue using gin (authorities);
create index issue_like on guanjia.issue using gin (bigrams);
create index issue_recurring on guanjia.issue (topic, (authorities[1]), filed_at);
create index issue_of_asker on guanjia.issue (asker_id) where asker_id is not null;
create index issue_published on guanjia.issue (published_at desc) where published_at is not null;

create table guanjia.issue_event (
  issue_id uuid not null references guanjia.issue,
  version int not null check (version > 0),
  type text not null,
  body jsonb not null,
  principal text not null,
  at timestamptz not null,
  primary key (issue_id, version)
);

create table guanjia.issue_photo (
  id uuid primary key,
  issue_id uuid references guanjia.issue,
  file text not null,
  kind text not null check (kind in ('jpeg', 'png')),
  size int not null check (size > 0),
  kept_at timestamptz not null
);
comment on column guanjia.issue_photo.issue_id is 'null until it is handed in with an issue or a reply';
create index issue_photo_of_issue on guanjia.issue_photo (issue_id);

create table guanjia.issue_look (
  number text primary key,
  failures int not null check (failures >= 0),
  failed_at timestamptz not null
);
comment on table guanjia.issue_look is 'wrong guesses at the telephone of an issue; no address of whoever guessed';

create table guanjia.misconduct_stub (
  day date not null,
  source text not null,
  count int not null check (count > 0),
  primary key (day, source)
);
comment on table guanjia.misconduct_stub is 'reports of misconduct that were shown the way: a count and nothing else';

create table guanjia.improvement_task (
  id uuid primary key,
  topic text not null,
  lead text not null,
  issues text[] not null,
  raised_on date not null,
  done_on date,
  measure text check (length(measure) <= 1000),
  constraint improvement_task_done_with_measure check ((done_on is null) = (measure is null))
);
create unique index improvement_task_open on guanjia.improvement_task (topic, lead) where done_on is null;

create table guanjia.hotline_order (
  number text primary key,
  issue_id uuid not null references guanjia.issue,
  received_at timestamptz not null,
  told_version int,
  told_at timestamptz
);
comment on column guanjia.hotline_order.told_version is 'version of the issue whose reply was told last';

grant usage on sequence guanjia.issue_number to guanjia_app;
grant select, insert on guanjia.issue, guanjia.issue_event, guanjia.issue_photo, guanjia.issue_look,
  guanjia.misconduct_stub, guanjia.improvement_task, guanjia.hotline_order to guanjia_app;
grant update (version, situation, state, authorities, proposed_by, next_kind, next_due, first_reply_due,
  first_replied_on, public_question, public_answer, published_at, updated_at) on guanjia.issue to guanjia_app;
grant update (issue_id) on guanjia.issue_photo to guanjia_app;
grant update on guanjia.issue_look, guanjia.misconduct_stub to guanjia_app;
grant delete on guanjia.issue_look, guanjia.issue_photo to guanjia_app;
grant update (issues, done_on, measure) on guanjia.improvement_task to guanjia_app;
grant update (told_version, told_at) on guanjia.hotline_order to guanjia_app;
