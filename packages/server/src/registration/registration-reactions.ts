/**
 * What registration starts elsewhere: each receiving authority is told of an approval, and told again until it gives a
 * receipt; the last receipt of a set-up is news.
 */

import { sql } from 'kysely'
import type { Transaction } from '../platform/database/database.ts'
import type { OutboxEvent } from '../platform/events/outbox.ts'
import type { DueJob } from '../platform/jobs/jobs.ts'
import type { PushedEntity, PushReceipt } from './push-receivers.ts'
import { subscribeNews } from './registration-news.ts'
import type { RegistrationPorts } from './registration-ports.ts'

const pushJob = 'registration.push'

interface PushPayload {
  readonly applicationId: string
}

interface WaitingPush {
  readonly id: string
  readonly receiver: string
  readonly unified_code: string
  readonly name: string | null
  readonly established_on: string
  readonly occasion: PushedEntity['occasion']
  /** number of the case, and how many receivers its set-up has */
  readonly number: string
  readonly receivers: number
}

/** Subscribes to what happens here and answers the jobs that follow. */
export function subscribeRegistration(ports: RegistrationPorts): void {
  subscribePushes(ports)
  subscribeNews(ports)
}

/** One job an approval: it tells every receiver at once, and comes again for those that gave no receipt. */
function subscribePushes(ports: RegistrationPorts): void {
  const { outbox, jobs } = ports
  for (const type of ['registration.approved', 'registration.licence-corrected', 'registration.revoked'])
    outbox.onAll(type, (events, tx) => jobs.enqueueAll(tx, pushJob, events.map(pushOf)), `${type}-pushes`)
  jobs.handle<PushPayload>(pushJob, async ({ applicationId }, { once }) => {
    const waiting = await findPushes(ports, applicationId)
    const tried = await Promise.all(waiting.map((push) => tryPush(ports, push)))
    const receipts = tried.flatMap(({ id, receipt }) => (receipt === undefined ? [] : [{ id, receipt }]))
    const failures = tried.flatMap(({ id, error }) => (error === undefined ? [] : [{ id, error }]))
    if (receipts.length > 0)
      await once(`receipts ${receipts.map(({ id }) => id).join(' ')}`, async (tx) => {
        await sql`
          update registration_push p set state = 'delivered', attempts = p.attempts + 1, last_error = null,
            receipt = given.receipt, delivered_at = ${ports.clock.now()}
          from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as given (id uuid, receipt jsonb)
          where p.id = given.id and p.state = 'waiting'`.execute(tx)
        const [first] = waiting
        if (first !== undefined && isSetUpDelivered(tried))
          await tellAllDelivered(ports, tx, { applicationId, ...first })
      })
    if (failures.length === 0) return
    await noteFailures(ports, failures)
    throw new Error(`${failures.length} of ${tried.length} receivers gave no receipt`)
  })
}

function pushOf({ id, subject, occurredAt }: OutboxEvent): DueJob {
  return {
    payload: { applicationId: subject } satisfies PushPayload,
    key: `push-${id}`,
    dueSince: occurredAt,
  }
}

/** Whether the last receivers of a set-up have acknowledged it just now; a correction or a revocation has news of its own. */
function isSetUpDelivered(tried: readonly TriedPush[]): boolean {
  const ofSetUp = tried.filter(({ occasion }) => occasion === 'set-up')
  return ofSetUp.length > 0 && ofSetUp.every(({ receipt }) => receipt !== undefined)
}

async function tellAllDelivered(
  { outbox, clock }: RegistrationPorts,
  tx: Transaction,
  { applicationId, number, receivers }: PushPayload & Pick<WaitingPush, 'number' | 'receivers'>,
): Promise<void> {
  const event = { type: 'registration.pushes-delivered', subject: applicationId, body: { number, receivers } }
  await outbox.store(tx, [event], { correlationId: number, now: clock.now() })
}

interface TriedPush extends Pick<WaitingPush, 'id' | 'occasion'> {
  readonly receipt?: PushReceipt
  readonly error?: string
}

async function tryPush({ receivers }: RegistrationPorts, waiting: WaitingPush): Promise<TriedPush> {
  const { id, occasion } = waiting
  const receiver = receivers.find((one) => one.id === waiting.receiver)
  if (receiver === undefined)
    return { id, occasion, error: `there is no receiver ${waiting.receiver} any more` }
  try {
    return { id, occasion, receipt: await receiver.push(entityOf(waiting)) }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return { id, occasion, error: text.slice(0, 500) }
  }
}

async function findPushes(
  { database }: RegistrationPorts,
  applicationId: string,
): Promise<readonly WaitingPush[]> {
  const { rows } = await sql<WaitingPush>`
    select p.id, p.receiver, p.unified_code, p.occasion, v.name, e.established_on, a.number,
      (select count(distinct s.receiver) from registration_push s
        where s.application_id = a.id and s.occasion = 'set-up') as receivers
    from registration_push p
    join registration_application a on a.id = p.application_id
    join market_entity e on e.unified_code = p.unified_code
    left join market_entity_version v
      on v.unified_code = p.unified_code and v.valid_to is null and v.recorded_to is null
    where p.application_id = ${applicationId}::uuid and p.state = 'waiting'
    order by p.created_at, p.receiver`.execute(database)
  return rows
}

function entityOf({ id, unified_code, name, established_on, occasion }: WaitingPush): PushedEntity {
  return { id, unifiedCode: unified_code, name, establishedOn: established_on, occasion }
}

async function noteFailures(
  { database }: RegistrationPorts,
  failures: readonly Pick<TriedPush, 'id' | 'error'>[],
): Promise<void> {
  await sql`
    update registration_push p set attempts = p.attempts + 1, last_error = given.error
    from jsonb_to_recordset(${JSON.stringify(failures)}::jsonb) as given (id uuid, error text)
    where p.id = given.id and p.state = 'waiting'`.execute(database)
}
