/**
 * How projects really go, over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { act, findPeople } from '../project-acts.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { viewDaysSaved } from './days-saved-view.ts'
import { viewDuties } from './duties-view.ts'
import { openStepCase, reportProgress } from './progress-commands.ts'

const stepProblems = {
  'project-ended': 409,
  'plan-not-made': 404,
  'step-unknown': 404,
  'calendar-not-published': 503,
} as const

/** Answers the routes of progress. */
export function implementProgressRoutes(room: ProjectsRoom): void {
  const { implement } = room
  const concerned = findPeople(room)
  implement(
    contract.openStepCase,
    (input) => {
      const { id: projectId, service: step } = input.params
      return act(room, { name: 'projects.open-step-case', subject: projectId, input }, (context) =>
        openStepCase(room, context, { projectId, step }),
      )
    },
    { ...stepProblems, 'step-is-work': 422 },
    concerned,
  )
  implement(
    contract.reportProgress,
    (input) => {
      const { id: projectId, service: step } = input.params
      return act(room, { name: 'projects.report-progress', subject: projectId, input }, (context) =>
        reportProgress(room, context, { projectId, step, ...input.body }),
      )
    },
    {
      ...stepProblems,
      'step-runs-by-case': 409,
      'step-of-authority': 403,
      'progress-not-possible': 422,
      'catalogue-unpublished': 503,
      'nothing-known-of-the-project': 422,
    },
    concerned,
  )
  implement(
    contract.listProjectDuties,
    ({ params, language }) => viewDuties(room, { projectId: params.id, language }),
    { 'calendar-not-published': 503 },
    concerned,
  )
  implement(
    contract.readDaysSaved,
    ({ params, language }) => viewDaysSaved(room, { projectId: params.id, language }),
    { 'plan-not-made': 404, 'calendar-not-published': 503 },
    concerned,
  )
}
