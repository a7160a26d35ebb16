-- Published versions of the catalogue: numbered, never changed, so that a case keeps the version it began with.

create table guanjia.catalogue_version (
  number int primary key check (number >= 1),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  effective_on date not null,
  published_at timestamptz not null,
  published_by text not null
);
comment on table guanjia.catalogue_version is 'never changed: cases and plans name the number of the version they rest on';
comment on column guanjia.catalogue_version.hash is 'SHA-256 of the canonical content';
comment on column guanjia.catalogue_version.effective_on is 'day of the zone; the highest number that has begun is in force';
create index catalogue_version_effective on guanjia.catalogue_version (effective_on);

grant select, insert on guanjia.catalogue_version to guanjia_app;
grant select on guanjia.catalogue_version to guanjia_reader;
