/**
 * What another version of the catalogue makes of the plan of one project.
 */

import type { readProjectCatalogue } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import type { Catalogue, Wording } from '@guanjia/core/catalogue'
import { accept, type Result } from '@guanjia/core/kernel'
import { type Moved, type Plan, planDiff } from '@guanjia/core/planning'
import { type PlanSource, planWithStanding } from '../plans/plan-source.ts'
import type { ProjectsRoom } from '../projects-ports.ts'

/** The effect as the wire has it. */
export type PlanEffect = NonNullable<RouteOutput<typeof readProjectCatalogue>['effect']>

/** The two versions of the catalogue, and what both plans are made from. */
export interface EffectSources {
  readonly source: PlanSource
  readonly before: Catalogue
  readonly after: Catalogue
  readonly language: 'zh-CN' | 'en'
}

/** The difference between the plan as it is and the plan with the other version. */
export function catalogueEffect(
  room: Pick<ProjectsRoom, 'zone'>,
  { source, before, after, language }: EffectSources,
): Result<PlanEffect, 'calendar-not-published'> {
  const [is, would] = [planWithStanding(room, before, source), planWithStanding(room, after, source)]
  if (!is.ok) return is
  if (!would.ok) return would
  const diff = planDiff(is.value, would.value)
  const named = (id: string) => ({ id, name: nameIn(id, [would.value, is.value], language) })
  return accept({
    entering: diff.added.map(named),
    leaving: diff.removed.map(named),
    permit: movedView(diff.permit),
    end: movedView(diff.end),
    steps: diff.moved.map(({ id, workingDays }) => ({ ...named(id), workingDays })),
  })
}

/** Whether nothing of a plan would change. */
export function isEmpty({ entering, leaving, permit, end, steps }: PlanEffect): boolean {
  return (
    entering.length === 0 && leaving.length === 0 && steps.length === 0 && permit === null && end === null
  )
}

function movedView(moved: Moved | undefined): PlanEffect['permit'] {
  if (moved === undefined) return null
  const { from, to, workingDays, dates } = moved
  return {
    before: from,
    after: to,
    workingDays,
    beforeOn: dates?.from ?? null,
    afterOn: dates?.to ?? null,
  }
}

function nameIn(id: string, plans: readonly Plan[], language: string): string {
  const name: Wording | undefined = plans.flatMap(({ steps }) => steps).find((step) => step.id === id)?.name
  return name?.[language] ?? id
}
