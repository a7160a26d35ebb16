-- The draft of the next version of the catalogue, who proposed it and who confirmed it.

create table guanjia.catalogue_draft (
  id uuid primary key,
  base int not null references guanjia.catalogue_version,
  origin text not null check (origin in ('edited', 'folder', 'restored')),
  restores int references guanjia.catalogue_version,
  content jsonb not null,
  revision int not null check (revision >= 1),
  state text not null check (state in ('open', 'proposed', 'published', 'discarded')),
  begun_by uuid not null references guanjia.person,
  begun_at timestamptz not null,
  changed_by uuid not null references guanjia.person,
  changed_at timestamptz not null,
  reason text check (length(reason) between 2 and 500),
  effective_on date,
  proposed_by uuid references guanjia.person,
  proposed_at timestamptz,
  returned_note text check (length(returned_note) between 2 and 500),
  constraint catalogue_draft_restores check ((origin = 'restored') = (restores is not null)),
  constraint catalogue_draft_proposal check (state not in ('proposed', 'published')
    or (reason is not null and effective_on is not null and proposed_by is not null and proposed_at is not null))
);
comment on table guanjia.catalogue_draft is 'one at a time is worked on; those that ended are kept';
comment on column guanjia.catalogue_draft.base is 'number of the newest version when the draft was begun';
comment on column guanjia.catalogue_draft.restores is 'number of the earlier version whose text it brings back';
comment on column guanjia.catalogue_draft.content is 'plain content; it may have faults until it is proposed';
comment on column guanjia.catalogue_draft.revision is 'counts every save, so that two editors do not write over each other';
comment on column guanjia.catalogue_draft.returned_note is 'why the proposal was returned to be worked on, if it was';
create unique index catalogue_draft_one on guanjia.catalogue_draft ((true)) where state in ('open', 'proposed');

alter table guanjia.catalogue_version
  add column base int references guanjia.catalogue_version,
  add column restores int references guanjia.catalogue_version,
  add column reason text,
  add column proposed_by uuid references guanjia.person,
  add column confirmed_by uuid references guanjia.person,
  add column summary jsonb,
  -- a second pair of eyes, whatever the code believes
  add constraint catalogue_version_two_people check (
    (proposed_by is null) = (confirmed_by is null) and proposed_by <> confirmed_by);
comment on column guanjia.catalogue_version.summary is 'which services differ from the version it was made from, and how many other values';
comment on column guanjia.catalogue_version.proposed_by is 'null where the house published its first version by itself';

grant select, insert on guanjia.catalogue_draft to guanjia_app;
grant update (content, revision, state, changed_by, changed_at, reason, effective_on, proposed_by, proposed_at,
  returned_note) on guanjia.catalogue_draft to guanjia_app;
