-- A step that is given other days may be late again: what counts is the day it was last told, not that it ever was.

alter table guanjia.project_step_actual add column told_late_on date;
comment on column guanjia.project_step_actual.told_late_on is 'the day on which a version, or a look at the plan, last told that it is late';
