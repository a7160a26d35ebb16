-- Space for firms: rooms that carriers offer, needs of firms, leases between them.

create table guanjia.space_room (
  id uuid primary key,
  carrier text not null check (carrier <> ''),
  place text check (place <> ''),
  version int not null check (version > 0),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  cells jsonb not null,
  facts jsonb,
  faults jsonb not null,
  area_dm2 bigint check (area_dm2 > 0),
  let_dm2 bigint not null default 0 check (let_dm2 >= 0),
  offered_until date,
  updated_at timestamptz not null,
  constraint space_room_place_once unique (carrier, place),
  constraint space_room_published_whole check
    (state <> 'published' or (facts is not null and offered_until is not null and place is not null)),
  constraint space_room_facts_have_area check ((facts is null) = (area_dm2 is null)),
  constraint space_room_let_once check (let_dm2 <= coalesce(area_dm2, 0))
);
comment on column guanjia.space_room.place is 'building, floor and unit; null while the line does not say them';
comment on column guanjia.space_room.cells is 'the line as the carrier wrote it';
comment on column guanjia.space_room.let_dm2 is 'square decimetres of the leases that run; a room is not let twice';
create index space_room_offered on guanjia.space_room (offered_until) where state = 'published';

create sequence guanjia.space_need_number;
create table guanjia.space_need (
  id uuid primary key,
  number text not null unique,
  version int not null check (version > 0),
  firm text not null check (length(firm) between 2 and 100),
  contact text not null check (length(contact) between 1 and 60),
  phone text not null check (length(phone) between 7 and 30),
  purpose text not null check (length(purpose) between 2 and 1000),
  wishes jsonb not null,
  asker_id uuid references guanjia.person,
  visitor_id uuid references guanjia.person,
  department text not null,
  situation text not null,
  state jsonb not null,
  words text check (length(words) <= 1000),
  link_salt text not null,
  token_hash text not null unique,
  filed_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table guanjia.space_need is 'words, contact and phone of the firm stand here alone: events, leaves and the outbox hold ids and days';
comment on column guanjia.space_need.visitor_id is 'who recorded it on a visit and sees it through';
comment on column guanjia.space_need.words is 'what the firm said with its mark';
create index space_need_open on guanjia.space_need (filed_at) where situation not in ('leased', 'rated', 'not-found');

create table guanjia.space_need_event (
  need_id uuid not null references guanjia.space_need,
  version int not null check (version > 0),
  type text not null,
  body jsonb not null,
  principal text not null,
  at timestamptz not null,
  primary key (need_id, version)
);

create table guanjia.space_lease (
  id uuid primary key,
  room_id uuid not null references guanjia.space_room,
  need_id uuid constraint space_lease_of_need_once unique references guanjia.space_need,
  area_dm2 bigint not null check (area_dm2 > 0),
  noted_at timestamptz not null,
  ended_at timestamptz check (ended_at >= noted_at)
);
comment on column guanjia.space_lease.need_id is 'null where the carrier says that it let the room by itself';
create index space_lease_of_room on guanjia.space_lease (room_id) where ended_at is null;

create table guanjia.space_renewal (
  id uuid primary key,
  carrier text not null,
  rooms uuid[] not null,
  link_salt text not null,
  token_hash text not null unique,
  asked_on date not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  constraint space_renewal_asked_once_a_day unique (carrier, asked_on)
);
comment on table guanjia.space_renewal is 'a carrier is asked whether offers that end soon still hold; the answer needs the link alone';

grant select, insert on guanjia.space_room, guanjia.space_need, guanjia.space_need_event, guanjia.space_lease,
  guanjia.space_renewal to guanjia_app;
grant usage on sequence guanjia.space_need_number to guanjia_app;
grant update (place, version, state, cells, facts, faults, area_dm2, let_dm2, offered_until, updated_at)
  on guanjia.space_room to guanjia_app;
grant update (version, situation, state, words, updated_at) on guanjia.space_need to guanjia_app;
grant update (ended_at) on guanjia.space_lease to guanjia_app;
grant update (answered_at) on guanjia.space_renewal to guanjia_app;
