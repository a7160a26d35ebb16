-- One spelling of an identity number, so that nobody is two people: half-width, without blanks, capital X.
-- Where two people turn out to bear one number, a person has to say which of them stays; the migration stops and names both.

do $$
declare twins text;
begin
  select string_agg(format('%s and %s', a.person_id, b.person_id), ', ') into twins
  from guanjia.person_identity a
  join guanjia.person_identity b on b.person_id > a.person_id
    and upper(regexp_replace(normalize(a.identity_number, nfkc), '\s', '', 'g'))
      = upper(regexp_replace(normalize(b.identity_number, nfkc), '\s', '', 'g'));
  if twins is not null then
    raise exception 'people who bear one identity number in two spellings: %', twins;
  end if;
end $$;

update guanjia.person_identity
  set identity_number = upper(regexp_replace(normalize(identity_number, nfkc), '\s', '', 'g'))
  where identity_number <> upper(regexp_replace(normalize(identity_number, nfkc), '\s', '', 'g'));
alter table guanjia.person_identity add constraint person_identity_number_folded
  check (identity_number = upper(regexp_replace(normalize(identity_number, nfkc), '\s', '', 'g')));
