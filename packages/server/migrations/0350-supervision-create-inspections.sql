-- Joint inspections: scope and list of items, people of partner organisations by invitation, what was found, the report.

create table guanjia.inspection (
  id uuid primary key,
  number text not null constraint inspection_number_once unique,
  name text not null check (length(name) between 2 and 100),
  purpose text not null check (purpose <> ''),
  basis text not null check (basis <> ''),
  scope jsonb not null,
  from_day date not null,
  until_day date not null,
  member_ids uuid[] not null check (cardinality(member_ids) > 0),
  opened_by uuid not null references guanjia.person,
  opened_at timestamptz not null,
  state text not null check (state in ('running', 'reported', 'closed')),
  conclusion text check (conclusion <> ''),
  reported_by uuid references guanjia.person,
  reported_at timestamptz,
  signed_by uuid references guanjia.person,
  signed_at timestamptz,
  figures jsonb,
  constraint inspection_period check (from_day <= until_day),
  constraint inspection_reported check (
    (state <> 'running') = (conclusion is not null) and (conclusion is null) = (reported_by is null)
    and (reported_by is null) = (reported_at is null)),
  constraint inspection_signed check (
    (state = 'closed') = (signed_by is not null) and (signed_by is null) = (signed_at is null)
    and (signed_by is null) = (figures is null)),
  constraint inspection_signed_by_two check (signed_by <> reported_by)
);
comment on column guanjia.inspection.scope is 'ids of supervised projects, names of parks, ids of units';
comment on column guanjia.inspection.figures is 'what was counted when the report was signed; later figures are read from the tasks';
create sequence guanjia.inspection_number;

create table guanjia.inspection_item (
  id uuid primary key,
  inspection_id uuid not null references guanjia.inspection,
  place int not null check (place > 0),
  text text not null check (text <> ''),
  result text check (result in ('sound', 'found')),
  note text check (note <> ''),
  checked_by uuid references guanjia.person,
  checked_at timestamptz,
  constraint inspection_item_place unique (inspection_id, place),
  constraint inspection_item_checked check (
    (result is null) = (note is null) and (result is null) = (checked_by is null)
    and (result is null) = (checked_at is null))
);

create table guanjia.inspection_invitation (
  id uuid primary key,
  inspection_id uuid not null references guanjia.inspection,
  organisation text not null check (organisation <> ''),
  person_id uuid not null references guanjia.person,
  until_day date not null,
  invited_by uuid not null references guanjia.person,
  invited_at timestamptz not null,
  looks int not null default 0,
  last_look_at timestamptz,
  ended_at timestamptz,
  ended_because text check (ended_because in ('withdrawn', 'period', 'closed')),
  constraint inspection_invitation_ended check ((ended_at is null) = (ended_because is null))
);
comment on column guanjia.inspection_invitation.organisation is 'id of one of the partners that the content of the zone lists';
comment on column guanjia.inspection_invitation.looks is 'how often the page was opened; each time stands in the audit trail';
create unique index inspection_invitation_once on guanjia.inspection_invitation (inspection_id, person_id)
  where ended_at is null;
create index inspection_invitation_of_person on guanjia.inspection_invitation (person_id) where ended_at is null;

create table guanjia.inspection_note (
  id uuid primary key,
  inspection_id uuid not null references guanjia.inspection,
  words text not null check (length(words) between 2 and 2000),
  by_person uuid not null references guanjia.person,
  at timestamptz not null
);
comment on table guanjia.inspection_note is 'read by who wrote it and by those who supervise; rows are never changed';
create index inspection_note_of_inspection on guanjia.inspection_note (inspection_id);

create table guanjia.inspection_finding (
  id uuid primary key,
  inspection_id uuid not null references guanjia.inspection,
  place text not null check (place <> ''),
  words text not null check (length(words) between 2 and 500),
  document text not null check (document <> ''),
  grade text not null check (grade <> ''),
  task_id uuid not null references guanjia.duty_task constraint inspection_finding_task_once unique,
  recorded_by uuid not null references guanjia.person,
  recorded_at timestamptz not null
);
comment on table guanjia.inspection_finding is 'what was found; its unit, its day and what became of it are those of its task';
create index inspection_finding_of_inspection on guanjia.inspection_finding (inspection_id);

grant select, insert on guanjia.inspection, guanjia.inspection_item, guanjia.inspection_invitation,
  guanjia.inspection_note, guanjia.inspection_finding to guanjia_app;
grant usage on sequence guanjia.inspection_number to guanjia_app;
grant update (state, conclusion, reported_by, reported_at, signed_by, signed_at, figures) on guanjia.inspection to guanjia_app;
grant update (result, note, checked_by, checked_at) on guanjia.inspection_item to guanjia_app;
grant update (looks, last_look_at, ended_at, ended_because) on guanjia.inspection_invitation to guanjia_app;

