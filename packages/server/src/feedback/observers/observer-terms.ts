/**
 * Terms of observers in and out of the database. Whether one runs is asked of the day, every time: nothing has to be done
 * for a term to end.
 */

import type { Principal, Resource } from '@guanjia/core/access'
import type { PlainDate } from '@guanjia/core/calendar'
import { isServing, isTermEnding, type ObserverTerm } from '@guanjia/core/feedback'
import type { Selectable } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { type ObserverTables, observerTables } from './observer-tables.ts'

/** A term with the name of its observer. */
export type NamedTerm = Selectable<ObserverTables['observer_term']> & { readonly name: string }

/** The days of a term. */
export function termOf(row: Pick<NamedTerm, 'from_day' | 'until_day' | 'ended_on'>): ObserverTerm {
  return { from: row.from_day, until: row.until_day, endedOn: row.ended_on }
}

/** Every term with a name. */
export function namedTerms(database: Database) {
  return observerTables(database)
    .selectFrom('observer_term')
    .innerJoin('person', 'person.id', 'observer_term.person_id')
    .selectAll('observer_term')
    .select('person.name')
}

/** The term of a person that runs on a day. */
export async function findServing(
  database: Database,
  personId: string,
  on: PlainDate,
): Promise<NamedTerm | undefined> {
  const terms = await namedTerms(database).where('person_id', '=', personId).execute()
  return terms.find((term) => isServing(termOf(term), on))
}

/** Those whose term runs on a day, by name. */
export async function findAllServing(database: Database, on: PlainDate): Promise<readonly NamedTerm[]> {
  const terms = await namedTerms(database)
    .where('until_day', '>=', on)
    .orderBy('observer_term.number')
    .execute()
  return terms.filter((term) => isServing(termOf(term), on))
}

/** The facts that decide who is an observer: the term is read at the moment of the request. */
export function findAppointment({ database, clock, zone }: FeedbackPorts) {
  return async ({ principal }: { readonly principal: Principal }): Promise<Resource | undefined> => {
    if (principal.kind !== 'person') return {}
    const term = await findServing(database, principal.id, dayOf({ zone }, clock.now()))
    return term === undefined ? undefined : { appointedIds: [principal.id] }
  }
}

/** A term as it is shown. */
export function termShown(ports: FeedbackPorts, row: NamedTerm) {
  const today = dayOf(ports, ports.clock.now())
  const term = termOf(row)
  const { id, number, name, kind, organisation } = row
  return {
    id,
    number,
    name,
    kind,
    organisation,
    ...term,
    isServing: isServing(term, today),
    isEnding: isTermEnding(term, ports.observers.remindBefore.value, today),
  }
}
