/**
 * Other versions of the catalogue, as projects meet them, over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { CatalogueVersion } from '../../catalogue/index.ts'
import { makePlan } from '../plans/plan-commands.ts'
import { currentCatalogue, lastPlan, type PlanRow, plannedVersion } from '../plans/plan-source.ts'
import { act, findPeople } from '../project-acts.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { catalogueEffect } from './catalogue-effect.ts'
import { catalogueImpact, liveSource } from './catalogue-impact.ts'

/** Answers the routes. */
export function implementCatalogueRoutes(room: ProjectsRoom): void {
  const { implement } = room
  const concerned = findPeople(room)
  implement(contract.readCatalogueImpact, ({ language }) => catalogueImpact(room, language), {
    'draft-unknown': 404,
    'draft-has-findings': 422,
  })
  implement(
    contract.readProjectCatalogue,
    async ({ params, language }) => {
      const resting = await versionsOf(room, params.id)
      if (!resting.ok) return resting
      const { row, planned, inForce } = resting.value
      const both = { planned: inBrief(planned), inForce: inBrief(inForce) }
      if (planned.number === inForce.number) return accept({ ...both, effect: null })
      const source = await liveSource(room, params.id, row)
      const [before, after] = [planned.catalogue, inForce.catalogue]
      const effect = catalogueEffect(room, { source, before, after, language })
      return effect.ok ? accept({ ...both, effect: effect.value }) : effect
    },
    { 'plan-not-made': 404, 'catalogue-unpublished': 503, 'calendar-not-published': 503 },
    concerned,
  )
  implement(
    contract.adoptCatalogue,
    (input) => {
      const projectId = input.params.id
      const { number, reason } = input.body
      return act(room, { name: 'projects.adopt-catalogue', subject: projectId, input }, async (context) => {
        const resting = await versionsOf(room, projectId)
        if (!resting.ok) return resting
        const { planned, inForce } = resting.value
        if (inForce.number !== number) return refuse('version-not-in-force', { number: inForce.number })
        if (planned.number === number) return refuse('catalogue-adopted-already')
        const moment = { ...context, madeBy: personOf(context) }
        return makePlan(room, moment, { projectId, adopting: reason })
      })
    },
    {
      'plan-not-made': 404,
      'project-ended': 409,
      'catalogue-adopted-already': 409,
      'version-not-in-force': 409,
      'nothing-known-of-the-project': 422,
      'catalogue-unpublished': 503,
      'calendar-not-published': 503,
    },
    concerned,
  )
}

interface Resting {
  readonly row: PlanRow
  readonly planned: CatalogueVersion
  readonly inForce: CatalogueVersion
}

async function versionsOf(
  room: ProjectsRoom,
  projectId: string,
): Promise<Result<Resting, 'plan-not-made' | 'catalogue-unpublished'>> {
  const row = await lastPlan(projectsTables(room.database), projectId)
  if (row === undefined) return refuse('plan-not-made')
  const inForce = await currentCatalogue(room)
  if (!inForce.ok) return inForce
  return accept({ row, planned: await plannedVersion(room, row), inForce: inForce.value })
}

function inBrief({ number, effectiveOn }: CatalogueVersion) {
  return { number, effectiveOn }
}
