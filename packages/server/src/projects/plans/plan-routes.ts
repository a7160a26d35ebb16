/**
 * Questions, answers and plans over the wire.
 */

import * as contract from '@guanjia/contract/projects'
import type { PublicService } from '@guanjia/core/catalogue'
import { accept, refuse } from '@guanjia/core/kernel'
import { act, findPeople } from '../project-acts.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { saveFacts } from './fact-commands.ts'
import { makePlan } from './plan-commands.ts'
import { catalogueOf, currentCatalogue, knownFacts, lastPlan, planOf, sourceOf } from './plan-source.ts'
import { planView } from './plan-view.ts'
import { questionView } from './question-view.ts'
import { versionView } from './version-view.ts'

type Language = 'zh-CN' | 'en'

const unpublished = { 'catalogue-unpublished': 503 } as const

/** Answers the routes of plans. */
export function implementPlanRoutes(room: ProjectsRoom): void {
  implementFactRoutes(room)
  implementReadingRoutes(room)
}

function implementFactRoutes(room: ProjectsRoom): void {
  const { implement } = room
  const concerned = findPeople(room)
  implement(
    contract.readQuestions,
    async ({ params, language }) => {
      const current = await currentCatalogue(room)
      if (!current.ok) return current
      const { facts } = await projectsTables(room.database)
        .selectFrom('project')
        .select('facts')
        .where('id', '=', params.id)
        .executeTakeFirstOrThrow()
      return accept({ topics: questionView(current.value.catalogue, knownFacts(facts), language) })
    },
    unpublished,
    concerned,
  )
  implement(
    contract.saveFacts,
    async (input) => {
      const projectId = input.params.id
      const current = await currentCatalogue(room)
      if (!current.ok) return current
      const { catalogue } = current.value
      const saved = await act(room, { name: 'projects.save-facts', subject: projectId, input }, (context) =>
        saveFacts(catalogue, context, { projectId, facts: input.body.facts }),
      )
      if (!saved.ok) return saved
      const effect = (services: readonly PublicService[]) =>
        services.map((service) => effectView(service, input.language))
      const { added, removed, services } = saved.value
      return accept({ added: effect(added), removed: effect(removed), services })
    },
    {
      ...unpublished,
      'project-ended': 409,
      'facts-not-readable': 422,
      'attribute-unknown': 422,
      'value-wrong': 422,
    },
    concerned,
  )
  implement(
    contract.makePlan,
    (input) =>
      act(room, { name: 'projects.make-plan', subject: input.params.id, input }, (context) =>
        makePlan(room, context, { projectId: input.params.id, ...input.body }),
      ),
    {
      ...unpublished,
      'project-ended': 409,
      'calendar-not-published': 503,
      'nothing-known-of-the-project': 422,
    },
    concerned,
  )
}

function effectView({ id, name, committed }: PublicService, language: Language) {
  const unit = committed.unit === 'natural-days' ? ('natural-days' as const) : ('working-days' as const)
  return { id, name: name[language] ?? id, days: committed.value, unit }
}

function implementReadingRoutes(room: ProjectsRoom): void {
  const { implement, database, zone } = room
  const concerned = findPeople(room)
  implement(
    contract.readPlan,
    async ({ params, query, language }) => {
      const row = await lastPlan(projectsTables(database), params.id)
      if (row === undefined) return refuse('plan-not-made')
      const source = sourceOf(row)
      const signed = query.sign === undefined ? source.signed : query.sign.split(',').filter(Boolean)
      const catalogue = await catalogueOf(room, row)
      const { view } = query
      const plan = planOf(room, catalogue, { ...source, signed, view })
      const unsigned = planOf(room, catalogue, { ...source, signed: [], view })
      if (!plan.ok) return refuseAsDeclared(plan.code, plan.because)
      if (!unsigned.ok) return refuseAsDeclared(unsigned.code, unsigned.because)
      const laneNames = Object.fromEntries(room.content.lanes.map(({ id, name }) => [id, name[language]]))
      const showing = { catalogue, calendar: zone.calendar, language, unsigned: unsigned.value, laneNames }
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
