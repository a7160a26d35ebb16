-- Short campaigns of supervision: scope, period, findings, and what became of each.

create table guanjia.campaign (
  id uuid primary key,
  number text not null constraint campaign_number_once unique,
  subject text not null check (subject <> ''),
  scope text not null check (length(scope) between 2 and 500),
  from_day date not null,
  until_day date not null,
  opened_by uuid not null references guanjia.person,
  opened_at timestamptz not null,
  concluded_by uuid references guanjia.person,
  concluded_at timestamptz,
  conclusion text check (conclusion <> ''),
  constraint campaign_period check (from_day <= until_day),
  constraint campaign_concluded check (
    (concluded_by is null) = (concluded_at is null) and (concluded_at is null) = (conclusion is null))
);
comment on column guanjia.campaign.subject is 'id of one of the campaigns that the content of the zone lists';
create sequence guanjia.campaign_number;

create table guanjia.campaign_finding (
  id uuid primary key,
  campaign_id uuid not null references guanjia.campaign,
  unit text not null check (unit <> ''),
  words text not null check (length(words) between 2 and 1000),
  rectify_by date not null,
  state text not null check (state in ('open', 'reported', 'rectified')),
  recorded_by uuid not null references guanjia.person,
  recorded_at timestamptz not null
);
create index campaign_finding_of_campaign on guanjia.campaign_finding (campaign_id);

create table guanjia.campaign_finding_entry (
  id bigint generated always as identity primary key,
  finding_id uuid not null references guanjia.campaign_finding,
  act text not null check (act in ('report', 'check')),
  passed boolean,
  words text not null check (words <> ''),
  by_person uuid not null references guanjia.person,
  at timestamptz not null
);
comment on table guanjia.campaign_finding_entry is 'what the unit reported and what was seen; rows are never changed';
create index campaign_finding_entry_of_finding on guanjia.campaign_finding_entry (finding_id);

grant select, insert on guanjia.campaign, guanjia.campaign_finding, guanjia.campaign_finding_entry to guanjia_app;
grant usage on sequence guanjia.campaign_number to guanjia_app;
grant update (concluded_by, concluded_at, conclusion) on guanjia.campaign to guanjia_app;
grant update (state) on guanjia.campaign_finding to guanjia_app;
