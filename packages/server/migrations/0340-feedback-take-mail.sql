-- Mail as a channel of the register: which mails were taken, and how an issue that came by mail is answered.

create table guanjia.mail_receipt (
  id uuid primary key,
  mailbox text not null,
  uid_validity bigint not null check (uid_validity >= 0),
  uid bigint not null check (uid > 0),
  key text check (key ~ '^[0-9a-f]{64}$'),
  size int not null check (size >= 0),
  outcome text not null check (outcome in
    ('waiting', 'filed', 'added', 'known', 'automatic', 'too-large', 'elsewhere', 'set-aside')),
  reason text check (length(reason) <= 60),
  attempts int not null default 0 check (attempts >= 0),
  issue_id uuid references guanjia.issue,
  arrived_at timestamptz not null,
  taken_at timestamptz not null,
  settled_at timestamptz,
  constraint mail_receipt_of_mail unique (mailbox, uid_validity, uid),
  constraint mail_receipt_issue check ((issue_id is not null) = (outcome in ('filed', 'added'))),
  constraint mail_receipt_reason check ((reason is not null) or outcome not in ('waiting', 'set-aside'))
);
comment on table guanjia.mail_receipt is 'what became of a mail, by its number in the mailbox; no word of it and no address';
comment on column guanjia.mail_receipt.key is 'SHA-256 of the Message-ID of mails that are in the register: one mail is one issue however often it is delivered';
comment on column guanjia.mail_receipt.settled_at is 'when the mail was marked in its mailbox; null while that, or the answer, is still to come';
create unique index mail_receipt_once on guanjia.mail_receipt (key) where key is not null;
create index mail_receipt_unsettled on guanjia.mail_receipt (mailbox, uid_validity, uid) where settled_at is null;
create index mail_receipt_of_issue on guanjia.mail_receipt (issue_id) where issue_id is not null;

create table guanjia.issue_mail (
  issue_id uuid primary key references guanjia.issue,
  address text not null check (length(address) between 3 and 254),
  subject text not null check (length(subject) <= 200),
  message_id text check (length(message_id) <= 500)
);
comment on table guanjia.issue_mail is 'where an issue that came by mail is answered; address and subject stand here alone';
create index issue_mail_of_address on guanjia.issue_mail (address);

create table guanjia.issue_mail_answer (
  id uuid primary key,
  issue_id uuid not null references guanjia.issue,
  about text not null check (about in ('filed', 'added', 'replied', 'signposted')),
  version int not null check (version > 0),
  left_out jsonb not null,
  asked_at timestamptz not null,
  sent_at timestamptz,
  unique (issue_id, version)
);
comment on table guanjia.issue_mail_answer is 'answers by mail; their id is in their Message-ID, so that a mail which answers one is known';
comment on column guanjia.issue_mail_answer.left_out is 'attachments that were not taken, by name and reason';

create table guanjia.issue_supplement (
  issue_id uuid not null,
  version int not null,
  words text not null check (length(words) between 1 and 2000),
  primary key (issue_id, version),
  foreign key (issue_id, version) references guanjia.issue_event
);
comment on table guanjia.issue_supplement is 'what an asker added later; the event itself holds no word';

create table guanjia.issue_document (
  id uuid primary key,
  issue_id uuid not null references guanjia.issue,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('pdf', 'docx', 'ofd')),
  file text not null,
  size int not null check (size > 0),
  kept_at timestamptz not null
);
create index issue_document_of_issue on guanjia.issue_document (issue_id);

create table guanjia.mailbox_look (
  mailbox text primary key,
  looked_at timestamptz,
  failed_at timestamptz,
  failure text check (length(failure) <= 200)
);
comment on column guanjia.mailbox_look.failure is 'why the mailbox could not be reached; null since it was';

grant select, insert on guanjia.mail_receipt, guanjia.issue_mail, guanjia.issue_mail_answer,
  guanjia.issue_supplement, guanjia.issue_document, guanjia.mailbox_look to guanjia_app;
grant update (key, outcome, reason, attempts, issue_id, taken_at, settled_at) on guanjia.mail_receipt to guanjia_app;
grant delete on guanjia.mail_receipt to guanjia_app;
grant update (sent_at) on guanjia.issue_mail_answer to guanjia_app;
grant update on guanjia.mailbox_look to guanjia_app;
