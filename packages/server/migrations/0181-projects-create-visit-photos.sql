-- Photos of visits, and the case a contact was about.

alter table guanjia.project_contact add column case_id uuid references guanjia.case_file;
comment on column guanjia.project_contact.case_id is 'case the contact was about; a journey of the applicant counts against it (零跑腿)';
create index project_contact_of_case on guanjia.project_contact (case_id) where case_id is not null;

create table guanjia.project_contact_photo (
  id uuid primary key,
  contact_id uuid not null references guanjia.project_contact,
  file text not null,
  kind text not null check (kind in ('jpeg', 'png')),
  size int not null check (size > 0),
  taken_by uuid not null references guanjia.person,
  kept_at timestamptz not null
);
comment on column guanjia.project_contact_photo.id is 'given by the device that took it, so that a phone that was offline may send it twice';
create index project_contact_photo_of_contact on guanjia.project_contact_photo (contact_id);

grant select, insert on guanjia.project_contact_photo to guanjia_app;
