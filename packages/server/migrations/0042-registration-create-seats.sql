-- Bookings of seats. One row a seat: the primary key is what makes a double booking impossible.

create table guanjia.registration_seat (
  code text primary key,
  carrier text not null,
  room text not null,
  state text not null check (state in ('free', 'held', 'reserved', 'filed', 'used', 'frozen')),
  application_id uuid references guanjia.registration_application,
  until timestamptz,
  changed_at timestamptz not null,
  constraint registration_seat_booked check ((application_id is not null) = (state not in ('free', 'frozen'))),
  constraint registration_seat_ends check ((until is not null) = (state in ('held', 'reserved', 'filed')))
);
create unique index registration_seat_application on guanjia.registration_seat (application_id)
  where application_id is not null;
create index registration_seat_carrier on guanjia.registration_seat (carrier) where state <> 'free';
create index registration_seat_room on guanjia.registration_seat (room, changed_at) where state = 'used';

create table guanjia.registration_seat_event (
  id bigint generated always as identity primary key,
  code text not null,
  application_id uuid,
  state text not null,
  at timestamptz not null
);
comment on table guanjia.registration_seat_event is 'every change of a booking; booked addresses are counted here, by application and day';
create index registration_seat_event_booked on guanjia.registration_seat_event (application_id, at)
  where state in ('reserved', 'filed', 'used');

grant select, insert, update on guanjia.registration_seat to guanjia_app;
grant select, insert on guanjia.registration_seat_event to guanjia_app;
