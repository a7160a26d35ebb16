-- A supervised project and the project of a steward that is the same building site: every link there was.

create table guanjia.supervised_link (
  id bigint generated always as identity primary key,
  supervised_id uuid not null references guanjia.supervised_project,
  project_id uuid not null references guanjia.project,
  linked_by uuid not null references guanjia.person,
  linked_at timestamptz not null,
  unlinked_by uuid references guanjia.person,
  unlinked_at timestamptz,
  reason text check (reason <> ''),
  constraint supervised_link_ended check (
    (unlinked_by is null) = (unlinked_at is null) and (unlinked_at is null) = (reason is null))
);
comment on table guanjia.supervised_link is 'the one that stands is in supervised_project.project_id; the others stay as history';
create unique index supervised_link_standing on guanjia.supervised_link (supervised_id) where unlinked_at is null;

grant select, insert on guanjia.supervised_link to guanjia_app;
grant update (unlinked_by, unlinked_at, reason) on guanjia.supervised_link to guanjia_app;
