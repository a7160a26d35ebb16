-- Each duplicate of a licence is printed under its own number; the first print of each needs no reason.
-- breaking: the index over licence and copy alone, since 0.1; the one below counts each duplicate for itself

alter table guanjia.licence_print add column place int check (place between 1 and 9);
comment on column guanjia.licence_print.place is
  'which duplicate: asked for with the order, or the next one when it is printed; null for the original';
update guanjia.licence_print set place = 1 where copy = 'duplicate' and printed_at is not null;

drop index guanjia.licence_print_reprint_has_reason;
create unique index licence_print_reprint_has_reason
  on guanjia.licence_print (licence_number, copy, coalesce(place, 0)) where printed_at is not null and reason is null;
