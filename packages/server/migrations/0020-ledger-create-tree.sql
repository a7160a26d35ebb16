-- Acts as leaves, their order, the tree over them and its signed checkpoints. Nothing here is ever changed or deleted,
-- but for the salts: whoever deletes a salt makes a commitment mute.

create table guanjia.ledger_leaf (
  id bigint generated always as identity primary key,
  text text not null,
  recorded_in xid8 not null default pg_current_xact_id()
);
comment on column guanjia.ledger_leaf.text is 'canonical JSON; its UTF-8 bytes are what is hashed';
comment on column guanjia.ledger_leaf.recorded_in is 'transaction of the act: the sequencer takes only those older than every running one';
create index ledger_leaf_order on guanjia.ledger_leaf (recorded_in, id);

create table guanjia.ledger_index (
  leaf_index bigint primary key,
  leaf_id bigint not null unique references guanjia.ledger_leaf,
  hash bytea not null check (length(hash) = 32)
);

create table guanjia.ledger_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);

create table guanjia.ledger_checkpoint (
  size bigint primary key,
  note text not null,
  signed_at timestamptz not null,
  last_transaction xid8 not null,
  last_leaf_id bigint not null
);
comment on column guanjia.ledger_checkpoint.last_leaf_id is 'with last_transaction: where the sequencer goes on';

create table guanjia.ledger_salt (
  commitment text primary key,
  salt text not null,
  recorded_at timestamptz not null default now()
);

create function guanjia.ledger_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger ledger_leaf_append_only before update or delete or truncate on guanjia.ledger_leaf
  for each statement execute function guanjia.ledger_is_append_only();
create trigger ledger_index_append_only before update or delete or truncate on guanjia.ledger_index
  for each statement execute function guanjia.ledger_is_append_only();
create trigger ledger_node_append_only before update or delete or truncate on guanjia.ledger_node
  for each statement execute function guanjia.ledger_is_append_only();
create trigger ledger_checkpoint_append_only before update or delete or truncate on guanjia.ledger_checkpoint
  for each statement execute function guanjia.ledger_is_append_only();

grant select, insert on guanjia.ledger_leaf, guanjia.ledger_index, guanjia.ledger_node, guanjia.ledger_checkpoint,
  guanjia.ledger_salt to guanjia_app;
grant delete on guanjia.ledger_salt to guanjia_app;
grant select on guanjia.ledger_leaf, guanjia.ledger_index, guanjia.ledger_node, guanjia.ledger_checkpoint to guanjia_reader;
