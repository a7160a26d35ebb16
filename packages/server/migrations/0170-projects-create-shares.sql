-- Links and calendar feeds of a plan that open without signing in.

create table guanjia.project_share (
  id uuid primary key,
  project_id uuid not null references guanjia.project,
  kind text not null check (kind in ('read', 'calendar')),
  token_hash text not null constraint project_share_token_once unique,
  made_by uuid not null references guanjia.person,
  made_at timestamptz not null,
  until timestamptz not null check (until > made_at),
  revoked_at timestamptz check (revoked_at >= made_at),
  opened integer not null default 0,
  last_opened_at timestamptz
);
comment on column guanjia.project_share.token_hash is 'SHA-256 of the token; the token itself is kept nowhere';
comment on column guanjia.project_share.opened is 'how often it was opened; by whom is not known and not asked';
create index project_share_of_project on guanjia.project_share (project_id);

grant select, insert on guanjia.project_share to guanjia_app;
grant update (revoked_at, opened, last_opened_at) on guanjia.project_share to guanjia_app;
