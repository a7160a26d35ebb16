-- The rules by which was decided are kept under their digest, so that every decision can be replayed by its own rules; a
-- referral keeps the trace that asked for a person.

create table guanjia.registration_rules (
  digest text primary key check (digest ~ '^[0-9a-f]{64}$'),
  version text not null,
  rules jsonb not null,
  kept_at timestamptz not null default now()
);
comment on table guanjia.registration_rules is 'never changed: a decision names the digest of the rules it was taken by';

-- no foreign key: every submission would lock the one row of the rules in force
alter table guanjia.registration_decision add column rules_digest text;
comment on column guanjia.registration_decision.rules_digest is 'null: decided before rules were kept, so that it cannot be replayed';
alter table guanjia.registration_application add column referral_trace jsonb;
comment on column guanjia.registration_application.referral_trace is 'the checks as they stood when the case went to a person';

grant select, insert on guanjia.registration_rules to guanjia_app;
grant select on guanjia.registration_rules to guanjia_reader;
