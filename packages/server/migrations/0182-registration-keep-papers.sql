-- Files handed in with an application, and which registrar has opened which of them.

alter table guanjia.registration_application add column papers jsonb not null default '[]';
comment on column guanjia.registration_application.papers is
  'files handed in: paper, SHA-256, format, size, name, moment; part of what everybody signs';

create table guanjia.registration_paper_reading (
  application_id uuid not null references guanjia.registration_application,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  officer uuid not null references guanjia.person,
  opened_at timestamptz not null,
  primary key (application_id, digest, officer)
);
comment on table guanjia.registration_paper_reading is
  'a registrar has opened a file, known by its SHA-256; another content is another file';

grant select, insert on guanjia.registration_paper_reading to guanjia_app;
