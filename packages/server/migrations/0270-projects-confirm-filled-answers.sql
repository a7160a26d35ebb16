-- Answers that a steward filled in for a company count at once, and wait until the company has looked at them.

alter table guanjia.project add column facts_awaiting jsonb not null default '{}';
comment on column guanjia.project.facts_awaiting is
  'by attribute: the steward who answered for the company, until the company has confirmed or changed it';

grant update (facts_awaiting) on guanjia.project to guanjia_app;
