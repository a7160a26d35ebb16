-- Photos of rooms: what a carrier shows of them.

create table guanjia.space_room_photo (
  id uuid primary key,
  room_id uuid not null references guanjia.space_room,
  file text not null,
  kind text not null check (kind in ('jpeg', 'png')),
  size int not null check (size > 0),
  shows text not null check (length(shows) between 2 and 60),
  added_at timestamptz not null
);
create index space_room_photo_of on guanjia.space_room_photo (room_id, added_at, id);
comment on column guanjia.space_room_photo.file is 'hash of the picture, without what the camera wrote into it';
comment on column guanjia.space_room_photo.shows is 'what is seen, in the words of the carrier: read out to whoever does not see it';
grant select, insert, delete on guanjia.space_room_photo to guanjia_app;
