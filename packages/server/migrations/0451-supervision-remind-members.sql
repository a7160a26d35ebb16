-- Members of a joint consultation are reminded once of the statement, and once of each conclusion, that they owe.

alter table guanjia.consultation_member add column reminded_revision int check (reminded_revision >= 0);
comment on column guanjia.consultation_member.reminded_revision is 'what they were reminded of last: 0 the statement, else the revision of the conclusion to sign; null where of nothing';
grant update (reminded_revision) on guanjia.consultation_member to guanjia_app;
