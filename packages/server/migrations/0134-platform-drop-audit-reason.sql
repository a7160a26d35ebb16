-- A line of the trail holds ids only. Reasons stand where they belong: in the decision, the grant, the case.
-- breaking: servers of before write the column, though nothing but '{}'; stop them first.

alter table guanjia.audit_entry drop column reason;
