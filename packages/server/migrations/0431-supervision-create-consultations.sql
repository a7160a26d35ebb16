-- Joint consultations: members of several departments, the evidence and who opened it, statements, a conclusion that all sign.

create table guanjia.consultation (
  id uuid primary key,
  number text not null constraint consultation_number_once unique,
  subject_kind text not null check (subject_kind in ('case', 'project', 'pattern')),
  subject_id uuid,
  title text not null check (length(title) between 2 and 200),
  question text not null check (length(question) between 2 and 500),
  until_day date not null,
  convened_by uuid not null references guanjia.person,
  convened_at timestamptz not null,
  state text not null check (state in ('stating', 'concluding', 'concluded')),
  focus text check (focus <> ''),
  cause text check (cause <> ''),
  unit text check (unit <> ''),
  revision int not null default 0 check (revision >= 0),
  drafted_by uuid references guanjia.person,
  concluded_at timestamptz,
  constraint consultation_subject check ((subject_kind = 'pattern') = (subject_id is null)),
  constraint consultation_drafted check (
    (state = 'stating') = (revision = 0) and (revision = 0) = (focus is null) and (focus is null) = (cause is null)
    and (focus is null) = (unit is null) and (focus is null) = (drafted_by is null)),
  constraint consultation_concluded check ((state = 'concluded') = (concluded_at is not null))
);
create sequence guanjia.consultation_number;

create table guanjia.consultation_member (
  consultation_id uuid not null references guanjia.consultation,
  person_id uuid not null references guanjia.person,
  authority text not null check (authority <> ''),
  statement text check (length(statement) between 2 and 2000),
  stated_at timestamptz,
  signed_revision int check (signed_revision > 0),
  signed_at timestamptz,
  primary key (consultation_id, person_id),
  constraint consultation_member_stated check ((statement is null) = (stated_at is null)),
  constraint consultation_member_signed check ((signed_revision is null) = (signed_at is null))
);
create index consultation_member_person on guanjia.consultation_member (person_id);

create table guanjia.consultation_piece (
  consultation_id uuid not null references guanjia.consultation,
  place int not null check (place > 0),
  title text not null check (title <> ''),
  words text check (words <> ''),
  document_id uuid,
  version int check (version > 0),
  primary key (consultation_id, place),
  constraint consultation_piece_one check (
    (words is null) = (document_id is not null) and (document_id is null) = (version is null))
);
comment on table guanjia.consultation_piece is 'the evidence: words, or one version of a document of the case; rows are never changed';

create table guanjia.consultation_look (
  id bigint generated always as identity primary key,
  consultation_id uuid not null,
  place int not null,
  person_id uuid not null references guanjia.person,
  at timestamptz not null,
  foreign key (consultation_id, place) references guanjia.consultation_piece
);
comment on table guanjia.consultation_look is 'who opened which piece when; rows are never changed';
create index consultation_look_of on guanjia.consultation_look (consultation_id, person_id);

create table guanjia.consultation_task (
  consultation_id uuid not null references guanjia.consultation,
  task_id uuid not null references guanjia.duty_task constraint consultation_task_once unique,
  primary key (consultation_id, task_id)
);

grant select, insert on guanjia.consultation, guanjia.consultation_member, guanjia.consultation_piece,
  guanjia.consultation_look, guanjia.consultation_task to guanjia_app;
grant usage on sequence guanjia.consultation_number to guanjia_app;
grant update (state, focus, cause, unit, revision, drafted_by, concluded_at) on guanjia.consultation to guanjia_app;
grant update (statement, stated_at, signed_revision, signed_at) on guanjia.consultation_member to guanjia_app;
