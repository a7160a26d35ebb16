-- The second signature names the text it signs; a report may go back to be worked on; what was signed is printed as it was signed.

alter table guanjia.inspection
  add column revision int not null default 0,
  add column returned_by uuid references guanjia.person,
  add column returned_at timestamptz,
  add column return_reason text check (return_reason <> ''),
  add column sealed jsonb;
update guanjia.inspection set revision = 1 where conclusion is not null;
alter table guanjia.inspection drop constraint inspection_reported;
alter table guanjia.inspection
  add constraint inspection_reported check (
    (state = 'running' or conclusion is not null) and (conclusion is null) = (reported_by is null)
    and (reported_by is null) = (reported_at is null)),
  add constraint inspection_numbered check ((revision = 0) = (conclusion is null)),
  add constraint inspection_returned check (
    (returned_by is null) = (returned_at is null) and (returned_by is null) = (return_reason is null)
    and (returned_by is null or state = 'running')),
  add constraint inspection_sealed check (sealed is null or state = 'closed');
comment on column guanjia.inspection.revision is 'number of the text of the report, from 1; 0 before the first; every drafting counts on';
comment on column guanjia.inspection.sealed is 'the report as it was signed, with its names and days; null where it was signed before such were kept';
grant update (revision, returned_by, returned_at, return_reason, sealed) on guanjia.inspection to guanjia_app;
