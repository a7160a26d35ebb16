/**
 * What the clock starts: issues whose askers have said nothing for long enough are closed by the rule, photos that nobody
 * handed in are forgotten.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { commandIssue } from './commands/issue-commands.ts'
import type { FeedbackPorts } from './feedback-ports.ts'
import { forgetPhotos } from './photos/photo-store.ts'
import { feedbackTables } from './store/feedback-tables.ts'

const lookJob = 'feedback.look-at-silence'
const forgetJob = 'feedback.forget-photos'

/** Answers the jobs, and has silence looked at every hour. */
export function handleFeedbackJobs(ports: FeedbackPorts): void {
  const { jobs } = ports
  jobs.handle(lookJob, () => lookAtSilence(ports))
  jobs.every(lookJob, '14 * * * *')
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
