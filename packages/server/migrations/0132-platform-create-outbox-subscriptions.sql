-- Which reactions hear of which events: while two versions of the server run side by side, what the older one stores
-- reaches the reactions that only the newer one has. A reaction that is given up, or renamed, is deleted here by the
-- migration that goes with it.

create table guanjia.outbox_subscription (
  subscriber text primary key,
  type text not null,
  since timestamptz not null default clock_timestamp()
);
create index outbox_subscription_type on guanjia.outbox_subscription (type);
grant select, insert on guanjia.outbox_subscription to guanjia_app;
grant update (type) on guanjia.outbox_subscription to guanjia_app;
