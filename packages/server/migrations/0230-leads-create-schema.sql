-- Confidential leads. A schema of its own: the roles of the house (app, reader) have no right to anything in it. Everything
-- that was said stands here as cipher text; days stand without a time; no address and no device is kept.

create schema leads;
grant usage on schema leads to guanjia_leads, guanjia_leads_desk;

create table leads.reader_key (
  key_id text primary key check (key_id ~ '^[0-9a-f]{32}$'),
  office text not null check (office in ('handler', 'keeper')),
  holder uuid not null,
  belongs_to text[] not null default '{}',
  public_key text not null,
  wrapped_private jsonb not null,
  state text not null default 'proposed' check (state in ('proposed', 'current', 'retired')),
  made_on date not null,
  retired_on date,
  constraint reader_key_retired check ((state = 'retired') = (retired_on is not null))
);
comment on column leads.reader_key.belongs_to is 'units of the holder: what is reported about them is not sealed to this key';
comment on column leads.reader_key.wrapped_private is 'private key under the holder''s passphrase: kdf, its parameters, wrapped';

create table leads.lead (
  id uuid primary key,
  kind text not null check (kind in ('anonymous', 'real-name')),
  about text not null,
  sealed_by text not null check (sealed_by in ('browser', 'server')),
  received_on date not null,
  receipt_hash bytea not null unique check (length(receipt_hash) = 32),
  reporter_key_id text not null check (reporter_key_id ~ '^[0-9a-f]{32}$'),
  reporter_public_key text not null,
  reporter_wrapped_key text not null,
  published_on date
);
comment on column leads.lead.about is 'unit of the public list that the report is about, or other';
comment on column leads.lead.receipt_hash is 'Argon2id of the look-up word of the receipt code';
comment on column leads.lead.published_on is 'day on which the digest of its envelope went into the ledger';

create table leads.lead_event (
  lead_id uuid not null references leads.lead,
  position int not null check (position > 0),
  type text not null,
  body jsonb not null,
  happened_on date not null,
  by uuid,
  primary key (lead_id, position)
);
comment on column leads.lead_event.by is 'handler or keeper; null for the reporter and for the house';

create table leads.envelope (
  id uuid primary key,
  lead_id uuid not null references leads.lead,
  part text not null check (part = 'content' or part = 'message/' || id),
  position int not null check (position >= 0),
  written_by text not null check (written_by in ('reporter', 'handler')),
  written_on date not null,
  content bytea not null,
  unique (lead_id, position)
);
comment on column leads.envelope.position is '0 for the report itself, then the messages in their order';

create table leads.wrap (
  envelope_id uuid not null references leads.envelope,
  key_id text not null check (key_id ~ '^[0-9a-f]{32}$'),
  sealed text not null,
  primary key (envelope_id, key_id)
);

create table leads.identity (
  lead_id uuid primary key references leads.lead,
  content bytea not null
);
create table leads.identity_wrap (
  lead_id uuid not null references leads.identity,
  key_id text not null check (key_id ~ '^[0-9a-f]{32}$'),
  office text not null check (office in ('handler', 'keeper')),
  sealed text not null,
  primary key (lead_id, key_id)
);
comment on table leads.identity_wrap is 'one share of the content key a row: it takes a handler''s and a keeper''s';

create table leads.receipt_salt (
  only_one boolean primary key default true check (only_one),
  salt bytea not null check (length(salt) = 32)
);
insert into leads.receipt_salt (salt)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

-- the intake takes in, finds by receipt and reads nothing back but what the reporter may see
grant select (key_id, office, belongs_to, public_key, state) on leads.reader_key to guanjia_leads;
grant select, insert on leads.lead, leads.lead_event, leads.envelope, leads.wrap to guanjia_leads;
grant insert on leads.identity, leads.identity_wrap to guanjia_leads;
grant select on leads.receipt_salt to guanjia_leads;

-- the desk works with what was taken in
grant select, insert on leads.reader_key, leads.lead_event, leads.envelope, leads.wrap, leads.identity_wrap to guanjia_leads_desk;
grant update (state, retired_on, belongs_to, wrapped_private) on leads.reader_key to guanjia_leads_desk;
grant select on leads.lead, leads.identity to guanjia_leads_desk;
grant update (published_on) on leads.lead to guanjia_leads_desk;
