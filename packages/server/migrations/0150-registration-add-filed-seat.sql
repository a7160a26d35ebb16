-- Which seat was filed: the same one again is no news, another one is.
alter table guanjia.registration_application add column address_filed_seat text;
comment on column guanjia.registration_application.address_filed_seat is 'code of the seat filed at address_filed_at';
