-- The desk of confidential leads: who opened what and what for, custody and hand-over of keys, requests for a name, leads that
-- begin at the desk.

alter table leads.lead
  add column origin text not null default 'filed' check (origin in ('filed', 'light', 'retaliation')),
  add column follows uuid references leads.lead,
  alter column receipt_hash drop not null,
  alter column reporter_key_id drop not null,
  alter column reporter_public_key drop not null,
  alter column reporter_wrapped_key drop not null,
  add constraint lead_has_reporter check
    ((origin = 'filed') = (receipt_hash is not null) and (receipt_hash is null) = (reporter_key_id is null)
      and (receipt_hash is null) = (reporter_public_key is null)
      and (receipt_hash is null) = (reporter_wrapped_key is null)),
  add constraint lead_follows_another check (follows is distinct from id and (follows is null or origin = 'retaliation'));
comment on column leads.lead.origin is 'filed by a reporter, or begun at the desk: nobody follows those by a receipt';
comment on column leads.lead.follows is 'the lead whose reporter was retaliated against';

create unique index reader_key_current_once on leads.reader_key (holder, office) where state = 'current';
create unique index reader_key_proposed_once on leads.reader_key (holder, office) where state = 'proposed';

create table leads.sheet (
  key_id text primary key references leads.reader_key,
  taken_by uuid not null,
  taken_on date not null
);
comment on table leads.sheet is 'who has the printed recovery code of a key in the safe; never its holder';

create table leads.opening (
  id uuid primary key,
  lead_id uuid not null references leads.lead,
  by uuid not null,
  purpose text not null check (purpose <> ''),
  reference text not null check (reference <> ''),
  opened_on date not null
);
comment on table leads.opening is 'every reading of a lead; rows are never changed';
create index opening_of_lead on leads.opening (lead_id, opened_on);

create table leads.hand_over (
  id uuid primary key,
  from_holder uuid not null,
  to_key text not null references leads.reader_key,
  proposed_on date not null,
  confirmed_by uuid,
  confirmed_on date,
  constraint hand_over_confirmed check ((confirmed_by is null) = (confirmed_on is null)),
  constraint hand_over_two_people check (confirmed_by <> from_holder)
);
create table leads.hand_over_wrap (
  hand_over_id uuid not null references leads.hand_over,
  envelope_id uuid not null references leads.envelope,
  sealed text not null,
  primary key (hand_over_id, envelope_id)
);
create table leads.hand_over_share (
  hand_over_id uuid not null references leads.hand_over,
  lead_id uuid not null references leads.identity,
  sealed text not null,
  primary key (hand_over_id, lead_id)
);
comment on table leads.hand_over_wrap is 'content keys sealed to the successor; they open nothing before the hand-over is confirmed';

create table leads.identity_request (
  id uuid primary key,
  lead_id uuid not null references leads.identity,
  asked_by uuid not null,
  asker_key text not null references leads.reader_key,
  reason text not null check (reason <> ''),
  asked_on date not null,
  answered_by uuid,
  answered_on date,
  share text,
  open_until date,
  constraint identity_request_answered check ((answered_by is null) = (answered_on is null)),
  constraint identity_request_two_people check (answered_by <> asked_by),
  constraint identity_request_granted check
    ((share is null) = (open_until is null) and (share is null or answered_on is not null))
);
comment on column leads.identity_request.share is 'the keeper''s share sealed to the key of whoever asked; null where it was refused';
create unique index identity_request_open_once on leads.identity_request (lead_id, asked_by) where answered_on is null;

create table leads.suggestion (
  supervised_id uuid not null,
  node text not null,
  project text not null,
  decided_on date not null,
  taken_as uuid references leads.lead,
  primary key (supervised_id, node)
);
comment on table leads.suggestion is 'a red light that somebody in supervision decided to hand to the desk; supervision never learns what came of it';

grant insert on leads.lead to guanjia_leads_desk;
grant select, insert on leads.sheet, leads.opening, leads.hand_over, leads.hand_over_wrap, leads.hand_over_share,
  leads.identity_request, leads.suggestion to guanjia_leads_desk;
grant select on leads.identity_wrap, leads.wrap to guanjia_leads_desk;
grant update (confirmed_by, confirmed_on) on leads.hand_over to guanjia_leads_desk;
grant update (answered_by, answered_on, share, open_until) on leads.identity_request to guanjia_leads_desk;
grant update (taken_as) on leads.suggestion to guanjia_leads_desk;
