-- A line of the trail holds ids only. Reasons stand where they belong: in the decision, the grant, the case.
-- Nothing was ever written here but '{}'.

alter table guanjia.audit_entry drop column reason;
