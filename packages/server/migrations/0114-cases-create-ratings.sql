-- Satisfaction: one rating a case; a bad one is called back and mended.

create table guanjia.case_rating (
  case_id uuid primary key references guanjia.case_file,
  level int not null check (level between 1 and 5),
  aspects text[] not null,
  comment text check (length(comment) <= 1000),
  rated_at timestamptz not null,
  call_back_by date,
  called_back_at timestamptz,
  call_back_note text,
  mend_by date,
  mended_at timestamptz,
  mending_note text,
  constraint case_rating_bad_is_followed_up check ((level <= 2) = (call_back_by is not null)),
  constraint case_rating_call_comes_first check (mended_at is null or called_back_at is not null)
);
create index case_rating_waiting on guanjia.case_rating (call_back_by) where mended_at is null and call_back_by is not null;
grant select, insert, update (called_back_at, call_back_note, mended_at, mending_note) on guanjia.case_rating
  to guanjia_app;
