-- Bulletins on typical cases: out only without anybody given away, and after two approvals.

create table guanjia.case_bulletin (
  id uuid primary key,
  number text not null constraint case_bulletin_number_once unique,
  title text not null check (length(title) between 2 and 100),
  text text not null check (length(text) between 2 and 10000),
  kept jsonb not null default '[]',
  state text not null check (state in ('drafted', 'published')),
  author_id uuid not null references guanjia.person,
  drafted_at timestamptz not null,
  published_by uuid references guanjia.person,
  published_at timestamptz,
  constraint case_bulletin_published check ((state = 'published') = (published_at is not null))
);
comment on column guanjia.case_bulletin.kept is 'words that would give somebody away and stay, each with the reason';
create sequence guanjia.case_bulletin_number;

create table guanjia.case_bulletin_approval (
  bulletin_id uuid not null references guanjia.case_bulletin,
  approver_id uuid not null references guanjia.person,
  approved_at timestamptz not null,
  primary key (bulletin_id, approver_id)
);
comment on table guanjia.case_bulletin_approval is 'of the text as it stands: a changed text loses them';

grant select, insert on guanjia.case_bulletin, guanjia.case_bulletin_approval to guanjia_app;
grant usage on sequence guanjia.case_bulletin_number to guanjia_app;
grant update (title, text, kept, state, published_by, published_at) on guanjia.case_bulletin to guanjia_app;
grant delete on guanjia.case_bulletin_approval to guanjia_app;
