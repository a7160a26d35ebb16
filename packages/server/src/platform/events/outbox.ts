/**
 * Events and what they start in other rooms. An event is stored with the command that caused it, together with one
 * delivery row for each reaction; the reaction's effect and the mark on that row are one transaction, so every effect
 * happens once however often a worker dies. Who reacts to what stands in the database, so that an event reaches a
 * reaction whichever process stored it.
 *
 * A reaction may be handed several events at once, so that their effects share statements.
 *
 * Events of one subject reach a reaction in their order: a later one waits while an earlier one fails. That order is
 * the order of the commands as long as the commands of one subject lock it.
 */

import { type RawBuilder, sql } from 'kysely'
import { type ClosingPart, runClosing } from '../commands/closing-statement.ts'
import type { EventDraft } from '../commands/command.ts'
import type { Database, Transaction } from '../database/database.ts'
import { withoutPersonalData } from '../operations/without-personal-data.ts'

/** An event as a reaction sees it. */
export interface OutboxEvent {
  readonly id: number
  readonly type: string
  readonly subject: string
  readonly body: Readonly<Record<string, unknown>>
  readonly correlationId: string
  readonly occurredAt: Date
}

/** The effect of an event; database work only, in the given transaction. Slow or foreign work is enqueued as a job. */
export type Reaction = (event: OutboxEvent, tx: Transaction) => Promise<void>

/** The effect of events of one type that wait together, in their order; as a whole it happens or does not. */
export type SharedReaction = (events: readonly OutboxEvent[], tx: Transaction) => Promise<void>

/** Where commands leave events and rooms subscribe. */
export interface Outbox {
  /**
   * Subscribes to a type of event, from the events stored after this on.
   *
   * @param subscriber - stable name of the reaction; needed where a type has more than one
   */
  readonly on: (type: string, reaction: Reaction, subscriber?: string) => void
  /** subscribes to what waits of a type at once; such reactions come after those to single events, and wait for no other */
  readonly onAll: (type: string, reaction: SharedReaction, subscriber?: string) => void
  /** keeps events outside of a command, in the transaction of what they tell of */
  readonly store: (tx: Transaction, events: readonly EventDraft[], origin: EventOrigin) => Promise<void>
  /** what a command adds for its events to be kept and delivered */
  readonly parts: (events: readonly EventDraft[], origin: EventOrigin) => readonly ClosingPart[]
  /** writes the subscriptions down for the processes that do not have them */
  readonly register: () => Promise<void>
  /** delivers what waits and is due, until `isStopped` between two batches; the number of deliveries made */
  readonly deliver: (isStopped?: () => boolean) => Promise<number>
}

/** What the events of one command have in common. */
export interface EventOrigin {
  readonly correlationId: string
  readonly now: Date
}

type Subscription = { readonly type: string } & (
  | { readonly single: Reaction }
  | { readonly shared: SharedReaction }
)

interface Delivery extends OutboxEvent {
  readonly subscriber: string
}

const batchSize = 20
const longestWaitSeconds = 3600

/** The outbox over a database; `onFailure` hears of every reaction that threw, `stepBack` is awaited between batches. */
export function createOutbox(
  database: Database,
  onFailure: OnFailure,
  stepBack: () => Promise<void> = async () => undefined,
): Outbox {
  const subscriptions = new Map<string, Subscription>()
  const subscribe = (subscriber: string, subscription: Subscription) => {
    if (subscriptions.has(subscriber)) throw new Error(`two reactions are called ${subscriber}`)
    subscriptions.set(subscriber, subscription)
  }
  return {
    on: (type, single, subscriber = type) => subscribe(subscriber, { type, single }),
    onAll: (type, shared, subscriber = type) => subscribe(subscriber, { type, shared }),
    store: (tx, events, origin) => runClosing(tx, eventParts(events, origin, subscriptions)),
    parts: (events, origin) => eventParts(events, origin, subscriptions),
    register: () => register(database, subscriptions),
    deliver: (isStopped = () => false) =>
      deliver(database, { subscriptions, onFailure, stepBack, isStopped }),
  }
}

function eventParts(
  events: readonly EventDraft[],
  { correlationId, now }: EventOrigin,
  subscriptions: ReadonlyMap<string, Subscription>,
): readonly ClosingPart[] {
  const given = events.map(({ type, subject, body }) => ({ type, subject, body }))
  const [types, subscribers] = columnsOf(subscriptions)
  return [
    sql`
      outbox_events as (
        insert into outbox_event (type, subject, body, correlation_id, occurred_at)
        select type, subject, body, ${correlationId}, ${now}::timestamptz
        from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (type text, subject text, body jsonb)
        returning id, type, subject
      )`,
    sql`
      outbox_deliveries as (
        insert into outbox_delivery (event_id, subscriber, subject)
        select event.id, subscription.subscriber, event.subject
        from outbox_events as event
        join (
          select type, subscriber from outbox_subscription
          union
          select * from unnest(${types}::text[], ${subscribers}::text[])
        ) as subscription (type, subscriber) using (type)
      )`,
  ]
}

type Columns = readonly [types: readonly string[], subscribers: readonly string[]]

function columnsOf(subscriptions: ReadonlyMap<string, Subscription>): Columns {
  return [[...subscriptions.values()].map(({ type }) => type), [...subscriptions.keys()]]
}

async function register(database: Database, subscriptions: ReadonlyMap<string, Subscription>): Promise<void> {
  const [types, subscribers] = columnsOf(subscriptions)
  await sql`
    insert into outbox_subscription (type, subscriber)
    select * from unnest(${types}::text[], ${subscribers}::text[])
    on conflict (subscriber) do update set type = excluded.type
    where outbox_subscription.type <> excluded.type`.execute(database)
}

type OnFailure = (failed: { subscriber: string; eventId: number; error: unknown }) => void

interface Delivering {
  readonly subscriptions: ReadonlyMap<string, Subscription>
  readonly onFailure: OnFailure
  readonly stepBack: () => Promise<void>
  readonly isStopped: () => boolean
}

async function deliver(
  database: Database,
  { subscriptions, onFailure, stepBack, isStopped }: Delivering,
): Promise<number> {
  const subscribers = [...subscriptions.keys()]
  let delivered = 0
  for (;;) {
    await stepBack()
    if (isStopped()) return delivered
    const batch = await deliverBatch(database, subscriptions, { subscribers })
    delivered += batch.done
    // what was delivered may have set free what waited behind it
    if (batch.failed.length === 0 && batch.done === 0) return delivered
    for (const { id: eventId, subscriber } of batch.failed) {
      const alone = await deliverBatch(database, subscriptions, { subscribers: [subscriber], eventId })
      delivered += alone.done
      if (alone.failed.length === 0) continue
      onFailure({ subscriber, eventId, error: alone.error })
      await postpone(database, { subscriber, eventId, error: alone.error })
    }
  }
}

interface Batch {
  readonly done: number
  readonly failed: readonly Delivery[]
  readonly error?: unknown
}

/** One transaction: takes deliveries nobody else holds, runs their reactions, marks them. One failure undoes all. */
async function deliverBatch(
  database: Database,
  subscriptions: ReadonlyMap<string, Subscription>,
  wanted: { readonly subscribers: readonly string[]; readonly eventId?: number },
): Promise<Batch> {
  let taken: readonly Delivery[] = []
  try {
    return await database.transaction().execute(async (tx) => {
      taken = await take(tx, wanted)
      await react(tx, subscriptions, taken)
      if (taken.length > 0) await markDelivered(tx, taken)
      return { done: taken.length, failed: [] }
    })
  } catch (error) {
    if (taken.length === 0) throw error
    return { done: 0, failed: taken, error }
  }
}

async function react(
  tx: Transaction,
  subscriptions: ReadonlyMap<string, Subscription>,
  taken: readonly Delivery[],
): Promise<void> {
  const together = new Map<SharedReaction, Delivery[]>()
  for (const delivery of taken) {
    const subscription = subscriptions.get(delivery.subscriber)
    if (subscription === undefined) continue
    if ('single' in subscription) await subscription.single(delivery, tx)
    else together.set(subscription.shared, [...(together.get(subscription.shared) ?? []), delivery])
  }
  for (const [shared, events] of together) await shared(events, tx)
}

/** The row locks are the lease: they end with the worker's connection, never by a timer. */
async function take(
  tx: Transaction,
  wanted: { readonly subscribers: readonly string[]; readonly eventId?: number },
): Promise<readonly Delivery[]> {
  const one: RawBuilder<unknown> =
    wanted.eventId === undefined ? sql`true` : sql`delivery.event_id = ${wanted.eventId}`
  const { rows } = await sql<Delivery>`
    select delivery.subscriber, event.id, event.type, event.subject, event.body,
           event.correlation_id as "correlationId", event.occurred_at as "occurredAt"
    from outbox_delivery as delivery
    join outbox_event as event on event.id = delivery.event_id
    where delivery.delivered_at is null
      and delivery.next_at <= clock_timestamp()
      and delivery.subscriber = any(${wanted.subscribers}::text[])
      and ${one}
      and not exists (
        select from outbox_delivery as earlier
        where earlier.subscriber = delivery.subscriber
          and earlier.subject = delivery.subject
          and earlier.delivered_at is null
          and earlier.event_id < delivery.event_id
      )
    order by delivery.event_id
    limit ${batchSize}
    for update of delivery skip locked
  `.execute(tx)
  return rows
}

async function markDelivered(tx: Transaction, taken: readonly Delivery[]): Promise<void> {
  await sql`
    update outbox_delivery set delivered_at = clock_timestamp(), attempts = attempts + 1
    from unnest(${taken.map(({ id }) => id)}::bigint[], ${taken.map(({ subscriber }) => subscriber)}::text[])
      as taken (event_id, subscriber)
    where outbox_delivery.event_id = taken.event_id and outbox_delivery.subscriber = taken.subscriber
  `.execute(tx)
}

async function postpone(
  database: Database,
  failed: { readonly subscriber: string; readonly eventId: number; readonly error: unknown },
): Promise<void> {
  const words =
    failed.error instanceof Error ? withoutPersonalData(failed.error.message).slice(0, 200) : 'unknown'
  await sql`
    update outbox_delivery
    set attempts = attempts + 1,
        next_at = clock_timestamp() + make_interval(secs => least(${longestWaitSeconds}::float8, power(2, least(attempts, 20)))),
        last_error = ${words}
    where event_id = ${failed.eventId} and subscriber = ${failed.subscriber} and delivered_at is null
  `.execute(database)
}
