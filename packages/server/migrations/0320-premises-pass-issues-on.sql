-- a need that was heard as an issue, and the issue that it was passed on from, each as the other room knows it
alter table guanjia.space_need
  add issue_id uuid constraint space_need_of_issue_once unique,
  add issue_number text,
  add constraint space_need_names_its_issue check ((issue_id is null) = (issue_number is null));
comment on column guanjia.space_need.issue_id is 'the issue of the register that it was passed on from';

create table guanjia.issue_need (
  issue_id uuid primary key references guanjia.issue,
  need_id uuid not null,
  number text not null,
  passed_on_by text not null,
  version int not null check (version > 0),
  situation text not null,
  moved_at timestamptz not null
);
comment on table guanjia.issue_need is 'how far the need has come that an issue was passed on as, as its events tell';
grant select, insert, update on guanjia.issue_need to guanjia_app;
