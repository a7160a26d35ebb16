-- Each version of a document has its own last day of use: a newer one does not prolong what lies in a case. Of earlier
-- versions only the day of their document is known. evidence_document.expires_on is still written for servers of the
-- version before, and goes with the next release.

alter table guanjia.evidence_version add column expires_on date;
comment on column guanjia.evidence_version.expires_on is 'last day on which this version is of use; null where it has none';
update guanjia.evidence_version version set expires_on = document.expires_on
  from guanjia.evidence_document document
  where document.id = version.document_id and document.expires_on is not null;
