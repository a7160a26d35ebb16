-- Transaction numbers begin again when the ledger is restored into a new cluster. An epoch is a stretch of the ledger
-- within which they only grow: leaves are ordered by epoch, then by transaction.

create table guanjia.ledger_epoch (
  epoch int primary key,
  after_leaf_id bigint not null,
  began_in xid8 not null default pg_current_xact_id(),
  began_at timestamptz not null default clock_timestamp(),
  settled boolean not null default false
);
comment on column guanjia.ledger_epoch.after_leaf_id is 'leaves up to this one were recorded before the epoch began';
comment on column guanjia.ledger_epoch.settled is 'whether every leaf from before the epoch has its place';
insert into guanjia.ledger_epoch (epoch, after_leaf_id, settled) values (0, 0, true);

create trigger ledger_epoch_append_only before delete or truncate on guanjia.ledger_epoch
  for each statement execute function guanjia.ledger_is_append_only();
grant select, insert on guanjia.ledger_epoch to guanjia_app;
grant update (settled) on guanjia.ledger_epoch to guanjia_app;

alter table guanjia.ledger_checkpoint add column epoch int not null default 0;
comment on column guanjia.ledger_checkpoint.epoch is 'of last_transaction';
