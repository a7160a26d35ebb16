-- What is over is forgotten after a while, by functions that cannot forget more: the server has no right to delete.

create function guanjia.forget_sessions(before timestamptz, most int) returns bigint
language sql security definer set search_path = guanjia as $$
  with gone as (
    delete from session where token_hash in (
      select token_hash from session where coalesce(closed_at, expires_at) < before limit most)
    returning 1)
  select count(*) from gone
$$;

create function guanjia.forget_idempotency_keys(before timestamptz, most int) returns bigint
language sql security definer set search_path = guanjia as $$
  with gone as (
    delete from idempotency_record where (principal, key) in (
      select principal, key from idempotency_record where not legal and created_at < before limit most)
    returning 1)
  select count(*) from gone
$$;
comment on function guanjia.forget_idempotency_keys is 'keys of legal acts never expire';

create function guanjia.forget_delivered_events(before timestamptz, most int) returns bigint
language sql security definer set search_path = guanjia as $$
  with old as (
    select id from outbox_event where occurred_at < before and not exists (
      select from outbox_delivery where event_id = id and delivered_at is null)
    order by id limit most
  ), deliveries as (
    delete from outbox_delivery where event_id in (select id from old)
  ), gone as (
    delete from outbox_event where id in (select id from old) returning 1)
  select count(*) from gone
$$;
comment on function guanjia.forget_delivered_events is 'an event that one reaction still waits for stays whole';

create index session_over on guanjia.session ((coalesce(closed_at, expires_at)));
create index idempotency_record_expiring on guanjia.idempotency_record (created_at) where not legal;
create index outbox_event_occurred on guanjia.outbox_event (occurred_at);

revoke all on function guanjia.forget_sessions, guanjia.forget_idempotency_keys, guanjia.forget_delivered_events from public;
grant execute on function guanjia.forget_sessions, guanjia.forget_idempotency_keys, guanjia.forget_delivered_events
  to guanjia_app;
