-- A barred person is found by their identity number as everybody is: half-width, without blanks, X in capitals.
delete from guanjia.registration_bar twice using guanjia.registration_bar kept
  where twice.rule = kept.rule and twice.ctid <> kept.ctid
    and upper(regexp_replace(normalize(twice.identity_number, nfkc), '\s', '', 'g'))
      = upper(regexp_replace(normalize(kept.identity_number, nfkc), '\s', '', 'g'))
    -- the longer of two bars stays, a bar without an end before all others
    and (coalesce(twice.until, 'infinity'), twice.ctid) < (coalesce(kept.until, 'infinity'), kept.ctid);
update guanjia.registration_bar
  set identity_number = upper(regexp_replace(normalize(identity_number, nfkc), '\s', '', 'g'))
  where identity_number <> upper(regexp_replace(normalize(identity_number, nfkc), '\s', '', 'g'));
alter table guanjia.registration_bar add constraint registration_bar_folded
  check (identity_number = upper(regexp_replace(normalize(identity_number, nfkc), '\s', '', 'g')));
