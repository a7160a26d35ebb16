/**
 * What happens in a case moves its step: its days are written down, and where a date moves there is a new version of the
 * plan. The case is read as it is, not as the event tells: however often and late the news comes, the effect is one.
 */

import { accept, type Result } from '@guanjia/core/kernel'
import type { PlanChange } from '@guanjia/core/planning'
import { isFruitless, progressOfCase } from '@guanjia/core/projects'
import type { CaseOnFile } from '../../cases/index.ts'
import type { EventDraft } from '../../platform/commands/command.ts'
import type { Transaction } from '../../platform/database/database.ts'
import type { OutboxEvent } from '../../platform/events/outbox.ts'
import type { Ports } from '../../platform/ports.ts'
import { makePlan } from '../plans/plan-commands.ts'
import { lastPlan, todayOf } from '../plans/plan-source.ts'
import type { ProjectsRoom } from '../projects-ports.ts'
import { type ProjectsTables, projectsTables } from '../projects-tables.ts'
import { linkCase } from './progress-commands.ts'

/** The events that may move a step. */
const moving = [
  'opened',
  'accepted',
  'correction-requested',
  'correction-taken-back',
  'correction-answered',
  'special-procedure-started',
  'special-procedure-ended',
  'limit-extended',
  'suspended',
  'resumed',
  'calendar-revised',
  'promise-signed',
  'promise-taken-back',
  'decision-issued',
  'declined',
  'withdrawn',
  'discarded',
  'revoked',
] as const

type RoomOfReactions = ProjectsRoom & Pick<Ports, 'outbox'>

/** Subscribes to the cases. */
export function subscribeToCases(room: RoomOfReactions): void {
  for (const type of moving)
    room.outbox.on(
      `cases.${type}`,
      async (event, tx) => {
        await followCase(room, tx, event)
      },
      `cases.${type}-moves-step`,
    )
}

async function followCase(room: RoomOfReactions, tx: Transaction, event: OutboxEvent): Promise<void> {
  const file = await room.cases.find(tx, event.subject)
  const projectId = file?.projectId ?? null
  if (file === undefined || projectId === null || !(await lockIfConcerned(tx, file))) return
  const now = room.clock.now()
  await followLink({ tx, now }, file, projectId)
  const step = { projectId, service: file.state.service.id }
  const change = await followDays(room, { tx, now }, { file, step })
  if (!change.ok) throw new Error(`the days of a case are not counted: ${change.code}`)
  const { correlationId } = event
  await planAnew(room, { tx, now }, { projectId, because: change.value, correlationId })
}

/** Locks the project of a case, if it goes on and is that of the applicant: nobody moves the steps of another. */
async function lockIfConcerned(tx: Transaction, { projectId, applicantId }: CaseOnFile): Promise<boolean> {
  const project = await projectsTables(tx)
    .selectFrom('project')
    .select('id')
    .where('id', '=', projectId)
    .where('state', '=', 'active')
    .where('owner_id', '=', applicantId)
    .forUpdate()
    .executeTakeFirst()
  return project !== undefined
}

interface Replanning {
  readonly projectId: string
  readonly because: readonly PlanChange[]
  readonly correlationId: string
}

/** A version of the plan where a date moves; a project that has no plan yet has none to move. */
async function planAnew(
  room: RoomOfReactions,
  { tx, now }: Moment,
  { projectId, because, correlationId }: Replanning,
): Promise<void> {
  if ((await lastPlan(projectsTables(tx), projectId)) === undefined) return
  const drafts: EventDraft[] = []
  const moment = { tx, now, madeBy: null, emit: (draft: EventDraft) => void drafts.push(draft) }
  const made = await makePlan(room, moment, { projectId, because })
  if (!made.ok) throw new Error(`no version of the plan after a case moved: ${made.code}`)
  if (drafts.length > 0) await room.outbox.store(tx, drafts, { correlationId, now })
}

interface Moment {
  readonly tx: Transaction
  readonly now: Date
}

/** A case that ended without a grant frees its step for another one. */
async function followLink({ tx, now }: Moment, { id, state }: CaseOnFile, projectId: string): Promise<void> {
  await linkCase({ tx, now }, { caseId: id, projectId, service: state.service.id })
  if (!isFruitless(state)) return
  await projectsTables(tx)
    .updateTable('project_step_case')
    .set({ closed_at: now })
    .where('case_id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}

interface Followed {
  readonly file: CaseOnFile
  readonly step: { readonly projectId: string; readonly service: string }
}

/** Writes the days of the step down, and says what of it is new. */
async function followDays(
  room: ProjectsRoom,
  { tx, now }: Moment,
  { file, step: { projectId, service } }: Followed,
): Promise<Result<readonly PlanChange[], 'calendar-not-published'>> {
  const progress = progressOfCase(file.state, room.zone.calendar, todayOf(room, now))
  if (!progress.ok) return progress
  const tables = projectsTables(tx)
  const before = await tables
    .selectFrom('project_step_actual')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('step', '=', service)
    .executeTakeFirst()
  // another case has the step, or it was reported as done elsewhere; one that was only reported as begun goes by its case
  if (before !== undefined && isHeldElsewhere(before, file.id)) return accept([])
  if (progress.value === undefined) {
    if (before === undefined || before.case_id === null) return accept([])
    await tables
      .deleteFrom('project_step_actual')
      .where('project_id', '=', projectId)
      .where('step', '=', service)
      .execute()
    return accept([{ kind: 'step-late', step: service }])
  }
  const { started, finished = null, expected = null } = progress.value
  const own = { case_id: file.id, reported_by: null }
  const days = { ...own, started_on: started, finished_on: finished, expected_on: expected, recorded_at: now }
  await tables
    .insertInto('project_step_actual')
    .values({ project_id: projectId, step: service, ...days })
    .onConflict((conflict) => conflict.columns(['project_id', 'step']).doUpdateSet(days))
    .execute()
  return accept(changeOf(before, { service, finished, expected }))
}

function isHeldElsewhere(
  { case_id: by, finished_on: finished }: ProjectsTables['project_step_actual'],
  id: string,
): boolean {
  return by === null ? finished !== null : by !== id
}

interface DaysNow {
  readonly service: string
  readonly finished: string | null
  readonly expected: string | null
}

function changeOf(
  before: ProjectsTables['project_step_actual'] | undefined,
  { service: step, finished, expected }: DaysNow,
): readonly PlanChange[] {
  if (finished !== null) return before?.finished_on === finished ? [] : [{ kind: 'step-finished', step }]
  if (before === undefined) return [{ kind: 'step-started', step }]
  if (before.expected_on === expected || expected === null) return []
  const isLater = before.expected_on === null || expected > before.expected_on
  return [{ kind: isLater ? 'step-late' : 'step-started', step }]
}
