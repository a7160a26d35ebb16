-- Papers that are answered on the screen, and papers that were attached by mistake.

alter table guanjia.case_file add column answers_saved_at timestamptz;
comment on column guanjia.case_file.answers_saved_at is 'when the applicant last saved answers; null = never since the case was opened';

alter table guanjia.case_evidence add column detached_at timestamptz;
comment on column guanjia.case_evidence.detached_at is 'taken off again before it was handed in';
grant update (attached_by, attached_at, detached_at) on guanjia.case_evidence to guanjia_app;
