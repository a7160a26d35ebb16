-- Printed from the migrations by tools/schema.ts; change a migration, never this file.

-- Sequences

create sequence guanjia.campaign_number start 1;

create sequence guanjia.case_bulletin_number start 1;

create sequence guanjia.case_number start 1;

create sequence guanjia.conduct_matter_number start 1;

create sequence guanjia.consultation_number start 1;

create sequence guanjia.duty_task_number start 1;

create sequence guanjia.inspection_number start 1;

create sequence guanjia.issue_number start 1;

create sequence guanjia.job_fence_number start 1;

create sequence guanjia.observer_number start 1;

create sequence guanjia.project_number start 1;

create sequence guanjia.recommendation_number start 1;

create sequence guanjia.registration_case_number start 1;

create sequence guanjia.registration_licence_number start 1;

create sequence guanjia.registration_unified_code start 1000000;

create sequence guanjia.space_need_number start 1;

create sequence guanjia.supervised_project_number start 1;

create sequence guanjia.supervision_order_number start 1;

create sequence guanjia.visit_tour_number start 1;

-- Functions

CREATE OR REPLACE FUNCTION guanjia.forget_delivered_events(before timestamp with time zone, most integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'guanjia'
AS $function$
  with old as (
    select id from outbox_event where occurred_at < before and not exists (
      select from outbox_delivery where event_id = id and delivered_at is null)
    order by id limit most
  ), deliveries as (
    delete from outbox_delivery where event_id in (select id from old)
  ), gone as (
    delete from outbox_event where id in (select id from old) returning 1)
  select count(*) from gone
$function$
;

CREATE OR REPLACE FUNCTION guanjia.forget_idempotency_keys(before timestamp with time zone, most integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'guanjia'
AS $function$
  with gone as (
    delete from idempotency_record where (principal, key) in (
      select principal, key from idempotency_record where not legal and created_at < before limit most)
    returning 1)
  select count(*) from gone
$function$
;

CREATE OR REPLACE FUNCTION guanjia.forget_sessions(before timestamp with time zone, most integer)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'guanjia'
AS $function$
  with gone as (
    delete from session where token_hash in (
      select token_hash from session where coalesce(closed_at, expires_at) < before limit most)
    returning 1)
  select count(*) from gone
$function$
;

CREATE OR REPLACE FUNCTION guanjia.ledger_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the ledger is append-only' using errcode = 'insufficient_privilege';
end $function$
;

-- Tables

create table guanjia.accountability_draft (
  id uuid not null,
  task_id uuid not null,
  list text not null,
  unit text not null,
  due_on date not null,
  drafted_at timestamp with time zone not null,
  decision text,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint accountability_draft_decided CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (reason IS NULL)) AND ((decision IS NULL) = (decided_by IS NULL)))),
  constraint accountability_draft_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES guanjia.person(id),
  constraint accountability_draft_decision_check CHECK ((decision = ANY (ARRAY['pursue'::text, 'explain'::text, 'none'::text]))),
  constraint accountability_draft_list_check CHECK ((list = ANY (ARRAY['territorial'::text, 'departmental'::text]))),
  constraint accountability_draft_once UNIQUE (task_id, list, due_on),
  constraint accountability_draft_pkey PRIMARY KEY (id),
  constraint accountability_draft_reason_check CHECK ((reason <> ''::text)),
  constraint accountability_draft_task_id_fkey FOREIGN KEY (task_id) REFERENCES guanjia.duty_task(id),
  constraint accountability_draft_unit_check CHECK ((unit <> ''::text))
);

create table guanjia.approval_order (
  id uuid not null,
  officer_id uuid not null,
  officer jsonb not null,
  service text not null,
  cases jsonb not null,
  reasons text not null,
  basis text not null,
  ordered_at timestamp with time zone not null,
  runs_at timestamp with time zone not null,
  taken_back_at timestamp with time zone,
  issued_at timestamp with time zone,
  refused jsonb default '[]'::jsonb not null,
  constraint approval_order_cases_check CHECK (((jsonb_array_length(cases) >= 1) AND (jsonb_array_length(cases) <= 20))),
  constraint approval_order_check CHECK (((taken_back_at IS NULL) OR (issued_at IS NULL))),
  constraint approval_order_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES guanjia.person(id),
  constraint approval_order_pkey PRIMARY KEY (id)
);

create table guanjia.audit_entry (
  id bigint generated always as identity,
  at timestamp with time zone default clock_timestamp() not null,
  principal text not null,
  command text not null,
  subject text not null,
  correlation_id text not null,
  constraint audit_entry_pkey PRIMARY KEY (id)
);

create table guanjia.authority_membership (
  person_id uuid not null,
  authority text not null,
  since timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  constraint authority_membership_authority_check CHECK ((authority <> ''::text)),
  constraint authority_membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint authority_membership_pkey PRIMARY KEY (person_id, authority, since)
);

create table guanjia.campaign (
  id uuid not null,
  number text not null,
  subject text not null,
  scope text not null,
  from_day date not null,
  until_day date not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  concluded_by uuid,
  concluded_at timestamp with time zone,
  conclusion text,
  constraint campaign_concluded CHECK ((((concluded_by IS NULL) = (concluded_at IS NULL)) AND ((concluded_at IS NULL) = (conclusion IS NULL)))),
  constraint campaign_concluded_by_fkey FOREIGN KEY (concluded_by) REFERENCES guanjia.person(id),
  constraint campaign_conclusion_check CHECK ((conclusion <> ''::text)),
  constraint campaign_number_once UNIQUE (number),
  constraint campaign_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES guanjia.person(id),
  constraint campaign_period CHECK ((from_day <= until_day)),
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_scope_check CHECK (((length(scope) >= 2) AND (length(scope) <= 500))),
  constraint campaign_subject_check CHECK ((subject <> ''::text))
);

create table guanjia.campaign_finding (
  id uuid not null,
  campaign_id uuid not null,
  unit text not null,
  words text not null,
  rectify_by date not null,
  state text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint campaign_finding_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES guanjia.campaign(id),
  constraint campaign_finding_pkey PRIMARY KEY (id),
  constraint campaign_finding_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES guanjia.person(id),
  constraint campaign_finding_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reported'::text, 'rectified'::text]))),
  constraint campaign_finding_unit_check CHECK ((unit <> ''::text)),
  constraint campaign_finding_words_check CHECK (((length(words) >= 2) AND (length(words) <= 1000)))
);

create table guanjia.campaign_finding_entry (
  id bigint generated always as identity,
  finding_id uuid not null,
  act text not null,
  passed boolean,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint campaign_finding_entry_act_check CHECK ((act = ANY (ARRAY['report'::text, 'check'::text]))),
  constraint campaign_finding_entry_by_person_fkey FOREIGN KEY (by_person) REFERENCES guanjia.person(id),
  constraint campaign_finding_entry_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES guanjia.campaign_finding(id),
  constraint campaign_finding_entry_pkey PRIMARY KEY (id),
  constraint campaign_finding_entry_words_check CHECK ((words <> ''::text))
);

create table guanjia.case_bulletin (
  id uuid not null,
  number text not null,
  title text not null,
  text text not null,
  kept jsonb default '[]'::jsonb not null,
  state text not null,
  author_id uuid not null,
  drafted_at timestamp with time zone not null,
  published_by uuid,
  published_at timestamp with time zone,
  writer_ids uuid[] default '{}'::uuid[] not null,
  revision integer default 1 not null,
  constraint case_bulletin_author_id_fkey FOREIGN KEY (author_id) REFERENCES guanjia.person(id),
  constraint case_bulletin_number_once UNIQUE (number),
  constraint case_bulletin_pkey PRIMARY KEY (id),
  constraint case_bulletin_published CHECK (((state = 'published'::text) = (published_at IS NOT NULL))),
  constraint case_bulletin_published_by_fkey FOREIGN KEY (published_by) REFERENCES guanjia.person(id),
  constraint case_bulletin_revision_check CHECK ((revision > 0)),
  constraint case_bulletin_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'published'::text]))),
  constraint case_bulletin_text_check CHECK (((length(text) >= 2) AND (length(text) <= 10000))),
  constraint case_bulletin_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100))),
  constraint case_bulletin_written CHECK ((author_id = ANY (writer_ids)))
);

create table guanjia.case_bulletin_approval (
  bulletin_id uuid not null,
  approver_id uuid not null,
  approved_at timestamp with time zone not null,
  revision integer,
  constraint case_bulletin_approval_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES guanjia.person(id),
  constraint case_bulletin_approval_bulletin_id_fkey FOREIGN KEY (bulletin_id) REFERENCES guanjia.case_bulletin(id),
  constraint case_bulletin_approval_pkey PRIMARY KEY (bulletin_id, approver_id),
  constraint case_bulletin_approval_revision_check CHECK ((revision > 0))
);

create table guanjia.case_event (
  case_id uuid not null,
  version integer not null,
  type text not null,
  body jsonb not null,
  principal text not null,
  at timestamp with time zone not null,
  constraint case_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES guanjia.case_file(id),
  constraint case_event_once PRIMARY KEY (case_id, version),
  constraint case_event_version_check CHECK ((version > 0))
);

create table guanjia.case_evidence (
  case_id uuid not null,
  requirement text not null,
  document_id uuid not null,
  version integer not null,
  attached_by uuid not null,
  attached_at timestamp with time zone not null,
  detached_at timestamp with time zone,
  constraint case_evidence_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES guanjia.person(id),
  constraint case_evidence_case_id_fkey FOREIGN KEY (case_id) REFERENCES guanjia.case_file(id),
  constraint case_evidence_document_id_version_fkey FOREIGN KEY (document_id, version) REFERENCES guanjia.evidence_version(document_id, version),
  constraint case_evidence_pkey PRIMARY KEY (case_id, requirement, document_id, version)
);

create table guanjia.case_file (
  id uuid not null,
  number text not null,
  version integer not null,
  service text not null,
  service_name jsonb not null,
  applicant_id uuid not null,
  project_id uuid,
  channel text not null,
  authorities text[] not null,
  answers jsonb default '{}'::jsonb not null,
  answers_version integer default 1 not null,
  situation text not null,
  status integer not null,
  state jsonb not null,
  court text not null,
  revocation_proposed_by uuid,
  next_kind text,
  next_due date,
  light text not null,
  calendar_version text not null,
  looked_at_on date not null,
  opened_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  answers_saved_at timestamp with time zone,
  clock_ends jsonb default '{}'::jsonb not null,
  constraint case_file_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES guanjia.person(id),
  constraint case_file_authorities_check CHECK ((cardinality(authorities) > 0)),
  constraint case_file_channel_check CHECK ((channel = ANY (ARRAY['online'::text, 'counter'::text]))),
  constraint case_file_court_check CHECK ((court = ANY (ARRAY['applicant'::text, 'authority'::text, 'third-party'::text, 'nobody'::text]))),
  constraint case_file_light_check CHECK ((light = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text, 'grey'::text, 'off'::text]))),
  constraint case_file_number_once UNIQUE (number),
  constraint case_file_pkey PRIMARY KEY (id),
  constraint case_file_revocation_proposed_by_fkey FOREIGN KEY (revocation_proposed_by) REFERENCES guanjia.person(id),
  constraint case_file_status_check CHECK (((status >= 0) AND (status <= 15))),
  constraint case_file_version_check CHECK ((version > 0))
);

create table guanjia.case_rating (
  case_id uuid not null,
  level integer not null,
  aspects text[] not null,
  comment text,
  rated_at timestamp with time zone not null,
  call_back_by date,
  called_back_at timestamp with time zone,
  call_back_note text,
  mend_by date,
  mended_at timestamp with time zone,
  mending_note text,
  constraint case_rating_bad_is_followed_up CHECK (((level <= 2) = (call_back_by IS NOT NULL))),
  constraint case_rating_call_comes_first CHECK (((mended_at IS NULL) OR (called_back_at IS NOT NULL))),
  constraint case_rating_case_id_fkey FOREIGN KEY (case_id) REFERENCES guanjia.case_file(id),
  constraint case_rating_comment_check CHECK ((length(comment) <= 1000)),
  constraint case_rating_level_check CHECK (((level >= 1) AND (level <= 5))),
  constraint case_rating_pkey PRIMARY KEY (case_id)
);

create table guanjia.case_reminder (
  case_id uuid not null,
  about text not null,
  due date not null,
  days_before integer not null,
  sent_at timestamp with time zone not null,
  constraint case_reminder_case_id_fkey FOREIGN KEY (case_id) REFERENCES guanjia.case_file(id),
  constraint case_reminder_pkey PRIMARY KEY (case_id, about, due, days_before)
);

create table guanjia.catalogue_draft (
  id uuid not null,
  base integer not null,
  origin text not null,
  restores integer,
  content jsonb not null,
  revision integer not null,
  state text not null,
  begun_by uuid not null,
  begun_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  reason text,
  effective_on date,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  returned_note text,
  constraint catalogue_draft_base_fkey FOREIGN KEY (base) REFERENCES guanjia.catalogue_version(number),
  constraint catalogue_draft_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES guanjia.person(id),
  constraint catalogue_draft_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES guanjia.person(id),
  constraint catalogue_draft_origin_check CHECK ((origin = ANY (ARRAY['edited'::text, 'folder'::text, 'restored'::text]))),
  constraint catalogue_draft_pkey PRIMARY KEY (id),
  constraint catalogue_draft_proposal CHECK (((state <> ALL (ARRAY['proposed'::text, 'published'::text])) OR ((reason IS NOT NULL) AND (effective_on IS NOT NULL) AND (proposed_by IS NOT NULL) AND (proposed_at IS NOT NULL)))),
  constraint catalogue_draft_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES guanjia.person(id),
  constraint catalogue_draft_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint catalogue_draft_restores CHECK (((origin = 'restored'::text) = (restores IS NOT NULL))),
  constraint catalogue_draft_restores_fkey FOREIGN KEY (restores) REFERENCES guanjia.catalogue_version(number),
  constraint catalogue_draft_returned_note_check CHECK (((length(returned_note) >= 2) AND (length(returned_note) <= 500))),
  constraint catalogue_draft_revision_check CHECK ((revision >= 1)),
  constraint catalogue_draft_state_check CHECK ((state = ANY (ARRAY['open'::text, 'proposed'::text, 'published'::text, 'discarded'::text])))
);

create table guanjia.catalogue_version (
  number integer not null,
  hash text not null,
  content jsonb not null,
  effective_on date not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  base integer,
  restores integer,
  reason text,
  proposed_by uuid,
  confirmed_by uuid,
  summary jsonb,
  constraint catalogue_version_base_fkey FOREIGN KEY (base) REFERENCES guanjia.catalogue_version(number),
  constraint catalogue_version_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES guanjia.person(id),
  constraint catalogue_version_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint catalogue_version_number_check CHECK ((number >= 1)),
  constraint catalogue_version_pkey PRIMARY KEY (number),
  constraint catalogue_version_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES guanjia.person(id),
  constraint catalogue_version_restores_fkey FOREIGN KEY (restores) REFERENCES guanjia.catalogue_version(number),
  constraint catalogue_version_two_people CHECK ((((proposed_by IS NULL) = (confirmed_by IS NULL)) AND (proposed_by <> confirmed_by)))
);

create table guanjia.conduct_matter (
  id uuid not null,
  number text not null,
  kind text not null,
  state text not null,
  about text not null,
  unit text not null,
  facts text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  examination jsonb,
  examined_words text,
  examined_by uuid,
  examined_at timestamp with time zone,
  determination text,
  determined_by uuid,
  determined_at timestamp with time zone,
  conclusion text,
  concluded_by uuid,
  concluded_at timestamp with time zone,
  constraint conduct_matter_about_check CHECK (((length(about) >= 2) AND (length(about) <= 200))),
  constraint conduct_matter_concluded CHECK (((state = 'concluded'::text) = (concluded_at IS NOT NULL))),
  constraint conduct_matter_concluded_by_fkey FOREIGN KEY (concluded_by) REFERENCES guanjia.person(id),
  constraint conduct_matter_conclusion_check CHECK ((conclusion <> ''::text)),
  constraint conduct_matter_determination_check CHECK ((determination <> ''::text)),
  constraint conduct_matter_determined CHECK (((state = ANY (ARRAY['granted'::text, 'not-granted'::text, 'concluded'::text])) = (determined_at IS NOT NULL))),
  constraint conduct_matter_determined_by_fkey FOREIGN KEY (determined_by) REFERENCES guanjia.person(id),
  constraint conduct_matter_examined CHECK (((state = 'opened'::text) = (examined_at IS NULL))),
  constraint conduct_matter_examined_by_fkey FOREIGN KEY (examined_by) REFERENCES guanjia.person(id),
  constraint conduct_matter_examined_words_check CHECK ((examined_words <> ''::text)),
  constraint conduct_matter_facts_check CHECK (((length(facts) >= 2) AND (length(facts) <= 2000))),
  constraint conduct_matter_kind_check CHECK ((kind = ANY (ARRAY['tolerance'::text, 'clearing'::text, 'false-accusation'::text]))),
  constraint conduct_matter_number_once UNIQUE (number),
  constraint conduct_matter_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES guanjia.person(id),
  constraint conduct_matter_pkey PRIMARY KEY (id),
  constraint conduct_matter_state_check CHECK ((state = ANY (ARRAY['opened'::text, 'examined'::text, 'granted'::text, 'not-granted'::text, 'concluded'::text]))),
  constraint conduct_matter_two_people CHECK ((determined_by <> examined_by)),
  constraint conduct_matter_unit_check CHECK ((unit <> ''::text))
);

create table guanjia.consultation (
  id uuid not null,
  number text not null,
  subject_kind text not null,
  subject_id uuid,
  title text not null,
  question text not null,
  until_day date not null,
  convened_by uuid not null,
  convened_at timestamp with time zone not null,
  state text not null,
  focus text,
  cause text,
  unit text,
  revision integer default 0 not null,
  drafted_by uuid,
  concluded_at timestamp with time zone,
  constraint consultation_cause_check CHECK ((cause <> ''::text)),
  constraint consultation_concluded CHECK (((state = 'concluded'::text) = (concluded_at IS NOT NULL))),
  constraint consultation_convened_by_fkey FOREIGN KEY (convened_by) REFERENCES guanjia.person(id),
  constraint consultation_drafted CHECK ((((state = 'stating'::text) = (revision = 0)) AND ((revision = 0) = (focus IS NULL)) AND ((focus IS NULL) = (cause IS NULL)) AND ((focus IS NULL) = (unit IS NULL)) AND ((focus IS NULL) = (drafted_by IS NULL)))),
  constraint consultation_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES guanjia.person(id),
  constraint consultation_focus_check CHECK ((focus <> ''::text)),
  constraint consultation_number_once UNIQUE (number),
  constraint consultation_pkey PRIMARY KEY (id),
  constraint consultation_question_check CHECK (((length(question) >= 2) AND (length(question) <= 500))),
  constraint consultation_revision_check CHECK ((revision >= 0)),
  constraint consultation_state_check CHECK ((state = ANY (ARRAY['stating'::text, 'concluding'::text, 'concluded'::text]))),
  constraint consultation_subject CHECK (((subject_kind = 'pattern'::text) = (subject_id IS NULL))),
  constraint consultation_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['case'::text, 'project'::text, 'pattern'::text]))),
  constraint consultation_title_check CHECK (((length(title) >= 2) AND (length(title) <= 200))),
  constraint consultation_unit_check CHECK ((unit <> ''::text))
);

create table guanjia.consultation_look (
  id bigint generated always as identity,
  consultation_id uuid not null,
  place integer not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint consultation_look_consultation_id_place_fkey FOREIGN KEY (consultation_id, place) REFERENCES guanjia.consultation_piece(consultation_id, place),
  constraint consultation_look_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint consultation_look_pkey PRIMARY KEY (id)
);

create table guanjia.consultation_member (
  consultation_id uuid not null,
  person_id uuid not null,
  authority text not null,
  statement text,
  stated_at timestamp with time zone,
  signed_revision integer,
  signed_at timestamp with time zone,
  reminded_revision integer,
  constraint consultation_member_authority_check CHECK ((authority <> ''::text)),
  constraint consultation_member_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES guanjia.consultation(id),
  constraint consultation_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint consultation_member_pkey PRIMARY KEY (consultation_id, person_id),
  constraint consultation_member_reminded_revision_check CHECK ((reminded_revision >= 0)),
  constraint consultation_member_signed CHECK (((signed_revision IS NULL) = (signed_at IS NULL))),
  constraint consultation_member_signed_revision_check CHECK ((signed_revision > 0)),
  constraint consultation_member_stated CHECK (((statement IS NULL) = (stated_at IS NULL))),
  constraint consultation_member_statement_check CHECK (((length(statement) >= 2) AND (length(statement) <= 2000)))
);

create table guanjia.consultation_piece (
  consultation_id uuid not null,
  place integer not null,
  title text not null,
  words text,
  document_id uuid,
  version integer,
  constraint consultation_piece_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES guanjia.consultation(id),
  constraint consultation_piece_one CHECK ((((words IS NULL) = (document_id IS NOT NULL)) AND ((document_id IS NULL) = (version IS NULL)))),
  constraint consultation_piece_pkey PRIMARY KEY (consultation_id, place),
  constraint consultation_piece_place_check CHECK ((place > 0)),
  constraint consultation_piece_title_check CHECK ((title <> ''::text)),
  constraint consultation_piece_version_check CHECK ((version > 0)),
  constraint consultation_piece_words_check CHECK ((words <> ''::text))
);

create table guanjia.consultation_task (
  consultation_id uuid not null,
  task_id uuid not null,
  constraint consultation_task_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES guanjia.consultation(id),
  constraint consultation_task_once UNIQUE (task_id),
  constraint consultation_task_pkey PRIMARY KEY (consultation_id, task_id),
  constraint consultation_task_task_id_fkey FOREIGN KEY (task_id) REFERENCES guanjia.duty_task(id)
);

create table guanjia.counter_draft (
  clerk_id uuid not null,
  subject text not null,
  body jsonb not null,
  saved_at timestamp with time zone not null,
  handed_by uuid,
  handed_at timestamp with time zone,
  constraint counter_draft_check CHECK (((handed_by IS NULL) = (handed_at IS NULL))),
  constraint counter_draft_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES guanjia.person(id),
  constraint counter_draft_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES guanjia.person(id),
  constraint counter_draft_pkey PRIMARY KEY (clerk_id, subject)
);

create table guanjia.counter_ticket (
  id uuid not null,
  day date not null,
  sequence integer not null,
  number text not null,
  matter text not null,
  state text not null,
  place integer not null,
  clerk_id uuid,
  counter text,
  times_called integer default 0 not null,
  taken_at timestamp with time zone not null,
  called_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint counter_ticket_check CHECK (((state <> 'called'::text) OR ((clerk_id IS NOT NULL) AND (called_at IS NOT NULL)))),
  constraint counter_ticket_check1 CHECK (((closed_at IS NOT NULL) = (state = ANY (ARRAY['served'::text, 'left'::text])))),
  constraint counter_ticket_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES guanjia.person(id),
  constraint counter_ticket_once UNIQUE (day, sequence),
  constraint counter_ticket_pkey PRIMARY KEY (id),
  constraint counter_ticket_sequence_check CHECK ((sequence > 0)),
  constraint counter_ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'served'::text, 'left'::text]))),
  constraint counter_ticket_times_called_check CHECK ((times_called >= 0))
);

create table guanjia.delegation (
  id uuid not null,
  from_person uuid not null,
  to_person uuid not null,
  scope text[] not null,
  until timestamp with time zone not null,
  given_at timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  constraint delegation_from_person_fkey FOREIGN KEY (from_person) REFERENCES guanjia.person(id),
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_scope_check CHECK ((cardinality(scope) > 0)),
  constraint delegation_to_another CHECK ((from_person <> to_person)),
  constraint delegation_to_person_fkey FOREIGN KEY (to_person) REFERENCES guanjia.person(id)
);

create table guanjia.desk_leaf (
  id uuid not null,
  constraint desk_leaf_pkey PRIMARY KEY (id)
);

create table guanjia.duty_task (
  id uuid not null,
  number text not null,
  text text not null,
  source text not null,
  source_note text,
  lead_unit text not null,
  company text,
  due_on date not null,
  state text not null,
  territorial_unit text not null,
  territorial_answerable text not null,
  territorial_duty text not null,
  territorial_reported boolean default false not null,
  departmental_unit text not null,
  departmental_answerable text not null,
  departmental_duty text not null,
  departmental_reported boolean default false not null,
  company_confirmed boolean default false not null,
  requested_on date,
  requested_by uuid,
  closed_on date,
  recurrences integer default 0 not null,
  registered_by uuid not null,
  registered_at timestamp with time zone not null,
  constraint duty_task_closed CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
  constraint duty_task_company_check CHECK ((company <> ''::text)),
  constraint duty_task_departmental_answerable_check CHECK ((departmental_answerable <> ''::text)),
  constraint duty_task_departmental_duty_check CHECK ((departmental_duty <> ''::text)),
  constraint duty_task_departmental_unit_check CHECK ((departmental_unit <> ''::text)),
  constraint duty_task_lead_unit_check CHECK ((lead_unit <> ''::text)),
  constraint duty_task_number_once UNIQUE (number),
  constraint duty_task_pkey PRIMARY KEY (id),
  constraint duty_task_recurrences_check CHECK ((recurrences >= 0)),
  constraint duty_task_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES guanjia.person(id),
  constraint duty_task_requested CHECK (((requested_on IS NULL) = (requested_by IS NULL))),
  constraint duty_task_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES guanjia.person(id),
  constraint duty_task_source_check CHECK ((source <> ''::text)),
  constraint duty_task_source_note_check CHECK ((source_note <> ''::text)),
  constraint duty_task_state_check CHECK ((state = ANY (ARRAY['split'::text, 'running'::text, 'closing-requested'::text, 'verified'::text, 'closed'::text]))),
  constraint duty_task_territorial_answerable_check CHECK ((territorial_answerable <> ''::text)),
  constraint duty_task_territorial_duty_check CHECK ((territorial_duty <> ''::text)),
  constraint duty_task_territorial_unit_check CHECK ((territorial_unit <> ''::text)),
  constraint duty_task_text_check CHECK (((length(text) >= 2) AND (length(text) <= 500))),
  constraint duty_task_two_units CHECK ((territorial_unit <> departmental_unit))
);

create table guanjia.duty_task_entry (
  id bigint generated always as identity,
  task_id uuid not null,
  act text not null,
  lists text[] default '{}'::text[] not null,
  passed boolean,
  words text not null,
  evidence text[] default '{}'::text[] not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint duty_task_entry_act_check CHECK ((act = ANY (ARRAY['register'::text, 'report'::text, 'request-closing'::text, 'verify'::text, 'hear-company'::text, 'close'::text, 'recur'::text]))),
  constraint duty_task_entry_by_person_fkey FOREIGN KEY (by_person) REFERENCES guanjia.person(id),
  constraint duty_task_entry_pkey PRIMARY KEY (id),
  constraint duty_task_entry_task_id_fkey FOREIGN KEY (task_id) REFERENCES guanjia.duty_task(id),
  constraint duty_task_entry_words_check CHECK ((words <> ''::text))
);

create table leads.envelope (
  id uuid not null,
  lead_id uuid not null,
  part text not null,
  "position" integer not null,
  written_by text not null,
  written_on date not null,
  content bytea not null,
  constraint envelope_check CHECK (((part = 'content'::text) OR (part = ('message/'::text || id)))),
  constraint envelope_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads.lead(id),
  constraint envelope_lead_id_position_key UNIQUE (lead_id, "position"),
  constraint envelope_pkey PRIMARY KEY (id),
  constraint envelope_position_check CHECK (("position" >= 0)),
  constraint envelope_written_by_check CHECK ((written_by = ANY (ARRAY['reporter'::text, 'handler'::text])))
);

create table guanjia.evidence_document (
  id uuid not null,
  owner_id uuid not null,
  organisation_code text,
  type text not null,
  title text not null,
  expires_on date,
  created_at timestamp with time zone not null,
  constraint evidence_document_organisation_code_check CHECK ((length(organisation_code) = 18)),
  constraint evidence_document_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES guanjia.person(id),
  constraint evidence_document_pkey PRIMARY KEY (id),
  constraint evidence_document_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  constraint evidence_document_type_check CHECK ((type <> ''::text))
);

create table guanjia.evidence_upload (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  size integer not null,
  received integer default 0 not null,
  kept_at timestamp with time zone,
  started_at timestamp with time zone not null,
  constraint evidence_upload_check CHECK (((received >= 0) AND (received <= size))),
  constraint evidence_upload_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint evidence_upload_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES guanjia.person(id),
  constraint evidence_upload_pkey PRIMARY KEY (id),
  constraint evidence_upload_size_check CHECK ((size > 0))
);

create table guanjia.evidence_version (
  document_id uuid not null,
  version integer not null,
  file text not null,
  kind text not null,
  size integer not null,
  name text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  expires_on date,
  constraint evidence_version_document_id_fkey FOREIGN KEY (document_id) REFERENCES guanjia.evidence_document(id),
  constraint evidence_version_file_check CHECK ((file ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_version_kind_check CHECK ((kind = ANY (ARRAY['pdf'::text, 'jpeg'::text, 'png'::text, 'ofd'::text, 'docx'::text]))),
  constraint evidence_version_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint evidence_version_pkey PRIMARY KEY (document_id, version),
  constraint evidence_version_size_check CHECK ((size > 0)),
  constraint evidence_version_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES guanjia.person(id),
  constraint evidence_version_version_check CHECK ((version > 0))
);

create table guanjia.exchange_import (
  id uuid not null,
  partner text not null,
  package_id uuid not null,
  agreement text not null,
  schema text not null,
  sequence integer not null,
  records jsonb not null,
  record_count integer not null,
  digest text not null,
  key_id text not null,
  file text not null,
  receipt text not null,
  imported_by uuid not null,
  imported_at timestamp with time zone not null,
  constraint exchange_import_agreement_check CHECK ((agreement <> ''::text)),
  constraint exchange_import_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint exchange_import_file_check CHECK ((file <> ''::text)),
  constraint exchange_import_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES guanjia.person(id),
  constraint exchange_import_key_id_check CHECK ((key_id <> ''::text)),
  constraint exchange_import_once UNIQUE (partner, package_id),
  constraint exchange_import_partner_check CHECK ((partner <> ''::text)),
  constraint exchange_import_pkey PRIMARY KEY (id),
  constraint exchange_import_receipt_check CHECK ((receipt <> ''::text)),
  constraint exchange_import_record_count_check CHECK ((record_count > 0)),
  constraint exchange_import_schema_check CHECK ((schema <> ''::text)),
  constraint exchange_import_sequence UNIQUE (partner, sequence),
  constraint exchange_import_sequence_check CHECK ((sequence > 0))
);

create table guanjia.exchange_key (
  id uuid not null,
  partner text not null,
  key_id text not null,
  public_key bytea not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  retired_by uuid,
  retired_at timestamp with time zone,
  constraint exchange_key_confirmed CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL))),
  constraint exchange_key_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES guanjia.person(id),
  constraint exchange_key_confirmed_by_two CHECK ((confirmed_by <> entered_by)),
  constraint exchange_key_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES guanjia.person(id),
  constraint exchange_key_key_id_check CHECK ((key_id <> ''::text)),
  constraint exchange_key_partner_check CHECK ((partner <> ''::text)),
  constraint exchange_key_pkey PRIMARY KEY (id),
  constraint exchange_key_public_key_check CHECK ((octet_length(public_key) = 32)),
  constraint exchange_key_retired CHECK (((retired_by IS NULL) = (retired_at IS NULL))),
  constraint exchange_key_retired_by_fkey FOREIGN KEY (retired_by) REFERENCES guanjia.person(id)
);

create table guanjia.exchange_package (
  id uuid not null,
  partner text not null,
  agreement text not null,
  schema text not null,
  records jsonb not null,
  record_count integer not null,
  state text not null,
  drafted_by uuid not null,
  drafted_at timestamp with time zone not null,
  discarded_by uuid,
  discarded_at timestamp with time zone,
  released_by uuid,
  released_at timestamp with time zone,
  sequence integer,
  digest text,
  file text,
  receipt text,
  received_at timestamp with time zone,
  receipt_taken_by uuid,
  constraint exchange_package_agreement_check CHECK ((agreement <> ''::text)),
  constraint exchange_package_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint exchange_package_discarded CHECK ((((state = 'discarded'::text) = (discarded_by IS NOT NULL)) AND ((discarded_by IS NULL) = (discarded_at IS NULL)))),
  constraint exchange_package_discarded_by_fkey FOREIGN KEY (discarded_by) REFERENCES guanjia.person(id),
  constraint exchange_package_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES guanjia.person(id),
  constraint exchange_package_file_check CHECK ((file <> ''::text)),
  constraint exchange_package_partner_check CHECK ((partner <> ''::text)),
  constraint exchange_package_pkey PRIMARY KEY (id),
  constraint exchange_package_receipt_check CHECK ((receipt <> ''::text)),
  constraint exchange_package_receipt_taken_by_fkey FOREIGN KEY (receipt_taken_by) REFERENCES guanjia.person(id),
  constraint exchange_package_received CHECK ((((receipt IS NULL) = (received_at IS NULL)) AND ((receipt IS NULL) = (receipt_taken_by IS NULL)) AND ((receipt IS NULL) OR (state = 'released'::text)))),
  constraint exchange_package_record_count_check CHECK ((record_count > 0)),
  constraint exchange_package_released CHECK ((((state = 'released'::text) = (released_by IS NOT NULL)) AND ((released_by IS NULL) = (released_at IS NULL)) AND ((released_by IS NULL) = (sequence IS NULL)) AND ((released_by IS NULL) = (digest IS NULL)) AND ((released_by IS NULL) = (file IS NULL)))),
  constraint exchange_package_released_by_fkey FOREIGN KEY (released_by) REFERENCES guanjia.person(id),
  constraint exchange_package_released_by_two CHECK ((released_by <> drafted_by)),
  constraint exchange_package_schema_check CHECK ((schema <> ''::text)),
  constraint exchange_package_sequence UNIQUE (partner, sequence),
  constraint exchange_package_sequence_check CHECK ((sequence > 0)),
  constraint exchange_package_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'released'::text, 'discarded'::text])))
);

create table leads.hand_over (
  id uuid not null,
  from_holder uuid not null,
  to_key text not null,
  proposed_on date not null,
  confirmed_by uuid,
  confirmed_on date,
  left_out integer default 0 not null,
  left_out_reason text,
  constraint hand_over_confirmed CHECK (((confirmed_by IS NULL) = (confirmed_on IS NULL))),
  constraint hand_over_left_out_check CHECK ((left_out >= 0)),
  constraint hand_over_left_out_reason_check CHECK ((left_out_reason <> ''::text)),
  constraint hand_over_pkey PRIMARY KEY (id),
  constraint hand_over_says_why CHECK (((left_out = 0) = (left_out_reason IS NULL))),
  constraint hand_over_to_key_fkey FOREIGN KEY (to_key) REFERENCES leads.reader_key(key_id),
  constraint hand_over_two_people CHECK ((confirmed_by <> from_holder))
);

create table leads.hand_over_share (
  hand_over_id uuid not null,
  lead_id uuid not null,
  sealed text not null,
  constraint hand_over_share_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES leads.hand_over(id),
  constraint hand_over_share_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads.identity(lead_id),
  constraint hand_over_share_pkey PRIMARY KEY (hand_over_id, lead_id)
);

create table leads.hand_over_wrap (
  hand_over_id uuid not null,
  envelope_id uuid not null,
  sealed text not null,
  constraint hand_over_wrap_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES leads.envelope(id),
  constraint hand_over_wrap_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES leads.hand_over(id),
  constraint hand_over_wrap_pkey PRIMARY KEY (hand_over_id, envelope_id)
);

create table guanjia.hotline_order (
  number text not null,
  issue_id uuid not null,
  received_at timestamp with time zone not null,
  told_version integer,
  told_at timestamp with time zone,
  constraint hotline_order_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint hotline_order_pkey PRIMARY KEY (number)
);

create table guanjia.idempotency_record (
  principal text not null,
  key text not null,
  command text not null,
  body_hash text not null,
  answer json,
  legal boolean not null,
  created_at timestamp with time zone default now() not null,
  constraint idempotency_record_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255))),
  constraint idempotency_record_pkey PRIMARY KEY (principal, key)
);

create table leads.identity (
  lead_id uuid not null,
  content bytea not null,
  constraint identity_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads.lead(id),
  constraint identity_pkey PRIMARY KEY (lead_id)
);

create table guanjia.identity_binding (
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  bound_at timestamp with time zone default now() not null,
  constraint identity_binding_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint identity_binding_pkey PRIMARY KEY (issuer, subject)
);

create table leads.identity_request (
  id uuid not null,
  lead_id uuid not null,
  asked_by uuid not null,
  asker_key text not null,
  reason text not null,
  asked_on date not null,
  answered_by uuid,
  answered_on date,
  share text,
  open_until date,
  constraint identity_request_answered CHECK (((answered_by IS NULL) = (answered_on IS NULL))),
  constraint identity_request_asker_key_fkey FOREIGN KEY (asker_key) REFERENCES leads.reader_key(key_id),
  constraint identity_request_granted CHECK ((((share IS NULL) = (open_until IS NULL)) AND ((share IS NULL) OR (answered_on IS NOT NULL)))),
  constraint identity_request_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads.identity(lead_id),
  constraint identity_request_pkey PRIMARY KEY (id),
  constraint identity_request_reason_check CHECK ((reason <> ''::text)),
  constraint identity_request_two_people CHECK ((answered_by <> asked_by))
);

create table leads.identity_wrap (
  lead_id uuid not null,
  key_id text not null,
  office text not null,
  sealed text not null,
  constraint identity_wrap_key_id_check CHECK ((key_id ~ '^[0-9a-f]{32}$'::text)),
  constraint identity_wrap_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads.identity(lead_id),
  constraint identity_wrap_office_check CHECK ((office = ANY (ARRAY['handler'::text, 'keeper'::text]))),
  constraint identity_wrap_pkey PRIMARY KEY (lead_id, key_id)
);

create table guanjia.improvement_task (
  id uuid not null,
  topic text not null,
  lead text not null,
  issues text[] not null,
  raised_on date not null,
  done_on date,
  measure text,
  constraint improvement_task_done_with_measure CHECK (((done_on IS NULL) = (measure IS NULL))),
  constraint improvement_task_measure_check CHECK ((length(measure) <= 1000)),
  constraint improvement_task_pkey PRIMARY KEY (id)
);

create table guanjia.inspection (
  id uuid not null,
  number text not null,
  name text not null,
  purpose text not null,
  basis text not null,
  scope jsonb not null,
  from_day date not null,
  until_day date not null,
  member_ids uuid[] not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  state text not null,
  conclusion text,
  reported_by uuid,
  reported_at timestamp with time zone,
  signed_by uuid,
  signed_at timestamp with time zone,
  figures jsonb,
  revision integer default 0 not null,
  returned_by uuid,
  returned_at timestamp with time zone,
  return_reason text,
  sealed jsonb,
  constraint inspection_basis_check CHECK ((basis <> ''::text)),
  constraint inspection_conclusion_check CHECK ((conclusion <> ''::text)),
  constraint inspection_member_ids_check CHECK ((cardinality(member_ids) > 0)),
  constraint inspection_name_check CHECK (((length(name) >= 2) AND (length(name) <= 100))),
  constraint inspection_number_once UNIQUE (number),
  constraint inspection_numbered CHECK (((revision = 0) = (conclusion IS NULL))),
  constraint inspection_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES guanjia.person(id),
  constraint inspection_period CHECK ((from_day <= until_day)),
  constraint inspection_pkey PRIMARY KEY (id),
  constraint inspection_purpose_check CHECK ((purpose <> ''::text)),
  constraint inspection_reported CHECK ((((state = 'running'::text) OR (conclusion IS NOT NULL)) AND ((conclusion IS NULL) = (reported_by IS NULL)) AND ((reported_by IS NULL) = (reported_at IS NULL)))),
  constraint inspection_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES guanjia.person(id),
  constraint inspection_return_reason_check CHECK ((return_reason <> ''::text)),
  constraint inspection_returned CHECK ((((returned_by IS NULL) = (returned_at IS NULL)) AND ((returned_by IS NULL) = (return_reason IS NULL)) AND ((returned_by IS NULL) OR (state = 'running'::text)))),
  constraint inspection_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES guanjia.person(id),
  constraint inspection_sealed CHECK (((sealed IS NULL) OR (state = 'closed'::text))),
  constraint inspection_signed CHECK ((((state = 'closed'::text) = (signed_by IS NOT NULL)) AND ((signed_by IS NULL) = (signed_at IS NULL)) AND ((signed_by IS NULL) = (figures IS NULL)))),
  constraint inspection_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES guanjia.person(id),
  constraint inspection_signed_by_two CHECK ((signed_by <> reported_by)),
  constraint inspection_state_check CHECK ((state = ANY (ARRAY['running'::text, 'reported'::text, 'closed'::text])))
);

create table guanjia.inspection_finding (
  id uuid not null,
  inspection_id uuid not null,
  place text not null,
  words text not null,
  document text not null,
  grade text not null,
  task_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint inspection_finding_document_check CHECK ((document <> ''::text)),
  constraint inspection_finding_grade_check CHECK ((grade <> ''::text)),
  constraint inspection_finding_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES guanjia.inspection(id),
  constraint inspection_finding_pkey PRIMARY KEY (id),
  constraint inspection_finding_place_check CHECK ((place <> ''::text)),
  constraint inspection_finding_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES guanjia.person(id),
  constraint inspection_finding_task_id_fkey FOREIGN KEY (task_id) REFERENCES guanjia.duty_task(id),
  constraint inspection_finding_task_once UNIQUE (task_id),
  constraint inspection_finding_words_check CHECK (((length(words) >= 2) AND (length(words) <= 500)))
);

create table guanjia.inspection_invitation (
  id uuid not null,
  inspection_id uuid not null,
  organisation text not null,
  person_id uuid not null,
  until_day date not null,
  invited_by uuid not null,
  invited_at timestamp with time zone not null,
  looks integer default 0 not null,
  last_look_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_because text,
  constraint inspection_invitation_ended CHECK (((ended_at IS NULL) = (ended_because IS NULL))),
  constraint inspection_invitation_ended_because_check CHECK ((ended_because = ANY (ARRAY['withdrawn'::text, 'period'::text, 'closed'::text]))),
  constraint inspection_invitation_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES guanjia.inspection(id),
  constraint inspection_invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES guanjia.person(id),
  constraint inspection_invitation_organisation_check CHECK ((organisation <> ''::text)),
  constraint inspection_invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint inspection_invitation_pkey PRIMARY KEY (id)
);

create table guanjia.inspection_item (
  id uuid not null,
  inspection_id uuid not null,
  place integer not null,
  text text not null,
  result text,
  note text,
  checked_by uuid,
  checked_at timestamp with time zone,
  constraint inspection_item_checked CHECK ((((result IS NULL) = (note IS NULL)) AND ((result IS NULL) = (checked_by IS NULL)) AND ((result IS NULL) = (checked_at IS NULL)))),
  constraint inspection_item_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES guanjia.person(id),
  constraint inspection_item_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES guanjia.inspection(id),
  constraint inspection_item_note_check CHECK ((note <> ''::text)),
  constraint inspection_item_pkey PRIMARY KEY (id),
  constraint inspection_item_place UNIQUE (inspection_id, place),
  constraint inspection_item_place_check CHECK ((place > 0)),
  constraint inspection_item_result_check CHECK ((result = ANY (ARRAY['sound'::text, 'found'::text]))),
  constraint inspection_item_text_check CHECK ((text <> ''::text))
);

create table guanjia.inspection_note (
  id uuid not null,
  inspection_id uuid not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint inspection_note_by_person_fkey FOREIGN KEY (by_person) REFERENCES guanjia.person(id),
  constraint inspection_note_inspection_id_fkey FOREIGN KEY (inspection_id) REFERENCES guanjia.inspection(id),
  constraint inspection_note_pkey PRIMARY KEY (id),
  constraint inspection_note_words_check CHECK (((length(words) >= 2) AND (length(words) <= 2000)))
);

create table guanjia.issue (
  id uuid not null,
  number text not null,
  version integer not null,
  kind text not null,
  source text not null,
  external_number text,
  topic text not null,
  words text not null,
  place text,
  latitude double precision,
  longitude double precision,
  asker_id uuid,
  asker_name text,
  asker_phone text,
  recorded_by uuid,
  situation text not null,
  state jsonb not null,
  authorities text[] not null,
  proposed_by text,
  next_kind text,
  next_due date,
  first_reply_due date,
  first_replied_on date,
  bigrams text[] not null,
  public_question text,
  public_answer text,
  published_at timestamp with time zone,
  filed_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  told_due date,
  constraint issue_asker_id_fkey FOREIGN KEY (asker_id) REFERENCES guanjia.person(id),
  constraint issue_asker_name_check CHECK ((length(asker_name) <= 60)),
  constraint issue_asker_phone_check CHECK ((length(asker_phone) <= 30)),
  constraint issue_external_number_check CHECK (((length(external_number) >= 1) AND (length(external_number) <= 80))),
  constraint issue_from_outside_once UNIQUE (source, external_number),
  constraint issue_kind_check CHECK ((kind = ANY (ARRAY['appeal'::text, 'suggestion'::text, 'complaint'::text]))),
  constraint issue_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint issue_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint issue_number_key UNIQUE (number),
  constraint issue_pkey PRIMARY KEY (id),
  constraint issue_place_check CHECK ((length(place) <= 200)),
  constraint issue_place_is_a_point CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint issue_public_answer_check CHECK ((length(public_answer) <= 1000)),
  constraint issue_public_question_check CHECK ((length(public_question) <= 500)),
  constraint issue_published_whole CHECK ((((published_at IS NULL) = (public_question IS NULL)) AND ((published_at IS NULL) = (public_answer IS NULL)))),
  constraint issue_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES guanjia.person(id),
  constraint issue_version_check CHECK ((version > 0)),
  constraint issue_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);

create table guanjia.issue_document (
  id uuid not null,
  issue_id uuid not null,
  name text not null,
  kind text not null,
  file text not null,
  size integer not null,
  kept_at timestamp with time zone not null,
  constraint issue_document_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint issue_document_kind_check CHECK ((kind = ANY (ARRAY['pdf'::text, 'docx'::text, 'ofd'::text]))),
  constraint issue_document_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint issue_document_pkey PRIMARY KEY (id),
  constraint issue_document_size_check CHECK ((size > 0))
);

create table guanjia.issue_event (
  issue_id uuid not null,
  version integer not null,
  type text not null,
  body jsonb not null,
  principal text not null,
  at timestamp with time zone not null,
  constraint issue_event_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint issue_event_pkey PRIMARY KEY (issue_id, version),
  constraint issue_event_version_check CHECK ((version > 0))
);

create table guanjia.issue_look (
  number text not null,
  failures integer not null,
  failed_at timestamp with time zone not null,
  constraint issue_look_failures_check CHECK ((failures >= 0)),
  constraint issue_look_pkey PRIMARY KEY (number)
);

create table guanjia.issue_mail (
  issue_id uuid not null,
  address text not null,
  subject text not null,
  message_id text,
  constraint issue_mail_address_check CHECK (((length(address) >= 3) AND (length(address) <= 254))),
  constraint issue_mail_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint issue_mail_message_id_check CHECK ((length(message_id) <= 500)),
  constraint issue_mail_pkey PRIMARY KEY (issue_id),
  constraint issue_mail_subject_check CHECK ((length(subject) <= 200))
);

create table guanjia.issue_mail_answer (
  id uuid not null,
  issue_id uuid not null,
  about text not null,
  version integer not null,
  left_out jsonb not null,
  asked_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  mail_of uuid not null,
  constraint issue_mail_answer_about_check CHECK ((about = ANY (ARRAY['filed'::text, 'added'::text, 'replied'::text, 'signposted'::text]))),
  constraint issue_mail_answer_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint issue_mail_answer_mail_of_fkey FOREIGN KEY (mail_of) REFERENCES guanjia.issue_mail(issue_id),
  constraint issue_mail_answer_once UNIQUE (issue_id, version, mail_of),
  constraint issue_mail_answer_pkey PRIMARY KEY (id),
  constraint issue_mail_answer_version_check CHECK ((version > 0))
);

create table guanjia.issue_need (
  issue_id uuid not null,
  need_id uuid not null,
  number text not null,
  passed_on_by text not null,
  version integer not null,
  situation text not null,
  moved_at timestamp with time zone not null,
  constraint issue_need_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint issue_need_pkey PRIMARY KEY (issue_id),
  constraint issue_need_version_check CHECK ((version > 0))
);

create table guanjia.issue_photo (
  id uuid not null,
  issue_id uuid,
  file text not null,
  kind text not null,
  size integer not null,
  kept_at timestamp with time zone not null,
  constraint issue_photo_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint issue_photo_kind_check CHECK ((kind = ANY (ARRAY['jpeg'::text, 'png'::text]))),
  constraint issue_photo_pkey PRIMARY KEY (id),
  constraint issue_photo_size_check CHECK ((size > 0))
);

create table guanjia.issue_supplement (
  issue_id uuid not null,
  version integer not null,
  words text not null,
  mail_of uuid,
  constraint issue_supplement_issue_id_version_fkey FOREIGN KEY (issue_id, version) REFERENCES guanjia.issue_event(issue_id, version),
  constraint issue_supplement_mail_of_fkey FOREIGN KEY (mail_of) REFERENCES guanjia.issue_mail(issue_id),
  constraint issue_supplement_pkey PRIMARY KEY (issue_id, version),
  constraint issue_supplement_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);

create table guanjia.job_effect (
  job_id text not null,
  step text not null,
  revision integer default 0 not null,
  constraint job_effect_job_id_fkey FOREIGN KEY (job_id) REFERENCES guanjia.job_fence(job_id) ON DELETE CASCADE,
  constraint job_effect_pkey PRIMARY KEY (job_id, revision, step)
);

create table guanjia.job_fence (
  job_id text not null,
  issued bigint default nextval('guanjia.job_fence_number'::regclass) not null,
  constraint job_fence_pkey PRIMARY KEY (job_id)
);

create table guanjia.job_worker (
  worker_id text not null,
  seen_at timestamp with time zone default clock_timestamp() not null,
  constraint job_worker_pkey PRIMARY KEY (worker_id)
);

create table guanjia.land_supply (
  contract text not null,
  project text not null,
  company text not null,
  sector text not null,
  park text not null,
  use text not null,
  square_metres numeric(12,2) not null,
  supplied_on date not null,
  start_by date,
  complete_by date,
  constraint land_supply_pkey PRIMARY KEY (contract),
  constraint land_supply_square_metres_check CHECK ((square_metres > (0)::numeric))
);

create table leads.lead (
  id uuid not null,
  kind text not null,
  about text not null,
  sealed_by text not null,
  received_on date not null,
  receipt_hash bytea,
  reporter_key_id text,
  reporter_public_key text,
  reporter_wrapped_key text,
  published_on date,
  origin text default 'filed'::text not null,
  follows uuid,
  constraint lead_follows_another CHECK (((follows IS DISTINCT FROM id) AND ((follows IS NULL) OR (origin = 'retaliation'::text)))),
  constraint lead_follows_fkey FOREIGN KEY (follows) REFERENCES leads.lead(id),
  constraint lead_has_reporter CHECK ((((origin = 'filed'::text) = (receipt_hash IS NOT NULL)) AND ((receipt_hash IS NULL) = (reporter_key_id IS NULL)) AND ((receipt_hash IS NULL) = (reporter_public_key IS NULL)) AND ((receipt_hash IS NULL) = (reporter_wrapped_key IS NULL)))),
  constraint lead_kind_check CHECK ((kind = ANY (ARRAY['anonymous'::text, 'real-name'::text]))),
  constraint lead_origin_check CHECK ((origin = ANY (ARRAY['filed'::text, 'light'::text, 'retaliation'::text]))),
  constraint lead_pkey PRIMARY KEY (id),
  constraint lead_receipt_hash_check CHECK ((length(receipt_hash) = 32)),
  constraint lead_receipt_hash_key UNIQUE (receipt_hash),
  constraint lead_reporter_key_id_check CHECK ((reporter_key_id ~ '^[0-9a-f]{32}$'::text)),
  constraint lead_sealed_by_check CHECK ((sealed_by = ANY (ARRAY['browser'::text, 'server'::text])))
);

create table leads.lead_event (
  lead_id uuid not null,
  "position" integer not null,
  type text not null,
  body jsonb not null,
  happened_on date not null,
  by uuid,
  constraint lead_event_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads.lead(id),
  constraint lead_event_pkey PRIMARY KEY (lead_id, "position"),
  constraint lead_event_position_check CHECK (("position" > 0))
);

create table guanjia.lead_suggestion (
  supervised_id uuid not null,
  node text not null,
  suggested_at timestamp with time zone not null,
  decision text,
  reason text,
  decided_by uuid,
  decided_at timestamp with time zone,
  constraint lead_suggestion_decided CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (reason IS NULL)))),
  constraint lead_suggestion_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES guanjia.person(id),
  constraint lead_suggestion_decision_check CHECK ((decision = ANY (ARRAY['lead'::text, 'none'::text]))),
  constraint lead_suggestion_pkey PRIMARY KEY (supervised_id, node),
  constraint lead_suggestion_reason_check CHECK ((reason <> ''::text)),
  constraint lead_suggestion_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id)
);

create table guanjia.ledger_checkpoint (
  size bigint not null,
  note text not null,
  signed_at timestamp with time zone not null,
  last_transaction xid8 not null,
  last_leaf_id bigint not null,
  epoch integer default 0 not null,
  constraint ledger_checkpoint_pkey PRIMARY KEY (size)
);

create table guanjia.ledger_epoch (
  epoch integer not null,
  after_leaf_id bigint not null,
  began_in xid8 default pg_current_xact_id() not null,
  began_at timestamp with time zone default clock_timestamp() not null,
  settled boolean default false not null,
  constraint ledger_epoch_pkey PRIMARY KEY (epoch)
);

create table guanjia.ledger_index (
  leaf_index bigint not null,
  leaf_id bigint not null,
  hash bytea not null,
  constraint ledger_index_hash_check CHECK ((length(hash) = 32)),
  constraint ledger_index_leaf_id_fkey FOREIGN KEY (leaf_id) REFERENCES guanjia.ledger_leaf(id),
  constraint ledger_index_leaf_id_key UNIQUE (leaf_id),
  constraint ledger_index_pkey PRIMARY KEY (leaf_index)
);

create table guanjia.ledger_leaf (
  id bigint generated always as identity,
  text text not null,
  recorded_in xid8 default pg_current_xact_id() not null,
  constraint ledger_leaf_pkey PRIMARY KEY (id)
);

create table guanjia.ledger_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null,
  constraint ledger_node_hash_check CHECK ((length(hash) = 32)),
  constraint ledger_node_pkey PRIMARY KEY (level, index)
);

create table guanjia.ledger_salt (
  commitment text not null,
  salt text not null,
  recorded_at timestamp with time zone default now() not null,
  constraint ledger_salt_pkey PRIMARY KEY (commitment)
);

create table guanjia.licence (
  id uuid not null,
  number text not null,
  unified_code text not null,
  application_id uuid not null,
  document jsonb not null,
  credential text,
  status text not null,
  issued_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint licence_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint licence_number_once UNIQUE (number),
  constraint licence_pkey PRIMARY KEY (id),
  constraint licence_revocation_dated CHECK (((status = 'revoked'::text) = (revoked_at IS NOT NULL))),
  constraint licence_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'revoked'::text, 'superseded'::text]))),
  constraint licence_unified_code_fkey FOREIGN KEY (unified_code) REFERENCES guanjia.market_entity(unified_code)
);

create table guanjia.licence_print (
  id uuid not null,
  licence_number text not null,
  copy text not null,
  ordered_by text not null,
  ordered_at timestamp with time zone not null,
  code_hash text not null,
  expires_at timestamp with time zone not null,
  reason text,
  printed_at timestamp with time zone,
  device text,
  paper_stock text,
  paper_serial text,
  place integer,
  constraint licence_print_code_unique UNIQUE (code_hash),
  constraint licence_print_copy_check CHECK ((copy = ANY (ARRAY['original'::text, 'duplicate'::text]))),
  constraint licence_print_names_its_paper CHECK (((printed_at IS NULL) OR ((device IS NOT NULL) AND (paper_stock IS NOT NULL) AND (paper_serial IS NOT NULL)))),
  constraint licence_print_pkey PRIMARY KEY (id),
  constraint licence_print_place_check CHECK (((place >= 1) AND (place <= 9))),
  constraint licence_print_reason_check CHECK ((length(reason) >= 4))
);

create table guanjia.light_change (
  id bigint generated always as identity,
  supervised_id uuid not null,
  node text not null,
  on_day date not null,
  before text,
  after text not null,
  because jsonb not null,
  at timestamp with time zone not null,
  constraint light_change_after_check CHECK ((after = ANY (ARRAY['open'::text, 'green'::text, 'paused'::text, 'amber'::text, 'red'::text]))),
  constraint light_change_changes CHECK ((before IS DISTINCT FROM after)),
  constraint light_change_pkey PRIMARY KEY (id),
  constraint light_change_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id)
);

create table guanjia.light_month (
  month date not null,
  supervised_id uuid not null,
  node text not null,
  light text not null,
  sentence text not null,
  frozen_at timestamp with time zone not null,
  statement text,
  constraint light_month_pkey PRIMARY KEY (month, supervised_id, node),
  constraint light_month_statement_check CHECK ((statement <> ''::text)),
  constraint light_month_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id)
);

create table guanjia.light_statement (
  id bigint generated always as identity,
  supervised_id uuid not null,
  node text not null,
  light text not null,
  unit text not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint light_statement_by_person_fkey FOREIGN KEY (by_person) REFERENCES guanjia.person(id),
  constraint light_statement_light_check CHECK ((light = ANY (ARRAY['amber'::text, 'red'::text]))),
  constraint light_statement_pkey PRIMARY KEY (id),
  constraint light_statement_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id),
  constraint light_statement_unit_check CHECK ((unit <> ''::text)),
  constraint light_statement_words_check CHECK (((length(words) >= 2) AND (length(words) <= 500)))
);

create table guanjia.mail_receipt (
  id uuid not null,
  mailbox text not null,
  uid_validity bigint not null,
  uid bigint not null,
  key text,
  size integer not null,
  outcome text not null,
  reason text,
  attempts integer default 0 not null,
  issue_id uuid,
  arrived_at timestamp with time zone not null,
  taken_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  answered_at timestamp with time zone,
  constraint mail_receipt_attempts_check CHECK ((attempts >= 0)),
  constraint mail_receipt_issue CHECK (((issue_id IS NOT NULL) = (outcome = ANY (ARRAY['filed'::text, 'added'::text])))),
  constraint mail_receipt_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint mail_receipt_key_check CHECK ((key ~ '^[0-9a-f]{64}$'::text)),
  constraint mail_receipt_of_mail UNIQUE (mailbox, uid_validity, uid),
  constraint mail_receipt_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'filed'::text, 'added'::text, 'known'::text, 'automatic'::text, 'too-large'::text, 'elsewhere'::text, 'set-aside'::text]))),
  constraint mail_receipt_pkey PRIMARY KEY (id),
  constraint mail_receipt_reason CHECK (((reason IS NOT NULL) OR (outcome <> ALL (ARRAY['waiting'::text, 'set-aside'::text])))),
  constraint mail_receipt_reason_check CHECK ((length(reason) <= 60)),
  constraint mail_receipt_size_check CHECK ((size >= 0)),
  constraint mail_receipt_uid_check CHECK ((uid > 0)),
  constraint mail_receipt_uid_validity_check CHECK ((uid_validity >= 0))
);

create table guanjia.mailbox_look (
  mailbox text not null,
  looked_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  constraint mailbox_look_failure_check CHECK ((length(failure) <= 200)),
  constraint mailbox_look_pkey PRIMARY KEY (mailbox)
);

create table guanjia.market_entity (
  unified_code text not null,
  kind text not null,
  is_enterprise boolean not null,
  established_on date not null,
  electronic boolean not null,
  fully_auto boolean not null,
  application_id uuid,
  recorded_at timestamp with time zone not null,
  constraint market_entity_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint market_entity_application_once UNIQUE (application_id),
  constraint market_entity_pkey PRIMARY KEY (unified_code),
  constraint market_entity_unified_code_check CHECK ((length(unified_code) = 18))
);

create table guanjia.market_entity_person (
  unified_code text not null,
  person_id uuid not null,
  duties text[] not null,
  since timestamp with time zone not null,
  constraint market_entity_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint market_entity_person_pkey PRIMARY KEY (unified_code, person_id),
  constraint market_entity_person_unified_code_fkey FOREIGN KEY (unified_code) REFERENCES guanjia.market_entity(unified_code)
);

create table guanjia.market_entity_version (
  id bigint generated always as identity,
  unified_code text not null,
  status text not null,
  name text,
  document jsonb not null,
  valid_from date not null,
  valid_to date,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone,
  decision_id uuid,
  constraint market_entity_version_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES guanjia.registration_decision(id),
  constraint market_entity_version_pkey PRIMARY KEY (id),
  constraint market_entity_version_recorded CHECK (((recorded_to IS NULL) OR (recorded_to >= recorded_from))),
  constraint market_entity_version_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'cancelled'::text, 'revoked'::text]))),
  constraint market_entity_version_unified_code_fkey FOREIGN KEY (unified_code) REFERENCES guanjia.market_entity(unified_code),
  constraint market_entity_version_valid CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

create table guanjia.migration (
  name text not null,
  checksum text not null,
  ran_at timestamp with time zone default clock_timestamp() not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table guanjia.misconduct_stub (
  day date not null,
  source text not null,
  count integer not null,
  constraint misconduct_stub_count_check CHECK ((count > 0)),
  constraint misconduct_stub_pkey PRIMARY KEY (day, source)
);

create table guanjia.notice (
  id uuid not null,
  key text not null,
  template text not null,
  event_type text not null,
  subject text not null,
  person_id uuid,
  channel text not null,
  language text not null,
  title text not null,
  text text not null,
  link text not null,
  address text,
  masked_address text,
  state text not null,
  deferred_because text,
  due_at timestamp with time zone not null,
  attempts integer default 0 not null,
  last_error text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  read_at timestamp with time zone,
  served_at timestamp with time zone,
  service_because jsonb,
  correlation_id text not null,
  constraint notice_address_while_waiting CHECK (((address IS NULL) OR (state = ANY (ARRAY['queued'::text, 'deferred'::text, 'failed'::text])))),
  constraint notice_attempts_check CHECK ((attempts >= 0)),
  constraint notice_channel_check CHECK ((channel = ANY (ARRAY['in-app'::text, 'sms'::text, 'mail'::text]))),
  constraint notice_deferred_explained CHECK (((state <> 'deferred'::text) OR (deferred_because IS NOT NULL))),
  constraint notice_in_app_has_person CHECK (((channel <> 'in-app'::text) OR (person_id IS NOT NULL))),
  constraint notice_key_once UNIQUE (key),
  constraint notice_language_check CHECK ((language = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_sent_dated CHECK (((state = 'sent'::text) = (sent_at IS NOT NULL))),
  constraint notice_service_explained CHECK (((served_at IS NULL) OR (service_because IS NOT NULL))),
  constraint notice_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'deferred'::text, 'sent'::text, 'failed'::text, 'given-up'::text])))
);

create table guanjia.notice_preference (
  person_id uuid not null,
  language text not null,
  sms text not null,
  mail_address text,
  electronic_service_since timestamp with time zone,
  updated_at timestamp with time zone not null,
  constraint notice_preference_language_check CHECK ((language = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  constraint notice_preference_mail_address_check CHECK ((length(mail_address) <= 254)),
  constraint notice_preference_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint notice_preference_pkey PRIMARY KEY (person_id),
  constraint notice_preference_sms_check CHECK ((sms = ANY (ARRAY['all'::text, 'important'::text, 'none'::text])))
);

create table guanjia.observer_activity (
  id uuid not null,
  kind text not null,
  title text not null,
  place text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  code text not null,
  minutes text,
  minutes_at timestamp with time zone,
  announced_by uuid not null,
  announced_at timestamp with time zone not null,
  constraint observer_activity_announced_by_fkey FOREIGN KEY (announced_by) REFERENCES guanjia.person(id),
  constraint observer_activity_code_key UNIQUE (code),
  constraint observer_activity_forward CHECK ((ends_at > starts_at)),
  constraint observer_activity_minutes_check CHECK (((length(minutes) >= 1) AND (length(minutes) <= 5000))),
  constraint observer_activity_minutes_dated CHECK (((minutes IS NULL) = (minutes_at IS NULL))),
  constraint observer_activity_pkey PRIMARY KEY (id),
  constraint observer_activity_place_check CHECK (((length(place) >= 1) AND (length(place) <= 200))),
  constraint observer_activity_title_check CHECK (((length(title) >= 1) AND (length(title) <= 100)))
);

create table guanjia.observer_attendance (
  activity_id uuid not null,
  term_id uuid not null,
  way text not null,
  at timestamp with time zone not null,
  constraint observer_attendance_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES guanjia.observer_activity(id),
  constraint observer_attendance_pkey PRIMARY KEY (activity_id, term_id),
  constraint observer_attendance_term_id_fkey FOREIGN KEY (term_id) REFERENCES guanjia.observer_term(id),
  constraint observer_attendance_way_check CHECK ((way = ANY (ARRAY['code'::text, 'list'::text])))
);

create table guanjia.observer_finding (
  issue_id uuid not null,
  term_id uuid not null,
  task text not null,
  activity_id uuid,
  constraint observer_finding_activity_id_fkey FOREIGN KEY (activity_id) REFERENCES guanjia.observer_activity(id),
  constraint observer_finding_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint observer_finding_pkey PRIMARY KEY (issue_id),
  constraint observer_finding_task_check CHECK ((task = ANY (ARRAY['supervise'::text, 'report'::text, 'promote'::text]))),
  constraint observer_finding_term_id_fkey FOREIGN KEY (term_id) REFERENCES guanjia.observer_term(id)
);

create table guanjia.observer_term (
  id uuid not null,
  number text not null,
  person_id uuid not null,
  kind text not null,
  organisation text not null,
  from_day date not null,
  until_day date not null,
  ended_on date,
  ended_because text,
  appointed_by uuid not null,
  appointed_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  constraint observer_term_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES guanjia.person(id),
  constraint observer_term_ended_because_check CHECK (((length(ended_because) >= 1) AND (length(ended_because) <= 300))),
  constraint observer_term_ended_with_reason CHECK (((ended_on IS NULL) = (ended_because IS NULL))),
  constraint observer_term_forward CHECK ((until_day > from_day)),
  constraint observer_term_kind_check CHECK ((kind = ANY (ARRAY['deputy'::text, 'consultative-member'::text, 'institute'::text, 'association'::text, 'entrepreneur'::text]))),
  constraint observer_term_number_key UNIQUE (number),
  constraint observer_term_organisation_check CHECK (((length(organisation) >= 1) AND (length(organisation) <= 100))),
  constraint observer_term_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint observer_term_pkey PRIMARY KEY (id)
);

create table guanjia.open_day_question (
  id uuid not null,
  session_id uuid not null,
  company_code text not null,
  topic text not null,
  words text not null,
  asked_at timestamp with time zone not null,
  answer text,
  answered_by text,
  issue_id uuid,
  link_salt text,
  token_hash text,
  link_until timestamp with time zone,
  link_used_at timestamp with time zone,
  constraint open_day_question_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 1000))),
  constraint open_day_question_answered_by_somebody CHECK (((answer IS NULL) = (answered_by IS NULL))),
  constraint open_day_question_answered_or_filed CHECK (((answer IS NULL) <> (issue_id IS NULL))),
  constraint open_day_question_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint open_day_question_issue_id_key UNIQUE (issue_id),
  constraint open_day_question_link_whole CHECK ((((link_salt IS NULL) = (token_hash IS NULL)) AND ((link_salt IS NULL) = (link_until IS NULL)))),
  constraint open_day_question_pkey PRIMARY KEY (id),
  constraint open_day_question_session_id_company_code_fkey FOREIGN KEY (session_id, company_code) REFERENCES guanjia.open_day_visit(session_id, company_code),
  constraint open_day_question_session_id_fkey FOREIGN KEY (session_id) REFERENCES guanjia.open_day_session(id),
  constraint open_day_question_token_hash_key UNIQUE (token_hash),
  constraint open_day_question_words_check CHECK (((length(words) >= 1) AND (length(words) <= 500)))
);

create table guanjia.open_day_round (
  round integer not null,
  hosts text[] not null,
  opened_at timestamp with time zone not null,
  constraint open_day_round_hosts_check CHECK ((cardinality(hosts) > 0)),
  constraint open_day_round_pkey PRIMARY KEY (round),
  constraint open_day_round_round_check CHECK ((round > 0))
);

create table guanjia.open_day_session (
  id uuid not null,
  round integer not null,
  carrier text not null,
  held_on date not null,
  phone text,
  constraint open_day_session_carrier_check CHECK (((length(carrier) >= 1) AND (length(carrier) <= 100))),
  constraint open_day_session_phone_check CHECK (((length(phone) >= 7) AND (length(phone) <= 30))),
  constraint open_day_session_pkey PRIMARY KEY (id),
  constraint open_day_session_round_carrier_held_on_key UNIQUE (round, carrier, held_on),
  constraint open_day_session_round_fkey FOREIGN KEY (round) REFERENCES guanjia.open_day_round(round)
);

create table guanjia.open_day_visit (
  session_id uuid not null,
  company_code text not null,
  company text not null,
  constraint open_day_visit_company_check CHECK (((length(company) >= 1) AND (length(company) <= 120))),
  constraint open_day_visit_company_code_check CHECK ((length(company_code) = 18)),
  constraint open_day_visit_pkey PRIMARY KEY (session_id, company_code),
  constraint open_day_visit_session_id_fkey FOREIGN KEY (session_id) REFERENCES guanjia.open_day_session(id)
);

create table leads.opening (
  id uuid not null,
  lead_id uuid not null,
  by uuid not null,
  purpose text not null,
  reference text not null,
  opened_on date not null,
  constraint opening_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES leads.lead(id),
  constraint opening_pkey PRIMARY KEY (id),
  constraint opening_purpose_check CHECK ((purpose <> ''::text)),
  constraint opening_reference_check CHECK ((reference <> ''::text))
);

create table guanjia.organisation_membership (
  person_id uuid not null,
  organisation_code text not null,
  "position" text not null,
  since timestamp with time zone default now() not null,
  ended_at timestamp with time zone,
  constraint organisation_membership_organisation_code_check CHECK ((length(organisation_code) = 18)),
  constraint organisation_membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint organisation_membership_pkey PRIMARY KEY (person_id, organisation_code, "position", since),
  constraint organisation_membership_position_check CHECK (("position" = ANY (ARRAY['legal-representative'::text, 'staff'::text])))
);

create table guanjia.outbox_delivery (
  event_id bigint not null,
  subscriber text not null,
  subject text not null,
  attempts integer default 0 not null,
  next_at timestamp with time zone default '-infinity'::timestamp with time zone not null,
  last_error text,
  delivered_at timestamp with time zone,
  constraint outbox_delivery_event_id_fkey FOREIGN KEY (event_id) REFERENCES guanjia.outbox_event(id),
  constraint outbox_delivery_pkey PRIMARY KEY (event_id, subscriber)
);

create table guanjia.outbox_event (
  id bigint generated always as identity,
  type text not null,
  subject text not null,
  body jsonb not null,
  correlation_id text not null,
  occurred_at timestamp with time zone not null,
  constraint outbox_event_pkey PRIMARY KEY (id)
);

create table guanjia.outbox_subscription (
  subscriber text not null,
  type text not null,
  since timestamp with time zone default clock_timestamp() not null,
  constraint outbox_subscription_pkey PRIMARY KEY (subscriber)
);

create table guanjia.outreach_call (
  task_id uuid not null,
  attempt integer not null,
  answered boolean not null,
  note text,
  clerk_id uuid not null,
  at timestamp with time zone not null,
  constraint outreach_call_attempt_check CHECK ((attempt >= 1)),
  constraint outreach_call_clerk_id_fkey FOREIGN KEY (clerk_id) REFERENCES guanjia.person(id),
  constraint outreach_call_pkey PRIMARY KEY (task_id, attempt),
  constraint outreach_call_task_id_fkey FOREIGN KEY (task_id) REFERENCES guanjia.outreach_task(id)
);

create table guanjia.outreach_task (
  id uuid not null,
  subject text not null,
  company text not null,
  contact_name text not null,
  contact_phone text not null,
  place text not null,
  matters jsonb not null,
  script text not null,
  state text not null,
  raised_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  due_because jsonb not null,
  closed_at timestamp with time zone,
  constraint outreach_task_closed CHECK (((state = 'open'::text) = (closed_at IS NULL))),
  constraint outreach_task_pkey PRIMARY KEY (id),
  constraint outreach_task_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reached'::text, 'message-sent'::text]))),
  constraint outreach_task_subject_once UNIQUE (subject)
);

create table leads.owed_leaf (
  id uuid not null,
  leaves jsonb not null,
  owed_on date not null,
  constraint owed_leaf_leaves_check CHECK ((jsonb_array_length(leaves) > 0)),
  constraint owed_leaf_pkey PRIMARY KEY (id)
);

create table guanjia.past_project (
  number text not null,
  kind text not null,
  started_on date not null,
  permitted_on date not null,
  recorded_at timestamp with time zone not null,
  constraint past_project_check CHECK ((permitted_on >= started_on)),
  constraint past_project_pkey PRIMARY KEY (number)
);

create table guanjia.person (
  id uuid not null,
  name text not null,
  created_at timestamp with time zone default now() not null,
  constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint person_pkey PRIMARY KEY (id)
);

create table guanjia.person_identity (
  person_id uuid not null,
  identity_number text not null,
  phone text,
  constraint person_identity_identity_number_key UNIQUE (identity_number),
  constraint person_identity_number_folded CHECK ((identity_number = upper(regexp_replace(NORMALIZE(identity_number, NFKC), '\s'::text, ''::text, 'g'::text)))),
  constraint person_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint person_identity_pkey PRIMARY KEY (person_id)
);

create table guanjia.project (
  id uuid not null,
  number text not null,
  name text not null,
  kind text not null,
  owner_id uuid not null,
  facts jsonb not null,
  state text not null,
  created_at timestamp with time zone not null,
  steward_due_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  facts_at timestamp with time zone,
  facts_version integer default 1 not null,
  facts_changed jsonb default '{}'::jsonb not null,
  facts_awaiting jsonb default '{}'::jsonb not null,
  constraint project_ended CHECK (((state = 'ended'::text) = (ended_at IS NOT NULL))),
  constraint project_facts_version_check CHECK ((facts_version >= 1)),
  constraint project_name_check CHECK (((length(name) >= 2) AND (length(name) <= 100))),
  constraint project_number_once UNIQUE (number),
  constraint project_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES guanjia.person(id),
  constraint project_pkey PRIMARY KEY (id),
  constraint project_state_check CHECK ((state = ANY (ARRAY['active'::text, 'ended'::text])))
);

create table guanjia.project_commitment (
  project_id uuid not null,
  commitment text not null,
  letter_id uuid not null,
  signed_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint project_commitment_check CHECK ((withdrawn_at >= signed_at)),
  constraint project_commitment_commitment_check CHECK ((commitment <> ''::text)),
  constraint project_commitment_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES guanjia.project_letter(id),
  constraint project_commitment_pkey PRIMARY KEY (letter_id, commitment),
  constraint project_commitment_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id)
);

create table guanjia.project_contact (
  id uuid not null,
  project_id uuid not null,
  channel text not null,
  by text not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  text text not null,
  place text,
  latitude numeric(8,5),
  longitude numeric(8,5),
  checked text[] not null,
  response_due_at timestamp with time zone,
  case_id uuid,
  constraint project_contact_by_check CHECK ((by = ANY (ARRAY['steward'::text, 'applicant'::text]))),
  constraint project_contact_case_id_fkey FOREIGN KEY (case_id) REFERENCES guanjia.case_file(id),
  constraint project_contact_channel_check CHECK ((channel = ANY (ARRAY['visit'::text, 'call'::text, 'message'::text, 'video'::text, 'counter'::text]))),
  constraint project_contact_latitude_check CHECK (((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric))),
  constraint project_contact_longitude_check CHECK (((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric))),
  constraint project_contact_not_ahead CHECK ((at <= (recorded_at + '00:05:00'::interval))),
  constraint project_contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint project_contact_pkey PRIMARY KEY (id),
  constraint project_contact_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint project_contact_question CHECK (((response_due_at IS NULL) OR (by = 'applicant'::text))),
  constraint project_contact_text_check CHECK ((length(text) <= 2000))
);

create table guanjia.project_contact_photo (
  id uuid not null,
  contact_id uuid not null,
  file text not null,
  kind text not null,
  size integer not null,
  taken_by uuid not null,
  kept_at timestamp with time zone not null,
  constraint project_contact_photo_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES guanjia.project_contact(id),
  constraint project_contact_photo_kind_check CHECK ((kind = ANY (ARRAY['jpeg'::text, 'png'::text]))),
  constraint project_contact_photo_pkey PRIMARY KEY (id),
  constraint project_contact_photo_size_check CHECK ((size > 0)),
  constraint project_contact_photo_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES guanjia.person(id)
);

create table guanjia.project_forecast (
  project_id uuid not null,
  version integer not null,
  permit_on date,
  end_on date not null,
  constraint project_forecast_pkey PRIMARY KEY (project_id),
  constraint project_forecast_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id)
);

create table guanjia.project_gate (
  project_id uuid not null,
  step text not null,
  name jsonb not null,
  lane text not null,
  is_begun boolean not null,
  start_on date not null,
  end_on date not null,
  late_on date not null,
  days integer not null,
  "float" integer not null,
  constraint project_gate_days_check CHECK ((days >= 0)),
  constraint project_gate_pkey PRIMARY KEY (project_id, step),
  constraint project_gate_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id)
);

create table guanjia.project_letter (
  id uuid not null,
  project_id uuid not null,
  document jsonb not null,
  digest text not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  key_id text not null,
  public_key bytea not null,
  signature bytea not null,
  constraint project_letter_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint project_letter_pkey PRIMARY KEY (id),
  constraint project_letter_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint project_letter_public_key_check CHECK ((length(public_key) = 32)),
  constraint project_letter_signature_check CHECK ((length(signature) = 64)),
  constraint project_letter_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES guanjia.person(id)
);

create table guanjia.project_next_contact (
  project_id uuid not null,
  on_date date not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  constraint project_next_contact_pkey PRIMARY KEY (project_id),
  constraint project_next_contact_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint project_next_contact_set_by_fkey FOREIGN KEY (set_by) REFERENCES guanjia.person(id)
);

create table guanjia.project_plan (
  project_id uuid not null,
  version integer not null,
  catalogue integer not null,
  facts jsonb not null,
  signed text[] not null,
  durations jsonb not null,
  start_on date not null,
  plan jsonb not null,
  change jsonb not null,
  diff jsonb,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint project_plan_first_has_no_diff CHECK (((version = 1) = (diff IS NULL))),
  constraint project_plan_made_by_fkey FOREIGN KEY (made_by) REFERENCES guanjia.person(id),
  constraint project_plan_pkey PRIMARY KEY (project_id, version),
  constraint project_plan_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint project_plan_version_check CHECK ((version >= 1))
);

create table guanjia.project_reminder (
  id uuid not null,
  batch_id uuid not null,
  project_id uuid not null,
  recipient_id uuid not null,
  step text not null,
  step_name jsonb not null,
  due_on date not null,
  text text not null,
  constraint project_reminder_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES guanjia.reminder_batch(id),
  constraint project_reminder_once UNIQUE (batch_id, project_id, recipient_id),
  constraint project_reminder_pkey PRIMARY KEY (id),
  constraint project_reminder_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint project_reminder_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES guanjia.person(id),
  constraint project_reminder_text_check CHECK (((length(text) >= 1) AND (length(text) <= 300)))
);

create table guanjia.project_share (
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  token_hash text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  until timestamp with time zone not null,
  revoked_at timestamp with time zone,
  opened integer default 0 not null,
  last_opened_at timestamp with time zone,
  constraint project_share_check CHECK ((until > made_at)),
  constraint project_share_check1 CHECK ((revoked_at >= made_at)),
  constraint project_share_kind_check CHECK ((kind = ANY (ARRAY['read'::text, 'calendar'::text]))),
  constraint project_share_made_by_fkey FOREIGN KEY (made_by) REFERENCES guanjia.person(id),
  constraint project_share_pkey PRIMARY KEY (id),
  constraint project_share_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint project_share_token_once UNIQUE (token_hash)
);

create table guanjia.project_step_actual (
  project_id uuid not null,
  step text not null,
  started_on date not null,
  finished_on date,
  expected_on date,
  case_id uuid,
  reported_by uuid,
  recorded_at timestamp with time zone not null,
  told_late_on date,
  constraint project_step_actual_case_id_fkey FOREIGN KEY (case_id) REFERENCES guanjia.case_file(id),
  constraint project_step_actual_check CHECK ((finished_on >= started_on)),
  constraint project_step_actual_has_origin CHECK (((case_id IS NULL) <> (reported_by IS NULL))),
  constraint project_step_actual_pkey PRIMARY KEY (project_id, step),
  constraint project_step_actual_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint project_step_actual_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES guanjia.person(id),
  constraint project_step_actual_step_check CHECK ((step <> ''::text))
);

create table guanjia.project_step_case (
  case_id uuid not null,
  project_id uuid not null,
  service text not null,
  linked_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint project_step_case_case_id_fkey FOREIGN KEY (case_id) REFERENCES guanjia.case_file(id),
  constraint project_step_case_check CHECK ((closed_at >= linked_at)),
  constraint project_step_case_pkey PRIMARY KEY (case_id),
  constraint project_step_case_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint project_step_case_service_check CHECK ((service <> ''::text))
);

create table guanjia.questionnaire_answer (
  id uuid not null,
  round_id uuid not null,
  group_id text not null,
  way text not null,
  counted jsonb not null,
  constraint questionnaire_answer_pkey PRIMARY KEY (id),
  constraint questionnaire_answer_round_id_fkey FOREIGN KEY (round_id) REFERENCES guanjia.questionnaire_round(id),
  constraint questionnaire_answer_way_check CHECK ((way = ANY (ARRAY['invited'::text, 'open'::text])))
);

create table guanjia.questionnaire_invitation (
  id uuid not null,
  round_id uuid not null,
  company_code text not null,
  company text not null,
  group_id text not null,
  way text not null,
  link_salt text not null,
  token_hash text not null,
  is_answered boolean default false not null,
  constraint questionnaire_invitation_company_code_check CHECK ((length(company_code) = 18)),
  constraint questionnaire_invitation_pkey PRIMARY KEY (id),
  constraint questionnaire_invitation_round_id_company_code_key UNIQUE (round_id, company_code),
  constraint questionnaire_invitation_round_id_fkey FOREIGN KEY (round_id) REFERENCES guanjia.questionnaire_round(id),
  constraint questionnaire_invitation_token_hash_key UNIQUE (token_hash),
  constraint questionnaire_invitation_way_check CHECK ((way = ANY (ARRAY['sms'::text, 'letter'::text])))
);

create table guanjia.questionnaire_quota (
  round_id uuid not null,
  group_id text not null,
  place integer not null,
  name jsonb not null,
  places integer not null,
  listed integer not null,
  answered integer default 0 not null,
  constraint questionnaire_quota_kept CHECK (((answered >= 0) AND (answered <= places))),
  constraint questionnaire_quota_pkey PRIMARY KEY (round_id, group_id),
  constraint questionnaire_quota_places_check CHECK ((places > 0)),
  constraint questionnaire_quota_round_id_fkey FOREIGN KEY (round_id) REFERENCES guanjia.questionnaire_round(id)
);

create table guanjia.questionnaire_round (
  id uuid not null,
  number integer generated always as identity,
  questionnaire jsonb not null,
  grouping_id text not null,
  from_day date not null,
  until_day date not null,
  seed text not null,
  listed integer not null,
  list_digest text not null,
  link_salt text,
  token_hash text,
  to_register integer default 0 not null,
  reminded_at timestamp with time zone,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  mixed_at timestamp with time zone,
  constraint questionnaire_round_forward CHECK ((until_day >= from_day)),
  constraint questionnaire_round_link_whole CHECK (((link_salt IS NULL) = (token_hash IS NULL))),
  constraint questionnaire_round_listed_check CHECK ((listed >= 0)),
  constraint questionnaire_round_number_key UNIQUE (number),
  constraint questionnaire_round_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES guanjia.person(id),
  constraint questionnaire_round_pkey PRIMARY KEY (id),
  constraint questionnaire_round_token_hash_key UNIQUE (token_hash)
);

create table guanjia.questionnaire_text (
  id uuid not null,
  round_id uuid not null,
  question text not null,
  words text not null,
  issue_id uuid,
  constraint questionnaire_text_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint questionnaire_text_issue_id_key UNIQUE (issue_id),
  constraint questionnaire_text_pkey PRIMARY KEY (id),
  constraint questionnaire_text_round_id_fkey FOREIGN KEY (round_id) REFERENCES guanjia.questionnaire_round(id),
  constraint questionnaire_text_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);

create table leads.reader_key (
  key_id text not null,
  office text not null,
  holder uuid not null,
  belongs_to text[] default '{}'::text[] not null,
  public_key text not null,
  wrapped_private jsonb not null,
  state text default 'proposed'::text not null,
  made_on date not null,
  retired_on date,
  constraint reader_key_key_id_check CHECK ((key_id ~ '^[0-9a-f]{32}$'::text)),
  constraint reader_key_office_check CHECK ((office = ANY (ARRAY['handler'::text, 'keeper'::text]))),
  constraint reader_key_pkey PRIMARY KEY (key_id),
  constraint reader_key_retired CHECK (((state = 'retired'::text) = (retired_on IS NOT NULL))),
  constraint reader_key_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'current'::text, 'retired'::text])))
);

create table leads.receipt_salt (
  only_one boolean default true not null,
  salt bytea not null,
  constraint receipt_salt_only_one_check CHECK (only_one),
  constraint receipt_salt_pkey PRIMARY KEY (only_one),
  constraint receipt_salt_salt_check CHECK ((length(salt) = 32))
);

create table guanjia.recommendation (
  id uuid not null,
  number text not null,
  kind text not null,
  unit text not null,
  problem text not null,
  basis text not null,
  advice text not null,
  state text not null,
  drafted_by uuid not null,
  drafted_at timestamp with time zone not null,
  issued_by uuid,
  issued_at timestamp with time zone,
  reply_by date,
  received_by uuid,
  received_at timestamp with time zone,
  stance text,
  reply text,
  reason text,
  refused_without_reason boolean default false not null,
  replied_by uuid,
  replied_on date,
  finding text,
  verified_by uuid,
  verified_at timestamp with time zone,
  escalated_at timestamp with time zone,
  constraint recommendation_advice_check CHECK (((length(advice) >= 2) AND (length(advice) <= 2000))),
  constraint recommendation_basis_check CHECK (((length(basis) >= 2) AND (length(basis) <= 500))),
  constraint recommendation_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES guanjia.person(id),
  constraint recommendation_finding_check CHECK ((finding <> ''::text)),
  constraint recommendation_issued CHECK ((((state = 'drafted'::text) = (issued_at IS NULL)) AND ((issued_at IS NULL) = (reply_by IS NULL)))),
  constraint recommendation_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES guanjia.person(id),
  constraint recommendation_kind_check CHECK ((kind = ANY (ARRAY['discipline'::text, 'supervision'::text]))),
  constraint recommendation_number_once UNIQUE (number),
  constraint recommendation_pkey PRIMARY KEY (id),
  constraint recommendation_problem_check CHECK (((length(problem) >= 2) AND (length(problem) <= 2000))),
  constraint recommendation_reason_check CHECK ((reason <> ''::text)),
  constraint recommendation_received CHECK (((state <> ALL (ARRAY['received'::text, 'replied'::text, 'closed'::text])) OR (received_at IS NOT NULL))),
  constraint recommendation_received_by_fkey FOREIGN KEY (received_by) REFERENCES guanjia.person(id),
  constraint recommendation_replied CHECK (((state <> ALL (ARRAY['replied'::text, 'closed'::text])) OR (replied_on IS NOT NULL))),
  constraint recommendation_replied_by_fkey FOREIGN KEY (replied_by) REFERENCES guanjia.person(id),
  constraint recommendation_reply_check CHECK ((reply <> ''::text)),
  constraint recommendation_stance_check CHECK ((stance = ANY (ARRAY['adopted'::text, 'partly-adopted'::text, 'not-adopted'::text]))),
  constraint recommendation_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'issued'::text, 'received'::text, 'replied'::text, 'closed'::text]))),
  constraint recommendation_two_people CHECK ((issued_by <> drafted_by)),
  constraint recommendation_unit_check CHECK ((unit <> ''::text)),
  constraint recommendation_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES guanjia.person(id)
);

create table guanjia.registration_application (
  id uuid not null,
  number text not null,
  owner_id uuid not null,
  kind text not null,
  stage text default 'draft'::text not null,
  version integer default 1 not null,
  answers jsonb not null,
  human_acts integer default 0 not null,
  documents_digest text,
  pledged_at timestamp with time zone,
  officer uuid,
  accepted_at timestamp with time zone,
  due_at timestamp with time zone,
  due_because jsonb,
  reasons jsonb,
  decision_id uuid,
  decided_at timestamp with time zone,
  revocation_proposed_by uuid,
  revocation_reason text,
  address_filed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expiry_noticed_at timestamp with time zone,
  contact_name text,
  contact_phone text,
  referral_trace jsonb,
  overdue_noticed_at timestamp with time zone,
  address_filed_seat text,
  papers jsonb default '[]'::jsonb not null,
  constraint registration_application_human_acts_check CHECK ((human_acts >= 0)),
  constraint registration_application_kind_check CHECK ((kind = ANY (ARRAY['LLC'::text, 'IND'::text]))),
  constraint registration_application_number_once UNIQUE (number),
  constraint registration_application_officer_fkey FOREIGN KEY (officer) REFERENCES guanjia.person(id),
  constraint registration_application_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES guanjia.person(id),
  constraint registration_application_pkey PRIMARY KEY (id),
  constraint registration_application_revocation_proposed_by_fkey FOREIGN KEY (revocation_proposed_by) REFERENCES guanjia.person(id),
  constraint registration_application_signed_papers CHECK (((stage <> 'signing'::text) OR (documents_digest IS NOT NULL))),
  constraint registration_application_stage_check CHECK ((stage = ANY (ARRAY['draft'::text, 'signing'::text, 'with-officer'::text, 'approved'::text, 'refused'::text, 'revocation-proposed'::text, 'revoked'::text, 'withdrawn'::text, 'expired'::text])))
);

create table guanjia.registration_bar (
  identity_number text not null,
  rule text not null,
  source text not null,
  until date,
  constraint registration_bar_folded CHECK ((identity_number = upper(regexp_replace(NORMALIZE(identity_number, NFKC), '\s'::text, ''::text, 'g'::text)))),
  constraint registration_bar_pkey PRIMARY KEY (identity_number, rule)
);

create table guanjia.registration_correction (
  id uuid not null,
  application_id uuid not null,
  wish jsonb not null,
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  state text default 'proposed'::text not null,
  settled_by uuid,
  settled_at timestamp with time zone,
  settled_reason text,
  constraint registration_correction_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_correction_pkey PRIMARY KEY (id),
  constraint registration_correction_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES guanjia.person(id),
  constraint registration_correction_settled CHECK ((((state = ANY (ARRAY['proposed'::text, 'ended'::text])) = (settled_by IS NULL)) AND ((state = 'proposed'::text) = (settled_at IS NULL)))),
  constraint registration_correction_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES guanjia.person(id),
  constraint registration_correction_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'rejected'::text, 'ended'::text]))),
  constraint registration_correction_two_people CHECK ((settled_by IS DISTINCT FROM proposed_by))
);

create table guanjia.registration_correction_host (
  correction_id uuid not null,
  seat_code text not null,
  host_name text not null,
  host_code text not null,
  link_salt text not null,
  token_hash text not null,
  state text default 'asked'::text not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  answered_by text,
  reason text,
  answered_at timestamp with time zone,
  constraint registration_correction_host_answered CHECK (((state = 'asked'::text) = (answered_at IS NULL))),
  constraint registration_correction_host_correction_id_fkey FOREIGN KEY (correction_id) REFERENCES guanjia.registration_correction(id),
  constraint registration_correction_host_host_code_check CHECK ((length(host_code) = 18)),
  constraint registration_correction_host_pkey PRIMARY KEY (correction_id),
  constraint registration_correction_host_reason CHECK (((state <> 'refused'::text) OR (reason IS NOT NULL))),
  constraint registration_correction_host_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'refused'::text])))
);

create table guanjia.registration_decision (
  id uuid not null,
  application_id uuid not null,
  outcome text not null,
  fully_auto boolean not null,
  officer uuid,
  rule_version text not null,
  trace jsonb not null,
  facts jsonb not null,
  reason text,
  decided_at timestamp with time zone not null,
  rules_digest text,
  constraint registration_decision_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_decision_auto CHECK (((NOT fully_auto) OR (officer IS NULL))),
  constraint registration_decision_officer_fkey FOREIGN KEY (officer) REFERENCES guanjia.person(id),
  constraint registration_decision_once UNIQUE (application_id),
  constraint registration_decision_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text]))),
  constraint registration_decision_pkey PRIMARY KEY (id)
);

create table guanjia.registration_event (
  application_id uuid not null,
  sequence bigint generated always as identity,
  type text not null,
  body jsonb not null,
  principal text not null,
  at timestamp with time zone not null,
  constraint registration_event_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_event_pkey PRIMARY KEY (application_id, sequence)
);

create table guanjia.registration_host_confirmation (
  application_id uuid not null,
  seat_code text not null,
  host_name text not null,
  host_code text not null,
  link_salt text not null,
  token_hash text not null,
  state text default 'asked'::text not null,
  asked_at timestamp with time zone not null,
  answered_by text,
  reason text,
  answered_at timestamp with time zone,
  constraint registration_host_confirmation_answered CHECK (((state = 'asked'::text) = (answered_at IS NULL))),
  constraint registration_host_confirmation_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_host_confirmation_host_code_check CHECK ((length(host_code) = 18)),
  constraint registration_host_confirmation_pkey PRIMARY KEY (application_id),
  constraint registration_host_confirmation_reason CHECK (((state <> 'refused'::text) OR (reason IS NOT NULL))),
  constraint registration_host_confirmation_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'confirmed'::text, 'refused'::text])))
);

create table guanjia.registration_name (
  same_key text not null,
  name text not null,
  application_id uuid,
  unified_code text,
  state text not null,
  until date,
  since timestamp with time zone not null,
  constraint registration_name_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_name_ends CHECK (((state = 'registered'::text) = (until IS NULL))),
  constraint registration_name_pkey PRIMARY KEY (same_key),
  constraint registration_name_state_check CHECK ((state = ANY (ARRAY['reserved'::text, 'registered'::text, 'cancelled'::text, 'renamed'::text, 'revoked'::text])))
);

create table guanjia.registration_name_change (
  id bigint generated always as identity,
  added text,
  until date,
  removed text,
  at_transaction xid8 default pg_current_xact_id() not null,
  constraint registration_name_change_check CHECK (((added IS NOT NULL) OR (removed IS NOT NULL))),
  constraint registration_name_change_pkey PRIMARY KEY (id)
);

create table guanjia.registration_paper_reading (
  application_id uuid not null,
  digest text not null,
  officer uuid not null,
  opened_at timestamp with time zone not null,
  constraint registration_paper_reading_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_paper_reading_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint registration_paper_reading_officer_fkey FOREIGN KEY (officer) REFERENCES guanjia.person(id),
  constraint registration_paper_reading_pkey PRIMARY KEY (application_id, digest, officer)
);

create table guanjia.registration_push (
  id uuid not null,
  application_id uuid not null,
  unified_code text not null,
  receiver text not null,
  state text not null,
  attempts integer default 0 not null,
  last_error text,
  receipt jsonb,
  created_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  occasion text default 'set-up'::text not null,
  licence_number text,
  constraint registration_push_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_push_occasion_check CHECK ((occasion = ANY (ARRAY['set-up'::text, 'correction'::text, 'revocation'::text]))),
  constraint registration_push_pkey PRIMARY KEY (id),
  constraint registration_push_receipt CHECK (((state = 'delivered'::text) = (receipt IS NOT NULL))),
  constraint registration_push_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text])))
);

create table guanjia.registration_record (
  decision_id uuid not null,
  step text not null,
  outcome text not null,
  by text not null,
  at timestamp with time zone not null,
  constraint registration_record_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES guanjia.registration_decision(id),
  constraint registration_record_pkey PRIMARY KEY (decision_id, step),
  constraint registration_record_step_check CHECK ((step = ANY (ARRAY['pre-review'::text, 'acceptance'::text, 'approval'::text, 'closing'::text])))
);

create table guanjia.registration_rules (
  digest text not null,
  version text not null,
  rules jsonb not null,
  kept_at timestamp with time zone default now() not null,
  constraint registration_rules_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint registration_rules_pkey PRIMARY KEY (digest)
);

create table guanjia.registration_seat (
  code text not null,
  carrier text not null,
  room text not null,
  state text not null,
  application_id uuid,
  until timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint registration_seat_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_seat_booked CHECK (((application_id IS NOT NULL) = (state <> ALL (ARRAY['free'::text, 'frozen'::text])))),
  constraint registration_seat_ends CHECK (((until IS NOT NULL) = (state = ANY (ARRAY['held'::text, 'reserved'::text, 'filed'::text])))),
  constraint registration_seat_pkey PRIMARY KEY (code),
  constraint registration_seat_state_check CHECK ((state = ANY (ARRAY['free'::text, 'held'::text, 'reserved'::text, 'filed'::text, 'used'::text, 'frozen'::text])))
);

create table guanjia.registration_seat_event (
  id bigint generated always as identity,
  code text not null,
  application_id uuid,
  state text not null,
  at timestamp with time zone not null,
  constraint registration_seat_event_pkey PRIMARY KEY (id)
);

create table guanjia.registration_signature (
  application_id uuid not null,
  party_id text not null,
  person_id uuid not null,
  duties text[] not null,
  token_hash text not null,
  documents_digest text not null,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  identified_at timestamp with time zone,
  signed_at timestamp with time zone,
  key_id text,
  public_key bytea,
  signature bytea,
  link_salt text,
  constraint registration_signature_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_signature_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint registration_signature_pkey PRIMARY KEY (application_id, party_id),
  constraint registration_signature_token_once UNIQUE (token_hash),
  constraint registration_signature_whole CHECK ((((signed_at IS NULL) = (signature IS NULL)) AND ((signed_at IS NULL) = (public_key IS NULL))))
);

create table guanjia.registration_signing_paper (
  application_id uuid not null,
  documents_digest text not null,
  place smallint not null,
  kind text not null,
  canonical text not null,
  digest text not null,
  constraint registration_signing_paper_application_id_fkey FOREIGN KEY (application_id) REFERENCES guanjia.registration_application(id),
  constraint registration_signing_paper_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint registration_signing_paper_documents_digest_check CHECK ((documents_digest ~ '^[0-9a-f]{64}$'::text)),
  constraint registration_signing_paper_pkey PRIMARY KEY (application_id, documents_digest, place)
);

create table guanjia.reminder_batch (
  id uuid not null,
  sender_id uuid not null,
  made_at timestamp with time zone not null,
  sends_at timestamp with time zone not null,
  state text not null,
  constraint reminder_batch_check CHECK ((sends_at > made_at)),
  constraint reminder_batch_pkey PRIMARY KEY (id),
  constraint reminder_batch_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES guanjia.person(id),
  constraint reminder_batch_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'undone'::text])))
);

create table guanjia.role_grant (
  id uuid not null,
  person_id uuid not null,
  role text not null,
  proposed_by uuid,
  proposed_at timestamp with time zone default now() not null,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  constraint role_grant_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES guanjia.person(id),
  constraint role_grant_not_confirmed_by_self CHECK (((confirmed_by IS NULL) OR (confirmed_by <> person_id))),
  constraint role_grant_not_for_self CHECK (((proposed_by IS NULL) OR (proposed_by <> person_id))),
  constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint role_grant_pkey PRIMARY KEY (id),
  constraint role_grant_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES guanjia.person(id),
  constraint role_grant_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES guanjia.person(id),
  constraint role_grant_two_people CHECK (((confirmed_by IS NULL) OR (confirmed_by <> proposed_by)))
);

create table guanjia.sent_message (
  id uuid not null,
  channel text not null,
  recipient text not null,
  subject text not null,
  text text not null,
  correlation_id text not null,
  sent_at timestamp with time zone not null,
  constraint sent_message_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text]))),
  constraint sent_message_pkey PRIMARY KEY (id)
);

create table guanjia.session (
  token_hash bytea not null,
  person_id uuid not null,
  assurance text not null,
  opened_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint session_assurance_check CHECK ((assurance = ANY (ARRAY['face'::text, 'two-factor'::text, 'sms'::text]))),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint session_pkey PRIMARY KEY (token_hash)
);

create table leads.sheet (
  key_id text not null,
  taken_by uuid not null,
  taken_on date not null,
  constraint sheet_key_id_fkey FOREIGN KEY (key_id) REFERENCES leads.reader_key(key_id),
  constraint sheet_pkey PRIMARY KEY (key_id)
);

create table guanjia.space_lease (
  id uuid not null,
  room_id uuid not null,
  need_id uuid,
  area_dm2 bigint not null,
  noted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint space_lease_area_dm2_check CHECK ((area_dm2 > 0)),
  constraint space_lease_check CHECK ((ended_at >= noted_at)),
  constraint space_lease_need_id_fkey FOREIGN KEY (need_id) REFERENCES guanjia.space_need(id),
  constraint space_lease_of_need_once UNIQUE (need_id),
  constraint space_lease_pkey PRIMARY KEY (id),
  constraint space_lease_room_id_fkey FOREIGN KEY (room_id) REFERENCES guanjia.space_room(id)
);

create table guanjia.space_need (
  id uuid not null,
  number text not null,
  version integer not null,
  firm text not null,
  contact text not null,
  phone text not null,
  purpose text not null,
  wishes jsonb not null,
  asker_id uuid,
  visitor_id uuid,
  department text not null,
  situation text not null,
  state jsonb not null,
  words text,
  link_salt text not null,
  token_hash text not null,
  filed_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  issue_id uuid,
  issue_number text,
  constraint space_need_asker_id_fkey FOREIGN KEY (asker_id) REFERENCES guanjia.person(id),
  constraint space_need_contact_check CHECK (((length(contact) >= 1) AND (length(contact) <= 60))),
  constraint space_need_firm_check CHECK (((length(firm) >= 2) AND (length(firm) <= 100))),
  constraint space_need_names_its_issue CHECK (((issue_id IS NULL) = (issue_number IS NULL))),
  constraint space_need_number_key UNIQUE (number),
  constraint space_need_of_issue_once UNIQUE (issue_id),
  constraint space_need_phone_check CHECK (((length(phone) >= 7) AND (length(phone) <= 30))),
  constraint space_need_pkey PRIMARY KEY (id),
  constraint space_need_purpose_check CHECK (((length(purpose) >= 2) AND (length(purpose) <= 1000))),
  constraint space_need_token_hash_key UNIQUE (token_hash),
  constraint space_need_version_check CHECK ((version > 0)),
  constraint space_need_visitor_id_fkey FOREIGN KEY (visitor_id) REFERENCES guanjia.person(id),
  constraint space_need_words_check CHECK ((length(words) <= 1000))
);

create table guanjia.space_need_event (
  need_id uuid not null,
  version integer not null,
  type text not null,
  body jsonb not null,
  principal text not null,
  at timestamp with time zone not null,
  constraint space_need_event_need_id_fkey FOREIGN KEY (need_id) REFERENCES guanjia.space_need(id),
  constraint space_need_event_pkey PRIMARY KEY (need_id, version),
  constraint space_need_event_version_check CHECK ((version > 0))
);

create table guanjia.space_renewal (
  id uuid not null,
  carrier text not null,
  rooms uuid[] not null,
  link_salt text not null,
  token_hash text not null,
  asked_on date not null,
  expires_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  constraint space_renewal_asked_once_a_day UNIQUE (carrier, asked_on),
  constraint space_renewal_pkey PRIMARY KEY (id),
  constraint space_renewal_token_hash_key UNIQUE (token_hash)
);

create table guanjia.space_room (
  id uuid not null,
  carrier text not null,
  place text,
  version integer not null,
  state text not null,
  cells jsonb not null,
  facts jsonb,
  faults jsonb not null,
  area_dm2 bigint,
  let_dm2 bigint default 0 not null,
  offered_until date,
  updated_at timestamp with time zone not null,
  constraint space_room_area_dm2_check CHECK ((area_dm2 > 0)),
  constraint space_room_carrier_check CHECK ((carrier <> ''::text)),
  constraint space_room_facts_have_area CHECK (((facts IS NULL) = (area_dm2 IS NULL))),
  constraint space_room_let_dm2_check CHECK ((let_dm2 >= 0)),
  constraint space_room_let_once CHECK ((let_dm2 <= COALESCE(area_dm2, (0)::bigint))),
  constraint space_room_pkey PRIMARY KEY (id),
  constraint space_room_place_check CHECK ((place <> ''::text)),
  constraint space_room_place_once UNIQUE (carrier, place),
  constraint space_room_published_whole CHECK (((state <> 'published'::text) OR ((facts IS NOT NULL) AND (offered_until IS NOT NULL) AND (place IS NOT NULL)))),
  constraint space_room_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text]))),
  constraint space_room_version_check CHECK ((version > 0))
);

create table guanjia.space_room_photo (
  id uuid not null,
  room_id uuid not null,
  file text not null,
  kind text not null,
  size integer not null,
  shows text not null,
  added_at timestamp with time zone not null,
  constraint space_room_photo_kind_check CHECK ((kind = ANY (ARRAY['jpeg'::text, 'png'::text]))),
  constraint space_room_photo_pkey PRIMARY KEY (id),
  constraint space_room_photo_room_id_fkey FOREIGN KEY (room_id) REFERENCES guanjia.space_room(id),
  constraint space_room_photo_shows_check CHECK (((length(shows) >= 2) AND (length(shows) <= 60))),
  constraint space_room_photo_size_check CHECK ((size > 0))
);

create table guanjia.staff_account (
  person_id uuid not null,
  username text not null,
  password_hash text not null,
  one_time_secret text not null,
  failed_attempts integer default 0 not null,
  locked_until timestamp with time zone,
  last_code_step bigint default 0 not null,
  password_to_change boolean default false not null,
  partner text,
  constraint staff_account_partner_check CHECK ((partner <> ''::text)),
  constraint staff_account_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint staff_account_pkey PRIMARY KEY (person_id),
  constraint staff_account_username_key UNIQUE (username)
);

create table guanjia.steward_leave (
  steward_id uuid not null,
  from_on date not null,
  to_on date not null,
  constraint steward_leave_check CHECK ((to_on >= from_on)),
  constraint steward_leave_once EXCLUDE USING gist (steward_id WITH =, daterange(from_on, to_on, '[]'::text) WITH &&),
  constraint steward_leave_steward_id_fkey FOREIGN KEY (steward_id) REFERENCES guanjia.person(id)
);

create table guanjia.steward_specialty (
  person_id uuid not null,
  kind text not null,
  constraint steward_specialty_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint steward_specialty_pkey PRIMARY KEY (person_id, kind)
);

create table guanjia.stewardship (
  id uuid not null,
  project_id uuid not null,
  steward_id uuid not null,
  duty text not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  reason text not null,
  constraint stewardship_check CHECK ((to_at >= from_at)),
  constraint stewardship_duty_check CHECK ((duty = ANY (ARRAY['primary'::text, 'backup'::text]))),
  constraint stewardship_one_primary EXCLUDE USING gist (project_id WITH =, tstzrange(from_at, to_at) WITH &&) WHERE ((duty = 'primary'::text)),
  constraint stewardship_person_once EXCLUDE USING gist (project_id WITH =, steward_id WITH =, tstzrange(from_at, to_at) WITH &&),
  constraint stewardship_pkey PRIMARY KEY (id),
  constraint stewardship_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint stewardship_reason_check CHECK ((reason <> ''::text)),
  constraint stewardship_steward_id_fkey FOREIGN KEY (steward_id) REFERENCES guanjia.person(id)
);

create table leads.suggestion (
  supervised_id uuid not null,
  node text not null,
  project text not null,
  decided_on date not null,
  taken_as uuid,
  constraint suggestion_pkey PRIMARY KEY (supervised_id, node),
  constraint suggestion_taken_as_fkey FOREIGN KEY (taken_as) REFERENCES leads.lead(id)
);

create table guanjia.supervised_cause (
  id uuid not null,
  supervised_id uuid not null,
  node text not null,
  cause text not null,
  note text not null,
  named_by uuid not null,
  named_at timestamp with time zone not null,
  constraint supervised_cause_cause_check CHECK ((cause = ANY (ARRAY['enterprise'::text, 'authority'::text, 'force-majeure'::text, 'policy'::text, 'unclear'::text]))),
  constraint supervised_cause_named_by_fkey FOREIGN KEY (named_by) REFERENCES guanjia.person(id),
  constraint supervised_cause_note_check CHECK ((note <> ''::text)),
  constraint supervised_cause_pkey PRIMARY KEY (id),
  constraint supervised_cause_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id)
);

create table guanjia.supervised_done (
  supervised_id uuid not null,
  node text not null,
  on_day date not null,
  recorded_on date not null,
  document text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint supervised_done_check CHECK ((recorded_on >= on_day)),
  constraint supervised_done_document_check CHECK ((document <> ''::text)),
  constraint supervised_done_pkey PRIMARY KEY (supervised_id, node),
  constraint supervised_done_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES guanjia.person(id),
  constraint supervised_done_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id)
);

create table guanjia.supervised_link (
  id bigint generated always as identity,
  supervised_id uuid not null,
  project_id uuid not null,
  linked_by uuid not null,
  linked_at timestamp with time zone not null,
  unlinked_by uuid,
  unlinked_at timestamp with time zone,
  reason text,
  constraint supervised_link_ended CHECK ((((unlinked_by IS NULL) = (unlinked_at IS NULL)) AND ((unlinked_at IS NULL) = (reason IS NULL)))),
  constraint supervised_link_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES guanjia.person(id),
  constraint supervised_link_pkey PRIMARY KEY (id),
  constraint supervised_link_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint supervised_link_reason_check CHECK ((reason <> ''::text)),
  constraint supervised_link_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id),
  constraint supervised_link_unlinked_by_fkey FOREIGN KEY (unlinked_by) REFERENCES guanjia.person(id)
);

create table guanjia.supervised_pause (
  id uuid not null,
  supervised_id uuid not null,
  node text not null,
  from_day date not null,
  until_day date,
  document text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answered_by uuid,
  answered_on date,
  consented boolean,
  reason text,
  constraint supervised_pause_answered CHECK ((((consented IS NULL) = (answered_on IS NULL)) AND ((consented IS NULL) = (answered_by IS NULL)))),
  constraint supervised_pause_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES guanjia.person(id),
  constraint supervised_pause_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES guanjia.person(id),
  constraint supervised_pause_check CHECK ((until_day >= from_day)),
  constraint supervised_pause_document_check CHECK ((document <> ''::text)),
  constraint supervised_pause_pkey PRIMARY KEY (id),
  constraint supervised_pause_reason_check CHECK ((reason <> ''::text)),
  constraint supervised_pause_refusal_has_reason CHECK (((consented IS NOT FALSE) OR (reason IS NOT NULL))),
  constraint supervised_pause_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id),
  constraint supervised_pause_two_people CHECK ((answered_by <> asked_by))
);

create table guanjia.supervised_plan (
  id uuid not null,
  supervised_id uuid not null,
  node text not null,
  on_day date not null,
  decided_on date,
  document text not null,
  recorded_by uuid,
  recorded_at timestamp with time zone not null,
  constraint supervised_plan_document_check CHECK ((document <> ''::text)),
  constraint supervised_plan_pkey PRIMARY KEY (id),
  constraint supervised_plan_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES guanjia.person(id),
  constraint supervised_plan_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id)
);

create table guanjia.supervised_progress (
  supervised_id uuid not null,
  node text not null,
  on_day date not null,
  planned numeric(5,2) not null,
  actual numeric(5,2) not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint supervised_progress_actual_check CHECK (((actual >= (0)::numeric) AND (actual <= (100)::numeric))),
  constraint supervised_progress_pkey PRIMARY KEY (supervised_id, node, on_day),
  constraint supervised_progress_planned_check CHECK (((planned >= (0)::numeric) AND (planned <= (100)::numeric))),
  constraint supervised_progress_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES guanjia.person(id),
  constraint supervised_progress_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id)
);

create table guanjia.supervised_project (
  id uuid not null,
  number text not null,
  name text not null,
  company text not null,
  sector text not null,
  park text not null,
  unit text not null,
  land_square_metres numeric(12,2) not null,
  land_contract text,
  rule text not null,
  project_id uuid,
  enrolled_by text not null,
  enrolled_at timestamp with time zone not null,
  constraint supervised_project_company_check CHECK (((length(company) >= 2) AND (length(company) <= 100))),
  constraint supervised_project_enrolled_by_check CHECK ((enrolled_by = ANY (ARRAY['signing'::text, 'land-supply'::text]))),
  constraint supervised_project_land_once UNIQUE (land_contract),
  constraint supervised_project_land_square_metres_check CHECK ((land_square_metres > (0)::numeric)),
  constraint supervised_project_name_check CHECK (((length(name) >= 2) AND (length(name) <= 100))),
  constraint supervised_project_number_once UNIQUE (number),
  constraint supervised_project_park_check CHECK ((park <> ''::text)),
  constraint supervised_project_pkey PRIMARY KEY (id),
  constraint supervised_project_project_id_fkey FOREIGN KEY (project_id) REFERENCES guanjia.project(id),
  constraint supervised_project_project_once UNIQUE (project_id),
  constraint supervised_project_rule_check CHECK ((rule <> ''::text)),
  constraint supervised_project_sector_check CHECK ((sector <> ''::text)),
  constraint supervised_project_unit_check CHECK ((unit <> ''::text))
);

create table guanjia.supervision_order (
  id uuid not null,
  number text not null,
  supervised_id uuid not null,
  node text not null,
  level text not null,
  state text not null,
  sentence text not null,
  words text not null,
  drafted_at timestamp with time zone not null,
  issue_by timestamp with time zone not null,
  issued_by uuid,
  issued_at timestamp with time zone,
  answer_by date,
  read_at timestamp with time zone,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  closed_by uuid,
  closed_at timestamp with time zone,
  finding text,
  reason text default 'turned-red'::text not null,
  follows_id uuid,
  constraint supervision_order_answer_check CHECK ((answer <> ''::text)),
  constraint supervision_order_answered CHECK (((state <> ALL (ARRAY['answered'::text, 'closed'::text])) OR (answered_at IS NOT NULL))),
  constraint supervision_order_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES guanjia.person(id),
  constraint supervision_order_closed CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint supervision_order_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES guanjia.person(id),
  constraint supervision_order_finding_check CHECK ((finding <> ''::text)),
  constraint supervision_order_follows CHECK (((reason = 'turned-red'::text) = (follows_id IS NULL))),
  constraint supervision_order_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES guanjia.supervision_order(id),
  constraint supervision_order_issued CHECK ((((state = ANY (ARRAY['drafted'::text, 'lapsed'::text])) = (issued_at IS NULL)) AND ((issued_at IS NULL) = (answer_by IS NULL)))),
  constraint supervision_order_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES guanjia.person(id),
  constraint supervision_order_level_check CHECK ((level = ANY (ARRAY['blue'::text, 'yellow'::text, 'red'::text]))),
  constraint supervision_order_number_once UNIQUE (number),
  constraint supervision_order_pkey PRIMARY KEY (id),
  constraint supervision_order_reason_check CHECK ((reason = ANY (ARRAY['turned-red'::text, 'unanswered'::text, 'still-red'::text]))),
  constraint supervision_order_state_check CHECK ((state = ANY (ARRAY['drafted'::text, 'lapsed'::text, 'issued'::text, 'answered'::text, 'closed'::text, 'superseded'::text]))),
  constraint supervision_order_supervised_id_fkey FOREIGN KEY (supervised_id) REFERENCES guanjia.supervised_project(id),
  constraint supervision_order_two_people CHECK ((closed_by <> issued_by))
);

create table guanjia.visit_goer (
  stop_id uuid not null,
  person_id uuid not null,
  department text not null,
  on_day date not null,
  half text not null,
  released boolean default false not null,
  constraint visit_goer_department_check CHECK ((department <> ''::text)),
  constraint visit_goer_half_check CHECK ((half = ANY (ARRAY['morning'::text, 'afternoon'::text]))),
  constraint visit_goer_person_id_fkey FOREIGN KEY (person_id) REFERENCES guanjia.person(id),
  constraint visit_goer_pkey PRIMARY KEY (stop_id, person_id),
  constraint visit_goer_stop_id_fkey FOREIGN KEY (stop_id) REFERENCES guanjia.visit_stop(id)
);

create table guanjia.visit_heard (
  id uuid not null,
  stop_id uuid not null,
  topic text not null,
  words text not null,
  heard_by uuid not null,
  heard_at timestamp with time zone not null,
  answer text,
  answered_by text,
  issue_id uuid,
  constraint visit_heard_answer_check CHECK (((length(answer) >= 2) AND (length(answer) <= 1000))),
  constraint visit_heard_answered_by_somebody CHECK (((answer IS NULL) = (answered_by IS NULL))),
  constraint visit_heard_answered_or_raised CHECK (((answer IS NULL) <> (issue_id IS NULL))),
  constraint visit_heard_heard_by_fkey FOREIGN KEY (heard_by) REFERENCES guanjia.person(id),
  constraint visit_heard_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES guanjia.issue(id),
  constraint visit_heard_issue_once UNIQUE (issue_id),
  constraint visit_heard_pkey PRIMARY KEY (id),
  constraint visit_heard_stop_id_fkey FOREIGN KEY (stop_id) REFERENCES guanjia.visit_stop(id),
  constraint visit_heard_topic_check CHECK ((topic <> ''::text)),
  constraint visit_heard_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);

create table guanjia.visit_stop (
  id uuid not null,
  tour_id uuid not null,
  kind text not null,
  code text,
  place text not null,
  host text not null,
  on_day date not null,
  half text not null,
  planned_by uuid not null,
  planned_at timestamp with time zone not null,
  visited_at timestamp with time zone,
  seen text,
  dropped_at timestamp with time zone,
  dropped_because text,
  constraint visit_stop_dropped CHECK (((dropped_at IS NULL) = (dropped_because IS NULL))),
  constraint visit_stop_dropped_because_check CHECK ((dropped_because <> ''::text)),
  constraint visit_stop_half_check CHECK ((half = ANY (ARRAY['morning'::text, 'afternoon'::text]))),
  constraint visit_stop_host_check CHECK (((length(host) >= 2) AND (length(host) <= 100))),
  constraint visit_stop_kind_check CHECK ((kind = ANY (ARRAY['park'::text, 'company'::text, 'project'::text]))),
  constraint visit_stop_known CHECK (((kind = 'park'::text) = (code IS NULL))),
  constraint visit_stop_pkey PRIMARY KEY (id),
  constraint visit_stop_place_check CHECK (((length(place) >= 2) AND (length(place) <= 120))),
  constraint visit_stop_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES guanjia.person(id),
  constraint visit_stop_seen CHECK (((seen IS NULL) OR (visited_at IS NOT NULL))),
  constraint visit_stop_seen_check CHECK (((length(seen) >= 2) AND (length(seen) <= 1000))),
  constraint visit_stop_tour_id_fkey FOREIGN KEY (tour_id) REFERENCES guanjia.visit_tour(id),
  constraint visit_stop_visited_or_dropped CHECK (((visited_at IS NULL) OR (dropped_at IS NULL)))
);

create table guanjia.visit_tour (
  id uuid not null,
  number text not null,
  title text not null,
  from_day date not null,
  until_day date not null,
  departments text[] not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  constraint visit_tour_departments_check CHECK ((cardinality(departments) >= 2)),
  constraint visit_tour_number_once UNIQUE (number),
  constraint visit_tour_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES guanjia.person(id),
  constraint visit_tour_period CHECK ((from_day <= until_day)),
  constraint visit_tour_pkey PRIMARY KEY (id),
  constraint visit_tour_title_check CHECK (((length(title) >= 2) AND (length(title) <= 100)))
);

create table leads.wrap (
  envelope_id uuid not null,
  key_id text not null,
  sealed text not null,
  constraint wrap_envelope_id_fkey FOREIGN KEY (envelope_id) REFERENCES leads.envelope(id),
  constraint wrap_key_id_check CHECK ((key_id ~ '^[0-9a-f]{32}$'::text)),
  constraint wrap_pkey PRIMARY KEY (envelope_id, key_id)
);

-- Indexes

CREATE INDEX approval_order_officer ON guanjia.approval_order USING btree (officer_id, ordered_at DESC);

CREATE INDEX audit_entry_subject ON guanjia.audit_entry USING btree (subject, id);

CREATE UNIQUE INDEX authority_membership_live ON guanjia.authority_membership USING btree (person_id, authority) WHERE (ended_at IS NULL);

CREATE INDEX campaign_finding_entry_of_finding ON guanjia.campaign_finding_entry USING btree (finding_id);

CREATE INDEX campaign_finding_of_campaign ON guanjia.campaign_finding USING btree (campaign_id);

CREATE INDEX case_file_applicant ON guanjia.case_file USING btree (applicant_id, opened_at DESC);

CREATE INDEX case_file_authorities ON guanjia.case_file USING gin (authorities);

CREATE INDEX case_file_project ON guanjia.case_file USING btree (project_id) WHERE (project_id IS NOT NULL);

CREATE INDEX case_file_running ON guanjia.case_file USING btree (next_due) WHERE (court <> 'nobody'::text);

CREATE INDEX case_rating_waiting ON guanjia.case_rating USING btree (call_back_by) WHERE ((mended_at IS NULL) AND (call_back_by IS NOT NULL));

CREATE UNIQUE INDEX catalogue_draft_one ON guanjia.catalogue_draft USING btree ((true)) WHERE (state = ANY (ARRAY['open'::text, 'proposed'::text]));

CREATE INDEX catalogue_version_effective ON guanjia.catalogue_version USING btree (effective_on);

CREATE INDEX consultation_look_of ON guanjia.consultation_look USING btree (consultation_id, person_id);

CREATE INDEX consultation_member_person ON guanjia.consultation_member USING btree (person_id);

CREATE INDEX counter_ticket_line ON guanjia.counter_ticket USING btree (day, place) WHERE (state = 'waiting'::text);

CREATE UNIQUE INDEX counter_ticket_one_at_a_time ON guanjia.counter_ticket USING btree (clerk_id) WHERE (state = 'called'::text);

CREATE INDEX delegation_to ON guanjia.delegation USING btree (to_person) WHERE (ended_at IS NULL);

CREATE INDEX duty_task_entry_of_task ON guanjia.duty_task_entry USING btree (task_id);

CREATE INDEX duty_task_open ON guanjia.duty_task USING btree (due_on) WHERE (state <> 'closed'::text);

CREATE INDEX evidence_document_organisation ON guanjia.evidence_document USING btree (organisation_code, created_at DESC) WHERE (organisation_code IS NOT NULL);

CREATE INDEX evidence_document_owner ON guanjia.evidence_document USING btree (owner_id, created_at DESC);

CREATE INDEX evidence_upload_left ON guanjia.evidence_upload USING btree (started_at) WHERE (kept_at IS NULL);

CREATE UNIQUE INDEX exchange_key_once ON guanjia.exchange_key USING btree (partner, key_id) WHERE (retired_at IS NULL);

CREATE INDEX idempotency_record_expiring ON guanjia.idempotency_record USING btree (created_at) WHERE (NOT legal);

CREATE INDEX identity_binding_person ON guanjia.identity_binding USING btree (person_id);

CREATE UNIQUE INDEX identity_request_open_once ON leads.identity_request USING btree (lead_id, asked_by) WHERE (answered_on IS NULL);

CREATE UNIQUE INDEX improvement_task_open ON guanjia.improvement_task USING btree (topic, lead) WHERE (done_on IS NULL);

CREATE INDEX inspection_finding_of_inspection ON guanjia.inspection_finding USING btree (inspection_id);

CREATE INDEX inspection_invitation_of_person ON guanjia.inspection_invitation USING btree (person_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX inspection_invitation_once ON guanjia.inspection_invitation USING btree (inspection_id, person_id) WHERE (ended_at IS NULL);

CREATE INDEX inspection_note_of_inspection ON guanjia.inspection_note USING btree (inspection_id);

CREATE INDEX issue_document_of_issue ON guanjia.issue_document USING btree (issue_id);

CREATE INDEX issue_like ON guanjia.issue USING gin (bigrams);

CREATE INDEX issue_mail_answer_of_mail ON guanjia.issue_mail_answer USING btree (mail_of);

CREATE INDEX issue_mail_of_address ON guanjia.issue_mail USING btree (address);

CREATE INDEX issue_of_asker ON guanjia.issue USING btree (asker_id) WHERE (asker_id IS NOT NULL);

CREATE INDEX issue_of_authority ON guanjia.issue USING gin (authorities);

CREATE INDEX issue_open ON guanjia.issue USING btree (next_due) WHERE (situation <> ALL (ARRAY['closed'::text, 'merged'::text, 'signposted'::text]));

CREATE INDEX issue_overdue ON guanjia.issue USING btree (next_due) WHERE (told_due IS DISTINCT FROM next_due);

CREATE INDEX issue_photo_of_issue ON guanjia.issue_photo USING btree (issue_id);

CREATE INDEX issue_published ON guanjia.issue USING btree (published_at DESC) WHERE (published_at IS NOT NULL);

CREATE INDEX issue_recurring ON guanjia.issue USING btree (topic, (authorities[1]), filed_at);

CREATE INDEX ledger_leaf_order ON guanjia.ledger_leaf USING btree (recorded_in, id);

CREATE INDEX licence_application ON guanjia.licence USING btree (application_id);

CREATE UNIQUE INDEX licence_print_reprint_has_reason ON guanjia.licence_print USING btree (licence_number, copy, COALESCE(place, 0)) WHERE ((printed_at IS NOT NULL) AND (reason IS NULL));

CREATE UNIQUE INDEX licence_print_sheet_once ON guanjia.licence_print USING btree (paper_stock, paper_serial) WHERE (printed_at IS NOT NULL);

CREATE UNIQUE INDEX licence_valid_once ON guanjia.licence USING btree (unified_code) WHERE (status = 'valid'::text);

CREATE INDEX light_change_of_project ON guanjia.light_change USING btree (supervised_id, node, id DESC);

CREATE INDEX light_statement_of_project ON guanjia.light_statement USING btree (supervised_id, node, id DESC);

CREATE INDEX mail_receipt_of_issue ON guanjia.mail_receipt USING btree (issue_id) WHERE (issue_id IS NOT NULL);

CREATE UNIQUE INDEX mail_receipt_once ON guanjia.mail_receipt USING btree (key) WHERE (key IS NOT NULL);

CREATE INDEX mail_receipt_unsettled ON guanjia.mail_receipt USING btree (mailbox, uid_validity, uid) WHERE (settled_at IS NULL);

CREATE INDEX market_entity_established ON guanjia.market_entity USING btree (established_on);

CREATE INDEX market_entity_person_recent ON guanjia.market_entity_person USING btree (person_id, since);

CREATE UNIQUE INDEX market_entity_version_open ON guanjia.market_entity_version USING btree (unified_code) WHERE ((valid_to IS NULL) AND (recorded_to IS NULL));

CREATE UNIQUE INDEX market_entity_version_start ON guanjia.market_entity_version USING btree (unified_code, valid_from) WHERE (recorded_to IS NULL);

CREATE INDEX notice_failing ON guanjia.notice USING btree (created_at DESC) WHERE (state = ANY (ARRAY['failed'::text, 'given-up'::text]));

CREATE INDEX notice_inbox ON guanjia.notice USING btree (person_id, created_at DESC, id DESC) WHERE (channel = 'in-app'::text);

CREATE INDEX notice_unread ON guanjia.notice USING btree (person_id) WHERE ((channel = 'in-app'::text) AND (read_at IS NULL));

CREATE INDEX notice_waiting ON guanjia.notice USING btree (due_at) WHERE (state = ANY (ARRAY['queued'::text, 'deferred'::text, 'failed'::text]));

CREATE INDEX observer_activity_by_time ON guanjia.observer_activity USING btree (starts_at DESC);

CREATE INDEX observer_finding_of_activity ON guanjia.observer_finding USING btree (activity_id) WHERE (activity_id IS NOT NULL);

CREATE INDEX observer_finding_of_term ON guanjia.observer_finding USING btree (term_id);

CREATE INDEX observer_term_of_person ON guanjia.observer_term USING btree (person_id, until_day);

CREATE INDEX open_day_question_of_session ON guanjia.open_day_question USING btree (session_id, asked_at);

CREATE INDEX opening_of_lead ON leads.opening USING btree (lead_id, opened_on);

CREATE INDEX outbox_delivery_of_subject ON guanjia.outbox_delivery USING btree (subscriber, subject, event_id) WHERE (delivered_at IS NULL);

CREATE INDEX outbox_delivery_waiting ON guanjia.outbox_delivery USING btree (event_id) WHERE (delivered_at IS NULL);

CREATE INDEX outbox_event_occurred ON guanjia.outbox_event USING btree (occurred_at);

CREATE INDEX outbox_event_subject ON guanjia.outbox_event USING btree (subject, id);

CREATE INDEX outbox_subscription_type ON guanjia.outbox_subscription USING btree (type);

CREATE INDEX outreach_task_open ON guanjia.outreach_task USING btree (due_at) WHERE (state = 'open'::text);

CREATE INDEX past_project_permitted_on ON guanjia.past_project USING btree (permitted_on);

CREATE UNIQUE INDEX project_commitment_stands_once ON guanjia.project_commitment USING btree (project_id, commitment) WHERE (withdrawn_at IS NULL);

CREATE INDEX project_contact_of_case ON guanjia.project_contact USING btree (case_id) WHERE (case_id IS NOT NULL);

CREATE INDEX project_contact_of_project ON guanjia.project_contact USING btree (project_id, at DESC);

CREATE INDEX project_contact_photo_of_contact ON guanjia.project_contact_photo USING btree (contact_id);

CREATE INDEX project_letter_of_project ON guanjia.project_letter USING btree (project_id, signed_at);

CREATE INDEX project_next_contact_due ON guanjia.project_next_contact USING btree (on_date) WHERE (reminded_at IS NULL);

CREATE INDEX project_of_owner ON guanjia.project USING btree (owner_id, created_at DESC);

CREATE INDEX project_reminder_of_project ON guanjia.project_reminder USING btree (project_id);

CREATE INDEX project_share_of_project ON guanjia.project_share USING btree (project_id);

CREATE UNIQUE INDEX project_step_case_one_open ON guanjia.project_step_case USING btree (project_id, service) WHERE (closed_at IS NULL);

CREATE INDEX questionnaire_answer_of_round ON guanjia.questionnaire_answer USING btree (round_id);

CREATE INDEX questionnaire_text_of_round ON guanjia.questionnaire_text USING btree (round_id);

CREATE UNIQUE INDEX reader_key_current_once ON leads.reader_key USING btree (holder, office) WHERE (state = 'current'::text);

CREATE UNIQUE INDEX reader_key_proposed_once ON leads.reader_key USING btree (holder, office) WHERE (state = 'proposed'::text);

CREATE INDEX recommendation_of_unit ON guanjia.recommendation USING btree (unit);

CREATE INDEX registration_application_decided ON guanjia.registration_application USING btree (owner_id, decided_at) WHERE (decided_at IS NOT NULL);

CREATE INDEX registration_application_open ON guanjia.registration_application USING btree (updated_at) WHERE (stage = ANY (ARRAY['draft'::text, 'signing'::text]));

CREATE INDEX registration_application_owner ON guanjia.registration_application USING btree (owner_id, created_at DESC);

CREATE INDEX registration_application_queue ON guanjia.registration_application USING btree (due_at) WHERE (stage = 'with-officer'::text);

CREATE INDEX registration_correction_host_due ON guanjia.registration_correction_host USING btree (due_at) WHERE (state = 'asked'::text);

CREATE UNIQUE INDEX registration_correction_host_token ON guanjia.registration_correction_host USING btree (token_hash);

CREATE UNIQUE INDEX registration_correction_open ON guanjia.registration_correction USING btree (application_id) WHERE (state = 'proposed'::text);

CREATE UNIQUE INDEX registration_host_confirmation_token ON guanjia.registration_host_confirmation USING btree (token_hash);

CREATE UNIQUE INDEX registration_name_application ON guanjia.registration_name USING btree (application_id) WHERE (application_id IS NOT NULL);

CREATE INDEX registration_name_change_young ON guanjia.registration_name_change USING btree (at_transaction);

CREATE INDEX registration_push_application ON guanjia.registration_push USING btree (application_id);

CREATE UNIQUE INDEX registration_push_once ON guanjia.registration_push USING btree (unified_code, receiver, occasion, COALESCE(licence_number, ''::text));

CREATE UNIQUE INDEX registration_seat_application ON guanjia.registration_seat USING btree (application_id) WHERE (application_id IS NOT NULL);

CREATE INDEX registration_seat_carrier ON guanjia.registration_seat USING btree (carrier) WHERE (state <> 'free'::text);

CREATE INDEX registration_seat_ending ON guanjia.registration_seat USING btree (until) WHERE (until IS NOT NULL);

CREATE INDEX registration_seat_event_booked ON guanjia.registration_seat_event USING btree (application_id, at) WHERE (state = ANY (ARRAY['reserved'::text, 'filed'::text, 'used'::text]));

CREATE INDEX registration_seat_room ON guanjia.registration_seat USING btree (room, changed_at) WHERE (state = 'used'::text);

CREATE INDEX registration_signature_person ON guanjia.registration_signature USING btree (person_id);

CREATE UNIQUE INDEX role_grant_live ON guanjia.role_grant USING btree (person_id, role) WHERE (revoked_at IS NULL);

CREATE INDEX sent_message_sent_at ON guanjia.sent_message USING btree (sent_at DESC);

CREATE INDEX session_over ON guanjia.session USING btree (COALESCE(closed_at, expires_at));

CREATE INDEX session_person ON guanjia.session USING btree (person_id) WHERE (closed_at IS NULL);

CREATE INDEX space_lease_of_room ON guanjia.space_lease USING btree (room_id) WHERE (ended_at IS NULL);

CREATE INDEX space_need_open ON guanjia.space_need USING btree (filed_at) WHERE (situation <> ALL (ARRAY['leased'::text, 'rated'::text, 'not-found'::text]));

CREATE INDEX space_room_offered ON guanjia.space_room USING btree (offered_until) WHERE (state = 'published'::text);

CREATE INDEX space_room_photo_of ON guanjia.space_room_photo USING btree (room_id, added_at, id);

CREATE INDEX stewardship_of_steward ON guanjia.stewardship USING btree (steward_id) WHERE (to_at IS NULL);

CREATE INDEX supervised_cause_of_project ON guanjia.supervised_cause USING btree (supervised_id, node, named_at DESC);

CREATE UNIQUE INDEX supervised_link_standing ON guanjia.supervised_link USING btree (supervised_id) WHERE (unlinked_at IS NULL);

CREATE INDEX supervised_pause_of_project ON guanjia.supervised_pause USING btree (supervised_id);

CREATE INDEX supervised_plan_of_project ON guanjia.supervised_plan USING btree (supervised_id);

CREATE INDEX supervision_order_follows ON guanjia.supervision_order USING btree (follows_id);

CREATE UNIQUE INDEX supervision_order_open_once ON guanjia.supervision_order USING btree (supervised_id, node) WHERE (state <> ALL (ARRAY['closed'::text, 'lapsed'::text, 'superseded'::text]));

CREATE UNIQUE INDEX visit_goer_in_one_place ON guanjia.visit_goer USING btree (person_id, on_day, half) WHERE (NOT released);

CREATE INDEX visit_heard_of_stop ON guanjia.visit_heard USING btree (stop_id, heard_at);

CREATE INDEX visit_stop_of_tour ON guanjia.visit_stop USING btree (tour_id, on_day);

-- Views

create view guanjia.booked_address as
 SELECT application_id,
    min(at) AS booked_at
   FROM guanjia.registration_seat_event
  WHERE (state = ANY (ARRAY['reserved'::text, 'filed'::text, 'used'::text])) AND application_id IS NOT NULL
  GROUP BY application_id;

create view guanjia.reader_applications as
 SELECT date_trunc('month'::text, created_at)::date AS created_month,
    kind,
    stage,
    human_acts = 0 AS without_human_act,
    count(*) AS applications,
    count(decided_at) AS decided,
    percentile_cont(0.5::double precision) WITHIN GROUP (ORDER BY (EXTRACT(epoch FROM decided_at - accepted_at)::double precision)) AS median_seconds_to_decide
   FROM guanjia.registration_application
  GROUP BY (date_trunc('month'::text, created_at)::date), kind, stage, (human_acts = 0);

create view guanjia.reader_commands as
 SELECT at::date AS day,
    command,
    count(*) AS times
   FROM guanjia.audit_entry
  GROUP BY (at::date), command;

create view guanjia.reader_outbox as
 SELECT subscriber,
    count(*) FILTER (WHERE delivered_at IS NULL) AS waiting,
    count(*) FILTER (WHERE delivered_at IS NULL AND attempts > 0) AS failing
   FROM guanjia.outbox_delivery
  GROUP BY subscriber;

create view guanjia.reader_register as
 SELECT date_trunc('month'::text, e.established_on::timestamp with time zone)::date AS established_month,
    e.kind,
    e.is_enterprise,
    v.status,
    e.electronic,
    e.fully_auto,
    count(*) AS entities
   FROM guanjia.market_entity e
     JOIN guanjia.market_entity_version v ON v.unified_code = e.unified_code AND v.valid_to IS NULL AND v.recorded_to IS NULL
  GROUP BY (date_trunc('month'::text, e.established_on::timestamp with time zone)::date), e.kind, e.is_enterprise, v.status, e.electronic, e.fully_auto;

create view guanjia.zero_touch_set_up as
 SELECT e.unified_code,
    e.kind,
    e.is_enterprise,
    e.established_on,
    e.electronic
   FROM guanjia.market_entity e
     LEFT JOIN guanjia.registration_application a ON a.id = e.application_id
  WHERE e.fully_auto AND COALESCE(a.human_acts, 0) = 0;

-- Triggers

CREATE TRIGGER ledger_checkpoint_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON guanjia.ledger_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION guanjia.ledger_is_append_only();

CREATE TRIGGER ledger_epoch_append_only BEFORE DELETE OR TRUNCATE ON guanjia.ledger_epoch FOR EACH STATEMENT EXECUTE FUNCTION guanjia.ledger_is_append_only();

CREATE TRIGGER ledger_index_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON guanjia.ledger_index FOR EACH STATEMENT EXECUTE FUNCTION guanjia.ledger_is_append_only();

CREATE TRIGGER ledger_leaf_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON guanjia.ledger_leaf FOR EACH STATEMENT EXECUTE FUNCTION guanjia.ledger_is_append_only();

CREATE TRIGGER ledger_node_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON guanjia.ledger_node FOR EACH STATEMENT EXECUTE FUNCTION guanjia.ledger_is_append_only();

-- Comments

comment on table guanjia.accountability_draft is 'drafted by time, for both sides alike; a person decides';

comment on table guanjia.approval_order is 'approvals of several cases, held back until they can no longer be taken back';

comment on column guanjia.approval_order.officer is 'duties and authorities the officer held when ordering';

comment on column guanjia.audit_entry.principal is 'kind and internal id, never a name';

comment on column guanjia.authority_membership.authority is 'id of an authority in the zone''s content';

comment on view guanjia.booked_address is 'one row an application that ever had a seat reserved, filed or used, with the first time';

comment on column guanjia.campaign.subject is 'id of one of the campaigns that the content of the zone lists';

comment on table guanjia.campaign_finding_entry is 'what the unit reported and what was seen; rows are never changed';

comment on column guanjia.case_bulletin.kept is 'words that would give somebody away and stay, each with the reason';

comment on column guanjia.case_bulletin.writer_ids is 'the author and everybody who changed the text';

comment on column guanjia.case_bulletin.revision is 'counts the texts; the draft is the first';

comment on table guanjia.case_bulletin_approval is 'of the text as it stands: a changed text loses them';

comment on column guanjia.case_bulletin_approval.revision is 'the text that was read; null: approved before approvals named it';

comment on column guanjia.case_evidence.detached_at is 'taken off again before it was handed in';

comment on column guanjia.case_file.status is 'national status code, 0 before receipt';

comment on column guanjia.case_file.state is 'fold of the events of the case; rebuilt from them at any time';

comment on column guanjia.case_file.calendar_version is 'calendar the days of this row were counted with';

comment on column guanjia.case_file.answers_saved_at is 'when the applicant last saved answers; null = never since the case was opened';

comment on column guanjia.case_file.clock_ends is 'last day of each clock that runs for the whole case, by calendar_version';

comment on table guanjia.case_reminder is 'a reminder goes out once, whenever the clock was looked at';

comment on table guanjia.catalogue_draft is 'one at a time is worked on; those that ended are kept';

comment on column guanjia.catalogue_draft.base is 'number of the newest version when the draft was begun';

comment on column guanjia.catalogue_draft.restores is 'number of the earlier version whose text it brings back';

comment on column guanjia.catalogue_draft.content is 'plain content; it may have faults until it is proposed';

comment on column guanjia.catalogue_draft.revision is 'counts every save, so that two editors do not write over each other';

comment on column guanjia.catalogue_draft.returned_note is 'why the proposal was returned to be worked on, if it was';

comment on table guanjia.catalogue_version is 'never changed: cases and plans name the number of the version they rest on';

comment on column guanjia.catalogue_version.hash is 'SHA-256 of the canonical content';

comment on column guanjia.catalogue_version.effective_on is 'day of the zone; the highest number that has begun is in force';

comment on column guanjia.catalogue_version.proposed_by is 'null where the house published its first version by itself';

comment on column guanjia.catalogue_version.summary is 'which services differ from the version it was made from, and how many other values';

comment on table guanjia.conduct_matter is 'about people: read by supervision alone; a unit sees what it applied for itself';

comment on table guanjia.consultation_look is 'who opened which piece when; rows are never changed';

comment on column guanjia.consultation_member.reminded_revision is 'what they were reminded of last: 0 the statement, else the revision of the conclusion to sign; null where of nothing';

comment on table guanjia.consultation_piece is 'the evidence: words, or one version of a document of the case; rows are never changed';

comment on table guanjia.counter_draft is 'what a clerk has ticked and written for somebody at the counter; emptied once it is handed in';

comment on column guanjia.counter_draft.handed_by is 'the clerk who began it, where a colleague goes on with it';

comment on table guanjia.counter_ticket is 'numbers of the hall: who waits is a number, not a person';

comment on column guanjia.counter_ticket.place is 'place in the line: its sequence, or further back once it was missed';

comment on table guanjia.desk_leaf is 'acts of the desk of leads whose leaves were written, so that none is written twice';

comment on table guanjia.duty_task is 'one ledger; a task without both duties cannot be written';

comment on column guanjia.duty_task.lead_unit is 'verifies that the task is done; supervision then looks for itself';

comment on column guanjia.duty_task.company is 'the company that has to say so before the task is closed';

comment on table guanjia.duty_task_entry is 'what happened to a task; rows are never changed';

comment on column leads.envelope."position" is '0 for the report itself, then the messages in their order';

comment on column guanjia.evidence_document.organisation_code is 'the company whose library it is in, where it is not a person''s own';

comment on column guanjia.evidence_document.type is 'id of an evidence type of the catalogue';

comment on column guanjia.evidence_version.file is 'SHA-256 of the content, its name in the files of the house';

comment on column guanjia.evidence_version.expires_on is 'last day on which this version is of use; null where it has none';

comment on table guanjia.exchange_import is 'packages that were believed; rows are never changed';

comment on table guanjia.exchange_key is 'believed from its confirmation by a second person until it is retired';

comment on column guanjia.exchange_package.records is 'the fields of the list alone, as they were previewed; what is released is these';

comment on column guanjia.exchange_package.file is 'the signed file, byte for byte';

comment on column leads.hand_over.left_out is 'envelopes and names that were to be handed over and that no open key fitted';

comment on table leads.hand_over_wrap is 'content keys sealed to the successor; they open nothing before the hand-over is confirmed';

comment on column guanjia.hotline_order.told_version is 'version of the issue whose reply was told last';

comment on column guanjia.idempotency_record.answer is 'json, not jsonb: a repeated answer is equal byte for byte';

comment on table guanjia.identity_binding is 'who signed in under which name of which identity service; somebody only named by others has none';

comment on column leads.identity_request.share is 'the keeper''s share sealed to the key of whoever asked; null where it was refused';

comment on table leads.identity_wrap is 'one share of the content key a row: it takes a handler''s and a keeper''s';

comment on column guanjia.inspection.scope is 'ids of supervised projects, names of parks, ids of units';

comment on column guanjia.inspection.figures is 'what was counted when the report was signed; later figures are read from the tasks';

comment on column guanjia.inspection.revision is 'number of the text of the report, from 1; 0 before the first; every drafting counts on';

comment on column guanjia.inspection.sealed is 'the report as it was signed, with its names and days; null where it was signed before such were kept';

comment on table guanjia.inspection_finding is 'what was found; its unit, its day and what became of it are those of its task';

comment on column guanjia.inspection_invitation.organisation is 'id of one of the partners that the content of the zone lists';

comment on column guanjia.inspection_invitation.looks is 'how often the page was opened; each time stands in the audit trail';

comment on table guanjia.inspection_note is 'read by who wrote it and by those who supervise; rows are never changed';

comment on table guanjia.issue is 'words, name and phone of the asker stand here alone: events, leaves and the outbox hold numbers and days';

comment on column guanjia.issue.external_number is 'number at the source: the work order of 12345, the case that was rated';

comment on column guanjia.issue.told_due is 'the last day of which it was told that it has passed; a new last day is told of anew';

comment on table guanjia.issue_look is 'wrong guesses at the telephone of an issue; no address of whoever guessed';

comment on table guanjia.issue_mail is 'where an issue that came by mail is answered; address and subject stand here alone';

comment on table guanjia.issue_mail_answer is 'answers by mail; their id is in their Message-ID, so that a mail which answers one is known';

comment on column guanjia.issue_mail_answer.issue_id is 'the issue that gives the reason';

comment on column guanjia.issue_mail_answer.left_out is 'attachments that were not taken, by name and reason';

comment on column guanjia.issue_mail_answer.sent_at is 'when it went out; null while that is to come, and where its address had enough answers';

comment on column guanjia.issue_mail_answer.mail_of is 'the issue whose mail is answered: its number is named, and its writer reads the answer';

comment on table guanjia.issue_need is 'how far the need has come that an issue was passed on as, as its events tell';

comment on column guanjia.issue_photo.issue_id is 'null until it is handed in with an issue or a reply';

comment on table guanjia.issue_supplement is 'what an asker added later; the event itself holds no word';

comment on column guanjia.issue_supplement.mail_of is 'the issue whose asker added it by mail; where it is another one than was added to, only staff reads the words';

comment on table guanjia.job_effect is 'steps of a job that have taken effect, written in the same transaction as the effect';

comment on column guanjia.job_effect.revision is 'how often the job was replaced before it ran with this payload';

comment on table guanjia.job_fence is 'every run takes the next number of the whole house; only the run with the last one of its job may have effects';

comment on table guanjia.land_supply is 'land contracts as the register of the natural resources authority gives them';

comment on column leads.lead.about is 'unit of the public list that the report is about, or other';

comment on column leads.lead.receipt_hash is 'Argon2id of the look-up word of the receipt code';

comment on column leads.lead.published_on is 'day on which the digest of its envelope went into the ledger';

comment on column leads.lead.origin is 'filed by a reporter, or begun at the desk: nobody follows those by a receipt';

comment on column leads.lead.follows is 'the lead whose reporter was retaliated against';

comment on column leads.lead_event.by is 'handler or keeper; null for the reporter and for the house';

comment on table guanjia.lead_suggestion is 'a red light that an authority is the cause of; a person decides';

comment on column guanjia.ledger_checkpoint.last_leaf_id is 'with last_transaction: where the sequencer goes on';

comment on column guanjia.ledger_checkpoint.epoch is 'of last_transaction';

comment on column guanjia.ledger_epoch.after_leaf_id is 'leaves up to this one were recorded before the epoch began';

comment on column guanjia.ledger_epoch.settled is 'whether every leaf from before the epoch has its place';

comment on column guanjia.ledger_leaf.text is 'canonical JSON; its UTF-8 bytes are what is hashed';

comment on column guanjia.ledger_leaf.recorded_in is 'transaction of the act: the sequencer takes only those older than every running one';

comment on column guanjia.licence_print.code_hash is 'SHA-256 of the one-time code; the code itself is kept nowhere';

comment on column guanjia.licence_print.place is 'which duplicate: asked for with the order, or the next one when it is printed; null for the original';

comment on table guanjia.light_change is 'what was shown; rows are never changed';

comment on table guanjia.light_month is 'the lights at the end of a month, as they were reported; rows are never changed';

comment on column guanjia.light_month.statement is 'what the unit had said to the light when the month was frozen';

comment on table guanjia.light_statement is 'the last one of a node stands beside its light, the earlier ones stay';

comment on table guanjia.mail_receipt is 'what became of a mail, by its number in the mailbox; no word of it and no address';

comment on column guanjia.mail_receipt.key is 'SHA-256 of the Message-ID of mails that are in the register: one mail is one issue however often it is delivered';

comment on column guanjia.mail_receipt.issue_id is 'the issue in whose thread the mail is: the one that the writer''s first mail became';

comment on column guanjia.mail_receipt.settled_at is 'when the mail was marked in its mailbox; null while that, or the answer, is still to come';

comment on column guanjia.mail_receipt.answered_at is 'when a mail that was not filed was answered, so that it is not answered again where its mark fails';

comment on column guanjia.mailbox_look.failure is 'why the mailbox could not be reached; null since it was';

comment on table guanjia.market_entity_version is 'valid_* is when it held in the world, recorded_* is when the register believed it; valid_to and recorded_to are excluded';

comment on table guanjia.misconduct_stub is 'reports of misconduct that were shown the way: a count and nothing else';

comment on column guanjia.notice.key is 'event, words, recipient and channel: whatever starts a notice twice writes it once';

comment on column guanjia.notice.text is 'emptied for SMS and mail once sent: it may hold a link';

comment on column guanjia.notice.address is 'telephone number or mail box, until it was sent or given up; the masked one stays';

comment on column guanjia.notice_preference.electronic_service_since is 'since when the person agrees to be served decisions in the portal; null: does not';

comment on column guanjia.observer_activity.code is 'what the code on the door says; good from an hour before the beginning to the end';

comment on table guanjia.observer_finding is 'which observer an issue of the register comes from, for which of the three tasks, and where it was raised';

comment on column guanjia.observer_term.until_day is 'last day of the term; powers are looked up by the day, so that they end with it';

comment on column guanjia.open_day_question.answer is 'the answer given on the spot; every other question is an issue of the register';

comment on column guanjia.open_day_question.link_salt is 'what the carrier''s link follows from, together with a key outside the database';

comment on column guanjia.open_day_session.phone is 'number of whoever answers for the carrier; links to questions are sent there';

comment on table leads.opening is 'every reading of a lead; rows are never changed';

comment on table guanjia.outbox_delivery is 'one row for each event and each reaction: the effect and delivered_at are one transaction';

comment on table leads.owed_leaf is 'written with the act, taken away once the house has its leaves';

comment on column leads.owed_leaf.leaves is 'act, subject and body of each leaf; what is to stand in it as a commitment is apart';

comment on table guanjia.past_project is 'the reference set of days saved: nothing of people, the days of a project and its class';

comment on column guanjia.person_identity.phone is 'vouched for by the identity service; what others say of somebody is not kept here';

comment on column guanjia.project.kind is 'word of content: which specialty it asks of a steward';

comment on column guanjia.project.facts is 'answers of the questionnaire by attribute; what is not there is not known';

comment on column guanjia.project.steward_due_at is 'by when a steward had to be given: one working day';

comment on column guanjia.project.facts_at is 'when an answer was kept last; null = none but what the kind of the project says';

comment on column guanjia.project.facts_version is 'counts the times answers were kept';

comment on column guanjia.project.facts_changed is 'by attribute: the version that last changed its answer';

comment on column guanjia.project.facts_awaiting is 'by attribute: the steward who answered for the company, until the company has confirmed or changed it';

comment on column guanjia.project_contact.id is 'given by the device that recorded it, so that a phone that was offline may send it twice';

comment on column guanjia.project_contact.checked is 'matters of the plan that were gone through on the spot';

comment on column guanjia.project_contact.response_due_at is 'for a question of the applicant: by when a steward answers';

comment on column guanjia.project_contact.case_id is 'case the contact was about; a journey of the applicant counts against it (零跑腿)';

comment on column guanjia.project_contact_photo.id is 'given by the device that took it, so that a phone that was offline may send it twice';

comment on table guanjia.project_forecast is 'dates of the newest version of the plan, so that a list need not open every plan';

comment on table guanjia.project_gate is 'taken from the newest version of the plan and replaced with each one; can be made again from it';

comment on column guanjia.project_letter.document is 'the words that were signed; their digest is what the signature covers';

comment on table guanjia.project_plan is 'rows are only added: version 1 is the frozen baseline, every later one says what changed and why';

comment on column guanjia.project_plan.catalogue is 'number of the version the plan was made with';

comment on column guanjia.project_share.token_hash is 'SHA-256 of the token; the token itself is kept nowhere';

comment on column guanjia.project_share.opened is 'how often it was opened; by whom is not known and not asked';

comment on column guanjia.project_step_actual.expected_on is 'for a case: the day its committed time ends by, pauses counted';

comment on column guanjia.project_step_actual.told_late_on is 'the day on which a version, or a look at the plan, last told that it is late';

comment on column guanjia.project_step_case.closed_at is 'when the case ended without a grant, or its grant was revoked: the step may have another case';

comment on table guanjia.questionnaire_answer is 'the id is made by chance and holds no time; neither a firm nor a day stands here';

comment on column guanjia.questionnaire_invitation.is_answered is 'that the firm answered, not when: the hour would lead to the answer';

comment on column guanjia.questionnaire_round.questionnaire is 'the questions as they were when the round was opened';

comment on column guanjia.questionnaire_round.seed is 'whoever has it and the list of firms draws the same firms again';

comment on column guanjia.questionnaire_round.link_salt is 'of the open link, where there is one; the token follows from it and a key outside the database';

comment on column guanjia.questionnaire_round.to_register is 'how many asked to be answered: their words are in the register of issues, and nowhere here';

comment on column guanjia.questionnaire_round.mixed_at is 'when the answers of the whole round were written anew; until then those of the last day can be told by their transactions';

comment on table guanjia.questionnaire_text is 'what was written, apart from what the same hand ticked';

comment on view guanjia.reader_applications is 'applications by month, kind and stage; no owner, no number, no answers';

comment on view guanjia.reader_commands is 'how often each act was done on a day (UTC); not by whom, nor to what';

comment on column leads.reader_key.belongs_to is 'units of the holder: what is reported about them is not sealed to this key';

comment on column leads.reader_key.wrapped_private is 'private key under the holder''s passphrase: kdf, its parameters, wrapped';

comment on view guanjia.reader_register is 'entities of the register by the month they were established, as believed now';

comment on column guanjia.recommendation.refused_without_reason is 'not adopted, and no reason given: noted for a person to follow up';

comment on column guanjia.recommendation.escalated_at is 'when the reply was found overdue and the head of supervision was told';

comment on column guanjia.registration_application.human_acts is 'acts of staff; a set-up is zero-touch only at 0';

comment on column guanjia.registration_application.accepted_at is 'moment of submission; the half working day starts here';

comment on column guanjia.registration_application.expiry_noticed_at is 'when the owner was told that the draft is about to expire; void once it is saved again';

comment on column guanjia.registration_application.contact_phone is 'whom the hall calls about the filed address';

comment on column guanjia.registration_application.referral_trace is 'the checks as they stood when the case went to a person';

comment on column guanjia.registration_application.overdue_noticed_at is 'when the lead was told that the half working day has passed';

comment on column guanjia.registration_application.address_filed_seat is 'code of the seat filed at address_filed_at';

comment on column guanjia.registration_application.papers is 'files handed in: paper, SHA-256, format, size, name, moment; part of what everybody signs';

comment on table guanjia.registration_bar is 'people barred from office, people of limited capacity, complaints of misused identities: copies of other registers';

comment on table guanjia.registration_correction is 'what one registrar proposed to correct and a lead confirmed or rejected';

comment on column guanjia.registration_correction.state is 'ended: the host of the new seat refused, or said nothing in its time; nobody of the staff settled it';

comment on table guanjia.registration_correction_host is 'the question to the host of the seat that a correction moves to, and its answer';

comment on column guanjia.registration_correction_host.due_at is 'unanswered until then, the correction ends';

comment on table guanjia.registration_decision is 'one decision an application, whoever races';

comment on column guanjia.registration_decision.facts is 'what the checks looked at, so that the trace can be replayed';

comment on column guanjia.registration_decision.rules_digest is 'null: decided before rules were kept, so that it cannot be replayed';

comment on table guanjia.registration_event is 'what happened to an application, in order; never changed';

comment on table guanjia.registration_host_confirmation is 'the latest question to the host of a cluster about the filed seat of an application, and its answer';

comment on column guanjia.registration_name.same_key is 'two live names of one registrar never share it (S1 to S3): the primary key is the rule';

comment on column guanjia.registration_name.until is 'last day on which the name stands in the way; then another may take its key';

comment on column guanjia.registration_name_change.at_transaction is 'readers pass the number only below the oldest running transaction';

comment on table guanjia.registration_paper_reading is 'a registrar has opened a file, known by its SHA-256; another content is another file';

comment on table guanjia.registration_record is 'the four logical records of one decision: pre-review, acceptance, approval, closing';

comment on table guanjia.registration_rules is 'never changed: a decision names the digest of the rules it was taken by';

comment on table guanjia.registration_seat_event is 'every change of a booking; booked addresses are counted here, by application and day';

comment on column guanjia.registration_signature.token_hash is 'SHA-256 of the link''s token; the token itself is kept nowhere';

comment on column guanjia.registration_signature.link_salt is 'with the key signing-links of the key folder it gives the token of the link again; alone it gives nothing';

comment on table guanjia.registration_signing_paper is 'never changed: every signature names the digest over a set of these papers';

comment on column guanjia.registration_signing_paper.canonical is 'the paper in canonical JSON (RFC 8785), the very text that digest is the SHA-256 of';

comment on column guanjia.role_grant.proposed_by is 'null only for the first accounts, made at installation';

comment on table guanjia.session is 'the token itself is never stored, only its SHA-256';

comment on table leads.sheet is 'who has the printed recovery code of a key in the safe; never its holder';

comment on column guanjia.space_lease.need_id is 'null where the carrier says that it let the room by itself';

comment on table guanjia.space_need is 'words, contact and phone of the firm stand here alone: events, leaves and the outbox hold ids and days';

comment on column guanjia.space_need.visitor_id is 'who recorded it on a visit and sees it through';

comment on column guanjia.space_need.words is 'what the firm said with its mark';

comment on column guanjia.space_need.issue_id is 'the issue of the register that it was passed on from';

comment on table guanjia.space_renewal is 'a carrier is asked whether offers that end soon still hold; the answer needs the link alone';

comment on column guanjia.space_room.place is 'building, floor and unit; null while the line does not say them';

comment on column guanjia.space_room.cells is 'the line as the carrier wrote it';

comment on column guanjia.space_room.let_dm2 is 'square decimetres of the leases that run; a room is not let twice';

comment on column guanjia.space_room_photo.file is 'hash of the picture, without what the camera wrote into it';

comment on column guanjia.space_room_photo.shows is 'what is seen, in the words of the carrier: read out to whoever does not see it';

comment on column guanjia.staff_account.one_time_secret is 'sealed with the key staff-secrets of the key folder, for this person alone';

comment on column guanjia.staff_account.last_code_step is 'time step of the last accepted code: a code works once';

comment on column guanjia.staff_account.password_to_change is 'the password was given by somebody else: who signs in with it chooses another';

comment on column guanjia.staff_account.partner is 'id of the partner organisation of the content that its holder works for; null for our own staff';

comment on table guanjia.steward_specialty is 'kinds of projects a steward knows well; who is a steward is said by the duties';

comment on table leads.suggestion is 'a red light that somebody in supervision decided to hand to the desk; supervision never learns what came of it';

comment on table guanjia.supervised_cause is 'the last one counts, the earlier ones stay';

comment on table guanjia.supervised_link is 'the one that stands is in supervised_project.project_id; the others stay as history';

comment on table guanjia.supervised_plan is 'a later plan never takes an earlier one away';

comment on column guanjia.supervised_plan.decided_on is 'null: holds from the beginning';

comment on column guanjia.supervised_project.unit is 'authority of the zone that answers for the project';

comment on column guanjia.supervised_project.project_id is 'the project whose network says where it is stuck, where there is one';

comment on column guanjia.supervision_order.state is 'lapsed: the light was red no longer, or the unit answered, before anybody issued the draft; superseded: left unanswered, another took its place';

comment on column guanjia.supervision_order.issue_by is 'a red light is followed by an order within one working day';

comment on column guanjia.supervision_order.reason is 'why it was drafted';

comment on column guanjia.supervision_order.follows_id is 'the order that was not enough';

comment on column guanjia.visit_goer.released is 'the stop was dropped, the half day is free again';

comment on table guanjia.visit_heard is 'answered on the spot, or an issue of the register; who asked stands in the issue alone';

comment on column guanjia.visit_stop.code is 'unified code of a company, number of a project';

comment on column guanjia.visit_stop.host is 'who receives the visitors: an office, no person';

comment on view guanjia.zero_touch_set_up is 'set up without a human act, and none since: a correction or revocation by hand takes the set-up out again';

-- Rights

grant delete, insert, select on guanjia.case_bulletin_approval to guanjia_app;

grant delete, insert, select on guanjia.issue_photo to guanjia_app;

grant delete, insert, select on guanjia.job_fence to guanjia_app;

grant delete, insert, select on guanjia.job_worker to guanjia_app;

grant delete, insert, select on guanjia.ledger_salt to guanjia_app;

grant delete, insert, select on guanjia.mail_receipt to guanjia_app;

grant delete, insert, select on guanjia.questionnaire_answer to guanjia_app;

grant delete, insert, select on guanjia.questionnaire_text to guanjia_app;

grant delete, insert, select on guanjia.space_room_photo to guanjia_app;

grant delete, insert, select on guanjia.steward_leave to guanjia_app;

grant delete, insert, select on guanjia.steward_specialty to guanjia_app;

grant delete, insert, select on leads.owed_leaf to guanjia_leads_desk;

grant delete, insert, select, update on guanjia.issue_look to guanjia_app;

grant delete, insert, select, update on guanjia.project_forecast to guanjia_app;

grant delete, insert, select, update on guanjia.project_gate to guanjia_app;

grant delete, insert, select, update on guanjia.project_next_contact to guanjia_app;

grant delete, insert, select, update on guanjia.project_step_actual to guanjia_app;

grant delete, insert, select, update on guanjia.registration_name to guanjia_app;

grant delete, insert, select, update on guanjia.registration_signature to guanjia_app;

grant insert on leads.identity to guanjia_leads;

grant insert on leads.identity_wrap to guanjia_leads;

grant insert, select on guanjia.accountability_draft to guanjia_app;

grant insert, select on guanjia.audit_entry to guanjia_app;

grant insert, select on guanjia.authority_membership to guanjia_app;

grant insert, select on guanjia.campaign to guanjia_app;

grant insert, select on guanjia.campaign_finding to guanjia_app;

grant insert, select on guanjia.campaign_finding_entry to guanjia_app;

grant insert, select on guanjia.case_bulletin to guanjia_app;

grant insert, select on guanjia.case_event to guanjia_app;

grant insert, select on guanjia.case_evidence to guanjia_app;

grant insert, select on guanjia.case_rating to guanjia_app;

grant insert, select on guanjia.case_reminder to guanjia_app;

grant insert, select on guanjia.catalogue_draft to guanjia_app;

grant insert, select on guanjia.catalogue_version to guanjia_app;

grant insert, select on guanjia.conduct_matter to guanjia_app;

grant insert, select on guanjia.consultation to guanjia_app;

grant insert, select on guanjia.consultation_look to guanjia_app;

grant insert, select on guanjia.consultation_member to guanjia_app;

grant insert, select on guanjia.consultation_piece to guanjia_app;

grant insert, select on guanjia.consultation_task to guanjia_app;

grant insert, select on guanjia.delegation to guanjia_app;

grant insert, select on guanjia.desk_leaf to guanjia_app;

grant insert, select on guanjia.duty_task to guanjia_app;

grant insert, select on guanjia.duty_task_entry to guanjia_app;

grant insert, select on guanjia.evidence_document to guanjia_app;

grant insert, select on guanjia.evidence_upload to guanjia_app;

grant insert, select on guanjia.evidence_version to guanjia_app;

grant insert, select on guanjia.exchange_import to guanjia_app;

grant insert, select on guanjia.exchange_key to guanjia_app;

grant insert, select on guanjia.exchange_package to guanjia_app;

grant insert, select on guanjia.hotline_order to guanjia_app;

grant insert, select on guanjia.idempotency_record to guanjia_app;

grant insert, select on guanjia.identity_binding to guanjia_app;

grant insert, select on guanjia.improvement_task to guanjia_app;

grant insert, select on guanjia.inspection to guanjia_app;

grant insert, select on guanjia.inspection_finding to guanjia_app;

grant insert, select on guanjia.inspection_invitation to guanjia_app;

grant insert, select on guanjia.inspection_item to guanjia_app;

grant insert, select on guanjia.inspection_note to guanjia_app;

grant insert, select on guanjia.issue to guanjia_app;

grant insert, select on guanjia.issue_document to guanjia_app;

grant insert, select on guanjia.issue_event to guanjia_app;

grant insert, select on guanjia.issue_mail to guanjia_app;

grant insert, select on guanjia.issue_mail_answer to guanjia_app;

grant insert, select on guanjia.issue_supplement to guanjia_app;

grant insert, select on guanjia.job_effect to guanjia_app;

grant insert, select on guanjia.land_supply to guanjia_app;

grant insert, select on guanjia.lead_suggestion to guanjia_app;

grant insert, select on guanjia.ledger_checkpoint to guanjia_app;

grant insert, select on guanjia.ledger_epoch to guanjia_app;

grant insert, select on guanjia.ledger_index to guanjia_app;

grant insert, select on guanjia.ledger_leaf to guanjia_app;

grant insert, select on guanjia.ledger_node to guanjia_app;

grant insert, select on guanjia.licence to guanjia_app;

grant insert, select on guanjia.light_change to guanjia_app;

grant insert, select on guanjia.light_month to guanjia_app;

grant insert, select on guanjia.light_statement to guanjia_app;

grant insert, select on guanjia.market_entity to guanjia_app;

grant insert, select on guanjia.market_entity_person to guanjia_app;

grant insert, select on guanjia.market_entity_version to guanjia_app;

grant insert, select on guanjia.notice to guanjia_app;

grant insert, select on guanjia.observer_activity to guanjia_app;

grant insert, select on guanjia.observer_attendance to guanjia_app;

grant insert, select on guanjia.observer_finding to guanjia_app;

grant insert, select on guanjia.observer_term to guanjia_app;

grant insert, select on guanjia.open_day_question to guanjia_app;

grant insert, select on guanjia.open_day_round to guanjia_app;

grant insert, select on guanjia.open_day_session to guanjia_app;

grant insert, select on guanjia.open_day_visit to guanjia_app;

grant insert, select on guanjia.organisation_membership to guanjia_app;

grant insert, select on guanjia.outbox_delivery to guanjia_app;

grant insert, select on guanjia.outbox_event to guanjia_app;

grant insert, select on guanjia.outbox_subscription to guanjia_app;

grant insert, select on guanjia.outreach_call to guanjia_app;

grant insert, select on guanjia.outreach_task to guanjia_app;

grant insert, select on guanjia.past_project to guanjia_app;

grant insert, select on guanjia.person to guanjia_app;

grant insert, select on guanjia.person_identity to guanjia_app;

grant insert, select on guanjia.project to guanjia_app;

grant insert, select on guanjia.project_commitment to guanjia_app;

grant insert, select on guanjia.project_contact to guanjia_app;

grant insert, select on guanjia.project_contact_photo to guanjia_app;

grant insert, select on guanjia.project_letter to guanjia_app;

grant insert, select on guanjia.project_plan to guanjia_app;

grant insert, select on guanjia.project_reminder to guanjia_app;

grant insert, select on guanjia.project_share to guanjia_app;

grant insert, select on guanjia.project_step_case to guanjia_app;

grant insert, select on guanjia.questionnaire_invitation to guanjia_app;

grant insert, select on guanjia.questionnaire_quota to guanjia_app;

grant insert, select on guanjia.questionnaire_round to guanjia_app;

grant insert, select on guanjia.recommendation to guanjia_app;

grant insert, select on guanjia.registration_bar to guanjia_app;

grant insert, select on guanjia.registration_decision to guanjia_app;

grant insert, select on guanjia.registration_event to guanjia_app;

grant insert, select on guanjia.registration_name_change to guanjia_app;

grant insert, select on guanjia.registration_paper_reading to guanjia_app;

grant insert, select on guanjia.registration_push to guanjia_app;

grant insert, select on guanjia.registration_record to guanjia_app;

grant insert, select on guanjia.registration_rules to guanjia_app;

grant insert, select on guanjia.registration_seat_event to guanjia_app;

grant insert, select on guanjia.registration_signing_paper to guanjia_app;

grant insert, select on guanjia.reminder_batch to guanjia_app;

grant insert, select on guanjia.role_grant to guanjia_app;

grant insert, select on guanjia.sent_message to guanjia_app;

grant insert, select on guanjia.session to guanjia_app;

grant insert, select on guanjia.space_lease to guanjia_app;

grant insert, select on guanjia.space_need to guanjia_app;

grant insert, select on guanjia.space_need_event to guanjia_app;

grant insert, select on guanjia.space_renewal to guanjia_app;

grant insert, select on guanjia.space_room to guanjia_app;

grant insert, select on guanjia.staff_account to guanjia_app;

grant insert, select on guanjia.stewardship to guanjia_app;

grant insert, select on guanjia.supervised_cause to guanjia_app;

grant insert, select on guanjia.supervised_done to guanjia_app;

grant insert, select on guanjia.supervised_link to guanjia_app;

grant insert, select on guanjia.supervised_pause to guanjia_app;

grant insert, select on guanjia.supervised_plan to guanjia_app;

grant insert, select on guanjia.supervised_progress to guanjia_app;

grant insert, select on guanjia.supervised_project to guanjia_app;

grant insert, select on guanjia.supervision_order to guanjia_app;

grant insert, select on guanjia.visit_goer to guanjia_app;

grant insert, select on guanjia.visit_heard to guanjia_app;

grant insert, select on guanjia.visit_stop to guanjia_app;

grant insert, select on guanjia.visit_tour to guanjia_app;

grant insert, select on leads.envelope to guanjia_leads;

grant insert, select on leads.envelope to guanjia_leads_desk;

grant insert, select on leads.hand_over to guanjia_leads_desk;

grant insert, select on leads.hand_over_share to guanjia_leads_desk;

grant insert, select on leads.hand_over_wrap to guanjia_leads_desk;

grant insert, select on leads.identity_request to guanjia_leads_desk;

grant insert, select on leads.identity_wrap to guanjia_leads_desk;

grant insert, select on leads.lead to guanjia_leads;

grant insert, select on leads.lead to guanjia_leads_desk;

grant insert, select on leads.lead_event to guanjia_leads;

grant insert, select on leads.lead_event to guanjia_leads_desk;

grant insert, select on leads.opening to guanjia_leads_desk;

grant insert, select on leads.reader_key to guanjia_leads_desk;

grant insert, select on leads.sheet to guanjia_leads_desk;

grant insert, select on leads.suggestion to guanjia_leads_desk;

grant insert, select on leads.wrap to guanjia_leads;

grant insert, select on leads.wrap to guanjia_leads_desk;

grant insert, select, update on guanjia.approval_order to guanjia_app;

grant insert, select, update on guanjia.case_file to guanjia_app;

grant insert, select, update on guanjia.counter_draft to guanjia_app;

grant insert, select, update on guanjia.counter_ticket to guanjia_app;

grant insert, select, update on guanjia.issue_need to guanjia_app;

grant insert, select, update on guanjia.licence_print to guanjia_app;

grant insert, select, update on guanjia.mailbox_look to guanjia_app;

grant insert, select, update on guanjia.misconduct_stub to guanjia_app;

grant insert, select, update on guanjia.notice_preference to guanjia_app;

grant insert, select, update on guanjia.registration_application to guanjia_app;

grant insert, select, update on guanjia.registration_correction to guanjia_app;

grant insert, select, update on guanjia.registration_correction_host to guanjia_app;

grant insert, select, update on guanjia.registration_host_confirmation to guanjia_app;

grant insert, select, update on guanjia.registration_seat to guanjia_app;

grant select (key_id, office, belongs_to, public_key, state) on leads.reader_key to guanjia_leads;

grant select on guanjia.booked_address to guanjia_app;

grant select on guanjia.booked_address to guanjia_reader;

grant select on guanjia.catalogue_version to guanjia_reader;

grant select on guanjia.ledger_checkpoint to guanjia_reader;

grant select on guanjia.ledger_epoch to guanjia_reader;

grant select on guanjia.ledger_index to guanjia_reader;

grant select on guanjia.ledger_leaf to guanjia_reader;

grant select on guanjia.ledger_node to guanjia_reader;

grant select on guanjia.migration to guanjia_app;

grant select on guanjia.migration to guanjia_reader;

grant select on guanjia.reader_applications to guanjia_reader;

grant select on guanjia.reader_commands to guanjia_reader;

grant select on guanjia.reader_outbox to guanjia_reader;

grant select on guanjia.reader_register to guanjia_reader;

grant select on guanjia.registration_rules to guanjia_reader;

grant select on guanjia.zero_touch_set_up to guanjia_app;

grant select on guanjia.zero_touch_set_up to guanjia_reader;

grant select on leads.identity to guanjia_leads_desk;

grant select on leads.receipt_salt to guanjia_leads;

grant update (answer) on guanjia.idempotency_record to guanjia_app;

grant update (answered) on guanjia.questionnaire_quota to guanjia_app;

grant update (answered_at) on guanjia.space_renewal to guanjia_app;

grant update (answered_by, answered_on, share, open_until) on leads.identity_request to guanjia_leads_desk;

grant update (attached_by, attached_at, detached_at) on guanjia.case_evidence to guanjia_app;

grant update (attempts, next_at, last_error, delivered_at) on guanjia.outbox_delivery to guanjia_app;

grant update (belongs_to, wrapped_private, state, retired_on) on leads.reader_key to guanjia_leads_desk;

grant update (called_back_at, call_back_note, mended_at, mending_note) on guanjia.case_rating to guanjia_app;

grant update (closed_at) on guanjia.project_step_case to guanjia_app;

grant update (concluded_by, concluded_at, conclusion) on guanjia.campaign to guanjia_app;

grant update (confirmed_by, confirmed_at, retired_by, retired_at) on guanjia.exchange_key to guanjia_app;

grant update (confirmed_by, confirmed_at, revoked_by, revoked_at) on guanjia.role_grant to guanjia_app;

grant update (confirmed_by, confirmed_on) on leads.hand_over to guanjia_leads_desk;

grant update (content, revision, state, changed_by, changed_at, reason, effective_on, proposed_by, proposed_at, returned_note) on guanjia.catalogue_draft to guanjia_app;

grant update (credential, status, revoked_at) on guanjia.licence to guanjia_app;

grant update (decision, reason, decided_by, decided_at) on guanjia.accountability_draft to guanjia_app;

grant update (decision, reason, decided_by, decided_at) on guanjia.lead_suggestion to guanjia_app;

grant update (due_on, state, territorial_reported, departmental_reported, company_confirmed, requested_on, requested_by, closed_on, recurrences) on guanjia.duty_task to guanjia_app;

grant update (duties) on guanjia.market_entity_person to guanjia_app;

grant update (ended_at) on guanjia.authority_membership to guanjia_app;

grant update (ended_at) on guanjia.delegation to guanjia_app;

grant update (ended_at) on guanjia.organisation_membership to guanjia_app;

grant update (ended_at) on guanjia.space_lease to guanjia_app;

grant update (ended_on, ended_because, reminded_at) on guanjia.observer_term to guanjia_app;

grant update (facts, state, ended_at, facts_at, facts_version, facts_changed, facts_awaiting) on guanjia.project to guanjia_app;

grant update (identity_number, phone) on guanjia.person_identity to guanjia_app;

grant update (is_answered) on guanjia.questionnaire_invitation to guanjia_app;

grant update (issue_id) on guanjia.issue_photo to guanjia_app;

grant update (issue_id) on guanjia.questionnaire_text to guanjia_app;

grant update (issued) on guanjia.job_fence to guanjia_app;

grant update (issues, done_on, measure) on guanjia.improvement_task to guanjia_app;

grant update (key, outcome, reason, attempts, issue_id, taken_at, settled_at, answered_at) on guanjia.mail_receipt to guanjia_app;

grant update (land_contract, project_id) on guanjia.supervised_project to guanjia_app;

grant update (last_seen_at, closed_at) on guanjia.session to guanjia_app;

grant update (level, state, words, issued_by, issued_at, answer_by, read_at, answer, answered_by, answered_at, closed_by, closed_at, finding) on guanjia.supervision_order to guanjia_app;

grant update (link_salt, token_hash, link_until, link_used_at) on guanjia.open_day_question to guanjia_app;

grant update (looks, last_look_at, ended_at, ended_because) on guanjia.inspection_invitation to guanjia_app;

grant update (minutes, minutes_at) on guanjia.observer_activity to guanjia_app;

grant update (name) on guanjia.person to guanjia_app;

grant update (password_hash, one_time_secret, failed_attempts, locked_until, last_code_step, password_to_change) on guanjia.staff_account to guanjia_app;

grant update (place, version, state, cells, facts, faults, area_dm2, let_dm2, offered_until, updated_at) on guanjia.space_room to guanjia_app;

grant update (published_on) on leads.lead to guanjia_leads_desk;

grant update (received, kept_at) on guanjia.evidence_upload to guanjia_app;

grant update (released) on guanjia.visit_goer to guanjia_app;

grant update (result, note, checked_by, checked_at) on guanjia.inspection_item to guanjia_app;

grant update (revoked_at, opened, last_opened_at) on guanjia.project_share to guanjia_app;

grant update (seen_at) on guanjia.job_worker to guanjia_app;

grant update (sent_at) on guanjia.issue_mail_answer to guanjia_app;

grant update (settled) on guanjia.ledger_epoch to guanjia_app;

grant update (state) on guanjia.campaign_finding to guanjia_app;

grant update (state) on guanjia.reminder_batch to guanjia_app;

grant update (state, attempts, last_error, receipt, delivered_at) on guanjia.registration_push to guanjia_app;

grant update (state, closed_at) on guanjia.outreach_task to guanjia_app;

grant update (state, conclusion, reported_by, reported_at, signed_by, signed_at, figures, revision, returned_by, returned_at, return_reason, sealed) on guanjia.inspection to guanjia_app;

grant update (state, discarded_by, discarded_at, released_by, released_at, sequence, digest, file, receipt, received_at, receipt_taken_by) on guanjia.exchange_package to guanjia_app;

grant update (state, examination, examined_words, examined_by, examined_at, determination, determined_by, determined_at, conclusion, concluded_by, concluded_at) on guanjia.conduct_matter to guanjia_app;

grant update (state, focus, cause, unit, revision, drafted_by, concluded_at) on guanjia.consultation to guanjia_app;

grant update (state, issued_by, issued_at, reply_by, received_by, received_at, stance, reply, reason, refused_without_reason, replied_by, replied_on, finding, verified_by, verified_at, escalated_at) on guanjia.recommendation to guanjia_app;

grant update (statement, stated_at, signed_revision, signed_at, reminded_revision) on guanjia.consultation_member to guanjia_app;

grant update (taken_as) on leads.suggestion to guanjia_leads_desk;

grant update (text, address, state, due_at, attempts, last_error, sent_at, read_at) on guanjia.notice to guanjia_app;

grant update (title, expires_on) on guanjia.evidence_document to guanjia_app;

grant update (title, text, kept, state, published_by, published_at, writer_ids, revision) on guanjia.case_bulletin to guanjia_app;

grant update (to_at) on guanjia.stewardship to guanjia_app;

grant update (to_register, reminded_at, mixed_at) on guanjia.questionnaire_round to guanjia_app;

grant update (told_version, told_at) on guanjia.hotline_order to guanjia_app;

grant update (type) on guanjia.outbox_subscription to guanjia_app;

grant update (unlinked_by, unlinked_at, reason) on guanjia.supervised_link to guanjia_app;

grant update (until_day, answered_by, answered_on, consented, reason) on guanjia.supervised_pause to guanjia_app;

grant update (valid_to, recorded_to) on guanjia.market_entity_version to guanjia_app;

grant update (version, situation, state, authorities, proposed_by, next_kind, next_due, first_reply_due, first_replied_on, public_question, public_answer, published_at, updated_at, told_due) on guanjia.issue to guanjia_app;

grant update (version, situation, state, words, updated_at) on guanjia.space_need to guanjia_app;

grant update (visited_at, seen, dropped_at, dropped_because) on guanjia.visit_stop to guanjia_app;

grant update (withdrawn_at) on guanjia.project_commitment to guanjia_app;

grant usage on guanjia.campaign_number to guanjia_app;

grant usage on guanjia.case_bulletin_number to guanjia_app;

grant usage on guanjia.case_number to guanjia_app;

grant usage on guanjia.conduct_matter_number to guanjia_app;

grant usage on guanjia.consultation_number to guanjia_app;

grant usage on guanjia.duty_task_number to guanjia_app;

grant usage on guanjia.inspection_number to guanjia_app;

grant usage on guanjia.issue_number to guanjia_app;

grant usage on guanjia.job_fence_number to guanjia_app;

grant usage on guanjia.observer_number to guanjia_app;

grant usage on guanjia.project_number to guanjia_app;

grant usage on guanjia.recommendation_number to guanjia_app;

grant usage on guanjia.registration_case_number to guanjia_app;

grant usage on guanjia.registration_licence_number to guanjia_app;

grant usage on guanjia.registration_unified_code to guanjia_app;

grant usage on guanjia.space_need_number to guanjia_app;

grant usage on guanjia.supervised_project_number to guanjia_app;

grant usage on guanjia.supervision_order_number to guanjia_app;

grant usage on guanjia.visit_tour_number to guanjia_app;
