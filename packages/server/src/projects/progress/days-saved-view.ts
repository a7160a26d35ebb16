/**
 * Where the days of a project went: the frozen first plan against the forecast of today.
 */

import type { readDaysSaved } from '@guanjia/contract/projects'
import type { RouteOutput } from '@guanjia/contract/route'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import { daysSavedLedger, type Plan, workingDayAxis } from '@guanjia/core/planning'
import { planIn } from '../plans/plan-commands.ts'
import {
  catalogueOf,
  lastPlan,
  type PlanRow,
  planWithStanding,
  sourceOf,
  todayOf,
} from '../plans/plan-source.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import type { DutiesWish } from './duties-view.ts'
import { readProgress } from './project-progress.ts'

type View = RouteOutput<typeof readDaysSaved>

/** The ledger of a project as of today. */
export async function viewDaysSaved(
  room: ProjectsRoom,
  { projectId, language }: DutiesWish,
): Promise<Result<View, 'plan-not-made' | 'calendar-not-published'>> {
  const tables = projectsTables(room.database)
  const [last, first] = await Promise.all([
    lastPlan(tables, projectId),
    tables
      .selectFrom('project_plan')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('version', '=', 1)
      .executeTakeFirst(),
  ])
  if (last === undefined || first === undefined) return refuse('plan-not-made')
  const today = todayOf(room, room.clock.now())
  const source = { ...sourceOf(last), progress: await readProgress(room.database, projectId, today) }
  const catalogue = await catalogueOf(room, last)
  const plan = planWithStanding(room, catalogue, source)
  const axis = workingDayAxis(room.zone.calendar, source.start)
  if (!plan.ok || !axis.ok) return refuse('calendar-not-published')
  const { lines, total } = daysSavedLedger(planIn(first), plan.value, axis.value)
  return accept({
    baseline: baselineOf(first),
    now: {
      permit: plan.value.dates?.permit ?? null,
      end: plan.value.dates?.end ?? source.start,
      isFinal: isOver(plan.value),
      asOf: today,
    },
    lines,
    total,
    signed: plan.value.signed.map((id) => ({
      id,
      name: catalogue.path.commitments.find((one) => one.id === id)?.name[language] ?? id,
    })),
  })
}

function baselineOf(row: PlanRow): View['baseline'] {
  const { dates } = planIn(row)
  return {
    version: row.version,
    permit: dates?.permit ?? null,
    end: dates?.end ?? row.start_on,
    madeAt: row.made_at.toISOString(),
  }
}

/** Nothing that is still to come can move a permit that was issued; without one, everything has to be done. */
function isOver({ permit, steps }: Plan): boolean {
  const decisive = permit === null ? steps : steps.filter(({ id }) => id === permit)
  return decisive.every(({ actual }) => actual?.status === 'done')
}
