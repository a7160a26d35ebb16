-- Signed letters of commitment, and which commitments of a project stand.

create table guanjia.project_letter (
  id uuid primary key,
  project_id uuid not null references guanjia.project,
  document jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signed_by uuid not null references guanjia.person,
  signed_at timestamptz not null,
  key_id text not null,
  public_key bytea not null check (length(public_key) = 32),
  signature bytea not null check (length(signature) = 64)
);
comment on column guanjia.project_letter.document is 'the words that were signed; their digest is what the signature covers';
create index project_letter_of_project on guanjia.project_letter (project_id, signed_at);

create table guanjia.project_commitment (
  project_id uuid not null references guanjia.project,
  commitment text not null check (commitment <> ''),
  letter_id uuid not null references guanjia.project_letter,
  signed_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= signed_at),
  primary key (letter_id, commitment)
);
create unique index project_commitment_stands_once on guanjia.project_commitment (project_id, commitment)
  where withdrawn_at is null;

grant select, insert on guanjia.project_letter to guanjia_app;
grant select, insert, update (withdrawn_at) on guanjia.project_commitment to guanjia_app;
