/**
 * The promises of a project in the case that they are for.
 */

import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { ConditionRefusal } from '@guanjia/core/projects'
import type { Facts } from '@guanjia/core/rules'
import type { CommandContext } from '../../platform/commands/command.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'

/** Answers as a case keeps them: a choice of several is left open, and so asked for by the longer branch. */
export function caseFacts(facts: Facts): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[id, value] as const]
        : [],
    ),
  )
}

/** The step a promise is for, and what is known. */
export interface PromisedStep {
  readonly projectId: string
  readonly service: string
  readonly facts: Facts
}

/** Why a case does not take a promise. */
export type CasePromiseRefusal = ConditionRefusal | 'approval-issued-already' | 'calendar-not-published'

/** Signs these commitments in the open case of a step, if it has one; what the case has already stays as it is. */
export async function promisesTo(
  { cases }: Pick<ProjectsRoom, 'cases'>,
  context: CommandContext,
  { projectId, service, facts }: PromisedStep,
  commitments: readonly string[],
): Promise<Result<undefined, CasePromiseRefusal>> {
  const link = await projectsTables(context.tx)
    .selectFrom('project_step_case')
    .select('case_id')
    .where('project_id', '=', projectId)
    .where('service', '=', service)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (link === undefined) return accept(undefined)
  for (const promise of commitments) {
    const signed = await cases.signPromise(context, {
      caseId: link.case_id,
      promise,
      facts: caseFacts(facts),
    })
    if (!signed.ok && signed.code !== 'promise-signed-already') return refusalOfCase(signed.code, promise)
  }
  return accept(undefined)
}

function refusalOfCase(code: string, commitment: string) {
  const because = { commitment }
  switch (code) {
    case 'case-ended':
      return refuse('approval-issued-already', because)
    case 'promise-excluded':
      return refuse('commitment-excluded', because)
    case 'promise-guard-not-met':
      return refuse('commitment-condition-open', because)
    case 'promise-unknown':
      return refuse('commitment-not-applicable', because)
    case 'calendar-not-published':
      return refuse('calendar-not-published', because)
    default:
      throw new Error(`a case does not take the promise ${commitment}: ${code}`)
  }
}
