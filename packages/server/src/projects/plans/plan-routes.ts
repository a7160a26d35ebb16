/**
 * Plans over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { accept, refuse } from '@guanjia/core/kernel'
import { readStepCases } from '../progress/step-progress-view.ts'
import { act, findPeople } from '../project-acts.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { implementFactRoutes } from './fact-routes.ts'
import { keptPlanView, planProblems, readKeptPlan } from './kept-plan.ts'
import { foreignStep, makePlan } from './plan-commands.ts'
import { catalogueOf } from './plan-source.ts'
import { versionView } from './version-view.ts'

const unpublished = { 'catalogue-unpublished': 503 } as const

/** Answers the routes of plans. */
export function implementPlanRoutes(room: ProjectsRoom): void {
  implementFactRoutes(room)
  implementMakingRoutes(room)
  implementReadingRoutes(room)
}

function implementMakingRoutes(room: ProjectsRoom): void {
  const { implement } = room
  const concerned = findPeople(room)
  implement(
    contract.makePlan,
    (input) =>
      act(room, { name: 'projects.make-plan', subject: input.params.id, input }, async (context) => {
        const foreign = await foreignStep(room, { projectId: input.params.id, ...input.body })
        if (foreign !== undefined) return refuse('days-not-own', { step: foreign })
        const moment = { ...context, madeBy: personOf(context) }
        return makePlan(room, moment, { projectId: input.params.id, ...input.body })
      }),
    {
      ...unpublished,
      'project-ended': 409,
      'calendar-not-published': 503,
      'nothing-known-of-the-project': 422,
      'days-not-own': 422,
    },
    concerned,
  )
}

function implementReadingRoutes(room: ProjectsRoom): void {
  const { implement, database } = room
  const concerned = findPeople(room)
  implement(
    contract.readPlan,
    async ({ params, query, language }) => {
      const kept = await readKeptPlan(room, params.id, query)
      if (!kept.ok) return kept
      const { version, madeAt } = kept.value
      const cases = await readStepCases(room, params.id)
      return accept({ version, madeAt, plan: keptPlanView(room, kept.value, { language, cases }) })
    },
    planProblems,
    concerned,
  )
  implement(
    contract.listPlans,
    async ({ params, language }) => {
      const rows = await projectsTables(database)
        .selectFrom('project_plan')
        .selectAll()
        .where('project_id', '=', params.id)
        .orderBy('version', 'desc')
        .execute()
      const versions = rows.map(async (row) => versionView(await catalogueOf(room, row), row, language))
      return accept({ versions: await Promise.all(versions) })
    },
    {},
    concerned,
  )
}
