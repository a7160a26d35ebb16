-- Exchange packages with partner organisations: their keys, what leaves with the receipt for it, what came in.

create table guanjia.exchange_key (
  id uuid primary key,
  partner text not null check (partner <> ''),
  key_id text not null check (key_id <> ''),
  public_key bytea not null check (octet_length(public_key) = 32),
  entered_by uuid not null references guanjia.person,
  entered_at timestamptz not null,
  confirmed_by uuid references guanjia.person,
  confirmed_at timestamptz,
  retired_by uuid references guanjia.person,
  retired_at timestamptz,
  constraint exchange_key_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
  constraint exchange_key_retired check ((retired_by is null) = (retired_at is null)),
  constraint exchange_key_confirmed_by_two check (confirmed_by <> entered_by)
);
comment on table guanjia.exchange_key is 'believed from its confirmation by a second person until it is retired';
create unique index exchange_key_once on guanjia.exchange_key (partner, key_id) where retired_at is null;

create table guanjia.exchange_package (
  id uuid primary key,
  partner text not null check (partner <> ''),
  agreement text not null check (agreement <> ''),
  schema text not null check (schema <> ''),
  records jsonb not null,
  record_count int not null check (record_count > 0),
  state text not null check (state in ('drafted', 'released', 'discarded')),
  drafted_by uuid not null references guanjia.person,
  drafted_at timestamptz not null,
  discarded_by uuid references guanjia.person,
  discarded_at timestamptz,
  released_by uuid references guanjia.person,
  released_at timestamptz,
  sequence int check (sequence > 0),
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  file text check (file <> ''),
  receipt text check (receipt <> ''),
  received_at timestamptz,
  receipt_taken_by uuid references guanjia.person,
  constraint exchange_package_discarded check (
    (state = 'discarded') = (discarded_by is not null) and (discarded_by is null) = (discarded_at is null)),
  constraint exchange_package_released check (
    (state = 'released') = (released_by is not null) and (released_by is null) = (released_at is null)
    and (released_by is null) = (sequence is null) and (released_by is null) = (digest is null)
    and (released_by is null) = (file is null)),
  constraint exchange_package_received check (
    (receipt is null) = (received_at is null) and (receipt is null) = (receipt_taken_by is null)
    and (receipt is null or state = 'released')),
  constraint exchange_package_released_by_two check (released_by <> drafted_by),
  constraint exchange_package_sequence unique (partner, sequence)
);
comment on column guanjia.exchange_package.records is 'the fields of the list alone, as they were previewed; what is released is these';
comment on column guanjia.exchange_package.file is 'the signed file, byte for byte';

create table guanjia.exchange_import (
  id uuid primary key,
  partner text not null check (partner <> ''),
  package_id uuid not null,
  agreement text not null check (agreement <> ''),
  schema text not null check (schema <> ''),
  sequence int not null check (sequence > 0),
  records jsonb not null,
  record_count int not null check (record_count > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  key_id text not null check (key_id <> ''),
  file text not null check (file <> ''),
  receipt text not null check (receipt <> ''),
  imported_by uuid not null references guanjia.person,
  imported_at timestamptz not null,
  constraint exchange_import_once unique (partner, package_id),
  constraint exchange_import_sequence unique (partner, sequence)
);
comment on table guanjia.exchange_import is 'packages that were believed; rows are never changed';

grant select, insert on guanjia.exchange_key, guanjia.exchange_package, guanjia.exchange_import to guanjia_app;
grant update (confirmed_by, confirmed_at, retired_by, retired_at) on guanjia.exchange_key to guanjia_app;
grant update (state, discarded_by, discarded_at, released_by, released_at, sequence, digest, file, receipt, received_at,
  receipt_taken_by) on guanjia.exchange_package to guanjia_app;
