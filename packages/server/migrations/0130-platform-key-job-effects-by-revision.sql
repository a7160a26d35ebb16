-- A job that waits under a key is replaced in place: same id, next revision, new payload. Its effects are its own.
-- The default serves processes of the version before, which do not name the revision.

alter table guanjia.job_effect add column revision int not null default 0;
alter table guanjia.job_effect drop constraint job_effect_pkey;
alter table guanjia.job_effect add primary key (job_id, revision, step);
comment on column guanjia.job_effect.revision is 'how often the job was replaced before it ran with this payload';
