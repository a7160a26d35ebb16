-- A person is known at an identity service by issuer and subject, and may be known there more than once.
-- breaking: servers of before write person.subject and cannot admit new people any more; stop them first.

create table guanjia.identity_binding (
  issuer text not null,
  subject text not null,
  person_id uuid not null references guanjia.person,
  bound_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index identity_binding_person on guanjia.identity_binding (person_id);
comment on table guanjia.identity_binding is 'who signed in under which name of which identity service; somebody only named by others has none';
grant select, insert on guanjia.identity_binding to guanjia_app;

alter table guanjia.person drop column subject;
comment on column guanjia.person_identity.phone is 'vouched for by the identity service; what others say of somebody is not kept here';
grant update (identity_number) on guanjia.person_identity to guanjia_app;
