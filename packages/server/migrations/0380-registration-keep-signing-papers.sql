-- The papers that people sign, kept as they were shown to them: content that changes later changes no paper.

create table guanjia.registration_signing_paper (
  application_id uuid not null references guanjia.registration_application,
  documents_digest text not null check (documents_digest ~ '^[0-9a-f]{64}$'),
  place smallint not null,
  kind text not null,
  canonical text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (application_id, documents_digest, place)
);
comment on table guanjia.registration_signing_paper is
  'never changed: every signature names the digest over a set of these papers';
comment on column guanjia.registration_signing_paper.canonical is
  'the paper in canonical JSON (RFC 8785), the very text that digest is the SHA-256 of';

grant select, insert on guanjia.registration_signing_paper to guanjia_app;
