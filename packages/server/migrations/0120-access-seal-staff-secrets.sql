-- Secrets of authenticators are sealed with a key that is not in the database; a first password is for one log-in.

alter table guanjia.staff_account add column password_to_change boolean not null default false;
comment on column guanjia.staff_account.one_time_secret is 'sealed with the key staff-secrets of the key folder, for this person alone';
comment on column guanjia.staff_account.password_to_change is 'the password was given by somebody else: who signs in with it chooses another';
grant update (password_to_change) on guanjia.staff_account to guanjia_app;
