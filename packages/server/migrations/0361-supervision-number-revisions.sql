-- An approval of a bulletin names the revision that was read.

alter table guanjia.case_bulletin add column revision int not null default 1 check (revision > 0);
comment on column guanjia.case_bulletin.revision is 'counts the texts; the draft is the first';
grant update (revision) on guanjia.case_bulletin to guanjia_app;

alter table guanjia.case_bulletin_approval add column revision int check (revision > 0);
comment on column guanjia.case_bulletin_approval.revision is 'the text that was read; null: approved before approvals named it';
