/**
 * Once a day the steps that go on are looked at: on the day on which one becomes late, the plan has a new version that says
 * so. Its further days move the forecast, which is made whenever somebody asks, and no version.
 */

import { systemPrincipal } from '@guanjia/core/access'
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
  for (const { id } of rows) await noteLateSteps(room, id)
}

/** A version for the steps that are late today and were not late in the last version. */
async function noteLateSteps(room: ProjectsRoom, projectId: string): Promise<void> {
  const late = await lateSteps(room, projectId)
  if (late.length === 0) return
  const because = late.map((step) => ({ kind: 'step-late' as const, step }))
  const command = {
    name: job,
    subject: projectId,
    principal: systemPrincipal(job),
    correlationId: projectId,
    legal: false,
  }
  await room.runCommand(command, (context) =>
    makePlan(room, { ...context, madeBy: null }, { projectId, because }),
  )
}

/** Steps whose days were over yesterday evening, and that no version has told of yet. */
async function lateSteps(room: ProjectsRoom, projectId: string): Promise<readonly string[]> {
  const tables = projectsTables(room.database)
  const row = await lastPlan(tables, projectId)
  if (row === undefined) return []
  const today = todayOf(room, room.clock.now())
  const progress = await readProgress(room.database, projectId, today)
  const plan = planWithStanding(room, await catalogueOf(room, row), { ...sourceOf(row), progress })
  if (!plan.ok) return []
  const overdue = plan.value.steps.filter(({ actual }) => actual?.status === 'overdue').map(({ id }) => id)
  const told = await toldAlready(room, projectId)
  return overdue.filter((id) => !told.has(id))
}

async function toldAlready({ database }: ProjectsRoom, projectId: string): Promise<ReadonlySet<string>> {
  const rows = await projectsTables(database)
    .selectFrom('project_plan')
    .select('change')
    .where('project_id', '=', projectId)
    .execute()
  const changes = rows.flatMap(
    ({ change }) => change as unknown as readonly { kind: string; step?: string }[],
  )
  return new Set(changes.flatMap(({ kind, step }) => (kind === 'step-late' && step ? [step] : [])))
}
