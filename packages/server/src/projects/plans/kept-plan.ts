/**
 * The newest version of a plan as it is read: with the commitments that are tried, in the view that is asked for.
 */

import type { Catalogue } from '@guanjia/core/catalogue'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { Plan } from '@guanjia/core/planning'
import { readProgress } from '../progress/project-progress.ts'
import type { StepCases } from '../progress/step-progress-view.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import {
  catalogueOf,
  lastPlan,
  type PlanAsked,
  type PlanRow,
  planOf,
  planWithStanding,
  sourceOf,
  todayOf,
} from './plan-source.ts'
import { planView } from './plan-view.ts'

/** Statuses of what may be wrong with reading a plan. */
export const planProblems = {
  'plan-not-made': 404,
  'commitment-unknown': 422,
  'commitment-not-applicable': 422,
  'too-many-commitments': 422,
  'calendar-not-published': 503,
} as const

/** Why a plan cannot be read. */
export type KeptPlanRefusal = keyof typeof planProblems

/** How a plan is to be read. */
export interface PlanReadingWish {
  /** ids with commas between; where left out those that are signed and still apply */
  readonly sign?: string | undefined
  readonly view?: Plan['view'] | undefined
}

/** A version with its plan. */
export interface KeptPlan {
  readonly version: number
  readonly madeAt: string
  readonly row: PlanRow
  readonly catalogue: Catalogue
  readonly plan: Plan
  /** the same plan with nothing signed */
  readonly unsigned: Plan
}

/** Reads the newest version. */
export async function readKeptPlan(
  room: ProjectsRoom,
  projectId: string,
  { sign, view }: PlanReadingWish,
): Promise<Result<KeptPlan, KeptPlanRefusal>> {
  const row = await lastPlan(projectsTables(room.database), projectId)
  if (row === undefined) return refuse('plan-not-made')
  const progress = await readProgress(room.database, projectId, todayOf(room, room.clock.now()))
  const source = { ...sourceOf(row), progress }
  const catalogue = await catalogueOf(room, row)
  const plan =
    sign === undefined
      ? planWithStanding(room, catalogue, { ...source, view })
      : planAsDeclared(room, catalogue, { ...source, signed: sign.split(',').filter(Boolean), view })
  if (!plan.ok) return plan
  const unsigned = planAsDeclared(room, catalogue, { ...source, signed: [], view })
  if (!unsigned.ok) return unsigned
  return accept({
    version: row.version,
    madeAt: row.made_at.toISOString(),
    row,
    catalogue,
    plan: plan.value,
    unsigned: unsigned.value,
  })
}

/** A plan that was made once has no circle and no unknown step; anything else is a fault of the house. */
function planAsDeclared(
  room: ProjectsRoom,
  catalogue: Catalogue,
  wish: PlanAsked,
): Result<Plan, KeptPlanRefusal> {
  const plan = planOf(room, catalogue, wish)
  if (plan.ok) return plan
  const { code } = plan
  if (!(code in planProblems)) throw new Error(`a kept plan is refused: ${code}`)
  return refuse(code as KeptPlanRefusal, plan.because)
}

/** How a plan is shown: in which language, and with which cases; a reader of a share is told of none. */
export interface KeptPlanShowing {
  readonly language: 'zh-CN' | 'en'
  readonly cases: StepCases
}

/** The plan in the reader's language. */
export function keptPlanView(
  { zone, content }: ProjectsRoom,
  { catalogue, plan, unsigned }: KeptPlan,
  { language, cases }: KeptPlanShowing,
) {
  const laneNames = Object.fromEntries(content.lanes.map(({ id, name }) => [id, name[language]]))
  return planView(plan, { catalogue, calendar: zone.calendar, language, unsigned, laneNames, cases })
}
