/**
 * Observers hear of the end of their term while there is time to speak about another one: once a term.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { addDays } from '@guanjia/core/calendar'
import { isTermEnding } from '@guanjia/core/feedback'
import { accept } from '@guanjia/core/kernel'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { observerTables } from './observer-tables.ts'
import { namedTerms, termOf } from './observer-terms.ts'

const job = 'feedback.look-at-terms'

/** Has the terms looked at every morning of the zone. */
export function remindOfTerms(ports: FeedbackPorts): void {
  ports.jobs.handle(job, () => look(ports))
  ports.jobs.every(job, '10 1 * * *')
}

async function look(ports: FeedbackPorts): Promise<void> {
  const { database, clock, observers, newId, runCommand } = ports
  const days = observers.remindBefore.value
  const today = dayOf(ports, clock.now())
  const near = await namedTerms(database)
    .where('reminded_at', 'is', null)
    .where('until_day', '<=', addDays(today, days))
    .execute()
  for (const term of near.filter((each) => isTermEnding(termOf(each), days, today))) {
    const { id, number, until_day: until } = term
    const principal = systemPrincipal('feedback')
    const command = { name: 'feedback.remind-of-term', subject: id, principal, correlationId: newId() }
    await runCommand({ ...command, legal: false }, async (context) => {
      const told = await observerTables(context.tx)
        .updateTable('observer_term')
        .set({ reminded_at: context.now })
        .where('id', '=', id)
        .where('reminded_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (told !== undefined)
        context.emit({ type: 'feedback.observer-term-ending', subject: id, body: { number, until } })
      return accept(undefined)
    })
  }
}
