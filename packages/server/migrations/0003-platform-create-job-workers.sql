-- Signs of life of the workers that run jobs: the jobs of one that has been silent for too long go to the others.

create table guanjia.job_worker (
  worker_id text primary key,
  seen_at timestamptz not null default clock_timestamp()
);
grant select, insert, delete on guanjia.job_worker to guanjia_app;
grant update (seen_at) on guanjia.job_worker to guanjia_app;
