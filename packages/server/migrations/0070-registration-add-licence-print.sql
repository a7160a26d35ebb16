-- Prints of licences: who ordered one, by which code, on which numbered sheet it came out, and why a second time.
-- The number of the licence is kept rather than its row: a print is a fact of its own, whatever becomes of the licence.

create table guanjia.licence_print (
  id uuid primary key,
  licence_number text not null,
  copy text not null check (copy in ('original', 'duplicate')),
  ordered_by text not null,
  ordered_at timestamptz not null,
  code_hash text not null constraint licence_print_code_unique unique,
  expires_at timestamptz not null,
  reason text check (length(reason) >= 4),
  printed_at timestamptz,
  device text,
  paper_stock text,
  paper_serial text,
  constraint licence_print_names_its_paper
    check (printed_at is null or (device is not null and paper_stock is not null and paper_serial is not null))
);
comment on column guanjia.licence_print.code_hash is 'SHA-256 of the one-time code; the code itself is kept nowhere';

-- at most one print of each copy without a reason, whoever races
create unique index licence_print_reprint_has_reason
  on guanjia.licence_print (licence_number, copy) where printed_at is not null and reason is null;
-- a numbered sheet comes out of the printer once
create unique index licence_print_sheet_once
  on guanjia.licence_print (paper_stock, paper_serial) where printed_at is not null;

grant select, insert, update on guanjia.licence_print to guanjia_app;
