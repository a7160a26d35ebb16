/**
 * What must be true of a register after any storm, asked in plain SQL: it shares nothing with the server.
 */

import type { Client } from 'pg'
import type { Answer } from './stubborn-client.ts'

/** An answer somebody was given, and what for. */
export interface Acknowledged {
  readonly id: string
  readonly number: string
  readonly seat: string
  readonly name: string
  readonly key: string
  readonly answer: Answer
}

interface Told {
  readonly outcome?: string
  readonly decisionId?: string
  readonly licence?: { readonly number: string; readonly unifiedCode: string }
}

/** Rows that are not what the clients were told. */
const lost = `
  select 'lost: ' || t.number as fault
  from jsonb_to_recordset($1::jsonb) as t
    (id uuid, number text, seat text, name text, "decisionId" uuid, licence text, code text)
  left join registration_application a on a.id = t.id and a.stage = 'approved' and a.decision_id = t."decisionId"
  left join registration_decision d on d.id = t."decisionId" and d.application_id = t.id and d.outcome = 'approved'
  left join licence l on l.application_id = t.id and l.number = t.licence and l.unified_code = t.code
    and l.status = 'valid'
  left join market_entity e on e.unified_code = t.code and e.application_id = t.id
  left join market_entity_version v on v.unified_code = t.code and v.recorded_to is null and v.name = t.name
  left join registration_seat s on s.code = t.seat and s.application_id = t.id and s.state = 'used'
  left join registration_name n on n.application_id = t.id and n.name = t.name and n.state = 'registered'
    and n.unified_code = t.code
  where a.id is null or d.id is null or l.id is null or e.unified_code is null or v.id is null or s.code is null
    or n.name is null`

const twice = `
  select 'two of one seat: ' || code as fault from registration_seat
    where application_id is not null group by code having count(*) > 1
  union all select 'two seats of one application: ' || application_id from registration_seat
    where application_id is not null group by application_id having count(*) > 1
  union all select 'two of one name: ' || name from registration_name group by name having count(*) > 1
  union all select 'two of one code: ' || unified_code from market_entity group by 1 having count(*) > 1
  union all select 'two codes of one application: ' || application_id from market_entity
    where application_id is not null group by application_id having count(*) > 1
  union all select 'two of one licence number: ' || number from licence group by number having count(*) > 1
  union all select 'two licences of one application: ' || application_id from licence
    group by application_id having count(*) > 1`

/** Every approval has its one leaf and its one event, and there is none without an approval. */
const halves = `
  with leaf as (
    select text::jsonb ->> 'subject' as number, count(*) as leaves from ledger_leaf
    where text::jsonb ->> 'act' = 'registration.approved' group by 1
  ), event as (
    select subject as id, count(*) as events from outbox_event where type = 'registration.approved' group by 1
  ), approved as (
    select id, number from registration_application where stage = 'approved'
  )
  select 'not exactly one leaf: ' || coalesce(a.number, l.number) as fault
    from approved a full join leaf l on l.number = a.number where a.id is null or l.leaves is distinct from 1
  union all
  select 'not exactly one event: ' || coalesce(a.id::text, e.id)
    from approved a full join event e on e.id = a.id::text where a.id is null or e.events is distinct from 1
  union all
  select 'decided without approval or the other way round: ' || coalesce(a.id, d.application_id)
    from approved a full join (select * from registration_decision where outcome = 'approved') d on d.application_id = a.id
    where a.id is null or d.id is null`

function toldOf({ id, number, seat, name, answer }: Acknowledged) {
  const told = JSON.parse(answer.text) as Told
  return {
    id,
    number,
    seat,
    name,
    decisionId: told.decisionId ?? null,
    licence: told.licence?.number ?? null,
    code: told.licence?.unifiedCode ?? null,
  }
}

function isApproval({ answer }: Acknowledged): boolean {
  return answer.status === 200 && (JSON.parse(answer.text) as Told).outcome === 'approved'
}

/** Everything that is wrong, in words; nothing where the register is what the clients were told. */
export async function faultsOfRegister(
  client: Client,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const unexpected = acknowledged
    .filter((one) => !isApproval(one))
    .map(({ number, answer }) => `unexpected answer: ${number} ${answer.status} ${answer.text}`)
  const told = acknowledged.filter(isApproval).map(toldOf)
  const { rows: missing } = await client.query<{ fault: string }>(lost, [JSON.stringify(told)])
  const { rows: doubled } = await client.query<{ fault: string }>(twice)
  const { rows: half } = await client.query<{ fault: string }>(halves)
  return [...unexpected, ...[...missing, ...doubled, ...half].map(({ fault }) => fault)]
}

/** How many acknowledged registrations the database does not know. */
export async function countLost(client: Client, acknowledged: readonly Acknowledged[]): Promise<number> {
  const told = acknowledged.filter(isApproval).map(toldOf)
  const { rows } = await client.query(lost, [JSON.stringify(told)])
  return rows.length
}

/** Whether the oracle notices that a row an answer rests on is gone; the row comes back afterwards. */
export async function noticesDeletion(
  client: Client,
  acknowledged: readonly Acknowledged[],
): Promise<boolean> {
  const [victim] = acknowledged
  if (victim === undefined) return false
  await client.query('begin')
  try {
    await client.query('delete from licence where application_id = $1', [victim.id])
    const faults = await faultsOfRegister(client, acknowledged)
    return faults.includes(`lost: ${victim.number}`)
  } finally {
    await client.query('rollback')
  }
}
