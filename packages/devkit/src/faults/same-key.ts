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
      control: 'each of the sixteen under a key of its own',
      controlCaught: spare !== undefined && (await differsUnderOwnKeys(http, spare)),
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

async function repeat(
  { client, http }: Field,
  { id, personId, session, number }: Prepared,
): Promise<readonly string[]> {
  const key = randomUUID()
  const sent = { ...submission(id), session, key }
  const answers = await Promise.all(Array.from({ length: atOnce }, () => http.send(sent)))
  const faults: string[] = []
  const [first] = answers
  if (first?.status !== 200) faults.push(`${number}: ${first?.status} ${first?.text}`)
  if (new Set(answers.map(({ status, text }) => `${status} ${text}`)).size !== 1)
    faults.push(`${number}: sixteen senders were answered in several ways`)
  faults.push(...(await executions(client, id)))
  const other = await http.send({ ...sent, path: '/api/registration/applications', body: { kind: 'LLC' } })
  if (other.status !== 422) faults.push(`${number}: the key passed for something else (${other.status})`)
  await client.query(
    `update idempotency_record set created_at = created_at - interval '366 days' where principal like $1 and key = $2`,
    [`%${personId}%`, key],
  )
  const late = await http.send(sent)
  if (late.text !== first?.text) faults.push(`${number}: after a year the answer is another one`)
  return faults
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

/** Without a key in common there is one approval and fifteen refusals: the comparison above would see it. */
async function differsUnderOwnKeys(http: HttpClient, { id, session }: Prepared): Promise<boolean> {
  const answers = await Promise.all(
    Array.from({ length: atOnce }, () => http.send({ ...submission(id), session, key: randomUUID() })),
  )
  return new Set(answers.map(({ text, status }) => `${status} ${text}`)).size > 1
}
