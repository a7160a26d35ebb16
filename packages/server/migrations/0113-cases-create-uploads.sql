-- Uploads under way: their bytes lie in the data folder until they are kept as evidence.

create table guanjia.evidence_upload (
  id uuid primary key,
  owner_id uuid not null references guanjia.person,
  name text not null check (length(name) between 1 and 200),
  size int not null check (size > 0),
  received int not null default 0 check (received between 0 and size),
  kept_at timestamptz,
  started_at timestamptz not null
);
create index evidence_upload_left on guanjia.evidence_upload (started_at) where kept_at is null;
grant select, insert, update (received, kept_at) on guanjia.evidence_upload to guanjia_app;
