/**
 * A company confirms what its steward filled in for it.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { unseenAwaiting } from '@guanjia/core/projects'
import type { CommandContext } from '../../platform/commands/command.ts'
import { personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { faultOf, keepAwaiting, versioned } from './fact-commands.ts'

/** What the company has in front of it. */
export interface SeenAnswers {
  readonly projectId: string
  readonly answersVersion: number
}

/** Takes every waiting answer as the company's own, if it has seen each as it is now. */
export async function confirmAnswers(
  context: CommandContext,
  { projectId, answersVersion }: SeenAnswers,
): Promise<
  Result<{ confirmed: number }, 'project-ended' | 'answers-changed-meanwhile' | 'nothing-to-confirm'>
> {
  const project = await projectsTables(context.tx)
    .selectFrom('project')
    .select(['number', 'facts', 'state', 'facts_version', 'facts_changed', 'facts_awaiting'])
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  const unseen = unseenAwaiting(project.facts_awaiting, versioned(project), answersVersion)
  if (unseen.length > 0) return refuse('answers-changed-meanwhile', { errors: unseen.map(faultOf) })
  const confirmed = Object.keys(project.facts_awaiting).length
  if (confirmed === 0) return refuse('nothing-to-confirm')
  await keepAwaiting(context, projectId, {})
  context.record({
    act: 'projects.answers-confirmed',
    subject: project.number,
    body: {
      attributes: Object.keys(project.facts_awaiting).toSorted(),
      answersVersion,
      by: context.commit(personOf(context)),
    },
  })
  context.emit({
    type: 'projects.answers-confirmed',
    subject: projectId,
    body: { number: project.number, confirmed },
  })
  return accept({ confirmed })
}
