-- Recommendations of discipline inspection and of supervision, with receipt, written reply and verification.

create table guanjia.recommendation (
  id uuid primary key,
  number text not null constraint recommendation_number_once unique,
  kind text not null check (kind in ('discipline', 'supervision')),
  unit text not null check (unit <> ''),
  problem text not null check (length(problem) between 2 and 2000),
  basis text not null check (length(basis) between 2 and 500),
  advice text not null check (length(advice) between 2 and 2000),
  state text not null check (state in ('drafted', 'issued', 'received', 'replied', 'closed')),
  drafted_by uuid not null references guanjia.person,
  drafted_at timestamptz not null,
  issued_by uuid references guanjia.person,
  issued_at timestamptz,
  reply_by date,
  received_by uuid references guanjia.person,
  received_at timestamptz,
  stance text check (stance in ('adopted', 'partly-adopted', 'not-adopted')),
  reply text check (reply <> ''),
  reason text check (reason <> ''),
  refused_without_reason boolean not null default false,
  replied_by uuid references guanjia.person,
  replied_on date,
  finding text check (finding <> ''),
  verified_by uuid references guanjia.person,
  verified_at timestamptz,
  escalated_at timestamptz,
  constraint recommendation_two_people check (issued_by <> drafted_by),
  constraint recommendation_issued check
    ((state = 'drafted') = (issued_at is null) and (issued_at is null) = (reply_by is null)),
  constraint recommendation_received check (state not in ('received', 'replied', 'closed') or received_at is not null),
  constraint recommendation_replied check (state not in ('replied', 'closed') or replied_on is not null)
);
comment on column guanjia.recommendation.escalated_at is 'when the reply was found overdue and the head of supervision was told';
comment on column guanjia.recommendation.refused_without_reason is 'not adopted, and no reason given: noted for a person to follow up';
create index recommendation_of_unit on guanjia.recommendation (unit);
create sequence guanjia.recommendation_number;

grant select, insert on guanjia.recommendation to guanjia_app;
grant usage on sequence guanjia.recommendation_number to guanjia_app;
grant update (state, issued_by, issued_at, reply_by, received_by, received_at, stance, reply, reason,
  refused_without_reason, replied_by, replied_on, finding, verified_by, verified_at, escalated_at)
  on guanjia.recommendation to guanjia_app;
