-- When the answers about a project were kept last: shown to whoever goes on filling them in, on whatever device.

alter table guanjia.project add column facts_at timestamptz;
comment on column guanjia.project.facts_at is 'when an answer was kept last; null = none but what the kind of the project says';
grant update (facts_at) on guanjia.project to guanjia_app;
