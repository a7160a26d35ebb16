-- Tolerance of errors, clearing of names, false accusations: three procedures, examined by one person, determined by another.

create table guanjia.conduct_matter (
  id uuid primary key,
  number text not null constraint conduct_matter_number_once unique,
  kind text not null check (kind in ('tolerance', 'clearing', 'false-accusation')),
  state text not null check (state in ('opened', 'examined', 'granted', 'not-granted', 'concluded')),
  about text not null check (length(about) between 2 and 200),
  unit text not null check (unit <> ''),
  facts text not null check (length(facts) between 2 and 2000),
  opened_by uuid not null references guanjia.person,
  opened_at timestamptz not null,
  examination jsonb,
  examined_words text check (examined_words <> ''),
  examined_by uuid references guanjia.person,
  examined_at timestamptz,
  determination text check (determination <> ''),
  determined_by uuid references guanjia.person,
  determined_at timestamptz,
  conclusion text check (conclusion <> ''),
  concluded_by uuid references guanjia.person,
  concluded_at timestamptz,
  constraint conduct_matter_two_people check (determined_by <> examined_by),
  constraint conduct_matter_examined check ((state = 'opened') = (examined_at is null)),
  constraint conduct_matter_determined check
    ((state in ('granted', 'not-granted', 'concluded')) = (determined_at is not null)),
  constraint conduct_matter_concluded check ((state = 'concluded') = (concluded_at is not null))
);
comment on table guanjia.conduct_matter is 'about people: read by supervision alone; a unit sees what it applied for itself';
create sequence guanjia.conduct_matter_number;

grant select, insert on guanjia.conduct_matter to guanjia_app;
grant usage on sequence guanjia.conduct_matter_number to guanjia_app;
grant update (state, examination, examined_words, examined_by, examined_at, determination, determined_by, determined_at,
  conclusion, concluded_by, concluded_at) on guanjia.conduct_matter to guanjia_app;
