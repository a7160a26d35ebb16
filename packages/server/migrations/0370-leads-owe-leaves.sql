-- An act of the desk and its leaves are two transactions: the act leaves here what it owes to the ledger, and a leaf that a
-- crash kept from being written is written later, once.

create table leads.owed_leaf (
  id uuid primary key,
  leaves jsonb not null check (jsonb_array_length(leaves) > 0),
  owed_on date not null
);
comment on table leads.owed_leaf is 'written with the act, taken away once the house has its leaves';
comment on column leads.owed_leaf.leaves is 'act, subject and body of each leaf; what is to stand in it as a commitment is apart';
grant select, insert, delete on leads.owed_leaf to guanjia_leads_desk;

create table guanjia.desk_leaf (id uuid primary key);
comment on table guanjia.desk_leaf is 'acts of the desk of leads whose leaves were written, so that none is written twice';
grant select, insert on guanjia.desk_leaf to guanjia_app;

alter table leads.hand_over
  add column left_out int not null default 0 check (left_out >= 0),
  add column left_out_reason text check (left_out_reason <> ''),
  add constraint hand_over_says_why check ((left_out = 0) = (left_out_reason is null));
comment on column leads.hand_over.left_out is 'envelopes and names that were to be handed over and that no open key fitted';
