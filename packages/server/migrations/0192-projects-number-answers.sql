-- Answers about a project are kept over the version that their sender has seen: two people who answer at once do not
-- overwrite each other unheard.

alter table guanjia.project
  add column facts_version int not null default 1 check (facts_version >= 1),
  add column facts_changed jsonb not null default '{}';
comment on column guanjia.project.facts_version is 'counts the times answers were kept';
comment on column guanjia.project.facts_changed is 'by attribute: the version that last changed its answer';

grant update (facts_version, facts_changed) on guanjia.project to guanjia_app;
