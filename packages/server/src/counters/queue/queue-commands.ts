/**
 * Giving numbers, calling them, letting them go; one clerk serves one number at a time.
 */

import { afterMiss, inOrder, type LineRule, ticketNumber } from '@guanjia/core/counters'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { Database } from '../../platform/database/database.ts'
import { queueTables, type TicketRow } from './queue-tables.ts'

/** A number to give. */
export interface NewTicket {
  readonly id: string
  readonly matter: string
  /** the zone's day */
  readonly day: string
}

/** Two at once would be given one number: the day is locked while the next is found. */
async function lockDay({ tx }: CommandContext, day: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`counter_ticket ${day}`}))`.execute(tx)
}

/** Gives the next number of a day. */
export async function giveNumber(
  context: CommandContext,
  { id, matter, day }: NewTicket,
): Promise<Result<TicketRow, never>> {
  await lockDay(context, day)
  const { last } = await queueTables(context.tx)
    .selectFrom('counter_ticket')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  const sequence = (last ?? 0) + 1
  const row: TicketRow = {
    id,
    day,
    sequence,
    number: ticketNumber(sequence),
    matter,
    state: 'waiting',
    place: sequence,
    clerk_id: null,
    counter: null,
    times_called: 0,
    taken_at: context.now,
    called_at: null,
    closed_at: null,
  }
  await queueTables(context.tx).insertInto('counter_ticket').values(row).execute()
  return accept(row)
}

/** Those who wait, in the order in which they are called. */
export async function readLine(database: Database, day: string): Promise<readonly TicketRow[]> {
  const rows = await queueTables(database)
    .selectFrom('counter_ticket')
    .selectAll()
    .where('day', '=', day)
    .where('state', '=', 'waiting')
    .execute()
  return inOrder(rows.map((row) => ({ ...row, timesCalled: row.times_called })))
}

/** Who calls whom where. */
export interface Calling {
  readonly clerkId: string
  readonly counter: string
  readonly day: string
}

/** Calls the next number to a counter. */
export async function callNext(
  context: CommandContext,
  { clerkId, counter, day }: Calling,
): Promise<Result<TicketRow, 'ticket-in-hand' | 'nobody-waits'>> {
  await lockDay(context, day)
  await releaseForgotten(context, clerkId, day)
  if ((await findInHand(context.tx, clerkId, day)) !== undefined) return refuse('ticket-in-hand')
  const [next] = await readLine(context.tx, day)
  if (next === undefined) return refuse('nobody-waits')
  const called = await queueTables(context.tx)
    .updateTable('counter_ticket')
    .set({
      state: 'called',
      clerk_id: clerkId,
      counter,
      called_at: context.now,
      times_called: next.times_called + 1,
    })
    .where('id', '=', next.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return accept(called)
}

/** A number that was forgotten when the hall closed has left: nobody stands there for it any more. */
async function releaseForgotten({ tx, now }: CommandContext, clerkId: string, today: string): Promise<void> {
  await queueTables(tx)
    .updateTable('counter_ticket')
    .set({ state: 'left', closed_at: now })
    .where('clerk_id', '=', clerkId)
    .where('state', '=', 'called')
    .where('day', '<', today)
    .execute()
}

/** The number a clerk serves today. */
export async function findInHand(
  database: Database,
  clerkId: string,
  day: string,
): Promise<TicketRow | undefined> {
  return queueTables(database)
    .selectFrom('counter_ticket')
    .selectAll()
    .where('day', '=', day)
    .where('clerk_id', '=', clerkId)
    .where('state', '=', 'called')
    .executeTakeFirst()
}

/** How a number is let go. */
export interface Closing {
  readonly id: string
  readonly clerkId: string
  readonly how: 'served' | 'missed'
  /** the zone's day */
  readonly day: string
  readonly rule: LineRule
}

/** Lets a number go that a clerk has in hand. */
export async function closeTicket(
  context: CommandContext,
  { id, clerkId, how, day, rule }: Closing,
): Promise<Result<TicketRow, 'ticket-not-in-hand'>> {
  await lockDay(context, day)
  const row = await findInHand(context.tx, clerkId, day)
  if (row === undefined || row.id !== id) return refuse('ticket-not-in-hand')
  const after = how === 'served' ? ({ state: 'served' } as const) : await placeOfMissed(context, row, rule)
  const isOver = after.state !== 'waiting'
  const closed = await queueTables(context.tx)
    .updateTable('counter_ticket')
    .set({
      ...after,
      closed_at: isOver ? context.now : null,
      ...(isOver ? {} : { clerk_id: null, counter: null }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return accept(closed)
}

async function placeOfMissed({ tx }: CommandContext, row: TicketRow, rule: LineRule) {
  const line = await readLine(tx, row.day)
  const waiting = line.map((each) => ({ ...each, timesCalled: each.times_called }))
  return afterMiss({ ...row, timesCalled: row.times_called }, waiting, rule)
}

/** A number that goes from one clerk to another. */
export interface Passing {
  readonly id: string
  readonly from: string
  readonly to: string
  /** the counter the other clerk sits at: whoever was called has to go there */
  readonly counter: string | undefined
  /** the zone's day */
  readonly day: string
}

/** Passes a number that a clerk has in hand; what is not the number in hand stays where it is. */
export async function passNumber(
  context: CommandContext,
  { id, from, to, counter, day }: Passing,
): Promise<Result<undefined, 'colleague-serves' | 'counter-missing'>> {
  await lockDay(context, day)
  const row = await findInHand(context.tx, from, day)
  if (row?.id !== id) return accept(undefined)
  if (counter === undefined) return refuse('counter-missing')
  await releaseForgotten(context, to, day)
  if ((await findInHand(context.tx, to, day)) !== undefined) return refuse('colleague-serves')
  await queueTables(context.tx)
    .updateTable('counter_ticket')
    .set({ clerk_id: to, counter, called_at: context.now })
    .where('id', '=', id)
    .execute()
  return accept(undefined)
}
