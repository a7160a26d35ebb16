/**
 * What the clock starts: issues whose askers have said nothing for long enough are closed by the rule, what is overdue is
 * told once, photos that nobody handed in are forgotten.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { accept } from '@guanjia/core/kernel'
import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { commandIssue } from './commands/issue-commands.ts'
import { dayOf, type FeedbackPorts } from './feedback-ports.ts'
import { forgetPhotos } from './photos/photo-store.ts'
import { feedbackTables } from './store/feedback-tables.ts'

const lookJob = 'feedback.look-at-silence'
const overdueJob = 'feedback.look-at-overdue'
const forgetJob = 'feedback.forget-photos'

/** Answers the jobs, and has silence looked at every hour. */
export function handleFeedbackJobs(ports: FeedbackPorts): void {
  const { jobs } = ports
  jobs.handle(lookJob, () => lookAtSilence(ports))
  jobs.every(lookJob, '14 * * * *')
  jobs.handle(overdueJob, () => lookAtOverdue(ports))
  jobs.every(overdueJob, '24 * * * *')
  jobs.handle(forgetJob, () => forgetPhotos(ports))
  jobs.every(forgetJob, '40 19 * * *')
}

/** Every look is idempotent: what may not be closed yet is refused by the decider. */
async function lookAtSilence(ports: FeedbackPorts): Promise<void> {
  const rows = await feedbackTables(ports.database)
    .selectFrom('issue')
    .select('id')
    .where('situation', '=', 'replied')
    .where('next_kind', '=', 'confirmation')
    .execute()
  const principal = systemPrincipal('feedback')
  for (const { id } of rows) {
    const command = {
      name: 'feedback.close-by-silence',
      subject: id,
      principal,
      correlationId: ports.newId(),
      legal: true,
    }
    await ports.runCommand(command, (context) =>
      commandIssue(ports, context, { id, version: undefined, wish: { type: 'close-by-silence' } }),
    )
  }
}

/** Tells of every last day that has passed, once: a new last day is told of anew. */
async function lookAtOverdue(ports: FeedbackPorts): Promise<void> {
  const principal = systemPrincipal('feedback')
  const today = dayOf(ports, ports.clock.now())
  const overdue = (database: Database) =>
    feedbackTables(database)
      .selectFrom('issue')
      .select(['id', 'number', 'next_kind', 'next_due', 'state'])
      .where('next_due', '<', today)
      .where('next_kind', '!=', 'confirmation')
      .where(sql<boolean>`told_due is distinct from next_due`)
  for (const { id } of await overdue(ports.database).execute()) {
    const command = { name: 'feedback.tell-overdue', subject: id, principal, correlationId: ports.newId() }
    await ports.runCommand({ ...command, legal: false }, async (context) => {
      const row = await overdue(context.tx).where('id', '=', id).forUpdate().executeTakeFirst()
      if (row === undefined) return accept(undefined)
      const { number, next_kind: clock, next_due: due, state } = row
      await feedbackTables(context.tx)
        .updateTable('issue')
        .set({ told_due: due })
        .where('id', '=', id)
        .execute()
      const lead = state.dispatch?.lead ?? null
      context.emit({ type: 'feedback.turned-red', subject: id, body: { number, clock, due, lead } })
      return accept(undefined)
    })
  }
}
