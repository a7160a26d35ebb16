/**
 * What is true of cases, projects and commitments at every moment, asked of the database itself and of no code of the house.
 */

import type { MortalHouse } from './mortal-house.ts'

type Ask = MortalHouse['ask']

/** Each statement finds the rows that break a promise. */
const always: Readonly<Record<string, string>> = {
  'a case has its events from the first to the one its version names': `
    select file.number as broken from case_file file
    left join case_event event on event.case_id = file.id
    group by file.id, file.number, file.version
    having count(event.version) <> file.version or max(event.version) <> file.version`,
  'what a case shows is what its last decision, withdrawal or opening made of it': `
    select file.number as broken from case_file file
    where exists (select from case_event where case_id = file.id and type = 'decision-issued')
        <> (file.situation in ('granted', 'granted-on-promise', 'refused', 'revocation-proposed', 'revoked'))
      or exists (select from case_event where case_id = file.id and type = 'received')
        <> (file.state->>'receivedOn' is not null)`,
  'every event of a case is one leaf of the ledger, and no leaf is more than that': `
    select event.case_id::text || ' ' || event.version as broken
    from case_event event join case_file file on file.id = event.case_id
    left join (select text::jsonb as leaf from ledger_leaf) acts
      on leaf->>'subject' = file.number and leaf->>'act' = 'cases.' || event.type
      and (leaf->'body'->>'version')::int = event.version
    group by event.case_id, event.version having count(leaf) <> 1`,
  'every event of a case is told once': `
    select event.case_id::text || ' ' || event.version as broken
    from case_event event left join outbox_event told
      on told.subject = event.case_id::text and told.type = 'cases.' || event.type
      and (told.body->>'version')::int = event.version
    where event.type <> 'correction-requested'
    group by event.case_id, event.version having count(told.id) <> 1`,
  'versions of a plan follow one another from the first': `
    select project_id::text as broken from project_plan
    group by project_id having max(version) <> count(*) or min(version) <> 1`,
  'a step has one open case, and a case of a project is linked to its step': `
    select project_id::text as broken from project_step_case where closed_at is null
      group by project_id, service having count(*) > 1
    union all
    select file.id::text from case_file file
      where file.project_id is not null
        and not exists (select from project_step_case link where link.case_id = file.id)`,
  'a commitment stands on a letter, and on one only': `
    select project_id::text as broken from project_commitment
      where not exists (select from project_letter letter where letter.id = letter_id)
    union all
    select project_id::text from project_letter group by project_id having count(*) > 1`,
  'what the project has signed is promised in its case': `
    select pledged.project_id::text || ' ' || pledged.commitment as broken
    from project_commitment pledged
    join project_step_case link on link.project_id = pledged.project_id and link.closed_at is null
      and link.service = 'M307'
    join case_file file on file.id = link.case_id
    where pledged.withdrawn_at is null
      and not file.state->'promises' @> jsonb_build_array(jsonb_build_object('id', pledged.commitment))`,
  'a project is one, however often it was asked for': `
    select name as broken from project group by name having count(*) > 1`,
  'a key has one answer, and an answer belongs to a command that was audited': `
    select record.command as broken from idempotency_record record
    where not exists (select from audit_entry entry where entry.command = record.command)`,
}

/** True as soon as nothing is left to deliver. */
const inTheEnd: Readonly<Record<string, string>> = {
  'everything that was told has arrived': `
    select subscriber as broken from outbox_delivery where delivered_at is null`,
  'a step has the days of its case': `
    select actual.step as broken from project_step_case link
    join case_file file on file.id = link.case_id
    left join project_step_actual actual on actual.project_id = link.project_id and actual.step = link.service
    where link.closed_at is null and file.state->'acceptance' <> 'null'::jsonb
      and (actual.started_on is distinct from (file.state->'acceptance'->>'from')::date
        or actual.finished_on is distinct from (file.state->'decision'->>'on')::date)`,
  'every leaf has its place in the tree': `
    select 'waiting' as broken where (select count(*) from ledger_leaf) <>
      (select coalesce(max(size), 0) from ledger_checkpoint)`,
}

/** The promises that are broken at this moment. */
export function brokenPromises(ask: Ask): Promise<readonly string[]> {
  return brokenOf(ask, always)
}

/** The promises that are broken once everything had its time. */
export async function brokenInTheEnd(ask: Ask): Promise<readonly string[]> {
  return [...(await brokenOf(ask, always)), ...(await brokenOf(ask, inTheEnd))]
}

async function brokenOf(ask: Ask, promises: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const broken: string[] = []
  for (const [promise, statement] of Object.entries(promises)) {
    const rows = await ask<{ broken: string }>(statement)
    for (const row of rows) broken.push(`${promise}: ${row.broken}`)
  }
  return broken
}
