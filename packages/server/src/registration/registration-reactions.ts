/**
 * What registration starts elsewhere: each receiving authority is told of an approval, and told again until it gives a
 * receipt; each signer is sent their link.
 */

import { sql } from 'kysely'
import type { Transaction } from '../platform/database.ts'
import type { PushedEntity } from './push-receivers.ts'
import { subscribeNews } from './registration-news.ts'
import type { RegistrationPorts } from './registration-ports.ts'

const pushJob = 'registration.push'

interface PushPayload {
  readonly pushId: string
}

interface WaitingPush {
  readonly id: string
  readonly application_id: string
  readonly receiver: string
  readonly unified_code: string
  readonly name: string | null
  readonly established_on: string
}

/** Subscribes to what happens here and answers the jobs that follow. */
export function subscribeRegistration(ports: RegistrationPorts): void {
  subscribePushes(ports)
  subscribeNews(ports)
}

function subscribePushes(ports: RegistrationPorts): void {
  const { outbox, jobs } = ports
  outbox.on('registration.approved', async (event, tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from registration_push where application_id = ${event.subject}::uuid and state = 'waiting'`.execute(
      tx,
    )
    for (const { id } of rows) await jobs.enqueue(tx, pushJob, { pushId: id }, { key: `push-${id}` })
  })
  jobs.handle<PushPayload>(pushJob, async ({ pushId }, { once }) => {
    const waiting = await findPush(ports, pushId)
    const receiver = ports.receivers.find(({ id }) => id === waiting?.receiver)
    if (waiting === undefined || receiver === undefined) return
    try {
      const receipt = await receiver.push(entityOf(waiting))
      await once('receipt', async (tx) => {
        await sql`
          update registration_push set state = 'delivered', attempts = attempts + 1, last_error = null,
            receipt = ${JSON.stringify(receipt)}::jsonb, delivered_at = ${ports.clock.now()}
          where id = ${pushId}`.execute(tx)
        await tellWhenAllDelivered(ports, tx, waiting.application_id)
      })
    } catch (error) {
      await noteFailure(ports, pushId, error)
      throw error
    }
  })
}

/** The last receipt is news; the lock on the application makes the last one see all others. */
async function tellWhenAllDelivered(
  { outbox, clock }: RegistrationPorts,
  tx: Transaction,
  applicationId: string,
): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select number from registration_application where id = ${applicationId}::uuid for update`.execute(tx)
  const { rows: counts } = await sql<{ receivers: number; waiting: number }>`
    select count(*) as receivers, count(*) filter (where state = 'waiting') as waiting
    from registration_push where application_id = ${applicationId}::uuid`.execute(tx)
  const { receivers = 0, waiting = 0 } = counts[0] ?? {}
  const number = rows[0]?.number
  if (number === undefined || waiting > 0) return
  const event = {
    type: 'registration.pushes-delivered',
    subject: applicationId,
    body: { number, receivers },
  }
  await outbox.store(tx, [event], { correlationId: number, now: clock.now() })
}

async function findPush(ports: RegistrationPorts, id: string): Promise<WaitingPush | undefined> {
  const { rows } = await sql<WaitingPush>`
    select p.id, p.application_id, p.receiver, p.unified_code, v.name, e.established_on
    from registration_push p
    join market_entity e on e.unified_code = p.unified_code
    left join market_entity_version v
      on v.unified_code = p.unified_code and v.valid_to is null and v.recorded_to is null
    where p.id = ${id} and p.state = 'waiting'`.execute(ports.database)
  return rows[0]
}

function entityOf({ id, unified_code, name, established_on }: WaitingPush): PushedEntity {
  return { id, unifiedCode: unified_code, name, establishedOn: established_on }
}

async function noteFailure(ports: RegistrationPorts, id: string, error: unknown): Promise<void> {
  const text = error instanceof Error ? error.message : String(error)
  await sql`
    update registration_push set attempts = attempts + 1, last_error = ${text.slice(0, 500)}
    where id = ${id} and state = 'waiting'`.execute(ports.database)
}
