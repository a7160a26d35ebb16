-- Questionnaires: rounds with places for each group, the firms that were drawn, and answers that nobody can be known by.

create table guanjia.questionnaire_round (
  id uuid primary key,
  number int generated always as identity unique,
  questionnaire jsonb not null,
  grouping_id text not null,
  from_day date not null,
  until_day date not null,
  seed text not null,
  listed int not null check (listed >= 0),
  list_digest text not null,
  link_salt text,
  token_hash text unique,
  to_register int not null default 0,
  reminded_at timestamptz,
  opened_by uuid not null references guanjia.person,
  opened_at timestamptz not null,
  constraint questionnaire_round_forward check (until_day >= from_day),
  constraint questionnaire_round_link_whole check ((link_salt is null) = (token_hash is null))
);
comment on column guanjia.questionnaire_round.questionnaire is 'the questions as they were when the round was opened';
comment on column guanjia.questionnaire_round.seed is 'whoever has it and the list of firms draws the same firms again';
comment on column guanjia.questionnaire_round.link_salt is 'of the open link, where there is one; the token follows from it and a key outside the database';
comment on column guanjia.questionnaire_round.to_register is 'how many asked to be answered: their words are in the register of issues, and nowhere here';

create table guanjia.questionnaire_quota (
  round_id uuid not null references guanjia.questionnaire_round,
  group_id text not null,
  place int not null,
  name jsonb not null,
  places int not null check (places > 0),
  listed int not null,
  answered int not null default 0,
  primary key (round_id, group_id),
  constraint questionnaire_quota_kept check (answered between 0 and places)
);

create table guanjia.questionnaire_invitation (
  id uuid primary key,
  round_id uuid not null references guanjia.questionnaire_round,
  company_code text not null check (length(company_code) = 18),
  company text not null,
  group_id text not null,
  way text not null check (way in ('sms', 'letter')),
  link_salt text not null,
  token_hash text not null unique,
  is_answered boolean not null default false,
  unique (round_id, company_code)
);
comment on column guanjia.questionnaire_invitation.is_answered is 'that the firm answered, not when: the hour would lead to the answer';

create table guanjia.questionnaire_answer (
  id uuid primary key,
  round_id uuid not null references guanjia.questionnaire_round,
  group_id text not null,
  way text not null check (way in ('invited', 'open')),
  counted jsonb not null
);
comment on table guanjia.questionnaire_answer is 'the id is made by chance and holds no time; neither a firm nor a day stands here';
create index questionnaire_answer_of_round on guanjia.questionnaire_answer (round_id);

create table guanjia.questionnaire_text (
  id uuid primary key,
  round_id uuid not null references guanjia.questionnaire_round,
  question text not null,
  words text not null check (length(words) between 1 and 2000),
  issue_id uuid unique references guanjia.issue
);
comment on table guanjia.questionnaire_text is 'what was written, apart from what the same hand ticked';
create index questionnaire_text_of_round on guanjia.questionnaire_text (round_id);

grant select, insert on guanjia.questionnaire_round, guanjia.questionnaire_quota, guanjia.questionnaire_invitation,
  guanjia.questionnaire_answer, guanjia.questionnaire_text to guanjia_app;
grant update (reminded_at, to_register) on guanjia.questionnaire_round to guanjia_app;
grant update (answered) on guanjia.questionnaire_quota to guanjia_app;
grant update (is_answered) on guanjia.questionnaire_invitation to guanjia_app;
grant update (issue_id) on guanjia.questionnaire_text to guanjia_app;
