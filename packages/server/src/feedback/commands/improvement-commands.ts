/**
 * What comes again and again raises a task to change the procedure: one open task for a topic and a department.
 */

import { addDays, localMoment } from '@guanjia/core/calendar'
import { isRecurring } from '@guanjia/core/feedback'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { CommandContext } from '../../platform/commands/command.ts'
import { dayOf, type FeedbackPorts } from '../feedback-ports.ts'
import { feedbackTables } from '../store/feedback-tables.ts'

/** Raises the task, or adds to the open one, once the rule of the content is met. */
export async function noteRecurrence(
  ports: FeedbackPorts,
  context: CommandContext,
  { topic, lead }: { readonly topic: string; readonly lead: string },
): Promise<void> {
  const on = dayOf(ports, context.now)
  const { recurrence } = ports.content
  const tables = feedbackTables(context.tx)
  // two dispatches at once would each see one issue too few
  await sql`select pg_advisory_xact_lock(hashtext(${`improvement_task ${topic} ${lead}`}))`.execute(
    context.tx,
  )
  const last = await tables
    .selectFrom('improvement_task')
    .select(({ fn }) => fn.max('done_on').as('on'))
    .where('topic', '=', topic)
    .where('lead', '=', lead)
    .executeTakeFirst()
  const issues = await tables
    .selectFrom('issue')
    .select(['number', 'filed_at'])
    .where('topic', '=', topic)
    .where(sql<boolean>`authorities[1] = ${lead}`)
    .where('situation', 'not in', ['merged', 'signposted'])
    .where('filed_at', '>=', new Date(`${addDays(on, -1 - recurrence.withinDays)}T00:00:00Z`))
    .orderBy('filed_at')
    .execute()
  // what was filed before the last measure is what the measure was about
  const since = last?.on ?? null
  const counted = issues
    .map(({ number, filed_at }) => ({
      number,
      day: localMoment(filed_at.getTime(), ports.zone.utcOffsetMinutes).date,
    }))
    .filter(({ day }) => since === null || day > since)
  if (
    !isRecurring(
      recurrence,
      counted.map(({ day }) => day),
      on,
    )
  )
    return
  const numbers = counted.map(({ number }) => number)
  const task = await tables
    .insertInto('improvement_task')
    .values({ id: ports.newId(), topic, lead, issues: numbers, raised_on: on, done_on: null, measure: null })
    .onConflict((conflict) =>
      conflict.columns(['topic', 'lead']).where('done_on', 'is', null).doUpdateSet({ issues: numbers }),
    )
    .returning(['id', sql<boolean>`xmax = 0`.as('isNew')])
    .executeTakeFirstOrThrow()
  if (task.isNew)
    context.emit({
      type: 'feedback.recurrence-found',
      subject: task.id,
      body: { topic, lead, issues: numbers.length },
    })
}

/** Says what was changed. */
export async function finishTask(
  ports: FeedbackPorts,
  context: CommandContext,
  { id, measure }: { readonly id: string; readonly measure: string },
): Promise<Result<{ id: string; doneOn: string }, 'improvement-done-already'>> {
  const doneOn = dayOf(ports, context.now)
  const done = await feedbackTables(context.tx)
    .updateTable('improvement_task')
    .set({ done_on: doneOn, measure })
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .returning(['topic', 'lead'])
    .executeTakeFirst()
  if (done === undefined) return refuse('improvement-done-already')
  context.emit({
    type: 'feedback.procedure-improved',
    subject: id,
    body: { topic: done.topic, lead: done.lead },
  })
  return accept({ id, doneOn })
}
