-- Evidence: what people hand in once and use again. A document has versions; a case points to the version it was given.

create table guanjia.evidence_document (
  id uuid primary key,
  owner_id uuid not null references guanjia.person,
  organisation_code text check (length(organisation_code) = 18),
  type text not null check (type <> ''),
  title text not null check (length(title) between 1 and 200),
  expires_on date,
  created_at timestamptz not null
);
comment on column guanjia.evidence_document.type is 'id of an evidence type of the catalogue';
comment on column guanjia.evidence_document.organisation_code is 'the company whose library it is in, where it is not a person''s own';
create index evidence_document_owner on guanjia.evidence_document (owner_id, created_at desc);
create index evidence_document_organisation on guanjia.evidence_document (organisation_code, created_at desc)
  where organisation_code is not null;

create table guanjia.evidence_version (
  document_id uuid not null references guanjia.evidence_document,
  version int not null check (version > 0),
  file text not null check (file ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('pdf', 'jpeg', 'png', 'ofd', 'docx')),
  size int not null check (size > 0),
  name text not null check (length(name) between 1 and 200),
  uploaded_by uuid not null references guanjia.person,
  uploaded_at timestamptz not null,
  primary key (document_id, version)
);
comment on column guanjia.evidence_version.file is 'SHA-256 of the content, its name in the files of the house';

create table guanjia.case_evidence (
  case_id uuid not null references guanjia.case_file,
  requirement text not null,
  document_id uuid not null,
  version int not null,
  attached_by uuid not null references guanjia.person,
  attached_at timestamptz not null,
  primary key (case_id, requirement, document_id, version),
  foreign key (document_id, version) references guanjia.evidence_version
);

grant select, insert, update (title, expires_on) on guanjia.evidence_document to guanjia_app;
grant select, insert on guanjia.evidence_version, guanjia.case_evidence to guanjia_app;
