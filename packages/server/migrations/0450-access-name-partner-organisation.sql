-- A staff account of a partner's person names the organisation; it is given when the account is made and never changed.

alter table guanjia.staff_account add column partner text check (partner <> '');
comment on column guanjia.staff_account.partner is 'id of the partner organisation of the content that its holder works for; null for our own staff';
-- accounts of before belong to the one organisation they were invited for; whoever was invited for several is made a new account
update guanjia.staff_account account set partner = told.organisation
from (
  select person_id, min(organisation) as organisation from guanjia.inspection_invitation
  group by person_id having count(distinct organisation) = 1) told
where told.person_id = account.person_id and exists (
  select from guanjia.role_grant held
  where held.person_id = account.person_id and held.role = 'partner' and held.revoked_at is null);
