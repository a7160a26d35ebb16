-- Secret links and telephone numbers stand in one place each; events and kept answers refer to them.

alter table guanjia.registration_signature add column link_salt text;
comment on column guanjia.registration_signature.link_salt is
  'with the key signing-links of the key folder it gives the token of the link again; alone it gives nothing';

alter table guanjia.registration_application add column contact_name text, add column contact_phone text;
comment on column guanjia.registration_application.contact_phone is 'whom the hall calls about the filed address';
