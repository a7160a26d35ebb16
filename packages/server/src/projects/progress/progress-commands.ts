/**
 * Opening the case of a step, and reporting work that no case stands for.
 */

import { plainDate } from '@guanjia/core/calendar'
import { accept, type Result, refuse } from '@guanjia/core/kernel'
import type { PlanChange, PlannedStep } from '@guanjia/core/planning'
import type { CommandContext } from '../../platform/commands/command.ts'
import { type MadePlan, type MakePlanRefusal, makePlan, planIn } from '../plans/plan-commands.ts'
import { knownFacts, lastPlan, todayOf } from '../plans/plan-source.ts'
import { type ProjectsRoom, personOf } from '../projects-ports.ts'
import { projectsTables } from '../projects-tables.ts'
import { caseFacts, promisesTo } from './case-promises.ts'

/** A step of a project. */
export interface StepOf {
  readonly projectId: string
  readonly step: string
}

/** A case that stands for a step. */
export interface StepCase {
  readonly caseId: string
  readonly number: string
  readonly isNew: boolean
}

type StepRefusal = 'project-ended' | 'plan-not-made' | 'step-unknown'

/** Opens the case of a step, or gives the one there is; what the project has signed for it is promised at once. */
export async function openStepCase(
  room: ProjectsRoom,
  context: CommandContext,
  { projectId, step: service }: StepOf,
): Promise<Result<StepCase, StepRefusal | 'step-is-work' | 'calendar-not-published'>> {
  const found = await lockStep(context, { projectId, step: service })
  if (!found.ok) return found
  const { step, project } = found.value
  if (step.kind === 'work') return refuse('step-is-work', { step: service })
  const tables = projectsTables(context.tx)
  const link = await tables
    .selectFrom('project_step_case')
    .select('case_id')
    .where('project_id', '=', projectId)
    .where('service', '=', service)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (link !== undefined) {
    const known = await room.cases.find(context.tx, link.case_id)
    return accept({ caseId: link.case_id, number: known?.number ?? '', isNew: false })
  }
  const facts = knownFacts(project.facts)
  const opening = {
    id: room.newId(),
    service,
    applicantId: project.owner_id,
    projectId,
    projectTitle: project.name,
    facts: caseFacts(facts),
  }
  const opened = await room.cases.open(context, opening)
  if (!opened.ok) {
    if (opened.code === 'service-unknown') return refuse('step-unknown', { step: service })
    if (opened.code === 'calendar-not-published') return refuse('calendar-not-published')
    throw new Error(`the case of a step is not opened: ${opened.code}`)
  }
  const { id: caseId, number } = opened.value
  await linkCase(context, { caseId, projectId, service })
  await promiseStanding(room, context, { projectId, service, facts })
  return accept({ caseId, number, isNew: true })
}

/** Writes down which case stands for a step. */
export async function linkCase(
  { tx, now }: Pick<CommandContext, 'tx' | 'now'>,
  {
    caseId,
    projectId,
    service,
  }: { readonly caseId: string; readonly projectId: string; readonly service: string },
): Promise<void> {
  await projectsTables(tx)
    .insertInto('project_step_case')
    .values({ case_id: caseId, project_id: projectId, service, linked_at: now, closed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What stands for the service is promised; what the case does not take yet is asked for at its counter like anything else. */
async function promiseStanding(
  room: ProjectsRoom,
  context: CommandContext,
  step: Parameters<typeof promisesTo>[2],
): Promise<void> {
  const rows = await projectsTables(context.tx)
    .selectFrom('project_commitment')
    .select('commitment')
    .where('project_id', '=', step.projectId)
    .where('withdrawn_at', 'is', null)
    .execute()
  const known = await room.cases.promisesOf(step.service)
  const standing = rows.map(({ commitment }) => commitment).filter((id) => known.includes(id))
  for (const commitment of standing) await promisesTo(room, context, step, [commitment])
}

/** What was begun or finished. */
export interface Reported extends StepOf {
  readonly startedOn: string
  readonly finishedOn: string | null
}

type ReportRefusal =
  | StepRefusal
  | MakePlanRefusal
  | 'step-runs-by-case'
  | 'step-of-authority'
  | 'progress-not-possible'

/** Lanes whose work is reported by those who do it; what an authority decided elsewhere is reported by a steward. */
const ownLanes = new Set(['applicant', 'agency', 'utility', 'trading-centre'])

/** Reports the days of a step; the same report again changes nothing, another one corrects it. */
export async function reportProgress(
  room: ProjectsRoom,
  context: CommandContext,
  reported: Reported,
): Promise<Result<MadePlan, ReportRefusal>> {
  const { projectId, step: id, startedOn, finishedOn } = reported
  const found = await lockStep(context, reported)
  if (!found.ok) return found
  const { now, tx } = context
  if (!ownLanes.has(found.value.step.lane) && !isSteward(context))
    return refuse('step-of-authority', { step: id })
  const last = finishedOn ?? startedOn
  if (startedOn > last || last > todayOf(room, now)) return refuse('progress-not-possible', { step: id })
  if (await runsByCase(context, reported)) return refuse('step-runs-by-case', { step: id })
  const row = {
    project_id: projectId,
    step: id,
    started_on: plainDate(startedOn),
    finished_on: finishedOn === null ? null : plainDate(finishedOn),
    expected_on: null,
    case_id: null,
    reported_by: personOf(context),
    recorded_at: now,
  }
  const { project_id: _project, step: _step, ...changed } = row
  await projectsTables(tx)
    .insertInto('project_step_actual')
    .values(row)
    .onConflict((conflict) => conflict.columns(['project_id', 'step']).doUpdateSet(changed))
    .execute()
  const kind: PlanChange['kind'] = finishedOn === null ? 'step-started' : 'step-finished'
  const because = [{ kind, step: id } as const]
  return makePlan(room, { ...context, madeBy: personOf(context) }, { projectId, because })
}

function isSteward({ principal }: CommandContext): boolean {
  return principal.kind === 'person' && principal.roles.includes('steward')
}

/** A case that was opened for the step tells its days, a draft as well: a report would keep what it tells out of the plan. */
async function runsByCase({ tx }: CommandContext, { projectId, step }: StepOf): Promise<boolean> {
  const row = await projectsTables(tx)
    .selectFrom('project_step_actual')
    .select('case_id')
    .where('project_id', '=', projectId)
    .where('step', '=', step)
    .executeTakeFirst()
  if (row !== undefined && row.case_id !== null) return true
  const open = await projectsTables(tx)
    .selectFrom('project_step_case')
    .select('case_id')
    .where('project_id', '=', projectId)
    .where('service', '=', step)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return open !== undefined
}

async function lockStep({ tx }: CommandContext, { projectId, step: id }: StepOf) {
  const tables = projectsTables(tx)
  const project = await tables
    .selectFrom('project')
    .select(['state', 'name', 'facts', 'owner_id'])
    .where('id', '=', projectId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (project.state === 'ended') return refuse('project-ended')
  const row = await lastPlan(tables, projectId)
  if (row === undefined) return refuse('plan-not-made')
  const step: PlannedStep | undefined = planIn(row).steps.find((each) => each.id === id)
  return step === undefined ? refuse('step-unknown', { step: id }) : accept({ step, project })
}
