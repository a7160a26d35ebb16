-- What is overdue is told once: the last day that was told of is kept beside the one that counts.

alter table guanjia.issue add column told_due date;
comment on column guanjia.issue.told_due is 'the last day of which it was told that it has passed; a new last day is told of anew';
create index issue_overdue on guanjia.issue (next_due) where told_due is distinct from next_due;
grant update (told_due) on guanjia.issue to guanjia_app;
