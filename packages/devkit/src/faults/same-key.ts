/**
 * A18: a key is used for one thing, carried out once, and gives the same answer for ever.
 */

import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { House } from './house-under-attack.ts'
import { submission } from './kill-storm.ts'
import type { Prepared, Preparer } from './prepared-applications.ts'
import { type HttpClient, openHttpClient } from './stubborn-client.ts'
import type { FaultVerdict } from './verdict.ts'

const atOnce = 16

/** Sends one key again in every way. */
export async function repeatKeys(house: House, preparer: Preparer, rounds: number): Promise<FaultVerdict> {
  const client = await house.connect()
  const http = openHttpClient(house.port)
  try {
    const faults: string[] = []
    const prepared = await preparer.prepare(client, rounds + 1)
    const spare = prepared.at(-1)
    for (const one of prepared.slice(0, rounds)) faults.push(...(await repeat({ client, http }, one)))
    return {
      id: 'A18',
      promise: `same key × ${atOnce} at once, with another body, after a year; ${rounds} rounds`,
      faults,
      control: 'sixteen keys instead of one; another body under a new key; a key that was forgotten',
      controlCaught: spare !== undefined && (await failsWithoutKeys({ client, http }, spare)),
      seen: '',
    }
  } finally {
    http.close()
    await client.end()
  }
}

interface Field {
  readonly client: Client
  readonly http: HttpClient
}

async function repeat({ client, http }: Field, one: Prepared): Promise<readonly string[]> {
  const { id, personId, session, number } = one
  const key = randomUUID()
  const sent = { ...submission(id), session, key }
  const answers = await Promise.all(Array.from({ length: atOnce }, () => http.send(sent)))
  const faults: string[] = []
  const [first] = answers
  if (first?.status !== 200) faults.push(`${number}: ${first?.status} ${first?.text}`)
  if (new Set(answers.map(({ status, text }) => `${status} ${text}`)).size !== 1)
    faults.push(`${number}: sixteen senders were answered in several ways`)
  faults.push(...(await executions(client, id)))
  faults.push(...(await anotherBody(http, one)), ...(await anotherPath(http, { ...sent, number })))
  await age(client, { personId, key })
  const late = await http.send(sent)
  if (late.status !== first?.status || late.text !== first.text)
    faults.push(`${number}: after a year the answer is another one`)
  faults.push(...(await executions(client, id)))
  return faults
}

/** The key of a thing done is refused to another body on the same path. */
async function anotherBody(http: HttpClient, { session, number }: Prepared): Promise<readonly string[]> {
  const [key, path] = [randomUUID(), '/api/registration/applications']
  const begin = (kind: 'LLC' | 'IND') => http.send({ method: 'POST', path, session, key, body: { kind } })
  const [first, other, again] = [await begin('LLC'), await begin('IND'), await begin('LLC')]
  const faults: string[] = []
  if (first.status >= 300) faults.push(`${number}: no application could be begun (${first.status})`)
  if (other.status !== 422) faults.push(`${number}: the key passed for another body (${other.status})`)
  if (again.text !== first.text) faults.push(`${number}: the refusal changed the answer of the key`)
  return faults
}

/** Nor does it serve for another path. */
async function anotherPath(
  http: HttpClient,
  { number, session, key }: { readonly number: string; readonly session: string; readonly key: string },
): Promise<readonly string[]> {
  const path = '/api/registration/applications'
  const { status } = await http.send({ method: 'POST', path, session, key, body: { kind: 'LLC' } })
  return status === 422 ? [] : [`${number}: the key passed for something else (${status})`]
}

/** Makes a key a year older; throws where there is none, because then nothing was tried. */
async function age(client: Client, use: { readonly personId: string; readonly key: string }): Promise<void> {
  const { rowCount } = await client.query(
    `update idempotency_record set created_at = created_at - interval '366 days' where principal like $1 and key = $2`,
    [`%${use.personId}%`, use.key],
  )
  if (rowCount !== 1) throw new Error(`${rowCount} keys were made a year older, not one`)
}

async function executions(client: Client, id: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ decisions: string; events: string }>(
    `select (select count(*) from registration_decision where application_id = $1) as decisions,
       (select count(*) from outbox_event where subject = $1::text and type = 'registration.approved') as events`,
    [id],
  )
  const isOnce = rows[0]?.decisions === '1' && rows[0].events === '1'
  return isOnce ? [] : [`${id}: carried out ${rows[0]?.decisions} times, ${rows[0]?.events} events`]
}

/** Each comparison above, where it has to see a difference. */
async function failsWithoutKeys({ client, http }: Field, spare: Prepared): Promise<boolean> {
  const { id, personId, session } = spare
  const keys = Array.from({ length: atOnce }, () => randomUUID())
  const send = (key = '') => http.send({ ...submission(id), session, key })
  const answers = await Promise.all(keys.map(send))
  // without a key in common there is one approval and fifteen refusals
  const differs = new Set(answers.map(({ text, status }) => `${status} ${text}`)).size > 1
  const approved = answers.findIndex(({ status }) => status === 200)
  const key = keys[approved] ?? ''
  const newKey = {
    method: 'POST',
    path: '/api/registration/applications',
    session,
    key: randomUUID(),
  } as const
  const passes = (await http.send({ ...newKey, body: { kind: 'IND' } })).status !== 422
  const { rowCount } = await client.query(
    'delete from idempotency_record where principal like $1 and key = $2',
    [`%${personId}%`, key],
  )
  const late = await send(key)
  return differs && passes && rowCount === 1 && late.text !== answers[approved]?.text
}
