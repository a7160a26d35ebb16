-- Open days of the carriers: rounds, sessions, the companies that came, and what each asked.

create table guanjia.open_day_round (
  round int primary key check (round > 0),
  hosts text[] not null check (cardinality(hosts) > 0),
  opened_at timestamptz not null
);

create table guanjia.open_day_session (
  id uuid primary key,
  round int not null references guanjia.open_day_round,
  carrier text not null check (length(carrier) between 1 and 100),
  held_on date not null,
  phone text check (length(phone) between 7 and 30),
  unique (round, carrier, held_on)
);
comment on column guanjia.open_day_session.phone is 'number of whoever answers for the carrier; links to questions are sent there';

create table guanjia.open_day_visit (
  session_id uuid not null references guanjia.open_day_session,
  company_code text not null check (length(company_code) = 18),
  company text not null check (length(company) between 1 and 120),
  primary key (session_id, company_code)
);

create table guanjia.open_day_question (
  id uuid primary key,
  session_id uuid not null references guanjia.open_day_session,
  company_code text not null,
  topic text not null,
  words text not null check (length(words) between 1 and 500),
  asked_at timestamptz not null,
  answer text check (length(answer) between 1 and 1000),
  answered_by text,
  issue_id uuid unique references guanjia.issue,
  link_salt text,
  token_hash text unique,
  link_until timestamptz,
  link_used_at timestamptz,
  foreign key (session_id, company_code) references guanjia.open_day_visit,
  constraint open_day_question_answered_or_filed check ((answer is null) <> (issue_id is null)),
  constraint open_day_question_answered_by_somebody check ((answer is null) = (answered_by is null)),
  constraint open_day_question_link_whole check (
    (link_salt is null) = (token_hash is null) and (link_salt is null) = (link_until is null))
);
comment on column guanjia.open_day_question.answer is 'the answer given on the spot; every other question is an issue of the register';
comment on column guanjia.open_day_question.link_salt is 'what the carrier''s link follows from, together with a key outside the database';
create index open_day_question_of_session on guanjia.open_day_question (session_id, asked_at);

grant select, insert on guanjia.open_day_round, guanjia.open_day_session, guanjia.open_day_visit,
  guanjia.open_day_question to guanjia_app;
grant update (link_salt, token_hash, link_until, link_used_at) on guanjia.open_day_question to guanjia_app;
