/**
 * Plans over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { accept, refuse } from '@guanjia/core/kernel'
import { readProgress } from '../progress/project-progress.ts'
import { readStepCases } from '../progress/step-progress-view.ts'
import { act, findPeople } from '../project-acts.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { implementFactRoutes } from './fact-routes.ts'
import { makePlan } from './plan-commands.ts'
import { catalogueOf, lastPlan, planOf, sourceOf, todayOf } from './plan-source.ts'
import { planView } from './plan-view.ts'
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
      act(room, { name: 'projects.make-plan', subject: input.params.id, input }, (context) => {
        const moment = { ...context, madeBy: personOf(context) }
        return makePlan(room, moment, { projectId: input.params.id, ...input.body })
      }),
    {
      ...unpublished,
      'project-ended': 409,
      'calendar-not-published': 503,
      'nothing-known-of-the-project': 422,
    },
    concerned,
  )
}

function implementReadingRoutes(room: ProjectsRoom): void {
  const { implement, database, zone } = room
  const concerned = findPeople(room)
  implement(
    contract.readPlan,
    async ({ params, query, language }) => {
      const row = await lastPlan(projectsTables(database), params.id)
      if (row === undefined) return refuse('plan-not-made')
      const progress = await readProgress(database, params.id, todayOf(room, room.clock.now()))
      const source = { ...sourceOf(row), progress }
      const signed = query.sign === undefined ? source.signed : query.sign.split(',').filter(Boolean)
      const catalogue = await catalogueOf(room, row)
      const { view } = query
      const plan = planOf(room, catalogue, { ...source, signed, view })
      const unsigned = planOf(room, catalogue, { ...source, signed: [], view })
      if (!plan.ok) return refuseAsDeclared(plan.code, plan.because)
      if (!unsigned.ok) return refuseAsDeclared(unsigned.code, unsigned.because)
      const laneNames = Object.fromEntries(room.content.lanes.map(({ id, name }) => [id, name[language]]))
      const cases = await readStepCases(room, params.id)
      const showing = {
        catalogue,
        calendar: zone.calendar,
        language,
        unsigned: unsigned.value,
        laneNames,
        cases,
      }
      return accept({
        version: row.version,
        madeAt: row.made_at.toISOString(),
        plan: planView(plan.value, showing),
      })
    },
    {
      'plan-not-made': 404,
      'commitment-unknown': 422,
      'commitment-not-applicable': 422,
      'too-many-commitments': 422,
      'calendar-not-published': 503,
    },
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

const readable = [
  'commitment-unknown',
  'commitment-not-applicable',
  'too-many-commitments',
  'calendar-not-published',
] as const

/** A plan that was made once has no circle and no unknown step; anything else is a fault of the house. */
function refuseAsDeclared(code: string, because: Readonly<Record<string, unknown>>) {
  const declared = readable.find((one) => one === code)
  if (declared === undefined) throw new Error(`a kept plan is refused: ${code}`)
  return refuse(declared, because)
}
