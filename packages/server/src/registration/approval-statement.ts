/**
 * The one statement that writes an approved registration whole: decision and its four records, application and its events,
 * seat, name, entity with its first version and its people, licence, and a push for each receiver.
 *
 * Its only parameter is one JSON value, so that the plan is kept. It answers with how many seats and names were taken into
 * use; where one is missing the caller refuses, and the transaction undoes all of it.
 */
export const approvalStatement = `
  with given as materialized (
    select g, (g->>'applicationId')::uuid as application_id, (g->>'decisionId')::uuid as decision_id,
      (g->>'at')::timestamptz as at, (g->>'today')::date as today, g->>'unifiedCode' as code
    from (select $1::jsonb as g) as parameter
  ), decision as (
    insert into guanjia.registration_decision
      (id, application_id, outcome, fully_auto, officer, rule_version, rules_digest, trace, facts, reason,
       decided_at)
    select decision_id, application_id, 'approved', (g->>'fullyAuto')::boolean, (g->>'officer')::uuid,
      g->'trace'->>'ruleVersion', g->'trace'->>'rulesDigest', g->'trace', g->'facts', g->>'reason', at
    from given
  ), records as (
    insert into guanjia.registration_record (decision_id, step, outcome, by, at)
    select decision_id, step, 'approved', case when g->>'officer' is null then 'system' else 'officer' end, at
    from given, unnest(array['pre-review', 'acceptance', 'approval', 'closing']) as step
  ), application as (
    update guanjia.registration_application as a
    set stage = 'approved', human_acts = (g->>'humanActs')::int, officer = coalesce((g->>'officer')::uuid, a.officer),
      decision_id = given.decision_id, decided_at = at, accepted_at = coalesce(a.accepted_at, at),
      reasons = g->'reasons', updated_at = at
    from given where a.id = given.application_id
  ), happened as (
    insert into guanjia.registration_event (application_id, type, body, principal, at)
    select application_id, event->>'type', event, g->>'principal', at
    from given, jsonb_array_elements(g->'events') as event
  ), seat as (
    update guanjia.registration_seat as s set state = 'used', until = null, changed_at = at
    from given
    where s.application_id = given.application_id and s.code = g->>'seat'
      and s.state in ('held', 'reserved', 'filed') and s.until > at
    returning s.code, s.application_id, s.changed_at
  ), seat_event as (
    insert into guanjia.registration_seat_event (code, application_id, state, at)
    select code, application_id, 'used', changed_at from seat
  ), name as (
    update guanjia.registration_name as n set state = 'registered', until = null, unified_code = given.code
    from given
    where n.application_id = given.application_id and n.state = 'reserved' and n.until >= today
    returning n.name
  ), name_change as (
    insert into guanjia.registration_name_change (removed, added) select name, name from name
  ), entity as (
    insert into guanjia.market_entity
      (unified_code, kind, is_enterprise, established_on, electronic, fully_auto, application_id, recorded_at)
    select code, g->>'kind', g->>'kind' <> 'IND', today, true, (g->>'fullyAuto')::boolean, application_id, at
    from given
  ), version as (
    insert into guanjia.market_entity_version
      (unified_code, status, name, document, valid_from, recorded_from, decision_id)
    select code, 'registered', g->'licence'->>'name', g->'licence', today, at, decision_id from given
  ), people as (
    insert into guanjia.market_entity_person (unified_code, person_id, duties, since)
    select given.code, s.person_id, array_agg(distinct duty), given.at
    from given
    join guanjia.registration_signature as s on s.application_id = given.application_id, unnest(s.duties) as duty
    group by given.code, s.person_id, given.at
  ), members as (
    -- what access knows a person by in the organisation; owners of shares alone do not belong to it
    insert into guanjia.organisation_membership (person_id, organisation_code, position, since)
    select s.person_id, given.code, case when bool_or(duty in ('legal-representative', 'operator'))
      then 'legal-representative' else 'staff' end, given.at
    from given
    join guanjia.registration_signature as s on s.application_id = given.application_id, unnest(s.duties) as duty
    where duty not in ('shareholder', 'shareholder-representative')
    group by given.code, s.person_id, given.at
  ), push as (
    insert into guanjia.registration_push (id, application_id, unified_code, receiver, state, created_at)
    select p.id, application_id, given.code, p.receiver, 'waiting', at
    from given, jsonb_to_recordset(g->'pushes') as p (id uuid, receiver text)
  ), licence as (
    insert into guanjia.licence
      (id, number, unified_code, application_id, document, credential, status, issued_at)
    select (g->>'licenceId')::uuid, g->'licence'->>'number', code, application_id, g->'licence', g->>'credential',
      'valid', at
    from given
  )
  select (select count(*) from seat) as seats, (select count(*) from name) as names`
