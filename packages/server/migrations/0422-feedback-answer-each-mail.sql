-- Each mail is answered to who wrote it, under the issue that it became, also where that issue was joined with another one;
-- what an asker adds to an issue that theirs was joined with is known as theirs. An answer that went out is known as sent.
-- breaking: servers of before ask for an answer once by (issue_id, version) alone and do not say whose mail it is; stop them first.

alter table guanjia.issue_mail_answer add column mail_of uuid references guanjia.issue_mail;
update guanjia.issue_mail_answer answer set mail_of = issue_id
where exists (select from guanjia.issue_mail mail where mail.issue_id = answer.issue_id);
-- what had nobody to go to never went out
delete from guanjia.issue_mail_answer where mail_of is null;
alter table guanjia.issue_mail_answer
  alter column mail_of set not null,
  drop constraint issue_mail_answer_issue_id_version_key,
  add constraint issue_mail_answer_once unique (issue_id, version, mail_of);
create index issue_mail_answer_of_mail on guanjia.issue_mail_answer (mail_of);
comment on column guanjia.issue_mail_answer.issue_id is 'the issue that gives the reason';
comment on column guanjia.issue_mail_answer.mail_of is 'the issue whose mail is answered: its number is named, and its writer reads the answer';
comment on column guanjia.issue_mail_answer.sent_at is 'when it went out; null while that is to come, and where its address had enough answers';

alter table guanjia.issue_supplement add column mail_of uuid references guanjia.issue_mail;
comment on column guanjia.issue_supplement.mail_of is 'the issue whose asker added it by mail; where it is another one than was added to, only staff reads the words';

alter table guanjia.mail_receipt add column answered_at timestamptz;
grant update (answered_at) on guanjia.mail_receipt to guanjia_app;
comment on column guanjia.mail_receipt.issue_id is 'the issue in whose thread the mail is: the one that the writer''s first mail became';
comment on column guanjia.mail_receipt.answered_at is 'when a mail that was not filed was answered, so that it is not answered again where its mark fails';
