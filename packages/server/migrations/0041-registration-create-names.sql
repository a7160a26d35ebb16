-- Names that stand in the way of others, and the log by which every server process keeps its index of them.

create table guanjia.registration_name (
  same_key text primary key,
  name text not null,
  application_id uuid references guanjia.registration_application,
  unified_code text,
  state text not null check (state in ('reserved', 'registered', 'cancelled', 'renamed', 'revoked')),
  until date,
  since timestamptz not null,
  constraint registration_name_ends check ((state = 'registered') = (until is null))
);
comment on column guanjia.registration_name.same_key is 'two live names of one registrar never share it (S1 to S3): the primary key is the rule';
comment on column guanjia.registration_name.until is 'last day on which the name stands in the way; then another may take its key';
create unique index registration_name_application on guanjia.registration_name (application_id)
  where application_id is not null;

create table guanjia.registration_name_change (
  id bigint generated always as identity primary key,
  added text,
  until date,
  removed text,
  at_transaction xid8 not null default pg_current_xact_id(),
  check (added is not null or removed is not null)
);
comment on column guanjia.registration_name_change.at_transaction is 'readers pass the number only below the oldest running transaction';

create index registration_name_change_young on guanjia.registration_name_change (at_transaction);

grant select, insert, update, delete on guanjia.registration_name to guanjia_app;
grant select, insert on guanjia.registration_name_change to guanjia_app;
