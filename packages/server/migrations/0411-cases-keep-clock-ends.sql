-- The last days that the clocks of a case had when they were counted last: a corrected calendar is told only where one of
-- them moves. Of cases counted before only the nearest is known, until the clocks are looked at again.

alter table guanjia.case_file add column clock_ends jsonb not null default '{}';
comment on column guanjia.case_file.clock_ends is 'last day of each clock that runs for the whole case, by calendar_version';
update guanjia.case_file set clock_ends = jsonb_build_object(next_kind, next_due)
  where next_kind in ('one-time-notice', 'committed', 'statutory') and next_due is not null;
