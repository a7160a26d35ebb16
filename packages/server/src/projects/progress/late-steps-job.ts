/**
 * Once a day the steps that go on are looked at: on the day on which one becomes late, the plan has a new version that says
 * so. Its further days move the forecast, which is made whenever somebody asks, and no version.
 */

import { systemPrincipal } from '@guanjia/core/access'
import { type PlainDate, plainDate } from '@guanjia/core/calendar'
import { accept } from '@guanjia/core/kernel'
import { workingDayAxis } from '@guanjia/core/planning'
import { eachAlone } from '../../platform/jobs/each-alone.ts'
import type { Ports } from '../../platform/ports.ts'
import { makePlan } from '../plans/plan-commands.ts'
import { catalogueOf, lastPlan, planWithStanding, sourceOf, todayOf } from '../plans/plan-source.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { readProgress } from './project-progress.ts'

const job = 'projects.look-for-late-steps'

/** Looks shortly after midnight of the zone, and every hour for what was missed. */
export function handleLateSteps(room: ProjectsRoom & Pick<Ports, 'jobs'>): void {
  room.jobs.handle(job, () => lookForLateSteps(room))
  room.jobs.every(job, '14 * * * *')
}

async function lookForLateSteps(room: ProjectsRoom): Promise<void> {
  const rows = await projectsTables(room.database)
    .selectFrom('project')
    .innerJoin('project_step_actual', 'project_step_actual.project_id', 'project.id')
    .select('project.id')
    .distinct()
    .where('project.state', '=', 'active')
    .where('project_step_actual.finished_on', 'is', null)
    .execute()
  await eachAlone(rows, ({ id }) => noteLateSteps(room, id))
}

/** A version for the steps that became late since it was last told of them. */
async function noteLateSteps(room: ProjectsRoom, projectId: string): Promise<void> {
  const today = todayOf(room, room.clock.now())
  const late = await lateSteps(room, projectId, today)
  if (late.length === 0) return
  const because = late.map((step) => ({ kind: 'step-late' as const, step }))
  const command = {
    name: job,
    subject: projectId,
    principal: systemPrincipal(job),
    correlationId: projectId,
    legal: false,
  }
  await room.runCommand(command, async (context) => {
    const made = await makePlan(room, { ...context, madeBy: null }, { projectId, because })
    if (!made.ok) return made
    await projectsTables(context.tx)
      .updateTable('project_step_actual')
      .set({ told_late_on: today })
      .where('project_id', '=', projectId)
      .where('step', 'in', late)
      .execute()
    return accept(made.value)
  })
}

/** Steps whose days were over yesterday evening and that were not told of since: who is given other days may be late again. */
async function lateSteps(
  room: ProjectsRoom,
  projectId: string,
  today: PlainDate,
): Promise<readonly string[]> {
  const row = await lastPlan(projectsTables(room.database), projectId)
  if (row === undefined) return []
  const source = { ...sourceOf(row), progress: await readProgress(room.database, projectId, today) }
  const plan = planWithStanding(room, await catalogueOf(room, row), source)
  const axis = workingDayAxis(room.zone.calendar, source.start)
  if (!plan.ok || !axis.ok) return []
  const { timeOf } = axis.value
  const told = await toldLate(room, projectId)
  return plan.value.steps.flatMap(({ id, actual }) => {
    if (actual?.status !== 'overdue') return []
    const wasDue = timeOf(today) - actual.beyond
    const toldOn = told.get(id)
    return toldOn !== undefined && timeOf(toldOn) > wasDue ? [] : [id]
  })
}

/** The days on which steps were last told to be late. */
async function toldLate(
  { database }: ProjectsRoom,
  projectId: string,
): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await projectsTables(database)
    .selectFrom('project_step_actual')
    .select(['step', 'told_late_on'])
    .where('project_id', '=', projectId)
    .execute()
  return new Map(
    rows.flatMap(({ step, told_late_on: on }) => (on === null ? [] : [[step, plainDate(on)] as const])),
  )
}
