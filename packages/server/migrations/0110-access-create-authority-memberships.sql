-- For which authority of the zone a member of staff works: reviewers see and decide the cases of their own authority.

create table guanjia.authority_membership (
  person_id uuid not null references guanjia.person,
  authority text not null check (authority <> ''),
  since timestamptz not null default now(),
  ended_at timestamptz,
  primary key (person_id, authority, since)
);
create unique index authority_membership_live on guanjia.authority_membership (person_id, authority)
  where ended_at is null;
comment on column guanjia.authority_membership.authority is 'id of an authority in the zone''s content';
grant select, insert, update (ended_at) on guanjia.authority_membership to guanjia_app;
