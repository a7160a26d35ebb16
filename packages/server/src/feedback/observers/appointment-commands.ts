/**
 * Appointing observers, and ending a term before its time.
 */

import { parseIdentityNumber } from '@guanjia/core/access'
import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import { lastDayOfTerm, type ObserverKind } from '@guanjia/core/feedback'
import { accept, assert, filled, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import { type AccessTables, admitNamedPerson } from '../../access/index.ts'
import type { CommandContext } from '../../platform/commands/command.ts'
import { doerOf } from '../commands/issue-commands.ts'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { observerTables } from './observer-tables.ts'

/** Who is appointed. */
export interface Appointment {
  readonly id: string
  readonly name: string
  readonly identityNumber: string
  readonly kind: ObserverKind
  readonly organisation: string
  readonly from: string
}

/** Why nobody was appointed. */
export type AppointmentRefusal = 'identity-number-wrong' | 'observer-serves-already' | 'observer-places-taken'

/** Appoints for a whole term. The same person may follow themselves; two terms of one person never overlap. */
export async function appoint(
  { observers, newId, zone }: FeedbackPorts,
  context: CommandContext,
  wanted: Appointment,
): Promise<Result<{ id: string; number: string; until: PlainDate }, AppointmentRefusal>> {
  const { id, name, identityNumber, kind, organisation } = wanted
  if (!parseIdentityNumber(identityNumber, dayOf({ zone }, context.now)).ok)
    return refuse('identity-number-wrong')
  const from = plainDate(wanted.from)
  const until = lastDayOfTerm(from, observers.term.value)
  // two appointments at once would each find a place that only one of them may have
  await sql`select pg_advisory_xact_lock(hashtext('observer_term'))`.execute(context.tx)
  const access = context.tx.withTables<AccessTables>()
  const personId = await admitNamedPerson(access, { name, identityNumber }, newId())
  const others = await termsBetween(context, from, until)
  if (others.some(({ person_id }) => person_id === personId)) return refuse('observer-serves-already')
  if (others.length >= observers.places.value) return refuse('observer-places-taken')
  const number = await nextNumber(context, observers.paper.number, from)
  await observerTables(context.tx)
    .insertInto('observer_term')
    .values({
      id,
      number,
      person_id: personId,
      kind,
      organisation,
      from_day: from,
      until_day: until,
      ended_on: null,
      ended_because: null,
      appointed_by: doerOf(context.principal),
      appointed_at: context.now,
      reminded_at: null,
    })
    .execute()
  context.record({
    act: 'feedback.observer-appointed',
    subject: id,
    body: { number: context.commit(number), person: context.commit(personId), kind, from, until },
  })
  context.emit({ type: 'feedback.observer-appointed', subject: id, body: { number, from, until } })
  return accept({ id, number, until })
}

/** Terms that run on some day between two. */
function termsBetween({ tx }: CommandContext, from: PlainDate, until: PlainDate) {
  return observerTables(tx)
    .selectFrom('observer_term')
    .select('person_id')
    .where('from_day', '<=', until)
    .where(sql<boolean>`coalesce(ended_on - 1, until_day) >= ${from}`)
    .execute()
}

async function nextNumber({ tx }: CommandContext, form: string, from: PlainDate): Promise<string> {
  const { rows } = await sql<{ n: string }>`select nextval('guanjia.observer_number') as n`.execute(tx)
  const [row] = rows
  assert(row !== undefined, 'a sequence has a next number')
  return filled(form, { year: from.slice(0, 4), n: row.n })
}

/** Ends a term today. */
export async function endTerm(
  { zone }: FeedbackPorts,
  context: CommandContext,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Result<{ id: string; endedOn: PlainDate }, 'observer-term-over'>> {
  const endedOn = dayOf({ zone }, context.now)
  const ended = await observerTables(context.tx)
    .updateTable('observer_term')
    .set({ ended_on: endedOn, ended_because: reason })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .where('until_day', '>=', endedOn)
    .returning('number')
    .executeTakeFirst()
  if (ended === undefined) return refuse('observer-term-over')
  context.record({
    act: 'feedback.observer-term-ended',
    subject: id,
    body: { on: endedOn, reason: context.commit(reason) },
  })
  context.emit({ type: 'feedback.observer-term-ended', subject: id, body: { number: ended.number, endedOn } })
  return accept({ id, endedOn })
}
