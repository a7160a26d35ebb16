-- Whoever has had a hand in the text of a bulletin does not approve it.

alter table guanjia.case_bulletin add column writer_ids uuid[] not null default '{}';
update guanjia.case_bulletin set writer_ids = array[author_id];
alter table guanjia.case_bulletin add constraint case_bulletin_written check (author_id = any (writer_ids));
comment on column guanjia.case_bulletin.writer_ids is 'the author and everybody who changed the text';
grant update (writer_ids) on guanjia.case_bulletin to guanjia_app;
