/**
 * The projects in the scope of an inspection with their facts: all of them to those who supervise, the listed ones to a
 * partner.
 */

import { accept, assert, type Result } from '@guanjia/core/kernel'
import {
  allowedFacts,
  type InspectionScope,
  liesInScope,
  type NodeLight,
  type ScopeFact,
  scopeFacts,
} from '@guanjia/core/supervision'
import { type Language, lightWords, nodeName } from '../../board/light-words.ts'
import { type LightRefusal, lightsOf } from '../../nodes/light-look.ts'
import { dayOf, type SupervisionRoom } from '../../supervision-ports.ts'
import { type SupervisionTables, supervisionTables } from '../../supervision-tables.ts'
import { unitNamed } from '../../tasks/task-view.ts'

type Supervised = SupervisionTables['supervised_project']

interface ShownProject {
  readonly id: string
  readonly facts: { readonly fact: ScopeFact; readonly name: string; readonly value: string }[]
}

/** Who the facts are for. */
export interface FactsReader {
  readonly language: Language
  readonly isPartner: boolean
}

/** The projects of a scope on this day. */
export async function projectsInScope(
  room: SupervisionRoom,
  scope: InspectionScope,
  reader: FactsReader,
): Promise<Result<ShownProject[], LightRefusal>> {
  const all = await supervisionTables(room.database)
    .selectFrom('supervised_project')
    .selectAll()
    .orderBy('number')
    .execute()
  const within = all.filter((project) => liesInScope(project, scope))
  const known = await factsOfProjects(room, within, reader.language)
  if (!known.ok) return known
  const allowed = reader.isPartner ? room.inspections.partnersSee : scopeFacts
  return accept(
    within.map(({ id }, at) => {
      const facts = known.value[at]
      assert(facts !== undefined, 'every project has its facts')
      return {
        id,
        facts: allowedFacts(facts, allowed).map(({ fact, value }) => ({
          fact,
          name: room.inspections.facts[fact][reader.language],
          value,
        })),
      }
    }),
  )
}

/** Everything an inspection or a package can say of these projects on this day, in their order. */
export async function factsOfProjects(
  room: SupervisionRoom,
  projects: readonly Supervised[],
  language: Language,
): Promise<Result<readonly Readonly<Record<ScopeFact, string | null>>[], LightRefusal>> {
  const on = dayOf(room, room.clock.now())
  const lights = await lightsOf(room, room.database, { on, ids: projects.map(({ id }) => id) })
  if (!lights.ok) return lights
  return accept(
    projects.map((project) =>
      factsOf(room, project, { nodes: lights.value.get(project.id)?.nodes ?? [], language }),
    ),
  )
}

interface Shown {
  readonly nodes: readonly NodeLight[]
  readonly language: Language
}

function factsOf(
  room: SupervisionRoom,
  project: Supervised,
  { nodes, language }: Shown,
): Readonly<Record<ScopeFact, string | null>> {
  return {
    number: project.number,
    name: project.name,
    company: project.company,
    sector: project.sector,
    park: project.park,
    unit: unitNamed(room, project.unit, language).name,
    landSquareMetres: String(Number(project.land_square_metres)),
    landContract: project.land_contract,
    lights: nodes
      .map(({ node, light }) => {
        const { shape, lightName } = lightWords(room.lights, light, language)
        // a light stays on one line
        return [nodeName(room.lights, node, language), shape, lightName].join('\u00a0')
      })
      .join('　'),
  }
}
